"""What two accounts share of words that one of them quotes, and what that says of their events."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factory import account
from tests.link.test_events import BRIDGE, MARKET, bare
from variorum.link.events.blocking import FEWEST_QUOTED_RUNS, candidate_pairs
from variorum.link.events.features import AT_LENGTH, FEATURES, features
from variorum.link.events.partition import events
from variorum.link.events.profiles import profiles
from variorum.link.events.quoted_runs import RUN, quoting, word_runs
from variorum.records import Region

SPEECH = (
    "We will not leave this hall until every one of you has had what was taken from him, and "
    "when we do leave it we will leave by the door that we came in by, all of us together"
)
PROVERB = "Many hands make light work of it, but too many of them spoil the whole broth"
PLEDGE = "whoever saw what was done on that evening should call us at once"
COLUMN = FEATURES.index("words quoted at length")


def shared(one: str, two: str) -> bool:
    """Tell whether two texts share a run of words that either of them quotes."""
    return bool(len(quoting([word_runs(account(one)), word_runs(account(two))], 1)[0]))


def test_words_that_both_quote_are_shared() -> None:
    assert shared(f"“{SPEECH},” she said.", f'He heard her say: "{SPEECH}".')


def test_words_that_one_quotes_and_the_other_has_as_they_were_spoken_are_shared() -> None:
    assert shared(f"She began.\n\n{SPEECH}.", f"“{SPEECH},” she said.")


def test_words_that_neither_quotes_are_not_shared() -> None:
    assert not shared(f"Police say {PLEDGE}.", f"It was said that {PLEDGE}.")


def test_case_and_marks_between_words_change_no_run() -> None:
    assert shared(f"“{SPEECH}.”", SPEECH.replace(",", " –").upper())


def test_another_word_in_each_run_leaves_nothing_shared() -> None:
    words = [
        "one",
        "by",
        "one",
        "they",
        "went",
        "down",
        "to",
        "the",
        "river",
        "and",
        "came",
        "back",
    ]
    changed = [word if place % RUN else "and" for place, word in enumerate(words)]
    assert not shared(f"“{' '.join(words)}.”", f"“{' '.join(changed)}.”")


def test_furniture_is_not_read() -> None:
    page = account(
        f"“{SPEECH}.”", regions=(Region(kind="furniture", start=0, end=len(SPEECH) + 3),)
    )
    assert not len(quoting([word_runs(page), word_runs(account(SPEECH))], 1)[0])


def long(name: str, words: str) -> str:
    """Return many rare words, and some others beside them."""
    return f"{' '.join(f'{name}{number}' for number in range(60))}. {words}"


def test_a_long_quotation_makes_two_accounts_meet_whose_keys_are_unlike() -> None:
    told = profiles([bare("a-1", long("Orl", SPEECH)), bare("a-2", long("Tarn", f"“{SPEECH}.”"))])
    assert [side.tolist() for side in candidate_pairs(told)] == [[0], [1]]


def test_a_quotation_of_fewer_runs_makes_nobody_meet() -> None:
    words = " ".join(SPEECH.split()[: RUN + FEWEST_QUOTED_RUNS - 2])
    told = profiles([bare("a-1", long("Orl", words)), bare("a-2", long("Tarn", f"“{words}.”"))])
    assert not len(candidate_pairs(told)[0])


LIKE = (
    "The harbour ferry sank at Selmouth. Diver Jon Pell told of rust in its hull, and skipper Olga "
    "Marsh wept on the quay.",
    "Who shall pay for boats? The council asks that in Selmouth tonight, where Ada Quill and Karel "
    "Dunn are heard about fares and tolls.",
)
"""Two accounts that have a town in common, and the ferry and boats."""


def test_accounts_that_quote_one_speech_are_one_event() -> None:
    plain = [bare(f"a-{number}", text) for number, text in enumerate(LIKE)]
    speaking = [
        bare(f"a-{number}", f"{text} “{SPEECH},” he said.") for number, text in enumerate(LIKE)
    ]
    assert [len(events(made)) for made in (plain, speaking)] == [2, 1]


@pytest.mark.parametrize(
    "said", [PROVERB, "No comment", "We are cooperating fully with the police"]
)
def test_a_saying_or_a_stock_phrase_joins_nothing(said: str) -> None:
    plain = [bare(f"a-{n}", text) for n, text in enumerate(LIKE)]
    saying = [bare(f"a-{n}", f"{text} “{said}.”") for n, text in enumerate(LIKE)]
    assert [len(events(made)) for made in (plain, saying)] == [2, 2]


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "we",
                "must",
                "all",
                "now",
                "go",
                "on",
                "and",
                "not",
                "look",
                "back",
                "to",
                "what",
                "was",
                "so",
            ]
        ),
        min_size=1,
        max_size=RUN + AT_LENGTH - 2,
    )
)
def test_common_words_that_both_quote_do_not_join_accounts_of_other_things(said: list[str]) -> None:
    quoted = f" “{' '.join(said)},” somebody said."
    made = [bare("a-1", BRIDGE + quoted), bare("a-2", MARKET + quoted)]
    assert len(events(made)) == 2


def test_what_two_accounts_share_does_not_change_with_a_third_that_quotes_the_same() -> None:
    made = [bare("a-1", f"{LIKE[0]} “{SPEECH}.”"), bare("a-2", f"{LIKE[1]} {SPEECH}.")]
    third = bare("a-3", f"{MARKET} “{SPEECH}.” {SPEECH}.")
    pair = np.array([0]), np.array([1])
    alone, beside = features(profiles(made), pair), features(profiles([*made, third]), pair)
    assert alone[0, COLUMN] > 0
    assert alone.tolist() == beside.tolist()
