"""Across events: who is named in several events of like things.

Enters: the entities of each event, and which events are kin. Leaves: entities, some of them merged.

A full name that two kin events give letter for letter is one person's, body's or place's, unless
ages part its bearers. Nothing
less is enough here: spellings and short forms are told within an event, where the same people are
expected. Events that are not kin share nobody, so that an account of something else changes no
entity.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from variorum.languages.name_parts import NameParts
from variorum.link.grouping.groups import Groups
from variorum.link.names.ages import other_persons
from variorum.link.names.name_parts import name_form
from variorum.records import Entity, new_id

NameKey = tuple[str, tuple[str, ...]]


def across_events(
    found: Sequence[Sequence[Entity]],
    parts: Sequence[NameParts],
    kin: Iterable[tuple[int, int]],
    ages: Mapping[str, int] | None = None,
) -> tuple[Entity, ...]:
    """Merge the entities of kin events (pairs of positions) that have one full name.

    `parts` are the words within names of each event's languages; `ages` are those of persons, by the ids of their names (`ages.ages`).
    """
    every = list(chain.from_iterable(found))
    number = {entity.id: index for index, entity in enumerate(every)}
    full = [_full_names(*event) for event in zip(parts, found, strict=True)]
    groups = Groups(len(every))
    for one, two in sorted(kin):
        for key in sorted(full[one].keys() & full[two].keys()):
            if not _of_two_ages(full[one][key], full[two][key], ages or {}):
                groups.join(number[full[one][key].id], number[full[two][key].id])
    merged = [_merged([every[index] for index in group]) for group in groups.all()]
    return tuple(sorted(merged, key=lambda entity: (entity.kind, entity.name, entity.id)))


def _of_two_ages(one: Entity, other: Entity, ages: Mapping[str, int]) -> bool:
    return any(other_persons(ages.get(a), ages.get(b)) for a in one.names for b in other.names)


def _full_names(parts: NameParts, entities: Sequence[Entity]) -> dict[NameKey, Entity]:
    """Return the entities of an event by full name; a name that two of them bear is nobody's."""
    bearers: dict[NameKey, list[Entity]] = {}
    for entity in entities:
        words = name_form(parts, entity.name, entity.kind).words
        if len(words) > 1 or (words and entity.kind == "place"):
            bearers.setdefault((entity.kind, words), []).append(entity)
    return {key: both[0] for key, both in bearers.items() if len(both) == 1}


def _merged(entities: list[Entity]) -> Entity:
    if len(entities) == 1:
        return entities[0]
    first = min(entities, key=lambda entity: (-len(entity.names), entity.id))
    names = sorted(chain.from_iterable(entity.names for entity in entities))
    said = dict.fromkeys(entity.because for entity in entities if len(entity.names) > 1)
    return Entity(
        id=new_id("e", first.kind, *names),
        name=first.name,
        kind=first.kind,
        mentions=tuple(sorted({m for entity in entities for m in entity.mentions})),
        roles=tuple(dict.fromkeys(role for entity in entities for role in entity.roles)),
        names=tuple(names),
        because=" ".join([*said, "Accounts of similar events use the same full name."]),
    )
