"""Sources: whose words a reading is: a speaker's, the narrator's, or nobody's by name.

Enters: the dossiers of an event and its entities. Leaves: `Sources`, which answers for any reading.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from msgspec import Struct

from variorum.languages.language import Language
from variorum.languages.name_parts import NameParts
from variorum.languages.registry import language_of, name_parts
from variorum.read.naming import account_name
from variorum.records import Dossier, Entity, Quotation, Reading, Span, new_id
from variorum.trace.borrowing.direction import outlet_keys
from variorum.trace.checking.voices import by_name, entity_of, name_tokens, names_somebody, prints

COVERED, WHOLE = 0.3, 0.75
"""Share of a place that a speaker's words must cover for the place to be the speaker's, and for
nobody else to have a part in it."""


class ReadingSource(Struct, frozen=True, order=True):
    """Where a reading comes from, by id: an entity, an account, a name, or a new id.

    `rank` is 0 for a speech, 1 for an account or a source known by name, 2 for a speaker not
    named: of what is tied together the first in order stands for the rest.
    """

    rank: int
    id: str

    @property
    def is_speech(self) -> bool:
        """Tell whether it is somebody's words, as known by name."""
        return self.rank == 0


UNKNOWN = ReadingSource(2, new_id("o", "a speaker not named"))


def account_source(account: str) -> ReadingSource:
    """Return the narrator of an account, or a source known by name alone."""
    return ReadingSource(1, account)


class Sources(Struct, frozen=True):
    """What is known of each account's voices.

    `spoken` has each account's quoted stretches in order: start, end and speaker (``None`` where
    no name is known); `printed` those of them at which the account itself prints the speaker's
    name, and not a pronoun or a title; `quoted` the speakers an account quotes anywhere. `parts` are
    the words within names of the languages of all accounts.
    """

    spoken: dict[str, list[tuple[int, int, ReadingSource]]]
    printed: dict[str, frozenset[tuple[int, int, ReadingSource]]]
    starts: dict[str, list[int]]
    quoted: dict[str, frozenset[str]]
    names: dict[str, str]
    outlets: dict[str, str]
    languages: dict[str, Language]
    parts: NameParts

    @classmethod
    def of(
        cls, dossiers: Sequence[Dossier], owner: Mapping[str, str], entities: Sequence[Entity]
    ) -> Sources:
        """Gather the voices of all accounts."""
        names = {entity.id: entity.name for entity in entities}
        parts = name_parts(dossier.account.language for dossier in dossiers)
        bearers = unique_surnames(parts, entities)
        spoken: dict[str, list[tuple[int, int, ReadingSource]]] = {}
        printed: dict[str, frozenset[tuple[int, int, ReadingSource]]] = {}
        for dossier in dossiers:
            account = dossier.account
            names[account.id] = account_name(account)
            heard = [
                ((c.start, c.end, source), _prints(parts, quotation, names.get(source.id, "")))
                for quotation in by_name(dossier.statements.quotations)
                for source in [_speaker(parts, quotation, owner, bearers, names)]
                for c in quotation.contents
            ]
            spoken[account.id] = sorted(stretch for stretch, _ in heard)
            printed[account.id] = frozenset(stretch for stretch, shown in heard if shown)
        return cls(
            spoken,
            printed,
            {key: [start for start, _, _ in found] for key, found in spoken.items()},
            {k: frozenset(s.id for _, _, s in found if s.is_speech) for k, found in spoken.items()},
            names,
            {d.account.id: d.account.outlet or "" for d in dossiers},
            {d.account.id: language_of(d.account.language) for d in dossiers},
            parts,
        )

    def of_reading(self, reading: Reading) -> tuple[ReadingSource, ...]:
        """Return the sources of a reading's places, speakers first, each once."""
        return tuple(sorted({source for place in reading.places for source in self._at(place)}))

    def prints(self, reading: Reading, speaker: ReadingSource) -> bool:
        """Tell whether an account gives a reading to this speaker alone, and by name."""
        found = [stretch for place in reading.places for stretch in self._over(place)]
        mine = self.printed.get(reading.account, frozenset())
        whole = all(self._over(place, WHOLE) for place in reading.places)
        return whole and all(one[2] == speaker and one in mine for one in found)

    def _at(self, place: Span) -> list[ReadingSource]:
        """Return the speakers whose words cover a good part of a place, or else the narrator."""
        speakers = [source for _, _, source in self._over(place)]
        return speakers or [account_source(place.account)]

    def _over(self, place: Span, share: float = COVERED) -> list[tuple[int, int, ReadingSource]]:
        """Return the quoted stretches that cover a part of a place."""
        found = self.spoken.get(place.account, [])
        upto = bisect_right(self.starts.get(place.account, []), place.end)
        length = max(1, place.end - place.start)
        return [
            stretch
            for stretch in found[:upto]
            if min(stretch[1], place.end) - max(stretch[0], place.start) >= share * length
        ]

    def issued(self, account: ReadingSource, body: str) -> bool:
        """Tell whether an account goes by the name of a body, or the body's by its first words."""
        keys = outlet_keys(self.parts, body)
        mine = outlet_keys(self.parts, self.outlets.get(account.id, ""))
        return bool(keys) and bool(mine) and mine[: len(keys)] == keys

    def label(self, source: ReadingSource) -> str:
        """Return how a sentence calls a source."""
        if source.is_speech:
            return f"words of {self.name(source)}"
        return "a speaker not named" if source == UNKNOWN else self.name(source)

    def name(self, source: ReadingSource) -> str:
        """Return the name of a speaker, an account or a source not in hand."""
        return self.names.get(source.id, source.id)


def unique_surnames(parts: NameParts, entities: Sequence[Entity]) -> dict[str, str]:
    """Return the entity of each last name that one entity alone has."""
    found: dict[str, set[str]] = {}
    for entity in entities:
        for token in name_tokens(parts, entity.name)[-1:]:
            found.setdefault(token, set()).add(entity.id)
    return {token: min(ids) for token, ids in found.items() if len(ids) == 1}


def _speaker(
    parts: NameParts,
    quotation: Quotation,
    owner: Mapping[str, str],
    bearers: Mapping[str, str],
    names: dict[str, str],
) -> ReadingSource:
    """Return the speaker by entity or last name; a pronoun or a description names nobody."""
    known = entity_of(quotation.speaker, owner)
    name = (names.get(known) if known else None) or quotation.speaker.name or ""
    if not names_somebody(parts, name):
        return UNKNOWN
    if known:
        return ReadingSource(0, known)
    last = name_tokens(parts, name)[-1]
    key = bearers.get(last) or new_id("o", last)
    names.setdefault(key, name)
    return ReadingSource(0, key)


def _prints(parts: NameParts, quotation: Quotation, name: str) -> bool:
    """Tell whether the words that say who speaks have a word of the name, or its first letters."""
    speaker = quotation.speaker
    words = speaker.place.text if speaker.place else speaker.name or ""
    initials = "".join(token[0] for token in name_tokens(parts, name))
    return names_somebody(parts, words) and (
        prints(parts, words, name) or initials in name_tokens(parts, words)
    )
