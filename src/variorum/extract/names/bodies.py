"""Bodies and places of one account: which mentions name the same one.

Enters: mentions of bodies and places in the order of the text. Leaves: groups of them.

A mention meets those of the same words ("Inc" and the like left out), its initials those of the
words they stand for, and a shorter form ("the Mercury", "Halden Row") the only longer name of a
body that it can be short for. What a country does by word of mouth is its government's: such
mentions stay apart from those of the place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from variorum.extract.names.keys import body_key, initials
from variorum.extract.names.spans import Mention
from variorum.extract.names.titles import bodily
from variorum.languages.names import Names
from variorum.vocabulary import NameKind

_ACRONYM = re.compile(r"\s?\(([A-Z][A-Za-z.&-]{1,8})\)")
_THE = re.compile(r"\bthe\s$", re.IGNORECASE)

BodyKey = tuple[str, ...]


def bodies(names: Names, text: str, found: Sequence[Mention]) -> list[list[Mention]]:
    """Return the mentions in groups, each one body or one place."""
    acronyms = _acronyms(names, text, found)
    longer = _longer(names, found)
    groups: dict[tuple[NameKind, BodyKey], list[Mention]] = {}
    for mention in found:
        key = body_key(names, mention.words)
        if len(key) == 1:
            key = acronyms.get(key[0].replace(".", ""), key)
        if mention.kind == "organisation" and key in longer:
            key = _meant(names, text, mention, longer[key]) or key
        groups.setdefault((mention.kind, key), []).append(mention)
    return list(groups.values())


def _acronyms(names: Names, text: str, found: Iterable[Mention]) -> dict[str, BodyKey]:
    """Return the words that each acronym stands for: printed beside them, or their initials."""
    known: dict[str, BodyKey] = {}
    for mention in found:
        key = body_key(names, mention.words)
        printed = _ACRONYM.match(text, mention.end)
        if printed is not None and len(key) > 1:
            known.setdefault(printed.group(1).lower().replace(".", ""), key)
    for mention in found:
        key = body_key(names, mention.words)
        if len(key) > 1 and mention.kind == "organisation":
            known.setdefault(initials(names, mention.words), key)
    return {
        letters: key
        for letters, key in known.items()
        if len(key) > 2 or _in_capitals(text, letters, found)
    }


def _in_capitals(text: str, letters: str, found: Iterable[Mention]) -> bool:
    """Tell whether two letters are printed as initials are: "GM"."""
    capitals = letters.upper()
    return any(text[m.start : m.end].replace(".", "") == capitals for m in found)


def _longer(names: Names, found: Iterable[Mention]) -> dict[BodyKey, dict[BodyKey, bool]]:
    """Return for each shorter form the bodies it may be short for, and whether it is their end."""
    longer: dict[BodyKey, dict[BodyKey, bool]] = {}
    keys = {
        body_key(names, m.words) for m in found if m.kind == "organisation" and len(m.words) < 9
    }
    for key in sorted(keys):
        for short, ending in _short_forms(names, key):
            longer.setdefault(short, {})[key] = ending
    return longer


def _short_forms(names: Names, key: BodyKey) -> Iterator[tuple[BodyKey, bool]]:
    """Yield the ends of a body's name, and its beginning where the rest says only what it is."""
    for at in range(1, len(key)):
        yield key[at:], True
        firm = all(word in names.firm_endings or word in names.company_forms for word in key[at:])
        added = len(key) == at + 1 and key[at] in names.added_endings and bodily(names, key[:at])
        if firm or added:
            yield key[:at], False


def _meant(
    names: Names, text: str, mention: Mention, longer: dict[BodyKey, bool]
) -> BodyKey | None:
    """Return the longest name of the only body that a shorter form can mean, else ``None``."""
    fullest = [key for key in longer if not any(_inside(key, other) for other in longer)]
    if len(fullest) != 1:
        return None
    ending = longer[fullest[0]]
    article = _THE.search(text, max(0, mention.start - 5), mention.start) is not None
    return fullest[0] if article or not ending or len(body_key(names, mention.words)) > 1 else None


def _inside(key: BodyKey, other: BodyKey) -> bool:
    return len(key) < len(other) and (other[-len(key) :] == key or other[: len(key)] == key)
