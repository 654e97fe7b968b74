"""Answers: which numbers stand against each other in one question, each distinct one once.

Enters: the verdicts of a matter and the figures they mark. Leaves: `Answer`s to one question, or the
`Toll` of a count that grew.

A was held against B, and B against C: that does not set A against C. All three answer one question
only if A and C need not differ, or if their accounts met in the matter too. The same number said
twice, as a bound or in other words, is one answer; the same number of something else is none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from decimal import Decimal
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from variorum.find.matter.matters import UPDATE_RULES
from variorum.judge.figures.contrast import NEAREST, compare
from variorum.judge.figures.ranges import converted, kind, range_of
from variorum.judge.figures.sides import fate, group
from variorum.languages.counts import TOLLS
from variorum.languages.registry import language_of
from variorum.link.names.ages import AGE
from variorum.records import Account, Figure, Span, Verdict

MOST = 0.5
"""Share of the other numbers of a toll that one may differ from without having been held against them."""
DAY = 10
"""Characters of an ISO date."""

AnswerKey = tuple[str, int]
"""The number that stands for an answer, and which of several answers with that number it is."""
Edges = dict[frozenset[AnswerKey], list[tuple["GivenNumber", "GivenNumber"]]]
Agreed = frozenset[frozenset[tuple[str, str]]]
"""Pairs of accounts, each with its number, that were found to agree on one count."""


class GivenNumber(Struct, frozen=True):
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
        return f"{number} {self.figure.unit}" if kind(self.figure) else number

    @property
    def given(self) -> tuple[str, str]:
        """Return the account and the number it gives, wherever and how often it does."""
        return self.mark.account, self.number

    @property
    def words(self) -> str:
        """Return the number as it is written; of an age only the number: 31 of "31-year-old"."""
        aged = self.figure is not None and self.figure.unit == AGE
        value = self.figure.value if self.figure and aged else None
        return value or lowered(self.mark.text)


class Answer(Struct, frozen=True):
    """One answer and the places that give it, in the order of their accounts."""

    said: tuple[GivenNumber, ...]

    @property
    def words(self) -> str:
        """Return the number as most of the accounts write it, the shortest of equals."""
        spelled = Counter(one.words for one in self.said)
        return min(spelled, key=lambda text: (-spelled[text], len(text), text))


class DatedAnswer(Struct, frozen=True):
    """What one account gives, and the day on which it was published."""

    day: str
    said: GivenNumber


def lowered(text: str) -> str:
    """Return words on one line, the first in lower case unless its other letters are capitals too."""
    plain = " ".join(text.split())
    return plain if plain[1:2].isupper() else plain[:1].lower() + plain[1:]


def questions(
    verdicts: Sequence[Verdict], placed: Mapping[tuple[str, int], Figure], met: Agreed
) -> Iterator[tuple[Answer, ...]]:
    """Yield the answers of each question, the question of most answers first.

    What is left of a matter, when its widest question is asked, are answers of which every two differ.
    """
    pairs = [pair for verdict in verdicts if (pair := _given_numbers(verdict, placed)) is not None]
    same = _same({said for pair in pairs for said in pair}, met)
    edges = _edges(pairs, same)
    told: list[list[GivenNumber]] = []
    chosen = _of_one_question(edges, same)
    while edges:
        inside = [key for key in edges if key <= chosen]
        answers = _answers([pair for key in inside for pair in edges.pop(key)], same)
        leads = [answer.said[0] for answer in answers]
        if len(answers) > 1 and not any(_is_within(leads, before) for before in told):
            told.append(leads)
            yield answers
        chosen = _apart(edges) if edges else chosen


def _of_one_question(edges: Edges, same: Mapping[GivenNumber, AnswerKey]) -> frozenset[AnswerKey]:
    """Return the answers of a matter, without those that cannot be told to be of its one count."""
    said: dict[AnswerKey, list[GivenNumber]] = defaultdict(list)
    for one in sorted(same, key=_mark):
        said[same[one]].append(one)
    held = {frozenset(one.mark.account for one in pair) for both in edges.values() for pair in both}
    leads: dict[GivenNumber, AnswerKey] = {}
    for key in sorted({key for keys in edges for key in keys}, key=lambda k: (-len(said[k]), k)):
        if not any(_is_near(said[key][0], other) for other in leads):
            leads[said[key][0]] = key
    return frozenset(leads[one] for one in _of_one_count(leads, held, apart_from=0))


def _is_within(asked: Sequence[GivenNumber], before: Sequence[GivenNumber]) -> bool:
    """Tell whether a question was asked before, in these numbers or in another unit."""
    return all(any(_is_near(one, other) for other in before) for one in asked)


def _is_near(one: GivenNumber, other: GivenNumber) -> bool:
    return one.number == other.number or _compatible(one.figure, other.figure)


def _given_numbers(
    verdict: Verdict, placed: Mapping[tuple[str, int], Figure]
) -> tuple[GivenNumber, GivenNumber] | None:
    marks = verdict.marks or tuple(p for p in (verdict.left, verdict.right) if p is not None)
    if len(marks) != len(("left", "right")):
        return None
    left, right = (GivenNumber(mark, placed.get((mark.account, mark.start))) for mark in marks)
    return left, right


def _edges(
    pairs: Sequence[tuple[GivenNumber, GivenNumber]], same: Mapping[GivenNumber, AnswerKey]
) -> Edges:
    edges: Edges = defaultdict(list)
    for left, right in pairs:
        if same[left] != same[right]:
            edges[frozenset((same[left], same[right]))].append((left, right))
    return dict(edges)


def _same(said: Iterable[GivenNumber], met: Agreed) -> dict[GivenNumber, AnswerKey]:
    """Return for each number the answer it gives: "about 200" and 196 may be one.

    Every two accounts of an answer were found to agree. Two may have a number in common and count
    other things, though a third was held against both; those that agree with most come first.
    """
    given = {one.given: one for one in sorted(said, key=_mark)}
    often = Counter(one for pair in met if pair <= given.keys() for one in pair)
    groups: list[list[GivenNumber]] = []
    for one in sorted(given.values(), key=lambda one: (-often[one.given], one.number, one.mark)):
        home = next((g for g in groups if all(_agree(one, other, met) for other in g)), None)
        if home is None:
            groups.append(home := [])
        home.append(one)
    key = {one.given: (g[0].number, place) for place, g in enumerate(groups) for one in g}
    return {one: key[one.given] for one in said}


def _agree(one: GivenNumber, other: GivenNumber, met: Agreed) -> bool:
    beside = one.mark.account == other.mark.account
    together = beside or frozenset((one.given, other.given)) in met
    return together and _is_near(one, other)


def agreed(verdicts: Iterable[Verdict], placed: Mapping[tuple[str, int], Figure]) -> Agreed:
    """Return which accounts were found to agree, and on which numbers: they may share an answer."""
    pairs = (_given_numbers(verdict, placed) for verdict in verdicts if verdict.kind == "agree")
    return frozenset(frozenset((one.given, other.given)) for one, other in filter(None, pairs))


def _compatible(left: Figure | None, right: Figure | None) -> bool:
    """Tell whether two numbers are one, more or less closely rounded, and plainly so."""
    one = None if left is None or right is None else converted(left, right.unit)
    if left is None or right is None or one is None:
        return False
    if compare(left, right).how not in ("equal", "compatible"):
        return False
    numbers = [abs(number) for number in (one.number, range_of(right).number) if number is not None]
    return not numbers or max(numbers) <= min(numbers) * NEAREST


def _apart(edges: Edges) -> frozenset[AnswerKey]:
    """Return answers of which every two differ: those of most accounts, others added in turn."""
    accounts: dict[AnswerKey, set[str]] = defaultdict(set)
    for keys, pairs in edges.items():
        for key in keys:
            accounts[key] |= {one.mark.account for pair in pairs for one in pair}
    widest = max(edges, key=lambda keys: (_width(edges[keys]), sorted(keys)))
    chosen = set(widest)
    for key in sorted(accounts, key=lambda key: (-len(accounts[key]), key)):
        if key not in chosen and all(frozenset({key, one}) in edges for one in chosen):
            chosen.add(key)
    return frozenset(chosen)


def _width(pairs: Sequence[tuple[GivenNumber, GivenNumber]]) -> int:
    return len({one.mark.account for pair in pairs for one in pair})


def _answers(
    pairs: Sequence[tuple[GivenNumber, GivenNumber]], same: Mapping[GivenNumber, AnswerKey]
) -> tuple[Answer, ...]:
    """Return the answers of some pairs, from the smallest number up; none if no two accounts differ.

    Who gives 40 and 52 does not differ from who gives one of both.
    """
    given: dict[AnswerKey, set[GivenNumber]] = defaultdict(set)
    keys: dict[str, set[AnswerKey]] = defaultdict(set)
    for one in (one for pair in pairs for one in pair):
        given[same[one]].add(one)
        keys[one.mark.account].add(same[one])
    if not any(mine.isdisjoint(theirs) for mine, theirs in combinations(keys.values(), 2)):
        return ()
    found = (Answer(tuple(sorted(said, key=_mark))) for said in given.values())
    return _by_size(sorted(found, key=lambda answer: (-len(answer.said), answer.said[0].mark)))


def _by_size(answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """Order answers by their numbers in one unit, or leave them if a number does not turn into it.

    By how many accounts give each would look like a vote.
    """
    sized = [(size, one) for one in answers if (size := _size(one, answers[0])) is not None]
    if len(sized) < len(answers):
        return tuple(answers)
    return tuple(one for _, one in sorted(sized, key=lambda pair: pair[0]))


def _size(answer: Answer, lead: Answer) -> Decimal | None:
    """Return an answer's number, or the end that it has, in the unit of another."""
    one, other = answer.said[0].figure, lead.said[0].figure
    told = converted(one, other.unit) if one and other else None
    return (told.number or told.low or told.high) if told else None


def _mark(said: GivenNumber) -> Span:
    return said.mark


# --- tolls ---------------------------------------------------------------------------------------


def toll(
    verdicts: Sequence[Verdict],
    placed: Mapping[tuple[str, int], Figure],
    accounts: Mapping[str, Account],
) -> tuple[DatedAnswer, ...]:
    """Return what each account gives of a count that grew, by the day of its publication.

    It is empty unless a later account gives more, and holds none whose day is not known. Of an
    account that gives several numbers it holds the highest: the others are earlier counts.
    """
    if not any(verdict.rule in UPDATE_RULES for verdict in verdicts):
        return ()
    pairs = [pair for verdict in verdicts if (pair := _given_numbers(verdict, placed)) is not None]
    dated = [
        DatedAnswer(day, one)
        for one in dict.fromkeys(one for pair in pairs for one in pair)
        if (day := _day(accounts[one.mark.account]))
        and _count_key(accounts, one) == _count_key(accounts, pairs[0][0])
    ]
    best = {
        account: replace(mine[0], said=in_full([one.said for one in mine], accounts[account]))
        for account, mine in _highest(dated).items()
    }
    met = {frozenset(one.mark.account for one in pair) for pair in pairs}
    ordered = {one.said: one for one in sorted(best.values(), key=_by_day)}
    found = [ordered[said] for said in _of_one_count(ordered, met, apart_from=MOST)]
    several = len({one.day for one in found}) > 1 and len({one.said.number for one in found}) > 1
    return tuple(found) if several else ()


def _highest(dated: Sequence[DatedAnswer]) -> dict[str, list[DatedAnswer]]:
    """Return of each account the highest number that it gives, wherever it does."""
    highest: dict[str, list[DatedAnswer]] = {}
    for one in sorted(dated, key=lambda one: _numeric(one.said), reverse=True):
        mine = highest.setdefault(one.said.mark.account, [one])
        if mine[0] is not one and _numeric(mine[0].said) == _numeric(one.said):
            mine.append(one)
    return highest


def in_full(said: Sequence[GivenNumber], account: Account) -> GivenNumber:
    """Return the first of the places where an account gives a number, or where its text limits what its heading says.

    “Nine dead” stands over “killing at least nine people” for want of room.
    """
    first, *others = said
    text = [one for one in others if not _is_heading(account, one)]
    shortened = _is_heading(account, first) and not is_limited(first)
    return text[0] if shortened and text and all(map(is_limited, text)) else first


def is_limited(one: GivenNumber) -> bool:
    """Tell whether a number is a bound, or only about one."""
    return one.figure is not None and one.figure.approximator is not None


def _is_heading(account: Account, one: GivenNumber) -> bool:
    start = one.mark.start
    return any(r.kind == "title" and r.start <= start < r.end for r in account.regions)


def with_alike(
    grown: Sequence[DatedAnswer],
    placed: Mapping[tuple[str, int], Figure],
    accounts: Mapping[str, Account],
) -> tuple[DatedAnswer, ...]:
    """Return a toll with all accounts that give one of its numbers of the same thing on the same day.

    An account that only agrees, or counts the “confirmed” dead, was held against no other day's number.
    """
    told = {one.said.mark.account for one in grown}
    numbers = {(one.day, one.said.number, _befell(accounts, one.said)) for one in grown}
    alike: dict[str, DatedAnswer] = {}
    for (account, _), figure in placed.items():
        said = GivenNumber(figure.place, figure)
        day = _day(accounts[account])
        key = (day, said.number, _befell(accounts, said))
        if day and account not in told and key[2] is not None and key in numbers:
            alike.setdefault(account, DatedAnswer(day, said))
    return tuple(sorted((*grown, *alike.values()), key=_by_day))


def _befell(accounts: Mapping[str, Account], said: GivenNumber) -> tuple[str, str] | None:
    """Return who is counted and what befell them; ``None`` where either is not said."""
    counts, figure = language_of(accounts[said.mark.account].language).counts, said.figure
    who, befell = (group(counts, figure), fate(counts, figure)) if figure else (None, None)
    return (who, befell) if who and befell else None


def _by_day(one: DatedAnswer) -> tuple[str, float, Span]:
    return one.day, _numeric(one.said), one.said.mark


def _of_one_count(
    found: Iterable[GivenNumber], met: Set[frozenset[str]], *, apart_from: float
) -> list[GivenNumber]:
    """Leave out, one by one, what is apart from more than a share of the others.

    A chain of pairs may lead from the toll of one attack to that of another.
    """
    kept = list(found)
    while kept:
        apart = {one: sum(_is_apart(one, other, met) for other in kept) for one in kept}
        worst = max(kept, key=lambda one: apart[one])
        if apart[worst] <= apart_from * (len(kept) - 1):
            break
        kept.remove(worst)
    return kept


def _is_apart(one: GivenNumber, other: GivenNumber, met: Set[frozenset[str]]) -> bool:
    """Tell whether two numbers differ and their accounts, which would have met, did not."""
    left, right = one.figure, other.figure
    accounts = frozenset((one.mark.account, other.mark.account))
    if len(accounts) < len((one, other)) or accounts in met:
        return False
    if left is None or right is None:
        return one.number != other.number
    return converted(left, right.unit) is not None and compare(left, right).differs


def _count_key(accounts: Mapping[str, Account], said: GivenNumber) -> tuple[str | None, str | None]:
    counts, figure = language_of(accounts[said.mark.account].language).counts, said.figure
    befell = None if figure is None else fate(counts, figure)
    return (group(counts, figure), befell) if figure and befell in TOLLS else (None, None)


def _numeric(said: GivenNumber) -> float:
    number = range_of(said.figure).number if said.figure else None
    return float(number or 0)


def _day(account: Account) -> str | None:
    first, last = account.published.earliest, account.published.latest
    if first is None or last is None or account.published.basis == "narrative":
        return None  # a day that only other days in the text imply is a guess
    return first[:DAY] if first[:DAY] == last[:DAY] else None
