"""Timeline: moments that one account leaves open are dated by another account of the event.

Enters: dossiers, and groups of account ids that tell of one event. Leaves: moments with the
account that dates them named in `anchor`; publication ranges with basis "narrative"; rows for a
page, earliest first.

The method is a small constraint problem. An undated report says "on Monday"; the transcript of the
event is dated Monday, November 9. If that is the only Monday that the event's other accounts give,
the report was published within a week of it. What several such words leave possible together is
the range; a moment is dated where every day of the range dates it alike. Anything else stays open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from variorum.annotations import Annotation, Sentence
from variorum.extract.moments.anchors import TimeWords, publication_days, resolved
from variorum.extract.moments.extraction import time_words
from variorum.extract.moments.grammar import FUTURE
from variorum.records import Dossier, Moment, Published, Span
from variorum.syntax import WordClass

_BEFORE, _AFTER = 10, 31
"""Days around a known publication in which another account's dates may anchor this one's."""

_DAY = timedelta(days=1)
_WEEK = 7
_AROUND = range(-_WEEK, _WEEK + 1)
_SHARED_WORDS = 2
"""Content words that two sentences share if they are to tell of one thing."""

_CONTENT = frozenset[WordClass]({"noun", "proper noun", "verb"})


class DatedMoment(Struct, frozen=True):
    """A dated moment and the sentence that it stands in."""

    moment: Moment
    sentence: Span


class Dates(Struct, frozen=True):
    """All moments of some accounts by place, and the publication ranges that were inferred."""

    moments: tuple[Moment, ...]
    published: dict[str, Published]


class _Dated(Struct, frozen=True):
    """A day that an account gives, and the content words of the sentence that gives it.

    A publication day has no words: it dates what happened then, whatever the sentence says.
    """

    day: date
    account: str
    words: frozenset[str] | None


class _Tie(Struct, frozen=True):
    """An open moment, the day it must mean, and what it says of the day of publication.

    `days` are the publication days under which it means that; a date without a year ("November
    9") can be written months later and bounds nothing: `None`.
    """

    moment: Moment
    dated: _Dated
    days: frozenset[date] | None


class _Solved(Struct, frozen=True):
    """What an account's ties leave possible together, in order; no days: nothing is bounded.

    `words` are what the account says of time.
    """

    days: tuple[date, ...]
    ties: tuple[_Tie, ...]
    words: tuple[TimeWords, ...]


def date_open(dossiers: Sequence[Dossier], groups: Sequence[tuple[str, ...]]) -> Dates:
    """Date what accounts leave open, where the other accounts of their group can date it.

    The anchor of such a moment reads "account a-…: 2020-11-09": the account and the day that dated
    it. A publication range holds every day on which the account could have used its words ("on
    Monday").
    """
    of = {dossier.account.id: dossier for dossier in dossiers}
    dated: dict[str, Moment] = {}
    published: dict[str, Published] = {}
    for group in groups:
        members = [of[account] for account in sorted(set(group)) if account in of]
        given = _dated_days(members)
        for dossier in members:
            solved = _solve(dossier, given)
            if solved is None:
                continue
            for moment in _anchored(dossier, solved):
                dated.setdefault(moment.id, moment)
            if solved.days:
                published[dossier.account.id] = _range(solved.days)
    found = [dated.get(m.id, m) for dossier in dossiers for m in dossier.statements.moments]
    found.sort(key=lambda moment: (moment.place.account, moment.place.start))
    return Dates(tuple(found), published)


def _range(days: Sequence[date]) -> Published:
    return Published(earliest=str(days[0]), latest=str(days[-1]), basis="narrative")


def timeline(dossiers: Sequence[Dossier], moments: Sequence[Moment]) -> tuple[DatedMoment, ...]:
    """Return the dated moments with their sentences: earliest first, then account and place."""
    of = {dossier.account.id: dossier for dossier in dossiers}
    rows = [
        DatedMoment(moment, sentence)
        for moment in moments
        if moment.earliest is not None and moment.place.account in of
        for sentence in [_sentence(of[moment.place.account], moment)]
    ]
    return tuple(sorted(rows, key=_order))


def _order(row: DatedMoment) -> tuple[str, str, str, int]:
    moment = row.moment
    return (
        moment.earliest or "",
        moment.latest or "",
        moment.place.account,
        moment.place.start,
    )


def _sentence(dossier: Dossier, moment: Moment) -> Span:
    """Return the sentence around a moment, or its own words where no sentence holds it."""
    sentence = _sentence_at(dossier.annotation, moment.place.start)
    if sentence is None or sentence.end < moment.place.end:
        return moment.place
    return dossier.account.span(sentence.start, sentence.end)


def _sentence_at(annotation: Annotation, offset: int) -> Sentence | None:
    """Return the last sentence that begins at or before an offset."""
    index = bisect_right(annotation.sentences, offset, key=lambda sentence: sentence.start)
    return annotation.sentences[index - 1] if index else None


def _anchored(dossier: Dossier, solved: _Solved) -> list[Moment]:
    """Return an undated account's open moments that others date, directly or by its range."""
    found = {tie.moment.id: _dated_by(tie.moment, tie.dated) for tie in solved.ties}
    possible = [_told_on(solved.words, day) for day in solved.days]
    first = min(solved.ties, key=lambda tie: (tie.dated.day, tie.moment.place.start)).dated
    for moment in dossier.statements.moments:
        readings = [told[moment.id] for told in possible if moment.id in told]
        alike = bool(readings) and all(one == readings[0] for one in readings)
        if moment.anchor is None and alike and readings[0].earliest is not None:
            found.setdefault(moment.id, _dated_by(readings[0], first))
    return list(found.values())


def _dated_by(moment: Moment, dated: _Dated) -> Moment:
    return replace(moment, anchor=f"account {dated.account}: {dated.day}")


def _told_on(words: Sequence[TimeWords], day: date) -> dict[str, Moment]:
    """Return the account's moments as they would be, had it been published on `day`.

    Anchors are dropped: they name the day itself, and would part what is otherwise alike.
    """
    published = Published(earliest=str(day), latest=str(day))
    return {moment.id: replace(moment, anchor=None) for moment in resolved(words, published)}


def _solve(dossier: Dossier, given: Sequence[_Dated]) -> _Solved | None:
    """Return the days on which an undated account can have been published, or `None`."""
    if publication_days(dossier.account.published) is not None:
        return None
    others = [one for one in given if one.account != dossier.account.id]
    opened = [m for m in dossier.statements.moments if m.anchor is None and _is_a_day(m)]
    if not others or not opened:
        return None
    words = time_words(dossier.account, dossier.annotation)
    ties = _ties(dossier, words, opened, others)
    if not ties:
        return None
    bounds = [tie.days for tie in ties if tie.days is not None]
    days = frozenset.intersection(*bounds) if bounds else frozenset()
    return _Solved(tuple(sorted(days)), tuple(ties), words) if days or not bounds else None


def _dated_days(members: Sequence[Dossier]) -> list[_Dated]:
    """Return the days that accounts give: their publication, and dates of a day or a few.

    Only those around a known day of publication: the event's own days, not history.
    """
    known = [days for one in members if (days := publication_days(one.account.published))]
    if not known:
        return []
    low = min(days[0] for days in known) - timedelta(days=_BEFORE)
    high = max(days[1] for days in known) + timedelta(days=_AFTER)
    return [one for member in members for one in _given_days(member) if low <= one.day <= high]


def _given_days(member: Dossier) -> Iterator[_Dated]:
    days = publication_days(member.account.published)
    if days is not None and days[0] == days[1]:
        yield _Dated(days[0], member.account.id, None)
    for moment in member.statements.moments:
        for day in _moment_days(moment):
            yield _Dated(day, member.account.id, _context_lemmas(member, moment))


def _moment_days(moment: Moment) -> list[date]:
    """Return the days of a dated moment that lasts less than a week, none for any other."""
    if moment.earliest is None or moment.latest is None or moment.kind == "duration":
        return []
    first, last = (date.fromisoformat(end[:10]) for end in (moment.earliest, moment.latest))
    length = (last - first).days
    return (
        [first + timedelta(days=more) for more in range(length + 1)] if length < _WEEK - 1 else []
    )


def _ties(
    dossier: Dossier, words: Sequence[TimeWords], opened: Sequence[Moment], dated: Sequence[_Dated]
) -> list[_Tie]:
    """Tie open weekdays and dates without a year to the one day of the others that they can be."""
    days = sorted({one.day + timedelta(days=off) for one in dated for off in _AROUND})
    ahead = [replace(one, looks=one.looks or 2 * FUTURE) for one in words]
    ties: list[_Tie] = []
    told = [(day, _told_on(way, day)) for day in days for way in (words, ahead)]
    for moment in opened:
        meant = [(day, means[moment.id]) for day, means in told if _moment_days(means[moment.id])]
        tie = _tie(meant, dated, _context_lemmas(dossier, moment))
        if tie is None and not _is_a_weekday(moment):
            tie = _tie_by_year(meant, dated)
        if tie is not None:
            ties.append(_bounding(dossier, moment, tie))
    return ties


def _bounding(dossier: Dossier, moment: Moment, tie: _Tie) -> _Tie:
    """Return the tie with what it says of publication: a dateline's day, or the day after it."""
    if _is_a_weekday(moment):
        return tie
    sentence = _sentence_at(dossier.annotation, moment.place.start)
    kind = dossier.account.regions[sentence.region].kind if sentence else "body"
    first = _moment_days(tie.moment)[0]
    return replace(tie, days=frozenset({first, first + _DAY}) if kind == "dateline" else None)


def _is_a_weekday(moment: Moment) -> bool:
    return (moment.value or "").startswith("XXXX-W")


def _is_a_day(moment: Moment) -> bool:
    """Tell weekdays and days of a month from the rest by the form of their open value."""
    return re.match(r"XXXX-(?:WXX-\d|\d\d-\d\d)", moment.value or "") is not None


def _tie(
    meant: Sequence[tuple[date, Moment]], dated: Sequence[_Dated], words: frozenset[str]
) -> _Tie | None:
    """Return the tie of a moment that can mean only one of the days, else `None`.

    `meant` is what it means by day of publication, both ways where its words do not tell which
    way they look. It may mean another account's publication, or a day told in a like sentence.
    """
    reached = frozenset(_moment_days(moment)[0] for _, moment in meant)
    fits = [
        one
        for one in dated
        if one.day in reached and (one.words is None or len(words & one.words) >= _SHARED_WORDS)
    ]
    if len({one.day for one in fits}) != 1:
        return None
    source = min(fits, key=lambda one: one.account)
    possible = [(day, moment) for day, moment in meant if _moment_days(moment)[0] == source.day]
    return _Tie(possible[0][1], source, frozenset(day for day, _ in possible))


def _tie_by_year(meant: Sequence[tuple[date, Moment]], dated: Sequence[_Dated]) -> _Tie | None:
    """Tie a date without a year to the one year that puts it around known publications."""
    published = [one for one in dated if one.words is None]
    if not published:
        return None
    low = min(one.day for one in published) - timedelta(days=_BEFORE)
    high = max(one.day for one in published) + timedelta(days=_AFTER)
    inside = {day: moment for _, moment in meant if low <= (day := _moment_days(moment)[0]) <= high}
    if len(inside) != 1:
        return None
    ((day, moment),) = inside.items()
    source = min(published, key=lambda one: (abs(one.day - day), one.account))
    return _Tie(moment, source, None)


def _context_lemmas(dossier: Dossier, moment: Moment) -> frozenset[str]:
    """Return the lemmas of the content words in a moment's sentence, its own words left out."""
    place = moment.place
    sentence = _sentence_at(dossier.annotation, place.start)
    if sentence is None:
        return frozenset()
    return frozenset(
        token.lemma.lower()
        for token in dossier.annotation.tokens[sentence.first : sentence.last]
        if token.word_class in _CONTENT and not place.start <= token.start < place.end
    )
