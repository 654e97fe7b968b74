"""The screen: the one ledger that is served, read when it has changed, written a decision at a time.

Enters: a location and a clock. Leaves: `Seen`, and kept decisions. Requests run in several threads:
each opens the ledger for itself, and one lock guards what was read last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from msgspec import Struct

from variorum.errors import LedgerError
from variorum.ledgers.opening import open_ledger, printable
from variorum.records import Decision
from variorum.report.page.building import page
from variorum.seams import Ledger
from variorum.serve.console.harmless import harmless
from variorum.serve.web.seen import Seen, look, seen

MOST_REMEMBERED = 16
"""Runs underneath that the screen can still tell the changes of."""


class Since(Struct, frozen=True):
    """What another run changed in the queue: numbers of items that came and that went."""

    came: int
    went: int


class Screen:
    """A ledger in people's hands; `clock` gives the time, ISO 8601 in UTC.

    It stays the one it was: where another is put in its place, LedgerError says so and nothing is kept.

    `reviewer` is the name of whoever started the screen: the first browser gets it.
    """

    def __init__(self, location: str, clock: Callable[[], str], reviewer: str = "") -> None:
        self.location = location
        self.clock = clock
        self._reviewer = reviewer
        self._lock = Lock()
        self._identity = ""
        self._seen: Seen | None = None
        self._queues: dict[int, frozenset[str]] = {}
        self._page: tuple[int, str] | None = None

    @property
    def title(self) -> str:
        """The ledger's location, as it may be shown."""
        return harmless(printable(self.location))

    def first_reviewer(self) -> str:
        """Return the name of whoever started the screen, once; afterwards the empty string."""
        with self._lock:
            name, self._reviewer = self._reviewer, ""
        return name

    def see(self) -> Seen:
        """Return the ledger as it stands; it is read again only if it has changed."""
        with self._lock, self._opened() as ledger:
            now = self._seen
            if now is None or now.revision != ledger.revision():
                with ledger.snapshot() as frozen:
                    now = look(frozen)
                self._remember(now)
            return now

    def keep(self, decision: Decision) -> Seen:
        """Add a decision to the ledger; return the ledger with it.

        Where it was the only change, what was found is not read again.
        """
        with self._lock, self._opened(writable=True) as ledger:
            before = ledger.revision()
            added = ledger.add([decision])
            alone = ledger.revision() == before + added
            if self._seen and alone and added and self._seen.revision == before:
                decisions = (*self._seen.decisions, decision)
                self._seen = seen(self._seen.found, decisions, before + added)
        return self.see()

    def since(self, run: int) -> Since:
        """Return what came into the queue and what went since the run numbered `run`."""
        with self._lock:
            now = self._queues[self.run]
            before = self._queues.get(run, now)
        return Since(len(now - before), len(before - now))

    @property
    def run(self) -> int:
        """The number of the latest change to what is asked, counted from 1 by this screen."""
        return max(self._queues, default=0)

    def page(self, decide: Callable[[str], str | None]) -> str:
        """Return the report page of the ledger as it stands."""
        with self._lock, self._opened() as ledger:
            revision = ledger.revision()
            if self._page is None or self._page[0] != revision:
                with ledger.snapshot() as frozen:
                    self._page = (revision, page(frozen, decide=decide, queue="/"))
            return self._page[1]

    @contextmanager
    def _opened(self, *, writable: bool = False) -> Iterator[Ledger]:
        """Open the ledger; LedgerError if it is not the one that this screen was started with.

        It is opened for reading first: where it is gone, no new one is made.
        """
        if writable:
            with self._opened():
                pass
        with open_ledger(self.location, writable=writable) as ledger:
            found = ledger.identity()
            if self._identity and found != self._identity:
                raise LedgerError(
                    f"{self.title} is no longer the ledger that this screen was started with. "
                    "Nothing was saved. Stop the screen and start it again."
                )
            self._identity = found
            yield ledger

    def _remember(self, now: Seen) -> None:
        self._seen = now
        asked = frozenset(item.id for item in now.found.items)
        if self._queues.get(self.run) != asked:
            self._queues[self.run + 1] = asked
        for old in [run for run in self._queues if run <= self.run - MOST_REMEMBERED]:
            del self._queues[old]
