"""Encodings: what pages mean by their labels, and Latin codes told by the letters of languages."""

from pathlib import Path

import pytest

from tests.read.reading_room import read_bytes
from variorum.read.media.letters.labels import codec_of


def read(folder: Path, text: str, encoding: str) -> tuple[str, str]:
    (account,), (problem,) = read_bytes(folder, "a.txt", text.encode(encoding))
    return account.text, problem.reason


@pytest.mark.parametrize(
    "text",
    [
        "The jury took nine hours – “too few”, said counsel – to clear the baker.\n" * 4,
        "The café’s owner, Señor Ibáñez, paid a fine of £300 on Tuesday and said he would not "
        "appeal against it, since the court’s own clerk had told him it was “the least of it”.\n",
        "Cup • League • Friendly\nThe keeper’s knee is “fine”, the coach said — twice.\n" * 3,
        "Herr Groß of Köln left £3m to the sœurs, Jürgen Weiß said.\n",
        "Guðrún Þórðardóttir spoke in Reykjavík. It was 3°C, and 25 m² cost €1bn.\n",
    ],
)
def test_western_text_is_read_as_windows_1252(tmp_path: Path, text: str) -> None:
    found, reason = read(tmp_path, text, "cp1252")
    assert found == text
    assert "cp1252" in reason
    assert "guess" in reason


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Sąd w Łodzi uznał, że piekarz jest niewinny; wyrok ogłoszono w środę. " * 9, "cp1250"),
        ("Суд в понедельник оправдал пекаря, сообщил секретарь суда. " * 9, "cp1251"),
        (
            "The baker of Grudziądz, Michał Żuk, was cleared. “No,” said Ewa Śliwa of Łomża.",
            "cp1250",
        ),
        ("The baker, Ödön Szűcs of Győr, was cleared, said Ágnes Tóth.", "cp1250"),
        (
            "The baker of Děčín, Jiří Kříž, was cleared; his wife, Šárka Křížová, was not.",
            "iso8859_2",
        ),
        ("The baker, Ayşe Başar of Diyarbakır, was cleared – for good.", "cp1254"),
        ("The baker, Eglė Žukė of Panevėžys, was cleared.", "cp1257"),
        ("“No,” said the baker’s son, Zoé – and the café shut.", "mac_roman"),
        ("The café owner paid €3m.", "iso8859_15"),
    ],
)
def test_other_codes_are_told_by_the_letters_of_their_languages(
    tmp_path: Path, text: str, encoding: str
) -> None:
    assert read(tmp_path, text, encoding)[0] == text


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("latin1", "cp1252"),
        ("US-ASCII", "cp1252"),
        ("iso-8859-9", "cp1254"),
        ("gb2312", "gb18030"),
        ("x-sjis", "cp932"),
        ("ks_c_5601-1987", "cp949"),
        ("unicode", "utf_8"),
        ("windows-1250", "cp1250"),
        ("klingon", None),
    ],
)
def test_a_label_means_what_browsers_take_it_for(label: str, codec: str | None) -> None:
    assert codec_of(label) == codec


BODY = (
    "<p>The harbour board met on Tuesday and heard its engineer for an hour before it voted.</p>"
    "<p>“It costs €3m,” said Ada Bruun, the engineer, who had asked for twice as much in May.</p>"
)


@pytest.mark.parametrize(
    "head",
    [
        '<html><head><meta charset="latin1"></head>',
        "<html><head><meta http-equiv=Content-Type content='text/html; charset=ISO_8859-1'></head>",
        '<?xml version="1.0" encoding="ascii"?><html><head></head>',
    ],
)
def test_a_page_labelled_latin_keeps_its_quotation_marks_and_euros(
    tmp_path: Path, head: str
) -> None:
    page = f"{head}<body><article>{BODY}</article></body></html>"
    (account,), problems = read_bytes(tmp_path, "a.html", page.encode("cp1252"))
    assert "“It costs €3m,” said Ada Bruun" in account.text
    assert problems == ()


def test_a_byte_without_meaning_costs_a_page_one_sign_and_is_told(tmp_path: Path) -> None:
    page = f'<html><head><meta charset="latin1"></head><body>{BODY * 12}</body></html>'
    data = page.encode("cp1252").replace(b"for an hour", b"for an\x9d hour", 1)
    (account,), (problem,) = read_bytes(tmp_path, "a.html", data)
    assert "“It costs €3m,” said Ada Bruun" in account.text
    assert "1 stretches are not valid cp1252, which the page names" in problem.reason


def test_a_label_that_the_bytes_belie_is_not_believed(tmp_path: Path) -> None:
    page = f'<html><head><meta charset="gbk"></head><body>{BODY}</body></html>'
    (account,), (problem,) = read_bytes(tmp_path, "a.html", page.encode("cp1252"))
    assert "“It costs €3m,” said Ada Bruun" in account.text
    assert "guess" in problem.reason
