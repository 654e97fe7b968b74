"""Acts that accounts put at different times, gathered from wherever they stand."""

import pytest
from msgspec.structs import replace

from tests.dossiers import dossier
from variorum.extract.extraction import statements
from variorum.judge.timing import times
from variorum.models.parser import SpacyParser

pytestmark = pytest.mark.model

FIRE = "The fire broke out at 8.49pm on Friday in the roof of the mill."


@pytest.fixture
def told(parser: SpacyParser):  # type: ignore[no-untyped-def]
    """Return what is said of accounts with these texts: the question of each act and its times."""

    def of(*texts: str) -> list[tuple[str, list[str]]]:
        made = [dossier(t, parser, account=f"a-{n}") for n, t in enumerate(texts)]
        read = [replace(d, statements=statements(d.account, d.annotation)) for d in made]
        alignments, verdicts = times("e", {one.account.id: one for one in read})
        assert {v.kind for v in verdicts} <= {"time differs"}
        return [
            (a.about, sorted({m.text for v in verdicts if v.alignment == a.id for m in v.marks}))
            for a in alignments
        ]

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
