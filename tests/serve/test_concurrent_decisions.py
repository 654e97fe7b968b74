"""People decide while the accounts are collated again and again: nothing is lost, nothing doubled.

`VARIORUM_SECONDS` says for how long, 8 seconds by default; see `docs/ledgers.md`.
"""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from time import monotonic

import pytest

import variorum
from tests.serve.reviewers import decide, digest, look
from variorum.records import Decision

pytestmark = pytest.mark.model

STORY = Path(variorum.__file__).parent / "stories" / "dam-rising-toll"
SECONDS = float(os.environ.get("VARIORUM_SECONDS", "8"))
WRITERS = ("Ada", "Ben", "Cleo", "Dov", "Eve")


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "story.variorum")
    return str(request.getfixturevalue("postgresql").url())


def collate(location: str | None) -> str:
    """Collate the story into a ledger; return the digest of what was found."""
    with variorum.collate(STORY, location, settings=variorum.Settings(workers=1)) as ledger:
        return digest(ledger)


def test_five_people_decide_while_the_story_is_collated_again_and_again(location: str) -> None:
    quiet = collate(None)
    assert collate(location) == quiet
    until = monotonic() + SECONDS
    runs = 0
    with ProcessPoolExecutor(len(WRITERS) + 1, mp_context=get_context("spawn")) as people:
        deciding = {who: people.submit(decide, location, who, SECONDS) for who in WRITERS}
        looking = people.submit(look, location, SECONDS)
        while monotonic() < until or not all(done.done() for done in deciding.values()):
            assert collate(location) == quiet
            runs += 1
        made = {who: done.result() for who, done in deciding.items()}
        seen = looking.result()
    with variorum.open_ledger(location, writable=False) as ledger:
        kept = [decision.id for decision in ledger.read(Decision)]
        assert digest(ledger) == quiet
    print(f"{made} decisions, {runs} runs, {len(seen)} looks")  # noqa: T201
    assert kept == [f"d-{who}-{number:06}" for who in WRITERS for number in range(made[who])]
    assert runs > 1
    assert {shown for _, _, shown in seen} == {quiet}
    assert all(one[0] < two[0] and one[1] <= two[1] for one, two in pairwise(seen))
