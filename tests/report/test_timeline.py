"""The timeline: days as short as they can be said, accounts by their names."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.factory import account as make_account
from variorum.find.matter.material import material
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Event, EventStep, Moment, Published
from variorum.report.lists.chronicle import chronicle
from variorum.report.timeline import days, ground, short_days


@pytest.mark.parametrize(
    ("earliest", "latest", "made"),
    [
        ("2031-05-04", "2031-05-04", "2031-05-04"),
        ("2031-05-04", None, "2031-05-04"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2031-02-01", "2031-02-28", "2031-02"),
        ("2032-02-01", "2032-02-28", "2032-02-01 to 2032-02-28"),
        ("2032-02-01", "2032-02-29", "2032-02"),
        ("2031-11-01", "2031-11-12", "2031-11-01 to 2031-11-12"),
        ("0000-02-01", "0000-02-28", "0000-02-01 to 0000-02-28"),
        ("2031-05-04T13:25", "2031-05-04T13:25", "2031-05-04T13:25"),
    ],
)
def test_days_are_written_short(earliest: str, latest: str | None, made: str) -> None:
    assert short_days(earliest, latest) == made


def test_moments_of_one_day_stand_together_and_their_ground_names_an_account() -> None:
    one = make_account("They met on Monday.", id="a-1", outlet="The Post")
    other = make_account("They met on 4 May 2031.", id="a-2", outlet="The Mail")
    ledger = MemoryLedger()
    ledger.add([one, other])
    ledger.add(
        [
            Moment(
                id="m-1",
                place=one.span(12, 18),
                kind="relative",
                earliest="2031-05-04",
                latest="2031-05-04",
                anchor="account a-2: 2031-05-04",
            ),
            Moment(
                id="m-2",
                place=other.span(12, 22),
                kind="date",
                earliest="2031-05-04",
                latest="2031-05-04",
                anchor="itself",
            ),
        ]
    )
    found, more = days(material(ledger), most=9)
    assert [(d.dates, [e.ground for e in d.entries]) for d in found] == [
        ("2031-05-04", ["The Mail, 2031-05-04", ""])
    ]
    assert more == 0


def test_a_ground_that_names_no_account_stays() -> None:
    assert ground(material(MemoryLedger()), "narrative 2031-05-04") == "narrative 2031-05-04"


def test_events_stand_before_publications_and_these_before_moments() -> None:
    told = make_account(
        "On 4 May they met.",
        id="a-1",
        published=Published(earliest="2031-05-04", latest="2031-05-04", basis="dateline"),
    )
    ledger = MemoryLedger()
    ledger.add(
        [told, Event(id="ev-1", label="A meeting", accounts=("a-1",), earliest="2031-05-04")]
    )
    ledger.add([Moment(id="m-1", place=told.span(3, 8), kind="date", earliest="2031-05-04")])
    ((day,), _) = days(material(ledger), most=9)
    assert [(entry.what, entry.ground) for entry in day.entries] == [
        ("event", ""),
        ("publication", "the dateline"),
        ("moment", ""),
    ]


def test_an_incident_told_of_over_months_stands_on_the_day_of_each_step() -> None:
    fire = EventStep(label="A fire", accounts=("a-1",), earliest="2031-05-04")
    verdict = EventStep(label="A verdict", accounts=("a-2",), earliest="2031-11-02")
    ledger = MemoryLedger()
    event = Event(id="ev-1", label="A fire", accounts=("a-1", "a-2"), earliest="2031-05-04")
    ledger.add([replace(event, latest="2031-11-02", steps=(fire, verdict))])
    ledger.add([make_account("Fire.", id="a-1"), make_account("Guilty.", id="a-2")])
    found, _ = days(material(ledger), most=9)
    told = [(day.dates, entry.label, entry.about) for day in found for entry in day.entries]
    assert told == [("2031-05-04", "A fire", "ev-1"), ("2031-11-02", "A verdict", "ev-1")]
    lines = [(line.dates, line.label, line.accounts) for line in chronicle(material(ledger))]
    assert lines[:2] == [("2031-05-04", "A fire", ("a-1",)), ("2031-11-02", "A verdict", ("a-2",))]


def test_publications_are_not_counted_among_moments() -> None:
    told = make_account("Words.", published=Published(earliest="2031-05-04"))
    ledger = MemoryLedger()
    ledger.add([told])
    found, more = days(material(ledger), most=0)
    assert ([day.dates for day in found], more) == (["2031-05-04"], 0)
