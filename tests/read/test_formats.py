"""What is no account yet is told; ordinary texts that look a little like it are read."""

import json
from pathlib import Path

import pytest

from tests.read.reading_room import kinds, read_bytes, read_text

NEWS = (
    "The council of Selm voted on Tuesday to close the north quay for three months after a diver "
    "found a hole in its wall. “We could not wait for autumn,” said the harbour master, Ina Rolt."
)
DECLARED = '<?xml version="1.0" encoding="UTF-8"?>\n'
COUNTED = f"Document 1 of 2\n\nQuay to close\n\n{NEWS}\n\nDocument 2 of 2\n\nFerry to sail\n"
WEBLOC = (
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://a.example/p.dtd">\n'
    "<plist><dict><key>URL</key><string>https://g.example/1</string></dict></plist>\n"
)
SHORTCUT = "[InternetShortcut]\r\nURL=https://g.example/1\r\n"


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("a.txt", DECLARED + f"<teiCorpus><p>{NEWS}</p></teiCorpus>", "is XML"),
        ("a.xml", f"<teiCorpus><p>{NEWS}</p></teiCorpus>", "is XML"),
        ("a.ass", "[Script Info]\n[Events]\n", "subtitles"),
        ("a.url", SHORTCUT, "a link to a page"),
        ("a.txt", SHORTCUT, "a link to a page"),
        ("a.webloc", DECLARED + WEBLOC, "a link to a page"),
        ("a.txt", "https://g.example/1\n", "a link to a page"),
        ("a.txt", "https://g.example/1\nhttps://g.example/2\n", "list of addresses"),
        ("a.md", "# Links\n\n- [One](https://g.example/1)\n- [Two](https://g.example/2)\n"
                 "- https://g.example/3\n", "list of addresses"),
        ("a.txt", COUNTED, "press database"),
        ("a.docx", "PK\x03\x04 and more", "cannot be read as a Word document"),
        ("a.xlsx", "PK\x03\x04 and more", "cannot be read as a workbook"),
    ],
)  # fmt: skip
def test_what_is_not_read_yet_is_a_problem_that_says_what_it_is_and_what_to_do(
    tmp_path: Path, name: str, text: str, what: str
) -> None:
    accounts, (problem,) = read_bytes(tmp_path, name, text.encode())
    assert accounts == ()
    assert what in problem.reason
    assert "; " in problem.reason


@pytest.mark.parametrize(
    "text",
    [
        f"Quay to close\n\n{NEWS}\n\nhttps://g.example/1\nhttps://g.example/2\n",
        f"{NEWS} https://g.example/1",
        f"From: Ina Rolt\nTo: the press\nSubject: North quay\n\n{NEWS}",
        f"SELM, 5 May\n\n1 of 4\n\nPhoto: the quay\n\nPublication date: 5 May 2031\n\n{NEWS}",
        f"The talks ran from 10:05 --> 11:30.\n\n{NEWS}",
        f"From the harbour came smoke at 10:05 in May 2031\n{NEWS}",
        f"Section: Harbours\nLength: 90 metres\n\n{NEWS}",
        f"<…>\n\n{NEWS}",
        f"[Applause]\n\n{NEWS}",
        f"{{sic}} {NEWS}",
    ],
)
def test_an_ordinary_text_that_looks_a_little_like_it_is_read(tmp_path: Path, text: str) -> None:
    assert NEWS in read_text(tmp_path, text).text


def test_json_under_a_text_name_is_read_as_json(tmp_path: Path) -> None:
    account = read_text(tmp_path, json.dumps({"title": "Quay", "text": NEWS}), "a.txt")
    assert account.text == f"Quay\n\n{NEWS}"


def test_json_without_an_account_is_a_problem_under_any_name(tmp_path: Path) -> None:
    accounts, (problem,) = read_bytes(tmp_path, "a.txt", b'{"number": 4, "colour": "red"}')
    assert accounts == ()
    assert "has no text" in problem.reason


def test_html_in_a_field_is_read_without_its_tags_and_its_headings_are_titles(
    tmp_path: Path,
) -> None:
    html = (
        "<p>The north quay of Selm is shut for three months.</p><h2>Pilots refuse</h2><p>&#8220;We wait,&#8221; said <b>Ina"
        "</b> Rolt, the harbour master of Selm.<br>She left.</p><script>track()</script>"
    )
    account = read_text(
        tmp_path, json.dumps({"title": "Quay &amp; wall", "content": html}), "a.json"
    )
    assert kinds(account) == [
        ("title", "Quay & wall"),
        ("body", "The north quay of Selm is shut for three months."),
        ("title", "Pilots refuse"),
        ("body", "“We wait,” said Ina Rolt, the harbour master of Selm.\n\nShe left."),
    ]


def test_a_text_with_angle_brackets_in_a_field_is_unchanged(tmp_path: Path) -> None:
    text = "The vote was 5 < 9 & the <motion> fell."
    assert read_text(tmp_path, json.dumps({"text": text}), "a.json").text == text


def test_html_in_a_field_is_held_to_the_limits_of_pages(tmp_path: Path) -> None:
    rows = [{"text": "<p>" + "<b>x</b>" * 30}, {"text": NEWS}]
    accounts, (problem,) = read_bytes(tmp_path, "a.json", json.dumps(rows).encode(), max_inline=20)
    assert [account.text for account in accounts] == [NEWS]
    assert problem.where == "a.json, item 1"
    assert "max_inline" in problem.reason


# --- pages in place of an article ------------------------------------------------------------------


def html(title: str, body: str) -> bytes:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    "title",
    ["404", "Error 404", "404 - Page not found | Gazette", "Gazette: 503 Service Unavailable",
     "Access denied", "This page is not available - Gazette"],
)  # fmt: skip
def test_a_page_that_reports_an_error_is_a_problem(tmp_path: Path, title: str) -> None:
    page = html(
        title, "<h1>Sorry</h1><p>We looked in every drawer and there was nothing there.</p>"
    )
    accounts, (problem,) = read_bytes(tmp_path, "a.html", page)
    assert accounts == ()
    assert "reports an error" in problem.reason


@pytest.mark.parametrize(
    "told",
    [
        "We value your privacy. We and our 91 friends keep cookies on your device. You may refuse.",
        "You need to enable JavaScript to run this app.",
        "Please verify that you are not a robot by solving the captcha. It takes a moment.",
        "To read on, please sign in or create an account. Subscribe today and you save half.",
    ],
)
def test_a_wall_in_place_of_an_article_is_a_problem(tmp_path: Path, told: str) -> None:
    accounts, (problem,) = read_bytes(
        tmp_path, "a.html", html("Gazette", f"<div><h1>Before you go on</h1><p>{told}</p></div>")
    )
    assert accounts == ()
    assert "holds no article" in problem.reason


@pytest.mark.parametrize(
    ("title", "more"),
    [
        ("404 families wait for homes", ""),
        ("Access denied: Selm shuts its archive to readers", ""),
        ("Quay to close", "<p>We use cookies on your device. Subscribe to our letter.</p>"),
        ("Regulator fines shop over cookies", "<p>It had stored cookies without consent.</p>"),
    ],
)
def test_an_article_about_such_things_or_beside_a_banner_is_read(
    tmp_path: Path, title: str, more: str
) -> None:
    page = html(title, f"<article><h1>{title}</h1><p>{NEWS}</p>{more}</article>")
    (account,), problems = read_bytes(tmp_path, "a.html", page)
    assert "the harbour master, Ina Rolt" in account.text
    assert problems == ()


# --- letters ---------------------------------------------------------------------------------------


def test_a_page_that_says_latin_1_is_read_as_browsers_do(tmp_path: Path) -> None:
    page = (
        "<html><head><meta charset='iso-8859-1'><title>Quay</title></head><body><article>"
        f"<p>{NEWS}</p><p>It cost €3m – a lot, the café owner’s son said on Monday.</p></article>"
    )
    (account,), problems = read_bytes(tmp_path, "a.html", page.encode("cp1252"))
    assert "“We could not wait for autumn,”" in account.text
    assert "€3m – a lot, the café owner’s son" in account.text
    assert problems == ()


@pytest.mark.parametrize("lost", [True, False])
def test_letters_that_were_converted_twice_are_read_once_more_and_told(
    tmp_path: Path, *, lost: bool
) -> None:
    text = f"{NEWS} It cost €3m, the café owner’s son said – “too much”."
    twice = "".join(
        bytes([byte]).decode("cp1252", "ignore") or ("" if lost else chr(byte))
        for byte in text.encode()
    )
    (account,), (problem,) = read_bytes(tmp_path, "a.txt", twice.encode())
    assert account.text == text
    assert "UTF-8 that was read as Windows-1252" in problem.reason


def test_letters_converted_once_stay_beside_those_converted_twice(tmp_path: Path) -> None:
    (account,), _ = read_bytes(
        tmp_path, "a.txt", "“No,” said Zoë. It’s Ã©tÃ© in the cafÃ©.".encode()
    )
    assert account.text == "“No,” said Zoë. It’s été in the café."


def test_soft_hyphens_inside_words_are_told(tmp_path: Path) -> None:
    _, (problem,) = read_bytes(tmp_path, "a.txt", NEWS.replace("coun", "coun\u00ad").encode())
    assert "soft hyphens split words" in problem.reason


@pytest.mark.parametrize("text", ["Die Königin von Åland übt.", "Ça m’a plu, «né à l’été»."])
def test_accented_letters_are_no_damage(tmp_path: Path, text: str) -> None:
    assert read_bytes(tmp_path, "a.txt", text.encode())[1] == ()


# --- what a page says about itself -------------------------------------------------------------------

LINKED = '<script type="application/ld+json">{{"@type": "NewsArticle", {}}}</script>'
CHANGED = '<meta property="article:modified_time" content="2031-05-09T18:00:00+02:00">'


@pytest.mark.parametrize(
    ("told", "day"),
    [
        (CHANGED + LINKED.format('"datePublished": "2031-05-06T06:30:00+02:00"'), "2031-05-06"),
        (CHANGED + '<meta property="article:published_time" content="2031-05-06">', "2031-05-06"),
        (LINKED.format('"dateModified": "2031-05-09", "datePublished": "2031-05-06"'), "2031-05-06"),
        (LINKED.format('"datePublished": "2031-05-06"'), "2031-05-06"),
    ],
)  # fmt: skip
def test_the_day_of_a_change_is_not_the_day_of_publication(
    tmp_path: Path, told: str, day: str
) -> None:
    page = f"<html><head><title>Quay</title>{told}</head><body><article><p>{NEWS}</p></article>"
    (account,), _ = read_bytes(tmp_path, "a.html", page.encode())
    assert account.published.earliest == day


PARAGRAPHS = "\n\n".join(
    f"The quay at {place} will be closed for the whole of May, the council of the town said."
    for place in ("Selm", "Orl", "Keld", "Tarn", "Vale")
)
MORE = (
    "The union asked for this three years ago, its head said in the evening.\n\n"
    "The council has put aside nine million crowns for the work on the wall."
)


@pytest.mark.parametrize("heading", ["Comment", "Comments", "Responses"])
def test_a_part_of_the_article_may_be_headed_comment(tmp_path: Path, heading: str) -> None:
    account = read_text(tmp_path, f"Quay to close\n\n{PARAGRAPHS}\n\n{heading}\n\n{MORE}\n")
    assert "nine million crowns" in kinds(account)[-1][1]
    assert kinds(account)[-1][0] == "body"


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        ("Comments", f"Ina R.\n\n5 May 2031\n\n{MORE}"),
        ("2 comments", MORE),
        ("Leave a reply", MORE),
    ],
)
def test_what_readers_say_below_an_article_is_no_part_of_it(
    tmp_path: Path, heading: str, below: str
) -> None:
    account = read_text(tmp_path, f"Quay to close\n\n{PARAGRAPHS}\n\n{heading}\n\n{below}\n")
    told = " ".join(text for kind, text in kinds(account) if kind == "body")
    assert "nine million crowns" not in told


def test_a_list_of_days_above_a_text_is_neither_its_place_nor_a_title(tmp_path: Path) -> None:
    days = "Received: 14 July 2030\n\nAccepted: 16 December 2030\n\nPublished: 2 January 2031"
    account = read_text(tmp_path, f"Birth weights in Selm: a study\n\n{days}\n\n{PARAGRAPHS}\n")
    assert account.place is None
    assert [text for kind, text in kinds(account) if kind == "title"] == [
        "Birth weights in Selm: a study"
    ]
    assert account.published.earliest == "2031-01-02"
