"""Web archives as accounts: WARC, WACZ and MHTML, whole and cut, with what is no page."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import pytest

from tests.read.reading_room import read_bytes
from tests.read.warehouse import mhtml, packed, page, record, response, wacz
from variorum.records import Account

TOLD = "The north quay of Selm will close on Monday, the harbour master said, and nobody may moor."
MORE = "Ferries will leave from the south quay until the wall has been mended, the council said."
FIRST = response("https://gazette.example/quay", page(TOLD).encode())
SECOND = response("https://herald.example/ferry", page(MORE, "Ferries to move").encode())
PICTURE = response("https://gazette.example/quay.png", b"\x89PNG", kind="image/png")
ABSENT = response("https://gazette.example/old", page(MORE).encode(), status="404 Not Found")
WARC = [record("warcinfo", b"software: none\r\n"), FIRST, PICTURE, ABSENT, PICTURE, SECOND]


def read(
    folder: Path, name: str, data: bytes, **limits: int
) -> tuple[tuple[Account, ...], list[str]]:
    accounts, problems = read_bytes(folder, name, data, **limits)
    return accounts, [f"{problem.where}: {problem.reason}" for problem in problems]


@pytest.mark.parametrize("data", [b"".join(WARC), packed(WARC), gzip.compress(b"".join(WARC))])
def test_each_page_is_an_account_with_its_address_and_the_time_of_its_capture(
    tmp_path: Path, data: bytes
) -> None:
    (quay, ferry), problems = read(tmp_path, "crawl.warc.gz", data)
    assert quay.text == f"Quay to close\n\n{TOLD}"
    assert (quay.source, quay.url, quay.captured) == (
        "crawl.warc.gz#1",
        "https://gazette.example/quay",
        "2031-05-05T10:04:00Z",
    )
    assert (ferry.source, ferry.outlet) == ("crawl.warc.gz#2", "herald.example")
    assert problems == [
        "crawl.warc.gz: 3 records are no pages and were left out (2 × image/png, 1 × status 404)"
    ]


def test_the_time_of_capture_is_no_day_of_publication(tmp_path: Path) -> None:
    (account,), _ = read(tmp_path, "crawl.warc", FIRST)
    assert account.published.earliest is None


@pytest.mark.parametrize("lost", [2, 30, len(SECOND) - 10])
def test_an_archive_that_is_cut_in_half_gives_what_is_whole_and_says_so(
    tmp_path: Path, lost: int
) -> None:
    for data in (FIRST + SECOND[:-lost], gzip.compress(FIRST) + gzip.compress(SECOND)[:-40]):
        (account,), problems = read(tmp_path, "crawl.warc", data)
        assert account.url == "https://gazette.example/quay"
        assert problems == [
            "crawl.warc: the archive is cut short or damaged, and what is whole of it was read; "
            "get the whole file"
        ]


def test_a_damaged_record_costs_no_other(tmp_path: Path) -> None:
    damaged = SECOND.replace(b"Content-Length: ", b"Content-Length: 1")
    accounts, problems = read(tmp_path, "crawl.warc", damaged + FIRST)
    assert [account.url for account in accounts] == ["https://gazette.example/quay"]
    assert len(problems) == 1


def test_a_page_that_was_sent_packed_is_unpacked(tmp_path: Path) -> None:
    sent = response("https://a.example/", gzip.compress(page(TOLD).encode()), packing="gzip")
    (account,), problems = read(tmp_path, "crawl.warc", sent)
    assert TOLD in account.text
    assert problems == []


def test_a_page_that_was_sent_in_pieces_is_put_together(tmp_path: Path) -> None:
    content = page(TOLD).encode()
    pieces = b"%x\r\n%s\r\n0\r\n\r\n" % (len(content), content)
    sent = response("https://a.example/", pieces).replace(
        b"charset=utf-8\r\n", b"charset=utf-8\r\nTransfer-Encoding: chunked\r\n"
    )
    grown = len("Transfer-Encoding: chunked\r\n")
    length = int(sent.split(b"Content-Length: ")[1].split(b"\r\n")[0])
    sent = sent.replace(b"Content-Length: %d" % length, b"Content-Length: %d" % (length + grown))
    (account,), problems = read(tmp_path, "crawl.warc", sent)
    assert account.text == f"Quay to close\n\n{TOLD}"
    assert problems == []


def test_the_encoding_that_the_server_names_counts_where_the_page_names_none(
    tmp_path: Path,
) -> None:
    told = TOLD.replace("Selm", "Šelm")
    sent = response(
        "https://a.example/", page(told).encode("cp1250"), kind="text/html; charset=windows-1250"
    )
    (account,), problems = read(tmp_path, "crawl.warc", sent)
    assert "Šelm" in account.text
    assert problems == []


def test_a_page_without_an_article_is_a_problem_that_names_its_address(tmp_path: Path) -> None:
    empty = response("https://a.example/empty", b"<html><body></body></html>")
    accounts, problems = read(tmp_path, "crawl.warc", empty + FIRST)
    assert len(accounts) == 1
    assert problems[0].startswith("crawl.warc, https://a.example/empty: no main text")


def test_an_archive_that_unpacks_to_more_than_is_allowed_is_read_to_there(tmp_path: Path) -> None:
    bomb = gzip.compress(FIRST + record("resource", b"0" * 3_000_000))
    accounts, problems = read(tmp_path, "crawl.warc.gz", bomb, max_source_bytes=20_000)
    assert len(accounts) == 1
    assert "unpacks to more than 200000 bytes" in problems[-1]


def test_a_wacz_gives_the_pages_that_it_lists(tmp_path: Path) -> None:
    (account,), problems = read(
        tmp_path, "crawl.wacz", wacz(WARC, ["https://herald.example/ferry"])
    )
    assert account.url == "https://herald.example/ferry"
    assert "1 × page inside another page" in problems[0]


def test_a_wacz_that_lists_nothing_gives_all_pages(tmp_path: Path) -> None:
    accounts, _ = read(tmp_path, "crawl.wacz", wacz(WARC, []))
    assert len(accounts) == 2


@pytest.mark.parametrize("name", ["quay.mhtml", "quay.html", "quay.txt"])
def test_a_page_that_was_saved_with_its_parts_is_the_page(tmp_path: Path, name: str) -> None:
    (account,), problems = read(tmp_path, name, mhtml(page(TOLD)))
    assert account.text == f"Quay to close\n\n{TOLD}"
    assert account.url == "https://gazette.example/quay"
    assert account.captured == "2031-05-05T10:04:00Z"
    assert problems == []


def test_a_saved_page_that_is_cut_short_says_so(tmp_path: Path) -> None:
    (account,), (told,) = read(tmp_path, "quay.mht", mhtml(page(TOLD), end=False))
    assert TOLD in account.text
    assert "cut short" in told


def test_without_the_library_the_problem_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "warcio.recordloader", None)
    accounts, (told,) = read(tmp_path, "crawl.warc", FIRST)
    assert accounts == ()
    assert "pip install 'variorum[formats]'" in told
