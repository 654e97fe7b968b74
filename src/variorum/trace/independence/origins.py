"""Origins: how many independent origins the readings of an alignment have.

Enters: alignments, the dossiers of their event, borrowings, entities. Leaves: the alignments with
`origins`, `origin_of` and `because` filled.

Counting fails closed: what is not known to be independent is not counted as independent. Every
reading is tied to all it may rest on, what is tied is one, and the ties that were made are said.
Naming fails closed too: an origin is named where every reading itself gives its words to that
speaker, or where shared text that holds the readings shows it; else independence is not shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from variorum.records import Alignment, Borrowing, Dossier, Entity, Reading, Span
from variorum.trace.borrowing.sources import UNKNOWN, ReadingSource, Sources, account_source
from variorum.trace.checking.voices import belongs
from variorum.trace.independence.grounds import ReadingGroup, because
from variorum.trace.independence.ties import Tie, Voices, one_house, one_speaker, same_words

DIRECTED = frozenset({"copies", "translates", "cites"})
NARRATOR_TIES = frozenset({"copies", "translates", "common origin", "cites"})
"""Borrowings that tie the narrators of two accounts wherever their readings meet."""
SHARED_TEXT = frozenset({"copies", "translates", "common origin"})
"""Borrowings that rest on shared text."""


class OriginEvidence(Struct, frozen=True):
    """What origins are told by: the voices of all accounts, and borrowings by who took."""

    sources: Sources
    tied: Mapping[str, Sequence[Borrowing]]


def origins(
    alignments: Sequence[Alignment],
    dossiers: Sequence[Dossier],
    *,
    borrowings: Sequence[Borrowing] = (),
    entities: Sequence[Entity] = (),
) -> tuple[Alignment, ...]:
    """Return the alignments, in their order, with independent origins counted.

    Readings that give the words to one speaker have one origin; so have readings of accounts of
    which one copies, cites or translates the other, narrators who write alike, and a narrator
    whose account quotes the speaker who says the same in another. A reading whose speaker is not
    named adds no origin. `origin_of` maps an account to the entity or account it rests on, or to an
    id of its own kind ("o-…") where nothing shows what that is.
    """
    sources = Sources.of(dossiers, belongs(entities), entities)
    origin = OriginEvidence(sources, _by_account(borrowings))
    return tuple(_with_origins(alignment, origin) for alignment in alignments)


def _by_account(borrowings: Sequence[Borrowing]) -> dict[str, list[Borrowing]]:
    found: dict[str, list[Borrowing]] = {}
    for one in sorted(borrowings, key=lambda b: b.id):
        found.setdefault(one.to, []).append(one)
    return found


def _with_origins(alignment: Alignment, origin: OriginEvidence) -> Alignment:
    known, tied = origin.sources, origin.tied
    spoken = tuple(reading for reading in alignment.readings if reading.places)
    if not spoken:
        return replace(alignment, origins=0, origin_of={}, because="No account has anything here.")
    heard = Voices(spoken, tuple(known.of_reading(reading) for reading in spoken))
    ties = [
        *_mixed(heard),
        *_borrowed(heard, tied),
        *_quoting(heard, known),
        *one_speaker(heard, known),
        *one_house(heard, known),
        *same_words(heard, known),
    ]
    home = _representatives(heard, ties, _takers(tied))
    roots = [home[sources[0]] for sources in heard.sources]
    seats: dict[ReadingSource, list[int]] = {}
    for seat, root in enumerate(roots):
        seats.setdefault(root, []).append(seat)
    groups = [_group(heard, own, root, origin) for root, own in sorted(seats.items())]
    return replace(
        alignment,
        origins=len(groups),
        origin_of={
            account: group.origin(alignment.id) for group in groups for account in group.accounts
        },
        because=because(groups, ties, known),
    )


def _group(
    heard: Voices, seats: Sequence[int], root: ReadingSource, known: OriginEvidence
) -> ReadingGroup:
    """Return the readings that may rest on one source, and what shows that they do."""
    readings = tuple(heard.readings[seat] for seat in seats)
    speaker = heard.sources[seats[0]][0]
    alone = len(readings) == 1 and len(heard.sources[seats[0]]) == 1
    if alone or all(known.sources.prints(one, speaker) for one in readings):
        return ReadingGroup(readings, speaker, "said")
    shared = len(readings) > 1 and _share_text(readings, known.tied)
    return ReadingGroup(readings, root, "shared" if shared else "not shown")


def _share_text(readings: Sequence[Reading], tied: Mapping[str, Sequence[Borrowing]]) -> bool:
    """Tell whether text that the accounts share holds all readings, from one to the next."""
    mine = {reading.account: reading.places for reading in readings}
    home = {account: account for account in mine}
    for account in sorted(mine):
        for one in tied.get(account, ()):
            if one.kind in SHARED_TEXT and one.from_ in mine and _holds(one, mine):
                left, gone = home[one.from_], home[account]
                home.update({key: left for key, root in home.items() if root == gone})
    return len(set(home.values())) == 1


def _holds(one: Borrowing, places: Mapping[str, Sequence[Span]]) -> bool:
    return all(
        all(_mostly_in(place, one.evidence) for place in places[account])
        for account in (one.from_, one.to)
    )


def _mostly_in(place: Span, evidence: Sequence[Span]) -> bool:
    """Tell whether most of a place lies in one piece of evidence."""
    return any(
        other.account == place.account
        and 2 * (min(place.end, other.end) - max(place.start, other.start))
        > place.end - place.start
        for other in evidence
    )


# --- ties ----------------------------------------------------------------------------------------


def _mixed(heard: Voices) -> Iterator[Tie]:
    """One reading that names several sources may rest on any of them."""
    for sources in heard.sources:
        yield from (Tie(sources[0], other) for other in sources[1:])


def _borrowed(heard: Voices, tied: Mapping[str, Sequence[Borrowing]]) -> Iterator[Tie]:
    """Narrators of accounts that depend on each other, or on one source that nobody has."""
    narrating = {
        reading.account
        for reading, sources in zip(heard.readings, heard.sources, strict=True)
        if account_source(reading.account) in sources
    }
    present = {reading.account for reading in heard.readings}
    for account in sorted(narrating):
        for one in tied.get(account, ()):
            if one.kind in NARRATOR_TIES or (one.kind == "same speech" and one.from_ in present):
                yield Tie(account_source(account), account_source(one.from_), one.because)


def _quoting(heard: Voices, known: Sources) -> Iterator[Tie]:
    """A narrator may have from a speaker, whom the account quotes, what that speaker says here."""
    speakers = sorted({s for sources in heard.sources for s in sources if s.is_speech})
    for reading, sources in zip(heard.readings, heard.sources, strict=True):
        own = account_source(reading.account)
        if own in sources:
            for speaker in speakers:
                if speaker.id in known.quoted.get(reading.account, ()):
                    why = f"{known.label(own)} quotes {known.name(speaker)} too"
                    yield Tie(own, speaker, why)


def _takers(tied: Mapping[str, Sequence[Borrowing]]) -> frozenset[str]:
    """Return accounts that have something from another: never the origin while the other is there."""
    return frozenset(
        account for account, found in tied.items() if any(one.kind in DIRECTED for one in found)
    )


def _representatives(
    heard: Voices, ties: Sequence[Tie], takers: frozenset[str]
) -> dict[ReadingSource, ReadingSource]:
    """Return for each source the one that stands for all it is tied to: a speech if there is one."""
    home = {source: source for sources in heard.sources for source in sources}
    for tie in ties:
        home.setdefault(tie.one, tie.one)
        home.setdefault(tie.other, tie.other)

    def order(source: ReadingSource) -> tuple[int, bool, str]:
        return source.rank, source.id in takers, source.id

    def root(source: ReadingSource) -> ReadingSource:
        while home[source] != source:
            source = home[source]
        return source

    for tie in ties:
        first, second = sorted((root(tie.one), root(tie.other)), key=order)
        home[second] = first
    others = sorted({root(source) for source in home if root(source) != UNKNOWN}, key=order)
    if others and home.get(UNKNOWN) == UNKNOWN:
        home[UNKNOWN] = others[0]
    return {source: root(source) for source in sorted(home)}
