"""Whatever an account holds, a ledger gives it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.backends.servers import Server
from tests.strategies import accounts
from variorum.ledgers.memory import MemoryLedger
from variorum.ledgers.postgresql import PostgresqlLedger
from variorum.ledgers.sqlite import SqliteLedger
from variorum.records import Account
from variorum.seams import Ledger

NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
UNHURRIED = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
Reopened = Callable[[], Ledger]


@pytest.fixture(params=["sqlite", "postgresql"])
def reopened(request: pytest.FixtureRequest, tmp_path: Path) -> Reopened:
    """What opens one and the same kept ledger, as often as it is called."""
    if request.param == "sqlite":
        return lambda: SqliteLedger(tmp_path / "a.variorum")
    url = request.getfixturevalue("postgresql").url()
    return lambda: PostgresqlLedger(url)


@given(account=accounts())
@UNHURRIED
def test_any_account_survives_being_kept(reopened: Reopened, account: Account) -> None:
    with reopened() as ledger:
        ledger.renew({"one": [account]})
    with reopened() as ledger:
        assert list(ledger.read(Account)) == [account]


@pytest.fixture
def ledgers(tmp_path: Path, postgresql: Server) -> Iterator[list[Ledger]]:
    """One ledger of each kind."""
    url = postgresql.url()
    with SqliteLedger(tmp_path / "a.variorum") as sqlite, PostgresqlLedger(url) as team:
        yield [MemoryLedger(), sqlite, team]


@given(names=st.lists(NAMES), works=st.dictionaries(NAMES, st.binary()))
@UNHURRIED
def test_every_ledger_orders_any_ids_and_keys_alike(
    ledgers: list[Ledger], names: list[str], works: dict[str, bytes]
) -> None:
    told = [Account(id=name, source="wire.txt", text=name) for name in names]
    found = []
    for ledger in ledgers:
        ledger.renew({"one": told})
        ledger.drop_work("parse", ledger.work("parse"))
        ledger.keep_work("parse", works)
        kept = [account.id for account in ledger.read(Account)]
        found.append((kept, list(ledger.work("parse").items())))
    assert found[0] == found[1] == found[2]
