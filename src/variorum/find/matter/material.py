"""Material: a ledger's records with the ways from one to another, read once.

Enters: a `Ledger`. Leaves: `Material`, from which every report is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath
from typing import Protocol, TypeVar, cast

from msgspec import Struct

from variorum.languages.language import Language
from variorum.languages.name_parts import NameParts
from variorum.languages.registry import language_of, name_parts
from variorum.read.naming import account_labels
from variorum.records import (
    Account,
    Alignment,
    Assertion,
    Borrowing,
    Check,
    Entity,
    Event,
    Figure,
    Moment,
    Problem,
    Quotation,
    Record,
    Span,
    Verdict,
)
from variorum.review import Anchors, anchors, evidence
from variorum.review import said as said_of
from variorum.seams import Ledger

R = TypeVar("R", bound=Record)


class _Read(Protocol):
    def __call__(self, kind: type[R], /) -> Iterable[R]: ...


class Material(Struct, frozen=True):
    """All records of a ledger by id, each kind in the order of the places that its records rest on.

    Ids differ after every blank more in an account; that order does not.
    `labels` are short names of accounts for people, unique in the ledger; `parts` are the words
    within names of all their languages. `quoted` holds
    quotations by account, `verdicts_of` verdicts by alignment, `alignments_of` alignments by event. `anchors` find words that
    decisions rest on where an account was edited since.
    """

    accounts: dict[str, Account]
    labels: dict[str, str]
    parts: NameParts
    quotations: dict[str, Quotation]
    figures: dict[str, Figure]
    moments: dict[str, Moment]
    assertions: dict[str, Assertion]
    entities: dict[str, Entity]
    events: dict[str, Event]
    alignments: dict[str, Alignment]
    verdicts: dict[str, Verdict]
    checks: dict[str, Check]
    borrowings: dict[str, Borrowing]
    problems: tuple[Problem, ...]
    quoted: dict[str, tuple[Quotation, ...]]
    verdicts_of: dict[str, tuple[Verdict, ...]]
    alignments_of: dict[str, tuple[Alignment, ...]]
    anchors: Anchors

    def language(self, account: str) -> Language:
        """Return the language that an account is read in."""
        return language_of(self.accounts[account].language)

    def label(self, account: str) -> str:
        """Return the short name of an account (or of a source that is not in hand)."""
        return self.labels.get(account, account)

    def speaker(self, entity: str | None) -> str | None:
        """Return the name of an entity, ``None`` for the narrator."""
        found = self.entities.get(entity or "")
        return found.name if found else entity

    def whose(self, quotation: Quotation | None) -> str | None:
        """Return who speaks as readers see it: a name, or the account's “he” as unresolved.

        ``None`` where the account has no word for the speaker.
        """
        if quotation is None:
            return None
        said = quotation.speaker
        printed = f"“{said.place.text}”, unresolved" if said.place else None
        return self.speaker(said.entity) or said.name or printed

    def is_count(self, alignment: Alignment) -> bool:
        """Tell whether an alignment holds figures only: a count, not a place of the text."""
        statements = [found for reading in alignment.readings for found in reading.statements]
        return bool(statements) and all(found in self.figures for found in statements)

    def quotations_at(self, place: Span) -> list[Quotation]:
        """Return the quotations whose words overlap a place."""
        return [
            quotation
            for quotation in self.quoted.get(place.account, ())
            if any(map(place.overlaps, quotation.contents))
        ]


def material(ledger: Ledger) -> Material:
    """Read all of a ledger."""
    return _material(ledger.read, lambda accounts: anchors(ledger, accounts))


def material_of(records: Iterable[Record]) -> Material:
    """Gather records that no ledger keeps; of two with one id the first counts, as in a ledger."""
    kept: dict[type[Record], dict[str, Record]] = {}
    for record in records:
        kept.setdefault(type(record), {}).setdefault(_id(record), record)

    def read(kind: type[R], /) -> Iterable[R]:
        found = kept.get(kind, {})
        return [cast("R", found[key]) for key in sorted(found)]

    return _material(read, Anchors)


def _material(read: _Read, anchored: Callable[[Mapping[str, Account]], Anchors]) -> Material:
    accounts = _by_id(read, Account)
    quotations = _by_id(read, Quotation)
    verdicts = _by_id(read, Verdict)
    alignments = _by_id(read, Alignment)
    return Material(
        accounts=accounts,
        labels=account_labels(accounts.values()),
        parts=name_parts(account.language for account in accounts.values()),
        quotations=quotations,
        figures=_by_id(read, Figure),
        moments=_by_id(read, Moment),
        assertions=_by_id(read, Assertion),
        entities=_by_id(read, Entity),
        events=_by_id(read, Event),
        alignments=alignments,
        verdicts=verdicts,
        checks=_by_id(read, Check),
        borrowings=_by_id(read, Borrowing),
        problems=tuple(sorted(read(Problem), key=lambda p: (p.where, p.step, p.reason))),
        quoted=_grouped(quotations.values(), lambda quotation: quotation.place.account),
        verdicts_of=_grouped(verdicts.values(), lambda verdict: verdict.alignment),
        alignments_of=_grouped(alignments.values(), lambda alignment: alignment.event),
        anchors=anchored(accounts),
    )


def _by_id(read: _Read, kind: type[R]) -> dict[str, R]:
    found = {_id(record): record for record in read(kind)}
    return {key: found[key] for key in sorted(found, key=lambda key: _stands(found[key]))}


def _id(record: Record) -> str:
    return str(getattr(record, "id"))  # noqa: B009  the root class has no id


def _stands(record: Record) -> tuple[list[tuple[str, int, int]], str, str]:
    """Return what puts records in order: their places, the rule that found them, their kind."""
    places = [(place.account, place.start, place.end) for place in evidence(record)]
    return places, str(getattr(record, "rule", "")), said_of(record)


def _grouped(records: Iterable[R], key: Callable[[R], str]) -> dict[str, tuple[R, ...]]:
    groups: dict[str, list[R]] = {}
    for record in records:
        groups.setdefault(key(record), []).append(record)
    return {name: tuple(group) for name, group in groups.items()}


def without_folders(source: str) -> str:
    """Return an address as it is, and a file without its folders.

    A page or a brief is mailed; the folders of the machine it was made on stay there.
    """
    return source if "://" in source else PurePath(source).name or source


def retrieved(account: Account) -> str:
    """Return ", retrieved 2031-05-05, 10:04 UTC", to stand after where an account is from; empty if that is not known."""
    if not account.captured:
        return ""
    day, _, time = account.captured.partition("T")
    return f", retrieved {day}, {time[:5]} UTC"
