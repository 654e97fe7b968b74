"""The heading: how many accounts, the days they are of, how many events."""

from __future__ import annotations

import pytest

from tests.factory import account as make_account
from variorum.find.matter.material import material
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Event, Published
from variorum.report.page.heading import heading, spelled_days


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2031-03-09", "2031-03-09", "9 March 2031"),
        ("2031-03-09", "2031-03-14", "9–14 March 2031"),
        ("2031-03-30", "2031-04-02", "30 March – 2 April 2031"),
        ("2031-12-30", "2032-01-02", "30 December 2031 – 2 January 2032"),
        ("2031-03-09T22:10", "2031-03-09T23:50", "9 March 2031"),
    ],
)
def test_days_are_written_as_a_reader_says_them(first: str, last: str, written: str) -> None:
    assert spelled_days(first, last) == written


def test_the_kicker_counts_accounts_and_events_and_leaves_out_days_that_are_a_guess() -> None:
    days = {"a-1": ("2031-03-09", "dateline"), "a-2": ("2031-05-01", "narrative")}
    ledger = MemoryLedger()
    ledger.add(
        make_account(key, id=key, published=Published(earliest=day, latest=day, basis=basis))
        for key, (day, basis) in days.items()
    )
    ledger.add([Event(id="ev-1", label="A flood", accounts=("a-1", "a-2"))])
    assert heading(material(ledger)).kicker == ("2 accounts", "9 March 2031", "1 event")
