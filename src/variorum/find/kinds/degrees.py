"""Degrees: one act that accounts tell with other words of degree or doubt, or with none.

Enters: `Material`. Leaves: a `Finding` an act: the words of each account, and its sentence.

The verdicts are open (`judge.grading`): nobody knows whether "virtually" says less than "almost". The words are shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.find.matter.material import Material
from variorum.find.matter.matters import together
from variorum.find.matter.own_words import sentence
from variorum.find.matter.prose import Basis, finding, known, listed, one_an_account, worded
from variorum.find.matter.weighing import central, wide
from variorum.folding import fold
from variorum.judge.grading import DEGREE_RULE
from variorum.records import Finding, Span, Verdict


def differing_degrees(material: Material) -> Iterator[Finding]:
    """Tell of acts with words of degree that differ; who has two of them is left out."""
    open_ = [verdict for verdict in material.verdicts.values() if verdict.rule == DEGREE_RULE]
    for verdicts in together(open_, lambda one: one.marks):
        places = _single(verdicts)
        versions = _versions(material, places)
        if len(versions) > 1:
            because = (
                f"One thing, told with different words of degree or doubt: {listed(versions)}."
            )
            shown = tuple(sentence(material, place) for place in places)
            quoted = "; ".join(worded(material, place) for place in shown)
            about = dict.fromkeys([*(v.alignment for v in verdicts), *(v.id for v in verdicts)])
            strength = central(material, shown) * wide(shown)
            yield finding("wording differs", quoted, because, Basis(shown, tuple(about), strength))


def _single(verdicts: Sequence[Verdict]) -> list[Span]:
    """Return the words of each account that tells the act in one way, in the order of the text."""
    places = sorted({place for one in verdicts for place in known((one.left, one.right))})
    ways: dict[str, set[str]] = {}
    for place in places:
        ways.setdefault(place.account, set()).add(_folded_words(place))
    return one_an_account([place for place in places if len(ways[place.account]) == 1])


def _versions(material: Material, places: Sequence[Span]) -> list[str]:
    """Return each version of the words with the accounts that have it."""
    having: dict[str, list[Span]] = {}
    for place in places:
        having.setdefault(_folded_words(place), []).append(place)
    return [
        f"“{' '.join(some[0].text.split())}” ({listed(sorted(material.label(p.account) for p in some))})"
        for some in having.values()
    ]


def _folded_words(place: Span) -> str:
    return " ".join(fold(place.text).casefold().split())
