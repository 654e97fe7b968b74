"""One quotation held against one speaker's words."""

import pytest

from variorum.align.differences import words
from variorum.languages.registry import language_of
from variorum.trace.checking.edits import PERMITTED
from variorum.trace.checking.locating import speech
from variorum.trace.checking.matching import Match, matched

ENGLISH = language_of("en")
SPEECH = (
    "We will not close the pier this winter. The engineer told me that the old tower, which my "
    "grandfather built, should be kept until 2031. More than 4,200 people have signed the letter. "
    "I am proud of what this town did together. If the storm comes again, we must leave at once. "
    "Nobody asked the fishermen, and nobody asked me."
)


def held(*parts: str, loosely: bool = False) -> Match:
    return matched(speech(ENGLISH, words(SPEECH)), [words(part) for part in parts], loosely=loosely)


def found(*parts: str) -> list[str]:
    return [SPEECH[start:end] for start, end in held(*parts).spans]


def test_the_same_words_are_verbatim() -> None:
    assert held("I am proud of what this town did together").kind == "verbatim"


def test_common_words_that_stand_there_are_found_before_likely_ones() -> None:
    """Words heard too often to seed a search hid the place where the quotation stands."""
    often = "And we will, we will get there. And we will see. " * 40
    said = (
        f"{often}And we will lose the first match. And then we will be sent to the Northern Cup. "
    )
    text = f"{said}And we will win in the Northern Cup. {often}"
    match = matched(speech(ENGLISH, words(text)), [words("And we will win in the Northern Cup,")])
    assert match.kind == "verbatim"


def test_the_place_of_the_words_is_exact() -> None:
    assert found("proud of what this town did") == ["proud of what this town did"]


def test_other_typography_is_verbatim() -> None:
    assert held("I am proud of what this\u00a0town did together,").kind == "verbatim"


def test_a_small_letter_is_an_edit() -> None:
    assert held("we will not close the pier").kind == "edited"


def test_an_ellipsis_over_harmless_words_is_an_edit() -> None:
    assert held("the old tower … should be kept until 2031").kind == "edited"


def test_a_bracketed_ellipsis_is_an_edit() -> None:
    assert held("the old tower [...] should be kept until 2031").kind == "edited"


def test_an_ellipsis_that_swallows_a_not_differs() -> None:
    result = held("We will … close the pier this winter")
    assert (result.kind, [word.text for word in result.swallowed]) == ("differs", ["not"])


def test_an_ellipsis_that_swallows_a_modal_before_its_verb_differs() -> None:
    assert held("the old tower, which my grandfather built … be kept until 2031").kind == "differs"


def test_an_ellipsis_over_whole_sentences_is_an_edit_though_they_negate() -> None:
    text = "I am tired. We did not sleep. I shall go home now."
    result = matched(speech(ENGLISH, words(text)), [words("I am tired. … I shall go home now.")])
    assert result.kind == "edited"


def test_a_gloss_in_brackets_is_an_edit() -> None:
    assert held("[The engineer] told me that the old tower").kind == "edited"


def test_a_not_in_brackets_differs() -> None:
    assert held("the old tower should [not] be kept until 2031").kind == "differs"


def test_a_dropped_not_differs_and_is_named() -> None:
    result = held("We will close the pier this winter")
    assert [(e.kind, e.left_text) for e in result.edits] == [("omission", "not")]
    assert result.kind == "differs"


def test_a_swapped_figure_differs_and_is_named() -> None:
    result = held("More than 2,400 people have signed the letter")
    assert [(e.kind, e.left_text, e.right_text) for e in result.edits] == [
        ("figure", "4,200", "2,400")
    ]
    assert result.kind == "differs"


def test_a_swapped_word_differs() -> None:
    assert held("I am ashamed of what this town did together").kind == "differs"


def test_words_left_out_without_a_mark_differ() -> None:
    assert held("the old tower should be kept until 2031").kind == "differs"


def test_words_joined_from_two_places_differ_in_order() -> None:
    text = " ".join(
        ["We want the harbour to be open to everybody."]
        + ["The weather was fine and the band played on all afternoon."] * 8
        + ["Our children deserve a better school than this one."]
    )
    result = matched(
        speech(ENGLISH, words(text)),
        [words("We want the harbour to be a better school than this one")],
    )
    assert result.kind == "differs"
    assert "order" in {edit.kind for edit in result.edits}
    assert len(result.spans) == 2


def test_two_parts_of_one_sentence_are_verbatim() -> None:
    assert held("Nobody asked the fishermen,", "and nobody asked me").kind == "verbatim"


def test_a_not_lost_between_two_parts_differs() -> None:
    assert held("We will", "close the pier this winter").kind == "differs"


def test_other_words_are_not_found() -> None:
    assert held("the mayor bought himself a yellow bicycle in spring").kind == "not found"


def test_a_short_quotation_with_a_telling_word_of_its_own_is_not_found() -> None:
    assert held("we must swim at once").kind == "not found"


def test_a_short_rendering_may_have_a_word_of_its_own() -> None:
    assert held("we must depart at once", loosely=True).kind == "differs"


def test_two_words_heard_often_cannot_be_told_apart() -> None:
    text = "the pier is ours. " * 6
    assert matched(speech(ENGLISH, words(text)), [words("the pier")]).kind == "cannot tell"


def test_nothing_to_compare_cannot_be_told() -> None:
    assert held("…").kind == "cannot tell"


def test_a_negation_just_before_the_words_is_told() -> None:
    assert held("close the pier this winter").before == "not"


def test_words_of_two_turns_are_not_bridged_by_chance() -> None:
    said = speech(
        ENGLISH, words("I look forward to it."), words("The boats will come home on Friday.")
    )
    assert matched(said, [words("I look forward to coming home")]).kind == "not found"


@pytest.mark.parametrize("text", ["([" * 40_000, "a " * 60_000, "“" * 40_000])
def test_a_wall_of_text_is_held_in_time(text: str) -> None:
    matched(speech(ENGLISH, words(text)), [words(text[:4_000])])


def test_an_ellipsis_at_the_end_that_swallows_a_condition_differs() -> None:
    text = speech(ENGLISH, words("We shall mend the bank before the winter, if the county pays."))
    result = matched(text, [words("We shall mend the bank before the winter …")])
    assert (result.kind, [word.text for word in result.swallowed]) == ("differs", ["if"])


def test_a_condition_right_after_the_words_is_told() -> None:
    text = speech(ENGLISH, words("We shall mend the bank before the winter, if the county pays."))
    assert matched(text, [words("We shall mend the bank before the winter,")]).after == "if"


def test_a_negation_further_up_in_the_sentence_is_told() -> None:
    text = speech(ENGLISH, words("I do not think that the bank is safe. It held for years."))
    assert matched(text, [words("The bank is safe")]).before == "not"
    assert matched(text, [words("It held for years")]).before is None


@pytest.mark.parametrize(
    ("record", "quoted"),
    [
        ("the colour of the ink will not matter", "the color of the ink will not matter"),
        ("they analysed every stone of the bank", "they analyzed every stone of the bank"),
        ("we spent forty thousand crowns on it", "we spent 40,000 crowns on it"),
    ],
)
def test_another_spelling_of_a_word_or_number_is_an_edit(record: str, quoted: str) -> None:
    assert matched(speech(ENGLISH, words(record)), [words(quoted)]).kind == "edited"


@pytest.mark.parametrize(
    ("record", "quoted"),
    [
        ("we mend a -- a bank of stone", "we mend a bank of stone"),
        ("the bank is weak and -- and old by now", "The bank is weak and old by now"),
        ("we mend the the bank of stone", "we mend the bank of stone"),
        ("we shall, uh, mend the bank of stone", "we shall mend the bank of stone"),
        ("there's no money for the bank", "There is no money for the bank"),
        ("I'd mend the bank of stone", "I would mend the bank of stone"),
        (
            "we asked nearly all of the county's entire workforce, and they came",
            "we asked nearly all of the county's entire work force",
        ),
        (
            "the whole work force of the upper county came to the bank",
            "the whole workforce of the upper county came to the bank",
        ),
    ],
)
def test_a_stumble_a_contraction_and_a_word_in_two_parts_are_edits(
    record: str, quoted: str
) -> None:
    assert matched(speech(ENGLISH, words(record)), [words(quoted)]).kind == "edited"


@pytest.mark.parametrize(
    ("record", "quoted", "change"),
    [
        ("there is a -- a strong wall of stone", "there is strong wall of stone", ("a", "")),
        (
            "next year we mend the the big bank of the river",
            "next year we mend the small bank of the river",
            ("big", "small"),
        ),
        ("it's a bank that was never dry", "it was a bank that was never dry", ("'s", "was")),
    ],
)
def test_a_real_change_stays_without_the_stumble_beside_it(
    record: str, quoted: str, change: tuple[str, str]
) -> None:
    held = matched(speech(ENGLISH, words(record)), [words(quoted)])
    real = [(e.left_text, e.right_text) for e in held.edits if e.kind not in PERMITTED]
    assert (held.kind, real) == ("differs", [change])
