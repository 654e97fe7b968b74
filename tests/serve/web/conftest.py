"""A ledger on a screen, and a person who decides there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.serve.web.screens import Person, ledger_at, served, story


@pytest.fixture
def location(tmp_path: Path) -> str:
    return ledger_at(tmp_path / "fire.variorum", story())


@pytest.fixture
def app(location: str) -> object:
    return served(location)


@pytest.fixture
def ada(app: object) -> Person:
    return Person(app, "Ada")
