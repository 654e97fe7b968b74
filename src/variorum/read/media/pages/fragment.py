"""Fragments: the HTML that feeds and programs put into a field of their own, as running text.

Enters: the value of a field, `Settings`. Leaves: its text with a line for each block, and where its
headings stand; unchanged where it is no HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from lxml.etree import LxmlError, ParserError
from lxml.html import fragment_fromstring

from variorum.errors import SourceError
from variorum.read.media.pages.shape import check_tags, check_tree
from variorum.settings import Settings

if TYPE_CHECKING:
    from lxml.etree import _Element

_TAG = re.compile(
    r"</?(?:a|b|blockquote|br|div|em|figure|h[1-6]|hr|i|img|li|ol|p|section|span|strong|table|u|ul)"
    r"(?:\s+[\w:-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?)*\s*/?>",
    re.I,
)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8}\d?);")
_HEADING = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCK = _HEADING | frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tr",
        "ul",
    ]
)
_CELL = "\x1f"
"""What stands between the cells of a row until the row is put together."""
_UNSEEN = frozenset(("script", "style", "template", "iframe", "noscript"))


def plain_text(value: str, settings: Settings) -> tuple[str, tuple[int, ...]]:
    """Return a field's text and the offsets of its headings; SourceError as for a page."""
    if _TAG.search(value) is None:
        return (unescape(value) if _ENTITY.search(value) else value), ()
    check_tags(value, settings)
    try:
        tree = fragment_fromstring(value, create_parent="div")
    except (LxmlError, ParserError, ValueError, AssertionError) as error:
        raise SourceError("its HTML cannot be parsed; save its text as plain text") from error
    check_tree(tree, settings)
    text, headings = "", []
    for block, heading in _blocks(tree):
        if heading:
            headings.append(len(text))
        text += f"{block}\n\n"
    return text.rstrip("\n"), tuple(headings)


def plain_line(value: str) -> str:
    """Return a headline or name without tags and entities."""
    return " ".join(unescape(_TAG.sub("", value)).split())


def _blocks(tree: _Element) -> Iterator[tuple[str, bool]]:
    told, heading = "", False
    for piece, block in _pieces(tree):
        if block is None:
            told += piece
            continue
        if words := _on_a_line(told):
            yield words, heading
        told, heading = "", block in _HEADING
    if words := _on_a_line(told):
        yield words, heading


def _on_a_line(told: str) -> str:
    cells = (" ".join(cell.split()) for cell in told.split(_CELL))
    return " | ".join(cell for cell in cells if cell)


def _pieces(tree: _Element) -> Iterator[tuple[str, str | None]]:
    """Yield stretches of text, and between them the name of the block that now begins."""
    stack: list[tuple[_Element, bool]] = [(tree, False)]
    while stack:
        element, left = stack.pop()
        block = element.tag if element.tag in _BLOCK else None
        if left:
            if block:
                yield "", ""
            yield element.tail or "", None
            continue
        stack.append((element, True))
        if not isinstance(element.tag, str) or element.tag in _UNSEEN:
            continue
        if block:
            yield "", block
        if element.tag in ("td", "th"):
            yield _CELL, None
        yield element.text or "", None
        stack.extend((child, False) for child in reversed(element))
