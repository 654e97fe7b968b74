"""The embedded ledger: one SQLite file that any tool can read.

Enters: records and finished work. Leaves: the same, ordered by id. While it is open the file is
in WAL mode, so that one process may write while others read; closed, it is a single file again.
Every change is one transaction: a process killed at any point leaves the state before or after.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep
from typing import Self, TypeVar
from urllib.parse import quote

from variorum.errors import LedgerError
from variorum.ledgers.compression import Bodies, dictionary, inflated, with_id, without_id
from variorum.ledgers.record_kinds import (
    FOR_READING,
    always,
    kind_name,
    machine_made,
    missing,
    read_back,
    row_of,
)
from variorum.ledgers.schema import ADDED, APPLICATION, EARLIER, FILE_VERSION, create, migrate
from variorum.records import Decision, Record
from variorum.seams import Parts

R = TypeVar("R", bound=Record)
Placed = tuple[str, str, str, int]
"""A record's row with the number of its part: kind, id, JSON, part."""

DECISION = kind_name(Decision)
PATIENCE_MS = 60_000
"""How long to wait for another process to finish writing."""
PAUSE_MS = 20
"""How long to wait before asking again for what SQLite itself does not wait for."""
PAGE_BYTES = 2_048
"""Bytes of a page of a new file: of its last ones, and of those of small tables, half stands empty."""

SQLITE_REASONS = {
    sqlite3.SQLITE_BUSY_SNAPSHOT: "changed while it was still being read. "
    "Finish reading, for example into a list, before you add to it.",
    sqlite3.SQLITE_NOTADB: "is not a ledger: it is some other kind of file. Name another path.",
    sqlite3.SQLITE_BUSY: "is being written by another process. Wait for it, or stop it.",
    sqlite3.SQLITE_LOCKED: "is being written by another process. Wait for it, or stop it.",
    sqlite3.SQLITE_READONLY: "can only be read. Copy it to a folder where you may write.",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened. Check the folder and who may write there.",
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full. Free some space and run again.",
    sqlite3.SQLITE_CORRUPT: "is damaged. Collate the accounts again into a new file.",
}
"""What a person can do about each of SQLite's result codes; the primary ones are for the rest."""


class SqliteLedger:
    """Keeps records in one file; see `seams.Ledger` for what each method promises.

    `writable=False` opens a ledger that is there already, for reading only. LedgerError if the
    file is not a ledger, was made by another version, or cannot be opened.
    """

    def __init__(self, path: Path | str, *, writable: bool = True) -> None:
        self.path = Path(path)
        self._writable = writable
        self._made = _file(self.path) is None
        self._bodies: dict[str, Bodies] = {}
        _look(self.path, writable=writable)
        with self._clear():
            self._connection = _connect(self.path, writable=writable)
            self._file = _file(self.path)
            self._recognise(writable=writable)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, records: Iterable[Record]) -> int:
        """Keep records in one transaction; return how many were new.

        A record whose id is there already stays as it was.
        """
        rows = [(*row_of(record), ADDED) for record in records]
        with self._transaction() as connection:
            new = self._insert(rows)
            if new:
                _count_change(connection)
        return new

    def read(self, kind: type[R]) -> Iterator[R]:
        """Yield all records of a kind, ordered by id."""
        query = "SELECT id, body FROM record WHERE kind = ? ORDER BY id"
        with self._clear():
            for row in self._connection.execute(query, (kind_name(kind),)):
                yield read_back(self._whole(kind, *row), kind)

    def get(self, kind: type[R], record_id: str) -> R:
        """Return one record; LedgerError if it is not there."""
        query = "SELECT body FROM record WHERE kind = ? AND id = ?"
        with self._clear():
            row = self._connection.execute(query, (kind_name(kind), record_id)).fetchone()
            if row is None:
                raise missing(kind, record_id, self.path)
            return read_back(self._whole(kind, record_id, row[0]), kind)

    def parts(self) -> frozenset[str]:
        """Return the names of the parts that the machine's records came in."""
        with self._clear():
            rows = self._connection.execute("SELECT name FROM part")
            return frozenset(name for (name,) in rows)

    def renew(self, parts: Parts, *, provided: Callable[[], bool] = always) -> bool:
        """Let the machine's records be those of `parts`, in one transaction, if `provided`."""
        with self._transaction() as connection:
            held = dict(connection.execute("SELECT name, number FROM part"))
            stay = {name for name, records in parts.items() if records is None}
            if not stay <= held.keys() or not provided():
                return False
            _drop(connection, [number for name, number in held.items() if name not in stay])
            rows: list[Placed] = []
            for name in sorted(parts.keys() - stay):
                given = connection.execute("INSERT INTO part (name) VALUES (?)", (name,))
                number = given.lastrowid or 0
                rows += [(*row_of(r), number) for r in machine_made(parts[name] or ())]
            self._insert(rows)
            _count_change(connection)
        return True

    def identity(self) -> str:
        """Return the name of this ledger; empty for one that was made before ledgers had any."""
        with self._clear():
            if not self._has("identity"):
                return ""
            row = self._connection.execute("SELECT name FROM identity").fetchone()
        return str(row[0]) if row else ""

    def revision(self) -> int:
        """Return a number that grows whenever records or decisions change."""
        with self._clear():
            if not self._has("revision"):
                return 0  # made before ledgers counted, and nobody has written to it since
            row = self._connection.execute("SELECT number FROM revision").fetchone()
        return int(row[0]) if row else 0

    @contextmanager
    def snapshot(self) -> Iterator[SqliteLedger]:
        """Yield this ledger as it stands now, for reading, over a connection of its own."""
        with SqliteLedger(self.path, writable=False) as frozen:
            with frozen._clear():
                frozen._connection.execute("BEGIN")
                frozen._stamp()  # the first query fixes what is seen
            yield frozen

    def keep_work(self, step: str, results: Mapping[str, bytes]) -> None:
        """Keep a step's finished results by key; a later result takes the place of an earlier."""
        rows = [(step, key, zlib.compress(body, 6)) for key, body in sorted(results.items())]
        with self._transaction() as connection:
            connection.executemany("INSERT OR REPLACE INTO work VALUES (?, ?, ?)", rows)

    def work(self, step: str) -> dict[str, bytes]:
        """Return a step's finished results by key, ordered by key."""
        query = "SELECT key, body FROM work WHERE step = ? ORDER BY key"
        with self._clear():
            rows = self._connection.execute(query, (step,))
            return {key: inflated(body, str(self.path)) for key, body in rows}

    def drop_work(self, step: str, keys: Iterable[str]) -> None:
        """Forget a step's results under `keys`; keys that are not there change nothing."""
        with self._transaction() as connection:
            command = "DELETE FROM work WHERE step = ? AND key = ?"
            connection.executemany(command, [(step, key) for key in keys])

    def abandon(self) -> None:
        """Close the ledger, and remove its file if this object made it and it holds nothing.

        The file goes while nobody else can write to it; who has it open is then told.
        """
        if self._made:
            with suppress(LedgerError), self._transaction():
                if not any(map(self._holds, ("record", "work"))):
                    self.path.unlink(missing_ok=True)
        self.close()

    def _insert(self, rows: Sequence[Placed]) -> int:
        """Insert rows whose ids are not there; return how many there were.

        In the order of their keys: pages of the file are then filled to their ends.
        """
        self._learn(rows)
        command = "INSERT OR IGNORE INTO record VALUES (?, ?, ?, ?)"
        before = self._connection.total_changes
        ordered = sorted(
            rows, key=lambda row: row[:2]
        )  # stable: of one key twice the first is kept
        small = (
            (kind, key, part, self._small(kind, key, body)) for kind, key, body, part in ordered
        )
        self._connection.executemany(command, small)
        return self._connection.total_changes - before

    def _learn(self, rows: Iterable[Placed]) -> None:
        """Make a dictionary of each kind that is first written; decisions stay plain text."""
        known = {kind for (kind,) in self._connection.execute("SELECT kind FROM dictionary")}
        bodies: dict[str, list[str]] = {}
        for kind, key, body, _ in rows:
            if kind not in known and kind != DECISION:
                bodies.setdefault(kind, []).append(without_id(body, key))
        made = [(kind, dictionary(some)) for kind, some in sorted(bodies.items())]
        command = "INSERT INTO dictionary VALUES (?, ?)"
        packed = [(kind, zlib.compress(words, 9)) for kind, words in made if words]
        self._connection.executemany(command, packed)

    def _small(self, kind: str, key: str, body: str) -> str | bytes:
        known = None if kind == DECISION else self._bodies_of(kind)
        return known.small(without_id(body, key)) if known else body

    def _whole(self, kind: type[Record], key: str, body: str | bytes) -> str:
        """Return a body as it was written; one that is text was kept so."""
        if isinstance(body, str):
            return body
        known = self._bodies_of(kind_name(kind))
        if known is None:
            raise LedgerError(
                f"{self.path} is damaged: the dictionary of its compressed records is missing."
            )
        return with_id(known.whole(body), key)

    def _bodies_of(self, kind: str) -> Bodies | None:
        """Return what packs the bodies of a kind, ``None`` while the ledger has too few of them."""
        if kind not in self._bodies:
            query = "SELECT body FROM dictionary WHERE kind = ?"
            row = self._connection.execute(query, (kind,)).fetchone()
            if row is None:
                return None
            self._bodies[kind] = Bodies(inflated(row[0], str(self.path)), str(self.path))
        return self._bodies[kind]

    def _holds(self, table: str) -> bool:
        return bool(self._connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone())  # noqa: S608

    def _has(self, table: str) -> bool:
        found = "SELECT 1 FROM sqlite_schema WHERE name = ?"
        return self._connection.execute(found, (table,)).fetchone() is not None

    def close(self) -> None:
        """Fold the write-ahead log into the one file, and end it unless another process uses it."""
        if self._writable:
            for command in (
                "busy_timeout = 0",
                "journal_mode = DELETE",
                "wal_checkpoint(TRUNCATE)",
            ):
                with suppress(sqlite3.Error):
                    self._connection.execute(f"PRAGMA {command}")
        self._connection.close()

    def _recognise(self, *, writable: bool) -> None:
        """Make the tables in a new file; LedgerError if they are another program's."""
        application, version = self._stamp_at_once()
        if (application, version) == (0, 0) and writable:
            self._create()
            application, version = self._stamp_at_once()
        if application != APPLICATION:
            raise LedgerError(
                f"{self.path} is not a ledger: another program made this database. "
                "Name another path."
            )
        if version in EARLIER and writable:
            with self._transaction() as connection:
                migrate(connection)
        elif version != FILE_VERSION and version not in EARLIER:
            raise LedgerError(
                f"{self.path} is a ledger of version {version}; this Variorum reads version "
                f"{FILE_VERSION} and earlier ones. Open it with the Variorum that made it, or collate "
                "the accounts again into a new file."
            )
        if writable:
            self._write_ahead()

    def _create(self) -> None:
        with self._transaction() as connection:
            create(connection)

    def _write_ahead(self) -> None:
        """Let others read while this process writes, as soon as nobody stands in the way.

        SQLite does not wait for a process that is just opening or closing the file. Where somebody
        reads it all the while, the ledger works without, and its readers wait.
        """
        for _ in range(max(1, PATIENCE_MS // PAUSE_MS)):
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    raise
                sleep(PAUSE_MS / 1000)

    def _stamp_at_once(self) -> tuple[int, int]:
        """Return both parts of the stamp as one process wrote them, never half of it."""
        with self._connection:
            self._connection.execute("BEGIN")
            return self._stamp()

    def _stamp(self) -> tuple[int, int]:
        application = self._connection.execute("PRAGMA application_id").fetchone()[0]
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        return application, version

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        if not self._writable:
            raise LedgerError(f"{self.path} {FOR_READING}")
        self._bodies.clear()  # what a change that failed had learnt is not in the file
        with self._clear(), self._connection:  # the connection commits, or rolls back on an error
            self._connection.execute("BEGIN IMMEDIATE")
            if self._file != _file(self.path):
                raise LedgerError(
                    f"{self.path} was moved, removed or replaced while it was open: nothing was "
                    "written. Run the same command again."
                )
            yield self._connection

    @contextmanager
    def _clear(self) -> Iterator[None]:
        """Turn SQLite's errors into ones that say what to do."""
        try:
            yield
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", None) or 0
            known = (
                SQLITE_REASONS.get(code) or SQLITE_REASONS.get(code & 0xFF) or f"failed: {error}."
            )
            raise LedgerError(f"{self.path} {known}") from error


def _look(path: Path, *, writable: bool) -> None:
    """Say in plain words what SQLite would only call "unable to open database file"."""
    if path.is_dir():
        raise LedgerError(f"{path} is a folder, not a ledger. Name a file in it.")
    if not path.parent.is_dir():
        raise LedgerError(
            f"The folder {path.parent} does not exist. Create it, or name another path."
        )
    if not writable and not path.is_file():
        raise LedgerError(f"There is no ledger at {path}. Create one with 'variorum collate'.")


def _file(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another of the same name, ``None`` if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    mode = "rwc" if writable else "ro"
    connection = sqlite3.connect(
        f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}",
        uri=True,
        timeout=PATIENCE_MS / 1000,
        isolation_level=None,
    )
    connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
    connection.execute("PRAGMA synchronous = FULL")  # a decision outlives a loss of power
    return connection


def _drop(connection: sqlite3.Connection, parts: Sequence[int]) -> None:
    """Drop the records of some parts, and what was added without a part, but no decision."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS going (number INTEGER PRIMARY KEY)")
    connection.execute("DELETE FROM going")
    connection.executemany("INSERT INTO going VALUES (?)", [(n,) for n in (ADDED, *parts)])
    going = "IN (SELECT number FROM going)"
    connection.execute(f"DELETE FROM record WHERE part {going} AND kind <> 'decision'")  # noqa: S608
    connection.execute(f"DELETE FROM part WHERE number {going}")  # noqa: S608


def _count_change(connection: sqlite3.Connection) -> None:
    command = (
        "INSERT INTO revision VALUES (1, 1) ON CONFLICT (one) DO UPDATE SET number = number + 1"
    )
    connection.execute(command)
