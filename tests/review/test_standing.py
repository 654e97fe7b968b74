from __future__ import annotations

from msgspec.structs import replace

from tests.review.records import FIRST, THIRD, mayor, records, signed, verdict, view
from variorum.review import decide, standings, undo

TOLLS = "v-tolls"


def test_a_confirmed_verdict_is_settled() -> None:
    standing = standings(records(), [view("confirm")]).of(TOLLS)
    assert standing is not None
    assert (standing.view, standing.settled) == ("confirm", True)


def test_nobodys_view_is_no_standing() -> None:
    assert standings(records(), []).of(TOLLS) is None


def test_a_later_view_takes_the_place_of_an_earlier_one_of_the_same_person() -> None:
    given = [view("reject", minute=2), view("confirm", minute=1)]
    standing = standings(records(), given).of(TOLLS)
    assert standing is not None
    assert standing.view == "reject"
    assert [d.view for d in standing.decisions] == ["reject"]


def test_two_people_who_differ_leave_a_record_disputed() -> None:
    given = [view("confirm", "Ana"), view("reject", "Ben")]
    standing = standings(records(), given).of(TOLLS)
    assert standing is not None
    assert (standing.view, standing.settled) == ("disputed", False)


def test_a_person_who_is_unsure_keeps_a_record_from_being_settled() -> None:
    standing = standings(records(), [view("confirm", "Ana"), view("unsure", "Ben")]).of(TOLLS)
    assert standing is not None
    assert not standing.settled


def test_a_note_alone_takes_no_view() -> None:
    noted = decide(verdict(), "note", signed(note="Ask the desk."))
    standing = standings(records(), [noted]).of(TOLLS)
    assert standing is not None
    assert standing.view is None
    assert [d.note for d in standing.notes] == ["Ask the desk."]


def test_an_undone_decision_counts_no_more_and_an_undone_undoing_does_again() -> None:
    first = view("confirm")
    back = undo(first, signed(minute=1))
    again = undo(back, signed(minute=2))
    assert standings(records(), [first, back]).of(TOLLS) is None
    standing = standings(records(), [first, back, again]).of(TOLLS)
    assert standing is not None
    assert standing.view == "confirm"


def test_nobody_undoes_the_decision_of_another() -> None:
    first = view("confirm", "Ana")
    forged = replace(undo(first, signed("Ana", 1)), who="Ben")
    standing = standings(records(), [first, forged]).of(TOLLS)
    assert standing is not None
    assert standing.view == "confirm"


def test_people_who_retype_to_the_same_kind_agree() -> None:
    given = [decide(verdict(), "retype", signed(who), to="scope differs") for who in ("Ana", "Ben")]
    standing = standings(records(), given).of(TOLLS)
    assert standing is not None
    assert (standing.view, standing.to) == ("retype", "scope differs")


def test_a_decision_finds_its_verdict_under_a_new_id() -> None:
    moved = replace(verdict(), id="v-later", alignment="l-later")
    found = standings([moved], [view("confirm")])
    assert found.of("v-later") is not None
    assert found.orphans == ()


def test_a_verdict_of_which_the_machine_now_says_something_else_leaves_an_orphan() -> None:
    given = view("confirm")
    found = standings([verdict("scope differs")], [given])
    assert found.of_record == {}
    assert found.orphans == (given,)


def test_words_that_moved_are_not_followed() -> None:
    moved = replace(verdict(), left=FIRST.span(0, 10))
    assert standings([moved], [view("confirm")]).orphans == (view("confirm"),)


def test_an_entity_that_gained_a_mention_is_still_the_one_decided_on() -> None:
    given = decide(mayor(), "confirm", signed())
    grown = replace(mayor("e-grown"), mentions=(*mayor().mentions, FIRST.span(0, 5)))
    assert standings([grown], [given]).of("e-grown") is not None


def test_progress_counts_settled_and_disputed() -> None:
    found = standings(records(), [view("confirm", "Ana"), view("reject", "Ben")])
    progress = found.progress(["v-tolls", "e-mayor"])
    assert (progress.settled, progress.disputed, progress.total) == (0, 1, 2)


def test_records_on_just_the_same_words_that_say_the_same_are_decided_together() -> None:
    other = replace(verdict(), id="v-other", rule="counts")
    under_new_ids = [replace(verdict(), id="v-new"), other]
    for held, keys in (
        ([verdict(), other], (TOLLS, "v-other")),
        (under_new_ids, ("v-new", "v-other")),
    ):
        found = standings(held, [view("reject")])
        assert [found.of_record[key].view for key in keys] == ["reject", "reject"]


def test_of_two_records_that_hold_more_than_the_words_decided_on_none_is_chosen() -> None:
    wider = [replace(mayor(key), mentions=(*mayor().mentions, THIRD.span(0, 3))) for key in "ab"]
    assert len(standings(wider, [decide(mayor(), "confirm", signed())]).orphans) == 1
