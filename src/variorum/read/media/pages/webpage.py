"""Web pages: saved HTML to main text, headings and metadata.

Enters: the text of an HTML file. Leaves: a `Draft`, or a SourceError that says what to do.

trafilatura finds the main text and reads metadata and JSON-LD. Its tree, not its plain text, is
what counts here: headings stay known as headings. The upper bound it would take from the clock is
fixed, so that the same page gives the same date on any day.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import trafilatura
from lxml.etree import LxmlError
from msgspec import Struct
from msgspec.structs import replace

from variorum.errors import SourceError
from variorum.read.media.drafts import Draft, letters_and_digits, with_headline
from variorum.read.media.pages.live import post_times
from variorum.read.media.pages.published import published
from variorum.read.media.pages.shape import check_tags, check_tree
from variorum.read.media.pages.walls import wall
from variorum.read.page.wording import language_code, wording
from variorum.settings import Settings

if TYPE_CHECKING:
    from lxml.etree import _Element

LATEST = "2100-01-01"
_DEFAULTS = Settings()

# Without a handler of its own the library's warnings would reach the terminal of every user.
for _name in ("trafilatura", "htmldate", "readability"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Hyphenation and joining marks that a page sets inside words: no part of the words."""

_SUFFIX = re.compile(r" (?:[|–—:-]|::) ([^|–—]{2,60})$")
_BLOCKS = frozenset({"p", "head", "quote", "item", "row", "code", "ab", "fw", "lg", "l"})
_FAILURES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    LxmlError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What lxml, htmldate and trafilatura have been seen to raise on damaged pages."""


class _Marked(Struct, frozen=True):
    """Blocks by their words: the times of posts, and what is a link as a whole."""

    times: frozenset[str]
    links: frozenset[str]


def read_page(html: str, source: str, settings: Settings = _DEFAULTS) -> Draft:
    """Return the page's article as a draft; SourceError when none is found, or none safely."""
    check_tags(html, settings)
    try:
        tree = trafilatura.load_html(html)
        if tree is None:
            raise SourceError("the file is not a web page; save the article as plain text")
        check_tree(tree, settings)
        marked, language = _Marked(post_times(tree), _links(tree)), _language(tree)
        document = trafilatura.bare_extraction(
            tree,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params={
                "original_date": True,
                "extensive_search": False,
                "max_date": LATEST,
            },
        )
        pieces = list(_pieces(document.body)) if document is not None else []
    except _FAILURES as error:
        raise SourceError(
            f"the page could not be parsed ({type(error).__name__}); save it as plain text"
        ) from error
    if document is None or not any(text for text, _ in pieces):
        raise SourceError("no main text was found on the page; save the article as plain text")
    day = published(tree, _metadata_line(document.date))
    words = wording(language, settings.languages)
    if (reason := wall(_title(tree), [text for text, _ in pieces], words)) is not None:
        raise SourceError(reason)
    return replace(_draft(document, pieces, source, day, marked), language=language)


def _language(tree: _Element) -> str | None:
    """Return the language that a page names: of its root, or else of its fields for servers and networks."""
    root = tree.getroottree().getroot()
    told = [root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang")]
    for meta in tree.iter("meta"):
        name = (meta.get("http-equiv") or meta.get("property") or "").lower()
        if name in ("content-language", "og:locale"):
            told.append(meta.get("content"))
    return next((code for one in told if (code := language_code(one)) is not None), None)


def _links(tree: _Element) -> frozenset[str]:
    """Return the words of a page's links, as a block on a line of its own would have them."""
    return frozenset(_on_one_line("".join(link.itertext())) for link in tree.iter("a"))


def _on_one_line(text: str) -> str:
    return " ".join(text.translate(_INVISIBLE).split())


def _title(tree: _Element) -> str | None:
    """Return the page's own title, which trafilatura passes over for a heading."""
    found = tree.find(".//title")
    return None if found is None else " ".join(found.text_content().split())


def _draft(
    document: trafilatura.settings.Document,
    pieces: list[tuple[str, bool]],
    source: str,
    day: str | None,
    marked: _Marked,
) -> Draft:
    outlet = _metadata_line(document.sitename)
    title = _headline(_metadata_line(document.title), (outlet, _metadata_line(document.hostname)))
    body = "\n\n".join(text for text, _ in pieces)
    text, titled = with_headline(title, body)
    shift = len(text) - len(body)
    return Draft(
        text=text,
        source=source,
        where=source,
        title=title,
        outlet=outlet,
        url=_metadata_line(document.url),
        date=day,
        headings=tuple(_headings(pieces, shift, titled=titled)),
        titled=titled,
        times=tuple(_offsets(pieces, shift, marked.times)),
        linked=tuple(_offsets(pieces, shift, marked.links)),
    )


def _metadata_line(value: object) -> str | None:
    """Return a metadata field as one line, or ``None`` where it is empty."""
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _headline(title: str | None, sites: tuple[str | None, ...]) -> str | None:
    """Cut a site's name off the end of a page's title: "Dam opens | The Valley Bugle"."""
    match = _SUFFIX.search(title or "")
    if title is None or match is None:
        return title
    name = letters_and_digits(match.group(1))
    known = [letters_and_digits(site) for site in sites if site is not None]
    named = any(name == site or (len(name) > 3 and name in site) for site in known)
    return title[: match.start()] if named else title


def _headings(pieces: list[tuple[str, bool]], shift: int, *, titled: bool) -> Iterator[int]:
    if titled:
        yield 0
    offset = shift
    for text, heading in pieces:
        if heading:
            yield offset
        offset += len(text) + 2


def _offsets(pieces: list[tuple[str, bool]], shift: int, wanted: frozenset[str]) -> Iterator[int]:
    offset = shift
    for text, _ in pieces:
        if text in wanted:
            yield offset
        offset += len(text) + 2


def _pieces(body: _Element) -> Iterator[tuple[str, bool]]:
    """Yield the blocks of the article, each on one line, and whether it is a heading."""
    for element, tail in _blocks(body):
        text = _on_one_line(tail)
        if text:
            yield text, element == "head"


def _blocks(element: _Element) -> Iterator[tuple[str, str]]:
    """Walk the tree without recursion: text inside a block belongs to the innermost block."""
    open_blocks: list[list[str]] = [["body", ""]]
    stack: list[tuple[_Element, bool]] = [(element, False)]
    while stack:
        node, left = stack.pop()
        if left:
            if node.tag in _BLOCKS and node is not element:
                yield tuple(open_blocks.pop())  # type: ignore[misc]
            open_blocks[-1][1] += node.tail or "" if node is not element else ""
            continue
        if node.tag in _BLOCKS and node is not element:
            outer = open_blocks[-1]
            if outer[1].strip():
                yield outer[0], outer[1]
                outer[1] = ""
            open_blocks.append([str(node.tag), ""])
        elif node.tag in ("lb", "cell"):
            open_blocks[-1][1] += " "
        open_blocks[-1][1] += node.text or ""
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(node))
    yield "body", open_blocks[0][1]
