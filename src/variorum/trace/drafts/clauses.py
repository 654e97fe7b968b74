"""Clauses: the words of content of two sentences, each in its place, and which of one stand for which of the other.

Enters: the trees of a draft and of a source, a sentence of each. Leaves: the `Seat` of each word of content, and an
`PairedWords`, which pairs the words of the draft with those of the source.

A word hangs on another by a role: subject, object (of a passive verb too), the preposition that leads to it, or what else
the tree has. Words of one lemma are paired, those first that hang on one lemma, or that the same words hang on.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from variorum.records import Span
from variorum.segment.tree import Tree
from variorum.syntax import Relation, WordClass
from variorum.trace.drafts.evidence import SourceSentence

LONGEST_CLIMB = 12
"""Words passed over, at most, from a word to the one that it hangs on."""

_CONTENT = frozenset[WordClass](("noun", "proper noun", "verb", "adjective", "numeral"))
_HELPING = frozenset[Relation](("auxiliary", "passive auxiliary"))
_ONE_ROLE: Mapping[Relation, Relation] = {
    "passive subject": "object",
    "compound": "adjectival modifier",
    "nominal modifier": "adjectival modifier",
}


class Seat(Struct, frozen=True):
    """What a word hangs on, ``None`` at a root, and as what; `by` is the preposition or conjunction that leads to it."""

    head: int | None
    role: Relation
    by: str = ""


class Clauses(Struct, frozen=True):
    """A sentence, with the seat of each word of content in it, and the words that hang on each."""

    parse: Tree
    sentence: SourceSentence
    seats: Mapping[int, Seat]
    hanging: Mapping[int, list[int]]

    def below(self, index: int) -> list[int]:
        """Return the words of content that hang on one."""
        return self.hanging.get(index, [])

    def place(self, index: int) -> Span:
        """Return the place of a word."""
        token = self.parse.tokens[index]
        return self.sentence.dossier.account.span(token.start, token.end)

    def phrase(self, index: int) -> Span:
        """Return the place of all that hangs on a word, and of the preposition that leads to it."""
        parse, token = self.parse, self.parse.tokens[index]
        led = parse.tokens[token.head].relation == "preposition"
        top = token.head if led else index
        ends = parse.tokens[parse.left[top]].start, parse.tokens[parse.right[top]].end
        return self.sentence.dossier.account.span(*ends)

    def clause(self, index: int) -> list[int]:
        """Return the words of the clause that one stands in: a verb and what hangs on it, other verbs left out."""
        at = index
        for _ in range(LONGEST_CLIMB):
            if at not in self.seats or self.is_verb(at):
                break
            head = self.seats[at].head
            at = -1 if head is None else head
        return self._within(at) if at in self.seats else []

    def is_verb(self, index: int) -> bool:
        """Tell whether a word heads a clause."""
        return self.parse.tokens[index].word_class in ("verb", "auxiliary")

    def _within(self, index: int) -> list[int]:
        inner = (one for one in self.below(index) if not self.is_verb(one))
        return [index, *(word for one in inner for word in self._within(one))]

    def lemmas_below(self, index: int) -> frozenset[str]:
        """Return their lemmas."""
        return frozenset(self.parse.lemma(one) for one in self.below(index))

    def lemma_above(self, index: int) -> str | None:
        """Return the lemma that a word hangs on; ``None`` at a root."""
        head = self.seats[index].head
        return None if head is None else self.parse.lemma(head)


class PairedWords(Struct, frozen=True):
    """A sentence of a draft and one of a source; `pairs` leads from words of that to those of this."""

    mine: Clauses
    theirs: Clauses
    pairs: Mapping[int, int]

    @property
    def share(self) -> float:
        """Return how many of the draft's words have their pair, 0 to 1."""
        return len(self.pairs) / len(self.mine.seats) if self.mine.seats else 0.0

    def share_beside(self, word: int) -> float:
        """Return how many of the words of the clause that a word stands in have their pair, 0 to 1; one of two is none."""
        clause = self.mine.clause(word)
        held = sum(one in self.pairs for one in clause)
        return held / len(clause) if held > 1 else 0.0

    @property
    def unpaired(self) -> list[int]:
        """Return the words of the source that no word of the draft stands for."""
        taken = frozenset(self.pairs.values())
        return [index for index in self.theirs.seats if index not in taken]

    def together(self, verb: int) -> list[int]:
        """Return the words that hang on a paired word, and whose pairs hang on its pair."""
        other = self.pairs[verb]
        paired = [one for one in self.mine.below(verb) if one in self.pairs]
        return [one for one in paired if self.theirs.seats[self.pairs[one]].head == other]


def clauses(parse: Tree, sentence: SourceSentence) -> Clauses:
    """Return a sentence with the seats of its words."""
    inside = range(sentence.sentence.first, sentence.sentence.last)
    seats = {index: _seat(parse, index) for index in inside if _has_seat(parse, index)}
    hanging: dict[int, list[int]] = {}
    for index, seat in seats.items():
        if seat.head is not None:
            hanging.setdefault(seat.head, []).append(index)
    return Clauses(parse, sentence, seats, hanging)


def _has_seat(parse: Tree, index: int) -> bool:
    """Tell whether a word has content, says only that something is, or stands for none of all."""
    token = parse.tokens[index]
    is_verb = token.word_class == "auxiliary" and token.relation not in _HELPING
    denies = token.word_class == "pronoun" and parse.lemma(index) in parse.language.sense.negations
    return token.word_class in _CONTENT or is_verb or denies


def _seat(parse: Tree, index: int) -> Seat:
    """Climb over conjuncts and prepositions to the word that one hangs on."""
    at, by = index, ""
    for _ in range(LONGEST_CLIMB):
        token = parse.tokens[at]
        above = parse.tokens[token.head]
        if token.head == at:
            return Seat(None, token.relation, by)
        if token.relation == "conjunct":
            at = token.head
        elif above.relation == "agent":
            return Seat(above.head, "subject")
        elif above.relation == "preposition":
            by = by or parse.lemma(token.head)
            at = token.head
        else:
            mark = parse.child(at, "marker") if token.relation == "adverbial clause" else None
            role = "preposition" if by else _ONE_ROLE.get(token.relation, token.relation)
            return Seat(token.head, role, by or (parse.lemma(mark) if mark is not None else ""))
    return Seat(None, "other", by)


def aligned(mine: Clauses, theirs: Clauses) -> PairedWords:
    """Pair the words of two sentences, the likeliest first; a verb that only says that something is needs a sign."""
    of_lemma: dict[str, list[int]] = {}
    for other in theirs.seats:
        of_lemma.setdefault(theirs.parse.lemma(other), []).append(other)
    likely = [
        (-_likeness(mine, one, theirs, other), one, other)
        for one in mine.seats
        for other in of_lemma.get(mine.parse.lemma(one), ())
    ]
    pairs: dict[int, int] = {}
    for unlike, one, other in sorted(likely):
        bare = mine.parse.tokens[one].word_class == "auxiliary" and not unlike
        if not bare and one not in pairs and other not in pairs.values():
            pairs[one] = other
    return PairedWords(mine, theirs, pairs)


def _likeness(mine: Clauses, one: int, theirs: Clauses, other: int) -> int:
    """Return how many of the words that two hang on, and that hang on them, are of one lemma."""
    above = mine.lemma_above(one)
    same = above is not None and above == theirs.lemma_above(other)
    return same + len(mine.lemmas_below(one) & theirs.lemmas_below(other))
