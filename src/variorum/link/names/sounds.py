"""Sounds: how a name might be said, so that spellings of one name meet.

Enters: one romanised word (`transliteration.romanise`). Leaves: plainer and plainer forms of it:
`spelling` keeps vowels in three classes, `sound_skeleton` only consonants, `coarse` only groups of
consonants that scripts without the sound exchange (Arabic has no p or v, Hebrew writes b and v
alike). Our own tables, in the manner of Philips' Metaphone (1990) and of consonant skeletons.
"""

from __future__ import annotations

from functools import lru_cache

_DIGRAPHS = (
    ("tzsch", "C"), ("tsch", "C"), ("shch", "C"), ("sch", "S"), ("tch", "C"), ("cz", "C"),
    ("sz", "S"), ("kh", "X"), ("gh", "G"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("bh", "b"),
    ("sh", "S"), ("zh", "Z"), ("dzh", "J"), ("dj", "J"), ("ch", "C"), ("ck", "k"), ("qu", "k"),
    ("ts", "T"), ("tz", "T"), ("dz", "T"), ("x", "ks"), ("q", "k"), ("w", "v"),
    ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("c", "k"), ("j", "J"),
)  # fmt: skip
_VOWELS = frozenset("aeiouy")
_VOWEL_CLASSES = str.maketrans("oeyw", "uiiu")
_COARSE = str.maketrans("bpvfdtkgqXGhJsSZCTzlrmn", "BBBBDDKKKKK_KSSSSSSLRMN", "")


@lru_cache(maxsize=65536)
def spelling(word: str) -> str:
    """Return `word` with one sign a consonant sound, vowels in three classes, doubles single.

    >>> spelling("muhammad"), spelling("mohamed")
    ('muhamad', 'muhamid')
    """
    for letters, sign in _DIGRAPHS:
        word = word.replace(letters, sign)
    return _single(_single(word).translate(_VOWEL_CLASSES))


@lru_cache(maxsize=65536)
def sound_skeleton(word: str) -> str:
    """Return the consonant sounds of `word`; a first vowel is kept as "a".

    >>> skeleton("lavrentiev"), skeleton("lavrentyev")
    ('lvrntv', 'lvrntv')
    """
    signs = spelling(word)
    if not signs:
        return ""
    first = "a" if signs[0] in _VOWELS else signs[0]
    return _single(first + "".join(sign for sign in signs[1:] if sign not in _VOWELS))


@lru_cache(maxsize=65536)
def coarse(word: str) -> str:
    """Return `sound_skeleton` in groups of consonants that transliterations exchange; no h, no vowel."""
    return _single(sound_skeleton(word).removeprefix("a").translate(_COARSE).replace("_", ""))


def _single(signs: str) -> str:
    return "".join(
        sign for index, sign in enumerate(signs) if index == 0 or sign != signs[index - 1]
    )
