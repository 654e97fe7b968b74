"""Citations of a draft: what a sentence cites, and what stands in another source than that."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import variorum
from variorum.records import Account
from variorum.settings import Settings
from variorum.trace.drafts import AssessedDraft
from variorum.trace.drafts.references import references

GAZETTE = """Bakery burns down in Orlstad

The Orlstad Gazette

ORLSTAD, 2 June 2021 — A fire destroyed the bakery in Mill Lane on Wednesday, the fire chief Henk Brandal said. Nine
loaves were saved. Nobody was hurt.
"""
ECHO = """Neighbours collect for the baker

The Brinsted Echo

BRINSTED, 4 June 2021 — Neighbours have collected 3,400 crowns for the baker Ilse Tamm. "I will bake again by August,"
she said.
"""
FOOT = """
[^g]: The Orlstad Gazette, 2 June 2021.
[^e]: "Neighbours collect for the baker", 4 June 2021.
[^x]: The Daily Unheard, 9 June 2021.
"""


def account(text: str) -> Account:
    return Account(id="a-draft", source="draft.md", text=text)


def marks(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.place.text, one.labels) for one in references(account(text)).marks]


@cache
def assessed(draft: str, name: str = "draft.md") -> AssessedDraft:
    with TemporaryDirectory() as folder:
        sources = Path(folder) / "sources"
        sources.mkdir()
        (sources / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
        (sources / "echo.txt").write_text(ECHO, encoding="utf-8")
        (Path(folder) / name).write_text(draft, encoding="utf-8")
        return variorum.check(Path(folder) / name, sources, settings=Settings(workers=1))


def elsewhere(draft: str) -> list[tuple[str, str]]:
    found = assessed(draft).assessments
    return [(one.rule, one.place.text) for one in found if one.verdict == "in another source"]


def test_a_mark_may_give_several_numbers_and_a_range() -> None:
    assert marks("It burned [1, 3–5].\n\nSources\n[1] A\n[3] B\n[4] C\n[5] D\n") == [
        ("[1, 3–5]", ("3", "4", "5", "1"))
    ]


def test_notes_are_known_by_their_labels() -> None:
    notes = references(account(f"It burned.[^g]\n{FOOT}")).notes
    assert {key: one.text for key, one in notes.items()} == {
        "^g": "The Orlstad Gazette, 2 June 2021.",
        "^e": '"Neighbours collect for the baker", 4 June 2021.',
        "^x": "The Daily Unheard, 9 June 2021.",
    }


def test_lines_under_a_heading_are_numbered_in_their_order() -> None:
    text = "It burned [2].\n\n## Sources\n\n- The Gazette\n- The Echo\n"
    notes = references(account(text)).notes
    assert {key: one.text for key, one in notes.items()} == {"1": "The Gazette", "2": "The Echo"}


def test_a_heading_over_words_that_nothing_leads_to_is_no_list() -> None:
    assert not references(account("It burned.\n\nNotes\n\nThe baker was asleep.\n")).apart


def test_a_raised_number_is_a_mark_where_a_list_has_it() -> None:
    assert marks("The baker slept.1 It burned.\n\nNotes\n\nThe Gazette\n") == [("1", ("1",))]


def test_a_number_in_the_text_is_no_mark_without_a_list() -> None:
    assert not marks("The baker slept.1 It burned.\n")


@pytest.mark.model
def test_what_stands_in_the_cited_source_is_left_alone() -> None:
    assert not elsewhere(
        f"A fire destroyed the bakery in Mill Lane.[^g] Nine loaves were saved.[^g]\n{FOOT}"
    )


@pytest.mark.model
def test_a_number_of_another_source_than_the_cited_is_told() -> None:
    draft = f"Neighbours have collected 3,400 crowns for the baker.[^g]\n{FOOT}"
    assert ("figure_elsewhere", "3,400 crowns") in elsewhere(draft)
    assert [one.verdict for one in assessed(draft).sentences] == ["in another source"]


@pytest.mark.model
def test_a_name_that_the_cited_source_does_not_have_is_told() -> None:
    draft = f"Neighbours have collected for the baker Ilse Tamm.[^g]\n{FOOT}"
    assert ("name_in_another", "Ilse Tamm") in elsewhere(draft)


@pytest.mark.model
def test_quoted_words_of_another_source_are_told_with_that_source() -> None:
    draft = f'"I will bake again by August," said Ilse Tamm.[^g]\n{FOOT}'
    (one,) = (one for one in assessed(draft).assessments if one.rule == "words_elsewhere")
    assert one.source is not None
    assert one.source.text.startswith("I will bake again by August")


@pytest.mark.model
def test_an_outlet_named_in_words_is_a_citation() -> None:
    draft = "Neighbours have collected 3,400 crowns, according to the Orlstad Gazette.\n"
    assert ("figure_elsewhere", "3,400 crowns") in elsewhere(draft)


@pytest.mark.model
def test_a_reference_that_fits_no_source_is_said_once_and_never_guessed() -> None:
    draft = f"Nine loaves were saved.[^x] Neighbours have collected 3,400 crowns.[^x]\n{FOOT}"
    assert not elsewhere(draft)
    told = [one.reason for one in assessed(draft).problems if one.step == "check"]
    assert len(told) == 1
    assert "The Daily Unheard" in told[0]


@pytest.mark.model
def test_the_list_of_references_is_no_statement() -> None:
    draft = "Nine loaves were saved [1].\n\n## References\n\n1. The Orlstad Gazette, 2 June 2021.\n2. Karl Unheard, 1987.\n"
    assert [one.place.text for one in assessed(draft).sentences] == ["Nine loaves were saved [1]."]
    assert not [one for one in assessed(draft).assessments if "Unheard" in one.place.text]


@pytest.mark.model
def test_a_link_to_a_sources_file_is_a_citation() -> None:
    draft = "Neighbours have collected 3,400 crowns [1].\n\n[1] gazette.txt\n"
    assert ("figure_elsewhere", "3,400 crowns") in elsewhere(draft)
