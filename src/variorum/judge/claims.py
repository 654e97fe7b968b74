"""Claims: what each rule says when it fires, before its precision is looked at.

Enters: the tables of rules. Leaves: a table from a rule's name, as verdicts have it, to its kind.
"""

from __future__ import annotations

from typing import Final

from variorum.judge.figures.contrast import RULES as CONTRASTS
from variorum.judge.figures.pairing import CONFUSABLE, KEEPS_BOUND, LATER_COUNT
from variorum.judge.passages.rules import RULES
from variorum.vocabulary import VerdictKind

DIFFERENT: Final = frozenset({"disjoint", "two readings"})


def _figures() -> dict[str, VerdictKind]:
    found: dict[str, VerdictKind] = {}
    for how, rule in CONTRASTS:
        name = rule.__name__.replace("_", " ")
        if name != KEEPS_BOUND:
            found[name] = "figure differs" if how in DIFFERENT else "agree"
    later: dict[str, VerdictKind] = {LATER_COUNT: "update"}
    scopes: dict[str, VerdictKind] = dict.fromkeys(sorted(CONFUSABLE), "scope differs")
    return {**found, **later, **scopes}


VERDICT_OF_RULE: Final[dict[str, VerdictKind]] = {
    **{rule.__name__: kind for kind, rule in RULES if kind != "unclear"},
    **_figures(),
}
"""Rule to the kind of verdict that it asks for."""
