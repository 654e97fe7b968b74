"""Whose a value on a named scale is: an age, a magnitude.

Enters: a sentence's `Syntax` and a number's token. Leaves: the scale's noun ("magnitude", "age"), its
unit, and the noun of who or what has that value.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from variorum.extract.figures.counted.holders import bearer
from variorum.extract.figures.counted.noun_phrases import STEPS, SUBJECTS, Syntax, object_of
from variorum.extract.figures.counted.nouns import MODIFIES
from variorum.languages.units import Unit
from variorum.syntax import NOUNS, PLURAL, Relation

TO_A_SCALE: Final = frozenset[Relation](
    (
        "numeric modifier",
        "conjunct",
        "prepositional object",
        "preposition",
        "apposition",
        "noun adverbial",
        "nominal modifier",
        "compound",
    )
)


def is_of_scale(tree: Syntax, measures: str | None) -> bool:
    """Tell a kind of value that a person or thing has of its own, whatever verb stands over it."""
    return any(measures == unit.kind for unit in tree.units.before.values())


def scale_of(tree: Syntax, anchor: int, measures: str | None) -> int | None:
    """Return the noun of the scale that a number is on, but in "a magnitude 6.1 quake"."""
    if not is_of_scale(tree, measures):
        return None
    above = _scale_above(tree, anchor)
    if above is None:
        return _scale_beside(tree, anchor)
    return None if tree.tokens[above].relation in MODIFIES else above


def scale_unit(tree: Syntax, anchor: int, value: Decimal) -> Unit | None:
    """Return the unit of "the magnitude was 5.9" and of "the quake measured 5.9"."""
    beside = _scale_beside(tree, anchor)
    if beside is not None:
        return tree.units.before[tree.tokens[beside].text.lower()]
    verb = tree.tokens[anchor].head
    if value == value.to_integral_value() or tree.tokens[verb].word_class != "verb":
        return None
    noun = bearer(tree, verb)
    thing = None if noun is None else tree.counts.alike.get(tree.tokens[noun].lemma.lower())
    return tree.units.measured_in.get(thing or "")


def _scale_above(tree: Syntax, anchor: int) -> int | None:
    """Return the "magnitude" of "a magnitude of 5.7", the "ages" of "ages 11, 9 and 6"."""
    at = anchor
    for _ in range(STEPS):
        if tree.tokens[at].relation not in TO_A_SCALE:
            return None
        at = tree.tokens[at].head
        if _is_scale(tree, at):
            return at
        if tree.tokens[at].word_class not in ("numeral", "adposition"):
            return None
    return None


def _scale_beside(tree: Syntax, anchor: int) -> int | None:
    """Return the "magnitude" of "the magnitude was 5.9", "they put the magnitude at 6.1"."""
    verb = tree.tokens[anchor].head
    verb = tree.tokens[verb].head if tree.tokens[verb].word_class == "adposition" else verb
    found = (
        at
        for at in tree.below(verb)
        if tree.tokens[at].relation in SUBJECTS | {"object"}
        and _is_scale(tree, at)
        and tree.tokens[at].text.lower() not in tree.units.aged
    )
    at = next(found, None)
    return at if tree.tokens[verb].word_class in ("verb", "auxiliary") and at != anchor else None


def _is_scale(tree: Syntax, at: int) -> bool:
    token = tree.tokens[at]
    return token.word_class == "noun" and token.text.lower() in tree.units.before


def whose(tree: Syntax, scale: int) -> int | None:
    """Return the quake of "the quake's magnitude", "a quake with a magnitude", "it has a magnitude".

    ``None`` where it is a pronoun, or one of several.
    """
    own = tree.child(scale, "possessor")
    own = object_of(tree, scale, *tree.counts.partitive) if own is None else own
    if own is not None and tree.tokens[own].word_class in NOUNS:
        return own
    token = tree.tokens[scale]
    if token.form in PLURAL:
        return None
    if token.relation == "apposition":
        return _single(tree, token.head)
    if token.relation == "object" and tree.tokens[token.head].lemma.lower() in tree.counts.having:
        return bearer(tree, token.head)
    return _had(tree, scale) if token.relation == "prepositional object" else None


def _had(tree: Syntax, scale: int) -> int | None:
    """Read "a quake with a magnitude of 6", "a quake of magnitude 6", "he died at the age of 75"."""
    preposition = tree.tokens[tree.tokens[scale].head]
    if preposition.lemma.lower() not in tree.counts.possessed:
        return None
    above = tree.tokens[preposition.head]
    if above.word_class in NOUNS:
        return _single(tree, preposition.head)
    return bearer(tree, preposition.head) if above.word_class in ("verb", "auxiliary") else None


def _single(tree: Syntax, noun: int) -> int | None:
    return noun if tree.tokens[noun].form in ("singular", "proper singular") else None
