"""A folder of accounts that changes between runs, and the ledgers made of it, for tests of re-runs."""

from __future__ import annotations

from pathlib import Path

from variorum.engines.local import LocalEngine
from variorum.journey import collate, compare_again, forget
from variorum.ledgers.memory import MemoryLedger
from variorum.report.exporting import export
from variorum.seams import Ledger
from variorum.settings import Settings

WIRE = """Ferry sinks off Port Selm

PORT SELM, March 3 (ANP) - At least 12 people died when the ferry Marta sank off Port Selm on
Tuesday, the coast guard said. "We are still looking for survivors," coast guard chief Ana Brill said.

The ferry carried 140 passengers and had left Orlo at noon, the harbour office said.
"""
LOCAL = """Ferry Marta goes down near Port Selm

PORT SELM, March 3 - The ferry Marta sank off Port Selm on Tuesday. The coast guard said 19 people
died. "We are still looking for survivors," said Ana Brill, chief of the coast guard.

The harbour office said that 150 passengers were on board the ferry, which had left Orlo at noon.
"""
LATER = """Divers reach the Marta

PORT SELM, March 4 - Divers reached the ferry Marta off Port Selm on Wednesday. The coast guard said
that 21 people had died in the sinking on Tuesday. "We will go on looking," Ana Brill said.
"""


def written(folder: Path, **texts: str) -> Path:
    """Write accounts as NAME.txt into a folder."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def told(folder: Path, *paths: Path) -> list[Path]:
    """Return the paths of a run: those given, or else the folder."""
    return list(paths) or [folder]


def run(ledger: Ledger, *paths: Path) -> Ledger:
    """Collate paths into a ledger."""
    with LocalEngine(1) as engine:
        collate(list(paths), ledger, engine, settings=Settings(workers=1))
    return ledger


def forgotten(ledger: Ledger) -> list[str]:
    """Drop what is gone from a ledger; return its names."""
    with LocalEngine(1) as engine:
        return forget(ledger, engine, settings=Settings(workers=1))


def compared_again(ledger: Ledger) -> None:
    """Compare the accounts of a ledger by what was decided on events."""
    with LocalEngine(1) as engine:
        compare_again(ledger, engine, settings=Settings(workers=1))


def exported(ledger: Ledger, folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file of a ledger's JSON Lines and workbook."""
    for form in ("jsonl", "markdown", "tei"):
        export(ledger, folder / form, form)
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*.*"))}


def fresh(tmp: Path, *paths: Path) -> dict[str, bytes]:
    """Return the export of a new ledger of some paths."""
    return exported(run(MemoryLedger(), *paths), tmp)
