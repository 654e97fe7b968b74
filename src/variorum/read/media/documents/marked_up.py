"""Marked up: the blocks of text in documents of XML, whatever their elements are called.

Enters: bytes of XML; an element. Leaves: its root; the words of its blocks, and which are headings.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from variorum.errors import SourceError
from variorum.read.media.documents.paragraphs import Paragraph

_HEADINGS = frozenset({"head", "h1", "h2", "h3", "h4", "h5", "h6", "hl2"})
_BLOCKS = _HEADINGS | {
    "p",
    "ab",
    "l",
    "li",
    "item",
    "row",
    "tr",
    "quote",
    "blockquote",
    "seg",
    "pre",
}
_UNSEEN = frozenset(
    {"note", "fw", "pb", "lb", "incident", "kinesic", "vocal", "script", "style", "media", "figure"}
)
"""What is no text of an article or a speech: notes, running heads, stage directions, captions."""
_DAMAGED = "the file cannot be read as XML; save the article itself as plain text or HTML"


def root_of(data: bytes) -> etree._Element:
    """Return the root of a document, without entities, external documents or network."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise SourceError(_DAMAGED) from error


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace; "" for a comment or an instruction."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def blocks(element: etree._Element) -> Iterator[Paragraph]:
    """Yield the innermost blocks below an element, each on one line."""
    for child in element:
        name = local(child)
        if not name or name in _UNSEEN:
            continue
        if name in _BLOCKS and not any(local(one) in _BLOCKS for one in child.iterdescendants()):
            yield words(child), name in _HEADINGS
        else:
            yield from blocks(child)


def words(element: etree._Element | None) -> str:
    """Return the words below an element on one line, of notes and the like none."""
    return "" if element is None else " ".join("".join(_words(element)).split())


def _words(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = local(child)
        if name and name not in _UNSEEN:
            yield from _words(child)
        elif name == "lb":
            yield " "
        yield child.tail or ""


def first(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first element below another that is reached by local names."""
    for name in path:
        element = None if element is None else next(element.iter(f"{{*}}{name}"), None)
    return element
