"""Figures, quotations, days, dependence and checks as lists that a person asks for by name."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.factory import account
from variorum.errors import UsageError
from variorum.find.matter.material import Material, material
from variorum.ledgers.memory import MemoryLedger
from variorum.records import (
    Alignment,
    Borrowing,
    Carrier,
    Check,
    Event,
    Figure,
    Finding,
    Moment,
    Published,
    Quotation,
    Reading,
    Record,
    Region,
    Speaker,
    Verdict,
)
from variorum.report.lists.checked import (
    NO_RECORD,
    NO_SPEAKER,
    NOT_HELD,
    checked,
    known_kind,
    tally,
)
from variorum.report.lists.choosing import accounts_called, chosen_findings
from variorum.report.lists.chronicle import chronicle
from variorum.report.lists.counted import counts
from variorum.report.lists.descent import descent
from variorum.report.lists.said import quotations

WIRE = account(
    "Nine people died on Monday. “The dam held,” Ada Voss said.",
    id="a-1",
    outlet="Valley Wire",
    published=Published(earliest="2031-05-05", latest="2031-05-05", basis="dateline"),
)
POST = account("Seven people died. Some 40 crowns were lost.", id="a-2", outlet="The Póst")


def known(*records: Record) -> Material:
    ledger = MemoryLedger()
    ledger.add([WIRE, POST, *records])
    return material(ledger)


def figures() -> list[Record]:
    nine = Figure(id="n-1", place=WIRE.span(0, 4), value="9", low="9", high="9", counted="people")
    seven = Figure(id="n-2", place=POST.span(0, 5), value="7", low="7", high="7", counted="people")
    crowns = Figure(id="n-3", place=POST.span(25, 27), value="40", low="40", unit="crown")
    readings = (
        Reading(account="a-1", statements=("n-1",), places=(nine.place,)),
        Reading(account="a-2", statements=("n-2",), places=(seven.place,)),
    )
    aligned = Alignment(
        id="l-1",
        event="e-1",
        about="number of people",
        readings=readings,
        verdict="figure differs",
        origins=2,
        origin_of={"a-1": "o-0123456789abcdef", "a-2": "o-0123456789abcdef"},
    )
    verdict = Verdict(
        id="v-1",
        alignment="l-1",
        left=nine.place,
        right=seven.place,
        kind="figure differs",
        rule="figures",
        because="They cannot be the same number.",
    )
    return [nine, seven, crowns, aligned, verdict]


def said(identity: str, name: str | None, **fields: object) -> Quotation:
    place = WIRE.span(29, 41)
    speaker = Speaker(name=name)
    made = {"place": place, "contents": (place,), "manner": "direct", "speaker": speaker, **fields}
    return Quotation(id=identity, **made)  # type: ignore[arg-type]


# --- figures --------------------------------------------------------------------------------------


def test_figures_that_were_compared_stand_first_with_how_they_compare() -> None:
    first, last = counts(known(*figures()))
    assert [f.place.text for f in first.figures] == ["Seven", "Nine"]
    assert [(c.verdict, c.origins, c.because) for c in first.compared] == [
        ("figure differs", 2, ("They cannot be the same number.",))
    ]
    assert (last.counted, last.compared) == ("crown", ())


def test_a_figure_names_who_says_it_in_the_words_of_its_account() -> None:
    nine, *others = figures()
    assert isinstance(nine, Figure)
    police = Speaker(name="provincial police", place=WIRE.span(0, 5))
    told = said("q-1", None, speaker=police, contents=(nine.place,), place=nine.place)
    count = counts(known(replace(nine, quotation="q-1"), *others, told), speaker="police")[0]
    assert [one.asserted_by for one in count.figures] == [None, "provincial police"]


def test_counts_are_sought_by_a_word_of_what_they_count() -> None:
    assert [c.counted for c in counts(known(*figures()), counted="PEOPLE")] == ["number of people"]


def test_a_count_is_whole_where_one_account_is_sought() -> None:
    (count,) = counts(known(*figures()), account="wire")
    assert count.accounts == 2


def test_comparisons_that_share_a_figure_are_one_count() -> None:
    again = [*figures()]
    aligned = next(record for record in again if isinstance(record, Alignment))
    other = Alignment(
        id="l-2", event="e-1", about="number of people", readings=aligned.readings, verdict="agree"
    )
    count = counts(known(*again, other))[0]
    assert [c.verdict for c in count.compared] == ["agree", "figure differs"]


# --- names ----------------------------------------------------------------------------------------


def test_an_account_is_found_without_its_accents() -> None:
    assert accounts_called(known(), "post") == {"a-2"}


def test_a_name_that_fits_nothing_is_answered_with_the_names_there_are() -> None:
    with pytest.raises(UsageError, match="The Póst; Valley Wire"):
        accounts_called(known(), "Gazette")


def test_findings_keep_their_numbers_when_some_are_left_out() -> None:
    ledger = MemoryLedger()
    ledger.add([WIRE, POST])
    for number, (kind, place) in enumerate(
        (("copies", WIRE.span(0, 4)), ("cites", POST.span(0, 5)))
    ):
        ledger.add(
            [Finding(id=kind, kind=kind, text="…", because="…", weight=9 - number, places=(place,))]
        )
    assert [n for n, _ in chosen_findings(ledger, kind="cites")] == [2]
    assert [n for n, _ in chosen_findings(ledger, account="Wire")] == [1]
    with pytest.raises(UsageError, match="cites; copies"):
        chosen_findings(ledger, kind="weather")


# --- quotations -----------------------------------------------------------------------------------


def test_quotations_are_sought_by_speaker_and_manner() -> None:
    held = known(said("q-1", "Ada Voss"), said("q-2", "Jo Reed", manner="indirect"))
    assert [q.id for q in quotations(held, speaker="voss")] == ["q-1"]
    assert [q.id for q in quotations(held, manner="indirect")] == ["q-2"]


def test_the_most_quoted_speaker_stands_first_and_nobody_last() -> None:
    held = known(said("q-1", None), said("q-2", "B"), said("q-3", "C"), said("q-4", "C"))
    assert [q.speaker for q in quotations(held)] == ["C", "C", "B", None]


def test_a_quotation_carries_its_chain() -> None:
    via = (Carrier(name="the Herald", place=WIRE.span(0, 4)),)
    assert quotations(known(said("q-1", "Ada Voss", via=via)))[0].chain == ("the Herald",)


# --- days -----------------------------------------------------------------------------------------


def dated() -> list[Record]:
    monday = Moment(
        id="m-1",
        place=WIRE.span(20, 26),
        kind="relative",
        earliest="2031-05-05",
        latest="2031-05-05",
        anchor="publication date 2031-05-05",
    )
    event = Event(id="e-1", label="The dam", accounts=("a-1",), earliest="2031-05-04")
    return [monday, event]


def test_days_stand_in_order_and_what_has_no_date_last() -> None:
    lines = chronicle(known(*dated()))
    assert [(line.what, line.dates) for line in lines] == [
        ("event", "2031-05-04"),
        ("publication", "2031-05-05"),
        ("moment", "2031-05-05"),
        ("publication", "no date"),
    ]
    assert lines[2].ground == "publication date 2031-05-05"


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [("2031-05-05", None, 2), (None, "2031-05-04", 1), ("2031", "2031", 3), ("2032", None, 0)],
)
def test_days_are_sought_as_far_as_they_are_written(
    since: str | None, until: str | None, kept: int
) -> None:
    assert len(chronicle(known(*dated()), since=since, until=until)) == kept


# --- dependence -----------------------------------------------------------------------------------


def borrowed(source: str, taker: str) -> Borrowing:
    return Borrowing(
        id=f"b-{source}-{taker}", from_=source, to=taker, kind="copies", because="Same words."
    )


def test_sources_stand_above_those_that_depend_on_them() -> None:
    found = descent(known(borrowed("the speech", "a-1"), borrowed("a-1", "a-2")))
    assert [(len(b.last), b.label, b.absent) for b in found.branches] == [
        (0, "the speech", True),
        (1, "Valley Wire", False),
        (2, "The Póst", False),
    ]
    assert found.alone == ()


def test_words_stand_under_the_account_that_prints_them_whatever_the_link_is_to() -> None:
    link = replace(borrowed("the speech", "a-1"), evidence=(WIRE.span(0, 4), POST.span(0, 4)))
    (found,) = descent(known(link)).links
    assert found.printed_in == ("Valley Wire", "The Póst")


def test_a_circle_is_told_once() -> None:
    found = descent(known(borrowed("a-1", "a-2"), borrowed("a-2", "a-1")))
    assert [(b.label, b.again) for b in found.branches] == [
        ("The Póst", False),
        ("Valley Wire", False),
        ("The Póst", True),
    ]


def test_a_long_chain_of_copies_is_walked_to_its_end() -> None:
    taken = [account(f"Copy {n}.", id=f"s{n:04}", source=f"{n}.txt") for n in range(1500)]
    chain = [borrowed(f"s{n:04}", f"s{n + 1:04}") for n in range(1499)]
    assert len(descent(known(*taken, *chain)).branches[-1].last) == 1499


def test_an_account_that_nothing_ties_is_said_to_stand_alone() -> None:
    assert descent(known(borrowed("the speech", "a-1"))).alone == ("The Póst",)


def test_readings_whose_independence_is_not_shown_are_no_origin() -> None:
    assert descent(known(*figures())).origins == ()


# --- checks ---------------------------------------------------------------------------------------


def test_a_check_stands_beside_the_turn_that_has_the_words() -> None:
    turn = Region(kind="turn", start=0, end=23, speaker="Mr Voss", label_end=9)
    record = account("Mr Voss: The dam holds.", id="a-3", kind="transcript", regions=(turn,))
    match = record.span(9, 22)
    check = Check(
        id="c-1",
        quotation="q-1",
        place=WIRE.span(29, 41),
        record="a-3",
        kind="differs",
        because="The readings differ.",
        match=match,
    )
    (line,) = checked(known(record, said("q-1", "Ada Voss"), check))
    assert (line.turn, line.speaker, line.match) == ("Mr Voss", "Ada Voss", match)
    assert [mark.text for mark in line.marks] == ["holds", "held"]


def test_a_quotation_without_a_check_is_listed_with_the_reason() -> None:
    assert [c.because for c in checked(known(said("q-1", "Ada Voss")))] == [NO_RECORD]
    turn = Region(kind="turn", start=0, end=4, speaker="Mr Low")
    record = account("None", id="a-3", kind="transcript", regions=(turn,))
    held = known(record, said("q-1", "Ada Voss"), said("q-2", None))
    assert [c.because for c in checked(held)] == [NOT_HELD, NO_SPEAKER]
    assert tally(checked(held)) == {}


def test_a_kind_of_check_that_there_is_not_is_refused() -> None:
    known_kind("not found")
    with pytest.raises(UsageError, match="verbatim"):
        known_kind("wrong")


def test_an_unresolved_speaker_is_shown_as_unresolved_with_the_accounts_word() -> None:
    told = account("“The dam held,” he said.", id="a-3", outlet="The Gull")
    content, he = told.span(1, 14), told.span(16, 18)
    speaker = Speaker(place=he)
    one = Quotation(
        id="q-9", place=told.span(0, 23), manner="direct", contents=(content,), speaker=speaker
    )
    ledger = known(told, one)
    assert ledger.whose(one) == "“he”, unresolved"
    (listed,) = [line for line in quotations(ledger) if line.id == "q-9"]
    assert (listed.speaker, listed.named) == (None, "he")
