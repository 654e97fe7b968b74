"""Contexts: what stands around a figure of an account.

Enters: a `Dossier`, a sentence of it and figures in that sentence. Leaves: a `Context` for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from variorum.align.cutting import content_tokens
from variorum.align.differences import numbers_among as numbers
from variorum.align.differences import of_tokens
from variorum.annotations import Token
from variorum.judge.figures.occasions import occasion
from variorum.judge.figures.roles import position, role
from variorum.judge.figures.sides import Context
from variorum.judge.passages.predicates import governor, predicate
from variorum.languages.language import Language
from variorum.languages.registry import language_of
from variorum.languages.tables import Words
from variorum.records import Dossier, Figure


def contexts(
    dossier: Dossier, sentence: int, figures: Sequence[Figure], speaker: str | None
) -> list[Context]:
    """Return what stands around each of some figures of one sentence."""
    found = dossier.annotation.sentences[sentence]
    tokens = dossier.annotation.tokens[found.first : found.last]
    inside = [f for f in dossier.statements.figures if found.start <= f.place.start < found.end]
    language = language_of(dossier.account.language)
    shared = Context(
        account=dossier.account.id,
        language=language,
        sentence=dossier.account.text[found.start : found.end],
        lemmas=frozenset(token.lemma.lower() for token in content_tokens(tokens)),
        speaker=speaker,
        published=dossier.account.published,
        days=occasion(dossier, sentence),
        numbers=frozenset(numbers(of_tokens(language, tokens))),
        setting=frozenset(_setting(language.counts.settings, tokens, found.first)),
    )
    return [
        replace(
            shared,
            beside=tuple(other for other in inside if other.id != figure.id),
            undone=_undone(language, tokens, found.first, at),
            joined=_is_coordinated(tokens, found.first, at),
            role=role(tokens, found.first, at),
        )
        for figure in figures
        for at in (position(tokens, figure),)
    ]


def _undone(language: Language, tokens: Sequence[Token], offset: int, at: int | None) -> bool:
    """Tell whether the verb over a figure says what will, should or may be."""
    above = None if at is None else governor(tokens, offset, at)
    if above is None:
        return False
    verb = predicate(language.sense, tokens, offset, above)
    if verb is None:
        return False
    below = _below(tokens, offset, above)
    supposed = any(
        t.relation == "marker" and t.lemma.lower() in language.sense.supposing for t in below
    )
    return supposed or verb.modal or _pending(language.counts.pending, tokens, offset, above)


def _below(tokens: Sequence[Token], offset: int, verb: int) -> list[Token]:
    return [token for token in tokens if token.head - offset == verb]


def _pending(pending: Words, tokens: Sequence[Token], offset: int, verb: int) -> bool:
    """Recognise what is "set to open" or "expected": a word before the infinitive, or the passive."""
    below = _below(tokens, offset, verb)
    above = max(0, tokens[verb].head - offset)
    ahead = verb if any(token.relation == "passive auxiliary" for token in below) else None
    if any(token.form == "infinitive marker" for token in below):
        ahead = above
    return ahead is not None and tokens[ahead].lemma.lower() in pending


def _setting(settings: Words, tokens: Sequence[Token], offset: int) -> Iterator[str]:
    """Yield the nouns under prepositions of place and time, with the names beside them."""
    for index, token in enumerate(tokens):
        above = token.head - offset
        if token.relation != "prepositional object" or not 0 <= above < len(tokens):
            continue
        if tokens[above].lemma.lower() in settings:
            yield token.lemma.lower()
            beside = (
                t for t in tokens if t.head - offset == index and t.word_class == "proper noun"
            )
            yield from (t.lemma.lower() for t in beside)


def _is_coordinated(tokens: Sequence[Token], offset: int, at: int | None) -> bool:
    """Tell whether what is counted is joined to another noun: "an officer and two others"."""
    if at is None:
        return False
    for index in (at, tokens[at].head - offset):
        if 0 <= index < len(tokens) and tokens[index].relation == "conjunct":
            above = max(0, min(index, tokens[index].head - offset))
            verbs = any(t.word_class in ("verb", "auxiliary") for t in tokens[above:index])
            return not verbs and tokens[above].word_class in ("noun", "proper noun", "pronoun")
    return False
