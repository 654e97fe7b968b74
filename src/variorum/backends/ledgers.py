"""Which ledger stands at a location: a file, or a PostgreSQL database.

Enters: a path or an address. Leaves: the open ledger. This is the only place that chooses.
"""

from __future__ import annotations

import re
from pathlib import Path

from variorum.errors import UsageError
from variorum.seams import Ledger

POSTGRESQL = ("postgresql://", "postgres://")
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def open_ledger(location: str | Path, *, writable: bool) -> Ledger:
    """Open the ledger at a path, or at an address such as ``postgresql://ada@host/story``.

    One that is not there yet is made if `writable`. LedgerError if it cannot be opened or is no
    ledger, UsageError for an address of another kind. An address must come as text: `Path` would
    drop one of its slashes.
    """
    if is_address(location):
        from variorum.backends.ledger_postgresql import PostgresqlLedger

        return PostgresqlLedger(str(location), writable=writable)
    from variorum.backends.ledger_sqlite import SqliteLedger

    return SqliteLedger(Path(location), writable=writable)


def is_address(location: str | Path) -> bool:
    """Tell an address from a path; UsageError for an address that is not PostgreSQL's."""
    found = ADDRESS.match(str(location))
    if found and found[0].lower() not in POSTGRESQL:
        raise UsageError(
            f"A ledger is a file or a postgresql:// address; {found[0]} is neither. Name another."
        )
    return bool(found)


def shown(location: str | Path) -> str:
    """Return a location as it may be printed: an address without its password."""
    if is_address(location):
        from variorum.backends.postgresql_address import address

        return address(str(location)).shown
    return str(location)
