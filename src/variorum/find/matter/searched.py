"""Searched: whole accounts gone through for words, in any form of theirs.

Enters: `Material`, the accounts of an event. Leaves: which words of a place an account has nowhere.

That words are not there is all that is shown by it, and all that a finding may claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from variorum.align.differences import words
from variorum.find.matter.material import Material
from variorum.folding import fold
from variorum.link.events.terms import stem
from variorum.records import Span

TELLING = 3.0
"""How rare a word must be, in natural logarithms, to say what a sentence is about."""
SHORTEST_WORD = 4
"""Letters of a telling word."""
FORM = 6
"""Letters of a stem by which its other forms, and words made with it, are found: "evacua"."""


class TellingWord(Struct, frozen=True):
    """A word in lower case that says what a sentence is about: as printed, its stem, how rare it is."""

    text: str
    stem: str
    rarity: float


class Searched(Struct, frozen=True):
    """All that accounts say, folded, by account."""

    texts: Mapping[str, str]

    @classmethod
    def of(cls, material: Material, accounts: Iterable[str]) -> Searched:
        """Gather the whole texts of accounts, titles and furniture with them."""
        return cls({key: fold(material.accounts[key].text).casefold() for key in accounts})

    def having(self, word: TellingWord) -> frozenset[str]:
        """Return the accounts that have a word in any form, be it within another word."""
        return frozenset(key for key, text in self.texts.items() if word.stem[:FORM] in text)


def telling_words(material: Material, place: Span) -> Iterator[TellingWord]:
    """Yield the telling words of a place, each stem once; names and numbers are other rules'."""
    language = material.language(place.account)
    seen: set[str] = set()
    for word in words(place.text, language=language):
        plain = stem(language.stems, word.key)
        rarity = language.stems.rarity(plain)
        printed = word.text.isalpha() and word.text.islower() and len(word.text) >= SHORTEST_WORD
        if printed and plain not in seen and rarity >= TELLING:
            seen.add(plain)
            yield TellingWord(word.text, plain, rarity)
