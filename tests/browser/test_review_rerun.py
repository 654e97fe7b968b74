"""A real run underneath an open screen: accounts are changed and added, decisions stay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.serve.web.listening import listening
from variorum.engines.local import LocalEngine
from variorum.journey import collate
from variorum.ledgers.sqlite import SqliteLedger
from variorum.settings import Settings

Tab = Callable[..., Page]
WIRE = """Ferry sinks off Port Selm

PORT SELM, March 3 (ANP) - At least 12 people died when the ferry Marta sank off Port Selm on
Tuesday, the coast guard said. "We are still looking for survivors," coast guard chief Ana Brill said.
"""
LOCAL = """Ferry Marta goes down near Port Selm

PORT SELM, March 3 - The ferry Marta sank off Port Selm on Tuesday. The coast guard said 19 people
died. "We are still looking for survivors," said Ana Brill, chief of the coast guard.
"""


def run(folder: Path, location: Path) -> None:
    with SqliteLedger(location, writable=True) as ledger, LocalEngine(1) as engine:
        collate([folder], ledger, engine, settings=Settings(workers=1))


@pytest.mark.model
def test_a_decision_on_words_that_were_changed_becomes_an_orphan(tab: Tab, tmp_path: Path) -> None:
    folder, location = tmp_path / "ferry", tmp_path / "ferry.variorum"
    folder.mkdir()
    (folder / "wire.txt").write_text(WIRE, encoding="utf-8")
    (folder / "local.txt").write_text(LOCAL, encoding="utf-8")
    run(folder, location)
    with listening(str(location), reviewer="Ada") as address:
        page = tab(address)
        page.get_by_role("link", name="verdict").click()
        expect(page.locator("mark").first).to_be_visible()
        page.keyboard.press("c")
        expect(page.locator(".done")).to_contain_text("Confirmed")
        (folder / "local.txt").write_text(LOCAL.replace("19 people", "21 people"), encoding="utf-8")
        run(folder, location)
        page.reload()
        expect(page.locator("body > .line")).to_contain_text("The ledger changed")
        page.get_by_role("link", name="Orphans 1").click()
        expect(page.locator(".entries")).to_contain_text("19")
        expect(page.locator(".entries")).to_contain_text("Ada confirmed")
