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
    """A language identifier that some texts bring down, as damaged files do a library."""

    def identify(self, text):
        if "deadly" in text:
            os.kill(os.getpid(), signal.SIGSEGV)
        if "greedy" in text:
            bytearray(4_000_000_000)
        return "en", 0.99
'''


def test_a_small_pdf_that_brings_its_reader_down_or_fills_the_memory_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules, folder = tmp_path / "modules", tmp_path / "accounts"
    for made in (modules, folder):
        made.mkdir()
    (modules / "falling.py").write_text(FALLS, encoding="utf-8")
    monkeypatch.syspath_prepend(modules)
    for name, word in (("a.pdf", "deadly"), ("b.pdf", "harmless"), ("c.pdf", "greedy")):
        (folder / name).write_bytes(pdf([column(50, 700, f"A {word} word.")]))
    (folder / "d.txt").write_text("A word of text.", encoding="utf-8")
    limits = msgspec.json.encode(Settings(identifier="falling:Falls", max_seconds=0))
    rows = [source_row(Source(path.name, path), limits) for path in sorted(folder.iterdir())]
    with LocalEngine(1) as engine:
        found = [
            one for out in engine.map(READ, pa.Table.from_pylist(rows)) for one in read_of(out)
        ]
    told = {name: one.reason for name, one in found if isinstance(one, Problem)}
    assert [name for name, _ in found] == ["a.pdf", "b.pdf", "c.pdf", "d.txt"]
    assert told.keys() == {"a.pdf", "c.pdf"}
    assert all("ended the process that read it" in reason for reason in told.values())
