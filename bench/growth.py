"""How does the time of each part grow with the number of accounts?

Enters: nothing. Leaves: seconds at n, 2n and 4n accounts, with the exponent between the last two:
1.0 is linear. Exit code 1 where the whole journey grows faster than the bound.
"""

from __future__ import annotations

import math
import sys

from bench.timing import measured

ACCOUNTS = 60
BOUND = 1.3
NOTICEABLE = 0.5
"""Seconds below which an exponent says more about the clock than about the code."""


def main() -> int:
    """Measure three sizes and print the exponent of each part."""
    start = int(sys.argv[1]) if len(sys.argv) > 1 else ACCOUNTS
    sizes = [start, 2 * start, 4 * start]
    runs = [measured(size) for size in sizes]
    for run in runs:
        run["rest"] = run["all"] - sum(
            run.get(stage, 0.0) for stage in ("read", "study", "compare")
        )
    print(f"{'accounts':<10}" + "".join(f"{size:>9}" for size in sizes) + "  exponent")
    for name in runs[-1]:
        values = [run.get(name, 0.0) for run in runs]
        print(f"{name:<10}" + "".join(f"{value:>9.2f}" for value in values) + _shown(values))
    return 0 if _exponent([run["all"] for run in runs]) <= BOUND else 1


def _exponent(values: list[float]) -> float:
    return math.log2(values[-1] / values[-2])


def _shown(values: list[float]) -> str:
    return f"{_exponent(values):>10.2f}" if values[-2] > NOTICEABLE else "         –"


if __name__ == "__main__":
    sys.exit(main())
