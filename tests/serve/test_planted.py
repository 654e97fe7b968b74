"""A folder of accounts is read, whatever it is called and whatever lies in it; none of it is run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from variorum.engines.local import MOST_IN_PROCESS
from variorum.report.exporting import FORMATS
from variorum.serve import cli

PLANTED = ("copyreg", "json", "sitecustomize", "usercustomize", "numpy", "spacy", "variorum")
COMMAND = Path(sys.executable).with_name("variorum")


@pytest.mark.model
def test_collating_the_folder_one_stands_in_runs_no_module_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "accounts"
    folder.mkdir()
    for number in range(MOST_IN_PROCESS + 2):
        (folder / f"{number:02}.txt").write_text(
            f"The bridge at Vale fell on Monday. Mayor Ada Voss said {number + 3} people were hurt."
        )
    for name in PLANTED:
        mark = tmp_path / f"{name}-ran"
        (folder / f"{name}.py").write_text(f"open({str(mark)!r}, 'a')\n")
    done = subprocess.run(  # noqa: S603
        [COMMAND, "collate", ".", "--workers", "2"],
        cwd=folder, capture_output=True, text=True, check=False,
        timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in tmp_path.glob("*-ran")) == []


# --- names of files and folders ---------------------------------------------------------------------

NO_TEXT = b"caf\xe9\xff"
OBEYED = "ev\x1b[31mil\u202e\x07"
Run = Callable[..., str]


@pytest.fixture(params=[NO_TEXT, OBEYED.encode()], ids=["no text", "controls"])
def named(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder of two accounts with a name that is hard to print; so are the files' names."""
    folder = tmp_path / os.fsdecode(request.param)
    try:
        folder.mkdir()
        for number, count in (("1", "nine"), ("2", "twelve")):
            told = f"The bridge at Vale fell. Mayor Ada Voss said “{count} people were hurt”.\n"
            (folder / f"{number}-{folder.name}.txt").write_text(told, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs the command line and gives what it printed."""

    def run(*arguments: object) -> str:
        monkeypatch.setattr(sys, "argv", ["variorum", *map(str, arguments)])
        with pytest.raises(SystemExit) as stopped:
            cli.main()
            raise SystemExit(0)
        printed = "".join(capfd.readouterr())
        assert stopped.value.code in (0, None), printed
        return printed

    return run


@pytest.mark.model
def test_no_name_of_a_file_or_folder_stops_a_command_or_is_obeyed(named: Path, run: Run) -> None:
    ledger, out = f"{named}.variorum", named.parent / f"{named.name}-out"
    one, two = sorted(named.iterdir())
    printed = run("collate", named) + run("show", ledger, "--json") + run("brief", ledger)
    printed += run("report", ledger) + run("figures", ledger) + run("stemma", ledger)
    printed += run("check", one, "--against", two, "--said-by", "Ada Voss")
    for name in FORMATS:
        printed += run("export", ledger, "--format", name, "--out", out)
    assert "nine" in printed
    assert not {"\x1b", "\x07", "\u202e"}.intersection(printed)
    exported = b"".join(path.read_bytes() for path in sorted(out.glob("*.jsonl")))
    assert '"source":' in exported.decode("utf-8")
