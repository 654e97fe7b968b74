"""The page in a real browser: open, read, filter, follow a span, by mouse and by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Tab
from tests.browser.page_ledgers import crowd, three
from tests.factory import account as make_account
from tests.report.ledgers import hostile, many
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Event, Finding
from variorum.report.page.building import page
from variorum.seams import Ledger

SOON = 15.0
"""How many times as long as a blank page a page of ten accounts may take to open."""
Opened = Callable[..., Page]


@pytest.fixture
def opened(tab: Tab, tmp_path: Path) -> Opened:
    """Write the page of a ledger and open it; the options are those of `tab`."""

    def open_page(ledger: Ledger, fragment: str = "", **options: object) -> Page:
        file = tmp_path / "page.html"
        file.write_text(page(ledger), encoding="utf-8")
        return tab(file.as_uri() + fragment, **options)

    return open_page


def choose(screen: Page, facet: str, name: str) -> None:
    screen.get_by_text("Filters", exact=True).click()
    screen.locator(f"select[name={facet.lower()}]").select_option(label=name)


def search(screen: Page, words: str) -> None:
    screen.get_by_role("searchbox").fill(words)


def counted(*told: str) -> Ledger:
    """Return accounts, one a text, that no finding tells of."""
    ledger = MemoryLedger()
    ledger.add([make_account(text, id=f"a-{n}") for n, text in enumerate(told)])
    return ledger


# --- whole and harmless -------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("ledger", [three, hostile], ids=["plain", "hostile"])
def test_no_serious_barrier_is_found(
    opened: Opened, ledger: Callable[[], Ledger], viewport: object, scheme: str
) -> None:
    screen = opened(ledger(), viewport=viewport, color_scheme=scheme)
    screen.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    found = Axe().run(screen).response["violations"]
    assert [(v["id"], v["nodes"][0]["target"]) for v in found if v["impact"] in GRAVE] == []


GRAVE = ("serious", "critical")


def test_hostile_words_open_nothing_ask_for_nothing_and_say_nothing(
    opened: Opened, tab: Tab, tmp_path: Path
) -> None:
    file = tmp_path / "hostile.html"
    file.write_text(page(hostile()), encoding="utf-8")
    screen = tab("about:blank", reduced_motion="reduce")
    seen: list[str] = []
    screen.on("dialog", lambda dialog: (seen.append("dialog"), dialog.dismiss()))  # type: ignore[call-overload]
    screen.on("request", lambda request: seen.append(request.url))
    screen.on("pageerror", lambda error: seen.append(str(error)))
    screen.on("console", lambda said: seen.append(said.text))
    screen.goto(file.as_uri())
    screen.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    screen.evaluate(
        "document.querySelectorAll('main a').forEach((one) => one.dispatchEvent("
        "new MouseEvent('click', { bubbles: true, cancelable: true })))"
    )
    screen.mouse.move(200, 200)
    screen.wait_for_timeout(100)
    assert [one for one in seen if not one.startswith(file.as_uri())] == []


def test_a_word_of_100000_letters_breaks_no_layout(opened: Opened) -> None:
    word = "x" * 100_000
    account = make_account(f"{word} said so.", id="a-1", title=word, outlet=word)
    ledger = MemoryLedger()
    place = account.span(0, len(word))
    event = Event(id="ev-1", label=word, accounts=("a-1",))
    finding = Finding(
        id="f-1", kind="other event", text=word, because=word, weight=1.0, places=(place,)
    )
    ledger.add([account, event, finding])
    screen = opened(ledger, viewport=PHONE)
    assert screen.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("ledger", [lambda: many(60), hostile], ids=["many", "hostile"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_only_pictures_and_tables_scroll_sideways(
    opened: Opened, ledger: Callable[[], Ledger], viewport: dict[str, int]
) -> None:
    screen = opened(ledger(), viewport=viewport)
    assert screen.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_without_script_all_is_shown(opened: Opened) -> None:
    screen = opened(three(), java_script_enabled=False)
    expect(screen.locator(".finding")).to_have_count(2)
    expect(screen.locator("#filters")).to_be_hidden()


def test_ten_accounts_open_not_much_slower_than_a_blank_page(
    opened: Opened, tab: Tab, tmp_path: Path
) -> None:
    opened(many(10))
    blank = tmp_path / "blank.html"
    blank.write_text("<!DOCTYPE html><title>Blank</title>", encoding="utf-8")
    tries = [(seconds(tab, tmp_path / "page.html"), seconds(tab, blank)) for _ in range(5)]
    page, nothing = (min(each) for each in zip(*tries, strict=True))
    assert page < SOON * nothing  # each at the quietest of five times


def seconds(tab: Tab, page: Path) -> float:
    """Return how long a new tab takes to open a page."""
    began = perf_counter()
    tab(page.as_uri())
    return perf_counter() - began


def test_a_crowd_of_accounts_is_a_page_that_can_be_mailed_and_read(opened: Opened) -> None:
    ledger = crowd(60)
    assert len(page(ledger).encode()) <= LARGEST
    screen = opened(ledger)
    height = screen.evaluate("document.documentElement.scrollHeight")
    assert height <= MOST_SCREENS * DESKTOP["height"]


def test_twice_the_accounts_make_a_page_hardly_taller(opened: Opened) -> None:
    heights = [
        opened(crowd(size)).evaluate("document.documentElement.scrollHeight") for size in (30, 60)
    ]
    assert heights[1] <= 1.5 * heights[0]


LARGEST = 1_500_000
"""Bytes of a page of 60 accounts."""
MOST_SCREENS = 30
"""Windows of a desktop that it is high before anything is unfolded."""


def test_text_from_right_to_left_is_set_so(opened: Opened) -> None:
    sheet = opened(three()).locator("[id='a-3'] .sheet")
    assert sheet.get_attribute("lang") == "ar"
    assert sheet.evaluate("(one) => getComputedStyle(one).direction") == "rtl"


def test_print_shows_all_texts_and_no_buttons(opened: Opened) -> None:
    screen = opened(many(10))
    screen.emulate_media(media="print")
    expect(screen.locator("nav")).to_be_hidden()
    expect(screen.locator(".sheet").first).to_be_visible()


# --- filters ------------------------------------------------------------------------------------------


def test_a_filter_holds_for_findings_readings_and_matrix(opened: Opened) -> None:
    screen = opened(three())
    choose(screen, "Kind", "other event")
    expect(screen.locator(".finding:visible")).to_have_count(1)
    expect(screen.locator(".wide tbody tr:visible")).to_have_count(0)
    expect(screen.locator(".matrix tbody tr:visible")).to_have_count(0)
    expect(screen.locator("#filters [role=status]")).to_contain_text("1 of 2 findings")


def test_an_account_leaves_its_own_column_and_its_silence(opened: Opened) -> None:
    screen = opened(three())
    choose(screen, "Account", "Layl")
    expect(screen.locator(".matrix thead th:visible")).to_have_text(["Layl report"])
    expect(screen.locator(".matrix tbody td:visible")).to_have_text([""])


def test_a_speaker_is_chosen(opened: Opened) -> None:
    screen = opened(three())
    choose(screen, "Speaker", "the mayor")
    expect(screen.locator(".finding:visible")).to_have_count(1)


def test_a_search_shows_what_has_all_its_words(opened: Opened) -> None:
    screen = opened(three())
    search(screen, "mayor FRIDAY")
    expect(screen.locator(".finding:visible")).to_have_count(1)
    expect(screen.locator(".account:visible")).to_have_count(2)
    expect(screen.locator("#filters [role=status]")).to_contain_text("1 of 2 findings")


def test_a_number_is_found_as_a_whole(opened: Opened) -> None:
    screen = opened(counted("Ten of 1,500 boats sank.", "By 2010 there were 150 boats."))
    search(screen, "1500")
    expect(screen.locator(".account:visible")).to_have_count(1)
    search(screen, "10")
    expect(screen.locator(".account:visible")).to_have_count(0)


def test_a_search_takes_no_notice_of_accents_and_kinds_of_quotation_marks(opened: Opened) -> None:
    screen = opened(counted("The café’s owner left.", "The coffee was cold."))
    search(screen, "CAFE's")
    expect(screen.locator(".account:visible")).to_have_count(1)


def test_a_search_that_nothing_fits_says_so(opened: Opened) -> None:
    screen = opened(three())
    search(screen, "zeppelin")
    expect(screen.locator("#filters [role=status]")).to_contain_text("Nothing on this page fits.")
    expect(screen.locator(".finding:visible")).to_have_count(0)


def test_a_search_opens_the_folds_that_hold_what_it_found_and_closes_them_again(
    opened: Opened,
) -> None:
    screen = opened(many(10))
    row = screen.locator(".wide tbody tr").first
    expect(row).to_be_hidden()
    search(screen, "bridge noon")
    expect(row).to_be_visible()
    screen.get_by_role("button", name="Clear").click()
    expect(row).to_be_hidden()


def test_a_link_leads_to_words_that_a_search_has_put_away(opened: Opened) -> None:
    screen = opened(three())
    search(screen, "must")
    expect(screen.locator("[id='a-2']")).to_be_hidden()
    screen.locator("[id='f-1'] .said a").last.click()
    expect(screen.locator("[id='a-2'] .sheet")).to_be_visible()


def test_clear_shows_all(opened: Opened) -> None:
    screen = opened(three())
    choose(screen, "Kind", "other event")
    screen.get_by_role("button", name="Clear").click()
    expect(screen.locator(".finding:visible")).to_have_count(2)


def test_a_choice_stands_in_the_address(opened: Opened) -> None:
    screen = opened(three())
    choose(screen, "Kind", "other event")
    screen.reload()
    expect(screen.locator(".finding:visible")).to_have_count(1)


# --- ways about the page --------------------------------------------------------------------------------


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_every_link_of_the_menu_leads_to_its_heading(
    opened: Opened, viewport: dict[str, int]
) -> None:
    screen = opened(many(60), viewport=viewport)
    for link in screen.locator("nav a").all():
        link.click()
        heading = str(link.get_attribute("href"))[1:]
        settled(screen)
        top = screen.evaluate(
            "(id) => document.getElementById(id).getBoundingClientRect().top", heading
        )
        assert 0 <= top <= NEAR, heading


NEAR = 80
"""Pixels from the top of the window within which a heading is at its top."""


def settled(screen: Page) -> None:
    """Wait until the page has come to rest."""
    screen.evaluate(
        "new Promise((done) => { let last = -1; const look = () => { if (scrollY === last) done();"
        " else { last = scrollY; setTimeout(look, 150); } }; look(); })"
    )


# --- ways from words to words ---------------------------------------------------------------------------


def test_a_quotation_leads_to_its_words_and_they_are_marked_to_the_end(opened: Opened) -> None:
    screen = opened(three())
    screen.locator("[id='f-1'] .said a").first.click()
    marked = screen.evaluate("[...CSS.highlights.get('words')][0].toString()")
    assert marked.startswith("The mayor said: “The dam must hold until Friday.")
    expect(screen.locator("#here [role=status]")).to_contain_text("Post report, characters 7 to 56")


def test_back_leads_to_where_the_reader_came_from(opened: Opened) -> None:
    screen = opened(three())
    link = screen.locator("[id='f-1'] .said a").first
    link.click()
    screen.get_by_role("button", name="Back").click()
    expect(link).to_be_focused()


def test_words_lead_back_to_what_rests_on_them(opened: Opened) -> None:
    screen = opened(three())
    back = screen.locator("[id='a-1'] .uses a")
    assert [one.get_attribute("href") for one in back.all()] == ["#al-1", "#b-1", "#f-1"]


def test_a_link_that_was_sent_opens_the_text_at_its_words(opened: Opened) -> None:
    screen = opened(three(), "#a-2.17-47")
    marked = screen.evaluate("[...CSS.highlights.get('words')][0].toString()")
    assert marked == "The dam may hold until Friday."


def test_an_edge_shows_its_evidence_by_keyboard(opened: Opened) -> None:
    screen = opened(three())
    edge = screen.get_by_role("link", name="Mail, copies, Post: evidence")
    edge.focus()
    screen.keyboard.press("Enter")
    ground = screen.locator("[id='b-1']")
    expect(ground).to_be_visible()
    expect(ground).to_be_focused()
    expect(ground).to_contain_text("50 % of the text")


def test_arrows_move_in_the_matrix(opened: Opened) -> None:
    screen = opened(three())
    marks = screen.locator(".matrix a.m")
    marks.first.focus()
    screen.keyboard.press("ArrowRight")
    expect(marks.nth(1)).to_be_focused()


def test_the_first_key_skips_to_the_findings(opened: Opened) -> None:
    screen = opened(three())
    screen.keyboard.press("Tab")
    expect(screen.get_by_role("link", name="Skip to the findings")).to_be_focused()
    screen.keyboard.press("Enter")
    expect(screen).to_have_url(re.compile("#findings$"))


def test_every_stop_of_the_tab_key_is_seen(opened: Opened) -> None:
    screen = opened(three(), reduced_motion="reduce")
    for _ in range(25):
        screen.keyboard.press("Tab")
        seen = screen.evaluate(
            "(() => { const box = document.activeElement.getBoundingClientRect();"
            " return box.bottom > 0 && box.top < innerHeight; })()"
        )
        assert seen, screen.evaluate("document.activeElement.outerHTML")
