"""Marks: sheets of what nobody has marked yet, for a fresh reader, and their marks taken back.

Enters: the real stories' exports, and the marks that are kept (`quality/judged`). Leaves: a sheet a
story outside the checkout, which holds the accounts' words; and in the checkout offsets, hashes and
marks, no word of any account.

    python -m quality.marks sheets FOLDER [STORY…]            what has no mark yet
    python -m quality.marks sheets FOLDER --changed [STORY…]  also where the sentence is another now
    python -m quality.marks sheets FOLDER --exports OTHER     of exports that stand in OTHER/STORY, with
                                                              OTHER/STORY.brief.md, whoever made them
    python -m quality.marks take FOLDER [STORY…]              keep the marks that stand in FOLDER

The reader gets STORY.md and the accounts, not the code or its changes, and writes STORY.marks: a
line an entry, its number, its mark, and anything after it (`f3 wrong he is not named`).

    findings (f): right     every word of it is so, and it is worth a reader's while
                  arguable  a careful reader could see it otherwise
                  wrong     something in it is not so, or it compares what cannot be compared
                  noise     nothing in it is false, and nobody needs it
    brief (b):    true      every word of it is so
                  false     something in it is not so
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from quality import marks_kept as kept
from quality.marks_kept import Found, Mark, Marked, Place, Told
from quality.real_stories import FINDINGS
from quality.score import SHARED
from quality.story_exports import exported, folder, names

AROUND = 160
"""Characters of an account that a sheet shows on either side of the words that are meant."""
MOST_PLACES = 12
TRUTH: dict[str, kept.Truth] = {"true": "true", "false": "false in part"}
HEAD = """# {story}

The accounts are in `{folder}`. Read them first. Write `{story}.marks` beside this file, a line an
entry: its number, its mark, and why (`f3 wrong the account says 12`).

Findings: `right` (every word of it is so, and worth a reader's while), `arguable` (a careful reader
could see it otherwise), `wrong` (something in it is not so, or it compares what cannot be compared),
`noise` (nothing in it is false, and nobody needs it).

Sentences of the brief: `true` (every word of it is so), `false` (something in it is not so). A line
that names several accounts must hold for each of them.
"""


class Entry(Struct, frozen=True):
    """What a number on a sheet stands for: a finding's kind and places, or a sentence's hash."""

    number: str
    words: str
    kind: str = ""
    places: tuple[Place, ...] = ()


class MarkError(ValueError):
    """A line of marks that cannot be taken; the message says which and why."""


def sheet(
    story: str, export: Path, *, root: Path | None = None, changed: bool = False
) -> tuple[str, list[Entry]]:
    """Return a story's sheet in Markdown, and what its numbers stand for."""
    entries: list[Entry] = []
    parts = [HEAD.format(story=story, folder=folder(story) / "accounts"), "\n## Findings\n"]
    marks = kept.marks(story, root)
    for number, one in enumerate(kept.findings(export)[:FINDINGS], start=1):
        mark, words = kept.mark_of(one, marks), kept.digest(one.text)
        if mark is None or (changed and mark.words != words):
            entries.append(Entry(f"f{number}", words, one.kind, one.places))
            parts.append(_finding(story, f"f{number}", one))
    known = kept.sentence_marks(story, root)
    parts.append("\n## Sentences of the brief\n")
    for number, sentence in enumerate(kept.sentences(export), start=1):
        if (words := kept.digest(sentence)) not in known:
            entries.append(Entry(f"b{number}", words))
            parts.append(f"\n**b{number}** {sentence}\n")
    return "".join(parts), entries


def _finding(story: str, number: str, finding: Found) -> str:
    lines = [f"\n**{number}** ({finding.kind}) {finding.text}\n"]
    for place in finding.places[:MOST_PLACES]:
        path = folder(story) / "accounts" / place.account
        lines.append(f"- {place.account} {place.start}: {_words(path, place)}")
    if len(finding.places) > MOST_PLACES:
        lines.append(f"- and {len(finding.places) - MOST_PLACES} more places")
    return "\n".join(lines) + "\n"


def _words(path: Path, place: Place) -> str:
    """Return the words of a place in double brackets, with what stands around them."""
    text = path.read_bytes().decode("utf-8")
    before, after = text[max(0, place.start - AROUND) : place.start], text[place.end :][:AROUND]
    return " ".join(f"…{before}[[{text[place.start : place.end]}]]{after}…".split())


def write_sheets(
    into: Path, exports: Iterable[tuple[str, Path]], *, changed: bool = False
) -> Iterator[str]:
    """Write each story's sheet and the key to its numbers; yield a line that says how much."""
    if into.resolve().is_relative_to(Path(__file__).resolve().parents[1]):
        raise MarkError(f"{into} is inside the checkout: a sheet holds words of the accounts")
    into.mkdir(parents=True, exist_ok=True)
    for story, export in exports:
        text, entries = sheet(story, export, changed=changed)
        (into / f"{story}.md").write_text(text, encoding="utf-8")
        keys = [msgspec.json.encode(entry).decode() for entry in entries]
        (into / f"{story}.keys").write_text("\n".join(keys), encoding="utf-8")
        found = sum(entry.number.startswith("f") for entry in entries)
        yield f"{story}: {found} findings and {len(entries) - found} sentences to mark"


def take(into: Path, stories: Iterable[str], root: Path | None = None) -> Iterator[str]:
    """Keep the marks that readers wrote; yield a line a story. `MarkError` if one cannot be read."""
    for story in stories:
        path = into / f"{story}.marks"
        if not path.exists():
            yield f"{story}: no marks"
            continue
        lines = (into / f"{story}.keys").read_text(encoding="utf-8").splitlines()
        entries = [msgspec.json.decode(line, type=Entry) for line in lines]
        said = read_marks(path.read_text(encoding="utf-8"), {e.number: e for e in entries})
        _keep_findings(story, said, root)
        _keep_sentences(story, said, root)
        yield f"{story}: {len(said)} marks of {len(entries)}"


Said = list[tuple[Entry, str]]


def read_marks(text: str, entries: dict[str, Entry]) -> Said:
    """Return what is said of each entry; `MarkError` for a number or a mark that does not exist."""
    found = []
    for line in filter(str.strip, text.splitlines()):
        number, mark, *_ = [*line.split(), ""]
        if number not in entries:
            raise MarkError(f"“{line}”: the sheet has no {number}")
        if mark not in (TRUTH if number.startswith("b") else kept.MARKS):
            raise MarkError(f"“{line}”: {mark or 'nothing'} is no mark for {number}")
        found.append((entries[number], mark))
    return found


def _keep_findings(story: str, said: Said, root: Path | None) -> None:
    new = [
        Marked(entry.kind, entry.places, msgspec.convert(mark, Mark), entry.words)
        for entry, mark in said
        if entry.kind
    ]
    as_found = [Found(one.kind, "", one.places) for one in new]
    old = [
        mark
        for mark in kept.marks(story, root)
        if not any(kept.belongs(mark, finding) for finding in as_found)
    ]
    if new:
        kept.write(kept.file(story, root), [*old, *new])


def _keep_sentences(story: str, said: Said, root: Path | None) -> None:
    new = {entry.words: TRUTH[mark] for entry, mark in said if not entry.kind}
    if new:
        marks = {**kept.sentence_marks(story, root), **new}
        kept.write(kept.briefs(story, root), [Told(key, mark) for key, mark in marks.items()])


def _export(story: str, elsewhere: Path | None) -> Path:
    return exported(story) if elsewhere is None else elsewhere / story


def main(arguments: Sequence[str] | None = None) -> int:
    """Write sheets, or take marks; return the exit code."""
    parser = argparse.ArgumentParser(prog="quality.marks", description=__doc__.split("\n")[0])
    parser.add_argument("what", choices=("sheets", "take"))
    parser.add_argument("folder", type=Path, help="outside the checkout")
    parser.add_argument("stories", nargs="*", metavar="STORY")
    parser.add_argument("--exports", type=Path, metavar="OTHER", help="exports made elsewhere")
    parser.add_argument("--changed", action="store_true", help="also where the sentence changed")
    given = parser.parse_args(arguments)
    if not SHARED.exists():
        parser.error("the real stories are not beside the checkout")
    stories = given.stories or names()
    try:
        if given.what == "take":
            lines = take(given.folder, stories)
        else:
            exports = ((name, _export(name, given.exports)) for name in stories)
            lines = write_sheets(given.folder, exports, changed=given.changed)
        for line in lines:
            print(line)
    except MarkError as error:
        parser.error(str(error))
    return 0


if __name__ == "__main__":
    sys.exit(main())
