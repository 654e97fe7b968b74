"""What is on record: the log and its files, orphans, reviewers, texts, the report page."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.serve.web.screens import Person, account, decisions, story
from variorum.ledgers.sqlite import SqliteLedger
from variorum.records import Account, Verdict


def test_the_log_keeps_what_was_taken_back(ada: Person) -> None:
    ada.decide("v-0", "confirm")
    ada.send("/undo")
    page = ada.see("/log")
    assert "2 decisions." in page
    assert "(taken back)" in page


def test_the_log_is_filtered_by_person(app: object, ada: Person) -> None:
    ada.decide("v-0", "confirm")
    Person(app, "Ben & Co").decide("v-1", "reject")
    page = ada.see("/log?of=Ben+%26+Co")
    assert "1 decision." in page
    assert "/log.csv?of=Ben%20%26%20Co" in page


def test_the_log_as_json_lines_is_the_decisions(ada: Person, location: str) -> None:
    ada.decide("v-0", "confirm")
    ada.decide("v-1", "retype:agree")
    lines = [json.loads(line) for line in ada.see("/log.jsonl").splitlines()]
    assert [line["id"] for line in lines] == [decision.id for decision in decisions(location)]
    assert lines[1]["to"] == ["agree"]


def test_the_log_as_csv_reads_back(ada: Person) -> None:
    ada.decide("v-0", "confirm", note="=HYPERLINK(1)")
    ada.send("/undo")
    rows = list(csv.DictReader(io.StringIO(ada.see("/log.csv"))))
    assert [row["view"] for row in rows] == ["confirm", "undo"]
    assert rows[0]["words"] == "Forty … Fifty"
    assert rows[0]["in force"] == "no"
    assert rows[0]["note"] == "'=HYPERLINK(1)"


def test_files_are_saved_and_not_shown(ada: Person) -> None:
    given = ada.client.get("/log.csv").headers["Content-Disposition"]
    assert given == 'attachment; filename="decisions.csv"'


def test_a_decision_that_fits_nothing_is_an_orphan_with_its_words(
    ada: Person, location: str
) -> None:
    ada.decide("v-0", "confirm", note="Both say so.")
    with SqliteLedger(Path(location), writable=True) as ledger:
        ledger.renew({"": [r for r in story() if not isinstance(r, Verdict)]})
    page = ada.see("/orphans")
    assert "“Forty”" in page
    assert "Both say so." in page
    assert "Outlet a-1" in page


def test_an_orphan_says_that_its_account_is_gone(ada: Person, location: str) -> None:
    ada.decide("v-0", "confirm")
    with SqliteLedger(Path(location), writable=True) as ledger:
        others = [r for r in story() if not isinstance(r, Account | Verdict)]
        ledger.renew({"": [*others, account("a-2", 1)]})
    assert "no longer in the ledger, or changed there" in ada.see("/orphans")


def test_without_orphans_the_page_says_so(ada: Person) -> None:
    assert "There are none" in ada.see("/orphans")


def test_reviewers_and_their_agreement_are_counted(app: object, ada: Person) -> None:
    ben = Person(app, "Ben")
    for key, views in {"v-0": ("confirm", "confirm"), "v-1": ("confirm", "reject")}.items():
        ada.decide(key, views[0])
        ben.decide(key, views[1])
    page = ada.see("/people")
    assert "Ada and Ben</th><td>2</td><td>1</td>" in page


def test_a_place_is_marked_in_the_full_text(ada: Person) -> None:
    assert 'id="here" class="here r-' not in ada.see("/account?id=a-1")
    page = ada.see("/account?id=a-1&from=20&to=25")
    assert 'id="here"' in page


@pytest.mark.parametrize(
    "place", ["from=5&to=2", "from=-1&to=9", "from=x&to=y", "from=0&to=999999"]
)
def test_a_place_outside_the_text_marks_nothing(ada: Person, place: str) -> None:
    assert 'id="here"' not in ada.see(f"/account?id=a-1&{place}")


def test_the_page_links_findings_to_the_queue(ada: Person) -> None:
    assert "/?state=all&amp;at=f-1" in ada.see("/page")
