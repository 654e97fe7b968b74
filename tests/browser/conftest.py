"""A real browser for tests: the system's Chromium, headless, driven through Playwright.

`browser` is one browser a module (while it is open, Playwright's loop counts as running, and no
other test of the process could call `asyncio.run`); `tab` opens pages, each in a context of its own.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
expect.set_options(timeout=20_000)  # a busy machine is slow, not broken

Tab = Callable[..., Page]
"""`tab(address, **options)`: open an address; the options are those of Playwright's `new_context`."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium; a test that needs it is skipped where there is none, but not in CI."""
    program = next((found for found in map(shutil.which, PROGRAMS) if found), None)
    if program is None and os.environ.get("CI"):
        pytest.fail("There is no Chromium; .ci/run installs the system package `chromium`.")
    if program is None:
        pytest.skip("There is no Chromium on this machine.")
    with sync_playwright() as playwright:
        # --no-sandbox: containers that run as root have no other way; pages are our own files
        opened = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """Open pages that are closed after the test."""
    contexts = []

    def opened(address: str, **options: object) -> Page:
        context = browser.new_context(**{"viewport": DESKTOP, **options})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
