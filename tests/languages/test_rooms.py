"""Languages stand in `languages`, labels of parsers in `models.labels`; the rooms know neither."""

from __future__ import annotations

from pathlib import Path

from tests.languages.english_in_rooms import Known, rooms

KNOW_ENGLISH = {
    "read",
    "read/media",
    "read/page",
}
"""Rooms that still read English by name. A room leaves this list and never comes back (decision 0091)."""


def test_no_room_knows_a_label_of_a_parser() -> None:
    assert {room: known.labels for room, known in rooms().items() if known.labels} == {}


def test_no_other_room_knows_a_language() -> None:
    assert rooms().keys() - KNOW_ENGLISH == set()


def test_a_room_that_knows_no_language_any_more_has_left_the_list() -> None:
    assert KNOW_ENGLISH - rooms().keys() == set()


def counted(tmp_path: Path, code: str) -> Known:
    """Return what one module of a room that reads is counted to know."""
    (tmp_path / "extract").mkdir()
    path = tmp_path / "extract" / "some.py"
    path.write_text(code, encoding="utf-8")
    return rooms(tmp_path).get("extract", Known())


def test_labels_tables_and_words_are_counted(tmp_path: Path) -> None:
    code = '''
"""A docstring may say nsubj, or the word of."""
from variorum.languages.en.reporting import SPEECH, VERBS
LINKS = ("of", "by the")
def rule(token):
    return token.dep == "nsubj" or token.lemma == "interview" or token.kind == "person"
PATTERN = r"\\\\b(?:said|who) \\\\w+"
'''
    assert counted(tmp_path, code) == Known(labels=1, imports=2, words=4)


def test_what_joins_our_own_sentences_and_links_of_a_page_are_not_counted(tmp_path: Path) -> None:
    code = 'SAID = " and ".join(PARTS)\nPAGE = "[How it is done](how.md) is told there."'
    assert counted(tmp_path, code) == Known()


def test_words_of_our_own_are_not_counted(tmp_path: Path) -> None:
    code = 'def rule(token): return token.relation == "object" and token.kind == "person"'
    assert counted(tmp_path, code) == Known()
