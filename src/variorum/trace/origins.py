"""Origins: how many independent origins the readings of an alignment have.

Enters: alignments, the dossiers of their event, borrowings, entities. Leaves: the alignments with
`origins`, `origin_of` and `because` filled.

Counting fails closed: what is not known to be independent is not counted as independent. Every
reading is tied to all it may rest on, what is tied is one, and the ties that were made are said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from variorum.align.differences import figures, words
from variorum.records import Alignment, Borrowing, Dossier, Entity, Reading, Span
from variorum.trace.english_sense import COMMON
from variorum.trace.sources import UNKNOWN, Source, Sources, account_source
from variorum.trace.voices import belongs

ALIKE = 0.75
"""Dice of the telling words of two narrators' sentences at which they are one wording."""
FEWEST = 5
"""Telling words that a sentence must have to be likened to another."""
EXACT = 3
"""Digits, end zeros left out, from which one figure in two narrators' words ties them."""
WHOLE = frozenset({"copies", "translates", "common origin", "cites"})
"""Borrowings that tie the narrators of two accounts wherever their readings meet."""


class Tie(Struct, frozen=True):
    """Two sources that are counted as one, and why; the ground is empty where it is plain."""

    one: Source
    other: Source
    why: str = ""


class Voices(Struct, frozen=True):
    """The readings that are not silent, and the sources each of them names."""

    readings: tuple[Reading, ...]
    sources: tuple[tuple[Source, ...], ...]


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
    named adds no origin. `origin_of` maps an account to the entity, account or name it rests on.
    """
    known = Sources.of(dossiers, belongs(entities), entities)
    tied = _by_account(borrowings)
    return tuple(_counted(alignment, known, tied) for alignment in alignments)


def _by_account(borrowings: Sequence[Borrowing]) -> dict[str, list[Borrowing]]:
    found: dict[str, list[Borrowing]] = {}
    for one in sorted(borrowings, key=lambda b: b.id):
        found.setdefault(one.to, []).append(one)
    return found


def _counted(
    alignment: Alignment, known: Sources, tied: Mapping[str, Sequence[Borrowing]]
) -> Alignment:
    spoken = tuple(reading for reading in alignment.readings if reading.places)
    if not spoken:
        return replace(alignment, origins=0, origin_of={}, because="No account speaks here.")
    heard = Voices(spoken, tuple(known.of_reading(reading) for reading in spoken))
    ties = [*_mixed(heard), *_borrowed(heard, tied), *_quoting(heard, known), *_alike(heard)]
    home = _joined(heard, ties)
    roots = [home[sources[0]] for sources in heard.sources]
    found = list(dict.fromkeys(sorted(roots)))
    return replace(
        alignment,
        origins=len(found),
        origin_of={r.account: root.id for r, root in zip(spoken, roots, strict=True)},
        because=_because(spoken, roots, ties, known),
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
            if one.kind in WHOLE or (one.kind == "same speech" and one.from_ in present):
                yield Tie(account_source(account), account_source(one.from_), one.because)


def _quoting(heard: Voices, known: Sources) -> Iterator[Tie]:
    """A narrator may have from a speaker, whom the account quotes, what that speaker says here."""
    speakers = sorted({s for sources in heard.sources for s in sources if s.is_speech})
    for reading, sources in zip(heard.readings, heard.sources, strict=True):
        own = account_source(reading.account)
        if own in sources:
            for speaker in speakers:
                if speaker.id in known.quoted.get(reading.account, ()):
                    why = f"{known.label(own)} quotes {known.name(speaker)} and says the same"
                    yield Tie(own, speaker, why)


def _alike(heard: Voices) -> Iterator[Tie]:
    """Narrators who write the same words, or give the same exact figure, are not two witnesses."""
    own = [
        (account_source(reading.account), _words(reading.places))
        for reading, sources in zip(heard.readings, heard.sources, strict=True)
        if account_source(reading.account) in sources
    ]
    for index, (one, mine) in enumerate(own):
        for other, theirs in own[index + 1 :]:
            if _same_wording(mine[0], theirs[0]):
                yield Tie(one, other, "they say it in the same words")
            elif mine[1] & theirs[1]:
                figure = min(mine[1] & theirs[1])
                yield Tie(one, other, f"both give the figure {figure} and name no source")


def _words(places: Sequence[Span]) -> tuple[frozenset[str], frozenset[str]]:
    found = [word for place in places for word in words(place.text) if word.key]
    exact = [number for number in figures(found) if _exact(number)]
    return frozenset(w.key for w in found) - COMMON, frozenset(exact)


def _exact(number: str) -> bool:
    """Tell whether a number is too exact for chance; four plain digits may be a year."""
    digits = number.replace(".", "").strip("0")
    year = number.isdigit() and len(number) == 4 and number[:2] in {"19", "20"}
    return len(digits) >= EXACT and not year


def _same_wording(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    if min(len(mine), len(theirs)) < FEWEST:
        return False
    return 2 * len(mine & theirs) >= ALIKE * (len(mine) + len(theirs))


def _joined(heard: Voices, ties: Sequence[Tie]) -> dict[Source, Source]:
    """Return for each source the one that stands for all it is tied to."""
    home = {source: source for sources in heard.sources for source in sources}
    for tie in ties:
        home.setdefault(tie.one, tie.one)
        home.setdefault(tie.other, tie.other)

    def root(source: Source) -> Source:
        while home[source] is not source:
            source = home[source]
        return source

    for tie in ties:
        first, second = sorted((root(tie.one), root(tie.other)))
        home[second] = first
    if UNKNOWN in home:
        others = sorted({root(source) for source in home} - {root(UNKNOWN)})
        if others:
            home[root(UNKNOWN)] = others[0]
    return {source: root(source) for source in sorted(home)}


# --- words -----------------------------------------------------------------------------------------


def _because(
    spoken: Sequence[Reading], roots: Sequence[Source], ties: Sequence[Tie], known: Sources
) -> str:
    accounts: dict[Source, list[str]] = {}
    for reading, source in zip(spoken, roots, strict=True):
        accounts.setdefault(source, []).append(known.label(account_source(reading.account)))
    count, many = len(spoken), len(accounts)
    head = f"{count} account{'s' * (count != 1)}, {many} origin{'s' * (many != 1)}: "
    told = [
        f"{known.label(source)}" + (f" ({', '.join(who)})" if many > 1 else "")
        for source, who in sorted(accounts.items())
    ]
    why = list(dict.fromkeys(tie.why for tie in ties if tie.why))[:2]
    return head + "; ".join(told) + "." + "".join(f" {_sentence(one)}" for one in why)


def _sentence(why: str) -> str:
    return why[:1].upper() + why[1:] + ("" if why.endswith(".") else ".")
