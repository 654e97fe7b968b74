"""Abandoned: a ledger that was made for nothing goes again; one that was there before stays."""

from __future__ import annotations

from pathlib import Path

import pytest

import variorum
from tests.backends.servers import Server
from variorum.errors import LedgerError, UsageError
from variorum.ledgers.postgresql import PostgresqlLedger
from variorum.ledgers.sqlite import SqliteLedger
from variorum.records import Account

TOLD = Account(id="a-1", source="wire.txt", text="The dam held.")


def tables(server: Server, schema: str) -> list[object]:
    query = "SELECT count(*) FROM pg_tables WHERE schemaname = "
    return server.run(f"{query}'{schema}'")[0]


def schemas(server: Server, schema: str) -> list[object]:
    query = "SELECT count(*) FROM pg_namespace WHERE nspname = "
    return server.run(f"{query}'{schema}'")[0]


def test_a_file_that_was_made_for_nothing_is_removed(tmp_path: Path) -> None:
    SqliteLedger(tmp_path / "a.variorum").abandon()
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_which_something_was_kept_stays(tmp_path: Path) -> None:
    ledger = SqliteLedger(tmp_path / "a.variorum")
    ledger.keep_work("study", {"a": b"done"})
    ledger.abandon()
    with SqliteLedger(tmp_path / "a.variorum", writable=False) as kept:
        assert kept.work("study") == {"a": b"done"}


def test_an_empty_ledger_that_was_there_before_stays(tmp_path: Path) -> None:
    SqliteLedger(tmp_path / "a.variorum").close()
    SqliteLedger(tmp_path / "a.variorum").abandon()
    assert [path.name for path in tmp_path.iterdir()] == ["a.variorum"]


def test_an_empty_file_that_was_there_before_stays(tmp_path: Path) -> None:
    (tmp_path / "a.variorum").touch()
    SqliteLedger(tmp_path / "a.variorum").abandon()
    assert [path.name for path in tmp_path.iterdir()] == ["a.variorum"]


def test_who_writes_to_a_file_that_was_removed_or_replaced_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.variorum"
    made = SqliteLedger(path)
    with SqliteLedger(path) as other:
        made.abandon()
        with pytest.raises(LedgerError, match="removed or replaced"):
            other.add([TOLD])
        with SqliteLedger(path) as new:
            with pytest.raises(LedgerError, match="removed or replaced"):
                other.add([TOLD])
            assert list(new.read(Account)) == []


def test_a_schema_that_was_made_for_nothing_is_dropped(postgresql: Server) -> None:
    PostgresqlLedger(postgresql.url(schema="nothing")).abandon()
    assert schemas(postgresql, "nothing") == [0]


def test_a_schema_of_somebody_else_stays_and_loses_only_the_tables(postgresql: Server) -> None:
    postgresql.run("CREATE SCHEMA lent")
    PostgresqlLedger(postgresql.url(schema="lent")).abandon()
    assert schemas(postgresql, "lent") == [1]
    assert tables(postgresql, "lent") == [0]


def test_a_schema_in_which_something_was_kept_stays(postgresql: Server) -> None:
    url = postgresql.url(schema="used")
    ledger = PostgresqlLedger(url)
    ledger.add([TOLD])
    ledger.abandon()
    with PostgresqlLedger(url, writable=False) as kept:
        assert list(kept.read(Account)) == [TOLD]


def test_collating_nothing_leaves_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="No account could be read"):
        variorum.collate(tmp_path / "empty", tmp_path / "a.variorum")
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


def test_collating_nothing_leaves_a_ledger_that_was_there_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with SqliteLedger(tmp_path / "a.variorum") as ledger:
        ledger.add([TOLD])
    with pytest.raises(UsageError, match="No account could be read"):
        variorum.collate(tmp_path / "empty", tmp_path / "a.variorum")
    with SqliteLedger(tmp_path / "a.variorum", writable=False) as ledger:
        assert list(ledger.read(Account)) == [TOLD]
