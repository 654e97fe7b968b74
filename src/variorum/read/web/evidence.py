"""Evidence: every response that a ledger's addresses gave, as it came, in a web archive beside the ledger.

Enters: exchanges. Leaves: a WARC file that only grows: each request and its response, byte for byte, with the time,
the server's IP address and SHA-256 digests; and where in it stands what an address gave last.

Each exchange is on the disk before the next begins. A last record that a crash left half is cut off; a file that is
damaged anywhere else is left as it is.
"""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC
from http.client import HTTPException
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Self

from msgspec import Struct
from msgspec.structs import replace

from variorum.errors import LedgerError, SourceError
from variorum.read.inputs import Slice
from variorum.read.media.archives.responses import parted_record, response_from
from variorum.read.web.exchange import OK, Exchange, fields_of, redirect_of
from variorum.read.web.warc_files import (
    MAKER,
    SAME_CONTENT,
    SERVER_SAYS,
    about,
    digest_of,
    digest_told,
    exchange_records,
    holds_record,
    records_in,
)

UNCHANGED = 304
"""The status that says that a page is as it was."""
CONDITIONS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
"""By which field of a response a later request asks whether it has changed, and how."""
_LONGEST_CONDITION = 1_000


class Retrieved(Struct, frozen=True, kw_only=True):
    """What an address gave: where in the archive it stands, when (ISO 8601), its digest, and how to ask for changes.

    `leads_to` is where it redirects; then it holds no page.
    """

    part: Slice
    when: str
    digest: str
    conditions: Mapping[str, str]
    leads_to: str | None = None


class EvidencePacket:
    """The web archive of a ledger, for one run at a time; LedgerError where it cannot be used. Close it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: dict[str, Retrieved] = {}
        self._file = _opened(path)
        try:
            self._read()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):  # what could not be written was told when it could not
            self._file.close()
        with suppress(OSError):
            if self.path.stat().st_size == 0:
                self.path.unlink()

    def known(self, address: str) -> Retrieved | None:
        """Return what an address gave the last time that it gave anything."""
        return self._known.get(address)

    def page_of(self, address: str, most: int) -> Retrieved | None:
        """Return the page that an address led to, over at most so many others."""
        for _ in range(most + 1):
            found = self._known.get(address)
            if found is None or found.leads_to is None:
                return found
            address = found.leads_to
        return None

    def add(self, exchange: Exchange) -> None:
        """Keep an exchange. A page that is as it was is noted as such: the earlier record stays the one that is read."""
        before, digest = self._known.get(exchange.address.text), digest_of(exchange.payload)
        when = f"{exchange.when.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"
        seen = None
        if before is not None and _is_same(before, exchange.status, digest):
            profile = SERVER_SAYS if exchange.status == UNCHANGED else SAME_CONTENT
            seen = {"WARC-Profile": profile, "WARC-Refers-To-Date": before.when}
            digest = before.digest
        request, response = exchange_records(exchange, when, digest, seen)
        end = self._write(request + response, when)
        made = Retrieved(
            part=Slice(end - len(response), len(response)), when=when, digest=digest, conditions={}
        )
        self._learn(exchange.address.text, made, exchange.status, exchange.fields)

    def _learn(self, address: str, made: Retrieved, status: int, fields: Mapping[str, str]) -> None:
        """Note what a record says of an address; errors and what leads nowhere say nothing."""
        before, conditions = self._known.get(address), _conditions(fields)
        if before is not None and _is_same(before, status, made.digest):
            self._known[address] = replace(before, conditions=conditions or before.conditions)
            return
        with suppress(SourceError):
            to = redirect_of(address, status, fields)
            if status == OK or to is not None:
                leads_to = to.text if to is not None else None
                self._known[address] = replace(made, conditions=conditions, leads_to=leads_to)

    def _write(self, records: bytes, when: str) -> int:
        """Write records in one piece, to the disk; return where they end."""
        try:
            if self._file.seek(0, os.SEEK_END) == 0:
                records = about(when) + records
            self._file.write(records)
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise LedgerError(
                f"What was retrieved cannot be kept in {self.path} ({error.strerror}). Make room there, and "
                "run the same command again: all that was kept before counts."
            ) from error
        return self._file.tell()

    def _read(self) -> None:
        """Learn what was kept earlier, and cut off a last record that a crash left half."""
        size, end = self._file.seek(0, os.SEEK_END), 0
        try:
            for part, head in records_in(self._file, size):
                if end == 0 and MAKER.encode() not in head:
                    raise zlib.error("made by another program")
                self._recall(part, head)
                end = part.start + part.length
            self._file.seek(end)
            if holds_record(self._file.read()[1:]):
                raise zlib.error("whole records stand behind one that is not")
        except zlib.error as error:
            raise LedgerError(
                f"{self.path} is damaged (at byte {end:,}), or was not made by Variorum, so that no response can be "
                "added to it. Restore it, or move it away: it is never written over."
            ) from error
        if end < size:
            self._file.truncate(end)

    def _recall(self, part: Slice, head: bytes) -> None:
        with suppress(ValueError, HTTPException):
            told, block = parted_record(head)
            if told.get("WARC-Type") not in ("response", "revisit"):
                return
            response = response_from(BytesIO(block))
            made = Retrieved(
                part=part,
                when=told.get("WARC-Date", ""),
                digest=digest_told(told),
                conditions={},
            )
            fields = fields_of(response)
            self._learn(told.get("WARC-Target-URI", ""), made, response.status, fields)


def _is_same(before: Retrieved, status: int, digest: str) -> bool:
    """Tell whether a response says, or its content shows, that a page is as it was."""
    same = status == UNCHANGED or (status == OK and before.digest == digest)
    return same and before.leads_to is None


def _conditions(fields: Mapping[str, str]) -> dict[str, str]:
    """Return what to ask by; a field that could make a request into something else is none."""
    return {
        asked: told
        for name, asked in CONDITIONS.items()
        if (told := fields.get(name, ""))
        and told.isascii()
        and told.isprintable()
        and len(told) <= _LONGEST_CONDITION
    }


def _opened(path: Path) -> BinaryIO:
    """Open an archive to read and to add to; through no link, and nothing but an ordinary file."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        number = os.open(path, flags | getattr(os, "O_NONBLOCK", 0), 0o666)
    except OSError as error:
        raise LedgerError(
            f"What is retrieved cannot be kept in {path} ({error.strerror}). Name a ledger in a folder that can "
            "be written to; a link in its place is not followed."
        ) from error
    refusal = None
    if not stat.S_ISREG(os.fstat(number).st_mode):
        refusal = f"{path} is no ordinary file. Move it away."
    elif not _is_ours_alone(number):
        refusal = (
            f"Another run is adding to {path}. Wait for it to end, and run the same command again."
        )
    if refusal is not None:
        os.close(number)
        raise LedgerError(refusal)
    return os.fdopen(number, "r+b")


def _is_ours_alone(number: int) -> bool:
    """Keep other runs out until the file is closed, on systems that can; tell whether it worked."""
    try:
        import fcntl
    except ImportError:  # Windows
        return True
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
