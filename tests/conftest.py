"""Fixtures that are dear: models are loaded, and a server is started, once a session."""

from collections.abc import Iterator

import pytest

from tests.backends.clusters import clustered
from tests.backends.servers import Server, serving
from variorum.engines.spark import SparkEngine
from variorum.models.encoder import MiniLmEncoder
from variorum.models.parser import SpacyParser


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.fixture(scope="session")
def encoder() -> MiniLmEncoder:
    return MiniLmEncoder()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkEngine]:
    with clustered() as address, SparkEngine(address) as engine:
        yield engine
