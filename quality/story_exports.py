"""Exports of the real stories: what a user gets, made by the command line and kept for the next run.

Enters: the name of a story under `shared/real_stories`. Leaves: a folder with the JSONL export of
its ledger and its brief (`brief.md`).

An export is kept until the program, its libraries or the accounts change (`quality.kept`).
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from quality.kept import digest, files, state, still
from quality.score import shared

BRIEF = "brief.md"


def folder(story: str) -> Path:
    """Return the folder of a real story."""
    root = shared("real_stories")
    if root is None:
        raise FileNotFoundError("the real stories are not beside the checkout")
    return root / story


def names() -> list[str]:
    """Return the names of the real stories, none where they are not beside the checkout."""
    root = shared("real_stories")
    return [] if root is None else sorted(p.parent.name for p in root.glob("*/accounts"))


def exported(story: str) -> Path:
    """Return the folder of a story's export, made by the program as it is now."""
    kept = state() / digest(files(folder(story) / "accounts"))[:16]
    if not kept.exists():
        with TemporaryDirectory(dir=state()) as name:
            _export(story, Path(name))
            _move(still(Path(name) / "export"), kept)
    return kept


def _move(made: Path, kept: Path) -> None:
    try:
        made.rename(kept)
    except OSError:
        if not kept.exists():  # another run was quicker, with the same files
            raise


def _export(story: str, work: Path) -> None:
    ledger, into = work / "ledger.variorum", work / "export"
    run(sys.executable, "-m", "quality.left_out", story, folder(story) / "accounts", "-o", ledger)
    variorum("export", ledger, "--format", "jsonl", "--out", into)
    (into / BRIEF).write_bytes(variorum("brief", ledger))


def variorum(*arguments: str | Path) -> bytes:
    """Run the program that is installed with this Python; return what it prints."""
    return run(str(Path(sys.executable).with_name("variorum")), *arguments)


def run(*command: str | Path) -> bytes:
    """Run a program; return what it prints, CalledProcessError where it fails."""
    return subprocess.run([*map(str, command)], check=True, capture_output=True).stdout  # noqa: S603


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the lines of a JSON Lines file, none where it is not there."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [json.loads(line) for line in lines if line.strip()]
