"""Opened: a ledger in the hands of somebody who writes Python.

Enters: any `Ledger`. Leaves: the same ledger, with its records as Arrow tables and a display in
notebooks.

    ledger = variorum.collate("flood/")
    ledger                                      # counts and first findings
    polars.from_arrow(ledger.figures)           # a table
    ledger.show(1)                              # one finding; any id or record will do
    ledger.why(1)                               # what it rests on
    print(ledger.brief())                       # two minutes of reading, in Markdown
    ledger.check("draft.md")                  # a draft against the ledger's accounts
    ledger.export("flood-tables", "xlsx")       # files
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from variorum.ledgers.record_kinds import always
from variorum.records import Record
from variorum.report import brief
from variorum.report.display import Shown, overview, record_card, totals
from variorum.report.exporting import export
from variorum.report.files.arrow import TABLE_RECORDS, table
from variorum.report.reasons import Why, why
from variorum.report.standing import told
from variorum.seams import Ledger, Parts
from variorum.settings import Settings

if TYPE_CHECKING:
    import pyarrow as pa

    from variorum.trace.drafts import AssessedDraft

R = TypeVar("R", bound=Record)


class OpenLedger:
    """A ledger with tables and display; `kept` is the ledger itself (see `seams.Ledger`).

    A table is made anew each time it is asked for, so that it shows what was added meanwhile.
    """

    def __init__(self, kept: Ledger) -> None:
        self.kept = kept

    # --- in a notebook ---------------------------------------------------------------------------

    def show(self, wanted: int | str | Record | None = None) -> Shown:
        """Return a finding by its number, or any record by its id or itself; all findings for none.

        UsageError where the ledger has no such record.
        """
        return overview(self.kept, most=None) if wanted is None else record_card(self.kept, wanted)

    def export(self, folder: str | Path, form: str = "jsonl") -> list[Path]:
        """Write files into `folder` in one of `report.FORMATS`; UsageError if there is no such."""
        return export(self.kept, Path(folder), form)

    def brief(self) -> str:
        """Return the two-minute brief as Markdown."""
        return brief(self.kept)

    def why(self, wanted: int | str) -> Why:
        """Return what a record rests on, by a finding's number or any id; UsageError if there is none."""
        return why(self.kept, str(wanted))

    def check(self, draft: str | Path, *, settings: Settings | None = None) -> AssessedDraft:
        """Check a draft against the accounts of this ledger; nothing is kept. UsageError if it cannot be read."""
        from variorum.against.drafts import assessed_draft

        return assessed_draft(Path(draft), (), {"the ledger": self.kept}, settings or Settings())

    def __repr__(self) -> str:
        return f"<Variorum ledger: {totals(self.kept)}>"

    def _repr_html_(self) -> str:
        return overview(self.kept)._repr_html_()

    # --- tables ----------------------------------------------------------------------------------

    @property
    def accounts(self) -> pa.Table:
        """The accounts, with their texts."""
        return self._table("accounts")

    @property
    def quotations(self) -> pa.Table:
        """Words and thoughts that accounts give to others."""
        return self._table("quotations")

    @property
    def figures(self) -> pa.Table:
        """Quantities as ranges, with what they count; numbers are decimal strings."""
        return self._table("figures")

    @property
    def moments(self) -> pa.Table:
        """Dates, times and durations, with what they were resolved against."""
        return self._table("moments")

    @property
    def assertions(self) -> pa.Table:
        """Sentences in which a narrator speaks."""
        return self._table("assertions")

    @property
    def entities(self) -> pa.Table:
        """Persons, bodies and places under all their names."""
        return self._table("entities")

    @property
    def events(self) -> pa.Table:
        """Events, and the accounts that tell of them."""
        return self._table("events")

    @property
    def alignments(self) -> pa.Table:
        """The readings of accounts set side by side."""
        return self._table("alignments")

    @property
    def verdicts(self) -> pa.Table:
        """How pairs of readings compare."""
        return self._table("verdicts")

    @property
    def checks(self) -> pa.Table:
        """Quotations held against a record of the same speech."""
        return self._table("checks")

    @property
    def borrowings(self) -> pa.Table:
        """Which account depends on which."""
        return self._table("borrowings")

    @property
    def problems(self) -> pa.Table:
        """What could not be done."""
        return self._table("problems")

    @property
    def findings(self) -> pa.Table:
        """What to look at first, in this order; what people rejected stands last."""
        order = {finding.id: place for place, finding in enumerate(told(self.kept))}
        found = self._table("findings")
        places = [order[key] for key in found["id"].to_pylist()]
        return found.take(sorted(range(len(places)), key=places.__getitem__))

    @property
    def decisions(self) -> pa.Table:
        """What people decided."""
        return self._table("decisions")

    def _table(self, name: str) -> pa.Table:
        return table(self.kept, TABLE_RECORDS[name])

    # --- the ledger itself -------------------------------------------------------------------------

    def add(self, records: Iterable[Record]) -> int:
        """Keep records in one transaction; return how many were new."""
        return self.kept.add(records)

    def read(self, kind: type[R]) -> Iterator[R]:
        """Yield all records of a kind, ordered by id."""
        return self.kept.read(kind)

    def get(self, kind: type[R], record_id: str) -> R:
        """Return one record; LedgerError if it is not there."""
        return self.kept.get(kind, record_id)

    def parts(self) -> frozenset[str]:
        """Return the names of the parts that the machine's records came in."""
        return self.kept.parts()

    def renew(self, parts: Parts, *, provided: Callable[[], bool] = always) -> bool:
        """Let the machine's records be those of `parts`, in one transaction, if `provided`."""
        return self.kept.renew(parts, provided=provided)

    def identity(self) -> str:
        """Return the name that this ledger got when it was made."""
        return self.kept.identity()

    def revision(self) -> int:
        """Return a number that grows whenever records or decisions change, in any process."""
        return self.kept.revision()

    def snapshot(self) -> AbstractContextManager[Ledger]:
        """Yield the ledger as it stands, for reading."""
        return self.kept.snapshot()

    def keep_work(self, step: str, results: Mapping[str, bytes]) -> None:
        """Keep a step's finished results by key."""
        self.kept.keep_work(step, results)

    def work(self, step: str) -> dict[str, bytes]:
        """Return a step's finished results by key."""
        return self.kept.work(step)

    def drop_work(self, step: str, keys: Iterable[str]) -> None:
        """Forget a step's results under `keys`."""
        self.kept.drop_work(step, keys)

    def abandon(self) -> None:
        """Close the ledger, and remove it if this object made it and nothing was kept in it."""
        self.kept.abandon()

    def close(self) -> None:
        """Close the ledger; nothing is lost if this is never called."""
        self.kept.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
