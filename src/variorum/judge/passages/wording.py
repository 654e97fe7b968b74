"""Wording: whether two passages are shown to say the same by their words alone.

Enters: two `Side`s. Leaves: the words that carry them in order, and which side holds all of the other.

Articles, auxiliaries and "that" are left out, inflection and spelling folded; every other word
counts, and so does its place: who did it to whom stands in the order of the words. Words that turn
or limit a claim ("not", "denied that", "if", "may") must stand on both sides, in the sentence
before a passage as well as in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from variorum.align.differences import of_tokens
from variorum.annotations import Token
from variorum.languages.language import Language
from variorum.languages.sense import Sense

FEWEST_CONTENT_WORDS = 4
"""Words that carry a passage below which sharing them all shows little."""
PASSIVE = "(passive)"


class ContentWords(Struct, frozen=True):
    """The words that carry a passage, in order, and those before it that turn or limit it."""

    words: tuple[str, ...]
    tokens: tuple[Token, ...]
    frame: frozenset[str]


def content_words(
    language: Language, before: Sequence[Token], tokens: Sequence[Token]
) -> ContentWords:
    """Return what a passage says; `before` are the tokens of its sentence that precede it."""
    carrying = [(key, token) for token, key in _keyed(language, tokens) if key]
    framing = {key for _, key in _keyed(language, before)} & _limiting(language.sense)
    return ContentWords(
        words=tuple(key for key, _ in carrying),
        tokens=tuple(token for _, token in carrying),
        frame=frozenset(framing),
    )


def same(one: ContentWords, other: ContentWords) -> bool:
    """Tell whether two passages have the same words in the same order."""
    return (
        one.frame == other.frame
        and one.words == other.words
        and len(one.words) >= FEWEST_CONTENT_WORDS
    )


def rest(sense: Sense, one: ContentWords, other: ContentWords) -> tuple[Token, ...] | None:
    """Return what the longer says before or after all that the shorter says.

    ``None`` where neither holds the other, or where what it says beside turns or limits the claim.
    """
    short, long = sorted((one, other), key=lambda side: len(side.words))
    count, more = len(short.words), len(long.words) - len(short.words)
    if one.frame != other.frame or count < FEWEST_CONTENT_WORDS or not more:
        return None
    for first, start in ((0, count), (more, 0)):
        if long.words[first : first + count] == short.words:
            end = start + more
            return None if _limiting(sense) & set(long.words[start:end]) else long.tokens[start:end]
    return None


@cache
def _limiting(sense: Sense) -> frozenset[str]:
    """Return the words that turn or limit a claim."""
    limits = sense.turning | sense.condition | sense.modality | sense.reported_denials
    return limits | sense.quantifiers


def _keyed(language: Language, tokens: Sequence[Token]) -> list[tuple[Token, str]]:
    words = of_tokens(language, tokens)
    return [
        (token, _key(language.sense, token, word.key))
        for token, word in zip(tokens, words, strict=True)
    ]


def _key(sense: Sense, token: Token, key: str) -> str:
    """Return the form in which a word is compared, "" for one that is left out."""
    lemma = token.lemma.lower()
    if token.relation == "passive auxiliary":
        return PASSIVE
    if not key or (
        lemma in sense.left_out and token.word_class not in ("noun", "proper noun", "verb")
    ):
        return ""
    return key if key[:1].isdigit() or token.word_class == "proper noun" else lemma
