"""What the work of a step rests on: its own modules and libraries, and nothing beside them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from variorum.stages.closure import OURS, ROOT, closure, digest_of

READ, EXTRACT, ALIGN, FIND = STEPS = (
    "variorum.read.ingestion",
    "variorum.extract.extraction",
    "variorum.align.alignments",
    "variorum.find.findings",
)


def copied(folder: Path) -> Path:
    return shutil.copytree(ROOT, folder / OURS, ignore=shutil.ignore_patterns("data", "*.pyc"))


def test_a_comment_in_the_progress_bar_changes_no_step(tmp_path: Path) -> None:
    root = copied(tmp_path)
    before = [digest_of(step, root=root) for step in STEPS]
    bar = root / "serve" / "console" / "progress.py"
    bar.write_text(bar.read_text() + "\n# nothing\n")
    digest_of.cache_clear()
    assert [digest_of(step, root=root) for step in STEPS] == before


@pytest.mark.parametrize(
    ("changed", "concerned"),
    [
        ("read/accounts.py", {READ}),
        ("align/splitting.py", {ALIGN}),
        ("records.py", set(STEPS)),
    ],
)
def test_a_change_to_a_module_changes_the_steps_that_rest_on_it(
    tmp_path: Path, changed: str, concerned: set[str]
) -> None:
    root = copied(tmp_path)
    steps = STEPS[:3]
    before = {step: digest_of(step, root=root) for step in steps}
    path = root / changed
    path.write_text(path.read_text() + "\n# changed\n")
    digest_of.cache_clear()
    after = {step: digest_of(step, root=root) for step in steps}
    assert {step for step in steps if before[step] != after[step]} == concerned.intersection(steps)


def test_the_versions_of_libraries_count(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "scipy" in closure([ALIGN]).libraries
    before = digest_of(ALIGN)
    monkeypatch.setattr("variorum.stages.closure.version", lambda library: "0.0")
    digest_of.cache_clear()
    assert digest_of(ALIGN) != before
    digest_of.cache_clear()


def test_imports_inside_functions_and_in_brackets_are_seen(tmp_path: Path) -> None:
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "__init__.py").touch()
    (tmp_path / "room" / "one.py").write_text(
        "def f():\n    from variorum.room import (\n        two,\n    )\n    import zlib\n"
    )
    (tmp_path / "room" / "two.py").write_text("import msgspec\n")
    (tmp_path / "room" / "three.py").touch()
    found = closure(["variorum.room.one"], tmp_path)
    assert [path.name for path in found.files] == ["__init__.py", "one.py", "two.py"]
    assert "msgspec" in found.libraries
