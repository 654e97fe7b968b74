"""Claims of a draft: is what is said to be done done by the same, to the same, and as surely?

Enters: the trees of a draft and of a source, a sentence of each. Leaves: the rule by which a verb of the draft is at
odds with the same verb of the source, and the words there; ``None`` where nothing is.

Two verbs are held against each other where they have one lemma and share what takes part. A verb that any near
sentence has as the draft has it is at odds with none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from variorum.judge.passages.predicates import predicate
from variorum.records import Span
from variorum.segment.tree import Tree
from variorum.syntax import Relation
from variorum.trace.drafts.evidence import SourceSentence

PARTS_SHARED = 0.5
"""Share of what takes part in either verb, the one with less, that the other must share."""
FEWEST = 2
"""Nouns, numbers and verbs at least that take part in both, or else stand in both sentences beside one that does."""
_PARTS = frozenset[Relation](
    {
        "subject", "passive subject", "object", "indirect object", "agent", "preposition",
        "clausal complement", "open complement", "noun adverbial",
    }
)  # fmt: skip
_DOERS: tuple[Relation, ...] = ("subject",)

Lemmas = frozenset[str]


class ToldVerb(Struct, frozen=True):
    """A verb with who does it, all that takes part, and how it is told.

    `near` are the nouns of its whole sentence; `denied` tells that it, or the word that reports it, is turned round,
    `done` that it befell, `bound` that a condition stands under it.
    """

    lemma: str
    place: Span
    doers: Lemmas
    parts: Lemmas
    near: Lemmas
    denied: bool
    done: bool
    bound: bool


def told_verbs(parse: Tree, sentence: SourceSentence) -> list[ToldVerb]:
    """Return the verbs of a sentence that say something of somebody."""
    reporting = parse.reporting.speech
    inside = range(sentence.sentence.first, sentence.sentence.last)
    found = (_told(parse, sentence, index) for index in inside)
    return [one for one in found if one is not None and one.lemma not in reporting]


def at_odds(mine: Sequence[ToldVerb], theirs: Sequence[ToldVerb]) -> Iterator[tuple[str, ToldVerb]]:
    """Yield the rule and the source's verb for each verb of the draft that no source has likewise."""
    for verb in mine:
        alike = [one for one in theirs if one.lemma == verb.lemma and verb.parts & one.parts]
        ruled = [(_rule(verb, one), one) for one in alike]
        told = [(rule, one) for rule, one in ruled if rule is not None and _shares(verb, one)]
        if told and len(told) == len(ruled):
            yield told[0]


def _rule(mine: ToldVerb, other: ToldVerb) -> str | None:
    if mine.denied != other.denied:
        return "denied"
    if _turned(mine, other):
        return "turned_round"
    return "conditional" if other.bound and mine.done and not mine.bound else None


def _turned(mine: ToldVerb, other: ToldVerb) -> bool:
    """Tell whether who does it here stands elsewhere in the sentence there, and the other way round."""
    if not (mine.doers and other.doers) or mine.doers & other.doers:
        return False
    return other.doers <= mine.near and mine.doers <= other.near


def _shares(mine: ToldVerb, other: ToldVerb) -> bool:
    shared = len(mine.parts & other.parts)
    told = shared >= FEWEST or len(mine.near & other.near) > FEWEST
    return told and shared >= PARTS_SHARED * min(len(mine.parts), len(other.parts))


def _told(parse: Tree, sentence: SourceSentence, index: int) -> ToldVerb | None:
    first, last = sentence.sentence.first, sentence.sentence.last
    token, tokens = parse.tokens[index], parse.tokens[first:last]
    how = predicate(parse.language.sense, tokens, first, index - first)
    if how is None or token.word_class != "verb":
        return None
    agents = [inner for link in parse.all(index, "agent") for inner in parse.inner(link)]
    return ToldVerb(
        lemma=parse.lemma(index),
        place=sentence.dossier.account.span(token.start, token.end),
        doers=_within(parse, [*parse.all(index, *_DOERS), *agents]),
        parts=_below(parse, index),
        near=_nouns(parse, range(first, last)),
        denied=how.negated != _is_reported_as_denied(parse, index),
        done=token.form in ("past", "past participle") and not how.modal,
        bound=_is_bound(parse, index),
    )


def _is_reported_as_denied(parse: Tree, index: int) -> bool:
    """Tell whether the word that reports a verb turns it round: "denied that it had come late"."""
    token = parse.tokens[index]
    below = token.relation in ("clausal complement", "open complement", "adnominal clause")
    return below and parse.lemma(token.head) in parse.language.sense.reported_denials


def _within(parse: Tree, heads: Sequence[int]) -> Lemmas:
    """Return the lemmas of all nouns that words govern, and their own; pronouns are left out."""
    return _nouns(
        parse, [i for head in heads for i in range(parse.left[head], parse.right[head] + 1)]
    )


def _nouns(parse: Tree, inside: Iterable[int]) -> Lemmas:
    return frozenset(
        parse.lemma(i) for i in inside if parse.tokens[i].word_class in ("noun", "proper noun")
    )


def _below(parse: Tree, index: int) -> Lemmas:
    """Return the lemmas of the nouns, numbers and verbs that stand in the verb's own parts."""
    heads = parse.all(index, *_PARTS)
    reached = [i for head in heads for i in range(parse.left[head], parse.right[head] + 1)]
    carrying = ("noun", "proper noun", "numeral", "verb")
    return frozenset(parse.lemma(i) for i in reached if parse.tokens[i].word_class in carrying)


def _is_bound(parse: Tree, index: int) -> bool:
    """Tell whether a condition stands under a verb: "will resign if the vote fails"."""
    clauses = [*parse.all(index, "adverbial clause"), index]
    marks = [mark for clause in clauses for mark in parse.all(clause, "marker")]
    return any(parse.word(mark) in parse.language.sense.supposing for mark in marks)
