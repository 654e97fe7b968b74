"""Fixtures that are dear: models are loaded once a session."""

import pytest

from variorum.backends.encoder import MiniLmEncoder
from variorum.backends.parser import SpacyParser


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.fixture(scope="session")
def encoder() -> MiniLmEncoder:
    return MiniLmEncoder()
