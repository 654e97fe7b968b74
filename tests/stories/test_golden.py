"""The stories collated: what a reader must see, and what must never be said of them.

How much else is found is a number (`quality/stories.py`), whose floor keeps it from falling.
"""

import pytest

from quality.golden import Telltale, load
from quality.story_ledgers import Found, collated
from quality.story_relations import events, offence, rank, stands
from variorum import stories

pytestmark = pytest.mark.model


def told(what: str) -> list[object]:
    """Name each pair of places by its story and what it is about, so that a failure tells both."""
    return [
        pytest.param(
            story,
            pair,
            id=f"{story}: {pair.about}",
            marks=[pytest.mark.xfail(reason=pair.open, strict=True)] if pair.open else [],
        )
        for story in stories.names()
        for pair in getattr(load(story), what)
    ]


@pytest.mark.parametrize("story", stories.names())
def test_every_account_of_the_gold_is_read(story: str) -> None:
    assert sorted(collated(story).accounts) == sorted(load(story).accounts)


@pytest.mark.parametrize("story", stories.names())
def test_no_problem_is_met_on_the_way(story: str) -> None:
    assert [p for p in collated(story).found.problems if "guess" not in p.reason] == []


@pytest.mark.parametrize("story", stories.names())
def test_accounts_of_another_day_are_another_event(story: str) -> None:
    assert [one.misses for one in events(collated(story)) if one.key == "events.apart"] == [()]


@pytest.mark.parametrize(("story", "pair"), told("findings"))
def test_a_telling_difference_stands_among_the_first_findings(story: str, pair: Telltale) -> None:
    assert stands(collated(story), pair), f"found as number {rank(collated(story), pair)}"


@pytest.mark.parametrize(("story", "pair"), told("never"))
def test_readings_that_do_not_differ_are_not_said_to(story: str, pair: Telltale) -> None:
    assert offence(collated(story), pair) is None


def test_the_beginning_of_an_id_tells_the_kind_of_its_record() -> None:
    kinds: dict[str, set[str]] = {}
    for story in stories.names():
        found = collated(story).found
        for name in Found.__struct_fields__[:-2]:
            for record in getattr(found, name):
                kinds.setdefault(record.split("-")[0], set()).add(name)
        for finding in collated(story).findings:
            kinds.setdefault(finding.id.split("-")[0], set()).add("findings")
    assert len(kinds) == 11
    assert all(len(names) == 1 for names in kinds.values()), kinds
