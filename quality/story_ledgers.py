"""Stories collated: a story's gold beside what the journey makes of the same accounts.

Enters: a story's name. Leaves: `Collated`, and `Tally`, the count that every measure of it gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import PurePath

from msgspec import Struct
from tests.stories import gold as golden

from variorum import stories
from variorum.backends.engine_local import LocalEngine
from variorum.backends.ledger_memory import MemoryLedger
from variorum.folding import fold
from variorum.journey import collate
from variorum.records import Account, Finding, Span
from variorum.report.material import Material, material
from variorum.settings import Settings


class Tally(Struct, frozen=True):
    """How often one thing came out as the gold says: `hits` of `of`, and every miss in words."""

    key: str
    hits: int
    of: int
    misses: tuple[str, ...] = ()


class Collated(Struct, frozen=True):
    """A story's gold, its accounts by the gold's keys, and all that the journey found."""

    story: str
    gold: golden.Gold
    accounts: dict[str, Account]
    found: Material
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
    ledger, gold = MemoryLedger(), golden.load(story)
    with LocalEngine(1) as engine:
        collate([stories.folder(story)], ledger, engine, settings=Settings(workers=1))
    found = material(ledger)
    accounts = {
        key: account
        for key, telling in gold.accounts.items()
        for account in found.accounts.values()
        if _source(account) in (telling.file, f"{telling.file}#{telling.record}")
    }
    ordered = sorted(ledger.read(Finding), key=lambda finding: (-finding.weight, finding.id))
    return Collated(story, gold, accounts, found, tuple(ordered))


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
