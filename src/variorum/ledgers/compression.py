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
from typing import Final

import msgspec

from variorum.errors import LedgerError

SIZE = 32_000
"""Bytes of a dictionary: what DEFLATE can look back on."""
ENOUGH = 12
"""Times its dictionary that records must be for one to be worth keeping; else it is a smaller one."""
MEMORY_LEVEL: Final = 6
"""Memory level of a compressor. Its state is copied for every record, and short records do not need the
four times as large one of level 9: they come out .1 % longer in half of the time."""
LEAST = 256
"""Bytes of a dictionary below which records are kept as they are."""


LARGEST: Final = 256_000_000
"""Bytes of one value, unpacked: a dossier has some ten for each of its text, and a text of this size is no
article. DEFLATE packs a thousandfold: without a bound, a small file could fill the memory."""
COLLATE_AGAIN: Final = "Collate the accounts again into a new ledger."


def inflated(small: bytes, where: str, *, words: bytes = b"", wbits: int = zlib.MAX_WBITS) -> bytes:
    """Return what was packed with a dictionary of `words`; LedgerError if it is damaged or too long."""
    try:
        stream = zlib.decompressobj(wbits, zdict=words) if words else zlib.decompressobj(wbits)
        whole = stream.decompress(small, LARGEST)
    except (zlib.error, TypeError) as error:  # another tool may have written what is not even bytes
        raise LedgerError(f"{where} is damaged: it cannot be unpacked. {COLLATE_AGAIN}") from error
    if len(whole) == LARGEST:
        raise LedgerError(
            f"{where} is damaged, or was made to exhaust memory: a value in it has more than "
            f"{LARGEST // 1_000_000} MB. {COLLATE_AGAIN}"
        )
    if not stream.eof:
        raise LedgerError(f"{where} is damaged: a value in it is cut off. {COLLATE_AGAIN}")
    return whole


class Bodies:
    """Makes bodies small with one dictionary, and whole again; errors name the ledger, `where`."""

    def __init__(self, dictionary: bytes, where: str = "This ledger") -> None:
        self._dictionary = dictionary
        self._where = where
        self._begun = zlib.compressobj(
            6, zlib.DEFLATED, -zlib.MAX_WBITS, MEMORY_LEVEL, zdict=dictionary
        )

    def small(self, body: str) -> bytes:
        """Return a body compressed."""
        stream = self._begun.copy()
        return stream.compress(body.encode()) + stream.flush()

    def whole(self, small: bytes) -> str:
        """Return the body that `small` gave; LedgerError for any other bytes."""
        whole = inflated(small, self._where, words=self._dictionary, wbits=-zlib.MAX_WBITS)
        try:
            return whole.decode()
        except UnicodeDecodeError as error:
            raise LedgerError(
                f"{self._where} is damaged: it holds no text. {COLLATE_AGAIN}"
            ) from error


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
