"""Languages stand in `languages`, labels of parsers in `models.labels`; the rooms know neither."""

from __future__ import annotations

from pathlib import Path

from tests.languages.english_in_rooms import Known, rooms


def test_no_room_knows_a_language_or_a_label_of_a_parser() -> None:
    assert rooms() == {}


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


def test_fields_of_formats_are_of_no_language(tmp_path: Path) -> None:
    code = "FIELDS = {'from', 'to'}\nCOUNTED = r'Document \\d+ of \\d+'"
    (tmp_path / "read" / "media").mkdir(parents=True)
    for name in ("formats.py", "pages.py"):
        (tmp_path / "read" / "media" / name).write_text(code, encoding="utf-8")
    assert rooms(tmp_path) == {"read/media": Known(words=3)}


def test_words_of_our_own_are_not_counted(tmp_path: Path) -> None:
    code = 'def rule(token): return token.relation == "object" and token.kind == "person"'
    assert counted(tmp_path, code) == Known()
