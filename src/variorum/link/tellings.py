"""Tellings: what of an account says which event it tells of.

Enters: the dossiers of a story. Leaves: a `Telling` an account: its terms, its days, and the
persons and places that its lead names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from variorum.folding import fold
from variorum.link.terms import LEAD, Terms, stem, terms
from variorum.link.timeline import Dates, date_open
from variorum.records import Account, Dossier, Moment, Published

FEW = 60
"""Up to so many accounts, every pair is compared, and open dates are sought in the others."""
DAYS_WITHIN = 2 * LEAD
"""Words from the start of the account in which a date is the event's own."""
DATELINE = 12
"""Words from the start of the text within which a date is a dateline's."""
UPDATED = 7
"""Days before its publication that a report still calls its own ("on Monday")."""
PERSON = frozenset({"PERSON"})
PLACE = frozenset({"GPE", "LOC"})
BODY = frozenset({"ORG", "NORP", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART"})
BODIES = frozenset({"dateline", "body", "turn"})
_WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?")


class Telling(Struct, frozen=True):
    """An account as events see it; `published` and `days` count days from the year 1.

    `days` are dates that the lead gives, `own` those of them that are surely the account's own
    time, `told` all days that the account gives; `persons` and `places` are stems of the lead's
    names.
    """

    account: str
    terms: Terms
    published: tuple[int, int] | None = None
    days: frozenset[int] = frozenset()
    own: frozenset[int] = frozenset()
    told: frozenset[int] = frozenset()
    persons: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


def tellings(dossiers: Sequence[Dossier]) -> list[Telling]:
    """Return the telling of each dossier, in order.

    A word is a person's or a place's name where the pipeline, over all accounts, calls it that
    more often than anything else: a vote, since one account's reading is not steady.
    """
    counted = terms([dossier.account for dossier in dossiers])
    votes = _votes(dossiers)
    persons = frozenset(w for w, v in votes.items() if v["person"] > v["place"] + v["body"])
    places = frozenset(w for w, v in votes.items() if v["place"] >= v["person"] + v["body"])
    dates = _dates(dossiers)
    published = _published(dossiers, dates)
    moments = _moments(dossiers, dates)
    return [
        Telling(
            account=dossier.account.id,
            terms=found,
            published=published[dossier.account.id],
            **_days(dossier.account, moments[dossier.account.id], published[dossier.account.id]),
            persons=persons.intersection(found.proper_lead),
            places=places.intersection(found.proper_lead),
        )
        for dossier, found in zip(dossiers, counted, strict=True)
    ]


def _votes(dossiers: Sequence[Dossier]) -> dict[str, Counter[str]]:
    votes: dict[str, Counter[str]] = {}
    for dossier in dossiers:
        for words, kind in _named(dossier):
            for word in words[-1:] if kind == "person" else words:
                votes.setdefault(word, Counter())[kind] += 1
    return votes


def _named(dossier: Dossier) -> Iterator[tuple[list[str], str]]:
    tokens = dossier.annotation.tokens
    for span in dossier.annotation.named:
        text = dossier.account.text[tokens[span.first].start : tokens[span.last - 1].end]
        words = [stem(word.casefold()) for word in _WORD.findall(fold(text))]
        for kind, labels in (("person", PERSON), ("place", PLACE), ("body", BODY)):
            if span.label in labels:
                yield [word for word in words if len(word) > 1], kind


# --- days ----------------------------------------------------------------------------------------


def _dates(dossiers: Sequence[Dossier]) -> Dates:
    """Return moments and publications; a small story's other accounts may date open ones."""
    whole = [tuple(dossier.account.id for dossier in dossiers)]
    return date_open(dossiers, whole if len(dossiers) <= FEW else ())


def _published(dossiers: Sequence[Dossier], dates: Dates) -> dict[str, tuple[int, int] | None]:
    return {
        dossier.account.id: _bounds(dossier.account.published)
        or _bounds(dates.published.get(dossier.account.id, Published()))
        for dossier in dossiers
    }


def _bounds(published: Published) -> tuple[int, int] | None:
    if published.earliest is None or published.latest is None:
        return None
    return _ordinal(published.earliest), _ordinal(published.latest)


def _ordinal(iso: str) -> int:
    return date.fromisoformat(iso[:10]).toordinal()


def _moments(dossiers: Sequence[Dossier], dates: Dates) -> dict[str, list[Moment]]:
    """Return the moments of each account that are one day."""
    found: dict[str, list[Moment]] = {dossier.account.id: [] for dossier in dossiers}
    for moment in dates.moments:
        if _is_one_day(moment):
            found[moment.place.account].append(moment)
    return found


def _days(
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
