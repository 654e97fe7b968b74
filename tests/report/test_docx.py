"""The Word file, read back: real footnotes, headings, language, no trace of who made it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
from lxml import etree

from tests.report.ledgers import EVIL, hostile
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, Finding
from variorum.report.dossier.composing import dossier
from variorum.report.dossier.document import Heading, Paragraph, Table
from variorum.report.dossier.word import word
from variorum.report.exporting import export
from variorum.report.xml_text import xml_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(ledger: MemoryLedger) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(word(dossier(ledger)))) as file:
        return {name: file.read(name) for name in file.namelist()}


def footnotes(found: dict[str, bytes]) -> dict[str, str]:
    """Return the texts of the notes by their ids, without the two lines that Word keeps there."""
    root = etree.fromstring(found["word/footnotes.xml"])
    return {
        note.get(f"{W}id"): "".join(t.text or "" for t in note.iter(f"{W}t"))
        for note in root
        if note.get(f"{W}type") is None
    }


def told(text: str, language: str = "en") -> MemoryLedger:
    ledger = MemoryLedger()
    account = Account(id="a-1", source="x.txt", text=text, outlet="Orl Post", language=language)
    place = account.span(0, len(text))
    ledger.add([account])
    ledger.add([Finding(id="f-1", kind="k", text="t", because="b", weight=1.0, places=(place,))])
    return ledger


def test_every_reference_has_its_footnote_and_every_footnote_its_reference() -> None:
    found = parts(hostile())
    body = etree.fromstring(found["word/document.xml"])
    references = [one.get(f"{W}id") for one in body.iter(f"{W}footnoteReference")]
    assert references == list(footnotes(found))
    assert references == [str(n) for n in range(1, len(references) + 1)]


def test_a_footnote_says_account_offsets_and_the_exact_words() -> None:
    assert footnotes(parts(told("The  bridge fell."))) == {
        "1": " Orl Post, 0–17: “The  bridge fell.”"
    }


def test_footnotes_follow_the_notes_of_the_dossier() -> None:
    expected = [
        f" {xml_text(note.label)}, {note.place.start}–{note.place.end}: “{xml_text(note.place.text)}”"
        for block in dossier(hostile()).blocks
        for piece in _pieces(block)
        for note in piece.notes
    ]
    assert list(footnotes(parts(hostile())).values()) == expected


def _pieces(block: object) -> list:  # type: ignore[type-arg]
    if isinstance(block, Paragraph):
        return list(block.pieces)
    return [c for row in block.rows for c in row] if isinstance(block, Table) else []


def test_the_part_is_declared_and_related() -> None:
    found = parts(hostile())
    assert b'PartName="/word/footnotes.xml"' in found["[Content_Types].xml"]
    assert b'Target="footnotes.xml"' in found["word/_rels/document.xml.rels"]


def test_another_reader_finds_headings_and_tables(tmp_path: Path) -> None:
    (file,) = export(hostile(), tmp_path, "docx")
    read = docx.Document(str(file))
    headings = [p.text for p in read.paragraphs if p.style and p.style.name == "Heading 1"]
    blocks = dossier(hostile()).blocks
    assert headings == [b.text for b in blocks if isinstance(b, Heading) and b.level == 1]
    assert len(read.tables) == sum(isinstance(block, Table) for block in blocks)


def test_hostile_text_is_shown_as_text(tmp_path: Path) -> None:
    (file,) = export(hostile(), tmp_path, "docx")
    titles = [cell.text for cell in docx.Document(str(file)).tables[0].columns[1].cells]
    assert titles[1:] == [xml_text(EVIL)] * 2


def test_no_text_makes_a_link_or_a_field() -> None:
    body = etree.fromstring(parts(hostile())["word/document.xml"])
    assert list(body.iter(f"{W}hyperlink", f"{W}instrText")) == []
    assert b'TargetMode="External"' not in parts(hostile())["word/_rels/document.xml.rels"]


def test_controls_that_xml_forbids_do_not_break_the_file() -> None:
    assert footnotes(parts(told("a\x00b\ufffec")))["1"].endswith("“a\ufffdb\ufffdc”")


def test_words_that_differ_are_shaded() -> None:
    body = etree.fromstring(parts(hostile())["word/document.xml"])
    shaded = [
        "".join(t.text or "" for t in run.iter(f"{W}t"))
        for run in body.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}shd") is not None
    ]
    assert shaded == ["Forty", "Fifty"]


def test_a_quotation_bears_the_language_of_its_account() -> None:
    body = etree.fromstring(parts(told("Le pont est tombé.", "fr"))["word/document.xml"])
    languages = {one.get(f"{W}val") for one in body.iter(f"{W}lang")}
    assert languages == {"fr"}


def test_a_quotation_that_runs_from_right_to_left_does_so() -> None:
    body = etree.fromstring(parts(told("سقط الجسر", "ar"))["word/document.xml"])
    assert len(list(body.iter(f"{W}bidi"))) == 1
    assert len(list(body.iter(f"{W}rtl"))) == 1


def test_pages_are_numbered() -> None:
    footers = [body for name, body in parts(hostile()).items() if name.startswith("word/footer")]
    assert any(b'w:instr="PAGE"' in footer for footer in footers)


def test_the_file_says_nothing_of_who_made_it() -> None:
    core = docx.Document(io.BytesIO(word(dossier(hostile())))).core_properties
    assert (core.author, core.last_modified_by, core.comments) == ("", "", "")
    assert (core.created.year, core.language) == (2000, "en-GB")  # type: ignore[union-attr]


def test_the_parts_bear_one_date() -> None:
    with zipfile.ZipFile(io.BytesIO(word(dossier(hostile())))) as file:
        assert {part.date_time for part in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_ledger_gives_the_same_bytes() -> None:
    assert word(dossier(hostile())) == word(dossier(hostile()))
