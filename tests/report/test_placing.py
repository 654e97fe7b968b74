"""Placing: a file is there whole or as it was, and never where nobody asked for one."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from variorum.errors import UsageError
from variorum.ledgers.sqlite import SqliteLedger
from variorum.records import Account
from variorum.report.exporting import FORMATS
from variorum.report.placing import atomically

FULL = """
import resource, sys
from variorum.serve import cli
resource.setrlimit(resource.RLIMIT_FSIZE, (1, 1))
for form in sys.argv[3:]:
    command = ["export", sys.argv[1], "--format", form, "--out", sys.argv[2]]
    if form in ("report", "brief"):
        command = [form, sys.argv[1], "-o", f"{sys.argv[2]}/{form}"]
    sys.argv[:1] = ["variorum"]
    given, sys.argv = sys.argv, ["variorum", *command]
    try:
        cli.main()
        print(form, "was written")
    except SystemExit as stopped:
        print(form, stopped.code)
    sys.argv = given
"""


def write(path: Path, text: str) -> None:
    with atomically(path) as partial:
        partial.write_text(text, encoding="utf-8")


def test_a_file_takes_the_place_of_the_old_and_keeps_who_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    write(path, "new")
    assert path.read_text(encoding="utf-8") == "new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [found.name for found in tmp_path.iterdir()] == ["page.html"]


def test_a_new_file_is_as_open_as_others_of_its_maker(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("other", encoding="utf-8")
    write(tmp_path / "page.html", "new")
    assert (tmp_path / "page.html").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_what_fails_half_way_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(ValueError, match="half way"), atomically(path) as partial:
        partial.write_text("ne", encoding="utf-8")
        raise ValueError("half way")
    assert path.read_text(encoding="utf-8") == "old"
    assert [found.name for found in tmp_path.iterdir()] == ["page.html"]


def test_a_disk_that_is_full_when_all_is_written_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "page.html"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as raised:
        write(path, "new")
    assert raised.value.filename == str(path)
    assert path.read_text(encoding="utf-8") == "old"
    assert [found.name for found in tmp_path.iterdir()] == ["page.html"]


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("precious", encoding="utf-8")
    (tmp_path / "page.html").symlink_to(precious)
    with pytest.raises(UsageError, match="is a link"):
        write(tmp_path / "page.html", "new")
    assert precious.read_text(encoding="utf-8") == "precious"
    assert (tmp_path / "page.html").is_symlink()


def test_a_link_that_leads_nowhere_makes_no_file_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "page.html").symlink_to(tmp_path / "elsewhere.html")
    with pytest.raises(UsageError, match="is a link"):
        write(tmp_path / "page.html", "new")
    assert not (tmp_path / "elsewhere.html").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device here")
def test_a_device_is_no_file() -> None:
    with pytest.raises(UsageError, match="not an ordinary file"):
        write(Path("/dev/full"), "new")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_every_format_on_a_full_disk_is_a_plain_message_and_leaves_what_was_there(
    tmp_path: Path,
) -> None:
    with SqliteLedger(tmp_path / "a.variorum") as ledger:
        ledger.add([Account(id="a-1", source="wire.txt", text="The dam held. " * 40)])
    out = tmp_path / "out"
    out.mkdir()
    forms = [*FORMATS, "report", "brief"]
    command = [sys.executable, "-B", "-c", FULL, str(tmp_path / "a.variorum"), str(out), *forms]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.stdout.splitlines() == [f"{form} 2" for form in forms]
    assert "Traceback" not in done.stderr
    assert done.stderr.count("File too large") == len(forms)
    assert list(out.iterdir()) == []
