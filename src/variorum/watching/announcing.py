"""Announcing: what there is to say of a ledger that has changed since somebody was last told.

Enters: what was `Known` then and now. Leaves: `Announcement`s, each with the accounts that made it so.

Ids of findings change with every answer, so a finding is known again by the words it rests on.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal

import msgspec
from msgspec import Struct

from variorum.find.matter.telling import MOST_GIVING, asked, listed_names
from variorum.read.naming import account_labels
from variorum.records import Account, Event, Finding, FindingAnswer, Problem, new_id
from variorum.report.standing import set_aside, told
from variorum.review import VERSIONS, Version
from variorum.seams import Ledger

AnnouncedAs = Literal["new", "changed", "gone", "problem"]
LINE_STARTS = {"new": "New", "changed": "Changed", "gone": "Gone", "problem": "Problem"}
_NUMBERS = re.compile(r"\d+")

Home = Callable[[str], str]
"""The account that is now where the one with this id was."""


class Announcement(Struct, frozen=True, kw_only=True):
    """A finding is `new`, has `changed` or is `gone`; or there is a `problem`.

    `id` is the same however often this is told. `kind` is the finding's, or the step of the problem. `by`
    names the accounts that came, were edited or went and so made the change; `how` says in a few phrases
    what is otherwise. `was` and `now` are the finding's line (or the problem's) before and after, ``None`` where
    there is none; `old` and `new` its ids.
    """

    id: str
    which: AnnouncedAs
    kind: str
    by: tuple[str, ...] = ()
    how: tuple[str, ...] = ()
    was: str | None = None
    now: str | None = None
    old: str | None = None
    new: str | None = None

    @property
    def text(self) -> str:
        """Return it as one line in plain English."""
        by = f" with {listed_names(self.by, MOST_GIVING)}" if self.by else ""
        how = f" ({'; '.join(self.how)})" if self.how else ""
        says = " ".join((self.now or self.was or "").split())
        return f"{LINE_STARTS[self.which]}{by}{how}: {says}"


class Known(Struct, frozen=True, kw_only=True):
    """What can be announced of a ledger: its findings, what its accounts are called, its problems.

    `events` are the accounts of each; `edited` are the accounts that took the place of earlier ones, by
    the ids of these.
    """

    findings: tuple[Finding, ...] = ()
    labels: dict[str, str] = {}
    events: tuple[tuple[str, ...], ...] = ()
    edited: dict[str, tuple[str, ...]] = {}
    problems: tuple[Problem, ...] = ()


def known_of(ledger: Ledger, beside: Iterable[Problem] = ()) -> Known:
    """Read what can be announced of a ledger as it stands, with the problems `beside` its own."""
    with ledger.snapshot() as frozen:
        versions = {
            key: msgspec.json.decode(body, type=Version)
            for key, body in frozen.work(VERSIONS).items()
        }
        return Known(
            findings=tuple(told(frozen)),
            labels=account_labels(frozen.read(Account)),
            events=tuple(event.accounts for event in frozen.read(Event)),
            edited={key: version.now for key, version in versions.items()},
            problems=(*frozen.read(Problem), *beside),
        )


def announcements(before: Known, now: Known) -> list[Announcement]:
    """Return what there is to say, findings in the order of their weight, those gone and problems last.

    Nothing is said of what people rejected, nor of a problem of which only numbers are otherwise.
    """

    def home(account: str) -> str:
        return account if account in now.labels else now.edited.get(account, (account,))[0]

    made = [
        _of_finding(before, now, pair, home)
        for pair in _pairs(before.findings, now.findings, home)
        if not any(one and set_aside(one) for one in pair)
    ]
    there = set(map(_known_again, before.problems))
    problems = {_known_again(p): p for p in now.problems if _known_again(p) not in there}
    return [*made, *map(_of_problem, problems.values())]


# --- which finding is which --------------------------------------------------------------------------


def _pairs(
    old: Iterable[Finding], new: Iterable[Finding], home: Home
) -> Iterator[tuple[Finding | None, Finding | None]]:
    """Yield what is not the same: a finding of now with what it was before, if it was there."""
    before, after = ({_content(one, home): one for one in some} for some in (old, new))
    left = {one.id: one for content, one in before.items() if content not in after}
    came = [one for content, one in after.items() if content not in before]
    match: dict[str, Finding] = {}
    for was, now in _likely(left.values(), came, home):
        if was.id in left and now.id not in match:
            match[now.id] = left.pop(was.id)
    yield from ((match.get(one.id), one) for one in came)
    yield from ((one, None) for one in left.values())


def _likely(
    old: Iterable[Finding], new: Iterable[Finding], home: Home
) -> Iterator[tuple[Finding, Finding]]:
    """Yield pairs that share half of the words that one of them rests on, the likeliest first.

    Of one kind and one question before others, then those with more words in common.
    """
    holding: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for one in old:
        for spot in _spots(one, home):
            holding[spot].append(one)
    found: list[tuple[tuple[object, ...], Finding, Finding]] = []
    for one in new:
        mine = _spots(one, home)
        near = {other.id: other for spot in mine for other in holding.get(spot, ())}
        for other in near.values():
            theirs = _spots(other, home)
            shared = len(mine & theirs)
            if 2 * shared >= min(len(mine), len(theirs)):
                like = one.kind == other.kind, asked(one) == asked(other)
                rank = (*(not same for same in like), -shared, other.id, one.id)
                found.append((rank, other, one))
    yield from ((was, now) for _, was, now in sorted(found, key=lambda one: one[0]))


def _spots(finding: Finding, home: Home) -> set[tuple[str, str]]:
    return {(home(p.account), " ".join(p.text.split())) for p in finding.places}


def _content(finding: Finding, home: Home) -> tuple[object, ...]:
    """Return all that a finding says: what accounts are called, and where words stand, is no part of it."""
    answers = tuple(
        (one.says, one.day, one.origins, *sorted(_givers(one, home))) for one in finding.answers
    )
    words = () if answers else tuple(sorted(_spots(finding, home)))
    return finding.kind, asked(finding), finding.because, answers, words


def _givers(told: FindingAnswer, home: Home) -> set[str]:
    return {home(one.place.account) for one in told.given}


# --- what is said of it ------------------------------------------------------------------------------


def _of_finding(
    before: Known, now: Known, pair: tuple[Finding | None, Finding | None], home: Home
) -> Announcement:
    old, new = pair
    which: AnnouncedAs = "changed" if old and new else "new" if new else "gone"
    contents = [one and _content(one, home) for one in pair]
    first, last = (one.id if one else None for one in pair)
    either = [one for one in pair if one]
    return Announcement(
        id=new_id("an", which, first, last, *contents),
        which=which,
        kind=either[-1].kind,
        by=_by(before, now, {p.account for one in either for p in one.places}),
        how=tuple(_how(old, new, home, now.labels)) if old and new else (),
        was=old.text if old else None,
        now=new.text if new else None,
        old=first,
        new=last,
    )


def _by(before: Known, now: Known, involved: set[str]) -> tuple[str, ...]:
    """Return what the accounts are called that made a change.

    Those of it that came or were edited since; else those of it that went; else those of its event that
    came.
    """
    came = now.labels.keys() - before.labels.keys()
    replaced = {key for key in involved if key in now.edited}
    went = involved - now.labels.keys() - replaced
    beside = {key for event in now.events if involved & set(event) for key in event}
    edited = {key for old in replaced for key in now.edited[old]}
    made = (involved | edited) & came or went or beside & came
    return tuple(sorted(now.labels.get(key) or before.labels.get(key, key) for key in made))


def _how(old: Finding, new: Finding, home: Home, labels: Mapping[str, str]) -> Iterator[str]:
    """Yield what is otherwise, in short phrases."""
    if old.kind != new.kind:
        yield f"now “{new.kind}”, before “{old.kind}”"
    if asked(old) != asked(new):
        yield f"before: {asked(old)}"
    before = {(one.says, one.day): one for one in old.answers}
    after = {(one.says, one.day): one for one in new.answers}
    yield from (f"new answer: {says}" for says, day in after if says and (says, day) not in before)
    yield from (f"no longer: {says}" for says, day in before if says and (says, day) not in after)
    for key in (one for one in after if one in before):
        more = _givers(after[key], home) - _givers(before[key], home)
        if more:
            names = sorted(labels.get(account, account) for account in more)
            yield f"{key[0]} also in {listed_names(names, MOST_GIVING)}".strip()


def _of_problem(problem: Problem) -> Announcement:
    says = f"{problem.where}: {problem.reason}"
    return Announcement(id=problem.id, which="problem", kind=problem.step, now=says, new=problem.id)


def _known_again(problem: Problem) -> tuple[str, str, str]:
    return problem.where, problem.step, _NUMBERS.sub("", problem.reason)
