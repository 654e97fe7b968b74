"""Figure rules: how often it is right that two figures count one thing, on texts nobody tuned to.

Enters: pairs of figures of the real stories and of other clusters, each read by a reader (a language
model) who saw the words around both (`quality/read/figures.jsonl`). Leaves, by set (work and watch of the
real stories, ECB+, gva_accounts): of the verdicts of an event's counts, how many are of figures that count
one thing; and for each rule of `judge.figures.comparability`, the same of the pairs whose numbers lie
apart and on which it fires, told or not.

    python -m quality.figure_rules      prints both tables (ten minutes)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from quality.clusters import accounts_folder
from quality.halves import in_turn
from quality.story_exports import folder, names, rows
from quality.train_questions import linked_story
from variorum.judge.counting import counts, shown_figures
from variorum.judge.figures.comparability import comparable
from variorum.judge.figures.contrast import compare
from variorum.judge.figures.sides import Counted
from variorum.records import Dossier, Entity, Figure

READ = Path(__file__).with_name("read") / "figures.jsonl"
SETS = ("work", "watch", "ecb", "gva")
WEIGHED = ("figure differs", "update", "agree")

Place = tuple[Any, ...]
Read = Mapping[frozenset[Place], bool]
"""Whether two places count one thing, as a reader read them."""


def table() -> str:
    """Return a line a kind of verdict, and a line a rule: pairs that count one thing, by set."""
    halves = in_turn(names())
    right: Counter[tuple[str, str]] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    for story, read in _by_story().items():
        kept = halves.get(story, story.split("-")[0])
        for of, same in told(story, read):
            seen[of, kept] += 1
            right[of, kept] += same
    found = sorted({of for of, _ in seen}, key=lambda of: -sum(seen[of, kept] for kept in SETS))
    shown = [[f"{right[of, kept]:4} of {seen[of, kept]:4}" for kept in SETS] for of in found]
    heads = f"{'':40}" + "  ".join(f"{name:12}" for name in SETS)
    lines = (f"{of:40}" + "  ".join(cells) for of, cells in zip(found, shown, strict=True))
    return "\n".join([heads, *lines])


def told(story: str, read: Read) -> Iterator[tuple[str, bool]]:
    """Yield each verdict on two figures that were read, then each rule that fires on a pair apart."""
    for event, entities in _events(story):
        files = {key: Path(dossier.account.source).name for key, dossier in event.items()}
        for verdict in counts(story, event, entities)[1]:
            same = read.get(frozenset((files[m.account], m.start, m.end) for m in verdict.marks))
            if same is not None and verdict.kind in WEIGHED:
                yield f"told: {verdict.kind}", same
        figures = {_place(files, one.figure): one.counted for one in shown_figures(event, entities)}
        for pair, same in read.items():
            sides = [figures[place] for place in sorted(pair) if place in figures]
            if len(sides) == len(pair) and _apart(*sides):
                left, right = sides
                found = comparable(left.figure, right.figure, left.context, right.context)
                yield f"{found.outcome}: {found.rule}", same


def _place(files: Mapping[str, str], figure: Figure) -> Place:
    return files[figure.place.account], figure.place.start, figure.place.end


def _by_story() -> Mapping[str, Read]:
    found: dict[str, dict[frozenset[Place], bool]] = defaultdict(dict)
    for row in rows(READ):
        found[row["story"]][frozenset(tuple(row[side]) for side in ("left", "right"))] = row["same"]
    return found


def _events(story: str) -> Iterator[tuple[Mapping[str, Dossier], Sequence[Entity]]]:
    """Yield the accounts of each event of a story, and the story's entities."""
    if story in names():
        linked, _ = linked_story(folder(story) / "accounts")
    else:
        with accounts_folder(story) as accounts:
            linked, _ = linked_story(accounts)
    for event in linked.events:
        found = {d.account.id: d for d in linked.dossiers if d.account.id in event.accounts}
        if len(found) > 1:
            yield found, linked.entities


def _apart(left: Counted, right: Counted) -> bool:
    try:
        return compare(left.figure, right.figure).differs
    except ValueError:
        return False  # their units do not turn into one another


if __name__ == "__main__":
    print(table())
