"""Ages: how old an account says that somebody is, right beside the name.

Enters: dossiers. Leaves: an age for each `Name` that has one, and whether two ages are two persons'.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from variorum.languages.registry import language_of
from variorum.records import Dossier, Name, Span
from variorum.syntax import WordClass

AGE = "year of age"
PARTED = 10
"""Years between two ages from which on they are two persons'. Accounts that give one person two ages
("32 or 31") are a year or a slip of a digit apart, and are to be told so."""
TITLE_TAGS = frozenset[WordClass]({"noun", "proper noun", "adjective"})
"""Parts of speech of what may stand between an age and the name that it is of."""
AGE_TO_NAME = 30
"""Characters between an age and the name after it: "36-year-old mountain guide Jan Orrin"."""


def ages(dossiers: Iterable[Dossier]) -> dict[str, int]:
    """Return the ages of persons, by the ids of their names; who is given two ages has none."""
    found: dict[str, set[int]] = {}
    for dossier in dossiers:
        told = [one for one in dossier.statements.figures if one.unit == AGE]
        for name in dossier.statements.names if told else ():
            beside = {one.value or "" for one in told if _is_beside(dossier, one.place, name)}
            found[name.id] = {int(value) for value in beside if value.isdigit()}
    return {key: own.pop() for key, own in found.items() if len(own) == 1}


def other_persons(one: int | None, other: int | None) -> bool:
    """Tell whether two ages, where both are known, cannot be one person's."""
    return one is not None and other is not None and abs(one - other) >= PARTED


def _is_beside(dossier: Dossier, age: Span, name: Name) -> bool:
    return name.kind == "person" and any(
        stands_beside(dossier, age, mention) for mention in name.mentions
    )


def stands_beside(dossier: Dossier, age: Span, name: Span) -> bool:
    """Tell whether an age stands right beside a name: "Jan Orrin, 36", "36-year-old guide Jan Orrin".

    Between an age and the name after it stand nouns alone: "the 12-year-old daughter of Jan Orrin"
    and "a 70-year-old neighbour told Jan Orrin" give him no age.
    """
    text = dossier.account.text
    if 0 <= age.start - name.end < AGE_TO_NAME:
        between = text[name.end : age.start].strip(" ,(")
        return not between or between in language_of(dossier.account.language).names.age_links
    if not 0 <= name.start - age.end < AGE_TO_NAME:
        return False
    tokens = dossier.annotation.tokens
    first = bisect_left(tokens, age.end, key=lambda token: token.start)
    words = tokens[first : bisect_left(tokens, name.start, key=lambda token: token.start)]
    bare = not text[age.end : name.start].strip()
    return bare or (bool(words) and all(token.word_class in TITLE_TAGS for token in words))
