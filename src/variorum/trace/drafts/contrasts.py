"""Contrasts: what a sentence of a draft tells otherwise than a sentence of a source that has most of its words.

Enters: a sentence of a draft and near ones of its sources, as `Clauses`. Leaves: `ClauseContrast`s: the rule, the word of the
draft, the word of the source.

Each rule looks at words that are paired and at what stands around them: whether a verb is denied, limited or done. What another near sentence has as the draft has it is no contrast.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from variorum.judge.passages.predicates import Predicate, predicate
from variorum.segment.tree import Tree
from variorum.syntax import TENSED, Relation
from variorum.trace.drafts.clauses import Clauses, PairedWords

MOST = 0.5
"""Share of the words of the draft's sentence that the source's sentence must have."""
ALL = 0.8
"""Share from which on two verbs of one lemma are one, whatever hangs on them."""
_LIMITS = frozenset[Relation](
    ("preposition", "relative clause", "adnominal clause", "adverbial clause")
)
_NONE_IN = frozenset[Relation](("subject", "passive subject", "object", "predicate noun"))
_TOLD_BY = frozenset[Relation](("open complement", "clausal complement"))


class ClauseContrast(Struct, frozen=True):
    """A rule, the word of the draft and the word of the source that it speaks of."""

    rule: str
    mine: int
    theirs: int
    of: PairedWords


def contrasts(near: Iterable[PairedWords]) -> Iterator[ClauseContrast]:
    """Yield how a sentence of a draft differs from near ones, where none of them has it as it is."""
    held = [one for one in near if one.share >= MOST]
    told = [found for one in held for found in _told(one)]
    for found in told:
        if _is_once(found) and not any(_agrees(found, one, told) for one in held):
            yield found


def _is_once(found: ClauseContrast) -> bool:
    """Tell whether the draft's sentence has its word once: of two it is not sure which is meant."""
    side = found.of.mine
    lemmas = Counter(side.parse.lemma(one) for one in side.seats)
    return lemmas[side.parse.lemma(found.mine)] == 1


def _agrees(found: ClauseContrast, other: PairedWords, told: Iterable[ClauseContrast]) -> bool:
    """Tell whether another near sentence has the word of the draft as it is."""
    if other is found.of or found.mine not in other.pairs:
        return False
    same = {one.rule for one in told if one.of is other and one.mine == found.mine}
    return found.rule not in same and bool(other.share >= ALL or other.together(found.mine))


def _told(of: PairedWords) -> Iterator[ClauseContrast]:
    for mine, theirs in of.pairs.items():
        if of.mine.is_verb(mine) and of.theirs.is_verb(theirs):
            for rule, other in _of_verbs(of, mine, theirs):
                yield ClauseContrast(rule, mine, other, of)
        for rule in _of_words(of, mine, theirs):
            yield ClauseContrast(rule, mine, theirs, of)


def _of_verbs(of: PairedWords, mine: int, theirs: int) -> Iterator[tuple[str, int]]:
    own, other = of.mine.parse, of.theirs.parse
    denied = _is_denied(own, mine), _is_denied(other, theirs)
    if all(denied):
        yield from (("limit_cut", limit) for limit in _limits_cut(of, mine))
    if _is_one(of, mine):
        if denied[0] != denied[1]:
            yield "denied", theirs
        if _is_done(own, mine) and _is_open(other, theirs):
            yield "told_as_done", theirs
        if not _conditions(of.mine, mine):
            yield from (
                ("conditional", one) for one in _conditions(of.theirs, theirs) if _is_cut(of, one)
            )


def _of_words(of: PairedWords, mine: int, theirs: int) -> Iterator[str]:
    seat, other = of.mine.seats[mine], of.theirs.seats[theirs]
    head = None if seat.head is None else of.pairs.get(seat.head)
    if (
        head is not None
        and other.head == head
        and _is_none(of.mine, mine) != _is_none(of.theirs, theirs)
    ):
        yield "denied"


def _is_one(of: PairedWords, verb: int) -> bool:
    """Tell whether a paired verb is one act on both sides: words of one role hang on it, more of a verb that says little."""
    own, other = of.mine.seats, of.theirs.seats
    alike = [one for one in of.together(verb) if own[one].role == other[of.pairs[one]].role]
    parse = of.mine.parse
    there_is = parse.child(verb, "expletive") is not None
    light = parse.lemma(verb) in parse.language.sense.light_verbs and not there_is
    return of.share >= ALL or len(alike) > light


# --- denied ----------------------------------------------------------------------------------------


def _is_denied(parse: Tree, verb: int) -> bool:
    """Tell whether a verb is denied; two denials leave it as it is."""
    sense, token = parse.language.sense, parse.tokens[verb]
    how = _how(parse, verb)
    beside = (parse.lemma(one) for one in parse.all(verb, *_NONE_IN))
    after = (
        parse.lemma(one + 1) for one in parse.all(verb, "negation") if one + 1 < len(parse.tokens)
    )
    here = (
        (how is not None and how.negated)
        or not sense.negations.isdisjoint(beside)
        or any(word not in sense.no_denials for word in after)
    )
    above = parse.lemma(token.head) if token.relation in _TOLD_BY else ""
    return here != (above in sense.turning | sense.reported_denials)


def _how(parse: Tree, verb: int) -> Predicate | None:
    first = parse.first_of(verb)
    tokens = parse.tokens[first : parse.last_of(verb)]
    return predicate(parse.language.sense, tokens, first, verb - first)


def _is_none(side: Clauses, word: int) -> bool:
    """Tell whether a word is led to by "without", or there is none of it; of who does it, and to whom, the verb tells."""
    sense, seat = side.parse.language.sense, side.seats[word]
    if seat.role in _NONE_IN:
        return False
    none = any(
        side.parse.lemma(one) in sense.negations for one in side.parse.all(word, "determiner")
    )
    return none != (seat.by in sense.negations)


def _limits_cut(of: PairedWords, verb: int) -> Iterator[int]:
    """Yield what limits a denial in the source, of which the draft has nothing: "nothing that they had not signed"."""
    for word in _scope(of, verb):
        roles = {of.mine.seats[one].role for one in of.mine.below(word) if one not in of.pairs}
        for limit in of.theirs.below(of.pairs[word]):
            if of.theirs.seats[limit].role in _LIMITS - roles and _is_cut(of, limit):
                yield limit


def _scope(of: PairedWords, word: int) -> list[int]:
    """Return a word and all below it whose pairs hang likewise in the source."""
    return [word, *(inner for one in of.together(word) for inner in _scope(of, one))]


def _is_cut(of: PairedWords, limit: int) -> bool:
    """Tell whether the draft has no word of a clause or phrase of the source."""
    parse = of.theirs.parse
    inside = range(parse.left[limit], parse.right[limit] + 1)
    return frozenset(of.pairs.values()).isdisjoint(inside)


# --- done ------------------------------------------------------------------------------------------


def _is_done(parse: Tree, verb: int) -> bool:
    """Tell whether a verb is told as done: in the past or the perfect, or what somebody began to do, with no modal."""
    how, token = _how(parse, verb), parse.tokens[verb]
    helped = parse.child(verb, "auxiliary", "passive auxiliary") is not None
    if _is_infinitive(parse, verb) and token.head != verb:
        return parse.lemma(token.head) in parse.language.calendar.done and _is_done(
            parse, token.head
        )
    told = token.form == "past" or (token.form == "past participle" and helped)
    return told and how is not None and not how.modal and not _is_bound(parse, verb)


def _is_open(parse: Tree, verb: int) -> bool:
    """Tell whether a verb is only to come: after "until" or the like, or what somebody plans, asks or is to do.

    What "will" be done may be done by the time of another account.
    """
    how, calendar, token = _how(parse, verb), parse.language.calendar, parse.tokens[verb]
    if how is None or how.negated:
        return False
    if _is_bound(parse, verb):
        return True
    above = parse.tokens[token.head]
    is_to = above.word_class == "auxiliary" and above.form in TENSED
    told_by = token.relation in _TOLD_BY and (is_to or parse.lemma(token.head) in calendar.planned)
    return _is_infinitive(parse, verb) and (told_by or token.relation == "adnominal clause")


def _is_infinitive(parse: Tree, verb: int) -> bool:
    marks = parse.all(verb, "auxiliary")
    return any(parse.lemma(one) in parse.language.sense.infinitive for one in marks)


def _is_bound(parse: Tree, verb: int) -> bool:
    """Tell whether a verb stands under "if", "until" or the like."""
    marks = parse.all(verb, "marker")
    return any(parse.lemma(one) in parse.language.sense.condition for one in marks)


def _conditions(side: Clauses, verb: int) -> list[int]:
    """Return the clauses and phrases that say under which condition, or until when, a verb holds."""
    sense = side.parse.language.sense
    found = [one for one in side.below(verb) if side.seats[one].by in sense.condition]
    clause = "adverbial clause"
    return [
        one
        for one in found
        if side.seats[one].role == clause or side.seats[one].by in sense.supposing
    ]
