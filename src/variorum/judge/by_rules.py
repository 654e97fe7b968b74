"""By rules: the judge that comes with Variorum, a table of rules that can be read.

Enters: pairs of passages. Leaves: for each the judgement of the first row of `RULES` that fires.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.judge.passages.pairs import Marks, Pair, Side, side
from variorum.judge.passages.rules import RULES, PassageRule
from variorum.judge.precision import confidence
from variorum.seams import Judgement, PassageInContext, PassagePair
from variorum.vocabulary import VerdictKind


class Rules:
    """Judges by the table; asks nothing of the question, which passages met by (`align.questions`)."""

    fingerprint = "rules"
    costly = False

    def judge(self, pairs: Sequence[PassagePair]) -> list[Judgement | None]:
        """Return the judgement of the first row that fires; the last row always does."""
        sides: dict[str, Side] = {}
        return [_judgement(_pair(pair, sides)) for pair in pairs]


def compare(pair: Pair) -> tuple[VerdictKind, PassageRule, Marks]:
    """Return the first row of the table that fires, with its marks."""
    for kind, rule in RULES:
        marks = rule(pair)
        if marks is not None:
            return kind, rule, marks
    raise AssertionError("the last rule of the table always fires")


def rule_sentence(rule: PassageRule, marks: Marks) -> str:
    """Return a rule's sentence, with the words that carry the difference."""
    text = (rule.__doc__ or "").strip().splitlines()[0]
    words = [f"“{mark.text}”" for mark in (marks.left, marks.right) if mark is not None]
    return f"{text.rstrip('.')}: {' / '.join(words)}." if words else text


def _pair(pair: PassagePair, sides: dict[str, Side]) -> Pair:
    """Read both sides; a passage that meets several is read once."""
    return Pair(_side(pair.left, sides), _side(pair.right, sides))


def _side(here: PassageInContext, sides: dict[str, Side]) -> Side:
    found = sides.get(here.passage.id)
    if found is None:
        found = sides[here.passage.id] = side(here.dossier, here.passage)
    return found


def _judgement(pair: Pair) -> Judgement:
    kind, rule, marks = compare(pair)
    return Judgement(
        relation=kind,
        rule=rule.__name__,
        because=rule_sentence(rule, marks),
        marks=tuple(mark for mark in (marks.left, marks.right) if mark is not None),
        probability=confidence(rule.__name__),
    )
