from __future__ import annotations

import pytest

from tests.review.records import EVENT, FIRST, PAINTER, mayor, signed, verdict, view
from variorum.errors import UsageError
from variorum.review import decide, merge, split, undo


def test_a_decision_carries_the_words_and_what_the_machine_said() -> None:
    decision = view("confirm")
    assert [place.text for place in decision.basis] == ["Forty", "Fifty"]
    assert (decision.kind, decision.said) == ("verdict", "figure differs")


def test_the_same_decision_twice_is_one() -> None:
    assert view("confirm").id == view("confirm").id
    assert view("confirm").id != view("confirm", minute=1).id


def test_nobody_decides_without_a_name() -> None:
    with pytest.raises(UsageError, match="needs the name"):
        view("confirm", who="  ")


def test_a_verdict_is_retyped_to_a_verdict_only() -> None:
    with pytest.raises(UsageError, match="scope differs"):
        decide(verdict(), "retype", signed(), to="verbatim")


def test_a_merge_needs_two_records_of_one_kind() -> None:
    for given in ([mayor()], [mayor(), mayor()], [mayor(), EVENT]):
        with pytest.raises(UsageError, match="two or more"):
            merge(given, signed())


def test_a_verdict_cannot_be_merged() -> None:
    from msgspec.structs import replace

    with pytest.raises(UsageError, match="merged or split"):
        merge([verdict(), replace(verdict(), id="v-other")], signed())


@pytest.mark.parametrize("places", [(), mayor().mentions, (FIRST.span(0, 5),)])
def test_a_split_takes_some_of_the_places_of_its_record(places: tuple) -> None:
    with pytest.raises(UsageError, match="not all of them"):
        split(mayor(), places, signed())


def test_only_ones_own_decision_can_be_taken_back() -> None:
    with pytest.raises(UsageError, match="Ana decided this"):
        undo(view("confirm", "Ana"), signed("Ben"))


def test_a_merge_names_one_place_of_each_record() -> None:
    decision = merge([mayor(), PAINTER], signed())
    assert [place.account for place in decision.basis] == ["a-1", "a-3"]
    assert decision.to == ("e-painter",)
