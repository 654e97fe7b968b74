"""Who speaks: nobody's words are another's, and where two may be meant nobody is."""

import pytest

from tests.extract.extracted import quoted
from variorum.models.parser import SpacyParser
from variorum.records import Quotation

pytestmark = pytest.mark.model


def speakers(text: str, parser: SpacyParser) -> list[str | None]:
    return [one.speaker.name for one in quoted(text, parser)]


def words(one: Quotation) -> list[str]:
    return [content.text for content in one.contents]


# --- one surname, several bearers ------------------------------------------------------------------


def test_mr_and_mrs_tell_husband_and_wife_apart(parser: SpacyParser) -> None:
    text = (
        "Anna Volk and her husband, Jan Volk, lost their farm at Tarn on Sunday.\n\n"
        "“The cows swam,” Mrs Volk said. Mr Volk, 71, shook his head. “Forty years,” he said.\n\n"
        "“We will not go back,” she added."
    )
    assert speakers(text, parser) == ["Anna Volk", "Jan Volk", "Anna Volk"]


def test_an_office_tells_two_of_one_surname_apart(parser: SpacyParser) -> None:
    text = (
        "Senator Paul Lind opposed the bill on Monday, and his wife, Rosa Lind, a doctor, backed "
        "it. “It is a bad law,” Dr Lind said. “It is a good law,” Senator Lind said. “We talk of "
        "other things,” said Mrs Lind."
    )
    assert speakers(text, parser)[-3:] == ["Rosa Lind", "Paul Lind", "Rosa Lind"]


def test_a_sister_is_ms_where_her_brother_bears_the_surname_too(parser: SpacyParser) -> None:
    text = (
        "Clara Witt and her brother Emil Witt both run for mayor. “He is late,” Ms Witt told Vale "
        "FM. “She is early,” Mr Witt told the same station."
    )
    assert speakers(text, parser) == ["Clara Witt", "Emil Witt"]


def test_a_title_is_nobodys_where_the_text_does_not_say_who_is_a_woman(parser: SpacyParser) -> None:
    text = "Anna Volk and Jan Volk lost their farm. “The cows swam,” Mrs Volk said."
    (one,) = quoted(text, parser)
    assert (one.speaker.name, one.speaker.within) == ("Mrs Volk", None)


def test_a_bare_surname_of_two_is_nobodys(parser: SpacyParser) -> None:
    text = "Ellen Brooks met John Brooks on Monday. Brooks said the levee would be rebuilt."
    (one,) = [one for one in quoted(text, parser) if one.cue and one.cue.text == "said"]
    assert (one.speaker.name, one.speaker.within) == ("Brooks", None)


def test_a_bare_surname_is_that_of_the_only_person_named_so_far(parser: SpacyParser) -> None:
    text = (
        "Ellen Brooks arrived on Monday. Brooks said the levee would be rebuilt. Her cousin John "
        "Brooks came later."
    )
    assert speakers(text, parser)[0] == "Ellen Brooks"


# --- pronouns ------------------------------------------------------------------------------------------


def test_a_pronoun_of_nobody_known_is_a_place_without_a_name(parser: SpacyParser) -> None:
    (one,) = quoted("“The bridge is gone,” he said.", parser)
    assert one.speaker.name is None
    assert one.speaker.place is not None and one.speaker.place.text == "he"


def test_a_pronoun_is_nobodys_where_two_subjects_fit(parser: SpacyParser) -> None:
    text = "Ann Wu left early, and Bea Orr stayed. “The roof leaked,” she said."
    assert speakers(text, parser)[-1] is None


def test_a_pronoun_goes_against_no_gender_that_the_text_gives(parser: SpacyParser) -> None:
    text = "Orville Holm himself had seven children. “We need our fathers,” she said."
    assert speakers(text, parser)[-1] is None


def test_a_pronoun_goes_on_from_a_speaker_who_is_not_named(parser: SpacyParser) -> None:
    text = (
        "A harbour spokeswoman said two piers were closed. She added: “The third opens on Monday.”"
    )
    one = quoted(text, parser)[-1]
    assert one.speaker.name == "A harbour spokeswoman"
    assert one.speaker.path == ("She", "A harbour spokeswoman")


def test_it_is_the_body_that_last_spoke(parser: SpacyParser) -> None:
    text = (
        "The dam was built in haste, according to the ministry of works. It said in a statement "
        "that Halden Concrete had used too little steel."
    )
    assert speakers(text, parser)[-1] == "the ministry of works"


def test_they_are_those_who_last_spoke(parser: SpacyParser) -> None:
    text = (
        "Residents of the village complained that relief was slow. Speaking to Vale FM, they said "
        "they had no water."
    )
    one = next(one for one in quoted(text, parser) if one.cue and one.cue.text == "said")
    assert one.speaker.name == "Residents of the village"


def test_they_are_nobody_where_others_came_between(parser: SpacyParser) -> None:
    text = "Residents said relief was slow. Soldiers arrived at noon. They said the road was open."
    assert speakers(text, parser)[-1] is None


def test_he_is_the_one_of_two_subjects_who_spoke(parser: SpacyParser) -> None:
    text = (
        "Mr. Holm is known. Jon Simmons, a backer of his, said that Holm had no chance. "
        "“It is a challenge,” he said."
    )
    assert speakers(text, parser)[-1] == "Jon Simmons"


def test_he_goes_on_over_a_sentence_about_somebody_else(parser: SpacyParser) -> None:
    text = (
        "Joseph Murray came out later. He counts himself as a Jon Holm supporter. "
        "“The politics are blatant,” he said."
    )
    assert speakers(text, parser)[-1] == "Joseph Murray"


def test_it_is_no_thing_that_only_suggests(parser: SpacyParser) -> None:
    text = "That impact suggests officials did well. It says much about the harbour."
    assert speakers(text, parser)[-1] is None


# --- descriptions -----------------------------------------------------------------------------------


def test_of_three_justices_the_chief_justice_is_the_one_called_so(parser: SpacyParser) -> None:
    text = (
        "Chief Justice Ada Holm asked twice. Justice Nora Field and Justice Bea Orr listened. "
        "“Is it true?” the chief justice said."
    )
    assert speakers(text, parser)[-1] == "Ada Holm"


def test_the_company_is_the_firm_that_was_named_alone(parser: SpacyParser) -> None:
    text = "Halden Concrete lost its licence. The company said it would appeal."
    assert speakers(text, parser)[-1] == "Halden Concrete"


def test_the_agency_is_the_body_that_the_text_calls_one(parser: SpacyParser) -> None:
    text = (
        "A reporter of the state news agency, Vanta, saw it. Halden Concrete was there. "
        "The agency said the dam held."
    )
    assert speakers(text, parser)[-1] == "Vanta"


def test_a_proclamation_speaks_for_those_who_released_it(parser: SpacyParser) -> None:
    text = "Officials released a proclamation that says the market is closed."
    one = quoted(text, parser)[-1]
    assert one.speaker.name == "Officials"


def test_the_police_department_is_not_the_agency_named_before(parser: SpacyParser) -> None:
    text = (
        "Two people were shot, according to the Associated Press. "
        "The police department said no officer had fired."
    )
    assert speakers(text, parser)[-1] == "The police department"


def test_the_president_is_not_the_vice_president(parser: SpacyParser) -> None:
    text = "Vice President Jon Holm spoke first. The president said the bridge was safe."
    assert speakers(text, parser)[-1] == "The president"


def test_a_company_that_a_clause_describes_is_another(parser: SpacyParser) -> None:
    text = "Halden Concrete lost its licence. The company that made the pipe said it was sound."
    assert "Halden Concrete" not in speakers(text, parser)


def test_a_statement_speaks_for_the_body_that_issued_it(parser: SpacyParser) -> None:
    text = "Halden Concrete issued a statement on Tuesday. The statement says the pipe was sound."
    assert speakers(text, parser)[-1] == "Halden Concrete"


# --- who hands on whose words ----------------------------------------------------------------------


def test_a_paper_that_quotes_somebody_is_the_carrier(parser: SpacyParser) -> None:
    (one,) = quoted("The daily Al-Fajr quoted Noury as saying the road was mined.", parser)
    assert one.speaker.name == "Noury"
    assert words(one) == ["the road was mined"]
    assert [carrier.name for carrier in one.via] == ["Al-Fajr"]


def test_who_is_quoted_by_an_agency_speaks_by_way_of_it(parser: SpacyParser) -> None:
    text = "“The road is closed,” Ann Wu was quoted as saying by the state agency."
    (one,) = quoted(text, parser)
    assert one.speaker.name == "Ann Wu"
    assert [carrier.name for carrier in one.via] == ["the state agency"]


def test_an_interview_with_a_station_is_the_carrier(parser: SpacyParser) -> None:
    (one,) = quoted("“That was clear,” Ann Wu said in an interview with Vale FM.", parser)
    assert [carrier.name for carrier in one.via] == ["Vale FM"]


def test_an_agency_that_reports_what_somebody_said_is_the_carrier(parser: SpacyParser) -> None:
    text = "Ada Holm, the governor, said on Sunday that houses had fallen, Reuters reported."
    inner = next(one for one in quoted(text, parser) if one.speaker.name == "Ada Holm")
    assert [carrier.name for carrier in inner.via] == ["Reuters"]


def test_an_answer_in_marks_is_not_the_askers(parser: SpacyParser) -> None:
    text = "Ann Wu told him that it was a mistake and he replied, “oh, absolutely.”"
    assert [(one.speaker.name, words(one)) for one in quoted(text, parser)] == [
        ("Ann Wu", ["that it was a mistake"]),
        (None, ["oh, absolutely."]),
    ]


# --- what the parse takes for a speaker ----------------------------------------------------------


def test_a_speaker_joined_to_the_clause_before_is_the_speaker(parser: SpacyParser) -> None:
    text = "But the two remedies require different standards and Justice Ada Holm said it was late."
    assert speakers(text, parser) == ["Ada Holm"]


def test_a_note_in_capitals_before_a_colon_is_nobody(parser: SpacyParser) -> None:
    assert quoted("ALERT: The bridge was closed at noon.", parser) == ()


def test_words_between_marks_are_whole(parser: SpacyParser) -> None:
    (one,) = quoted("The mayor, Sami Daher, called the zone “a prison without walls”.", parser)
    assert words(one)[-1] == "a prison without walls"


def test_what_a_thing_is_branded_is_somebodys(parser: SpacyParser) -> None:
    (one,) = quoted("The mayor branded the zone “a grave with a view”.", parser)
    assert (one.speaker.name, words(one)[-1]) == ("The mayor", "a grave with a view")


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors accused Tom Ames of arson.",
        "Tom Ames was charged with arson on Monday.",
        "Tom Ames is alleged to have set the fire.",
        "The indictment says Tom Ames set the fire.",
        "Tom Ames was indicted for arson, prosecutors said.",
        "Tom Ames is accused of telling a neighbour that he would burn the house.",
        "Tom Ames was charged with threatening that he would burn the house.",
        "Prosecutors accused Tom Ames of telling a neighbour that the house would burn.",
        "Tom Ames allegedly told a neighbour that he would burn the house.",
    ],
)
def test_an_allegation_against_somebody_is_not_his_statement(
    text: str, parser: SpacyParser
) -> None:
    assert "Tom Ames" not in speakers(text, parser)


# --- who, she, it and they ---------------------------------------------------------------------------------


def test_he_is_the_one_of_two_who_just_spoke(parser: SpacyParser) -> None:
    text = (
        "The plan drew the anger of Jan Volk who said he was tired, and it pleased Emil Orr. “We lost "
        "the farm,” he said."
    )
    assert speakers(text, parser)[-1] == "Jan Volk"


def test_who_is_the_person_it_touches_and_not_the_thing_before(parser: SpacyParser) -> None:
    text = "The plan drew the anger of Jan Volk who said he was tired."
    assert speakers(text, parser) == ["Jan Volk"]


def test_she_is_who_was_she_in_the_sentence_before(parser: SpacyParser) -> None:
    text = (
        "A harbour spokeswoman said two piers were closed. She told of the hour when a clerk woke. "
        "“It was dark,” she said."
    )
    assert speakers(text, parser)[-1] == "A harbour spokeswoman"


def test_it_is_the_lawsuit_that_just_alleged_something(parser: SpacyParser) -> None:
    text = "The lawsuit alleges that the dam leaked. It also claims that the pumps were old."
    assert speakers(text, parser)[-1] == "The lawsuit"


def test_they_are_who_complained_whatever_they_complained_of(parser: SpacyParser) -> None:
    text = (
        "Residents of Tarn complained that the pumps were old. Speaking to Vale FM, they said nobody "
        "came."
    )
    assert speakers(text, parser)[-1] == "Residents of Tarn"


def test_a_name_whose_comma_is_lost_speaks_and_not_the_words_before_it(parser: SpacyParser) -> None:
    text = "Tarn lifeboat crews the Coast Guard said that they had towed ten boats."
    assert speakers(text, parser)[0] == "Coast Guard"


def test_a_rank_cut_short_ends_no_sentence_before_its_name(parser: SpacyParser) -> None:
    text = (
        "“The lights went out,” Tarn Police Department Capt. Kim Holm said. “People ran.” Nobody was hurt, "
        "according to Sgt. Emil Orr of the Tarn police."
    )
    assert speakers(text, parser) == ["Kim Holm", "Emil Orr"]


def test_two_who_speak_as_one_are_neither_of_them(parser: SpacyParser) -> None:
    text = "Two residents, Paul Lind and Ada Kern, said they heard a bang."
    (one,) = quoted(text, parser)
    assert (one.speaker.name, one.speaker.within) == (
        "Two residents, Paul Lind and Ada Kern",
        None,
    )


def test_he_is_not_the_one_who_asked_him(parser: SpacyParser) -> None:
    text = "Ada Kern asked Paul Lind whether the dam was safe. “No,” he said."
    assert speakers(text, parser) == ["Ada Kern", None]


def test_she_is_nobody_where_another_spoke_since(parser: SpacyParser) -> None:
    text = (
        "“I heard a bang,” said one resident. Another said he saw a flash. “It was blue,” she said."
    )
    assert speakers(text, parser) == ["one resident", None, None]


def test_words_after_a_sentence_about_others_are_not_the_last_speakers(parser: SpacyParser) -> None:
    text = "“The pump failed,” said Ada Holm. Residents wept. “We lost it all.”"
    assert speakers(text, parser) == ["Ada Holm"]


def test_no_mark_before_a_description_is_part_of_it(parser: SpacyParser) -> None:
    text = "“We are ready,” a spokeswoman for Lind, Ada Kern, said. She said he was ready too."
    assert speakers(text, parser)[-1] == "a spokeswoman"
