"""Answers: which numbers stand against each other in one question, each distinct one once.

Enters: the verdicts of a matter and the figures they mark. Leaves: `Answer`s of which every two were
found to differ, or the `Toll` of a count that grew.

A was held against B, and B against C: that does not set A against C. The same number said twice, as
a bound or in other words, is one answer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from variorum.judge.contrast import compare
from variorum.judge.english_counts import TOLLS
from variorum.judge.figure_ranges import converted, range_of
from variorum.judge.figure_sides import fate, group
from variorum.link.groups import Groups
from variorum.records import Account, Figure, Span, Verdict
from variorum.report.matters import LATER

AGE = "year of age"
DAY = 10
"""Characters of an ISO date."""

Edges = dict[frozenset[str], list[tuple["Said", "Said"]]]


class Said(Struct, frozen=True):
    """A number at its place; `figure` is ``None`` where the ledger has no figure there."""

    mark: Span
    figure: Figure | None

    @property
    def number(self) -> str:
        """Return the number in one form, whatever bound or words it stands in."""
        if self.figure is None:
            return self.mark.text.casefold()
        told = range_of(self.figure)
        number = f"{told.low} to {told.high}" if told.number is None else f"{told.number:f}"
        return f"{number} {self.figure.unit or ''}"

    @property
    def words(self) -> str:
        """Return the number as it is written; of an age only the number: 31 of "31-year-old"."""
        aged = self.figure is not None and self.figure.unit == AGE
        value = self.figure.value if self.figure and aged else None
        return value or lowered(self.mark.text)


class Answer(Struct, frozen=True):
    """One answer and the places that give it, in the order of their accounts."""

    said: tuple[Said, ...]

    @property
    def words(self) -> str:
        """Return the number as most of the accounts write it, the shortest of equals."""
        spelled = Counter(one.words for one in self.said)
        return min(spelled, key=lambda text: (-spelled[text], len(text), text))


class Dated(Struct, frozen=True):
    """What one account gives, and the day on which it was published."""

    day: str
    said: Said


def lowered(text: str) -> str:
    """Return words on one line, the first in lower case unless its other letters are capitals too."""
    plain = " ".join(text.split())
    return plain if plain[1:2].isupper() else plain[:1].lower() + plain[1:]


def questions(
    verdicts: Sequence[Verdict], placed: Mapping[tuple[str, int], Figure]
) -> Iterator[tuple[Answer, ...]]:
    """Yield answers of which every two were found to differ, those of most accounts first.

    An account that gives two of them is left out: it does not differ from who gives one of both.
    """
    edges = _edges(verdicts, placed)
    while edges:
        chosen = _apart(edges)
        inside = [key for key in edges if key <= chosen]
        pairs = [pair for key in inside for pair in edges.pop(key)]
        answers = _answers(pairs, _same(one for pair in pairs for one in pair))
        if len(answers) > 1:
            yield answers


def _said(verdict: Verdict, placed: Mapping[tuple[str, int], Figure]) -> tuple[Said, Said] | None:
    marks = verdict.marks or tuple(p for p in (verdict.left, verdict.right) if p is not None)
    if len(marks) != len(("left", "right")):
        return None
    left, right = (Said(mark, placed.get((mark.account, mark.start))) for mark in marks)
    return left, right


def _edges(verdicts: Sequence[Verdict], placed: Mapping[tuple[str, int], Figure]) -> Edges:
    pairs = [pair for verdict in verdicts if (pair := _said(verdict, placed)) is not None]
    same = _same(said for pair in pairs for said in pair)
    edges: Edges = defaultdict(list)
    for left, right in pairs:
        if same[left.number] != same[right.number]:
            edges[frozenset((same[left.number], same[right.number]))].append((left, right))
    return dict(edges)


def _same(said: Iterator[Said]) -> dict[str, str]:
    """Return for each number the one that stands for it: "about 200" and 196 are one answer."""
    figures = {one.number: one.figure for one in said}
    numbers = sorted(figures)
    groups = Groups(len(numbers))
    for (place, one), (other_place, other) in combinations(enumerate(numbers), 2):
        if _compatible(figures[one], figures[other]):
            groups.join(place, other_place)
    return {numbers[place]: numbers[group[0]] for group in groups.all() for place in group}


def _compatible(left: Figure | None, right: Figure | None) -> bool:
    if left is None or right is None or converted(left, right.unit) is None:
        return False
    return compare(left, right).how in ("equal", "compatible")


def _apart(edges: Edges) -> frozenset[str]:
    """Return numbers of which every two differ: those of most accounts, others added in turn."""
    accounts: dict[str, set[str]] = defaultdict(set)
    for key, pairs in edges.items():
        for number in key:
            accounts[number] |= {one.mark.account for pair in pairs for one in pair}
    widest = max(edges, key=lambda key: (_width(edges[key]), sorted(key)))
    chosen = set(widest)
    for number in sorted(accounts, key=lambda number: (-len(accounts[number]), number)):
        if number not in chosen and all(frozenset({number, one}) in edges for one in chosen):
            chosen.add(number)
    return frozenset(chosen)


def _width(pairs: Sequence[tuple[Said, Said]]) -> int:
    return len({one.mark.account for pair in pairs for one in pair})


def _answers(pairs: Sequence[tuple[Said, Said]], same: Mapping[str, str]) -> tuple[Answer, ...]:
    given: dict[str, dict[Span, Said]] = defaultdict(dict)
    numbers: dict[str, set[str]] = defaultdict(set)
    for one in (one for pair in pairs for one in pair):
        given[same[one.number]][one.mark] = one
        numbers[one.mark.account].add(same[one.number])
    answers = []
    for said in given.values():
        kept = [one for mark, one in sorted(said.items()) if len(numbers[mark.account]) == 1]
        if kept:
            answers.append(Answer(tuple(kept)))
    return tuple(sorted(answers, key=lambda answer: (-len(answer.said), answer.said[0].mark)))


# --- tolls ---------------------------------------------------------------------------------------


def toll(
    verdicts: Sequence[Verdict],
    placed: Mapping[tuple[str, int], Figure],
    accounts: Mapping[str, Account],
) -> tuple[Dated, ...]:
    """Return what each account gives of a count that grew, by the day of its publication.

    It is empty unless a later account gives more, and holds none whose day is not known. Of an
    account that gives several numbers it holds the highest: the others are earlier counts.
    """
    if not any(verdict.rule in LATER for verdict in verdicts):
        return ()
    pairs = [pair for verdict in verdicts if (pair := _said(verdict, placed)) is not None]
    dated = [
        Dated(day, one)
        for one in dict.fromkeys(one for pair in pairs for one in pair)
        if (day := _day(accounts[one.mark.account])) and _counted(one) == _counted(pairs[0][0])
    ]
    best: dict[str, Dated] = {}
    for one in sorted(dated, key=lambda one: _number(one.said), reverse=True):
        best.setdefault(one.said.mark.account, one)
    found = sorted(best.values(), key=lambda one: (one.day, _number(one.said), one.said.mark))
    several = len({one.day for one in found}) > 1 and len({one.said.number for one in found}) > 1
    return tuple(found) if several else ()


def _counted(said: Said) -> tuple[str | None, str | None]:
    figure = said.figure
    return (group(figure), fate(figure)) if figure and fate(figure) in TOLLS else (None, None)


def _number(said: Said) -> float:
    number = range_of(said.figure).number if said.figure else None
    return float(number or 0)


def _day(account: Account) -> str | None:
    first, last = account.published.earliest, account.published.latest
    if first is None or last is None or account.published.basis == "narrative":
        return None  # a day that only other days in the text imply is a guess
    return first[:DAY] if first[:DAY] == last[:DAY] else None
