"""Bearers: which of several persons of one surname a bare surname or "Mrs Volk" can mean.

Enters: a text, the mentions of a person in it, their roles. Leaves: the gender that the text itself
gives a person, and the persons whom a title leaves.

A gender is given by a title ("Mrs"), by kinship ("her husband, Jan Volk") or by a word beside the
name ("Volk himself", "Anna Volk and her husband"), never by a given name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from variorum.extract.names.spans import Mention
from variorum.languages.names import Names

_WINDOW = 60
_LOOKED_AT = 50

Offsets = tuple[int, int]


def given_gender(
    names: Names, text: str, roles: Iterable[str], places: Iterable[Offsets]
) -> str | None:
    """Return "f" or "m" where a person's roles or the words beside the mentions give it.

    ``None`` where nothing gives a gender, and where the text gives both.
    """
    said = {word for role in roles for word in _plain(role)}
    kin_before, kin_after = _kin(names)
    for start, end in places:
        before = kin_before.search(text, max(0, start - _WINDOW), start)
        after = kin_after.match(text, end, end + _WINDOW)
        said |= {before["kin"]} if before else set()
        said |= {names.title_of[after["reflexive"] or after["possessive"]]} if after else set()
    found = {"f"} if said & names.female_titles else set()
    found |= {"m"} if said & names.male_titles else set()
    return found.pop() if len(found) == 1 else None


@cache
def _kin(names: Names) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what tells, before and after a name, of whom somebody is a relation."""
    return re.compile(names.kin_before), re.compile(names.kin_after)


def bearers_of(
    names: Names, text: str, mention: Mention, groups: Sequence[Sequence[Mention]]
) -> list[int]:
    """Return which groups of mentions the title before a lone surname leaves, by position.

    "Mrs" leaves nobody whom the text gives the other gender, and only those it gives this one if
    there are any; "Senator" leaves those who are called so anywhere, or everybody.
    """
    gender = given_gender(names, text, mention.roles, ())
    known = [gender_of(names, text, group) for group in groups]
    fits = [i for i, own in enumerate(known) if gender is None or own in (None, gender)]
    sure = [i for i in fits if gender is not None and known[i] == gender]
    fits = sure or fits
    titles = {word for role in mention.roles for word in _plain(role)} - names.gendered_titles
    called = [i for i in fits if titles and _bears(names, groups[i], titles)]
    return called or fits


def gender_of(names: Names, text: str, group: Sequence[Mention]) -> str | None:
    """Return the gender that the text gives the person of these mentions, or ``None``."""
    group = group[:_LOOKED_AT]
    roles = (role for mention in group for role in mention.roles)
    return given_gender(names, text, roles, ((mention.start, mention.end) for mention in group))


def _bears(names: Names, group: Sequence[Mention], titles: set[str]) -> bool:
    """Tell whether a person bears a title, or the role that it stands for: "Dr" and "a doctor"."""
    held = {word for mention in group for role in mention.roles for word in _plain(role)}
    meant = titles | {role for title in titles for role in names.title_roles.get(title, ())}
    return bool(held & meant)


def _plain(role: str) -> list[str]:
    return [word.strip(".,").lower() for word in role.split()]
