"""Where what is counted is: the place phrase of a figure.

Enters: a sentence's `Syntax`, the counted noun and the verb over it. Leaves: a token range.
"""

from collections import deque
from collections.abc import Iterator
from typing import Final

from variorum.extract.figures.counted.noun_phrases import SUBJECTS, Syntax, phrase
from variorum.syntax import NamedKind

PLACES: Final = frozenset[NamedKind](("polity", "location", "facility"))
NOUN_REACH: Final = 40
"""Tokens on either side of a noun that may belong to it."""


def place(tree: Syntax, noun: int | None, verb: int | None, last: int) -> tuple[int, int] | None:
    """Return the place phrase that ties the count down best; the nearest of equals."""
    found: list[tuple[int, int, tuple[int, int]]] = []
    for top in (noun, verb):
        if top is None:
            continue
        for at in _descendants(tree, top):
            span = _place_at(tree, at, top)
            if span is not None:
                rank = tree.counts.place_prepositions.get(tree.tokens[at].lemma.lower(), 0)
                found.append((rank, abs(at - last), span))
    return min(found)[2] if found else None


def host(tree: Syntax, holder: int | None, verb: int | None) -> tuple[int, int] | None:
    """Read "Lebanon hosts 10,000 refugees": the subject is where they are."""
    if holder is None or verb is None or tree.label_of(holder) not in PLACES:
        return None
    home = tree.child(verb, "predicate noun")
    hosting = tree.tokens[verb].lemma.lower() in tree.counts.hosting or (
        home is not None and tree.tokens[home].lemma.lower() in tree.counts.hosting
    )
    return phrase(tree, holder) if hosting else None


def _descendants(tree: Syntax, top: int) -> Iterator[int]:
    """Yield tokens below `top` in its own clause, within `NOUN_REACH` tokens of it."""
    pending = deque(tree.below(top))
    seen = 0
    while pending and seen < NOUN_REACH:
        at = pending.popleft()
        seen += 1
        token = tree.tokens[at]
        yield at
        clause = token.word_class in ("verb", "auxiliary") and token.relation not in (
            "open complement",
            "adnominal clause",
        )
        if abs(at - top) <= NOUN_REACH and not clause and token.relation not in SUBJECTS:
            pending += tree.below(at)


def _place_at(tree: Syntax, at: int, top: int) -> tuple[int, int] | None:
    token = tree.tokens[at]
    lemma = token.lemma.lower()
    if lemma in tree.counts.place_adverbs and token.word_class == "adverb":
        before = at - 1
        joined = (
            before >= tree.sentence.first
            and tree.tokens[before].lemma.lower() in tree.counts.origin
        )
        return (before if joined else at, at + 1)
    if token.relation != "preposition" or lemma not in tree.counts.place_prepositions:
        return None
    if lemma in tree.counts.partitive and token.head != top:
        return None
    inner = tree.child(at, "prepositional object")
    if inner is None or inner < at or not _isplace(tree, inner, lemma):
        return None
    return at, max(inner + 1, tree.chunk_of.get(inner, (inner, inner + 1))[1])


def _isplace(tree: Syntax, noun: int, preposition: str) -> bool:
    if tree.label_of(noun) in PLACES:
        return True
    return (
        preposition not in tree.counts.partitive
        and tree.tokens[noun].lemma.lower() in tree.counts.place_nouns
    )
