"""The command line: what a person types, sees, and is told when something is amiss."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from variorum.errors import UsageError
from variorum.ledgers.sqlite import SqliteLedger
from variorum.records import Account, Finding, Problem, Span
from variorum.serve.commands.collate import default_ledger

Run = Callable[..., int]


def finding(number: int, weight: float) -> Finding:
    words = "at least nine" if number % 2 else "seven\n  people"
    return Finding(
        id=f"n-{number:02}",
        kind="figure differs",
        text=f"Two readings of the toll, number {number}.",
        because="The readings differ.",
        weight=weight,
        places=(Span("a-1", 0, len(words), words),),
    )


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "flood.variorum"
    with SqliteLedger(path) as opened:
        opened.add([Account(id="a-1", source="wire.txt", text="…", outlet="Valley Wire")])
        opened.add(finding(number, weight=number / 100) for number in range(20))
        opened.add([Problem(where="menu.html", step="read", reason="It has no text.")])
    return path


def test_findings_are_shown_most_telling_first(
    run: Run, ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("show", ledger) == 0
    shown = capsys.readouterr().out
    assert shown.index("number 19.") < shown.index("number 18.") < shown.index("number 5.")
    assert "number 4." not in shown
    assert "5 more" in shown


def test_a_finding_is_shown_with_the_words_it_rests_on_and_their_source(
    run: Run, ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("show", ledger)
    assert "Valley Wire  “seven people”" in capsys.readouterr().out


def test_problems_are_shown(run: Run, ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("show", ledger)
    assert "menu.html: It has no text. (read)" in capsys.readouterr().out


def test_all_findings_are_shown_when_asked(
    run: Run, ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("show", ledger, "--all")
    assert "number 0." in capsys.readouterr().out


def test_json_has_one_finding_a_line(
    run: Run, ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("show", ledger, "--json")
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in rows[:2]] == ["n-19", "n-18"]
    assert len(rows) == 20


def test_a_missing_ledger_is_one_clear_message(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("show", tmp_path / "none.variorum") == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "no ledger at" in shown.err
    assert "Traceback" not in shown.err


def test_a_file_that_cannot_be_written_is_one_clear_message(
    run: Run,
    ledger: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(
        "variorum.report.page.building.page", lambda opened: "<html>", raising=False
    )
    assert run("report", ledger, "-o", ledger.parent) == 2
    assert f"{ledger.parent} is a folder. Name a file." in capsys.readouterr().err


def test_a_page_stands_beside_its_ledger(
    run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "variorum.report.page.building.page", lambda opened: "<html>", raising=False
    )
    assert run("report", ledger) == 0
    assert (ledger.parent / "flood.html").read_text() == "<html>"


def test_the_ledger_stands_beside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "flood.2031").mkdir()
    assert default_ledger([tmp_path / "flood.2031"]) == tmp_path / "flood.2031.variorum"


def test_the_ledger_of_one_file_is_named_after_it(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").touch()
    assert default_ledger([tmp_path / "wire.txt"]) == tmp_path / "wire.variorum"


def test_several_paths_need_a_name_for_the_ledger() -> None:
    with pytest.raises(UsageError, match="-o"):
        default_ledger([Path("a"), Path("b")])


def test_a_stopped_run_says_how_to_go_on(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("variorum.serve.console.opening.run_journey", stopped)
    assert run("collate", tmp_path, "-o", tmp_path / "a.variorum") == 130
    assert "Run the same command again to continue" in capsys.readouterr().err


def test_the_version_is_printed(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out.startswith("variorum 0.")


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from variorum.serve import cli\n"
        "print(*{'spacy', 'numpy', 'duckdb', 'pyarrow', 'onnxruntime', 'rich'} & {*sys.modules})"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert found.stdout.strip() == ""


def test_a_closed_pipe_is_no_error(ledger: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-c", "from variorum.serve.cli import main; main()", "show"]
    shown = subprocess.run(  # noqa: S603
        [*command, str(ledger)], check=False, stdout=writing, stderr=subprocess.PIPE
    )
    os.close(writing)
    assert b"Traceback" not in shown.stderr


def test_why_prints_the_ground_and_the_words(
    run: Run, ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("why", ledger, "1") == 0
    shown = capsys.readouterr().out
    assert "because: The readings differ." in shown
    assert "  Valley Wire: “at least nine”" in shown


def test_why_prints_json_for_other_programs(
    run: Run, ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("why", ledger, "n-03", "--json") == 0
    assert json.loads(capsys.readouterr().out)["id"] == "n-03"


def test_why_says_that_a_record_is_not_there(
    run: Run, ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("why", ledger, "v-none") == 2
    assert "no record v-none" in capsys.readouterr().err
