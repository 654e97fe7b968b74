"""The story in hand: a ledger, or accounts that are collated once, read for one question at a time.

Enters: a ledger or accounts, as typed. Leaves: a `StoryInHand` for each question: what is known now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from variorum.against.gathering import held_in, studied_accounts
from variorum.against.one_quotation import QuotableSources, quotable
from variorum.engines.local import LocalEngine
from variorum.errors import UsageError
from variorum.find.matter.material import Material, without_folders
from variorum.ledgers.opening import is_address, printable
from variorum.records import Dossier
from variorum.report.standing import accepted
from variorum.seams import Encoder, Ledger
from variorum.serve.console import opening
from variorum.settings import Settings
from variorum.stages.opening import encoder

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

LONGEST_WAIT = 40.0
"""Seconds that a question waits for accounts to be collated; many assistants give up after 60."""


class StoryInHand(Struct, frozen=True):
    """A ledger as it stands, its material without what people rejected, and its accounts made ready for checks.

    `dossiers` are what the accounts say, by id; `encoder` keeps what it made of their sentences.
    """

    ledger: Ledger
    known: Material
    dossiers: Mapping[str, Dossier]
    quotable: QuotableSources
    encoder: Encoder


class NamedStory:
    """What a person named, open for questions; one is answered at a time, whatever thread it comes from.

    A ledger is opened for each question, so that what others add to it is seen. Accounts are collated in the
    background as soon as this is made. LedgerError or UsageError if there is no such ledger or account.
    """

    def __init__(self, given: Sequence[str]) -> None:
        self._given = tuple(given)
        self._lock = Lock()
        self._read: tuple[tuple[str, int], StoryInHand] | None = None
        self._collated: Future[Ledger] | None = None
        if opening.is_one_ledger(given):
            with opening.opened(given[0]):
                return
        self._collated = ThreadPoolExecutor(1).submit(opening.collated, given)

    @contextmanager
    def asked(self) -> Iterator[StoryInHand]:
        """Give the story for one question; UsageError while accounts are still being collated."""
        with self._ledger() as ledger, self._lock:
            now = ledger.identity(), ledger.revision()
            if self._read is None or self._read[0] != now:
                self._read = now, _in_hand(ledger)
            yield replace(self._read[1], ledger=ledger)

    def without_paths(self, message: str) -> str:
        """Return a message in which what the person named stands without its folders."""
        for name in self._given:
            if not is_address(name):
                for path in (str(Path(name).resolve()), name):
                    message = message.replace(path, without_folders(name))
            message = message.replace(printable(name), without_folders(printable(name)))
        return message

    def _ledger(self) -> AbstractContextManager[Ledger]:
        if self._collated is None:
            return opening.opened(self._given[0])
        try:
            return nullcontext(self._collated.result(timeout=LONGEST_WAIT))
        except TimeoutError:
            raise UsageError("The accounts are still being read. Ask again in a minute.") from None


def _in_hand(ledger: Ledger) -> StoryInHand:
    """Read a ledger; what its accounts say is parsed only where an earlier version kept it."""
    settings = Settings()
    held = held_in({"the ledger": ledger}, settings)
    with LocalEngine(settings.worker_count()) as engine:
        accounts = list(held.accounts.values())
        dossiers = studied_accounts(accounts, held, engine, settings, lambda *_: None)
    return StoryInHand(ledger, accepted(ledger), dossiers, quotable(dossiers), encoder(settings))
