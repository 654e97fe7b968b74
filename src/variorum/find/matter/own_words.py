"""Own words: a place with as much around it as a reader needs, and never a word that is not there.

Enters: `Material`, places. Leaves: places that hold a sentence, and text on one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from variorum.find.matter.material import Material
from variorum.records import Account, Span
from variorum.segment.paragraphs import HEADINGS

LONGEST_SENTENCE = 260
"""Characters of a sentence that are shown; a longer one is cut at a word on either side."""
LOOKED_AHEAD = 24
"""Characters behind a place that are looked at to tell whether its sentence ends with it."""
SHORT_WORD = 4
"""Letters up to which a word with a capital may be cut short by its full stop ("Gov.", "Tenn.")."""
TEXTS_AT_HAND = 200
"""Texts whose sentences' ends are kept at hand."""

_CAPITALS = re.compile(r"\s*(?:[A-Z]{3,} ){2,}(?=[A-Z][a-z ])")
_STOP = re.compile(r"(?<=[\w’'])[.!?][\"”’)\]]*(?=\s+[\"“‘(\[]?[A-Z\d])|\n")
_WORD_BEFORE = re.compile(r"[\w’']*\Z")


def sentence(material: Material, place: Span) -> Span:
    """Return the sentence, or sentences, in which a place stands: never beyond its line."""
    account = material.accounts[place.account]
    text = account.text
    ends = [0, *_ends(text), *_heads(account), len(text)]
    start = max(end for end in ends if end <= place.start)
    stop = min((end for end in ends if end >= place.end), default=len(text))
    capitals = _CAPITALS.match(text, start, place.start)
    start = capitals.end() if capitals else start
    while start < place.start and text[start].isspace():
        start += 1
    while stop > place.end and text[stop - 1].isspace():
        stop -= 1
    start, stop = _paired(text, place, start, stop)
    return _shortened(account, place, start, stop)


def quoted_place(material: Material, place: Span) -> str:
    """Return a place on one line between quotation marks; what is cut off at an end is marked."""
    account = material.accounts[place.account]
    text = account.text
    begins = _begins(text, place.start) or _follows_a_head(account, place.start)
    before = "" if begins else "… "
    after = "" if _closes(text, place.end) else " …"
    return f"“{before}{' '.join(place.text.split())}{after}”"


@lru_cache(maxsize=TEXTS_AT_HAND)
def _ends(text: str) -> tuple[int, ...]:
    return tuple(
        match.end()
        for match in _STOP.finditer(text)
        if match.group() == "\n" or not _is_cut_short(text, match.start())
    )


def _is_cut_short(text: str, stop: int) -> bool:
    """Tell whether a full stop shortens the word before it; of a long word no more is looked at than tells so."""
    before = _WORD_BEFORE.search(text[max(0, stop - SHORT_WORD - 1) : stop])
    word = before.group() if before else ""
    letter = len(word) == 1 and word.isalpha()
    return letter or (word[:1].isupper() and len(word) <= SHORT_WORD)


def _heads(account: Account) -> Iterator[int]:
    """Yield where a title or a dateline starts and ends: no sentence runs over it."""
    for region in account.regions:
        if region.kind in HEADINGS:
            yield from (region.start, region.end)


def _follows_a_head(account: Account, start: int) -> bool:
    return any(
        end <= start and not account.text[end:start].strip(" \n-–—") for end in _heads(account)
    )


def _paired(text: str, place: Span, start: int, stop: int) -> tuple[int, int]:
    """Leave off a quotation mark at an end whose other one is not in the sentence."""
    said = text[start:stop]
    straight = said.count('"') % 2 == 1
    if start < place.start and ((said[:1] == '"' and straight) or _lone(said, "“", "”")):
        return start + 1, stop
    if stop > place.end and ((said[-1:] == '"' and straight) or _lone(said[::-1], "”", "“")):
        return start, stop - 1
    return start, stop


def _lone(said: str, mark: str, other: str) -> bool:
    return said[:1] == mark and other not in said


def _shortened(account: Account, place: Span, start: int, stop: int) -> Span:
    """Cut a sentence that is too long at words, as much of it on either side as there is room."""
    room = max(0, LONGEST_SENTENCE - (place.end - place.start))
    if stop - start > LONGEST_SENTENCE:
        left = min(place.start - start, max(room // 2, room - (stop - place.end)))
        right = min(stop - place.end, room - left)
        text = account.text
        if place.start - left > start:
            start = text.find(" ", place.start - left, place.start) + 1 or place.start
        if place.end + right < stop:
            cut = text.rfind(" ", place.end, place.end + right)
            stop = cut if cut >= 0 else place.end
    return account.span(start, stop)


def _begins(text: str, start: int) -> bool:
    before = text[:start].rstrip(' "“‘([')
    return not before or before[-1] in ".!?\n”" or start == 0


def _closes(text: str, end: int) -> bool:
    rest = text[end : end + LOOKED_AHEAD].lstrip(" \t\r")
    return not rest or rest[0] in '.!?\n”"' or text[end - 1 : end] in ".!?”"
