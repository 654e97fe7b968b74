"""The two seams, `Ledger` and `Engine`, and the protocols of the models that steps are given.

Enters: nothing. Leaves: the interfaces. `ledgers/`, `engines/` and `models/` have the
implementations, which all must pass
the contract tests (`tests/backends/test_contract*.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol, Self, TypeVar, runtime_checkable

from msgspec import Struct

from variorum.annotations import NamedSpan, Token
from variorum.records import Record

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

R = TypeVar("R", bound=Record)


# --- models ----------------------------------------------------------------------------------------


class Parsed(Struct, frozen=True):
    """The parse of one block: token offsets and heads count from the block's own start."""

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    named: tuple[NamedSpan, ...]
    noun_chunks: tuple[tuple[int, int], ...]


@runtime_checkable
class Parser(Protocol):
    """A language pipeline: lemmas, sentences, names, and a tree in the vocabularies of `syntax`."""

    @property
    def fingerprint(self) -> str:
        """Name, version and weights' hash: results are cached under it."""
        ...

    def parse(self, blocks: Sequence[str]) -> list[Parsed]:
        """Parse each block of text (no line breaks inside), in order."""
        ...


@runtime_checkable
class Encoder(Protocol):
    """Sentence vectors."""

    @property
    def fingerprint(self) -> str:
        """Name, version and weights' hash: vectors of different fingerprints never meet."""
        ...

    def encode(self, sentences: Sequence[str]) -> np.ndarray:
        """Return one unit vector a row, float32, shape (len(sentences), dimensions)."""
        ...


@runtime_checkable
class LanguageIdentifier(Protocol):
    """Tells the language of a text."""

    def identify(self, text: str) -> tuple[str, float]:
        """Return an ISO 639-1 code and a probability from 0 to 1."""
        ...


# --- engine ------------------------------------------------------------------------------------------


class Stage(Struct, frozen=True):
    """A pure step with its table form: `function` takes rows and yields rows.

    `function` must be importable (no lambda), since workers receive it by name. `outputs` are
    the columns of its result with their Arrow types as strings ("string", "binary", "int64",
    "double"). A `map` stage's rows carry an `id` column, by which lost rows are noticed.
    """

    name: str
    function: Callable[[Iterable[Mapping[str, object]]], Iterable[Mapping[str, object]]]
    outputs: tuple[tuple[str, str], ...]


class Engine(Protocol):
    """Runs stages: Arrow table in, Arrow table out, whatever the number of workers.

    The order of result rows is the order of input rows (or of sorted keys for `group`), so the
    result does not depend on the number of workers. A row that makes a stage raise is
    quarantined: it comes back in `quarantine` as (id, reason), and the rest goes on.
    """

    def map(self, stage: Stage, table: pa.Table) -> Iterator[Outcome]:
        """Run `stage` on parts of `table`; yield each part's outcome as soon as it is done."""
        ...

    def group(self, stage: Stage, table: pa.Table, key: str) -> Iterator[Outcome]:
        """Run `stage` once for all rows of each value of column `key`."""
        ...

    def release(self) -> None:
        """Free what workers hold, models above all; the next stage opens what it needs anew."""
        ...

    def sql(self, query: str, tables: Mapping[str, pa.Table]) -> pa.Table:
        """Run a query in the subset that DuckDB and Spark share; the caller orders the rows."""
        ...


class Outcome(Struct, frozen=True):
    """What came of one part: the ids that went in, the rows made, the rows set aside."""

    inputs: tuple[str, ...]
    table: pa.Table
    quarantine: tuple[tuple[str, str], ...] = ()


# --- ledger ------------------------------------------------------------------------------------------


class Ledger(Protocol):
    """Keeps records and decisions. Adding twice changes nothing; reading is ordered by id.

    Several processes may use one ledger at once, each through a ledger of its own; so may several
    threads. Leaving the `with` statement closes it.
    """

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...

    def add(self, records: Iterable[Record]) -> int:
        """Keep records in one transaction; return how many were new."""
        ...

    def read(self, kind: type[R]) -> Iterator[R]:
        """Yield all records of a kind, ordered by id."""
        ...

    def get(self, kind: type[R], record_id: str) -> R:
        """Return one record; LedgerError if it is not there."""
        ...

    def identity(self) -> str:
        """Return the name that this ledger got when it was made: no other ledger has it."""
        ...

    def replace(
        self,
        kinds: Sequence[type[Record]],
        records: Iterable[Record],
        *,
        provided: Callable[[], bool] = ...,
    ) -> bool:
        """Drop all records of `kinds` and keep `records`, in one transaction (all or nothing).

        `provided` is asked first, while nobody else can change the ledger; if it says no, nothing
        is changed. Return whether anything was.
        """
        ...

    def revision(self) -> int:
        """Return a number that grows whenever records or decisions change, in any process."""
        ...

    def snapshot(self) -> AbstractContextManager[Ledger]:
        """Yield the ledger as it stands, for reading: what others change meanwhile is not seen."""
        ...

    def keep_work(self, step: str, results: Mapping[str, bytes]) -> None:
        """Keep a step's finished results by key, so that a run that was killed goes on."""
        ...

    def work(self, step: str) -> dict[str, bytes]:
        """Return a step's finished results by key."""
        ...

    def drop_work(self, step: str, keys: Iterable[str]) -> None:
        """Forget a step's results under `keys`; keys that are not there change nothing."""
        ...

    def abandon(self) -> None:
        """Close the ledger, and remove it if this object made it and nothing was kept in it."""
        ...

    def close(self) -> None:
        """Close the ledger; nothing is lost if this is never called."""
        ...
