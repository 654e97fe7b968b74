"""Figures, quotes, timeline, stemma, check and diff from the command line; hostile text on a screen."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.backends.servers import PASSWORD, Server
from tests.report.ledgers import hostile
from variorum.ledgers.memory import MemoryLedger
from variorum.ledgers.opening import beside
from variorum.ledgers.record_kinds import RECORD_KINDS
from variorum.ledgers.sqlite import SqliteLedger
from variorum.records import Account, Finding, Problem, Span
from variorum.report.exporting import FORMATS
from variorum.report.lists.descent import Descent, StemmaEdge
from variorum.seams import Ledger
from variorum.serve.commands.options import complete_format, complete_ledger
from variorum.serve.console import opening
from variorum.serve.printed import stemma as printed_stemma
from variorum.settings import Settings

Run = Callable[..., int]
Shown = pytest.CaptureFixture[str]
LISTS = ("figures", "quotes", "timeline", "stemma", "check", "show")
COLOUR = re.compile("\x1b\\[[0-9;]*3[0-9]m")
ESC = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger in which every text is hostile, also to a terminal."""
    return kept(hostile(), tmp_path / "hostile.variorum")


def kept(made: MemoryLedger, path: Path) -> Path:
    with SqliteLedger(path) as opened:
        for kind in RECORD_KINDS.values():
            opened.add(made.read(kind))
        words = f"{ESC}{'x' * 100_000}"
        opened.add([Account(id="a-9", source=f"{ESC}.txt", text=words, title=ESC, outlet=ESC)])
        opened.add([Problem(where=ESC, step="read", reason=ESC)])
        opened.add(
            [
                Finding(
                    id="f-9",
                    kind="copies",
                    text=ESC,
                    because=ESC,
                    weight=99.0,
                    places=(Span("a-9", 0, len(words), words),),
                )
            ]
        )
    return path


@pytest.mark.parametrize("command", LISTS)
@pytest.mark.parametrize("more", [(), ("--json",)])
def test_nothing_in_an_account_reaches_the_terminal_as_a_command(
    run: Run, ledger: Path, capsys: Shown, command: str, more: tuple[str, ...]
) -> None:
    assert run(command, ledger, *more) == 0
    shown = capsys.readouterr()
    assert shown.out
    assert [c for c in "\x1b\x07\x9b\u202e\u2066" if c in shown.out + shown.err] == []


@pytest.mark.parametrize("arguments", [("why", "1"), ("why", "f-9"), ("brief",)])
def test_nor_by_the_commands_that_tell_of_one_thing(
    run: Run, ledger: Path, capsys: Shown, arguments: tuple[str, ...]
) -> None:
    command, *more = arguments
    assert run(command, ledger, *more) == 0
    assert [c for c in "\x1b\x07\x9b\u202e" if c in capsys.readouterr().out] == []


def test_nor_by_a_message(run: Run, tmp_path: Path, capsys: Shown) -> None:
    assert run("show", tmp_path / "\x1b[2J.variorum") == 2
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.parametrize("command", LISTS)
def test_lines_fit_eighty_columns_in_a_pipe(
    run: Run, ledger: Path, capsys: Shown, command: str
) -> None:
    run(command, ledger)
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80


@pytest.mark.parametrize("command", LISTS)
def test_colour_is_not_used_where_it_is_not_wanted(
    run: Run, ledger: Path, capsys: Shown, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    run(command, ledger)
    assert not COLOUR.search(capsys.readouterr().out)
    monkeypatch.delenv("NO_COLOR")
    run(command, ledger)
    assert COLOUR.search(capsys.readouterr().out)


@pytest.mark.parametrize("command", LISTS)
def test_json_is_one_object_a_line(run: Run, ledger: Path, capsys: Shown, command: str) -> None:
    run(command, ledger, "--json")
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert all(isinstance(json.loads(line), dict) for line in lines)


def test_two_ledgers_that_say_the_same_end_with_0(run: Run, ledger: Path, capsys: Shown) -> None:
    assert run("diff", ledger, ledger) == 0
    assert "say the same" in capsys.readouterr().out


def test_two_ledgers_that_differ_end_with_1(
    run: Run, ledger: Path, tmp_path: Path, capsys: Shown
) -> None:
    with SqliteLedger(tmp_path / "other.variorum") as other:
        other.add([Account(id="a-1", source="wire.txt", text="It rained.")])
    assert run("diff", ledger, tmp_path / "other.variorum", "--json") == 1
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"lost", "gained"} <= {row["which"] for row in rows}


def test_a_pipeline_can_stop_on_a_kind_of_check(run: Run, ledger: Path, capsys: Shown) -> None:
    assert run("check", ledger, "--fail-on", "differs") == 1
    assert run("check", ledger, "--fail-on", "not found") == 0
    assert run("check", ledger, "--fail-on", "wrong") == 2
    assert "no check of kind 'wrong'" in capsys.readouterr().err


def test_quotations_without_a_record_are_asked_for_one(
    run: Run, tmp_path: Path, capsys: Shown
) -> None:
    (tmp_path / "quotes.txt").write_text("“The dam held.”", encoding="utf-8")
    assert run("check", tmp_path / "quotes.txt") == 2
    assert "--against SOURCE" in capsys.readouterr().err


def test_a_name_that_nobody_has_is_one_clear_message(run: Run, ledger: Path, capsys: Shown) -> None:
    assert run("figures", ledger, "--account", "gazette") == 2
    assert "No account has “gazette”" in capsys.readouterr().err


def test_an_address_of_another_kind_is_one_clear_message(run: Run, capsys: Shown) -> None:
    assert run("show", "mysql://desk/flood") == 2
    assert "postgresql://" in capsys.readouterr().err


def test_accounts_may_be_named_in_the_place_of_a_ledger(
    run: Run, tmp_path: Path, capsys: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    def collate(paths: list[Path], into: Ledger, _: Settings) -> None:
        into.add([Account(id="a-1", source=str(paths[0]), text="It rained.", outlet="Wire")])

    monkeypatch.setattr(opening, "run_journey", collate)
    (tmp_path / "wire.txt").write_text("It rained.", encoding="utf-8")
    assert run("timeline", tmp_path / "wire.txt") == 0
    assert "Wire" in capsys.readouterr().out


def test_a_ledger_and_accounts_together_are_refused(
    run: Run, ledger: Path, tmp_path: Path, capsys: Shown
) -> None:
    (tmp_path / "wire.txt").touch()
    assert run("quotes", ledger, tmp_path / "wire.txt") == 2
    assert "not both" in capsys.readouterr().err


def test_the_page_of_a_database_stands_in_the_current_folder() -> None:
    assert beside("postgresql://ada@desk/flood", ".html") == Path("flood.html")


def test_the_review_screen_is_opened_for_the_one_who_asks(
    run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def screen(location: str, *, reviewer: str | None, port: int, open_browser: bool) -> None:
        asked.extend((location, reviewer, port, open_browser))

    monkeypatch.setattr("variorum.serve.web.serve_review", screen)
    assert run("review", ledger, "--reviewer", "Ada", "--no-browser") == 0
    assert asked == [str(ledger), "Ada", 0, False]


def test_ledgers_and_folders_complete(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "harbour").mkdir()
    (tmp_path / "hasty.txt").touch()
    assert complete_ledger(f"{tmp_path}/h") == [f"{tmp_path}/harbour/", str(ledger)]
    assert complete_ledger(f"{tmp_path}/nowhere/h") == []


def test_formats_complete_and_are_listed(run: Run, capsys: Shown) -> None:
    assert complete_format("js")[0][0] == "jsonl"
    assert run("export", "--help") == 0
    shown = capsys.readouterr().out
    assert [name for name in FORMATS if f" {name} " not in shown] == []


def test_a_format_that_there_is_not_is_one_clear_message(
    run: Run, ledger: Path, tmp_path: Path, capsys: Shown
) -> None:
    assert run("export", ledger, "--out", tmp_path / "out", "--format", "doc") == 2
    assert "There is no format 'doc'" in capsys.readouterr().err


def test_every_command_reads_a_ledger_in_a_database(
    run: Run, postgresql: Server, capsys: Shown
) -> None:
    address = postgresql.url()
    with opening.opened(address, writable=True) as ledger:
        for kind in RECORD_KINDS.values():
            ledger.add(hostile().read(kind))
    for command in (*LISTS, "brief"):
        assert run(command, address) == 0
    assert run("diff", address, address) == 0
    assert run("show", postgresql.url()) == 2  # an address at which nothing was collated yet
    shown = capsys.readouterr()
    assert PASSWORD not in shown.out + shown.err


def test_figures_of_a_thing_that_nobody_counts_say_so(
    ledger: Path, run: Run, capsys: Shown
) -> None:
    assert run("figures", ledger, "--counted", "gazebo") == 2
    assert "No counted thing has “gazebo” in its name." in capsys.readouterr().err


@pytest.mark.parametrize("day", ["yesterday", "2031-13", "2031-02-30", "31", "2031-5-4"])
def test_a_day_that_is_no_date_is_refused(ledger: Path, run: Run, capsys: Shown, day: str) -> None:
    assert run("timeline", ledger, "--since", day) == 2
    assert f"“{day}” is not a date." in capsys.readouterr().err


def test_a_timeline_without_lines_says_so(ledger: Path, run: Run, capsys: Shown) -> None:
    assert run("timeline", ledger, "--since", "2999") == 0
    assert capsys.readouterr().out == "Nothing falls on these days.\n"


def test_a_ground_that_two_links_share_is_printed_once(capsys: Shown) -> None:
    place = Span("a-1", 0, 14, "it will public")
    links = tuple(
        StemmaEdge(
            id=f"b-{account}",
            source="speech",
            source_label="a speech",
            account=account,
            label=account,
            kind="same speech",
            share=None,
            because="Both give the same words to the minister.",
            evidence=(place,),
            printed_in=("Wire",),
        )
        for account in ("a-1", "a-2")
    )
    printed_stemma.show(Descent(links, (), (), ()))
    assert capsys.readouterr().out.count("Both give the same words to the minister.") == 1
