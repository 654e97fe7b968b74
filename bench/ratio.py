"""Is the journey's own work at most half of the language pipeline's on the same accounts?

Enters: nothing. Leaves: seconds by part, the ratio, and exit code 1 where it is above the bound.
"""

from __future__ import annotations

import sys
from statistics import median

from bench.timing import Seconds, measured

ACCOUNTS = 100
BOUND = 0.5
"""Own time (all but pipeline and encoder) as a share of the pipeline's, the encoder left out."""
RUNS = 3
"""Whole runs, of whose ratios the median counts: a busy machine may spoil one."""


def main() -> int:
    """Measure some runs and hold the median of their ratios against the bound."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ACCOUNTS
    ratios = [_ratio(measured(count)) for _ in range(RUNS)]
    print(f"own time / pipeline: median {median(ratios):.3f} (at most {BOUND})")
    return 0 if median(ratios) <= BOUND else 1


def _ratio(seconds: Seconds) -> float:
    own = seconds["all"] - seconds["pipeline"] - seconds["encoder"]
    parts = "  ".join(f"{name} {value:.2f} s" for name, value in seconds.items())
    print(f"{parts}  own {own:.2f} s  own / pipeline {own / seconds['pipeline']:.3f}")
    return own / seconds["pipeline"]


if __name__ == "__main__":
    sys.exit(main())
