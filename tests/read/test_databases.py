"""Exports of press databases: one file, many articles, each with outlet, day and byline and no label."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.read.reading_room import kinds, read_bytes
from variorum.records import Account

FIRST = (
    "The council of Selm voted on Tuesday to close the north quay for three months.\n\n"
    "“We could not wait for autumn,” said the harbour master, Ina Rolt, on the quay."
)
SECOND = (
    "A ferry will sail from the south quay every hour, the county said in Tarn on Wednesday.\n\n"
    "IN the first week it is free of charge, and RE-opening of the north quay is hoped for."
)
LABELS = (
    "Load-Date", "Length", "Byline", "Body", "words", "Document", "Copyright", "(c)", "SELMGZ", "TARNC", "Subject",
    "Publication", "ProQuest", "Full text", "Factiva", "gcat", "HD ", "TD ", "English", "____", "Section",
)  # fmt: skip
"""What no article has of its labels."""


def both(folder: Path, name: str, data: bytes) -> tuple[Account, Account]:
    (first, second), problems = read_bytes(folder, name, data)
    assert problems == ()
    return first, second


def assert_two_articles(first: Account, second: Account, name: str) -> None:
    assert first.text == f"Quay to close\n\nRita Hann\n\n{FIRST}"
    assert second.text == f"Ferry to sail in 2031\n\n{SECOND}"
    assert [first.source, second.source] == [f"{name}#1", f"{name}#2"]
    assert (first.title, second.title) == ("Quay to close", "Ferry to sail in 2031")
    assert (first.outlet, second.outlet) == ("Selm Gazette", "Tarn Courier")
    days = [(one.published.earliest, one.published.latest) for one in (first, second)]
    assert days == [("2031-05-05", "2031-05-05"), ("2031-05-06", "2031-05-06")]
    assert [label for label in LABELS for one in (first, second) if label in one.text] == []
    assert kinds(first)[:2] == [("title", "Quay to close"), ("furniture", "Rita Hann")]


# --- Nexis Uni --------------------------------------------------------------------------------------

COVER = ["User Name: Desk", "Date and Time: Thursday, 8 May 2031", "Job Number: 1", "Documents (2)", "1. Quay to close",
         "Client/Matter: -None-", "Search Terms: quay"]  # fmt: skip
UNI = [
    *("Quay to close", "Selm Gazette", "May 5, 2031 Monday", "Late Edition", "Copyright 2031 Selm Gazette All Rights Reserved"),
    *("Section: NEWS; Pg. 3", "Length: 90 words", "Byline: Rita Hann", "Body", *FIRST.split("\n\n"), "Load-Date: May 6, 2031"),
    *("End of Document", "Ferry to sail in 2031", "Tarn Courier", "May 6, 2031 Tuesday", "Copyright 2031 Tarn Courier"),
    *("Length: 40 words", "Body", *SECOND.split("\n\n"), "Classification", "Language: ENGLISH"),
    *("Publication-Type: Newspaper", "Subject: FERRIES (90%)", "Load-Date: May 6, 2031", "End of Document"),
]  # fmt: skip


def document(lines: list[str]) -> bytes:
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def rich(lines: list[str]) -> bytes:
    told = "".join(f"\\pard\\plain {line}\\par\n" for line in lines)
    coded = "".join(mark if mark < "\x80" else f"\\u{ord(mark)}?" for mark in told)
    return f"{{\\rtf1\\ansi\\uc1 {coded}}}".encode()


@pytest.mark.parametrize("cover", [[], COVER])
def test_a_document_of_nexis_uni_is_its_articles(tmp_path: Path, cover: list[str]) -> None:
    data = document([*cover, *UNI])
    assert_two_articles(*both(tmp_path, "a.docx", data), "a.docx")


def test_rich_text_of_nexis_uni_is_its_articles(tmp_path: Path) -> None:
    assert_two_articles(*both(tmp_path, "a.rtf", rich([*COVER, *UNI])), "a.rtf")


def test_its_text_too(tmp_path: Path) -> None:
    data = "\n\n".join([*COVER, *UNI]).encode()
    assert_two_articles(*both(tmp_path, "a.txt", data), "a.txt")


def test_an_ordinary_document_that_has_a_heading_body_is_one_account(tmp_path: Path) -> None:
    accounts, _ = read_bytes(tmp_path, "a.docx", document(["Body", *FIRST.split("\n\n")]))
    assert len(accounts) == 1


# --- Factiva ----------------------------------------------------------------------------------------

PLAIN = (
    f"Quay to close\n\nRita Hann\n90 words\n5 May 2031\n08:00\nSelm Gazette\nSELMGZ\n3\nEnglish\n(c) 2031 Selm Gazette\n\n"
    f"{FIRST}\n\nDocument SELMGZ0020310505e75500012\n\nFerry to sail in 2031\n40 words\n6 May 2031\nTarn Courier\nTARNC\n"
    f"English\nCopyright 2031, Tarn Courier.\n\n{SECOND}\n\nDocument TARNC00020310506e75600003\n\nSearch Summary\nText quay\n"
)


def coded(mark: str) -> list[str]:
    first, second = FIRST.split("\n\n"), SECOND.split("\n\n")
    return [
        *(f"SE{mark}News", f"HD{mark}Quay to close", f"BY{mark}Rita Hann", f"WC{mark}90 words", f"PD{mark}5 May 2031"),
        *(f"SN{mark}Selm Gazette", f"SC{mark}SELMGZ", f"LA{mark}English", f"CY{mark}(c) 2031", f"LP{mark}{first[0]}", ""),
        *(f"TD{mark}{first[1]}", "", f"CO{mark}slmcnc : Council of Selm", f"NS{mark}gcat : Political News | c13 : Rules"),
        *(f"RE{mark}selm : Selm", f"PUB{mark}Gazette Press", f"AN{mark}Document SELMGZ0020310505e7550", ""),
        *(f"HD{mark}Ferry to sail in 2031", f"WC{mark}40 words", f"PD{mark}6 May 2031", f"SN{mark}Tarn Courier"),
        *(f"SC{mark}TARNC", f"LA{mark}English", f"LP{mark}{second[0]}", "", f"TD{mark}{second[1]}", ""),
        *(f"IPD{mark}Ferries", f"NS{mark}gcat : Political News", f"AN{mark}Document TARNC00020310506e7560"),
    ]  # fmt: skip


def test_a_text_of_factiva_is_its_articles(tmp_path: Path) -> None:
    assert_two_articles(*both(tmp_path, "a.txt", PLAIN.encode()), "a.txt")


@pytest.mark.parametrize("mark", ["\t", "   ", " "])
def test_a_text_of_factiva_with_codes_is_its_articles(tmp_path: Path, mark: str) -> None:
    assert_two_articles(*both(tmp_path, "a.txt", "\n".join(coded(mark)).encode()), "a.txt")


def test_rich_text_of_factiva_is_its_articles(tmp_path: Path) -> None:
    rows = [
        f"\\trowd\\intbl {line.replace('|', ' ')}\\cell\\row" if line else ""
        for line in coded("\\cell ")
    ]
    assert_two_articles(*both(tmp_path, "a.rtf", rich(rows)), "a.rtf")


def test_a_page_of_factiva_with_codes_is_its_articles(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td class='index'><b>{code}</b>&nbsp;</td><td><p class='articleParagraph'>{told}</p></td></tr>"
        for code, told in (line.split("\t") for line in coded("\t") if line)
    )
    page = f"<!DOCTYPE html><html><head><title>Factiva</title></head><body><table>{rows}</table></body></html>"
    assert_two_articles(*both(tmp_path, "a.html", page.encode()), "a.html")


def test_a_page_of_factiva_without_codes_is_its_articles(tmp_path: Path) -> None:
    def shown(lines: list[str], words: str) -> str:
        told = "".join(f"<div>{line}</div>" for line in lines)
        said = "".join(
            f"<p class='articleParagraph enarticleParagraph'>{p}</p>" for p in words.split("\n\n")
        )
        return f"<div class='article enArticle'>{told}{said}"

    page = (
        "<html><body>"
        + shown(["Quay to close", "Rita Hann", "90 words", "5 May 2031", "Selm Gazette", "SELMGZ", "English", "(c) 2031"], FIRST)
        + "<p>Document SELMGZ0020310505e75500012</p></div>"
        + shown(["Ferry to sail in 2031", "40 words", "6 May 2031", "Tarn Courier", "TARNC", "English", "(c) 2031"], SECOND)
        + "<p>Document TARNC00020310506e75600003</p></div></body></html>"
    )  # fmt: skip
    assert_two_articles(*both(tmp_path, "a.html", page.encode()), "a.html")


def test_a_document_of_factiva_without_its_parts_is_a_problem_and_the_rest_is_read(
    tmp_path: Path,
) -> None:
    accounts, (problem,) = read_bytes(
        tmp_path, "a.txt", PLAIN.replace("(c) 2031 Selm Gazette\n", "").encode()
    )
    assert [account.title for account in accounts] == ["Ferry to sail in 2031"]
    assert problem.where == "a.txt, document 1"


# --- ProQuest ---------------------------------------------------------------------------------------

RULE = "_" * 60


def proquest(first: str = f"Full text: {FIRST}") -> str:
    return (
        f"{RULE}\n\nReport Information from ProQuest\n\nMay 8 2031\n{RULE}\n\n Document 1 of 2\n\nQuay to close\n\n"
        f"Author: Hann, Rita\n\nPublication info: Selm Gazette; Selm [Selm]05 May 2031: 3.\n\nhttps://p.example/1\n\n"
        f"Abstract: The quay shuts.\n\nLinks: https://l.example\n\n{first}\n\n"
        "Subject: Quays; Harbours\n\nLocation: Selm\n\nTitle: Quay to close\n\nPublication title: Selm Gazette\n\nPages: 3\n\n"
        "Publication year: 2031\n\nPublication date: May 5, 2031\n\nSection: News\n\nPublisher: Gazette Press\n\n"
        "Language of publication: English\n\nProQuest document ID: 123456789\n\nCopyright: (c) 2031\n\nDatabase: News\n\n"
        f"{RULE}\n\n Document 2 of 2\n\nFerry to sail in 2031\n\nPublication info: Tarn Courier; Tarn [Tarn]06 May 2031.\n\n"
        f"Full text: {SECOND}\n\nTitle: Ferry to sail in 2031\n\nPublication title: Tarn Courier\n\n"
        "Publication date: May 6, 2031\n\nProQuest document ID: 123456790\n\nDatabase: News\n\n"
        f"{RULE}\n\nContact us at: http://p.example Copyright © 2031 ProQuest LLC.\n"
    )


def test_a_text_of_proquest_is_its_articles(tmp_path: Path) -> None:
    assert_two_articles(*both(tmp_path, "a.txt", proquest().encode("utf-8-sig")), "a.txt")


def test_records_may_be_parted_by_underscores_alone(tmp_path: Path) -> None:
    text = proquest().replace(" Document 1 of 2\n", "").replace(" Document 2 of 2\n", "")
    assert_two_articles(*both(tmp_path, "a.txt", text.encode()), "a.txt")


@pytest.mark.parametrize("first", ["", "Full text: Not available."])
def test_a_record_with_an_abstract_only_is_a_problem(tmp_path: Path, first: str) -> None:
    accounts, (problem,) = read_bytes(tmp_path, "a.txt", proquest(first).encode())
    assert [account.title for account in accounts] == ["Ferry to sail in 2031"]
    assert problem.where == "a.txt, document 1"


def test_a_line_of_an_article_that_looks_like_a_label_stays(tmp_path: Path) -> None:
    text = proquest().replace("three months.\n\n", "three months.\n\nSource: the town clerk\n\n")
    first, _ = both(tmp_path, "a.txt", text.encode())
    assert "\n\nSource: the town clerk\n\n“We" in first.text


# --- many -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", document([*COVER, *UNI * 25])),
        ("a.rtf", rich([*COVER, *UNI * 25])),
        ("b.txt", (PLAIN.partition("Search Summary")[0] * 25).encode()),
        ("c.txt", "\n".join(coded("\t") * 25).encode()),
        ("d.txt", (proquest() * 25).encode()),
    ],
)
def test_an_export_of_fifty_articles_is_fifty_accounts(
    tmp_path: Path, name: str, data: bytes
) -> None:
    accounts, problems = read_bytes(tmp_path, name, data)
    assert [account.source for account in accounts] == [f"{name}#{n}" for n in range(1, 51)]
    assert {account.outlet for account in accounts} == {"Selm Gazette", "Tarn Courier"}
    assert problems == ()


# --- ordinary texts ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\n\nEnd of Document\n",
        f"Title: Quay to close\nAuthor: Rita Hann\n\n{FIRST}",
        f"HD televisions are sold in Selm.\nPD James wrote of it.\n{FIRST}",
        f"{FIRST}\n\nFull text: see the council’s page.",
    ],
)
def test_an_ordinary_text_with_such_words_is_one_account(tmp_path: Path, text: str) -> None:
    (account,), problems = read_bytes(tmp_path, "a.txt", text.encode())
    assert account.text == text
    assert problems == ()
