"""Vocabulary: the words that fields of records may hold, as contract v1 names them.

Enters: nothing. Leaves: literal types.
"""

from typing import Literal

AccountKind = Literal["transcript", "wire", "report", "rewrite", "translation", "post"]
RegionKind = Literal["title", "dateline", "body", "turn", "furniture", "elision"]
Manner = Literal["direct", "indirect", "mixed", "fragment", "turn"]
Approximator = Literal["over", "under", "about", "at least", "at most", "nearly"]
Direction = Literal["up", "down"]
MomentKind = Literal["date", "time", "duration", "relative"]
NameKind = Literal["person", "organisation", "place"]
SettledKind = Literal[
    "agree",
    "figure differs",
    "time differs",
    "update",
    "scope differs",
    "wording differs",
    "sense differs",
    "attribution differs",
    "contradicted",
]
VerdictKind = Literal[SettledKind, "only here", "unclear"]
AnsweredKind = Literal[SettledKind, "unclear"]
SameQuestion = Literal["yes", "part", "no"]
CheckKind = Literal[
    "verbatim", "edited", "translation variant", "differs", "not found", "cannot tell"
]
DraftVerdict = Literal[
    "verbatim",
    "edited",
    "says the same",
    "differs",
    "in another source",
    "not found",
    "cannot tell",
]
DraftStatement = Literal["quotation", "figure", "name", "date", "sentence"]
ChangeKind = Literal[
    "case", "punctuation", "ellipsis", "brackets", "word", "omission", "addition", "figure", "order"
]
BorrowingKind = Literal["copies", "cites", "translates", "same speech", "common origin"]
DecisionView = Literal["confirm", "reject", "unsure", "retype", "note", "merge", "split", "undo"]
