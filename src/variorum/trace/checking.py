"""Checks: quotations held against the record (a transcript) of the same speech.

Enters: the dossiers of one event and the entities of the story. Leaves: `Check`s, ordered by the
quotation's account and place, one for each quotation and record that has its speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from variorum.align.differences import Word, differences, words
from variorum.records import (
    Check,
    CheckKind,
    Dossier,
    Entity,
    Quotation,
    new_id,
)
from variorum.trace.holding import FOUND, SURE, Holding, hold
from variorum.trace.places import find, speech, stretch
from variorum.trace.recording import changes, match
from variorum.trace.sense import lacking_slots
from variorum.trace.sentences import closest
from variorum.trace.voices import Voice, belongs, is_speaker, voices
from variorum.trace.wording import Circumstances, because

CHECKED = frozenset({"direct", "mixed", "fragment"})
UNNAMED = 5
"""Words a quotation without a named speaker must have to be given to the record's speakers."""
SAYING = 8
"""Words a quotation must have to be likened to a sentence by meaning; fewer in a translation."""
PARTLY = 0.15
"""Share of weight that a rendering must have in common with its sentence."""
RENDERED, RESTATED = 0.75, 0.95
"""Cosine and share together at which a sentence says the same: in a translation, elsewhere."""


class Record(Struct, frozen=True):
    """A record in hand: its dossier, its speakers, and whether it is cut anywhere."""

    dossier: Dossier
    voices: tuple[Voice, ...]
    cut: bool


def checks(dossiers: Sequence[Dossier], entities: Sequence[Entity] = ()) -> tuple[Check, ...]:
    """Hold every quotation of a record's speaker against that speaker's turns.

    `dossiers` are the accounts of one event; those of kind "transcript" with turns are records.
    A quotation whose speaker speaks in no record has no check. Where several records have the
    speaker, only those in which the words are found count, if there are any.
    """
    owner = belongs(entities)
    ordered = sorted(dossiers, key=lambda dossier: dossier.account.id)
    records = [record for dossier in ordered for record in _record(dossier, owner)]
    return tuple(
        check
        for dossier in ordered
        for quotation in _quoted(dossier)
        for check in _chosen(
            [
                check
                for record in records
                if record.dossier.account.id != dossier.account.id
                for check in _against(dossier, quotation, record, owner)
            ]
        )
    )


def _record(dossier: Dossier, owner: Mapping[str, str]) -> Iterator[Record]:
    if dossier.account.kind != "transcript":
        return
    speakers = voices(dossier, owner)
    if speakers:
        cut = any(region.kind == "elision" for region in dossier.account.regions)
        yield Record(dossier, speakers, cut)


def _quoted(dossier: Dossier) -> list[Quotation]:
    found = [q for q in dossier.statements.quotations if q.manner in CHECKED and q.contents]
    return sorted(found, key=lambda quotation: (quotation.place, quotation.id))


def _chosen(found: list[Check]) -> list[Check]:
    matched = [check for check in found if check.kind in FOUND]
    return matched or found


def _against(
    dossier: Dossier, quotation: Quotation, record: Record, owner: Mapping[str, str]
) -> Iterator[Check]:
    if not quotation.speaker.name and not quotation.speaker.entity:
        yield from _unnamed(dossier, quotation, record)
        return
    mine = [voice for voice in record.voices if is_speaker(quotation.speaker, voice, owner)]
    if len(mine) == 1:
        yield _named(dossier, quotation, record, mine[0])


def _unnamed(dossier: Dossier, quotation: Quotation, record: Record) -> Iterator[Check]:
    """Give a quotation without a speaker to the one voice that has its words, if there is one."""
    parts = _parts(dossier, quotation)
    if sum(bool(word.key) for part in parts for word in part) < UNNAMED:
        return
    held = [(voice, hold(voice.said, parts)) for voice in record.voices]
    found = [(voice, holding) for voice, holding in held if holding.kind in FOUND]
    if len(found) == 1:
        voice, holding = found[0]
        translated = voice.translated or _is_translation(dossier)
        where = Circumstances(speaker=voice.label, translated=translated, named=False)
        yield _check(quotation, record, holding, where)


def _named(dossier: Dossier, quotation: Quotation, record: Record, voice: Voice) -> Check:
    parts = _parts(dossier, quotation)
    translated = voice.translated or _is_translation(dossier)
    holding = hold(voice.said, parts, loosely=translated)
    where = Circumstances(
        speaker=voice.label,
        cut=record.cut,
        translated=translated,
        rendered="record" if voice.translated else "account",
    )
    if holding.kind != "not found":
        return _check(quotation, record, holding, where)
    other = _elsewhere(record, voice, parts)
    if other is not None:
        return _check(quotation, record, *other)
    rendered = _rendering(dossier, quotation, record, voice, where)
    return _check(quotation, record, *(rendered or (holding, where)))


def _is_translation(dossier: Dossier) -> bool:
    return dossier.account.kind == "translation" or dossier.account.translated is not None


def _elsewhere(
    record: Record, voice: Voice, parts: Sequence[Sequence[Word]]
) -> tuple[Holding, Circumstances] | None:
    """Return where another speaker of the record has these words, if they are telling enough."""
    if sum(bool(word.key) for part in parts for word in part) < UNNAMED:
        return None
    for other in record.voices:
        if other is not voice:
            holding = hold(other.said, parts)
            if holding.kind in FOUND and holding.share >= SURE:
                where = Circumstances(speaker=voice.label, other=other.label)
                return holding, where
    return None


def _rendering(
    dossier: Dossier, quotation: Quotation, record: Record, voice: Voice, where: Circumstances
) -> tuple[Holding, Circumstances] | None:
    """Return the comparison with the sentence that says the same in other words, if one does.

    Meaning (cosine of sentence vectors) and shared words together must be strong: a vector alone
    also likens sentences that share no more than their subject.
    """
    mine = words(_printed(quotation))
    keys = [word.key for word in mine if word.key]
    near = closest(dossier, quotation, record.dossier, voice.turns)
    if near is None or len(keys) < (UNNAMED if where.translated else SAYING):
        return None
    start = near.place.start
    sentence = speech(words(record.dossier.account.text, start, near.place.end))
    place = find(sentence, keys)
    if place is None or place.share < PARTLY:
        return None
    if near.cosine + place.share < (RENDERED if where.translated else RESTATED):
        return None
    heard = stretch(sentence, place.first, place.last)
    spans = ((start, near.place.end),)
    holding = Holding(
        "differs", spans, differences(heard, mine), slots=lacking_slots(sentence.words, mine)
    )
    return holding, replace(where, nearest=near.place.text)


def _check(quotation: Quotation, record: Record, held: Holding, where: Circumstances) -> Check:
    account = record.dossier.account
    kind = _kind(held, where)
    spans = held.spans if held.kind in FOUND else ()
    return Check(
        id=new_id("c", quotation.id, account.id),
        quotation=quotation.id,
        place=quotation.place,
        record=account.id,
        kind=kind,
        because=because(kind, held, where, _printed(quotation)),
        match=match(account, spans),
        changes=changes(held.edits),
    )


def _kind(held: Holding, where: Circumstances) -> CheckKind:
    """Limit what can be said where the record is cut, or one of the two is a translation."""
    if where.other:
        return "differs"
    if held.kind == "not found":
        return "cannot tell" if where.cut or where.translated else "not found"
    if held.kind == "differs" and where.translated:
        return "cannot tell" if held.slots or held.swallowed else "translation variant"
    return held.kind


def _parts(dossier: Dossier, quotation: Quotation) -> list[tuple[Word, ...]]:
    text = dossier.account.text
    return [words(text, content.start, content.end) for content in quotation.contents]


def _printed(quotation: Quotation) -> str:
    return " … ".join(content.text for content in quotation.contents)
