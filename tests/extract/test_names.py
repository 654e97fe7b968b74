"""One account's persons, bodies and places, and whom its descriptions mean."""

import pytest

from tests.extract.extracted import named
from tests.factory import account as make_account
from variorum.extract.names.extraction import names
from variorum.extract.names.keys import same_given, spelled_alike, split_label, surname
from variorum.extract.quotations.extraction import quotations
from variorum.languages.registry import language_of
from variorum.models.parser import SpacyParser
from variorum.segment import annotate

ENGLISH = language_of("en").names


def speakers(text: str, parser: SpacyParser) -> list[tuple[str | None, tuple[str, ...]]]:
    account = make_account(text)
    annotation = annotate(account, parser)
    found = quotations(account, annotation, names(account, annotation))
    return [(one.speaker.name, one.speaker.path) for one in found]


def test_an_arabic_article_is_no_part_of_the_surname() -> None:
    assert surname(("bashar", "al-assad")) == surname(("assad",)) == "assad"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("majid", "majed", True), ("maria", "mario", False), ("moran", "marin", False)],
)
def test_spellings_differ_in_a_vowel_inside(one: str, other: str, alike: bool) -> None:
    assert spelled_alike(one, other) is alike


def test_given_names_that_disagree_are_two_persons() -> None:
    assert not same_given(("ellen", "brooks"), ("john", "brooks"))
    assert same_given(("don", "ames"), ("donald", "ames"))
    assert not same_given(("paul", "ames"), ("paula", "ames"))


def test_a_turns_label_gives_role_and_name() -> None:
    assert split_label(ENGLISH, "President of Norland Ada Holm") == (
        "President of Norland",
        "Ada Holm",
    )


@pytest.mark.model
def test_two_persons_of_one_surname_stay_two(parser: SpacyParser) -> None:
    text = (
        "Mayor Ellen Brooks visited the dam. Gov. John Brooks arrived later. "
        "Brooks said the levee would be rebuilt."
    )
    found = named(text, parser)
    assert {"Ellen Brooks", "John Brooks"} <= found.keys()
    assert [mention.text for mention in found["Ellen Brooks"].mentions] == ["Ellen Brooks"]
    assert [mention.text for mention in found["John Brooks"].mentions] == ["John Brooks"]
    assert [mention.text for mention in found["Brooks"].mentions] == ["Brooks"]


@pytest.mark.model
def test_a_title_is_a_role_and_no_part_of_the_name(parser: SpacyParser) -> None:
    found = named("The town will send acting Minister of Social Affairs Peter Hansen.", parser)
    assert found["Peter Hansen"].roles == ("acting Minister of Social Affairs",)


@pytest.mark.model
def test_initials_in_brackets_are_the_bodys(parser: SpacyParser) -> None:
    found = named("The Harbour Safety Commission (HSC) met. The HSC found cracks.", parser)
    texts = [mention.text for mention in found["Harbour Safety Commission"].mentions]
    assert "HSC" in texts


@pytest.mark.model
def test_a_pronoun_is_the_last_subject_and_says_so(parser: SpacyParser) -> None:
    text = "Luis Ortega arrived on Tuesday. He said that the water was falling."
    assert speakers(text, parser) == [("Luis Ortega", ("He", "Luis Ortega"))]


@pytest.mark.model
def test_a_pronoun_is_nobodys_where_an_unnamed_person_stands_nearer(parser: SpacyParser) -> None:
    text = (
        "Luis Ortega left the field in the first half. The coach had a kind word for him. "
        "“It was bad luck,” he said."
    )
    assert speakers(text, parser)[-1] == (None, ())


@pytest.mark.model
def test_a_pronoun_means_the_office_that_just_spoke(parser: SpacyParser) -> None:
    text = (
        "Judge Nora Field heard the case. Tom Ames, 29, was “no leader,” the judge said. "
        "“He did not plan it,” she added."
    )
    assert speakers(text, parser)[-1] == ("Nora Field", ("she", "Nora Field"))


@pytest.mark.model
def test_a_name_that_is_no_subject_is_not_the_pronoun_beside_it(parser: SpacyParser) -> None:
    text = "About Tom Ames she was less kind: “He never trained a day in his life.”"
    assert speakers(text, parser)[-1][0] is None


@pytest.mark.model
def test_a_description_is_resolved_by_a_printed_role(parser: SpacyParser) -> None:
    text = (
        "French President Anne Colbert met German Chancellor Uwe Brandt in Rome. "
        "“We agree on steel,” the French leader said."
    )
    assert speakers(text, parser)[-1] == ("Anne Colbert", ("the French leader", "Anne Colbert"))


@pytest.mark.model
def test_a_relatives_role_is_no_office(parser: SpacyParser) -> None:
    text = "Gov. John Brooks, the mayor's brother, came. “It is over,” the mayor said."
    assert speakers(text, parser)[-1] == ("the mayor", ())


@pytest.mark.model
def test_groups_are_not_merged_with_anybody(parser: SpacyParser) -> None:
    assert speakers("Residents said that sirens never sounded.", parser) == [("Residents", ())]


@pytest.mark.model
def test_two_persons_of_other_patronymics_stay_two_and_a_surname_is_nobody_s(
    parser: SpacyParser,
) -> None:
    text = "Anna Petrovna Volkova and Anna Ivanovna Volkova were heard. Volkova left."
    assert list(named(text, parser)) == [
        "Anna Petrovna Volkova",
        "Anna Ivanovna Volkova",
        "Volkova",
    ]
