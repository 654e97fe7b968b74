"""Labelled pairs: what the ledger says of two accounts, and shares of rows by text."""

from __future__ import annotations

import pytest

from quality import figures_differ, verdicts
from quality.collating import beside, collation
from quality.figures_differ import Report
from quality.halves import half
from quality.text_pairs import Pair, Row, Told, answer, balanced, score, share, shares, told
from quality.text_pairs_peers import left_out, tf_idf

FERRY = {
    "text": "The ferry Alder ran aground on Monday. The accident killed 12 people, police said."
}
OTHER = {
    "text": "The ferry Alder ran aground on Monday. The accident killed 19 people, police said."
}


def row(gold: str, *kinds: str, text: str = "a", alone: bool = False) -> Row:
    return Row(Pair(text, "l", "r", gold), tuple(Told(kind, kind, alone) for kind in kinds))


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (["agree", "figure differs"], "differs"),
        (["unclear", "wording differs"], "same"),
        (["scope differs"], "met"),
        ([], "nothing"),
    ],
)
def test_any_difference_told_makes_a_difference(kinds: list[str], said: str) -> None:
    assert answer(kinds) == said


def test_a_reading_that_stands_alone_is_no_answer() -> None:
    one = row("same", "only here", alone=True)
    assert (one.answer, one.met, one.only_here) == ("nothing", False, True)


def test_a_share_is_of_the_rows_it_is_about() -> None:
    rows = [row("same", "agree"), row("apart", "agree"), row("apart")]
    measure = share(lambda r: r.answer == "same", lambda r: r.gold == "same")
    assert measure(rows) == 50.0


def test_balanced_accuracy_gives_either_class_the_same_weight() -> None:
    rows = [row("same", "agree")] * 9 + [row("apart", "agree")]
    measure = balanced(lambda r: r.gold == "same", lambda r: r.answer == "same")
    assert measure(rows) == 50.0


def test_a_share_of_no_rows_is_no_score() -> None:
    assert shares("key", [row("same")], lambda r: r.met, lambda r: True) == []


def test_a_score_tells_its_halves_apart() -> None:
    texts = {half(name): name for name in "abcdef"}
    rows = [row("same", "agree", text=texts["work"]), row("same", text=texts["watch"])]
    found = score("key", rows, share(lambda r: True, lambda r: r.met))
    assert (found.value, found.work, found.watch) == (50.0, 100.0, 0.0)


def test_the_threshold_of_a_peer_is_set_on_other_texts() -> None:
    """Text b alone sets 0.2 for a, and a alone sets 0.9 for b, where it calls nothing alike."""
    values, gold = [0.9, 0.1, 0.2, 0.8], [True, False, True, False]
    assert left_out(values, gold, ["a", "a", "b", "b"]) == [True, False, False, False]


def test_a_rare_word_shared_weighs_more_than_a_common_one() -> None:
    likeness = tf_idf(["the ferry", "the mill", "the ferry sank", "the mayor"])
    assert likeness("the ferry", "the ferry sank") > likeness("the mill", "the mayor")


@pytest.mark.parametrize(
    ("kind", "gold", "right"),
    [
        ("agree", "same", True),
        ("agree", "not comparable", False),
        ("wording differs", "contradicts", False),
        ("figure differs", "update", True),
        ("figure differs", "more", False),
        ("figure differs", "unclear", None),
        ("scope differs", "differs", None),
    ],
)
def test_a_verdict_is_right_by_what_people_say_of_the_pair(
    kind: str, gold: str, right: bool | None
) -> None:
    assert verdicts.is_right(kind, gold) is right


@pytest.mark.model
def test_two_accounts_are_collated_as_a_user_would() -> None:
    found = collation([FERRY, OTHER])
    assert "figure differs" in {verdict.kind for verdict, _, _ in found.between()}


@pytest.mark.model
def test_an_account_read_once_gives_the_same_as_read_anew() -> None:
    with beside(FERRY) as with_other:
        first, again = told(with_other(OTHER)), told(with_other(OTHER))
    assert first == again == told(collation([FERRY, OTHER]))


@pytest.mark.model
def test_a_difference_in_the_number_that_was_coded_is_said() -> None:
    group = [Report("e", FERRY["text"], "", 12), Report("e", OTHER["text"], "", 19)]
    rows, read = figures_differ.told(group)
    assert [(one.gold, one.said) for one in rows] == [(True, True)]
    assert [one.right for one in read] == [True, True]
