"""Growth: ten times the draft is about ten times the work. Calls are counted, no seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

import pytest

from tests.trace.dossiers import Vectors
from variorum.against.gathering import gathered_sources, read_accounts, studied_accounts
from variorum.engines.local import LocalEngine
from variorum.link.story import Story, link
from variorum.report.lists.drafted import drafted
from variorum.report.page.drafts import draft_page
from variorum.report.standards.sarif import sarif
from variorum.serve.printed.drafts import show
from variorum.settings import Settings
from variorum.trace.drafts import AssessedDraft, assess

pytestmark = pytest.mark.model

TOWNS = ("Aldmoor", "Brinsted", "Corvale", "Dunmere", "Elsing", "Farlow", "Greston", "Holtby")
SHORT, LONG = 30, 300
MOST_GROWTH = 1.5 * LONG / SHORT
"""Calls that the longer draft may need, in those of the shorter one."""


def sentence(number: int) -> str:
    town, other = TOWNS[number % 8], TOWNS[(number // 8) % 8]
    return (
        f"In {town} the council of {other} repaired {number + 12} bridges on {number % 27 + 1} May 2021.",
        f'"The road to {town} is closed for {number + 3} days," said the mayor of {other}.',
        f"{number + 30} families left {town} for {other} on Tuesday.",
        f"The baker of {town} sold {number + 5} loaves to the inn at {other}.",
    )[number % 4]


def text(first: int, count: int) -> str:
    return " ".join(sentence(first + number) for number in range(count)) + "\n"


@cache
def stories() -> dict[int, Story]:
    """Two drafts, each linked with the same four sources."""
    settings = Settings(workers=1)
    with TemporaryDirectory() as name, LocalEngine(1) as engine:
        folder = Path(name)
        (folder / "sources").mkdir()
        for number in range(4):
            account = f"The roads of the shire\n\n{text(number * 9, 12)}"
            (folder / "sources" / f"{number}.txt").write_text(account, encoding="utf-8")
        for count in (SHORT, LONG):
            (folder / f"{count}.txt").write_text(text(2, count), encoding="utf-8")
        paths = [folder / f"{count}.txt" for count in (SHORT, LONG)]
        found = gathered_sources([folder / "sources"], {}, engine, settings)
        drafts, _ = read_accounts(paths, engine, settings)
        known = [*found.accounts.values(), *drafts]
        studied = studied_accounts(known, found.held, engine, settings, lambda *_: None)
    sources = [studied[key] for key in found.accounts]
    return {
        int(Path(draft.source).stem): link([*sources, studied[draft.id]], together=True)
        for draft in drafts
    }


def assessed_anew(count: int) -> AssessedDraft:
    story = stories()[count]
    mine = next(one for one in story.dossiers if one.account.source.endswith(f"{count}.txt"))
    rest = [one for one in story.dossiers if one is not mine]
    found = assess(mine, rest, story.entities, Vectors())
    return AssessedDraft(mine.account, {one.account.id: one.account for one in rest}, found)


assessed = cache(assessed_anew)


def calls(work: Callable[[], object]) -> int:
    """Return how many functions written in Python are called."""
    counted = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal counted
        counted += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


@pytest.mark.parametrize(
    "work",
    [
        assessed_anew,
        lambda count: draft_page([assessed(count)]),
        lambda count: sarif([assessed(count)]),
        lambda count: show(*(drafted([assessed(count)]),) * 2, everything=True),
    ],
    ids=["assessed", "page", "log", "printed"],
)
def test_ten_times_the_draft_is_about_ten_times_the_work(work: Callable[[int], object]) -> None:
    for count in (SHORT, LONG):
        assert len(assessed(count).sentences) > 0.9 * count
    assert calls(lambda: work(LONG)) < MOST_GROWTH * calls(lambda: work(SHORT))
