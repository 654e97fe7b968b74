"""Placing: whole files only, and only where a file was asked for.

Enters: the name a file shall have. Leaves: the file, moved into place once it is on the disk.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from variorum.errors import UsageError


@contextmanager
def atomically(path: Path) -> Iterator[Path]:
    """Yield the name to write to; the file is moved to `path` when the block ends well.

    A reader never meets half a file, and what was at `path` stays as it was if the writing fails, as
    on a full disk (OSError that names `path`). The folder is made if it is missing.
    UsageError if something else than a file stands at `path`: nothing is written through a link.
    """
    mode = _mode(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name[:100]}.{token_hex(8)}.partial")
    try:
        os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        yield partial
        if mode is not None:
            partial.chmod(mode)
        _to_disk(partial)
        partial.replace(path)
        with suppress(OSError):  # some systems do not open folders; the file is in place
            _to_disk(path.parent)
    except OSError as error:
        raise OSError(error.errno, _reason(error), str(path)) from error
    finally:
        partial.unlink(missing_ok=True)


def _mode(path: Path) -> int | None:
    """Return who may read and write the file at `path`, ``None`` if there is none."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(found.st_mode):
        raise UsageError(
            f"{path} is a link, and nothing is written through links. Its target is unchanged. "
            "Name the file itself, or remove the link."
        )
    if not stat.S_ISREG(found.st_mode):
        what = "a folder" if stat.S_ISDIR(found.st_mode) else "not an ordinary file"
        raise UsageError(f"{path} is {what}. Name a file.")
    return stat.S_IMODE(found.st_mode)


def _to_disk(path: Path) -> None:
    """Wait until what was written would survive a loss of power."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _reason(error: OSError) -> str:
    return error.strerror or " ".join(str(error).split()) or "cannot be written"
