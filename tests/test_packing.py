"""A dossier comes back from packing as it was, and takes about the room of its account."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import variorum
from tests.strategies import accounts
from variorum import stories
from variorum.annotations import Annotation
from variorum.packing import pack, unpack
from variorum.records import Account, Dossier, Statements
from variorum.settings import Settings
from variorum.stages.studying import study


def bare(account: Account) -> Dossier:
    return Dossier(
        account=account,
        annotation=Annotation(account=account.id, language=account.language),
        statements=Statements(account=account.id),
    )


@given(account=accounts())
@settings(max_examples=50, deadline=None)
def test_a_dossier_of_any_text_comes_back_as_it_was(account: Account) -> None:
    assert unpack(pack(bare(account)), account) == bare(account)


@pytest.mark.model
def test_a_studied_dossier_comes_back_as_it_was_and_is_small() -> None:
    ledger = variorum.collate(stories.folder("dam-rising-toll"), settings=Settings(workers=1))
    for account in ledger.read(Account):
        dossier = study(account, Settings())
        packed = pack(dossier)
        assert unpack(packed, account) == dossier
        assert len(dossier.annotation.tokens) > 50
        assert len(packed) < 4 * len(account.text.encode())
