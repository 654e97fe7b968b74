"""The tutorial runs from top to bottom as it stands in the documentation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

PATH = Path(__file__).parents[1] / "docs" / "notebooks" / "first-story.ipynb"


@pytest.fixture(scope="module")
def ran() -> Any:
    """Return the notebook with its outputs; an error in any cell fails."""
    notebook = nbformat.read(PATH, as_version=4)
    return NotebookClient(notebook, timeout=300, kernel_name="python3").execute()


def output(notebook: Any, cell: str) -> dict[str, str]:
    """Return what a cell shows, by media type."""
    (found,) = [one for one in notebook.cells if one.id == cell]
    return dict(found.outputs[-1].data)


def test_the_notebook_in_the_repository_has_no_outputs() -> None:
    notebook = nbformat.read(PATH, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [(cell.outputs, cell.execution_count) for cell in code] == [([], None)] * len(code)


@pytest.mark.model
def test_the_ledger_shows_itself_as_html_and_as_text(ran: Any) -> None:
    shown = output(ran, "read")
    assert "7 accounts" in shown["text/plain"]
    assert '<div class="variorum-shown">' in shown["text/html"]


@pytest.mark.model
def test_the_first_finding_has_both_numbers_of_the_missing(ran: Any) -> None:
    html = output(ran, "finding")["text/html"]
    assert ("<mark>58</mark>" in html, "<mark>31</mark>" in html) == (True, True)


@pytest.mark.model
@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("figures", "at least nine"),
        ("speakers", "Marek Dusanek"),
        ("verdicts", "only here"),
        ("why", "independence not shown"),
        ("export", "ledger.xlsx"),
    ],
)
def test_a_cell_shows_what_its_text_promises(cell: str, words: str, ran: Any) -> None:
    assert words in output(ran, cell)["text/plain"]
