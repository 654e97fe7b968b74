"""Figures on an axis: positions by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from variorum.find.matter.material import material
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, Alignment, Figure, Reading, Record
from variorum.report.page.axes import Axis, Tick, axes

Range = tuple[str | None, str | None, str | None]


def drawn(*ranges: Range, most: int = 9) -> list[Axis]:
    """Return the axes of one count in which each account gives one (value, low, high)."""
    records: list[Record] = []
    readings = []
    for n, (value, low, high) in enumerate(ranges):
        account = Account(id=f"a-{n:03}", source=f"{n}.txt", text="some number")
        place = account.span(0, 4)
        figure = Figure(id=f"n-{n:03}", place=place, value=value, low=low, high=high)
        records += [account, figure]
        readings.append(Reading(account=account.id, statements=(figure.id,), places=(place,)))
    alignment = Alignment(
        id="al-1",
        event="ev-1",
        about="houses",
        readings=tuple(readings),
        verdict="figure differs",
    )
    ledger = MemoryLedger()
    ledger.add([*records, alignment])
    return axes(material(ledger), most=most)


def exact(value: str) -> Range:
    return value, value, value


def test_the_least_and_the_largest_stand_at_the_ends() -> None:
    (axis,) = drawn(exact("10"), exact("20"), exact("15"))
    assert [bar.left for bar in axis.bars] == [42.0, 180.0, 318.0]


def test_an_open_end_is_an_arrow_of_one_length() -> None:
    (axis,) = drawn(("10", "10", None), ("20", None, "20"))
    assert [(b.left, b.right, b.open_left, b.open_right) for b in axis.bars] == [
        (42.0, 72.0, False, True),
        (288.0, 318.0, True, False),
    ]


def test_a_range_that_states_no_number_is_drawn_between_its_ends() -> None:
    (axis,) = drawn((None, "10", "30"), exact("20"))
    assert (axis.bars[0].left, axis.bars[0].right) == (42.0, 318.0)


def test_the_same_number_as_a_bound_and_exact_stands_in_the_middle() -> None:
    (axis,) = drawn(exact("30"), ("30", "30", None))
    assert [bar.left for bar in axis.bars] == [180.0, 180.0]
    assert axis.ticks == (Tick(180.0, "30", "middle"),)


def test_magnitudes_are_shown_as_ratios() -> None:
    (axis,) = drawn(exact("10"), exact("1000"), exact("100"))
    assert axis.ratios
    assert [bar.left for bar in axis.bars] == [42.0, 180.0, 318.0]
    assert [tick.label for tick in axis.ticks] == ["10", "100", "1,000"]


def test_numbers_below_zero_are_never_shown_as_ratios() -> None:
    (axis,) = drawn(exact("-1"), exact("1000"))
    assert not axis.ratios


@pytest.mark.parametrize(
    ("number", "label"),
    [("1300000", "1,300,000"), ("6.50", "6.5"), ("1E+3", "1,000"), ("2E+300", "2.00E+300")],
)
def test_numbers_are_written_for_people(number: str, label: str) -> None:
    (axis,) = drawn(exact(number), exact(str(Decimal(number) * 2)))
    assert axis.ticks[0].label == label


def test_accounts_that_give_one_range_share_a_bar() -> None:
    (axis,) = drawn(exact("10"), exact("20"), exact("10"))
    assert [[p.account for p in bar.places] for bar in axis.bars] == [["a-000", "a-002"], ["a-001"]]


def test_a_count_of_one_range_is_not_drawn() -> None:
    assert drawn(exact("10"), exact("10")) == []


def test_what_is_not_drawn_is_counted() -> None:
    (axis,) = drawn(*(exact(str(n)) for n in range(1, 20)))
    assert (len(axis.bars), axis.more) == (16, 3)


@pytest.mark.parametrize("numbers", [("0", "1"), ("1", "9E+900"), ("-5", "5"), ("0.001", "0.002")])
def test_all_positions_lie_on_the_drawing(numbers: tuple[str, str]) -> None:
    (axis,) = drawn((numbers[0], None, numbers[0]), (numbers[1], numbers[1], None))
    assert all(0 <= bar.left <= bar.right <= 360 for bar in axis.bars)
