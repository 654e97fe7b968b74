"""Named once: persons whom one account of an event alone names, and gives no words to.

Enters: `Material`. Leaves: a `Finding` an account, with the sentences that bring the names.

What is claimed is what a search shows: no other account has a word of the name in any spelling. Who
is quoted as well is told by `heard_once`; who wrote a post that is shown is no person of the story.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from variorum.find.kinds.heard_once import (
    ALONE,
    FEWEST_ACCOUNTS,
    Printed,
    home_alone,
    quoted_persons,
)
from variorum.find.matter.material import Material
from variorum.find.matter.own_words import sentence
from variorum.find.matter.prose import Basis, FindingText, finding
from variorum.find.matter.telling import answer, given
from variorum.find.matter.weighing import central
from variorum.records import Entity, Finding

MOST_NAMED = 3
"""Persons of an account who are named in its line, the first of them."""
UNHEARD = 0.8
"""How telling a person is who is named, beside one who is quoted."""
_POSTED = re.compile(r"[@#]\w|://")


def named_once(material: Material) -> Iterator[Finding]:
    """Tell of persons whom one account of an event alone names, an account at a time."""
    at_home = _at_home(material)
    for event in material.events.values():
        if len(event.accounts) >= FEWEST_ACCOUNTS:
            printed = Printed.of([material.accounts[key] for key in event.accounts], material.parts)
            for key in event.accounts:
                found = _named(material, key, at_home.get(key, ()), printed)
                named = list(islice(found, MOST_NAMED))
                if named:
                    yield _finding(material, named)


def _at_home(material: Material) -> dict[str, list[Entity]]:
    """Return the persons of whom one account alone tells, by account."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for person in material.entities.values():
        home = home_alone(material.parts, person)
        if home is not None:
            found[home].append(person)
    return found


def _named(
    material: Material, key: str, mine: Sequence[Entity], printed: Printed
) -> Iterator[Entity]:
    """Yield whom an account alone names and does not quote, in the order of its text."""
    if material.accounts[key].kind == "transcript":
        return
    quoted = quoted_persons(material, key)
    for person in sorted(mine, key=lambda one: min(one.mentions)):
        first = sentence(material, min(person.mentions))
        shown = person.name not in quoted and not _POSTED.search(first.text)
        if shown and not printed.elsewhere(person.name, key):
            yield person


def _finding(material: Material, named: Sequence[Entity]) -> Finding:
    places = tuple(dict.fromkeys(sentence(material, min(one.mentions)) for one in named))
    told = FindingText(
        "Named in only one account",
        tuple(answer(one.name, given([min(one.mentions)])) for one in named),
        ALONE,
    )
    strength = UNHEARD * central(material, places)
    basis = Basis(places, tuple(person.id for person in named), strength)
    return finding(material, "only here", told, basis)
