"""Alphabets: which Latin code a text is in, told by the letters that languages really write.

Enters: bytes that are no UTF-8. Leaves: the name of a code, or ``None`` where the text is not in Latin
letters or no code makes sense of it.

The Windows, ISO and Macintosh codes give the same bytes to different letters, and a few names in an
English report are too few for statistics ("Gdańsk" and "Gdañsk" are one word in two codes). Read in the
wrong code a text needs letters that no one language has, or has signs and capitals inside its words.
"""

from __future__ import annotations

import re
from itertools import combinations, pairwise

LATIN_CODES = ("cp1252", "iso8859_15", "cp1250", "iso8859_2", "cp1254", "cp1257", "mac_roman")
"""The commonest first: where two make equal sense, the first counts."""

ALPHABETS = (
    "àâæçèéêëîïôùûüÿœ",  # French
    "äöüß",  # German
    "áéíñóúü",  # Spanish, Irish
    "àáâãçéêíòóôõú",  # Portuguese
    "àèéìíîòóù",  # Italian
    "áäèéëíïóöúü",  # Dutch
    "àåäéöü",  # Swedish, Finnish
    "àåæéêòóôøü",  # Norwegian, Danish
    "áæéíðóöúýþ",  # Icelandic
    "àçèéíïòóúü",  # Catalan
    "óąćęłńśźż",  # Polish
    "áéíóúýčďěňřšťůž",  # Czech
    "áäéíóôúýčďĺľňŕšťž",  # Slovak
    "áéíóöúüőű",  # Hungarian
    "âîăşţ",  # Romanian, in the letters of its old codes
    "ćčđšž",  # Croatian, Serbian, Bosnian, Slovene
    "âçîöûüğış",  # Turkish
    "ąčėęįšūųž",  # Lithuanian
    "āčēģīķļņšūž",  # Latvian
    "äõöüšž",  # Estonian
    "çë",  # Albanian
)
"""Letters beyond ASCII, in lower case: CLDR's main exemplar characters, with common loans."""

_SIGNS = frozenset("€‚„…†‡‰‹‘’“”•–—™› ¡¢£¥§©«®°±²¶·»¼½¾¿×\xa0")
"""What stands in newspapers beyond letters; ³, ¹, ¤ or ¨ betray another code."""

LATIN_SHARE = 0.7
"""The part of the letters that ASCII has in a text in Latin letters, at the least."""
LOST = "\ufffd"
"""What stands for a byte that means nothing in a code."""
MOST_WORDS = 20_000
"""Words with bytes beyond ASCII that are looked at."""

_WORD = re.compile(rb"[^\s\x80-\xff]{0,60}[\x80-\xff][^\s]{0,60}")
_INSIDE = re.compile(r"[^\W\d_][^\w\s’‘'·–—…/.,;:()-][^\W\d_]")
"""A sign between two letters; dashes, apostrophes and full stops may stand there."""
_MONEY = re.compile(r"[£€¥¢§°](?!(?:m|bn|k|tr?n|mn|mln|C|F|c|f)\b)[^\W\d_]")
"""A currency or degree that is glued to a word, and to no unit."""
_LETTERED = re.compile(r"(?<![^\W\d_])[^\x00-\x7f\W\d_](?=\d)")
"""A letter beyond ASCII that opens a number: "Ł3m" for "£3m"."""
_THORN = re.compile(r"[AEOUYaeouy]þ|þ\b")
"""Icelandic has it at the head of a stem; elsewhere it is the Turkish "ş" of another code."""


def latin_code(data: bytes) -> str | None:
    """Return the code in which the fewest languages account for the letters of a text."""
    words = [
        found.group() for _, found in zip(range(MOST_WORDS), _WORD.finditer(data), strict=False)
    ]
    if not words or not _is_latin(data):
        return None
    best: tuple[tuple[int, int], str] | None = None
    for code in LATIN_CODES:
        weight = _weight(b" ".join(words), code)
        if weight is not None and (best is None or weight < best[0]):
            best = weight, code
    return best[1] if best is not None else None


def _is_latin(data: bytes) -> bool:
    sample = data[:200_000].decode("latin-1")
    letters = sum(mark.isalpha() for mark in sample)
    return sum(mark.isascii() and mark.isalpha() for mark in sample) >= LATIN_SHARE * letters


def _weight(words: bytes, code: str) -> tuple[int, int] | None:
    """Return the letters that no language has, and how many languages the others need."""
    text = words.decode(code, "replace")
    beyond = {mark for mark in text if mark > "\x7f"}
    letters = {mark for mark in beyond if mark.isalpha() and mark not in "ªº"}
    if not beyond - letters - {LOST} <= _SIGNS or _misplaced(text.replace(LOST, " ")):
        return None
    strange, languages = _languages({mark.lower()[:1] for mark in letters} - {"i"})
    return strange + (LOST in beyond), languages


def _misplaced(text: str) -> bool:
    """Whether signs stand in words, letters before numbers, or capitals behind small letters."""
    if any(odd.search(text) for odd in (_INSIDE, _MONEY, _LETTERED, _THORN)):
        return True
    return any(_odd_capitals(word) for word in re.findall(r"[^\W\d_]+", text))


def _odd_capitals(word: str) -> bool:
    """Whether a capital beyond ASCII follows a small letter, or opens "ÒWe"."""
    behind = any(
        before.islower() and mark.isupper() and mark > "\x7f" for before, mark in pairwise(word)
    )
    return behind or (word[0] > "\x7f" and word[:2].isupper() and word[2:3].islower())


def _languages(letters: set[str]) -> tuple[int, int]:
    alphabets = [kept for alphabet in ALPHABETS if (kept := letters & set(alphabet))]
    strange = len(letters - set().union(*alphabets))
    known = letters & set().union(*alphabets)
    for number in range(4):
        if any(known <= set().union(*some) for some in combinations(alphabets, number)):
            return strange, number
    return strange, 4
