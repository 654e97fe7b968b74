"""Figure rules: how often the table of `judge.figures.comparability` is right that two figures count one thing.

Enters: pairs of figures of the real stories and of other clusters, each read by a reader (a language
model) who saw the words around both (`quality/read/figures.jsonl`). Leaves: for each rule, of the pairs whose
numbers lie apart and on which it fires, how many count one thing: in the real stories, in ECB+, in gva_accounts.

    python -m quality.figure_rules      prints the table (ten minutes)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from quality.clusters import accounts_folder
from quality.story_exports import folder, names, rows
from quality.train_questions import linked_story
from variorum.judge.counting import shown_figures
from variorum.judge.figures.comparability import comparable
from variorum.judge.figures.contrast import compare
from variorum.judge.figures.sides import Counted

READ = Path(__file__).with_name("read") / "figures.jsonl"
SETS = ("real stories", "ecb", "gva")

Place = tuple[Any, ...]


def table() -> str:
    """Return a line a rule: pairs that count one thing of those on which it fires, by set."""
    right: Counter[tuple[str, str]] = Counter()
    fired: Counter[tuple[str, str]] = Counter()
    for story, read in _by_story().items():
        kept = "real stories" if story in names() else story.split("-")[0]
        for rule, same in judged(story, read):
            fired[rule, kept] += 1
            right[rule, kept] += same
    rules = sorted({rule for rule, _ in fired}, key=lambda rule: -sum(fired[rule, s] for s in SETS))
    shown = [[f"{right[rule, s]:4} of {fired[rule, s]:4}" for s in SETS] for rule in rules]
    heads = f"{'rule':40}" + "  ".join(f"{name:12}" for name in SETS)
    lines = (f"{rule:40}" + "  ".join(cells) for rule, cells in zip(rules, shown, strict=True))
    return "\n".join([heads, *lines])


def judged(story: str, read: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, bool]]:
    """Yield for each pair of figures that lie apart what rule fires, and whether they count one thing."""
    figures = _figures(story)
    for row in read:
        left, right = (figures.get(tuple(row[side])) for side in ("left", "right"))
        if left is not None and right is not None and _apart(left, right):
            found = comparable(left.figure, right.figure, left.context, right.context)
            yield f"{found.outcome}: {found.rule}", row["same"]


def _by_story() -> Mapping[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(READ):
        found[row["story"]].append(row)
    return found


def _figures(story: str) -> Mapping[Place, Counted]:
    """Return the figures of a story that may be compared, by file, start and end."""
    if story in names():
        return _counted(folder(story) / "accounts")
    with accounts_folder(story) as accounts:
        return _counted(accounts)


def _counted(accounts: Path) -> Mapping[Place, Counted]:
    linked, _ = linked_story(accounts)
    found: dict[Place, Counted] = {}
    for event in linked.events:
        told = {d.account.id: d for d in linked.dossiers if d.account.id in event.accounts}
        for shown in shown_figures(told, linked.entities) if len(told) > 1 else ():
            place = shown.figure.place
            file = Path(told[place.account].account.source).name
            found[file, place.start, place.end] = shown.counted
    return found


def _apart(left: Counted, right: Counted) -> bool:
    try:
        return compare(left.figure, right.figure).differs
    except ValueError:
        return False  # their units do not turn into one another


if __name__ == "__main__":
    print(table())
