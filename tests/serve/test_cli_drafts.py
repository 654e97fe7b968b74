"""Drafts from the command line: what is printed, the page, the log for machines, the exit status."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

pytestmark = pytest.mark.model

Run = Callable[..., int]
Shown = pytest.CaptureFixture[str]

SOURCE = """Fire in the old mill

ORLSTAD, 2 June 2021 — The fire in the old mill at Orlstad destroyed 14 looms on Wednesday, the fire chief Henk
Brandal said. Nobody was hurt.
"""
DRAFT = "The fire in the old mill at Orlstad destroyed 40 looms. Nobody was hurt.\n"
PLANTED = "<script>alert(1)</script><img src=x onerror=alert(1)>"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a draft and a folder of its one source."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "mill.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def test_what_must_be_looked_at_is_printed_with_the_words_of_the_source(
    run: Run, desk: Path, capsys: Shown
) -> None:
    assert run("check", desk / "draft.txt", "--against", desk / "sources") == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "The source has “14”, the draft “40”." in printed
    assert "2 sentences: 1 stands, 1 differs" in printed
    assert "Nobody was hurt" not in printed


def test_the_sentence_of_the_source_is_printed_with_its_account(
    run: Run, desk: Path, capsys: Shown
) -> None:
    assert run("check", desk / "draft.txt", "--against", desk / "sources") == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "source mill “The fire in the old mill at Orlstad" in printed
    assert "destroyed 14 looms on Wednesday, the fire chief Henk Brandal said.”" in printed


def test_a_long_sentence_of_a_source_is_cut_around_the_words_that_are_meant(
    run: Run, desk: Path, capsys: Shown
) -> None:
    wool = ", where wool from eleven farms of the valley had been stored since the shearing" * 4
    told = f"In the old mill at Orlstad{wool}, the fire destroyed 14 looms{wool}.\n"
    (desk / "sources" / "mill.txt").write_text(f"Fire in the old mill\n\n{told}", encoding="utf-8")
    assert run("check", desk / "draft.txt", "--against", desk / "sources") == 0
    printed = " ".join(capsys.readouterr().out.split())
    (shown,) = re.findall(r"source mill “(… [^”]* …)”", printed)
    assert "the fire destroyed 14 looms" in shown
    assert len(shown) < 250


def test_what_the_sources_do_not_settle_is_counted_for_a_person_to_read(
    run: Run, desk: Path, capsys: Shown
) -> None:
    (desk / "draft.txt").write_text("The old mill at Orlstad was insured.\n", encoding="utf-8")
    assert run("check", desk / "draft.txt", "--against", desk / "sources") == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert (
        "Read for yourself the sentence that the sources do not settle: --all lists it." in printed
    )


def test_a_pipeline_can_stop_on_a_verdict(run: Run, desk: Path, capsys: Shown) -> None:
    draft = ("check", desk / "draft.txt", "--against", desk / "sources")
    assert run(*draft, "--fail-on", "differs") == 1
    assert run(*draft, "--fail-on", "not found") == 0
    assert run(*draft, "--fail-on", "wrong") == 2
    assert "says the same" in capsys.readouterr().err


def test_a_statement_is_one_json_object(run: Run, desk: Path, capsys: Shown) -> None:
    assert run("check", desk / "draft.txt", "--against", desk / "sources", "--json") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    figure, nobody = (row for row in rows if row["kind"] == "figure")
    assert (nobody["verdict"], nobody["place"]["text"]) == ("says the same", "Nobody")
    assert (figure["file"], figure["verdict"], figure["place"]["text"], figure["words"]["text"]) == (
        "draft.txt", "differs", "40", "14",
    )  # fmt: skip


def test_the_page_escapes_what_drafts_and_sources_say(run: Run, desk: Path) -> None:
    (desk / "draft.txt").write_text(f"{DRAFT}{PLANTED} said 99 people.\n", encoding="utf-8")
    (desk / "sources" / "mill.txt").write_text(f"{PLANTED}\n\n{SOURCE}", encoding="utf-8")
    page = desk / "draft.html"
    assert run("check", desk / "draft.txt", "--against", desk / "sources", "-o", page) == 0
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text
    assert "<img" not in text
    assert 'href="#n1-1"' in text
    assert "<mark>14</mark>" in text


def test_the_words_around_those_of_a_source_are_cut_between_words(run: Run, desk: Path) -> None:
    line = (
        "The fire began in the loft, where wool from eleven farms had been stored since the shearing. "
        * 3
    )
    (desk / "sources" / "mill.txt").write_text(
        f"Fire in the old mill\n\n{line}It destroyed 14 looms. {line}\n", encoding="utf-8"
    )
    (desk / "draft.txt").write_text("It destroyed 40 looms.\n", encoding="utf-8")
    page = desk / "draft.html"
    assert run("check", desk / "draft.txt", "--against", desk / "sources", "-o", page) == 0
    (quoted,) = re.findall(r"<blockquote[^>]*>(.*?)<mark>14</mark>(.*?)<footer>", page.read_text())
    words = set(line.split()) | {"It", "destroyed", "looms.", "…"}
    assert set((quoted[0] + quoted[1]).split()) <= words
    assert quoted[0].startswith("… ")


def test_the_log_for_machines_names_the_place_by_line_and_column(run: Run, desk: Path) -> None:
    log = desk / "draft.sarif"
    assert run("check", desk / "draft.txt", "--against", desk / "sources", "-o", log) == 0
    (made,) = json.loads(log.read_text(encoding="utf-8"))["runs"]
    (result,) = made["results"]
    (location,) = result["locations"]
    assert (result["ruleId"], result["level"]) == ("other_figure", "error")
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "draft.txt"},
        "region": {"startLine": 1, "startColumn": 47, "endLine": 1, "endColumn": 49},
    }


def test_a_file_of_another_ending_is_refused(run: Run, desk: Path, capsys: Shown) -> None:
    out = desk / "draft.pdf"
    assert run("check", desk / "draft.txt", "--against", desk / "sources", "-o", out) == 2
    assert ".html" in capsys.readouterr().err
    assert not out.exists()


def test_a_draft_without_sources_says_so(run: Run, desk: Path, capsys: Shown) -> None:
    assert run("check", desk / "draft.txt", "--against", desk / "nothing") == 2
    assert "nothing" in capsys.readouterr().err


def test_a_word_document_is_a_draft_and_its_notes_are_citations(
    run: Run, desk: Path, capsys: Shown
) -> None:
    document = docx.Document()
    document.add_paragraph("The fire in the old mill at Orlstad destroyed 40 looms.[1]")
    document.add_paragraph("[1] mill.txt")
    document.save(str(desk / "draft.docx"))
    assert run("check", desk / "draft.docx", "--against", desk / "sources", "--json") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["verdict"] for row in rows if row["kind"] == "sentence"] == ["differs"]


def test_a_reference_that_no_source_fits_is_said_on_stderr(
    run: Run, desk: Path, capsys: Shown
) -> None:
    (desk / "draft.md").write_text("Nobody was hurt.[^1]\n\n[^1]: The Unheard, 1987.\n", "utf-8")
    assert run("check", desk / "draft.md", "--against", desk / "sources") == 0
    assert "The Unheard, 1987." in capsys.readouterr().err
