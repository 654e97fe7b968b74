"""Voices: who speaks in a record, turn by turn, and whether a quotation's speaker is one of them.

Enters: a record's dossier and the entities of the story. Leaves: `Voice`s in order of speaking.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from variorum.align.differences import words
from variorum.link.english_names import PARTICLES, TITLES
from variorum.records import Dossier, Entity, Quotation, Region, Speaker
from variorum.segment.folding import fold
from variorum.trace.places import Speech, speech

_LETTERS = re.compile(r"[^\W\d_]+")


class Voice(Struct, frozen=True):
    """One speaker of a record: the label as printed, all turns, and their words indexed.

    `translated` tells that the record marks a turn of this speaker as a translation.
    """

    label: str
    entity: str | None
    turns: tuple[Region, ...]
    said: Speech
    translated: bool


def belongs(entities: Sequence[Entity]) -> dict[str, str]:
    """Return the entity id of each name id."""
    return {name: entity.id for entity in entities for name in entity.names}


def entity_of(speaker: Speaker, owner: Mapping[str, str]) -> str | None:
    """Return the story-wide entity of a speaker, by its own link or by its name's."""
    return speaker.entity or (owner.get(speaker.within) if speaker.within else None)


def voices(record: Dossier, owner: Mapping[str, str]) -> tuple[Voice, ...]:
    """Return the speakers of a record; turns with one label, or one entity, are one voice."""
    gathered: dict[str, list[Region]] = {}
    entity: dict[str, str | None] = {}
    label: dict[str, str] = {}
    for turn in record.account.regions:
        if turn.kind != "turn" or not turn.speaker:
            continue
        known = _entity(turn, record.statements.quotations, owner)
        key = known or _same_label(turn.speaker, label) or turn.speaker
        gathered.setdefault(key, []).append(turn)
        entity.setdefault(key, known)
        label.setdefault(key, turn.speaker)
    return tuple(_voice(record, label[key], entity[key], gathered[key]) for key in gathered)


def is_speaker(speaker: Speaker, voice: Voice, owner: Mapping[str, str]) -> bool:
    """Tell whether a quotation's speaker is this voice: by entity, or else by name."""
    known = entity_of(speaker, owner)
    if known and voice.entity:
        return known == voice.entity
    return bool(speaker.name) and same_person(speaker.name or "", voice.label)


def same_person(name: str, label: str) -> bool:
    """Tell whether two printed forms can name one person: last names equal, no given name at odds.

    >>> same_person("Putin", "President of Russia Vladimir Putin")
    True
    """
    mine, theirs = name_tokens(name), name_tokens(label)
    if not mine or not theirs or mine[-1] != theirs[-1]:
        return False
    return len(mine) == 1 or len(theirs) == 1 or mine[-2] == theirs[-2]


def name_tokens(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, titles and particles left out."""
    plain = fold(name).casefold()
    return tuple(
        token
        for token in _LETTERS.findall(plain)
        if len(token) > 1 and token not in PARTICLES and token not in TITLES
    )


def _same_label(label: str, labels: Mapping[str, str]) -> str | None:
    return next((key for key, other in labels.items() if same_person(label, other)), None)


def _entity(turn: Region, quotations: Sequence[Quotation], owner: Mapping[str, str]) -> str | None:
    for quotation in quotations:
        if quotation.manner == "turn" and turn.start <= quotation.place.start < turn.end:
            return entity_of(quotation.speaker, owner)
    return None


def _voice(record: Dossier, label: str, entity: str | None, turns: Sequence[Region]) -> Voice:
    noted = any(turn.note for turn in record.account.regions)
    translated = any(turn.note for turn in turns)
    if not noted:
        translated = record.account.translated is not None
    return Voice(label, entity, tuple(turns), _said(record.account.text, turns), translated)


def _said(text: str, turns: Sequence[Region]) -> Speech:
    starts = [turn.start if turn.label_end is None else turn.label_end for turn in turns]
    return speech(
        *(words(text, start, turn.end) for start, turn in zip(starts, turns, strict=True))
    )
