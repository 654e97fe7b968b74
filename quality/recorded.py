"""Recorded answers: the journey with what readers said of pairs of passages in place of a larger judge.

Enters: the real stories, and what readers (language models) said of pairs of their passages
(`quality/read/passages.jsonl`, offsets and labels). Leaves: a line a story, as `quality.real_stories`
prints them, of exports that were made with `--judge recorded`; no story is judged by weights that it taught.

    python -m quality.recorded [STORY…]
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from quality.real_stories import line, scored
from quality.story_exports import folder, names, rows, run, variorum

READ = Path(__file__).with_name("read") / "passages.jsonl"
WHO = "readers"
"""The name under which the answers are told."""
RELATIONS = {"same": "agree", "more": "agree", "contradicts": "contradicted", "update": "update"}
DIFFERENCES = {"figure": "figure differs", "time": "time differs", "speaker": "attribution differs"}
"""What differs, as a judge's relation names it; what is not here differs in sense."""

Place = tuple[str, int, int]


def main(chosen: Sequence[str]) -> None:
    """Print what each story scores with the readers' answers, and all of them together."""
    total: Counter[str] = Counter()
    for story in chosen or names():
        found = with_answers(story)
        print(line(story, found), flush=True)
        total.update(found)
    print(line("ALL", total))


def with_answers(story: str) -> Counter[str]:
    """Return the counts of one story, collated with the readers' answers about its pairs."""
    with TemporaryDirectory() as name:
        work = Path(name)
        ledger, pairs, answers = (work / file for file in ("l.variorum", "pairs", "answers"))
        _collate(story, ledger)
        variorum("pairs", ledger, "-o", pairs)
        said = [answer for pair in rows(pairs) if (answer := answered(story, pair))]
        answers.write_text("".join(json.dumps(one) + "\n" for one in said), "utf-8")
        _collate(story, ledger, "--judge", "recorded", "--answers", answers, "--model", WHO)
        variorum("export", ledger, "--format", "jsonl", "--out", work / "export")
        return scored(story, work / "export")


def answered(story: str, pair: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return what a reader said of a pair, as the recorded judge reads it; ``None`` where nobody did."""
    left, right = _place(pair["left"]), _place(pair["right"])
    read = _read().get((story, left, right))
    if read is None:
        return None
    return {
        "pair": pair["pair"],
        "same_question": read["question"],
        "relation": _relation(read),
        "left_words": list(_words(read, "left", pair["left"])),
        "right_words": list(_words(read, "right", pair["right"])),
    }


@cache
def _read() -> Mapping[tuple[str, Place, Place], dict[str, Any]]:
    """Return what was read, by story and both places, in either order."""
    found: dict[tuple[str, Place, Place], dict[str, Any]] = {}
    for row in rows(READ):
        left, right = tuple(row["left"]), tuple(row["right"])
        turned = {"left_words": row.get("right_words"), "right_words": row.get("left_words")}
        found[row["story"], left, right] = row
        found.setdefault((row["story"], right, left), {**row, **turned})
    return found


def _place(side: Mapping[str, Any]) -> Place:
    return Path(side["source"]).name, side["place"]["start"], side["place"]["end"]


def _relation(read: Mapping[str, Any]) -> str:
    if read.get("relation") == "differs":
        return DIFFERENCES.get(read["slot"], "sense differs")
    return RELATIONS.get(read.get("relation", ""), "unclear")


def _words(read: Mapping[str, Any], side: str, shown: Mapping[str, Any]) -> Iterator[str]:
    """Yield the words that carry a difference, from the context that was shown."""
    context, told = shown["context"], read.get(f"{side}_words")
    if told and context["start"] <= told[0] and told[1] <= context["end"]:
        yield context["text"][told[0] - context["start"] : told[1] - context["start"]]


def _collate(story: str, ledger: Path, *options: str | Path) -> None:
    accounts = folder(story) / "accounts"
    run(sys.executable, "-m", "quality.left_out", story, accounts, "-o", ledger, *options)


if __name__ == "__main__":
    main(sys.argv[1:])
