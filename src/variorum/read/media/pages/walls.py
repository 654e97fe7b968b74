"""Walls: pages that a server sends in place of an article, and that saved folders are full of.

Enters: a page's title, the blocks of its main text and its language. Leaves: what it is and what to do, or ``None``.

A page is an error page if its title says so as RFC 9110 does and there is hardly any text; it is a
wall if most of its few words tell the reader what to allow, prove or sign before going on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from http import HTTPStatus

from variorum.folding import fold
from variorum.languages.language import Language

LONGEST_WALL = 120
"""Pages of more words hold something else besides."""
SITE = 4
"""Words of a site's name beside the title proper."""

_PHRASES = frozenset(s.phrase.lower() for s in HTTPStatus if s >= 400 and " " in s.phrase)
_CODE = re.compile(r"(?:http )?(?:status |error )?[45]\d\d(?: error)?")
_PART = re.compile(r"\s*(?:[|:·–—]|\s-\s|::)\s*")
_SENTENCE = re.compile(r"[^.!?\n]+")
_AGAIN = "open it in a browser and save the page once the article can be read"


def wall(title: str | None, blocks: Sequence[str], language: Language) -> str | None:
    """Return why a page's main text is no account."""
    words = sum(len(block.split()) for block in blocks)
    if words > LONGEST_WALL:
        return None
    if _titled_error(fold(title or "").lower(), language):
        return f"the page reports an error and has no article on it; {_AGAIN}"
    sentences = [s.split() for s in _SENTENCE.findall(fold("\n".join(blocks)).lower())]
    asking = sum(len(words) for words in sentences if _asks(" ".join(words), language))
    if 2 * asking > sum(map(len, sentences)):
        return f"the page holds no article, only a request to accept cookies, turn on scripts or log in; {_AGAIN}"
    return None


def _titled_error(title: str, language: Language) -> bool:
    """A part of the title tells an error, and no other is longer than the name of a site."""
    parts = _PART.split(title)
    errors = [part for part in parts if _tells_error(part, language)]
    return bool(errors) and all(len(p.split()) <= SITE for p in parts if p not in errors)


def _tells_error(part: str, language: Language) -> bool:
    bare = part.strip(" .!\"'")
    rest = _CODE.sub("", bare, count=1).strip(" -")
    coded = rest != bare
    told = rest in _PHRASES or language.pages.no_page.fullmatch(rest) is not None
    return (coded and not rest) or told


def _asks(sentence: str, language: Language) -> bool:
    words = language.pages
    return (
        words.access.search(sentence) is not None and words.addressed.search(sentence) is not None
    )
