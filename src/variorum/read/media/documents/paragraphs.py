"""Paragraphs: the lines of a document as one text, with its headings known as such.

Enters: lines, each with whether it is a heading. Leaves: a `Draft`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from variorum.read.media.drafts import Draft

Paragraph = tuple[str, bool]
"""The words of a paragraph or of a row of a table, and whether they are a heading."""


def draft_of(paragraphs: Iterable[Paragraph], source: str) -> Draft:
    """Return paragraphs that hold words as a draft, parted by blank lines."""
    starts, text = [], []
    at = 0
    for words, heading in paragraphs:
        if words.strip():
            starts += [at] if heading else []
            text.append(words)
            at += len(words) + 2
    return Draft(
        text="\n\n".join(text) + "\n",
        source=source,
        where=source,
        headings=tuple(starts),
        titled=starts[:1] == [0],
    )


def row_of(cells: Iterable[str]) -> str:
    """Return the cells of a row in one line."""
    return " | ".join(" ".join(cell.split()) for cell in cells)


def notes_of(notes: Sequence[str]) -> list[Paragraph]:
    """Return notes as lines of their own, numbered from 1 as they are called."""
    return [(f"[{number}] {' '.join(n.split())}", False) for number, n in enumerate(notes, start=1)]
