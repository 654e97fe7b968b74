"""Source names: which printed names are one outlet's or agency's, and which name no source at all.

Enters: names as printed, accounts. Leaves: yes or no, and one name for all forms of a source.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from variorum.languages.language import Language
from variorum.languages.name_parts import NameParts
from variorum.languages.registry import language_of
from variorum.link.events.terms import stem
from variorum.read.page.agencies import is_outlet
from variorum.records import Account
from variorum.trace.borrowing.direction import is_named, outlet_keys
from variorum.trace.checking.voices import is_proper

SELDOM = 5.0
"""Rarity (natural logarithm) from which a word alone, said to print news, is a name: "Reuters"."""
ACRONYM_LETTERS = range(2, 6)
"""Letters of a short form."""
TYPED = 8
"""Letters from which a name may lack its last one: a slip of the keyboard, and no other name."""


def one_source(parts: NameParts, name: str, other: str) -> bool:
    """Tell whether two names are one source's: in full and short, with and without what it is.

    "The AFP news agency" and "Agence France-Presse" are; "AP" and "AFP" are not.
    """
    mine, theirs = _keys(parts, name), _keys(parts, other)
    if not mine or not theirs:
        return False
    one, two = sorted(("".join(mine), "".join(theirs)), key=len)
    cut = len(one) >= TYPED and two[:-1] == one
    return one == two or cut or _short(mine, theirs) or _short(theirs, mine)


def ends(parts: NameParts, name: str, full: str) -> bool:
    """Tell whether a name is the end of a fuller one ("the Post" of "the Evening Post")."""
    mine, theirs = _keys(parts, name), _keys(parts, full)
    return bool(mine) and theirs[-len(mine) :] == mine


def is_source(language: Language, name: str) -> bool:
    """Tell whether words of an account name a source: "another news agency" and "State-run TV" do not."""
    parts, stems = language.name_parts, language.stems
    words = [word for word in name.split() if word.casefold() not in parts.prints]
    bare = _bare(parts, words)
    if _described(parts, bare):
        return False
    if is_outlet(name, language) or is_outlet(bare, language):
        return True
    if not is_proper(parts, bare):
        return False
    alone = len(bare.split()) == 1 and len(words) < len(name.split())
    return not alone or bare.isupper() or stems.rarity(stem(stems, bare.casefold())) >= SELDOM


def _bare(parts: NameParts, words: list[str]) -> str:
    """Return the words of a name, an article before others left out."""
    articles = {form for word in parts.articles for form in (word, word.capitalize())}
    opened = len(words) > 1 and words[0] in articles
    return " ".join(words[opened:])


def _described(parts: NameParts, name: str) -> bool:
    """Tell whether a name is a kind of broadcaster and of what body: "State-run TV"."""
    *of, medium = name.casefold().split() or [""]
    return (
        bool(of)
        and medium in parts.media
        and all(one.split("-")[0] in parts.vague_body for one in of)
    )


def own_name(parts: NameParts, account: Account, name: str) -> bool:
    """Tell whether a name is the account's own outlet; its file may be named for the outlet."""
    if is_named(parts, account, name):
        return True
    if account.outlet:
        return one_source(parts, account.outlet, name) or ends(parts, name, account.outlet)
    file = outlet_keys(parts, PurePath(account.source).stem)
    return file[:1] == _keys(parts, name)[:1] != ()


def full_forms(parts: NameParts, names: Iterable[Sequence[str]]) -> dict[tuple[int, str], str]:
    """Return for each name in each account's list the fullest form that is the same source's.

    The end of a name is short for a fuller name of the same account alone: another's "Times" is
    another paper. A form that is short for two sources stays as it is.
    """
    lists = [list(mine) for mine in names]
    homes = _homes(parts, {name for mine in lists for name in mine})
    full = {}
    for number, mine in enumerate(lists):
        for name in mine:
            size = len(_keys(parts, name))
            longer = [
                one for one in mine if len(_keys(parts, one)) > size and ends(parts, name, one)
            ]
            full[number, name] = homes[longer[0] if len(longer) == 1 else name]
    return full


def split_names(parts: NameParts, name: str) -> tuple[str, ...]:
    """Return the sources of a name that joins two ("NBC News and The New York Times")."""
    found = [name]
    for joint in sorted(parts.joints):
        found = [one for whole in found for one in whole.split(f" {joint} ")]
    outlets = all(is_outlet(one, language_of(None)) for one in found)
    return tuple(found) if len(found) > 1 and outlets else (name,)


def _homes(parts: NameParts, names: Iterable[str]) -> dict[str, str]:
    homes: dict[str, str] = {}
    for name in sorted(names, key=lambda one: _plainest(parts, one)):
        found = {home for home in homes.values() if one_source(parts, home, name)}
        homes[name] = found.pop() if len(found) == 1 else name
    return homes


def _keys(parts: NameParts, name: str) -> tuple[str, ...]:
    """Return the words of a name without what says that it prints news, if any are left."""
    keys = outlet_keys(parts, name)
    kept = tuple(key for key in keys if key not in parts.prints)
    return kept or keys


def _plainest(parts: NameParts, name: str) -> tuple[int, int, int, str]:
    """Order names: in full before short, without what it is before with it, whole before cut."""
    return -len(_keys(parts, name)), len(outlet_keys(parts, name)), -len(name), name


def _short(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Tell whether one name is the first letters of the other."""
    return (
        len(mine) == 1
        and len(mine[0]) in ACRONYM_LETTERS
        and mine[0] == "".join(key[0] for key in theirs)
    )
