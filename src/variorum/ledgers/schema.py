"""Schema: the tables of the embedded ledger, and how a ledger of an earlier version gets them.

Enters: a connection inside a transaction. Leaves: the tables of this version, with all that people
decided and all sources that were read; what the machine found is kept until it is found anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from variorum.ledgers.record_kinds import new_identity

APPLICATION = 0x56415249
"""What SQLite's header calls the file's application id: "VARI"."""
FILE_VERSION = 3
EARLIER = frozenset({1, 2})
"""Versions that can be read as they are, and brought up to this one when they are written to."""
ADDED = 0
"""The part of records that were added one by one: people's decisions above all."""

FILE_TABLES = f"""
CREATE TABLE record (
    kind TEXT NOT NULL,
    id   TEXT NOT NULL,
    part INTEGER NOT NULL,
    body NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE TABLE part (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL UNIQUE
);
CREATE TABLE dictionary (
    kind TEXT PRIMARY KEY,
    body BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS work (
    step TEXT NOT NULL,
    key  TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (step, key)
);
CREATE TABLE IF NOT EXISTS revision (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    number INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS identity (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    name TEXT NOT NULL
);
CREATE TRIGGER decisions_are_not_changed BEFORE UPDATE ON record WHEN OLD.kind = 'decision'
BEGIN SELECT RAISE(ABORT, 'decisions are added, never changed'); END;
CREATE TRIGGER decisions_are_not_dropped BEFORE DELETE ON record WHEN OLD.kind = 'decision'
BEGIN SELECT RAISE(ABORT, 'decisions are added, never dropped'); END;
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {FILE_VERSION};
"""
"""`record.body` is JSON: as text, or packed with the kind's `dictionary`, then without its id. `revision` counts
the changes, `identity` tells this ledger from every other."""

FROM_THE_FIRST = f"""
DROP TRIGGER decisions_are_not_changed;
DROP TRIGGER decisions_are_not_dropped;
ALTER TABLE record RENAME TO earlier;
{FILE_TABLES}
INSERT INTO record SELECT kind, id, {ADDED}, body FROM earlier;
DROP TABLE earlier;
DELETE FROM work WHERE step LIKE 'study-%';
"""  # noqa: S608 (a number of our own)
FROM_THE_SECOND = f"PRAGMA user_version = {FILE_VERSION};"
"""Packed bodies of the second version have their ids; beside them there may be others without."""


def create(connection: sqlite3.Connection) -> None:
    """Make the tables of a new ledger, unless another process was quicker or they are not ours."""
    if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        _run(connection, FILE_TABLES)
        _identify(connection)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a ledger of an earlier version up to this one, unless another process was quicker."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version in EARLIER:
        _run(connection, FROM_THE_FIRST if version == 1 else FROM_THE_SECOND)
        _identify(connection)


def _identify(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT OR IGNORE INTO identity VALUES (1, ?)", (new_identity(),))


def _run(connection: sqlite3.Connection, script: str) -> None:
    for command in _commands(script):
        connection.execute(command)


def _commands(script: str) -> Iterator[str]:
    """Split a script into commands: `executescript` would end the transaction."""
    command = ""
    for line in script.splitlines(keepends=True):
        command += line
        if sqlite3.complete_statement(command):
            yield command
            command = ""
