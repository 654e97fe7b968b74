"""Occasions: the days of which a sentence tells, and whether two sentences may tell of one.

Enters: a `Dossier` and a sentence of it. Leaves: `NamedDay`s, and whether two such lists are apart.

Accounts of one event also tell of earlier ones ("in February, a quake killed 612 people"). A day
long before or after the account was published, a bare month or a year sets such a sentence apart
from one that names no such day; days that are known on both sides must meet. The day on which somebody
said it ("43 died, police said on Sunday") is none of what is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from variorum.judge.passages.predicates import governor
from variorum.languages.registry import language_of
from variorum.languages.tables import Words
from variorum.records import Dossier, Moment, Published

NEARBY = timedelta(days=6)
"""Days before or after publication within which a day may be that of the event itself."""
SENTENCES_BACK = 2
"""Sentences back from which a sentence without days of its own takes those that set it apart."""
FIRST_YEAR = "1500"
"""Earlier years are clock times that were misread."""
DAY = 10
"""Characters of an ISO date."""
_LONG = re.compile(r"P[\dX.]+[YM]")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_BROAD = re.compile(r"(?:\d{4}|XXXX)(?:-(?:\d\d|Q\d|SP|SU|FA|WI))?")


class NamedDay(Struct, frozen=True):
    """A day or stretch of days that a sentence names: `value` is its TIMEX3 value.

    `far` tells that it is not the time at which the account was published.
    """

    value: str | None
    earliest: str | None
    latest: str | None
    far: bool

    @property
    def is_known(self) -> bool:
        """Tell whether it was resolved to the calendar."""
        return self.earliest is not None and self.latest is not None

    @property
    def weekday(self) -> int | None:
        """Return the day of the week, 1 for Monday, where it is one day."""
        named = _WEEKDAY.match(self.value or "")
        if named:
            return int(named[1])
        first, last = ((day or "")[:DAY] for day in (self.earliest, self.latest))
        return date.fromisoformat(first).isoweekday() if first and first == last else None


def occasion(dossier: Dossier, sentence: int) -> tuple[NamedDay, ...]:
    """Return the days of a sentence; one without any has the far ones of those it goes on from."""
    for back in range(SENTENCES_BACK + 1):
        here = sentence - back
        found = _days(dossier, here)
        if found:
            return found if not back else tuple(day for day in found if day.far)
        if here < 1 or not _goes_on(dossier, here):
            return ()
    return ()


def at_other_times(one: Sequence[NamedDay], other: Sequence[NamedDay]) -> bool:
    """Tell whether two sentences are told of different times."""
    for mine, theirs in ((one, other), (other, one)):
        if any(day.far and not any(_meet(day, their) for their in theirs) for day in mine):
            return True
    told = [[day for day in days if day.is_known or day.weekday] for days in (one, other)]
    return all(told) and not any(_meet(a, b) for a in told[0] for b in told[1])


def far_apart(one: Published, other: Published) -> bool:
    """Tell whether two accounts were published so long apart that a count has its day from that."""
    ends = (one.earliest, one.latest, other.earliest, other.latest)
    if None in ends:
        return False
    first, last, since, until = (date.fromisoformat((day or "")[:DAY]) for day in ends)
    return since - last > NEARBY or first - until > NEARBY


def _goes_on(dossier: Dossier, sentence: int) -> bool:
    """Tell whether a sentence stands in the paragraph before it or opens with a pronoun."""
    before, here = dossier.annotation.sentences[sentence - 1 : sentence + 1]
    if "\n" not in dossier.account.text[before.end : here.start]:
        return True
    return dossier.annotation.tokens[here.first].word_class == "pronoun"


def _days(dossier: Dossier, sentence: int) -> tuple[NamedDay, ...]:
    found = dossier.annotation.sentences[sentence]
    text, published = dossier.account.text, dossier.account.published
    counts = language_of(dossier.account.language).counts
    inside = [m for m in dossier.statements.moments if found.start <= m.place.start < found.end]
    here = [m for m in inside if not _is_of_saying(dossier, sentence, m)]
    named = [
        NamedDay(m.value, m.earliest, m.latest, _is_far(m, published))
        for m in here
        if m.kind in ("date", "relative", "time")
        and (m.earliest or _BROAD.fullmatch(m.value or "") or _WEEKDAY.match(m.value or ""))
        and (m.earliest or FIRST_YEAR) >= FIRST_YEAR
        and not _since(text[found.start : m.place.start], counts.open_since)
    ]
    shifted = [
        NamedDay(m.value, None, None, far=True)
        for m in here
        if m.kind == "duration" and _shifts(m, text[m.place.end : found.end], counts.shifts)
    ]
    return (*named, *shifted)


def _is_of_saying(dossier: Dossier, sentence: int, moment: Moment) -> bool:
    """Tell whether a day is that on which what the sentence tells was said."""
    found = dossier.annotation.sentences[sentence]
    tokens = dossier.annotation.tokens[found.first : found.last]
    at = next((i for i, t in enumerate(tokens) if t.end >= moment.place.end), None)
    verb = None if at is None else governor(tokens, found.first, at)
    reporting = language_of(dossier.account.language).reporting
    if verb is None or tokens[verb].lemma.lower() not in reporting.speech:
        return False
    below = (token for token in tokens if token.head - found.first == verb)
    return any(token.relation == "clausal complement" for token in below)


def _shifts(moment: Moment, after: str, leading: Words) -> bool:
    """Tell whether a length of months or years leads to another day: "two years after"."""
    long = _LONG.match(moment.value or "") is not None
    return long and bool(leading & set(after.lower().split()[:1]))


def _since(before: str, opening: Words) -> bool:
    return bool(before.split()) and before.rsplit(maxsplit=1)[-1].lower() in opening


def _is_far(moment: Moment, published: Published) -> bool:
    broad = _BROAD.fullmatch(moment.value or "") is not None
    known = (moment.earliest, moment.latest, published.earliest, published.latest)
    if None in known:
        return broad
    first, last, since, until = (date.fromisoformat((day or "")[:DAY]) for day in known)
    return last < since - NEARBY or first > until + NEARBY


def _meet(one: NamedDay, other: NamedDay) -> bool:
    if one.is_known and other.is_known:
        overlap = (one.earliest or "")[:DAY] <= (other.latest or "")[:DAY]
        return overlap and (other.earliest or "")[:DAY] <= (one.latest or "")[:DAY]
    if not (one.far or other.far):
        return None in (one.weekday, other.weekday) or one.weekday == other.weekday
    return _month(one) == _month(other)


def _month(day: NamedDay) -> str:
    """Return what follows the year: "-01" of "XXXX-01" and of a day in January."""
    return (day.value or day.earliest or "")[4:7]
