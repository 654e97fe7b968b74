import numpy as np

from tests.link.test_chains import telling
from tests.link.test_events import BRIDGE, BRIDGE_TOO, MARKET, bare
from variorum.link.events.chains import chained
from variorum.link.events.decided import Decided, NotOneEvent, OneEvent, joined_by_people
from variorum.link.events.model import grouped
from variorum.link.events.partition import events
from variorum.link.story import link

DAY = "2024-03-05"
STORY = [bare("a-1", BRIDGE, DAY), bare("a-2", BRIDGE_TOO, DAY), bare("a-3", MARKET, DAY)]
ONE = Decided(one=(OneEvent("Ada", ("a-1", "a-3")),))
APART = Decided(apart=(NotOneEvent("Ada", ("a-1",), ("a-2",)),))


def accounts(decided: Decided) -> list[tuple[str, ...]]:
    return sorted(event.accounts for event in events(STORY, decided=decided))


def test_events_of_accounts_that_somebody_took_for_one_are_one() -> None:
    (event,) = events(STORY, decided=ONE)
    assert event.accounts == ("a-1", "a-2", "a-3")
    assert event.because == "Ada merged accounts of it into one event."
    assert [step.accounts for step in event.steps] == [("a-1", "a-2"), ("a-3",)]


def test_accounts_that_somebody_set_apart_are_of_two_events() -> None:
    assert accounts(APART) == [("a-1",), ("a-2",), ("a-3",)]
    alone = next(e for e in events(STORY, decided=APART) if e.accounts == ("a-1",))
    assert alone.because.endswith("Ada split accounts of it from others.")


def test_where_people_differ_what_is_apart_stays_apart() -> None:
    both = Decided(one=(OneEvent("Ben", ("a-1", "a-2")),), apart=APART.apart)
    assert accounts(both) == [("a-1",), ("a-2",), ("a-3",)]


def test_accounts_set_apart_together_are_one_event() -> None:
    decided = Decided(apart=(NotOneEvent("Ada", ("a-1", "a-3"), ("a-2",)),))
    assert accounts(decided) == [("a-1", "a-3"), ("a-2",)]


def test_accounts_that_are_gone_say_nothing() -> None:
    gone = Decided(one=(OneEvent("Ada", ("a-1", "a-9")),))
    assert accounts(gone) == [("a-1", "a-2"), ("a-3",)]


def test_a_pair_set_apart_is_in_no_group_though_a_third_is_like_both() -> None:
    pairs = (np.array([0, 0, 1]), np.array([1, 2, 2]))
    likely = np.array([0.9, 0.99, 0.98])
    assert grouped(3, pairs, likely) == [[0, 1, 2]]
    assert grouped(3, pairs, likely, apart={(0, 1)}) == [[0, 2], [1]]


def test_groups_set_apart_are_in_no_chain() -> None:
    told = [telling("a-1", jan_orrin=34), telling("a-2", jan_orrin=34)]
    assert chained([[0], [1]], told, apart={(0, 1)}) == [[[0]], [[1]]]


def test_a_chain_joined_by_people_keeps_its_steps() -> None:
    position = {"a-1": 0, "a-2": 1, "a-3": 2}
    said = Decided(one=(OneEvent("Ada", ("a-2", "a-3")),))
    assert joined_by_people([[[0], [1]], [[2]]], said, position) == [[[0], [1], [2]]]


def test_names_are_one_persons_in_events_that_people_took_for_one() -> None:
    assert len(link(STORY, decided=ONE).events) == 1
