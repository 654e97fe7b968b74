"""Lineage: what a run makes of sources that were edited, renamed, moved or are gone."""

from __future__ import annotations

from tests.factory import account
from variorum.keeping import keep, sources_of
from variorum.ledgers.memory import MemoryLedger
from variorum.lineage import Kept, gathered, gone, renewed, versions

WIRE = account("The dam held.", id="a-1", source="flood/wire.txt")
POST = account("The dam broke.", id="a-2", source="flood/post.txt")


def kept(path: str, *accounts: object, **fields: object) -> Kept:
    name = path.removeprefix("/x/")
    return Kept(name=name, path=path, accounts=accounts, **fields)  # type: ignore[arg-type]


def sources(*given: Kept) -> dict[str, Kept]:
    return {one.path: one for one in given}


def again(before: dict[str, Kept], *read: Kept, looked: str = "/x/flood") -> dict[str, Kept]:
    """Run again over `looked`; no path of earlier runs leads anywhere."""
    return renewed(before, sources(*read), [looked], lambda path: False)


def test_an_edited_source_holds_on_to_what_it_held() -> None:
    before = sources(kept("/x/flood/wire.txt", WIRE))
    after = again(before, kept("/x/flood/wire.txt", POST))
    assert after["/x/flood/wire.txt"].earlier == {"a-1": "The dam held."}
    accounts, problems = gathered(after)
    assert (list(accounts), problems) == (["a-2"], [])
    assert versions(after, accounts)["a-1"].now == ("a-2",)


def test_an_edit_that_was_taken_back_is_no_version() -> None:
    before = sources(kept("/x/flood/wire.txt", POST, earlier={"a-1": "The dam held."}))
    after = again(before, kept("/x/flood/wire.txt", WIRE))
    assert after["/x/flood/wire.txt"].earlier == {"a-2": "The dam broke."}


def test_a_source_that_is_not_found_is_gone_and_its_account_stays() -> None:
    before = sources(kept("/x/flood/wire.txt", WIRE), kept("/x/flood/post.txt", POST))
    after = again(before, kept("/x/flood/wire.txt", WIRE))
    assert gone(after) == ["flood/post.txt"]
    accounts, (said,) = gathered(after)
    assert set(accounts) == {"a-1", "a-2"}
    assert said.where == "flood/post.txt"


def test_a_renamed_source_is_not_gone_and_brings_its_versions_along() -> None:
    before = sources(kept("/x/flood/wire.txt", WIRE, earlier={"a-0": "The dam holds."}))
    after = again(before, kept("/x/flood/agency.txt", WIRE))
    assert list(after) == ["/x/flood/agency.txt"]
    assert after["/x/flood/agency.txt"].earlier == {"a-0": "The dam holds."}


def test_where_the_run_did_not_look_nothing_is_gone() -> None:
    before = sources(kept("/x/flood/wire.txt", WIRE))
    after = again(before, kept("/x/fire/post.txt", POST), looked="/x/fire")
    assert gone(after) == []
    assert set(after) == {"/x/flood/wire.txt", "/x/fire/post.txt"}


def test_a_folder_with_a_name_that_begins_alike_is_another() -> None:
    before = sources(kept("/x/flood-2/wire.txt", WIRE))
    assert gone(again(before, kept("/x/flood/post.txt", POST))) == []


def test_a_folder_that_was_moved_holds_the_same_sources() -> None:
    before = {"/old/flood/wire.txt": Kept(name="flood/wire.txt", path="/old/flood/wire.txt")}
    after = again(before, kept("/x/flood/wire.txt", POST))
    assert list(after) == ["/x/flood/wire.txt"]


def test_a_folder_of_the_same_name_elsewhere_holds_others() -> None:
    old = Kept(name="flood/wire.txt", path="/old/flood/wire.txt", accounts=(WIRE,))
    read = sources(kept("/x/flood/wire.txt", POST))
    after = renewed({old.path: old}, read, ["/x/flood"], lambda path: True)
    assert set(gathered(after)[0]) == {"a-1", "a-2"}


def test_two_sources_with_one_text_are_one_account_of_the_first_name() -> None:
    twin = account("The dam held.", id="a-1", source="flood/zebra.txt")
    both = sources(kept("/x/flood/zebra.txt", twin), kept("/x/flood/wire.txt", WIRE))
    accounts, (said,) = gathered(both)
    assert accounts["a-1"].source == "flood/wire.txt"
    assert said.where == "flood/zebra.txt"


def test_a_ledger_made_before_sources_were_kept_gives_them_by_name() -> None:
    ledger = MemoryLedger()
    ledger.keep_work("read", {"a-1": b'{"id":"a-1","source":"flood/wire.txt","text":"It held."}'})
    before = sources_of(ledger)
    assert {path: one.accounts[0].id for path, one in before.items()} == {"flood/wire.txt": "a-1"}
    after = again(before, kept("/x/flood/wire.txt", POST))
    assert after["/x/flood/wire.txt"].earlier == {"a-1": "It held."}
    keep(ledger, before, after)
    assert sources_of(ledger) == after
    assert ledger.work("read") == {}
