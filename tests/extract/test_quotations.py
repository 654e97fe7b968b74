"""Who is given which words: quotations of small invented accounts."""

import pytest

from tests.factory import account as make_account
from variorum.extract.names.extraction import names
from variorum.extract.quotations.extraction import quotations
from variorum.models.parser import SpacyParser
from variorum.records import Account, Quotation, Region
from variorum.segment import annotate

pytestmark = pytest.mark.model


def quoted(account: Account, parser: SpacyParser) -> tuple[Quotation, ...]:
    annotation = annotate(account, parser)
    return quotations(account, annotation, names(account, annotation))


def told(text: str, parser: SpacyParser) -> list[tuple[str | None, str]]:
    """Return speaker and content of each quotation of a text."""
    return [
        (one.speaker.name, " … ".join(content.text for content in one.contents))
        for one in quoted(make_account(text), parser)
    ]


def test_direct_speech_has_speaker_cue_and_words_without_marks(parser: SpacyParser) -> None:
    (one,) = quoted(make_account("“The dam is safe,” said Mayor Ellen Brooks."), parser)
    assert one.manner == "direct"
    assert one.speaker.name == "Ellen Brooks"
    assert one.cue is not None and one.cue.text == "said"
    assert [content.text for content in one.contents] == ["The dam is safe,"]


def test_a_quotation_split_by_its_cue_has_two_places(parser: SpacyParser) -> None:
    text = "“We lost the farm,” Frank Dole said. “I do not believe a word of it.”"
    assert told(text, parser) == [
        ("Frank Dole", "We lost the farm, … I do not believe a word of it.")
    ]


def test_indirect_speech_is_the_clause_of_its_cue(parser: SpacyParser) -> None:
    (one,) = quoted(make_account("Ann Wu said that seven people were missing."), parser)
    assert one.manner == "indirect"
    assert one.contents[0].text == "that seven people were missing"


def test_words_in_marks_within_a_clause_make_it_mixed(parser: SpacyParser) -> None:
    (one,) = quoted(make_account("Lena Fischer said the plan was “a complete mess”."), parser)
    assert one.manner == "mixed"


def test_a_paragraph_that_opens_with_marks_goes_on_from_the_one_before(
    parser: SpacyParser,
) -> None:
    text = "“They told us in 1997,” said Frank Dole. “I left.\n\n“My cousin stayed.”"
    assert told(text, parser) == [
        ("Frank Dole", "They told us in 1997, … I left. … My cousin stayed.")
    ]


def test_adding_belongs_to_the_speaker_before_it(parser: SpacyParser) -> None:
    text = "A spokesman denied that files were burned, adding that “all records are intact.”"
    found = told(text, parser)
    assert ("A spokesman", "that files were burned") in found
    assert ("A spokesman", "that “all records are intact.”") in found


def test_a_sentence_before_its_speaker_is_what_was_said(parser: SpacyParser) -> None:
    text = "The bridge has been closed, the mayor said on Monday during a visit."
    assert told(text, parser) == [("the mayor", "The bridge has been closed")]


def test_according_to_vouches_for_its_whole_sentence(parser: SpacyParser) -> None:
    text = "At least five people are missing, according to Fire Chief Luis Ortega."
    assert told(text, parser) == [("Luis Ortega", "At least five people are missing")]


def test_things_arranged_according_to_interests_are_no_quotation(parser: SpacyParser) -> None:
    assert told("The card is used according to their interests.", parser) == []


@pytest.mark.parametrize(
    "text",
    [
        "Spending per capita rose in the valley.",
        "Water that is used according to the plan was metered.",
        "Plots were distributed according to the rules.",
        "The coroner inspected the pump house.",
        "The hall costs nine pounds per square foot to heat.",
        "CORRECTION: The bridge was opened in 1911.",
    ],
)
def test_things_arranged_or_looked_at_are_no_quotation(text: str, parser: SpacyParser) -> None:
    assert told(text, parser) == []


def test_words_after_somebody_elses_sentence_are_given_to_nobody(parser: SpacyParser) -> None:
    text = (
        "“We are selling the pier,” said Toni Kask. Mira Solberg wept.\n\n“I will never go back.”"
    )
    assert told(text, parser) == [
        ("Toni Kask", "We are selling the pier,"),
        (None, "I will never go back."),
    ]


def test_a_colon_at_a_paragraphs_end_opens_the_quotation_below_it(parser: SpacyParser) -> None:
    text = "Dr Ada Holm told the inquest:\n\n“The pump had failed twice before that night.”"
    assert told(text, parser) == [("Ada Holm", "The pump had failed twice before that night.")]


def test_a_surname_and_a_colon_open_a_quotation(parser: SpacyParser) -> None:
    text = "Cllr Bexley opposed the sale.\n\nBexley: “The roof will cost us a fortune.”"
    assert told(text, parser)[-1] == ("Bexley", "The roof will cost us a fortune.")


def test_he_said_according_to_a_paper_keeps_the_paper_as_carrier(parser: SpacyParser) -> None:
    text = "Ivan Petrov said, according to statements broadcast by the court, that he was innocent."
    (one,) = quoted(make_account(text), parser)
    assert one.speaker.name == "Ivan Petrov"
    assert [carrier.name for carrier in one.via] == ["statements broadcast by the court"]


def test_quoted_by_a_site_as_saying_has_the_site_as_carrier(parser: SpacyParser) -> None:
    text = "Mike Dean is quoted by the club's website as saying that he was wrong."
    (one,) = quoted(make_account(text), parser)
    assert one.speaker.name == "Mike Dean"
    assert [carrier.name for carrier in one.via] == ["the club's website"]


def test_what_somebody_told_a_paper_came_through_the_paper(parser: SpacyParser) -> None:
    text = "Martin Haskell told the paper that the town was paying for a roof."
    (one,) = quoted(make_account(text), parser)
    assert one.speaker.name == "Martin Haskell"
    assert [carrier.name for carrier in one.via] == ["the paper"]


def test_what_somebody_told_a_friend_has_no_carrier(parser: SpacyParser) -> None:
    (one,) = quoted(make_account("Martin Haskell told a friend that the town was paying."), parser)
    assert one.via == ()


def test_an_adjective_before_its_verb_is_read_without_harm(parser: SpacyParser) -> None:
    assert told("Less clear is how hard Mira Solberg will work for the town.", parser) == []


def test_words_in_marks_after_a_preposition_are_somebodys(parser: SpacyParser) -> None:
    assert told("Ann Wu talks about “spoiling the party,” and voters cheer.", parser) == [
        ("Ann Wu", "spoiling the party")
    ]


def test_a_term_in_marks_is_no_quotation(parser: SpacyParser) -> None:
    assert told("Reda will attend the conference as an “observer”.", parser) == []


def test_a_title_in_marks_is_no_quotation(parser: SpacyParser) -> None:
    assert told("The band played “Rivers of Stone” on Friday.", parser) == []


def test_an_order_to_the_reader_is_no_quotation(parser: SpacyParser) -> None:
    assert told("Share this article with your friends!", parser) == []


def test_a_headlines_label_is_its_speaker(parser: SpacyParser) -> None:
    text = "Mayor: dam is safe\nMayor Ellen Brooks visited the dam."
    regions = (
        Region(kind="title", start=0, end=18),
        Region(kind="body", start=18, end=len(text)),
    )
    one = quoted(make_account(text, regions=regions), parser)[0]
    assert one.speaker.name == "Ellen Brooks"
    assert one.speaker.path == ("Mayor", "Ellen Brooks")
    assert one.contents[0].text == "dam is safe"


def test_a_headlines_label_is_the_body_that_the_account_says_spoke(parser: SpacyParser) -> None:
    text = "TBI: driver was tired\nTBI said on Monday that the driver had not slept."
    regions = (
        Region(kind="title", start=0, end=21),
        Region(kind="body", start=21, end=len(text)),
    )
    one = quoted(make_account(text, regions=regions), parser)[0]
    assert (one.speaker.name, one.contents[0].text) == ("TBI", "driver was tired")


def test_a_headlines_name_is_no_speaker_where_the_account_never_says_so(
    parser: SpacyParser,
) -> None:
    title = "John Orrin: Tarn ferry pilot goes missing"
    text = f"{title}\nJohn Orrin was last seen on Monday."
    regions = (
        Region(kind="title", start=0, end=len(title)),
        Region(kind="body", start=len(title), end=len(text)),
    )
    assert quoted(make_account(text, regions=regions), parser) == ()


def test_where_somebody_can_be_reached_is_nothing_said(parser: SpacyParser) -> None:
    assert told("The dam held.\n\nAda Holm: aholm@vale.example, 555-0100", parser) == []


def test_that_is_according_to_somebody_vouches_for_the_sentence_before(
    parser: SpacyParser,
) -> None:
    text = "The desk clerk was hurt as well. That's according to Kiran Lind, manager of the inn."
    assert told(text, parser) == [("Kiran Lind", "The desk clerk was hurt as well")]


def test_what_a_parse_takes_for_a_report_inside_marks_is_no_quotation(parser: SpacyParser) -> None:
    text = 'Ann Wu said: "Software companies and call centres that sell abroad are the worst hit."'
    assert [speaker for speaker, _ in told(text, parser)] == ["Ann Wu"]


def test_each_turn_is_one_quotation_of_its_speaker(parser: SpacyParser) -> None:
    text = "President of Norland Ada Holm: Good morning.\nWe met in May.\nJon Vik: Thank you."
    second = text.index("Jon Vik")
    regions = (
        Region(
            kind="turn",
            start=0,
            end=second,
            speaker="President of Norland Ada Holm",
            label_end=text.index("Good"),
        ),
        Region(
            kind="turn",
            start=second,
            end=len(text),
            speaker="Jon Vik",
            label_end=text.index("Thank"),
        ),
    )
    found = quoted(make_account(text, regions=regions), parser)
    assert [(one.manner, one.speaker.name) for one in found] == [
        ("turn", "Ada Holm"),
        ("turn", "Jon Vik"),
    ]
    assert [content.text for content in found[0].contents] == ["Good morning.", "We met in May."]


def test_a_quoted_sentence_that_nobody_is_named_for_has_no_speaker(parser: SpacyParser) -> None:
    text = "The sign hung there for years.\n\n“No one may ever enter this old mill again.”"
    (one,) = [q for q in quoted(make_account(text), parser) if q.manner == "direct"]
    assert one.speaker.name is None


def test_an_according_whose_preposition_the_parse_puts_before_it_is_left_alone(
    parser: SpacyParser,
) -> None:
    text = 'Quill said simply "" Oh , my word , "" in the hours afterward , according to Marsh .'
    account = make_account(text)
    annotation = annotate(account, parser)
    for one in quotations(account, annotation, names(account, annotation)):
        assert one.cue is None or one.cue.start < one.cue.end


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Orr mentioned the mayor by name.", "the mayor by name"),
        ("The mayor discussed the crisis in the harbour.", "the crisis in the harbour"),
        ("The mayor discussed the crisis in May.", "the crisis"),
        ("Councillor Orr criticised the plan on housing on Monday.", "the plan on housing"),
    ],
)
def test_an_object_keeps_the_phrase_behind_it_unless_it_tells_when(
    text: str, words: str, parser: SpacyParser
) -> None:
    assert [content for _, content in told(text, parser)] == [words]


def test_a_short_has_before_a_participle_leaves_the_speaker_the_subject(
    parser: SpacyParser,
) -> None:
    (one,) = quoted(make_account("He's renounced most of the old plans."), parser)
    assert one.speaker.place is not None
    assert one.speaker.place.text == "He"


def test_who_wanted_is_not_who_says_so(parser: SpacyParser) -> None:
    text = (
        "Guards were hurt in Vale by a clerk who police say admitted he was tired of raids "
        "and wanted to burn the hall."
    )
    assert ("police", "to burn the hall") not in told(text, parser)
    assert ("a clerk", "to burn the hall") in told(text, parser)


def test_who_residents_say_is_the_residents_word(parser: SpacyParser) -> None:
    text = "The mayor, who residents say promised to resign and vowed to leave town, was absent."
    assert ("residents", "promised to resign") in told(text, parser)


def test_a_name_that_is_spoken_to_is_no_he(parser: SpacyParser) -> None:
    text = "Thank you for raising that with your question, Justice Ruiz. He said the plan was lip service."
    assert (None, "the plan was lip service") in told(text, parser)
    beside = "We are glad of that, and so is Justice Ruiz. He said the plan was lip service."
    assert ("Ruiz", "the plan was lip service") in told(beside, parser)


def test_what_somebody_says_another_told_is_kept_with_its_chain(parser: SpacyParser) -> None:
    text = "Ms Quill said wardens told her the climber had ropes."
    inner = next(q for q in quoted(make_account(text), parser) if q.speaker.name == "wardens")
    assert [content.text for content in inner.contents] == ["the climber had ropes"]
    assert [carrier.name for carrier in inner.via] == ["Quill"]


@pytest.mark.parametrize(
    "text",
    [
        "The storm claimed nine lives.",
        "Ada Kerr campaigned for Orton.",
        "Gunmen attacked the convoy at dawn.",
        "The flood threatened the town.",
    ],
)
def test_a_deed_is_nobodys_words(text: str, parser: SpacyParser) -> None:
    assert told(text, parser) == []


def test_a_person_attacks_a_plan_in_words(parser: SpacyParser) -> None:
    assert told("The mayor attacked the plan.", parser) == [("The mayor", "the plan")]


def test_who_is_asked_to_do_something_belongs_to_what_is_asked(parser: SpacyParser) -> None:
    text = "Ada Kerr asked the governor to veto the bill."
    assert [content for _, content in told(text, parser)] == ["the governor … to veto the bill"]


def test_who_is_called_on_belongs_to_what_is_called_for(parser: SpacyParser) -> None:
    text = "The senator has called on police to release the tape."
    assert [content for _, content in told(text, parser)] == ["police … to release the tape"]


def test_who_is_asked_about_a_thing_is_no_part_of_what_is_asked(parser: SpacyParser) -> None:
    text = "Reporters asked Ada Kerr about the road."
    assert [content for _, content in told(text, parser)] == ["about the road"]


def test_what_joins_a_sentence_to_the_one_before_is_the_narrators(parser: SpacyParser) -> None:
    text = "In fact, the dam is safe, Ada Kerr said."
    assert [content for _, content in told(text, parser)] == ["the dam is safe"]
