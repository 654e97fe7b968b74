"""Figures with what stands around them: who is counted, and what befell them (the dead are killed).

Enters: `Figure`s with their `Context`s, which carry the language of the account. Leaves: the group
counted, what became of it, whose it is, and the like, for the rules of `judge.figures.comparability`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from msgspec import Struct, field

from variorum.folding import fold
from variorum.judge.figures.occasions import NamedDay
from variorum.judge.figures.ranges import kind
from variorum.judge.figures.roles import Role
from variorum.languages.counts import SUBGROUPS, TOLLS, Counts
from variorum.languages.language import Language
from variorum.languages.registry import language_of
from variorum.records import Figure, Published

PHRASES: Final = 10_000
"""Counted phrases whose words are kept at hand: every figure meets several others."""


class Context(Struct, frozen=True):
    """What stands around a figure: its sentence, who says it, where and when it was published.

    `lemmas` are the sentence's content lemmas in lower case, `numbers` its numbers in one form,
    `beside` its other figures, `days` of which it tells; `speaker` is an entity id or a name,
    ``None`` for the narrator. `undone` tells that the figure's verb says what will, should or may
    be, `joined` that what is counted is joined to another noun ("an officer and two others").
    `bearer` is the person of whom a measure is told, where that is known across accounts; `role` is the
    part that what is counted plays in its clause; `elsewhere` tells that the sentence is told of a place
    where no other account is.
    All of it may be left out; then fewer rules can fire, and words are those of an account of which
    no language is known.
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
    role: Role = Role()
    elsewhere: bool = False
    language: Language = field(default_factory=lambda: language_of(None))


class Counted(Struct, frozen=True):
    """A figure and what stands around it."""

    figure: Figure
    context: Context

    @property
    def words(self) -> frozenset[str]:
        """Return the plain content words of the counted phrase, singular by rule of thumb."""
        return phrase_words(self.counts, self.figure.counted)

    @property
    def counts(self) -> Counts:
        """Return its language's words around counts."""
        return self.context.language.counts

    @property
    def group(self) -> str | None:
        """Return the group of people counted."""
        return group(self.counts, self.figure)

    @property
    def fate(self) -> str | None:
        """Return what became of those counted."""
        return fate(self.counts, self.figure)


@lru_cache(maxsize=PHRASES)
def phrase_words(counts: Counts, phrase: str | None) -> frozenset[str]:
    """Return a phrase's words in lower case without small ones, plural endings cut off."""
    words = re.findall(r"[^\W\d_]+", fold(phrase or "").lower())
    return frozenset(_singular(word) for word in words if word not in counts.small_words)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def is_change(figure: Figure) -> bool:
    """Tell whether a figure is by how much something rose or fell."""
    return figure.change is not None and figure.value is not None


def group(counts: Counts, figure: Figure) -> str | None:
    """Return the group of people counted ("civilians"), by the head or a word that names a part.

    A number with no noun is of people where the verb tells what befell them: "killing at least 100".
    """
    groups, fates = counts.groups, counts.fates
    if (
        figure.counted is None
        and figure.unit is None
        and fates.get(figure.predicate or "") in TOLLS
    ):
        return "people"
    words = phrase_words(counts, figure.counted)
    narrow = sorted(groups[word] for word in words if groups.get(word) in SUBGROUPS)
    head = groups.get(figure.counted_head or "")
    if head == "people" and narrow:
        return narrow[0]
    if head is None and (figure.counted_head or "") in fates and kind(figure) is None:
        return "people"
    return head


def fate(counts: Counts, figure: Figure) -> str | None:
    """Return what became of those counted ("killed"): by the phrase first, then by the verb."""
    fates = counts.fates
    own = _fates(counts, figure.counted)
    head = fates.get(figure.counted_head or "")
    told = head or (own[0] if own else fates.get(figure.predicate or ""))
    if told is not None or figure.predicate not in counts.levels:
        return told
    said_of = _fates(counts, figure.subject)
    return said_of[0] if said_of else None


def _fates(counts: Counts, phrase: str | None) -> list[str]:
    words = sorted(phrase_words(counts, phrase))
    return [counts.fates[word] for word in words if word in counts.fates]


def is_toll(side: Counted) -> bool:
    """Tell whether a figure counts people to whom something happened, such as the dead."""
    return side.group is not None and side.fate in TOLLS


def one_toll(left: Counted, right: Counted) -> bool:
    """Tell whether both count people to whom one thing happened."""
    return is_toll(left) and is_toll(right) and left.fate == right.fate


def one_verb(left: Counted, right: Counted) -> bool:
    """Tell whether the same verb governs both numbers."""
    return left.figure.predicate is not None and left.figure.predicate == right.figure.predicate


def one_bearer(left: Counted, right: Counted) -> bool:
    """Tell whether both are measures of one person, known across accounts."""
    return left.context.bearer is not None and left.context.bearer == right.context.bearer


def has_rival(side: Counted, other: Counted) -> bool:
    """Tell whether beside a figure stands another that may count the same as the other side's."""
    own, place = side.figure, side.figure.counted_place
    told_apart = place is not None and place == other.figure.counted_place
    return not told_apart and any(
        one.value != own.value
        and one.unit == own.unit
        and _alike(Counted(one, Context(language=side.context.language)), other)
        for one in side.context.beside
    )


def _alike(one: Counted, other: Counted) -> bool:
    if kind(one.figure) is not None:
        return True
    if _plain_head(one) == _plain_head(other):
        return one.fate == other.fate
    return one.group == other.group is not None and one.fate == other.fate


def _plain_head(side: Counted) -> str:
    """Return the noun counted, or the one that stands for all nouns of its meaning."""
    head = side.figure.counted_head or ""
    return side.counts.alike.get(head, head)


def is_part(side: Counted) -> bool:
    """Recognise "two of the injured" and "two of them", but not "35 people, 20 of them civilians"."""
    figure = side.figure
    if kind(figure) is not None:
        return False
    counts, of = side.counts, side.context.language.numbers.of
    number = fold(figure.place.text).lower()
    sentence = fold(side.context.sentence).lower()
    if f"{number} {of} " not in sentence:
        return False
    entire = tuple(f"{word} " for word in counts.entire)
    pattern = rf"\b{re.escape(number)} {of} (?:{counts.wholes})\b"
    parts = (
        m for m in re.finditer(pattern, sentence) if not sentence.endswith(entire, 0, m.start())
    )
    found = next(parts, None)
    if found is None:
        return False
    pronouns = counts.pronouns
    pronoun = found.group().rsplit(" ", 1)[-1] in pronouns and figure.counted_head is not None
    return not pronoun or figure.counted_head in pronouns or sentence[found.end() :][:1] != " "


def is_definite(side: Counted) -> bool:
    """Recognise "the two towns", "all three companies"."""
    return _stands_behind(side, f"(?:{side.counts.known})")


def leads_to(side: Counted) -> bool:
    """Recognise "fell to 200 metres", where a number is the end of a change."""
    return _stands_behind(side, side.context.language.numbers.to)


def of_parent(side: Counted) -> bool:
    """Recognise "a mother of 12", which counts no mothers."""
    return _stands_behind(side, f"(?:{side.counts.kin}) {side.context.language.numbers.of}")


def _stands_behind(side: Counted, words: str) -> bool:
    """Tell whether a number stands right behind words (a regular expression) in its sentence."""
    before = _before(side.figure.place.text, side.context.sentence)
    return any(re.search(rf"\b{words} $", text) for text in before)


@lru_cache(maxsize=PHRASES)
def _before(number: str, sentence: str) -> tuple[str, ...]:
    """Return what stands before a number, wherever it stands in its sentence."""
    text, plain = fold(sentence).lower(), re.escape(fold(number).lower())
    return tuple(text[: found.start()] for found in re.finditer(rf"(?<= ){plain}\b", text))


def qualifiers(side: Counted) -> frozenset[str]:
    """Return what narrows those counted: "registered", "confirmed"."""
    narrowing = side.counts.qualifiers
    return frozenset(narrowing[word] for word in side.words if word in narrowing)


def same_head(left: Counted, right: Counted) -> bool:
    """Tell whether two figures count what has one name, each by its own or the other's words.

    "Pirate boats" are no pirates, and what was sold may be cars or tickets.
    """
    if _plain_head(left) == _plain_head(right):
        return True
    one, other = (side.figure.counted_head or "" for side in (left, right))
    return one in right.words and other in left.words


def counted_words(side: Counted) -> frozenset[str]:
    """Return the words of a counted phrase as they are written, small ones left out."""
    words = re.findall(r"[^\W\d_]+", fold(side.figure.counted or ""))
    return frozenset(word for word in words if word.lower() not in side.counts.small_words)


def tie(place: str) -> str:
    """Return the word that ties a place to a count: "in", "from"."""
    return place.split(" ", 1)[0].lower()


def place_names(place: str) -> frozenset[str]:
    """Return the capitalised words of a place: "in the country" names none."""
    return frozenset(word for word in re.findall(r"[^\W\d_]+", place) if word[:1].isupper())


def capitalised(side: Counted) -> frozenset[str]:
    """Return the capitalised words of a figure's sentence, small ones left out."""
    return _capitalised(side.counts, side.context.sentence)


@lru_cache(maxsize=PHRASES)
def _capitalised(counts: Counts, text: str) -> frozenset[str]:
    return frozenset(name for name in place_names(text) if name.lower() not in counts.small_words)


@lru_cache(maxsize=PHRASES)
def years(text: str) -> frozenset[str]:
    """Return the years that a sentence names."""
    return frozenset(re.findall(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)", text))


def holder(side: Counted) -> frozenset[str]:
    """Return the words of a named holder; a common noun or a pronoun may be anybody."""
    return _holder(side.counts, side.figure.subject or "")


@lru_cache(maxsize=PHRASES)
def _holder(counts: Counts, subject: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+", subject)
    named = any(word[:1].isupper() for word in words)
    common = any(word.lower() in counts.common_holders for word in words)
    return frozenset(word.lower() for word in words) if named and not common else frozenset()
