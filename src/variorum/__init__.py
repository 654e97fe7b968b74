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
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from variorum import errors, records
from variorum.settings import Settings

if TYPE_CHECKING:
    from variorum.opened import OpenLedger
    from variorum.records import Finding
    from variorum.seams import Ledger
    from variorum.trace.drafts import AssessedDraft

__all__ = ["Settings", "check", "collate", "errors", "findings", "open_ledger", "records"]


def collate(
    paths: str | Path | Sequence[str | Path],
    ledger: str | Path | None = None,
    *,
    settings: Settings | None = None,
) -> OpenLedger:
    """Read the accounts at `paths`, compare them, and return the ledger.

    `ledger` is the file, or the ``postgresql://`` address, to keep it in; without one it is kept
    in memory only. A run that was stopped goes on where it stopped if the same ledger is named.
    UsageError if no account could be read, LedgerError if the ledger cannot be used.
    """
    from variorum.consulting import RunDisplay
    from variorum.engines.local import LocalEngine
    from variorum.journey import collate as journey
    from variorum.ledgers.memory import MemoryLedger
    from variorum.ledgers.opening import abandoned_if_empty
    from variorum.opened import OpenLedger

    given = [Path(path) for path in ([paths] if isinstance(paths, str | Path) else paths)]
    chosen = settings or Settings()
    kept = OpenLedger(MemoryLedger()) if ledger is None else open_ledger(ledger)
    working = LocalEngine(chosen.worker_count(), accounts=given)
    with abandoned_if_empty(kept), working as engine:
        journey(given, kept, engine, settings=chosen, screen=RunDisplay(tell=_tell))
    return kept


def check(
    draft: str | Path,
    sources: str | Path | Sequence[str | Path],
    *,
    settings: Settings | None = None,
) -> AssessedDraft:
    """Hold a draft against the accounts that it rests on; nothing is kept.

    `sources` are files and folders of accounts. Of the draft every quotation, figure, name and date has an
    assessment, and every sentence. UsageError where either side cannot be read.
    """
    from variorum.against.drafts import assessed_drafts
    from variorum.against.gathering import gathered_sources
    from variorum.engines.local import LocalEngine
    from variorum.stages.opening import require_models

    given = [Path(one) for one in ([sources] if isinstance(sources, str | Path) else sources)]
    chosen = settings or Settings()
    require_models(chosen)
    with LocalEngine(chosen.worker_count(), accounts=given) as engine:
        found = gathered_sources(given, {}, engine, chosen)
        (assessed,) = assessed_drafts(
            [Path(draft)], found, engine, settings=chosen, progress=_silent
        )
    return assessed


def _silent(*_: object) -> None:
    """Say nothing of progress."""


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def open_ledger(location: str | Path, *, writable: bool = True) -> OpenLedger:
    """Open a ledger: a file, or ``postgresql://USER@HOST/DATABASE``; made if it is not there.

    With `writable=False` it must be there, and is only read. LedgerError if it cannot be opened or
    is something else.
    """
    from variorum.ledgers.opening import open_ledger as opened
    from variorum.opened import OpenLedger

    return OpenLedger(opened(location, writable=writable))


def findings(ledger: Ledger) -> list[Finding]:
    """Return a ledger's findings, most telling first, without those that people rejected."""
    from variorum.report import findings as found

    return found(ledger)
