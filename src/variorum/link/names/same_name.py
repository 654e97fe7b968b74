"""Same name: may two names be one person's, one body's or one place's?

Enters: two names and a kind. Leaves: a `Likeness`: a score from 0 to 1, the grounds in words, and
whether they tell against each other. Words are paired one to one, best first; what is left on
both sides speaks against, what is left on one side is a fuller form of the other.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from rapidfuzz.distance import OSA, Levenshtein

from variorum.languages.name_parts import NameParts
from variorum.link.names.name_parts import Form, name_form
from variorum.link.names.sounds import coarse, sound_skeleton, spelling
from variorum.vocabulary import NameKind

SAME_NAME_SCORE = 0.7
"""At this score two names are called the same when nothing else is known of them."""
MOST_NAME_WORDS = 16


class Likeness(Struct, frozen=True):
    """How alike two names are: 0 to 1, and why; `conflict` if each has a word the other lacks."""

    score: float
    because: str
    conflict: bool = False

    @property
    def same(self) -> bool:
        """Tell whether the score reaches `SAME_NAME_SCORE`."""
        return self.score >= SAME_NAME_SCORE


class Pairing(Struct, frozen=True):
    """Two words that answer to each other, how well (0 to 1), and on what ground."""

    left: int
    right: int
    score: float
    ground: str


def same_name(parts: NameParts, left: str, right: str, kind: NameKind) -> Likeness:
    """Compare two names of one kind. Deterministic and symmetric but for the order of grounds."""
    return compare_names(name_form(parts, left, kind), name_form(parts, right, kind), kind)


def compare_names(left: Form, right: Form, kind: NameKind) -> Likeness:
    """Compare two forms of one kind, taken apart by the same words."""
    if not left.words or not right.words:
        return Likeness(0.0, "a name without words")
    if left.alias == right.alias:
        return Likeness(1.0, "the same words")
    if left.father != right.father and left.father in right.words and right.father in left.words:
        return Likeness(0.2, "father and son change places", True)
    if sorted(left.words) == sorted(right.words):
        return Likeness(0.99, "the same words in another order")
    if left.letters == right.letters:
        return Likeness(0.98, "the same letters, spaced otherwise")
    if kind == "place":
        return _places(left, right)
    if kind == "organisation" and _is_acronym(left, right):
        return Likeness(0.85, "an acronym and what it stands for")
    return _by_words(left, right, kind)


def _places(left: Form, right: Form) -> Likeness:
    """A place's name is short: only spellings of one sound are one place."""
    if left.latin == right.latin:
        same = spelling("".join(left.words)) == spelling("".join(right.words))
        return Likeness(0.9, "spellings of one sound") if same else _APART
    score = sound_likeness("".join(left.words), "".join(right.words))
    return Likeness(score, "one sound in two scripts") if score >= SAME_NAME_SCORE else _APART


def _is_acronym(left: Form, right: Form) -> bool:
    return any(
        len(short.acronym) >= 3 and len(full.words) >= 2 and short.acronym == full.initials
        for short, full in ((left, right), (right, left))
    )


def _by_words(left: Form, right: Form, kind: NameKind) -> Likeness:
    alphabets = left.latin == right.latin
    one, two = _respaced(left.words, right.words)
    pairs = _pairings(left.parts, one, two, kind, alphabets=alphabets)
    left_over = [word for i, word in enumerate(one) if i not in {p.left for p in pairs}]
    right_over = [word for i, word in enumerate(two) if i not in {p.right for p in pairs}]
    if not pairs:
        return _APART
    grounds = "; ".join(dict.fromkeys(pair.ground for pair in pairs)) or "the same words"
    mean = sum(pair.score for pair in pairs) / len(pairs)
    if left_over and right_over:
        return Likeness(min(0.5, mean * len(pairs) / max(len(one), len(two))), grounds, True)
    extra = len(left_over) + len(right_over)
    score = (
        mean
        if not extra
        else mean
        * _shortened(left.parts, [one[p.left] for p in pairs], left_over + right_over, kind)
    )
    return Likeness(score, grounds + ("; one form is fuller" if extra else ""))


def _shortened(parts: NameParts, paired: list[str], over: list[str], kind: NameKind) -> float:
    """Return by how much words that only one name has lower the score."""
    if kind == "organisation":
        distinctive = any(word not in parts.generic_body for word in paired)
        return 0.82 if distinctive and all(word in parts.generic_body for word in over) else 0.65
    return 0.6 if len(paired) == 1 else max(0.5, 1 - 0.1 * len(over))


def _respaced(
    left: tuple[str, ...], right: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Join neighbours that the other name writes as one word."""
    left, right = left[:MOST_NAME_WORDS], right[:MOST_NAME_WORDS]
    return _compounded(left, frozenset(right)), _compounded(right, frozenset(left))


def _compounded(words: tuple[str, ...], other: frozenset[str]) -> tuple[str, ...]:
    out: list[str] = []
    index = 0
    while index < len(words):
        for width in (3, 2, 1):
            piece = "".join(words[index : index + width])
            if width == 1 or (index + width <= len(words) and piece in other):
                out.append(piece)
                index += width
                break
    return tuple(out)


def _pairings(
    parts: NameParts,
    left: tuple[str, ...],
    right: tuple[str, ...],
    kind: NameKind,
    *,
    alphabets: bool,
) -> list[Pairing]:
    candidates = [
        Pairing(i, j, *word_likeness(parts, one, two, kind, alphabets))
        for i, one in enumerate(left)
        for j, two in enumerate(right)
    ]
    chosen: list[Pairing] = []
    for pair in sorted(candidates, key=lambda p: (-p.score, abs(p.left - p.right), p.left)):
        taken = any(pair.left == other.left or pair.right == other.right for other in chosen)
        if pair.score > 0 and not taken:
            chosen.append(pair)
    return chosen


@lru_cache(maxsize=262144)
def word_likeness(
    parts: NameParts, one: str, two: str, kind: NameKind, latin: bool = True
) -> tuple[float, str]:
    """Compare two words of names: a score (0 for different words) and the ground in words."""
    if one == two:
        return 1.0, "the same words"
    if not latin:
        score = sound_likeness(one, two)
        return (score, "one sound in two scripts") if score >= SAME_NAME_SCORE else (0.0, "")
    if kind == "person" and min(len(one), len(two)) == 1:
        return (0.75, "an initial") if one[0] == two[0] else (0.0, "")
    if one.isdigit() or two.isdigit():
        return 0.0, ""
    if min(len(one), len(two)) >= 3 and spelling(one) == spelling(two):
        return 0.95, "spellings of one sound"
    if kind == "person" and not parts.nicknames.isdisjoint(((one, two), (two, one))):
        return 0.85, "a short form of the given name"
    return _near(one, two)


def _near(one: str, two: str) -> tuple[float, str]:
    shorter = min(len(one), len(two))
    slips = OSA.distance(one, two)
    if shorter >= 4 and sound_skeleton(one) == sound_skeleton(two) and one[-1:] == two[-1:]:
        return 0.85, "spellings of one sound"
    if (slips == 1 and shorter >= 4) or (slips == 2 and shorter >= 8):
        return 0.78, "a slip of a letter"
    return 0.0, ""


def sound_likeness(one: str, two: str) -> float:
    """Compare romanised words of two scripts, which rarely agree on vowels: 0 to 1."""
    return (
        0.3 * Levenshtein.normalized_similarity(one, two)
        + 0.4 * Levenshtein.normalized_similarity(spelling(one), spelling(two))
        + 0.1 * Levenshtein.normalized_similarity(sound_skeleton(one), sound_skeleton(two))
        + 0.2 * Levenshtein.normalized_similarity(coarse(one), coarse(two))
    )


_APART = Likeness(0.0, "different words", conflict=True)
