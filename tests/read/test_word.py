"""Word documents as accounts: their text, headings, tables, notes and links."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from tests.read.reading_room import kinds, read_bytes
from variorum.records import Account

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
NOTES = f"""<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>The Gazette, 2 June 2031.</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""


def bytes_of(document: docx.document.Document, **parts: str) -> bytes:
    """Return a document's file with further parts: footnotes="…"."""
    made = BytesIO()
    document.save(made)
    with zipfile.ZipFile(made, "a") as archive:
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return made.getvalue()


def read(folder: Path, data: bytes) -> Account:
    (account,), problems = read_bytes(folder, "draft.docx", data)
    assert problems == ()
    return account


def test_a_document_gives_its_paragraphs_lists_and_rows_of_tables(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("The mill burned on ").add_run("Monday").bold = True
    document.add_paragraph("Nobody was hurt.", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "looms", "14"
    assert read(tmp_path, bytes_of(document)).text == (
        "The mill burned on Monday\n\nNobody was hurt.\n\nlooms | 14\n"
    )


def test_headings_are_titles_and_the_first_is_the_headline(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Fire in the mill", 0)
    document.add_paragraph("The mill burned on Monday, the fire chief said, and nobody was hurt.")
    document.add_heading("Looms lost", 1)
    document.add_paragraph("Fourteen looms were destroyed, and the owner will not rebuild it soon.")
    account = read(tmp_path, bytes_of(document))
    assert [text for kind, text in kinds(account) if kind == "title"] == [
        "Fire in the mill",
        "Looms lost",
    ]
    assert account.title == "Fire in the mill"


def test_a_note_stands_where_it_is_called_and_in_a_line_at_the_end(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The mill burned.")
    paragraph.add_run()._r.append(parse_xml(f'<w:footnoteReference {W} w:id="2"/>'))
    assert read(tmp_path, bytes_of(document, footnotes=NOTES)).text == (
        "The mill burned.[1]\n\n[1] The Gazette, 2 June 2031.\n"
    )


def test_the_address_of_a_link_follows_its_words(tmp_path: Path) -> None:
    document = docx.Document()
    link = document.part.relate_to(
        "https://gazette.example/mill", RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    words = f'<w:hyperlink {W} {R} r:id="{link}"><w:r><w:t>burned</w:t></w:r></w:hyperlink>'
    document.add_paragraph("The mill ")._p.append(parse_xml(words))
    assert read(tmp_path, bytes_of(document)).text == (
        "The mill burned <https://gazette.example/mill>\n"
    )


def test_what_was_deleted_under_tracked_changes_is_no_text(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The mill ")
    for change in (
        f"<w:del {W}><w:r><w:delText>drowned</w:delText></w:r></w:del>",
        f"<w:ins {W}><w:r><w:t>burned</w:t></w:r></w:ins>",
    ):
        paragraph._p.append(parse_xml(change))
    assert read(tmp_path, bytes_of(document)).text == "The mill burned\n"


def test_a_file_that_is_no_document_is_refused(tmp_path: Path) -> None:
    for data in (b"PK\x03\x04 and nothing else", b"The mill burned on Monday."):
        accounts, (problem,) = read_bytes(tmp_path, "draft.docx", data)
        assert accounts == ()
        assert "cannot be read as a Word document" in problem.reason


def test_a_document_that_unpacks_to_more_than_is_allowed_is_refused(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("The mill burned on Monday. " * 8_000)
    data = bytes_of(document)
    assert len(data) < 100_000
    accounts, (problem,) = read_bytes(tmp_path, "draft.docx", data, max_source_bytes=100_000)
    assert accounts == ()
    assert "unpacks to more" in problem.reason


def test_an_entity_of_a_document_is_not_resolved(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("hidden words", encoding="utf-8")
    body = (
        f'<!DOCTYPE d [<!ENTITY e SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
        f"<w:document {W}><w:body><w:p><w:r><w:t>The mill &e; burned.</w:t></w:r></w:p></w:body></w:document>"
    )
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", body)
    accounts, _ = read_bytes(tmp_path, "draft.docx", made.getvalue())
    assert all("hidden" not in one.text for one in accounts)
