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

from variorum.link.terms import LEAD, Terms, stem, terms
from variorum.link.timeline import anchor_moments, inferred_publication
from variorum.records import Account, Dossier, Moment, Published
from variorum.segment import fold

FEW = 60
"""Up to so many accounts, every pair is compared, and open dates are sought in the others."""
DAYS_WITHIN = 2 * LEAD
"""Words from the start of the account in which a date is the event's own."""
PERSON = frozenset({"PERSON"})
PLACE = frozenset({"GPE", "LOC"})
BODY = frozenset({"ORG", "NORP", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART"})
_WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?")


class Telling(Struct, frozen=True):
    """An account as events see it; `published` and `days` count days from the year 1.

    `days` are dates that the lead gives; `persons` and `places` are stems of the lead's names.
    """

    account: str
    terms: Terms
    published: tuple[int, int] | None = None
    days: frozenset[int] = frozenset()
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
    published = _published(dossiers)
    days = _days(dossiers)
    return [
        Telling(
            account=dossier.account.id,
            terms=found,
            published=published[dossier.account.id],
            days=days[dossier.account.id],
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


def _published(dossiers: Sequence[Dossier]) -> dict[str, tuple[int, int] | None]:
    """Return the days of publication; a small story's other accounts may bound an open one."""
    inferred: dict[str, Published] = {}
    if len(dossiers) <= FEW:
        inferred = inferred_publication(dossiers, tuple(d.account.id for d in dossiers))
    return {
        dossier.account.id: _bounds(dossier.account.published)
        or _bounds(inferred.get(dossier.account.id, Published()))
        for dossier in dossiers
    }


def _bounds(published: Published) -> tuple[int, int] | None:
    if published.earliest is None or published.latest is None:
        return None
    return _ordinal(published.earliest), _ordinal(published.latest)


def _ordinal(iso: str) -> int:
    return date.fromisoformat(iso[:10]).toordinal()


def _days(dossiers: Sequence[Dossier]) -> dict[str, frozenset[int]]:
    moments: Sequence[Moment] = [m for d in dossiers for m in d.statements.moments]
    if len(dossiers) <= FEW:
        moments = anchor_moments(dossiers, [tuple(d.account.id for d in dossiers)])
    ends = {dossier.account.id: _lead_end(dossier.account) for dossier in dossiers}
    days: dict[str, set[int]] = {account: set() for account in ends}
    for moment in moments:
        account = moment.place.account
        if account in ends and moment.place.start < ends[account] and _is_one_day(moment):
            days[account].add(_ordinal(moment.earliest or ""))
    return {account: frozenset(found) for account, found in days.items()}


def _is_one_day(moment: Moment) -> bool:
    first, last = (moment.earliest or "")[:10], (moment.latest or "")[:10]
    return len(first) == 10 and first == last and moment.kind != "duration"


def _lead_end(account: Account) -> int:
    """Return where the first `DAYS_WITHIN` words after the titles end."""
    titles = [region.end for region in account.regions if region.kind == "title"]
    start = titles[0] if titles else 0
    end = start
    for count, word in enumerate(_WORD.finditer(account.text, start)):
        if count >= DAYS_WITHIN:
            break
        end = word.end()
    return end
