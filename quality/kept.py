"""Kept: a folder outside the checkout for what one state of the program made.

Enters: nothing. Leaves: a folder named by a fingerprint of the program's files and of the libraries
beside it. What is in it was made by the program as it is now; another state has another folder.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

import variorum

MOST = 24
"""States that are kept; the oldest go."""
PROGRAM = Path(variorum.__file__).parent


class ChangedError(RuntimeError):
    """The program was changed while it was measured: what it made is of no one state."""


@cache
def state() -> Path:
    """Return the folder of this state of the program; made if it is not there."""
    _drop_old(_root())
    folder = _root() / fingerprint()
    folder.mkdir(parents=True, exist_ok=True)
    folder.touch()
    return folder


def fingerprint() -> str:
    """Return what names the program as it is now, and the libraries beside it."""
    libraries = sorted(f"{one.name} {one.version}" for one in distributions())
    return digest([*files(PROGRAM), "\n".join(libraries).encode()])[:16]


def still(made: Path) -> Path:
    """Return what was made, if the program is still in the state it was in; else `ChangedError`."""
    if fingerprint() != state().name:
        raise ChangedError(f"{PROGRAM} was changed meanwhile: run again")
    return made


def keep(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    aside.write_bytes(content)
    aside.replace(path)


def files(root: Path) -> Iterator[bytes]:
    """Yield the name and the bytes of every file in a folder, in order; no compiled ones."""
    for path in sorted(root.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield str(path.relative_to(root)).encode()
            yield path.read_bytes()


def digest(parts: Iterable[bytes]) -> str:
    """Return the hash of some parts in their order."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()


def _root() -> Path:
    home = os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "variorum-quality"


def _drop_old(root: Path) -> None:
    if root.exists():
        states = sorted(root.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in states[MOST:]:
            shutil.rmtree(path, ignore_errors=True)
