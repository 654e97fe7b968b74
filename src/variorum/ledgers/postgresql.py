"""A team's ledger: one schema of a PostgreSQL database.

Enters: records and finished work. Leaves: the same, ordered by id as the embedded ledger orders
them. Every change is one transaction, and one writer at a time makes one: each locks the stamp.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from typing import Any, Self, TypeVar

from variorum.errors import LedgerError
from variorum.ledgers.address import Address, address
from variorum.ledgers.compression import inflated
from variorum.ledgers.record_kinds import (
    FOR_READING,
    always,
    kind_name,
    machine_made,
    missing,
    new_identity,
    read_back,
    row_of,
)
from variorum.ledgers.server import TROUBLE, Connection, connect, identifier, reason
from variorum.records import Record
from variorum.seams import Parts

R = TypeVar("R", bound=Record)

VERSION = 2
LOCK_TIMEOUT = "60s"
"""How long to wait for another process to finish writing."""
ROWS_AT_ONCE = 256
"""How many rows travel from the server at once."""
CHARACTERS = 1 << 20
"""How many characters of records travel to the server at once."""
IDENTITY = """
CREATE TABLE IF NOT EXISTS variorum_identity (
    one  integer PRIMARY KEY CHECK (one = 1),
    name text NOT NULL
)"""
"""One row that tells this ledger from every other; older ledgers get it when next written."""
ENTRANCE = 0x56415249
"""The advisory lock under which tables are made: "VARI"."""

TABLES = """
CREATE TABLE variorum_ledger (version integer NOT NULL, revision bigint NOT NULL);
CREATE TABLE record (
    kind text COLLATE "C" NOT NULL,
    id   text COLLATE "C" NOT NULL,
    body text NOT NULL,
    part text COLLATE "C" NOT NULL DEFAULT '',
    PRIMARY KEY (kind, id)
);
CREATE TABLE part (name text COLLATE "C" PRIMARY KEY);
CREATE TABLE work (
    step text COLLATE "C" NOT NULL,
    key  text COLLATE "C" NOT NULL,
    body bytea NOT NULL,
    PRIMARY KEY (step, key)
);
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'decisions are added, never changed or dropped'; END $$;
CREATE TRIGGER decisions_stay BEFORE UPDATE OR DELETE ON record FOR EACH ROW
WHEN (OLD.kind = 'decision') EXECUTE FUNCTION refuse();
CREATE TRIGGER decisions_stay_at_once BEFORE TRUNCATE ON record EXECUTE FUNCTION refuse();
"""
"""Bodies are text, not jsonb: jsonb refuses the character NUL and forgets the order of keys."""

MIGRATION = {
    1: """
ALTER TABLE record ADD COLUMN part text COLLATE "C" NOT NULL DEFAULT '';
CREATE TABLE part (name text COLLATE "C" PRIMARY KEY);
DELETE FROM work WHERE step LIKE 'study-%';
UPDATE variorum_ledger SET version = 2;
"""
}
"""What brings a ledger of an earlier version up to the next one; decisions stay as they are."""


class PostgresqlLedger:
    """Keeps records in one schema; see `seams.Ledger` for what each method promises.

    `writable=False` opens a ledger that is there already, for reading only. LedgerError if no
    server answers, it lets nobody in, or the schema holds something else. The password is in no
    message.
    """

    def __init__(self, url: str | Address, *, writable: bool = True) -> None:
        self._address = url if isinstance(url, Address) else address(url)
        self._writable = writable
        self._made: set[str] = set()
        self._cursors = count()
        self._connection = connect(self._address)
        try:
            with self._clear():
                self._prepare(writable=writable)
                self._recognise(writable=writable)
        except BaseException:
            self.close()
            raise

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
        """Yield all records of a kind, ordered by id, as they stood when the first was asked for."""
        query = "SELECT body FROM record WHERE kind = :key ORDER BY id"
        for (body,) in self._stream(query, kind_name(kind)):
            yield read_back(body, kind)

    def get(self, kind: type[R], record_id: str) -> R:
        """Return one record; LedgerError if it is not there."""
        query = "SELECT body FROM record WHERE kind = :kind AND id = :id"
        with self._clear():
            rows = self._connection.run(query, kind=kind_name(kind), id=record_id)
        if not rows:
            raise missing(kind, record_id, self._address.shown)
        return read_back(rows[0][0], kind)

    def parts(self) -> frozenset[str]:
        """Return the names of the parts that the machine's records came in."""
        with self._clear():
            return frozenset(name for (name,) in self._connection.run("SELECT name FROM part"))

    def renew(self, parts: Parts, *, provided: Callable[[], bool] = always) -> bool:
        """Let the machine's records be those of `parts`, in one transaction, if `provided`."""
        stay = {name for name, records in parts.items() if records is None}
        staying = _array(sorted(stay))
        with self._transaction() as connection:
            if not stay <= self.parts() or not provided():
                return False
            gone = (
                "NOT EXISTS (SELECT FROM unnest(CAST(:stay AS text[])) AS staying (name) "
                "WHERE staying.name = {})"  # a join, however many parts there are
            )
            records = f"DELETE FROM record WHERE kind <> 'decision' AND {gone.format('part')}"  # noqa: S608
            connection.run(records, stay=staying)
            connection.run(f"DELETE FROM part WHERE {gone.format('part.name')}", stay=staying)  # noqa: S608
            for name in sorted(parts.keys() - stay):
                connection.run("INSERT INTO part VALUES (:name)", name=name)
                _insert(connection, map(row_of, machine_made(parts[name] or ())), name)
            _count_change(connection)
        return True

    def identity(self) -> str:
        """Return the name of this ledger; empty for one that was made before ledgers had any."""
        with self._clear():
            if "variorum_identity" not in self._tables():
                return ""
            rows = self._connection.run("SELECT name FROM variorum_identity")
        return str(rows[0][0]) if rows else ""

    def revision(self) -> int:
        """Return a number that grows whenever records or decisions change."""
        with self._clear():
            return int(self._connection.run("SELECT revision FROM variorum_ledger")[0][0])

    @contextmanager
    def snapshot(self) -> Iterator[PostgresqlLedger]:
        """Yield this ledger as it stands now, for reading, over a connection of its own."""
        with PostgresqlLedger(self._address, writable=False) as frozen:
            with frozen._clear():
                frozen._connection.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            frozen.revision()  # the first query fixes what is seen
            yield frozen

    def keep_work(self, step: str, results: Mapping[str, bytes]) -> None:
        """Keep a step's finished results by key; a later result takes the place of an earlier."""
        command = (
            "INSERT INTO work SELECT :step, * FROM "
            "unnest(CAST(:keys AS text[]), CAST(:bodies AS bytea[])) "
            "ON CONFLICT (step, key) DO UPDATE SET body = EXCLUDED.body"
        )
        rows = ((key, rf"\x{zlib.compress(results[key], 1).hex()}") for key in sorted(results))
        with self._transaction() as connection:
            for batch in _batches(rows):
                keys, bodies = map(_array, zip(*batch, strict=True))
                connection.run(command, step=step, keys=keys, bodies=bodies)

    def work(self, step: str) -> dict[str, bytes]:
        """Return a step's finished results by key, ordered by key."""
        query = "SELECT key, body FROM work WHERE step = :key ORDER BY key"
        where = self._address.shown
        return {key: inflated(body, where) for key, body in self._stream(query, step)}

    def drop_work(self, step: str, keys: Iterable[str]) -> None:
        """Forget a step's results under `keys`; keys that are not there change nothing."""
        command = "DELETE FROM work WHERE step = :step AND key = ANY(CAST(:keys AS text[]))"
        with self._transaction() as connection:
            connection.run(command, step=step, keys=_array(keys))

    def abandon(self) -> None:
        """Close the ledger, and drop its tables if this object made them and they hold nothing."""
        if "tables" in self._made:
            with suppress(LedgerError), self._transaction() as connection:
                held = "SELECT EXISTS (SELECT FROM record) OR EXISTS (SELECT FROM work)"
                if not connection.run(held)[0][0]:
                    tables = "variorum_ledger, variorum_identity, record, part, work"
                    connection.run(f"DROP TABLE {tables}; DROP FUNCTION refuse()")
                    if "schema" in self._made:
                        connection.run(f"DROP SCHEMA {identifier(self._address.schema)}")
        self.close()

    def close(self) -> None:
        """End the connection; a transaction that was not finished is as if it never began."""
        with suppress(*TROUBLE):
            self._connection.close()

    def _prepare(self, *, writable: bool) -> None:
        self._connection.run(
            f"SET search_path TO {identifier(self._address.schema)}; "
            f"SET lock_timeout TO '{LOCK_TIMEOUT}'; SET client_min_messages TO warning; "
            f"SET default_transaction_read_only TO {'off' if writable else 'on'}"
        )

    def _recognise(self, *, writable: bool) -> None:
        """Make the tables in a new schema; LedgerError if they are another program's."""
        if not self._tables() and writable:
            self._create()
        tables, where = self._tables(), self._address.shown
        if not tables:
            raise LedgerError(f"There is no ledger at {where}. Create one with 'variorum collate'.")
        if "variorum_ledger" not in tables:
            raise LedgerError(
                f"{where} is not a ledger: another program made the tables of this schema. "
                "Name another with ?schema=NAME at the end of the address."
            )
        if writable and "variorum_identity" not in tables:
            self._identify()
        version = self._connection.run("SELECT version FROM variorum_ledger")[0][0]
        if version in MIGRATION and writable:
            self._migrate()
        elif version != VERSION and version not in MIGRATION:
            raise LedgerError(
                f"{where} is a ledger of version {version}; this Variorum reads version "
                f"{VERSION} and earlier ones. Open it with the Variorum that made it, or collate "
                "the accounts again into another schema."
            )

    def _tables(self) -> set[str]:
        query = (
            "SELECT relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n "
            "ON n.oid = c.relnamespace WHERE n.nspname = :schema"
        )
        return {name for (name,) in self._connection.run(query, schema=self._address.schema)}

    def _create(self) -> None:
        """Make schema and tables, unless another process was quicker."""
        schema = self._address.schema
        with self._alone() as connection:
            if not self._tables():
                found = "SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = :schema"
                if not connection.run(found, schema=schema):
                    connection.run(f"CREATE SCHEMA {identifier(schema)}")
                    self._made.add("schema")
                connection.run(TABLES)
                self._made.add("tables")
                stamp = "INSERT INTO variorum_ledger VALUES (:version, 0)"
                connection.run(stamp, version=VERSION)

    def _migrate(self) -> None:
        """Bring the tables up to this version, unless another process did."""
        with self._alone() as connection:
            version = connection.run("SELECT version FROM variorum_ledger FOR UPDATE")[0][0]
            if version in MIGRATION:
                connection.run(MIGRATION[version])

    def _identify(self) -> None:
        """Give the ledger an identity, unless another process did."""
        with self._alone() as connection:
            connection.run(IDENTITY)
            name = "INSERT INTO variorum_identity VALUES (1, :name) ON CONFLICT DO NOTHING"
            connection.run(name, name=new_identity())

    @contextmanager
    def _alone(self) -> Iterator[Connection]:
        """Change the tables themselves while no other process does; who fails closes the connection."""
        self._connection.run(f"BEGIN; SELECT pg_advisory_xact_lock({ENTRANCE})")
        yield self._connection
        self._connection.run("COMMIT")

    def _stream(self, query: str, key: str) -> Iterator[Sequence[Any]]:
        """Yield the rows of a query for one key, some at a time.

        The cursor outlives its transaction, so that the ledger may be changed meanwhile; what it
        yields is what was there when it was made.
        """
        cursor = f"reading_{next(self._cursors)}"
        with self._clear():
            self._connection.run(
                f"DECLARE {cursor} NO SCROLL CURSOR WITH HOLD FOR {query}", key=key
            )
            try:
                while rows := self._connection.run(f"FETCH {ROWS_AT_ONCE} FROM {cursor}"):
                    yield from rows
            finally:
                with suppress(*TROUBLE):  # the connection may be closed
                    self._connection.run(f"CLOSE {cursor}")

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        if not self._writable:
            raise LedgerError(f"{self._address.shown} {FOR_READING}")
        with self._clear():
            connection = self._connection
            connection.run("BEGIN ISOLATION LEVEL READ COMMITTED")
            try:
                connection.run("SELECT revision FROM variorum_ledger FOR UPDATE")
                yield connection
                connection.run("COMMIT")
            except KeyboardInterrupt:  # perhaps amid an answer: the connection is of no more use
                self.close()
                raise
            except BaseException:
                with suppress(*TROUBLE):
                    connection.run("ROLLBACK")
                raise

    @contextmanager
    def _clear(self) -> Iterator[None]:
        """Turn the server's errors into ones that say what to do."""
        try:
            yield
        except TROUBLE as error:
            raise LedgerError(f"{self._address.shown} {reason(error)}") from error


def _insert(connection: Connection, rows: Iterable[tuple[str, str, str]], part: str = "") -> int:
    """Insert rows whose ids are not there; return how many there were.

    Records are written before each batch is sent, so that one that cannot be written leaves the
    connection between two commands.
    """
    command = (
        "INSERT INTO record SELECT *, CAST(:part AS text) FROM "
        "unnest(CAST(:kinds AS text[]), CAST(:ids AS text[]), CAST(:bodies AS text[])) "
        "ON CONFLICT DO NOTHING"
    )
    new = 0
    for batch in _batches(rows):
        kinds, ids, bodies = map(_array, zip(*batch, strict=True))
        connection.run(command, kinds=kinds, ids=ids, bodies=bodies, part=part)
        new += connection.row_count
    return new


def _count_change(connection: Connection) -> None:
    connection.run("UPDATE variorum_ledger SET revision = revision + 1")


def _batches(rows: Iterable[tuple[str, ...]]) -> Iterator[list[tuple[str, ...]]]:
    """Yield rows in batches of about `CHARACTERS`."""
    batch: list[tuple[str, ...]] = []
    length = 0
    for row in rows:
        batch.append(row)
        length += sum(map(len, row))
        if length >= CHARACTERS:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch


def _array(values: Iterable[str]) -> str:
    """Return texts as PostgreSQL writes an array, each in quotes."""
    quoted = (value.replace("\\", "\\\\").replace('"', '\\"') for value in values)
    return "{" + ",".join(f'"{value}"' for value in quoted) + "}"
