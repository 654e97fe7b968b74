"""Accounts: a draft's text read as a page, with the facts that page and medium give together.

Enters: a `Draft`, a `LanguageIdentifier`, the languages that are read. Leaves: an `Account`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from urllib.parse import urlsplit

from variorum.folding import fold
from variorum.languages.pages import Pages
from variorum.languages.registry import DEFAULT
from variorum.languages.tables import Pattern
from variorum.read.media.drafts import Draft
from variorum.read.page import furniture
from variorum.read.page.agencies import files, is_outlet
from variorum.read.page.citing import Cited, cited_sources
from variorum.read.page.datelines import Dateline
from variorum.read.page.desk import Hints
from variorum.read.page.genres import LONGEST_POST as POST
from variorum.read.page.genres import Facts, genre
from variorum.read.page.line_roles import Page, parts_of_page, sure_furniture
from variorum.read.page.lines import Line, lines
from variorum.read.page.mastheads import is_dated
from variorum.read.page.publication import DateRange, field_date, find_date, partial_date, url_date
from variorum.read.page.regions import regions, split_dateline
from variorum.read.page.turns import Opening, closings, openings
from variorum.read.page.wording import wording
from variorum.records import Account, Citation, Published, Region, Span, new_id
from variorum.seams import LanguageIdentifier

LEAST_PROBABILITY = 0.8
"""A language less probable than this is not named."""

MOST_OUTLETS = 20
"""Outlets cited whose short names are looked for."""

_HANDLE = re.compile(r"(?<!\w)[@#]\w{2,40}")
_POSTED = re.compile(r"(?:[^@\n]{1,40} )?\(?(?P<handle>@\w{2,30})(?=[\s):·]|$)")
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/")
_YEAR = re.compile(r"[^\d]{0,12}((?:19|20)\d\d)(?![-–\d])")
_URL_YEAR = re.compile(r"/((?:19|20)\d\d)/")


class _Reading:
    """One draft while its facts are gathered; made once, only read afterwards."""

    def __init__(self, draft: Draft, named: tuple[str, ...]) -> None:
        self.draft = draft
        self.text = draft.text
        self.language = wording(draft.language, named)
        self.lines = lines(draft.text, self.language)
        sure = sure_furniture(self.lines)
        self.openings: tuple[Opening, ...] = openings(self.text, self.lines, sure)
        self.page: Page = parts_of_page(self.lines, sure, _hints(draft, self.lines, self.openings))
        whole = regions(
            self.lines, self.page, self.openings, closings=closings(self.lines, self.openings)
        )
        lead = self.lines[self.page.lead].start if self.page.lead < len(self.lines) else 0
        self.regions: tuple[Region, ...]
        self.dateline: Dateline | None
        self.regions, self.dateline = split_dateline(self.text, whole, lead, self.language)


def account(draft: Draft, identifier: LanguageIdentifier, named: tuple[str, ...] = ()) -> Account:
    """Return the account that a draft tells; its text holds more than white space.

    The id depends on the text and the facts found with it, never on the name of the source. `named` are
    the languages that are read beside those that ship, as settings name them.
    """
    reading = _Reading(draft, named)
    title = draft.title or _headline(reading)
    outlet = draft.outlet or _outlet(reading)
    published = _published(reading)
    facts = (draft.url, outlet, title, published.earliest, published.latest)
    identity = _identity(draft.text, *facts)
    cited = cited_sources(
        reading.text, reading.regions, reading.language, stated=_agency_place(reading)
    )
    return Account(
        id=identity,
        source=draft.source,
        text=draft.text,
        title=title,
        outlet=outlet,
        kind=genre(_facts(reading, title, outlet, cited)),
        language=_language(reading, identifier),
        published=published,
        place=_dateline_place(reading),
        url=draft.url,
        translated=_translated(reading),
        regions=reading.regions,
        cites=tuple(
            Citation(name=one.name, place=Span(identity, one.start, one.end, one.name))
            for one in cited
        ),
        pages=draft.pages,
        captured=draft.captured,
    )


def _identity(text: str, *facts: str | None) -> str:
    """Return an id of 96 bits, which begins alike for texts that differ in white space alone.

    Accounts are put in the order of their ids: a blank line more must not change it.
    """
    alike = new_id("a", " ".join(text.split()), *facts)
    return alike + new_id("a", text, *facts)[-8:]


def _hints(draft: Draft, found: Sequence[Line], spoken: tuple[Opening, ...]) -> Hints:
    offsets, times, linked = map(frozenset, (draft.headings, draft.times, draft.linked))
    return Hints(
        headings=frozenset(i for i, line in enumerate(found) if line.start in offsets),
        titled=draft.titled,
        title=draft.title,
        openings=spoken,
        framed=sum(line.end <= draft.framed for line in found),
        times=frozenset(i for i, line in enumerate(found) if line.start in times),
        linked=frozenset(i for i, line in enumerate(found) if line.start in linked),
    )


# --- facts from the page -------------------------------------------------------------------------


def _parts(reading: _Reading, part: str) -> Iterator[tuple[int, Line]]:
    for index, line in enumerate(reading.lines):
        if reading.page.parts[index] == part:
            yield index, line


def _edges(reading: _Reading) -> Iterator[Line]:
    """Yield the furniture above the first paragraph and below the last: between stand credits."""
    parts = reading.page.parts
    last = max((i for i, part in enumerate(parts) if part == "body"), default=-1)
    for index, line in _parts(reading, "furniture"):
        if index < reading.page.lead or index > last:
            yield line


def _headline(reading: _Reading) -> str | None:
    if reading.page.headline is None:
        return None
    line = reading.lines[reading.page.headline]
    return reading.text[line.start : line.end].strip("\ufeff#*_ ") or None


def _outlet(reading: _Reading) -> str | None:
    """The site, the dateline's agency, the masthead, an outlet alone on a line; never who holds a copyright."""
    if (site := _site(reading.draft.url)) is not None:
        return site
    if reading.dateline is not None and reading.dateline.agency is not None:
        return reading.dateline.agency
    for index, name in reading.page.named.items():
        return _name_in_print(reading, reading.lines[index], name)
    for line in _edges(reading):
        if (
            line.words <= 5
            and is_outlet(line.text, reading.language)
            and not furniture.is_linking(line)
        ):
            return line.text.strip()
    return _poster(reading)


def _poster(reading: _Reading) -> str | None:
    """The handle in the first line of a post: "Ana Lim @analim · 3h"."""
    match = _POSTED.match(reading.lines[0].text) if reading.lines else None
    return match["handle"] if match is not None and _word_count(reading) <= POST else None


def _word_count(reading: _Reading) -> int:
    return sum(line.words for line in reading.lines)


def _name_in_print(reading: _Reading, line: Line, name: str) -> str:
    """Return a name as the page prints it, where its folded form was found in a line."""
    start = line.start + max(0, fold(reading.text[line.start : line.end]).find(name))
    return reading.text[start : start + len(name)]


def _site(url: str | None) -> str | None:
    try:
        host = urlsplit(_ARCHIVED.sub("", url or "")).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _dateline_place(reading: _Reading) -> str | None:
    if reading.dateline is not None and reading.dateline.place is not None:
        return reading.dateline.place.rstrip(".,")
    if reading.page.places:
        return reading.lines[reading.page.places[0]].text
    return None


def _agency_place(reading: _Reading) -> Cited | None:
    """Where the dateline names its agency."""
    agency = reading.dateline.agency if reading.dateline is not None else None
    region = next((r for r in reading.regions if r.kind == "dateline"), None)
    told = _filed(reading) or (agency is not None and is_outlet(agency, reading.language))
    if agency is None or region is None or not told:
        return None
    start = reading.text.find(agency, region.start, region.end)
    return Cited(agency, start, start + len(agency), outlet=True) if start >= 0 else None


def _language(reading: _Reading, identifier: LanguageIdentifier) -> str | None:
    """Return the language that the page says it is in, if it is one that is read; else the likeliest.

    A page that says English may be in any: so templates have it that nobody filled in.
    """
    if reading.draft.language == reading.language.code != DEFAULT:
        return reading.language.code
    told = [region for region in reading.regions if region.kind in ("body", "turn", "title")]
    sample = "\n".join(reading.text[region.start : region.end][:4_000] for region in told)[:4_000]
    if not any(mark.isalpha() for mark in sample):
        return None
    code, probability = identifier.identify(sample)
    return code if probability >= LEAST_PROBABILITY else None


def _translated(reading: _Reading) -> str | None:
    """Return the words that say so: a turn's note, or a line of the frame."""
    translated = reading.language.pages.translated
    for opening in reading.openings:
        if opening.note is not None and translated.search(opening.note.lower()):
            return opening.note
    edges = [line for _, line in _parts(reading, "furniture") if line.words <= 40]
    if reading.lines:
        edges.append(reading.lines[-1])
    for line in edges:
        match = translated.search(line.plain)
        if match is not None and line.words <= 40:
            return match.group()
    return None


# --- when it was published ---------------------------------------------------------------------------


def _published(reading: _Reading) -> Published:
    """Metadata first, then a date on the page, then the dateline with a year from the page."""
    draft, language = reading.draft, reading.language
    told = field_date(draft.date, language) or url_date(draft.url)
    if told is not None:
        return _range(told, "metadata")
    printed = _page_dates(reading)
    stated = reading.dateline.when if reading.dateline is not None else None
    if stated is not None and (full := find_date(stated, language)) is not None:
        return _range(full, "dateline")
    if printed:
        return _range(printed[0], "page")
    if (recorded := _recorded(reading)) is not None:
        return _range(recorded, "page")
    year = _year(reading)
    if not (stated and year):
        return Published()
    return _range(partial_date(stated, year, language), "dateline")


def _recorded(reading: _Reading) -> DateRange | None:
    """The date in a record's own title: "Minutes of the meeting held on 4 May 2021"."""
    for index, line in _parts(reading, "title"):
        if index <= reading.page.lead and reading.language.pages.records.match(line.plain):
            return find_date(line.text, reading.language)
    return None


def _year(reading: _Reading) -> int | None:
    """A year for a dateline without one: from the copyright notice or the address."""
    for _, line in _parts(reading, "furniture"):
        for sign in _copyright(reading.language.pages).finditer(line.text):
            if (match := _YEAR.match(line.text, sign.end())) is not None:
                return int(match.group(1))
    match = _URL_YEAR.search(reading.draft.url or "")
    return int(match.group(1)) if match is not None else None


@cache
def _copyright(words: Pages) -> Pattern:
    return re.compile(rf"©|\([cC]\)|{words.copyright}")


def _range(found: DateRange | None, basis: str) -> Published:
    if found is None:
        return Published()
    return Published(
        earliest=found.earliest.isoformat(), latest=found.latest.isoformat(), basis=basis
    )


def _page_dates(reading: _Reading) -> list[DateRange]:
    """Dates in the frame: those labelled as publication first, then bare ones from the top."""
    language = reading.language
    labelled: list[DateRange] = []
    bare: list[DateRange] = []
    for _, line in _parts(reading, "furniture"):
        found = find_date(line.text, language) if line.words <= 16 else None
        if found is None or _copyright(language.pages).match(line.plain):
            continue
        if language.pages.stated.match(line.plain):
            labelled.append(found)
        elif furniture.is_date(line) or furniture.is_stamped(line) or is_dated(line):
            bare.append(found)
    return labelled + bare


# --- what the kind rests on --------------------------------------------------------------------------


def _handles(reading: _Reading) -> int:
    """Count handles and hashtags outside the frame, where outlets print their own."""
    told = [r for r in reading.regions if r.kind != "furniture" and r.start < 4_000]
    return sum(len(_HANDLE.findall(reading.text, r.start, min(r.end, 4_000))) for r in told)


def _outlet_mentions(reading: _Reading, cited: Sequence[Cited]) -> Iterator[tuple[str, int]]:
    """Yield where outlets are named, whole or by their last word: "the Marsh Courier", "the Courier"."""
    for one in [one for one in cited if one.outlet][:MOST_OUTLETS]:
        yield one.name, one.start
        _, many, short = one.name.rpartition(" ")
        if many and (again := _again(reading, short, one.end)) is not None:
            yield one.name, again


def _again(reading: _Reading, short: str, after: int) -> int | None:
    """Return where an outlet is first named by its last word alone after an offset."""
    for article in sorted(reading.language.press.article):
        again = reading.text.find(f"{article} {short}", after)
        end = again + len(article) + 1 + len(short)
        if again >= 0 and not reading.text[end : end + 1].isalnum():
            return again
    return None


def _filed(reading: _Reading) -> bool:
    """Whether an agency filed the text: its dateline says so, or a slug stands above it."""
    above = reading.lines[: reading.page.lead]
    if any(furniture.is_slug(line) for line in above):
        return True
    stated = reading.dateline
    return stated is not None and files(
        stated.agency, reading.language, dated=stated.when is not None, marked=stated.marked
    )


def _facts(
    reading: _Reading, title: str | None, outlet: str | None, cited: Sequence[Cited]
) -> Facts:
    length = max(1, len(reading.text))
    dateline = reading.dateline
    return Facts(
        language=reading.language,
        turns=len(reading.openings),
        words=_word_count(reading),
        handles=_handles(reading),
        titled=title is not None,
        platform=reading.draft.platform,
        agency=dateline.agency if dateline is not None else None,
        filed=_filed(reading),
        outlet=outlet,
        says_translated=_translated(reading) is not None,
        cited=tuple((name, at / length) for name, at in _outlet_mentions(reading, cited)),
    )
