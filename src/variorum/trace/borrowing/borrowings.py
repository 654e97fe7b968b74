"""Borrowings: which account depends on which, or on a source that nobody has: the stemma.

Enters: dossiers of one event, an encoder, entities, checks. Leaves: `Borrowing`s, ordered by account and kind.

The words of a speaker are the speaker's: two accounts that quote the same sentence share a speech
and copy nothing. What is left is the narrators' own wording, and there sharing shows descent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from variorum.languages.registry import name_parts
from variorum.read.naming import account_name, pair_names
from variorum.records import Borrowing, Check, Dossier, Entity, Span, new_id
from variorum.seams import Encoder
from variorum.trace.borrowing.citations import citations
from variorum.trace.borrowing.direction import Ground, Meeting, direction
from variorum.trace.borrowing.exact import common, examples, nearly, such_as
from variorum.trace.borrowing.furnishing import of_the_story
from variorum.trace.borrowing.retelling import retellings
from variorum.trace.borrowing.reuse import (
    MOST_EVIDENCE,
    AccountWords,
    Shared,
    account_words,
    shared,
    speaker_names,
)
from variorum.trace.borrowing.rewording import Level, level
from variorum.trace.borrowing.sources import unique_surnames
from variorum.trace.borrowing.speeches import speech_evidence, speeches
from variorum.trace.borrowing.translations import translations
from variorum.trace.checking.matching import FOUND
from variorum.trace.checking.phrasing import opening, shortened
from variorum.trace.checking.voices import belongs
from variorum.vocabulary import BorrowingKind


def borrowings(
    dossiers: Sequence[Dossier],
    encoder: Encoder,
    *,
    entities: Sequence[Entity] = (),
    checks: Sequence[Check] = (),
) -> tuple[Borrowing, ...]:
    """Return how the accounts of one event depend on each other and on sources not in hand.

    `checks` (of the same dossiers) say which quotations stand in a record. Where two accounts
    share wording and nothing says which came first, the kind is "common origin".
    """
    owner = belongs(entities)
    parts = name_parts(dossier.account.language for dossier in dossiers)
    ordered = sorted(dossiers, key=_age)
    bearers = unique_surnames(parts, entities)
    tellings = [account_words(parts, dossier, owner, bearers) for dossier in ordered]
    passages = of_the_story(tellings, shared(tellings))
    found = [
        *citations(ordered, people=_people(entities)),
        *_copies(tellings, passages),
        *translations(ordered),
    ]
    found.extend(retellings(tellings, _tied(found), encoder))
    copied = {frozenset((one.from_, one.to)) for one in found if one.kind == "copies"}
    meetings = _meetings(tellings, passages, checks, copied)
    found.extend(_records(ordered, checks))
    known = {entity.id: entity.name for entity in entities}
    names = speaker_names(parts, ordered, owner)
    found.extend(speeches(meetings, names | known, frozenset(known)))
    near = _nearest(found, frozenset(one.id for one in tellings))
    return tuple(sorted(_merged(near), key=lambda one: (one.to, one.from_, one.kind)))


def _people(entities: Sequence[Entity]) -> frozenset[tuple[str, int]]:
    """Return where persons are named: what a person says is an attribution, and no source's text."""
    return frozenset(
        (place.account, place.start)
        for entity in entities
        if entity.kind == "person"
        for place in entity.mentions
    )


def _meetings(
    tellings: Sequence[AccountWords],
    passages: Mapping[tuple[int, int], tuple[Shared, ...]],
    checks: Sequence[Check],
    copied: set[frozenset[str]],
) -> list[Meeting]:
    """Return pairs whose common speech nothing else explains: no record of it, and no copying."""
    records: dict[str, set[str]] = {}
    for one in checks:
        if one.kind in FOUND:
            records.setdefault(one.place.account, {one.place.account}).add(one.record)
    met = [Meeting(tellings[left], tellings[right], p) for (left, right), p in passages.items()]
    return [
        one
        for one in met
        if frozenset((one.left.id, one.right.id)) not in copied
        and not records.get(one.left.id, {one.left.id}) & records.get(one.right.id, {one.right.id})
    ]


def _merged(found: Iterable[Borrowing]) -> list[Borrowing]:
    """Join what several pairs say of one source and one taker."""
    merged: dict[str, Borrowing] = {}
    for one in found:
        known = merged.setdefault(one.id, one)
        if known is not one:
            evidence = tuple(dict.fromkeys((*known.evidence, *one.evidence)))[: 2 * MOST_EVIDENCE]
            share = max(known.share or 0.0, one.share or 0.0) or None
            merged[one.id] = replace(known, evidence=evidence, share=share)
    return list(merged.values())


def _tied(found: Sequence[Borrowing]) -> set[frozenset[str]]:
    return {frozenset((one.from_, one.to)) for one in found if one.kind != "same speech"}


def _nearest(found: Sequence[Borrowing], accounts: frozenset[str]) -> Iterator[Borrowing]:
    """Leave out a speech not in hand where the same words of an account have a source in hand."""
    in_hand: dict[str, list[Span]] = {}
    for one in found:
        if one.kind == "same speech" and one.from_ in accounts:
            in_hand.setdefault(one.to, []).extend(p for p in one.evidence if p.account == one.to)
    for one in found:
        mine = [place for place in one.evidence if place.account == one.to]
        elsewhere = one.kind == "same speech" and one.from_ not in accounts
        if not (
            elsewhere and all(any(map(place.overlaps, in_hand.get(one.to, []))) for place in mine)
        ):
            yield one


def _age(dossier: Dossier) -> tuple[str, str]:
    """Earliest first, so that an account that many share words with is the likeliest source."""
    return dossier.account.published.earliest or "9999", dossier.account.id


# --- wording ----------------------------------------------------------------------------------


def _copies(
    tellings: Sequence[AccountWords], passages: Mapping[tuple[int, int], tuple[Shared, ...]]
) -> Iterator[Borrowing]:
    for (left, right), pieces in passages.items():
        own = tuple(piece for piece in pieces if piece.speech is None)
        meeting = Meeting(tellings[left], tellings[right], own)
        found = level(meeting) if own else None
        if found is not None:
            ground = direction(Meeting(tellings[left], tellings[right], pieces))
            yield from _copied(meeting, found, ground)


def _copied(meeting: Meeting, found: Level, ground: Ground | None) -> Iterator[Borrowing]:
    places = speech_evidence(meeting)
    text = _common_wording(meeting, places)
    if text is None:
        return
    source, taker = meeting.left, meeting.right
    if ground is not None and ground.source == "right":
        source, taker = taker, source
    share = found.right if taker is meeting.right else found.left
    kind: BorrowingKind = "copies" if ground else "common origin"
    yield Borrowing(
        id=new_id("b", source.id, taker.id, kind),
        from_=source.id,
        to=taker.id,
        kind=kind,
        because=f"{text} {ground.why}." if ground else text,
        share=round(share, 3),
        evidence=places,
    )


def _common_wording(meeting: Meeting, places: tuple[Span, ...]) -> str | None:
    """Say what wording is in common: what both have to the word, or else nearly."""
    one, other = meeting.left.dossier.account, meeting.right.dossier.account
    shown = examples(one, [mine for mine, _ in common(one, other, places)])
    if shown:
        return f"{pair_names(one, other)} have wording in common, word for word: {such_as(shown)}."
    near = nearly(one, other, places)
    if near is None:
        return None
    words = " and ".join(f"“{opening(place.text)}”" for place in near)
    return f"{pair_names(one, other)} have wording that is nearly the same: {words}."


# --- speech -------------------------------------------------------------------------------------


def _records(dossiers: Sequence[Dossier], checks: Sequence[Check]) -> Iterator[Borrowing]:
    """The record of a speech is the source of quotations found in it."""
    found: dict[tuple[str, str], list[Check]] = {}
    for check in checks:
        if check.kind in FOUND and check.match is not None and check.record != check.place.account:
            found.setdefault((check.record, check.place.account), []).append(check)
    accounts = {dossier.account.id: dossier.account for dossier in dossiers}
    for (record, taker), held in sorted(found.items()):
        if record in accounts and taker in accounts:
            places = [
                place for one in held[:MOST_EVIDENCE] for place in (one.match, one.place) if place
            ]
            quoted = sum(one.place.end - one.place.start for one in held)
            yield Borrowing(
                id=new_id("b", record, taker, "same speech"),
                from_=record,
                to=taker,
                kind="same speech",
                because=f"{account_name(accounts[taker])} quotes what {account_name(accounts[record])} records: "
                f"{len(held)} of its quotations are in it, such as “{shortened(held[0].place.text)}”.",
                share=round(min(1.0, quoted / max(1, len(accounts[taker].text))), 3),
                evidence=tuple(places),
            )
