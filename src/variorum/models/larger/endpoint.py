"""Endpoint: one address that answers chat completions, and all that may go wrong on the way there.

Enters: the body of a call. Leaves: the body of the reply, or a `Failure` with what to do.

Nothing is followed to another address, no reply may be longer or take longer than a limit, and the
key goes nowhere but into the header of a call: it is taken out of whatever is told of a reply.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import ip_address
from socket import SHUT_RDWR, socket
from threading import Event, Timer
from typing import Final
from urllib.parse import SplitResult, urlsplit

import msgspec
from msgspec import Struct

from variorum.errors import UsageError
from variorum.folding import cut
from variorum.models.larger.form import NO_JSON

KEY: Final = "OPENAI_API_KEY"
"""The variable of the environment with the key; without it none is sent."""
LARGEST_REPLY: Final = 1_000_000
"""Bytes of a reply; answers on a hundred pairs have some 20,000."""
PAUSES: Final = (1.0, 4.0, 15.0)
"""Seconds before a call is tried again, the second time, the third and the last."""
LONGEST_PAUSE: Final = 60.0
"""An endpoint that asks to wait longer is not waited for."""
LONGEST_TOLD: Final = 160
WITHHELD_KEY: Final = "[key]"
OK: Final = 200
SERVER_FAULT: Final = 500
REFUSED: Final = frozenset({400, 422})
"""Statuses of an endpoint that does not take what it is asked, and might take less."""
BUSY: Final = frozenset({408, 409, 425, 429})
"""Statuses after which the same call may be answered, beside all faults of a server."""


class Failure(Struct, frozen=True, kw_only=True):
    """Why a call was not answered, and what to do. `ends`: no other call would be."""

    reason: str
    advice: str
    ends: bool = False
    again: bool = False
    refused: bool = False
    wait: float = 0.0


class Endpoint:
    """Posts to one address, one call at a time."""

    def __init__(self, base_url: str, *, seconds: float) -> None:
        self._url = _checked(base_url)
        self._seconds = seconds
        self._key = _key(self._url)

    @property
    def host(self) -> str:
        """Return the host that is asked, with its port."""
        return self._url.netloc

    def post(self, body: bytes) -> bytes | Failure:
        """Return the reply to a call, tried again after a pause where that may help."""
        for pause in PAUSES:
            found = self._once(body)
            if isinstance(found, bytes) or not found.again:
                return found
            if found.wait > LONGEST_PAUSE:
                return msgspec.structs.replace(
                    found, reason=f"{found.reason}, and asks to wait {found.wait:,.0f} s", ends=True
                )
            time.sleep(max(pause, found.wait))
        return self._once(body)

    def _once(self, body: bytes) -> bytes | Failure:
        late = Event()
        connection = self._connection()
        watch: Timer | None = None
        try:
            connection.connect()
            watch = Timer(self._seconds, _hang_up, (connection.sock, late))
            watch.daemon = True
            watch.start()
            path = f"{self._url.path.rstrip('/')}/chat/completions"
            connection.request("POST", path, body, self._headers())
            reply = connection.getresponse()
            return self._read(reply, late)
        except (OSError, HTTPException, UnicodeError) as error:
            return self._broken(error, late=late.is_set() or isinstance(error, TimeoutError))
        finally:
            if watch:
                watch.cancel()
            connection.close()

    def _connection(self) -> HTTPConnection:
        kind = HTTPSConnection if self._url.scheme == "https" else HTTPConnection
        return kind(self._url.hostname or "", self._url.port, timeout=self._seconds)

    def _headers(self) -> dict[str, str]:
        told = {"Content-Type": "application/json", "Accept": "application/json"}
        return told | ({"Authorization": f"Bearer {self._key}"} if self._key else {})

    def _read(self, reply: HTTPResponse, late: Event) -> bytes | Failure:
        data = b""
        if (reply.length or 0) <= LARGEST_REPLY:
            data = reply.read(LARGEST_REPLY + 1)
        if (reply.length or 0) + len(data) > LARGEST_REPLY:
            reason = f"its reply has more than {LARGEST_REPLY:,} bytes"
            return Failure(reason=reason, advice=f"Is {self.host} an endpoint of chat completions?")
        if late.is_set() or reply.length or (reply.status == OK and not data):
            raise HTTPException("the connection ended before the reply did")
        return data if reply.status == OK else self._status(reply, data)

    def _broken(self, error: Exception, *, late: bool) -> Failure:
        if late:
            reason = f"it took longer than {self._seconds:g} s"
            return Failure(reason=reason, advice="It may be busy: try later.", again=True)
        reason = f"there was no reply ({self._told(str(error)) or type(error).__name__})"
        return Failure(
            reason=reason, advice=f"Does {self.host} run, and can be reached?", again=True
        )

    def holds_key(self, text: str) -> bool:
        """Tell whether a text has the key in it, which an endpoint may send back."""
        return bool(self._key) and self._key in text

    def _told(self, text: str) -> str:
        """Return what an endpoint said in one short line, without the key."""
        clean = text.replace(self._key, WITHHELD_KEY) if self._key else text
        return cut(" ".join(clean.split()), LONGEST_TOLD)

    def _status(self, reply: HTTPResponse, data: bytes) -> Failure:
        status = reply.status
        message = self._told(_message(data))
        reason = f"it replied {status}: {message}" if message else f"it replied {status}"
        if status in BUSY or status >= SERVER_FAULT:
            wait = _seconds(reply.getheader("Retry-After"))
            return Failure(reason=reason, advice="It is busy: try later.", again=True, wait=wait)
        if status in {401, 403}:
            return Failure(reason=reason, advice=f"Set {KEY} to a key that it takes.", ends=True)
        if status in REFUSED:
            return Failure(reason=reason, advice="Does the model take such calls?", refused=True)
        if status // 100 == 3:
            leads = self._told(reply.getheader("Location") or "nowhere")
            reason = f"it replied {status}, a redirect to {leads}, which was not followed"
            return Failure(reason=reason, advice="Name the right address yourself.", ends=True)
        return Failure(reason=reason, advice="Are the model and the address right?", ends=True)


def _hang_up(line: socket, late: Event) -> None:
    """End a call that takes too long, whatever it waits for."""
    late.set()
    with suppress(OSError):
        line.shutdown(SHUT_RDWR)


def _checked(base_url: str) -> SplitResult:
    """Return an address that can be called; UsageError for any other."""
    url = urlsplit(base_url)
    try:
        whole = url.scheme in {"http", "https"} and url.hostname and (url.port or 1)
    except ValueError:
        whole = None
    plain = base_url.isascii() and base_url.isprintable() and " " not in base_url
    if not (whole and plain) or url.query or url.fragment or "@" in url.netloc:
        raise UsageError(
            "The address of the larger judge is none: write --base-url https://HOST/v1, or "
            "http://localhost:PORT/v1, without a name, a key or a question in it."
        )
    return url


def _key(url: SplitResult) -> str:
    """Return the key of the environment; UsageError where it may not be sent."""
    key = os.environ.get(KEY, "").strip()
    if not (key.isascii() and key.isprintable()):
        raise UsageError(f"{KEY} holds characters that no key has: set it anew, or unset it.")
    if key and url.scheme == "http" and not _is_here(url.hostname or ""):
        raise UsageError(
            f"{KEY} would go to {url.hostname} over http, where anybody on the way can read it: "
            f"use https://, or unset {KEY} if that endpoint needs no key."
        )
    return key


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    with suppress(ValueError):
        return ip_address(host).is_loopback
    return False


def _seconds(header: str | None) -> float:
    """Return what a Retry-After header asks for in seconds: a number, or until a date; 0 for neither."""
    said = (header or "").strip()
    if said.isdecimal():
        return float(said[:9])
    with suppress(ValueError, TypeError):
        until = parsedate_to_datetime(said)
        return max(0.0, (until - datetime.now(UTC)).total_seconds())
    return 0.0


class _Told(Struct):
    message: str = ""


class _Error(Struct):
    error: _Told | str = ""


def _message(data: bytes) -> str:
    """Return what an endpoint says of an error, if anything."""
    try:
        error = msgspec.json.decode(data, type=_Error).error
    except NO_JSON:
        return ""
    return error if isinstance(error, str) else error.message
