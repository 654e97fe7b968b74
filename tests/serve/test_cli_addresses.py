"""Addresses on the command line and in Python: only if a person allows the network, and then with everything kept."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import variorum
from tests.read.web.sites import Site, World, always, article, sent, serving
from variorum.errors import UsageError
from variorum.read.web import retrieval
from variorum.read.web.retrieval import retrieve as retrieval_of
from variorum.records import Account, Problem

Run = Callable[..., int]
Shown = pytest.CaptureFixture[str]
TOLD = "Nine people were hurt on Monday when a crane fell in Marrick, the mayor, Ada Voss, said."
OTHER = "Eleven people were hurt on Monday when a crane fell in Marrick, police said."


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


@pytest.fixture(autouse=True)
def world(site: Site, monkeypatch: pytest.MonkeyPatch) -> World:
    """Let commands reach the site, and nothing else that they could not reach otherwise."""
    made = World(site)

    def retrieve(*given: object, **named: object) -> object:
        return retrieval_of(*given, **named, outside=made.outside())  # type: ignore[arg-type]

    monkeypatch.setattr(retrieval, "retrieve", retrieve)
    return made


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_an_address_without_permission_is_one_clear_message(
    run: Run, capsys: Shown, tmp_path: Path, no_network: None
) -> None:
    assert run("collate", "https://ada:s3cret@a.example/", "-o", tmp_path / "a.variorum") == 2
    said = capsys.readouterr().err
    assert "--allow-network" in said
    assert "s3cret" not in said
    assert list(tmp_path.iterdir()) == []


def test_a_list_without_permission_is_refused_too(
    run: Run, capsys: Shown, tmp_path: Path, no_network: None
) -> None:
    (tmp_path / "list.txt").write_text("https://a.example/\n")
    assert run("collate", "--addresses", tmp_path / "list.txt", "-o", tmp_path / "a.variorum") == 2
    assert "--allow-network" in capsys.readouterr().err


def test_python_asks_for_permission_as_well(no_network: None, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="allow_network"):
        variorum.collate("https://a.example/", tmp_path / "a.variorum")


def test_nothing_that_was_named_is_one_clear_message(run: Run, capsys: Shown) -> None:
    assert run("collate") == 2
    assert "Name folders, files or addresses" in capsys.readouterr().err


def test_addresses_alone_need_a_name_for_the_ledger(
    run: Run, capsys: Shown, no_network: None
) -> None:
    assert run("collate", "https://a.example/", "--allow-network") == 2
    assert "-o NAME.variorum" in capsys.readouterr().err


def test_what_addresses_give_must_have_a_place(no_network: None) -> None:
    with pytest.raises(UsageError, match="Name a ledger"):
        variorum.collate("https://a.example/", allow_network=True)


def test_if_no_address_gives_anything_there_is_no_ledger(
    run: Run, capsys: Shown, tmp_path: Path, site: Site
) -> None:
    out = tmp_path / "a.variorum"
    assert run("collate", site.at("/no"), "file:///etc/passwd", "--allow-network", "-o", out) == 2
    said = capsys.readouterr().err
    assert "status 404" in said
    assert "address 2" in said
    assert not out.exists()


def test_a_run_that_is_stopped_keeps_what_came(
    run: Run, capsys: Shown, tmp_path: Path, site: Site, world: World
) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        if len(asked) > 2:  # robots.txt, the first page, and then the second
            raise KeyboardInterrupt
        return ["127.0.0.1"]

    site.pages["/1"] = article(TOLD)
    world.resolve = resolve  # type: ignore[method-assign]
    given = [site.at("/1"), site.at("/2"), "--allow-network", "-o", tmp_path / "a.variorum"]
    assert run("collate", *given) == 130
    assert "Run the same command again" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["a.variorum.warc.gz"]


@pytest.mark.model
def test_addresses_files_and_a_list_become_one_ledger(
    run: Run, capsys: Shown, tmp_path: Path, site: Site
) -> None:
    folder, out = tmp_path / "crane", tmp_path / "crane.variorum"
    folder.mkdir()
    (folder / "wire.txt").write_text(f"{TOLD}\n")
    (tmp_path / "list.txt").write_text(
        f"# police\n{site.at('/police')}\nhttps://ada:s3cret@a.example/\n"
    )
    site.pages |= {"/police": article(OTHER), "/mayor": article(f"{TOLD} She thanked the crew.")}
    given = [folder, site.at("/mayor"), "--addresses", tmp_path / "list.txt", "--allow-network"]
    assert run("collate", *given, "-o", out) == 0
    shown = capsys.readouterr()
    with variorum.open_ledger(out, writable=False) as ledger:
        accounts = {account.source: account for account in ledger.read(Account)}
        where = {problem.where: problem.reason for problem in ledger.read(Problem)}
    assert {site.at("/police"), site.at("/mayor")} <= accounts.keys()
    assert accounts[site.at("/police")].captured == "2031-05-05T10:04:00Z"
    assert "password" in where["list.txt, line 3"]
    assert "s3cret" not in shown.out + shown.err
    assert b"s3cret" not in out.read_bytes()
    assert (tmp_path / "crane.variorum.warc.gz").exists()


@pytest.mark.model
def test_a_second_run_changes_nothing_and_a_failing_one_loses_nothing(
    run: Run, capsys: Shown, tmp_path: Path, site: Site
) -> None:
    out = tmp_path / "a.variorum"
    site.pages |= {"/1": article(TOLD), "/2": article(OTHER)}
    command = ["collate", site.at("/1"), site.at("/2"), "--allow-network", "-o", out]
    assert run(*command) == 0
    first = accounts_of(out)
    assert run(*command) == 0
    assert accounts_of(out) == first
    site.pages["/2"] = always(sent(b"", status="404 Gone"))
    assert run(*command) == 0
    assert accounts_of(out) == first
    assert "could not be retrieved anew" in problem_of(out, site.at("/2"))
    (tmp_path / "a.variorum.warc.gz").unlink()
    assert run(*command) == 0
    assert accounts_of(out) == first
    assert "status 404" in problem_of(out, site.at("/2"))
    capsys.readouterr()
    assert run("forget", out) == 0
    assert "Nothing to forget" in capsys.readouterr().err


def accounts_of(path: Path) -> list[Account]:
    with variorum.open_ledger(path, writable=False) as ledger:
        return sorted(ledger.read(Account), key=lambda account: account.source)


def problem_of(path: Path, address: str) -> str:
    with variorum.open_ledger(path, writable=False) as ledger:
        (reason,) = [one.reason for one in ledger.read(Problem) if one.where == address]
    return reason
