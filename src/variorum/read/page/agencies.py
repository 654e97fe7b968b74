"""Agencies and outlets: whether a name is one, by the tables and by how such names are built.

Enters: a capitalised name. Leaves: yes or no.
"""

from __future__ import annotations

import re

from variorum.languages.en.page import DATE_WORDS
from variorum.languages.en.sources import (
    AGENCIES,
    ARTICLED_HEADS,
    HEADS_NOT_ALONE,
    OUTLET_HEADS,
    OUTLETS,
    PLATFORMS,
)

_STATION = re.compile(r"\d|^(?:action|eyewitness|local|channel)\b")
_PERIODIC = re.compile(r"the (?:daily|sunday|evening|morning|weekly) [a-z'-]+")
_CALL_SIGN = re.compile(r"[KW][A-Z]{3}(?:-(?:TV|FM|AM))?")


def is_agency(name: str | None) -> bool:
    """Whether a name is a news agency's."""
    if name is None:
        return False
    bare = plain_name(name)
    return bare in AGENCIES or bare.endswith(" news agency")


def files(name: str | None, *, dated: bool, marked: bool) -> bool:
    """Whether a name in a dateline is an agency's, known or not.

    Between slashes it always is; in brackets beside a date unless it is a known outlet, a
    station's call sign or the name of a time zone.
    """
    if name is None or is_agency(name):
        return name is not None
    known = is_outlet(name) or _CALL_SIGN.fullmatch(name) or plain_name(name) in DATE_WORDS
    return marked or (dated and not known)


def is_outlet(name: str, *, described: bool = False) -> bool:
    """Whether a capitalised name is, or reads like, an outlet's or agency's."""
    bare = plain_name(name)
    if bare in PLATFORMS:
        return False
    if described or bare in OUTLETS or name.lower() in OUTLETS:
        return True
    words = bare.split()
    if _PERIODIC.fullmatch(name.lower()):
        return True
    if len(words) > 1 and words[-1] in ARTICLED_HEADS:
        return name[:4].lower() == "the "
    return len(words) > 1 and words[-1] in OUTLET_HEADS and words[-1] not in HEADS_NOT_ALONE


def is_station(name: str) -> bool:
    """Whether a name is how a local station speaks of itself ("Action News", "Channel 4")."""
    return _STATION.search(plain_name(name)) is not None


def same_outlet(name: str, outlet: str | None) -> bool:
    """Whether two names may be one outlet's: equal, or one holds the other's chief word."""
    if outlet is None:
        return False
    left, right = plain_name(name), plain_name(outlet)
    joined = re.sub(r"[^a-z0-9]", "", left)
    site = re.sub(r"[^a-z0-9]", "", right)
    chief = next((word for word in left.split() if len(word) > 2), left)
    return left == right or joined in site or (len(chief) > 3 and site.startswith(chief))


def plain_name(name: str) -> str:
    """Return a name in lower case without its article."""
    return name.lower().removeprefix("the ")
