"""Collating labelled texts: a few accounts through the public interface, as a user would.

Enters: texts. Leaves: `Collation`s: what the ledger of these accounts holds, with the accounts in
the order in which they were given.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from msgspec import Struct

import variorum
from variorum.records import Account, Entity, Figure, Moment, Quotation, Span, Verdict
from variorum.seams import Ledger
from variorum.settings import Settings

Given = Mapping[str, str]
"""An account as JSON gives it: `text`, and `title`, `publisher` and `date` where they are known."""
ALONE = Settings(workers=1)


class Collation(Struct, frozen=True):
    """What a ledger holds of a few accounts, and their ids in the order in which they were given."""

    ids: tuple[str | None, ...]
    verdicts: tuple[Verdict, ...]
    figures: tuple[Figure, ...]
    moments: tuple[Moment, ...]
    quotations: tuple[Quotation, ...]
    entities: tuple[Entity, ...]

    def between(self, one: int = 0, other: int = 1) -> Iterator[tuple[Verdict, Span, Span]]:
        """Yield the verdicts on two accounts, each with its place in the one and in the other."""
        ends = (self.ids[one], self.ids[other])
        for verdict in self.verdicts:
            left, right = verdict.left, verdict.right
            if right is not None and (left.account, right.account) == ends:
                yield verdict, left, right
            elif right is not None and (right.account, left.account) == ends:
                yield verdict, right, left

    def of(self, one: int) -> Iterator[Figure]:
        """Yield the figures of an account."""
        return (figure for figure in self.figures if figure.place.account == self.ids[one])

    def alone(self, one: int) -> Iterator[Verdict]:
        """Yield the verdicts that an account is alone with a reading."""
        for verdict in self.verdicts:
            if verdict.right is None and verdict.left.account == self.ids[one]:
                yield verdict


def collation(accounts: Sequence[Given]) -> Collation:
    """Collate accounts in this process, in memory."""
    with TemporaryDirectory() as name:
        paths = [_written(Path(name), number, one) for number, one in enumerate(accounts)]
        return _read(variorum.collate(paths, settings=ALONE), len(paths))


@contextmanager
def beside(account: Given) -> Iterator[Callable[[Given], Collation]]:
    """Give a function that collates the account with one other; the account is read only once."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        first, kept, copy = _written(folder, 0, account), folder / "kept", folder / "copy"
        variorum.collate([first], kept, settings=ALONE).close()

        def with_other(other: Given) -> Collation:
            shutil.copy(kept, copy)
            paths = [first, _written(folder, 1, other)]
            with variorum.collate(paths, copy, settings=ALONE) as ledger:
                found = _read(ledger, len(paths))
            for path in folder.glob("copy*"):
                path.unlink()
            return found

        yield with_other


def _written(folder: Path, number: int, account: Given) -> Path:
    path = folder / f"{number:04}.json"
    path.write_text(json.dumps(account, ensure_ascii=False), encoding="utf-8")
    return path


def _read(ledger: Ledger, count: int) -> Collation:
    by_number = {_number(account): account.id for account in ledger.read(Account)}
    return Collation(
        tuple(by_number.get(number) for number in range(count)),
        tuple(ledger.read(Verdict)),
        tuple(ledger.read(Figure)),
        tuple(ledger.read(Moment)),
        tuple(ledger.read(Quotation)),
        tuple(ledger.read(Entity)),
    )


def _number(account: Account) -> int:
    return int(PurePath(account.source.partition("#")[0]).stem)
