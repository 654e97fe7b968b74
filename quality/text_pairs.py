"""Pairs of labelled texts: what the ledger says of two short accounts, against what people said.

Enters: `Pair`s. Leaves: a `Row` for each, with the ledger's answer; and shares of rows as `Score`s,
over whole texts drawn anew and on either half of the texts.

The ledger's answer is the one that the scorer of the real stories counts: a difference where any
verdict on the two accounts tells one, else the same where any says so, else that they were set side
by side ("met"), else nothing.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

import msgspec
from msgspec import Struct

from quality.collating import Collation, beside, collation
from quality.halves import half
from quality.intervals import by_text
from quality.kept import digest, keep, state
from quality.score import Score

Answer = Literal["same", "differs", "met", "nothing"]
SAME = frozenset({"agree", "wording differs"})
DIFFER = frozenset(
    {
        *("figure differs", "sense differs", "contradicted", "attribution differs", "update"),
        *("time differs", "place differs", "actor differs"),
    }
)


class Pair(Struct, frozen=True):
    """Two texts and what people said of them; `text` names the text that parts the halves."""

    text: str
    left: str
    right: str
    gold: str


class Told(Struct, frozen=True):
    """A verdict: its kind and rule, and whether the right text is alone with its reading."""

    kind: str
    rule: str
    alone: bool


class Row(Struct, frozen=True):
    """A pair with the verdicts of a ledger of its two texts."""

    pair: Pair
    told: tuple[Told, ...]

    @property
    def gold(self) -> str:
        """What people said of the pair."""
        return self.pair.gold

    @property
    def answer(self) -> Answer:
        """What the verdicts on the two texts come to."""
        return answer(one.kind for one in self.told if not one.alone)

    @property
    def met(self) -> bool:
        """Whether the two texts were set side by side."""
        return self.answer != "nothing"

    @property
    def only_here(self) -> bool:
        """Whether a reading of the right text is said to be in no other account."""
        return any(one.alone and one.rule != "own_detail" for one in self.told)


Wanted = Callable[[Row], bool]
Measure = Callable[[Sequence[Row]], float]


def rows(name: str, pairs: Iterable[Pair]) -> tuple[Row, ...]:
    """Collate each pair; a left text that stands in several is read once.

    The verdicts are kept, under the name of the set, until the program changes.
    """
    chosen = tuple(pairs)
    texts = (part.encode() for pair in chosen for part in (pair.left, pair.right))
    path = state() / f"{name}-{digest(texts)[:16]}.json"
    if path.exists():
        told = msgspec.json.decode(path.read_bytes(), type=list[tuple[Told, ...]])
    else:
        told = _told(chosen)
        keep(path, msgspec.json.encode(told))
    return tuple(Row(pair, found) for pair, found in zip(chosen, told, strict=True))


def _told(pairs: Sequence[Pair]) -> list[tuple[Told, ...]]:
    by_left: dict[str, list[int]] = defaultdict(list)
    for number, pair in enumerate(pairs):
        by_left[pair.left].append(number)
    found: dict[int, tuple[Told, ...]] = {}
    for left, numbers in by_left.items():
        found |= zip(numbers, _against(left, [pairs[n].right for n in numbers]), strict=True)
    return [found[number] for number in range(len(pairs))]


def _against(left: str, rights: Sequence[str]) -> Iterator[tuple[Told, ...]]:
    if len(rights) == 1:
        yield told(collation([{"text": left}, {"text": rights[0]}]))
        return
    with beside({"text": left}) as with_other:
        for right in rights:
            yield told(with_other({"text": right}))


def told(found: Collation) -> tuple[Told, ...]:
    """Return what a ledger of two texts says of both, and of the second alone."""
    both = {Told(verdict.kind, verdict.rule, False) for verdict, _, _ in found.between()}
    alone = {Told(verdict.kind, verdict.rule, True) for verdict in found.alone(1)}
    return tuple(sorted(both | alone, key=lambda one: (one.alone, one.kind, one.rule)))


def answer(kinds: Iterable[str]) -> Answer:
    """Return the answer that verdicts of these kinds come to."""
    found = frozenset(kinds)
    if found & DIFFER:
        return "differs"
    if found & SAME:
        return "same"
    return "met" if found else "nothing"


def share(of: Wanted, good: Wanted) -> Measure:
    """Return the measure of the share, 0 to 100, of the rows `of` that are `good`."""

    def measure(found: Sequence[Row]) -> float:
        chosen = [one for one in found if of(one)]
        return 100 * sum(map(good, chosen)) / len(chosen) if chosen else math.nan

    return measure


def balanced(gold: Wanted, said: Wanted) -> Measure:
    """Return the measure of balanced accuracy, 0 to 100: the mean of the shares right in either class."""
    right = share(gold, said), share(lambda r: not gold(r), lambda r: not said(r))
    return lambda found: sum(measure(found) for measure in right) / 2


def score(key: str, found: Sequence[Row], measure: Measure, of: Wanted | None = None) -> Score:
    """Return a measure of rows as a score, with its interval and its halves.

    `of` says which rows it is about, where these are not all.
    """
    chosen = [one for one in found if of is None or of(one)]
    halves = {
        name: [one for one in chosen if half(one.pair.text) == name] for name in ("work", "watch")
    }
    return Score(
        key=key,
        value=measure(chosen),
        rows=len(chosen),
        texts=len({one.pair.text for one in chosen}),
        interval=by_text(chosen, lambda one: one.pair.text, measure),
        work=_known(measure(halves["work"])),
        watch=_known(measure(halves["watch"])),
    )


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value


def shares(key: str, found: Sequence[Row], of: Wanted, good: Wanted) -> list[Score]:
    """Return the share of the rows `of` that are `good` as a score; none where there are no such."""
    return [score(key, found, share(of, good), of)] if any(map(of, found)) else []
