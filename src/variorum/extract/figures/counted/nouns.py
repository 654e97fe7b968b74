"""Nouns beside a number, common to counts and measures: of what, before what, under what.

Enters: a sentence's `Syntax` and the number's token. Leaves: a noun's token, or ``None``.
"""

from typing import Final

from variorum.extract.figures.counted.syntax import (
    NOUNS,
    STEPS,
    Syntax,
    is_share,
    is_unit,
    object_of,
)
from variorum.languages.en.counts import LEVEL_VERBS, NOT_COUNTED, STATES
from variorum.languages.en.numbers import FALL, RISE

MODIFIES: Final = frozenset(
    {"nummod", "compound", "quantmod", "nmod", "amod", "advmod", "npadvmod", "predet"}
)
CLOSE_PAIR: Final = 4
"""Tokens from the first word of a pair to the noun that both belong to."""


def partitive(tree: Syntax, anchor: int, last: int) -> int | None:
    """Read "dozens of people", "65 tonnes of aid", "half of those screened"."""
    inner = object_of(tree, anchor, "of", "off")
    if inner is None or inner < last or tree.tokens[inner].pos == "NUM":
        return None
    return _named_part(tree, inner) if tree.tokens[inner].pos == "PRON" else inner


def _named_part(tree: Syntax, pronoun: int) -> int:
    """Read "nine people, four of them children": what the part is stands right behind."""
    at = pronoun + 1
    while at < min(pronoun + CLOSE_PAIR, tree.sentence.last) and tree.tokens[at].pos == "ADJ":
        at += 1
    if at >= tree.sentence.last or tree.tokens[at].tag not in ("NNS", "NNPS"):
        return pronoun
    return at


def modified(tree: Syntax, anchor: int, last: int) -> int | None:
    """Read "twelve people", "a 51 per cent stake"; past a number, "the number of people"."""
    at = anchor
    for _ in range(STEPS):
        token = tree.tokens[at]
        if token.dep not in MODIFIES or token.head < last:
            return None
        at = token.head
        if is_share(tree.tokens[at]):
            return None
        if at == last + 1 and tree.tokens[last].text == "-" and tree.tokens[at].dep == "compound":
            return at
        if tree.tokens[at].pos in NOUNS and tree.tokens[at].dep not in MODIFIES:
            return whole(tree, _of_a_pair(tree, at))
    return None


def _of_a_pair(tree: Syntax, noun: int) -> int:
    """Read "70 army and rebel fighters": the plural that both words before it belong to."""
    other = tree.child(noun, "conj")
    if other is None or tree.child(noun, "cc") != noun + 1 or tree.tokens[noun].tag != "NN":
        return noun
    own = any(tree.tokens[at].tag in ("CD", "DT", "PRP$") for at in tree.below(other))
    fits = tree.tokens[other].tag == "NNS" and other - noun <= CLOSE_PAIR and not own
    return other if fits else noun


def whole(tree: Syntax, noun: int) -> int:
    """Go from "number" or "toll" to what it is of."""
    if tree.tokens[noun].lemma.lower() in NOT_COUNTED:
        inner = object_of(tree, noun, "of")
        if inner is None:
            return noun
        of_whom = tree.tokens[inner]
        return inner if of_whom.pos in NOUNS or of_whom.text.lower() in STATES else noun
    return noun


def governor(tree: Syntax, anchor: int) -> int | None:
    """Return the noun of "a cost of $5", "investments over $5": it says what is measured."""
    token = tree.tokens[anchor]
    while token.dep == "conj" and tree.tokens[token.head].dep == "pobj":
        token = tree.tokens[token.head]
    if token.pos == "ADP" and token.dep == "prep":
        noun = token.head
    elif token.dep == "pobj":
        noun = tree.tokens[token.head].head
    else:
        return None
    if tree.tokens[noun].pos not in NOUNS or noun > anchor or is_unit(tree.tokens[noun]):
        return None
    level = _level(tree, noun) if _is_verbal(tree, noun) else None
    return whole(tree, noun) if level is None else level


def _level(tree: Syntax, change: int) -> int | None:
    """Read "a sales rise of 5%", "an improvement in yields to 7%": what moved."""
    beside = tree.child(change, "compound", "nmod", "nsubj")
    if beside is not None and not is_unit(tree.tokens[beside]):
        return beside
    return object_of(tree, change, "in")


def _is_verbal(tree: Syntax, noun: int) -> bool:
    """Tell a noun of change, or a verb that the parser took for a noun: "the beams measure 5 cm"."""
    lemma = tree.tokens[noun].lemma.lower()
    return lemma in RISE | FALL or (lemma in LEVEL_VERBS and tree.tokens[noun].dep == "ROOT")
