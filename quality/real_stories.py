"""Real stories: sixteen, in the press's own words, against what careful readers wrote about them.

Enters: `shared/real_stories`, `shared/tools/score_stories.py` (run as a program on each story's
JSONL export, so that what a user gets is what is measured), and the marks that readers gave to
findings and to sentences of briefs (`quality/judged`). Leaves: one `Score` a measure, counted over
all stories, and a table of every story.

Work stories are the first, third and so on by name: their errors may be read. The others are only
counted. Where fewer is better, the score is the share that is *not* so. A share of nothing said is
100: who says nothing says nothing false.

    python -m quality.real_stories [STORY…]    print the table
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from quality import marks_kept
from quality.halves import in_turn
from quality.score import Score, share, shared
from quality.story_exports import exported, folder, names, run

JOBS = 2
FINDINGS = 10
"""Findings of a story that readers mark: the first, as a user meets them."""


class Measure(Struct, frozen=True):
    """A share of counts: `hits` of `of`, or where `fewer` is better the share that is not `hits`.

    `marked` measures rest on readers' marks: where nobody has marked, they are not measured.
    """

    key: str
    hits: str
    of: str
    fewer: bool = False
    marked: bool = False


MEASURES = (
    Measure("wanted.first10", "wanted.first10", "wanted.items"),
    Measure("wanted.all", "wanted.all", "wanted.items"),
    Measure("pairs.met", "pairs.met", "pairs.same_question"),
    Measure("pairs.told", "pairs.told", "pairs.differing"),
    Measure("pairs.same.not_false", "pairs.false_same", "pairs.said_same", fewer=True),
    Measure("pairs.differ.not_false", "pairs.false_differ", "pairs.said_differ", fewer=True),
    Measure("pairs.traps_left", "pairs.traps_left", "pairs.traps"),
    Measure("speakers.right", "speakers.right", "speakers.spoken"),
    Measure("speakers.no_other_named", "speakers.wrong", "speakers.spoken", fewer=True),
    Measure("speakers.narrator_kept", "speakers.narrator.kept", "speakers.narrator"),
    Measure("depend.found", "depend.found", "depend.dependent"),
    Measure("depend.not_wrongly_tied", "depend.wrongly_tied", "depend.independent", fewer=True),
    Measure("judged.right", "judged.right", "judged.marked", marked=True),
    Measure("judged.not_wrong", "judged.wrong", "judged.marked", fewer=True, marked=True),
    Measure("judged.marked", "judged.marked", "judged.shown"),
    Measure("brief.true", "brief.true", "brief.marked", marked=True),
    Measure("brief.marked", "brief.marked", "brief.sentences"),
)


@cache
def counts(story: str) -> Counter[str]:
    """Return the counts of one story by the names that the measures use."""
    marks = marks_kept.file(story)
    kept = ("--judged", str(marks)) if marks.exists() else ()
    found = scored(story, exported(story), *kept)
    marked = Counter({f"judged.{m}": found[f"judged.{m}"] for m in marks_kept.MARKS})
    found["judged.marked"] = marked.total()
    found["judged.shown"] = marked.total() + found["judged.unmarked"]
    return found + Counter(_brief(story))


def scored(story: str, export: Path, *options: str) -> Counter[str]:
    """Return what the scorer, run as a program, counts of a story's export, by "part.name"."""
    tool = shared("tools/score_stories.py")
    told = json.loads(run(sys.executable, str(tool), folder(story), export, "--json", *options))
    found = Counter(
        {
            f"{part}.{name}": count
            for part, values in told.items()
            if isinstance(values, dict)
            for name, count in values.items()
            if isinstance(count, int)
        }
    )
    found["findings"] = told["findings"]
    return found


def _brief(story: str) -> dict[str, int]:
    sentences = marks_kept.sentences(exported(story))
    known = marks_kept.sentence_marks(story)
    marks = [known[key] for key in map(marks_kept.digest, sentences) if key in known]
    return {
        "brief.sentences": len(sentences),
        "brief.marked": len(marks),
        "brief.true": marks.count("true"),
    }


def measured(found: Mapping[str, int]) -> list[Score]:
    """Return every measure of some counts."""
    return [
        share(f"real_stories.{one.key}", _hits(one, found), found[one.of])
        if found[one.of]
        else Score(key=f"real_stories.{one.key}", value=100.0, rows=0)
        for one in MEASURES
        if found[one.of] or (one.fewer and not one.marked)
    ]


def _hits(measure: Measure, found: Mapping[str, int]) -> int:
    hits = found[measure.hits]
    return found[measure.of] - hits if measure.fewer else hits


def counted(stories: Iterable[str]) -> Counter[str]:
    """Return the counts of some stories together."""
    total: Counter[str] = Counter()
    for story in stories:
        total.update(counts(story))
    return total


def prepared(stories: Sequence[str]) -> Sequence[str]:
    """Collate and score stories, a few at a time; return their names."""
    with ThreadPoolExecutor(JOBS) as threads:
        list(threads.map(counts, stories))
    return stories


def scores() -> list[Score]:
    """Return every measure over all stories, with either half's number beside it."""
    stories = prepared(names())
    if not stories:
        return []
    halves = in_turn(stories)
    by_half = {
        half: {s.key: s.value for s in measured(counted(n for n in stories if halves[n] == half))}
        for half in ("work", "watch")
    }
    return [
        replace(one, work=by_half["work"].get(one.key), watch=by_half["watch"].get(one.key))
        for one in measured(counted(stories))
    ]


def table(stories: Sequence[str] | None = None) -> str:
    """Return a line for each story, for either half and for all."""
    chosen = prepared(stories or names())
    halves = in_turn(names())
    lines = [line(story, counts(story), halves[story]) for story in chosen]
    lines += [
        line(half.upper(), counted(s for s in chosen if halves[s] == half))
        for half in ("work", "watch")
    ]
    return "\n".join([*lines, line("ALL", counted(chosen))])


def line(name: str, found: Mapping[str, int], half: str = "") -> str:
    """Return the counts of one story, or of several together, on one line."""
    c = found
    return (
        f"  {name:14}{half:6}"
        f" wanted {c['wanted.first10']:2}/{c['wanted.items']} all {c['wanted.all']:2}"
        f" | met {c['pairs.met']}/{c['pairs.same_question']}"
        f" told {c['pairs.told']}/{c['pairs.differing']}"
        f" false_same {c['pairs.false_same']}/{c['pairs.said_same']}"
        f" false_differ {c['pairs.false_differ']}/{c['pairs.said_differ']}"
        f" traps {c['pairs.traps_left']}/{c['pairs.traps']}"
        f" | speakers {c['speakers.right']} right {c['speakers.wrong']} wrong"
        f" {c['speakers.none']} none, narrator {c['speakers.narrator.kept']}/{c['speakers.narrator']}"
        f" | depend {c['depend.found']}/{c['depend.dependent']}"
        f" tied {c['depend.wrongly_tied']}/{c['depend.independent']}"
        f" | {c['findings']} findings, first ten: {c['judged.right']} right"
        f" {c['judged.arguable']} arguable {c['judged.wrong']} wrong {c['judged.noise']} noise"
        f" {c['judged.unmarked']} unmarked"
        f" | brief {c['brief.true']} true of {c['brief.marked']} marked of {c['brief.sentences']}"
    )


if __name__ == "__main__":
    print(table(sys.argv[1:]))
