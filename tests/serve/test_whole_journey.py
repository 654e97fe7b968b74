"""The whole journey, from a folder of accounts to files: the promises that no single step can keep."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from variorum.engines.local import LocalEngine
from variorum.journey import collate
from variorum.keeping import STUDIED
from variorum.ledgers.memory import MemoryLedger
from variorum.ledgers.sqlite import SqliteLedger
from variorum.records import Account, Decision, Problem
from variorum.report.exporting import export
from variorum.seams import Ledger
from variorum.serve import cli
from variorum.settings import Settings

pytestmark = pytest.mark.model

STORIES = Path(cli.__file__).parents[1] / "stories"
DAM = sorted(path for path in (STORIES / "dam-rising-toll").iterdir() if path.is_file())
TOLD = (
    "Two people were hurt on Monday when a crane fell in Marrick, the mayor, Ada Voss, said.\n" * 3
)


def exported(ledger: Ledger, folder: Path) -> dict[str, bytes]:
    export(ledger, folder, "jsonl")
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def journey(paths: list[Path], ledger: Ledger, *, workers: int = 1) -> Ledger:
    with LocalEngine(workers, few=0) as engine:
        collate(paths, ledger, engine, settings=Settings(workers=workers))
    return ledger


@pytest.fixture(scope="module")
def straight(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The export of an undisturbed run."""
    return exported(journey(DAM, MemoryLedger()), tmp_path_factory.mktemp("straight"))


def test_every_kind_of_record_has_its_file(straight: Mapping[str, bytes]) -> None:
    wanted = "accounts alignments assertions borrowings checks entities events figures moments"
    wanted += " problems quotations verdicts"
    assert {f"{name}.jsonl" for name in wanted.split()} <= set(straight)


def test_the_order_of_accounts_changes_nothing(
    straight: Mapping[str, bytes], tmp_path: Path
) -> None:
    assert exported(journey(DAM[::-1], MemoryLedger()), tmp_path) == straight


def test_the_number_of_workers_and_the_kind_of_ledger_change_nothing(
    straight: Mapping[str, bytes], tmp_path: Path
) -> None:
    with SqliteLedger(tmp_path / "a.variorum") as ledger:
        assert exported(journey(DAM, ledger, workers=2), tmp_path / "out") == straight


def test_collating_twice_changes_nothing(straight: Mapping[str, bytes], tmp_path: Path) -> None:
    ledger = journey(DAM, journey(DAM, MemoryLedger()))
    assert exported(ledger, tmp_path) == straight


class StopsOnce(MemoryLedger):
    """A ledger that is interrupted after the first account has been studied."""

    stopped = False

    def keep_work(self, step: str, results: Mapping[str, bytes]) -> None:
        super().keep_work(step, results)
        if step == STUDIED and not self.stopped:
            self.stopped = True
            raise KeyboardInterrupt


def test_a_run_that_was_stopped_goes_on_and_ends_the_same(
    straight: Mapping[str, bytes], tmp_path: Path
) -> None:
    ledger = StopsOnce()
    with pytest.raises(KeyboardInterrupt):
        journey(DAM, ledger)
    assert exported(journey(DAM, ledger), tmp_path) == straight


def test_a_decision_survives_the_next_run() -> None:
    decision = Decision(id="d-1", target="v-1", view="confirm", who="Ada", when="2031-05-01")
    ledger = MemoryLedger()
    ledger.add([decision])
    journey(DAM[:2], ledger)
    assert list(ledger.read(Decision)) == [decision]


def test_no_step_opens_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a step opened a socket")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    journey(DAM[:2], MemoryLedger())


# --- from the command line ------------------------------------------------------------------------


def test_a_folder_becomes_a_ledger_beside_it_with_findings_and_a_page(
    run: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(STORIES / "dam-rising-toll", tmp_path / "dam")
    assert run("collate", tmp_path / "dam") == 0
    assert "differ" in capsys.readouterr().out
    assert run("report", tmp_path / "dam.variorum") == 0
    assert (tmp_path / "dam.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert run("brief", tmp_path / "dam.variorum") == 0
    assert capsys.readouterr().out.startswith("# ")


def test_an_empty_folder_is_one_clear_message(
    run: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert run("collate", tmp_path / "empty") == 2
    assert "No account could be read" in capsys.readouterr().err


def test_a_path_that_is_not_there_is_one_clear_message(
    run: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("collate", tmp_path / "nowhere") == 2
    assert "nowhere" in capsys.readouterr().err


BAD = {
    "empty.txt": b"",
    "spaces.txt": b" \n\n\t ",
    "binary.txt": bytes(range(256)) * 40,
    "picture.html": b"\x89PNG\r\n\x1a\n" + bytes(2000),
    "nested.html": b"<div>" * 50_000 + b"The dam held." + b"</div>" * 50_000,
    "broken.json": b'{"text": "The dam',
    "deep.json": b"[" * 100_000,
    "surrogate.json": b'{"text": "The dam \\ud800 held, the mayor said on Monday, for an hour."}',
    "line.txt": b"a" * 21_000_000,
    "brackets.txt": b"([{" * 20_000,
    "quotes.txt": "“‘".encode() * 20_000,
    "digits.txt": b"1,234.5 " * 5_000,
}


def test_bad_input_becomes_problems_and_the_rest_goes_on(
    run: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    for name, content in BAD.items():
        (folder / name).write_bytes(content)
    (folder / "good.txt").write_text(TOLD, encoding="utf-8")
    (folder / "latin.txt").write_bytes(TOLD.replace("Voss", "Grünewäld").encode("latin-1"))
    (folder / "twin.txt").write_text(TOLD, encoding="utf-8")
    assert run("collate", folder) == 0
    assert "Traceback" not in capsys.readouterr().err
    with SqliteLedger(tmp_path / "mixed.variorum", writable=False) as ledger:
        told = {Path(account.source).name for account in ledger.read(Account)}
        problems = {Path(problem.where).name for problem in ledger.read(Problem)}
    assert {"good.txt", "latin.txt"} <= told
    unheard = set(BAD) - told - problems
    assert unheard == set(), "neither an account nor a problem"
    assert "twin.txt" in problems


def test_a_folder_with_one_account_is_fine(run: Callable[..., int], tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "good.txt").write_text(TOLD, encoding="utf-8")
    assert run("collate", tmp_path / "one") == 0
    assert run("report", tmp_path / "one.variorum") == 0
    assert run("brief", tmp_path / "one.variorum") == 0


def test_an_account_that_was_edited_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "crane.txt"
    path.write_text(TOLD, encoding="utf-8")
    ledger = journey([path], MemoryLedger())
    path.write_text(TOLD.replace("Two", "Three"), encoding="utf-8")
    journey([path], ledger)
    assert [account.text for account in ledger.read(Account)] == [TOLD.replace("Two", "Three")]


def test_a_new_account_joins_those_that_were_read_before(tmp_path: Path) -> None:
    ledger = journey(DAM[1:2], journey(DAM[:1], MemoryLedger()))
    assert len(list(ledger.read(Account))) == 2


def test_accounts_of_other_stories_change_nothing_that_is_told_of_a_story(
    straight: Mapping[str, bytes], tmp_path: Path
) -> None:
    others = [path for name in ("kettle-recall", "final-whistle") for path in _accounts(name)]
    pooled = exported(journey([*DAM, *others], MemoryLedger()), tmp_path)
    for kind in ("events", "alignments", "verdicts", "borrowings", "checks", "findings"):
        lines = pooled[f"{kind}.jsonl"].splitlines()
        alone = straight[f"{kind}.jsonl"].splitlines()
        kept = set(alone)
        assert [line for line in lines if line in kept] == alone, kind


def _accounts(story: str) -> list[Path]:
    return sorted(path for path in (STORIES / story).iterdir() if path.is_file())


@pytest.mark.parametrize("given", [["--engine", "spark"], ["--master", "spark://desk:7077"]])
def test_a_cluster_is_asked_for_by_both_options(
    given: list[str], run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("collate", DAM[0], *given) == 2
    assert "--engine spark --master" in capsys.readouterr().err
