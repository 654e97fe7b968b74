"""Syndicated: feeds of articles as sites publish them, RSS and Atom, an account an entry.

Enters: the bytes of a feed, `Settings`. Leaves: `Draft`s, and problems as (where, reason).

An entry's outlet is the source that it names, as feeds that gather from others do; else the feed itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from xml.sax import SAXException

from variorum.errors import SourceError
from variorum.read.media.drafts import Complaint, Draft, Found, below_headline
from variorum.read.media.extras import missing
from variorum.read.media.formats import declares_entities
from variorum.read.media.pages import fragment
from variorum.read.page.wording import language_code
from variorum.settings import Settings

SUMMARY = 80
"""An entry's description of fewer words is taken for a summary of what its page holds."""

_FAILURES = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What feedparser has been seen to raise on damaged feeds."""
_DAMAGED = "the feed cannot be read; save each article as a file of its own, as plain text or HTML"

Fields = Mapping[str, object]


def read_feed(data: bytes, source: str, settings: Settings) -> Found:
    """Return the entries of a feed as drafts, in its order."""
    try:
        import feedparser
    except ImportError as error:
        raise missing("feedparser") from error
    if declares_entities(data):
        raise SourceError(_DAMAGED)
    try:
        # a stream, since feedparser takes bytes for the name of a file if there is such a file
        feed = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except _FAILURES as error:
        raise SourceError(_DAMAGED) from error
    drafts, complaints = _drafts(feed.entries, feed.feed, source, settings)
    if isinstance(feed.get("bozo_exception"), SAXException):
        told = "the feed is damaged or ends too early, and entries may be missing; fetch it again"
        complaints.insert(0, (source, told))
    if not drafts and not complaints:
        raise SourceError("the feed holds no entries; fetch it again")
    return drafts, complaints


def _drafts(entries: list[Fields], feed: Fields, source: str, settings: Settings) -> Found:
    drafts: list[Draft] = []
    complaints: list[Complaint] = []
    short: list[int] = []
    for number, entry in enumerate(entries, start=1):
        where = f"{source}, entry {number}"
        content, whole = _content(entry)
        try:
            draft = _draft(entry, feed, (f"{source}#{number}", where), content, settings=settings)
        except SourceError as error:
            complaints.append((where, str(error)))
            continue
        if content.strip():
            drafts.append(draft)
            short += [] if whole or len(draft.text.split()) >= SUMMARY else [number]
        else:
            complaints.append((where, "the entry holds no text; open its page and save it"))
    if short:
        told = (
            f"entries that seem to hold a summary only: {len(short)} (the first is entry {short[0]}); "
            "open their pages and save them to compare the whole articles"
        )
        complaints.append((source, told))
    return drafts, complaints


def _draft(
    entry: Fields, feed: Fields, names: tuple[str, str], content: str, *, settings: Settings
) -> Draft:
    title = fragment.plain_line(_line(entry, "title") or "") or None
    text, headings, titled = below_headline(title, *fragment.plain_text(content, settings))
    origin = entry.get("source")
    named = _line(origin, "title") if isinstance(origin, Mapping) else None
    return Draft(
        text=text,
        source=names[0],
        where=names[1],
        title=title,
        outlet=named or _line(entry, "publisher") or _line(feed, "title"),
        url=_line(entry, "link"),
        date=_line(entry, "published") or _line(entry, "updated"),
        language=language_code(_line(entry, "language") or _line(feed, "language")),
        headings=headings,
        titled=titled,
    )


def _content(entry: Fields) -> tuple[str, bool]:
    """Return the words of an entry, and whether they are its content and no mere description."""
    parts = entry.get("content")
    told = [str(part.get("value") or "") for part in parts] if isinstance(parts, list) else []
    whole = max(told, key=len, default="")
    summary = _line(entry, "summary", lines=True) or ""
    return (whole, True) if len(whole) >= len(summary) and whole.strip() else (summary, False)


def _line(fields: Fields, name: str, *, lines: bool = False) -> str | None:
    value = fields.get(name)
    if not isinstance(value, str) or not value.strip():
        return None
    return value if lines else " ".join(value.split())
