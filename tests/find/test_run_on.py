"""Words of a record that a quotation leaves out where it seems to run on."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.factory import account as make_account
from variorum.find.kinds.run_on import run_on
from variorum.find.matter.material import material
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Check, Finding, Region

SAID = (
    "DEPUTY SORO: So the bridge is closed to all traffic, and let us be clear, it will stay so. "
    "Nobody may cross it before the spring.\n"
)


def told(
    printed: str, parts: tuple[str, str], heard: tuple[str, str], record: str = SAID
) -> list[Finding]:
    paper = make_account(printed, id="paper", source="paper.txt")
    ends = [0, *(at + 1 for at, char in enumerate(record) if char == "\n")]
    turns = tuple(
        Region(kind="turn", start=start, end=end, speaker="DEPUTY SORO")
        for start, end in pairwise(ends)
    )
    minutes = make_account(
        record, id="minutes", source="minutes.txt", regions=turns, kind="transcript"
    )
    checks = []
    for n, (part, words) in enumerate(zip(parts, heard, strict=True)):
        start, at = printed.index(part), record.index(words)
        checks.append(
            Check(
                id=f"c-{n}",
                quotation="q-1",
                place=paper.span(start, start + len(part)),
                record="minutes",
                kind="verbatim",
                because="The record has the same words.",
                match=minutes.span(at, at + len(words)),
            )
        )
    ledger = MemoryLedger()
    ledger.add([paper, minutes, *checks])
    return list(run_on(material(ledger)))


PARTS = ("So the bridge is closed to all traffic,", "Nobody may cross it before the spring.")
HEARD = ("So the bridge is closed to all traffic", "Nobody may cross it before the spring")


def printed(first: str = PARTS[0], between: str = "” Deputy Soro said. “") -> str:
    return f"“{first}{between}{PARTS[1]}”"


def test_words_left_out_between_a_comma_and_what_goes_on_are_told() -> None:
    (one,) = told(printed(), PARTS, HEARD)
    assert one.kind == "check differs"
    assert one.because == (
        "The quotation runs on where the record has more words: "
        "“and let us be clear, it will stay so” (minutes)."
    )


@pytest.mark.parametrize(
    "between",
    [
        "” Deputy Soro said. “… ",
        "” Deputy Soro said. She spoke of a detour. “",
        "” Deputy Soro said.\n\n“",
    ],
)
def test_an_omission_that_is_marked_or_a_narrator_between_promises_nothing(between: str) -> None:
    assert told(printed(between=between), PARTS, HEARD) == []


def test_a_sentence_that_ends_before_the_attribution_promises_nothing() -> None:
    first = PARTS[0].replace(",", ".")
    assert told(printed(first), (first, PARTS[1]), HEARD) == []


def test_one_or_two_words_may_be_a_stumble() -> None:
    record = SAID.replace("and let us be clear, it will stay so", "well")
    assert told(printed(), PARTS, HEARD, record) == []


def test_parts_of_two_turns_are_left_alone() -> None:
    record = SAID.replace(" Nobody", "\nDEPUTY SORO: Nobody")
    assert told(printed(), PARTS, HEARD, record) == []
