"""What kind of name a text shows by its words, where the parser knows no such name."""

import pytest

from tests.extract.extracted import named
from tests.factory import account as make_account
from variorum.extract.names.extraction import names
from variorum.extract.names.mentions import _is_office
from variorum.languages.registry import language_of
from variorum.models.parser import SpacyParser
from variorum.records import Region
from variorum.segment import annotate
from variorum.vocabulary import NameKind

ENGLISH = language_of("en").names


def test_an_office_is_no_body_but_a_firm_may_be_called_by_one() -> None:
    assert _is_office(ENGLISH, ("town", "clerk"), "place")
    assert _is_office(ENGLISH, ("minister", "of", "health"), "organisation")
    assert not _is_office(ENGLISH, ("general", "motors"), "organisation")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Two men drowned near Orlovka on Monday.", "Orlovka", "place"),
        ("They came from the village of Quenby Parva.", "Quenby Parva", "place"),
        ("The flood drove 300 Quenby residents from their homes.", "Quenby", "place"),
        ("A lorry blocked Spottiswood Parkway for an hour.", "Spottiswood Parkway", "place"),
        ("Ilan Orbeck, who kept goal, was fined.", "Ilan Orbeck", "person"),
        ("Dominik Sarrow, a prosecutor, opened the file.", "Dominik Sarrow", "person"),
        ("The carmaker Brandt Auer cut 400 jobs.", "Brandt Auer", "organisation"),
        ("She wrote to the Alder Vale Chronicle.", "Alder Vale Chronicle", "organisation"),
        ("They lost to Racing Orlo on Sunday.", "Racing Orlo", "organisation"),
        ("A 24-year-old man from Keld was held.", "Keld", "place"),
        ("Voters in Tarn elected Ada Kroll mayor.", "Ada Kroll", "person"),
        ("According to the student ORNA news agency, two died.", "ORNA", "organisation"),
    ],
)
def test_the_words_around_a_name_tell_its_kind(
    text: str, name: str, kind: NameKind, parser: SpacyParser
) -> None:
    assert named(text, parser)[name].kind == kind


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The tanker Calypso ran aground on Friday.",
        "The maker of the “Bettina” kettle said nothing.",
        "Hazard: the lid may come off.",
        "The State will pay for the road.",
        "They will meet again after Easter.",
        "The firm recalled the XR-41S on Friday.",
    ],
)
def test_things_and_plain_words_in_capitals_are_no_names(text: str, parser: SpacyParser) -> None:
    assert named(text, parser) == {}


@pytest.mark.model
def test_a_dateline_in_capitals_is_its_place_in_full(parser: SpacyParser) -> None:
    text = "UPPER QUENBY, May 4 (RTB) - A bridge fell. Upper Quenby has no other bridge."
    regions = (
        Region(kind="dateline", start=0, end=28),
        Region(kind="body", start=29, end=len(text)),
    )
    account = make_account(text, regions=regions, place="UPPER QUENBY")
    found = names(account, annotate(account, parser))
    (place,) = [name for name in found if name.kind == "place"]
    assert [mention.text for mention in place.mentions] == ["UPPER QUENBY", "Upper Quenby"]
    assert place.name == "Upper Quenby"


@pytest.mark.model
def test_an_adjective_of_a_place_named_is_a_mention_of_it(parser: SpacyParser) -> None:
    found = named("Syrian officials met in Geneva. They will return to Syria.", parser)
    assert [mention.text for mention in found["Syria"].mentions] == ["Syrian", "Syria"]


@pytest.mark.model
def test_a_country_that_speaks_is_its_government(parser: SpacyParser) -> None:
    account = make_account("Moscow accused Kiev of delay. The talks were held in Moscow.")
    kinds = [n.kind for n in names(account, annotate(account, parser)) if n.name == "Moscow"]
    assert kinds == ["organisation", "place"]


@pytest.mark.model
def test_a_name_labelled_once_is_found_again(parser: SpacyParser) -> None:
    text = "Fischer Foods said profits fell. A spokesman for Fischer Foods did not call back."
    assert len(named(text, parser)["Fischer Foods"].mentions) == 2


@pytest.mark.model
def test_a_role_does_not_hold_another_person(parser: SpacyParser) -> None:
    text = "Minister of Trade Anna Brenner and the director of the port, Paul Asker, came."
    assert named(text, parser)["Paul Asker"].roles == ("the director of the port",)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("The sequel, Catching Rain, opens on Friday.", "Catching Rain"),
        ("She stepped down as the C.E.O. of Isagen.", "C.E.O."),
    ],
)
def test_a_work_and_an_office_in_initials_are_no_names(
    text: str, gone: str, parser: SpacyParser
) -> None:
    assert gone not in named(text, parser)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        (
            "Former Minister for Women and Equalities Nina Morland spoke.",
            "Nina Morland",
            ("Minister for Women and Equalities",),
        ),
        (
            "Secretary of State for Health and Social Care Martin Holm spoke.",
            "Martin Holm",
            ("Secretary of State for Health and Social Care",),
        ),
        ("Min-jun Kim, the president, spoke.", "Min-jun Kim", ("the president",)),
    ],
)
def test_a_name_goes_from_its_first_syllable_to_its_last_and_no_further(
    text: str, name: str, roles: tuple[str, ...], parser: SpacyParser
) -> None:
    assert named(text, parser)[name].roles == roles


@pytest.mark.model
def test_a_rank_before_a_known_surname_is_no_body(parser: SpacyParser) -> None:
    text = "Sergei Ivanovich Danilov, a major, was heard on Monday. Major Danilov denied it all."
    found = named(text, parser)
    assert list(found) == ["Sergei Ivanovich Danilov"]
    assert found["Sergei Ivanovich Danilov"].roles == ("a major", "Major")
