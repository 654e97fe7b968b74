"""A judge of one's own: named in settings, it is asked about each pair once, and held to the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

import variorum
from variorum.engines.local import LocalEngine
from variorum.journey import collate, forget
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Problem, Span, Verdict
from variorum.seams import Judgement, Ledger, PassageInContext, PassagePair
from variorum.settings import Settings
from variorum.stages.fingerprints import judging_step

pytestmark = pytest.mark.model


class Denials:
    """Says that two passages contradict each other where one of them alone has the word "not"."""

    fingerprint = "denials-1"
    costly = True
    asked: list[PassagePair] = []  # noqa: RUF012 a class is named in settings, and opened once

    def judge(self, pairs: Sequence[PassagePair]) -> list[Judgement | None]:
        self.asked.extend(pairs)
        return [self._judgement(pair) for pair in pairs]

    def _judgement(self, pair: PassagePair) -> Judgement | None:
        marks = tuple(mark for side in (pair.left, pair.right) for mark in self._denials(side))
        if len(marks) != 1:
            return None
        because = "One account denies what the other says."
        return Judgement(relation="contradicted", rule="denial", because=because, marks=marks)

    def _denials(self, side: PassageInContext) -> list[Span]:
        start = side.place.text.find(" not ") + 1 + side.place.start
        return [side.account.span(start, start + 3)] if start > side.place.start else []


class Misquotes(Denials):
    """Names words that do not stand where it says."""

    def _denials(self, side: PassageInContext) -> list[Span]:
        return [replace(mark, text="never") for mark in super()._denials(side)]


class FailsOnTheBridge(Denials):
    """Fails on whatever is said of the bridge."""

    def _judgement(self, pair: PassagePair) -> Judgement | None:
        if "bridge" in pair.left.place.text:
            raise ConnectionError("the line is dead")
        return super()._judgement(pair)


class Overlooks(Denials):
    """Gives one judgement too few."""

    def judge(self, pairs: Sequence[PassagePair]) -> list[Judgement | None]:
        return super().judge(pairs)[1:]


class OtherQuestion(Denials):
    """Says of all pairs that they answer two questions."""

    def _judgement(self, pair: PassagePair) -> Judgement | None:
        found = super()._judgement(pair)
        return None if found is None else replace(found, question="no")


TOLD = {
    "a": "The bridge at Vale did not fall on Monday.\n\nThe mayor of Vale opened the new school there.\n",
    "b": "The bridge at Vale did fall on Monday.\n\nThe mayor of Vale did not open the new school there.\n",
}


def write(folder: Path, told: dict[str, str]) -> Path:
    for name, text in told.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def collated(
    folder: Path, judge: type[Denials], ledger: MemoryLedger | None = None
) -> MemoryLedger:
    Denials.asked.clear()
    ledger = ledger or MemoryLedger()
    settings = Settings(workers=1, judge=f"{__name__}:{judge.__name__}")
    with LocalEngine(1) as engine:
        collate([folder], ledger, engine, settings=settings)
    return ledger


def judged(ledger: Ledger) -> list[tuple[str, str, list[str]]]:
    found = [v for v in ledger.read(Verdict) if v.rule in {"denial", "abstained"}]
    return sorted((v.kind, v.rule, [mark.text for mark in v.marks]) for v in found)


def reasons(ledger: MemoryLedger) -> list[str]:
    return [problem.reason for problem in ledger.read(Problem)]


def test_the_judge_on_the_page_of_extensions_judges(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (Path(__file__).parents[2] / "docs" / "extending.md").read_text("utf-8")
    (code,) = re.findall(r"```python\n(\"\"\"denials\.py.*?)```", page, re.DOTALL)
    folder = tmp_path_factory.mktemp("judges")
    (folder / "denials.py").write_text(code, encoding="utf-8")
    monkeypatch.syspath_prepend(folder)
    settings = Settings(judge="denials:Denials", workers=1)
    ledger = variorum.collate(write(tmp_path, TOLD), settings=settings)
    assert judged(ledger) == [("contradicted", "denial", ["not"])] * 2


def test_what_a_judge_says_stands_in_the_ledger_with_its_words(tmp_path: Path) -> None:
    ledger = collated(write(tmp_path, TOLD), Denials)
    assert judged(ledger) == [("contradicted", "denial", ["not"])] * 2
    assert reasons(ledger) == []


def test_a_judge_in_worker_processes_says_the_same_and_is_kept_the_same(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, apart = collated(write(tmp_path, TOLD), Denials), MemoryLedger()
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    settings = Settings(workers=2, judge=f"{__name__}:Denials")
    with LocalEngine(2, few=0) as engine:
        collate([tmp_path], apart, engine, settings=settings)
    assert judged(apart) == judged(here)
    step = judging_step(settings)
    assert apart.work(step) == here.work(step) != {}


def test_a_second_run_asks_a_costly_judge_nothing_and_finds_the_same(tmp_path: Path) -> None:
    ledger = collated(write(tmp_path, TOLD), Denials)
    before = list(ledger.read(Verdict))
    assert len(Denials.asked) == 2
    collated(tmp_path, Denials, ledger)
    assert Denials.asked == []
    assert list(ledger.read(Verdict)) == before


def test_a_further_account_is_asked_about_and_nothing_else(tmp_path: Path) -> None:
    ledger = collated(write(tmp_path, TOLD), Denials)
    write(tmp_path, {"c": TOLD["a"].replace("on Monday", "this Monday")})
    collated(tmp_path, Denials, ledger)
    names = [{p.left.account.source, p.right.account.source} for p in Denials.asked]
    assert names
    assert all(any(name.endswith("c.txt") for name in pair) for pair in names)


def test_judgements_on_an_account_that_is_gone_are_forgotten(tmp_path: Path) -> None:
    ledger = collated(write(tmp_path, TOLD), Denials)
    settings = Settings(workers=1, judge=f"{__name__}:Denials")
    assert len(ledger.work(judging_step(settings))) == 2
    (tmp_path / "b.txt").unlink()
    collated(tmp_path, Denials, ledger)
    with LocalEngine(1) as engine:
        assert len(forget(ledger, engine, settings=settings)) == 1
    assert ledger.work(judging_step(settings)) == {}


def test_words_that_are_not_there_cost_the_judgement_in_every_run(tmp_path: Path) -> None:
    ledger = collated(write(tmp_path, TOLD), Misquotes)
    assert judged(ledger) == [("unclear", "abstained", [])] * 2
    told = reasons(ledger)
    assert len(told) == 2
    assert all(one.endswith("its words are not at the place it gives: “never”") for one in told)
    collated(tmp_path, Misquotes, ledger)
    assert Denials.asked == []
    assert reasons(ledger) == told


def test_a_judge_that_fails_on_one_pair_is_heard_on_the_others(tmp_path: Path) -> None:
    ledger = collated(write(tmp_path, TOLD), FailsOnTheBridge)
    assert judged(ledger) == [("contradicted", "denial", ["not"]), ("unclear", "abstained", [])]
    (told,) = reasons(ledger)
    assert "the judge failed on them (ConnectionError: the line is dead)" in told


def test_a_judge_is_asked_again_about_what_it_failed_on(tmp_path: Path) -> None:
    ledger = collated(write(tmp_path, TOLD), FailsOnTheBridge)
    collated(tmp_path, FailsOnTheBridge, ledger)
    assert ["bridge" in pair.left.place.text for pair in Denials.asked] == [True]


def test_a_judge_that_gives_too_few_judgements_is_not_believed(tmp_path: Path) -> None:
    ledger = collated(write(tmp_path, TOLD), Overlooks)
    assert judged(ledger) == [("unclear", "abstained", [])] * 2
    assert all("(ValueError: 0 judgements of 1 pairs)" in told for told in reasons(ledger))


def test_of_two_questions_no_difference_is_told(tmp_path: Path) -> None:
    ledger = collated(write(tmp_path, TOLD), OtherQuestion)
    assert judged(ledger) == [("unclear", "denial", ["not"])] * 2
