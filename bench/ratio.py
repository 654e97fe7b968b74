"""What does the journey cost beside the language pipeline alone, on the same accounts in the same run?

Enters: nothing. Leaves: CPU seconds by part, two ratios, and exit code 1 where the whole's is above its bound.
"""

from __future__ import annotations

import sys
from statistics import median

from bench.timing import Seconds, measured

ACCOUNTS = 100
WHOLE_BOUND = 1.8
"""The whole journey, encoder and all, as a multiple of the pipeline.

There is no bound for own time (all but pipeline and encoder) besides. One of .5 stood here
from the time when the encoder was dear; it now takes an eighth of the pipeline's time, so that own time
is little else than the whole less one, and a bound of its own would tell the same twice or set another goal.
"""
RUNS = 3
"""Whole runs, of whose ratios the median counts: a busy machine may spoil one."""


def main() -> int:
    """Measure some runs and hold the median of the whole's ratios against the bound."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ACCOUNTS
    runs = [_ratios(measured(count)) for _ in range(RUNS)]
    own, whole = (median(ratios) for ratios in zip(*runs, strict=True))
    print(f"own time / pipeline: median {own:.3f}")
    print(f"whole journey / pipeline: median {whole:.3f} (at most {WHOLE_BOUND})")
    return 0 if whole <= WHOLE_BOUND else 1


def _ratios(seconds: Seconds) -> tuple[float, float]:
    """Return what is neither pipeline nor encoder, and the whole, as a multiple of the pipeline."""
    own = seconds["all"] - seconds["pipeline"] - seconds["encoder"]
    parts = "  ".join(f"{name} {value:.2f} s" for name, value in seconds.items())
    print(f"{parts}  own {own:.2f} s")
    return own / seconds["pipeline"], seconds["all"] / seconds["pipeline"]


if __name__ == "__main__":
    sys.exit(main())
