"""Borrowings: which account depends on which, or on a source that nobody has: the stemma.

Enters: dossiers of one event, entities, checks. Leaves: `Borrowing`s, ordered by account and kind.

The words of a speaker are the speaker's: two accounts that quote the same sentence share a speech
and copy nothing. What is left is the narrators' own wording, and there sharing shows descent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from variorum.records import Borrowing, BorrowingKind, Check, Dossier, Entity, Span, new_id
from variorum.trace.citations import citations
from variorum.trace.direction import Ground, Meeting, called, direction, named
from variorum.trace.holding import FOUND
from variorum.trace.oddities import oddities
from variorum.trace.retelling import retellings
from variorum.trace.reuse import Shared, Telling, covered, shared, telling
from variorum.trace.rewording import Level, level
from variorum.trace.translations import translations
from variorum.trace.voices import belongs
from variorum.trace.wording import shown

SHOWN = 12
"""Most places of evidence on either side, the longest first."""
SAID = 7
"""Words of one passage that two accounts must both give to a speaker."""
HEARD = 12
"""The same where the speaker is no entity of the story."""


def borrowings(
    dossiers: Sequence[Dossier],
    *,
    entities: Sequence[Entity] = (),
    checks: Sequence[Check] = (),
) -> tuple[Borrowing, ...]:
    """Return how the accounts of one event depend on each other and on sources not in hand.

    `checks` (of the same dossiers) say which quotations stand in a record. Where two accounts
    share wording and nothing says which came first, the kind is "common origin".
    """
    owner = belongs(entities)
    ordered = sorted(dossiers, key=_age)
    tellings = [telling(dossier, owner) for dossier in ordered]
    passages = shared(tellings)
    found = [
        *citations(ordered),
        *_copies(tellings, passages),
        *_records(ordered, checks),
        *_speeches(tellings, passages, {entity.id: entity.name for entity in entities}, checks),
        *translations(ordered),
    ]
    found.extend(retellings(tellings, _tied(found)))
    found.extend(oddities(tellings, _tied(found)))
    unique = {one.id: one for one in _nearest(found, frozenset(one.id for one in tellings))}
    return tuple(sorted(unique.values(), key=lambda one: (one.to, one.from_, one.kind)))


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
        if not (elsewhere and all(_within(place, in_hand.get(one.to, [])) for place in mine)):
            yield one


def _within(place: Span, others: Sequence[Span]) -> bool:
    return any(place.start < other.end and other.start < place.end for other in others)


def _age(dossier: Dossier) -> tuple[str, str]:
    """Earliest first, so that an account that many share words with is the likeliest source."""
    return dossier.account.published.earliest or "9999", dossier.account.id


# --- wording ----------------------------------------------------------------------------------


def _copies(
    tellings: Sequence[Telling], passages: Mapping[tuple[int, int], tuple[Shared, ...]]
) -> Iterator[Borrowing]:
    for (left, right), pieces in passages.items():
        own = tuple(piece for piece in pieces if piece.speech is None)
        meeting = Meeting(tellings[left], tellings[right], own)
        found = level(meeting) if own else None
        if found is not None:
            yield _copied(
                meeting, found, direction(Meeting(tellings[left], tellings[right], pieces))
            )


def _copied(meeting: Meeting, found: Level, ground: Ground | None) -> Borrowing:
    source, taker = meeting.left, meeting.right
    if ground is not None and ground.source == "right":
        source, taker = taker, source
    share = found.right if taker is meeting.right else found.left
    longest = max(meeting.passages, key=lambda one: (one.alike, one.left))
    words = shown(meeting.left.place(*longest.left).text)
    both = called(source.dossier.account, taker.dossier.account)
    because = f"{both} share wording of their own ({found.name}), such as “{words}”; "
    because += f"{ground.why}." if ground else "nothing says which came first."
    kind: BorrowingKind = "copies" if ground else "common origin"
    return Borrowing(
        id=new_id("b", source.id, taker.id, kind),
        from_=source.id,
        to=taker.id,
        kind=kind,
        because=because,
        share=round(share, 3),
        evidence=_evidence(meeting),
    )


def _evidence(meeting: Meeting) -> tuple[Span, ...]:
    longest = sorted(meeting.passages, key=lambda one: (-one.alike, one.left))[:SHOWN]
    return tuple(
        place
        for one in sorted(longest)
        for place in (meeting.left.place(*one.left), meeting.right.place(*one.right))
    )


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
            places = [place for one in held[:SHOWN] for place in (one.match, one.place) if place]
            quoted = sum(one.place.end - one.place.start for one in held)
            yield Borrowing(
                id=new_id("b", record, taker, "same speech"),
                from_=record,
                to=taker,
                kind="same speech",
                because=f"{named(accounts[taker])} quotes what {named(accounts[record])} records: "
                f"{len(held)} of its quotations stand there, such as “{shown(held[0].place.text)}”.",
                share=round(min(1.0, quoted / max(1, len(accounts[taker].text))), 3),
                evidence=tuple(places),
            )


def _speeches(
    tellings: Sequence[Telling],
    passages: Mapping[tuple[int, int], tuple[Shared, ...]],
    names: Mapping[str, str],
    checks: Sequence[Check],
) -> Iterator[Borrowing]:
    """Accounts that quote one sentence of one speaker, where no record of it is in hand."""
    records: dict[str, set[str]] = {}
    for one in checks:
        if one.kind in FOUND:
            records.setdefault(one.place.account, {one.place.account}).add(one.record)
    for (left, right), pieces in passages.items():
        meeting = Meeting(tellings[left], tellings[right], pieces)
        mine, theirs = (records.get(one.id, {one.id}) for one in (meeting.left, meeting.right))
        if mine & theirs:
            continue
        spoken = [piece for piece in pieces if piece.speech and piece.alike >= SAID]
        for speaker in sorted({piece.speech or "" for piece in spoken}):
            own = tuple(piece for piece in spoken if piece.speech == speaker)
            if speaker in names or own[0].alike >= HEARD:
                yield from _spoken(meeting, own, names.get(speaker) or speaker)


def _spoken(meeting: Meeting, own: tuple[Shared, ...], speaker: str) -> Iterator[Borrowing]:
    ground = direction(meeting)
    words = shown(meeting.left.place(*own[0].left).text)
    both = called(meeting.left.dossier.account, meeting.right.dossier.account)
    because = f"{both} give {speaker} the same words: “{words}”."
    if ground is not None and ground.speaks:
        source, taker = meeting.left, meeting.right
        if ground.source == "right":
            source, taker = taker, source
        ends = [(source.id, taker)]
        because += f" {ground.why[:1].upper()}{ground.why[1:]}."
    else:
        ends = [(f"speech of {speaker}", meeting.left), (f"speech of {speaker}", meeting.right)]
    for source_id, taker in ends:
        spans = [piece.left if taker is meeting.left else piece.right for piece in own]
        yield Borrowing(
            id=new_id("b", source_id, taker.id, "same speech"),
            from_=source_id,
            to=taker.id,
            kind="same speech",
            because=because,
            share=round(covered(spans) / max(1, len(taker.words)), 3),
            evidence=_evidence(Meeting(meeting.left, meeting.right, own)),
        )
