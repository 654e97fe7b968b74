"""Stories collated: a story's gold beside what the journey makes of the same accounts.

Enters: a story's name. Leaves: `Collated`, and `Tally`, the count that every measure of it gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import PurePath
from typing import Any, TypeVar

from msgspec import Struct

import variorum
from quality import golden
from variorum import stories
from variorum.folding import fold
from variorum.records import (
    Account,
    Alignment,
    Borrowing,
    Check,
    Entity,
    Event,
    Figure,
    Finding,
    Moment,
    Problem,
    Quotation,
    Record,
    Span,
    Verdict,
)
from variorum.seams import Ledger
from variorum.settings import Settings

R = TypeVar("R", bound=Record)


class Tally(Struct, frozen=True):
    """How often one thing came out as the gold says: `hits` of `of`, and every miss in words."""

    key: str
    hits: int
    of: int
    misses: tuple[str, ...] = ()


class Found(Struct, frozen=True):
    """What a ledger holds, by id, each kind in the order of its ids; quotations by account too."""

    accounts: dict[str, Account]
    quotations: dict[str, Quotation]
    figures: dict[str, Figure]
    moments: dict[str, Moment]
    entities: dict[str, Entity]
    events: dict[str, Event]
    alignments: dict[str, Alignment]
    verdicts: dict[str, Verdict]
    checks: dict[str, Check]
    borrowings: dict[str, Borrowing]
    problems: tuple[Problem, ...]
    quoted: dict[str, tuple[Quotation, ...]]

    def speaker(self, entity: str | None) -> str | None:
        """Return the name of an entity, what it is called by where it is none, ``None`` for nobody."""
        known = self.entities.get(entity or "")
        return known.name if known else entity


class Collated(Struct, frozen=True):
    """A story's gold, its accounts by the gold's keys, and all that the journey found."""

    story: str
    gold: golden.Gold
    accounts: dict[str, Account]
    found: Found
    findings: tuple[Finding, ...]

    def place(self, key: str, words: str) -> Span | None:
        """Return where the gold's words stand in the account as it was read, or ``None``."""
        account = self.accounts.get(key)
        at = golden.find(account.text, words) if account else None
        return account.span(*at) if account and at else None

    def at(self, place: golden.Place) -> Span | None:
        """Return the gold's place in the account as it was read, or ``None``."""
        return self.place(*place)


@cache
def collated(story: str) -> Collated:
    """Collate a story in this process, in memory."""
    gold = golden.load(story)
    ledger = variorum.collate(stories.folder(story), settings=Settings(workers=1))
    found = _found(ledger)
    accounts = {
        key: account
        for key, telling in gold.accounts.items()
        for account in found.accounts.values()
        if _source(account) in (telling.file, f"{telling.file}#{telling.record}")
    }
    return Collated(story, gold, accounts, found, tuple(variorum.findings(ledger)))


def _found(ledger: Ledger) -> Found:
    quotations = _by_id(ledger, Quotation)
    quoted: dict[str, list[Quotation]] = {}
    for one in quotations.values():
        quoted.setdefault(one.place.account, []).append(one)
    return Found(
        accounts=_by_id(ledger, Account),
        quotations=quotations,
        figures=_by_id(ledger, Figure),
        moments=_by_id(ledger, Moment),
        entities=_by_id(ledger, Entity),
        events=_by_id(ledger, Event),
        alignments=_by_id(ledger, Alignment),
        verdicts=_by_id(ledger, Verdict),
        checks=_by_id(ledger, Check),
        borrowings=_by_id(ledger, Borrowing),
        problems=tuple(ledger.read(Problem)),
        quoted={account: tuple(found) for account, found in quoted.items()},
    )


def _by_id(ledger: Ledger, kind: type[R]) -> dict[str, R]:
    records: Iterator[Any] = ledger.read(kind)
    return {record.id: record for record in records}


def _source(account: Account) -> str:
    return PurePath(account.source).name


def tally(key: str, marks: Iterable[tuple[str, bool]]) -> Tally:
    """Count (what, did it come out) pairs."""
    kept = list(marks)
    misses = tuple(what for what, good in kept if not good)
    return Tally(key, len(kept) - len(misses), len(kept), misses)


def overlaps(place: Span | None, other: Span | None) -> bool:
    """Say whether two places share a character."""
    if place is None or other is None or place.account != other.account:
        return False
    return place.start < other.end and other.start < place.end


def covered(place: Span, others: Iterable[Span]) -> float:
    """Return the part of `place`, 0 to 1, that the longest-reaching of `others` covers."""
    shares = (min(place.end, o.end) - max(place.start, o.start) for o in others)
    length = max(1, place.end - place.start)
    return max((share / length for share in shares), default=0.0)


def same_name(wanted: str, *given: str | None) -> bool:
    """Say whether one of the names given has only words of the wanted one, or all of them."""
    asked = frozenset(_name_words(wanted))
    for name in given:
        words = frozenset(_name_words(name or ""))
        if words and (words <= asked or asked <= words):
            return True
    return False


def _name_words(name: str) -> Iterator[str]:
    for word in fold(name).lower().replace("'s", "").split():
        plain = word.strip(".,'\"")
        if plain not in {"the", "a", "an", "of", "to", "its", ""}:
            yield plain
