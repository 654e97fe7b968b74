"""What is shown to be the same by its words alone."""

from __future__ import annotations

import pytest

from tests.judge.both import compared, studied

pytestmark = pytest.mark.model

SOLD = "The council sold the old mill to a brewer of Corvin on Monday"


def kinds(left: str, right: str) -> set[str]:
    found = compared(studied("a-1", left), studied("a-2", right))
    return {v.kind for v in found.verdicts if v.right is not None}


@pytest.mark.parametrize(
    "other",
    [
        SOLD.replace("old", "new"),
        SOLD.replace("Monday", "Friday"),
        SOLD.replace("sold", "did not sell"),
        SOLD.replace("sold", "may have sold"),
        SOLD.replace("The council", "Some of the council"),
        SOLD.replace("brewer", "baker"),
    ],
)
def test_a_changed_word_is_never_called_the_same(other: str) -> None:
    assert kinds(f"{SOLD}.", f"{other}.") <= {"unclear"}


@pytest.mark.parametrize(
    "frame",
    [
        "A lawyer denied that {}.",
        "It is not true that {}, the clerk said.",
        "The mayor dismissed claims that {}.",
    ],
)
def test_what_one_account_tells_as_denied_is_not_the_same(frame: str) -> None:
    claim = SOLD[0].lower() + SOLD[1:]
    assert kinds(f"{SOLD}.", frame.format(claim)) <= {"unclear"}


def test_who_did_it_to_whom_stands_in_the_order_of_words() -> None:
    assert kinds("Tarn shelled Keld on Sunday.", "Keld shelled Tarn on Sunday.") <= {"unclear"}


def test_spelling_inflection_and_articles_are_no_difference() -> None:
    assert kinds(f"{SOLD}.", "A council sells an old mill to the brewer of Corvin on Monday.") == {
        "agree"
    }
