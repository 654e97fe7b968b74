"""Is the journey's own work at most half of the language pipeline's on the same accounts?

Enters: nothing. Leaves: seconds by part, the ratio, and exit code 1 where it is above the bound.
"""

from __future__ import annotations

import sys

from bench.timing import measured

ACCOUNTS = 100
BOUND = 0.5
"""Own time (all but pipeline and encoder) as a share of the pipeline's, the encoder left out."""


def main() -> int:
    """Measure once and compare own time with the pipeline's."""
    seconds = measured(int(sys.argv[1]) if len(sys.argv) > 1 else ACCOUNTS)
    own = seconds["all"] - seconds["pipeline"] - seconds["encoder"]
    ratio = own / seconds["pipeline"]
    for name, value in seconds.items():
        print(f"{name:<10}{value:8.2f} s")
    print(
        f"own time / pipeline = {own:.2f} / {seconds['pipeline']:.2f} = {ratio:.3f} (at most {BOUND})"
    )
    return 0 if ratio <= BOUND else 1


if __name__ == "__main__":
    sys.exit(main())
