"""Dossier: the ledger as a document for an editor's file, every claim with its footnote.

Enters: a `Ledger`. Leaves: a `Paper`: what was read, the brief, every finding with its readings, the
figures, who depends on whom, what people decided, what could not be done, how it was made.

A footnote names the account, the characters, and gives the exact words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from importlib.metadata import version

from variorum.find.matter.material import Material, material, retrieved, without_folders
from variorum.find.matter.telling import told_whole
from variorum.find.ranking import ranked
from variorum.read.naming import on_page
from variorum.records import Account, Decision, Finding, Span
from variorum.report.briefing import Brief, Section, brief
from variorum.report.dossier.document import (
    Block,
    Footnote,
    Heading,
    Paper,
    Paragraph,
    Table,
    TextRun,
)
from variorum.report.lists.counted import Count, Stated, counts
from variorum.report.spelled import Spelled, SpelledReading, spelled
from variorum.report.standing import accepted, decided_findings, in_force, standing
from variorum.review import Standing, Standings, decisions_in_force
from variorum.seams import Ledger

NOTES_A_LINE = 3
"""Footnotes behind a line of the brief or of the dependences."""
MOST_READINGS = 8
"""Readings quoted under one finding; the others are counted."""
HOW = (
    "Variorum {version} read the accounts, set them side by side and compared them by rules; no "
    "sentence here was written by a language model. Quoted words are the accounts' own.",
    "Readings differ; nothing here says who is right. A transcript is an account too: it may be "
    "translated, cut or edited.",
    "Offsets count characters (Unicode code points) of an account's text from 0; the end is "
    "excluded. The same accounts give the same document.",
)


def dossier(ledger: Ledger) -> Paper:
    """Return the dossier of a ledger."""
    known = material(ledger)
    decisions = list(ledger.read(Decision))
    unsaid = ranked(ledger)
    views = standing(known, unsaid, decisions)
    found = in_force(decided_findings(known, unsaid, views))
    short = brief(accepted(ledger), found)
    blocks = (
        *_accounts(known),
        *_brief(known, short),
        *_findings(known, found, views),
        *_figures(known),
        *_dependence(known),
        *_decisions(decisions),
        *_problems(known),
        *_made(),
    )
    return Paper(short.title, short.counts, blocks)


def _note(known: Material, place: Span) -> Footnote:
    account = known.accounts[place.account]
    label = f"{known.label(account.id)}{on_page(account, place.start)}"
    return Footnote(label, place, account.language)


def _first_notes(known: Material, places: Iterable[Span]) -> tuple[Footnote, ...]:
    """Return a note for the first place of each account, at most `NOTES_A_LINE`."""
    first: dict[str, Span] = {}
    for place in places:
        first.setdefault(place.account, place)
    return tuple(_note(known, place) for place in list(first.values())[:NOTES_A_LINE])


def _text(text: str) -> Paragraph:
    return Paragraph((TextRun(text),))


# --- chapters --------------------------------------------------------------------------------


def _accounts(known: Material) -> Iterator[Block]:
    yield Heading("What was read")
    head = ("Account", "Title", "Kind", "Published", "Language", "Source")
    yield Table(head, tuple(_account(known, account) for account in known.accounts.values()))


def _account(known: Material, account: Account) -> tuple[TextRun, ...]:
    days = (account.published.earliest, account.published.latest)
    when = " to ".join(dict.fromkeys(day for day in days if day)) or "not known"
    cells = (
        account.title or "",
        account.kind,
        when,
        account.language or "not known",
        f"{account.url or without_folders(account.source)}{retrieved(account)}",
    )
    return TextRun(known.label(account.id), "strong"), *(TextRun(cell) for cell in cells)


def _brief(known: Material, short: Brief) -> Iterator[Block]:
    yield Heading("In short")
    for section in short.sections:
        yield Heading(section.heading, 2)
        yield from _lines(known, section)
    if short.more:
        yield _text(short.more)


def _lines(known: Material, section: Section) -> Iterator[Block]:
    for line in section.lines:
        notes = _first_notes(known, line.places)
        yield Paragraph((TextRun(line.text, notes=notes),), "item")


def _findings(known: Material, found: Sequence[Finding], views: Standings) -> Iterator[Block]:
    yield Heading("Findings")
    if not found:
        yield _text("None.")
    for one in spelled(known, found):
        yield Heading(f"{one.number}. {one.finding.kind}", 2)
        yield _text(told_whole(known.label, one.finding))
        yield from (_reading(known, one, words) for words in one.words[:MOST_READINGS])
        if len(one.words) > MOST_READINGS:
            yield _text(f"Readings not quoted here: {len(one.words) - MOST_READINGS}.")
        for key in (one.finding.id, *one.finding.about):
            yield from _standing(views.of(key))


def _reading(known: Material, one: Spelled, words: SpelledReading) -> Paragraph:
    """Quote a reading; its notes are the finding's own places in it."""
    passage = words.place
    inside = [
        place
        for place in one.finding.places
        if place.account == passage.account
        and passage.start <= place.start
        and place.end <= passage.end
    ]
    notes = tuple(_note(known, place) for place in dict.fromkeys(inside or [passage]))
    speaker = f" ({words.speaker})" if words.speaker else ""
    language = known.accounts[passage.account].language
    said = [
        TextRun(run.text, "marked" if run.classes else "plain", language=language)
        for run in words.runs
    ]
    head = TextRun(f"{words.label}{speaker}: “", "soft")
    return Paragraph((head, *said, TextRun("”", "soft", notes)), "quote")


def _standing(standing: Standing | None) -> Iterator[Block]:
    if standing:
        for decision in dict.fromkeys((*standing.decisions, *standing.notes)):
            yield Paragraph((TextRun(_decided(decision), "soft"),))


def _figures(known: Material) -> Iterator[Block]:
    compared = [count for count in counts(known) if count.compared]
    if compared:
        yield Heading("Figures")
    for count in compared:
        yield from _count(known, count)


def _count(known: Material, count: Count) -> Iterator[Block]:
    yield Heading(count.counted, 2)
    for one in count.compared:
        origins = "at most 1 origin" if one.origins == 1 else f"at most {one.origins} origins"
        yield _text(f"{one.verdict} ({origins}). {' '.join(one.because)}")
    head = ("Account", "As stated", "Range", "Unit", "Said by", "As of")
    yield Table(head, tuple(_figure(known, figure) for figure in count.figures))


def _figure(known: Material, one: Stated) -> tuple[TextRun, ...]:
    return (
        TextRun(one.label, "strong"),
        TextRun(one.place.text, notes=(_note(known, one.place),)),
        TextRun(_range(one.low, one.high)),
        TextRun(one.unit or ""),
        TextRun(one.asserted_by or "the narrator"),
        TextRun(one.as_of or ""),
    )


def _range(low: str | None, high: str | None) -> str:
    """Return a range in words; its numbers are decimal strings."""
    least, most = (f"{Decimal(end):,f}" if end is not None else "" for end in (low, high))
    if low is None or high is None:
        return f"from {least}" if least else f"up to {most}" if most else ""
    return least if least == most else f"{least} to {most}"


def _dependence(known: Material) -> Iterator[Block]:
    if known.borrowings:
        yield Heading("Who depends on whom")
    for one in known.borrowings.values():
        ends = f"{known.label(one.to)} – {one.kind} – {known.label(one.from_)}: "
        notes = _first_notes(known, one.evidence)
        yield Paragraph((TextRun(ends, "strong"), TextRun(one.because, notes=notes)), "item")


def _decisions(decisions: Sequence[Decision]) -> Iterator[Block]:
    kept = decisions_in_force(decisions)
    if kept:
        yield Heading("What people decided")
    for decision in kept:
        about = f" {decision.kind} {decision.target}".rstrip()
        said = f" “{decision.said}”" if decision.said else ""
        yield Paragraph((TextRun(f"{_decided(decision)} ({about.strip()}{said})"),), "item")


def _decided(decision: Decision) -> str:
    note = f": {decision.note}" if decision.note else ""
    return f"{decision.who}, {decision.when}: {decision.view}{note}"


def _problems(known: Material) -> Iterator[Block]:
    yield Heading("What could not be done")
    if not known.problems:
        yield _text("Everything could be done.")
    for problem in known.problems:
        where = TextRun(f"{without_folders(problem.where)} ({problem.step}): ", "strong")
        yield Paragraph((where, TextRun(problem.reason)), "item")


def _made() -> Iterator[Block]:
    yield Heading("How this was made")
    yield from (_text(line.format(version=version("variorum"))) for line in HOW)
