"""The story gate: shares of counts, halves and intervals."""

from __future__ import annotations

from collections import Counter

import pytest

from quality import real_stories
from quality.halves import half, in_turn
from quality.intervals import by_text, wilson


def values(**counts: int) -> dict[str, float]:
    found = Counter({name.replace("__", "."): count for name, count in counts.items()})
    return {
        one.key.removeprefix("real_stories."): one.value for one in real_stories.measured(found)
    }


def test_where_fewer_is_better_the_score_is_the_share_that_is_not_so() -> None:
    assert values(pairs__false_same=3, pairs__said_same=12)["pairs.same.not_false"] == 75.0


def test_who_says_nothing_says_nothing_false() -> None:
    assert values()["pairs.differ.not_false"] == 100.0


def test_what_nobody_has_marked_is_not_measured() -> None:
    assert not {"judged.right", "judged.not_wrong", "brief.true"} & set(values())


def test_marks_are_shares_of_what_is_marked() -> None:
    found = values(judged__right=3, judged__wrong=1, judged__marked=5, judged__shown=10)
    assert (found["judged.right"], found["judged.not_wrong"], found["judged.marked"]) == (
        60,
        80,
        50,
    )


def test_every_other_story_by_name_is_watched() -> None:
    assert in_turn(["b", "c", "a"]) == {"a": "work", "b": "watch", "c": "work"}


def test_the_half_of_a_text_follows_from_its_id() -> None:
    assert (half("a"), half("b")) == ("watch", "watch")
    assert {half(str(number)) for number in range(10)} == {"work", "watch"}


def test_wilsons_interval_of_a_few_rows_is_wide() -> None:
    low, high = wilson(8, 10)
    assert (round(low, 1), round(high, 1)) == (49.0, 94.3)
    assert wilson(0, 0) == (0.0, 100.0)


def test_rows_of_one_text_are_drawn_together() -> None:
    rows = [("a", 1.0)] * 50 + [("b", 0.0)] * 50
    low, high = by_text(
        rows, lambda row: row[0], lambda drawn: sum(v for _, v in drawn) / len(drawn)
    )
    assert (low, high) == (0.0, 1.0)


@pytest.mark.shared
def test_the_halves_of_the_real_stories_are_eight_each() -> None:
    names = real_stories.names()
    if not names:
        pytest.skip("the real stories are not beside the checkout")
    assert Counter(in_turn(names).values()) == {"work": 8, "watch": 8}
