"""Looking: which files of a watched place are new or changed, and whether they are whole yet.

Enters: paths, the time. Leaves: paths of files to read; none is opened here.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from variorum.read.inputs import find_sources
from variorum.settings import Settings

SETTLING = 1.0
"""Seconds for which size and times of a file must have stood still before it is read."""
_NS = 1_000_000_000


class Stamp(Struct, frozen=True):
    """What a file system says of a file: its bytes, and the nanoseconds of its last changes."""

    size: int
    modified: int
    touched: int


class Look(Struct, frozen=True):
    """The files that were found, and which of them are `ready`: changed since they were read, and whole."""

    found: Mapping[Path, Stamp]
    ready: frozenset[Path]
    waiting: bool
    moved: bool


class Lookout:
    """Remembers what was read from some paths, and what they held when it looked last."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths = paths
        self._last: Mapping[Path, Stamp] = {}
        self._read: Mapping[Path, Stamp] | None = None

    def there(self) -> list[Path]:
        """Return the paths that lead somewhere."""
        return [path for path in self.paths if os.path.lexists(path)]

    def look(self, now: float, settings: Settings) -> Look:
        """Look at all paths; UsageError where they hold more files than `settings` allow.

        A file is whole if its stamp is that of the last look, which was `SETTLING` or more ago, or older
        than that. The first look calls everything new: only contents tell what a ledger has.
        """
        found = _stamps(self.there(), settings)
        read = self._read or {}
        changed = {path for path, stamp in found.items() if stamp != read.get(path)}
        ready = frozenset(path for path in changed if self._whole(path, found[path], now))
        self._last = found
        moved = self._read is None or bool(ready) or not read.keys() <= found.keys()
        return Look(found, ready, len(ready) < len(changed), moved)

    def took(self, look: Look) -> None:
        """Remember that what was ready in a look has been read."""
        read = self._read or {}
        self._read = {
            path: stamp if path in look.ready else read[path]
            for path, stamp in look.found.items()
            if path in look.ready or path in read
        }

    def _whole(self, path: Path, stamp: Stamp, now: float) -> bool:
        latest = max(stamp.modified, stamp.touched)
        return stamp == self._last.get(path) or latest <= (now - SETTLING) * _NS


def _stamps(paths: Sequence[Path], settings: Settings) -> dict[Path, Stamp]:
    found = {}
    for source in find_sources(paths, settings):
        with suppress(OSError, ValueError):  # it vanished since it was listed
            status = source.path.stat(follow_symlinks=source.refused is None)
            found[source.path] = Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    return found
