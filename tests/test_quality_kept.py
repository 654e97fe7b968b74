"""What one state of the program made is kept for that state, and for no other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quality import kept


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "program").mkdir()
    module = tmp_path / "program" / "steps.py"
    module.write_text("LEAST = 1\n", encoding="utf-8")
    monkeypatch.setattr(kept, "PROGRAM", module.parent)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    kept.state.cache_clear()
    yield module
    kept.state.cache_clear()


def test_another_program_has_another_folder(program: Path) -> None:
    before = kept.state()
    kept.state.cache_clear()
    program.write_text("LEAST = 2\n", encoding="utf-8")
    assert kept.state() != before


def test_what_was_made_while_the_program_changed_is_not_kept(program: Path) -> None:
    kept.state()
    assert kept.still(program) == program
    program.write_text("LEAST = 2\n", encoding="utf-8")
    with pytest.raises(kept.ChangedError, match="run again"):
        kept.still(program)


def test_compiled_files_do_not_change_the_state(program: Path) -> None:
    before = kept.fingerprint()
    (program.parent / "__pycache__").mkdir()
    (program.parent / "__pycache__" / "steps.pyc").write_bytes(b"\x00")
    assert kept.fingerprint() == before


def test_only_so_many_states_are_kept(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 2)
    for number in range(4):
        program.write_text(f"LEAST = {number}\n", encoding="utf-8")
        kept.state.cache_clear()
        kept.state()
    root = Path(kept.state().parent)
    assert len(list(root.iterdir())) <= 3
