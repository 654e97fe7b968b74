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

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from variorum.extract.moment_anchors import Said, publication_days, resolved
from variorum.extract.moments import said
from variorum.records import Dossier, Moment, Published, Span

_BEFORE, _AFTER = 10, 31
"""Days around a known publication in which another account's dates may anchor this one's."""

_WEEK = 7
_SHARED_WORDS = 2
"""Content words that two sentences share if they are to tell of one thing."""

_CONTENT = frozenset({"NOUN", "PROPN", "VERB"})


class Row(Struct, frozen=True):
    """A dated moment and the sentence that it stands in."""

    moment: Moment
    sentence: Span


class _Dated(Struct, frozen=True):
    """A day that an account gives, and the content words of the sentence that gives it.

    A publication day has no words: it dates what happened then, whatever the sentence says.
    """

    day: date
    account: str
    words: frozenset[str] | None


class _Tie(Struct, frozen=True):
    """An open moment, the day it must mean, and the publication days under which it does."""

    moment: str
    dated: _Dated
    days: frozenset[date]


class _Solved(Struct, frozen=True):
    """What an account's ties leave possible together, in order."""

    days: tuple[date, ...]
    ties: tuple[_Tie, ...]


def anchor_moments(
    dossiers: Sequence[Dossier], groups: Sequence[tuple[str, ...]]
) -> tuple[Moment, ...]:
    """Return all moments of all dossiers; open ones are dated where their group can date them.

    The anchor of those reads "account a-…: 2020-11-09": the account and the day that dated them.
    """
    of = {dossier.account.id: dossier for dossier in dossiers}
    dated: dict[str, Moment] = {}
    for group in groups:
        members = [of[account] for account in sorted(set(group)) if account in of]
        for dossier in members:
            for moment in _anchored(dossier, members):
                dated.setdefault(moment.id, moment)
    found = [dated.get(m.id, m) for dossier in dossiers for m in dossier.statements.moments]
    return tuple(sorted(found, key=lambda moment: (moment.place.account, moment.place.start)))


def inferred_publication(
    dossiers: Sequence[Dossier], group: tuple[str, ...]
) -> dict[str, Published]:
    """Return publication ranges of the group's undated accounts, where others imply them.

    The range holds every day on which the account could have used its words ("on Monday").
    """
    members = sorted(
        (dossier for dossier in dossiers if dossier.account.id in group),
        key=lambda dossier: dossier.account.id,
    )
    solved = {dossier.account.id: _solve(dossier, members) for dossier in members}
    return {
        account: Published(
            earliest=str(found.days[0]), latest=str(found.days[-1]), basis="narrative"
        )
        for account, found in solved.items()
        if found is not None
    }


def timeline(dossiers: Sequence[Dossier], moments: Sequence[Moment]) -> tuple[Row, ...]:
    """Return the dated moments with their sentences: earliest first, then account and place."""
    of = {dossier.account.id: dossier for dossier in dossiers}
    rows = [
        Row(moment, sentence)
        for moment in moments
        if moment.earliest is not None and moment.place.account in of
        for sentence in [_sentence(of[moment.place.account], moment)]
    ]
    return tuple(sorted(rows, key=_order))


def _order(row: Row) -> tuple[str, str, str, int]:
    moment = row.moment
    return (
        moment.earliest or "",
        moment.latest or "",
        moment.place.account,
        moment.place.start,
    )


def _sentence(dossier: Dossier, moment: Moment) -> Span:
    """Return the sentence around a moment, or its own words where no sentence holds it."""
    sentences = dossier.annotation.sentences
    index = bisect_right(sentences, moment.place.start, key=lambda sentence: sentence.start) - 1
    if index < 0 or sentences[index].end < moment.place.end:
        return moment.place
    return dossier.account.span(sentences[index].start, sentences[index].end)


def _anchored(dossier: Dossier, members: Sequence[Dossier]) -> list[Moment]:
    """Return an undated account's open moments that every possible day dates alike."""
    solved = _solve(dossier, members)
    if solved is None:
        return []
    words = said(dossier.account, dossier.annotation)
    possible = [_told_on(words, day) for day in solved.days]
    because = {tie.moment: tie.dated for tie in solved.ties}
    first = min(solved.ties, key=lambda tie: (tie.dated.day, tie.moment)).dated
    found: list[Moment] = []
    for moment in dossier.statements.moments:
        if moment.anchor is not None:
            continue
        readings = [told[moment.id] for told in possible if moment.id in told]
        if readings and readings[0].earliest and all(r == readings[0] for r in readings):
            found.append(_named(readings[0], because.get(moment.id, first)))
    return found


def _named(moment: Moment, dated: _Dated) -> Moment:
    return Moment(
        id=moment.id,
        place=moment.place,
        kind=moment.kind,
        earliest=moment.earliest,
        latest=moment.latest,
        anchor=f"account {dated.account}: {dated.day}",
        value=moment.value,
    )


def _told_on(words: Sequence[Said], day: date) -> dict[str, Moment]:
    """Return the account's moments as they would be, had it been published on `day`.

    Anchors are dropped: they name the day itself, and would part what is otherwise alike.
    """
    published = Published(earliest=str(day), latest=str(day))
    return {
        moment.id: Moment(
            id=moment.id,
            place=moment.place,
            kind=moment.kind,
            earliest=moment.earliest,
            latest=moment.latest,
            value=moment.value,
        )
        for moment in resolved(words, published)
    }


def _solve(dossier: Dossier, members: Sequence[Dossier]) -> _Solved | None:
    """Return the days on which an undated account can have been published, or `None`."""
    if publication_days(dossier.account.published) is not None:
        return None
    others = [member for member in members if member.account.id != dossier.account.id]
    dated = _near(_dated_days(others), others)
    if not dated:
        return None
    ties = _ties(dossier, dated)
    if not ties:
        return None
    days = frozenset.intersection(*(tie.days for tie in ties))
    return _Solved(tuple(sorted(days)), tuple(ties)) if days else None


def _dated_days(others: Sequence[Dossier]) -> list[_Dated]:
    """Return the days that accounts give: their publication, and dates of a day or a few."""
    found: list[_Dated] = []
    for other in others:
        days = publication_days(other.account.published)
        if days is not None and days[0] == days[1]:
            found.append(_Dated(days[0], other.account.id, None))
        for moment in other.statements.moments:
            found.extend(
                _Dated(day, other.account.id, _words(other, moment)) for day in _days(moment)
            )
    return found


def _days(moment: Moment) -> list[date]:
    """Return the days of a dated moment that lasts less than a week, none for any other."""
    if moment.earliest is None or moment.latest is None or moment.kind == "duration":
        return []
    first, last = (date.fromisoformat(end[:10]) for end in (moment.earliest, moment.latest))
    length = (last - first).days
    return (
        [first + timedelta(days=more) for more in range(length + 1)] if length < _WEEK - 1 else []
    )


def _near(dated: Sequence[_Dated], others: Sequence[Dossier]) -> list[_Dated]:
    """Keep the days that lie around a known day of publication: the event's own, not history."""
    known = [days for other in others if (days := publication_days(other.account.published))]
    if not known:
        return []
    low = min(days[0] for days in known) - timedelta(days=_BEFORE)
    high = max(days[1] for days in known) + timedelta(days=_AFTER)
    return [one for one in dated if low <= one.day <= high]


def _ties(dossier: Dossier, dated: Sequence[_Dated]) -> list[_Tie]:
    """Tie open weekdays and dates without a year to the one day of the others that they can be."""
    words = said(dossier.account, dossier.annotation)
    moments = {moment.id: moment for moment in dossier.statements.moments}
    span = [one.day for one in dated]
    days = _range(min(span) - timedelta(days=_WEEK), max(span) + timedelta(days=_WEEK))
    told = {day: _told_on(words, day) for day in days}
    ties: list[_Tie] = []
    for moment in moments.values():
        if moment.anchor is not None or not (moment.value or "").startswith("XXXX-"):
            continue
        meant = {
            day: means[moment.id].earliest or ""
            for day, means in told.items()
            if moment.id in means and len(_days(means[moment.id])) == 1
        }
        tie = _tie(moment, meant, _candidates(dossier, moment, dated))
        if tie is not None:
            ties.append(tie)
    return ties


def _range(first: date, last: date) -> list[date]:
    return [first + timedelta(days=more) for more in range((last - first).days + 1)]


def _candidates(dossier: Dossier, moment: Moment, dated: Sequence[_Dated]) -> list[_Dated]:
    """Return the days that the moment's sentence may mean: a publication, or a like sentence's."""
    own = _words(dossier, moment)
    return [one for one in dated if one.words is None or len(own & one.words) >= _SHARED_WORDS]


def _tie(moment: Moment, meant: dict[date, str], dated: Sequence[_Dated]) -> _Tie | None:
    """Return the tie of a moment that can mean only one of the days, else `None`."""
    reached = frozenset(meant.values())
    days = sorted({one.day for one in dated if any(m[:10] == str(one.day) for m in reached)})
    if len(days) != 1:
        return None
    source = min((one for one in dated if one.day == days[0]), key=lambda one: one.account)
    possible = frozenset(day for day, means in meant.items() if means[:10] == str(days[0]))
    return _Tie(moment.id, source, possible)


def _words(dossier: Dossier, moment: Moment) -> frozenset[str]:
    """Return the lemmas of the content words in a moment's sentence, its own words left out."""
    annotation = dossier.annotation
    place = moment.place
    index = bisect_right(annotation.sentences, place.start, key=lambda sentence: sentence.start) - 1
    if index < 0:
        return frozenset()
    sentence = annotation.sentences[index]
    return frozenset(
        token.lemma.lower()
        for token in annotation.tokens[sentence.first : sentence.last]
        if token.pos in _CONTENT and not place.start <= token.start < place.end
    )
