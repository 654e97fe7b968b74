"""Checks: quotations held against the record (a transcript) of the same speech.

Enters: the dossiers of one event, an encoder, the story's entities. Leaves: `Check`s, ordered by the
quotation's account and place, one for each quotation and record that has its speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from variorum.align.differences import differences, words
from variorum.languages.registry import language_of, name_parts
from variorum.records import Check, Dossier, Entity, Quotation, new_id
from variorum.seams import Encoder
from variorum.segment.quote_marks import stretches
from variorum.trace.checking.edits import without_permitted
from variorum.trace.checking.locating import find, speech, stretch
from variorum.trace.checking.matching import FOUND, SURE_SHARE, Match, matched
from variorum.trace.checking.occasion import is_elsewhere, placed
from variorum.trace.checking.phrasing import Circumstances, because
from variorum.trace.checking.quoted import Saying, saying, sayings
from variorum.trace.checking.recording import changes, match
from variorum.trace.checking.retranslation import Held, limited
from variorum.trace.checking.rules import check_kind
from variorum.trace.checking.sense import lacking_slots
from variorum.trace.checking.sentences import closest
from variorum.trace.checking.voices import (
    People,
    Voice,
    is_nameless,
    is_speaker,
    is_speaker_label,
    voices,
)

MATCHING_KINDS = frozenset({"verbatim", "edited"})
CHECKED = frozenset({"direct", "mixed", "fragment"})
SHORTEST_UNNAMED = 5
"""Words a quotation without a named speaker must have to be given to the record's speakers."""
SAYING = 8
"""Words a quotation must have to be likened to a sentence by meaning; fewer in a translation."""
PARTLY = 0.15
"""Share of weight that a rendering must have in common with its sentence."""
RENDERED, RESTATED = 0.75, 0.95
"""Cosine and share together at which a sentence says the same: in a translation, elsewhere."""


class Claim(Struct, frozen=True):
    """One saying that an account gives to somebody, and the quotation it belongs to."""

    dossier: Dossier
    quotation: Quotation
    saying: Saying


class SpeechRecord(Struct, frozen=True):
    """A record in hand: its dossier, its speakers, whether it is cut, what likens its sentences."""

    dossier: Dossier
    voices: tuple[Voice, ...]
    cut: bool
    encoder: Encoder


def checks(
    dossiers: Sequence[Dossier],
    encoder: Encoder,
    entities: Sequence[Entity] = (),
    *,
    of_the_record: bool = False,
) -> tuple[Check, ...]:
    """Hold every quotation of a record's speaker against that speaker's turns.

    `dossiers` are the accounts of one event; those of kind "transcript" with turns are records.
    A quotation has a check for each saying between its marks. One whose speaker speaks in no
    record has none, and neither has one in another language than the record: its words are not there to be
    compared. Where several records have the speaker, only those in which the words are
    found count, if there are any. `of_the_record` tells that whoever asks says that all quotations are
    from the record's occasion; else each account must say so of its own (`occasion`).
    """
    parts = name_parts(dossier.account.language for dossier in dossiers)
    people = People.of(entities, parts)
    ordered = sorted(dossiers, key=lambda dossier: dossier.account.id)
    records = [record for dossier in ordered for record in _record(dossier, people, encoder)]
    held = [
        one
        for dossier in ordered
        for claim in (_claims(dossier) if records else ())
        for one in _chosen([found for record in records for found in _hold(claim, record, people)])
    ]
    return limited(held if of_the_record else placed(held))


def _record(dossier: Dossier, people: People, encoder: Encoder) -> Iterator[SpeechRecord]:
    if dossier.account.kind != "transcript":
        return
    speakers = voices(dossier, people)
    if speakers:
        cut = any(region.kind == "elision" for region in dossier.account.regions)
        yield SpeechRecord(dossier, speakers, cut, encoder)


def _claims(dossier: Dossier) -> Iterator[Claim]:
    marked = stretches(dossier.account)
    quoted = [q for q in dossier.statements.quotations if q.manner in CHECKED and q.contents]
    for quotation in sorted(quoted, key=lambda one: (one.place, one.id)):
        for said in sayings(dossier.account, quotation, marked):
            yield Claim(dossier, quotation, said)


def _chosen(found: list[Held]) -> list[Held]:
    there = [held for held in found if held.check.kind in FOUND]
    return there or found


def _hold(claim: Claim, record: SpeechRecord, people: People) -> Iterator[Held]:
    if record.dossier is claim.dossier or not _is_of_one_language(claim, record):
        return
    if is_nameless(claim.quotation.speaker, people):
        yield from _unnamed(claim, record)
        return
    mine = [v for v in record.voices if is_speaker(claim.quotation.speaker, v, people)]
    if len(mine) != 1:
        return
    for piece in _apart(claim, mine[0]):
        held = _against_voice(piece, record, mine[0], people)
        if held and (piece.saying.count > 1 or held.check.kind in MATCHING_KINDS):
            yield held


def _is_of_one_language(claim: Claim, record: SpeechRecord) -> bool:
    mine, theirs = claim.dossier.account.language, record.dossier.account.language
    return language_of(mine) is language_of(theirs)


def _apart(claim: Claim, voice: Voice) -> list[Claim]:
    """Take the parts of a saying for themselves unless the record has them as one sentence."""
    if (
        len(claim.saying.parts) == 1
        or matched(voice.said, claim.saying.words).kind in MATCHING_KINDS
    ):
        return [claim]
    together = matched(voice.said, claim.saying.words)
    if together.kind == "differs" and not any(edit.kind == "order" for edit in together.edits):
        return [claim]
    return [
        replace(claim, saying=saying(claim.dossier.account, [part])) for part in claim.saying.parts
    ]


def _unnamed(claim: Claim, record: SpeechRecord) -> Iterator[Held]:
    """Give a quotation without a speaker to the one voice that has its words best.

    A title's quotation that no voice has is said to be in none; elsewhere it may be anybody's.
    """
    if claim.saying.count < SHORTEST_UNNAMED:
        return
    held = [(voice, *_compared(claim, record, voice)) for voice in record.voices]
    found = sorted((one for one in held if one[1].kind in FOUND), key=lambda one: -one[1].share)
    if found and (len(found) == 1 or found[0][1].share > found[1][1].share):
        _, match, where = found[0]
        yield _check(claim, record, match, replace(where, named=False))
    elif not found and _in_title(claim):
        language = record.voices[0].said.language
        where = Circumstances(language, speaker="any speaker", cut=record.cut)
        yield _check(claim, record, Match("not found"), where)


def _in_title(claim: Claim) -> bool:
    start = claim.saying.parts[0].start
    regions = claim.dossier.account.regions
    return any(r.kind == "title" and r.start <= start < r.end for r in regions)


def _against_voice(claim: Claim, record: SpeechRecord, voice: Voice, people: People) -> Held | None:
    """Hold a saying against its speaker, then against others.

    None where the words stand under a label that may be no speaker's: they may be this speaker's.
    """
    match, where = _compared(claim, record, voice)
    if match.kind == "not found":
        match, where = _elsewhere(claim, record, voice) or (match, where)
    if where.other is not None and not is_speaker_label(where.other, record.voices, people):
        return None
    return _check(claim, record, match, where)


def _compared(claim: Claim, record: SpeechRecord, voice: Voice) -> tuple[Match, Circumstances]:
    """Hold a saying against one voice: word by word, and else by meaning."""
    where = _where(claim, record, voice)
    match = matched(voice.said, claim.saying.words, loosely=where.translated)
    if match.kind == "not found":
        return _rendering(claim, record, voice, where) or (match, where)
    return match, where


def _where(claim: Claim, record: SpeechRecord, voice: Voice) -> Circumstances:
    account = claim.dossier.account
    return Circumstances(
        voice.said.language,
        speaker=voice.label,
        cut=record.cut,
        translated=voice.translated
        or account.kind == "translation"
        or account.translated is not None,
        rendered="record" if voice.translated else "account",
    )


def _elsewhere(
    claim: Claim, record: SpeechRecord, voice: Voice
) -> tuple[Match, Circumstances] | None:
    """Return where another speaker of the record has these words, if they are telling enough."""
    if claim.saying.count < SHORTEST_UNNAMED:
        return None
    for other in record.voices:
        if other is not voice:
            match = matched(other.said, claim.saying.words)
            if match.kind in FOUND and match.share >= SURE_SHARE:
                return match, Circumstances(
                    other.said.language, speaker=voice.label, other=other.label
                )
    return None


def _rendering(
    claim: Claim, record: SpeechRecord, voice: Voice, where: Circumstances
) -> tuple[Match, Circumstances] | None:
    """Return the comparison with the sentence that says the same in other words, if one does.

    Meaning (cosine of sentence vectors) and shared words together must be strong: a vector alone
    also likens sentences that share no more than their subject.
    """
    mine = [word for part in claim.saying.words for word in part]
    keys = [word.key for word in mine if word.key]
    if len(keys) < (SHORTEST_UNNAMED if where.translated else SAYING):
        return None
    parts = claim.saying.parts
    near = closest(claim.dossier, parts, record.dossier, voice.turns, record.encoder)
    if near is None:
        return None
    start = near.place.start
    language = voice.said.language
    sentence = speech(language, words(record.dossier.account.text, start, near.place.end, language))
    place = find(sentence, keys)
    if place is None or place.share < PARTLY:
        return None
    if near.cosine + place.share < (RENDERED if where.translated else RESTATED):
        return None
    heard = stretch(sentence, place.first, place.last)
    spans = ((start, near.place.end),)
    edits = without_permitted(language.sense, heard, mine, differences(heard, mine))
    match = Match(
        "differs", spans, edits, slots=lacking_slots(language.sense, sentence.words, mine)
    )
    return match, replace(where, nearest=near.place.text)


def _check(claim: Claim, record: SpeechRecord, held: Match, where: Circumstances) -> Held:
    account, parts = record.dossier.account, claim.saying.parts
    kind = check_kind(held, where)
    spans = held.spans if held.kind in FOUND else ()
    check = Check(
        id=new_id("c", claim.quotation.id, account.id, parts[0].start),
        quotation=claim.quotation.id,
        place=claim.dossier.account.span(parts[0].start, parts[-1].end),
        record=account.id,
        kind=kind,
        because=because(kind, held, where, claim.saying.printed),
        match=match(account, spans),
        changes=changes(held.edits),
    )
    limits = bool(held.slots or held.swallowed or where.other)
    elsewhere = is_elsewhere(claim.dossier, claim.quotation)
    return Held(check, where.speaker, limits=limits, elsewhere=elsewhere)
