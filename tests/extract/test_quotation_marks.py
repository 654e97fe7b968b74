"""Quoted stretches survive what typesetting and translation do to marks."""

from tests.factory import account
from variorum.segment.quote_marks import stretches


def inner(text: str) -> list[str]:
    return [text[stretch.inner[0] : stretch.inner[1]] for stretch in stretches(account(text))]


def test_an_opening_mark_after_a_space_can_close() -> None:
    assert inner("It is “over now. “ Next he said “no, c. “") == ["over now.", "no, c."]


def test_an_apostrophe_does_not_close_single_marks() -> None:
    assert inner("Mayor Tells Town ‘It’s Time To Go’") == ["It’s Time To Go"]


def test_a_plural_genitive_is_no_closing_mark_when_a_better_one_follows() -> None:
    text = "He said 'it's the workers' fault, isn't it' and left."
    assert inner(text) == ["it's the workers' fault, isn't it"]


def test_a_genitive_alone_is_no_quotation() -> None:
    assert inner("the workers' hall and the players' union") == []


def test_guillemets_low_marks_and_doubled_single_marks_are_marks() -> None:
    assert inner("«Oui», said A. „Ja,“ said B. ''Yes,'' said C.") == ["Oui", "Ja,", "Yes,"]


def test_a_new_opening_mark_after_a_full_stop_means_that_a_closing_one_was_lost() -> None:
    assert inner('"We left. "They stayed," he said.') == ["We left.", "They stayed,"]


def test_nested_marks_stay_inside() -> None:
    assert inner("“He called it a “rant” again,” she said.") == ["He called it a “rant” again,"]


def test_a_quotation_without_its_closing_mark_ends_with_its_paragraph() -> None:
    text = "“One.\n\nTwo."
    found = stretches(account(text))
    assert inner(text) == ["One."]
    assert not found[0].closed


def test_the_narrators_gloss_inside_the_marks_is_left_out() -> None:
    text = "It is “the siege, in reference to sanctions imposed by others. “"
    assert inner(text) == ["the siege"]


def test_a_million_marks_are_read_in_one_pass() -> None:
    assert inner('" ' * 100_000) == []


def test_a_mark_that_only_closes_ends_what_the_paragraph_before_opened() -> None:
    text = (
        "“The firm is big and that is no doubt.\n\nBut it can be challenged. It will be.” She left."
    )
    assert inner(text) == [
        "The firm is big and that is no doubt.",
        "But it can be challenged. It will be.",
    ]


def test_a_mark_that_only_closes_ends_nothing_where_nothing_is_open() -> None:
    assert inner("“The firm is big.”\n\nIt can be challenged.” She left.") == ["The firm is big."]


def test_a_single_mark_may_open_what_a_double_one_closes() -> None:
    text = "'I speak for the first of them, but it was a lack of care,\" Wu told the Herald."
    assert inner(text) == ["I speak for the first of them, but it was a lack of care,"]
