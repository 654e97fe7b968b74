"""A site and the world around it."""

from collections.abc import Iterator

import pytest

from tests.read.web.sites import Site, World, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


@pytest.fixture
def world(site: Site) -> World:
    return World(site)
