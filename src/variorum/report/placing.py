"""Placing: whole files only.

Enters: the name a file shall have. Leaves: the file, moved into place once it is complete.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Yield the name to write to; the file is moved to `path` when the block ends well.

    A reader never meets half a file, and what was at `path` stays if the writing fails. The
    folder is made if it is missing.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.partial")
    try:
        yield partial
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
