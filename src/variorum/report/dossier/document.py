"""Document: what a dossier is made of, whatever it is written as.

Enters: nothing. Leaves: headings, paragraphs, tables, and the notes that carry evidence.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from variorum.records import Span

Look = Literal["plain", "strong", "marked", "soft"]
Style = Literal["text", "quote", "item"]


class Footnote(Struct, frozen=True):
    """Evidence: the place, whose words they are, and the language they are in (ISO 639-1)."""

    label: str
    place: Span
    language: str | None = None


class TextRun(Struct, frozen=True):
    """A run of text; a note's number stands behind it. `language` is that of quoted words."""

    text: str
    look: Look = "plain"
    notes: tuple[Footnote, ...] = ()
    language: str | None = None


class Heading(Struct, frozen=True):
    """A heading; level 1 is a chapter."""

    text: str
    level: int = 1


class Paragraph(Struct, frozen=True):
    """Pieces in a row: plain text, a quoted reading, or an item of a list."""

    pieces: tuple[TextRun, ...]
    style: Style = "text"


class Table(Struct, frozen=True):
    """A table with a head."""

    head: tuple[str, ...]
    rows: tuple[tuple[TextRun, ...], ...]


Block = Heading | Paragraph | Table


class Paper(Struct, frozen=True):
    """A document: its title, a line below it, and its blocks in order."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
