"""JSON feeds: one account, a list of accounts, a feed of articles, or one account a line.

Enters: the text of a JSON or JSON Lines file. Leaves: `Draft`s, and problems as (where, reason).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from variorum.errors import SourceError
from variorum.read.media.drafts import Complaint, Draft, Found, below_headline
from variorum.read.media.pages import fragment
from variorum.read.page.genres import LONGEST_POST
from variorum.read.page.wording import language_code
from variorum.settings import Settings

TEXT_FIELDS = ("text", "content", "body", "article", "articleBody", "article_body", "full_text", "fulltext",
        "article_content", "maintext", "main_text", "story", "transcript", "raw_text", "content_text",
        "description", "summary", "message", "tweet")  # fmt: skip
TITLE_FIELDS = ("title", "headline", "article_title", "heading", "name", "subject")
URL = ("url", "link", "uri", "source_url", "permalink", "canonical_url", "web_url", "href")
DATE = ("date", "published", "publishedAt", "published_at", "date_published", "datePublished", "pubDate",
        "pub_date", "publication_date", "publish_date", "date_publish", "published_date", "publicationDate", "dct",
        "created_at", "createdAt", "timestamp", "datetime", "time", "dateCreated", "issued")  # fmt: skip
OUTLET = ("publisher", "outlet", "source", "site", "sitename", "site_name", "source_name", "publication",
          "newspaper", "news_source", "provider", "media", "agency", "source_domain", "domain")  # fmt: skip
PLATFORM = ("platform", "network")
LIST_FIELDS = ("articles", "items", "entries", "documents", "docs", "results", "data", "accounts", "posts",
         "stories", "news", "hits", "records", "value")  # fmt: skip
"""Field names, each list from the likeliest to the least likely; the first that holds a value counts."""

POST_FIELDS = ("platform", "tweet_id", "retweet_count", "like_count", "handle", "screen_name", "hashtags",
        "favorite_count", "favourite_count", "reply_count", "repost_count", "reposts", "retweets",
        "in_reply_to", "post_id")  # fmt: skip
"""Fields that only posts have."""
POST_HINTS = ("username", "user_handle", "likes", "shares", "replies", "boosts", "reactions", "views",
        "followers")  # fmt: skip
"""Fields that posts have and articles may have: they count in short rows without a title."""
HANDLES = (
    "handle",
    "screen_name",
    "username",
    "user_handle",
    "user_name",
    "account",
    "user",
    "author",
)
"""Fields that name who posted, the surest first."""
LANGUAGE = ("language", "lang", "inLanguage", "locale")

NOT_JSON = "is not valid JSON ({error}); correct it, or save the account as plain text"

_DEFAULTS = Settings()


Fields = Mapping[str, object]


def read_json(text: str, source: str, settings: Settings = _DEFAULTS) -> Found:
    """Read a whole JSON document; where it holds one account a line, read it by lines."""
    try:
        value = msgspec.json.decode(text.lstrip("\ufeff"))
    except (msgspec.MsgspecError, RecursionError, UnicodeEncodeError) as error:
        if _by_lines(text):
            return read_lines(text, source, settings)
        return [], [(source, _unreadable(error))]
    return read_value(value, source, settings)


def read_value(value: object, source: str, settings: Settings) -> Found:
    """Read what a JSON document holds: the accounts in it, wherever they are."""
    rows = list(_rows(value))
    if not rows:
        return [], [(source, _no_text(value))]
    named = len(rows) > 1
    told = (
        (f"{source}#{n}", f"{source}, item {n}", row) if named else (source, source, row)
        for n, row in enumerate(rows, start=1)
    )
    return _read(told, settings)


def is_json(text: str) -> bool:
    """Tell whether a text is JSON as a whole, or by lines: an object, or a list of objects."""
    if text.lstrip("\ufeff \t\r\n")[:1] not in ("{", "["):
        return False
    try:
        value = msgspec.json.decode(text.lstrip("\ufeff"))
    except (msgspec.MsgspecError, RecursionError, UnicodeEncodeError):
        return _by_lines(text)
    return isinstance(value, dict) or any(isinstance(row, dict) for row in value)


def read_lines(text: str, source: str, settings: Settings = _DEFAULTS) -> Found:
    """Read one JSON value a line; a line that cannot be read is a complaint, the rest goes on."""
    drafts: list[Draft] = []
    complaints: list[Complaint] = []
    for number, line in enumerate(text.lstrip("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{source}, line {number}"
        try:
            value = msgspec.json.decode(line)
        except (msgspec.MsgspecError, RecursionError, UnicodeEncodeError) as error:
            complaints.append((where, _unreadable(error)))
            continue
        good, bad = _read([(f"{source}#{number}", where, value)], settings)
        drafts.extend(good)
        complaints.extend(bad)
    return drafts, complaints


def _read(
    rows: Iterator[tuple[str, str, object]] | Sequence[tuple[str, str, object]], settings: Settings
) -> Found:
    drafts: list[Draft] = []
    complaints: list[Complaint] = []
    for source, where, value in rows:
        try:
            draft = (
                draft_of_row(value, source, where, settings) if isinstance(value, dict) else None
            )
        except SourceError as error:
            complaints.append((where, str(error)))
            continue
        if draft is None:
            complaints.append((where, _no_text(value)))
        else:
            drafts.append(draft)
    return drafts, complaints


def _by_lines(text: str) -> bool:
    first, _, rest = text.lstrip("\ufeff \r\n").partition("\n")
    if not rest.strip():
        return False
    try:
        return isinstance(msgspec.json.decode(first), dict)
    except (msgspec.MsgspecError, RecursionError, UnicodeEncodeError):
        return False


def _rows(value: object) -> Iterator[object]:
    """Find the accounts: the value itself, a list, or a list under a telling name."""
    if isinstance(value, list):
        yield from value
        return
    if not isinstance(value, dict):
        return
    if _text(_flat(value)) is not None:
        yield value
        return
    for name in LIST_FIELDS:
        inner = value.get(name)
        if isinstance(inner, list) and inner:
            yield from inner
            return
        if isinstance(inner, dict):
            yield from _rows_once(inner)
            return
    if _first(value, TITLE_FIELDS) is not None:
        yield value


def _rows_once(value: Fields) -> Iterator[object]:
    """Look one level further down ("data": {"articles": […]}) and no deeper."""
    for name in LIST_FIELDS:
        inner = value.get(name)
        if isinstance(inner, list):
            yield from inner
            return
    yield value


def draft_of_row(fields: Fields, source: str, where: str, settings: Settings) -> Draft | None:
    """Return a row as a draft, by the names of its fields; ``None`` where none holds a text."""
    fields = _flat(fields)
    content, title = _text(fields), _first(fields, TITLE_FIELDS)
    if content is None:
        return None
    title = fragment.plain_line(title) if title else None
    content, headings = fragment.plain_text(content, settings)
    text, headings, titled = below_headline(title, content, headings)
    platform = _platform(fields) or (None if title else _hinted(fields, content))
    return Draft(
        text=text,
        source=source,
        where=where,
        title=" ".join(title.split()) if title else None,
        outlet=_outlet(fields) or (_handle(fields) if platform else None),
        url=_first(fields, URL),
        date=_date(fields),
        language=language_code(_first(fields, LANGUAGE)),
        platform=platform,
        headings=headings,
        titled=titled,
    )


def _flat(fields: Fields) -> Fields:
    """Look through one wrapper, as search engines put it around a document."""
    inner = fields.get("_source") or fields.get("article")
    return inner if isinstance(inner, dict) else fields


def _text(fields: Fields) -> str | None:
    """Return the first text field as it is; a list of paragraphs is joined by blank lines."""
    for name in TEXT_FIELDS:
        value = _field(fields, name)
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if isinstance(value, str) and value.strip():
            return value
    return None


def _first(fields: Fields, names: Sequence[str]) -> str | None:
    for name in names:
        value = _field(fields, name)
        if isinstance(value, str) and value.strip():
            return value.strip() if names is not TEXT_FIELDS else value
    return None


def _field(fields: Fields, name: str) -> object:
    """Return a field by its name, in any case."""
    if name in fields:
        return fields[name]
    return next((fields[key] for key in fields if key.lower() == name.lower()), None)


def _outlet(fields: Fields) -> str | None:
    """Return the publisher's name; feeds nest it as {"name": …}."""
    for name in OUTLET:
        value = _field(fields, name)
        if isinstance(value, dict):
            value = _first(value, ("name", "title", "id"))
        if isinstance(value, str) and value.strip() and "://" not in value:
            return " ".join(value.split())
    return None


def _date(fields: Fields) -> str | None:
    for name in DATE:
        value = _field(fields, name)
        if isinstance(value, str | int | float) and not isinstance(value, bool) and value:
            return str(value)
    return None


def _platform(fields: Fields) -> str | None:
    stated = _first(fields, PLATFORM)
    if stated is not None:
        return stated
    return next((name for name in POST_FIELDS[1:] if fields.get(name) is not None), None)


def _hinted(fields: Fields, content: str) -> str | None:
    """Take a short row without a title for a post, if it has counts of likes or a handle."""
    if len(content.split()) > LONGEST_POST:
        return None
    hint = next((name for name in POST_HINTS if _field(fields, name) is not None), None)
    by = _outlet(fields) or _handle(fields) or ""
    return hint or (by if by.startswith("@") else None)


def _handle(fields: Fields) -> str | None:
    """Return who posted, as the row names them; rows of networks nest it as {"screen_name": …}."""
    for name in HANDLES:
        value = _field(fields, name)
        if isinstance(value, dict):
            value = _first(value, (*HANDLES, "name"))
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    return None


def _unreadable(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "is nested too deeply to be read; save only its text"
    return NOT_JSON.format(error=str(error).split(" - at")[0])


def _no_text(value: object) -> str:
    if isinstance(value, dict):
        found = ", ".join(sorted(map(str, value))[:8]) or "none"
        return f"has no text; expected a field such as text, content or body, found: {found}"
    return 'is not an object with a text; write it as {"text": "…"}'
