"""The gold ledgers themselves: every place in them stands in the story it speaks of."""

import pytest

from quality import golden as gold
from variorum import stories
from variorum.errors import UsageError

STORIES = stories.names()


def test_at_least_four_stories_ship() -> None:
    assert len(STORIES) >= 4


@pytest.mark.parametrize("story", STORIES)
def test_every_place_of_the_gold_stands_in_its_account(story: str) -> None:
    assert gold.missing(story, gold.load(story)) == []


@pytest.mark.parametrize("story", STORIES)
def test_the_gold_speaks_only_of_accounts_it_defines(story: str) -> None:
    assert gold.unknown(gold.load(story)) == []


@pytest.mark.parametrize("story", STORIES)
def test_every_file_of_a_story_has_gold(story: str) -> None:
    files = {path.name for path in stories.folder(story).iterdir()}
    assert {telling.file for telling in gold.load(story).accounts.values()} == files


@pytest.mark.parametrize("story", STORIES)
def test_a_story_has_five_to_nine_accounts_of_a_hundred_to_six_hundred_words(story: str) -> None:
    tellings = [t for t in gold.load(story).accounts.values() if t.kind != ("post",)]
    lengths = [len(gold.words_of(story, telling).split()) for telling in tellings]
    assert 5 <= len(lengths) <= 9
    assert all(75 <= length <= 600 for length in lengths), lengths


def test_words_are_found_whatever_the_typography() -> None:
    assert gold.find("She said: “it’s\u00a0over”.", '"it\'s over"') == (10, 21)


def test_a_story_that_does_not_ship_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="dam-rising-toll"):
        stories.folder("nowhere")
