"""Word documents: the text of a DOCX file with its headings, tables, notes and links.

Enters: the bytes of a file (ECMA-376, WordprocessingML), `Settings`. Leaves: a `Draft`; SourceError where it is no
such file.

Paragraphs are parted by blank lines, cells of a row by a bar. A note stands as "[1]" where it is called, and in a line of
its own at the end; the address of a link follows its words. What was deleted under tracked changes is no text, what was
inserted is.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO

from lxml import etree
from msgspec import Struct

from variorum.errors import SourceError
from variorum.read.media.drafts import Draft, Found
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
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = _parts(archive, settings.max_source_bytes)
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        RuntimeError,
        NotImplementedError,
        etree.XMLSyntaxError,
    ) as error:
        raise SourceError(_DAMAGED) from error
    return [_draft(parts, source)], []


def _draft(parts: _Parts, source: str) -> Draft:
    called: dict[tuple[str, str], int] = {}
    lines = [line for line in _lines(parts, called) if line[0].strip()]
    # a note may call no further note: what it would add is not asked for again
    for key, number in list(called.items()):
        note = parts.notes.get(key)
        told = "" if note is None else " ".join(_text(note, parts, {}).split())
        lines.append((f"[{number}] {told}", False))
    starts, at = [], 0
    for text, heading in lines:
        starts += [at] if heading else []
        at += len(text) + 2
    return Draft(
        text="".join(f"{text}\n\n" for text, _ in lines).rstrip("\n") + "\n",
        source=source,
        where=source,
        headings=tuple(starts),
        titled=starts[:1] == [0],
    )


def _parts(archive: zipfile.ZipFile, limit: int) -> _Parts:
    body = _xml(archive, "word/document.xml", limit).find(f"{_W}body")
    if body is None:
        raise KeyError("body")
    names = set(archive.namelist())
    notes = {
        (kind, note.get(f"{_W}id", "")): note
        for kind, path in _NOTES
        if path in names
        for note in _xml(archive, path, limit).findall(f"{_W}{kind}")
    }
    links = "word/_rels/document.xml.rels"
    targets = _xml(archive, links, limit) if links in names else ()
    return _Parts(
        body,
        notes,
        {one.get("Id", ""): one.get("Target", "") for one in targets},
        frozenset(_heading_styles(archive, limit)) if "word/styles.xml" in names else frozenset(),
    )


def _heading_styles(archive: zipfile.ZipFile, limit: int) -> Iterator[str]:
    for style in _xml(archive, "word/styles.xml", limit).findall(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None and name.get(f"{_W}val", "").lower().startswith(_HEADINGS):
            yield style.get(f"{_W}styleId", "")


def _xml(archive: zipfile.ZipFile, name: str, limit: int) -> etree._Element:
    """Parse one part of the file, of which no more than the allowed size is unpacked."""
    with archive.open(name) as part:
        content = part.read(limit + 1)
    if len(content) > limit:
        raise SourceError(
            f"the document unpacks to more than {limit} bytes; split it, or raise max_source_bytes"
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(content, parser)


def _lines(parts: _Parts, called: dict[tuple[str, str], int]) -> Iterator[tuple[str, bool]]:
    """Yield paragraphs and rows of tables, with whether each is a heading."""
    for element in parts.body:
        if element.tag == f"{_W}tbl":
            for row in element.iter(f"{_W}tr"):
                cells = (_text(cell, parts, called) for cell in row.findall(f"{_W}tc"))
                yield " | ".join(" ".join(cell.split()) for cell in cells), False
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
