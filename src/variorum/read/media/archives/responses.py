"""Responses: what an HTTP server sent, as it comes over a line or as a record of an archive keeps it.

Enters: bytes of a response (RFC 9112), or a WARC record with one. Leaves: its head, its content unpacked, and
the `Capture` of a record. Nothing here opens a line, and no content is larger than a limit.
"""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from http.client import HTTPException, HTTPMessage, HTTPResponse, parse_headers
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, cast

from variorum.errors import SourceError
from variorum.read.media.archives.captures import Capture
from variorum.read.media.archives.unpacking import WARC, gunzipped, is_gzip

if TYPE_CHECKING:
    from socket import socket

HEAD_ROOM = 100_000
"""Bytes that a record may have above the response that it keeps."""
_PIECE = 65_536
_GZIPPED = frozenset({"gzip", "x-gzip"})
_PLAIN = frozenset({"", "identity"})
_CUT = "the response ended before it was whole; try again later, or save the page as HTML"
_DAMAGED = "the kept response is damaged; retrieve the address anew"


class _Line:
    """What the standard library takes a response from: it asks for a file and for nothing else."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def makefile(self, mode: str) -> BinaryIO:
        return self._stream


def response_from(stream: BinaryIO) -> HTTPResponse:
    """Read the head of a response; HTTPException or ValueError where it is none."""
    response = HTTPResponse(cast("socket", _Line(stream)))
    response.begin()
    return response


def payload_of(response: HTTPResponse, limit: int) -> bytes:
    """Return what stands below the head, without chunks; SourceError where it is cut, or larger than the limit."""
    if (response.length or 0) > limit:
        raise _too_large(limit, "has more")
    parts, room = [], limit
    while part := response.read(_PIECE):
        parts.append(part)
        room -= len(part)
        if room < 0:
            raise _too_large(limit, "has more")
    if response.length:
        raise SourceError(_CUT)
    return b"".join(parts)


def unpacked(payload: bytes, response: HTTPResponse, limit: int) -> bytes:
    """Return the content of a payload; SourceError where it is packed in a way not asked for, or unpacks to too much."""
    packing = (response.getheader("Content-Encoding") or "").strip().lower()
    if packing in _PLAIN or not payload:
        return payload
    if packing not in _GZIPPED:
        raise SourceError(
            f"the response is packed as {packing[:20]!a}, which was not asked for; save the page as HTML"
        )
    content, whole = gunzipped(payload, limit)
    if len(content) > limit:
        raise _too_large(limit, "unpacks to more")
    if not whole or not is_gzip(payload):
        raise SourceError(_CUT)
    return content


def _too_large(limit: int, how: str) -> SourceError:
    return SourceError(
        f"the response {how} than {limit:,} bytes; save only the article, or raise max_source_bytes"
    )


def parted_record(record: bytes) -> tuple[HTTPMessage, bytes]:
    """Return the fields of a WARC record and the block below them; ValueError where it is none."""
    stream = BytesIO(record)
    if not stream.readline().startswith(WARC):
        raise ValueError("no WARC record")
    try:
        fields = parse_headers(stream)
    except HTTPException as error:
        raise ValueError("no WARC record") from error
    length = int(fields.get("Content-Length", ""))
    return fields, stream.read()[: max(0, length)]


def kept_capture(data: bytes, where: str, limit: int) -> Capture:
    """Return the page that a packed WARC record of a response keeps; SourceError where it is damaged."""
    try:
        fields, block = parted_record(gunzipped(data, limit + HEAD_ROOM)[0])
        response = response_from(BytesIO(block))
        content = unpacked(payload_of(response, limit), response, limit)
        when = datetime.fromisoformat(fields.get("WARC-Date", ""))
    except (HTTPException, OSError, ValueError, zlib.error) as error:
        raise SourceError(_DAMAGED) from error
    return Capture(
        source=where,
        where=where,
        content=content,
        address=fields.get("WARC-Target-URI", ""),
        media_type=response.getheader("Content-Type") or "",
        when=when if when.tzinfo is not None else when.replace(tzinfo=UTC),
    )
