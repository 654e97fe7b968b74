"""Agencies and outlets: whether a name is one, by the tables and by how such names are built.

Enters: a capitalised name, and the language whose words tell. Leaves: yes or no.
"""

from __future__ import annotations

import re

from variorum.languages.language import Language

_CALL_SIGN = re.compile(r"[KW][A-Z]{3}(?:-(?:TV|FM|AM))?")


def is_agency(name: str | None, language: Language) -> bool:
    """Whether a name is a news agency's."""
    if name is None:
        return False
    bare, words = plain_name(name, language), language.press
    return bare in words.agencies or any(bare.endswith(f" {end}") for end in words.agency_ends)


def files(name: str | None, language: Language, *, dated: bool, marked: bool) -> bool:
    """Whether a name in a dateline is an agency's, known or not.

    Between slashes it always is; in brackets beside a date unless it is a known outlet, a
    station's call sign or the name of a time zone.
    """
    if name is None or is_agency(name, language):
        return name is not None
    zone = plain_name(name, language) in language.pages.date_words
    known = is_outlet(name, language) or _CALL_SIGN.fullmatch(name) or zone
    return marked or (dated and not known)


def is_outlet(name: str, language: Language, *, described: bool = False) -> bool:
    """Whether a capitalised name is, or reads like, an outlet's or agency's."""
    bare, known = plain_name(name, language), language.press
    if bare in known.platforms:
        return False
    if described or bare in known.outlets or name.lower() in known.outlets:
        return True
    words = bare.split()
    if known.periodicals.fullmatch(name.lower()):
        return True
    if len(words) > 1 and words[-1] in known.articled_heads:
        return article_of(name, language) != ""
    told = len(words) > 1 and words[-1] in known.outlet_heads
    return told and words[-1] not in known.heads_not_alone


def is_station(name: str, language: Language) -> bool:
    """Whether a name is how a local station speaks of itself ("Action News", "Channel 4")."""
    bare = plain_name(name, language)
    return any(map(str.isdecimal, bare)) or language.press.stations.match(bare) is not None


def same_outlet(name: str, outlet: str | None, language: Language) -> bool:
    """Whether two names may be one outlet's: equal, or one holds the other's chief word."""
    if outlet is None:
        return False
    left, right = plain_name(name, language), plain_name(outlet, language)
    joined = re.sub(r"[^a-z0-9]", "", left)
    site = re.sub(r"[^a-z0-9]", "", right)
    chief = next((word for word in left.split() if len(word) > 2), left)
    return left == right or joined in site or (len(chief) > 3 and site.startswith(chief))


def plain_name(name: str, language: Language) -> str:
    """Return a name in lower case without its article."""
    return name[len(article_of(name, language)) :].lower()


def article_of(name: str, language: Language) -> str:
    """Return the article with which a name opens, with the space after it, or nothing."""
    first, space, _ = name.partition(" ")
    return first + space if space and first.lower() in language.press.article else ""
