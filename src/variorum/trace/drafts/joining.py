"""Joining: quoted words that a source has, but in two places, or of another day.

Enters: a match of quoted words in a source; the timed verbs of the draft and of the sources. Leaves: what was left out
between the two places, and the source's verb of another time; ``None`` where it is neither.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.annotations import Sentence
from variorum.judge.acts.extraction import Act
from variorum.judge.acts.windows import apart
from variorum.records import Dossier, Quotation
from variorum.trace.checking.matching import Match
from variorum.trace.drafts.by_place import ByPlace, sentence_at


def joined_over(source: Dossier, held: Match) -> str | None:
    """Return the words of a source that stand between two sentences which are quoted as one, with no ellipsis."""
    sentences, text = source.annotation.sentences, source.account.text
    for edit in held.edits:
        start, end = edit.left
        if edit.kind == "order" or (
            edit.kind == "omission" and _parts_sentences(text, sentences, start, end)
        ):
            return edit.left_text
    return None


def _parts_sentences(text: str, sentences: Sequence[Sentence], start: int, end: int) -> bool:
    """Tell whether what stands before and after a stretch are two sentences."""
    before, after = len(text[:start].rstrip(" \n\"”“’‘'.,;:!?")) - 1, end
    while after < len(text) and not text[after].isalnum():
        after += 1
    homes = (sentence_at(sentences, before), sentence_at(sentences, after))
    return None not in homes and homes[0] != homes[1]


def other_occasion(
    mine: Quotation, theirs: Quotation, own: ByPlace[Act], acts: ByPlace[Act]
) -> tuple[Act, Act] | None:
    """Return when the draft has words said, and when a source has, if the two lie apart."""
    dated, others = said_when(mine, own), said_when(theirs, acts)
    if len(dated) != 1 or not all(apart(dated[0].window, act.window) for act in others):
        return None
    return (dated[0], others[0]) if others else None


def said_when(quotation: Quotation, acts: ByPlace[Act]) -> list[Act]:
    """Return the timed verbs that the cue of a quotation is: "said on Tuesday"."""
    cue = quotation.cue
    ends = (cue.start, cue.end) if cue else (-1, -1)
    found = acts.meeting(cue) if cue else []
    return [act for act in found if act.told.start == ends[0] or act.told.end == ends[1]]
