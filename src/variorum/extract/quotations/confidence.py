"""Confidence: how often quotations of one construction are right.

Enters: a quotation's manner, the frame of its cue, and how its speaker is known. Leaves: a share,
0 to 1, from the language's table, which `python -m quality.quotations_reliability` measures.
"""

from __future__ import annotations

from collections.abc import Mapping

from variorum.extract.quotations.view import Attribution
from variorum.records import Speaker
from variorum.vocabulary import Manner

Construction = tuple[str, ...]
"""Manner, frame of the cue, and the kind of speaker: "name", "path", "phrase", "word" (a pronoun of
nobody known) or "nobody".
"""


def construction(manner: Manner, one: Attribution, speaker: Speaker) -> Construction:
    """Return the construction of an attribution."""
    frame = f"{one.cue.kind} {one.cue.frame.name}" if one.cue else ""
    resolved = "path" if speaker.path else "name" if speaker.within else "phrase"
    unknown = "word" if speaker.place else "nobody"
    return manner, frame, resolved if speaker.name else unknown


def confidence(of: Construction, rates: Mapping[Construction, float | None]) -> float | None:
    """Return the share of right ones among those alike, by the narrowest that was measured.

    A construction too rare to be measured falls back on its manner and frame; ``None`` where those
    were too rare too, or seldom right.
    """
    heads = (of[:length] for length in range(len(of), 1, -1))
    return next((rates[head] for head in heads if head in rates), None)
