"""Opening: the ledger that a person names, or one made in memory from accounts that they name.

Enters: paths and addresses as typed. Leaves: an open `Ledger`, closed when done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from variorum.engines.opening import engine_of
from variorum.errors import UsageError
from variorum.ledgers.opening import (
    abandoned_if_empty,
    beside,
    existing_ledger,
    is_address,
    open_ledger,
)
from variorum.settings import LargerJudge, Settings

if TYPE_CHECKING:
    from variorum.consulting import RunDisplay
    from variorum.read.inputs import Source
    from variorum.read.web.addresses import NamedAddress
    from variorum.seams import Ledger, PairQuestion

LEDGER = ".variorum"
SQLITE = b"SQLite format 3\x00"
"""How a ledger file begins, whatever its name."""

Progress = Callable[[str, int, int], None]


@contextmanager
def opened(location: str, *, writable: bool = False, new: bool = True) -> Iterator[Ledger]:
    """Give the ledger at a path or address; LedgerError or UsageError if it cannot be opened.

    For reading it is given as it stands now, whatever others write meanwhile. For writing one is
    made if it is not there, unless `new` forbids it; if nothing comes of it, it goes again.
    """
    open_it = open_ledger if new else existing_ledger
    with closing(open_it(location, writable=writable)) as ledger:
        if writable:
            with abandoned_if_empty(ledger):
                yield ledger
            return
        with ledger.snapshot() as frozen:
            yield frozen


@contextmanager
def opened_or_collated(given: Sequence[str]) -> Iterator[Ledger]:
    """Give the one ledger named, or a ledger in memory of the accounts named."""
    if is_one_ledger(given):
        with opened(given[0]) as ledger:
            yield ledger
        return
    yield collated(given)


def is_one_ledger(given: Sequence[str]) -> bool:
    """Tell one ledger from accounts; UsageError where a ledger stands among other things."""
    ledgers = [name for name in given if is_ledger(name)]
    if ledgers and len(given) > 1:
        raise UsageError(
            f"Name one ledger or some accounts, not both: {', '.join(ledgers)} is a ledger."
        )
    return bool(ledgers)


def is_ledger(location: str) -> bool:
    """Tell a ledger from accounts; what is not there is taken for a ledger if named like one."""
    if is_address(location):
        return True
    path = Path(location)
    if path.is_file():
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    return path.suffix == LEDGER or not path.exists()


def collated(given: Sequence[str]) -> Ledger:
    """Collate accounts in memory, with progress on stderr."""
    from variorum.ledgers.memory import MemoryLedger

    ledger = MemoryLedger()
    run_journey([Path(name) for name in given], ledger, Settings())
    return ledger


def run_journey(
    paths: Sequence[Path],
    ledger: Ledger,
    settings: Settings,
    addresses: Sequence[NamedAddress] = (),
    location: str = "",
) -> None:
    """Run the journey over `paths` into `ledger`, with progress on stderr.

    `addresses` are retrieved first, and kept beside the ledger at `location`.
    """
    from variorum.journey import collate
    from variorum.read.web.retrieval import EVIDENCE_ENDING, retrieve

    with engine_of(settings, paths) as working, screen() as shown:
        given: list[Path | Source] = list(paths)
        if addresses:
            kept = beside(location, EVIDENCE_ENDING)
            given += retrieve(addresses, kept, settings, report=shown.progress)
        collate(given, ledger, working, settings=settings, screen=shown)


def forget(ledger: Ledger) -> list[str]:
    """Drop what is gone from `ledger`, with progress on stderr; return the names of the files."""
    from variorum.journey import forget as journey
    from variorum.keeping import sources_of

    accounts = [Path(kept.path) for kept in sources_of(ledger).values()]
    settings = Settings()
    with engine_of(settings, accounts) as working, screen() as shown:
        return journey(ledger, working, settings=settings, screen=shown)


def compare_again(ledger: Ledger) -> None:
    """Compare the accounts of `ledger` by what was decided on events, with progress on stderr."""
    from variorum.journey import compare_again as journey

    settings = Settings()
    with engine_of(settings, ()) as working, screen() as shown:
        journey(ledger, working, settings=settings, screen=shown)


def questions(ledger: Ledger, larger: LargerJudge) -> list[PairQuestion]:
    """Return what a larger judge would be asked of `ledger`, with progress on stderr."""
    from variorum.journey import questions as journey

    settings = Settings(larger=larger)
    with engine_of(settings, ()) as working, screen() as shown:
        return journey(ledger, working, settings=settings, screen=shown)


@contextmanager
def screen() -> Iterator[RunDisplay]:
    """Give what a run tells of itself: progress and lines on stderr."""
    from variorum.consulting import RunDisplay
    from variorum.serve.console.harmless import harmless
    from variorum.serve.console.progress import progress

    with progress() as report:
        yield RunDisplay(report, lambda line: typer.echo(harmless(line), err=True))
