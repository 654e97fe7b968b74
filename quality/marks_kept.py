"""Marks as they are kept: what readers said of findings and of a brief's sentences, without a text.

Enters: `quality/judged/STORY.jsonl` (findings: kind, places as file name and offsets, mark) and
`quality/judged/briefs/STORY.jsonl` (sentences: a hash, mark). Leaves: the same as records, the
findings of an export, and which mark belongs to which finding.

A mark belongs to a finding of its kind whose places touch all of the mark's, by half of the shorter
one at least, in as many accounts: the rule by which `score_stories.py` counts them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, get_args

import msgspec
from msgspec import Struct

from quality.story_exports import BRIEF, rows

Mark = Literal["right", "arguable", "wrong", "noise"]
Truth = Literal["true", "false in part"]
MARKS: tuple[Mark, ...] = get_args(Mark)
TRUTHS: tuple[Truth, ...] = get_args(Truth)
ROOT = Path(__file__).parent / "judged"
HALF = 0.5
NOT_SAID = ("Nothing that could be shown.",)
"""Lines of a brief that say nothing of the accounts."""
MORE = re.compile(r"[\d,]+ more in the ledger\.?")
LIST = "The accounts"
"""The section of a brief that lists the files; it says nothing of what they tell."""


class Place(Struct, frozen=True):
    """Characters of an account, which is named by its file."""

    account: str
    start: int
    end: int


class Marked(Struct, frozen=True):
    """A reader's mark of a finding; `words` is the hash of the sentence that the reader saw."""

    kind: str
    places: tuple[Place, ...]
    mark: Mark
    words: str


class Told(Struct, frozen=True):
    """A sentence of a brief, by its hash, and whether all of it is so."""

    sentence: str
    mark: Truth


class Found(Struct, frozen=True):
    """A finding as an export tells it."""

    kind: str
    text: str
    places: tuple[Place, ...]


def file(story: str, root: Path | None = None) -> Path:
    """Return where the marks of a story's findings are kept."""
    return (root or ROOT) / f"{story}.jsonl"


def briefs(story: str, root: Path | None = None) -> Path:
    """Return where the marks of a brief's sentences are kept."""
    return (root or ROOT) / "briefs" / f"{story}.jsonl"


def marks(story: str, root: Path | None = None) -> list[Marked]:
    """Return the marks of a story's findings."""
    return [msgspec.json.decode(line, type=Marked) for line in _lines(file(story, root))]


def sentence_marks(story: str, root: Path | None = None) -> dict[str, Truth]:
    """Return the marks of a brief's sentences, by their hashes."""
    told = (msgspec.json.decode(line, type=Told) for line in _lines(briefs(story, root)))
    return {one.sentence: one.mark for one in told}


def write(path: Path, records: Iterable[Marked | Told]) -> None:
    """Keep records, one a line, in one order."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = sorted(msgspec.json.encode(record).decode() for record in records)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def findings(export: Path) -> list[Found]:
    """Return the findings of an export, in the order in which a user sees them."""
    names = {one["id"]: _file(one["source"]) for one in rows(export / "accounts.jsonl")}
    ordered = sorted(rows(export / "findings.jsonl"), key=lambda one: (-one["weight"], one["id"]))
    return [
        Found(
            one["kind"],
            one["text"],
            tuple(Place(names[p["account"]], p["start"], p["end"]) for p in one["places"]),
        )
        for one in ordered
    ]


def _file(source: str) -> str:
    """Return the name of the file that an account's source is in (`folder/tweets.json#3`)."""
    return Path(source.partition("#")[0]).name


def belongs(mark: Marked, finding: Found) -> bool:
    """Say whether a mark was given to this finding."""
    if mark.kind != finding.kind or not mark.places:
        return False
    if len({p.account for p in mark.places}) != len({p.account for p in finding.places}):
        return False
    return all(any(touch(one, other) for other in finding.places) for one in mark.places)


def touch(one: Place, other: Place) -> bool:
    """Say whether two places share characters, half of the shorter one at least."""
    if one.account != other.account:
        return False
    common = min(one.end, other.end) - max(one.start, other.start)
    return common > 0 and common >= HALF * min(one.end - one.start, other.end - other.start)


def mark_of(finding: Found, kept: Sequence[Marked]) -> Marked | None:
    """Return the first mark that belongs to a finding, or ``None``."""
    return next((mark for mark in kept if belongs(mark, finding)), None)


def sentences(export: Path) -> list[str]:
    """Return the lines of an export's brief that say something of what the accounts tell."""
    inside, beside = export / BRIEF, export.with_name(f"{export.name}.{BRIEF}")
    path = inside if inside.exists() else beside
    return list(_said(path.read_text(encoding="utf-8").splitlines()))


def _said(lines: Iterable[str]) -> Iterator[str]:
    section = ""
    for line in lines:
        if line.startswith("#"):
            section = line.lstrip("# ")
        said = line.removeprefix("- ").strip()
        is_said = said and not line.startswith("#") and said not in NOT_SAID
        if is_said and section != LIST and not MORE.fullmatch(said):
            yield said


def digest(sentence: str) -> str:
    """Return the hash by which a sentence is known, the same however it is spaced."""
    return hashlib.sha256(" ".join(sentence.split()).encode()).hexdigest()[:16]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []
