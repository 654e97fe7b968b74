"""How does the time of each part grow with the number of accounts?

Enters: nothing. Leaves: seconds at n, 2n and 4n accounts, and how many times as long the last of
them took as the one before: 2.0 is linear. Exit code 1 where the whole journey takes longer than
the bound allows.
"""

from __future__ import annotations

import sys

from bench.timing import measured

ACCOUNTS = 60
BOUND = 2.3
"""Times as long as before that twice the accounts of a day's stream may take."""
NOTICEABLE = 0.5
"""Seconds below which a ratio says more about the clock than about the code."""


def main() -> int:
    """Measure three sizes and print how each part grows."""
    start = int(sys.argv[1]) if len(sys.argv) > 1 else ACCOUNTS
    sizes = [start, 2 * start, 4 * start]
    runs = [measured(size) for size in sizes]
    for run in runs:
        run["rest"] = run["all"] - sum(
            run.get(stage, 0.0) for stage in ("read", "study", "compare")
        )
    print(f"{'accounts':<10}" + "".join(f"{size:>9}" for size in sizes) + "  times")
    for name in runs[-1]:
        values = [run.get(name, 0.0) for run in runs]
        print(f"{name:<10}" + "".join(f"{value:>9.2f}" for value in values) + _shown(values))
    times = _times([run["all"] for run in runs])
    print(f"twice the accounts take {times:.2f} times as long (at most {BOUND})")
    return 0 if times <= BOUND else 1


def _times(values: list[float]) -> float:
    return values[-1] / values[-2]


def _shown(values: list[float]) -> str:
    return f"{_times(values):>7.2f}" if values[-2] > NOTICEABLE else "      –"


if __name__ == "__main__":
    sys.exit(main())
