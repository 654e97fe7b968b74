"""Predicates: the verbs of a passage with what qualifies them.

Enters: the tokens of a passage. Leaves: a `Predicate`, which tells of negation and modality.

A verb's group is read leftwards over auxiliaries, adverbs and "to", not off the parse tree: small
parsers often hang a coordinated auxiliary in the wrong place, and the group is right all the same.
"""

from collections.abc import Sequence

from msgspec import Struct

from variorum.annotations import Token
from variorum.languages.sense import Sense
from variorum.syntax import WordClass

_GROUP = frozenset[WordClass]({"auxiliary", "adverb", "particle", "coordinator"})
LONGEST_GROUP = 8


class Predicate(Struct, frozen=True):
    """A verb: whether it is denied, and whether it is said that it will, may or should be."""

    negated: bool
    modal: bool


def predicate(sense: Sense, tokens: Sequence[Token], offset: int, index: int) -> Predicate | None:
    """Return the verb at an index of the passage, if one stands there that is no other's auxiliary.

    `offset` is the index of the first token in the account, from which heads are counted.
    """
    token = tokens[index]
    helps = token.relation in {"auxiliary", "passive auxiliary"}
    if token.word_class != "verb" and (token.word_class != "auxiliary" or helps):
        return None
    group = _group(tokens, index)
    beside = (*group, *_determiners(tokens, offset, index))
    return Predicate(
        negated=any(_denies(sense, t) and not _only(sense, tokens, t) for t in beside),
        modal=any(t.lemma.lower() in sense.modals for t in group)
        or _obliged(sense, tokens, index, group),
    )


def governor(tokens: Sequence[Token], offset: int, index: int) -> int | None:
    """Return the index of the verb above a word, inside the passage that begins at `offset`."""
    position = index
    for _ in range(len(tokens)):
        above = tokens[position].head - offset
        if above == position or not 0 <= above < len(tokens):
            return None
        if tokens[above].word_class in {"verb", "auxiliary"}:
            return above
        position = above
    return None


def _denies(sense: Sense, token: Token) -> bool:
    return token.lemma.lower() in sense.negations or token.relation == "negation"


def _only(sense: Sense, tokens: Sequence[Token], negation: Token) -> bool:
    """Tell whether a negation denies nothing: "not only", "no doubt"."""
    after = next((t for t in tokens if t.start >= negation.end), None)
    return after is not None and after.lemma.lower() in sense.no_denials


def _determiners(tokens: Sequence[Token], offset: int, index: int) -> list[Token]:
    """Return articles of the verb's own nouns: "no compensation had been promised".

    A noun that hangs on the verb by a preposition is not denied with it ("left with no word").
    """
    found = []
    for token in tokens:
        noun = token.head - offset
        if (
            token.relation == "determiner"
            and 0 <= noun < len(tokens)
            and tokens[noun].head - offset == index
        ):
            found.append(token)
    return found


def _group(tokens: Sequence[Token], index: int) -> list[Token]:
    group: list[Token] = []
    for position in range(index - 1, max(-1, index - 1 - LONGEST_GROUP), -1):
        token = tokens[position]
        if token.word_class not in _GROUP and token.form != "modal":
            break
        group.insert(0, token)
    return group


def _obliged(sense: Sense, tokens: Sequence[Token], index: int, group: Sequence[Token]) -> bool:
    """Tell whether a verb obliges before an infinitive: "has to go"."""
    before = index - len(group) - 1
    is_infinitive = bool(group) and group[0].lemma.lower() in sense.infinitive
    return is_infinitive and before >= 0 and tokens[before].lemma.lower() in sense.obliging
