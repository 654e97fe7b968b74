"""What only the ledger in PostgreSQL must do, on a real server."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from pg8000.native import DatabaseError

from tests.backends.servers import OWNER, PASSWORD, Server
from variorum.errors import LedgerError
from variorum.ledgers.address import address
from variorum.ledgers.opening import printable
from variorum.ledgers.postgresql import PostgresqlLedger
from variorum.records import Account, Assertion, Decision, Span

DECISION = Decision(id="d-1", target="v-1", view="note", who="Ada", when="2031-05-01T10:00:00Z")


def told(number: int) -> Account:
    return Account(id=f"a-{number:05}", source="wire.txt", text="The river rose.")


@pytest.fixture
def url(postgresql: Server) -> str:
    return postgresql.url()


def test_what_was_added_is_there_when_it_is_opened_again(url: str) -> None:
    with PostgresqlLedger(url) as ledger:
        ledger.add([told(1)])
        ledger.keep_work("parse", {"a": b"done"})
    with PostgresqlLedger(url) as ledger:
        assert list(ledger.read(Account)) == [told(1)]
        assert ledger.work("parse") == {"a": b"done"}


def test_a_server_is_reached_over_the_network(postgresql: Server) -> None:
    with PostgresqlLedger(postgresql.url(host="127.0.0.1")) as ledger:
        assert ledger.add([told(1)]) == 1


def test_a_server_without_encryption_is_refused_where_it_is_asked_for(postgresql: Server) -> None:
    with pytest.raises(LedgerError, match="offers no encryption"):
        PostgresqlLedger(postgresql.url(host="127.0.0.1", sslmode="require"))


def test_each_schema_is_a_ledger_of_its_own(postgresql: Server) -> None:
    with PostgresqlLedger(postgresql.url()) as one, PostgresqlLedger(postgresql.url()) as other:
        one.add([told(1)])
        assert list(other.read(Account)) == []


def test_the_order_is_the_same_in_a_database_of_any_language(postgresql: Server) -> None:
    postgresql.run(
        "CREATE DATABASE german TEMPLATE template0 ENCODING 'UTF8' "
        "LOCALE_PROVIDER icu ICU_LOCALE 'de-DE'"
    )
    (order,) = postgresql.run("SELECT 'a-C' < 'a-b', 'a-b' < 'a-C'", "german")
    assert order == [False, True]
    with PostgresqlLedger(postgresql.url(database="german")) as ledger:
        ledger.add([Account(id=f"a-{x}", source="wire.txt", text="") for x in "bäCaü"])
        assert [account.id for account in ledger.read(Account)] == [f"a-{x}" for x in "Cabäü"]


def test_not_even_another_program_changes_a_decision_unseen(postgresql: Server, url: str) -> None:
    with PostgresqlLedger(url) as ledger:
        ledger.add([DECISION])
    table = f"{address(url).schema}.record"
    for command in (
        f"UPDATE {table} SET body = '{{}}'",  # noqa: S608
        f"DELETE FROM {table}",  # noqa: S608
        f"TRUNCATE {table}",
    ):
        with pytest.raises(DatabaseError, match="added, never"):
            postgresql.run(command)


def test_any_tool_can_query_its_json(postgresql: Server, url: str) -> None:
    with PostgresqlLedger(url) as ledger:
        ledger.add([told(1)])
    query = f"SELECT body::json ->> 'source' FROM {address(url).schema}.record"  # noqa: S608
    assert postgresql.run(query) == [["wire.txt"]]


def test_a_ledger_opened_for_reading_must_be_there(url: str) -> None:
    with pytest.raises(LedgerError, match=r"no ledger at .*Create one with 'variorum collate'"):
        PostgresqlLedger(url, writable=False)


def test_another_programs_tables_are_left_alone(postgresql: Server) -> None:
    postgresql.run("CREATE SCHEMA shop; CREATE TABLE shop.orders (id integer)")
    with pytest.raises(LedgerError, match=r"another program.*schema"):
        PostgresqlLedger(postgresql.url(schema="shop"))
    tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'shop'"
    assert postgresql.run(tables) == [["orders"]]


def test_an_empty_schema_made_by_somebody_else_becomes_a_ledger(postgresql: Server) -> None:
    postgresql.run("CREATE SCHEMA given")
    with PostgresqlLedger(postgresql.url(schema="given")) as ledger:
        assert ledger.add([told(1)]) == 1


def test_a_ledger_of_another_version_says_what_to_do(postgresql: Server, url: str) -> None:
    PostgresqlLedger(url).close()
    postgresql.run(f"UPDATE {address(url).schema}.variorum_ledger SET version = 99")  # noqa: S608
    with pytest.raises(LedgerError, match=r"version 99.*collate the accounts again"):
        PostgresqlLedger(url)


def test_a_wrong_password_says_so_and_is_not_repeated(postgresql: Server) -> None:
    with pytest.raises(LedgerError, match="password is missing or wrong") as caught:
        PostgresqlLedger(postgresql.url(password="s3cret"))  # noqa: S106
    assert "s3cret" not in str(caught.value)


def test_a_missing_password_says_so(postgresql: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PGPASSWORD", raising=False)
    with pytest.raises(LedgerError, match="password is missing"):
        PostgresqlLedger(postgresql.url(password=""))


def test_the_password_may_come_from_the_environment(
    postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    with PostgresqlLedger(postgresql.url(password="")) as ledger:
        assert list(ledger.read(Account)) == []


def test_a_database_that_is_not_there_is_named(postgresql: Server) -> None:
    with pytest.raises(LedgerError, match=r"/nowhere.*does not exist.*createdb"):
        PostgresqlLedger(postgresql.url(database="nowhere"))


@pytest.mark.parametrize("where", ["127.0.0.1:1", "/story?host=/nowhere/at/all", "host.invalid"])
def test_where_no_server_answers_the_message_says_so(where: str) -> None:
    with pytest.raises(LedgerError, match=r"No server answers at .*Start it") as caught:
        PostgresqlLedger(f"postgresql://ada:s3cret@{where}")
    assert "s3cret" not in str(caught.value)


def test_a_database_of_another_encoding_is_refused(postgresql: Server) -> None:
    postgresql.run("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
    with pytest.raises(LedgerError, match=r"LATIN1.*UTF8"):
        PostgresqlLedger(postgresql.url(database="latin"))


def test_who_may_make_no_schema_is_told_whom_to_ask(postgresql: Server) -> None:
    postgresql.run("CREATE ROLE guest LOGIN PASSWORD 'guest'")
    guest = postgresql.url(password="guest").replace(f"//{OWNER}:", "//guest:")  # noqa: S106
    with pytest.raises(LedgerError, match=r"does not allow this.*owner"):
        PostgresqlLedger(guest)


def test_a_ledger_that_another_process_writes_says_so(
    postgresql: Server, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("variorum.ledgers.postgresql.LOCK_TIMEOUT", "50ms")
    with PostgresqlLedger(url) as ledger, postgresql.connect() as other:
        other.run("BEGIN")
        other.run(f"SELECT 1 FROM {address(url).schema}.variorum_ledger FOR UPDATE")  # noqa: S608
        with pytest.raises(LedgerError, match="another process"):
            ledger.add([told(1)])


def test_a_connection_that_was_cut_says_so_and_half_a_change_is_none(
    postgresql: Server, url: str
) -> None:
    def records() -> Iterator[Account]:
        yield told(1)
        postgresql.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE application_name = 'variorum'"
        )
        yield told(2)

    with PostgresqlLedger(url) as ledger, pytest.raises(LedgerError, match="run the same command"):
        ledger.renew({"one": records()})
    with PostgresqlLedger(url) as ledger:
        assert list(ledger.read(Account)) == []


def test_a_ledger_is_shown_without_its_password(url: str) -> None:
    assert "m@rrick" not in printable(url)
    assert "m%40rrick" not in printable(url)
    assert "m@rrick" not in repr(address(url))


WRITER = """
import sys
from variorum.ledgers.postgresql import PostgresqlLedger
from variorum.records import Account, Assertion, Span

ledger = PostgresqlLedger(sys.argv[1])
for number in range(1_000_000):
    accounts = [Account(id=f"a-{number:05}", source="wire.txt", text="The river rose.")]
    told = [Assertion(id=f"s-{number:05}-{n}", place=Span("a", 0, 3, "The")) for n in range(50)]
    ledger.renew({"one": accounts + told})
    print(number, flush=True)
"""


@pytest.mark.parametrize("rounds", [1, 20])
def test_a_process_killed_while_writing_leaves_all_or_nothing(url: str, rounds: int) -> None:
    child = subprocess.Popen([sys.executable, "-c", WRITER, url], stdout=subprocess.PIPE)  # noqa: S603
    assert child.stdout is not None
    for _ in range(rounds):
        child.stdout.readline()
    child.kill()
    child.wait()
    child.stdout.close()
    with PostgresqlLedger(url) as ledger, ledger.snapshot() as frozen:
        (account,) = frozen.read(Account)
        told_of = list(frozen.read(Assertion))
    number = account.id.removeprefix("a-")
    assert int(number) >= rounds - 1
    assert [record.id for record in told_of] == sorted(f"s-{number}-{n}" for n in range(50))
    assert told_of[0].place == Span("a", 0, 3, "The")


def test_decisions_survive_the_next_version_of_the_schema(postgresql: Server, url: str) -> None:
    decision = Decision(id="d-1", target="v-1", view="confirm", who="Ada", when="2031-05-01")
    with PostgresqlLedger(url) as ledger:
        ledger.renew({"one": [told(1)]})
        ledger.add([decision])
    schema = address(url).schema
    for command in (
        "ALTER TABLE {}.record DROP COLUMN part",
        "DROP TABLE {}.part",
        "UPDATE {}.variorum_ledger SET version = 1",
    ):
        postgresql.run(command.format(schema))
    with PostgresqlLedger(url, writable=False) as ledger:
        assert list(ledger.read(Decision)) == [decision]
        assert list(ledger.read(Account)) != []
    with PostgresqlLedger(url) as ledger:
        assert ledger.renew({"other": []})
        assert list(ledger.read(Account)) == []
        assert list(ledger.read(Decision)) == [decision]
