"""Profiles: what of an account says which event it tells of.

Enters: the dossiers of a story. Leaves: an `AccountProfile` an account: its terms, its days, and the
persons and places that its lead names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from variorum.folding import fold
from variorum.languages.registry import language_of
from variorum.languages.stems import Stems
from variorum.link.events.quoted_runs import NO_RUNS, Runs, word_runs
from variorum.link.events.terms import LEAD_WORDS, Terms, stem, terms
from variorum.link.names.ages import ages
from variorum.link.names.name_parts import name_form
from variorum.records import Account, Dossier, Moment, Name, Published
from variorum.syntax import NamedKind

DAYS_WITHIN = 2 * LEAD_WORDS
"""Words from the start of the account in which a date is the event's own."""
CASE_WITHIN = 90
"""Tokens from the start of the account within which a charge or an arrest is what it tells of."""
DATELINE = 12
"""Words from the start of the text within which a date is a dateline's."""
UPDATED = 7
"""Days before its publication that a report still calls its own ("on Monday")."""
PERSON = frozenset[NamedKind]({"person"})
PLACE = frozenset[NamedKind]({"polity", "location"})
BODY_LABELS = frozenset[NamedKind](
    {"organisation", "group", "facility", "product", "event", "work"}
)
RARE_NAME = 9.0
"""Rarity of a first and last name, together, from which hardly two persons of a week bear them."""
BODIES = frozenset({"dateline", "body", "turn"})
_WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?")


Votes = tuple[int, int, int]
"""How often a pipeline calls a word a person's name, a place's, and a body's."""


class PrivatePerson(Struct, frozen=True):
    """Somebody private as an account prints the name, and the age that stands beside it, if any."""

    name: str
    age: int | None


class AccountProfile(Struct, frozen=True):
    """An account as events see it; `published` and `days` count days from the year 1.

    `days` are dates that the lead gives, `own` those of them that are surely the account's own
    time, `told` all days that the account gives; `named` are the votes on the stems of its names. `private`
    counts the mentions of persons whom the account names in full and gives no office or kin: those
    whose names are rare in the news at large, by first and last name. `persons_told` are those of them
    whom it names in its first half, or again; `alleges` says that somebody is charged, arrested or the like near its start.
    """

    account: str
    terms: Terms
    runs: Runs = NO_RUNS
    published: tuple[int, int] | None = None
    days: frozenset[int] = frozenset()
    own: frozenset[int] = frozenset()
    told: frozenset[int] = frozenset()
    named: dict[str, Votes] = {}
    private: dict[str, int] = {}
    persons_told: dict[str, PrivatePerson] = {}
    alleges: bool = False

    @property
    def persons(self) -> frozenset[str]:
        """Return the stems of the lead's words that the account's own votes call a person's."""
        return frozenset(word for word in self.in_lead() if is_person(self.named.get(word, NO)))

    @property
    def places(self) -> frozenset[str]:
        """Return the stems of the lead's words that the account's own votes call a place's."""
        return frozenset(word for word in self.in_lead() if is_place(self.named.get(word, NO)))

    def in_lead(self) -> set[str]:
        """Return the stems of the title and first words that may be names."""
        return self.terms.proper_lead.keys() | self.terms.opening_lead.keys()


NO: Votes = (0, 0, 0)


def is_person(votes: Votes) -> bool:
    """Tell whether a word is called a person's name more often than anything else."""
    return votes[0] > votes[1] + votes[2]


def is_place(votes: Votes) -> bool:
    """Tell whether a word is called a place's name as often as anything else, and at all."""
    return votes[1] > 0 and votes[1] >= votes[0] + votes[2]


def profiles(dossiers: Sequence[Dossier]) -> list[AccountProfile]:
    """Return the profile of each dossier, in order; each rests on its own account alone."""
    return [_profile(dossier) for dossier in dossiers]


def _profile(dossier: Dossier) -> AccountProfile:
    account = dossier.account
    published = _bounds(account.published)
    moments = [moment for moment in dossier.statements.moments if _is_one_day(moment)]
    return AccountProfile(
        account=account.id,
        terms=terms(account),
        runs=word_runs(account),
        published=published,
        named=_votes(dossier),
        private=_mentions(dossier),
        persons_told=_persons_told(dossier),
        alleges=_alleges(dossier),
        **_days_told(account, moments, published),
    )


def _votes(dossier: Dossier) -> dict[str, Votes]:
    votes: dict[str, Counter[str]] = {}
    for words, kind in _named_words(dossier):
        for word in words[-1:] if kind == "person" else words:
            votes.setdefault(word, Counter())[kind] += 1
    return {word: (v["person"], v["place"], v["body"]) for word, v in votes.items()}


def _named_words(dossier: Dossier) -> Iterator[tuple[list[str], str]]:
    stems = language_of(dossier.account.language).stems
    tokens = dossier.annotation.tokens
    for span in dossier.annotation.named:
        text = dossier.account.text[tokens[span.first].start : tokens[span.last - 1].end]
        words = [stem(stems, word.casefold()) for word in _WORD.findall(fold(text))]
        for kind, labels in (("person", PERSON), ("place", PLACE), ("body", BODY_LABELS)):
            if span.kind in labels:
                yield [word for word in words if len(word) > 1], kind


def _private(dossier: Dossier) -> Iterator[tuple[str, Name]]:
    """Yield the persons named in full with neither office nor kin, by first and last name."""
    language = language_of(dossier.account.language)
    stems = language.stems
    for name in dossier.statements.names:
        words = (
            name_form(language.name_parts, name.name, "person").words
            if name.kind == "person"
            else ()
        )
        if len(words) > 1 and not name.roles and _is_rare(stems, words[0], words[-1]):
            yield f"{words[0]} {words[-1]}", name


def _mentions(dossier: Dossier) -> dict[str, int]:
    found: Counter[str] = Counter()
    for name, one in _private(dossier):
        found[name] += len(one.mentions)
    return dict(found)


def _persons_told(dossier: Dossier) -> dict[str, PrivatePerson]:
    """Return the private persons whom an account names in its first half, or again."""
    known = ages([dossier])
    half = len(dossier.account.text) / 2
    return {
        name: PrivatePerson(found.name, known.get(found.id))
        for name, found in _private(dossier)
        if len(found.mentions) > 1 or found.mentions[0].start < half
    }


def _alleges(dossier: Dossier) -> bool:
    alleging = language_of(dossier.account.language).reporting.alleging
    opening = dossier.annotation.tokens[:CASE_WITHIN]
    return any(token.word_class == "verb" and token.lemma in alleging for token in opening)


def _is_rare(stems: Stems, first: str, last: str) -> bool:
    return stems.rarity(stem(stems, first)) + stems.rarity(stem(stems, last)) >= RARE_NAME


# --- days ----------------------------------------------------------------------------------------


def _bounds(published: Published) -> tuple[int, int] | None:
    if published.earliest is None or published.latest is None:
        return None
    return _ordinal(published.earliest), _ordinal(published.latest)


def _ordinal(iso: str) -> int:
    return date.fromisoformat(iso[:10]).toordinal()


def _days_told(
    account: Account, moments: list[Moment], published: tuple[int, int] | None
) -> dict[str, frozenset[int]]:
    lead, dateline = _lead_ends(account)
    given = [(moment.place.start, _ordinal(moment.earliest or "")) for moment in moments]
    days = frozenset(day for start, day in given if start < lead)
    if published is not None:
        own = frozenset(d for d in days if published[0] - UPDATED <= d <= published[1])
    else:
        own = frozenset(day for start, day in given if start < dateline)
    return {"days": days, "own": own, "told": frozenset(day for _, day in given)}


def _is_one_day(moment: Moment) -> bool:
    first, last = (moment.earliest or "")[:10], (moment.latest or "")[:10]
    return len(first) == 10 and first == last and moment.kind != "duration"


def _lead_ends(account: Account) -> tuple[int, int]:
    """Return where the first `DAYS_WITHIN` words of the text end, and its first `DATELINE`."""
    starts = [region.start for region in account.regions if region.kind in BODIES]
    end = dateline = starts[0] if starts else 0
    for count, word in enumerate(_WORD.finditer(account.text, end)):
        if count >= DAYS_WITHIN:
            break
        end = word.end()
        dateline = end if count < DATELINE else dateline
    return end, dateline
