"""Rises and falls: is a number how much there is, or by how much it changed?

Enters: a sentence's `Syntax` and the token of a number in it. Leaves: "up", "down" or ``None``.
"""

from collections.abc import Sequence

from variorum.annotations import Token
from variorum.extract.figures.counted.noun_phrases import SUBJECTS, Syntax, object_of
from variorum.languages.units import FRACTION
from variorum.vocabulary import Direction

OF_WORTH = frozenset(("share", "point", "currency"))
"""Kinds of units by which worth changes."""
CHAIN = 4
"""How many coordinations are followed: "rose 9 points, or 0.6%"."""


def change(
    tree: Syntax, anchor: int, before: Sequence[str], *, kind: str | None
) -> Direction | None:
    """Return the way something moved by this number: "rose 5%", "by 12", "a 5% fall".

    `before` are the two words before the figure; "to" makes it a level. `kind` is that of the unit,
    ``None`` for a plain count.
    """
    nearest, second = before[-1], before[0]
    if nearest == tree.numbers.to:
        return None
    if nearest in tree.numbers.up_or_down and not _is_particle(tree, anchor, nearest, kind=kind):
        return tree.numbers.up_or_down[nearest]
    if nearest == tree.numbers.by and second in tree.numbers.up_or_down:
        return tree.numbers.up_or_down[second]
    return _by_syntax(tree, anchor, kind=kind)


def is_motion(tree: Syntax, anchor: int) -> bool:
    """Tell who or what "fell 60 feet down a shaft" from a river that fell two feet."""
    verb = tree.tokens[anchor].head
    if tree.tokens[verb].word_class != "verb":
        return False
    end = object_of(tree, verb, *tree.counts.brought_to)
    if end is not None and tree.tokens[end].lemma.lower() in tree.counts.deadly:
        return True
    subject = next((at for at in tree.below(verb) if tree.tokens[at].relation in SUBJECTS), None)
    if subject is not None and _is_a_person(tree, subject):
        return True
    path = object_of(tree, verb, *tree.counts.paths)
    return path is not None and tree.tokens[path].word_class == "noun" and not tree.label_of(path)


def _is_a_person(tree: Syntax, subject: int) -> bool:
    token = tree.tokens[subject]
    return (
        tree.label_of(subject) == "person"
        or token.lemma.lower() in tree.counts.groups
        or token.text.lower() in tree.counts.personal
    )


def _is_particle(tree: Syntax, anchor: int, word: str, *, kind: str | None) -> bool:
    """Tell "shot down 5 drones" from "closing down 5 per cent", "is up 12 seats"."""
    near = range(anchor - 1, max(tree.sentence.first - 1, anchor - CHAIN), -1)
    found = next((at for at in near if tree.tokens[at].text.lower() == word), None)
    if found is None:
        return False
    verb, noun = tree.tokens[found].head, tree.tokens[tree.tokens[anchor].head]
    if kind == FRACTION.kind and not _is_of_something(tree, anchor):
        return False
    taken = kind is None and noun.relation == "object" and noun.head == verb
    particle = taken or tree.tokens[found].relation == "verb particle"
    return particle and tree.tokens[verb].lemma.lower() not in tree.counts.level_verbs


def _is_of_something(tree: Syntax, anchor: int) -> bool:
    """Tell the 20% of "bought up 20% of the firm" from those of "picked up 20%"."""
    return object_of(tree, anchor, *tree.counts.partitive) is not None


def _by_syntax(tree: Syntax, anchor: int, *, kind: str | None) -> Direction | None:
    token = tree.tokens[anchor]
    if token.relation in (
        "numeric modifier",
        "compound",
        "adjectival modifier",
        "quantity modifier",
        "nominal modifier",
    ):
        noun = tree.tokens[token.head]
        if kind is not None and _direction(tree, noun, kind) and token.head > anchor:
            return _direction(tree, noun, kind)
        token = noun
    for _ in range(CHAIN):
        if token.relation not in ("conjunct", "apposition"):
            break
        token = tree.tokens[token.head]
    return _under(tree, token, kind=kind)


def _under(tree: Syntax, token: Token, *, kind: str | None) -> Direction | None:
    head = tree.tokens[token.head]
    if token.relation == "prepositional object":
        head = _first_joined(tree, head)
        above = tree.tokens[head.head]
        named = head.lemma.lower() == tree.numbers.of and above.word_class == "noun"
        by = head.lemma.lower() == tree.numbers.by
        return _direction(tree, above, kind) if by or named else None
    moved = token.relation in ("noun adverbial", "adverbial modifier")
    taken = token.relation == "object" and (
        kind is not None or head.lemma.lower() in tree.numbers.change_as_object
    )
    taken = taken and head.lemma.lower() not in tree.numbers.gets
    return _direction(tree, head, kind) if moved or taken else None


def _first_joined(tree: Syntax, preposition: Token) -> Token:
    """Go from the second "by" of "fell by 5% in May and by 9% in June" to the first."""
    for _ in range(CHAIN):
        if preposition.relation != "conjunct":
            break
        preposition = tree.tokens[preposition.head]
    return preposition


def _direction(tree: Syntax, token: Token, kind: str | None) -> Direction | None:
    lemma, worth = token.lemma.lower(), kind in OF_WORTH
    if worth and token.text.lower() in tree.numbers.higher_or_lower:
        return tree.numbers.higher_or_lower[token.text.lower()]
    if token.word_class not in ("verb", "noun"):
        return None
    if lemma in tree.numbers.rise or (worth and lemma in tree.numbers.rise_in_worth):
        return "up"
    fallen = lemma in tree.numbers.fall or (worth and lemma in tree.numbers.fall_in_worth)
    return "down" if fallen else None
