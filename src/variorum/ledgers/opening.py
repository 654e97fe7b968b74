"""Which ledger stands at a location: a file, or a PostgreSQL database.

Enters: a path or an address. Leaves: the open ledger. This is the only place that chooses.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from variorum.errors import UsageError
from variorum.ledgers.address import ADDRESS_FORM
from variorum.seams import Ledger

POSTGRESQL = ("postgresql://", "postgres://")
ADDRESS = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*://)")
MEANT = re.compile(
    r"[\s\"'<(]*(?:[A-Za-z][A-Za-z0-9+.-]+:[/\\]|postgres\w*:|[^:]*:.*@)", re.I | re.S
)
"""What somebody means for an address, however it is written: it may hold a password."""
PLAINLY = re.compile(r"/(?!/)|\.{1,2}/|~")
"""How a path begins that is one whatever follows."""


def open_ledger(location: str | Path, *, writable: bool) -> Ledger:
    """Open the ledger at a path, or at an address such as ``postgresql://ada@host/story``.

    One that is not there yet is made if `writable`. LedgerError if it cannot be opened or is no
    ledger, UsageError for an address of another kind. An address must come as text: `Path` would
    drop one of its slashes.
    """
    if is_address(location):
        from variorum.ledgers.postgresql import PostgresqlLedger

        return PostgresqlLedger(str(location), writable=writable)
    from variorum.ledgers.sqlite import SqliteLedger

    return SqliteLedger(Path(location), writable=writable)


def existing_ledger(location: str | Path, *, writable: bool) -> Ledger:
    """Open the ledger at a path or address; LedgerError if none is there, and none is made."""
    reading = open_ledger(location, writable=False)
    if not writable:
        return reading
    reading.close()
    return open_ledger(location, writable=True)


def is_address(location: str | Path) -> bool:
    """Tell an address from a path; UsageError for an address that is not PostgreSQL's.

    What looks like one and is none is refused too, and never repeated: it may hold a password.
    """
    text = str(location)
    found = ADDRESS.match(text)
    known = found is not None and found[1].lower() in POSTGRESQL
    if known and found and not found.start(1):
        return True
    if PLAINLY.match(text) or not MEANT.match(text) or os.path.lexists(text):
        return False
    other = f"; {found[1]} is neither" if found and not known else ""
    raise UsageError(
        f"A ledger is a file or a postgresql:// address{other}. An address has the form {ADDRESS_FORM}; a "
        "file whose name looks like one is written ./NAME."
    )


def refuse_addresses(paths: Iterable[str | Path]) -> None:
    """Refuse addresses where accounts are named, without repeating them; UsageError."""
    if any(map(is_address, paths)):
        raise UsageError(
            "Accounts are files and folders, not addresses. Name the ledger with --ledger ADDRESS."
        )


@contextmanager
def abandoned_if_empty(ledger: Ledger) -> Iterator[None]:
    """Remove a ledger that was just made if what it was made for fails and nothing is in it."""
    try:
        yield
    except BaseException:
        ledger.abandon()
        raise


def beside(location: str | Path, suffix: str) -> Path:
    """Return the path of a file made from a ledger: beside the file, or here for a database."""
    if is_address(location):
        name = urlsplit(str(location)).path.strip("/").rsplit("/", 1)[-1]
        return Path(f"{name or 'story'}{suffix}")
    return Path(location).with_suffix(suffix)


def printable(location: str | Path) -> str:
    """Return a location as it may be printed: an address without its password."""
    if is_address(location):
        from variorum.ledgers.address import address

        return address(str(location)).shown
    return str(location)
