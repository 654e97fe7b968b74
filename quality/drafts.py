"""Drafts: are planted faults found, and faithful sentences left alone?

Enters: `quality/drafted/STORY.jsonl`, drafts over the stories that ship, of which half hold one sentence with one
planted fault of thirteen kinds; `variorum check DRAFTS --against STORY --json`, as a user runs it. Leaves: `Score`s over
sentences, on either half of the drafts: faults found, faithful sentences not flagged, faults that do not pass as
verbatim or edited; and a table by kind of fault.

    python -m quality.drafts            print the table
    python -m quality.drafts FOLDER ACCOUNTS    the same of other drafts; accounts of a story are in ACCOUNTS/STORY
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

import variorum
from quality.halves import half
from quality.kept import digest, files, keep, state
from quality.score import Score, share
from quality.story_exports import variorum as run

OURS = Path(__file__).with_name("drafted")
STORIES = Path(variorum.__file__).with_name("stories")
FAITHFUL = "none"
FLAGGED = frozenset({"differs", "not found", "in another source"})
WORDS_KEPT = frozenset({"verbatim", "edited"})


class DraftSentence(Struct, frozen=True):
    """A sentence of a draft, the kind of fault planted in it, and what the program says of it and its parts."""

    draft: str
    text: str
    fault: str
    verdict: str
    flagged: bool


def scores() -> list[Score]:
    """Return the measures over the drafts that ship with the checkout."""
    rows = found()
    faulty = [row for row in rows if row.fault != FAITHFUL]
    faithful = [row for row in rows if row.fault == FAITHFUL]
    return [
        _score("drafts.faults.found", faulty, [row.flagged for row in faulty]),
        _score("drafts.faithful.not_flagged", faithful, [not row.flagged for row in faithful]),
        _score(
            "drafts.faults.not_verbatim", faulty, [row.verdict not in WORDS_KEPT for row in faulty]
        ),
    ]


def _score(key: str, rows: Sequence[DraftSentence], right: Sequence[bool]) -> Score:
    halves = [half(row.draft) for row in rows]
    parts = {
        name: [hit for hit, of in zip(right, halves, strict=True) if of == name]
        for name in ("work", "watch")
    }
    shares = {name: 100 * sum(hits) / len(hits) for name, hits in parts.items() if hits}
    texts = len({row.draft for row in rows})
    return replace(share(key, sum(right), len(right)), texts=texts, **shares)


@cache
def found() -> tuple[DraftSentence, ...]:
    """Return every sentence of our drafts with what a user is told; kept until the program changes."""
    path = state() / f"drafts-{digest(files(OURS))[:16]}.json"
    if not path.exists():
        keep(path, msgspec.json.encode(list(told(OURS, STORIES))))
    return msgspec.json.decode(path.read_bytes(), type=tuple[DraftSentence, ...])


def told(drafts: Path, accounts: Path, within: str = "") -> Iterator[DraftSentence]:
    """Yield the sentences of drafts with what a user is told; a story's accounts are in ACCOUNTS/STORY/WITHIN."""
    for path in sorted(drafts.glob("*.jsonl")):
        cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        lines = _checked(cases, accounts / path.stem / within)
        for case in cases:
            yield from _sentences(case, [one for one in lines if one["file"] == _file(case)])


def _file(case: Mapping[str, Any]) -> str:
    return f"{case['draft']}.txt"


def _text(case: Mapping[str, Any]) -> str:
    """Return a draft as a file has it: its sentences, and the list of what it cites, if it has one."""
    text = " ".join(sentence["text"] for sentence in case["sentences"])
    listed = case.get("references", ())
    return "\n".join([text, *(["", "References", "", *listed] if listed else ()), ""])


def _checked(cases: Sequence[Mapping[str, Any]], accounts: Path) -> list[dict[str, Any]]:
    with TemporaryDirectory() as name:
        for case in cases:
            (Path(name) / _file(case)).write_text(_text(case), encoding="utf-8")
        printed = run("check", name, "--against", accounts, "--json")
    return [json.loads(line) for line in printed.splitlines()]


def _sentences(
    case: Mapping[str, Any], lines: Sequence[Mapping[str, Any]]
) -> Iterator[DraftSentence]:
    """Yield each sentence with what is said of anything that begins in it; a splitter may cut otherwise."""
    start = 0
    for sentence in case["sentences"]:
        end = start + len(sentence["text"])
        inside = [one for one in lines if start <= one["place"]["start"] < end]
        whole = [one["verdict"] for one in inside if one["kind"] == "sentence"]
        flagged = any(one["verdict"] in FLAGGED for one in inside)
        yield DraftSentence(
            case["draft"], sentence["text"], sentence["fault"], whole[0] if whole else "", flagged
        )
        start = end + 1


def table() -> str:
    """Return the table of our drafts."""
    return kinds_of(found())


def kinds_of(rows: Sequence[DraftSentence]) -> str:
    """Return a line a kind of fault: how many were found, and of faithful sentences how many were flagged."""
    kinds = sorted({row.fault for row in rows} - {FAITHFUL})
    lines = [_line(kind, [row for row in rows if row.fault == kind]) for kind in kinds]
    faulty = [row for row in rows if row.fault != FAITHFUL]
    faithful = [row for row in rows if row.fault == FAITHFUL]
    return "\n".join([*lines, _line("all faults", faulty), _line("faithful, flagged", faithful)])


def _line(kind: str, rows: Sequence[DraftSentence]) -> str:
    return f"{kind:20}{sum(row.flagged for row in rows):4} of {len(rows):4}"


if __name__ == "__main__":
    others = [Path(one) for one in sys.argv[1:]]
    print(kinds_of(tuple(told(others[0], others[1], "accounts"))) if others else table())
