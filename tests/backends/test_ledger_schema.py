"""The ledger in a file across versions of its schema, and how small it keeps records."""

from __future__ import annotations

import sqlite3
import zlib
from pathlib import Path

import pytest
from msgspec.structs import replace

from variorum.errors import LedgerError
from variorum.ledgers.compression import Bodies
from variorum.ledgers.record_kinds import written
from variorum.ledgers.sqlite import SqliteLedger
from variorum.records import Account, Decision

DECISION = Decision(id="d-1", target="v-1", view="confirm", who="Ada", when="2031-05-01T10:00:00Z")


def told(name: str, text: str = "The dam held.") -> Account:
    return Account(id=f"a-{name}", source=f"{name}.txt", text=text)


FIRST_SCHEMA = """
CREATE TABLE record (kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id));
CREATE TABLE work (step TEXT NOT NULL, key TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (step, key));
CREATE TRIGGER decisions_are_not_changed BEFORE UPDATE ON record WHEN OLD.kind = 'decision'
BEGIN SELECT RAISE(ABORT, 'decisions are added, never changed'); END;
CREATE TRIGGER decisions_are_not_dropped BEFORE DELETE ON record WHEN OLD.kind = 'decision'
BEGIN SELECT RAISE(ABORT, 'decisions are added, never dropped'); END;
PRAGMA application_id = 0x56415249;
PRAGMA user_version = 1;
"""
"""The tables of the first version of the ledger."""


@pytest.fixture
def first_version(tmp_path: Path) -> Path:
    """A ledger as the first version wrote it, with an account, a source and a decision."""
    path = tmp_path / "first.variorum"
    with sqlite3.connect(path) as connection:
        connection.executescript(FIRST_SCHEMA)
        for kind, record in (("account", told("1")), ("decision", DECISION)):
            row = (kind, record.id, written(record))
            connection.execute("INSERT INTO record VALUES (?, ?, ?)", row)
        connection.execute("INSERT INTO work VALUES ('sources', 'x', ?)", (zlib.compress(b"s"),))
    connection.close()
    return path


def test_a_ledger_of_the_first_version_is_read_as_it_is(first_version: Path) -> None:
    before = first_version.read_bytes()
    with SqliteLedger(first_version, writable=False) as ledger:
        assert list(ledger.read(Account)) == [told("1")]
        assert list(ledger.read(Decision)) == [DECISION]
    assert first_version.read_bytes() == before


def test_decisions_and_sources_survive_the_next_version_of_the_schema(first_version: Path) -> None:
    with SqliteLedger(first_version) as ledger:
        made = ledger.identity()
        assert made
        assert ledger.revision() == 0
        assert ledger.renew({"one": [told("2")]})
        assert ledger.revision() == 1
    with SqliteLedger(first_version) as ledger:
        assert list(ledger.read(Account)) == [told("2")]
        assert list(ledger.read(Decision)) == [DECISION]
        assert ledger.work("sources") == {"x": b"s"}
        assert ledger.identity() == made
    with sqlite3.connect(first_version) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("DELETE FROM record WHERE kind = 'decision'")
    connection.close()


ALIKE = [told(f"{number:04}", f"The river rose by {number} cm. " * 3) for number in range(100)]


@pytest.fixture
def second_version(tmp_path: Path) -> Path:
    """A ledger as the second version wrote it: packed bodies have their ids."""
    path = tmp_path / "second.variorum"
    with SqliteLedger(path) as ledger:
        ledger.renew({"one": ALIKE})
        ledger.add([DECISION])
    with sqlite3.connect(path) as connection:
        (words,) = connection.execute("SELECT body FROM dictionary").fetchone()
        known = Bodies(zlib.decompress(words))
        rows = [(known.small(written(record)), record.id) for record in ALIKE]
        connection.executemany("UPDATE record SET body = ? WHERE id = ?", rows)
        connection.execute("PRAGMA user_version = 2")
    connection.close()
    return path


def test_a_ledger_of_the_second_version_is_read_as_it_is(second_version: Path) -> None:
    before = second_version.read_bytes()
    with SqliteLedger(second_version, writable=False) as ledger:
        assert list(ledger.read(Account)) == ALIKE
        assert ledger.get(Account, ALIKE[7].id) == ALIKE[7]
    assert second_version.read_bytes() == before


def test_parts_of_the_second_version_stay_beside_new_ones(second_version: Path) -> None:
    with SqliteLedger(second_version) as ledger:
        assert ledger.renew({"one": None, "two": [told("z")]})
        assert list(ledger.read(Account)) == [*ALIKE, told("z")]
        assert list(ledger.read(Decision)) == [DECISION]
    with sqlite3.connect(second_version) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (3,)
    connection.close()


def test_a_packed_body_does_not_say_its_id_again(tmp_path: Path) -> None:
    odd = replace(ALIKE[0], id='a-"odd\n')
    with SqliteLedger(tmp_path / "story.variorum") as ledger:
        ledger.renew({"one": [*ALIKE, odd]})
        assert ledger.get(Account, odd.id) == odd
    with sqlite3.connect(tmp_path / "story.variorum") as connection:
        (words,) = connection.execute("SELECT body FROM dictionary").fetchone()
        bodies = connection.execute("SELECT body FROM record").fetchall()
    connection.close()
    known = Bodies(zlib.decompress(words))
    assert not any('"id"' in known.whole(body) for (body,) in bodies)


def test_decisions_stay_plain_text_for_any_program(tmp_path: Path) -> None:
    path = tmp_path / "story.variorum"
    with SqliteLedger(path) as ledger:
        ledger.add([replace(DECISION, id=f"d-{number:03}") for number in range(200)])
    with sqlite3.connect(path) as connection:
        kinds = connection.execute("SELECT DISTINCT typeof(body) FROM record").fetchall()
    connection.close()
    assert kinds == [("text",)]


def test_records_that_are_alike_take_little_room(tmp_path: Path) -> None:
    said = "The river rose by {} centimetres in the night, the keeper of the weir said."
    records = [told(f"{number:04}", said.format(number)) for number in range(2000)]
    path = tmp_path / "story.variorum"
    with SqliteLedger(path) as ledger:
        ledger.renew({"one": records})
    assert path.stat().st_size < sum(len(written(record)) for record in records) / 2


def test_a_change_that_failed_teaches_nothing(tmp_path: Path) -> None:
    alike = [told(f"{number:04}", "The river rose in the night. " * 3) for number in range(100)]
    with SqliteLedger(tmp_path / "story.variorum") as ledger:
        with pytest.raises(LedgerError, match="surrogate"):
            ledger.renew({"one": alike, "two": [told("x", "half \ud800 a pair")]})
        ledger.renew({"one": alike[::-1]})
        assert list(ledger.read(Account)) == alike
