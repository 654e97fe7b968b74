"""What a scorer returns. Each `quality/<step>.py` has `scores() -> list[Score]`.

Enters: labelled data beside the checkout (`shared`). Leaves: `Score`s for the gate.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from quality.intervals import Interval, wilson

SHARED = Path(__file__).resolve().parents[2] / "shared"


class Score(Struct, frozen=True, kw_only=True):
    """One measured number, 0 to 100, on `rows` rows; the peer's number and where it is from.

    `peer_basis` is "same rows" (run in this very run) or names the other part it was measured on.
    `interval` is where 95 of 100 such measurements would fall. `work` and `watch` are the same
    number on either half of the texts (`quality.halves`). `texts` is how many the rows are from,
    where that is known and rows of one hang together.
    """

    key: str
    value: float
    rows: int
    texts: int | None = None
    interval: Interval | None = None
    work: float | None = None
    watch: float | None = None
    peer: str | None = None
    peer_value: float | None = None
    peer_basis: str | None = None


def share(key: str, hits: int, of: int) -> Score:
    """Return the share of rows as a score, with Wilson's interval."""
    return Score(key=key, value=100 * hits / of, rows=of, interval=wilson(hits, of))


def shared(name: str) -> Path | None:
    """Return the folder or file `name` of the labelled data, or ``None`` where it is absent."""
    path = SHARED / name
    return path if path.exists() else None
