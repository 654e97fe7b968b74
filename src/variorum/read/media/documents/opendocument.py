"""OpenDocument: the text of an ODT file with its headings, tables, notes and links.

Enters: the bytes of a file (OASIS OpenDocument 1.3), `Settings`. Leaves: a `Draft`; SourceError where it is no such file.

As in a Word document: a note stands as "[1]" where it is called, and in a line of its own at the end; the
address of a link follows its words. What was deleted under tracked changes is no text; nor are comments, nor
the table of contents, which repeats the headings.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from variorum.read.media.databases.parting import parted
from variorum.read.media.documents.packed import Parts, is_declared, unpacked
from variorum.read.media.documents.paragraphs import Paragraph, draft_of, notes_of, row_of
from variorum.read.media.drafts import Found
from variorum.settings import Settings

_SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TEXT, _TABLE, _STYLE = (
    f"{{{_SPACE}{name}:1.0}}" for name in ("office", "text", "table", "style")
)
_LINK = "{http://www.w3.org/1999/xlink}href"
_UNSEEN = frozenset(
    [
        f"{_TEXT}tracked-changes",
        f"{_TEXT}table-of-content",
        f"{_OFFICE}annotation",
        f"{_OFFICE}forms",
        "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}title",
        "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}desc",
    ]
)
_BREAKS = {f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}
_MOST_SPACES = 100
_DAMAGED = (
    "the file cannot be read as an OpenDocument text; open it in a word processor and save it "
    "again, or save it as plain text"
)


class _Document(Struct, frozen=True):
    """What is known while a document is read: its styles of titles, and the notes called so far."""

    titles: frozenset[str]
    notes: list[str] = []


def is_opendocument(data: bytes) -> bool:
    """Tell a text document by the media type that it opens with."""
    return is_declared(data, "application/vnd.oasis.opendocument.text")


def read_opendocument(data: bytes, source: str, settings: Settings) -> Found:
    """Return an OpenDocument text as a draft."""
    with unpacked(data, settings.max_source_bytes, _DAMAGED) as parts:
        paragraphs = list(_paragraphs(parts))
    return parted(draft_of(paragraphs, source))


def _paragraphs(parts: Parts) -> Iterator[Paragraph]:
    content = parts.xml("content.xml")
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise KeyError("body")
    document = _Document(frozenset(_titles(content)))
    yield from _below(body, document)
    yield from notes_of(document.notes)


def _titles(content: etree._Element) -> Iterator[str]:
    yield "Title"
    for style in content.iter(f"{_STYLE}style"):
        if style.get(f"{_STYLE}parent-style-name") == "Title":
            yield style.get(f"{_STYLE}name", "")


def _below(element: etree._Element, document: _Document) -> Iterator[Paragraph]:
    """Yield paragraphs and rows of tables, from inside lists and sections too."""
    for child in element:
        if child.tag == f"{_TEXT}h":
            yield _words(child, document).strip(), True
        elif child.tag == f"{_TEXT}p":
            style = child.get(f"{_TEXT}style-name")
            yield _words(child, document).strip(), style in document.titles
        elif child.tag == f"{_TABLE}table-row":
            cells = child.iterchildren(f"{_TABLE}table-cell")
            yield row_of(_words(cell, document) for cell in cells).strip(" |"), False
        elif child.tag not in _UNSEEN:
            yield from _below(child, document)


def _words(element: etree._Element, document: _Document) -> str:
    """Return the text below an element, in the order of the document."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return ""
    if element.tag in _BREAKS:
        return _BREAKS[element.tag]
    if element.tag == f"{_TEXT}s":
        count = element.get(f"{_TEXT}c", "1")
        return " " * min(int(count), _MOST_SPACES) if count.isdecimal() else " "
    if element.tag == f"{_TEXT}note":
        return _called(element, document)
    inside = (element.text or "") + "".join(
        _words(child, document) + (child.tail or "") for child in element
    )
    if element.tag == f"{_TEXT}a":
        target = element.get(_LINK, "")
        shown = target.startswith(("http://", "https://")) and target not in inside
        return f"{inside} <{target}>" if shown else inside
    return f"{inside}\n" if element.tag in (f"{_TEXT}p", f"{_TEXT}h") else inside


def _called(note: etree._Element, document: _Document) -> str:
    number = len(document.notes)
    document.notes.append("")
    body = note.find(f"{_TEXT}note-body")
    document.notes[number] = "" if body is None else _words(body, document)
    return f"[{number + 1}]"
