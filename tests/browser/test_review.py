"""The review screen in a real browser: by keyboard, by mouse, without script, two people at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE
from tests.serve.web.listening import listening
from tests.serve.web.screens import decisions, ledger_at, story
from variorum.ledgers.sqlite import SqliteLedger
from variorum.records import Verdict

Tab = Callable[..., Page]
VIEWS = ("/", "/entities", "/events", "/alignments", "/part?id=e-1", "/orphans", "/log", "/people")
TEXT = "/account?id=a-1&from=20&to=25#here"


@pytest.fixture
def location(tmp_path: Path) -> str:
    return ledger_at(tmp_path / "fire.variorum", story())


@pytest.fixture
def start(location: str) -> Iterator[str]:
    with listening(location) as address:
        yield address


@pytest.fixture
def person(tab: Tab, start: str) -> Callable[..., Page]:
    """Open the screen in a browser of one's own and give a name."""

    def opened(name: str, **options: object) -> Page:
        page = tab(start, **options)
        page.get_by_label("Your name").fill(name)
        page.get_by_role("button", name="Begin").click()
        expect(page.locator(".item")).to_be_visible()
        return page

    return opened


def at(page: Page, path: str) -> None:
    """Go to a path of the screen."""
    origin = page.evaluate("location.origin")
    page.goto(f"{origin}{path}")


def test_the_address_keeps_no_token(person: Callable[..., Page]) -> None:
    page = person("Ada")
    assert "token" not in page.url
    assert page.evaluate("document.cookie") == ""


def test_a_finding_is_confirmed_undone_and_confirmed_by_keyboard(
    person: Callable[..., Page], location: str
) -> None:
    page = person("Ada")
    first = page.locator("h2 + .cards").first.inner_text()
    page.keyboard.press("c")
    expect(page.locator(".done")).to_contain_text("Confirmed: figure differs")
    page.keyboard.press("z")
    expect(page.locator(".done")).to_contain_text("Taken back")
    assert page.locator("h2 + .cards").first.inner_text() == first
    page.keyboard.press("y")
    expect(page.locator(".done")).to_contain_text("Confirmed: figure differs")
    assert [d.view for d in decisions(location)] == ["confirm", "undo", "confirm"]


def test_a_decision_stays_after_a_reload(person: Callable[..., Page]) -> None:
    page = person("Ada")
    page.keyboard.press("r")
    expect(page.locator(".progress")).to_contain_text("1 of 6 items")
    page.reload()
    expect(page.locator(".progress")).to_contain_text("1 of 6 items")


def test_next_and_previous_go_through_the_queue(person: Callable[..., Page]) -> None:
    page = person("Ada")
    at(page, "/?kind=all")
    page.keyboard.press("j")
    expect(page.locator(".where")).to_contain_text("2 of 6")
    page.keyboard.press("k")
    expect(page.locator(".where")).to_contain_text("1 of 6")


def test_a_verdict_is_retyped_by_keyboard(person: Callable[..., Page], location: str) -> None:
    page = person("Ada")
    at(page, "/?kind=verdict")
    page.keyboard.press("t")
    choice = page.locator(".retype button").first.inner_text().split("\n")[0].strip()
    page.keyboard.press("1")
    expect(page.locator(".done")).to_contain_text("Retyped")
    assert decisions(location)[0].to == (choice.removesuffix(" 1"),)


def test_letters_in_a_note_decide_nothing(person: Callable[..., Page], location: str) -> None:
    page = person("Ada")
    page.keyboard.press("m")
    page.keyboard.type("cry zebra junk")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".people")).to_contain_text("cry zebra junk")
    assert [(d.view, d.note) for d in decisions(location)] == [("note", "cry zebra junk")]


def test_keys_are_explained_and_closed_again(person: Callable[..., Page]) -> None:
    page = person("Ada")
    page.keyboard.press("?")
    expect(page.get_by_text("confirm what Variorum says")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("confirm what Variorum says")).to_be_hidden()


def test_the_queue_is_filtered(person: Callable[..., Page]) -> None:
    page = person("Ada")
    page.get_by_role("link", name="entity 1").click()
    expect(page.locator("h1")).to_have_text("The mayor")


def test_a_reading_leads_to_its_place_in_the_full_text(person: Callable[..., Page]) -> None:
    page = person("Ada")
    page.get_by_role("link", name="In the full text of Outlet a-2").click()
    expect(page.locator("#here")).to_have_text("Fifty")
    expect(page.locator("#here")).to_be_in_viewport()


def test_two_people_at_once_differ(person: Callable[..., Page]) -> None:
    ada, ben = person("Ada"), person("Ben")
    ada.keyboard.press("c")
    expect(ada.locator(".done")).to_contain_text("Confirmed")
    ben.keyboard.press("r")
    expect(ben.locator(".progress")).to_contain_text("1 disputed between reviewers")
    at(ada, "/?state=disputed")
    expect(ada.locator(".people")).to_contain_text("Ben rejected this")


def test_entities_are_merged_by_mouse(person: Callable[..., Page], location: str) -> None:
    page = person("Ada")
    page.get_by_role("link", name="Entities").click()
    page.get_by_label("The mayor").check()
    page.get_by_label("Mayor Ord").check()
    page.get_by_role("button", name="Merge the chosen").click()
    expect(page.locator(".joins")).to_contain_text("“The mayor” and “Mayor Ord” are one")
    page.get_by_role("button", name="Undo this merge").click()
    expect(page.locator(".joins")).to_have_count(0)


def test_a_run_underneath_leaves_an_orphan(person: Callable[..., Page], location: str) -> None:
    page = person("Ada")
    at(page, "/?kind=verdict")
    page.keyboard.press("c")
    expect(page.locator(".done")).to_contain_text("Confirmed")
    with SqliteLedger(Path(location), writable=True) as ledger:
        kept = [r for r in story() if not isinstance(r, Verdict) or r.id == "v-1"]
        ledger.renew({"": kept})
    page.reload()
    expect(page.locator("body > .line")).to_contain_text("0 new, 2 gone")
    page.get_by_role("link", name="Orphans 1").click()
    expect(page.locator(".entries")).to_contain_text("“Forty”")


def test_everything_works_without_script(person: Callable[..., Page], location: str) -> None:
    page = person("Ada", java_script_enabled=False)
    page.get_by_role("link", name="verdict 3").click()
    page.get_by_role("button", name="Confirm").click()
    page.locator("summary").filter(has_text="Retype").click()
    page.get_by_role("button", name="agree").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".done")).to_contain_text("Taken back: retype")
    assert [d.view for d in decisions(location)] == ["confirm", "retype", "undo"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_machine_finds_no_serious_barrier(person: Callable[..., Page], scheme: str) -> None:
    page = person("Ada", color_scheme=scheme)
    page.keyboard.press("r")
    expect(page.locator(".done")).to_contain_text("Rejected")
    found = []
    for view in (*VIEWS, TEXT, "/name") if scheme == "light" else ("/", "/entities", "/log", TEXT):
        at(page, view)
        violations = Axe().run(page).response["violations"]
        found += [
            (view, v["id"], v["nodes"][0]["html"][:120])
            for v in violations
            if v["impact"] in {"serious", "critical"}
        ]
    assert found == []


def test_nothing_is_wider_than_a_phone(person: Callable[..., Page]) -> None:
    page = person("Ada", viewport=PHONE)
    wide = []
    for view in (*VIEWS, TEXT):
        at(page, view)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(view)
    assert wide == []
