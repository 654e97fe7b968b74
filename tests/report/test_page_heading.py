"""The heading: how many accounts, the days they are of, how many events."""

from __future__ import annotations

import pytest

from tests.factory import account as make_account
from variorum.find.matter.material import material
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Event, Published
from variorum.report.page.heading import heading, spelled


@pytest.mark.parametrize(
    ("days", "written"),
    [
        ("2031-03-09", "9 March 2031"),
        ("2031-03-09 to 2031-03-14", "9–14 March 2031"),
        ("2031-03", "March 2031"),
        ("2031", "2031"),
        ("2031-03-09T22:10", "9 March 2031, 22:10"),
        ("some day to come", "some day to come"),
    ],
)
def test_days_are_written_as_a_reader_says_them(days: str, written: str) -> None:
    assert spelled(days) == written


def test_the_kicker_counts_accounts_and_events_and_leaves_out_days_that_are_a_guess() -> None:
    days = {"a-1": ("2031-03-09", "dateline"), "a-2": ("2031-05-01", "narrative")}
    ledger = MemoryLedger()
    ledger.add(
        make_account(key, id=key, published=Published(earliest=day, latest=day, basis=basis))
        for key, (day, basis) in days.items()
    )
    ledger.add([Event(id="ev-1", label="A flood", accounts=("a-1", "a-2"))])
    top = heading(material(ledger))
    assert top.kicker == ("2 accounts", "9 March 2031", "1 event")
    assert top.year == "2031"
