"""Ledger or accounts: the material of a ledger, or of accounts that are read now and kept nowhere.

Enters: a ledger or accounts, as typed. Leaves: their `Material`, with what people decided applied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variorum.find.matter.material import Material


@contextmanager
def material_given(given: Sequence[str]) -> Iterator[Material]:
    """Give what a ledger, or accounts read now, hold."""
    from variorum.report.standing import accepted
    from variorum.serve.console import opening

    with opening.opened_or_collated(given) as ledger:
        yield accepted(ledger)
