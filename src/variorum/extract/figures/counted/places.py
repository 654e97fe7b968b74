"""Where what is counted is: the place phrase of a figure.

Enters: a sentence's `Syntax`, the counted noun and the verb over it. Leaves: a token range.
"""

from collections import deque
from collections.abc import Iterator
from typing import Final

from variorum.extract.figures.counted.holders import bearer
from variorum.extract.figures.counted.noun_phrases import SUBJECTS, Syntax, object_of, phrase
from variorum.syntax import NOUNS, NamedKind

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


def distant(tree: Syntax, anchor: int) -> tuple[int, int] | None:
    """Read "35 miles southwest of the port": from where a distance is, with its direction."""
    at = tree.tokens[anchor].head
    if tree.tokens[anchor].relation != "noun adverbial" or at < anchor:
        return None
    towards = tree.tokens[at].word_class != "adposition"
    preposition = tree.child(at, "preposition") if towards else at
    inner = None if preposition is None else tree.child(preposition, "prepositional object")
    if tree.tokens[at].word_class == "verb" or inner is None or inner < at:
        return None
    if not towards and tree.tokens[at].lemma.lower() not in tree.counts.origin:
        return None
    return at, phrase(tree, inner)[1]


def place_before(tree: Syntax, first: int) -> int | None:
    """Read "a fire in Calder, Ohio, 12 km north of Denby": the place right before a distance."""
    at = first - 1
    at -= at > tree.sentence.first and tree.tokens[at].text == ","
    if at < tree.sentence.first or tree.tokens[at].word_class not in NOUNS:
        return None
    named = tree.label_of(at) in PLACES
    if named and tree.tokens[at - 1].text == "," and tree.label_of(at - 2) in PLACES:
        return at - 2
    return at if named or tree.tokens[at].lemma.lower() in tree.counts.place_nouns else None


def place_behind(tree: Syntax, last: int) -> tuple[int, int] | None:
    """Return the "in India" that stands right behind a number, of which nothing more is said."""
    if last >= tree.sentence.last or tree.tokens[last].relation != "preposition":
        return None
    inner = tree.child(last, "prepositional object")
    if inner is None or inner < last or tree.label_of(inner) not in PLACES:
        return None
    partitive = tree.tokens[last].lemma.lower() in tree.counts.partitive
    return None if partitive else (last, phrase(tree, inner)[1])


def home(tree: Syntax, noun: int | None, number: int) -> int | None:
    """Return the name of the place whose inhabitants a number counts; ``None`` where it has none.

    "Calder, a town of 9,000 people", "Calder island, home to 9,000", "it has a population of 9,000".
    """
    at = _inhabited(tree, noun, number)
    found = _home_to(tree, noun) if at is None else _named_home(tree, at)
    return found if found is not None and _is_named(tree, found) else None


def _is_named(tree: Syntax, noun: int) -> bool:
    name = noun if tree.tokens[noun].word_class == "proper noun" else tree.child(noun, "compound")
    return name is not None and tree.tokens[name].word_class == "proper noun"


def _inhabited(tree: Syntax, noun: int | None, number: int) -> int | None:
    """Return the town of "a town of 9,000", "a town of 9,000 people"."""
    if noun is None:
        return None
    preposition = tree.tokens[tree.tokens[noun].head]
    partitive = preposition.lemma.lower() in tree.counts.partitive
    if number < noun and tree.tokens[noun].relation == "prepositional object" and partitive:
        noun = preposition.head
    inhabited = tree.tokens[noun].lemma.lower() in tree.counts.inhabited
    return noun if inhabited and noun < number else None


def _home_to(tree: Syntax, noun: int | None) -> int | None:
    """Read "Calder island, home to 9,000 people", "Calder is home to 9,000 people"."""
    to = -1 if noun is None else tree.tokens[noun].head
    at = to - 1
    if at - 1 <= tree.sentence.first or tree.tokens[to].lemma.lower() not in tree.counts.brought_to:
        return None
    hosting = tree.tokens[at].word_class == "noun" and tree.tokens[at].lemma.lower()
    if hosting not in tree.counts.hosting:
        return None
    if tree.tokens[at - 1].text == ",":
        return at - 2 if tree.tokens[at - 2].word_class in NOUNS else None
    above = tree.tokens[at].head
    return bearer(tree, above) if tree.tokens[above].word_class == "auxiliary" else None


def _named_home(tree: Syntax, noun: int) -> int | None:
    own = object_of(tree, noun, *tree.counts.partitive)
    if own is not None and tree.tokens[own].word_class == "proper noun":
        return own
    token = tree.tokens[noun]
    preposition = tree.tokens[token.head]
    with_it = preposition.lemma.lower() in tree.counts.possessed
    if token.relation == "prepositional object" and with_it:
        noun = preposition.head
        token = tree.tokens[noun]
    had = token.relation == "object" and tree.tokens[token.head].lemma.lower() in tree.counts.having
    if token.relation == "predicate noun" or had:
        return bearer(tree, token.head)
    return token.head if token.relation == "apposition" else noun


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
