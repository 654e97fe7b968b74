"""Texts held against each other: the product's own steps on accounts made of labelled texts.

Enters: texts. Leaves: dossiers (studied once each), and what `align` and `judge` make of two of
them, taken as accounts of one event.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from variorum import align, judge, stages
from variorum.link.entities import entities
from variorum.records import Account, Dossier, Passage, Region, Verdict, new_id

BEST_CUTS = 200
"""Thresholds tried for a peer that has one number a row: it is given its best on these rows."""


class Compared(Struct, frozen=True):
    """Two dossiers, the verdicts on their readings, and those on their counts."""

    left: Dossier
    right: Dossier
    verdicts: tuple[Verdict, ...]
    counted: tuple[Verdict, ...] = ()

    def about(self, account: str) -> list[Verdict]:
        """Return the verdicts in which the account has a reading, those it is alone in included."""
        return [v for v in self.verdicts if account in {p.account for p in (v.left, v.right) if p}]


def studied(name: str, text: str) -> Dossier:
    """Return a text as an English account with all that the first steps find in it."""
    body = Region(kind="body", start=0, end=len(text))
    account = Account(id=name, source=name, text=text, language="en", regions=(body,))
    return stages.study(account)


def compared(left: Dossier, right: Dossier) -> Compared:
    """Return the verdicts on two accounts that are taken to tell of one event."""
    pair = sorted((left, right), key=lambda dossier: dossier.account.id)
    named = stages.mentions(entities(pair))
    by_id = {dossier.account.id: dossier for dossier in pair}
    _, verdicts = judge.judge(align.align("e", pair), by_id, named)
    _, counted = judge.counts("e", by_id)
    return Compared(left, right, verdicts, counted)


def says_same(verdict: Verdict) -> bool:
    """Tell whether a verdict says that two accounts say the same, whoever they give it to."""
    return verdict.kind in ("agree", "attribution differs") or verdict.rule == "close_wording"


def whole(dossier: Dossier) -> Dossier:
    """Return a dossier with one passage: all of its text."""
    account, annotation = dossier.account, dossier.annotation
    first, last = annotation.sentences[0], annotation.sentences[-1]
    passage = Passage(
        id=new_id("s", account.id, first.start, last.end),
        place=account.span(first.start, last.end),
        first=first.first,
        last=last.last,
        sentence=0,
    )
    middle = dossier.vectors.mean(axis=0, keepdims=True)
    vector = middle / np.linalg.norm(middle)
    return replace(dossier, passages=(passage,), passage_vectors=vector)


def nearest(part: Dossier, whole: Dossier) -> float:
    """Return the lowest, over the sentences of `part`, of the best cosine to one of `whole`.

    The peer: what the sentence vectors alone say about whether `whole` has all of `part`.
    """
    return float(np.max(part.vectors @ whole.vectors.T, axis=1).min())


def balanced(gold: Sequence[bool], said: Sequence[bool]) -> float:
    """Return balanced accuracy, 0 to 100: the mean of the accuracies on either class."""
    right = [[g == s for g, s in zip(gold, said, strict=True) if g == kind] for kind in (0, 1)]
    return 100 * sum(sum(hits) / len(hits) for hits in right) / 2


def accuracy(gold: Sequence[bool], said: Sequence[bool]) -> float:
    """Return the share of rows, 0 to 100, that were said as the gold says."""
    return 100 * sum(g == s for g, s in zip(gold, said, strict=True)) / len(gold)


def cuts(values: Iterable[float]) -> list[float]:
    """Return thresholds worth trying for a number, at its quantiles."""
    ordered = sorted(values)
    step = max(1, len(ordered) // BEST_CUTS)
    return ordered[::step]
