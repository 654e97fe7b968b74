"""The review screen under attack, in a real browser: nothing runs, nothing leaves, nothing is forged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.report.ledgers import EVIL, hostile
from tests.serve.web.listening import listening
from tests.serve.web.screens import copied, decisions

Tab = Callable[..., Page]
VIEWS = (
    *("/", "/?state=all&at=c-1", "/?state=all&at=e-1", "/?state=all&at=ev-1", "/?state=all&at=b-2"),
    *("/entities", "/events", "/alignments", "/part?id=e-1", "/orphans", "/log", "/people"),
    *("/account?id=a-1&from=0&to=30#here", "/page"),
)


@pytest.fixture
def location(tmp_path: Path) -> str:
    return copied(hostile(), tmp_path / "evil.variorum")


@pytest.fixture
def start(location: str) -> Iterator[str]:
    with listening(location, reviewer=EVIL.replace("\u202e", "")[:80]) as address:
        yield address


def test_nothing_in_a_hostile_ledger_runs_or_leaves(tab: Tab, start: str) -> None:
    page = tab(start)
    origin = page.evaluate("location.origin")
    asked: list[str] = []
    opened: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))  # type: ignore[call-overload]
    page.get_by_label("Note, kept with the decision").fill(EVIL)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".people .note")).to_be_visible()
    for view in VIEWS:
        page.goto(origin + view)
    assert opened == []
    assert [text for text in told if "Content Security Policy" in text] == []
    assert [url for url in asked if not url.startswith(f"{origin}/")] == []


def test_script_that_gets_into_a_page_does_not_run(tab: Tab, start: str) -> None:
    page = tab(start)
    page.evaluate(
        "() => { document.querySelector('main').insertAdjacentHTML('beforeend', "
        "'<img src=x onerror=\"window.ran = 1\">'); "
        "const made = document.createElement('script'); made.textContent = 'window.ran = 1'; "
        "document.body.append(made); }"
    )
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran") is None


@pytest.fixture
def elsewhere(tmp_path: Path, start: str) -> str:
    """A page of another origin that sends a form to the screen, and frames it."""
    target = start.split("/start", maxsplit=1)[0]
    form = (
        f"<form method=post action='{target}/decide'><input name=id value=v-1>"
        "<input name=view value=confirm><input name=said value='sense differs'>"
        f"<button>Win a prize</button></form><iframe src='{target}/'></iframe>"
    )
    path = tmp_path / "elsewhere.html"
    path.write_text(form, encoding="utf-8")
    return path.as_uri()


def test_a_page_elsewhere_decides_nothing(
    tab: Tab, start: str, elsewhere: str, location: str
) -> None:
    page = tab(start)
    page.goto(elsewhere)
    page.get_by_role("button").click()
    expect(page.locator("body")).to_contain_text("This form came from another page")
    assert decisions(location) == []


def test_a_page_elsewhere_cannot_frame_the_screen(tab: Tab, start: str, elsewhere: str) -> None:
    page = tab(start)
    page.goto(elsewhere)
    assert "Variorum" not in page.frames[1].content()


def test_without_the_key_a_browser_sees_nothing(tab: Tab, start: str) -> None:
    page = tab(start.split("/start", maxsplit=1)[0] + "/log")
    expect(page.locator("body")).to_contain_text("needs the key")
