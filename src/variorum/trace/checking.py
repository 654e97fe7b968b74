"""Checks: quotations held against the record (a transcript) of the same speech.

Enters: the dossiers of one event and the entities of the story. Leaves: `Check`s, ordered by the
quotation's account and place, one for each quotation and record that has its speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from variorum.align.differences import Difference, Word, differences, words
from variorum.records import (
    Change,
    Check,
    CheckKind,
    Dossier,
    Entity,
    Quotation,
    Span,
    new_id,
)
from variorum.trace.holding import SURE, Holding, hold
from variorum.trace.places import find, speech, stretch
from variorum.trace.sense import changed_slots
from variorum.trace.sentences import Near, closest
from variorum.trace.voices import Voice, belongs, is_speaker, voices
from variorum.trace.wording import Circumstances, because

CHECKED = frozenset({"direct", "mixed", "fragment"})
FOUND = frozenset({"verbatim", "edited", "translation variant", "differs"})
UNNAMED = 5
"""Words a quotation without a named speaker must have to be given to the record's speakers."""
ALIKE = 0.55
"""Cosine at which the nearest sentence of a translated record says the same thing."""
PARTLY = 0.25
"""Share of weight at which a rendering is compared with its sentence word by word."""
WIDEST = 1_000
"""Characters that the place of a match may span; parts farther apart show the longest."""
SHOWN = 40
"""Most changes listed in one check."""


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
        where = Circumstances(speaker=voice.label, translated=voice.translated, named=False)
        yield _check(quotation, record, holding, where)


def _named(dossier: Dossier, quotation: Quotation, record: Record, voice: Voice) -> Check:
    parts = _parts(dossier, quotation)
    holding = hold(voice.said, parts)
    translated = voice.translated or dossier.account.translated is not None
    where = Circumstances(speaker=voice.label, cut=record.cut, translated=translated)
    if holding.kind != "not found":
        return _check(quotation, record, holding, where)
    other = _elsewhere(record, voice, parts)
    if other is not None:
        return _check(quotation, record, *other)
    near = closest(dossier, quotation, record.dossier, voice.turns) if translated else None
    if near is not None and near.cosine >= ALIKE:
        return _rendered(quotation, record, near, where)
    return _check(quotation, record, holding, where)


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
                return replace(holding, kind="not found"), where
    return None


def _rendered(quotation: Quotation, record: Record, near: Near, where: Circumstances) -> Check:
    """Compare a quotation with the sentence of a translated record that means the same."""
    theirs, mine = words(near.place.text), words(_printed(quotation))
    whole = Difference("word", (0, 0), (0, 0), near.place.text, _printed(quotation))
    sentence = speech(theirs)
    place = find(sentence, [word.key for word in mine if word.key])
    alike = place is not None and place.share >= PARTLY
    holding = Holding(
        kind="differs",
        spans=((near.place.start, near.place.end),),
        edits=differences(stretch(sentence, place.first, place.last), mine)
        if place is not None and alike
        else (whole,),
        slots=changed_slots(theirs, mine),
    )
    return _check(quotation, record, holding, replace(where, nearest=near.place.text))


def _check(quotation: Quotation, record: Record, held: Holding, where: Circumstances) -> Check:
    account = record.dossier.account
    kind = _kind(held, where)
    spans = held.spans if held.kind in FOUND or where.other else ()
    return Check(
        id=new_id("c", quotation.id, account.id),
        quotation=quotation.id,
        place=quotation.place,
        record=account.id,
        kind=kind,
        because=because(kind, held, where, _printed(quotation)),
        match=_match(record, spans),
        changes=tuple(_change(edit) for edit in held.edits[:SHOWN]),
    )


def _kind(held: Holding, where: Circumstances) -> CheckKind:
    """Limit what can be said where the record is cut or is a translation."""
    if where.other:
        return "not found"
    if held.kind == "not found":
        return "cannot tell" if where.cut or where.translated else "not found"
    if held.kind == "differs" and where.translated:
        return "cannot tell" if held.slots or held.swallowed else "translation variant"
    return held.kind


def _match(record: Record, spans: Sequence[tuple[int, int]]) -> Span | None:
    """Return the record's place: from the first part to the last, or the longest part alone."""
    if not spans:
        return None
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    if end - start > WIDEST:
        start, end = max(spans, key=lambda span: (span[1] - span[0], -span[0]))
    return record.dossier.account.span(start, end)


def _change(edit: Difference) -> Change:
    return Change(from_=edit.left_text, to=edit.right_text, kind=edit.kind)


def _parts(dossier: Dossier, quotation: Quotation) -> list[tuple[Word, ...]]:
    text = dossier.account.text
    return [words(text, content.start, content.end) for content in quotation.contents]


def _printed(quotation: Quotation) -> str:
    return " … ".join(content.text for content in quotation.contents)
