"""Word documents: the text of a DOCX file with its headings, tables, notes and links.

Enters: the bytes of a file (ECMA-376, WordprocessingML), `Settings`. Leaves: a `Draft`; SourceError where it is no
such file.

Paragraphs are parted by blank lines, cells of a row by a bar. A note stands as "[1]" where it is called, and in a line of
its own at the end; the address of a link follows its words. What was deleted under tracked changes is no text, what was
inserted is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct

from variorum.read.media.databases.parting import parted
from variorum.read.media.documents.packed import Parts, holds, unpacked
from variorum.read.media.documents.paragraphs import Paragraph, draft_of, notes_of, row_of
from variorum.read.media.drafts import Found
from variorum.settings import Settings

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DAMAGED = (
    "the file cannot be read as a Word document; open it in a word processor and save it again, "
    "or save it as plain text"
)
_NOTES = (("footnote", "word/footnotes.xml"), ("endnote", "word/endnotes.xml"))
_BREAKS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_HEADINGS = ("heading ", "title")
"""How the names of built-in styles begin, in every language of the program."""


class _Parts(Struct, frozen=True):
    """What a document is made of: its body, its notes by kind and number, the targets of links, its heading styles."""

    body: etree._Element
    notes: Mapping[tuple[str, str], etree._Element]
    links: Mapping[str, str]
    headings: frozenset[str]


def read_word(data: bytes, source: str, settings: Settings) -> Found:
    """Return a Word document as a draft."""
    with unpacked(data, settings.max_source_bytes, _DAMAGED) as archive:
        paragraphs = list(_paragraphs(_parts(archive)))
    return parted(draft_of(paragraphs, source))


def is_word(data: bytes) -> bool:
    """Tell a Word document by the part that holds its text."""
    return holds(data, "word/document.xml")


def _paragraphs(parts: _Parts) -> Iterator[Paragraph]:
    called: dict[tuple[str, str], int] = {}
    yield from _lines(parts, called)
    # a note may call no further note: what it would add is not asked for again
    notes = (parts.notes.get(key) for key in list(called))
    yield from notes_of(["" if note is None else _text(note, parts, {}) for note in notes])


def _parts(archive: Parts) -> _Parts:
    body = archive.xml("word/document.xml").find(f"{_W}body")
    if body is None:
        raise KeyError("body")
    names = archive.names
    notes = {
        (kind, note.get(f"{_W}id", "")): note
        for kind, path in _NOTES
        if path in names
        for note in archive.xml(path).findall(f"{_W}{kind}")
    }
    links = "word/_rels/document.xml.rels"
    targets = archive.xml(links) if links in names else ()
    return _Parts(
        body,
        notes,
        {one.get("Id", ""): one.get("Target", "") for one in targets},
        frozenset(_heading_styles(archive)) if "word/styles.xml" in names else frozenset(),
    )


def _heading_styles(archive: Parts) -> Iterator[str]:
    for style in archive.xml("word/styles.xml").findall(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None and name.get(f"{_W}val", "").lower().startswith(_HEADINGS):
            yield style.get(f"{_W}styleId", "")


def _lines(parts: _Parts, called: dict[tuple[str, str], int]) -> Iterator[Paragraph]:
    """Yield paragraphs and rows of tables, with whether each is a heading."""
    for element in parts.body:
        if element.tag == f"{_W}tbl":
            for row in element.iter(f"{_W}tr"):
                yield row_of(_text(cell, parts, called) for cell in row.findall(f"{_W}tc")), False
        else:
            style = element.find(f"{_W}pPr/{_W}pStyle")
            named = "" if style is None else style.get(f"{_W}val", "")
            yield _text(element, parts, called).strip(), named in parts.headings


def _text(element: etree._Element, parts: _Parts, called: dict[tuple[str, str], int]) -> str:
    """Return the text below an element, in the order of the document."""
    if element.tag == f"{_W}t":
        return element.text or ""
    if element.tag in _BREAKS:
        return _BREAKS[element.tag]
    if element.tag == _FALLBACK:
        return ""
    for kind, _ in _NOTES:
        if element.tag == f"{_W}{kind}Reference":
            number = called.setdefault((kind, element.get(f"{_W}id", "")), len(called) + 1)
            return f"[{number}]"
    inside = "".join(_text(child, parts, called) for child in element)
    if element.tag == f"{_W}hyperlink":
        target = parts.links.get(element.get(f"{_R}id", ""), "")
        shown = target.startswith(("http://", "https://")) and target not in inside
        return f"{inside} <{target}>" if shown else inside
    return f"{inside}\n" if element.tag == f"{_W}p" else inside
