"""Which files are read in a round: new or changed ones that nobody is writing any more."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from variorum.errors import UsageError
from variorum.settings import Settings
from variorum.watching.looking import Look, Lookout

SETTINGS = Settings()
SAVED = 1_000.0
LONG_AFTER = 4_000_000_000.0
"""Seconds since 1970: the times that a file system gives cannot all be set, but the clock can."""


def saved(path: Path, text: str, at: float = SAVED) -> Path:
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at, at))
    return path


def taken(lookout: Lookout, now: float = LONG_AFTER) -> Look:
    look = lookout.look(now, SETTINGS)
    lookout.took(look)
    return look


def test_a_file_is_read_once(tmp_path: Path) -> None:
    wire = saved(tmp_path / "wire.txt", "One.")
    lookout = Lookout([tmp_path])
    assert taken(lookout).ready == {wire}
    again = taken(lookout)
    assert (again.ready, again.moved) == (frozenset(), False)


def test_a_file_that_was_read_is_read_again_when_it_has_changed(tmp_path: Path) -> None:
    wire = saved(tmp_path / "wire.txt", "One.")
    lookout = Lookout([tmp_path])
    taken(lookout)
    saved(wire, "Two.", at=SAVED + 5)
    assert taken(lookout).ready == {wire}


def test_a_file_of_the_same_size_and_time_that_was_written_again_is_read_again(
    tmp_path: Path,
) -> None:
    wire = saved(tmp_path / "wire.txt", "One.")
    lookout = Lookout([tmp_path])
    taken(lookout)
    saved(wire, "Two.")
    assert taken(lookout).ready == {wire}


def test_a_file_saved_within_the_last_second_waits_for_the_next_look(tmp_path: Path) -> None:
    wire = saved(tmp_path / "wire.txt", "One.")
    now = wire.stat().st_ctime + 0.5
    lookout = Lookout([tmp_path])
    first = taken(lookout, now)
    assert (first.ready, first.waiting) == (frozenset(), True)
    assert taken(lookout, now + 1).ready == {wire}


def test_a_file_that_grows_between_two_looks_goes_on_waiting(tmp_path: Path) -> None:
    wire = saved(tmp_path / "wire.txt", "One.")
    now = wire.stat().st_ctime
    lookout = Lookout([tmp_path])
    taken(lookout, now)
    saved(wire, "One. Two.")
    assert taken(lookout, now + 0.5).waiting


def test_a_file_with_a_time_to_come_waits_for_one_look_only(tmp_path: Path) -> None:
    wire = saved(tmp_path / "wire.txt", "One.", at=LONG_AFTER)
    lookout = Lookout([tmp_path])
    assert taken(lookout, SAVED).waiting
    assert taken(lookout, SAVED + 1).ready == {wire}


def test_a_file_that_is_gone_moves_the_folder(tmp_path: Path) -> None:
    wire = saved(tmp_path / "wire.txt", "One.")
    lookout = Lookout([tmp_path])
    taken(lookout)
    wire.unlink()
    assert taken(lookout).moved
    assert not taken(lookout).moved


def test_what_was_not_taken_is_offered_again(tmp_path: Path) -> None:
    wire = saved(tmp_path / "wire.txt", "One.")
    lookout = Lookout([tmp_path])
    lookout.look(LONG_AFTER, SETTINGS)
    assert lookout.look(LONG_AFTER, SETTINGS).ready == {wire}


def test_a_folder_that_is_gone_is_not_there_and_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "feed"
    folder.mkdir()
    wire = saved(folder / "wire.txt", "One.")
    lookout = Lookout([folder])
    taken(lookout)
    folder.rename(tmp_path / "elsewhere")
    assert lookout.there() == []
    taken(lookout)
    (tmp_path / "elsewhere").rename(folder)
    assert taken(lookout).ready == {wire}


def test_a_link_that_leads_nowhere_is_offered_once(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "nothing.txt")
    lookout = Lookout([tmp_path])
    assert taken(lookout).ready == {link}
    assert not taken(lookout).moved


def test_a_file_that_vanishes_while_it_is_listed_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wire = saved(tmp_path / "wire.txt", "One.")
    local = saved(tmp_path / "local.txt", "Two.")
    look = Path.stat

    def stat(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path == wire:
            wire.unlink(missing_ok=True)
        return look(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", stat)
    assert taken(Lookout([tmp_path])).ready == {local}


def test_more_files_than_settings_allow_are_refused(tmp_path: Path) -> None:
    for number in range(3):
        saved(tmp_path / f"{number}.txt", "One.")
    with pytest.raises(UsageError):
        Lookout([tmp_path]).look(LONG_AFTER, Settings(max_sources=2))
