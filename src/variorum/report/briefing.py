"""The brief: one page that a person reads in two minutes.

Enters: `Material` and `Finding`s. Leaves: a `Brief`, and its Markdown, of at most `BRIEF_WORDS`.

The brief is the findings by weight, as many as there is room for, and how many there was none for. What
people rejected is in none of it. The page folds the same brief after its findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from variorum.find.matter.material import Material
from variorum.find.matter.telling import giving, listed_names, titled, told_line
from variorum.languages.written_days import spelled_days
from variorum.read.naming import published_day
from variorum.records import AnswerGiven, Event, Finding, FindingAnswer, Span
from variorum.report.runs import revealed
from variorum.report.standing import in_force

BRIEF_WORDS = 320
"""Words of the whole brief, its headings and marks included."""
MOST_WEIGHED = 200
"""Findings that are tried for the room there is; after them nothing is as telling."""
MOST_APART_NAMED = 4
"""Accounts not compared with the others that are named."""
SEE_MORE = "See the page, or run variorum show --all."
LONGEST_SHARED = 12
"""Words of wording in common that are shown."""

SHARED_HEADING = "Wording in common"
BRIEF_HEADINGS = {
    "Where the accounts part": (
        "figure differs",
        "scope differs",
        "time differs",
        "place differs",
        "actor differs",
        "contradicted",
        "sense differs",
        "attribution differs",
        "wording differs",
        "quotation changed",
    ),
    "Counts by day": ("update",),
    "Quotations and the record": ("check differs", "headline"),
    "Quotations in translation": ("translation variant",),
    "One source, or one account alone": ("one origin", "cites", "only here"),
    SHARED_HEADING: ("copies", "common origin", "translates"),
    "Other events": ("other event",),
}
"""Headings, each with the kinds of findings that stand under it."""
WITH_GROUND = frozenset({"figure differs", "scope differs", "time differs", "other event"})
"""Kinds whose ground belongs to what they say: that a count was rising, how a day was reckoned."""
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#|~&@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
"""Marks of Markdown, and what a reader makes entities, addresses and links of."""


class BriefLine(Struct, frozen=True):
    """One line, and the places it rests on."""

    text: str
    places: tuple[Span, ...]


class Section(Struct, frozen=True):
    """Lines under a heading."""

    heading: str
    lines: tuple[BriefLine, ...]


class Brief(Struct, frozen=True):
    """The story in short: a title, a sentence of counts, sections, and what is not in them, "" for nothing."""

    title: str
    counts: str
    sections: tuple[Section, ...]
    more: str = ""


def brief(material: Material, found: Sequence[Finding]) -> Brief:
    """Return the brief of a ledger: its findings by weight, those that fit."""
    told = in_force(found)
    chosen: list[Finding] = []
    head = Brief(title=_title(material), counts=_counts(material), sections=())
    made = _with_findings(material, head, told, chosen)
    for finding in told[:MOST_WEIGHED]:
        longer = _with_findings(material, head, told, [*chosen, finding])
        if len(markdown(longer).split()) <= BRIEF_WORDS:
            chosen.append(finding)
            made = longer
    return made


def markdown(made: Brief, see: str = SEE_MORE) -> str:
    """Return a brief as Markdown; accounts' words are escaped, so that none of them is markup.

    `see` says where that is which is not shown.
    """
    parts = [f"# {escaped(made.title)}", escaped(made.counts)]
    for section in made.sections:
        parts.append(f"## {section.heading}")
        lines = [f"- {escaped(line.text)}" for line in section.lines]
        parts.append("\n".join(lines))
    parts += [escaped(f"{made.more} {see}")] if made.more else []
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Return text in which Markdown and HTML find no marks of their own."""
    return _MARKDOWN.sub(r"\\\g<0>", revealed(" ".join(text.split())))


def _with_findings(
    material: Material, head: Brief, told: Sequence[Finding], chosen: Sequence[Finding]
) -> Brief:
    return replace(
        head,
        sections=tuple(_sections(material, chosen)),
        more=_more(material, len(told) - len(chosen)),
    )


# --- the head ---------------------------------------------------------------------------------------


def _events(material: Material) -> list[Event]:
    return sorted(material.events.values(), key=lambda event: (-len(event.accounts), event.id))


def _title(material: Material) -> str:
    """Return what the main event is called, and the days on which its accounts were published."""
    events = _events(material)
    if not events:
        return "No events"
    label, days = events[0].label, _days(material, events[0].accounts)
    return f"{label}{',' if ':' in label or label[:1].isdigit() else ':'} {days}" if days else label


def _days(material: Material, accounts: Iterable[str]) -> str:
    days = sorted(filter(None, (published_day(material.accounts[key]) for key in accounts)))
    return spelled_days(days[0], days[-1]) if days else ""


def _counts(material: Material) -> str:
    """Say how many accounts there are, of which days, and which were not compared with the rest."""
    events = _events(material)
    count = len(material.accounts)
    told = _many(count, "account")
    days = _days(material, material.accounts)
    dated = sum(published_day(account) is not None for account in material.accounts.values())
    if days:
        told += f", {days}" if dated == count else f", {days} where dated"
    apart = [key for event in events[1:] for key in event.accounts]
    if not apart:
        return f"{told}."
    names = listed_names(sorted(map(material.label, apart)), MOST_APART_NAMED)
    return f"{told}; {count - len(apart)} compared, {len(apart)} set apart ({names})."


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _more(material: Material, unshown: int) -> str:
    """Say how many findings there was no room for, and how much could not be done."""
    undone = len(material.problems)
    left = [(unshown, "more finding"), (undone, "problem")]
    said = ", ".join(_many(count, noun) for count, noun in left if count)
    return f"Not shown here: {said}." if said else ""


# --- findings under their headings --------------------------------------------------------------------


def _sections(material: Material, chosen: Sequence[Finding]) -> Iterator[Section]:
    """Yield the sections, that of the weightiest finding first."""
    told: dict[str, list[Finding]] = {}
    for finding in chosen:
        heading = next((h for h, kinds in BRIEF_HEADINGS.items() if _sort(finding) in kinds), "")
        told.setdefault(heading, []).append(finding)
    for heading, mine in told.items():
        if heading:
            yield Section(heading, tuple(_lines(material, heading, mine)))


def _sort(finding: Finding) -> str:
    """Return the kind under which a finding stands: an update that is no count is one of sense."""
    counted = finding.kind != "update" or any(one.day for one in finding.answers)
    return finding.kind if counted else "sense differs"


def _lines(material: Material, heading: str, found: Sequence[Finding]) -> Iterator[BriefLine]:
    """Yield a line a question, and one for all findings of one title."""
    titled: dict[str, list[Finding]] = {}
    for finding in found:
        asks = finding.question.endswith("?") or any(one.day for one in finding.answers)
        titled.setdefault(
            finding.id if asks or not finding.answers else finding.question, []
        ).append(finding)
    for some in titled.values():
        places = tuple(place for finding in some for place in finding.places)
        if heading == SHARED_HEADING:
            for finding in some:
                told = _shared if any(len(one.given) > 1 for one in finding.answers) else _line
                yield BriefLine(told(material, finding), finding.places)
        elif len(some) == 1:
            yield BriefLine(_line(material, some[0]), places)
        else:
            yield BriefLine(_together(material, some), places)


def _line(material: Material, finding: Finding) -> str:
    line = told_line(material.label, finding)
    ground = finding.because if finding.kind in WITH_GROUND and finding.answers else ""
    return f"{line} {ground}".strip()


def _together(material: Material, found: Sequence[Finding]) -> str:
    """Return findings of one title as one line."""
    told = (titled(material.label, one) for finding in found for one in finding.answers)
    return f"{found[0].question}: {'; '.join(told)}."


def _shared(material: Material, finding: Finding) -> str:
    """Return one passage in common with all who have it, and who else has passages in common with any of them.

    Words that are only nearly the same have no one passage to show: each account's own stand beside its name.
    """
    first, *others = finding.answers
    having = {one.place.account for one in first.given}
    beside = {one.place.account: one for told in others for one in told.given}
    more = tuple(one for account, one in beside.items() if account not in having)
    line = _having(material, first.given)
    example = _example(first.says)
    rest = f" Other passages are shared with: {_having(material, more)}." if more else ""
    return f"{line}{f': {example}' if example else ''}.{rest}"


def _having(material: Material, given: Sequence[AnswerGiven]) -> str:
    """Return the names of all who give something."""
    return giving(
        material.label, FindingAnswer(says="", given=tuple(given)), bare=True, most=len(given)
    )


def _example(says: str) -> str:
    words = says.split()
    cut = len(words) > LONGEST_SHARED
    return f"{' '.join(words[:LONGEST_SHARED])} …”" if cut else says
