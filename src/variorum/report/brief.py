"""The brief: one page that a person reads in two minutes.

Enters: `Material` and `Finding`s. Leaves: a `Brief`, and its Markdown.

Every line is an account's own words or a finding's sentence, with its source. The page shows the
same brief at its head.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec
from msgspec import Struct

from variorum.records import Account, Alignment, Finding, Span
from variorum.report.material import Material, without_folders
from variorum.report.page_text import visible

MOST_DIFFERENCES = 6
MOST_AGREED = 6
MOST_SINGLE = 4
MOST_LEFT_OUT = 3
MOST_ACCOUNTS = 20
MOST_PROBLEMS = 20
MOST_FIGURES = 4
LONGEST_WORDS = 220
WORDS_A_LINE = 8
"""A passage of fewer words says too little to stand in a brief by itself."""

SAME_SENSE = frozenset({"close_wording"})
"""Rules by which two readings say the same; one that finds all of a reading in a longer one does
not: the words that are shown could be the longer one's."""
DIFFER = frozenset(
    {
        "figure differs",
        "contradicted",
        "headline",
        "sense differs",
        "check differs",
        "scope differs",
        "translation variant",
        "attribution differs",
    }
)
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#|~&@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
"""Marks of Markdown, and what a reader makes entities, addresses and links of."""


class Line(Struct, frozen=True):
    """One line: its text, the label of who says it (if it is an account's words), its places."""

    text: str
    source: str | None
    places: tuple[Span, ...]


class Section(Struct, frozen=True):
    """Lines under a heading; `remark` says what is not shown, or why there is nothing."""

    heading: str
    lines: tuple[Line, ...]
    remark: str = ""


class Brief(Struct, frozen=True):
    """The story in short: a title, a sentence of counts, and sections."""

    title: str
    counts: str
    sections: tuple[Section, ...]


def brief(material: Material, found: Sequence[Finding]) -> Brief:
    """Return the brief of a ledger."""
    return Brief(
        title=_title(material),
        counts=_counts(material),
        sections=(
            _of_findings("Where the accounts differ", found, DIFFER, most=MOST_DIFFERENCES),
            _agreed(material),
            _one_origin(material),
            _of_findings("What is left out, and by whom", found, {"left out"}, most=MOST_LEFT_OUT),
            _of_findings("Other events", found, {"other event"}, most=MOST_LEFT_OUT),
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
    return _MARKDOWN.sub(r"\\\g<0>", visible(" ".join(text.split())))


def _markdown_line(line: Line) -> str:
    source = f" — *{escaped(line.source)}*" if line.source else ""
    return escaped(line.text) + source


def _title(material: Material) -> str:
    events = sorted(material.events.values(), key=lambda e: (-len(e.accounts), e.id))
    return events[0].label if events else "No events"


def _counts(material: Material) -> str:
    accounts, events = len(material.accounts), len(material.events)
    compared = sum(
        sum(bool(r.places) for r in a.readings) > 1 for a in material.alignments.values()
    )
    return (
        f"{_many(accounts, 'account')} of {_many(events, 'event')}; "
        f"{_many(compared, 'place')} of the story stand in more than one account."
    )


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _of_findings(
    heading: str, found: Sequence[Finding], kinds: Iterable[str], *, most: int
) -> Section:
    chosen = [finding for finding in found if finding.kind in kinds]
    lines = tuple(Line(f.text, None, f.places) for f in chosen[:most])
    more = len(chosen) - most
    return Section(heading, lines, _more(more))


def _agreed(material: Material) -> Section:
    """Return what several independent origins say alike, those with most origins first."""
    agreed = [
        a
        for a in material.alignments.values()
        if a.origins > 1 and _substantial(a) and _agrees(material, a)
    ]
    agreed.sort(key=lambda a: (-a.origins, a.id))
    lines = _distinct(_line(material, a, f"{a.origins} origins") for a in agreed)[:MOST_AGREED]
    heading = "What independent accounts agree on"
    return Section(heading, lines, "" if lines else "Nothing that could be shown.")


def _agrees(material: Material, alignment: Alignment) -> bool:
    """Tell whether all readings were found to say the same: likeness alone is not agreement."""
    verdicts = material.verdicts_of.get(alignment.id, ())
    return bool(verdicts) and all(v.kind == "agree" or v.rule in SAME_SENSE for v in verdicts)


def _one_origin(material: Material) -> Section:
    """Return what several accounts carry and one origin answers for."""
    single = [
        a
        for a in material.alignments.values()
        if a.origins == 1 and _spoken(a) > 1 and _substantial(a)
    ]
    single.sort(key=lambda a: (-_spoken(a), a.id))
    distinct = _distinct(_line(material, a, _ground(a)) for a in single)
    lines, more = distinct[:MOST_SINGLE], len(distinct) - MOST_SINGLE
    heading = "What several accounts carry from one origin"
    return Section(heading, lines, _more(more))


def _distinct(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Drop lines whose words stood in a line before."""
    first: dict[str, Line] = {}
    for line in lines:
        first.setdefault(line.text.casefold(), line)
    return tuple(first.values())


def _ground(alignment: Alignment) -> str:
    """Return what makes an alignment's readings one origin: the first sentence says it."""
    return alignment.because.split(". ")[0].rstrip(".") or "1 origin"


def _line(material: Material, alignment: Alignment, ground: str) -> Line:
    """Return an alignment as its shortest telling passage, with who has it."""
    places = [place for reading in alignment.readings for place in reading.places[:1]]
    holders = ", ".join(dict.fromkeys(material.label(place.account) for place in places))
    if material.is_count(alignment):
        return Line(_counted(material, alignment), f"{holders} ({ground})", tuple(places))
    telling = [p for p in places if len(p.text.split()) >= WORDS_A_LINE] or places
    words = " ".join(min(telling, key=lambda p: (len(p.text), p.account)).text.split())
    if len(words) > LONGEST_WORDS:
        words = words[: words.rfind(" ", 0, LONGEST_WORDS)] + " …"
    return Line(f"“{words}”", f"{holders} ({ground})", tuple(places))


def _counted(material: Material, alignment: Alignment) -> str:
    """Return what is counted with the figures as written: around them each account says its own."""
    verdicts = material.verdicts_of.get(alignment.id, ())
    figures = dict.fromkeys(f"“{mark.text}”" for verdict in verdicts for mark in verdict.marks)
    shown = ", ".join(list(figures)[:MOST_FIGURES])
    return f"{alignment.about[:1].upper()}{alignment.about[1:]}: {shown}"


def _accounts(material: Material) -> Section:
    lines = []
    for account in list(material.accounts.values())[:MOST_ACCOUNTS]:
        origin = without_folders(account.source)
        text = f"{material.label(account.id)}: {account.kind}, {_when(account)}, {origin}"
        lines.append(Line(text, None, ()))
    return Section("The accounts", tuple(lines), _more(len(material.accounts) - MOST_ACCOUNTS))


def _when(account: Account) -> str:
    first, last, basis = msgspec.structs.astuple(account.published)
    if not first and not last:
        return "no date"
    days = f"{first or '…'}" if first == last else f"{first or '…'} to {last or '…'}"
    return f"{days} ({basis})"


def _problems(material: Material) -> Section:
    shown = material.problems[:MOST_PROBLEMS]
    lines = tuple(Line(f"{without_folders(p.where)}: {p.reason}", None, ()) for p in shown)
    more = _more(len(material.problems) - MOST_PROBLEMS)
    return Section("What could not be done", lines, more)


def _more(count: int) -> str:
    return f"{count} more in the ledger." if count > 0 else ""


def _spoken(alignment: Alignment) -> int:
    return sum(bool(reading.places) for reading in alignment.readings)


def _substantial(alignment: Alignment) -> bool:
    return any(
        len(place.text.split()) >= WORDS_A_LINE
        for reading in alignment.readings
        for place in reading.places
    )
