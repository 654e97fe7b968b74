"""Details: names and numbers in a passage that the other account has nowhere.

Enters: dossiers, and the tokens of passages. Leaves: what an account has heard of, and a passage's own details.

Accounts that tell of one thing share most of its words; a name or a number that the other account
has in no sentence at all is the plainest sign that one says more, or something else. Words that
merely differ are no such sign: nearly every account has its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from variorum.annotations import Token
from variorum.folding import fold
from variorum.languages.language import Language
from variorum.languages.registry import language_of
from variorum.records import Dossier

VOCABULARY = 50_000
"""Words whose forms are kept at hand: every pair of readings asks for them again."""
_DIGITS = re.compile(r"\d+(?:\.\d+)?")

Detail = tuple[Token, ...]
"""The words of one name or number."""


def heard(dossier: Dossier) -> frozenset[str]:
    """Return the plain forms of all words of an account, and of what its numbers count.

    Demonyms bring their countries. "Five boats" brings "5", "boat", "5 boat" and "# boat", which
    says that boats are counted.
    """
    language, tokens = language_of(dossier.account.language), dossier.annotation.tokens
    words = {(token.text, token.lemma) for token in tokens}
    forms = {form for text, lemma in words for form in _forms(language, text, lemma)}
    for index, token in enumerate(tokens):
        noun = _counted(tokens, index) if _counts(language, token) else None
        if noun is not None:
            forms.update(
                (_counting(language, token, noun), _counting(language, None, noun, like=token))
            )
    return frozenset(forms)


def own_details(
    language: Language, tokens: Sequence[Token], known: frozenset[str]
) -> tuple[Detail, ...]:
    """Return a passage's names and numbers of which nothing is among the words `known`.

    A number is a passage's own, too, where what it counts is known to be counted, but never by it.
    """
    return tuple(
        detail
        for detail in details(language, tokens)
        if _is_own(language, detail, known) and not _day_of_month(language, tokens, detail)
    )


def _day_of_month(language: Language, tokens: Sequence[Token], detail: Detail) -> bool:
    """Tell whether a number stands beside a month or weekday: moments know what it means."""
    at = tokens.index(detail[0])
    beside = (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])
    return is_number(language, detail) and any(
        _folded_token(token.text) in language.names.not_names for token in beside
    )


def _is_own(language: Language, detail: Detail, known: frozenset[str]) -> bool:
    if not is_number(language, detail):
        return not any(form in known for t in detail for form in _forms(language, t.text, t.lemma))
    number = detail[0]
    if len(detail) > 1 and _counting(language, None, detail[-1], like=number) in known:
        return _counting(language, number, detail[-1]) not in known
    bare = _forms(language, number.text, number.lemma)
    return _folded_token(number.text) not in language.sense.ordinals and not any(
        form in known for form in bare
    )


def _counting(
    language: Language, number: Token | None, noun: Token, *, like: Token | None = None
) -> str:
    """Return how it is noted that `number` counts a noun, or that some number does."""
    shown = "#" if number is None else _number(language, number.text)
    one = number or like
    order = (
        "th"
        if one is not None and _folded_token(one.text) in language.sense.ordinals and number is None
        else ""
    )
    return f"{shown}{order} {noun.lemma.lower()}"


def _counted(tokens: Sequence[Token], index: int) -> Token | None:
    """Return the noun right after a number, an adjective or a hyphen between them at most."""
    for token in tokens[index + 1 : index + 3]:
        if token.word_class == "noun":
            return token
        if token.word_class != "adjective" and token.text != "-":
            return None
    return None


def is_number(language: Language, detail: Detail) -> bool:
    """Tell whether a detail is a number; else it is a name."""
    return _counts(language, detail[0]) and not _names(language, detail[0])


def _number(language: Language, text: str) -> str:
    """Return a number in one form: "8,300" and "8300", "6.90" and "6.9", "third" and "3th"."""
    plain = fold(text).lower().replace(",", "")
    if "." in plain and _DIGITS.fullmatch(plain):
        return plain.rstrip("0").rstrip(".")
    return language.forms.numbers.get(plain) or language.sense.ordinals.get(plain) or plain


def details(language: Language, tokens: Sequence[Token]) -> Iterator[Detail]:
    """Yield runs of proper nouns, and numbers, each with nothing else in it."""
    run: list[Token] = []
    for index, token in enumerate(tokens):
        if _names(language, token):
            run.append(token)
            continue
        if run:
            yield tuple(run)
            run = []
        if _counts(language, token):
            noun = _counted(tokens, index)
            yield (token,) if noun is None else (token, noun)
    if run:
        yield tuple(run)


def _names(language: Language, token: Token) -> bool:
    if token.text == token.text.lower():
        return False
    plain = _folded_token(token.text)
    return plain not in language.names.not_names and (
        token.word_class == "proper noun" or plain in language.names.demonyms
    )


def _counts(language: Language, token: Token) -> bool:
    if token.text[:1].isdigit():
        return True
    plain = token.text.lower()
    return plain in language.sense.ordinals or (
        token.word_class == "numeral"
        and plain in language.forms.numbers
        and plain not in language.sense.pronouns
    )


@lru_cache(maxsize=VOCABULARY)
def _forms(language: Language, text: str, lemma: str) -> tuple[str, ...]:
    """Return the forms by which a word may be known: plain, lemma, digits, country."""
    plain, lemma = _folded_token(text), lemma.lower()
    if plain[:1].isdigit():
        return (_number(language, text),)
    tables = (
        language.forms.numbers,
        language.sense.ordinals,
        language.names.demonyms,
        language.names.place_aliases,
    )
    others = [table[form] for form in (plain, lemma) for table in tables if form in table]
    country = language.names.demonyms.get(plain)
    if country is not None:
        others.append(language.names.place_aliases.get(country, country))
    return (plain, lemma, *others)


@lru_cache(maxsize=VOCABULARY)
def _folded_token(text: str) -> str:
    return fold(text).lower().replace(".", "").removesuffix("'s")
