"""Hostile input: every file becomes accounts or problems, never an exception."""

from pathlib import Path

import pytest

from tests.effort import times_as_much
from tests.read.reading_room import English, kinds, read_bytes, read_text
from variorum.read.ingestion import read_source
from variorum.read.inputs import Source
from variorum.settings import Settings

STORY = "The bridge at Ollmar was closed on Monday after a crack was found in the third pier.\n"


def reason(folder: Path, name: str, data: bytes, **limits: int) -> str:
    accounts, problems = read_bytes(folder, name, data, **limits)
    assert accounts == ()
    assert [problem.step for problem in problems] == ["read"]
    return problems[0].reason


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.json", "a.jsonl"])
@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_a_problem(tmp_path: Path, name: str, data: bytes) -> None:
    told = reason(tmp_path, name, data)
    assert "empty" in told
    assert "; " in told


def test_a_missing_file_is_a_problem() -> None:
    source = Source("gone.txt", Path("/nonexistent/gone.txt"))
    _, (problem,) = read_source(source, Settings(), English())
    assert problem.where == "gone.txt"


def test_a_file_over_the_limit_is_a_problem_that_names_the_limit(tmp_path: Path) -> None:
    assert "1000 bytes" in reason(tmp_path, "a.txt", b"x" * 1001, max_source_bytes=1000)


def test_a_file_larger_than_any_memory_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)  # a hole: it takes no room on the disk
    _, (problem,) = read_source(Source(path.name, path), Settings(), English())
    assert "larger than" in problem.reason


def test_a_text_over_the_limit_is_a_problem(tmp_path: Path) -> None:
    assert "characters" in reason(tmp_path, "a.txt", b"word " * 300, max_characters=1000)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3"),
        ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("a.bin", bytes(range(256)) * 40),
        ("a.txt", b"some words\x00and more words"),
        ("a.json", b'{"text": "some words \\u0000 and more"}'),
        ("a.csv", b"id,words\n1,two words\n"),
    ],
)
def test_what_is_not_text_is_a_problem_that_says_what_to_do(
    tmp_path: Path, name: str, data: bytes
) -> None:
    assert "; " in reason(tmp_path, name, data)


@pytest.mark.parametrize("data", [b"[" * 200_000, b'{"text":' * 100_000, b'{"text": "a' * 9])
def test_json_that_is_deep_or_broken_is_a_problem(tmp_path: Path, data: bytes) -> None:
    assert reason(tmp_path, "a.json", data)


def test_half_a_surrogate_pair_in_json_is_a_problem(tmp_path: Path) -> None:
    assert reason(tmp_path, "a.json", b'{"text": "broken \\ud800 half"}')


@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<div>" * 50_000 + "deep" + "</div>" * 50_000,
        "<html><body>" + "<" * 100_000,
        "<html>" + "<b><i>" * 400_000,
        "<!doctype html><html><head></head><body></body></html>",
        "<html><body><p>\x01\x02\x03</p>",
        "<html><script type='application/ld+json'>" + "[" * 50_000 + "</script><body><p>x</p>",
    ],
    ids=["deep", "brackets", "many", "bare", "controls", "deep metadata"],
)
def test_a_page_without_an_article_is_a_problem(tmp_path: Path, html: str) -> None:
    accounts, problems = read_bytes(tmp_path, "a.html", html.encode("utf-8"))
    assert len(accounts) + len(problems) == 1


def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    data = b'{"text": "One ferry sank."}\nnot json\n{"title": "no text"}\n{"text": "Two sank."}\n'
    accounts, problems = read_bytes(tmp_path, "feed.jsonl", data)
    assert [account.text for account in accounts] == ["One ferry sank.", "Two sank."]
    assert [problem.where for problem in problems] == ["feed.jsonl, line 2", "feed.jsonl, line 3"]


@pytest.mark.parametrize(
    "piece", ["[(", '"', "1,2", "A: ", "a b", "“", "<…>\n", "By A\n", "\n", "A", "é", "... ", "> "]
)
def test_the_work_of_a_text_of_one_piece_grows_with_its_length(tmp_path: Path, piece: str) -> None:
    short, long = ((piece * (n // len(piece))).encode("utf-8") for n in (30_000, 300_000))
    share = times_as_much(
        lambda: read_bytes(tmp_path, "a.txt", long), lambda: read_bytes(tmp_path, "a.txt", short)
    )
    assert share < 40  # ten times the text; a square would be a hundred times the work


# --- encodings ---------------------------------------------------------------------------------


def test_plain_utf8_is_unchanged_down_to_line_ends_and_spaces(tmp_path: Path) -> None:
    text = "Dam\u00a0gates  open\r\n\r\nThe gates opened.\rAgain.\u2028Then\u2009shut.\n\n "
    assert read_text(tmp_path, text).text == text


def test_a_byte_order_mark_stays_at_offset_zero_inside_the_first_region(tmp_path: Path) -> None:
    account = read_text(tmp_path, "\ufeff" + STORY)
    assert account.text == "\ufeff" + STORY
    assert account.regions[0].start == 0


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_marked_wide_encoding_is_decoded_without_a_problem(tmp_path: Path, encoding: str) -> None:
    (account,), problems = read_bytes(tmp_path, "a.txt", ("\ufeff" + STORY).encode(encoding))
    assert (account.text, problems) == ("\ufeff" + STORY, ())


def test_utf16_without_a_mark_is_decoded_and_the_guess_told(tmp_path: Path) -> None:
    (account,), (problem,) = read_bytes(tmp_path, "a.txt", STORY.encode("utf-16-le"))
    assert account.text == STORY
    assert "utf-16-le" in problem.reason


def test_a_western_legacy_encoding_is_guessed_and_the_guess_told(tmp_path: Path) -> None:
    text = "Le café de la gare a été fermé après l’incendie, a déclaré le maire à Étretat. " * 9
    (account,), (problem,) = read_bytes(tmp_path, "a.txt", text.encode("cp1252"))
    assert account.text == text
    assert "guess" in problem.reason


def test_a_few_damaged_bytes_do_not_turn_utf8_into_another_encoding(tmp_path: Path) -> None:
    data = ("Дамба открыта. " * 30).encode() + b"\xff" + " Вода ушла.".encode()
    (account,), (problem,) = read_bytes(tmp_path, "a.txt", data)
    assert account.text.startswith("Дамба открыта.")
    assert "U+FFFD" in problem.reason


def test_a_page_may_declare_its_encoding(tmp_path: Path) -> None:
    html = (
        "<html><head><meta charset='windows-1251'><title>Дамба</title></head><body><article>"
        + "<p>Вода ушла из нижнего города, сообщил мэр в понедельник вечером.</p>" * 6
        + "</article></body></html>"
    )
    (account,), problems = read_bytes(tmp_path, "a.html", html.encode("cp1251"))
    assert "Вода ушла из нижнего города" in account.text
    assert problems == ()


def test_no_region_is_lost_between_odd_line_ends(tmp_path: Path) -> None:
    account = read_text(
        tmp_path, "Dam opens\n\x0bThe gates opened on Monday at noon.\x0cThen shut."
    )
    assert " ".join(text for _, text in kinds(account)).split() == account.text.split()
