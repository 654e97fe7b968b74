import pytest
from msgspec.structs import replace

from tests.review.records import EVENT, FIRST, SECOND, THIRD, records, signed
from variorum.errors import UsageError
from variorum.link.events.decided import Decided, NotOneEvent, OneEvent
from variorum.records import Event
from variorum.review import (
    Anchors,
    account_place,
    decided_on_events,
    merge,
    overlay,
    set_apart,
    split,
    standings,
    took_for_one,
    undo,
)

ANCHORS = Anchors({one.id: one for one in (FIRST, SECOND, THIRD)})
FIRE = Event(id="v-1", label="A fire", accounts=("a-1", "a-2"))
SHOW = Event(id="v-3", label="A show", accounts=("a-3",))


def test_a_merge_of_events_says_that_their_accounts_tell_of_one() -> None:
    said = decided_on_events([merge([FIRE, SHOW], signed())], ANCHORS)
    assert said == Decided(one=(OneEvent("Ana", ("a-1", "a-3")),))


def test_a_split_of_an_event_says_which_accounts_stand_apart_from_which() -> None:
    given = split(EVENT, (account_place("a-2"),), signed())
    assert decided_on_events([given], ANCHORS) == Decided(
        apart=(NotOneEvent("Ana", ("a-2",), ("a-1", "a-3")),)
    )


def test_what_was_taken_back_says_nothing() -> None:
    given = merge([FIRE, SHOW], signed())
    assert decided_on_events([given, undo(given, signed(minute=1))], ANCHORS) == Decided()


def test_accounts_that_are_gone_leave_what_is_said_of_the_others() -> None:
    left = Anchors({one.id: one for one in (FIRST, SECOND)})
    given = split(EVENT, (account_place("a-2"),), signed())
    (said,) = decided_on_events([given], left).apart
    assert said.others == ("a-1",)
    assert decided_on_events([merge([FIRE, SHOW], signed())], left) == Decided()


def test_accounts_named_by_a_person_are_taken_for_one_event() -> None:
    given = took_for_one([FIRE, SHOW], ["a-2", "a-3"], signed())
    assert (given.target, given.to) == ("v-1", ("v-3",))
    assert decided_on_events([given], ANCHORS).one == (OneEvent("Ana", ("a-2", "a-3")),)
    with pytest.raises(UsageError, match="two or more"):
        took_for_one([FIRE, SHOW], ["a-2", "a-2"], signed())


def test_accounts_named_by_a_person_are_set_apart_from_the_rest_of_their_event() -> None:
    given = set_apart([FIRE, SHOW], ["a-2"], signed())
    assert decided_on_events([given], ANCHORS).apart == (NotOneEvent("Ana", ("a-2",), ("a-1",)),)
    with pytest.raises(UsageError, match="2 events"):
        set_apart([FIRE, SHOW], ["a-2", "a-3"], signed())


def test_an_event_that_the_next_run_holds_apart_is_not_set_apart_again() -> None:
    given = split(EVENT, (account_place("a-2"),), signed())
    rest = replace(EVENT, accounts=("a-1", "a-3"))
    apart = replace(EVENT, id="v-2", accounts=("a-2",))
    found = [*(record for record in records() if record is not EVENT), rest, apart]
    known = standings(found, [given])
    assert known.orphans == ()
    assert overlay(found, known) == found


def test_the_last_word_of_a_person_on_the_same_accounts_counts() -> None:
    apart = set_apart([EVENT], ["a-2"], signed())
    one = took_for_one([EVENT], ["a-1", "a-2"], signed(minute=1))
    assert decided_on_events([apart, one], ANCHORS) == Decided(
        one=(OneEvent("Ana", ("a-1", "a-2")),)
    )
    again = set_apart([EVENT], ["a-2"], signed(minute=2))
    assert decided_on_events([apart, one, again], ANCHORS).one == ()


def test_the_word_of_one_person_takes_nothing_from_anothers() -> None:
    apart = set_apart([EVENT], ["a-2"], signed())
    one = took_for_one([EVENT], ["a-1", "a-2"], signed("Ben", minute=1))
    said = decided_on_events([apart, one], ANCHORS)
    assert (len(said.one), len(said.apart)) == (1, 1)


def test_a_word_on_other_accounts_overrules_nothing() -> None:
    apart = set_apart([EVENT], ["a-2"], signed())
    one = took_for_one([EVENT], ["a-1", "a-3"], signed(minute=1))
    said = decided_on_events([apart, one], ANCHORS)
    assert (len(said.one), len(said.apart)) == (1, 1)
