"""Matters: verdicts that tell of one thing, together, so that one thing is told once.

Enters: `Material`. Leaves: `Matter`s in the order of the ledger.

One statement in five outlets meets each of them in a pair of its own, and often at several places of
the story. Verdicts of one sort whose marked words overlap tell of one matter.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from variorum.find.matter.material import Material
from variorum.judge.larger import CLAIMED_BY
from variorum.link.grouping.groups import Groups
from variorum.records import Alignment, Check, Span, Verdict

T = TypeVar("T")

FIGURES = frozenset({"figure differs", "scope differs"})
SENSES = frozenset(
    {
        "contradicted",
        "sense differs",
        "attribution differs",
        "place differs",
        "actor differs",
    }
)
UPDATE_RULES = frozenset({"later count", "later_figure"})
"""Rules by which two figures differ as a count does that grows."""

SENTENCE_GAP = 6
"""Characters between sentences that follow one another, quotation marks and spaces."""


class Matter(Struct, frozen=True):
    """Verdicts of one matter, and the alignments that they belong to; `kind` is the finding's."""

    kind: str
    verdicts: tuple[Verdict, ...]
    alignments: tuple[Alignment, ...]

    @property
    def about(self) -> tuple[str, ...]:
        """Return the ids of all that is told of: alignments, then verdicts."""
        return (*(one.id for one in self.alignments), *(one.id for one in self.verdicts))


def figures(material: Material) -> Iterator[Matter]:
    """Yield matters of figures that differ; a count that only grew is an "update", told by days."""
    grew = [v for v in material.verdicts.values() if v.kind == "update" and not is_claimed(v)]
    for verdicts in together([*_deciding_verdicts(material, FIGURES), *grew], _marks):
        kinds = {v.kind for v in verdicts}
        kind = next(kind for kind in ("figure differs", "update", "scope differs") if kind in kinds)
        yield Matter(kind, tuple(verdicts), _alignments(material, verdicts))


def times(material: Material) -> Iterator[Matter]:
    """Yield acts that accounts put at different times."""
    for verdicts in together(_deciding_verdicts(material, frozenset({"time differs"})), _marks):
        yield Matter("time differs", tuple(verdicts), _alignments(material, verdicts))


def senses(material: Material) -> Iterator[Matter]:
    """Yield matters that differ in sense, speaker or circumstance, those of one kind together."""
    counted = {
        mark for matter in figures(material) for one in matter.verdicts for mark in _marks(one)
    }
    states = [v for v in _deciding_verdicts(material, frozenset({"update"})) if is_claimed(v)]
    differing = [*_deciding_verdicts(material, SENSES), *states]
    told = [v for v in differing if not _only_figures(v, counted)]
    for kind in sorted({v.kind for v in told}):
        for verdicts in together([v for v in told if v.kind == kind], _marks, gap=SENTENCE_GAP):
            yield Matter(kind, tuple(verdicts), _alignments(material, verdicts))


def checked(material: Material, wanted: Callable[[Check], bool]) -> Iterator[tuple[Check, ...]]:
    """Yield checks of one kind that were held against the same words of a record, together."""
    found = [check for check in material.checks.values() if wanted(check)]
    for kind in sorted({check.kind for check in found}):
        mine = [check for check in found if check.kind == kind]
        yield from (tuple(group) for group in together(mine, _matched))


def _deciding_verdicts(material: Material, kinds: frozenset[str]) -> list[Verdict]:
    """Return the verdicts that gave their alignments its own, of some kinds, as pairs."""
    return [
        verdict
        for verdict in material.verdicts.values()
        if verdict.kind in kinds
        and verdict.right is not None
        and material.alignments[verdict.alignment].verdict == verdict.kind
    ]


def is_claimed(verdict: Verdict) -> bool:
    """Tell whether a verdict is the claim of a larger judge, who names words and no number or time."""
    return verdict.rule.startswith(CLAIMED_BY)


def _only_figures(verdict: Verdict, counted: set[Span]) -> bool:
    """Tell whether a verdict rests on nothing but figures that are told of as figures."""
    return bool(verdict.marks) and all(mark in counted for mark in verdict.marks)


def _alignments(material: Material, verdicts: Iterable[Verdict]) -> tuple[Alignment, ...]:
    return tuple(material.alignments[key] for key in dict.fromkeys(v.alignment for v in verdicts))


def _marks(verdict: Verdict) -> tuple[Span, ...]:
    return verdict.marks or _readings(verdict)


def _readings(verdict: Verdict) -> tuple[Span, ...]:
    return tuple(place for place in (verdict.left, verdict.right) if place is not None)


def _matched(check: Check) -> tuple[Span, ...]:
    return (check.match or check.place,)


def together(
    found: Sequence[T], places: Callable[[T], Sequence[Span]], *, gap: int = 0
) -> list[list[T]]:
    """Put together what shares characters of one account, or stands at most a `gap` apart."""
    groups = Groups(len(found))
    spots: dict[Hashable, list[tuple[int, int, int]]] = {}
    for number, one in enumerate(found):
        for place in places(one):
            spots.setdefault(place.account, []).append((place.start, place.end, number))
    for mine in spots.values():
        reached, last = -1, -1
        for start, end, number in sorted(mine):
            if start < reached + gap:
                groups.join(last, number)
            if end > reached:
                reached, last = end, number
    return [[found[number] for number in group] for group in groups.all()]
