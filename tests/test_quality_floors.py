"""Floors hold, and the gate that holds them cannot be talked into lowering one."""

from __future__ import annotations

import pytest

from quality import gate
from quality.gate import Ran
from quality.page import keys, page
from quality.score import SHARED, Score


def measured(value: float, key: str = "names.pairs.f1") -> Ran:
    return Ran("names", (Score(key=key, value=value, rows=40),), 1.0)


def test_a_number_below_its_floor_is_named() -> None:
    found = gate.shortfalls(measured(79.9), {"names": {"names.pairs.f1": 80.0}}, data_is_here=True)
    assert found == ["names.pairs.f1 is 79.90, below its floor 80.00"]


def test_a_number_at_its_floor_holds() -> None:
    kept = {"names": {"names.pairs.f1": 80.0}}
    assert gate.shortfalls(measured(80.0), kept, data_is_here=True) == []


def test_a_number_that_is_none_does_not_hold() -> None:
    kept = {"names": {"names.pairs.f1": 80.0}}
    assert gate.shortfalls(measured(float("nan")), kept, data_is_here=True) != []


def test_a_floor_that_is_no_longer_measured_does_not_hold() -> None:
    kept = {"names": {"names.gone": 80.0}}
    assert gate.shortfalls(measured(99.0), kept, data_is_here=True) != []
    assert gate.shortfalls(measured(99.0), kept, data_is_here=False) == []


def test_a_floor_is_raised_to_just_below_the_number() -> None:
    assert gate.raised({}, [measured(81.27)]) == {"names": {"names.pairs.f1": 80.8}}


def test_a_floor_never_rests_on_a_handful_of_rows_or_texts() -> None:
    few = Score(key="names.few", value=80.0, rows=29)
    narrow = Score(key="names.narrow", value=80.0, rows=400, texts=4)
    assert gate.raised({}, [Ran("names", (few, narrow), 1.0)]) == {}


def test_a_floor_is_never_lowered_or_dropped() -> None:
    kept = {"names": {"names.pairs.f1": 80.0, "names.other": 50.0}, "moments": {"moments.f1": 70.0}}
    assert gate.raised(kept, [measured(60.0)]) == kept


def test_every_floor_belongs_to_a_scorer() -> None:
    assert sorted(set(gate.floors()) - set(gate.scorers())) == []


@pytest.mark.model
@pytest.mark.shared
@pytest.mark.parametrize("scorer", sorted(gate.floors()))
def test_scores_hold_their_floors(scorer: str) -> None:
    ran = gate.run(scorer)
    if not ran.scores and not SHARED.exists():
        pytest.skip("the labelled data is not beside the checkout")
    assert gate.shortfalls(ran, gate.floors(), data_is_here=SHARED.exists()) == []


def test_the_page_keeps_the_sections_of_what_did_not_run() -> None:
    before = page([Ran("names", (Score(key="names.f1", value=80.0, rows=10),), 1.0)], {})
    both = page([Ran("moments", (Score(key="moments.f1", value=70.0, rows=5),), 1.0)], {}, before)
    assert keys(both) == ["moments.f1", "names.f1"]


def test_a_section_that_ran_anew_takes_the_place_of_the_old() -> None:
    before = page([measured(70.0)], {})
    assert page([measured(71.0)], {}, before).count("names.pairs.f1") == 1
    assert "71.0" in page([measured(71.0)], {}, before)
