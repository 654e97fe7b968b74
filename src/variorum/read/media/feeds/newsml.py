"""NewsML: articles as agencies send them, NewsML-G2 and the older NITF.

Enters: the bytes of a file (IPTC), `Settings`. Leaves: `Draft`s, and problems as (where, reason).

Of several versions of one article the last counts. What an agency has withdrawn is no account.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from msgspec.structs import replace

from variorum.read.media.documents.marked_up import blocks, first, root_of, words
from variorum.read.media.documents.paragraphs import draft_of
from variorum.read.media.drafts import Complaint, Draft, Found, below_headline
from variorum.read.media.formats import NO_ARTICLE, WITHDRAWN, root
from variorum.read.page.wording import language_code
from variorum.settings import Settings

_ROOTS = frozenset({"newsMessage", "newsItem", "nitf"})
_ENDED = ("canceled", "cancelled", "withheld")


def is_newsml(text: str) -> bool:
    """Tell NewsML-G2 and NITF by the name of the root."""
    return root(text) in _ROOTS


def read_newsml(data: bytes, source: str, settings: Settings) -> Found:
    """Return the articles of a message as drafts; no setting concerns them."""
    document = root_of(data)
    items = list(document.iter("{*}newsItem")) or [document]
    last, complaints = _last_versions(items, source)
    drafts: list[Draft] = []
    for number, item in last:
        where = f"{source}, item {number}" if len(items) > 1 else source
        name = f"{source}#{number}" if len(items) > 1 else source
        reason = _unfit(item)
        if reason is None:
            drafts.append(replace(_draft(item, name), where=where))
        else:
            complaints.append((where, reason))
    return drafts, complaints


def _last_versions(
    items: list[etree._Element], source: str
) -> tuple[list[tuple[int, etree._Element]], list[Complaint]]:
    """Return the last version of each article, and a complaint for each that was left out."""
    last: dict[str, tuple[int, etree._Element]] = {}
    complaints: list[Complaint] = []
    for number, item in enumerate(items, start=1):
        key = item.get("guid") or str(number)
        before = last.get(key)
        if before is None or _version(item) >= _version(before[1]):
            last[key] = number, item
        if before is not None:
            older = min((before, (number, item)), key=lambda one: _version(one[1]))[0]
            told = "another version of the article is later and counts; nothing needs to be done"
            complaints.append((f"{source}, item {older}", told))
    return sorted(last.values(), key=lambda one: one[0]), complaints


def _version(item: etree._Element) -> int:
    told = item.get("version", "")
    return int(told) if told.isdecimal() and len(told) < 10 else 0


def _unfit(item: etree._Element) -> str | None:
    status = first(item, "pubStatus")
    if status is not None and status.get("qcode", "").endswith(_ENDED):
        return WITHDRAWN
    return None if any(told for told, _ in _body(item)) else NO_ARTICLE


def _body(item: etree._Element) -> Iterator[tuple[str, bool]]:
    """Yield the blocks of an article: of NITF or XHTML inside, or lines of plain text."""
    content = next(
        (one for path in (("body.content",), ("inlineXML", "body"), ("inlineXML",)) if (one := first(item, *path)) is not None),
        None,
    )  # fmt: skip
    if content is not None:
        yield from blocks(content)
        return
    plain = first(item, "inlineData")
    for line in ("" if plain is None else "".join(plain.itertext())).split("\n\n"):
        yield " ".join(line.split()), False


def _draft(item: etree._Element, source: str) -> Draft:
    told = draft_of(_body(item), source)
    title = (
        words(first(item, "headline")) or words(first(item, "hl1")) or words(first(item, "title"))
    )
    byline = words(first(item, "contentMeta", "by")) or words(first(item, "byline"))
    above = f"{byline}\n\n" if byline else ""
    moved = [len(above) + at for at in told.headings]
    text, headings, titled = below_headline(title or None, above + told.text, moved)
    language = first(item, "contentMeta", "language")
    return replace(
        told,
        text=text,
        title=title or None,
        outlet=_outlet(item),
        date=_date(item),
        language=language_code(None if language is None else language.get("tag")),
        headings=headings,
        titled=titled,
    )


def _outlet(item: etree._Element) -> str | None:
    """Return whose report it is: the source that is named, or the provider."""
    for path in (("infoSource", "name"), ("provider", "name"), ("doc.rights",), ("pubdata",)):
        found = first(item, *path)
        told = words(found) or ("" if found is None else found.get("name", ""))
        if told:
            return told
    for name in ("infoSource", "provider"):
        found = first(item, name)
        if found is not None and (told := found.get("literal") or found.get("qcode", "")):
            return str(told).rpartition(":")[2]
    return None


def _date(item: etree._Element) -> str | None:
    for name in ("contentCreated", "firstCreated", "versionCreated", "date.issue"):
        found = first(item, name)
        told = "" if found is None else words(found) or found.get("norm", "")
        if told:
            return str(told)
    return None
