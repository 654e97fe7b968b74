"""What a user sees of a fault's inputs: the rows of their export, or why nothing was read.

Enters: the id of a case under `shared/faults`. Leaves: `Seen`, and `Case`, which says what is right in it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec import Struct

import variorum
from quality.score import shared
from variorum.errors import UsageError
from variorum.settings import Settings

ALONE = Settings(workers=1)
Row = dict[str, Any]


class Seen(Struct, frozen=True):
    """What a user sees of a case: the rows of its export, and why nothing was read, if so."""

    rows: dict[str, list[Row]]
    refused: str = ""
    broken: tuple[str, ...] = ()

    def of(self, kind: str) -> list[Row]:
        """Return the rows of one file of the export."""
        return self.rows.get(kind, [])

    def told(self, source: str, *words: str) -> bool:
        """Whether a problem about a source holds all the words."""
        reasons = [p["reason"] for p in self.of("problems") if p["where"].endswith(source)]
        reasons += [line for line in self.refused.splitlines() if source in line]
        return any(all(word in reason for word in words) for reason in reasons)

    def body(self, source: str) -> str:
        """Return the words that an account tells: neither its titles nor its frame."""
        return "\n".join(
            account["text"][region["start"] : region["end"]]
            for account in self.of("accounts")
            if account["source"].partition("#")[0].endswith(source)
            for region in account["regions"]
            if region["kind"] in ("body", "turn")
        )

    def speaker(self, words: str) -> str | None:
        """Return who is said to have said the words."""
        for quotation in self.of("quotations"):
            if words in quotation["place"]["text"]:
                return quotation["speaker"]["name"] if quotation["speaker"] else None
        return None

    def quoted(self, words: str) -> list[Row]:
        """Return the quotations, turns aside, that hold the words."""
        return [
            one
            for one in self.of("quotations")
            if one["manner"] != "turn" and any(words in place["text"] for place in one["contents"])
        ]

    def days(self, text: str) -> set[str | None]:
        """Return the first days of all moments of these words."""
        found = [m["earliest"] for m in self.of("moments") if m["place"]["text"] == text]
        return {day[:10] if day else None for day in found}

    def checked(self, words: str) -> Row | None:
        """Return the check of a quotation that begins with the words."""
        found = (c for c in self.of("checks") if c["place"]["text"].startswith(words))
        return next(found, None)

    def turns(self) -> list[str]:
        """Return the speakers of all turns, in order."""
        return [
            quotation["speaker"]["name"]
            for quotation in sorted(self.of("quotations"), key=lambda q: q["place"]["start"])
            if quotation["manner"] == "turn"
        ]

    def values(self, counted: str) -> set[str]:
        """Return the numbers that count something or have it as their unit."""
        figures = self.of("figures")
        return {f["value"] for f in figures if counted in (f["counted"] or f["unit"] or "")}


class Case(Struct, frozen=True):
    """One case: the harm that it did, what is right now, and what tells that it is."""

    harm: str
    right: str
    check: Callable[[Seen], bool]


def seen(case: str) -> Seen:
    """Collate a case and return what a user sees; FileNotFoundError without the inputs."""
    folder = shared(f"faults/{case}/in")
    if folder is None:
        raise FileNotFoundError("the inputs of faults are not beside the checkout")
    with TemporaryDirectory() as name:
        try:
            with variorum.collate([folder], settings=ALONE) as ledger:
                ledger.export(name)
        except UsageError as error:
            return Seen({}, refused=str(error))
        return _export(Path(name))


def _export(folder: Path) -> Seen:
    rows: dict[str, list[Row]] = {}
    broken = []
    for path in sorted(folder.glob("*.jsonl")):
        text = path.read_text(encoding="utf-8")
        rows[path.stem] = [json.loads(line) for line in text.split("\n") if line]
        if len(text.splitlines()) != len(rows[path.stem]):
            broken.append(path.name)
    return Seen(rows, broken=tuple(broken))
