"""The table of rules: how two readings compare.

Enters: a `Pair`. Leaves: the first row of `RULES` that fires, with the words that carry it.

A rule's docstring is the sentence a reader sees; the page of verdicts is made from these. A rule
looks at what can be checked on the page: figures, negation, modality, degree, rank, quantity,
opposites, actors, speakers. What no rule can tell is `unclear`. A rule says that readings differ,
never which of them to believe.
"""

from __future__ import annotations

from collections.abc import Iterator

from variorum.align.coverage import COVERED
from variorum.align.passages import content_tokens
from variorum.annotations import Token
from variorum.folding import fold
from variorum.judge.actors import actor, named_apart
from variorum.judge.denials import denied_word, denies
from variorum.judge.english_sense import FIRST_PERSON, FOREMOST, LIGHT_VERBS, QUANTIFIERS
from variorum.judge.marks import ALIKE, CLOSE, NEAR_IDENTICAL, SAME_CLAIM, WHOLLY, Marks, Rule
from variorum.judge.pairs import Pair, Side
from variorum.judge.predicates import Predicate, governor, qualified
from variorum.judge.sameness import SAME
from variorum.judge.substitutions import (
    opposite_words,
    other_name,
    other_number,
    other_of_a_kind,
)
from variorum.judge.times import other_time
from variorum.vocabulary import VerdictKind


def same_words(pair: Pair) -> Marks | None:
    """Both accounts use the same words."""
    left, right = (_plain(side) for side in (pair.left, pair.right))
    return Marks() if left == right and _same_speaker(pair) else None


def other_figure(pair: Pair) -> Marks | None:
    """The accounts give different figures for the same count."""
    return _figures(pair, "figure differs")


def later_figure(pair: Pair) -> Marks | None:
    """The account published later gives another figure of a count that changes by the day."""
    return _figures(pair, "update")


def other_count(pair: Pair) -> Marks | None:
    """The accounts give figures of counts that are not the same."""
    return _figures(pair, "scope differs")


def one_denies(pair: Pair) -> Marks | None:
    """One account denies what the other affirms."""
    if pair.likeness < SAME_CLAIM:
        return None
    for left, right in _shared_predicates(pair):
        if left.lemma in LIGHT_VERBS and pair.likeness < CLOSE:
            continue
        if _is_condition(pair.left, left) or _is_condition(pair.right, right):
            continue
        affirms = pair.right if left.negations else pair.left
        if bool(left.negations) == bool(right.negations) or denies(affirms):
            continue
        if left.finite == right.finite:
            return _marked(pair, (left, left.negations), (right, right.negations))
    return None


def obligation(pair: Pair) -> Marks | None:
    """One account describes what the other says should or must be done."""
    return _modal_difference(pair, "obligation")


def possibility(pair: Pair) -> Marks | None:
    """One account states what the other says may or could be."""
    if pair.likeness < SAME_CLAIM:
        return None
    return _modal_difference(pair, "possibility")


def degree(pair: Pair) -> Marks | None:
    """The accounts differ in how completely they say it."""
    for left, right in _compared_predicates(pair):
        if left.degree != right.degree and {left.degree, right.degree} != {None, "wholly"}:
            words = tuple(tuple(t for _, t in p.degrees) for p in (left, right))
            return _marked(pair, (left, words[0]), (right, words[1]))
    return None


def rank(pair: Pair) -> Marks | None:
    """One account puts first what the other counts as one among several."""
    for noun in sorted(pair.left.words & pair.right.words):
        left, right = _rank_words(pair.left, noun), _rank_words(pair.right, noun)
        if left and right and left[0] != right[0]:
            return Marks(left=pair.left.span(*left[1]), right=pair.right.span(*right[1]))
    return None


def quantity(pair: Pair) -> Marks | None:
    """The accounts differ in how many of them it holds for."""
    if pair.likeness < ALIKE:
        return None
    left, right = _quantifiers(pair.left), _quantifiers(pair.right)
    for noun in sorted(left.keys() & right.keys()):
        if left[noun][0] != right[noun][0]:
            return Marks(left=pair.left.span(left[noun][1]), right=pair.right.span(right[noun][1]))
    return None


def hedge(pair: Pair) -> Marks | None:
    """One account states what the other reports with a reservation."""
    if pair.likeness < SAME_CLAIM:
        return None
    for left, right in _shared_predicates(pair):
        if bool(left.hedges) != bool(right.hedges):
            return _marked(pair, (left, left.hedges), (right, right.hedges))
    return None


def other_actor(pair: Pair) -> Marks | None:
    """The accounts name different actors for the same act."""
    if pair.likeness < SAME_CLAIM:
        return None
    for left, right in _shared_predicates(pair):
        if left.lemma in LIGHT_VERBS:
            continue
        mine, theirs = actor(pair.left, left), actor(pair.right, right)
        if mine and theirs and named_apart(pair, mine, theirs):
            return Marks(left=pair.left.span(*mine), right=pair.right.span(*theirs))
    return None


def other_speaker(pair: Pair) -> Marks | None:
    """The same words are given to different speakers."""
    if pair.likeness < NEAR_IDENTICAL or None in (pair.left.speaker, pair.right.speaker):
        return None
    if "unknown" in (pair.left.speaker, pair.right.speaker) or _same_speaker(pair):
        return None
    return Marks() if pair.left.speaker_named and pair.right.speaker_named else None


def own_voice(pair: Pair) -> Marks | None:
    """One account says in its own voice what the other gives to a speaker."""
    if pair.likeness < NEAR_IDENTICAL:
        return None
    speakers = {pair.left.speaker, pair.right.speaker}
    if None not in speakers or len(speakers) < 2 or "unknown" in speakers:
        return None
    narrated = pair.left if pair.left.speaker is None else pair.right
    return None if any(t.text.lower() in FIRST_PERSON for t in narrated.tokens) else Marks()


def same_content(pair: Pair) -> Marks | None:
    """Both accounts use the same words but for small ones."""
    return Marks() if pair.left.words == pair.right.words and len(pair.left.words) > 2 else None


def all_and_more(pair: Pair) -> Marks | None:
    """One account says all that the other does here, and more."""
    return says_more(pair) if max(pair.had) >= WHOLLY else None


def close_wording(pair: Pair) -> Marks | None:
    """The accounts say the same in other words."""
    return Marks() if pair.sameness >= SAME else None


def says_more(pair: Pair) -> Marks | None:
    """One account says here what the other does, and more."""
    left, right = (share >= COVERED for share in pair.had)
    if left == right:
        return None
    longer, other = (pair.right, pair.left) if left else (pair.left, pair.right)
    words = _longest_run(longer, other.words)
    mark = longer.span(*words) if words else None
    return Marks(right=mark) if left else Marks(left=mark)


def other_wording(pair: Pair) -> Marks | None:
    """The accounts say something alike in other words; no difference in sense was found."""
    return Marks() if pair.likeness >= ALIKE else None


def cannot_compare(_: Pair) -> Marks | None:
    """The accounts touch the same matter; whether they say the same could not be told."""
    return Marks()


RULES: tuple[tuple[VerdictKind, Rule], ...] = (
    ("agree", same_words),
    ("figure differs", other_figure),
    ("scope differs", later_figure),
    ("contradicted", one_denies),
    ("contradicted", denied_word),
    ("contradicted", opposite_words),
    ("sense differs", other_of_a_kind),
    ("sense differs", other_name),
    ("figure differs", other_number),
    ("sense differs", other_time),
    ("sense differs", obligation),
    ("sense differs", degree),
    ("sense differs", rank),
    ("sense differs", quantity),
    ("sense differs", possibility),
    ("sense differs", hedge),
    ("sense differs", other_actor),
    ("scope differs", other_count),
    ("attribution differs", other_speaker),
    ("attribution differs", own_voice),
    ("agree", same_content),
    ("wording differs", all_and_more),
    ("wording differs", close_wording),
    ("wording differs", says_more),
    ("wording differs", other_wording),
    ("unclear", cannot_compare),
)
"""First row that fires wins."""


def _figures(pair: Pair, kind: str) -> Marks | None:
    for meeting in pair.figures:
        if meeting.kind == kind:
            return Marks(meeting.left.place, meeting.right.place, meeting.because)
    return None


def _plain(side: Side) -> str:
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


def _compared_predicates(pair: Pair) -> Iterator[tuple[Predicate, Predicate]]:
    """Yield verbs of one lemma, and the main verbs of two forms of one claim."""
    yield from _shared_predicates(pair)
    mains = tuple(_main(side) for side in (pair.left, pair.right))
    if pair.likeness >= ALIKE and mains[0] and mains[1]:
        yield mains[0], mains[1]


def _is_condition(side: Side, predicate: Predicate) -> bool:
    """Tell whether a verb stands in a clause of time or condition: "until it tells us otherwise"."""
    return side.tokens[predicate.index].dep == "advcl"


def _main(side: Side) -> Predicate | None:
    """Return the verb on which the passage hangs: its head stands outside or is itself."""
    for predicate in side.predicates:
        head = side.tokens[predicate.index].head - side.offset
        if head == predicate.index or not 0 <= head < len(side.tokens):
            return predicate
    return side.predicates[0] if side.predicates else None


def _longest_run(side: Side, words: frozenset[str]) -> tuple[Token, ...]:
    """Return the longest run of content words that are not among `words`, small words between."""
    best: list[Token] = []
    run: list[Token] = []
    for token in content_tokens(side.tokens):
        run = [] if token.lemma.lower() in words else [*run, token]
        best = max(best, run, key=len)
    return tuple(best)


def _governing(side: Side, lemma: str) -> Predicate | None:
    """Return the verb that a word is or stands under."""
    verbs = {predicate.index: predicate for predicate in side.predicates}
    for index, token in enumerate(side.tokens):
        if token.lemma.lower() == lemma:
            if index in verbs and (verbs[index].finite or token.tag != "VB"):
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
    return None if any(t.dep in {"cc", "punct"} for t in between) else found


def _modal_difference(pair: Pair, kind: str) -> Marks | None:
    """Compare the modality over an act that both sides name and at least one says with a verb."""
    acts = {p.lemma for p in (*pair.left.predicates, *pair.right.predicates)}
    for lemma in sorted(acts & pair.left.words & pair.right.words):
        left, right = _governing(pair.left, lemma), _governing(pair.right, lemma)
        if left is None or right is None or not (left.finite and right.finite):
            continue
        mine, theirs = left.modal(kind), right.modal(kind)
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


def _rank_words(side: Side, noun: str) -> tuple[str, tuple[Token, ...]] | None:
    """Tell whether a noun is singled out ("first") or one of several ("among"), with the words."""
    for index, token in enumerate(side.tokens):
        if token.lemma.lower() != noun or token.pos != "NOUN":
            continue
        before = side.tokens[max(0, index - 6) : index]
        for start in range(len(before) - 1):
            if [t.lemma.lower() for t in before[start : start + 2]] == ["one", "of"]:
                return "among", (*before[start:], token)
        singled = [t for t in before[-3:] if t.lemma.lower() in FOREMOST or t.tag == "JJS"]
        numbered = [t for t in before[-3:] if t.lemma.lower() == "number"]
        if singled or numbered:
            return "first", (*(singled or numbered), token)
    return None


def _quantifiers(side: Side) -> dict[str, tuple[str, Token]]:
    found: dict[str, tuple[str, Token]] = {}
    for index, token in enumerate(side.tokens):
        kind = QUANTIFIERS.get(token.lemma.lower())
        if kind is None:
            continue
        after = side.tokens[index + 1 : index + 6]
        noun = next((t for t in after if t.pos == "NOUN"), None)
        if noun is not None and not any(t.pos == "NUM" for t in after[:2]):
            found.setdefault(noun.lemma.lower(), (kind, token))
    return found
