"""Variorum: many accounts of the same events, one evidence ledger.

Enters: paths of accounts. Leaves: a ledger, from which everything else is read:

    import variorum
    from variorum.records import Quotation

    ledger = variorum.collate("flood/")          # a notebook shows its first findings
    for finding in variorum.findings(ledger):
        print(finding.text)
    quotations = list(ledger.read(Quotation))    # records
    table = ledger.quotations                    # the same as an Arrow table
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from variorum import errors, records
from variorum.settings import Settings

if TYPE_CHECKING:
    from variorum.opened import OpenLedger
    from variorum.records import Finding
    from variorum.seams import Ledger
    from variorum.trace.drafts import AssessedDraft
    from variorum.watching import Announcement

__all__ = ["Settings", "check", "collate", "errors", "findings", "open_ledger", "records", "watch"]


def collate(
    paths: str | Path | Sequence[str | Path],
    ledger: str | Path | None = None,
    *,
    settings: Settings | None = None,
    allow_network: bool = False,
) -> OpenLedger:
    """Read the accounts at `paths`, compare them, and return the ledger.

    With `allow_network`, `paths` may also be addresses of pages, as text. What their servers send is kept beside
    the ledger, so it must have a place.

    `ledger` is the file, or the ``postgresql://`` address, to keep it in; without one it is kept
    in memory only. A run that was stopped goes on where it stopped if the same ledger is named.
    UsageError if no account could be read, LedgerError if the ledger cannot be used.
    """
    from variorum.consulting import RunDisplay
    from variorum.engines.opening import engine_of
    from variorum.journey import collate as journey
    from variorum.ledgers.memory import MemoryLedger
    from variorum.ledgers.opening import abandoned_if_empty
    from variorum.ledgers.opening import open_ledger as at
    from variorum.opened import OpenLedger
    from variorum.read.web.addresses import parted
    from variorum.read.web.retrieval import require_allowed, retrieve

    chosen = settings or Settings()
    given, addresses = parted(_several(paths))
    require_allowed(addresses, allowed=allow_network)
    kept = OpenLedger(MemoryLedger() if ledger is None else at(ledger, writable=True))
    with abandoned_if_empty(kept), engine_of(chosen, given) as engine:
        sources = retrieve(addresses, _responses_of(ledger), chosen) if addresses else []
        journey([*given, *sources], kept, engine, settings=chosen, screen=RunDisplay(tell=_tell))
    return kept


def _responses_of(ledger: str | Path | None) -> Path:
    """Return where the responses of a ledger's addresses are kept."""
    from variorum.ledgers.opening import beside
    from variorum.read.web.retrieval import EVIDENCE_ENDING

    if ledger is None:
        raise errors.UsageError("Name a ledger: what addresses give is kept in a file beside it.")
    return beside(ledger, EVIDENCE_ENDING)


def watch(
    paths: str | Path | Sequence[str | Path],
    ledger: str | Path,
    *,
    every: float = 60.0,
    once: bool = False,
    settings: Settings | None = None,
) -> Iterator[Announcement]:
    """Add accounts to `ledger` as they come to `paths`; yield what that changes, as it happens.

    It looks `every` so many seconds and goes on until you stop asking, or looks `once`. Announcements
    count as told when you ask for more: those of the last round may come again, with the same ids, after
    a start that follows an end in their midst. UsageError and LedgerError as for `collate`.
    """
    from variorum.consulting import RunDisplay
    from variorum.engines.opening import engine_of
    from variorum.events import Run
    from variorum.ledgers.opening import open_ledger as at
    from variorum.watching import Pace, rounds

    given = [Path(path) for path in _several(paths)]
    chosen = settings or Settings()
    with at(ledger, writable=True) as kept, engine_of(chosen, given) as engine:
        run = Run(kept, engine, chosen, RunDisplay(tell=_tell))
        for batch in rounds(given, run, Pace(every=every, once=once)):
            yield from batch.told


def check(
    draft: str | Path,
    sources: str | Path | Sequence[str | Path],
    *,
    settings: Settings | None = None,
) -> AssessedDraft:
    """Check a draft against the accounts it rests on; nothing is kept.

    `sources` are files and folders of accounts; `OpenLedger.check` takes those of a ledger. Every quotation,
    figure, name and date of the draft gets an assessment, and so does every sentence. UsageError where either
    side cannot be read.
    """
    from variorum.against.drafts import assessed_draft

    given = [Path(one) for one in _several(sources)]
    return assessed_draft(Path(draft), given, {}, settings or Settings())


def _several(named: str | Path | Sequence[str | Path]) -> Sequence[str | Path]:
    return [named] if isinstance(named, str | Path) else named


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def open_ledger(location: str | Path, *, writable: bool = True) -> OpenLedger:
    """Open a ledger that is there: a file, or ``postgresql://USER@HOST/DATABASE``.

    `collate` makes new ledgers. With `writable=False` nothing can be added. LedgerError if there is no
    ledger, or it cannot be opened; nothing is created.
    """
    from variorum.ledgers.opening import existing_ledger
    from variorum.opened import OpenLedger

    return OpenLedger(existing_ledger(location, writable=writable))


def findings(ledger: Ledger) -> list[Finding]:
    """Return a ledger's findings, most telling first, without those that people rejected."""
    from variorum.report import findings as found

    return found(ledger)
