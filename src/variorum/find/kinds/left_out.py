"""Left out: whom more than half of an event's accounts name, and others have no word of.

Enters: `Material`. Leaves: a `Finding` for the accounts that were searched in vain, with the names.

Asked is who it was, or who says so; a name has no other words to be told in. No word of it stands in
those accounts in any spelling that may be meant, nor its initials, the whole text searched. None is
named that is a fragment beside the others, or that was published before any that has the name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from statistics import median

from msgspec import Struct

from variorum.find.kinds.heard_once import Printed
from variorum.find.matter.material import Material
from variorum.find.matter.own_words import sentence
from variorum.find.matter.prose import Basis, finding, listed, one_an_account, worded
from variorum.find.matter.weighing import central, wide
from variorum.records import Entity, Event, Finding, Span
from variorum.trace.checking.voices import is_proper, name_tokens

FEWEST_TELLERS = 4
"""Accounts that must name somebody."""
FRAGMENT = 0.5
"""An account shorter than this share of those that have a name leaves out nearly everything."""
SHOWN = 3
"""Accounts whose words stand in the line; its places have them all."""
FEWEST_INITIALS = 3
HALF = 0.5
_NAMED = frozenset({"person", "organisation"})
_INITIAL = re.compile(r"(?<![^\W_])[A-Z]")


class LeftOut(Struct, frozen=True):
    """A name, a sentence of each account that has it, and the accounts that have no word of it."""

    entity: Entity
    places: tuple[Span, ...]
    silent: tuple[str, ...]


def left_out(material: Material) -> Iterator[Finding]:
    """Tell of whom most accounts of an event name and others were searched for in vain."""
    for event in material.events.values():
        printed = Printed.of([material.accounts[key] for key in event.accounts], material.parts)
        found: dict[tuple[str, ...], list[LeftOut]] = defaultdict(list)
        for entity in material.entities.values():
            one = _left_out(material, event, entity, printed)
            if one is not None:
                found[one.silent].append(one)
        for together in found.values():
            yield _finding(material, together, len(event.accounts))


def _left_out(material: Material, event: Event, entity: Entity, printed: Printed) -> LeftOut | None:
    """Return who has a name and who has no word of it, if more than half of the accounts have it."""
    mentions = sorted(m for m in entity.mentions if m.account in event.accounts)
    first = one_an_account(mentions)
    proper = entity.kind in _NAMED and is_proper(material.parts, entity.name)
    full = len(name_tokens(material.parts, entity.name)) > 1
    if len(first) < FEWEST_TELLERS or len(first) * 2 <= len(event.accounts):
        return None
    if not proper or not full:
        return None
    if not _is_early(material, first):
        return None
    having = [place.account for place in first]
    silent = tuple(
        key
        for key in event.accounts
        if key not in having
        and _could_tell(material, key, having)
        and not printed.has(entity.name, key)
        and not _has_initials(printed.texts[key], entity.name)
    )
    places = tuple(sentence(material, place) for place in first)
    return LeftOut(entity, places, silent) if silent else None


def _is_early(material: Material, first: Sequence[Span]) -> bool:
    """Tell whether most accounts bring a name in their first half: what comes later is background."""
    texts = [len(material.accounts[place.account].text) for place in first]
    return median(p.start / length for p, length in zip(first, texts, strict=True)) < HALF


def _could_tell(material: Material, key: str, having: Sequence[str]) -> bool:
    """Tell whether an account is no fragment, and not older than all that have a name."""
    account, others = material.accounts[key], [material.accounts[one] for one in having]
    if len(account.text) < FRAGMENT * median(len(one.text) for one in others):
        return False
    days = [one.published.earliest for one in others if one.published.earliest]
    latest = account.published.latest
    return latest is None or not days or latest[:10] >= min(days)[:10]


def _has_initials(text: str, name: str) -> bool:
    """Tell whether a text has the initials of a name: "USGS", "U.S.G.S."."""
    letters = [letter.casefold() for letter in _INITIAL.findall(name)]
    pattern = r"\.?".join(letters)
    return len(letters) >= FEWEST_INITIALS and bool(re.search(rf"\b{pattern}\b", text))


def _as_most_print(material: Material, entity: Entity) -> str:
    """Return the form of a name of two words or more that stands most often in the accounts."""
    forms = Counter(" ".join(mention.text.split()) for mention in entity.mentions)
    full = [form for form in forms if len(name_tokens(material.parts, form)) > 1]
    return min(full, key=lambda form: (-forms[form], -len(form), form), default=entity.name)


def _finding(material: Material, together: Sequence[LeftOut], accounts: int) -> Finding:
    most = sorted(together, key=lambda one: (-len(one.places), one.places))
    names = listed(
        [
            f"{_as_most_print(material, one.entity)} ({len(one.places)} of {accounts})"
            for one in most
        ]
    )
    verb, those = ("is", "that name") if len(most) == 1 else ("are", "those names")
    silent = listed([material.label(key) for key in most[0].silent])
    because = (
        f"{names} {verb} named by most accounts of the event; "
        f"no word of {those} was found in {silent}."
    )
    places = tuple(dict.fromkeys(place for one in most for place in one.places))
    quoted = "; ".join(worded(material, place) for place in places[:SHOWN])
    strength = central(material, places) * wide(places)
    about = tuple(one.entity.id for one in most)
    return finding("left out", quoted, because, Basis(places, about, strength))
