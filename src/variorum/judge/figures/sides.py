"""Figures with what stands around them: who is counted, and what befell them (the dead are killed).

Enters: `Figure`s with their `Context`s. Leaves: the group counted, what became of it, whose it is, and
the like, for the rules of `judge.figures.comparability`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from msgspec import Struct

from variorum.folding import fold
from variorum.judge.figures.occasions import NamedDay
from variorum.judge.figures.ranges import kind
from variorum.languages.counts import SUBGROUPS, TOLLS
from variorum.languages.en.counts import (
    ALIKE,
    COMMON_HOLDERS,
    FATES,
    GROUPS,
    KIN,
    KNOWN,
    LEVELS,
    PRONOUNS,
    QUALIFIERS,
    SMALL_WORDS,
    WHOLES,
)
from variorum.records import Figure, Published

PHRASES: Final = 10_000
"""Counted phrases whose words are kept at hand: every figure meets several others."""


class Context(Struct, frozen=True):
    """What stands around a figure: its sentence, who says it, where and when it was published.

    `lemmas` are the sentence's content lemmas in lower case, `numbers` its numbers in one form,
    `beside` its other figures, `days` of which it tells; `speaker` is an entity id or a name,
    ``None`` for the narrator. `undone` tells that the figure's verb says what will, should or may
    be, `joined` that what is counted is joined to another noun ("an officer and two others").
    `bearer` is the person of whom a measure is told, where that is known across accounts.
    All of it may be left out; then fewer rules can fire.
    """

    account: str = ""
    sentence: str = ""
    lemmas: frozenset[str] = frozenset()
    speaker: str | None = None
    published: Published = Published()
    days: tuple[NamedDay, ...] = ()
    numbers: frozenset[str] = frozenset()
    beside: tuple[Figure, ...] = ()
    setting: frozenset[str] = frozenset()
    undone: bool = False
    joined: bool = False
    bearer: str | None = None


class Counted(Struct, frozen=True):
    """A figure and what stands around it."""

    figure: Figure
    context: Context

    @property
    def words(self) -> frozenset[str]:
        """Return the plain content words of the counted phrase, singular by rule of thumb."""
        return phrase_words(self.figure.counted)


@lru_cache(maxsize=PHRASES)
def phrase_words(phrase: str | None) -> frozenset[str]:
    """Return a phrase's words in lower case without small ones, plural endings cut off."""
    words = re.findall(r"[^\W\d_]+", fold(phrase or "").lower())
    return frozenset(_singular(word) for word in words if word not in SMALL_WORDS)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def is_change(figure: Figure) -> bool:
    """Tell whether a figure is by how much something rose or fell."""
    return figure.change is not None and figure.value is not None


def group(figure: Figure) -> str | None:
    """Return the group of people counted ("civilians"), by the head or a word that names a part.

    A number with no noun is of people where the verb tells what befell them: "killing at least 100".
    """
    if (
        figure.counted is None
        and figure.unit is None
        and FATES.get(figure.predicate or "") in TOLLS
    ):
        return "people"
    narrow = sorted(
        GROUPS[word] for word in phrase_words(figure.counted) if GROUPS.get(word) in SUBGROUPS
    )
    head = GROUPS.get(figure.counted_head or "")
    if head == "people" and narrow:
        return narrow[0]
    if head is None and (figure.counted_head or "") in FATES and kind(figure) is None:
        return "people"
    return head


def fate(figure: Figure) -> str | None:
    """Return what became of those counted ("killed"): by the phrase first, then by the verb."""
    own = [FATES[word] for word in sorted(phrase_words(figure.counted)) if word in FATES]
    head = FATES.get(figure.counted_head or "")
    told = head or (own[0] if own else FATES.get(figure.predicate or ""))
    if told is not None or figure.predicate not in LEVELS:
        return told
    said_of = [FATES[word] for word in sorted(phrase_words(figure.subject)) if word in FATES]
    return said_of[0] if said_of else None


def has_rival(side: Counted, other: Counted) -> bool:
    """Tell whether beside a figure stands another that may count the same as the other side's."""
    own, place = side.figure, side.figure.counted_place
    told_apart = place is not None and place == other.figure.counted_place
    return not told_apart and any(
        one.value != own.value and one.unit == own.unit and _alike(Counted(one, Context()), other)
        for one in side.context.beside
    )


def _alike(one: Counted, other: Counted) -> bool:
    if kind(one.figure) is not None:
        return True
    heads = [side.figure.counted_head or "" for side in (one, other)]
    if heads[0] == heads[1] or ALIKE.get(heads[0], heads[0]) == ALIKE.get(heads[1], heads[1]):
        return fate(one.figure) == fate(other.figure)
    groups = group(one.figure), group(other.figure)
    return groups[0] == groups[1] is not None and fate(one.figure) == fate(other.figure)


def is_part(side: Counted) -> bool:
    """Recognise "two of the injured" and "two of them", but not "35 people, 20 of them civilians"."""
    figure = side.figure
    if kind(figure) is not None:
        return False
    number = fold(figure.place.text).lower()
    sentence = fold(side.context.sentence).lower()
    if f"{number} of " not in sentence:
        return False
    found = re.search(rf"(?<!all )\b{re.escape(number)} of (?:{WHOLES})\b", sentence)
    if found is None:
        return False
    pronoun = found.group().rsplit(" ", 1)[-1] in PRONOUNS and figure.counted_head is not None
    return not pronoun or figure.counted_head in PRONOUNS or sentence[found.end() :][:1] != " "


def is_definite(side: Counted) -> bool:
    """Recognise "the two towns", "all three companies"."""
    number = re.escape(fold(side.figure.place.text).lower())
    return re.search(rf"\b(?:{KNOWN}) {number}\b", fold(side.context.sentence).lower()) is not None


def leads_to(side: Counted) -> bool:
    """Recognise "fell to 200 metres", where a number is the end of a change."""
    number = re.escape(fold(side.figure.place.text).lower())
    return re.search(rf"\bto {number}\b", fold(side.context.sentence).lower()) is not None


def of_parent(side: Counted) -> bool:
    """Recognise "a mother of 12", which counts no mothers."""
    number = re.escape(fold(side.figure.place.text).lower())
    return re.search(rf"\b(?:{KIN}) of {number}\b", fold(side.context.sentence).lower()) is not None


def qualifiers(side: Counted) -> frozenset[str]:
    """Return what narrows those counted: "registered", "confirmed"."""
    return frozenset(QUALIFIERS[word] for word in side.words if word in QUALIFIERS)


def same_head(left: Counted, right: Counted) -> bool:
    """Tell whether two figures count what has one name, each by its own or the other's words.

    "Pirate boats" are no pirates, and what was sold may be cars or tickets.
    """
    one, other = (side.figure.counted_head or "" for side in (left, right))
    if one == other or ALIKE.get(one, one) == ALIKE.get(other, other):
        return True
    return one in right.words and other in left.words


def counted_words(figure: Figure) -> frozenset[str]:
    """Return the words of a counted phrase as they are written, small ones left out."""
    words = re.findall(r"[^\W\d_]+", fold(figure.counted or ""))
    return frozenset(word for word in words if word.lower() not in SMALL_WORDS)


def tie(place: str) -> str:
    """Return the word that ties a place to a count: "in", "from"."""
    return place.split(" ", 1)[0].lower()


def place_names(place: str) -> frozenset[str]:
    """Return the capitalised words of a place: "in the country" names none."""
    return frozenset(word for word in re.findall(r"[^\W\d_]+", place) if word[:1].isupper())


@lru_cache(maxsize=PHRASES)
def capitalised(text: str) -> frozenset[str]:
    """Return the capitalised words of a sentence, small ones left out."""
    return frozenset(name for name in place_names(text) if name.lower() not in SMALL_WORDS)


@lru_cache(maxsize=PHRASES)
def years(text: str) -> frozenset[str]:
    """Return the years that a sentence names."""
    return frozenset(re.findall(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)", text))


@lru_cache(maxsize=PHRASES)
def holder(subject: str) -> frozenset[str]:
    """Return the words of a named holder; a common noun or a pronoun may be anybody."""
    words = re.findall(r"[^\W\d_]+", subject)
    named = any(word[:1].isupper() for word in words)
    common = any(word.lower() in COMMON_HOLDERS for word in words)
    return frozenset(word.lower() for word in words) if named and not common else frozenset()
