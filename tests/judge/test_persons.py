"""Of whom a measure is told, where one account names somebody and another gives an age."""

import pytest

from tests.judge.both import studied
from variorum.judge.counting import counts
from variorum.link.names.ages import ages
from variorum.link.story import link

pytestmark = pytest.mark.model

NAMED = "Jan Orrin, 36, was killed on Friday after falling 60 metres from the Hask ridge."
DESCRIBED = "A 36-year-old guide died on Friday when he tripped and fell about 90 metres."


def differing(*texts: str) -> list[list[str]]:
    """Return the numbers of each count that accounts of one event give, where they differ."""
    story = link([studied(f"a-{n}", text) for n, text in enumerate(texts)], together=True)
    _, verdicts = counts("e", {one.account.id: one for one in story.dossiers}, story.entities)
    told = [verdict for verdict in verdicts if verdict.kind == "figure differs"]
    return sorted(sorted(mark.text for mark in verdict.marks) for verdict in told)


def test_a_description_is_the_one_person_of_that_age() -> None:
    assert differing(NAMED, DESCRIBED) == [["60 metres", "about 90 metres"]]


def test_nobody_is_meant_where_two_are_of_that_age() -> None:
    other = "Ada Lunt, 36, was killed on Friday after falling 300 metres from the Hask ridge."
    found = differing(f"{NAMED} {other}", DESCRIBED)
    assert not any("about 90 metres" in pair for pair in found)


def test_nobody_is_meant_against_gender_or_fate() -> None:
    woman = "A 36-year-old woman died on Friday when she tripped and fell about 90 metres."
    hurt = "A 36-year-old guide was injured on Friday when he tripped and fell about 90 metres."
    assert differing(NAMED.replace("Jan", "Mr Jan"), woman) == []
    assert differing(NAMED, hurt) == []


def test_another_act_of_the_same_person_is_another_measure() -> None:
    walked = "A 36-year-old guide died on Friday after he walked about 90 metres."
    assert differing(NAMED, walked) == []


def test_the_end_of_a_fall_is_not_its_height() -> None:
    assert differing(NAMED, DESCRIBED.replace("fell about 90", "fell to 90")) == []


def test_an_age_of_somebody_beside_a_name_is_not_the_names() -> None:
    daughter = "The 12-year-old daughter of Jan Orrin died on Friday after she fell 60 metres."
    girl = "A 12-year-old girl died on Friday after she fell about 90 metres."
    story = link([studied("a-0", daughter), studied("a-1", girl)], together=True)
    assert ages(story.dossiers) == {}
    assert ages([studied("a-0", "The 36-year-old guide Jan Orrin fell on Friday.")]) != {}
