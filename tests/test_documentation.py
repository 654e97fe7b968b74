"""The documentation builds, its links lead somewhere, and what it tells people to type exists."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import fields
from typer.main import get_command

from quality import gate, page
from variorum.find.matter.weighing import FINDING_WEIGHTS
from variorum.read.readers import READ_FORMATS
from variorum.report.exporting import FORMATS
from variorum.serve.cli import app
from variorum.settings import Settings

NAMED = re.compile(r"`((?:[a-z_]+\.)*[a-z_]+)(?::(\w+))?`")
"""A module of the package, and what is in it: `judge.precision:confidence`."""
FILE = re.compile(r"`((?!variorum/)(?:[a-z_]+/)+\w+\.py)\b")
ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]
CODE = re.compile(r"```\w*\n(.*?)```", re.DOTALL)


def typed(text: str) -> list[list[str]]:
    """Return the words of every `variorum …` line in a page's blocks of code."""
    lines = [line.strip() for block in CODE.findall(text) for line in block.splitlines()]
    words = [
        re.split(r"\s{2,}", line.removeprefix("$ ").removeprefix(".venv/bin/"))[0].split()
        for line in lines
    ]
    return [found for found in words if found[:1] == ["variorum"] and len(found) > 1]


TYPED = [
    (path.relative_to(ROOT), line) for path in PAGES for line in typed(path.read_text("utf-8"))
]


def test_the_documentation_builds_without_a_warning(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", str(DOCS), str(tmp_path)]
    done = subprocess.run(build, capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stderr) == (0, "")


def test_every_page_is_reached_from_the_first(tmp_path: Path) -> None:
    listed = re.findall(r"^([\w/*-]+)$", (DOCS / "index.md").read_text("utf-8"), re.MULTILINE)
    reached = {path for name in listed for path in DOCS.glob(f"{name}.md")}
    assert sorted(set(DOCS.rglob("*.md")) - reached - {DOCS / "index.md"}) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_files_lead_to_files(path: Path) -> None:
    text = CODE.sub("", path.read_text("utf-8"))
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text)
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize(("path", "line"), TYPED, ids=str)
def test_what_a_page_tells_to_type_is_a_command_with_these_options(
    path: Path, line: list[str]
) -> None:
    command = COMMANDS[line[1]] if not line[1].startswith("-") else None
    if command is not None:
        known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        assert [word for word in line if word.startswith("-") and word != "-"] == [
            word for word in line if word in known
        ]


@pytest.mark.parametrize(("path", "line"), TYPED, ids=str)
def test_a_format_that_a_page_asks_for_is_one_of_the_formats(path: Path, line: list[str]) -> None:
    asked = [after for word, after in pairwise(line) if word == "--format"]
    assert [form for form in asked if form not in FORMATS] == []


def test_every_format_is_on_the_page_of_exports() -> None:
    text = (DOCS / "exports.md").read_text("utf-8")
    assert [name for name in FORMATS if f"`{name}`" not in text] == []


def test_every_setting_is_on_its_page_with_its_default() -> None:
    text = (DOCS / "settings.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| `?([\w.:,]+)`? \|", text, re.MULTILINE))
    defaults = {setting.name: setting.default for setting in fields(Settings)}
    told = {k: v if isinstance(v, str) else f"{v:,}" if v else "none" for k, v in defaults.items()}
    assert rows == {**told, "workers": "0"}


def test_the_page_of_scores_tells_every_number_that_has_a_floor() -> None:
    told = page.keys(page.PAGE.read_text("utf-8"))
    kept = [key for scorer in gate.floors().values() for key in scorer]
    assert sorted(set(kept) - set(told)) == []


PLAIN_NUMBER = re.compile(r"^% ([\w.]+) ([\d.]+)$", re.MULTILINE)
DRIFT = 3.0
"""Points by which a number told in plain words may part from the score it was taken from."""


def test_what_is_told_in_plain_words_is_what_was_measured() -> None:
    told = PLAIN_NUMBER.findall((DOCS / "reliable.md").read_text("utf-8"))
    rows = re.findall(r"^\| `([\w.]+)` \| ([\d.]+) \|", page.PAGE.read_text("utf-8"), re.MULTILINE)
    measured = {key: float(value) for key, value in rows}
    assert len(told) > 10
    assert [key for key, value in told if abs(measured[key] - float(value)) > DRIFT] == []


def test_every_ending_of_a_file_is_on_the_page_of_formats() -> None:
    text = (DOCS / "formats.md").read_text("utf-8")
    exotic = {".emlx", ".xhtml", ".rss", ".atom", ".mhtml", ".desktop"}
    endings = {ending for format in READ_FORMATS for ending in format.endings}
    assert [one for one in endings - exotic if f"`{one}`" not in text] == []


def test_what_the_page_of_the_journey_sends_people_to_exists() -> None:
    page = (DOCS / "journey.md").read_text(encoding="utf-8")
    asked = page.partition("| who asks |")[2].partition("\n\n")[0]
    places = [
        (f"variorum.{module}", name) for module, name in NAMED.findall(asked) if "." in module
    ]
    assert len(places) >= 20
    for module, name in places:
        found = import_module(module)
        assert not name or hasattr(found, name), f"{module}:{name}"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_modules_and_files_that_a_page_names_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for module, name in NAMED.findall(text):
        if name and "." in module and not module.startswith("package."):
            assert hasattr(import_module(f"variorum.{module.removeprefix('variorum.')}"), name), (
                module
            )
    roots = (ROOT, ROOT / "src" / "variorum")
    assert [one for one in FILE.findall(text) if not any((at / one).exists() for at in roots)] == []


def test_the_weights_of_findings_are_those_of_their_page() -> None:
    rows = (DOCS / "steps" / "find.md").read_text(encoding="utf-8").splitlines()
    told = {row[0]: row[-1] for line in rows if len(row := line.strip("| ").split(" | ")) == 3}
    for kind in ("figure differs", "time differs", "headline", "other event", "only here"):
        assert told[kind] == str(FINDING_WEIGHTS[kind])
