"""Names: the persons, bodies and places of one account, each with all its mentions.

Enters: an `Account`, its `Annotation`. Leaves: `Name`s in the order of their first mention.

Two persons with one surname and different given names stay two. A surname alone goes to the
person of that surname named last before it. Bodies meet under their initials ("WHO").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from variorum.extract.name_keys import body_key, initials, same_given, skeleton, surname
from variorum.extract.name_mentions import Mention, mentions
from variorum.records import Account, Annotation, Name, new_id

_ACRONYM = re.compile(r"\s?\(([A-Z][A-Za-z.&-]{1,8})\)")


def names(account: Account, annotation: Annotation) -> tuple[Name, ...]:
    """Return the names of an account; ids depend on kind, name and first place only."""
    found = mentions(account, annotation)
    groups = _persons([m for m in found if m.kind == "person"])
    groups += _bodies(account.text, [m for m in found if m.kind != "person"])
    groups.sort(key=lambda group: (group[0].start, group[0].end))
    return tuple(_name(account, group) for group in groups)


def _name(account: Account, group: Sequence[Mention]) -> Name:
    best = max(group, key=lambda m: (len(m.words), not m.title, m.end - m.start, -m.start))
    kind = group[0].kind
    roles = dict.fromkeys(role for mention in group for role in mention.roles)
    text = account.text[best.start : best.end]
    return Name(
        id=new_id("n", account.id, kind, text, group[0].start),
        account=account.id,
        name=" ".join(text.split()),
        kind=kind,
        mentions=tuple(account.span(mention.start, mention.end) for mention in group),
        roles=tuple(roles),
    )


def _persons(found: Sequence[Mention]) -> list[list[Mention]]:
    groups: list[list[Mention]] = []
    by_surname: dict[str, list[int]] = {}
    for mention in found:
        if len(mention.words) > 1:
            _add_full(mention, groups, by_surname)
    for mention in found:
        if len(mention.words) == 1:
            _add_single(mention, groups, by_surname)
    for group in groups:
        group.sort(key=lambda mention: mention.start)
    return groups


def _add_full(
    mention: Mention, groups: list[list[Mention]], by_surname: dict[str, list[int]]
) -> None:
    key = skeleton(surname(mention.words))
    for index in by_surname.get(key, ()):
        if all(same_given(mention.words, other.words) for other in groups[index][:8]):
            groups[index].append(mention)
            return
    by_surname.setdefault(key, []).append(len(groups))
    groups.append([mention])


def _add_single(
    mention: Mention, groups: list[list[Mention]], by_surname: dict[str, list[int]]
) -> None:
    """Give a lone surname to its bearer named last, a lone given name to its only bearer."""
    key = skeleton(surname(mention.words))
    bearers = by_surname.get(key) or _by_given(mention, groups)
    if not bearers:
        by_surname[key] = [len(groups)]
        groups.append([mention])
        return
    before = [i for i in bearers if groups[i][0].start <= mention.start] or bearers[:1]
    nearest = max(
        before,
        key=lambda i: max((m.start for m in groups[i] if m.start <= mention.start), default=-1),
    )
    groups[nearest].append(mention)


def _by_given(mention: Mention, groups: Sequence[Sequence[Mention]]) -> list[int]:
    given = skeleton(mention.words[0])
    found = [
        index
        for index, group in enumerate(groups)
        if len(group[0].words) > 1 and skeleton(group[0].words[0]) == given and len(given) > 1
    ]
    return found if len(found) == 1 else []


def _bodies(text: str, found: Sequence[Mention]) -> list[list[Mention]]:
    """Group bodies and places by their words; a body's acronym in brackets joins it."""
    groups: dict[tuple[str, ...], list[Mention]] = {}
    acronyms = _acronyms(text, found)
    for mention in found:
        key = body_key(mention.words)
        if len(key) == 1:
            key = acronyms.get(key[0].replace(".", ""), key)
        groups.setdefault(key, []).append(mention)
    return list(groups.values())


def _acronyms(text: str, found: Iterable[Mention]) -> dict[str, tuple[str, ...]]:
    """Return the words that each acronym stands for: printed beside them, or their initials."""
    known: dict[str, tuple[str, ...]] = {}
    for mention in found:
        key = body_key(mention.words)
        printed = _ACRONYM.match(text, mention.end)
        if printed is not None and len(key) > 1:
            known.setdefault(printed.group(1).lower().replace(".", ""), key)
    for mention in found:
        key = body_key(mention.words)
        if len(key) > 2 and mention.kind == "organisation":
            known.setdefault(initials(mention.words), key)
    return known
