"""Chapters: the weightiest findings first, the rest by event."""

from __future__ import annotations

from variorum.find.matter.material import material
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Event
from variorum.report.page.cards import FindingCard
from variorum.report.page.chapters import FIRST_CARDS, MOST_UNFOLDED, Findings, chaptered

EVENTS = {
    "ev-1": Event(id="ev-1", label="One", accounts=("a-1", "a-2")),
    "ev-2": Event(id="ev-2", label="Two", accounts=("a-3", "a-4", "a-5")),
}


def card(number: int, event: str | None) -> FindingCard:
    return FindingCard(
        number=number,
        anchor=f"f-{number}",
        kind="figure differs",
        heading="",
        note="",
        rows=(),
        folded=(),
        more=0,
        tags="",
        place=None,
        event=EVENTS[event] if event else None,
        origins=None,
        decide=None,
        views=None,
    )


def told(*events: str | None) -> Findings:
    """Return findings, one of each event as given; "ev-2" has more accounts than "ev-1"."""
    ledger = MemoryLedger()
    ledger.add(EVENTS.values())
    return chaptered(material(ledger), [card(n, event) for n, event in enumerate(events)])


def test_the_weightiest_stand_before_all_chapters() -> None:
    found = told(*["ev-1"] * 5)
    assert [one.number for one in found.first] == [0, 1, 2]
    assert [[one.number for one in part.cards] for part in found.chapters] == [[3, 4]]


def test_findings_of_one_event_have_no_chapter_of_its_name() -> None:
    assert [part.label for part in told(*["ev-1"] * 5).chapters] == [""]


def test_larger_events_stand_first_and_what_is_of_none_last() -> None:
    found = told(*[None] * FIRST_CARDS, None, "ev-1", "ev-2")
    assert [part.label for part in found.chapters] == ["Two", "One", ""]


def test_only_the_first_chapter_is_open() -> None:
    found = told(*[None] * FIRST_CARDS, "ev-1", "ev-2")
    assert [part.open for part in found.chapters] == [True, False]


def test_the_last_findings_of_a_long_chapter_are_folded() -> None:
    found = told(*["ev-1"] * (FIRST_CARDS + MOST_UNFOLDED + 2))
    assert [len(part.folded) for part in found.chapters] == [2]


def test_no_finding_is_lost() -> None:
    found = told(None, "ev-1", "ev-2", "ev-1", None, None, "ev-2")
    shown = [one.number for part in found.chapters for one in (*part.cards, *part.folded)]
    assert sorted([*shown, *(one.number for one in found.first)]) == list(range(7))
