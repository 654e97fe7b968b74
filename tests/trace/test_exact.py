"""The runs of words that two accounts both have, and what of them is shown."""

import pytest

from tests.trace.dossiers import borrowings, told
from variorum.records import Dossier, Region

GATE = "The sluice gate jammed half open while the keeper was still counting the herons below"
TOWN = "Within an hour the lower town stood knee deep in brown water and floating apples"


def because(left: Dossier, right: Dossier) -> str:
    (found,) = borrowings([left, right])
    return found.because


def test_a_changed_word_and_what_leads_to_it_are_in_no_passage_that_is_told_as_common() -> None:
    left = told(f"{GATE}. {TOWN}.", "a-one")
    right = told(f"{GATE.replace('herons', 'geese')}. {TOWN}.", "a-two")
    assert because(left, right) == (
        f"a-one and a-two have wording in common, word for word: “{TOWN}” and "
        "“The sluice gate jammed half open while the keeper was still counting”."
    )


def test_the_end_of_another_sentence_is_not_shown_with_what_follows_it() -> None:
    left = told(f"It gave way at dusk, officials said. {GATE}.", "a-one")
    right = told(f"Nobody was warned, officials said. {GATE}.", "a-two")
    assert because(left, right).endswith(f"word for word: “{GATE}”.")


@pytest.mark.parametrize("kind", ["title", "dateline"])
def test_a_passage_does_not_run_from_the_head_of_a_page_into_its_text(kind: str) -> None:
    head = "Lower town flooded after gate jams"
    text = f"{head}\n{GATE}."
    regions = (
        Region(kind=kind, start=0, end=len(head)),  # type: ignore[arg-type]
        Region(kind="body", start=len(head) + 1, end=len(text)),
    )
    left, right = (told(text, f"a-{name}", regions=regions) for name in ("one", "two"))
    assert because(left, right).endswith(f"word for word: “{GATE}”.")


def test_a_subhead_is_no_part_of_the_sentence_after_it() -> None:
    left, right = (told(f"Herons count\n\n{GATE}.", f"a-{name}") for name in ("one", "two"))
    assert because(left, right).endswith(f"word for word: “{GATE}”.")


def test_what_one_account_has_once_is_told_once() -> None:
    left = told(f"{TOWN}. {GATE}. It rained. {TOWN}.", "a-one")
    right = told(f"{TOWN}. {GATE}.", "a-two")
    assert because(left, right).count(TOWN) == 1


def test_a_row_of_names_is_no_wording_in_common() -> None:
    names = "Anna Berg, Carl Dahl, Eva Falk, Gustav Holm, Ida Jansson, Karl Lund, Maja Nord, Olof"
    left = told(f"Rescued were {names} Palm and two of the dogs that they had kept.", "a-one")
    right = told(f"The list has {names} Quist, all of whom swam ashore by themselves.", "a-two")
    assert borrowings([left, right]) == ()


def test_a_long_passage_is_cut_after_forty_words() -> None:
    numbers = [f"{word}{end}" for word in ("ba", "de", "fi", "go", "hu") for end in "bcdfghklmnp"]
    text = " ".join(numbers) + "."
    left, right = (told(f"Here {text}", f"a-{name}") for name in ("one", "two"))
    shown = because(left, right).split("“")[1].split("”")[0]
    assert shown.split() == ["Here", *numbers[:39]]


def test_wording_that_is_nowhere_the_same_for_long_is_shown_as_each_account_has_it() -> None:
    words = (
        "The old ferry left its berth {}, her master counted every crate {}, and no guard walked "
        "along that pier {} again while rain fell on everybody there"
    )
    one, other = words.format("early", "twice", "calmly"), words.format("late", "once", "slowly")
    left, right = told(f"{one}.", "a-one"), told(f"{other}.", "a-two")
    assert because(left, right) == (
        f"a-one and a-two have wording that is nearly the same: “{one}” and “{other}”."
    )
