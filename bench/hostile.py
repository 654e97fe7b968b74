"""Does a text made to be slow take more than ten times as long as ordinary text of its length?

Enters: nothing. Leaves: seconds to parse and to extract, for each text, beside ordinary news of the
same length (in characters), and exit code 1 where a text takes more than `BOUND` times as long.
"""

from __future__ import annotations

import sys
import time

from variorum import stories
from variorum.extract.extraction import statements
from variorum.models.parser import SpacyParser
from variorum.records import Account, Region
from variorum.segment import annotate

LENGTH = 100_000
BOUND = 10.0
TEXTS = {
    "quotation marks": '"a" ',
    "opening marks": "“a ",
    "brackets": "(a ",
    "apostrophes": "'a' ",
    "numbers": "12 of 13 ",
    "decimals": "1,2 ",
    "shares": "5 percent to ",
    "months": "May 5 to ",
    "reports": "he said that ",
    "names": "Smith, Jones ",
    "dashes": "- ",
    "labels": "Mayor: yes ",
    "one word": "x",
}
"""What is repeated, without a stop, until a text is long enough."""


def main() -> int:
    """Time every text and hold it against ordinary news."""
    length = int(sys.argv[1]) if len(sys.argv) > 1 else LENGTH
    parser = SpacyParser()
    parser.parse(["Warm up."])
    usual = _seconds("ordinary news", _ordinary(length), parser)
    slowest = 0.0
    for name, piece in TEXTS.items():
        share = _seconds(name, (piece * (length // len(piece) + 1))[:length], parser) / usual
        slowest = max(slowest, share)
    print(f"the slowest took {slowest:.1f} times as long (at most {BOUND:g})")
    return 0 if slowest <= BOUND else 1


def _ordinary(length: int) -> str:
    """Return the plain texts of the stories that ship, as one paragraph, as often as needed."""
    files = (
        path for name in stories.names() for path in sorted(stories.folder(name).glob("*.txt"))
    )
    news = " ".join(word for path in files for word in path.read_text("utf-8", "replace").split())
    return (news * (length // len(news) + 1))[:length]


def _seconds(name: str, text: str, parser: SpacyParser) -> float:
    regions = (Region(kind="body", start=0, end=len(text)),)
    account = Account(id="a-hostile", source="hostile", text=text, regions=regions)
    started = time.perf_counter()
    annotation = annotate(account, parser)
    parsed = time.perf_counter()
    statements(account, annotation)
    done = time.perf_counter()
    print(f"{name:<16} parse {parsed - started:7.2f} s   extract {done - parsed:7.2f} s")
    return done - started


if __name__ == "__main__":
    sys.exit(main())
