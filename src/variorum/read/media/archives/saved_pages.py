"""Saved pages: MHTML, a page and all its parts in one file, as browsers save them.

Enters: the bytes of a file (RFC 2557), `Settings`. Leaves: a `Draft` of the page.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email import message_from_bytes
from email.errors import CloseBoundaryNotFoundDefect, MessageError
from email.message import Message
from email.policy import default
from email.utils import parsedate_to_datetime
from typing import cast

from variorum.errors import SourceError
from variorum.read.media.archives.captures import PAGE_TYPES, Capture, media_type, read_capture
from variorum.read.media.drafts import Found
from variorum.settings import Settings

_FIELD = re.compile(r"^([A-Za-z][A-Za-z-]{1,40}):", re.M)
_RELATED = re.compile(r"^content-type:[ \t]*multipart/related\b", re.I | re.M)
_ASKED_OF = ("Snapshot-Content-Location", "Content-Location")
_CUT = "the file is cut short, and what is there was read; save the page again"


def is_saved_page(text: str) -> bool:
    """Tell a page with its parts from a letter: it was sent to nobody, or says where it was."""
    head = re.split(r"\r?\n\r?\n", text[:20_000].lstrip("\ufeff \t\r\n"), maxsplit=1)[0]
    fields = {name.lower() for name in _FIELD.findall(head)}
    if "snapshot-content-location" in fields:
        return True
    return _RELATED.search(head) is not None and not fields & {"to", "received", "message-id"}


def read_saved_page(data: bytes, where: str, settings: Settings) -> Found:
    """Return the page that an MHTML file holds."""
    message = message_from_bytes(data, policy=default)
    try:
        page = _page(message)
        if page is None:
            raise SourceError("the file holds no page; save the page as HTML")
        content = cast("bytes | None", page.get_payload(decode=True))
        address = next((told for name in _ASKED_OF if (told := _field(message, name))), None)
        capture = Capture(
            source=where,
            where=where,
            content=content or b"",
            address=address or _field(page, "Content-Location"),
            media_type=_field(page, "Content-Type"),
            when=_when(_field(message, "Date")),
        )
    except (MessageError, LookupError, TypeError, ValueError) as error:
        raise SourceError("the file is damaged; save the page as HTML") from error
    draft, complaints = read_capture(capture, settings)
    cut = any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects)
    return [draft], [*complaints, *([(where, _CUT)] if cut else [])]


def _page(message: Message) -> Message | None:
    """Return the part with the page: the one that is named as the first, or the first that is a page."""
    parts = [part for part in message.walk() if media_type(part.get_content_type()) in PAGE_TYPES]
    start = message.get_param("start")
    named = [part for part in parts if start and _field(part, "Content-ID") == start]
    return next(iter([*named, *parts]), None)


def _field(message: Message, name: str) -> str:
    return str(message.get(name) or "").strip()


def _when(told: str) -> datetime | None:
    try:
        when = parsedate_to_datetime(told)
    except (TypeError, ValueError):
        return None
    return when if when.tzinfo is not None else when.replace(tzinfo=UTC)
