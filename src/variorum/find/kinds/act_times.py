"""Times of acts: acts that accounts put at different times, each as a question with all its answers.

Enters: `Material`. Leaves: `Finding`s. Each answer stands once, and under it the words of each
account that gives it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from variorum.find.kinds.answers import lowered
from variorum.find.matter import matters
from variorum.find.matter.material import Material
from variorum.find.matter.matters import Matter
from variorum.find.matter.own_words import sentence
from variorum.find.matter.prose import Basis, FindingText, finding, listed, one_an_account
from variorum.find.matter.telling import answer, sourced
from variorum.find.matter.weighing import central, wide
from variorum.judge.acts.windows import Window, apart, window
from variorum.languages.registry import language_of
from variorum.languages.written_days import TOLD_IN
from variorum.records import Finding, Span

RECKONED = "A day such as “yesterday” is counted from the day on which its account was published."


class TimedAnswer(Struct, frozen=True):
    """The words of an act's time, and the days and minutes that they mean."""

    mark: Span
    window: Window


def differing_times(material: Material) -> Iterator[Finding]:
    """Tell of acts to which accounts give different times."""
    for matter in matters.times(material):
        answers = _answers(material, matter)
        if len(answers) < len(("one", "other")):
            continue
        said = [one for _, told in answers for one in told]
        places = tuple(dict.fromkeys(sentence(material, one.mark) for one in said))
        several = one_an_account(places)
        named = [label for label, _ in answers]
        told = FindingText(
            f"{matter.alignments[0].about}: {listed(named, 'or')}?",
            tuple(
                answer(label, [sourced(material, one.mark) for one in some])
                for label, some in answers
            ),
            RECKONED if any(one.window.reckoned and one.window.weekday for one in said) else "",
        )
        strength = central(material, several) * wide(several)
        yield finding(material, matter.kind, told, Basis(places, matter.about, strength))


def _answers(material: Material, matter: Matter) -> list[tuple[str, list[TimedAnswer]]]:
    """Return the answers in the order of time: days where these differ, else times of the day."""
    pairs = [[_timed(material, mark) for mark in one.marks] for one in matter.verdicts]
    by_day = any(_differ_by_day(pair) for pair in pairs)
    told = [one for pair in pairs for one in pair if one is not None]
    if by_day:
        told = [one for one in told if one.window.weekday]
    found: dict[tuple[float, float], dict[Span, TimedAnswer]] = {}
    for one in sorted(told, key=lambda one: one.mark):
        found.setdefault(_when(one, by_day=by_day), {})[one.mark] = one
    answers = [list(found[key].values()) for key in sorted(found)]
    clear = answers if by_day else [one for one in answers if _is_clear(one, answers)]
    return [(_label(told, by_day=by_day), told) for told in clear]


def _is_clear(answer: Sequence[TimedAnswer], answers: Sequence[Sequence[TimedAnswer]]) -> bool:
    """Tell whether a time lies apart from every other answer: "about 3.10" is no answer beside "3"."""
    first = answers.index(answer)
    return all(
        apart(one.window, other.window)
        for number, beside in enumerate(answers)
        if number < first
        for one in answer
        for other in beside
    )


def _differ_by_day(pair: Sequence[TimedAnswer | None]) -> bool:
    """Tell whether two times are of different days."""
    days = {one.window.weekday for one in pair if one is not None}
    return None not in days and len(days) > 1


def _timed(material: Material, mark: Span) -> TimedAnswer | None:
    ends = (mark.account, mark.end)
    moment = next(
        (m for m in material.moments.values() if (m.place.account, m.place.end) == ends), None
    )
    if moment is None:
        return None
    before = mark.text[: moment.place.start - mark.start]
    account = material.accounts[mark.account]
    calendar = language_of(account.language).calendar
    found = window(calendar, moment, before, account.published)
    return None if found is None else TimedAnswer(mark, found)


def _when(one: TimedAnswer, *, by_day: bool) -> tuple[float, float]:
    if by_day:
        return one.window.weekday or 0, 0
    low, high = one.window.low or 0, one.window.high or 0
    return (low + high) / 2, high


def _label(told: Sequence[TimedAnswer], *, by_day: bool) -> str:
    """Return an answer in words: a day by its name, a time as it is written, the shortest of them."""
    if by_day:
        return TOLD_IN.calendar.weekday_names[(told[0].window.weekday or 1) - 1]
    return min((lowered(one.mark.text) for one in told), key=lambda text: (len(text), text))
