"""PDF files as accounts: reading order, paragraphs, cut words, running heads, pages, and what cannot be read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.read.paper import PICTURE, Put, column, pdf
from tests.read.reading_room import kinds, read_bytes
from variorum.read.naming import page_of
from variorum.records import Account

FIRST = """
  The dam above Selm burst on
Monday, and the water reached
the market within an hour, the
council said in the evening.
  Nobody was hurt. The mayor
thanked the crews.
"""
SECOND = """
  The bridge at the mill is
shut, and the road to Orly
stays open for the crews of
the fire service alone.
"""
THIRD = """
  Engineers will look at the
wall on Tuesday, and families
may return when they have told
the council what they found.
"""
PROSE = (
    "The dam above Selm burst on Monday, and the water reached the market within an hour, "
    "the council said in the evening.\n\nNobody was hurt. The mayor thanked the crews."
)
BRIDGE = (
    "The bridge at the mill is shut, and the road to Orly stays open for the crews of the fire "
    "service alone."
)
WALL = (
    "Engineers will look at the wall on Tuesday, and families may return when they have told the "
    "council what they found."
)


def read(folder: Path, data: bytes) -> Account:
    (account,), problems = read_bytes(folder, "report.pdf", data)
    assert problems == ()
    return account


def told(folder: Path, data: bytes, **limits: int) -> str:
    _, problems = read_bytes(folder, "report.pdf", data, **limits)
    return "; ".join(problem.reason for problem in problems)


def test_lines_of_a_paragraph_are_one_line_of_the_text(tmp_path: Path) -> None:
    assert read(tmp_path, pdf([column(50, 700, FIRST)])).text == f"{PROSE}\n"


def test_paragraphs_set_apart_by_room_are_told_apart(tmp_path: Path) -> None:
    lines = [*column(50, 700, FIRST.replace("  ", "")[:119]), *column(50, 620, SECOND.strip())]
    assert read(tmp_path, pdf([lines])).text.count("\n\n") == 1


def test_three_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    page = [*column(40, 700, FIRST), *column(240, 700, SECOND), *column(440, 700, THIRD)]
    assert read(tmp_path, pdf([page])).text == f"{PROSE}\n\n{BRIDGE}\n\n{WALL}\n"


def test_columns_that_the_file_writes_line_by_line_are_read_one_after_the_other(
    tmp_path: Path,
) -> None:
    page = [*column(40, 700, FIRST), *column(240, 700, SECOND), *column(440, 700, THIRD)]
    across = sorted(page, key=lambda put: (-put.y, put.x))
    headed = [Put(40, 740, "Dam bursts above Selm", 16), *across]
    assert read(tmp_path, pdf([headed])).text == (
        f"Dam bursts above Selm\n\n{PROSE}\n\n{BRIDGE}\n\n{WALL}\n"
    )


def test_a_table_keeps_its_rows_with_a_bar_between_cells(tmp_path: Path) -> None:
    rows = [("Selm", "12", "missing"), ("Orly", "3", "missing"), ("Brack", "140", "found")]
    page = [
        Put(50 + 150 * place, 700 - 12 * row, cell)
        for row, cells in enumerate(rows)
        for place, cell in enumerate(cells)
    ]
    assert read(tmp_path, pdf([page])).text == (
        "Selm | 12 | missing\n\nOrly | 3 | missing\n\nBrack | 140 | found\n"
    )


def test_a_word_cut_at_the_end_of_a_line_is_whole_again(tmp_path: Path) -> None:
    text = "The information that was given by the coun-\ncil said nothing of it to anybody at all here."
    assert "given by the council said" in read(tmp_path, pdf([column(50, 700, text)])).text


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("A well-known man of that town said to the well-\nknown clerk", "to the well-known clerk"),
        ("It was found well by all and known to the well-\nknown clerk", "to the well-known clerk"),
        ("What was said of it is in the paper of Anglo-\nSaxon towns", "of Anglo-Saxon towns"),
        ("The figures that were printed are those of 2030-\n2031 alone", "of 2030-2031 alone"),
    ],
)
def test_a_hyphen_of_the_word_itself_stays(tmp_path: Path, text: str, whole: str) -> None:
    assert whole in read(tmp_path, pdf([column(50, 700, text)])).text


def test_running_heads_and_page_numbers_are_no_text_and_a_paragraph_goes_on(
    tmp_path: Path,
) -> None:
    top, rest = FIRST.split("the market", 1)
    pages = [
        [Put(50, 780, "Inquiry into the flood"), *column(50, 700, body), Put(300, 20, f"{number}")]
        for number, body in enumerate((top, f"the market{rest}"), start=7)
    ]
    account = read(tmp_path, pdf(pages))
    assert account.text == f"{PROSE}\n"
    assert account.text[account.pages[1] :].startswith("the market")


def test_a_record_with_numbered_lines_gives_its_turns(tmp_path: Path) -> None:
    told = [
        "THE CHAIR: When did you see that the dam was giving way?",
        "MR ORLY: At nine in the morning, when the wall began to",
        "leak below the road, and the crews had not been told of it",
        "THE CHAIR: And whom did you tell of what you had seen then?",
        "MR ORLY: I told the engineer, and I told the council too.",
        "THE CHAIR: What did the engineer say to you when you did?",
        "MR ORLY: I was told that it had been leaking for a year or",
        "more, and that we had nothing to fear from it at all, sir.",
    ]
    pages = [
        [
            *(Put(50, 700 - 20 * n, f"{n}") for n in range(1, 9)),
            *(Put(80, 700 - 20 * n, line) for n, line in enumerate(lines, start=1)),
        ]
        for lines in (told, told[5:] + told[:5])
    ]
    account = read(tmp_path, pdf(pages))
    assert account.kind == "transcript"
    assert account.text.count("\n\n") == 11
    turns = [region.speaker for region in account.regions if region.kind == "turn"]
    assert turns[:3] == ["THE CHAIR", "MR ORLY", "THE CHAIR"]
    assert "the wall began to leak below the road" in account.text


def test_a_table_keeps_the_numbers_of_its_rows(tmp_path: Path) -> None:
    rows = [Put(50, 700 - 12 * n, f"{n}") for n in range(1, 10)]
    names = [Put(90, 700 - 12 * n, f"Quay {'abcdefghi'[n - 1]} of Selm") for n in range(1, 10)]
    assert "9" in read(tmp_path, pdf([[*rows, *names]])).text


def test_page_numbers_in_roman_numerals_are_no_text(tmp_path: Path) -> None:
    pages = [
        [*column(50, 700, body), Put(300, 20, number)]
        for body, number in ((FIRST, "iii"), (SECOND, "iv"), (THIRD, "v"))
    ]
    assert read(tmp_path, pdf(pages)).text == f"{PROSE}\n\n{BRIDGE}\n\n{WALL}\n"


def test_a_headline_is_no_running_head_of_the_same_words(tmp_path: Path) -> None:
    head = Put(50, 780, "Inquiry into the flood")
    first = [*column(50, 760, "Inquiry into the flood", size=18), *column(50, 700, FIRST)]
    account = read(
        tmp_path, pdf([first, [head, *column(50, 700, SECOND)], [head, *column(50, 700, THIRD)]])
    )
    assert account.title == "Inquiry into the flood"
    assert account.text.count("Inquiry") == 1


def test_each_offset_is_on_its_page_and_a_page_without_text_has_none(tmp_path: Path) -> None:
    account = read(tmp_path, pdf([column(50, 700, FIRST), "", column(50, 700, THIRD)]))
    assert len(account.pages) == 3
    assert page_of(account, 0) == 1
    assert page_of(account, account.text.index("Nobody")) == 1
    assert page_of(account, account.text.index("Engineers")) == 3
    assert page_of(account, len(account.text) - 1) == 3


def test_larger_letters_are_headings_and_the_first_is_the_headline(tmp_path: Path) -> None:
    page = [
        *column(50, 760, "Dam bursts above Selm", size=18),
        *column(50, 700, FIRST),
        *column(50, 600, "What is shut", size=13),
        *column(50, 580, SECOND),
    ]
    account = read(tmp_path, pdf([page]))
    assert account.title == "Dam bursts above Selm"
    assert [text for kind, text in kinds(account) if kind == "title"] == [
        "Dam bursts above Selm",
        "What is shut",
    ]


def test_a_title_of_the_file_counts_only_where_the_page_has_it(tmp_path: Path) -> None:
    page = [*column(50, 760, "Dam bursts above Selm"), *column(50, 700, FIRST)]
    assert read(tmp_path, pdf([page], title="Dam bursts above Selm")).title == (
        "Dam bursts above Selm"
    )
    assert read(tmp_path, pdf([page], title="Microsoft Word - draft3")).title != (
        "Microsoft Word - draft3"
    )


def test_the_day_on_which_the_file_was_made_is_no_day_of_publication(tmp_path: Path) -> None:
    assert read(tmp_path, pdf([column(50, 700, FIRST)])).published.earliest is None


def test_pages_of_pictures_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    data = pdf([PICTURE, column(50, 700, FIRST), PICTURE])
    (account,), (problem,) = read_bytes(tmp_path, "report.pdf", data)
    assert account.text == f"{PROSE}\n"
    assert page_of(account, 0) == 2
    assert problem.reason.startswith("no text, only pictures, on pages 1 and 3; run text recog")


def test_a_document_of_pictures_alone_is_refused(tmp_path: Path) -> None:
    accounts, (problem,) = read_bytes(tmp_path, "report.pdf", pdf([PICTURE]))
    assert accounts == ()
    assert problem.reason.startswith("no text, only pictures, on page 1; run text recognition")


def test_a_locked_document_says_so(tmp_path: Path) -> None:
    lock = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ({0}) /U ({0}) >> /ID [(ab) (ab)]"
    data = pdf([column(50, 700, FIRST)], trailer=lock.format("x" * 32))
    assert "locked with a password; unlock it" in told(tmp_path, data)


def test_a_document_that_is_cut_short_gives_what_is_left_and_says_so(tmp_path: Path) -> None:
    data = pdf([column(50, 700, FIRST)])
    added = data + b"12 0 obj\n<< /Type /Page"
    (account,), (problem,) = read_bytes(tmp_path, "report.pdf", added)
    assert account.text == f"{PROSE}\n"
    assert problem.reason == "the file is cut short, and 1 page was found in it; get the whole file"
    assert "cannot be opened; get the whole file" in told(tmp_path, data[: data.index(b"xref")])


def test_what_a_document_would_run_or_open_is_left_alone(tmp_path: Path) -> None:
    script = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
    account = read(tmp_path, pdf([column(50, 700, FIRST)], catalog=script))
    assert account.text == f"{PROSE}\n"


def test_a_document_without_end_is_read_to_its_bounds(tmp_path: Path) -> None:
    many = pdf([column(50, 700, FIRST)] * 40)
    assert "more than 1000 characters; split it" in told(tmp_path, many, max_characters=1_000)


def test_a_pdf_is_known_by_its_content(tmp_path: Path) -> None:
    data = b"\n\n" + pdf([column(50, 700, FIRST)])
    (account,), _ = read_bytes(tmp_path, "report", data)
    assert account.pages == (0,)


def test_without_the_library_the_problem_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert "pip install 'variorum[formats]'" in told(tmp_path, pdf([column(50, 700, FIRST)]))
