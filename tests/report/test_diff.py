"""Comparing two ledgers: what was gained, lost and said otherwise, whatever the ids."""

from __future__ import annotations

from typing import Any

from tests.factory import account
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, Decision, Figure, Quotation, Record, Speaker, Verdict
from variorum.report.lists.ledger_diff import Gap, compared, read_edition

WIRE = account("Nine died when the dam broke.", id="a-1", source="old/wire.txt", outlet="Wire")
SAME = account("Nine died when the dam broke.", id="a-9", source="new/wire.txt", outlet="Wire")
POST = account("Seven died, she said.", id="a-2", source="post.txt", outlet="Post")


def gaps(old: list[Record], new: list[Record]) -> list[Gap]:
    one, other = MemoryLedger(), MemoryLedger()
    one.add(old)
    other.add(new)
    return compared(read_edition(one), read_edition(other))


def told(found: list[Gap]) -> list[tuple[str, str]]:
    return [(gap.record, gap.which) for gap in found]


def nine(of: Account, identity: str, **fields: Any) -> Figure:
    return Figure(id=identity, place=of.span(0, 4), **({"low": "9", "high": "9"} | fields))


def verdict(of: Account, kind: str, identity: str) -> Verdict:
    return Verdict(
        id=identity,
        alignment="l-1",
        left=of.span(0, 4),
        right=POST.span(0, 5),
        kind=kind,  # type: ignore[arg-type]
        rule="figures",
        because="They differ.",
    )


def test_a_ledger_is_the_same_as_itself() -> None:
    held: list[Record] = [WIRE, POST, nine(WIRE, "n-1"), verdict(WIRE, "figure differs", "v-1")]
    assert gaps(held, held) == []


def test_an_account_that_came_is_gained_and_one_that_went_is_lost() -> None:
    assert told(gaps([WIRE], [POST])) == [("account", "lost"), ("account", "gained")]


def test_a_figure_that_went_with_its_account_is_told_apart() -> None:
    found = gaps([WIRE, POST, nine(WIRE, "n-1")], [POST])
    assert [(gap.record, gap.with_account) for gap in found] == [
        ("account", False),
        ("figure", True),
    ]


def test_an_account_with_another_text_is_changed() -> None:
    edited = account("Ten died.", id="a-7", source="wire.txt", outlet="Wire")
    assert told(gaps([WIRE], [edited])) == [("account", "changed")]


def test_a_figure_is_known_again_by_its_words_in_another_folder_under_another_id() -> None:
    found = gaps([WIRE, nine(WIRE, "n-1")], [SAME, nine(SAME, "n-2")])
    assert [gap for gap in found if gap.record == "figure"] == []


def test_a_figure_of_another_range_is_changed_and_says_both() -> None:
    (gap,) = gaps([WIRE, nine(WIRE, "n-1")], [WIRE, nine(WIRE, "n-2", high="12")])
    assert (gap.which, gap.was, gap.now) == ("changed", "9", "9 to 12")


def test_the_same_words_twice_are_counted() -> None:
    found = gaps([WIRE, nine(WIRE, "n-1"), nine(WIRE, "n-2")], [WIRE, nine(WIRE, "n-3")])
    assert told(found) == [("figure", "lost")]


def test_a_verdict_of_another_kind_on_the_same_words_is_changed() -> None:
    old: list[Record] = [WIRE, POST, verdict(WIRE, "figure differs", "v-1")]
    new: list[Record] = [WIRE, POST, verdict(WIRE, "scope differs", "v-2")]
    (gap,) = gaps(old, new)
    assert (gap.record, gap.which, gap.about) == (
        "verdict",
        "changed",
        "Wire “Nine” against Post “Seven”",
    )


def test_a_quotation_given_to_another_speaker_is_changed() -> None:
    def said(name: str) -> Quotation:
        place = POST.span(0, 10)
        speaker = Speaker(name=name)
        return Quotation(
            id=f"q-{name}", place=place, manner="indirect", contents=(place,), speaker=speaker
        )

    (gap,) = gaps([POST, said("Ada Voss")], [POST, said("Jo Reed")])
    assert (gap.was, gap.now) == ("indirect, Ada Voss", "indirect, Jo Reed")


def test_a_decision_that_is_new_is_gained() -> None:
    decision = Decision(
        id="d-1", target="v-1", view="confirm", who="Ada", when="2031-05-04T10:00:00Z"
    )
    (gap,) = gaps([WIRE], [WIRE, decision])
    assert (gap.record, gap.which, gap.now) == ("decision", "gained", "confirm")
