"""WARC files: records as they are written into one, and as they are found again.

Enters: fields and blocks, or an open file. Leaves: packed records, each by itself, or where each stands and how it
begins (ISO 28500, version 1.1).
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from http.client import HTTPMessage
from importlib.metadata import version
from typing import BinaryIO
from uuid import uuid4

from variorum.read.inputs import Slice
from variorum.read.media.archives.responses import HEAD_ROOM
from variorum.read.media.archives.unpacking import GZIP, WARC, gunzipped
from variorum.read.web.exchange import AGENT, Exchange

MAKER = f"software: {AGENT}/"
"""How the first record of an archive of ours names who made it."""
_DIGEST = "WARC-Payload-Digest"
_DIGEST_OF_CHUNKED = "Variorum-Payload-Digest"
"""The standard's digest leaves the frame of chunks out, and some programs that check it do not: so that they do not
report a response as damaged that is not, it has another name there."""
_PIECE = 16_384
_HEAD_END = re.compile(rb"\n\r?\n")
_MESSAGE = "application/http; msgtype="
_REVISIT = "http://netpreserve.org/warc/1.1/revisit/"
SERVER_SAYS = f"{_REVISIT}server-not-modified"
"""The server says that a page is as it was;"""
SAME_CONTENT = f"{_REVISIT}identical-payload-digest"
"""or its content shows it."""


def digest_of(content: bytes) -> str:
    """Return the digest by which a content is known again."""
    return f"sha256:{sha256(content).hexdigest()}"


def digest_told(fields: HTTPMessage) -> str:
    """Return the digest of a payload that the fields of a record tell, empty if they do not."""
    return fields.get(_DIGEST) or fields.get(_DIGEST_OF_CHUNKED) or ""


def about(when: str) -> bytes:
    """Return the record that an archive begins with."""
    block = f"{MAKER}{version('variorum')}\r\nformat: WARC File Format 1.1\r\n".encode()
    fields = {"WARC-Date": when, "Content-Type": "application/warc-fields"}
    return _record("warcinfo", _new_id(), fields, block)


def exchange_records(
    exchange: Exchange, when: str, digest: str, seen: Mapping[str, str] | None
) -> tuple[bytes, bytes]:
    """Return the records of a request and its response; of one that was `seen`, by these fields, the head alone."""
    fields = {
        "WARC-Date": when,
        "WARC-Target-URI": exchange.address.text,
        "WARC-IP-Address": exchange.ip,
    }
    block, chunked = exchange.response, "transfer-encoding" in exchange.fields
    if seen is None:
        told = {_DIGEST_OF_CHUNKED if chunked else _DIGEST: digest}
    else:
        told = {_DIGEST: digest, "WARC-Refers-To-Target-URI": exchange.address.text, **seen}
        block = block[: end.end()] if (end := _HEAD_END.search(block)) else block
    kind, own = ("response" if seen is None else "revisit"), _new_id()
    response = _record(kind, own, {**fields, **told, "Content-Type": f"{_MESSAGE}response"}, block)
    beside = {**fields, "WARC-Concurrent-To": own, "Content-Type": f"{_MESSAGE}request"}
    return _record("request", _new_id(), beside, exchange.sent), response


def _record(kind: str, own: str, fields: Mapping[str, str], block: bytes) -> bytes:
    told = {
        "WARC-Type": kind,
        "WARC-Record-ID": own,
        **fields,
        "WARC-Block-Digest": digest_of(block),
        "Content-Length": f"{len(block)}",
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return gzip.compress(f"WARC/1.1\r\n{head}\r\n".encode() + block + b"\r\n\r\n", mtime=0)


def _new_id() -> str:
    return f"<urn:uuid:{uuid4()}>"


def records_in(file: BinaryIO, size: int) -> Iterator[tuple[Slice, bytes]]:
    """Yield where each record stands and its first bytes, up to one that is cut; zlib.error where one is damaged."""
    at = 0
    while at < size:
        found = _record_at(file, at)
        if found is None:
            return
        yield found
        at += found[0].length


def _record_at(file: BinaryIO, at: int) -> tuple[Slice, bytes] | None:
    file.seek(at)
    unpacking, head, taken = zlib.decompressobj(16 + zlib.MAX_WBITS), bytearray(), 0
    while not unpacking.eof:
        piece = file.read(_PIECE)
        if not piece:
            return None
        taken += len(piece)
        unpacked = unpacking.decompress(piece)
        head += unpacked[: max(0, 2 * HEAD_ROOM - len(head))]
    return Slice(at, taken - len(unpacking.unused_data)), bytes(head)


def holds_record(data: bytes) -> bool:
    """Tell whether a packed record begins anywhere in some bytes."""
    begins = (found.start() for found in re.finditer(re.escape(GZIP), data))
    return any(gunzipped(data[at : at + _PIECE], len(WARC))[0].startswith(WARC) for at in begins)
