"""A dossier comes back from packing as it was, and takes about the room of its account."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given, settings

import variorum
from tests.strategies import accounts
from variorum import stories
from variorum.annotations import Annotation
from variorum.errors import LedgerError
from variorum.packing import linkable, pack, unpack
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


ACCOUNT = Account(id="a-1", source="wire.txt", text="The river rose.")


def packed(content: bytes) -> bytes:
    stream = zlib.compressobj(zdict=ACCOUNT.text.encode())
    return stream.compress(content) + stream.flush()


@pytest.mark.parametrize("unpacking", [unpack, linkable])
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"no stream",
        pack(bare(ACCOUNT))[:-5],
        packed(b""),
        packed(b"no dossier"),
        packed(b"\x90"),
    ],
)
def test_bytes_that_are_no_dossier_say_what_to_do(
    body: bytes, unpacking: Callable[[bytes, Account], Dossier]
) -> None:
    with pytest.raises(
        LedgerError, match=r"kept of wire.txt is damaged: .* again into a new ledger"
    ):
        unpacking(body, ACCOUNT)


def test_columns_that_do_not_fit_are_no_dossier() -> None:
    columns = msgspec.msgpack.decode(
        zlib.decompressobj(zdict=ACCOUNT.text.encode()).decompress(pack(bare(ACCOUNT)))
    )
    for numbers in (b"", b"\x07", b"\x01\x01\x01\x01"):
        columns[2] = numbers
        with pytest.raises(LedgerError, match="is no dossier of its text"):
            unpack(
                packed(msgspec.msgpack.encode([*columns[:1], [numbers] * 4, *columns[2:]])), ACCOUNT
            )


def test_a_dossier_that_would_fill_the_memory_is_not_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("variorum.ledgers.compression.LARGEST", 1_000_000)
    with pytest.raises(LedgerError, match="made to exhaust memory"):
        unpack(packed(b"0" * 1_000_001), ACCOUNT)


@pytest.mark.model
def test_a_studied_dossier_comes_back_as_it_was_and_is_small() -> None:
    ledger = variorum.collate(stories.folder("dam-rising-toll"), settings=Settings(workers=1))
    for account in ledger.read(Account):
        dossier = study(account, Settings())
        packed = pack(dossier)
        assert unpack(packed, account) == dossier
        assert len(dossier.annotation.tokens) > 50
        assert len(packed) < 4 * len(account.text.encode())
