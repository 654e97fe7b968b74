"""The brief: one page that a person reads in two minutes.

Enters: `Material` and `Finding`s. Leaves: a `Brief`, and its Markdown.

Every line is accounts' own words beside their names, or what was found by holding words against
words. What is only likely stays among the findings. The page shows the same brief at its head.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec
from msgspec import Struct

from variorum.find.kinds.questions import Question, asking
from variorum.find.kinds.same_words import same_words
from variorum.find.matter.material import Material, without_folders
from variorum.find.matter.matters import FIGURES, UPDATE_RULES
from variorum.find.matter.own_words import sentence
from variorum.find.matter.prose import MOST_WORDED, listed, worded
from variorum.languages.registry import language_of
from variorum.records import Account, Finding, Span
from variorum.report.runs import revealed
from variorum.report.standing import in_force, set_aside
from variorum.report.surely import sure
from variorum.trace.checking.voices import is_proper

MOST_TIMED = 3
MOST_CHECKS = 6
MOST_FIGURES = 6
MOST_BY_DAY = 2
MOST_SHARED = 6
MOST_SPEAKERS = 6
MOST_SOURCES = 8
MOST_APART = 4
MOST_REJECTED = 3
MOST_ACCOUNTS = 20
MOST_PROBLEMS = 20
MOST_APART_NAMED = 6
"""Accounts not compared with the others that are named."""
"""Accounts whose words stand in one line."""

SHARED = frozenset({"copies", "common origin", "translates"})
DECLARED_KINDS = frozenset({"transcript", "translation"})
"""Kinds of accounts that are told: the others are a guess."""
DATED = frozenset({"metadata", "page", "dateline"})
"""What a date must rest on to be told: dates that others' texts imply are a guess."""
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#|~&@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
"""Marks of Markdown, and what a reader makes entities, addresses and links of."""


class BriefLine(Struct, frozen=True):
    """One line: its text, the label of who says it (if it is an account's words), its places."""

    text: str
    source: str | None
    places: tuple[Span, ...]


class Section(Struct, frozen=True):
    """Lines under a heading; `remark` says what is not shown, or why there is nothing."""

    heading: str
    lines: tuple[BriefLine, ...]
    remark: str = ""


class Brief(Struct, frozen=True):
    """The story in short: a title, a sentence of counts, and sections."""

    title: str
    counts: str
    sections: tuple[Section, ...]


def brief(material: Material, found: Sequence[Finding]) -> Brief:
    """Return the brief of a ledger: what is known for certain, and who has it."""
    told, rejected = in_force(found), [finding for finding in found if set_aside(finding)]
    return Brief(
        title=_title(material),
        counts=_counts(material),
        sections=(
            _figures(material, told),
            _by_day(material, told),
            _of_findings("Times that differ", told, {"time differs"}, most=MOST_TIMED),
            _of_findings("Quotations and the record", told, {"check differs"}, most=MOST_CHECKS),
            _speakers(material),
            _of_findings("Wording in common", told, SHARED, most=MOST_SHARED),
            _sources(material),
            _of_findings("Other events", told, {"other event"}, most=MOST_APART),
            _rejected(rejected),
            _accounts(material),
            _problems(material),
        ),
    )


def markdown(made: Brief) -> str:
    """Return a brief as Markdown; accounts' words are escaped, so that none of them is markup."""
    parts = [f"# {escaped(made.title)}", escaped(made.counts)]
    for section in made.sections:
        if not section.lines and not section.remark:
            continue
        parts.append(f"## {section.heading}")
        lines = [f"- {_markdown_line(line)}" for line in section.lines]
        parts += ["\n".join(lines)] if lines else []
        parts += [escaped(section.remark)] if section.remark else []
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Return text in which Markdown and HTML find no marks of their own."""
    return _MARKDOWN.sub(r"\\\g<0>", revealed(" ".join(text.split())))


def _markdown_line(line: BriefLine) -> str:
    source = f" — *{escaped(line.source)}*" if line.source else ""
    return escaped(line.text) + source


def _title(material: Material) -> str:
    events = sorted(material.events.values(), key=lambda e: -len(e.accounts))
    return events[0].label if events else "No events"


def _counts(material: Material) -> str:
    """Say how many accounts there are, and which of them were not compared with the rest."""
    events = sorted(material.events.values(), key=lambda event: -len(event.accounts))
    count = _many(len(material.accounts), "account")
    compared = frozenset(events[0].accounts) if events else frozenset(material.accounts)
    apart = sorted(material.label(key) for key in material.accounts if key not in compared)
    if len(events) < 2 or not apart:
        return f"{count}."
    more = len(apart) - MOST_APART_NAMED
    names = listed([*apart[:MOST_APART_NAMED], *([f"{more} more"] if more > 0 else [])])
    was, do = ("was", "it tells") if len(apart) == 1 else ("were", "they tell")
    return (
        f"{count}. {names} {was} set apart and not compared with the others; "
        f"whether {do} of the same event is left open."
    )


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _of_findings(
    heading: str, found: Sequence[Finding], kinds: Iterable[str], *, most: int
) -> Section:
    chosen = [finding for finding in found if finding.kind in kinds]
    lines = tuple(BriefLine(f.text, None, f.places) for f in chosen[:most])
    more = len(chosen) - most
    return Section(heading, lines, _more(more))


def _by_day(material: Material, found: Sequence[Finding]) -> Section:
    """Return counts that moved while the accounts were written, each day by day."""
    moved = [
        finding
        for finding in found
        if finding.kind == "update"
        and any(material.verdicts[key].rule in UPDATE_RULES for key in _verdicts(material, finding))
    ]
    lines = tuple(BriefLine(one.because, None, one.places) for one in moved[:MOST_BY_DAY])
    return Section("Counts by day", lines, _more(len(moved) - MOST_BY_DAY))


def _verdicts(material: Material, finding: Finding) -> list[str]:
    return [key for key in finding.about if key in material.verdicts]


def _rejected(found: Sequence[Finding]) -> Section:
    """Return the findings that people rejected, each with who did."""
    lines = tuple(BriefLine(f.text, f.decided, f.places) for f in found[:MOST_REJECTED])
    return Section("What people rejected", lines, _more(len(found) - MOST_REJECTED))


def _figures(material: Material, found: Sequence[Finding]) -> Section:
    """Return figures that surely count one thing and differ: each account's own words."""
    lines = []
    for finding in found:
        verdicts = [material.verdicts[key] for key in _verdicts(material, finding)]
        if finding.kind in FIGURES or finding.kind == "update":
            figures = sure(material, (mark for one in verdicts for mark in one.marks))
            places = {figure.place for figure in figures}
            both = [one for one in verdicts if places.issuperset(one.marks)]
            lines += [_asked(asked) for asked in asking(material, both)]
    shown = _distinct(lines)
    return Section("Figures that differ", shown[:MOST_FIGURES], _more(len(shown) - MOST_FIGURES))


def _asked(asked: Question) -> BriefLine:
    return BriefLine(f"{asked.question} {asked.quoted}", None, asked.places)


def _speakers(material: Material) -> Section:
    """Return what accounts give to one speaker in the same words, the name printed in each."""
    lines = [
        BriefLine(f"{one.because}: {one.told(material)}", None, one.places)
        for one in same_words(material)
    ]
    more = _more(len(lines) - MOST_SPEAKERS)
    return Section("One speaker in several accounts", tuple(lines[:MOST_SPEAKERS]), more)


def _distinct(lines: Iterable[BriefLine]) -> tuple[BriefLine, ...]:
    """Drop lines whose words stood in a line before."""
    first: dict[str, BriefLine] = {}
    for line in lines:
        first.setdefault(line.text.casefold(), line)
    return tuple(first.values())


def _is_pronoun(material: Material, place: Span) -> bool:
    names = language_of(material.accounts[place.account].language).names
    return place.text.casefold() in names.pronouns


def _sources(material: Material) -> Section:
    """Return the sources that accounts name, each with the sentences that name it."""
    naming: dict[str, list[Span]] = {}
    for one in material.borrowings.values():
        in_hand = one.from_ in material.accounts
        named = one.evidence and not _is_pronoun(material, one.evidence[0])
        if one.kind == "cites" and named and (in_hand or is_proper(material.parts, one.from_)):
            naming.setdefault(material.label(one.from_), []).append(one.evidence[0])
    told: dict[tuple[Span, ...], list[Span]] = {}
    for places in naming.values():
        ordered = sorted(places, key=lambda place: (material.label(place.account), place.start))
        told.setdefault(tuple(sentence(material, p) for p in ordered), []).extend(ordered)
    lines = [_sources_line(material, sentences, places) for sentences, places in told.items()]
    lines.sort(key=lambda line: (-len(line.places), line.text))
    more = _more(len(lines) - MOST_SOURCES)
    return Section("Sources that accounts name", tuple(lines[:MOST_SOURCES]), more)


def _sources_line(
    material: Material, sentences: Sequence[Span], places: Sequence[Span]
) -> BriefLine:
    """Return sources, under their names as printed, with sentences that name them.

    How many accounts name one is not said: a name in another form may have been missed.
    """
    told = "; ".join(worded(material, place) for place in sentences[:MOST_WORDED])
    printed = dict.fromkeys(" ".join(p.text.split()).removeprefix("the ") for p in places)
    return BriefLine(f"{listed(list(printed))}: {told}", None, tuple(places))


def _accounts(material: Material) -> Section:
    lines = []
    ordered = sorted(material.accounts.values(), key=lambda a: (_when(a), material.label(a.id)))
    for account in ordered[:MOST_ACCOUNTS]:
        record = f"{account.kind}, " if account.kind in DECLARED_KINDS else ""
        where = without_folders(account.source)
        text = f"{material.label(account.id)}: {record}{_when(account)}, {where}"
        lines.append(BriefLine(text, None, ()))
    return Section("The accounts", tuple(lines), _more(len(material.accounts) - MOST_ACCOUNTS))


def _when(account: Account) -> str:
    first, last, basis = msgspec.structs.astuple(account.published)
    if basis not in DATED or not (first or last):
        return "undated"
    days = f"{first or '…'}" if first == last else f"{first or '…'} to {last or '…'}"
    return f"dated {days}"


def _problems(material: Material) -> Section:
    shown = material.problems[:MOST_PROBLEMS]
    lines = tuple(BriefLine(f"{without_folders(p.where)}: {p.reason}", None, ()) for p in shown)
    more = _more(len(material.problems) - MOST_PROBLEMS)
    return Section("What could not be done", lines, more)


def _more(count: int) -> str:
    return f"{count} more in the ledger." if count > 0 else ""
