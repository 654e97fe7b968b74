"""What the page of extensions shows runs: a language, a rule, a format, a record."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tests.factory import account
from tests.languages.orrish import Parser
from variorum.extract.extraction import statements
from variorum.judge.passages.pairs import Marks
from variorum.languages.registry import language_of, register
from variorum.ledgers.memory import MemoryLedger
from variorum.report.exporting import FORMATS, Format
from variorum.report.exporting import export as written
from variorum.seams import Reader
from variorum.segment import annotate
from variorum.settings import LargerJudge

PAGE = (Path(__file__).parents[2] / "docs" / "extending.md").read_text("utf-8")


def shown(module: str) -> dict[str, Any]:
    """Return what a module that the page shows defines."""
    (code,) = re.findall(rf"```python\n(\"\"\"{module}\.py.*?)```", PAGE, re.DOTALL)
    defined: dict[str, Any] = {"__name__": module}
    exec(code, defined)  # noqa: S102 our own page
    return defined


def test_the_language_on_the_page_is_found_by_its_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (code,) = re.findall(r"```python\n(\"\"\"orrish\.py.*?)```", PAGE, re.DOTALL)
    code = code.replace("qor", "qop").replace("orrish_parser", "tests.languages.orrish")
    (tmp_path / "orrish_of_the_page.py").write_text(code, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    register("orrish_of_the_page:ORRISH")
    assert language_of("qop").units.units["stadi"].name == "stade"
    told = account("Li akvo falu tri stadi.", language="qop")
    (figure,) = statements(told, annotate(told, Parser())).figures
    assert (figure.value, figure.unit) == ("3", "stade")


@pytest.mark.parametrize(("told", "fires"), [("Did it open?", True), ("It opened.", False)])
def test_the_rule_on_the_page_fires_on_two_questions(told: str, fires: bool) -> None:
    texts = ("Who opened the gate?", told)
    left, right = (SimpleNamespace(place=SimpleNamespace(text=text)) for text in texts)
    pair = SimpleNamespace(left=left, right=right)
    assert (shown("questions")["both_ask"](pair) == Marks()) is fires


def test_the_reader_on_the_page_answers() -> None:
    made: Any = shown("echo")["Echo"](LargerJudge(model="me"))
    (answers,) = made.answers([SimpleNamespace(pair="a b c")])
    assert answers["a b c"].relation == "agree"
    assert isinstance(made, Reader)


def test_the_format_on_the_page_writes_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = Format("titles", "Titles", "the titles of all accounts", "files.titles:titles")
    monkeypatch.setitem(FORMATS, "titles", row)
    module = ModuleType("titles")
    module.__dict__.update(shown("titles"))
    monkeypatch.setitem(sys.modules, "variorum.report.files.titles", module)
    ledger = MemoryLedger()
    ledger.add(
        [
            account("The dam held.", id="a-1", source="a.txt"),
            account("It fell.", id="a-2", source="b.txt"),
        ]
    )
    (path,) = written(ledger, tmp_path, "titles")
    assert path.read_text("utf-8") == "a.txt\nb.txt\n"


def test_the_record_on_the_page_has_one_id_for_one_place() -> None:
    told = account("Rain fell at Vale.").span(0, 9)
    weather = shown("weather")["weather"]
    assert weather(told) == weather(told)
    assert (weather(told).said, weather(told).id[:2]) == ("rain fell", "w-")
