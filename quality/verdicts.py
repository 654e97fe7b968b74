"""Verdicts: how often each rule of judging is right, on texts that no rule was read off.

Enters: the watched real stories with their labelled pairs and with what readers said of other pairs
(`quality/read`), the news texts of SummEdits that were never used before, HealthVer, and invented pairs. Leaves: how often each rule's verdicts were right, and how
reliable the confidence is that other texts give it. It is no scorer: `python -m quality.verdicts`
prints the table, and `--keep` keeps it in `quality/reliability.json` and writes
`variorum.judge.rule_precision`.

A verdict of sameness is wrong where people say that the two differ or cannot be compared, one of a
difference where they say that the two are the same, that one says more, or that they cannot be
compared: as the scorer of the real stories counts. Of the other sets, whose labels are on whole
sentences, only differences count, and what is said to stand nowhere else.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from quality import claims, invented_pairs, summedits
from quality.halves import in_turn
from quality.marks_kept import Place, touch
from quality.reliability import Claim, Measured, keep, left_out, measured, printed, table
from quality.story_exports import exported, folder, names, rows
from quality.text_pairs import DIFFER, SAME, Row
from variorum.judge import rule_precision as written

READ = Path(__file__).with_name("read")
DIFFERENT = frozenset({"differs", "contradicts", "update", "changed"})
ALIKE = frozenset({"same", "more"})
APART = frozenset({"not comparable", "apart"})
TABLE = "MEASURED: Final[dict[str, Measured]] = "
SOURCE = "watched real stories, SummEdits news (more), HealthVer, invented pairs"

Ends = frozenset[Place]
Verdict = dict[str, Any]


def judged() -> Iterator[Claim]:
    """Yield every verdict that people's labels can tell of."""
    halves = in_turn(names())
    for story in (name for name in names() if halves[name] == "watch"):
        yield from in_story(story)
    for row in summedits.found():
        if row.pair.text.startswith(summedits.UNSEEN):
            yield from in_row(row)
    for row in (*claims.health(), *invented_pairs.found()):
        yield from in_row(row)


def in_row(row: Row) -> Iterator[Claim]:
    """Yield what a ledger of a pair of texts tells of a difference, or of a text that stands alone.

    A sameness is left out: the same number in both is so, whatever else of the sentence was changed.
    """
    for one in row.told:
        if one.alone:
            yield Claim(one.rule, row.gold not in ALIKE, row.pair.text)
        elif one.kind in DIFFER and row.gold in DIFFERENT | ALIKE | APART:
            yield Claim(one.rule, row.gold in DIFFERENT, row.pair.text)


def is_right(kind: str, gold: str) -> bool | None:
    """Say whether a verdict is right by people's label, or ``None`` where that does not tell."""
    if kind in SAME and gold in DIFFERENT | ALIKE | APART | {"part"}:
        return gold not in DIFFERENT | APART
    if kind in DIFFER and gold in DIFFERENT | ALIKE | APART | {"part"}:
        return gold in DIFFERENT
    return None


def in_story(story: str) -> Iterator[Claim]:
    """Yield the verdicts of a story's export of which its labels, or else its readers, can tell."""
    files = {one["id"]: _name(one["source"]) for one in rows(exported(story) / "accounts.jsonl")}
    verdicts = [
        (one, [_at(one[side], files) for side in ("left", "right")])
        for one in rows(exported(story) / "verdicts.jsonl")
        if one["right"]
    ]
    labels, read = list(_labelled(story)), _read(story)
    for verdict, places in verdicts:
        told = [
            right
            for ends, gold in labels
            if _meet(ends, places)
            if (right := is_right(verdict["kind"], gold)) is not None
        ]
        if not told and (right := _by_readers(verdict, read.get(frozenset(places)))) is not None:
            told = [right]
        yield from (Claim(verdict["rule"], right, story) for right in told)


def _labelled(story: str) -> Iterator[tuple[list[Place], str]]:
    """Yield the labelled pairs of a story: both places, and how they relate."""
    for pair in rows(folder(story) / "pairs.jsonl"):
        if not pair.get("arguable"):
            yield [_place(story, pair[side]) for side in ("left", "right")], pair["relation"]


def _read(story: str) -> dict[Ends, str | bool]:
    """Return what readers said of a story's pairs: how passages relate, whether figures count one thing."""
    found: dict[Ends, str | bool] = {}
    for row in rows(READ / "passages.jsonl"):
        if row["story"] == story:
            found[_ends(row)] = row.get("relation") or "not comparable"
    for row in rows(READ / "figures.jsonl"):
        if row["story"] == story:
            found[_ends(row)] = row["same"]
    return found


def _ends(row: Mapping[str, Any]) -> Ends:
    return frozenset(Place(*row[side]) for side in ("left", "right"))


def _by_readers(verdict: Verdict, said: str | bool | None) -> bool | None:
    """Say whether a verdict is right by what readers said of its places.

    Of figures they said whether both count one thing: a rule has the numbers right, so that is all there is to say.
    """
    weighed = verdict["kind"] in SAME | DIFFER
    if isinstance(said, bool):
        return said if weighed else None
    return None if said is None else is_right(verdict["kind"], said)


def _name(source: str) -> str:
    return source.partition("#")[0].rpartition("/")[2]


def _place(story: str, side: dict[str, str]) -> Place:
    text = (folder(story) / "accounts" / side["account"]).read_bytes().decode("utf-8")
    start = text.index(side["text"])
    return Place(side["account"], start, start + len(side["text"]))


def _at(place: dict[str, Any], files: dict[str, str]) -> Place:
    return Place(files[place["account"]], place["start"], place["end"])


def _meet(ends: Sequence[Place], places: Sequence[Place]) -> bool:
    return any(
        touch(one, ends[0]) and touch(other, ends[1]) for one, other in (places, places[::-1])
    )


def main(arguments: Sequence[str]) -> None:
    """Print how often each rule was right, and how reliable that is; keep it where asked to."""
    found = list(judged())
    counts = measured(found, SOURCE)
    for rule, one in counts.items():
        low, high = one.interval
        print(
            f"{rule:28} {one.right:4} of {one.of:4}, {low:3.0f} to {high:3.0f},"
            f" {one.texts} texts, confidence {one.confidence}"
        )
    print("\nConfidence by the other texts, and what was found:")
    for line in printed(table(left_out(found))):
        print(line)
    if "--keep" in arguments:
        keep("verdicts", counts)
        write(Path(written.__file__), counts)


def write(path: Path, counts: Mapping[str, Measured]) -> None:
    """Write the table of the program: everything up to it stays as it is."""
    head, opening, _ = path.read_text(encoding="utf-8").partition(TABLE)
    lines = [f'    "{rule}": Measured({one.right}, {one.of}),\n' for rule, one in counts.items()]
    path.write_text(f"{head}{opening}{{\n{''.join(lines)}}}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
