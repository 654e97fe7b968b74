"""Who speaks beside quotation marks: what stands next to them counts more than the parse."""

import pytest

from tests.extract.extracted import quoted
from variorum.models.parser import SpacyParser

pytestmark = pytest.mark.model


def said(text: str, parser: SpacyParser) -> list[tuple[str | None, str]]:
    """Return the printed speaker and the content of each quotation."""
    return [
        (
            one.speaker.place.text if one.speaker.place else None,
            " … ".join(content.text for content in one.contents),
        )
        for one in quoted(text, parser)
    ]


def test_a_dash_and_a_name_at_the_end_of_a_paragraph_sign_the_words(parser: SpacyParser) -> None:
    text = "“The pump failed twice.” — Ada Holm, chief engineer\n\n“It never did.” ― Jo Orr"
    assert said(text, parser) == [
        ("Ada Holm", "The pump failed twice."),
        ("Jo Orr", "It never did."),
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "“It is theirs to lose at this point,” added another town councillor.",
            "another town councillor",
            "It is theirs to lose at this point,",
        ),
        (
            "“Having the keys is valuable,” said Skelly, explaining nothing.",
            "Skelly",
            "Having the keys is valuable,",
        ),
        ("“Let me finish,” Orr shot back.", "Orr", "Let me finish,"),
        ("Asked about the roof, Mr Lunn shot back: “It leaks.”", "Mr Lunn", "It leaks."),
        (
            "As Tom Ridge, a former warden, put it: “The gate is no longer locked.”",
            "Tom Ridge, a former warden",
            "The gate is no longer locked.",
        ),
    ],
)
def test_what_stands_between_marks_and_verb_or_touches_both_speaks(
    text: str, speaker: str, words: str, parser: SpacyParser
) -> None:
    assert (speaker, words) in said(text, parser)


def test_a_statement_before_a_colon_is_what_the_marks_below_hold(parser: SpacyParser) -> None:
    text = (
        "When the fort burned, Mayor Wu released the following statement:\n\n"
        "“We offer our condolences to all who lost their homes.”"
    )
    assert said(text, parser) == [
        ("Mayor Wu", "We offer our condolences to all who lost their homes.")
    ]


def test_saying_after_a_reported_clause_ends_it(parser: SpacyParser) -> None:
    text = "Wu told the paper that Orr “had a plan which was mad,” adding, “He lost all the votes.”"
    assert said(text, parser) == [
        ("Wu", "that Orr “had a plan which was mad"),
        ("Wu", "He lost all the votes."),
    ]


def test_quoted_words_inside_a_report_are_not_given_again_to_nobody(parser: SpacyParser) -> None:
    text = "Holm said she was thinking, “Oh my goodness, this cannot be true.”"
    assert None not in [speaker for speaker, _ in said(text, parser)]


def test_as_somebody_put_it_after_marks_names_who_said_them(parser: SpacyParser) -> None:
    text = "“Let in two goals which he need not have let in” was how the judge put it."
    assert said(text, parser) == [("the judge", "Let in two goals which he need not have let in")]


def test_an_account_set_off_by_as_leaves_the_as_out(parser: SpacyParser) -> None:
    assert said("The dam, as the mayor noted, was safe.", parser) == [
        ("the mayor", "The dam … was safe")
    ]


def test_as_he_did_something_is_no_account_of_the_rest(parser: SpacyParser) -> None:
    text = "Wu crossed the square as she praised the singers."
    assert "Wu crossed the square" not in [words for _, words in said(text, parser)]


def test_a_source_at_the_end_vouches_for_all_before_it(parser: SpacyParser) -> None:
    text = "Nine houses burned, and two bridges were closed, according to the fire brigade."
    assert said(text, parser) == [
        ("the fire brigade", "Nine houses burned, and two bridges were closed")
    ]


def test_a_phrase_right_after_an_object_belongs_to_it(parser: SpacyParser) -> None:
    text = "Lena Orr defended her ties to the firm."
    assert said(text, parser) == [("Lena Orr", "her ties to the firm")]


def test_banning_or_embracing_a_thing_is_a_deed(parser: SpacyParser) -> None:
    assert said("The council banned fireworks and embraced the visitors.", parser) == []


def test_marks_go_on_past_a_title_in_the_same_paragraph(parser: SpacyParser) -> None:
    text = "“We never met,” Orr said on the show “Open House.” “They left us waiting for hours.”"
    assert said(text, parser) == [("Orr", "We never met, … They left us waiting for hours.")]


def test_a_cue_before_a_colon_leaves_the_colon_out(parser: SpacyParser) -> None:
    (one,) = quoted("Ada Holm said: “The pump failed twice.”", parser)
    assert one.cue is not None and one.cue.text == "said"


def test_a_statement_handed_out_and_the_word_saying_are_one_cue(parser: SpacyParser) -> None:
    text = "Mayor Wu issued a statement Tuesday saying, “I do not feel that one is impartial.”"
    (one,) = quoted(text, parser)
    assert one.speaker.name == "Wu"
    assert one.cue is not None and one.cue.text == "issued a statement Tuesday saying"


def test_a_tag_after_a_full_stop_in_marks_names_the_speaker(parser: SpacyParser) -> None:
    text = "“I hope that you find the files.” Dole said.\n\nHe left at nine."
    assert said(text, parser)[0] == ("Dole", "I hope that you find the files.")


def test_a_name_and_a_colon_after_a_sentence_open_a_quotation(parser: SpacyParser) -> None:
    text = "Views differ on the penalty. Carla Minden: “Nobody on the bench saw it.”"
    assert said(text, parser) == [("Carla Minden", "Nobody on the bench saw it.")]


def test_marks_opened_within_a_content_are_closed_in_it(parser: SpacyParser) -> None:
    text = "Lena Fischer said the plan was “a complete mess”."
    assert said(text, parser) == [("Lena Fischer", "the plan was “a complete mess”")]


def test_a_signature_may_stand_in_a_paragraph_of_its_own(parser: SpacyParser) -> None:
    text = "“I went there before the crash.”\n\n- Ellen Brooks.\n\nThe mayor lives in Orry."
    assert said(text, parser)[0] == ("Ellen Brooks", "I went there before the crash.")


def test_a_list_of_names_after_quoted_words_signs_nothing(parser: SpacyParser) -> None:
    text = "“We publish all the names today.”\n\n- Ann Wu\n\n- Jo Orr"
    assert said(text, parser) == [(None, "We publish all the names today.")]


def test_a_party_in_brackets_before_the_colon_belongs_to_the_speaker(parser: SpacyParser) -> None:
    (one,) = quoted("Rep. Trey Gadd (R-S.C.): “I have not heard of it.”", parser)
    assert one.speaker.name == "Trey Gadd"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Orr stressed that “the roof must be mended first,” suggesting that the money is there.",
            [
                ("Orr", "that “the roof must be mended first"),
                ("Orr", "that the money is there"),
            ],
        ),
        (
            "Wu said the pump was “old,” and Orr added that the roof leaked.",
            [("Wu", "the pump was “old"), ("Orr", "that the roof leaked")],
        ),
    ],
)
def test_a_cue_with_a_clause_of_its_own_takes_no_marks_before_it(
    text: str, found: list[tuple[str, str]], parser: SpacyParser
) -> None:
    assert said(text, parser) == found


def test_a_short_title_before_a_cue_is_not_said(parser: SpacyParser) -> None:
    text = "On his show “Harbour Nights,” Ada Holm asked Orr how the roof would be paid."
    assert said(text, parser) == [("Ada Holm", "how the roof would be paid")]


def test_a_name_and_its_verb_right_after_marks_need_no_comma(parser: SpacyParser) -> None:
    text = '"My house and all that I own are in Tarn-Vale" Ada Holm said.'
    (one,) = quoted(text, parser)
    assert one.speaker.name == "Ada Holm"
    assert [c.text for c in one.contents] == ["My house and all that I own are in Tarn-Vale"]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("The dam, said Kern, is safe.", "Kern", "The dam … is safe"),
        (
            "The bridge, says the mayor, will be shut on Friday.",
            "the mayor",
            "The bridge … will be shut on Friday",
        ),
        (
            "According to Ada Kern, head of the dam service, the dam is safe.",
            "Ada Kern, head of the dam service",
            "the dam is safe",
        ),
        (
            "Rosa Holm withdrew her complaint, writing: “He is no danger to me.”",
            "Rosa Holm",
            "He is no danger to me.",
        ),
    ],
)
def test_who_is_set_between_commas_speaks_the_words_on_both_sides(
    text: str, speaker: str, words: str, parser: SpacyParser
) -> None:
    assert (speaker, words) in said(text, parser)


def test_after_a_headlines_quotation_the_subject_speaks(parser: SpacyParser) -> None:
    text = "“We lost everything”: Keld residents describe the flood"
    assert ("Keld residents", "We lost everything") in said(text, parser)
