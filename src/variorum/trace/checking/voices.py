"""Voices: who speaks in a record, turn by turn, and whether a quotation's speaker is one of them.

Enters: a record's dossier and the entities of the story. Leaves: `Voice`s in order of speaking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from variorum.align.differences import words
from variorum.folding import fold
from variorum.languages.name_parts import NameParts
from variorum.languages.registry import language_of
from variorum.records import Account, Dossier, Entity, Quotation, Region, Speaker
from variorum.trace.checking.locating import Speech, speech

_CAPITAL = re.compile(r"\b[^\W\d_a-z][^\W\d_]*")
_LETTERS = re.compile(r"[^\W\d_]+")


class Voice(Struct, frozen=True):
    """One speaker of a record: the label as printed, all turns, and their words indexed.

    `name` is the story-wide name of its entity; `translated` tells that the record marks a turn
    of this speaker as a translation.
    """

    label: str
    entity: str | None
    name: str | None
    turns: tuple[Region, ...]
    said: Speech
    translated: bool


class People(Struct, frozen=True):
    """Who the story's names are: `owner` maps a `Name` id to its entity, `names` that to a name.

    `parts` are the words within names of all languages of its accounts.
    """

    owner: dict[str, str]
    names: dict[str, str]
    parts: NameParts

    @classmethod
    def of(cls, entities: Sequence[Entity], parts: NameParts) -> People:
        """Gather the names of entities."""
        return cls(belongs(entities), {entity.id: entity.name for entity in entities}, parts)


def belongs(entities: Sequence[Entity]) -> dict[str, str]:
    """Return the entity id of each name id."""
    return {name: entity.id for entity in entities for name in entity.names}


def entity_of(speaker: Speaker, owner: Mapping[str, str]) -> str | None:
    """Return the story-wide entity of a speaker, by its own link or by its name's."""
    return speaker.entity or (owner.get(speaker.within) if speaker.within else None)


def voices(record: Dossier, people: People) -> tuple[Voice, ...]:
    """Return the speakers of a record, in order.

    Turns whose labels can name one person are one voice; so are turns of one entity, unless their
    labels name two ("Mr Haskell", "Ms Gadsby"): printed names bear more than a resolved one.
    """
    gathered: list[tuple[str, str | None, list[Region]]] = []
    for turn in record.account.regions:
        if turn.kind != "turn" or not turn.speaker:
            continue
        known = _entity(turn, record.statements.quotations, people.owner)
        home = next(
            (v for v in gathered if _one_voice(people.parts, v, (turn.speaker, known))), None
        )
        if home is None:
            gathered.append((turn.speaker, known, [turn]))
        else:
            home[2].append(turn)
    return tuple(_voice(record, people, *found) for found in gathered)


def is_speaker(speaker: Speaker, voice: Voice, people: People) -> bool:
    """Tell whether a quotation's speaker is this voice: by entity, or else by printed names.

    Where two entities stand against each other the names decide, for a label is often no more
    than a last name: but the given names of the two entities must not be at odds either.
    """
    known = entity_of(speaker, people.owner)
    if known and known == voice.entity:
        return True
    name = (people.names.get(known) if known else None) or speaker.name or ""
    parts = people.parts
    if not same_person(parts, name, voice.label):
        return False
    full = voice.name or ""
    return "," in full or not name_tokens(parts, full) or same_person(parts, name, full)


def is_nameless(speaker: Speaker, people: People) -> bool:
    """Tell whether nothing but a pronoun or a title says who speaks."""
    if entity_of(speaker, people.owner):
        return False
    parts = people.parts
    return all(token in parts.common for token in name_tokens(parts, speaker.name or ""))


def is_speaker_label(label: str, speakers: Sequence[Voice], people: People) -> bool:
    """Tell whether a label is surely a speaker's: a name and nothing else, over turns of its own.

    What opens one turn only ("So, remember:") may be the words of the speaker before it.
    """
    mine = [voice for voice in speakers if voice.label == label]
    return is_proper(people.parts, label) and any(len(voice.turns) > 1 for voice in mine)


def _one_voice(
    parts: NameParts, one: tuple[str, str | None, list[Region]], other: tuple[str, str | None]
) -> bool:
    """Tell whether two turns have one speaker; each has its label and its entity."""
    label, entity, _ = one
    if name_tokens(parts, label) and name_tokens(parts, other[0]):
        return same_person(parts, label, other[0])
    return label == other[0] or bool(entity and entity == other[1])


def same_person(parts: NameParts, name: str, label: str) -> bool:
    """Tell whether two printed forms can name one person: last names equal, no given name at odds.

    "Putin" and "President of Russia Vladimir Putin" can.
    """
    mine, theirs = name_tokens(parts, name), name_tokens(parts, label)
    if not mine or not theirs or mine[-1] != theirs[-1]:
        return False
    return len(mine) == 1 or len(theirs) == 1 or mine[-2] == theirs[-2]


def may_be_one(people: People, one: str | None, other: str | None) -> bool:
    """Tell whether two speakers, as entities or in an account's own words, can be one: "the service" of a fire service."""
    mine, theirs = (_bare(people, speaker) for speaker in (one, other))
    if not mine or not theirs or mine[-1] != theirs[-1]:
        return False
    return set(mine) <= set(theirs) or set(theirs) <= set(mine)


def _bare(people: People, speaker: str | None) -> tuple[str, ...]:
    """Return the words by which a speaker is told from others; "he" and "a spokesman" have none."""
    told = name_tokens(people.parts, people.names.get(speaker or "", speaker or ""))
    return tuple(token for token in told if token not in people.parts.common)


def name_tokens(parts: NameParts, name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, titles and particles left out."""
    plain = fold(name).casefold()
    return tuple(
        token
        for token in _LETTERS.findall(plain)
        if len(token) > 1 and token not in parts.particles and token not in parts.titles
    )


def prints(parts: NameParts, words: str, name: str) -> bool:
    """Tell whether words print a name: a word of its own, and none that any body may bear.

    "Mayor Foss" prints "Lena Foss"; "Police" does not print "Surrey Police".
    """
    mine, theirs = name_tokens(parts, words), name_tokens(parts, name)
    own = set(theirs) - parts.vague_body
    return bool(mine) and (mine == theirs or not own.isdisjoint(mine))


def names_somebody(parts: NameParts, words: str) -> bool:
    """Tell whether words can name somebody: "he", "the minister" and "a spokesman" do not."""
    return any(_capitals(parts, words))


def is_proper(parts: NameParts, words: str) -> bool:
    """Tell whether words are a name and nothing else: "Iran's seismologic center" is more."""
    capitals = _capitals(parts, words)
    return bool(capitals) and all(capitals)


def _capitals(parts: NameParts, words: str) -> list[bool]:
    """Return for each telling word whether it is written with a capital."""
    capitals = {token.casefold() for token in _CAPITAL.findall(words)}
    return [token in capitals for token in name_tokens(parts, words) if token not in parts.common]


def _entity(turn: Region, quotations: Sequence[Quotation], owner: Mapping[str, str]) -> str | None:
    for quotation in quotations:
        if quotation.manner == "turn" and turn.start <= quotation.place.start < turn.end:
            return entity_of(quotation.speaker, owner)
    return None


def _voice(
    record: Dossier, people: People, label: str, entity: str | None, turns: Sequence[Region]
) -> Voice:
    noted = any(turn.note for turn in record.account.regions)
    translated = any(turn.note for turn in turns)
    if not noted:
        translated = record.account.translated is not None
    return Voice(
        label=label,
        entity=entity,
        name=people.names.get(entity) if entity else None,
        turns=tuple(turns),
        said=_speech(record.account, turns),
        translated=translated,
    )


def _speech(account: Account, turns: Sequence[Region]) -> Speech:
    starts = [turn.start if turn.label_end is None else turn.label_end for turn in turns]
    language = language_of(account.language)
    said = [
        words(account.text, start, turn.end, language)
        for start, turn in zip(starts, turns, strict=True)
    ]
    return speech(language, *said)


def by_name(quotations: Sequence[Quotation]) -> Iterator[Quotation]:
    """Yield quotations; what somebody not named says, as one who is named tells it, is the teller's."""
    told = [c for one in quotations if one.speaker.within for c in one.contents]
    for one in quotations:
        nameless = bool(one.via) and one.speaker.within is None
        first, last = one.contents[0].start, one.contents[-1].end
        if not nameless or not any(c.start <= first and last <= c.end for c in told):
            yield one
