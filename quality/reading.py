"""Scores of the read step: main text of web pages, and the regions of invented pages.

Enters: `trafilatura_eval` beside the checkout, `tests/read/pages`. Leaves: `Score`s.

Main text: every second of the 990 pages in the order of their addresses. A page lists phrases that
belong to its text (`with`) and phrases that do not (`without`); precision, recall and F1 are taken
over phrases, as that evaluation does. Furniture regions do not count as kept. The peer is
trafilatura's own plain text of the same pages in the same run.

Regions: a gold stretch counts as found when one region of its kind holds it whole. The pages were
invented for Variorum and its rules have since been corrected on them: they guard, they do not prove.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import trafilatura

from quality.paging import found_kind, pages
from quality.score import Score, shared
from variorum.errors import SourceError
from variorum.read.accounts import account
from variorum.read.media.letters.decoding import decode
from variorum.read.media.pages.webpage import read_page
from variorum.read.media.texts.plain import read_plain

STEP = 2
"""Every how many pages one is read."""


class _Unasked:
    """Language plays no part here, so no weights are loaded."""

    def identify(self, text: str) -> tuple[str, float]:
        return "en", 0.0


def scores() -> list[Score]:
    """Return the scores of reading; without the labelled pages only the invented ones."""
    folder = shared("data/trafilatura_eval")
    return [*([] if folder is None else _main_text(folder)), *_regions()]


def _main_text(folder: Path) -> Iterator[Score]:
    labelled = json.loads((folder / "evaldata.json").read_text(encoding="utf-8"))
    rows = [labelled[address] for address in sorted(labelled)][::STEP]
    ours, peer = _counted(folder, rows, _ours), _counted(folder, rows, _peer)
    for name in ("f1", "precision", "recall"):
        yield Score(
            key=f"reading.pages.main_text.{name}",
            value=_measures(ours)[name],
            rows=len(rows),
            peer="trafilatura",
            peer_value=_measures(peer)[name],
            peer_basis="same rows",
        )


def _counted(folder: Path, rows: list[dict], read: Callable[[bytes], str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for row in rows:
        kept = " ".join(
            read(gzip.decompress((folder / "html" / f"{row['file']}.gz").read_bytes())).split()
        )
        for phrase in row["with"]:
            counts["found" if phrase in kept else "missed"] += 1
        counts["wrongly kept"] += sum(phrase in kept for phrase in row["without"])
    return counts


def _ours(data: bytes) -> str:
    try:
        read = account(read_page(decode(data, page=True).text, "page"), _Unasked())
    except SourceError:
        return ""
    return " ".join(
        read.text[region.start : region.end]
        for region in read.regions
        if region.kind != "furniture"
    )


def _peer(data: bytes) -> str:
    return trafilatura.extract(data, include_comments=False, include_tables=True) or ""


def _measures(counts: Counter[str]) -> dict[str, float]:
    precision = counts["found"] / max(1, counts["found"] + counts["wrongly kept"])
    recall = counts["found"] / max(1, counts["found"] + counts["missed"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {name: round(100 * value, 2) for name, value in
            (("f1", f1), ("precision", precision), ("recall", recall))}  # fmt: skip


def _regions() -> Iterator[Score]:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for page in pages():
        regions = account(read_plain(page.text, page.name), _Unasked()).regions
        for kind, start, end in page.gold:
            total[kind] += 1
            right[kind] += found_kind(regions, start, end) == kind
    for kind in sorted(total):
        value = round(100 * right[kind] / total[kind], 2)
        yield Score(key=f"reading.invented.{kind}", value=value, rows=total[kind])


if __name__ == "__main__":
    for score in scores():
        print(score)
