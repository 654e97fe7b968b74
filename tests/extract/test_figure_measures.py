"""What a measure is of: ages, magnitudes, distances, falls, durations, populations, shares."""

import pytest

from tests.extract.extracted import only, read
from variorum.models.parser import SpacyParser

pytestmark = pytest.mark.model


# --- ages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Marsh, 49, was in a cart when he pulled a rope.", "Marsh"),
        ("Actress Nora Bell dies at 91", "Actress Nora Bell"),
        ("Nora Bell has died at the age of 75.", "Nora Bell"),
        ("The singer died at age 75.", "singer"),
        ("Leo was 16 years old.", "Leo"),
        ("Nora Bell, the singer of the band, was a star and has died at 75.", "Nora Bell"),
        ("Police shot 16 - year - old Leo Marsh on Saturday.", "Leo Marsh"),
    ],
)
def test_an_age_is_of_whom_it_is_said(text: str, whose: str, parser: SpacyParser) -> None:
    figure = only(text, parser)
    assert (figure.unit, figure.counted) == ("year of age", whose)


@pytest.mark.parametrize(
    "text",
    [
        "The county's deputies arrested a 21-year-old on Monday.",
        "The toddler was hit by a nine-year-old.",
        "He was 45 years old, the neighbours said.",
    ],
)
def test_an_age_is_not_of_whoever_else_the_sentence_names(text: str, parser: SpacyParser) -> None:
    assert only(text, parser).counted is None


def test_the_ages_of_several_are_no_counts(parser: SpacyParser) -> None:
    _, *ages = read("Her three children, ages 12, 9 and 4, were unhurt.", parser)
    assert [(age.unit, age.counted) for age in ages] == [("year of age", None)] * 3


def test_the_last_age_of_a_list_counts_no_victims(parser: SpacyParser) -> None:
    found = read("The dead are Tamar Perrin, 14; and Jerome Holt, 50.", parser)
    assert [(one.unit, one.counted) for one in found] == [
        ("year of age", "Tamar Perrin"),
        ("year of age", "Jerome Holt"),
    ]


# --- magnitudes ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The quake had a magnitude of 5.7.",
        "The quake, which had a magnitude of 5.7, was felt in Lindqa.",
        "The magnitude of the quake was 5.7.",
        "The institute put the quake's magnitude at 5.7.",
        "A magnitude-5.7 quake rocked the coast on Monday.",
        "A quake of magnitude 5.7 was felt.",
        "The quake, with a preliminary magnitude of 5.7, struck at dawn.",
        "The quake measured 5.7.",
        "A quake registering 5.7 on the Richter scale shook the town.",
    ],
)
def test_a_magnitude_is_of_the_quake(text: str, parser: SpacyParser) -> None:
    figure = only(text, parser)
    assert (figure.value, figure.unit, figure.counted) == ("5.7", "magnitude", "quake")


@pytest.mark.parametrize(
    "text",
    [
        "The agency said it had a magnitude of 5.7.",
        "The survey puts the magnitude at 5.7.",
    ],
)
def test_a_magnitude_is_not_of_who_tells_it(text: str, parser: SpacyParser) -> None:
    figure = only(text, parser)
    assert (figure.unit, figure.counted, figure.subject) == ("magnitude", None, None)


def test_a_magnitude_is_not_of_who_estimates_the_strength(parser: SpacyParser) -> None:
    assert only("The survey put the quake's strength at magnitude 5.4.", parser).counted != "survey"


def test_a_bound_may_stand_before_a_magnitude(parser: SpacyParser) -> None:
    figure = only("A quake with a magnitude of at least 5.7 struck at dawn.", parser)
    assert (figure.low, figure.unit, figure.counted) == ("5.7", "magnitude", "quake")


def test_a_quake_that_killed_six_is_of_no_magnitude(parser: SpacyParser) -> None:
    assert only("The quake killed 6.", parser).unit == "people"


# --- distances and falls -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "counted", "place"),
    [
        (
            "The quake struck 35 miles southwest of the port of Calder.",
            "quake",
            "southwest of the port of Calder",
        ),
        ("The fire broke out in Wales, about 15 miles from the coast.", "Wales", "from the coast"),
        (
            "He fled roughly 35 miles northeast of Calder, officials said.",
            None,
            "northeast of Calder",
        ),
    ],
)
def test_a_distance_is_from_a_place(
    text: str, counted: str | None, place: str, parser: SpacyParser
) -> None:
    figure = only(text, parser)
    assert (figure.counted, figure.counted_place) == (counted, place)


@pytest.mark.parametrize(
    "text",
    [
        "The skier has fallen some 350 metres to his death.",
        "The man fell 60 feet.",
        "The climber slipped and fell about 200m into a gully.",
    ],
)
def test_who_falls_so_far_is_no_level_that_fell(text: str, parser: SpacyParser) -> None:
    figure = only(text, parser)
    assert (figure.change, figure.predicate) == (None, "fall")


def test_a_river_that_rises_is_a_level(parser: SpacyParser) -> None:
    assert only("The river rose 3.2 metres.", parser).change == "up"


# --- durations -----------------------------------------------------------------------------------


@pytest.mark.parametrize("how_long", ["lasted two hours", "lasted for two hours"])
def test_what_lasts_is_what_a_duration_measures(how_long: str, parser: SpacyParser) -> None:
    figure = only(f"The blackout {how_long}.", parser)
    assert (figure.counted, figure.predicate) == ("blackout", "last")


def test_a_duration_is_said_of_the_subject(parser: SpacyParser) -> None:
    figure = only("The airport was closed for three days.", parser)
    assert (figure.counted, figure.subject, figure.predicate) == (None, "airport", "close")


def test_a_time_after_which_something_happens_is_said_of_nobody(parser: SpacyParser) -> None:
    assert only("The siege ended after three hours.", parser).subject is None


# --- populations, tolls, parts -------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Calder is a port with a population of 120,000.",
        "Calder has a population of 120,000.",
        "The population of Calder is 120,000.",
        "Calder, a town of 120,000, was flattened.",
        "They flew to Calder, a city of 120,000 people that was also hit.",
    ],
)
def test_a_population_is_of_its_town(text: str, parser: SpacyParser) -> None:
    figure = only(text, parser)
    assert (figure.predicate, figure.subject, figure.counted_place) == ("live", "Calder", "Calder")


def test_those_whose_home_a_place_is_live_there(parser: SpacyParser) -> None:
    figure = only("The wave struck Calder island, home to 120,000 people.", parser)
    assert (figure.predicate, figure.subject) == ("live", "Calder island")


def test_a_town_without_a_name_has_no_inhabitants_to_compare(parser: SpacyParser) -> None:
    assert only("The island has a population of 120,000.", parser).predicate == "have"


def test_a_toll_is_not_of_who_tells_it(parser: SpacyParser) -> None:
    figure = only("The death toll has risen to at least 118, a relief group said.", parser)
    assert (figure.counted, figure.unit, figure.predicate) == ("death toll", None, "rise")


def test_a_part_of_the_wounded_does_what_the_verb_says(parser: SpacyParser) -> None:
    part, whole = read("40 of the 90 wounded stayed in hospital.", parser)
    assert (part.counted, part.predicate) == (None, "stay")
    assert (whole.counted, whole.predicate) == ("wounded", "wound")


def test_dozens_that_are_hurt_are_a_figure(parser: SpacyParser) -> None:
    figure = only("Dozens were hurt.", parser)
    assert (figure.low, figure.high, figure.predicate) == ("12", "120", "hurt")


def test_hundreds_of_officers_are_counted_whatever_the_parser_hung_them_on(
    parser: SpacyParser,
) -> None:
    assert only("They evaded hundreds of police officers.", parser).counted == "police officers"


# --- shares --------------------------------------------------------------------------------------


def test_a_share_spelled_out_is_of_its_whole(parser: SpacyParser) -> None:
    assert only("Sixty per cent of traffic to Norland was down.", parser).counted == "traffic"


def test_a_second_share_is_of_the_same_in_another_place(parser: SpacyParser) -> None:
    text = "The cut hit up to 75 per cent of web services in Chile, and 45 per cent in Ghana."
    _, second = read(text, parser)
    assert (second.counted, second.counted_place) == ("web services", "in Ghana")


def test_shares_that_are_subjects_one_after_another_are_of_one_whole(parser: SpacyParser) -> None:
    text = (
        "Some 55 percent of traffic in Peru, 48 percent in Chile and 81 percent in Ghana was lost."
    )
    found = read(text, parser)
    assert [(one.counted, one.counted_place) for one in found[1:]] == [
        ("traffic", "in Chile"),
        ("traffic", "in Ghana"),
    ]


def test_every_fall_of_a_list_is_one(parser: SpacyParser) -> None:
    text = "Traffic fell by 35 percent in Egypt, by 25 percent in India and by 15 percent in Peru."
    found = read(text, parser)
    assert [(one.counted, one.counted_place, one.change) for one in found] == [
        ("Traffic", "in Egypt", "down"),
        ("Traffic", "in India", "down"),
        ("Traffic", "in Peru", "down"),
    ]


# --- money ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Thieves stole jewellery worth an estimated two million euros.", "jewellery"),
        ("Jewellery worth more than $ 160 million has been stolen.", "Jewellery"),
        ("A thief stole $88m worth of precious stones.", "precious stones"),
        ("They made off with 2m euros in gems and watches.", "gems and watches"),
    ],
)
def test_a_sum_is_of_what_is_worth_it(text: str, what: str, parser: SpacyParser) -> None:
    assert only(text, parser).counted == what


# --- written apart -------------------------------------------------------------------------------


def test_a_unit_behind_a_loose_hyphen_is_one(parser: SpacyParser) -> None:
    figure = only("A three - week trial ended.", parser)
    assert (figure.unit, figure.counted) == ("week", "trial")


def test_a_dash_opens_no_unit(parser: SpacyParser) -> None:
    assert only("The club lost 12 - seconds apart.", parser).unit is None


def test_a_result_behind_a_loose_hyphen_is_one(parser: SpacyParser) -> None:
    figure = only("Dunmore beat Calder 65 - 53 in the final.", parser)
    assert (figure.low, figure.high, figure.unit) == ("53", "65", "match score")


@pytest.mark.parametrize("text", ["It closed at 8: 30 p. m.", "It opened around 9: 15 on Monday."])
def test_a_clock_written_apart_is_no_figure(text: str, parser: SpacyParser) -> None:
    assert read(text, parser) == ()
