"""Letters: the words of a PDF page with where they stand, as PDFium finds them.

Enters: a page that is open. Leaves: `PrintedLine`s of one word each, in the order of the file.

PDFium knows the letters of all kinds of fonts, ends a line where its base line does, and sets the
spaces that a file leaves out. Where a word begins and ends is asked of it letter by letter.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.read.media.paged.printed import PrintedLine

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_WORD = re.compile("[^\\s\x00\x02\ufffe]+[\x02\ufffe]?")
_CUT = str.maketrans("\x02\ufffe", "--")
"""What PDFium puts in place of a hyphen, and of the end of the line, where it takes a word to be cut."""
_SYMBOL_BULLET = "\uf0b7"
"""The bullet of the fonts of symbols that word processors use, which gives no other account of itself."""
_LEAST = 1.0
"""Points that a letter is tall, whatever the file says."""
_FARTHEST = 20_000.0
"""Points; PDF allows pages of 14,400."""
_UNKNOWN = 0.1
"""The share of letters without a meaning from which a page is said to be unreadable."""


def words_of(text_page: PdfTextPage, page: int) -> Iterator[PrintedLine]:
    """Yield the words of a page; `page` is its number, counted from 1."""
    text = text_page.get_text_range().replace(_SYMBOL_BULLET, "•")
    for word in _WORD.finditer(text):
        shown = unicodedata.normalize("NFC", word[0].translate(_CUT))
        first, last = _box(text_page, word.start()), _box(text_page, word.end() - 1)
        bottom = min(first[1], last[1])
        yield PrintedLine(
            text=shown,
            left=min(first[0], last[0]),
            right=max(first[2], last[2]),
            bottom=bottom,
            top=max(first[3], last[3], bottom + _LEAST),
            page=page,
        )


def _box(text_page: PdfTextPage, index: int) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of a letter by its place in the text."""
    from pypdfium2 import raw

    letter = raw.FPDFText_GetCharIndexFromTextIndex(text_page, index)
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text_page, max(0, letter), box)
    return _point(box.left), _point(box.bottom), _point(box.right), _point(box.top)


def _point(at: float) -> float:
    """Return a coordinate within the largest page that there can be; a damaged file may have any."""
    return min(max(at, -_FARTHEST), _FARTHEST) if math.isfinite(at) else 0.0


def has_unknown_letters(words: list[PrintedLine]) -> bool:
    """Whether a font of the page does not say what letters its signs are."""
    letters = "".join(word.text for word in words)
    unknown = sum(unicodedata.category(letter) in ("Co", "Cn", "Cc") for letter in letters)
    return unknown > _UNKNOWN * max(1, len(letters))
