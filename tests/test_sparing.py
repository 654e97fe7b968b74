"""What a step fails on is set aside and said; the rest, and every account, is kept."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.factory import account as make_account
from tests.strategies import nonsense
from variorum.annotations import Annotation
from variorum.engines.local import LocalEngine
from variorum.extract import extraction
from variorum.extract.extraction import statements
from variorum.extract.moments.extraction import moments
from variorum.journey import collate
from variorum.judge.verdicts import judge
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, Moment, Problem, Verdict
from variorum.settings import Settings
from variorum.sparing import MOST_SET_ASIDE, Fault, Sentences, spared
from variorum.stages import comparing, studying

BAD = 7


def whole(parts: Sequence[int]) -> list[int]:
    """A step that fails on a number."""
    if BAD in parts:
        raise KeyError("seven is not welcome\nsecond line")
    return [10 * part for part in parts]


def test_the_part_a_step_fails_on_is_set_aside_and_the_rest_is_kept() -> None:
    made, faults = spared(whole, [1, 2, 7, 3])
    assert made == (10, 20, 30)
    assert faults == (Fault((7,), "KeyError: 'seven is not welcome\\nsecond line'"),)


def test_nothing_reaches_over_what_is_set_aside() -> None:
    def leaning(parts: Sequence[int]) -> list[tuple[int, int]]:
        whole(parts)
        return list(pairwise(parts))

    made, _ = spared(leaning, [1, 2, 7, 3, 4])
    assert made == ((1, 2), (3, 4))


def test_a_step_that_fails_without_any_part_is_lost_as_a_whole_and_said_once() -> None:
    def broken(parts: Sequence[int]) -> list[int]:
        raise ValueError(f"{len(parts)} parts")

    assert spared(broken, [1, 2, 3]) == ((), (Fault((1, 2, 3), "ValueError: 3 parts"),))


@pytest.mark.parametrize("error", [MemoryError, OSError, ImportError, KeyboardInterrupt])
def test_what_is_amiss_with_the_machine_is_not_spared(error: type[BaseException]) -> None:
    def starved(parts: Sequence[int]) -> list[int]:
        raise error

    with pytest.raises(error):
        spared(starved, [1])


@given(st.lists(st.sampled_from([1, 2, 3, BAD]), max_size=40))
def test_every_part_is_read_or_set_aside(parts: list[int]) -> None:
    made, faults = spared(whole, parts)
    aside = [part for fault in faults for part in fault.parts]
    assert len(made) + len(aside) == len(parts)
    if parts.count(BAD) < MOST_SET_ASIDE:
        assert made == tuple(10 * part for part in parts if part != BAD)
        assert aside == [BAD] * parts.count(BAD)
    else:
        assert len(faults) == MOST_SET_ASIDE


# --- an account's sentences -------------------------------------------------------------------------

TOLD = "It began on 3 May 2031.\nZorn came on 4 May 2031.\nIt ended two days later."


def a_sentence_a_line(account: Account) -> Annotation:
    """Return an annotation whose sentences are lines, and whose words are of no kind."""
    made = nonsense(account, Random(1))  # noqa: S311
    plain = [
        replace(token, word_class="other", form="other", relation="other") for token in made.tokens
    ]
    return replace(made, tokens=tuple(plain))


def fails_on_zorn(account: Account, annotation: Annotation) -> tuple[Moment, ...]:
    if any("Zorn" in account.text[s.start : s.end] for s in annotation.sentences):
        raise ValueError("tuple.index(x): x not in tuple")
    return READS(account, annotation)


READS = moments


def test_a_sentence_that_moments_fail_on_loses_its_moments_and_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(extraction, "moments", fails_on_zorn)
    account = make_account(TOLD, source="wire.txt")
    sparing = Sentences(account)
    found = statements(account, a_sentence_a_line(account), sparing).moments
    assert [(m.place.text, m.earliest) for m in found] == [
        ("3 May 2031", "2031-05-03"),
        ("two days later", None),  # two days after what is not known: the sentence between is lost
    ]
    (problem,) = sparing.problems
    assert (problem.where, problem.step) == ("wire.txt", "study")
    assert problem.reason == (
        "the moments of a sentence could not be read and are left out "
        "(ValueError: tuple.index(x): x not in tuple): "
        "characters 24 to 48, “Zorn came on 4 May 2031.”"
    )


def test_without_sparing_an_error_of_a_reading_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "moments", fails_on_zorn)
    account = make_account(TOLD)
    with pytest.raises(ValueError, match="not in tuple"):
        statements(account, a_sentence_a_line(account))


# --- the journey ------------------------------------------------------------------------------------


def collated(folder: Path) -> MemoryLedger:
    ledger = MemoryLedger()
    with LocalEngine(1) as engine:
        collate([folder], ledger, engine, settings=Settings(workers=1))
    return ledger


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    told = "The bridge at Vale fell on 3 May 2031, and {} people were hurt, Mayor Ada Voss said.\n"
    for name, count in (("a", "nine"), ("b", "twelve")):
        (tmp_path / f"{name}.txt").write_text(told.format(count) + "Zorn came on 4 May 2031.\n")
    return tmp_path


@pytest.mark.model
def test_an_account_that_cannot_be_studied_at_all_is_kept_and_the_ledger_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed = studying.annotate  # type: ignore[attr-defined]

    def fails(account: Account, parser: object) -> Annotation:
        if account.source.endswith("b.txt"):
            raise KeyError("Vale")
        return parsed(account, parser)  # type: ignore[arg-type]

    monkeypatch.setattr(studying, "annotate", fails)
    ledger = collated(folder)
    assert [Path(a.source).name for a in ledger.read(Account)] == ["a.txt", "b.txt"]
    (problem,) = ledger.read(Problem)
    assert Path(problem.where).name == "b.txt"
    assert problem.reason == (
        "none of its statements could be read (KeyError: 'Vale'); it is kept but not compared"
    )


@pytest.mark.model
def test_a_place_that_cannot_be_judged_is_left_out_and_the_others_are_judged(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judging = judge  # type: ignore[attr-defined]

    def fails(aligned: Sequence[object], *known: object) -> object:
        if any("Zorn" in str(place) for place in aligned):
            raise IndexError("no such word")
        return judging(aligned, *known)  # type: ignore[arg-type]

    monkeypatch.setattr(comparing, "judge", fails)
    ledger = collated(folder)
    assert any("nine" in v.left.text for v in ledger.read(Verdict))
    told = [p for p in ledger.read(Problem) if p.step == "compare"]
    assert told
    assert all("left out (IndexError: no such word)" in p.reason for p in told)
    assert all("Zorn" in p.reason for p in told)


@pytest.mark.model
def test_figures_that_cannot_be_set_against_each_other_cost_the_event_no_other_verdict(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> object:
        raise TypeError("no such unit")

    monkeypatch.setattr(comparing, "counts", fails)
    ledger = collated(folder)
    assert list(ledger.read(Verdict))
    (problem,) = (p for p in ledger.read(Problem) if p.step == "compare")
    assert problem.reason.endswith("could not be compared (TypeError: no such unit)")


@pytest.mark.model
@pytest.mark.parametrize(("accounts", "told"), [(12, False), (13, True)])
def test_pairs_that_a_crowded_place_leaves_uncompared_are_counted(
    accounts: int, told: bool, tmp_path: Path
) -> None:
    for number in range(accounts):
        text = f"The bridge at Vale fell on Monday. Mayor Ada Voss said {number + 20} people were hurt.\n"
        (tmp_path / f"{number:02}.txt").write_text(text, encoding="utf-8")
    problems = [one.reason for one in collated(tmp_path).read(Problem) if one.step == "compare"]
    assert any("only pairs with the first were considered" in reason for reason in problems) is told
