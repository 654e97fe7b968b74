"""One more account costs its own study and the comparison of its own event, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pytest

from bench import synthetic
from tests.serve.rerun import exported
from variorum.engines.local import LocalEngine
from variorum.journey import collate
from variorum.ledgers.memory import MemoryLedger
from variorum.ledgers.sqlite import SqliteLedger
from variorum.seams import Ledger, Outcome, Stage
from variorum.settings import Settings

pytestmark = pytest.mark.model
TELLERS = 3
ACCOUNTS = 9


class CountingEngine:
    """An engine that counts the rows that each stage is given."""

    def __init__(self) -> None:
        self._engine = LocalEngine(1)
        self.rows: Counter[str] = Counter()

    def map(self, stage: Stage, table: pa.Table) -> Iterator[Outcome]:
        self.rows[stage.name] += len(table)
        return self._engine.map(stage, table)

    def group(self, stage: Stage, table: pa.Table, key: str) -> Iterator[Outcome]:
        self.rows[stage.name] += len(table)
        return self._engine.group(stage, table, key)

    def release(self) -> None:
        self._engine.release()

    def sql(self, query: str, tables: Mapping[str, pa.Table]) -> pa.Table:
        return self._engine.sql(query, tables)


def run(ledger: Ledger, *paths: Path) -> Counter[str]:
    """Collate in this process; return how many rows each stage was given."""
    engine = CountingEngine()
    collate(paths, ledger, engine, settings=Settings(workers=1))
    return engine.rows


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Three events of three accounts each."""
    folder = tmp_path_factory.mktemp("told")
    synthetic.write(folder, ACCOUNTS, tellers=TELLERS)
    return sorted(folder.iterdir())


def test_one_more_account_is_studied_and_compared_with_its_own_event_alone(
    told: list[Path], tmp_path: Path
) -> None:
    with SqliteLedger(tmp_path / "grown.variorum") as ledger:
        first = run(ledger, *told[:-1])
        assert (first["study"], first["compare"]) == (ACCOUNTS - 1, ACCOUNTS - 1)
        more = run(ledger, told[-1])
        assert (more["read"], more["study"], more["compare"]) == (1, 1, TELLERS)
        grown = exported(ledger, tmp_path / "grown")
    whole = MemoryLedger()
    run(whole, *told)
    assert exported(whole, tmp_path / "whole") == grown


def test_an_unchanged_run_studies_and_compares_nothing(told: list[Path]) -> None:
    ledger = MemoryLedger()
    run(ledger, *told)
    before = ledger.revision()
    again = run(ledger, *told)
    assert (again["read"], again["study"], again["compare"]) == (0, 0, 0)
    assert ledger.revision() == before


def test_an_edited_account_leaves_no_dossier_of_what_it_was(told: list[Path]) -> None:
    ledger = MemoryLedger()
    run(ledger, *told)
    text = told[0].read_text(encoding="utf-8")
    told[0].write_text(text + "\nNobody was hurt afterwards.\n", encoding="utf-8")
    again = run(ledger, *told)
    told[0].write_text(text, encoding="utf-8")
    assert (again["read"], again["study"]) == (1, 1)
    assert len(ledger.work("studied")) == ACCOUNTS


def test_other_settings_of_a_model_make_the_work_anew(
    told: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = MemoryLedger()
    run(ledger, *told[:3])
    monkeypatch.setattr("variorum.stages.fingerprints.digest_of", lambda *modules: "other")
    again = run(ledger, *told[:3])
    assert (again["study"], again["compare"]) == (3, 3)
