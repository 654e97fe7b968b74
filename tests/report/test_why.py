"""Why: every record answers with its ground, its rule, its numbers and its words."""

from __future__ import annotations

import pytest

from variorum.errors import UsageError
from variorum.ledgers.memory import MemoryLedger
from variorum.records import (
    Account,
    Alignment,
    Borrowing,
    Check,
    Entity,
    Event,
    Figure,
    Finding,
    Moment,
    Quotation,
    Reading,
    Record,
    Span,
    Speaker,
    Verdict,
)
from variorum.report.reasons import REASON_OF, why

HERE = Span("a-1", 0, 4, "nine")
THERE = Span("a-2", 0, 5, "seven")
RECORDS: tuple[Record, ...] = (
    Finding(id="n-1", kind="figure differs", text="T.", because="B.", weight=9, places=(HERE,),
            about=("l-1",)),
    Finding(id="n-2", kind="other event", text="U.", because="C.", weight=1, places=(THERE,)),
    Verdict(id="v-1", alignment="l-1", left=HERE, right=THERE, kind="figure differs",
            rule="other figure", because="“nine” and “seven” cannot be the same number.", confidence=0.9,
            marks=(THERE,)),
    Alignment(id="l-1", event="e-1", about="the toll", verdict="figure differs", origins=2,
              because="2 accounts, 2 origins.",
              readings=(Reading(account="a-1", places=(HERE,)), Reading(account="a-3"))),
    Check(id="c-1", quotation="q-1", place=HERE, record="a-2", kind="differs", because="D.",
          match=THERE),
    Borrowing(id="b-1", from_="a-1", to="a-2", kind="copies", because="E.", share=0.5,
              evidence=(HERE, THERE)),
    Entity(id="e-2", name="Mara Quill", kind="person", mentions=(HERE,), because="F."),
    Event(id="e-1", label="Flood", accounts=("a-1", "a-2"), places=(THERE,), because="G."),
    Quotation(id="q-1", place=HERE, manner="direct", contents=(HERE,),
              speaker=Speaker(name="Mara Quill", path=("she", "Mara Quill"), entity="e-2")),
    Figure(id="f-1", place=HERE, value="9", low="9", high=None, unit="person", counted="people",
           quotation="q-1"),
    Moment(id="m-1", place=THERE, kind="relative", earliest="2020-11-09", latest="2020-11-09",
           anchor="publication date 2020-11-11"),
)  # fmt: skip


@pytest.fixture
def ledger() -> MemoryLedger:
    made = MemoryLedger()
    made.add(RECORDS)
    return made


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_every_record_says_what_it_rests_on(ledger: MemoryLedger, record: Record) -> None:
    answer = why(ledger, record.id)  # type: ignore[attr-defined]
    assert answer.says
    assert answer.evidence
    assert {place for _, place in answer.evidence} <= {HERE, THERE}


def test_a_verdict_names_its_rule_its_precision_and_its_words(ledger: MemoryLedger) -> None:
    answer = why(ledger, "v-1")
    assert answer.rule == "other figure"
    assert answer.because == "“nine” and “seven” cannot be the same number."
    assert answer.scores == {"precision of the rule": 0.9}
    assert answer.evidence == (("left", HERE), ("right", THERE), ("mark", THERE))
    assert answer.ask == ("l-1",)


def test_an_alignment_counts_who_speaks_and_leads_to_its_verdicts(ledger: MemoryLedger) -> None:
    answer = why(ledger, "l-1")
    assert answer.scores == {"accounts": 1, "origins": 2}
    assert answer.ask == ("e-1", "v-1")


def test_a_speaker_shows_the_path_that_led_there(ledger: MemoryLedger) -> None:
    assert why(ledger, "q-1").because == "she → Mara Quill"


def test_an_open_range_shows_its_open_end(ledger: MemoryLedger) -> None:
    assert why(ledger, "f-1").says == "9 to … person"


def test_a_number_is_that_of_the_finding_that_show_prints(ledger: MemoryLedger) -> None:
    assert [why(ledger, number).id for number in ("1", "2")] == ["n-1", "n-2"]


@pytest.mark.parametrize("wanted", ["0", "3", "v-9", ""])
def test_what_is_not_there_is_said(ledger: MemoryLedger, wanted: str) -> None:
    with pytest.raises(UsageError, match=r"no finding|no record"):
        why(ledger, wanted)


def test_every_kind_that_claims_something_has_an_answer() -> None:
    assert {type(record) for record in RECORDS} == set(REASON_OF)


def test_a_borrowing_calls_accounts_as_the_page_does() -> None:
    ledger = MemoryLedger()
    ledger.add([*RECORDS, Account(id="a-2", source="x.txt", text="seven", outlet="The Courier")])
    assert why(ledger, "b-1").says == "The Courier copies a-1"


@pytest.mark.parametrize("copied", ["v-1,", " v-1", "v-1.", "v-1;"])
def test_an_id_may_be_copied_with_the_mark_behind_it(ledger: MemoryLedger, copied: str) -> None:
    assert why(ledger, copied).id == "v-1"
