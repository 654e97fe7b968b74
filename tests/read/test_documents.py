"""OpenDocument, EPUB and rich text: paragraphs, headings, rows, notes; and what is made to do harm."""

from __future__ import annotations

import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.read.reading_room import kinds, read_bytes
from variorum.records import Account

FIRST = "The mill burned on Monday, the fire chief said, and nobody was hurt in the town of Selm."
SECOND = "Fourteen looms were destroyed, and the owner, Ina Rolt, will not rebuild it soon."


def packed(kind: str, **parts: str) -> bytes:
    """Return an archive that says its media type first, with parts named by "a__b.xml" for "a/b.xml"."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return made.getvalue()


def read(folder: Path, name: str, data: bytes) -> Account:
    (account,), problems = read_bytes(folder, name, data)
    assert problems == ()
    return account


# --- OpenDocument -----------------------------------------------------------------------------------

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style")
)
ODT = "application/vnd.oasis.opendocument.text"


def odt(body: str, styles: str = "", before: str = "") -> bytes:
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content {SPACES} '
        'xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed(ODT, content_dot_xml=content)


@pytest.mark.parametrize("name", ["a.odt", "a.txt"])
def test_an_opendocument_gives_its_headings_paragraphs_and_lists(tmp_path: Path, name: str) -> None:
    body = (
        '<text:p text:style-name="P1">Fire in the mill</text:p>'
        f"<text:section><text:p>{FIRST}</text:p></text:section>"
        '<text:h text:outline-level="1">Looms lost</text:h>'
        f"<text:list><text:list-item><text:p>{SECOND}</text:p></text:list-item></text:list>"
    )
    styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    account = read(tmp_path, name, odt(body, styles))
    assert account.text == f"Fire in the mill\n\n{FIRST}\n\nLooms lost\n\n{SECOND}\n"
    assert [text for kind, text in kinds(account) if kind == "title"] == [
        "Fire in the mill",
        "Looms lost",
    ]


def test_rows_notes_spaces_and_links_of_an_opendocument(tmp_path: Path) -> None:
    body = (
        "<text:p>The<text:s text:c='2'/>mill<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>The Gazette, 2 June.</text:p></text:note-body></text:note> burned<text:line-break/>"
        '<text:a xlink:href="https://g.example/mill">today</text:a>.</text:p>'
        "<table:table><table:table-row><table:table-cell><text:p>looms</text:p></table:table-cell>"
        "<table:table-cell><text:p>14</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert read(tmp_path, "a.odt", odt(body)).text == (
        "The  mill[1] burned\ntoday <https://g.example/mill>.\n\nlooms | 14\n\n[1] The Gazette, 2 June.\n"
    )


def test_what_was_deleted_and_comments_are_no_text_of_an_opendocument(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>struck</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        f"<text:p>{FIRST}<office:annotation><text:p>check!</text:p></office:annotation></text:p>"
    )
    assert read(tmp_path, "a.odt", odt(body)).text == f"{FIRST}\n"


# --- EPUB -------------------------------------------------------------------------------------------

EPUB = "application/epub+zip"
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf"/></rootfiles></container>'
)
BOOK = (
    '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
    "<dc:title>The Selm Review</dc:title><dc:publisher>Selm Press</dc:publisher>"
    "<dc:date>2031-06-02</dc:date><dc:language>en-GB</dc:language></metadata><manifest>"
    '<item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="text/two%20b.xhtml"/>'
    '<item id="a" href="text/one.xhtml"/></manifest>'
    '<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>'
)
XHTML = '<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{}</body></html>'


def epub(first: str, second: str, book: str = BOOK, **more: str) -> bytes:
    parts = {
        "META-INF__container_dot_xml": CONTAINER,
        "OPS__book_dot_opf": book,
        "OPS__nav_dot_xhtml": XHTML.format("<nav><a>Contents of it</a></nav>"),
        "OPS__text__one_dot_xhtml": XHTML.format(first),
        "OPS__text__two b_dot_xhtml": XHTML.format(second),
    }
    return packed(EPUB, **parts, **more)


@pytest.mark.parametrize("name", ["a.epub", "a.txt"])
def test_a_book_gives_its_chapters_in_their_order_without_its_contents(
    tmp_path: Path, name: str
) -> None:
    row = "<table><tr><td>looms</td><td>14</td></tr></table>"
    data = epub(
        f"<h1>Fire in the mill</h1><p>{FIRST}</p>{row}", f"<h1>Looms lost</h1><p>{SECOND}</p>"
    )
    account = read(tmp_path, name, data)
    assert account.text == (
        f"The Selm Review\n\nFire in the mill\n\n{FIRST}\n\nlooms | 14\n\nLooms lost\n\n{SECOND}"
    )
    assert [text for kind, text in kinds(account) if kind == "title"] == [
        "The Selm Review",
        "Fire in the mill",
        "Looms lost",
    ]
    assert (account.outlet, account.published.earliest) == ("Selm Press", "2031-06-02")


def test_a_chapter_that_is_missing_is_told_and_none_is_sought_elsewhere(tmp_path: Path) -> None:
    book = BOOK.replace("text/one.xhtml", "../../../etc/passwd")
    (account,), (problem,) = read_bytes(tmp_path, "a.epub", epub("", f"<p>{SECOND}</p>", book))
    assert SECOND in account.text
    assert problem.where == "a.epub, chapter 1"


def test_a_book_that_is_locked_is_a_problem(tmp_path: Path) -> None:
    told = '<encryption><CipherData><CipherReference URI="OPS/text/one.xhtml"/></CipherData></encryption>'
    data = epub(f"<p>{FIRST}</p>", f"<p>{SECOND}</p>", **{"META-INF__encryption_dot_xml": told})
    accounts, (problem,) = read_bytes(tmp_path, "a.epub", data)
    assert accounts == ()
    assert "protected" in problem.reason


# --- rich text --------------------------------------------------------------------------------------

RTF = (
    r"{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\fswiss\fcharset0 Helvetica;}{\f1\fnil\fcharset238 Arial CE;}}"
    r"{\stylesheet{\s0 Normal;}{\s1\sbasedon0\b heading 1;}}{\info{\title Not this}{\author Nor this}}"
    "\n"
    r"\pard\plain\s1\b Fire in the mill\par "
    r"\pard\plain The mill in Gda{\f1\'f1}sk burned on Monday\'97nobody was hurt.{\super\chftn{\footnote\pard\chftn  The "
    r"Gazette, {\i 2 June}.}} It cost \u8364?3m.\par "
    r"\pard\outlinelevel1 Looms lost\par\pard "
    r"{\field{\*\fldinst HYPERLINK \"https://g.example\"}{\fldrslt Fourteen}} looms were destroyed, the owner said.\par "
    r"\trowd\cellx100\cellx200\intbl looms\cell 14\cell\row\pard {\*\bkmkstart a}\par}"
)


@pytest.mark.parametrize("name", ["a.rtf", "a.txt", "a.doc"])
def test_rich_text_gives_its_paragraphs_headings_rows_and_notes(tmp_path: Path, name: str) -> None:
    account = read(tmp_path, name, RTF.encode("ascii"))
    assert account.text == (
        "Fire in the mill\n\nThe mill in Gdańsk burned on Monday—nobody was hurt.[1] It cost €3m.\n\n"
        "Looms lost\n\nFourteen looms were destroyed, the owner said.\n\nlooms | 14\n\n[1]  The Gazette, 2 June.\n"
    )
    assert [text for kind, text in kinds(account) if kind == "title"] == [
        "Fire in the mill",
        "Looms lost",
    ]


def test_without_the_library_rich_text_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "striprtf.striprtf", None)
    _, (problem,) = read_bytes(tmp_path, "a.rtf", RTF.encode())
    assert "pip install 'variorum[formats]'" in problem.reason


# --- hostile ----------------------------------------------------------------------------------------

ENTITIES = '<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
DEEP = "<text:span>" * 5_000 + "x" + "</text:span>" * 5_000


def test_entities_are_not_expanded_and_nothing_outside_is_read(tmp_path: Path) -> None:
    data = odt(f"<text:p>{FIRST} &a; &b;</text:p>", before=ENTITIES)
    accounts, problems = read_bytes(tmp_path, "a.odt", data)
    assert accounts or problems
    assert all("boom" not in a.text and "root:" not in a.text for a in accounts)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.odt", odt(f"<text:p>{'x' * 3_000_000}</text:p>"), "unpacks to more than"),
        ("a.epub", epub("<p>x</p>" * 300_000, "<p>y</p>"), "unpacks to more than"),
        ("a.odt", odt(f"<text:p>{DEEP}</text:p>"), "cannot be read"),
        ("a.odt", odt("")[:300], "cannot be read"),
        ("a.odt", packed(ODT), "cannot be read"),
        ("a.epub", packed(EPUB, **{"META-INF__container_dot_xml": "<container/>"}), "cannot be read"),
        ("a.rtf", b"{\\rtf1\\u99999999999 x}", "cannot be read"),
        ("a.rtf", b"only words", "cannot be read"),
        ("a.rtf", b"{\\rtf1{\\fonttbl" + b"\\f1 x" * 11_000, "fonts"),
        ("a.rtf", b"{\\rtf1{\\pict\\bin }}", "cannot be read"),
    ],
)  # fmt: skip
def test_a_hostile_document_is_a_problem(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    accounts, (problem,) = read_bytes(tmp_path, name, data, max_source_bytes=2_000_000)
    assert accounts == ()
    assert told in problem.reason
    assert "; " in problem.reason


@pytest.mark.parametrize(
    "source",
    [
        "{\\field{\\*\\fldinst{HYPERLINK " * 1_800,
        "{\\footnote " * 5_000,
        "{" * 60_000,
        "\\'" * 30_000,
    ],
    ids=["links", "notes", "braces", "bytes"],
)
def test_rich_text_that_is_made_to_be_slow_ends(tmp_path: Path, source: str) -> None:
    accounts, problems = read_bytes(tmp_path, "a.rtf", f"{{\\rtf1 {FIRST} {source}".encode())
    assert accounts or problems
