"""The contract of ledgers that several use at once: revisions, snapshots, opening and closing."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from variorum.errors import LedgerError
from variorum.records import Account, Assertion, Decision, Problem, Span
from variorum.seams import Ledger

DECISION = Decision(id="d-1", target="v-1", view="confirm", who="Ada", when="2031-05-01T10:00:00Z")


def told(name: str) -> Account:
    return Account(id=f"a-{name}", source=f"{name}.txt", text="The dam held.")


def said(name: str) -> Assertion:
    return Assertion(id=f"s-{name}", place=Span("a-1", 0, 3, "The"))


def test_the_revision_grows_with_every_change_and_only_then(ledger: Ledger) -> None:
    seen = [ledger.revision()]
    for change in (
        lambda: ledger.add([told("1"), DECISION]),
        lambda: ledger.renew({"one": [told("2")]}),
        lambda: ledger.renew({}),
    ):
        change()
        seen.append(ledger.revision())
    assert seen == sorted(set(seen))
    ledger.add([DECISION])
    ledger.keep_work("parse", {"a": b"done"})
    assert ledger.revision() == seen[-1]


def test_the_revision_tells_of_what_others_changed(opening: Callable[[], Ledger]) -> None:
    with opening() as ours, opening() as theirs:
        before = ours.revision()
        theirs.add([told("1")])
        assert ours.revision() == theirs.revision() > before


def test_a_snapshot_shows_one_state_whatever_others_do(opening: Callable[[], Ledger]) -> None:
    with opening() as ours, opening() as theirs:
        ours.add([told("1"), said("1")])
        with ours.snapshot() as frozen:
            theirs.renew({"one": [told("2"), said("2")]})
            theirs.add([DECISION])
            assert [record.id for record in frozen.read(Account)] == ["a-1"]
            assert frozen.get(Assertion, "s-1") == said("1")
            assert list(frozen.read(Decision)) == []
            assert frozen.revision() < ours.revision()
        assert list(ours.read(Account)) == [told("2")]


def test_a_snapshot_can_only_be_read(ledger: Ledger) -> None:
    for change in (
        lambda frozen: frozen.add([told("1")]),
        lambda frozen: frozen.renew({"one": [told("1")]}),
        lambda frozen: frozen.keep_work("parse", {"a": b"done"}),
        lambda frozen: frozen.drop_work("parse", ["a"]),
    ):
        with ledger.snapshot() as frozen, pytest.raises(LedgerError, match="can only be read"):
            change(frozen)
    assert list(ledger.read(Account)) == []


def test_a_ledger_may_be_changed_while_a_snapshot_of_it_is_open(ledger: Ledger) -> None:
    with ledger.snapshot() as frozen:
        ledger.add([told("1")])
        assert list(frozen.read(Account)) == []
    assert list(ledger.read(Account)) == [told("1")]


def test_many_may_open_a_new_ledger_at_the_same_moment(opening: Callable[[], Ledger]) -> None:
    everyone = Barrier(6)

    def come_and_go(who: int) -> None:
        everyone.wait()
        for time in range(5):
            with opening() as mine:
                assert mine.add([told(f"{who}-{time}")]) == 1

    with ThreadPoolExecutor(6) as people:
        list(people.map(come_and_go, range(6)))
    with opening() as ledger:
        kept = [account.id for account in ledger.read(Account)]
    assert kept == [f"a-{who}-{time}" for who in range(6) for time in range(5)]


def test_a_ledger_keeps_the_identity_it_was_made_with(opening: Callable[[], Ledger]) -> None:
    with opening() as ledger:
        made = ledger.identity()
        with ledger.snapshot() as frozen:
            assert frozen.identity() == made
    with opening() as ledger:
        assert ledger.identity() == made != ""


def test_a_replacement_whose_condition_does_not_hold_changes_nothing(
    opening: Callable[[], Ledger],
) -> None:
    with opening() as ledger:
        ledger.add([Problem(where="a.txt", step="read", reason="empty")])
        before = ledger.revision()
        assert not ledger.renew({}, provided=lambda: False)
        assert ledger.revision() == before
        assert ledger.renew({}, provided=lambda: not ledger.work("read"))
        assert list(ledger.read(Problem)) == []
