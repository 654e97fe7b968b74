"""Calls that may take only so long."""

from collections.abc import Iterator

import pytest

from tests.backends import calls
from variorum.engines.time_limit import TimeLimited
from variorum.errors import StageError

AMPLE = 120.0


@pytest.fixture
def timed() -> Iterator[TimeLimited[[str], str]]:
    timed = TimeLimited(calls.obey)
    yield timed
    timed.close()


def test_an_answer_in_time_comes_back(timed: TimeLimited[[str], str]) -> None:
    assert timed.within(AMPLE, "answer") == "answered"


def test_a_call_that_goes_on_for_ever_is_ended_and_the_next_one_answered(
    timed: TimeLimited[[str], str],
) -> None:
    with pytest.raises(TimeoutError, match=r"0\.2 s"):
        timed.within(0.2, "hang")
    assert timed.within(AMPLE, "answer") == "answered"


def test_a_call_that_kills_its_process_is_told_and_the_next_one_answered(
    timed: TimeLimited[[str], str],
) -> None:
    with pytest.raises(ChildProcessError):
        timed.within(AMPLE, "die")
    assert timed.within(AMPLE, "answer") == "answered"


def test_what_a_call_raises_is_raised_here_with_its_words(timed: TimeLimited[[str], str]) -> None:
    with pytest.raises(StageError, match="ValueError: no such order: dance"):
        timed.within(AMPLE, "dance")


def test_a_process_that_ended_while_nothing_was_asked_is_replaced(
    timed: TimeLimited[[str], str],
) -> None:
    first = timed.within(AMPLE, "who")
    assert timed._process is not None
    timed._process.kill()
    timed._process.join()
    assert timed.within(AMPLE, "who") != first
