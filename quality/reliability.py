"""Reliability: is what is said to be right nine times in ten right nine times in ten?

Enters: `Claim`s: what was claimed, by what kind of evidence, on which text, and whether people found
it right. Leaves: how often each kind was right, with its interval and the texts it was seen in; the
confidence of each claim as measured on all texts but its own; and the table of both.

A confidence that a user sees has a line in `quality/reliability.json` on at least `FEWEST` rows of
texts that nobody tuned to, or it is not shown. `tests/test_quality_reliability.py` holds that.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from quality.intervals import Interval, wilson

FEWEST = 30
"""Rows of left-out texts below which a kind of evidence counts as not measured."""
KEPT = Path(__file__).parent / "reliability.json"
TENTHS = 10


class Claim(Struct, frozen=True):
    """A claim of some kind on a text, and whether it is right."""

    kind: str
    right: bool
    text: str


class Measured(Struct, frozen=True):
    """How often claims of a kind were right: rows, the texts they are from, and which set."""

    right: int
    of: int
    texts: int
    source: str

    @property
    def is_enough(self) -> bool:
        """Whether there are rows enough for a confidence."""
        return self.of >= FEWEST

    @property
    def confidence(self) -> float | None:
        """The share by Laplace's rule of succession, or ``None`` where too few rows tell."""
        return round((self.right + 1) / (self.of + 2), 2) if self.is_enough else None

    @property
    def interval(self) -> Interval:
        """Where 95 of 100 such measurements fall, 0 to 100."""
        return wilson(self.right, self.of)


class Tenth(Struct, frozen=True):
    """Claims of about one confidence: its mean, the share found right (0 to 1), and the interval."""

    said: float
    found: float
    interval: Interval
    rows: int
    texts: int


def measured(claims: Iterable[Claim], source: str) -> dict[str, Measured]:
    """Return how often each kind of claim was right."""
    by_kind: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_kind[claim.kind].append(claim)
    return {
        kind: Measured(
            sum(one.right for one in found), len(found), len({one.text for one in found}), source
        )
        for kind, found in sorted(by_kind.items())
    }


def left_out(claims: Sequence[Claim]) -> Iterator[tuple[Claim, float]]:
    """Yield each claim with the confidence that the other texts give to its kind.

    Claims whose kind has fewer than `FEWEST` rows on the other texts have none and are left out.
    """
    right: dict[str, int] = defaultdict(int)
    of: dict[str, int] = defaultdict(int)
    own: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for claim in claims:
        right[claim.kind] += claim.right
        of[claim.kind] += 1
        own[claim.kind, claim.text].append(claim.right)
    for claim in claims:
        here = own[claim.kind, claim.text]
        others = Measured(right[claim.kind] - sum(here), of[claim.kind] - len(here), 0, "")
        if others.confidence is not None:
            yield claim, others.confidence


def table(claims: Iterable[tuple[Claim, float]]) -> list[Tenth]:
    """Return, for each tenth of confidence, what was said and what was found."""
    bins: dict[int, list[tuple[Claim, float]]] = defaultdict(list)
    for claim, said in claims:
        bins[min(int(said * TENTHS), TENTHS - 1)].append((claim, said))
    return [_tenth(found) for _, found in sorted(bins.items())]


def _tenth(found: Sequence[tuple[Claim, float]]) -> Tenth:
    hits = sum(claim.right for claim, _ in found)
    return Tenth(
        said=sum(said for _, said in found) / len(found),
        found=hits / len(found),
        interval=wilson(hits, len(found)),
        rows=len(found),
        texts=len({claim.text for claim, _ in found}),
    )


def printed(tenths: Iterable[Tenth]) -> Iterator[str]:
    """Yield a line for each tenth."""
    for one in tenths:
        low, high = one.interval
        yield (
            f"said {100 * one.said:5.1f}, found {100 * one.found:5.1f} ({low:.0f} to {high:.0f}),"
            f" {one.rows} rows of {one.texts} texts"
        )


def kept(path: Path = KEPT) -> dict[str, Measured]:
    """Return the measurements that are kept, by the name of what is claimed."""
    if not path.exists():
        return {}
    return msgspec.json.decode(path.read_bytes(), type=dict[str, Measured])


def keep(part: str, found: Mapping[str, Measured], path: Path = KEPT) -> None:
    """Keep the measurements of one part ("verdicts", "quotations"); those it had before go."""
    others = {name: one for name, one in kept(path).items() if not name.startswith(f"{part}: ")}
    named = {f"{part}: {kind}": one for kind, one in found.items()}
    plain = {name: msgspec.to_builtins(one) for name, one in sorted({**others, **named}.items())}
    path.write_text(json.dumps(plain, indent=2) + "\n", encoding="utf-8")


def unmeasured(
    part: str, shown: Mapping[str, float | None], among: Mapping[str, Measured]
) -> list[str]:
    """Return a sentence for each confidence that users see and no left-out texts bear out."""
    lines = []
    for kind, share in sorted(shown.items()):
        found = among.get(f"{part}: {kind}")
        if share is None:
            continue
        if found is None or not found.is_enough:
            rows = 0 if found is None else found.of
            lines.append(f"{kind}: {share} is shown, on {rows} rows of left-out texts")
        elif 100 * share > found.interval[1]:
            low, high = found.interval
            lines.append(f"{kind}: {share} is shown, found {low:.0f} to {high:.0f}")
    return lines
