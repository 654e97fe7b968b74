"""Review: what people decided about what was found, beside it and never over it.

Enters: records, and the `Decision`s of people. Leaves: standings, a queue, agreement, orphans, and
records with people's merges and splits applied.
"""

from variorum.review.agreeing import Agreement, agreement
from variorum.review.anchoring import VERSIONS, Anchors, Version, anchors
from variorum.review.deciding import (
    JOINED,
    RETYPES,
    Signed,
    decide,
    merge,
    set_apart,
    split,
    took_for_one,
    undo,
)
from variorum.review.describing import account_place, evidence, identity, kind_of, said
from variorum.review.on_events import decided_on_events
from variorum.review.ordering import QueueItem, queue
from variorum.review.overlaying import overlay
from variorum.review.standing import Progress, Standing, Standings, decisions_in_force, standings

__all__ = [
    "JOINED",
    "RETYPES",
    "VERSIONS",
    "Agreement",
    "Anchors",
    "Progress",
    "QueueItem",
    "Signed",
    "Standing",
    "Standings",
    "Version",
    "account_place",
    "agreement",
    "anchors",
    "decide",
    "decided_on_events",
    "decisions_in_force",
    "evidence",
    "identity",
    "kind_of",
    "merge",
    "overlay",
    "queue",
    "said",
    "set_apart",
    "split",
    "standings",
    "took_for_one",
    "undo",
]
