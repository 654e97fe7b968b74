"""Running again: a ledger whose folder changed is the ledger of the folder as it is now."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.serve.rerun import (
    LATER,
    LOCAL,
    WIRE,
    compared_again,
    exported,
    forgotten,
    fresh,
    run,
    written,
)
from variorum.find.matter.material import material
from variorum.find.ranking import ranked
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, Decision, Event, Finding, Problem, Verdict
from variorum.report.lists.ledger_diff import compared, read_edition
from variorum.report.standing import standing
from variorum.review import Signed, Standings, decide, merge, set_apart, undo
from variorum.seams import Ledger
from variorum.serve import cli

pytestmark = pytest.mark.model


def renamed(folder: Path) -> None:
    (folder / "wire.txt").rename(folder / "agency.txt")


def removed(folder: Path) -> None:
    (folder / "later.txt").unlink()


def spaced(folder: Path) -> None:
    written(folder, local=LOCAL.replace("sank off Port Selm", "sank  off  Port Selm"))


def lengthened(folder: Path) -> None:
    written(folder, wire=WIRE.replace("\n\n", "\n\n\n", 1))


def edited(folder: Path) -> None:
    written(folder, local=LOCAL.replace("19 people", "21 people"))


CHANGES = (renamed, removed, spaced, lengthened, edited)


@pytest.mark.parametrize("change", CHANGES)
def test_a_ledger_run_again_is_the_ledger_of_the_folder_as_it_is(
    change: Callable[[Path], None], tmp_path: Path
) -> None:
    folder = written(tmp_path / "ferry", wire=WIRE, local=LOCAL, later=LATER)
    ledger = run(MemoryLedger(), folder)
    change(folder)
    run(ledger, folder)
    forgotten(ledger)
    assert exported(ledger, tmp_path / "again") == fresh(tmp_path / "new", folder)


def test_accounts_that_came_in_another_order_make_the_same_ledger(tmp_path: Path) -> None:
    folder = written(tmp_path / "ferry", wire=WIRE, local=LOCAL, later=LATER)
    ledger = MemoryLedger()
    for name in ("wire", "later", "local"):
        run(ledger, folder / f"{name}.txt")
    assert exported(ledger, tmp_path / "again") == fresh(tmp_path / "new", folder)


def test_a_folder_named_in_another_way_holds_the_same_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = written(tmp_path / "ferry", wire=WIRE, local=LOCAL)
    ledger = run(MemoryLedger(), folder)
    edited(folder)
    monkeypatch.chdir(folder)
    run(ledger, Path())
    assert len(list(ledger.read(Account))) == 2


def test_a_file_that_is_gone_is_said_and_its_account_kept_until_it_is_forgotten(
    tmp_path: Path,
) -> None:
    folder = written(tmp_path / "ferry", wire=WIRE, local=LOCAL, later=LATER)
    ledger = run(MemoryLedger(), folder)
    removed(folder)
    run(ledger, folder)
    assert len(list(ledger.read(Account))) == 3
    (said,) = ledger.read(Problem)
    assert said.where.endswith("later.txt")
    assert "variorum forget" in said.reason
    assert [Path(name).name for name in forgotten(ledger)] == ["later.txt"]
    assert len(list(ledger.read(Account))) == 2
    assert forgotten(ledger) == []


def test_a_file_that_comes_back_is_not_gone_any_more(tmp_path: Path) -> None:
    folder = written(tmp_path / "ferry", wire=WIRE, local=LOCAL, later=LATER)
    ledger = run(MemoryLedger(), folder)
    removed(folder)
    run(ledger, folder)
    written(folder, later=LATER)
    run(ledger, folder)
    assert list(ledger.read(Problem)) == []
    assert forgotten(ledger) == []


def test_what_another_folder_gave_is_not_gone(tmp_path: Path) -> None:
    one = written(tmp_path / "one", wire=WIRE, local=LOCAL)
    other = written(tmp_path / "other", later=LATER)
    ledger = run(run(MemoryLedger(), one), other)
    assert list(ledger.read(Problem)) == []


# --- decisions ------------------------------------------------------------------------------------


def decided(ledger: Ledger) -> int:
    """Confirm every verdict, entity and event; return how many decisions that are."""
    known = material(ledger)
    records = [*known.verdicts.values(), *known.entities.values(), *known.events.values()]
    signed = Signed("Ada", "2031-05-01T10:00:00Z")
    return ledger.add([decide(record, "confirm", signed) for record in records])


def standings(ledger: Ledger) -> Standings:
    return standing(material(ledger), ranked(ledger), ledger.read(Decision))


@pytest.mark.parametrize("change", [renamed, spaced, lengthened])
def test_no_decision_is_lost_where_no_word_was_changed(
    change: Callable[[Path], None], tmp_path: Path
) -> None:
    folder = written(tmp_path / "ferry", wire=WIRE, local=LOCAL, later=LATER)
    ledger = run(MemoryLedger(), folder)
    made = decided(ledger)
    change(folder)
    run(ledger, folder)
    found = standings(ledger)
    assert made > 10
    assert found.orphans == ()
    assert len(found.about) == made


def test_a_decision_on_words_that_were_changed_is_an_orphan_and_the_others_stay(
    tmp_path: Path,
) -> None:
    folder = written(tmp_path / "ferry", wire=WIRE, local=LOCAL)
    ledger = run(MemoryLedger(), folder)
    decided(ledger)
    edited(folder)
    run(ledger, folder)
    found = standings(ledger)
    orphaned = [d for d in found.orphans if d.kind == "verdict"]
    assert orphaned
    assert all(any("19" in place.text for place in d.basis) for d in orphaned)
    assert len(found.about) > len(found.orphans)


TEAMS = """Teams report on latency

ORLO, 5 May 2026 - Team Alpha said that the new pump had cut losses by 12 percent across the valley.

Team Beta said that the new pump had cut losses by 15 percent across the valley.
"""
PUMP = """Pump works, says team

ORLO, 5 May 2026 - Team Alpha said on Tuesday that the new pump had cut losses by 20 percent across
the valley.
"""


def test_a_decision_does_not_go_to_words_like_those_that_were_changed(tmp_path: Path) -> None:
    folder = written(tmp_path / "pump", teams=TEAMS, pump=PUMP)
    ledger = run(MemoryLedger(), folder)
    chosen = [v for v in ledger.read(Verdict) if v.right and "12 percent" in v.right.text]
    ledger.add([decide(chosen[0], "confirm", Signed("Ada", "2031-05-01T10:00:00Z"))])
    assert standings(ledger).orphans == ()
    swapped = TEAMS.replace("12 percent", "14 percent").replace("15 percent", "12 percent")
    written(folder, teams=swapped)
    run(ledger, folder)
    assert len(standings(ledger).orphans) == 1


# --- what is told ---------------------------------------------------------------------------------


@pytest.mark.parametrize("change", [renamed, spaced, lengthened])
def test_findings_keep_their_order_where_no_word_was_changed(
    change: Callable[[Path], None], tmp_path: Path
) -> None:
    folder = written(tmp_path / "ferry", wire=WIRE, local=LOCAL, later=LATER)
    ledger = run(MemoryLedger(), folder)
    before = [" ".join(finding.because.split()) for finding in ranked(ledger)]
    change(folder)
    run(ledger, folder)
    assert [" ".join(finding.because.split()) for finding in ranked(ledger)] == before


@pytest.mark.parametrize("change", [renamed, spaced, lengthened])
def test_a_comparison_tells_of_no_decision_that_nobody_took(
    change: Callable[[Path], None], tmp_path: Path
) -> None:
    folder = written(tmp_path / "ferry", wire=WIRE, local=LOCAL, later=LATER)
    ledger = run(MemoryLedger(), folder)
    decided(ledger)
    with ledger.snapshot() as before:
        old = read_edition(before)
    change(folder)
    run(ledger, folder)
    assert {gap.record for gap in compared(old, read_edition(ledger))} <= {"account"}
    assert list(ledger.read(Finding))


# --- from the command line ------------------------------------------------------------------------


def command(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr(sys, "argv", ["variorum", *map(str, arguments)])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
        raise SystemExit(0)
    return int(stopped.value.code or 0)


def test_a_person_is_told_what_is_gone_and_drops_it_by_one_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = written(tmp_path / "ferry", wire=WIRE, local=LOCAL, later=LATER)
    assert command(monkeypatch, "collate", folder) == 0
    assert "forget" not in capsys.readouterr().err
    removed(folder)
    assert command(monkeypatch, "collate", folder) == 0
    assert "Files no longer there (their accounts are kept): later.txt." in capsys.readouterr().err
    assert command(monkeypatch, "forget", f"{folder}.variorum") == 0
    assert f"Forgotten: {folder / 'later.txt'}" in capsys.readouterr().err
    assert command(monkeypatch, "forget", f"{folder}.variorum") == 0
    assert "Nothing to forget" in capsys.readouterr().err


def test_a_ledger_of_which_all_is_gone_is_not_emptied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = written(tmp_path / "ferry", wire=WIRE)
    command(monkeypatch, "collate", folder)
    (folder / "wire.txt").unlink()
    assert command(monkeypatch, "collate", folder) == 0
    assert command(monkeypatch, "forget", f"{folder}.variorum") == 2
    assert "nothing was dropped" in capsys.readouterr().err


def test_a_ledger_that_is_not_there_is_not_made_by_forgetting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert command(monkeypatch, "forget", tmp_path / "none.variorum") == 2
    assert list(tmp_path.iterdir()) == []


def test_a_failed_run_leaves_no_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    assert command(monkeypatch, "collate", tmp_path / "empty") == 2
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


# --- events that people decided on --------------------------------------------------------------------


FEAST = """Bakers of Orlo hold their feast

ORLO, March 3 - Bakers of Orlo held their yearly feast on Tuesday, and 400 loaves were eaten.
"""


def event_files(ledger: Ledger) -> list[list[str]]:
    known = material(ledger)
    told = ([known.accounts[key].source for key in e.accounts] for e in known.events.values())
    return sorted(sorted(Path(source).name for source in some) for some in told)


def test_events_that_people_joined_are_compared_as_one_in_every_later_run(tmp_path: Path) -> None:
    folder = written(tmp_path / "ferry", wire=WIRE, local=LOCAL, feast=FEAST)
    ledger = run(MemoryLedger(), folder)
    assert event_files(ledger) == [["feast.txt"], ["local.txt", "wire.txt"]]
    given = merge(list(ledger.read(Event)), Signed("Ada", "2031-05-01T10:00:00Z"))
    ledger.add([given])
    compared_again(ledger)
    assert event_files(ledger) == [["feast.txt", "local.txt", "wire.txt"]]
    assert standings(ledger).orphans == ()
    written(folder, later=LATER)
    assert event_files(run(ledger, folder)) == [["feast.txt", "later.txt", "local.txt", "wire.txt"]]
    ledger.add([undo(given, Signed("Ada", "2031-05-02T10:00:00Z"))])
    assert event_files(run(ledger, folder)) == [
        ["feast.txt"],
        ["later.txt", "local.txt", "wire.txt"],
    ]


def test_an_account_that_people_set_apart_meets_the_others_no_more(tmp_path: Path) -> None:
    folder = written(tmp_path / "ferry", wire=WIRE, local=LOCAL)
    ledger = run(MemoryLedger(), folder)
    assert list(ledger.read(Verdict))
    (event,) = ledger.read(Event)
    ledger.add([set_apart([event], [event.accounts[0]], Signed("Ada", "2031-05-01T10:00:00Z"))])
    run(ledger, folder)
    assert event_files(ledger) == [["local.txt"], ["wire.txt"]]
    assert [one for one in ledger.read(Verdict) if one.right] == []
    assert standings(ledger).orphans == ()


def test_a_person_says_from_the_command_line_which_accounts_tell_of_one_event(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = written(tmp_path / "ferry", wire=WIRE, local=LOCAL, feast=FEAST)
    ledger = f"{folder}.variorum"
    command(monkeypatch, "collate", folder)
    one = ("--one", "feast.txt", "--one", "wire.txt")
    assert command(monkeypatch, "events", ledger, *one) == 2
    assert "name of the person" in capsys.readouterr().err
    assert command(monkeypatch, "events", ledger, *one, "--reviewer", "Ada") == 0
    told = capsys.readouterr().out
    assert "Ada merged accounts of it into one event." in told
    assert "events: 1, accounts: 3" in told
    apart = ("--apart", "local.txt", "--reviewer", "Ada")
    assert command(monkeypatch, "events", ledger, *apart) == 0
    assert "events: 2, accounts: 3" in capsys.readouterr().out
    again = ("--one", "local.txt", "--one", "wire.txt", "--reviewer", "Ada")
    assert command(monkeypatch, "events", ledger, *again) == 0
    assert "events: 1, accounts: 3" in capsys.readouterr().out
    assert command(monkeypatch, "events", ledger, *one, *apart) == 2
    assert "not both" in capsys.readouterr().err


def test_an_account_whose_name_is_not_its_own_is_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = written(tmp_path / "ferry", wire=WIRE, local=LOCAL)
    command(monkeypatch, "collate", folder)
    asked = ("--apart", "txt", "--reviewer", "Ada")
    assert command(monkeypatch, "events", f"{folder}.variorum", *asked) == 2
    assert "2 accounts have “txt” in their name" in capsys.readouterr().err
