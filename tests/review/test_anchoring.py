"""Anchoring: words are found again where they stand, and nowhere else."""

from __future__ import annotations

import pytest

from tests.factory import account
from variorum.records import Account, Decision, Span
from variorum.review import Anchors, Version

OLD = (
    "Teams report on latency.\n\nTeam Alpha said that losses fell by 12 percent across the valley.\n\n"
    "Team Beta said that losses fell by 15 percent across the valley.\n"
)


def found(old: str, new: str, words: str, *, last: bool = False) -> str | None:
    """Return the words found for some words of the old text, marked in the new one."""
    start = old.rindex(words) if last else old.index(words)
    now = account(new, id="a-new")
    anchors = Anchors({"a-new": now}, {"a-old": Version(text=old, now=("a-new",))})
    place = anchors.place(Span("a-old", start, start + len(words), words))
    if place is None:
        return None
    assert now.text[place.start : place.end] == place.text
    return f"{now.text[: place.start]}[{place.text}]{now.text[place.end :]}"


def test_words_before_and_behind_an_edit_stay_where_they_are() -> None:
    assert found("A b c d e.", "A b X Y d e.", "A b") == "[A b] X Y d e."
    assert found("A b c d e.", "A b X Y d e.", "d e") == "A b X Y [d e]."


def test_words_that_were_edited_are_nowhere() -> None:
    assert found(OLD, OLD.replace("12 percent", "14 percent"), "losses fell by 12 percent") is None


def test_white_space_does_not_count() -> None:
    new = OLD.replace("losses fell by 12", "losses \n fell\u00a0 by 12")
    assert "[losses \n fell\u00a0 by 12 percent]" in str(
        found(OLD, new, "losses fell by 12 percent")
    )


def test_a_lookalike_is_not_taken_for_words_that_were_edited() -> None:
    swapped = OLD.replace("12", "14").replace("15", "12")
    assert found(OLD, swapped, "losses fell by 12 percent across the valley") is None


def test_of_words_that_stood_twice_the_one_that_went_is_nowhere() -> None:
    assert (
        found(OLD, OLD.replace("Team Alpha said that losses fell", "He said"), "losses fell")
        is None
    )


@pytest.mark.parametrize("last", [False, True])
def test_of_two_lines_alike_of_which_one_went_neither_is_known(last: bool) -> None:
    assert found("It rained.\nIt rained.\n", "It rained.\n", "It rained.", last=last) is None


def test_where_several_places_were_edited_words_are_known_by_what_stands_around_them() -> None:
    calm = "Nothing at all was said of this by anybody who was there on that long day. " * 3
    old = f"One. {calm}The dam held. {calm[::-1]} Two."
    new = f"Three. {calm}The dam held. {calm[::-1]} Four."
    assert "[The dam held]" in str(found(old, new, "The dam held"))


def test_words_beside_two_edits_are_nowhere() -> None:
    assert found("One said the dam held. Two.", "Three said the dam held. Four.", "the dam") is None


def test_a_whole_account_stands_where_all_its_words_do() -> None:
    old = Span("a-old", 0, 0, "")
    for text, moved in (("It  rained.\n", True), ("It poured.", False)):
        now: dict[str, Account] = {"a-new": account(text, id="a-new")}
        anchors = Anchors(now, {"a-old": Version(text="It rained.", now=("a-new",))})
        assert (anchors.place(old) == Span("a-new", 0, 0, "")) is moved


def test_words_that_two_accounts_of_one_source_hold_are_nowhere() -> None:
    now = {key: account("It rained.", id=key) for key in ("a-1", "a-2")}
    anchors = Anchors(now, {"a-old": Version(text="It rained.", now=("a-1", "a-2"))})
    assert anchors.place(Span("a-old", 0, 2, "It")) is None


def test_a_decision_of_which_one_place_is_nowhere_is_nowhere() -> None:
    now = {"a-new": account("It poured.", id="a-new")}
    anchors = Anchors(now, {"a-old": Version(text="It rained.", now=("a-new",))})
    basis = (Span("a-old", 0, 2, "It"), Span("a-old", 3, 9, "rained"))
    decision = Decision(id="d-1", target="v-1", view="confirm", who="Ada", when="2031", basis=basis)
    assert anchors.moved(decision) is None
