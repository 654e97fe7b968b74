"""An export of Nexis becomes its articles, without the labels that the database prints around them."""

from pathlib import Path

from tests.read.reading_room import kinds, read_bytes
from variorum.read.media.databases.nexis import is_nexis

FIRST = "The council of Selm voted on Tuesday to close the north quay for three months.\n\n“We wait,” said Ina Rolt."
EXPORT = (
    "Download Request: Selected Items: 1-2\n\n                 1 of 2 DOCUMENTS\n\n\n"
    "                 Selm Gazette\n\n               May 5, 2031 Monday\n              Late Edition\n\n"
    "Quay to\nclose\n\nBYLINE: Rita Hann\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 90 words\n\n\n"
    f"{FIRST}\n\nUPDATE: a ferry sails.\n\nGRAPHIC: the quay\n\nLOAD-DATE: May 6, 2031\n\n"
    "                 Copyright 2031 Selm Gazette\n                 All Rights Reserved\n\n"
    "                 2 of 2 DOCUMENTS\n\n            Copyright 2031 Tarn Courier\n\n"
    "                 Tarn Courier\n\n             May 6, 2031\n\nHEADLINE: Ferry to sail\n\n"
    "BODY:\n\nA ferry will sail from Monday, the county said in Tarn.\n\nLANGUAGE: ENGLISH\n"
)


def test_each_article_is_an_account_with_its_outlet_headline_and_day(tmp_path: Path) -> None:
    (first, second), problems = read_bytes(tmp_path, "a.TXT", EXPORT.encode())
    assert problems == ()
    assert (first.outlet, first.title, first.published.earliest) == (
        "Selm Gazette",
        "Quay to close",
        "2031-05-05",
    )
    assert (second.outlet, second.title, second.published.earliest) == (
        "Tarn Courier",
        "Ferry to sail",
        "2031-05-06",
    )
    assert [first.source, second.source] == ["a.TXT#1", "a.TXT#2"]


def test_labels_are_no_words_of_an_article_and_its_own_capitals_are(tmp_path: Path) -> None:
    (first, second), _ = read_bytes(tmp_path, "a.txt", EXPORT.encode())
    assert first.text == f"Quay to close\n\nRita Hann\n\n{FIRST}\n\nUPDATE: a ferry sails."
    assert kinds(first)[:2] == [("title", "Quay to close"), ("furniture", "Rita Hann")]
    assert second.text == "Ferry to sail\n\nA ferry will sail from Monday, the county said in Tarn."


def test_a_document_without_text_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    text = EXPORT.replace(FIRST, "").replace("UPDATE: a ferry sails.", "")
    (second,), (problem,) = read_bytes(tmp_path, "a.txt", text.encode())
    assert second.title == "Ferry to sail"
    assert problem.where == "a.txt, document 1"


def test_a_text_that_counts_nothing_is_no_export() -> None:
    assert not is_nexis("The court has 4 of 9 DOCUMENTS it asked for.\n")
