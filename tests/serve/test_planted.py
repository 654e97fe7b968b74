"""A folder of accounts is read, whatever it is called and whatever lies in it; none of it is run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from variorum.backends.engine_local import FEW

PLANTED = ("copyreg", "json", "sitecustomize", "usercustomize", "numpy", "spacy", "variorum")
COMMAND = Path(sys.executable).with_name("variorum")


@pytest.mark.model
def test_collating_the_folder_one_stands_in_runs_no_module_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "accounts"
    folder.mkdir()
    for number in range(FEW + 2):
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
