"""What only the ledger in a file must do."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from variorum.errors import LedgerError
from variorum.ledgers.sqlite import SqliteLedger
from variorum.records import Account, Assertion, Decision, Span


def told(number: int) -> Account:
    return Account(id=f"a-{number:05}", source="wire.txt", text="The river rose.")


def test_a_closed_ledger_is_one_file(tmp_path: Path) -> None:
    with SqliteLedger(tmp_path / "a.variorum") as ledger:
        ledger.add([told(1)])
    assert [path.name for path in tmp_path.iterdir()] == ["a.variorum"]


def test_what_was_added_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    with SqliteLedger(tmp_path / "a.variorum") as ledger:
        ledger.add([told(1)])
        ledger.keep_work("parse", {"a": b"done"})
    with SqliteLedger(tmp_path / "a.variorum") as ledger:
        assert list(ledger.read(Account)) == [told(1)]
        assert ledger.work("parse") == {"a": b"done"}


def test_one_process_reads_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "a.variorum"
    with SqliteLedger(path) as writer, SqliteLedger(path, writable=False) as reader:
        writer.add([told(1)])
        assert len(list(reader.read(Account))) == 1
        writer.add([told(2)])
        assert len(list(reader.read(Account))) == 2


def test_closing_leaves_others_at_work(tmp_path: Path) -> None:
    path = tmp_path / "a.variorum"
    with SqliteLedger(path) as stays, SqliteLedger(path, writable=False) as looks:
        for number in range(3):
            with SqliteLedger(path) as passing:
                passing.add([told(number)])
            stays.add([told(number + 10)])
            assert len(list(looks.read(Account))) == 2 * (number + 1)
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.variorum"]


def test_what_a_writer_closed_stands_in_the_file_while_others_look(tmp_path: Path) -> None:
    path = tmp_path / "a.variorum"
    SqliteLedger(path).close()
    with SqliteLedger(path) as writer, SqliteLedger(path, writable=False) as looks:
        writer.add([told(1)])
        assert len(list(looks.read(Account))) == 1
        writer.close()
        shutil.copy(path, tmp_path / "copy.variorum")
    with SqliteLedger(tmp_path / "copy.variorum", writable=False) as copy:
        assert list(copy.read(Account)) == [told(1)]


def test_a_change_amid_a_reading_that_others_overtook_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.variorum"
    with SqliteLedger(path) as ledger, SqliteLedger(path) as other:
        ledger.add([told(1), told(2)])
        reading = ledger.read(Account)
        next(reading)
        other.add([told(3)])
        with pytest.raises(LedgerError, match="Finish reading"):
            ledger.add([told(4)])
        assert list(reading) == [told(2)]
        assert ledger.add([told(4)]) == 1


def test_any_tool_can_query_what_people_decided(tmp_path: Path) -> None:
    decision = Decision(id="d-1", target="v-1", view="note", who="Ada", when="2031-05-01T10:00:00Z")
    with SqliteLedger(tmp_path / "a.variorum") as ledger:
        ledger.add([decision])
    connection = sqlite3.connect(tmp_path / "a.variorum")
    query = "SELECT body ->> 'who' FROM record WHERE kind = 'decision'"
    assert connection.execute(query).fetchall() == [("Ada",)]
    connection.close()


def test_not_even_another_tool_changes_a_decision_unseen(tmp_path: Path) -> None:
    decision = Decision(id="d-1", target="v-1", view="note", who="Ada", when="2031-05-01T10:00:00Z")
    with SqliteLedger(tmp_path / "a.variorum") as ledger:
        ledger.add([decision])
    connection = sqlite3.connect(tmp_path / "a.variorum")
    for command in ("UPDATE record SET body = '{}'", "DELETE FROM record"):
        with pytest.raises(sqlite3.IntegrityError, match="added, never"):
            connection.execute(command)
    connection.close()


def test_a_file_that_is_something_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Call the dam office before noon. " * 40)
    with pytest.raises(LedgerError, match="not a ledger"):
        SqliteLedger(path)
    assert path.read_text().startswith("Call the dam office")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "shop.db")
    connection.execute("CREATE TABLE orders (id)")
    connection.close()
    with pytest.raises(LedgerError, match="another program"):
        SqliteLedger(tmp_path / "shop.db")


def test_a_ledger_of_another_version_says_what_to_do(tmp_path: Path) -> None:
    SqliteLedger(tmp_path / "a.variorum").close()
    connection = sqlite3.connect(tmp_path / "a.variorum")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LedgerError, match=r"version 99.*collate the accounts again"):
        SqliteLedger(tmp_path / "a.variorum")


def test_a_record_of_another_shape_says_what_to_do(tmp_path: Path) -> None:
    with SqliteLedger(tmp_path / "a.variorum") as ledger:
        ledger.add([told(1)])
    connection = sqlite3.connect(tmp_path / "a.variorum")
    connection.execute("""UPDATE record SET body = '{"id": 1}'""")
    connection.commit()
    connection.close()
    with SqliteLedger(tmp_path / "a.variorum") as ledger, pytest.raises(LedgerError, match="again"):
        list(ledger.read(Account))


def damage(path: Path, command: str, *values: object) -> Path:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(command, values)
    return path


def many(path: Path) -> Path:
    """Return a ledger that packs its records, and keeps work."""
    with SqliteLedger(path) as ledger:
        ledger.add(map(told, range(500)))
        ledger.keep_work("parse", {"a": b"done" * 100})
        assert set(ledger.read(Account)) == set(map(told, range(500)))
    return path


NOTHING = (b"", b"no stream", zlib.compress(b"done" * 100)[:-6], "text", 7)


@pytest.mark.parametrize("value", NOTHING)
@pytest.mark.parametrize("table", ["work", "record", "dictionary"])
def test_a_value_that_cannot_be_unpacked_says_what_to_do(
    tmp_path: Path, table: str, value: object
) -> None:
    command = f"UPDATE {table} SET body = ?"  # noqa: S608
    path = damage(many(tmp_path / "a.variorum"), command, value)
    with SqliteLedger(path, writable=False) as ledger:
        with pytest.raises(LedgerError, match=r"damaged.* again into a new ledger"):
            [*ledger.read(Account), *ledger.work("parse")]
        if table != "work":
            with pytest.raises(LedgerError, match=r"damaged.* again into a new ledger"):
                ledger.get(Account, "a-00001")


def test_a_ledger_that_lost_a_table_says_so_of_one_record_too(tmp_path: Path) -> None:
    path = damage(many(tmp_path / "a.variorum"), "DROP TABLE dictionary")
    with (
        SqliteLedger(path, writable=False) as ledger,
        pytest.raises(LedgerError, match="dictionary"),
    ):
        ledger.get(Account, "a-00001")


def test_a_value_that_would_fill_the_memory_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("variorum.ledgers.compression.LARGEST", 1_000_000)
    path = many(tmp_path / "a.variorum")
    damage(path, "UPDATE work SET body = ?", zlib.compress(b"0" * 1_000_001, 9))
    with (
        SqliteLedger(path, writable=False) as ledger,
        pytest.raises(LedgerError, match="exhaust memory: a value in it has more than 1 MB"),
    ):
        ledger.work("parse")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="nowhere does not exist"):
        SqliteLedger(tmp_path / "nowhere" / "a.variorum")


def test_a_folder_is_not_a_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder"):
        SqliteLedger(tmp_path)


def test_reading_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger at"):
        SqliteLedger(tmp_path / "a.variorum", writable=False)
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_opened_for_reading_is_not_written(tmp_path: Path) -> None:
    SqliteLedger(tmp_path / "a.variorum").close()
    before = (tmp_path / "a.variorum").read_bytes()
    with (
        SqliteLedger(tmp_path / "a.variorum", writable=False) as ledger,
        pytest.raises(LedgerError, match="can only be read"),
    ):
        ledger.add([told(1)])
    assert (tmp_path / "a.variorum").read_bytes() == before


def test_a_ledger_that_another_process_writes_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("variorum.ledgers.sqlite.PATIENCE_MS", 50)
    with SqliteLedger(tmp_path / "a.variorum") as ledger:
        other = sqlite3.connect(tmp_path / "a.variorum", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="another process"):
            ledger.add([told(1)])
        other.close()


def test_odd_characters_in_the_path_are_just_a_path(tmp_path: Path) -> None:
    path = tmp_path / "what? 100% #1 élan.variorum"
    with SqliteLedger(path) as ledger:
        ledger.add([told(1)])
    assert path.is_file()


WRITER = """
import sys
from variorum.ledgers.sqlite import SqliteLedger
from variorum.records import Account, Assertion, Span

ledger = SqliteLedger(sys.argv[1])
for number in range(1_000_000):
    accounts = [Account(id=f"a-{number:05}", source="wire.txt", text="The river rose.")]
    told = [Assertion(id=f"s-{number:05}-{n}", place=Span("a", 0, 3, "The")) for n in range(50)]
    ledger.renew({"one": accounts + told})
    print(number, flush=True)
"""


@pytest.mark.parametrize("rounds", [1, 7, 40])
def test_a_process_killed_while_writing_leaves_all_or_nothing(tmp_path: Path, rounds: int) -> None:
    path = tmp_path / "a.variorum"
    child = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)  # noqa: S603
    assert child.stdout is not None
    for _ in range(rounds):
        child.stdout.readline()
    child.kill()
    child.wait()
    child.stdout.close()
    with SqliteLedger(path) as ledger:
        (account,) = ledger.read(Account)
        told = list(ledger.read(Assertion))
    number = account.id.removeprefix("a-")
    assert int(number) >= rounds - 1
    assert [record.id for record in told] == sorted(f"s-{number}-{n}" for n in range(50))
    assert told[0].place == Span("a", 0, 3, "The")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.variorum"]


def test_a_ledger_made_before_ledgers_counted_tells_revision_zero(tmp_path: Path) -> None:
    path = tmp_path / "old.variorum"
    SqliteLedger(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE revision")
    with SqliteLedger(path, writable=False) as ledger:
        assert ledger.revision() == 0
