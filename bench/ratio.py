"""Is the journey's own work at most half of the models' time on the same accounts?

Enters: nothing. Leaves: seconds by part, the ratio, and exit code 1 where it is above the bound.
"""

from __future__ import annotations

import sys

from bench.timing import measured

ACCOUNTS = 100
BOUND = 0.5


def main() -> int:
    """Measure once and compare own time with model time."""
    seconds = measured(int(sys.argv[1]) if len(sys.argv) > 1 else ACCOUNTS)
    models = seconds["pipeline"] + seconds["encoder"]
    own = seconds["all"] - models
    for name, value in seconds.items():
        print(f"{name:<10}{value:8.2f} s")
    print(f"own time / model time = {own:.2f} / {models:.2f} = {own / models:.3f} (bound {BOUND})")
    return 0 if own <= BOUND * models else 1


if __name__ == "__main__":
    sys.exit(main())
