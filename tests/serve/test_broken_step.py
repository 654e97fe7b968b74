"""A step that fails on all accounts at once says so in words, and what was read is kept."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from variorum.errors import TRACEBACK
from variorum.keeping import STUDIED
from variorum.ledgers.sqlite import SqliteLedger
from variorum.records import Finding, Problem, Verdict
from variorum.serve import cli

pytestmark = pytest.mark.model

TOLD = {
    "1.txt": "The bridge at Vale fell on Monday. Mayor Ada Voss said nine people were hurt.\n",
    "2.txt": "The bridge at Vale fell on Monday. Mayor Ada Voss said twelve people were hurt.\n",
}


def fails(*_: object, **__: object) -> None:
    raise KeyError("vale\nbridge")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "vale"
    made.mkdir()
    for name, text in TOLD.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["variorum", "collate", str(folder), "--workers", "1"])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
        raise SystemExit(0)
    return int(stopped.value.code or 0)


def test_a_step_that_fails_is_told_in_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(TRACEBACK, raising=False)
    monkeypatch.setattr("variorum.journey.link", fails)
    assert run(folder, monkeypatch) == 2
    said = capsys.readouterr().err
    assert "The step “link” failed (KeyError: 'vale\\nbridge')" in said
    assert "The ledger keeps everything that was read" in said
    assert "Traceback" not in said


def test_the_traceback_is_printed_when_asked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(TRACEBACK, "1")
    monkeypatch.setattr("variorum.journey.link", fails)
    assert run(folder, monkeypatch) == 2
    assert "in fails" in capsys.readouterr().err


def test_what_was_studied_before_a_step_failed_is_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as planted:
        planted.setattr("variorum.journey.link", fails)
        run(folder, planted)
    with SqliteLedger(folder.with_suffix(".variorum")) as ledger:
        assert len(ledger.work(STUDIED)) == len(TOLD)


def test_findings_that_fail_are_a_problem_and_what_was_compared_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("variorum.stages.comparing.findings", fails)
    assert run(folder, monkeypatch) == 0
    with SqliteLedger(folder.with_suffix(".variorum")) as ledger:
        assert list(ledger.read(Finding)) == []
        assert list(ledger.read(Verdict)) != []
        (problem,) = [p for p in ledger.read(Problem) if p.step == "find"]
    assert "no findings could be made from these accounts (KeyError: 'vale" in problem.reason
    assert "1.txt" in problem.where
    assert "2.txt" in problem.where


def test_what_an_earlier_run_found_outlasts_a_step_that_fails(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder.with_suffix(".variorum")
    assert run(folder, monkeypatch) == 0
    with SqliteLedger(path) as ledger:
        before = [found.id for found in ledger.read(Finding)]
    assert before != []
    (folder / "3.txt").write_text("The bridge at Vale fell on Monday.\n", encoding="utf-8")
    monkeypatch.setattr("variorum.journey.link", fails)
    assert run(folder, monkeypatch) == 2
    with SqliteLedger(path) as ledger:
        assert [found.id for found in ledger.read(Finding)] == before


@pytest.mark.parametrize(
    ("command", "broken"),
    [
        (["report"], "variorum.report.page.building.page"),
        (["export", "--format", "jsonl", "--out", "kept"], "variorum.report.exporting.export"),
    ],
)
def test_a_command_that_fails_is_told_in_words(
    command: list[str],
    broken: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(folder, monkeypatch) == 0
    monkeypatch.delenv(TRACEBACK, raising=False)
    monkeypatch.setattr(broken, fails)
    monkeypatch.chdir(folder.parent)
    location = str(folder.with_suffix(".variorum"))
    monkeypatch.setattr(sys, "argv", ["variorum", command[0], location, *command[1:]])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 2
    said = capsys.readouterr().err
    assert "The command failed (KeyError: 'vale\\nbridge'). This is a bug in Variorum" in said
    assert "Traceback" not in said
