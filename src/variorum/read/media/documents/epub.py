"""EPUB: the chapters of a book or magazine in their order, with their headings.

Enters: the bytes of a file (EPUB 2 and 3), `Settings`. Leaves: a `Draft`; SourceError where it is no such file.

What a chapter holds is read as HTML in a field is, not as a page: a book has no menus to leave out. The names
of chapters lead to parts of the archive and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from lxml import etree

from variorum.errors import SourceError
from variorum.read.media.documents.packed import Parts, is_declared, unpacked
from variorum.read.media.drafts import Complaint, Draft, Found, below_headline
from variorum.read.media.letters.decoding import decode
from variorum.read.media.pages import fragment
from variorum.read.page.wording import language_code
from variorum.settings import Settings

_CONTAINER = "META-INF/container.xml"
_ENCRYPTED = "META-INF/encryption.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_BODY = re.compile(r"<body\b[^>]{0,2000}>(.*)</body\s*>", re.S | re.I)
_DAMAGED = "the file cannot be read as an EPUB; save its text as plain text or HTML"
_LOCKED = "the book is protected against copying; ask for a copy that is not, or save its text"


def is_epub(data: bytes) -> bool:
    """Tell a book by the media type that it opens with."""
    return is_declared(data, "application/epub+zip")


def read_epub(data: bytes, source: str, settings: Settings) -> Found:
    """Return a book as one draft; a chapter that cannot be read is a complaint."""
    with unpacked(data, settings.max_source_bytes, _DAMAGED) as parts:
        path = _attribute(parts.xml(_CONTAINER), "rootfile", "full-path")
        book = parts.xml(path)
        names = [normpath(join(dirname(path), unquote(name))) for name in _chapters(book)]
        if _locked(parts, names):
            raise SourceError(_LOCKED)
        text, headings, complaints = _read(parts, names, source, settings)
    facts = {name: _fact(book, name) for name in ("title", "publisher", "date", "language")}
    text, marks, titled = below_headline(facts["title"], text, headings)
    draft = Draft(
        text=text,
        source=source,
        where=source,
        title=facts["title"],
        outlet=facts["publisher"],
        date=facts["date"],
        language=language_code(facts["language"]),
        headings=marks,
        titled=titled,
    )
    return [draft], complaints


def _chapters(book: etree._Element) -> Iterator[str]:
    """Yield the names of the parts that are read one after the other; a table of contents is left out."""
    items = {
        item.get("id", ""): item.get("href", "")
        for item in book.iter("{*}item")
        if "nav" not in item.get("properties", "").split()
    }
    for one in book.iter("{*}itemref"):
        name = items.get(one.get("idref", ""))
        if name and one.get("linear") != "no":
            yield name


def _read(
    parts: Parts, names: list[str], source: str, settings: Settings
) -> tuple[str, list[int], list[Complaint]]:
    text, headings = "", list[int]()
    complaints: list[Complaint] = []
    for number, name in enumerate(names, start=1):
        where = f"{source}, chapter {number}"
        if name not in parts.names:
            complaints.append((where, "the chapter is missing in the file; look for a whole copy"))
            continue
        decoded = decode(parts.part(name), page=True)
        complaints += [(where, decoded.note)] if decoded.note else []
        body = _BODY.search(decoded.text)
        words, marks = fragment.plain_text(body[1] if body else decoded.text, settings)
        if words.strip():
            headings += [len(text) + at for at in marks]
            text += f"{words}\n\n"
    return text.rstrip("\n"), headings, complaints


def _locked(parts: Parts, names: list[str]) -> bool:
    """Tell whether chapters are encrypted; fonts may be."""
    if _ENCRYPTED not in parts.names:
        return False
    told = {one.get("URI", "") for one in parts.xml(_ENCRYPTED).iter("{*}CipherReference")}
    return not {unquote(one) for one in told}.isdisjoint(names)


def _attribute(root: etree._Element, element: str, name: str) -> str:
    found = next(root.iter(f"{{*}}{element}"), None)
    return "" if found is None else str(found.get(name, ""))


def _fact(book: etree._Element, name: str) -> str | None:
    found = next(book.iter(f"{_DC}{name}"), None)
    return " ".join("".join(found.itertext()).split()) or None if found is not None else None
