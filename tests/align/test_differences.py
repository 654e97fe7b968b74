"""Differences between two stretches of words, with their offsets and kinds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.align.differences import Difference, differences, numbers_among, of_tokens, words
from variorum.annotations import Token
from variorum.languages.forms import Forms
from variorum.languages.language import Language
from variorum.languages.registry import language_of


def edits(left: str, right: str) -> list[tuple[str, str, str]]:
    return [(d.kind, d.left_text, d.right_text) for d in differences(words(left), words(right))]


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def test_equal_stretches_have_no_difference() -> None:
    assert edits("The ferry sails at noon.", "The ferry sails at noon.") == []


def test_typography_is_no_difference() -> None:
    assert edits("It’s the “old\u00a0pier”.", 'It\'s the "old pier".') == []


def test_a_capital_is_a_difference_of_case() -> None:
    assert edits("the ferry sails", "The ferry sails") == [("case", "the", "The")]


def test_a_comma_between_words_is_a_difference_of_punctuation() -> None:
    assert edits("the ferry, it seems", "the ferry it seems") == [("punctuation", ",", "")]


def test_marks_at_the_ends_are_no_difference() -> None:
    assert edits("the ferry sails.", "“the ferry sails,") == []


def test_a_comma_never_wins_over_a_word() -> None:
    found = edits("slow, ferry, late", "slow ferry, late")
    assert found == [("punctuation", ",", "")]


def test_a_replaced_run_is_one_difference() -> None:
    assert edits("it is almost completely gone", "it is actually gone") == [
        ("word", "almost completely", "actually")
    ]


def test_a_lost_not_is_an_omission() -> None:
    assert edits("we will not sell the pier", "we will sell the pier") == [("omission", "not", "")]


def test_a_word_too_many_is_an_addition() -> None:
    assert edits("we sell the pier", "we never sell the pier") == [("addition", "", "never")]


def test_another_number_is_a_figure() -> None:
    assert edits("over 1 million people", "over 1.3 mln people") == [("figure", "1", "1.3")]


def test_a_number_written_otherwise_is_no_difference() -> None:
    assert edits("seven boats and 850,000 fish", "7 boats and 850000 fish") == []


def test_words_left_out_at_an_ellipsis_are_an_ellipsis() -> None:
    assert edits("the pier and the old tower fell", "the pier … fell") == [
        ("ellipsis", "and the old tower", "")
    ]


def test_words_in_brackets_are_brackets() -> None:
    assert edits("he sails at noon", "[the captain] sails at noon") == [
        ("brackets", "he", "the captain")
    ]


def test_a_bracketed_first_letter_is_brackets() -> None:
    assert edits("we sail at noon", "[W]e sail at noon") == [("brackets", "we", "[W]e")]


def test_a_bracketed_word_is_never_the_speakers_own() -> None:
    assert edits("he brought the boat", "he brought [the people] the boat") == [
        ("brackets", "", "the people")
    ]


def test_a_run_that_moved_is_one_difference_of_order() -> None:
    assert edits("on Monday we all sail home", "we all sail home on Monday") == [
        ("order", "on Monday", "on Monday")
    ]


def test_a_contraction_written_out_is_a_difference_of_words() -> None:
    assert edits("it isn’t late", "it is not late") == [("word", "n’t", "not")]


def test_offsets_are_those_of_either_text() -> None:
    left, right = "Say: the ferry is late", "the boat is late"
    (found,) = differences(words(left, 5), words(right))
    assert found == Difference("word", (9, 14), (4, 8), "ferry", "boat")
    assert (left[9:14], right[4:8]) == ("ferry", "boat")


def test_an_omission_points_at_the_place_where_words_are_missing() -> None:
    (found,) = differences(words("we do not sail"), words("we do sail"))
    assert (found.left, found.right) == ((6, 9), (6, 6))


def test_pipeline_tokens_are_compared_like_words() -> None:
    def token(start: int, text: str) -> Token:
        return Token(start, start + len(text), text, text.lower(), "other", "other", "root", 0)

    left = [token(0, "They"), token(5, "do"), token(7, "n't"), token(11, "sail"), token(15, ".")]
    assert of_tokens(language_of(None), left) == words("They don't sail.")


def test_words_are_keyed_by_their_own_language() -> None:
    toy = Language(
        code="qtt",
        name="Toy",
        forms=Forms(numbers={"du": "2"}, scales={"ml": "milo"}, scale_of={"milo": 1000}),
    )
    left, right = words("du ml colour isn't", language=toy), words("2 ml colour isn't")
    assert [word.key for word in left] == ["2", "milo", "colour", "isn't"]
    assert [word.key for word in right] == ["2", "ml", "color", "is", "not"]
    assert numbers_among(left) == ("2", "milo")
    (found, *_) = differences(words("2000", language=toy), words("du milo", language=toy))
    assert found.kind == "case"


def test_a_huge_stretch_is_compared_as_one_block() -> None:
    left, right = words("a b " * 4000), words("c d " * 4000)
    assert len(differences(left, right)) == 1


def test_a_wall_of_marks_takes_no_time() -> None:
    assert differences(words("([" * 50_000), words("…" * 50_000)) == ()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_every_difference_points_at_its_own_words(left: str, right: str) -> None:
    for found in differences(words(left), words(right)):
        assert letters(found.left_text) == letters(left[slice(*found.left)])
        assert letters(found.right_text) == letters(right[slice(*found.right)])


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_equals_itself(text: str) -> None:
    assert differences(words(text), words(text)) == ()
