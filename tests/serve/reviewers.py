"""People at work on one ledger, each in a process of their own: they decide, or they only look."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from time import monotonic, sleep

from variorum.ledgers.opening import open_ledger
from variorum.ledgers.record_kinds import RECORD_KINDS, kind_name, written
from variorum.records import Decision, Record
from variorum.seams import Ledger

SITTING = 40
"""Decisions after which a person closes the ledger and opens it anew."""


def decision(who: str, number: int) -> Decision:
    return Decision(
        id=f"d-{who}-{number:06}",
        target=f"v-{number % 20}",
        view=("confirm", "reject", "unsure")[number % 3],
        who=who,
        when="2031-05-01T10:00:00Z",
        note="seen by \u0000 “both” eyes",
    )


def decide(location: str, who: str, seconds: float) -> int:
    """Decide for so many seconds, every tenth time twice; return how many decisions were made."""
    until = monotonic() + seconds
    made = 0
    while monotonic() < until:
        with open_ledger(location, writable=True) as ledger:
            for number in range(made, made + SITTING):
                assert ledger.add([decision(who, number)]) == 1
                assert number % 10 or ledger.add([decision(who, number)]) == 0
                sleep(0.002)
        made += SITTING
    return made


def look(location: str, seconds: float) -> list[tuple[int, int, str]]:
    """Look at the whole ledger whenever it changed; return what was seen each time.

    That is the revision, the number of decisions and the digest of the machine's records.
    """
    until = monotonic() + seconds
    seen: list[tuple[int, int, str]] = []
    with open_ledger(location, writable=True) as ledger:
        while monotonic() < until:
            if not seen or ledger.revision() != seen[-1][0]:
                with ledger.snapshot() as frozen:
                    decisions = sum(1 for _ in frozen.read(Decision))
                    seen.append((frozen.revision(), decisions, digest(frozen)))
            sleep(0.02)
    return seen


def digest(ledger: Ledger) -> str:
    """Return a digest of all that the machine found."""
    lines = (f"{kind_name(type(record))} {written(record)}\n" for record in found(ledger))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def found(ledger: Ledger) -> Iterator[Record]:
    for kind in RECORD_KINDS.values():
        if kind is not Decision:
            yield from ledger.read(kind)
