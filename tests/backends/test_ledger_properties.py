"""Whatever an account holds, a ledger gives it back."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings

from strategies import accounts
from variorum.backends.ledger_sqlite import SqliteLedger
from variorum.records import Account


@given(accounts())
@settings(max_examples=25, deadline=None)
def test_any_account_survives_being_kept(account: Account) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.variorum"
        with SqliteLedger(path) as ledger:
            ledger.add([account])
        with SqliteLedger(path, writable=False) as ledger:
            assert list(ledger.read(Account)) == [account]
