"""Exchange: one request to a server and its one response, with every byte of both.

Enters: a `WebAddress`, conditions, `Bounds`, the `Outside`. Leaves: an `Exchange`; SourceError where no whole response
came in time and within the bounds. No cookie is sent or kept, nothing is followed, no content is run.
"""

from __future__ import annotations

import socket
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from http.client import HTTPException, HTTPResponse
from importlib.metadata import version
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, BinaryIO, cast
from urllib.parse import urljoin

from msgspec import Struct

from variorum.errors import SourceError
from variorum.read.media.archives.captures import media_type
from variorum.read.media.archives.responses import payload_of, response_from, unpacked
from variorum.read.readers import WEB_ENDINGS
from variorum.read.web.addresses import WebAddress, address_of
from variorum.read.web.reaching import Outside, reach

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

AGENT = "Variorum"
"""The name by which a server, and its robots.txt, knows who asks."""
OK = 200
"""The status of a response that holds a page."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})
"""Statuses that lead to another address."""
_HEAD_ENDS = (b"\n\r\n", b"\n\n")


class Bounds(Struct, frozen=True, kw_only=True):
    """Seconds until a connection is open, without a byte, and for an address in all; bytes of a response."""

    opening_s: float = 10
    silence_s: float = 20
    whole_s: float = 120
    most_bytes: int = 20_000_000


class Request(Struct, frozen=True):
    """What is asked: an address, under conditions, for a `page` or for rules of its server."""

    address: WebAddress
    conditions: Mapping[str, str] = {}
    page: bool = True


class Exchange(Struct, frozen=True, kw_only=True):
    """What was `sent` to the server at `ip`, what came back, and `when`.

    `response` is every byte of it, `payload` those below its head, without chunks, and `content` the same unpacked.
    """

    address: WebAddress
    ip: str
    when: datetime
    sent: bytes
    response: bytes
    status: int
    fields: Mapping[str, str]
    payload: bytes
    content: bytes


class _Wire(RawIOBase):
    """What comes over a connection, within its time and its bytes."""

    def __init__(
        self, connection: socket.socket, bounds: Bounds, outside: Outside, until: float
    ) -> None:
        self._connection, self._bounds = connection, bounds
        self._clock, self._until = outside.clock, until
        self._room = bounds.most_bytes

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        left = self._until - self._clock()
        if left <= 0:
            raise TimeoutError
        self._connection.settimeout(min(self._bounds.silence_s, left))
        count = self._connection.recv_into(buffer)
        self._room -= count
        if self._room < 0:
            raise SourceError(
                f"the response has more than {self._bounds.most_bytes:,} bytes; save only the article, "
                "or raise max_source_bytes"
            )
        return count


class _Recorded(BufferedReader):
    """A stream that keeps what was read of it, and nothing of what lies beyond."""

    def __init__(self, raw: RawIOBase) -> None:
        super().__init__(raw)
        self.taken = bytearray()

    def readline(self, size: int | None = -1, /) -> bytes:
        line = super().readline(size)
        self.taken += line
        return line

    def read(self, size: int | None = -1, /) -> bytes:
        part = super().read(size)
        self.taken += part
        return part


def exchanged(request: Request, bounds: Bounds, outside: Outside, until: float) -> Exchange:
    """Send one request and return the whole response; `until` is when the outside's clock ends it."""
    address = request.address
    seconds = min(bounds.opening_s, until - outside.clock())
    if seconds <= 0:
        raise _late(address)
    connection, ip = reach(address, outside, seconds)
    sent, when = _sent(request), outside.now()
    with closing(connection):
        try:
            connection.sendall(sent)
            with _Recorded(_Wire(connection, bounds, outside, until)) as stream:
                response = response_from(cast("BinaryIO", stream))
                if not stream.taken.endswith(_HEAD_ENDS):
                    raise HTTPException("the head was cut")
                _require_read(response, request)
                payload = payload_of(response, bounds.most_bytes)
                content = unpacked(payload, response, bounds.most_bytes)
                taken = bytes(stream.taken)
        except TimeoutError as error:
            raise _late(address) from error
        except (OSError, HTTPException, ValueError) as error:
            raise SourceError(
                f"{address.authority} did not send a whole response ({type(error).__name__}); try again later, "
                "or save the page as HTML"
            ) from error
    return Exchange(
        address=address,
        ip=ip,
        when=when,
        sent=sent,
        response=taken,
        status=response.status,
        fields=fields_of(response),
        payload=payload,
        content=content,
    )


def fields_of(response: HTTPResponse) -> dict[str, str]:
    """Return the fields of a response by their names in small letters; of several with one name the first."""
    return {name.lower(): told for name, told in reversed(response.getheaders())}


def _sent(request: Request) -> bytes:
    fields = {
        "Host": request.address.authority,
        "User-Agent": f"{AGENT}/{version('variorum')}",
        "Accept": ", ".join(WEB_ENDINGS),
        "Accept-Encoding": "gzip",
        **request.conditions,
        "Connection": "close",
    }
    head = "".join(f"{name}: {told}\r\n" for name, told in fields.items())
    return f"GET {request.address.target} HTTP/1.1\r\n{head}\r\n".encode("ascii")


def _require_read(response: HTTPResponse, request: Request) -> None:
    """Raise SourceError for a page in a form that is not read, before a byte of it is waited for."""
    kind = media_type(response.getheader("Content-Type"))
    if request.page and response.status == OK and kind not in WEB_ENDINGS:
        told = f"is {kind[:60]!a}" if kind else "does not say what it is"
        raise SourceError(
            f"the response {told}, which is not read from an address; save it as a file, and name the file"
        )


def _late(address: WebAddress) -> SourceError:
    return SourceError(
        f"{address.authority} took too long; try again later, or save the page as HTML"
    )


def redirect_of(address: str, status: int, fields: Mapping[str, str]) -> WebAddress | None:
    """Return where a response leads; ``None`` where it leads nowhere, SourceError where that may not be asked."""
    location = fields.get("location", "").strip()
    if status not in REDIRECTS or not location:
        return None
    try:
        to = address_of(urljoin(address, location))
    except (SourceError, ValueError) as error:
        raise SourceError(
            "the server leads to an address that is never asked; look where it leads in a browser, and save "
            "the page as HTML"
        ) from error
    if address.startswith("https:") and to.scheme != "https":
        raise SourceError(
            "the server leads from https to http, where anybody on the way could change the page; save it as HTML"
        )
    return to
