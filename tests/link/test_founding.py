"""Ids of events and entities stay when a later account joins."""

from __future__ import annotations

from tests.link.names import dossier as naming
from tests.link.test_events import BRIDGE, BRIDGE_TOO, MARKET, bare
from variorum.link.events.partition import events
from variorum.link.grouping.founding import founded, founder
from variorum.link.names.entities import entities
from variorum.link.story import link
from variorum.records import new_id


def test_a_later_account_leaves_the_id_of_its_event_as_it_was() -> None:
    first, later = bare("s-2", BRIDGE, "2024-03-05"), bare("s-1", BRIDGE_TOO, "2024-03-06")
    (alone,), (both,) = events([first]), events([first, later])
    assert len(both.accounts) == 2
    assert alone.id == both.id


def test_events_have_ids_of_their_own() -> None:
    told = [("s-1", BRIDGE), ("s-2", BRIDGE_TOO), ("s-3", MARKET)]
    found = events([bare(name, text, "2024-03-05") for name, text in told])
    assert len({event.id for event in found}) == len(found) == 2


def test_the_founder_is_the_first_published_and_an_undated_account_comes_last() -> None:
    dated = [bare("s-9", BRIDGE, "2024-03-05"), bare("s-2", BRIDGE, "2024-03-06")]
    undated = bare("s-1", BRIDGE, None)
    accounts = [one.account for one in (undated, *dated)]
    assert [founder(accounts).id, founder(accounts[:1]).id] == ["s-9", "s-1"]


def test_one_more_name_leaves_the_id_of_its_entity_as_it_was() -> None:
    one, two = naming("a-1", ("Robert Tarrant", "person")), naming("a-2", ("Tarrant", "person"))
    (alone,), (both,) = (founded(entities(some), some) for some in ([one], [one, two]))
    assert len(both.names) == 2
    assert alone.id == both.id == new_id("e", one.statements.names[0].id)


def test_names_that_stay_apart_are_entities_with_ids_of_their_own() -> None:
    story = link([naming("a-1", ("Ada Voss", "person"), ("Keld", "place"), ("Orrin", "place"))])
    assert len({entity.id for entity in story.entities}) == len(story.entities) == 3
