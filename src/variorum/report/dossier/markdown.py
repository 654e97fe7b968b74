"""Dossier as Markdown, with footnotes as Pandoc, GitHub and most readers know them.

Enters: a `Ledger`, a folder. Leaves: `dossier.md`. No word of an account is markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from variorum.report.briefing import escaped
from variorum.report.dossier.composing import dossier
from variorum.report.dossier.document import (
    Block,
    Footnote,
    Heading,
    Paper,
    Paragraph,
    Table,
    TextRun,
)
from variorum.report.placing import atomically
from variorum.report.xml_text import xml_text
from variorum.seams import Ledger

MARKDOWN_FILE = "dossier.md"
EMPHASIS = {"plain": "", "strong": "**", "marked": "**", "soft": ""}


def markdown_dossier(ledger: Ledger, folder: Path) -> list[Path]:
    """Write `dossier.md` into `folder`; return it."""
    path = folder / MARKDOWN_FILE
    with atomically(path) as partial:
        partial.write_text(markdown(dossier(ledger)), encoding="utf-8", newline="\n")
    return [path]


def markdown(paper: Paper) -> str:
    """Return a paper as Markdown; footnotes are numbered in order and stand at the end."""
    notes: list[Footnote] = []
    parts = [f"# {_escaped_text(paper.title)}", _escaped_text(paper.subtitle)]
    previous: Block | None = None
    for block in paper.blocks:
        joined = _item(block) and _item(previous)
        parts.append(("\n" if joined else "\n\n") + _block(block, notes))
        previous = block
    foot = "\n".join(_footnote(n, note) for n, note in enumerate(notes, start=1))
    return "\n\n".join(parts[:2]) + "".join(parts[2:]) + f"\n\n{foot}".rstrip() + "\n"


def _item(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.style == "item"


def _block(block: Block, notes: list[Footnote]) -> str:
    if isinstance(block, Heading):
        return f"{'#' * (block.level + 1)} {_escaped_text(block.text)}"
    if isinstance(block, Table):
        return "\n".join(_table(block, notes))
    words = "".join(_piece(piece, notes) for piece in block.pieces).strip()
    return {"text": words, "quote": f"> {words}", "item": f"- {words}"}[block.style]


def _table(table: Table, notes: list[Footnote]) -> Iterator[str]:
    yield f"| {' | '.join(_escaped_text(head) for head in table.head)} |"
    yield f"|{'---|' * len(table.head)}"
    for row in table.rows:
        yield f"| {' | '.join(_piece(cell, notes) for cell in row)} |"


def _piece(piece: TextRun, notes: list[Footnote]) -> str:
    """Return a run; marks of emphasis stand close to its words, or Markdown would show them."""
    words = _escaped_text(piece.text)
    mark = EMPHASIS[piece.look] if words else ""
    before = " " if piece.text[:1].isspace() else ""
    after = " " if piece.text[-1:].isspace() and words else ""
    references = ""
    for note in piece.notes:
        notes.append(note)
        references += f"[^{len(notes)}]"
    return f"{before}{mark}{words}{mark}{references}{after}"


def _footnote(number: int, note: Footnote) -> str:
    place = note.place
    return f"[^{number}]: {_escaped_text(note.label)}, {place.start}–{place.end}: “{_escaped_text(place.text)}”"


def _escaped_text(text: str) -> str:
    """Return text in which Markdown finds nothing of its own, at a line's start neither."""
    words = escaped(xml_text(text))
    head, dot, rest = words.partition(".")
    if head.isdecimal() and dot:
        return f"{head}\\.{rest}"
    return f"\\{words}" if words[:1] in {"-", "+", "="} else words
