"""Nouns beside a number, common to counts and measures: of what, before what, under what.

Enters: a sentence's `Syntax` and the number's token. Leaves: a noun's token, or ``None``.
"""

from typing import Final

from variorum.extract.figures.counted.noun_phrases import (
    STEPS,
    SUBJECTS,
    Syntax,
    is_share,
    is_unit,
    object_of,
)
from variorum.syntax import NOUNS, PLURAL, Relation

MODIFIES: Final = frozenset[Relation](
    {
        "numeric modifier",
        "compound",
        "quantity modifier",
        "nominal modifier",
        "adjectival modifier",
        "adverbial modifier",
        "noun adverbial",
        "predeterminer",
    }
)
CLOSE_PAIR: Final = 4
"""Tokens from the first word of a pair to the noun that both belong to."""


def partitive(tree: Syntax, anchor: int, last: int) -> int | None:
    """Read "dozens of people", "65 tonnes of aid", "half of those screened"."""
    inner = object_of(tree, anchor, *tree.counts.partitive, *tree.counts.taken_off)
    inner = _right_behind(tree, last) if inner is None else inner
    if inner is None or inner < last or tree.tokens[inner].word_class == "numeral":
        return None
    return _named_part(tree, inner) if tree.tokens[inner].word_class == "pronoun" else inner


def _right_behind(tree: Syntax, last: int) -> int | None:
    """Read the "of police" of "evaded hundreds of police", whatever it hangs on."""
    of = last < tree.sentence.last and tree.tokens[last].lemma.lower() in tree.counts.partitive
    inner = tree.child(last, "prepositional object") if of else None
    plain = inner is not None and tree.child(inner, "numeric modifier") is None
    return inner if plain else None


def _named_part(tree: Syntax, pronoun: int) -> int:
    """Read "nine people, four of them children": what the part is stands right behind."""
    at = pronoun + 1
    while (
        at < min(pronoun + CLOSE_PAIR, tree.sentence.last)
        and tree.tokens[at].word_class == "adjective"
    ):
        at += 1
    if at >= tree.sentence.last or tree.tokens[at].form not in PLURAL:
        return pronoun
    return at


def modified(tree: Syntax, anchor: int, last: int) -> int | None:
    """Read "twelve people", "a 51 per cent stake"; past a number, "the number of people"."""
    at = anchor
    for _ in range(STEPS):
        token = tree.tokens[at]
        if token.relation not in MODIFIES or token.head < last:
            return None
        at = token.head
        if _begins_anew(tree, last, at) or _is_a_date(tree, anchor, at):
            return None
        if is_share(tree, tree.tokens[at]):
            return None
        if (
            at == last + 1
            and tree.tokens[last].text == "-"
            and tree.tokens[at].relation == "compound"
        ):
            return at
        if tree.tokens[at].word_class in NOUNS and tree.tokens[at].relation not in MODIFIES:
            return whole(tree, _of_a_pair(tree, at))
    return None


def _is_a_date(tree: Syntax, anchor: int, noun: int) -> bool:
    """Tell the "last year" of "300 last year", where the parser gave it the number."""
    dated = ("date", "time")
    return tree.label_of(noun) in dated and tree.label_of(anchor) not in dated


def _begins_anew(tree: Syntax, last: int, noun: int) -> bool:
    """Tell another noun by its article: "rose to 112 a group said"."""
    articles = (
        at
        for at in tree.below(noun)
        if last <= at and tree.tokens[at].text.lower() in tree.numbers.articles
    )
    return tree.tokens[noun].relation in SUBJECTS and any(articles)


def _of_a_pair(tree: Syntax, noun: int) -> int:
    """Read "70 army and rebel fighters": the plural that both words before it belong to."""
    other = tree.child(noun, "conjunct")
    if (
        other is None
        or tree.child(noun, "coordinator") != noun + 1
        or tree.tokens[noun].form != "singular"
    ):
        return noun
    own = any(
        tree.tokens[at].form in ("cardinal", "determiner", "possessive") for at in tree.below(other)
    )
    fits = tree.tokens[other].form == "plural" and other - noun <= CLOSE_PAIR and not own
    return other if fits else noun


def whole(tree: Syntax, noun: int) -> int:
    """Go from "number" or "toll" to what it is of."""
    if tree.tokens[noun].lemma.lower() in tree.counts.not_counted:
        inner = object_of(tree, noun, *tree.counts.partitive)
        if inner is None:
            return noun
        of_whom = tree.tokens[inner]
        return (
            inner
            if of_whom.word_class in NOUNS or of_whom.text.lower() in tree.counts.states
            else noun
        )
    return noun


def governor(tree: Syntax, anchor: int) -> int | None:
    """Return the noun of "a cost of $5", "investments over $5": it says what is measured."""
    token = tree.tokens[anchor]
    while (
        token.relation == "conjunct" and tree.tokens[token.head].relation == "prepositional object"
    ):
        token = tree.tokens[token.head]
    if token.word_class == "adposition" and token.relation == "preposition":
        noun = token.head
    elif token.relation == "prepositional object":
        noun = tree.tokens[token.head].head
    else:
        return None
    if (
        tree.tokens[noun].word_class not in NOUNS
        or noun > anchor
        or is_unit(tree, tree.tokens[noun])
    ):
        return None
    level = _level(tree, noun) if _is_verbal(tree, noun) else None
    return whole(tree, noun) if level is None else level


def _level(tree: Syntax, change: int) -> int | None:
    """Read "a sales rise of 5%", "an improvement in yields to 7%": what moved."""
    beside = tree.child(change, "compound", "nominal modifier", "subject")
    if beside is not None and not is_unit(tree, tree.tokens[beside]):
        return beside
    return object_of(tree, change, *tree.counts.changed)


def _is_verbal(tree: Syntax, noun: int) -> bool:
    """Tell a noun of change, or a verb that the parser took for a noun: "the beams measure 5 cm"."""
    lemma = tree.tokens[noun].lemma.lower()
    return lemma in tree.numbers.rise | tree.numbers.fall or (
        lemma in tree.counts.level_verbs and tree.tokens[noun].relation == "root"
    )
