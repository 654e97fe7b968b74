"""Inputs: the files that a person names, in an order that does not depend on how they did.

Enters: paths as given, `Settings`. Leaves: `Source`s sorted by name; nothing is opened here.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from variorum.errors import UsageError
from variorum.settings import Settings

LEDGER_ENDINGS = (".variorum", ".variorum-wal", ".variorum-shm", ".variorum.warc.gz")
"""Variorum's own ledgers, and the responses kept beside them, may lie in the folder they were made from."""


class Slice(Struct, frozen=True):
    """A part of a file: its first byte, and how many it has."""

    start: int
    length: int


class Source(Struct, frozen=True):
    r"""One file: its `name` as given ("folder/file.txt") and the `path` to open.

    Bytes of a name that are no text stand in `name` as their number: "caf\xe9.txt".

    `refused` says why the file must not be opened (a link that leads out of its folder, a
    folder that cannot be listed); such a
    source still travels, so that it becomes a `Problem` instead of vanishing.

    One that `is_address` has the address as its name, and the `part` of the archive at `path` where its
    response is kept; the `note` says what was wrong with it all the same.
    """

    name: str
    path: Path
    refused: str | None = None
    part: Slice | None = None
    note: str | None = None
    is_address: bool = False


def find_sources(paths: Sequence[Path | Source], settings: Settings) -> tuple[Source, ...]:
    """Return every file under `paths`, and the sources among them, sorted by name, each name once.

    Folders are walked to the bottom; hidden files and folders and Variorum's own ledgers are
    left out, unless named as a path themselves. A path that does not exist becomes a source all
    the same and fails when it is read. UsageError above `settings.max_sources` files.
    """
    found: dict[str, Source] = {}
    for path in paths:
        for source in _walk(path) if isinstance(path, Path) else [path]:
            _add(found, source)
            if len(found) > settings.max_sources:
                raise UsageError(
                    f"more than {settings.max_sources} files were found under {path}; "
                    "name a smaller folder, or raise max_sources"
                )
    return tuple(found[name] for name in sorted(found))


def _add(found: dict[str, Source], source: Source) -> None:
    """Keep a source once, under a name that no other file looks like."""
    name = source.name
    while found.setdefault(name, replace(source, name=name)).path != source.path:
        name += "'"


def name_of(path: Path) -> str:
    """Return a path as text that can be kept and printed in any encoding of Unicode."""
    return _NO_TEXT.sub(_number, path.as_posix())


_NO_TEXT = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair: what Python makes of a byte in a name that is not UTF-8 (PEP 383)."""


def _number(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"


def _walk(path: Path) -> Iterator[Source]:
    if not path.is_dir():
        yield Source(name_of(path), path)
        return
    root = path.resolve()
    closed: list[OSError] = []
    for folder, folders, files in os.walk(path, onerror=closed.append, followlinks=False):
        linked = [name for name in folders if (Path(folder) / name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted([*files, *linked]):
            if not name.startswith(".") and not name.endswith(LEDGER_ENDINGS):
                yield _within_folder(Path(folder) / name, root)
    for error in closed:
        yield _unlisted(Path(error.filename or path), error)


def _unlisted(folder: Path, error: OSError) -> Source:
    reason = error.strerror or error.__class__.__name__
    told = f"the folder cannot be listed ({reason}); allow reading it, or copy its files elsewhere"
    return Source(name_of(folder), folder, told)


def _within_folder(path: Path, root: Path) -> Source:
    """Refuse links that leave the folder, lead in circles, or stand for a whole folder."""
    if not path.is_symlink():
        return Source(name_of(path), path)
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return Source(name_of(path), path, "the link leads nowhere; name the file itself")
    if not target.is_relative_to(root):
        return Source(name_of(path), path, "the link leads out of its folder; copy the file in")
    if target.is_dir():
        return Source(name_of(path), path, "the link points to a folder; name the folder itself")
    return Source(name_of(path), path)
