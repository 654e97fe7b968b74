from hypothesis import given, settings
from hypothesis import strategies as st

from tests.link.names import dossier
from variorum.link.names.entities import entities
from variorum.records import Entity
from variorum.vocabulary import NameKind

PERSON: NameKind = "person"
BODY: NameKind = "organisation"
PLACE: NameKind = "place"


def groups(found: tuple[Entity, ...]) -> list[list[str]]:
    """Return the sorted words of each entity's mentions."""
    return sorted(sorted({place.text for place in entity.mentions}) for entity in found)


def test_a_surname_alone_joins_the_only_full_name_that_bears_it() -> None:
    found = entities(
        [dossier("a-1", ("Robert Tarrant", PERSON)), dossier("a-2", ("Tarrant", PERSON))]
    )
    assert groups(found) == [["Robert Tarrant", "Tarrant"]]


def test_a_surname_that_two_persons_bear_stays_apart() -> None:
    found = entities(
        [
            dossier("a-1", ("Robert Tarrant", PERSON), ("Anna Tarrant", PERSON)),
            dossier("a-2", ("Tarrant", PERSON)),
        ]
    )
    assert groups(found) == [["Anna Tarrant"], ["Robert Tarrant"], ["Tarrant"]]


def test_an_initial_that_fits_two_persons_stays_apart() -> None:
    found = entities(
        [
            dossier("a-1", ("Robert Tarrant", PERSON), ("Rachel Tarrant", PERSON)),
            dossier("a-2", ("R. Tarrant", PERSON)),
        ]
    )
    assert groups(found) == [["R. Tarrant"], ["Rachel Tarrant"], ["Robert Tarrant"]]


def test_a_given_name_alone_is_nobodys_surname() -> None:
    found = entities(
        [dossier("a-1", ("Robert Tarrant", PERSON)), dossier("a-2", ("Robert", PERSON))]
    )
    assert groups(found) == [["Robert"], ["Robert Tarrant"]]


def test_names_that_one_account_keeps_apart_are_not_joined() -> None:
    found = entities(
        [
            dossier("a-1", ("Mohammed Dawud", PERSON), ("Muhammad Dawood", PERSON)),
            dossier("a-2", ("Mohammed Dawud", PERSON)),
        ]
    )
    assert groups(found) == [["Mohammed Dawud"], ["Muhammad Dawood"]]


def test_spellings_of_one_name_are_joined_and_explained() -> None:
    found = entities(
        [
            dossier("a-1", ("Anatoly Gavriliev", PERSON)),
            dossier("a-2", ("Anatoly Gavrilyev", PERSON)),
        ]
    )
    assert len(found) == 1
    assert found[0].because == (
        "“Anatoly Gavriliev” and “Anatoly Gavrilyev”: the same words; spellings of one sound (likeness 0.97)."
    )


def test_a_body_called_by_a_persons_surname_is_that_person() -> None:
    found = entities(
        [dossier("a-1", ("Ruslan al-Karim", PERSON)), dossier("a-2", ("Al-Karim", BODY))]
    )
    assert [(entity.kind, entity.name) for entity in found] == [("person", "Ruslan al-Karim")]


def test_a_family_name_inside_a_body_leaves_the_body_alone() -> None:
    found = entities(
        [
            dossier("a-1", ("Robert Tarrant", PERSON), ("Tarrant Holdings", BODY)),
            dossier("a-2", ("Tarrant", BODY)),
        ]
    )
    assert [entity.kind for entity in found if entity.name == "Robert Tarrant"] == ["person"]
    assert groups(found) == [["Robert Tarrant"], ["Tarrant", "Tarrant Holdings"]]


def test_an_acronym_joins_what_it_stands_for() -> None:
    found = entities(
        [
            dossier("a-1", ("Maravian Harbour Safety Authority", BODY)),
            dossier("a-2", ("MHSA", BODY)),
        ]
    )
    assert groups(found) == [["MHSA", "Maravian Harbour Safety Authority"]]


def test_a_city_and_its_region_are_two_places() -> None:
    found = entities([dossier("a-1", ("Alvar", PLACE)), dossier("a-2", ("Alvar Region", PLACE))])
    assert len(found) == 2


def test_the_name_of_an_entity_is_its_fullest_form() -> None:
    found = entities(
        [
            dossier("a-1", ("Tarrant", PERSON)),
            dossier("a-2", ("Robert Tarrant", PERSON)),
            dossier("a-3", ("R. Tarrant", PERSON)),
        ]
    )
    assert [entity.name for entity in found] == ["Robert Tarrant"]


def test_no_accounts_have_no_entities() -> None:
    assert entities([]) == ()


NAMES = st.lists(
    st.tuples(
        st.one_of(
            st.sampled_from(
                ["Robert Tarrant", "Tarrant", "R. Tarrant", "Bob Tarrant", "UN", "Анна Куилл"]
            ),
            st.text(min_size=1, max_size=12).filter(lambda text: "\n" not in text),
        ),
        st.sampled_from([PERSON, BODY, PLACE]),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=40, deadline=None)
@given(st.lists(NAMES, max_size=4))
def test_every_name_is_in_one_entity_whatever_the_order(stories: list) -> None:
    made = [dossier(f"a-{number}", *names) for number, names in enumerate(stories)]
    found = entities(made)
    assert found == entities(made[::-1])
    assert sorted(name for entity in found for name in entity.names) == sorted(
        name.id for one in made for name in one.statements.names
    )


def test_a_bodys_short_form_joins_the_only_longer_one_of_the_story() -> None:
    found = entities([dossier("a-1", ("Alder Mercury", BODY)), dossier("a-2", ("Mercury", BODY))])
    assert groups(found) == [["Alder Mercury", "Mercury"]]


def test_a_short_form_that_two_bodies_share_stays_apart() -> None:
    found = entities(
        [
            dossier("a-1", ("Alder Mercury", BODY), ("Vale Mercury", BODY)),
            dossier("a-2", ("Mercury", BODY)),
        ]
    )
    assert groups(found) == [["Alder Mercury"], ["Mercury"], ["Vale Mercury"]]


def test_a_word_that_any_body_may_bear_is_short_for_none() -> None:
    found = entities(
        [dossier("a-1", ("Alder Town Council", BODY)), dossier("a-2", ("Council", BODY))]
    )
    assert groups(found) == [["Alder Town Council"], ["Council"]]


def test_a_firm_taken_for_a_person_is_the_firm() -> None:
    found = entities(
        [dossier("a-1", ("Harlow Row Estates", BODY)), dossier("a-2", ("Harlow Row", PERSON))]
    )
    assert [(e.kind, e.name) for e in found] == [(BODY, "Harlow Row Estates")]


def test_two_accounts_outvote_one_that_takes_a_place_for_a_person() -> None:
    found = entities(
        [
            dossier("a-1", ("Tessen", PLACE)),
            dossier("a-2", ("Tessen", PLACE)),
            dossier("a-3", ("Tessen", PERSON)),
        ]
    )
    assert [(e.kind, len(e.mentions)) for e in found] == [(PLACE, 3)]
