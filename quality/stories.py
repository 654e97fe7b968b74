"""Stories: how much of the gold ledgers of the invented stories the whole journey finds.

Enters: the stories that ship, their gold (`tests/stories`). Leaves: one `Score` a measure, counted
over all stories. `python -m quality.stories [STORY…]` prints every miss.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from quality.score import Score
from quality.story_extracts import figures, moments, quotations, read
from quality.story_ledgers import Tally, collated
from quality.story_relations import (
    alignments,
    borrowings,
    checks,
    entities,
    events,
    findings,
)
from variorum import stories

MEASURES = (
    *(read, quotations, figures, moments, entities, events),
    *(alignments, checks, borrowings, findings),
)


def tallies(story: str) -> Iterator[Tally]:
    """Yield every measure of one story."""
    for measure in MEASURES:
        yield from measure(collated(story))


def scores() -> list[Score]:
    """Return every measure, 0 to 100, counted over all the stories."""
    hits: dict[str, int] = {}
    of: dict[str, int] = {}
    for story in stories.names():
        for one in tallies(story):
            hits[one.key] = hits.get(one.key, 0) + one.hits
            of[one.key] = of.get(one.key, 0) + one.of
    return [
        Score(key=f"stories.{key}", value=100 * hits[key] / of[key], rows=of[key])
        for key in of
        if of[key]
    ]


def main(arguments: Sequence[str]) -> None:
    """Print each story's measures with everything that was missed."""
    for story in arguments or stories.names():
        print(f"# {story}")
        for one in tallies(story):
            print(f"{one.key}: {one.hits} of {one.of}")
            for miss in one.misses:
                print(f"    {miss}")


if __name__ == "__main__":
    main(sys.argv[1:])
