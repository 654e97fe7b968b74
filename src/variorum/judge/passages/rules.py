"""The table of rules: how two readings compare.

Enters: a `Pair`. Leaves: the first row of `RULES` that fires, with the words that carry it.

A rule's docstring is the sentence a reader sees; the page of verdicts is made from these. What two
readings have word for word is shown to agree; what no rule can tell is `unclear`, and so is what a
rule says that is not right often enough (`judge.precision`). A rule says that readings differ,
never which of them to believe. Figures are held against each other in `judge.counting`.
"""

from __future__ import annotations

from collections.abc import Iterator

from variorum.annotations import Token
from variorum.folding import fold
from variorum.judge.passages.denials import denies
from variorum.judge.passages.marks import (
    CLOSE,
    LEAST_LIKENESS,
    NEAR_IDENTICAL,
    SAME_CLAIM,
    Marks,
    PassageRule,
)
from variorum.judge.passages.opposites import opposite_words
from variorum.judge.passages.pairs import Pair, Side
from variorum.judge.passages.predicates import Predicate, governor, qualified
from variorum.judge.passages.wording import rest, same
from variorum.vocabulary import VerdictKind


def same_words(pair: Pair) -> Marks | None:
    """Both accounts use the same words."""
    left, right = (_folded_words(side) for side in (pair.left, pair.right))
    framed = pair.left.said.frame != pair.right.said.frame
    return Marks() if left == right and not framed and _same_speaker(pair) else None


def one_denies(pair: Pair) -> Marks | None:
    """One account denies what the other affirms."""
    if pair.likeness < SAME_CLAIM:
        return None
    for left, right in _shared_predicates(pair):
        if left.lemma in pair.left.language.sense.light_verbs and pair.likeness < CLOSE:
            continue
        if _is_condition(pair.left, left) or _is_condition(pair.right, right):
            continue
        affirms = pair.right if left.negations else pair.left
        if bool(left.negations) == bool(right.negations) or denies(affirms):
            continue
        if left.finite == right.finite:
            return _marked(pair, (left, left.negations), (right, right.negations))
    return None


def possibility(pair: Pair) -> Marks | None:
    """One account states what the other says may or could be."""
    if pair.likeness < SAME_CLAIM:
        return None
    return _modal_difference(pair)


def quantity(pair: Pair) -> Marks | None:
    """The accounts differ in how many of them it holds for."""
    if pair.likeness < LEAST_LIKENESS:
        return None
    left, right = _quantifiers(pair.left), _quantifiers(pair.right)
    for noun in sorted(left.keys() & right.keys()):
        if left[noun][0] != right[noun][0]:
            return Marks(left=pair.left.span(left[noun][1]), right=pair.right.span(right[noun][1]))
    return None


def other_speaker(pair: Pair) -> Marks | None:
    """The same words are given to different speakers."""
    if pair.likeness < NEAR_IDENTICAL or None in (pair.left.speaker, pair.right.speaker):
        return None
    if "unknown" in (pair.left.speaker, pair.right.speaker) or _same_speaker(pair):
        return None
    return Marks() if pair.left.speaker_named and pair.right.speaker_named else None


def same_content(pair: Pair) -> Marks | None:
    """Both accounts use the same words but for small ones."""
    return Marks() if same(pair.left.said, pair.right.said) else None


def all_and_more(pair: Pair) -> Marks | None:
    """One of these passages says all that the other does, word for word, and more."""
    more = rest(pair.left.language.sense, pair.left.said, pair.right.said)
    if not more:
        return None
    if more[0] in pair.left.tokens:
        return Marks(left=pair.left.span(*more))
    return Marks(right=pair.right.span(*more))


def cannot_compare(_: Pair) -> Marks | None:
    """The accounts touch the same matter; whether they say the same was not shown."""
    return Marks()


RULES: tuple[tuple[VerdictKind, PassageRule], ...] = (
    ("agree", same_words),
    ("contradicted", one_denies),
    ("contradicted", opposite_words),
    ("sense differs", quantity),
    ("sense differs", possibility),
    ("attribution differs", other_speaker),
    ("agree", same_content),
    ("wording differs", all_and_more),
    ("unclear", cannot_compare),
)
"""First row that fires wins."""


def _folded_words(side: Side) -> str:
    return " ".join(fold(side.place.text).lower().split()).strip("\"' .,;:")


def _same_speaker(pair: Pair) -> bool:
    return pair.left.speaker == pair.right.speaker


def _shared_predicates(pair: Pair) -> Iterator[tuple[Predicate, Predicate]]:
    """Yield verbs of one lemma; one with its like on the other side is paired with that alone."""
    others = list(pair.right.predicates)
    unlike: list[Predicate] = []
    for left in pair.left.predicates:
        like = next((right for right in others if qualified(left) == qualified(right)), None)
        if like is None:
            unlike.append(left)
        else:
            others.remove(like)
            yield left, like
    for left in unlike:
        yield from ((left, right) for right in others if left.lemma == right.lemma)


def _is_condition(side: Side, predicate: Predicate) -> bool:
    """Tell whether a verb stands in a clause of time or condition: "until it tells us otherwise"."""
    return side.tokens[predicate.index].relation == "adverbial clause"


def _governing(side: Side, lemma: str) -> Predicate | None:
    """Return the verb that a word is or stands under."""
    verbs = {predicate.index: predicate for predicate in side.predicates}
    for index, token in enumerate(side.tokens):
        if token.lemma.lower() == lemma:
            if index in verbs and (verbs[index].finite or token.form != "base"):
                return verbs[index]
            if index in verbs:
                return _next_finite(side, index)
            above = governor(side.tokens, side.offset, index)
            return verbs.get(above) if above is not None else None
    return None


def _next_finite(side: Side, index: int) -> Predicate | None:
    """Return the finite verb after a bare one: "return should begin" has its noun misread."""
    found = next((p for p in side.predicates if p.index > index and p.finite), None)
    between = side.tokens[index + 1 : found.index] if found else ()
    return None if any(t.relation in {"coordinator", "punctuation"} for t in between) else found


def _modal_difference(pair: Pair) -> Marks | None:
    """Compare the modality over an act that both sides name and at least one says with a verb."""
    acts = {p.lemma for p in (*pair.left.predicates, *pair.right.predicates)}
    for lemma in sorted(acts & pair.left.words & pair.right.words):
        left, right = _governing(pair.left, lemma), _governing(pair.right, lemma)
        if left is None or right is None or not (left.finite and right.finite):
            continue
        mine, theirs = left.modal("possibility"), right.modal("possibility")
        if bool(mine) != bool(theirs):
            return _marked(pair, (left, mine), (right, theirs))
    return None


def _marked(
    pair: Pair,
    left: tuple[Predicate, tuple[Token, ...]],
    right: tuple[Predicate, tuple[Token, ...]],
) -> Marks:
    """Return the verb groups from the marking words (if any) to the verb, on both sides."""
    return Marks(
        left=pair.left.span(*left[1], pair.left.tokens[left[0].index]),
        right=pair.right.span(*right[1], pair.right.tokens[right[0].index]),
    )


def _quantifiers(side: Side) -> dict[str, tuple[str, Token]]:
    found: dict[str, tuple[str, Token]] = {}
    for index, token in enumerate(side.tokens):
        kind = side.language.sense.quantifiers.get(token.lemma.lower())
        if kind is None:
            continue
        after = side.tokens[index + 1 : index + 6]
        noun = next((t for t in after if t.word_class == "noun"), None)
        if noun is not None and not any(t.word_class == "numeral" for t in after[:2]):
            found.setdefault(noun.lemma.lower(), (kind, token))
    return found
