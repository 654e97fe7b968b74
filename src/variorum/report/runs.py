"""Page text: an account's own text cut into flat runs that markup can wrap.

Enters: an `Account` and its statements. Leaves: `MarkedRun`s whose texts joined are the account's text.

Spans of quotations, figures and regions overlap and nest; HTML elements must not. So the text is
cut wherever any span begins or ends, and every run carries the classes of all spans over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from variorum.folding import TURNING_MARKS
from variorum.records import Account, Figure, Moment, Quotation, Span

_HIDDEN = re.compile(f"[{TURNING_MARKS}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]")
"""Characters that would reorder or hide the text around them (Unicode TR 36), and controls."""


class MarkedRun(Struct, frozen=True):
    """Characters `start` on, their classes, and whether a link leads here."""

    start: int
    text: str
    classes: tuple[str, ...]
    target: bool


class Mark(Struct, frozen=True):
    """A span of an account with the class its characters get."""

    start: int
    end: int
    name: str


def marks(
    account: Account,
    quotations: Iterable[Quotation],
    figures: Iterable[Figure],
    moments: Iterable[Moment] = (),
) -> list[Mark]:
    """Return the marks of regions, quotations (source, cue, content), figures and moments."""
    found = [Mark(r.start, r.end, f"r-{r.kind}") for r in account.regions if r.kind != "body"]
    for quotation in quotations:
        speaker, cue = quotation.speaker.place, quotation.cue
        found += [Mark(speaker.start, speaker.end, "q-source")] if speaker else []
        found += [Mark(cue.start, cue.end, "q-cue")] if cue else []
        if quotation.manner != "turn":
            found += [Mark(c.start, c.end, "q-content") for c in quotation.contents]
    found += [Mark(f.place.start, f.place.end, "figure") for f in figures]
    found += [Mark(m.place.start, m.place.end, "moment") for m in moments]
    return found


def runs(text: str, given: Sequence[Mark], targets: Iterable[int] = ()) -> list[MarkedRun]:
    """Cut `text` at every mark's edges and every target; joined, the runs are the text."""
    links = {target for target in targets if 0 <= target < len(text)}
    edges = {0, len(text)} | links
    edges |= {edge for m in given for edge in (m.start, m.end) if 0 <= edge <= len(text)}
    cuts = sorted(edges)
    opening: dict[int, list[Mark]] = {}
    for mark in given:
        opening.setdefault(mark.start, []).append(mark)
    open_marks: list[Mark] = []
    found = []
    for start, end in pairwise(cuts):
        open_marks = [m for m in open_marks if m.end > start] + opening.get(start, [])
        classes = tuple(sorted({m.name for m in open_marks if m.end > start}))
        found.append(MarkedRun(start, text[start:end], classes, start in links))
    return found


def within(place: Span, inner: Iterable[Span]) -> list[MarkedRun]:
    """Return a place's words as runs, those of the `inner` places that lie in it marked."""
    given = [
        Mark(max(0, s.start - place.start), min(len(place.text), s.end - place.start), "differs")
        for s in inner
        if s.overlaps(place)
    ]
    return runs(place.text, given)


def revealed(text: str) -> str:
    """Return text in which characters that hide or reorder others are shown as U+FFFD."""
    return _HIDDEN.sub("\ufffd", text)
