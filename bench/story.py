"""Is one story of many accounts compared in the time that the language pipeline takes to read it?

Enters: nothing. Leaves: seconds by part, and exit code 1 where linking, aligning, judging, tracing
and all else but the two models takes longer than the pipeline.

The accounts tell of one event in two or three wordings each: every sentence has a hundred others
that say the same, which is the worst that a story can be.
"""

from __future__ import annotations

import sys

from bench.timing import measured

ACCOUNTS = 200
BOUND = 1.0
"""Own time as a share of the pipeline's."""


def main() -> int:
    """Measure one story and hold its own time against the bound."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ACCOUNTS
    seconds = measured(count, tellers=count)
    own = seconds["all"] - seconds["pipeline"] - seconds["encoder"]
    for name, value in seconds.items():
        print(f"{name:<10}{value:8.2f} s")
    print(f"own time / pipeline = {own / seconds['pipeline']:.2f} (at most {BOUND})")
    return 0 if own <= BOUND * seconds["pipeline"] else 1


if __name__ == "__main__":
    sys.exit(main())
