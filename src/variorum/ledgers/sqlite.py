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
from variorum.ledgers.kinds import (
    FOR_READING,
    always,
    kind_name,
    missing,
    new_identity,
    read_back,
    replaceable,
    row_of,
)
from variorum.records import Record

R = TypeVar("R", bound=Record)

APPLICATION = 0x56415249
"""What SQLite's header calls the file's application id: "VARI"."""
VERSION = 1
PATIENCE_MS = 60_000
"""How long to wait for another process to finish writing."""
PAUSE_MS = 20
"""How long to wait before asking again for what SQLite itself does not wait for."""

REVISION = """CREATE TABLE IF NOT EXISTS revision (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    number INTEGER NOT NULL
)"""
"""One row that counts the changes; ledgers made before there was one get it when next written."""
IDENTITY = """CREATE TABLE IF NOT EXISTS identity (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    name TEXT NOT NULL
)"""
"""One row that tells this ledger from every other; older ledgers get it when next written."""

SCHEMA = f"""
CREATE TABLE record (
    kind TEXT NOT NULL,
    id   TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE TABLE work (
    step TEXT NOT NULL,
    key  TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (step, key)
);
CREATE TRIGGER decisions_are_not_changed BEFORE UPDATE ON record WHEN OLD.kind = 'decision'
BEGIN SELECT RAISE(ABORT, 'decisions are added, never changed'); END;
CREATE TRIGGER decisions_are_not_dropped BEFORE DELETE ON record WHEN OLD.kind = 'decision'
BEGIN SELECT RAISE(ABORT, 'decisions are added, never dropped'); END;
{REVISION};
{IDENTITY};
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {VERSION};
"""

SQLITE_REASONS = {
    sqlite3.SQLITE_BUSY_SNAPSHOT: "has changed since a reading of it began that is still going on. "
    "Let it be read to its end, or into a list, before this is added.",
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
        rows = [row_of(record) for record in records]
        with self._transaction() as connection:
            new = _insert(connection, rows)
            if new:
                _count_change(connection)
        return new

    def read(self, kind: type[R]) -> Iterator[R]:
        """Yield all records of a kind, ordered by id."""
        query = "SELECT body FROM record WHERE kind = ? ORDER BY id"
        with self._clear():
            for (body,) in self._connection.execute(query, (kind_name(kind),)):
                yield read_back(body, kind)

    def get(self, kind: type[R], record_id: str) -> R:
        """Return one record; LedgerError if it is not there."""
        query = "SELECT body FROM record WHERE kind = ? AND id = ?"
        with self._clear():
            row = self._connection.execute(query, (kind_name(kind), record_id)).fetchone()
        if row is None:
            raise missing(kind, record_id, self.path)
        return read_back(row[0], kind)

    def replace(
        self,
        kinds: Sequence[type[Record]],
        records: Iterable[Record],
        *,
        provided: Callable[[], bool] = always,
    ) -> bool:
        """Drop all records of `kinds` and keep `records`, in one transaction, if `provided`."""
        names = replaceable(kinds, ())
        rows = (row_of(record) for record in records if replaceable(kinds, (record,)))
        with self._transaction() as connection:
            if not provided():
                return False
            connection.executemany("DELETE FROM record WHERE kind = ?", [(name,) for name in names])
            _insert(connection, rows)
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
        rows = [(step, key, zlib.compress(body, 1)) for key, body in sorted(results.items())]
        with self._transaction() as connection:
            connection.executemany("INSERT OR REPLACE INTO work VALUES (?, ?, ?)", rows)

    def work(self, step: str) -> dict[str, bytes]:
        """Return a step's finished results by key, ordered by key."""
        query = "SELECT key, body FROM work WHERE step = ? ORDER BY key"
        with self._clear():
            rows = self._connection.execute(query, (step,))
            return {key: zlib.decompress(body) for key, body in rows}

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
        if version != VERSION:
            raise LedgerError(
                f"{self.path} is a ledger of version {version}; this Variorum reads version "
                f"{VERSION}. Collate the accounts again into a new file."
            )
        if writable:
            self._write_ahead()
            self._connection.execute(REVISION)
            if not self.identity():
                self._connection.execute(IDENTITY)
                name = "INSERT OR IGNORE INTO identity VALUES (1, ?)"
                self._connection.execute(name, (new_identity(),))

    def _create(self) -> None:
        with self._transaction() as connection:
            held = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
            if not held:  # else another process was quicker, or the tables are not ours
                for command in _commands(SCHEMA):
                    connection.execute(command)

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
        raise LedgerError(f"The folder {path.parent} is not there. Make it, or name another path.")
    if not writable and not path.is_file():
        raise LedgerError(f"There is no ledger at {path}. Make one with 'variorum collate'.")


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
    connection.execute("PRAGMA synchronous = FULL")  # a decision outlives a loss of power
    return connection


def _insert(connection: sqlite3.Connection, rows: Iterable[tuple[str, str, str]]) -> int:
    before = connection.total_changes
    connection.executemany("INSERT OR IGNORE INTO record VALUES (?, ?, ?)", rows)
    return connection.total_changes - before


def _count_change(connection: sqlite3.Connection) -> None:
    command = (
        "INSERT INTO revision VALUES (1, 1) ON CONFLICT (one) DO UPDATE SET number = number + 1"
    )
    connection.execute(command)


def _commands(script: str) -> Iterator[str]:
    """Split a script into commands: `executescript` would end the transaction."""
    command = ""
    for line in script.splitlines(keepends=True):
        command += line
        if sqlite3.complete_statement(command):
            yield command
            command = ""
