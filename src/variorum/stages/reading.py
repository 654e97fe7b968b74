"""Reading: the stage that makes accounts of sources, each within its time.

Enters: rows made by `source_row`. Leaves: rows of `Account`s and `Problem`s.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final, cast

import msgspec

from variorum.engines.time_limit import TimeLimited, may_be_timed
from variorum.read.ingestion import Read, read_source
from variorum.read.inputs import Slice, Source
from variorum.read.readers import format_of
from variorum.records import Account, Problem
from variorum.seams import Outcome, Stage
from variorum.settings import Settings
from variorum.stages import opening
from variorum.stages.rows import RECORD_COLUMNS, Row, record_row

SMALL_SOURCE: Final = 64_000
"""A source of at most so many bytes is read at once: no page so small takes long."""
FIRST_BYTES: Final = 1_024
"""By so many a format tells itself whose reader is kept apart."""
MOST_MEMORY: Final = 3_000_000_000
"""Bytes that a process may take that reads one source: 50 kB of a PDF can ask for 4 GB."""
MEGABYTE: Final = 1_000_000
NO_LIMIT_S: Final = 1_000_000
"""Eleven days: what `max_seconds` of 0 means where a source is read in a process of its own."""
_TOO_LONG = "save only the article, or its text as plain text, or raise max_seconds"


def read_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """Read sources: rows of `id` (a name) and the rest of `source_row` to accounts, problems."""
    for row in rows:
        settings = msgspec.json.decode(cast(bytes, row["settings"]), type=Settings)
        source = _source_of(row)
        accounts, problems = _read_in_time(source, settings)
        if not accounts and not problems:
            problems = (Problem(where=source.name, step="read", reason="holds no account"),)
        yield from (record_row(source.name, record) for record in (*accounts, *problems))


def source_row(source: Source, settings: bytes) -> Row:
    """Return a source as a row for `read_rows`; a path may hold bytes that are no text."""
    part = None if source.part is None else [source.part.start, source.part.length]
    return {
        "id": source.name,
        "path": os.fsencode(source.path),
        "refused": source.refused,
        "part": part,
        "note": source.note,
        "settings": settings,
    }


def _source_of(row: Row) -> Source:
    refused, part, note = (row.get(name) for name in ("refused", "part", "note"))
    return Source(
        name=str(row["id"]),
        path=Path(os.fsdecode(cast(bytes, row["path"]))),
        refused=None if refused is None else str(refused),
        part=None if part is None else Slice(*cast("list[int]", part)),
        note=None if note is None else str(note),
    )


def read_of(outcome: Outcome) -> Iterator[tuple[str, Account | Problem]]:
    """Yield what came of `READ`, each with the name of its source; a source that was lost is a problem."""
    for row in outcome.table.to_pylist():
        name, body = row["id"], row["body"]
        if row["kind"] == Problem.__name__:
            yield name, msgspec.json.decode(body, type=Problem)
        else:
            yield name, msgspec.json.decode(body, type=Account)
    for name, reason in outcome.quarantine:
        yield name, Problem(where=name, step="read", reason=reason)


def content_key(source: Source, readers: str, most: int) -> str:
    """Return a hash of all that reading a source rests on; empty where it is no file to be read.

    A source whose key is what it was holds what it held, and need not be read again. `readers` is the
    `read_fingerprint`, `most` the bytes of the largest source that is read.
    """
    if source.refused is not None or source.note is not None:
        return ""
    try:
        data = _bytes_of(source, most)
    except (OSError, ValueError):
        return ""
    if data is None:
        return ""
    digest = blake2b(readers.encode(), digest_size=16)
    digest.update(f"\0{source.path.suffix}\0{source.name}\0".encode("utf-8", "surrogateescape"))
    digest.update(data)
    return digest.hexdigest()


def _bytes_of(source: Source, most: int) -> bytes | None:
    """Return what a source is read from; ``None`` where it is no file, or too large."""
    if not source.path.is_file():
        return None
    if source.part is None:
        return source.path.read_bytes() if source.path.stat().st_size <= most else None
    with source.path.open("rb") as file:
        file.seek(source.part.start)
        return file.read(source.part.length)


def _read_in_time(source: Source, settings: Settings) -> Read:
    """Read a source; one that takes too long, or kills the process that reads it, is a problem."""
    seconds = _seconds_apart(source, settings)
    if seconds is None:
        return _read_here(source, settings)
    try:
        return _reader().within(seconds, source, settings)
    except TimeoutError:
        told = f"took more than {seconds:g} s to read; {_TOO_LONG}"
    except ChildProcessError:
        told = "ended the process that read it, or filled its memory; save its text as plain text"
    return (), (Problem(where=source.name, step="read", reason=told),)


def _seconds_apart(source: Source, settings: Settings) -> float | None:
    """Return within how many seconds a source is read in a process of its own; ``None`` if in this one.

    So is read what may take long, and what may end the process that reads it. An archive has the time of
    a source for each megabyte begun.
    """
    if source.refused is not None or not may_be_timed():
        return None
    if source.part is not None:
        return settings.max_seconds or NO_LIMIT_S
    try:
        size = source.path.stat().st_size
        if size > settings.max_source_bytes:
            return None
        with source.path.open("rb") as file:
            format = format_of(file.read(FIRST_BYTES), source.path.suffix)
    except (OSError, ValueError):
        return None
    if not (format.apart or format.archive or (size > SMALL_SOURCE and settings.max_seconds > 0)):
        return None
    many = 1 + size // MEGABYTE if format.archive else 1
    return min(NO_LIMIT_S, settings.max_seconds * many) or NO_LIMIT_S


def _read_here(source: Source, settings: Settings) -> Read:
    return read_source(source, settings, opening.identifier(settings))


@cache
def _reader() -> TimeLimited[[Source, Settings], Read]:
    return TimeLimited(_read_apart)


def _read_apart(source: Source, settings: Settings) -> Read:
    """Read a source in a process of its own, which ends where it would take too much memory."""
    _bound_memory()
    return _read_here(source, settings)


@cache
def _bound_memory() -> None:
    """Bound what this process may allocate, on systems that can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    bound = MOST_MEMORY if most == resource.RLIM_INFINITY else min(MOST_MEMORY, most)
    resource.setrlimit(resource.RLIMIT_DATA, (bound, most))


READ: Final = Stage("read", read_rows, RECORD_COLUMNS)
