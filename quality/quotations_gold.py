"""PolNeAR's rows: articles, and what people marked in them.

Enters: the text files and brat stand-off files of PolNeAR. Leaves: `Account`s and `Attributed`s,
whose spans are sets of words (letters and digits), so that marks and spaces at their ends count
for nothing; a content in several places is one set.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from variorum.folding import fold
from variorum.records import Account, Region

Words = frozenset[int]
"""Where words begin, in code points of the account's text."""
_WORD = re.compile(r"\w+")
_ENTITY = re.compile(r"T\d+\t|E\d+\t")


class Attributed(Struct, frozen=True):
    """One attribution as sets of word places; `direct` where marks stand around the content."""

    cue: Words
    source: Words
    content: Words
    direct: bool = False


def articles(folder: Path) -> Iterator[tuple[Account, list[Path]]]:
    """Yield the articles of a part in the order of their names, each with its annotators' files."""
    for path in sorted((folder / "text").glob("*.txt")):
        yield article(path), sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))


def article(path: Path) -> Account:
    """Return an article of PolNeAR: its first line is its title, the rest its body."""
    text = path.read_bytes().decode("utf-8")
    cut = text.find("\n") if "\n" in text else 0
    regions = (
        Region(kind="title", start=0, end=cut),
        Region(kind="body", start=cut, end=len(text)),
    )
    return Account(id=f"a-{path.stem}", source=path.name, text=text, regions=regions)


def words(text: str, spans: Iterable[tuple[int, int]]) -> Words:
    """Return where the words of these spans begin."""
    return frozenset(
        match.start() for start, end in spans for match in _WORD.finditer(text, start, end)
    )


def annotated(text: str, path: Path) -> Iterator[Attributed]:
    """Read one annotator's attributions from a brat stand-off file."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not _ENTITY.match(line):
            continue
        key, _, rest = line.partition("\t")
        if key[0] == "T":
            places = rest.split("\t")[0].split(" ", 1)[1].split(";")
            spans[key] = [(int(a), int(b)) for a, b in (place.split() for place in places)]
            continue
        roles: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for part in rest.split():
            role, _, name = part.partition(":")
            roles[role.rstrip("0123456789")].extend(spans.get(name, []))
        content = roles["Content"]
        yield Attributed(
            cue=words(text, roles["Cue"]),
            source=words(text, roles["Source"]),
            content=words(text, content),
            direct=all(_marked(text, start, end) for start, end in content) and bool(content),
        )


def _marked(text: str, start: int, end: int) -> bool:
    """Tell whether quotation marks stand at both ends of a span of three words or more."""
    quoted = fold(text[start:end])
    return quoted[:1] in "\"'" and quoted.rstrip(",.")[-1:] in "\"'" and quoted.count(" ") > 1
