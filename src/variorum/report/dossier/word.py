"""Dossier as a Word file: headings, tables, page numbers, and real footnotes.

Enters: a `Ledger`, a folder. Leaves: `dossier.docx`. The same ledger gives the same bytes, and the
file says nothing of the machine or the person that made it.
"""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from variorum.report.dossier.composing import dossier
from variorum.report.dossier.document import (
    Block,
    Footnote,
    Heading,
    Paper,
    Paragraph,
    Table,
    TextRun,
)
from variorum.report.dossier.footnotes import Footnotes
from variorum.report.placing import atomically
from variorum.report.xml_text import xml_text
from variorum.seams import Ledger

WORD_FILE = "dossier.docx"
MADE = datetime(2000, 1, 1)
"""A Word file must say when it was made; the same ledger gives the same bytes on any day."""
ZIPPED = (1980, 1, 1, 0, 0, 0)
"""The date of the parts inside the file: the earliest that a zip archive knows."""
OUR_LANGUAGE = "en-GB"
STYLE_IDS = {"text": "Normal", "quote": "Quote", "item": "ListBullet"}
"""Ids of the template's styles."""
SOFT = RGBColor(0x5D, 0x5A, 0x53)
MARKED = "FFE08A"
"""Background of the words that differ."""
ROOM = 16.6
"""Width between the margins, in centimetres."""
NARROW, BROAD = 14, 30
"""Characters of the narrowest and the broadest column of a table."""
RIGHT_TO_LEFT = frozenset({"R", "AL"})
"""Bidirectional classes of letters that run from right to left (Unicode annex 9)."""


def word_dossier(ledger: Ledger, folder: Path) -> list[Path]:
    """Write `dossier.docx` into `folder`; return it."""
    path = folder / WORD_FILE
    with atomically(path) as partial:
        partial.write_bytes(word(dossier(ledger)))
    return [path]


def word(paper: Paper) -> bytes:
    """Return a paper as a Word file."""
    document = _empty(paper)
    made = Making(document)
    made.paragraph("Title").add_run(xml_text(paper.title))
    made.paragraph("Subtitle").add_run(xml_text(paper.subtitle))
    for block in paper.blocks:
        made.block(block)
    made.footnotes.keep()
    file = io.BytesIO()
    document.save(file)
    return _undated(file.getvalue())


class Making:
    """A Word document in the making, with its footnotes."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.footnotes = Footnotes(document)
        self._body = document._body
        self._end = document.element.body.sectPr

    def block(self, block: Block) -> None:
        """Add a block at the end."""
        if isinstance(block, Heading):
            self.paragraph(f"Heading{block.level}").add_run(xml_text(block.text))
        elif isinstance(block, Table):
            self._table(block)
        else:
            self._paragraph(block)

    def paragraph(self, style: str) -> WordParagraph:
        """Add an empty paragraph of the style with this id.

        The library looks through all styles and the whole body for each paragraph it adds; ten
        thousand of them would take minutes.
        """
        new = OxmlElement("w:p")
        new.style = style
        self._end.addprevious(new)
        return WordParagraph(new, self._body)

    def _paragraph(self, block: Paragraph) -> None:
        paragraph = self.paragraph(STYLE_IDS[block.style])
        if any(p.language and _right_to_left(p.text) for p in block.pieces):
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for piece in block.pieces:
            self._piece(paragraph, piece)

    def _table(self, block: Table) -> None:
        table = self.document.add_table(rows=1, cols=len(block.head), style="Table Grid")
        table.autofit = False
        heads = tuple(TextRun(head, "strong") for head in block.head)
        widths = _widths((heads, *block.rows))
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for row in (heads, *block.rows):
            cells = table.rows[0].cells if row is heads else table.add_row().cells
            for cell, piece, width in zip(cells, row, widths, strict=True):
                cell.width = width
                self._cell(cell.paragraphs[0], piece)
                if row is heads:
                    _shaded(cell._tc.get_or_add_tcPr(), "EFEAE0")
        for row in table._tbl.tr_lst:
            row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        table._tbl.tr_lst[0].trPr.append(OxmlElement("w:tblHeader"))
        self.paragraph("Normal")

    def _cell(self, paragraph: WordParagraph, piece: TextRun) -> None:
        paragraph.paragraph_format.space_after = Pt(2)
        self._piece(paragraph, piece)
        for run in paragraph.runs:
            run.font.size = Pt(8.5)

    def _piece(self, paragraph: WordParagraph, piece: TextRun) -> None:
        run = paragraph.add_run(xml_text(piece.text))
        _dressed(run, piece)
        for at, note in enumerate(piece.notes):
            if at:
                paragraph.add_run(",").font.superscript = True
            said = xml_text(_evidence(note))
            self.footnotes.add(paragraph.add_run(), said, note.language)


def _widths(rows: Sequence[Sequence[TextRun]]) -> list[Length]:
    """Return the columns' widths: the room of the page, shared by their longest texts."""
    longest = [max(len(piece.text) for piece in column) for column in zip(*rows, strict=True)]
    shares = [min(max(length, NARROW), BROAD) for length in longest]
    return [Cm(ROOM * share / sum(shares)) for share in shares]


def _evidence(note: Footnote) -> str:
    return f"{note.label}, {note.place.start}–{note.place.end}: “{note.place.text}”"


def _dressed(run: Run, piece: TextRun) -> None:
    if piece.look in {"strong", "marked"}:
        run.bold = True
    if piece.look == "marked":
        _shaded(run._r.get_or_add_rPr(), MARKED)
    if piece.look == "soft":
        run.font.color.rgb = SOFT
    if piece.language:
        shape = run._r.get_or_add_rPr()
        backwards = _right_to_left(piece.text)
        if backwards:
            run.font.rtl = True
        language = OxmlElement("w:lang")
        language.set(qn("w:bidi" if backwards else "w:val"), piece.language)
        shape.append(language)


def _right_to_left(text: str) -> bool:
    """Tell whether the first letter of a text runs from right to left."""
    strong = (unicodedata.bidirectional(char) for char in text)
    return next((kind in RIGHT_TO_LEFT for kind in strong if kind in {"L", "R", "AL"}), False)


def _shaded(shape: object, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    shape.append(shade)  # type: ignore[attr-defined]


# --- the file itself -----------------------------------------------------------------------------


def _empty(paper: Paper) -> Document:
    """Return a document with our styles, language, page and properties."""
    document = docx.Document()
    _drop_thumbnail(document)
    core = document.core_properties
    core.title, core.author, core.comments = xml_text(paper.title)[:255], "", ""
    core.last_modified_by, core.language = "", OUR_LANGUAGE
    core.created = core.modified = MADE
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    _looks(document)
    _page_numbers(section.footer.paragraphs[0])
    return document


def _drop_thumbnail(document: Document) -> None:
    """Leave out the picture of an empty page that the template brings."""
    relations = document.part.package.rels
    for key in [k for k, one in relations.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[key]


def _looks(document: Document) -> None:
    styles = document.styles
    styles["Normal"].font.name = "Calibri"
    styles["Normal"].font.size = Pt(10.5)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    styles["Quote"].font.italic = False
    styles["Quote"].paragraph_format.left_indent = Cm(0.8)
    for name in ("Title", "Subtitle", "Heading 1", "Heading 2"):
        styles[name].font.color.rgb = RGBColor(0x1D, 0x1C, 0x1A)
    styles["Title"].font.size = Pt(22)
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), OUR_LANGUAGE)


def _page_numbers(paragraph: WordParagraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for field in ("PAGE", "NUMPAGES"):
        if field == "NUMPAGES":
            paragraph.add_run(" / ")
        simple = OxmlElement("w:fldSimple")
        simple.set(qn("w:instr"), field)
        paragraph._p.append(simple)
        run, words = OxmlElement("w:r"), OxmlElement("w:t")
        words.text = "1"
        run.append(words)
        simple.append(run)


def _undated(file: bytes) -> bytes:
    """Return a zip archive with the dates of its parts set to one that never changes."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, ZIPPED)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return made.getvalue()
