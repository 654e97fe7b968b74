"""Filing: text of a standard's file, put in place whole.

Enters: a path and pieces of text. Leaves: the file as UTF-8, in a list as writers return it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from variorum.report.placing import atomically


def filed(path: Path, body: Iterable[str]) -> list[Path]:
    """Write the pieces one after another; return the file."""
    with atomically(path) as partial, partial.open("wb") as file:
        file.writelines(piece.encode("utf-8") for piece in body)
    return [path]
