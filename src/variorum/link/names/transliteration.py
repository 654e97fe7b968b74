"""Transliteration: names in other scripts letter by letter into plain Latin.

Enters: any text. Leaves: lower-case text of ASCII letters, digits and spaces; letters of scripts
without a table stay as they are. The tables are the common press spellings, not a standard's
reversible ones: two spellings of a name must come near to each other, no more.
"""

from __future__ import annotations

import unicodedata


def _table(letters: str, latin: str) -> dict[str, str]:
    """Return letter by letter what stands for it; "_" stands for no sound."""
    return dict(zip(letters, latin.replace("_", " _ ").split(), strict=True))


_TABLES = (
    _table("ßøłđðþæœıħŋəʻ", "ss o l d d th ae oe i h ng a _"),
    _table(  # Russian, Ukrainian, Belarusian, Serbian, Macedonian
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћђџ",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i i ye g u y "
        "l n c dj dz",
    ),
    _table(  # Arabic, Persian, Urdu
        "اأإآٱبتثجحخدذرزسشصضطظعغفقكلمنهويىةءئؤپچژگکی",
        "a a i a a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y a a _ y w p ch zh g "
        "k y",
    ),
    _table(
        "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
        "a b g d h v z kh t y k k l m m n n s a p f ts ts k r sh t",
    ),
    _table("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o"),
    _table(  # Armenian
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
        "a b g d e z e e t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f",
    ),
    _table(  # Georgian
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h",
    ),
)
_LETTERS = {letter: latin.replace("_", "") for table in _TABLES for letter, latin in table.items()}
_GERESH = {"ג": "j", "ז": "zh", "צ": "ch", "ץ": "ch", "ת": "th", "ד": "dh", "ח": "kh"}
_WAW = "\u0648\u05d5"
"""Arabic waw and Hebrew vav: a consonant at the start of a word, mostly o or u inside it."""
_APOSTROPHES = "'’‘ʼ`´׳‛′"


def romanise(text: str) -> str:
    """Return `text` in lower case with accents dropped and other scripts in Latin letters.

    >>> romanise("Лаврентьев"), romanise("Müller"), romanise("ג'ון")
    ('lavrentev', 'muller', 'jon')
    """
    out: list[str] = []
    previous = ""
    for letter in unicodedata.normalize("NFKC", text).casefold():
        if letter in _APOSTROPHES and previous in _GERESH:
            out[-1] = _GERESH[previous]
        elif letter in _WAW and previous and (previous.isalpha() or previous in _APOSTROPHES):
            out.append("o")
        else:
            out.append(_LETTERS[letter] if letter in _LETTERS else _unaccented(letter))
        previous = letter
    return "".join(out)


def _unaccented(letter: str) -> str:
    if letter.isascii():
        return letter
    plain = "".join(
        part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part)
    )
    return "".join(_LETTERS.get(part, part) for part in plain)


def is_latin(text: str) -> bool:
    """Tell whether every letter of `text` belongs to the Latin script."""
    return all(
        letter.isascii() or not letter.isalpha() or "LATIN" in unicodedata.name(letter, "")
        for letter in text
    )
