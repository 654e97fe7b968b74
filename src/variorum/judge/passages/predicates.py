"""Predicates: the verbs of a passage with what qualifies them.

Enters: the tokens of a passage. Leaves: `Predicate`s with negation and modality.

A verb's group is read leftwards over auxiliaries, adverbs and "to", not off the parse tree: small
parsers often hang a coordinated auxiliary in the wrong place, and the group is right all the same.
"""

from collections.abc import Sequence

from msgspec import Struct

from variorum.annotations import Token
from variorum.languages.sense import Sense
from variorum.syntax import FINITE, WordClass

_GROUP = frozenset[WordClass]({"auxiliary", "adverb", "particle", "coordinator"})
LONGEST_GROUP = 8


class Predicate(Struct, frozen=True):
    """A verb (token `index` of the passage) and the words of its group by what they do to it."""

    lemma: str
    index: int
    finite: bool
    negations: tuple[Token, ...]
    modals: tuple[tuple[str, Token], ...]

    def modal(self, kind: str) -> tuple[Token, ...]:
        """Return the modal words of one class."""
        return tuple(token for found, token in self.modals if found == kind)


def qualified(predicate: Predicate) -> tuple[object, ...]:
    """Return a verb with the words of its group, as two accounts can have them alike."""
    groups = (predicate.negations, tuple(token for _, token in predicate.modals))
    words = tuple(tuple(token.lemma.lower() for token in group) for group in groups)
    return predicate.lemma, predicate.finite, words


def predicates(sense: Sense, tokens: Sequence[Token], offset: int) -> tuple[Predicate, ...]:
    """Return the verbs of a passage in order; auxiliaries count only where no verb follows.

    `offset` is the index of the first token in the account, from which heads are counted.
    """
    return tuple(
        _predicate(sense, tokens, offset, index)
        for index, token in enumerate(tokens)
        if token.word_class == "verb"
        or (
            token.word_class == "auxiliary"
            and token.relation not in {"auxiliary", "passive auxiliary"}
        )
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


def _predicate(sense: Sense, tokens: Sequence[Token], offset: int, index: int) -> Predicate:
    group = _group(tokens, index)
    return Predicate(
        lemma=tokens[index].lemma.lower(),
        index=index,
        finite=tokens[index].form in FINITE or any(t.form in FINITE for t in group),
        negations=tuple(
            t
            for t in (*group, *_denied(tokens, offset, index))
            if _denies(sense, t) and not _only(sense, tokens, t)
        ),
        modals=tuple(_modals(sense, tokens, index, group)),
    )


def _denies(sense: Sense, token: Token) -> bool:
    return token.lemma.lower() in sense.negations or token.relation == "negation"


def _only(sense: Sense, tokens: Sequence[Token], negation: Token) -> bool:
    """Tell whether a negation denies nothing: "not only", "no doubt"."""
    after = next((t for t in tokens if t.start >= negation.end), None)
    return after is not None and after.lemma.lower() in sense.no_denials


def _denied(tokens: Sequence[Token], offset: int, index: int) -> list[Token]:
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


def _modals(
    sense: Sense, tokens: Sequence[Token], index: int, group: list[Token]
) -> list[tuple[str, Token]]:
    lemmas = [
        (t.lemma.lower(), t) for t in group if t.form == "modal" or t.lemma.lower() in sense.modals
    ]
    found = [(sense.modals[lemma], t) for lemma, t in lemmas if lemma in sense.modals]
    before = index - len(group) - 1
    is_infinitive = bool(group) and group[0].lemma.lower() in sense.infinitive
    if is_infinitive and before >= 0 and tokens[before].lemma.lower() in sense.obliging:
        found.append(("obligation", tokens[before]))
    return found
