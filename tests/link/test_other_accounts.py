"""What an account of another story, or one copy more, must not change."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.link.names import dossier as naming
from tests.link.test_events import BRIDGE, BRIDGE_TOO, MARKET, bare
from variorum.link.events.partition import events
from variorum.link.story import link
from variorum.records import Dossier, Entity, Event

DAY = "2024-03-05"
STORY = [
    bare("s-1", BRIDGE, DAY),
    bare("s-2", BRIDGE_TOO, DAY),
    bare("s-3", MARKET, DAY),
    bare("s-4", f"{MARKET} The prize is a copper peel.", DAY),
]
WORDS = ("zeppelin", "Quorn", "ochre", "lathe", "Ystrad", "marl", "vole", "Pentre", "kiln", "sloe")


def unlike(number: int) -> Dossier:
    """Return an account that shares no rare word with the story, nor with another such account."""
    words = " ".join(f"{word}{number}" for word in WORDS)
    return bare(f"u-{number:03}", f"It was said on Tuesday of {words} that it was so.", DAY)


def of_the_story(found: tuple[Event, ...]) -> list[Event]:
    return [event for event in found if event.accounts[0].startswith("s-")]


@pytest.mark.parametrize("count", [1, 56, 57, 58, 120])
def test_however_many_other_accounts_there_are_the_events_of_a_story_stay_as_they_are(
    count: int,
) -> None:
    alone = events(STORY)
    assert sorted(event.accounts for event in alone) == [("s-1", "s-2"), ("s-3", "s-4")]
    assert of_the_story(events([*STORY, *map(unlike, range(count))])) == list(alone)


@settings(max_examples=20, deadline=None)
@given(st.sets(st.integers(min_value=0, max_value=90), max_size=12))
def test_other_accounts_change_no_event(numbers: set[int]) -> None:
    found = events([*STORY, *(unlike(number) for number in sorted(numbers))])
    assert of_the_story(found) == list(events(STORY))


@pytest.mark.parametrize("count", [2, 60, 61, 63, 300])
def test_near_copies_are_one_event_however_many_there_are(count: int) -> None:
    papers = [f"The Paper{n} has it from its reader {n}." for n in range(count)]
    made = [bare(f"c-{n:03}", f"{BRIDGE} {line}", DAY) for n, line in enumerate(papers)]
    assert [len(event.accounts) for event in events(made)] == [count]


def test_a_surname_borne_by_somebody_in_another_event_is_still_the_only_one_of_its_own() -> None:
    ours = [naming("a-1", ("Robert Tarrant", "person")), naming("a-2", ("Tarrant", "person"))]
    told = [BRIDGE, BRIDGE_TOO]
    made = [_with_text(dossier, text) for dossier, text in zip(ours, told, strict=True)]
    other = _with_text(naming("b-1", ("Anna Tarrant", "person")), MARKET)
    alone, beside = link(made), link([*made, other])
    assert [sorted(e.names) for e in _of(alone.entities, "a-")] == [
        sorted(e.names) for e in _of(beside.entities, "a-")
    ]
    assert _of(beside.entities, "a-") == list(alone.entities)
    assert len(alone.entities) == 1


def _of(found: tuple[Entity, ...], start: str) -> list[Entity]:
    return [entity for entity in found if entity.mentions[0].account.startswith(start)]


def _with_text(dossier: Dossier, text: str) -> Dossier:
    told = bare(dossier.account.id, text, DAY)
    return Dossier(
        account=told.account,
        annotation=told.annotation,
        statements=dossier.statements,
    )
