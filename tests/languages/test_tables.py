"""Tables of several languages are one table."""

from __future__ import annotations

import re

from msgspec import Struct

from variorum.languages.tables import NEVER, NOTHING, Pattern, Words, joined


class Some(Struct, frozen=True):
    words: Words = frozenset()
    worth: dict[str, int] = {}
    order: tuple[str, ...] = ()
    whole: Pattern = NEVER
    part: str = NOTHING


ONE = Some(frozenset({"a"}), {"mar": 3, "sep": 9}, ("x", "y"), re.compile("more"), "st|nd")
OTHER = Some(
    frozenset({"b"}), {"mar": 2, "sep": 9, "okt": 10}, ("y", "z"), re.compile("mehr", re.I)
)


def test_what_is_in_any_is_in_all_together() -> None:
    both = joined([ONE, OTHER])
    assert (both.words, both.order, both.part) == (frozenset({"a", "b"}), ("x", "y", "z"), "st|nd")


def test_a_word_that_means_two_things_tells_nothing() -> None:
    assert joined([ONE, OTHER]).worth == {"sep": 9, "okt": 10}


def test_patterns_are_alternatives_and_each_keeps_its_own_case() -> None:
    whole = joined([ONE, OTHER, Some()]).whole
    shown = ("more", "More", "mehr", "Mehr", "")
    assert [bool(whole.fullmatch(text)) for text in shown] == [True, False, True, True, False]


def test_one_record_stays_what_it_is() -> None:
    assert joined([ONE]) is ONE
