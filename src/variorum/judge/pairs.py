"""Pairs: two readings of one place, with all that the rules look at.

Enters: dossiers and linked passages. Leaves: `Side`s and `Pair`s.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from variorum.align.passages import content_tokens
from variorum.annotations import Token
from variorum.judge.comparability import Context
from variorum.judge.counted import Counted, FigureMeeting, meetings
from variorum.judge.details import Detail, details, own_details
from variorum.judge.predicates import Predicate, predicates
from variorum.judge.sameness import sameness
from variorum.records import Dossier, Figure, Moment, Passage, Quotation, Span

if TYPE_CHECKING:
    import numpy as np

Mentions = Mapping[tuple[str, int], tuple[int, str]]
"""(account, start of a mention) to (its end, its entity)."""


class Side(Struct, frozen=True, dict=True):
    """One reading: a passage, its words, and who answers for them.

    `speaker` is the entity of who says it ("unknown" where none was linked), ``None`` for the
    narrator; `speaker_named` tells that the account names the speaker there, by no pronoun. `quoted` tells whether the words stand as the
    speaker's own. `names` maps the token index of a name to its entity. `offset` is the index of
    the first token in the account, `context` what stands around the side's figures. `vector` is
    the passage's unit vector, ``None`` where the language has no encoder.
    """

    place: Span
    tokens: tuple[Token, ...]
    offset: int
    words: frozenset[str]
    predicates: tuple[Predicate, ...]
    figures: tuple[Figure, ...]
    moments: tuple[Moment, ...]
    speaker: str | None
    speaker_named: bool
    quoted: bool
    names: dict[int, str]
    context: Context
    vector: np.ndarray | None = None

    @cached_property
    def details(self) -> tuple[Detail, ...]:
        """Return the names and numbers of this side."""
        return tuple(details(self.tokens))

    def span(self, *tokens: Token) -> Span:
        """Return the place from the first to the last of some tokens of this side."""
        start, end = min(t.start for t in tokens), max(t.end for t in tokens)
        return Span(
            self.place.account,
            start,
            end,
            self.place.text[start - self.place.start : end - self.place.start],
        )


class Pair(Struct, frozen=True, dict=True):
    """Two sides of one alignment and how alike they are (0 to 1).

    `had` are the shares, 0 to 1, of the left side's content words that the right account has in
    two of its passages, and of the right side's that the left account has. `heard` are all words
    of either account, ``None`` where they are not known.
    """

    left: Side
    right: Side
    likeness: float
    had: tuple[float, float] = (0.0, 0.0)
    heard: tuple[frozenset[str], frozenset[str]] | None = None

    @cached_property
    def figures(self) -> tuple[FigureMeeting, ...]:
        """Return how the figures of the two sides meet."""
        sides = (
            [Counted(figure, side.context) for figure in side.figures]
            for side in (self.left, self.right)
        )
        return tuple(meetings(*sides))

    @cached_property
    def own(self) -> tuple[tuple[Detail, ...], tuple[Detail, ...]]:
        """Return the names and numbers of either side that the other account has nowhere."""
        if self.heard is None:
            return (), ()
        return own_details(self.left, self.heard[1]), own_details(self.right, self.heard[0])

    @cached_property
    def sameness(self) -> float:
        """Return how likely the two sides say the same, 0 to 1."""
        one, other = self.left.vector, self.right.vector
        meaning = self.likeness if one is None or other is None else float(one @ other)
        sides = (self.left.tokens, self.right.tokens)
        return sameness(sides, (self.left.words, self.right.words), meaning)


def side(dossier: Dossier, passage: Passage, mentions: Mentions) -> Side:
    """Return a passage as one side of a pair."""
    tokens = dossier.annotation.tokens[passage.first : passage.last]
    said = dossier.statements
    quotation = _quotation(said.quotations, passage)
    return Side(
        place=passage.place,
        tokens=tokens,
        offset=passage.first,
        words=frozenset(t.lemma.lower() for t in content_tokens(tokens)),
        predicates=predicates(tokens, passage.first),
        figures=tuple(f for f in said.figures if _within(f.place, passage.place)),
        moments=tuple(m for m in said.moments if _within(m.place, passage.place)),
        speaker=_speaker(quotation),
        speaker_named=quotation is not None and not quotation.speaker.path,
        quoted=quotation is not None and quotation.manner != "indirect",
        names=_names(passage.place.account, tokens, mentions),
        context=context(dossier, passage.sentence, _speaker(quotation)),
        vector=_vector(dossier, passage),
    )


def _vector(dossier: Dossier, passage: Passage) -> np.ndarray | None:
    if dossier.passage_vectors is None or not len(dossier.passage_vectors):
        return None
    row = bisect_left(dossier.passages, passage.first, key=lambda other: other.first)
    vector: np.ndarray = dossier.passage_vectors[row]
    return vector


def context(dossier: Dossier, sentence: int, speaker: str | None) -> Context:
    """Return what stands around the figures of one sentence of an account."""
    found = dossier.annotation.sentences[sentence]
    tokens = dossier.annotation.tokens[found.first : found.last]
    return Context(
        account=dossier.account.id,
        sentence=dossier.account.text[found.start : found.end],
        lemmas=frozenset(token.lemma.lower() for token in content_tokens(tokens)),
        speaker=speaker,
        published=dossier.account.published,
    )


def _quotation(quotations: Sequence[Quotation], passage: Passage) -> Quotation | None:
    return next((q for q in quotations if q.id == passage.quotation), None)


def _speaker(quotation: Quotation | None) -> str | None:
    if quotation is None:
        return None
    return quotation.speaker.entity or "unknown"


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _names(account: str, tokens: Sequence[Token], mentions: Mentions) -> dict[int, str]:
    found: dict[int, str] = {}
    end, entity = -1, ""
    for index, token in enumerate(tokens):
        if (account, token.start) in mentions:
            end, entity = mentions[account, token.start]
        if token.start < end:
            found[index] = entity
    return found
