"""Every text that lies beside the checkout, in whatever file it stands.

Enters: the folder `shared`. Leaves: (where, bytes, suffix): each file as it is, and each text inside
a table, a JSON file or an annotated article as a plain text of its own.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

Text = tuple[str, bytes, str]

LEAST = 40
"""Characters: what is shorter is a label, and no text."""
TOGETHER = 2_000
"""Sentences of tables travel together, up to so many characters: each is a paragraph."""


def files(root: Path) -> list[Path]:
    """Return all files under `root`, in an order of their names alone; marks of annotators are none."""
    return sorted(p for p in root.rglob("*") if p.is_file() and p.suffix != ".ann")


def texts(root: Path, path: Path) -> Iterator[Text]:
    """Yield a file itself, then the texts inside it."""
    where = path.relative_to(root).as_posix()
    data = path.read_bytes()
    if path.suffix == ".gz":
        data, path = gzip.decompress(data), path.with_suffix("")
    yield where, data, path.suffix
    inside = _INSIDE.get(path.suffix.lower())
    if inside is not None:
        found = list(dict.fromkeys(inside(data.decode("utf-8", "replace"))))
        for number, text in enumerate(_together(t for t in found if len(t) >= LEAST)):
            yield f"{where}#{number}", text.encode("utf-8", "replace"), ".txt"


def _together(found: Iterator[str]) -> Iterator[str]:
    gathered: list[str] = []
    for text in found:
        if gathered and sum(map(len, gathered)) + len(text) > TOGETHER:
            yield "\n\n".join(gathered)
            gathered = []
        gathered.append(text)
    if gathered:
        yield "\n\n".join(gathered)


def _of_json(text: str) -> Iterator[str]:
    try:
        yield from _strings(json.loads(text))
    except ValueError:
        return


def _of_lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from _of_json(line)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def _of_table(separator: str) -> Callable[[str], Iterator[str]]:
    def cells(text: str) -> Iterator[str]:
        csv.field_size_limit(10_000_000)
        for row in csv.reader(io.StringIO(text), delimiter=separator):
            yield from row

    return cells


def _of_xml(text: str) -> Iterator[str]:
    try:
        root = ElementTree.fromstring(text)  # noqa: S314  files that we were given, none from outside
    except ElementTree.ParseError:
        return
    yield re.sub(r"[ \t]*\n[ \t]*", " ", "".join(root.itertext())).strip()


_INSIDE: dict[str, Callable[[str], Iterator[str]]] = {
    ".json": _of_json,
    ".jsonl": _of_lines,
    ".csv": _of_table(","),
    ".tsv": _of_table("\t"),
    ".xml": _of_xml,
    ".tml": _of_xml,
}
