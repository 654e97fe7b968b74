"""Borne: whether a printed role makes somebody what a description says.

Enters: a language's `Names`, a role as printed, the head nouns of a description. Leaves: whether the
role bears it out: "Chief Justice" makes a judge, "vice president" and "former president" no president.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from variorum.languages.names import Names


def plain_words(role: str) -> list[str]:
    """Return the words of a role as the tables have them."""
    return [word.strip(".,").lower() for word in role.split()]


def role_heads(names: Names, said: Sequence[str]) -> set[str]:
    """Return the head nouns of a role: the last word before "of", "for" and the like, each side
    of an "and"; "the mayor's brother" is no mayor.
    """
    heads, current = set(), ""
    for word in said:
        if word in names.joining:
            heads.add(current)
        elif word in names.attaching:
            break
        current = word
    return heads | {current}


def bears(names: Names, role: str, heads: frozenset[str], origins: frozenset[str]) -> bool:
    """Tell whether a role has one of these heads now, and comes from one of these countries if any."""
    said = plain_words(role)
    if not heads & role_heads(names, said) or (names.lesser | names.past) & set(said):
        return False
    if not origins:
        return True
    joined = " ".join(said)
    countries = {names.demonyms[word] for word in said if word in names.demonyms}
    return bool(origins & countries) or any(country in joined for country in origins)


def holds(names: Names, lemma: str, role: str, countries: frozenset[str]) -> bool:
    """Tell whether a role is one that a noun stands for: a defence attorney is no prosecutor."""
    heads = names.role_of.get(lemma, frozenset((lemma,)))
    against = names.role_without.get(lemma, frozenset())
    return bears(names, role, heads, countries) and against.isdisjoint(plain_words(role))


def origins(names: Names, said: Iterable[str]) -> frozenset[str]:
    """Return the countries among the words before a description, demonyms turned into their country."""
    return frozenset(names.demonyms[word] for word in said if word in names.demonyms)
