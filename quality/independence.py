"""False corroboration: pairs of readings that rest on one wire report, counted as independent.

Enters: `WIRES` articles of PolNeAR that an agency wrote (`metadata.tsv`). Each becomes a story of
three accounts: the wire report, and what two outlets print of it. The copies are made here with a
fixed seed, as editors do it: another title, no credit, paragraphs cut from the end, sentences left
out, sober words exchanged. Leaves: `Score`s; nothing in such a story is independent.

The copies are ours, so the score says what Variorum sees of such edits and not how outlets edit.
"""

from __future__ import annotations

import csv
import json
import random
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import variorum
from quality.score import Score, shared
from variorum.records import Alignment
from variorum.settings import Settings

SEED = 20160704
WIRES = 16
AGENCIES = frozenset({"AP", "UPI", "AFP", "reuters", "Reuters"})
LONGEST = 4_000
"""Characters of a report that are used."""
EXCHANGED = {
    "said": "stated", "about": "around", "many": "numerous", "but": "yet", "also": "too",
    "began": "started", "help": "assist", "big": "large", "while": "as", "people": "persons",
    "because": "since", "before": "ahead of", "told": "informed", "against": "versus",
}  # fmt: skip
"""Words that the second outlet exchanges."""


def scores() -> list[Score]:
    """Return the share of dependent pairs that are counted as one origin."""
    root = shared("data/polnear")
    if root is None:
        return []
    marks = [mark for report in wires(root) for mark in pairs(report)]
    return [
        Score(
            key="independence.wire_copies.one_origin",
            value=100 * sum(marks) / max(1, len(marks)),
            rows=len(marks),
        )
    ]


def wires(root: Path) -> Iterator[dict[str, str]]:
    """Yield reports of agencies with their title and date, spread over the set."""
    with (root / "metadata.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["wire"] in AGENCIES]
    texts = {path.stem: path for path in sorted(root.glob("*/text/*.txt"))}
    known = sorted((row for row in rows if row["filename"] in texts), key=lambda r: r["filename"])
    for row in known[:: max(1, len(known) // WIRES)][:WIRES]:
        text = texts[row["filename"]].read_text("utf-8", errors="replace")[:LONGEST]
        yield {
            "title": row["title"],
            "publisher": row["wire"],
            "date": row["publication_date"],
            "text": text.rsplit("\n", 1)[0],
        }


def pairs(report: dict[str, str]) -> Iterator[bool]:
    """Yield for each pair of readings of the report and its copies whether it is one origin."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for index, account in enumerate((report, *copies(report))):
            (folder / f"{index}.json").write_text(json.dumps(account), encoding="utf-8")
        ledger = variorum.collate(folder, settings=Settings(workers=1))
    for alignment in ledger.read(Alignment):
        heard = [reading.account for reading in alignment.readings if reading.places]
        for one, other in combinations(heard, 2):
            yield alignment.origin_of[one] == alignment.origin_of[other]


def copies(report: dict[str, str]) -> Iterator[dict[str, str]]:
    """Yield what two outlets print: the report cut, and the report cut and worded anew."""
    dice = random.Random(f"{SEED}{report['title']}")  # noqa: S311 - a fixed sample, no secret
    for outlet, dropped, exchanged in (
        ("The Alder Post", 0.1, {}),
        ("Birch Herald", 0.3, EXCHANGED),
    ):
        paragraphs = [part for part in report["text"].split("\n") if part.strip()]
        kept = paragraphs[: max(2, round(len(paragraphs) * dice.uniform(0.6, 0.9)))]
        cut = [_cut(part, dropped, dice) for part in kept]
        text = "\n\n".join(_worded(part, exchanged) for part in cut if part)
        title = " ".join(cut[0].split()[:8])
        yield {"title": title, "publisher": outlet, "date": report["date"], "text": text}


def _cut(paragraph: str, dropped: float, dice: random.Random) -> str:
    sentences = re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])", paragraph)
    kept = [sentences[0], *(one for one in sentences[1:] if dice.random() >= dropped)]
    return " ".join(kept)


def _worded(paragraph: str, exchanged: dict[str, str]) -> str:
    """Exchange words outside quotation marks."""
    parts = re.split(r"([“\"][^”\"]*[”\"])", paragraph)
    return "".join(
        part if index % 2 else re.sub(r"[a-z]+", lambda m: exchanged.get(m[0], m[0]), part)
        for index, part in enumerate(parts)
    )
