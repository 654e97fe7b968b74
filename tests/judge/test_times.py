"""Acts that accounts put at different times, gathered from wherever they stand."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from tests.dossiers import dossier
from variorum.extract.extraction import statements
from variorum.judge.timing import times
from variorum.models.parser import SpacyParser
from variorum.records import Alignment, Published, Verdict

pytestmark = pytest.mark.model

FIRE = "The fire broke out at 8.49pm on Friday in the roof of the mill."


@pytest.fixture
def compared(parser: SpacyParser):  # type: ignore[no-untyped-def]
    """Return the alignments and verdicts of accounts with these texts, on these days."""

    def of(
        *texts: str, days: Sequence[str] = ()
    ) -> tuple[tuple[Alignment, ...], tuple[Verdict, ...]]:
        made = [dossier(t, parser, account=f"a-{n}") for n, t in enumerate(texts)]
        for number, day in enumerate(days):
            on = Published(earliest=day, latest=day, basis="page")
            made[number] = replace(
                made[number], account=replace(made[number].account, published=on)
            )
        read = [replace(d, statements=statements(d.account, d.annotation)) for d in made]
        return times("e", {one.account.id: one for one in read})

    return of


@pytest.fixture
def told(compared):  # type: ignore[no-untyped-def]
    """Return what differs: the question of each act and its times."""

    def of(*texts: str, days: Sequence[str] = ()) -> list[tuple[str, list[str]]]:
        alignments, verdicts = compared(*texts, days=days)
        differ = [v for v in verdicts if v.kind == "time differs"]
        return [
            (a.about, sorted({m.text for v in differ if v.alignment == a.id for m in v.marks}))
            for a in alignments
            if a.verdict == "time differs"
        ]

    return of


@pytest.fixture
def agreed(compared):  # type: ignore[no-untyped-def]
    """Return the times that are one, of two accounts."""

    def of(*texts: str, days: Sequence[str] = ()) -> list[tuple[str, str]]:
        _, verdicts = compared(*texts, days=days)
        return [(v.left.text, v.right.text) for v in verdicts if v.kind == "agree"]

    return of


def test_one_event_that_began_at_two_times_is_told(told) -> None:  # type: ignore[no-untyped-def]
    other = "Pupils went home when the blaze broke out about 8.20pm."
    assert told(FIRE, other) == [
        ("When did the fire break out", ["8.49pm on Friday", "about 8.20pm"])
    ]


def test_a_pronoun_stands_for_a_noun_before_it(told) -> None:  # type: ignore[no-untyped-def]
    other = "The mill was gutted by a blaze. It broke out at around 7.30pm on Friday."
    assert told(FIRE, other) == [
        ("When did the fire break out", ["8.49pm on Friday", "around 7.30pm on Friday"])
    ]


@pytest.mark.parametrize(
    "other",
    [
        "Police were alerted to the fire at 8.20pm.",
        "The fire did not break out at 8.20pm.",
        "The fire could have broken out at 8.20pm.",
        "If the fire broke out at 8.20pm, nobody saw it.",
        "The first fire broke out at 8.20pm on Friday.",
        "The fire broke out at 8.20pm. Several fires had been lit there before.",
        "The strike broke out at 8.20pm.",
        "The fire broke out, police said at 8.20pm.",
        "The fire broke out at 8.20pm. In another street the fire broke out at 6.10pm.",
    ],
)
def test_another_question_is_left_alone(told, other: str) -> None:  # type: ignore[no-untyped-def]
    assert told(FIRE, other) == []


def test_an_event_was_before_the_time_at_which_it_is_said_to_have_begun(told) -> None:  # type: ignore[no-untyped-def]
    happened = "The robbery happened around 2 a.m. Thursday at a bakery."
    began = "The robbery spree began around 3:20 a.m. Thursday."
    assert told(happened, began) == [
        ("When did the robbery happen", ["around 2 a.m. Thursday", "around 3:20 a.m. Thursday"])
    ]
    late = "The robbery happened around 5 a.m. Thursday at a bakery."
    assert told(late, began) == []


def test_people_are_one_by_a_name_or_an_age_and_never_against_a_name(told) -> None:  # type: ignore[no-untyped-def]
    friday = "Martin Aldous, 36, died on Friday after a fall from the ridge."
    assert told(friday, "Martin Aldous died on Thursday after a fall from the ridge.")
    assert not told(friday, "Peter Renshaw died on Thursday after a fall from the ridge.")
    assert not told(friday, "A climber died on Thursday after a fall from the ridge.")
    aged = "A 36-year-old climber died on Friday after a fall from the ridge."
    assert told(aged, "A 36-year-old man died on Thursday after a fall.")
    assert not told(aged, "A 41-year-old man died on Thursday after a fall.")


def test_a_third_account_changes_nothing_for_two(told) -> None:  # type: ignore[no-untyped-def]
    other = "The blaze broke out about 8.20pm."
    third = "The fire broke out at 8.50pm on Friday."
    assert [about for about, _ in told(FIRE, other, third)] == ["When did the fire break out"]
    assert told(FIRE, third) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Smith was arrested on Wednesday.", "John Baker was arrested on Monday."),
        ("Mr Smith was killed on Wednesday.", "Mr Baker was killed on Monday."),
        ("South Korea was attacked on Wednesday.", "North Korea was attacked on Monday."),
    ],
)
def test_a_name_in_part_shared_is_no_name_in_common(told, one: str, other: str) -> None:  # type: ignore[no-untyped-def]
    assert told(one, other) == []


def test_a_time_before_its_verb_and_the_auxiliary_is_of_that_verb(told) -> None:  # type: ignore[no-untyped-def]
    one = "On Monday Martin Aldous was arrested in Harrow by two officers."
    other = "Martin Aldous was arrested in Harrow on Tuesday."
    assert told(one, other) == [("When was Martin Aldous arrested", ["Monday", "Tuesday"])]


def test_an_abbreviation_with_and_without_its_stop_is_one_name(told) -> None:  # type: ignore[no-untyped-def]
    one = "A 36-year-old climber died on Friday after a fall at Mt Orrin."
    assert told(one, "A 36-year-old man died on Thursday after a fall in Mt. Orrin Park in Ardan.")


def test_a_death_needs_no_more_than_one_full_name(told) -> None:  # type: ignore[no-untyped-def]
    friday = "Martin Aldous died on Friday."
    assert told(friday, "Martin Aldous died at home, peacefully, on Wednesday.")
    assert not told(friday, "Aldous died at home, peacefully, on Wednesday.")
    assert not told(
        "Martin Aldous was questioned on Friday.", "Martin Aldous was questioned on Monday."
    )


def test_what_was_told_before_the_day_of_the_other_may_be_another_act(told) -> None:  # type: ignore[no-untyped-def]
    one = "Martin Aldous was arraigned in a court in Harrow on Monday."
    other = "Martin Aldous was arraigned in a court in Harrow last Thursday."
    assert not told(one, other, days=["2031-05-05", "2031-05-12"])
    assert told(one, other, days=["2031-05-12", "2031-05-12"])


def test_a_quake_strikes_at_one_time_whatever_it_strikes(told) -> None:  # type: ignore[no-untyped-def]
    one = "A strong earthquake jolted part of the coast at 5.06pm."
    assert told(one, "The quake struck the island at 5.11pm.")
    assert told(one, "A quake killed six people. It hit at 5.11pm.")
    assert not told(one, "A bus hit a wall at 5.11pm.")
    assert not told("A storm hit the coast at 5.06pm.", "The storm struck the island at 7.11pm.")
    assert not told("A 5.1 quake hit at 5.06pm.", "A 6.2 quake hit at 5.11pm.")
    assert told("A 6.2 quake hit at 5.06pm.", "A 6.2 quake hit at 5.11pm.")
    assert not told(one, "A bus fled from the quake. It hit a wall at 5.11pm.")


def test_one_time_in_two_notations_is_agreement(agreed) -> None:  # type: ignore[no-untyped-def]
    one = "The quake, which struck at 1247 (0917 GMT), was felt in Ardan."
    assert agreed(one, "A strong quake hit the coast at 12:47 p.m. local time.") == [
        ("1247", "12:47 p.m. local time")
    ]
    fire = "A fire broke out at the mill yesterday."
    blaze = "The blaze broke out on 3 May at 9pm."
    assert agreed(fire, blaze, days=["2031-05-04", "2031-05-12"]) == [("yesterday", "3 May at 9pm")]
    assert not agreed(FIRE, "The blaze broke out at around 9pm on Friday.")


def test_a_day_that_two_accounts_share_is_not_told_where_they_differ_on_the_hour(
    compared,  # type: ignore[no-untyped-def]
) -> None:
    one = "The quake hit the coast at 4 p.m. (0900 GMT) on Sunday."
    _, verdicts = compared(one, "The quake struck the coast at 8:10 GMT on Sunday.")
    assert {v.kind for v in verdicts} == {"time differs"}
