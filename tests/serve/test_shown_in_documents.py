"""What the README and the first pages of the manual show is what the commands print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import variorum
from variorum import stories
from variorum.opened import OpenLedger
from variorum.serve.commands.show import print_findings

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "docs/start.md")
FINDING = re.compile(r"^```\n( ?\d+  [a-z].*?)\n```$", re.MULTILINE | re.DOTALL)
"""A block that shows a finding under its number."""


@pytest.mark.parametrize("page", PAGES)
def test_a_finding_that_a_page_shows_is_printed_so(page: str, printed: str) -> None:
    (shown,) = FINDING.findall((ROOT / page).read_text("utf-8"))
    assert shown in printed


@pytest.fixture(scope="module")
def ledger() -> OpenLedger:
    folder = stories.folder("dam-rising-toll")
    return variorum.collate(folder, settings=variorum.Settings(workers=1))


@pytest.fixture
def printed(ledger: OpenLedger, capsys: pytest.CaptureFixture[str]) -> str:
    """Return the findings of the story that both pages tell of, as `variorum show` prints them."""
    print_findings(ledger, everything=True)
    return capsys.readouterr().out
