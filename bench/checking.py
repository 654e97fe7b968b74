"""What does a second check of four quotations cost, against a record's file and against a ledger that holds it?

Enters: paths of records, or none for a short and a long invented transcript. Leaves: CPU seconds of
commands, each in a process of its own as a person starts them, and exit code 1 where a check against a
ledger costs more than the bound.

Of the quotations, by the first speaker of the record, one is word for word, one lacks a word, one lacks
its end and one is nowhere in it. A run before warms the caches of files and of byte code.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import synthetic

BOUND = 2.0
"""CPU seconds of a check against a ledger."""
ACCOUNTS = {"short": 1, "long": 25}
"""Invented accounts whose sentences the transcripts are made of: some 500 and 10,800 words."""
SPEAKERS = ("Ada Lindqvist", "Bram Okafor")
NOWHERE = "Nobody has ever asked me about lanterns on the afternoon of a working day."
PROGRAM = str(Path(sys.executable).with_name("variorum"))


def main() -> int:
    """Measure and print; hold the checks against ledgers against the bound."""
    given = [Path(name) for name in sys.argv[1:]]
    with TemporaryDirectory() as name:
        folder = Path(name)
        records = given or [_transcript(folder, size) for size in ACCOUNTS]
        found = [_measured(folder, record) for record in records]
    return 0 if max(found) <= BOUND else 1


def _measured(folder: Path, record: Path) -> float:
    """Print what checks against a record cost, and return the cost of one against its ledger."""
    quotes, ledger = folder / "quotes.txt", folder / f"{record.stem}.variorum"
    quotes.write_text(_quotations(record), encoding="utf-8")
    _seconds(folder, "collate", record, "-o", ledger, "--workers", "1")
    by_file, by_ledger = (_second(folder, quotes, against) for against in (record, ledger))
    words = len(record.read_text(encoding="utf-8").split())
    print(f"{words} words: by file {by_file:.2f} s   by ledger {by_ledger:.2f} s (at most {BOUND})")
    return by_ledger


def _second(folder: Path, quotes: Path, against: Path) -> float:
    _seconds(folder, "check", quotes, "--against", against)
    return _seconds(folder, "check", quotes, "--against", against)


def _quotations(record: Path) -> str:
    """Return a list of four quotations of the first speaker who says a longer sentence."""
    for line in record.read_text(encoding="utf-8").splitlines():
        speaker, colon, said = line.partition(": ")
        words = said.split(". ")[0].split()
        if colon and len(words) >= 8:
            four = (words, [*words[:3], *words[4:]], words[: len(words) // 2], NOWHERE.split())
            return "".join(f"{speaker}: “{' '.join(one).rstrip('.')}.”\n" for one in four)
    raise SystemExit(f"{record} has no turn with a longer sentence.")


def _transcript(folder: Path, size: str) -> Path:
    """Write a transcript of which each turn is a paragraph of an invented account."""
    told = folder / f"told-{size}"
    told.mkdir()
    synthetic.write(told, ACCOUNTS[size])
    paragraphs = [
        paragraph
        for path in sorted(told.iterdir())
        for paragraph in path.read_text(encoding="utf-8").split("\n\n")
        if paragraph.strip().endswith(".")
    ]
    turns = [f"{SPEAKERS[at % 2]}: {' '.join(one.split())}" for at, one in enumerate(paragraphs)]
    record = folder / f"{size}.txt"
    record.write_text("\n\n".join(["Press briefing", *turns]) + "\n", encoding="utf-8")
    return record


def _seconds(folder: Path, *given: object) -> float:
    """Return the CPU seconds that a command takes, those of its workers included."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "byte-code")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed Variorum is compiled
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [PROGRAM, *map(str, given)]
    subprocess.run(command, check=True, capture_output=True, env=environment)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
