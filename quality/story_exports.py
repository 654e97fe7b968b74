"""Exports of the real stories: what a user gets, made by the command line and kept for the next run.

Enters: the name of a story under `shared/real_stories`. Leaves: a folder with the JSONL export of
its ledger and its brief (`brief.md`).

An export is kept outside the checkout under a fingerprint of the program, its libraries and the
accounts, so that it is made anew exactly when one of them has changed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from tempfile import TemporaryDirectory

import variorum
from quality.score import shared

KEPT = 24
"""States of the program whose exports are kept; the oldest go."""
BRIEF = "brief.md"
PROGRAM = Path(variorum.__file__).parent


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
    kept = _kept() / fingerprint() / _digest(_files(folder(story) / "accounts"))[:16]
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=kept.parent) as name:
            _export(story, Path(name))
            _move(Path(name) / "export", kept)
        _drop_old(_kept())
    return kept


def _move(made: Path, kept: Path) -> None:
    try:
        made.rename(kept)
    except OSError:
        if not kept.exists():  # another run was quicker, with the same files
            raise


def _export(story: str, work: Path) -> None:
    ledger, into = work / "ledger.variorum", work / "export"
    _variorum("collate", folder(story) / "accounts", "-o", ledger, "--workers", "1")
    _variorum("export", ledger, "--format", "jsonl", "--out", into)
    (into / BRIEF).write_bytes(_variorum("brief", ledger))


def _variorum(*arguments: str | Path) -> bytes:
    """Run the program that is installed with this Python; return what it prints."""
    command = [str(Path(sys.executable).with_name("variorum")), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603


@cache
def fingerprint() -> str:
    """Return what names this state of the program: its files and the libraries beside it."""
    libraries = sorted(f"{one.name} {one.version}" for one in distributions())
    return _digest([*_files(PROGRAM), "\n".join(libraries).encode()])[:16]


def _files(root: Path) -> Iterator[bytes]:
    for path in sorted(root.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield str(path.relative_to(root)).encode()
            yield path.read_bytes()


def _digest(parts: Iterable[bytes]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()


def _kept() -> Path:
    home = os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "variorum-quality"


def _drop_old(root: Path) -> None:
    states = sorted(root.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in states[KEPT:]:
        shutil.rmtree(path, ignore_errors=True)
