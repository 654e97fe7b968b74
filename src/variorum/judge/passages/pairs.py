"""Pairs: two readings of one place, with all that the rules look at.

Enters: dossiers and passages. Leaves: `Side`s and `Pair`s.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from variorum.align.cutting import content_tokens
from variorum.annotations import Token
from variorum.judge.passages.predicates import Predicate, predicates
from variorum.judge.passages.wording import ContentWords, content_words
from variorum.languages.language import Language
from variorum.languages.registry import language_of
from variorum.records import Dossier, Passage, Quotation, Span


class Side(Struct, frozen=True):
    """One reading: a passage, its words, and who answers for them.

    `speaker` is the entity of who says it ("unknown" where none was linked), ``None`` for the
    narrator; `speaker_named` tells that the account names the speaker there, by no pronoun.
    `offset` is the index of the first token in the account, `said` what the passage says by its
    words alone.
    """

    place: Span
    tokens: tuple[Token, ...]
    offset: int
    words: frozenset[str]
    predicates: tuple[Predicate, ...]
    said: ContentWords
    language: Language
    speaker: str | None = None
    speaker_named: bool = False

    def span(self, *tokens: Token) -> Span:
        """Return the place from the first to the last of some tokens of this side."""
        start, end = min(t.start for t in tokens), max(t.end for t in tokens)
        return Span(
            self.place.account,
            start,
            end,
            self.place.text[start - self.place.start : end - self.place.start],
        )


class Pair(Struct, frozen=True):
    """Two sides of one alignment and how alike they are (0 to 1)."""

    left: Side
    right: Side
    likeness: float


def side(dossier: Dossier, passage: Passage) -> Side:
    """Return a passage as one side of a pair."""
    language = language_of(dossier.account.language)
    tokens = dossier.annotation.tokens[passage.first : passage.last]
    opening = dossier.annotation.sentences[passage.sentence].first
    quotation = _quotation(dossier.statements.quotations, passage)
    return Side(
        place=passage.place,
        tokens=tokens,
        offset=passage.first,
        words=frozenset(t.lemma.lower() for t in content_tokens(tokens)),
        predicates=predicates(language.sense, tokens, passage.first),
        said=content_words(language, dossier.annotation.tokens[opening : passage.first], tokens),
        language=language,
        speaker=_speaker(quotation),
        speaker_named=quotation is not None and not quotation.speaker.path,
    )


def _quotation(quotations: Sequence[Quotation], passage: Passage) -> Quotation | None:
    return next((q for q in quotations if q.id == passage.quotation), None)


def _speaker(quotation: Quotation | None) -> str | None:
    if quotation is None:
        return None
    return quotation.speaker.entity or "unknown"
