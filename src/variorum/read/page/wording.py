"""Wording: the words that a page is read by, before anybody has looked in which language it is.

Enters: what the page or its row says of its language, and the languages that are read. Leaves: a
`Language`, of which reading looks up dates, parts of pages, labels of speakers and names of the press.

A page that names a language that is read has that one's words; any other has the words of all of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from msgspec.structs import replace

from variorum.languages.language import Language
from variorum.languages.registry import languages
from variorum.languages.tables import joined

SEVERAL: Final = "mul"
"""What ISO 639-2 has for several languages."""
_CODE = re.compile(r"[A-Za-z]{2,3}(?=[-_]|$)")


def language_code(told: str | None) -> str | None:
    """Return the language of a tag of BCP 47 or a locale, without its country or script.

    >>> language_code("en-GB"), language_code("pt_BR"), language_code("English")
    ('en', 'pt', None)
    """
    found = _CODE.match((told or "").strip())
    return None if found is None else found[0].lower()


def wording(told: str | None, named: tuple[str, ...]) -> Language:
    """Return the words for a page that is told to be in a language, a code, or in one of all.

    `named` are the languages that are read beside those that ship, as settings name them. Names of the
    press are those of all, whatever a page says: papers rest on those of other languages.
    """
    words = _words(named)
    return words.get(told or SEVERAL, words[SEVERAL])


@cache
def _words(named: tuple[str, ...]) -> Mapping[str, Language]:
    read = {language.code: language for language in languages(named)}
    several = Language(
        code=SEVERAL,
        name="several languages",
        calendar=joined([language.calendar for language in read.values()]),
        pages=joined([language.pages for language in read.values()]),
        press=joined([language.press for language in read.values()]),
        turns=joined([language.turns for language in read.values()]),
    )
    own = {code: replace(language, press=several.press) for code, language in read.items()}
    return own | {SEVERAL: several}
