from datetime import date

import pytest
from msgspec.structs import replace

from tests.factory import account as make_account
from tests.link.names import dossier as naming
from tests.link.test_ages import aged
from tests.link.test_events import BRIDGE, BRIDGE_TOO, MARKET, bare, parsed
from variorum.annotations import Token
from variorum.link.events.chains import MOST_STEPS, chained, named_by, one_incident
from variorum.link.events.partition import events
from variorum.link.events.profiles import AccountProfile, PrivatePerson, profiles
from variorum.link.events.terms import terms
from variorum.link.story import of_one_time
from variorum.models.parser import SpacyParser
from variorum.records import Published

EMPTY = terms(make_account(""))
ORRIN = "jan orrin"
CRIME = {
    "a-1": "SELMOUTH, March 4, 2031 - Darrin Velquist, 34, a baker, is fighting for his life after a "
    "stabbing outside Selmouth railway station at about 10.15 p.m. on Monday. Another man was slightly "
    "hurt. No arrests have been made, police said on Tuesday.",
    "a-2": "SELMOUTH, April 14, 2031 - A 41-year-old man was charged with murder on Monday over the death "
    "of Darrin Velquist, 34, who was stabbed at Selmouth station on March 3. Prosecutors said that Olle "
    "Brandqvist, his brother-in-law, waited for him with a kitchen knife. Brandqvist denies the charge.",
    "a-3": "ORLO, November 20, 2031 - The district court convicted Olle Brandqvist, 42, of manslaughter on "
    "Thursday and sentenced him to 16 years in prison. Prosecutors had asked for life for murder. "
    "Brandqvist said he would appeal.",
    "a-4": "SELMOUTH, June 8, 2031 - A woman was stabbed outside Selmouth railway station on Sunday "
    "evening, police said. Liv Tornquist, 52, was slightly hurt. A man of 27 was arrested and charged "
    "with assault. It is the second stabbing at the station this year.",
}
"""One crime at three times, and another of like kind at one place."""


def telling(
    name: str, day: str | None = None, *, alleges: bool = False, **ages: int | None
) -> AccountProfile:
    """Return the profile of an account that tells of persons (`jan_orrin=34`)."""
    when = date.fromisoformat(day).toordinal() if day else None
    told = {
        person.replace("_", " "): PrivatePerson(person.replace("_", " ").title(), age)
        for person, age in ages.items()
    }
    published = (when, when) if when else None
    return AccountProfile(name, EMPTY, published=published, persons_told=told, alleges=alleges)


def test_accounts_that_give_one_person_one_age_name_one_incident() -> None:
    one = telling("a-1", "2031-03-01", jan_orrin=34)
    assert one_incident(one, telling("a-2", "2031-09-01", jan_orrin=34)) == {ORRIN}
    assert one_incident(one, telling("a-2", "2031-09-01", ida_orrin=34)) == set()
    assert one_incident(one, telling("a-2", "2031-09-01", jan_orrin=52)) == set()


def test_a_person_is_older_in_an_account_of_later_years() -> None:
    one = telling("a-1", "2031-03-01", jan_orrin=34)
    assert one_incident(one, telling("a-2", "2034-03-01", jan_orrin=37)) == {ORRIN}
    assert one_incident(one, telling("a-2", "2031-09-01", jan_orrin=37)) == set()
    assert one_incident(one, telling("a-2", jan_orrin=37)) == set()


def test_one_age_is_enough_where_somebody_is_charged_and_no_age_never_is() -> None:
    one = telling("a-1", "2031-03-01", jan_orrin=34)
    later = telling("a-2", "2031-09-01", jan_orrin=None)
    assert one_incident(one, later) == set()
    assert one_incident(one, replace(later, alleges=True)) == {ORRIN}
    unaged = telling("a-3", "2031-03-01", alleges=True, jan_orrin=None)
    assert one_incident(unaged, later) == set()


def test_groups_that_name_one_incident_are_a_chain_and_others_stay_alone() -> None:
    told = [
        telling("a-1", "2031-03-01", jan_orrin=34),
        telling("a-2", "2031-03-01"),
        telling("a-3", "2031-09-01", jan_orrin=34),
        telling("a-4", "2031-09-01", ole_kvist=34),
    ]
    assert chained([[0, 1], [2], [3]], told) == [[[0, 1], [2]], [[3]]]


def test_an_account_that_looks_back_on_two_incidents_joins_neither_to_the_other() -> None:
    told = [
        telling("a-1", "2031-03-01", jan_orrin=34),
        telling("a-2", "2031-05-01", ole_kvist=51),
        telling("a-3", "2031-09-01", jan_orrin=34, ole_kvist=51),
    ]
    assert chained([[0], [1], [2]], told) == [[[0], [2]], [[1]]]


def test_what_is_told_of_at_very_many_times_is_no_incident() -> None:
    told = [telling(f"a-{n}", "2031-03-01", jan_orrin=34) for n in range(MOST_STEPS + 1)]
    alone = [[n] for n in range(len(told))]
    assert chained(alone[:-1], told) == [alone[:-1]]
    assert chained(alone, told) == [[group] for group in alone]


def test_a_chain_says_by_whom_its_accounts_name_one_incident() -> None:
    told = [
        telling("a-1", "2031-03-01", jan_orrin=34, ole_kvist=51),
        telling("a-2", "2032-03-01", jan_orrin=35),
    ]
    said = "One incident, reported at 2 times: the accounts name Jan Orrin (34 or 35)."
    assert named_by([[0], [1]], told) == said


def test_a_person_is_told_of_who_is_named_early_or_again() -> None:
    early = profiles([naming("a-1", ("Ole Rydqvist", "person"), ("Upper Mill Street", "place"))])[0]
    late = profiles([naming("a-2", ("Upper Mill Street", "place"), ("Ole Rydqvist", "person"))])[0]
    assert early.persons_told == {"ole rydqvist": PrivatePerson("Ole Rydqvist", None)}
    assert late.persons_told == {}


def test_an_age_beside_the_name_is_the_persons() -> None:
    (told,) = profiles([aged("a-1", "Ole Rydqvist, 31, is a baker.", "Ole Rydqvist")])
    assert told.persons_told == {"ole rydqvist": PrivatePerson("Ole Rydqvist", 31)}


def test_a_charge_near_the_start_is_what_an_account_tells_of() -> None:
    made = bare("a-1", "Orrin was charged.")
    charged = Token(10, 17, "charged", "charge", "verb", "past participle", "root", 0)
    case = replace(made, annotation=replace(made.annotation, tokens=(charged,)))
    assert [one.alleges for one in profiles([made, case])] == [False, True]


def test_an_incident_told_of_at_two_times_is_one_event_of_two_steps() -> None:
    first = aged("b-1", f"Ole Rydqvist, 31, was hurt. {BRIDGE}", "Ole Rydqvist")
    later = aged("b-2", f"Ole Rydqvist, 31, bakes again. {MARKET}", "Ole Rydqvist")
    (event,) = events([first, later])
    assert event.accounts == ("b-1", "b-2")
    assert [step.accounts for step in event.steps] == [("b-1",), ("b-2",)]
    assert of_one_time(event) == [("b-1",), ("b-2",)]


def test_an_event_of_one_time_has_no_steps() -> None:
    (event,) = events([bare("a-1", BRIDGE, "2024-03-05"), bare("a-2", BRIDGE_TOO, "2024-03-05")])
    assert event.steps == ()
    assert of_one_time(event) == [("a-1", "a-2")]


@pytest.mark.model
def test_a_crime_is_one_event_from_arrest_to_verdict_and_another_like_it_stays_apart(
    parser: SpacyParser,
) -> None:
    days = ("2031-03-04", "2031-04-14", "2031-11-20", "2031-06-08")
    made = [
        parsed(make_account(text, id=name, published=Published(earliest=day, latest=day)), parser)
        for (name, text), day in zip(CRIME.items(), days, strict=True)
    ]
    told = {event.accounts: len(event.steps) for event in events(made)}
    assert told == {("a-1", "a-2", "a-3"): 2, ("a-4",): 0}
