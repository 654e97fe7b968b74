"""Rounds: look at some folders again and again, collate what came, and announce what it changed.

Enters: paths, a `Run`, a `Pace`. Leaves: the ledger with all that arrived, and `Batch`es of announcements.

What is to be told is kept in the ledger before it is told, and that it was told when the next is asked for:
a watcher that is killed in between tells the same again, with the same ids, and nothing is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from time import sleep, time

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from variorum.consulting import SILENT, RunDisplay
from variorum.errors import UsageError
from variorum.events import Run
from variorum.journey import collate_ready
from variorum.ledgers.record_kinds import read_back
from variorum.read.inputs import name_of
from variorum.records import Problem, new_id
from variorum.seams import Ledger
from variorum.stages.opening import require_models
from variorum.watching.announcing import Announcement, Known, announcements, known_of
from variorum.watching.looking import SETTLING, Look, Lookout

ANNOUNCED = "announced"
"""The step under which a ledger keeps what each watcher has told, by its name."""
NOT_THERE = "is not there; it is looked for again in every round, and its accounts are kept"
Screen = Callable[[], AbstractContextManager[RunDisplay]]


class Pace(Struct, frozen=True, kw_only=True):
    """How often is looked, and how often told: `every` and `digest` in seconds, 0 for after each round.

    `once` ends after one round. `clock` gives seconds since 1970.
    """

    every: float = 60.0
    digest: float = 0.0
    once: bool = False
    clock: Callable[[], float] = time
    pause: Callable[[float], None] = sleep

    def due(self, told: float, now: float) -> bool:
        """Tell whether an announcement is due that was last made at `told`: with a digest, in each span once.

        Spans begin with the full hour where they are one hour long.
        """
        return not self.digest or now // self.digest != told // self.digest


class Batch(Struct, frozen=True):
    """What is told at one time: all that has changed `since`, in seconds since 1970."""

    since: float
    told: tuple[Announcement, ...]


class ToldMark(Struct, frozen=True):
    """What a watcher has told, and when; and what is known while it is `telling` the rest."""

    at: float
    known: Known
    telling: Known | None = None

    def batch(self) -> tuple[Announcement, ...]:
        """Return what is being told: the same whenever it is asked for."""
        return tuple(announcements(self.known, self.telling)) if self.telling else ()


def rounds(
    paths: Sequence[Path],
    run: Run,
    pace: Pace,
    *,
    screen: Screen = lambda: nullcontext(SILENT),
) -> Generator[Batch, None, None]:
    """Take in what comes to `paths`, and yield what it changes; the first round takes in all.

    A batch counts as told when the next is asked for; one that does not is the first of the next start. What
    the ledger holds at the very first start is not told. UsageError if the pace is too quick or settings
    name a model that is not there, LedgerError if the ledger cannot be used any more.
    """
    if pace.every < SETTLING:
        raise UsageError(f"A round takes {SETTLING:g} s at least. Ask for one every minute or so.")
    require_models(run.settings)
    lookout, name = Lookout(paths), _watcher(paths)
    mark = _marked(run.ledger, name, pace.clock())
    if mark.telling:
        yield Batch(mark.at, mark.batch())
        mark = _kept(run.ledger, name, ToldMark(pace.clock(), mark.telling))
    seen: object = None
    known = mark.known
    while True:
        met = _taken_in(lookout, run, pace, screen)
        there = (run.ledger.revision(), met)
        if there != seen:
            known, seen = known_of(run.ledger, met), there
        now = pace.clock()
        if known == mark.known:
            mark = replace(mark, at=now)
        elif pace.due(mark.at, now):
            telling = replace(mark, telling=known)
            if batch := telling.batch():
                _kept(run.ledger, name, telling)
                yield Batch(mark.at, batch)
            mark = _kept(run.ledger, name, ToldMark(now, known))
        if pace.once:
            return
        pace.pause(pace.every)


def _taken_in(lookout: Lookout, run: Run, pace: Pace, screen: Screen) -> tuple[Problem, ...]:
    """Collate what has come; return what stood in the way and is no part of the ledger."""
    there = lookout.there()
    lost = [
        Problem(where=name_of(p), step="read", reason=NOT_THERE)
        for p in lookout.paths
        if p not in there
    ]
    try:
        look = lookout.look(pace.clock(), run.settings)
        if look.waiting and pace.once:
            pace.pause(SETTLING)
            look = lookout.look(pace.clock(), run.settings)
        if look.moved and (look.ready or run.ledger.parts()):
            _collated(there, look, run, screen)
            lookout.took(look)
    except UsageError as error:
        reason = " ".join(str(error).split())
        where = ", ".join(map(name_of, lookout.paths))
        return (*lost, Problem(where=where, step="read", reason=reason))
    return tuple(lost)


def _collated(there: Sequence[Path], look: Look, run: Run, screen: Screen) -> None:
    with screen() as shown:
        collate_ready(replace(run, screen=shown), there, look.ready)
    run.engine.release()


# --- what was told -----------------------------------------------------------------------------------


def _watcher(paths: Sequence[Path]) -> str:
    """Return the name of a watcher: it is the same for the same paths, however they are given."""
    return new_id("w", *sorted({str(path.resolve()) for path in paths}))


def _marked(ledger: Ledger, name: str, now: float) -> ToldMark:
    """Return what a watcher has told; at its very first start, what is there."""
    body = ledger.work(ANNOUNCED).get(name)
    if body:
        return read_back(body, ToldMark, "mark")
    return _kept(ledger, name, ToldMark(now, known_of(ledger)))


def _kept(ledger: Ledger, name: str, mark: ToldMark) -> ToldMark:
    ledger.keep_work(ANNOUNCED, {name: msgspec.json.encode(mark)})
    return mark
