"""Degrees: one act that accounts tell with other words of degree or doubt, or with none.

Enters: `Material`. Leaves: a `Finding` an act: the words of each account, and its sentence.

The verdicts are open (`judge.grading`): nobody knows whether "virtually" says less than "almost". The words are shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.find.matter.material import Material
from variorum.find.matter.matters import together
from variorum.find.matter.own_words import sentence
from variorum.find.matter.prose import Basis, FindingText, finding, known, one_an_account
from variorum.find.matter.snippets import common_words
from variorum.find.matter.telling import answer, given
from variorum.find.matter.weighing import central, wide
from variorum.folding import fold
from variorum.judge.grading import DEGREE_RULE
from variorum.languages.written_days import TOLD_IN
from variorum.records import Finding, FindingAnswer, Span, Verdict


def differing_degrees(material: Material) -> Iterator[Finding]:
    """Tell of acts with words of degree that differ; who has two of them is left out."""
    open_ = [verdict for verdict in material.verdicts.values() if verdict.rule == DEGREE_RULE]
    for verdicts in together(open_, lambda one: one.marks):
        places = _single(verdicts)
        versions = _versions(material, places)
        if len(versions) > 1:
            told = FindingText(_question(versions), versions)
            shown = tuple(sentence(material, place) for place in places)
            about = dict.fromkeys([*(v.alignment for v in verdicts), *(v.id for v in verdicts)])
            basis = Basis(shown, tuple(about), central(material, shown) * wide(shown))
            yield finding(material, "wording differs", told, basis)


def _question(versions: Sequence[FindingAnswer]) -> str:
    """Ask how what all versions have is told."""
    common = common_words([one.says for one in versions])
    telling = bool(set(common.casefold().split()) - TOLD_IN.sense.common)
    return (
        f"“{common}”: which words do the accounts use?"
        if telling
        else "Which words do the accounts use?"
    )


def _single(verdicts: Sequence[Verdict]) -> list[Span]:
    """Return the words of each account that tells the act in one way, in the order of the text."""
    places = sorted({place for one in verdicts for place in known((one.left, one.right))})
    ways: dict[str, set[str]] = {}
    for place in places:
        ways.setdefault(place.account, set()).add(_folded_words(place))
    return one_an_account([place for place in places if len(ways[place.account]) == 1])


def _versions(material: Material, places: Sequence[Span]) -> tuple[FindingAnswer, ...]:
    """Return each version of the words with the accounts that have it."""
    having: dict[str, list[Span]] = {}
    for place in places:
        having.setdefault(_folded_words(place), []).append(place)
    return tuple(
        answer(
            f"“{' '.join(some[0].text.split())}”",
            given(sorted(some, key=lambda place: material.label(place.account))),
        )
        for some in having.values()
    )


def _folded_words(place: Span) -> str:
    return " ".join(fold(place.text).casefold().split())
