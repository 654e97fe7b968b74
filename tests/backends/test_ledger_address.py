"""Which ledger a location means, and what of an address may be seen."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

import variorum
from variorum.errors import LedgerError, UsageError
from variorum.ledgers.address import address
from variorum.ledgers.opening import open_ledger, printable, refuse_addresses
from variorum.serve import cli


def test_all_parts_of_an_address_are_read() -> None:
    found = address("postgresql://ada:p%40ss@db.example:6432/story?schema=dam&sslmode=require")
    assert (found.host, found.port, found.user, found.database) == (
        *("db.example", 6432),
        *("ada", "story"),
    )
    assert (found.password, found.schema, found.ssl) == ("p@ss", "dam", "require")


def test_an_address_has_the_defaults_of_other_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PGPASSWORD", raising=False)
    found = address("postgres://ada@")
    assert (found.host, found.port, found.database, found.password) == (
        *("localhost", 5432),
        *("ada", ""),
    )
    assert (found.schema, found.ssl) == ("variorum", "prefer")


def test_a_shown_address_means_the_same_place() -> None:
    for url in ("postgresql://ada:x@[::1]:77/a%20b?schema=dam", "postgresql://ada:x@/d?host=/run"):
        assert printable(printable(url)) == printable(url)
        again, first = address(printable(url)), address(url)
        assert (again.host, again.port, again.database) == (first.host, first.port, first.database)


@pytest.mark.parametrize(
    "password",
    ["pw#s3cret", "12/s3cret", "12?s3cret", "pw@s3cret", "12:s3cret", "[s3cret", "a%zs3cret"],
)
def test_a_password_with_marks_that_are_not_encoded_is_never_repeated(password: str) -> None:
    try:
        assert "s3cret" not in printable(f"postgresql://ada:{password}@db.example/story")
    except UsageError as error:
        assert "s3cret" not in str(error)
        assert "%40" in str(error) or "not known" in str(error)


MALFORMED = (
    *("postgresql:/ada:s3cret@db.example/story", "postgres:/ada:s3cret@db.example/story"),
    *("postgresql:ada:s3cret@db.example/story", "postgresql:\\\\ada:s3cret@db.example/story"),
    *("postgresq://ada:s3cret@db.example/story", "pg:/ada:s3cret@db.example/story"),
    *("ada:s3cret@db.example/story", "ada:s3cret@db.example", "//ada:s3cret@db.example/story"),
    *(" postgresql://ada:s3cret@db.example/story", "'postgresql://ada:s3cret@db.example/story'"),
    *("POSTGRESQL:/ada:s3cret@db.example/story", "postgresql://ada@s3cret@db.example/story"),
    *("postgresql:///ada:s3cret@db.example/story", "postgresql://ada:s3cret:db.example/story"),
    *("postgresql://db.example/story?password=s3cret", "postgresql://ada:s3cret%00@db/story"),
)


@pytest.mark.parametrize("location", MALFORMED)
@pytest.mark.parametrize("command", ["collate", "report", "figures", "check", "diff"])
def test_no_command_repeats_the_password_of_an_address_that_is_not_well_formed(
    location: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("The dam held.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    given = {
        "collate": ["a.txt", "--ledger", location],
        "check": ["a.txt", "--against", location],
        "diff": [location, location],
    }
    monkeypatch.setattr(sys, "argv", ["variorum", command, *given.get(command, [location])])
    said = io.StringIO()
    with redirect_stderr(said), redirect_stdout(said), pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 2
    assert said.getvalue()
    assert "s3cret" not in said.getvalue()
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_accounts_named_by_a_malformed_address_are_not_repeated() -> None:
    with pytest.raises(UsageError) as raised:
        refuse_addresses([Path("postgresql://ada:s3cret@db.example/story")])
    assert "s3cret" not in str(raised.value)


def test_a_file_whose_name_looks_like_an_address_is_written_with_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    open_ledger("./ada:b@c.variorum", writable=True).close()
    open_ledger("ada:b@c.variorum", writable=False).close()
    assert printable("ada:b@c.variorum") == "ada:b@c.variorum"


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://ada@host/story?colour=red", "unknown setting"),
        ("postgresql://ada@host/story?schema=DROP TABLE", "small letters"),
        ("postgresql://ada@host/story?sslmode=maybe", "one of disable"),
        ("postgresql://ada@host:port/story", "does not have the form"),
        ("postgresql:///story?host=/run&port=x", "does not have the form"),
        ("mysql://ada@host/story", "file or a postgresql:// address"),
    ],
)
def test_an_address_that_means_nothing_says_what_it_should_be(url: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        open_ledger(url, writable=True)


def test_a_path_is_a_file_however_odd_its_name(tmp_path: Path) -> None:
    open_ledger(tmp_path / "postgresql: a.variorum", writable=True).close()
    with variorum.open_ledger(tmp_path / "postgresql: a.variorum") as ledger:
        assert ledger.revision() == 0
    assert [path.name for path in tmp_path.iterdir()] == ["postgresql: a.variorum"]


@pytest.mark.parametrize("writable", [True, False])
def test_opening_a_ledger_that_is_not_there_says_so_and_makes_none(
    tmp_path: Path, writable: bool
) -> None:
    with pytest.raises(LedgerError, match="no ledger at"):
        variorum.open_ledger(tmp_path / "typo.variorum", writable=writable)
    assert list(tmp_path.iterdir()) == []
