"""Side by side: a record as the readings that a person compares, side by side.

Enters: `FoundRecords` and a record. Leaves: `ComparedSide`s, each with its heading and its cards in context.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from variorum.find.matter.telling import asked
from variorum.folding import cut
from variorum.languages.written_days import spelled_day
from variorum.records import (
    Account,
    Alignment,
    Borrowing,
    Check,
    Entity,
    Event,
    Finding,
    FindingAnswer,
    Record,
    Span,
    Verdict,
)
from variorum.report.marking import of_check, of_verdict
from variorum.report.spelled import carrying
from variorum.review import evidence, said
from variorum.serve.web.context import LONGEST_LABEL, SHORT_CONTEXT, Excerpt, account_address, card
from variorum.serve.web.seen import FoundRecords

MOST_CARDS = 60
"""Places of one record that are shown at once."""
MOST_ANSWER_CARDS = 12
"""Accounts that give one answer to a finding, shown at once."""
MOST_EVIDENCE_CARDS = 8
"""The same, of what one of two accounts gives as evidence."""
LONGEST_FACT = 320
"""Characters that are shown of one ground."""
LONGEST_TITLE = 300
"""Characters that are shown of what a record is called, or of what a finding says."""
OPENING_CHARACTERS = 260
"""Characters of an account that stand for all of it."""


class ComparedSide(Struct, frozen=True):
    """What stands in one column; `words` say why it is empty, `more` what is not shown."""

    heading: str
    cards: tuple[Excerpt, ...] = ()
    words: str = ""
    more: int = 0


def sides(found: FoundRecords, record: Record) -> tuple[ComparedSide, ...]:
    """Return the readings of a record: those to compare side by side, or one with all its places."""
    return SIDES[type(record)](found, record)


def _of_finding(found: FoundRecords, record: Record) -> tuple[ComparedSide, ...]:
    """Return a side for each answer; what gives no answer, or one, stands together."""
    finding = cast(Finding, record)
    answers = [answer for answer in finding.answers if answer.given]
    if len(answers) > 1:
        return tuple(_of_answer(found, answer) for answer in answers)
    places = [
        place
        for place in dict.fromkeys(finding.places)
        if not any(_is_part(place, other) for other in finding.places)
    ]
    heading = answers[0].says if answers and answers[0].says else "In the accounts"
    cards = _listed(found, places[:MOST_CARDS], tuple(carrying(found.known, finding)))
    return (ComparedSide(cut(heading, LONGEST_LABEL), cards, more=len(places[MOST_CARDS:])),)


def _is_part(place: Span, other: Span) -> bool:
    """Tell whether a place is a part of another, which shows it too."""
    inside = place.account == other.account and other.start <= place.start <= place.end <= other.end
    return inside and place != other


def _of_answer(found: FoundRecords, answer: FindingAnswer) -> ComparedSide:
    places = [one.place for one in answer.given]
    cards = _listed(found, places[:MOST_ANSWER_CARDS], places)
    day = f" ({spelled_day(answer.day, year=True)})" if answer.day else ""
    more = len(places[MOST_ANSWER_CARDS:])
    return ComparedSide(cut(f"{answer.says}{day}", LONGEST_LABEL), cards, more=more)


def _of_verdict(found: FoundRecords, record: Record) -> tuple[ComparedSide, ...]:
    verdict = cast(Verdict, record)
    inner = of_verdict(found.known, verdict)
    left = ComparedSide("One reading", (card(found, verdict.left, inner),))
    if verdict.right is None:
        return left, ComparedSide(
            "The other reading", words="Nothing in the other accounts was matched with this."
        )
    return left, ComparedSide("The other reading", (card(found, verdict.right, inner),))


def _of_check(found: FoundRecords, record: Record) -> tuple[ComparedSide, ...]:
    check = cast(Check, record)
    inner = of_check(found.known, check)
    quoted = ComparedSide("As quoted", (card(found, check.place, inner),))
    if check.match is None:
        words = f"No passage of {found.known.label(check.record)} was found for these words."
        return quoted, ComparedSide("The record", words=words)
    return quoted, ComparedSide("The record", (card(found, check.match, inner),))


def _of_borrowing(found: FoundRecords, record: Record) -> tuple[ComparedSide, ...]:
    borrowing = cast(Borrowing, record)
    made = []
    for heading, account in (("The source", borrowing.from_), ("Depends on it", borrowing.to)):
        held = [place for place in borrowing.evidence if place.account == account]
        cards = _listed(found, held[:MOST_EVIDENCE_CARDS])
        words = (
            ""
            if cards
            else f"{found.known.label(account)}: none of its words are part of the evidence."
        )
        made.append(ComparedSide(heading, cards, words, len(held) - len(cards)))
    return tuple(made)


def _of_entity(found: FoundRecords, record: Record) -> tuple[ComparedSide, ...]:
    held = evidence(record)
    return (
        ComparedSide("Mentions", _listed(found, held[:MOST_CARDS]), more=len(held[MOST_CARDS:])),
    )


def _of_event(found: FoundRecords, record: Record) -> tuple[ComparedSide, ...]:
    held = cast(Event, record).accounts
    cards = tuple(_lead(found, key, n) for n, key in enumerate(held[:MOST_CARDS]))
    return (ComparedSide("Accounts that tell of it", cards, more=len(held[MOST_CARDS:])),)


def _of_alignment(found: FoundRecords, record: Record) -> tuple[ComparedSide, ...]:
    held = evidence(cast(Alignment, record))
    return (
        ComparedSide("Readings", _listed(found, held[:MOST_CARDS]), more=len(held[MOST_CARDS:])),
    )


def _listed(
    found: FoundRecords, places: Sequence[Span], inner: Sequence[Span] = ()
) -> tuple[Excerpt, ...]:
    cards = (card(found, place, inner, reach=SHORT_CONTEXT) for place in places)
    return tuple(replace(made, place=number) for number, made in enumerate(cards))


def _lead(found: FoundRecords, key: str, number: int) -> Excerpt:
    account = found.known.accounts[key]
    start, end = _body(account)
    stop = (
        end
        if end <= start + OPENING_CHARACTERS
        else account.text.rfind(" ", start, start + OPENING_CHARACTERS)
    )
    lead = card(found, account.span(start, max(start, stop)), reach=0)
    plain = [
        replace(run, classes=tuple(c for c in run.classes if c != "here")) for run in lead.runs
    ]
    return replace(
        lead,
        speaker=cut(account.title or "", LONGEST_LABEL) or None,
        href=account_address(key),
        runs=tuple(plain),
        cut=(False, False, stop < end),
        place=number,
    )


def _body(account: Account) -> tuple[int, int]:
    bodies = [r for r in account.regions if r.kind in {"body", "turn"}]
    return (bodies[0].start, bodies[0].end) if bodies else (0, len(account.text))


SIDES: dict[type[Record], Callable[[FoundRecords, Record], tuple[ComparedSide, ...]]] = {
    Finding: _of_finding,
    Verdict: _of_verdict,
    Check: _of_check,
    Borrowing: _of_borrowing,
    Entity: _of_entity,
    Event: _of_event,
    Alignment: _of_alignment,
}
"""How each class of record that can be decided on is laid out."""


QUESTIONS: dict[type[Record], str] = {
    Finding: "Is this what the accounts say?",
    Verdict: "Is “{said}” how these two readings compare?",
    Check: "Is “{said}” how this quotation compares with the record?",
    Borrowing: "Does one account depend on the other: “{said}”?",
    Entity: "Do all these mentions mean the same {said}?",
    Event: "Do all these accounts tell of the same event?",
    Alignment: "Do all these readings answer the same question?",
}
"""What a person is asked about each class of record."""


class Grounds(Struct, frozen=True):
    """Why the machine says so: pairs of a word and what stands for it.

    `question` is what a person is asked: to confirm is to answer it with yes.
    """

    title: str
    question: str
    facts: tuple[tuple[str, str], ...]


def grounds(found: FoundRecords, record: Record) -> Grounds:
    """Return the name of a record for people, and the machine's grounds for it."""
    title, given = GROUNDS_OF[type(record)](found, record)
    question = QUESTIONS[type(record)].format(said=said(record))
    shown = tuple((name, cut(words, LONGEST_FACT)) for name, words in given if words)
    return Grounds(cut(title, LONGEST_TITLE), question, shown)


Told = tuple[str, list[tuple[str, str]]]


def _finding_grounds(found: FoundRecords, record: Record) -> Told:
    finding = cast(Finding, record)
    origins = [f"{one.says}: at most {one.origins}" for one in finding.answers if one.origins]
    return asked(finding), [("origins", "; ".join(origins))]


def _verdict_grounds(found: FoundRecords, record: Record) -> Told:
    verdict = cast(Verdict, record)
    alignment = found.known.alignments.get(verdict.alignment)
    origins = f"{alignment.origins} for the readings of this place" if alignment else ""
    about = alignment.about if alignment else ""
    return about or "Two readings", [
        ("rule", verdict.rule),
        ("confidence", _share(verdict.confidence, "of this rule's verdicts were right")),
        (
            "origins",
            origins + (f". {alignment.because}" if alignment and alignment.because else ""),
        ),
    ]


def _check_grounds(found: FoundRecords, record: Record) -> Told:
    check = cast(Check, record)
    changes = "; ".join(f"“{c.from_}” → “{c.to}” ({c.kind})" for c in check.changes[:6])
    quoted = found.known.quotations.get(check.quotation)
    speaker = quoted.speaker.name if quoted and quoted.speaker.name else ""
    title = f"A quotation of {speaker}" if speaker else "A quotation"
    return title, [("record", found.known.label(check.record)), ("changes", changes)]


def _borrowing_grounds(found: FoundRecords, record: Record) -> Told:
    borrowing = cast(Borrowing, record)
    label = found.known.label
    share = _share(borrowing.share, "of its text is covered by the evidence")
    return f"{label(borrowing.to)} and {label(borrowing.from_)}", [("share", share)]


def _entity_grounds(found: FoundRecords, record: Record) -> Told:
    entity = cast(Entity, record)
    forms = list(dict.fromkeys(place.text for place in entity.mentions))
    return entity.name, [
        ("called", ", ".join(forms[:12])),
        ("roles", ", ".join(entity.roles[:8])),
        ("found", f"{len(entity.mentions)} mentions in {_accounts(entity.mentions)} accounts"),
    ]


def _event_grounds(found: FoundRecords, record: Record) -> Told:
    event = cast(Event, record)
    days = dict.fromkeys(day for day in (event.earliest, event.latest) if day)
    return event.label, [
        ("days", " to ".join(days)),
        ("told by", f"{len(event.accounts)} accounts"),
    ]


def _alignment_grounds(found: FoundRecords, record: Record) -> Told:
    alignment = cast(Alignment, record)
    event = found.known.events.get(alignment.event)
    return alignment.about, [
        ("event", event.label if event else ""),
        ("origins", f"{alignment.origins}. {alignment.because}"),
    ]


def _share(share: float | None, words: str) -> str:
    return "" if share is None else f"{round(100 * share)} of 100 {words}"


def _accounts(places: Sequence[Span]) -> int:
    return len({place.account for place in places})


GROUNDS_OF: dict[type[Record], Callable[[FoundRecords, Record], Told]] = {
    Finding: _finding_grounds,
    Verdict: _verdict_grounds,
    Check: _check_grounds,
    Borrowing: _borrowing_grounds,
    Entity: _entity_grounds,
    Event: _event_grounds,
    Alignment: _alignment_grounds,
}
"""How each class of record is named for people, and what the machine has for it."""
