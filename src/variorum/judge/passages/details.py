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
from variorum.languages.en.forms import NUMBERS
from variorum.languages.en.names import DEMONYMS, NOT_NAMES, PLACE_ALIASES
from variorum.languages.en.sense import ORDINALS
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
    tokens = dossier.annotation.tokens
    words = {(token.text, token.lemma) for token in tokens}
    forms = {form for text, lemma in words for form in _forms(text, lemma)}
    for index, token in enumerate(tokens):
        noun = _counted(tokens, index) if _counts(token) else None
        if noun is not None:
            forms.update((_counting(token, noun), _counting(None, noun, like=token)))
    return frozenset(forms)


def own_details(tokens: Sequence[Token], known: frozenset[str]) -> tuple[Detail, ...]:
    """Return a passage's names and numbers of which nothing is among the words `known`.

    A number is a passage's own, too, where what it counts is known to be counted, but never by it.
    """
    return tuple(
        detail
        for detail in details(tokens)
        if _is_own(detail, known) and not _day_of_month(tokens, detail)
    )


def _day_of_month(tokens: Sequence[Token], detail: Detail) -> bool:
    """Tell whether a number stands beside a month or weekday: moments know what it means."""
    at = tokens.index(detail[0])
    beside = (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])
    return is_number(detail) and any(_folded_token(token.text) in NOT_NAMES for token in beside)


def _is_own(detail: Detail, known: frozenset[str]) -> bool:
    if not is_number(detail):
        return not any(form in known for t in detail for form in _forms(t.text, t.lemma))
    number = detail[0]
    if len(detail) > 1 and _counting(None, detail[-1], like=number) in known:
        return _counting(number, detail[-1]) not in known
    bare = _forms(number.text, number.lemma)
    return _folded_token(number.text) not in ORDINALS and not any(form in known for form in bare)


def _counting(number: Token | None, noun: Token, *, like: Token | None = None) -> str:
    """Return how it is noted that `number` counts a noun, or that some number does."""
    shown = "#" if number is None else _number(number.text)
    one = number or like
    order = (
        "th" if one is not None and _folded_token(one.text) in ORDINALS and number is None else ""
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


def is_number(detail: Detail) -> bool:
    """Tell whether a detail is a number; else it is a name."""
    return _counts(detail[0]) and not _names(detail[0])


def _number(text: str) -> str:
    """Return a number in one form: "8,300" and "8300", "6.90" and "6.9", "third" and "3th"."""
    plain = fold(text).lower().replace(",", "")
    if "." in plain and _DIGITS.fullmatch(plain):
        return plain.rstrip("0").rstrip(".")
    return NUMBERS.get(plain) or ORDINALS.get(plain) or plain


def details(tokens: Sequence[Token]) -> Iterator[Detail]:
    """Yield runs of proper nouns, and numbers, each with nothing else in it."""
    run: list[Token] = []
    for index, token in enumerate(tokens):
        if _names(token):
            run.append(token)
            continue
        if run:
            yield tuple(run)
            run = []
        if _counts(token):
            noun = _counted(tokens, index)
            yield (token,) if noun is None else (token, noun)
    if run:
        yield tuple(run)


def _names(token: Token) -> bool:
    if token.text == token.text.lower():
        return False
    plain = _folded_token(token.text)
    return plain not in NOT_NAMES and (token.word_class == "proper noun" or plain in DEMONYMS)


def _counts(token: Token) -> bool:
    if token.text[:1].isdigit():
        return True
    plain = token.text.lower()
    return plain in ORDINALS or (
        token.word_class == "numeral" and plain in NUMBERS and plain != "one"
    )


@lru_cache(maxsize=VOCABULARY)
def _forms(text: str, lemma: str) -> tuple[str, ...]:
    """Return the forms by which a word may be known: plain, lemma, digits, country."""
    plain, lemma = _folded_token(text), lemma.lower()
    if plain[:1].isdigit():
        return (_number(text),)
    tables = (NUMBERS, ORDINALS, DEMONYMS, PLACE_ALIASES)
    others = [table[form] for form in (plain, lemma) for table in tables if form in table]
    country = DEMONYMS.get(plain)
    if country is not None:
        others.append(PLACE_ALIASES.get(country, country))
    return (plain, lemma, *others)


@lru_cache(maxsize=VOCABULARY)
def _folded_token(text: str) -> str:
    return fold(text).lower().replace(".", "").removesuffix("'s")
