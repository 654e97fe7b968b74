"""What does one more account cost, beside the same account alone, and an unchanged run beside a first?

Enters: nothing. Leaves: CPU seconds of runs, each in a process of its own as a person starts them, the
ledger's size beside its texts, and exit code 1 where one more account costs more than the bound.

The account that comes last is one of an event of five: its own event is compared again, no other.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import synthetic

ACCOUNTS = 120
TELLERS = 5
BOUND = 2.0
"""Times the cost of an account alone that it may cost in a story of many."""


def main() -> int:
    """Measure and print; hold the ratio against the bound."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ACCOUNTS
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "told").mkdir()
        (folder / "more").mkdir()
        synthetic.write(folder / "told", count, tellers=TELLERS)
        last = sorted((folder / "told").iterdir())[count // 2]
        last.rename(folder / "more" / last.name)
        story = folder / "story.variorum"
        first = _seconds(folder / "told", story)
        again = _seconds(folder / "told", story)
        more = _seconds(folder / "more", story)
        alone = _seconds(folder / "more", folder / "alone.variorum")
        text = sum(path.stat().st_size for path in folder.glob("*/*.txt"))
        size = story.stat().st_size
    print(f"{count - 1} accounts {first:.2f} s   again {again:.2f} s")
    print(f"one more {more:.2f} s   the same alone {alone:.2f} s   {more / alone:.2f} times")
    print(f"ledger {size / text:.1f} times its texts")
    return 0 if more <= BOUND * alone else 1


def _seconds(folder: Path, ledger: Path) -> float:
    """Return the CPU seconds that a collation takes, those of its workers included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    program = Path(sys.executable).with_name("variorum")
    given = [program, "collate", folder, "-o", ledger, "--workers", "1"]
    subprocess.run([str(one) for one in given], check=True, capture_output=True)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
