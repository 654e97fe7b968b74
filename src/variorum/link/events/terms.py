"""Terms: the words of an account by which it can be told from its neighbours.

Enters: accounts. Leaves: `Terms`, one an account: counts of stems, of proper words and of numbers, in
the whole account and in its lead. No trained model is needed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from msgspec import Struct

from variorum.languages.language import Language
from variorum.languages.registry import language_of
from variorum.languages.stems import Stems
from variorum.records import Account
from variorum.segment import blocks, fold

LEAD_WORDS = 60
"""Words after the title that count as the lead: a news lead and the sentence that follows it."""
PRINTED = 4_000
"""Characters of an account in which the printed form of a word is looked for."""
VOCABULARY = 50_000
"""Words whose stems are kept at hand."""
LONGEST_ACCOUNT = 20_000
"""Words of an account that are looked at."""
_WORD = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|[^\W_]+(?:'[a-z]+)?")
_OPENS = frozenset(".!?:;\"'(–-•*|")


class StemmedWord(Struct, frozen=True, gc=False):
    """A word's stem, and what its capital says: 0 lower case, 1 proper, 2 first in a sentence."""

    stem: str
    capital: int
    lead: bool


ACCOUNTS_KEPT = 2_000
"""Accounts whose terms are kept: a run asks for them three times."""


class Terms(Struct, frozen=True):
    """Counts of one account's terms; `lead` fields count only its title and first words.

    A capital at the start of a sentence or in a headline says nothing. `proper` are words that the
    account writes with a capital elsewhere more often than without; `opening` are words that it
    has at such starts only, which are proper where another account says so. `stems` are those of
    the account's language, by which its words are weighed.
    """

    stems: Stems
    words: dict[str, int]
    lead: dict[str, int]
    proper: dict[str, int]
    proper_lead: dict[str, int]
    opening: dict[str, int]
    opening_lead: dict[str, int]
    numbers: dict[str, int]


@lru_cache(maxsize=ACCOUNTS_KEPT)
def terms(account: Account) -> Terms:
    """Count the terms of an account: nothing here depends on any other."""
    language = language_of(account.language)
    words = _stemmed_words(account, language.stems)
    no_names = _no_names(language)
    capital = Counter(word.stem for word in words if word.capital == 1)
    lower = Counter(word.stem for word in words if word.capital == 0)
    names = [word for word in words if word.capital and word.stem not in no_names]
    proper = [w for w in names if capital[w.stem] > lower[w.stem]]
    opening = [w for w in names if not capital[w.stem] and not lower[w.stem]]
    return Terms(
        stems=language.stems,
        words=Counter(word.stem for word in words),
        lead=Counter(word.stem for word in words if word.lead),
        proper=Counter(word.stem for word in proper),
        proper_lead=Counter(word.stem for word in proper if word.lead),
        opening=Counter(word.stem for word in opening),
        opening_lead=Counter(word.stem for word in opening if word.lead),
        numbers=Counter(word.stem for word in words if word.stem[:1].isdigit()),
    )


@lru_cache(maxsize=VOCABULARY)
def stem(stems: Stems, word: str) -> str:
    """Return `word` (lower case) without the endings of its forms: "refugees" as "refugee"."""
    word = word.removesuffix(stems.possessive).replace("'", "")
    for ending, instead in stems.endings:
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word.removesuffix(ending) + instead
    return word


def printed_forms(wanted_stems: Sequence[str], accounts: Sequence[Account]) -> list[str]:
    """Return each stem as the accounts print it with a capital, or as it is: "Damascus"."""
    wanted = dict.fromkeys(wanted_stems, "")
    for account in accounts:
        if all(wanted.values()):
            break
        stems = language_of(account.language).stems
        for match in _WORD.finditer(fold(account.text[:PRINTED])):
            raw = match.group()
            plain = stem(stems, raw.casefold())
            if raw[0].isupper() and wanted.get(plain) == "":
                wanted[plain] = raw.removesuffix(stems.possessive)
    return [word or plain for plain, word in wanted.items()]


@cache
def _no_names(language: Language) -> frozenset[str]:
    """Return the stems of days and months: that two accounts name a Monday makes them no kin."""
    return frozenset(stem(language.stems, word) for word in language.names.not_names)


def _stemmed_words(account: Account, stems: Stems) -> list[StemmedWord]:
    found: list[StemmedWord] = []
    titles = 0
    for block in blocks(account):
        title = account.regions[block.region].kind == "title"
        text = fold(account.text[block.start : block.end])
        words = _block(stems, text, title, len(found) - titles)
        titles += len(words) if title else 0
        found += words[: LONGEST_ACCOUNT - len(found)]
        if len(found) >= LONGEST_ACCOUNT:
            break
    return found


def _block(stems: Stems, text: str, title: bool, before: int) -> list[StemmedWord]:
    words: list[StemmedWord] = []
    end = 0
    for match in _WORD.finditer(text):
        opens = title or not words or not _OPENS.isdisjoint(text[end : match.start()])
        raw = match.group()
        capital = 0 if not raw[0].isupper() else 2 if opens else 1
        plain = stem(stems, raw.casefold().replace(",", ""))
        lead = title or before + len(words) < LEAD_WORDS
        words.append(StemmedWord(stems.spelled.get(plain, plain), capital, lead))
        end = match.end()
    return words
