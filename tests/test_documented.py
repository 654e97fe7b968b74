"""What a person can use is written down: commands, options, verdict rules, dependencies."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import get_args

import pytest
from typer.main import get_command

from variorum.find.matter.weighing import FINDING_WEIGHTS
from variorum.report.exporting import FORMATS
from variorum.report.lists.checked import Checked
from variorum.report.lists.chronicle import ChronicleLine
from variorum.report.lists.counted import Compared, Count, Stated
from variorum.report.lists.descent import Origin, StemmaEdge
from variorum.report.lists.drafted import DraftLine
from variorum.report.lists.ledger_diff import Gap
from variorum.report.lists.said import ListedQuotation
from variorum.serve.cli import app
from variorum.settings import Settings
from variorum.vocabulary import CheckKind, DraftVerdict
from variorum.watching import Announcement

ROOT = Path(__file__).parents[1]
IMPORTED_AS = {"python-docx": "docx", "python-oxmsg": "oxmsg"}
FOR_ANOTHER = frozenset({"lxml-html-clean"})
"""Asked for by name because another dependency asks for it in a way that old pips overlook."""
DECISIONS = ROOT / "docs" / "decisions"
PAGES_OF_FORMATS = ("0104-formats.md", "0105-paged-and-archived.md")


def dependencies(extra: str | None = None) -> list[str]:
    """Return the libraries that an installation asks for, or that an extra adds."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = project["optional-dependencies"][extra] if extra else project["dependencies"]
    return [re.split(r"[<>=~!\[;]", line)[0].strip() for line in lines]


def section(command: str) -> str:
    """Return the part of the commands' page that is about one command."""
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    found = re.search(rf"^## {command}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


SHAPES = {
    "check": (Checked, DraftLine),
    "diff": (Gap,),
    "figures": (Count, Stated, Compared),
    "quotes": (ListedQuotation,),
    "timeline": (ChronicleLine,),
    "stemma": (StemmaEdge, Origin),
    "watch": (Announcement,),
}
"""What each command prints as JSON."""

COMMANDS = get_command(app).commands  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_is_on_its_page_with_every_option(name: str) -> None:
    options = [option for parameter in COMMANDS[name].params for option in parameter.opts]
    page = section(name)
    assert f"variorum {name} " in page
    assert [o for o in options if o.startswith("-") and f"`{o}" not in page and o != "--help"] == []


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_explains_itself_with_an_example(name: str) -> None:
    assert f"`variorum {name} " in (COMMANDS[name].help or "")


def test_no_page_tells_of_a_command_that_is_gone() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+)$", page, re.MULTILINE) == list(COMMANDS)


def test_no_page_tells_of_an_option_that_is_gone() -> None:
    for name, command in COMMANDS.items():
        told = set(re.findall(r"`(--[a-z-]+)", section(name)))
        known = {o for p in command.params for o in (*p.opts, *p.secondary_opts)}
        assert told - known - {"--against"} == set(), name


def test_every_format_of_export_is_on_its_page_with_what_it_is() -> None:
    page = section("export")
    assert [f.name for f in FORMATS.values() if f"| `{f.name}` | {f.what}: " not in page] == []


def test_every_kind_of_finding_and_every_verdict_is_on_the_page_of_its_command() -> None:
    assert not [kind for kind in FINDING_WEIGHTS if f"`{kind}`" not in section("show")]
    verdicts = (*get_args(DraftVerdict), *get_args(CheckKind))
    assert not [verdict for verdict in verdicts if f"`{verdict}`" not in section("check")]


def test_every_setting_is_on_its_page() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert [n for n in Settings.__struct_fields__ if f"`{n}`" not in page] == []


def test_the_fields_of_json_are_on_their_page() -> None:
    missing = [
        f"{name}: {field}"
        for name, shapes in SHAPES.items()
        for shape in shapes
        for field in shape.__struct_fields__
        if f"`{field}`" not in section(name)
    ]
    assert missing == []


@pytest.mark.parametrize("name", dependencies())
def test_a_dependency_has_its_decision_page(name: str) -> None:
    titles = [
        page.read_text(encoding="utf-8").splitlines()[0].lower()
        for page in sorted(DECISIONS.glob("*.md"))
    ]
    assert any(name.lower() in re.split(r"[\s,():`]+", title) for title in titles), name


@pytest.mark.parametrize("name", dependencies("formats"))
def test_a_library_of_an_extra_is_on_its_decision_page(name: str) -> None:
    pages = [(DECISIONS / page).read_text(encoding="utf-8") for page in PAGES_OF_FORMATS]
    assert any(re.search(rf"^\| {name} ", page, re.MULTILINE) for page in pages)


@pytest.mark.parametrize(
    "name", sorted(set(dependencies()) - FOR_ANOTHER) + dependencies("formats")
)
def test_a_dependency_is_used(name: str) -> None:
    module = IMPORTED_AS.get(name, name.replace("-", "_"))
    used = re.compile(rf"(?:import|from) {module}\b|\"{module}\"")
    assert any(
        used.search(path.read_text(encoding="utf-8")) for path in (ROOT / "src").rglob("*.py")
    ), f"nothing in src imports {name}"


def test_every_step_has_its_page() -> None:
    steps = {path.stem for path in (ROOT / "docs" / "steps").glob("*.md")}
    folders = {"read", "extract", "link", "align", "judge", "trace", "report"}
    assert sorted(folders - {step.split("-")[0] for step in steps}) == []
