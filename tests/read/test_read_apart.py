"""Files whose reader may fall: they are read in a process of their own, and the rest goes on."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pyarrow as pa
import pytest

from tests.read.paper import column, pdf
from variorum.engines.local import LocalEngine
from variorum.read.inputs import Source
from variorum.records import Problem
from variorum.settings import Settings
from variorum.stages.reading import READ, read_of, source_row

FALLS = '''
import os, signal

class Falls:
    """A language identifier that a deadly text brings down, as a damaged file does a library."""

    def identify(self, text):
        if "deadly" in text:
            os.kill(os.getpid(), signal.SIGSEGV)
        return "en", 0.99
'''


def test_a_small_pdf_that_brings_its_reader_down_is_a_problem_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules, folder = tmp_path / "modules", tmp_path / "accounts"
    for made in (modules, folder):
        made.mkdir()
    (modules / "falling.py").write_text(FALLS, encoding="utf-8")
    monkeypatch.syspath_prepend(modules)
    for name, word in (("a.pdf", "deadly"), ("b.pdf", "harmless")):
        (folder / name).write_bytes(pdf([column(50, 700, f"A {word} word.")]))
    (folder / "c.txt").write_text("A word of text.", encoding="utf-8")
    limits = msgspec.json.encode(Settings(identifier="falling:Falls", max_seconds=0))
    rows = [source_row(Source(path.name, path), limits) for path in sorted(folder.iterdir())]
    with LocalEngine(1) as engine:
        found = [
            one for out in engine.map(READ, pa.Table.from_pylist(rows)) for one in read_of(out)
        ]
    (name, problem), *rest = found
    assert name == "a.pdf"
    assert isinstance(problem, Problem)
    assert "ended the process that read it" in problem.reason
    assert [name for name, _ in rest] == ["b.pdf", "c.txt"]
    assert not any(isinstance(one, Problem) for _, one in rest)
