"""Captures: pages as a server sent them, from whatever archive, as drafts.

Enters: a `Capture`, `Settings`. Leaves: its `Draft`; SourceError where the page holds no account.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from msgspec import Struct
from msgspec.structs import replace

from variorum.read.media.drafts import Complaint, Draft
from variorum.read.media.letters.decoding import Decoded, decode
from variorum.read.media.letters.labels import codec_of
from variorum.read.media.pages.webpage import read_page
from variorum.settings import Settings

PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})
"""Media types of pages."""
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{2,30})", re.I)
_ADDRESS = re.compile(r"https?://\S{1,2000}\Z")


class Capture(Struct, frozen=True, kw_only=True):
    """A page with the address it was asked of, its media type as sent, and when (aware)."""

    source: str
    where: str
    content: bytes
    address: str
    media_type: str
    when: datetime | None


def media_type(sent: str | None) -> str:
    """Return a media type without its parameters, in lower case."""
    return (sent or "").partition(";")[0].strip().lower()


def read_capture(capture: Capture, settings: Settings) -> tuple[Draft, list[Complaint]]:
    """Return a captured page as a draft, with a complaint where its encoding was guessed."""
    decoded = _decoded(capture)
    draft = read_page(decoded.text, capture.source, settings)
    known = _ADDRESS.match(capture.address) is not None
    made = replace(
        draft,
        where=capture.where,
        url=capture.address if known else draft.url,
        captured=moment_of(capture),
    )
    return made, [(capture.where, decoded.note)] if decoded.note else []


def moment_of(capture: Capture) -> str | None:
    """Return when a page was captured, to the second, in ISO 8601 and UTC."""
    return None if capture.when is None else f"{capture.when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _decoded(capture: Capture) -> Decoded:
    """Decode a page; where that would be a guess, the server's word for its encoding counts."""
    decoded = decode(capture.content, page=True)
    told = _CHARSET.search(capture.media_type)
    codec = codec_of(told[1]) if told is not None else None
    if decoded.note is None or codec is None:
        return decoded
    try:
        return Decoded(capture.content.decode(codec))
    except UnicodeDecodeError:
        return decoded
