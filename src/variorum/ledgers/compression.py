"""Compression: the JSON of records as a file keeps it, small and each by itself.

Enters: the JSON of records of one kind. Leaves: bytes, and the same JSON again.

Records are short and like one another: compressed alone they keep half of their size, and with a
dictionary a seventh (RFC 1951, with a preset dictionary as in RFC 1950). Each ledger has its own
dictionary for each kind, a sample of the first records of it; it is never changed, since what was
written with it can be read with it alone. A record's id is its key, which nothing makes smaller: its body
does not say it again.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import msgspec

SIZE = 32_000
"""Bytes of a dictionary: what DEFLATE can look back on."""
ENOUGH = 12
"""Times its dictionary that records must be for one to be worth keeping; else it is a smaller one."""
LEAST = 256
"""Bytes of a dictionary below which records are kept as they are."""


class Bodies:
    """Makes bodies small with one dictionary, and whole again."""

    def __init__(self, dictionary: bytes) -> None:
        self._dictionary = dictionary
        self._begun = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS, 9, zdict=dictionary)

    def small(self, body: str) -> bytes:
        """Return a body compressed."""
        stream = self._begun.copy()
        return stream.compress(body.encode()) + stream.flush()

    def whole(self, small: bytes) -> str:
        """Return the body that `small` gave."""
        stream = zlib.decompressobj(-zlib.MAX_WBITS, zdict=self._dictionary)
        return (stream.decompress(small) + stream.flush()).decode()


def without_id(body: str, record_id: str) -> str:
    """Return the JSON of a record without its id, where it begins with it."""
    opening = _opening(record_id)
    return "{" + body[len(opening) :] if body.startswith(opening) else body


def with_id(body: str, record_id: str) -> str:
    """Return the JSON that `without_id` was given; where it has its id, it then has it twice."""
    return _opening(record_id) + body[1:]


def _opening(record_id: str) -> str:
    return f'{{"id":{msgspec.json.encode(record_id).decode()},'


def dictionary(bodies: Sequence[str]) -> bytes:
    """Return a dictionary for bodies like these: a sample spread over all of them, or nothing."""
    total = sum(map(len, bodies))
    size = min(SIZE, total // ENOUGH)
    if size < LEAST:
        return b""
    step = max(1, total // size)
    return "".join(bodies[::step]).encode()[-size:]
