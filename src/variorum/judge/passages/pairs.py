"""Pairs: two readings of one place, with all that the rules look at.

Enters: dossiers and passages. Leaves: `Side`s and `Pair`s; `Marks`, which a rule hands back.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from variorum.annotations import Token
from variorum.judge.passages.wording import ContentWords, content_words
from variorum.languages.language import Language
from variorum.languages.registry import language_of
from variorum.records import Dossier, Passage, Quotation, Span


class Side(Struct, frozen=True):
    """One reading: a passage, its words, and the quotation that it stands in, if any.

    `said` is what the passage says by its words alone.
    """

    place: Span
    tokens: tuple[Token, ...]
    said: ContentWords
    language: Language
    quotation: Quotation | None = None

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
    """Two sides of one alignment."""

    left: Side
    right: Side


class Marks(Struct, frozen=True):
    """The words of either side that made a rule fire; either may be ``None``."""

    left: Span | None = None
    right: Span | None = None


def side(dossier: Dossier, passage: Passage) -> Side:
    """Return a passage as one side of a pair."""
    language = language_of(dossier.account.language)
    tokens = dossier.annotation.tokens[passage.first : passage.last]
    opening = dossier.annotation.sentences[passage.sentence].first
    return Side(
        place=passage.place,
        tokens=tokens,
        said=content_words(language, dossier.annotation.tokens[opening : passage.first], tokens),
        language=language,
        quotation=_quotation(dossier.statements.quotations, passage),
    )


def _quotation(quotations: Sequence[Quotation], passage: Passage) -> Quotation | None:
    return next((q for q in quotations if q.id == passage.quotation), None)


def speaker(quotation: Quotation | None) -> str | None:
    """Return the entity of who says it, "unknown" where none was linked, ``None`` for the narrator."""
    return None if quotation is None else quotation.speaker.entity or "unknown"


def two_speakers(left: Quotation | None, right: Quotation | None) -> bool:
    """Tell whether both accounts name who says it there, by no pronoun, and name two."""
    named = [q.speaker.entity for q in (left, right) if q and not q.speaker.path]
    return len({entity for entity in named if entity}) > 1
