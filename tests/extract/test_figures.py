"""Figures in sentences: what they count, where, by which verb; and what is no figure."""

from decimal import Context, localcontext

import pytest

from tests.extract.extracted import only, read
from tests.factory import account
from variorum.extract.figures.extraction import figures
from variorum.models.parser import SpacyParser
from variorum.records import Quotation
from variorum.segment import annotate

pytestmark = pytest.mark.model


# --- what counts as a figure -------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The council met on 14 May 2019 at 13:25.",
        "The treaty of 1990 followed Resolution 2254 and World War II.",
        "Photo 12 of 30 Neighbours bring flowers to the gate.",
        "Flight MH17 was a Boeing 737.",
        "They flew to Orry on Nov. 11–12 in the 1990s.",
        "He left at 5 p.m. and came back at five o'clock.",
        "Call the desk on 01632 960 144.",
        "1 of 4",
        "The number one priority is the dam.",
        "They blamed one another, and no one answered.",
        "It is one of the largest dams in the country.",
        "One day she will tell the story.",
        "The hall stands at 12 Mill Street.",
        "The 4400 block of Mill Street was closed.",
        "Call 1-800-222-1234 with tips.",
        "She finished 19th in the 2012 race.",
        "Version 2.0.1 is out.",
    ],
)
def test_numbers_that_count_nothing_are_no_figures(text: str, parser: SpacyParser) -> None:
    assert read(text, parser) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The probe crossed 1234567890123456789.25 kilometres.", "1234567890123456789.25"),
        ("A third of the harvest was lost.", "0.3333333333"),
        ("The grain weighed 6.25×10-13 grams.", "0.000000000000625"),
    ],
)
def test_a_value_keeps_its_digits(text: str, value: str, parser: SpacyParser) -> None:
    assert only(text, parser).value == value


def test_the_arithmetic_around_changes_no_value(parser: SpacyParser) -> None:
    with localcontext(Context(prec=3)):
        assert only("They sold 1,234,567 lamps.", parser).value == "1234567"


def test_the_place_is_the_number_with_its_bound_and_unit(parser: SpacyParser) -> None:
    figure = only("The convoy brought more than 65 tonnes of dry food.", parser)
    assert figure.place.text == "more than 65 tonnes"


def test_a_count_of_one_is_kept_before_a_noun(parser: SpacyParser) -> None:
    figure = only("The fire destroyed just one barn.", parser)
    assert (figure.value, figure.counted) == ("1", "barn")


def test_an_age_stands_between_commas_after_a_name(parser: SpacyParser) -> None:
    figure = only("Anna Hale, 24, won the race.", parser)
    assert (figure.value, figure.unit) == ("24", "year of age")


def test_a_year_with_a_counted_plural_is_a_figure(parser: SpacyParser) -> None:
    figure = only("A total of 1500 villagers fled.", parser)
    assert (figure.value, figure.counted_head) == ("1500", "villager")


def test_a_part_of_those_counted_is_no_series(parser: SpacyParser) -> None:
    found = read("They freed 3 of 7 hostages.", parser)
    assert [figure.value for figure in found][:1] == ["3"]


def test_the_next_model_of_a_name_is_no_figure(parser: SpacyParser) -> None:
    assert read("The Solara 12 Mini and 12 Mini Ultra sold well.", parser) == ()


def test_a_year_with_an_owner_is_no_figure(parser: SpacyParser) -> None:
    assert read("Halvor's 2018 sales fell, and its 2024 accounts are open.", parser) == ()


# --- what it counts ------------------------------------------------------------------------------


def test_a_figure_counts_the_noun_with_what_qualifies_it(parser: SpacyParser) -> None:
    figure = only("Over 850,000 Drevian citizens have returned.", parser)
    assert (figure.counted, figure.counted_head) == ("Drevian citizens", "citizen")


def test_a_registered_population_is_part_of_the_phrase(parser: SpacyParser) -> None:
    figure = only("The camp holds 400 refugees registered with the Red Cross.", parser)
    assert figure.counted == "refugees registered with the Red Cross"


def test_dozens_of_people_count_people(parser: SpacyParser) -> None:
    figure = only("Dozens of people were hurt.", parser)
    assert (figure.value, figure.low, figure.counted) == (None, "12", "people")


def test_a_second_number_counts_what_the_first_did(parser: SpacyParser) -> None:
    _, second = read("Twelve people were killed and three injured.", parser)
    assert (second.counted, second.predicate) == ("people", "injure")


def test_a_state_stands_for_those_who_are_in_it(parser: SpacyParser) -> None:
    dead, wounded = read("At least 12 dead and 30 wounded in bus crash.", parser)
    assert (dead.predicate, wounded.predicate) == ("dead", "wound")


def test_a_toll_that_rises_to_a_number_is_what_is_counted(parser: SpacyParser) -> None:
    figure = only("The death toll rose to 45.", parser)
    assert (figure.counted, figure.change) == ("death toll", None)


def test_what_refugees_are_is_said_after_as(parser: SpacyParser) -> None:
    figure = only("The war forced about 5,000 to leave the country as refugees.", parser)
    assert (figure.counted, figure.predicate) == ("refugees", "leave")


def test_the_death_of_people_says_what_became_of_them(parser: SpacyParser) -> None:
    figure = only("The war has led to the death of 500 citizens.", parser)
    assert figure.predicate == "death"


def test_those_among_the_killed_were_killed(parser: SpacyParser) -> None:
    six, _ = read("Six civilians were among 22 people killed in air strikes.", parser)
    assert (six.counted, six.predicate) == ("civilians", "kill")


def test_a_price_measures_what_it_is_asked_for(parser: SpacyParser) -> None:
    figure = only("The firm sold the mill for $5 million.", parser)
    assert (figure.counted, figure.subject) == ("mill", "firm")


def test_a_recalled_count_is_said_of_the_firm(parser: SpacyParser) -> None:
    figure = only("Halden Row recalled 12,000 kettles.", parser)
    assert (figure.counted, figure.subject) == ("kettles", "Halden Row")


def test_a_pronoun_leads_back_to_the_firm_that_said_it(parser: SpacyParser) -> None:
    figure = only("The company said it has more than 1000 customers.", parser)
    assert figure.subject == "company"


def test_a_figure_in_brackets_is_the_one_before_in_another_unit(parser: SpacyParser) -> None:
    _, miles = read("Repairs will cost €45 million ($49 million).", parser)
    assert (miles.counted, miles.unit) == ("Repairs", "dollar")


# --- where, and as of when -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("More than 6,000 refugees remain outside Drevia.", "outside Drevia"),
        (
            "Some 300 families have returned to their homes inside the country.",
            "inside the country",
        ),
        ("Lebanon, which hosts 10,000 refugees, will send a minister.", "Lebanon"),
        ("Some 850 villagers have returned from abroad.", "from abroad"),
    ],
)
def test_a_place_ties_the_count_down(text: str, place: str, parser: SpacyParser) -> None:
    assert only(text, parser).counted_place == place


def test_as_of_is_taken_from_its_own_sentence(parser: SpacyParser) -> None:
    figure = only("As of today, 40 people are missing.", parser)
    assert figure.as_of == "today"


# --- rises and falls -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Sales rose 60%.", "up"),
        ("The share fell by 12 cents.", "down"),
        ("The index was up 3 points.", "up"),
        ("The town saw a 5% fall in rents.", "down"),
        ("Rents stood at 500 euros.", None),
    ],
)
def test_a_change_is_told_from_a_level(text: str, change: str | None, parser: SpacyParser) -> None:
    assert only(text, parser).change == change


def test_a_step_and_the_level_it_led_to_are_two_figures(parser: SpacyParser) -> None:
    step, level = read("The river rose 3.2 metres to 8.45 metres.", parser)
    assert (step.change, level.change) == ("up", None)


# --- quotations ----------------------------------------------------------------------------------


def test_a_figure_belongs_to_the_innermost_quotation(parser: SpacyParser) -> None:
    told = account("She said he had said that 40 boats were lost.")
    outer = Quotation(
        id="q-outer", place=told.span(0, 45), manner="indirect", contents=(told.span(9, 45),)
    )
    inner = Quotation(
        id="q-inner", place=told.span(9, 45), manner="indirect", contents=(told.span(21, 45),)
    )
    (figure,) = figures(told, annotate(told, parser), (outer, inner))
    assert figure.quotation == "q-inner"


def test_figures_twice_are_the_same(parser: SpacyParser) -> None:
    text = "About 40 of the 65 boats were lost; 12 sailors died."
    assert read(text, parser) == read(text, parser)


# --- idioms, inhabitants, decimal commas ---------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Nineteen sailors lost their lives in the storm.", "die"),
        ("Six miners suffered injuries.", "injure"),
        ("The shaft lies beside a village of some 900 people.", "live"),
        ("She tripped and fell about 310m down a snowy slope.", "fall"),
    ],
)
def test_a_verb_and_its_object_are_read_as_one(
    text: str, predicate: str, parser: SpacyParser
) -> None:
    assert only(text, parser).predicate == predicate


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The plant sold 1,2 million lamps.", "1200000"),
        ("The bale weighs 1,1 kilograms.", "1.1"),
        ("The bale weighs 1,100 kilograms.", "1100"),
        ("The mine shipped 3,75 bn tonnes.", "3750000000"),
    ],
)
def test_a_comma_before_one_or_two_digits_is_a_decimal_one_before_a_unit(
    text: str, value: str, parser: SpacyParser
) -> None:
    assert only(text, parser).value == value


# --- votes and results ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place", "sides", "unit"),
    [
        ("Senators voted 9–8 to keep the tax.", "9–8", ("8", "9"), "vote tally"),
        (
            "The jury decided by nine votes to three.",
            "nine votes to three",
            ("3", "9"),
            "vote tally",
        ),
        ("The vote was six to one in favour.", "six to one", ("1", "6"), "vote tally"),
        ("Harriers won 3-1 against Borough.", "3-1", ("1", "3"), "match score"),
        ("Harriers lost 0-3 to Borough.", "0-3", ("0", "3"), "match score"),
        ("Rovers beat United 3-1 in Game 6.", "3-1", ("1", "3"), "match score"),
        ("The Pilots lost 21-17 on Sunday.", "21-17", ("17", "21"), "match score"),
    ],
)
def test_votes_and_results_are_tallies(
    text: str, place: str, sides: tuple[str, str], unit: str, parser: SpacyParser
) -> None:
    figure = only(text, parser)
    assert (figure.place.text, (figure.low, figure.high), figure.unit) == (place, sides, unit)


@pytest.mark.parametrize(
    "text",
    [
        "The board voted to close the ferry for 5-7 days.",
        "They won the 2019-20 title.",
        "They voted on 2023-04-11 at 10:30.",
        "They voted on pages 3-7 of the bill.",
        "The Boeing 737-200 lost height.",
        "She won a screen with a 16-9 ratio.",
        "To win, call 01632 960 144.",
        "The winner was priced at odds of 8-1.",
        "Members voted at ten to nine last night.",
    ],
)
def test_dates_ranges_ratios_and_numbers_to_call_are_no_tallies(
    text: str, parser: SpacyParser
) -> None:
    assert not [f for f in read(text, parser) if f.unit in ("vote tally", "match score")]


@pytest.mark.parametrize(
    "text",
    [
        "A Vale man shot to death two guards on Monday.",
        "The gunman beat two guards to death.",
        "Two guards were shot dead.",
    ],
)
def test_a_deed_that_ends_in_death_is_a_killing(text: str, parser: SpacyParser) -> None:
    (figure,) = [one for one in read(text, parser) if one.counted_head == "guard"]
    assert figure.predicate == "kill"


def test_a_fall_to_death_is_a_fall(parser: SpacyParser) -> None:
    (figure,) = read("The guide slipped and fell 700 metres to his death.", parser)
    assert figure.predicate == "fall"


# --- money ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sum_", "value", "unit"),
    [
        ("$US5 million", "5000000", "dollar"),
        ("A$45 million", "45000000", "australian dollar"),
        ("$A45 million", "45000000", "australian dollar"),
        ("EC$40", "40", "east caribbean dollar"),
        ("R$300", "300", "brazilian real"),
        ("Rp50,000", "50000", "indonesian rupiah"),
        ("RM45", "45", "malaysian ringgit"),
        ("CHF 20", "20", "swiss franc"),
        ("5 million CHF", "5000000", "swiss franc"),
        ("¥500", "500", "japanese yen"),
        ("₹500", "500", "indian rupee"),
        ("€3m", "3000000", "euro"),
        ("ETB 500", "500", "ethiopian birr"),
        ("2 million KES", "2000000", "kenyan shilling"),
        ("200 birr", "200", "ethiopian birr"),
        ("500 kr", "500", "crown"),
        ("kr 500", "500", "crown"),
        ("12 dinars", "12", "dinar"),
    ],
)
def test_money_is_read_by_code_sign_and_name(
    sum_: str, value: str, unit: str, parser: SpacyParser
) -> None:
    figure = only(f"The council paid {sum_} for the boat.", parser)
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "They sold the PS4 to the hall.",
        "They met at COP28 in the city.",
        "The target of SDG13 was missed.",
        "The MVR-3 engine was sold.",
    ],
)
def test_a_code_that_is_a_word_too_makes_no_small_number_money(
    text: str, parser: SpacyParser
) -> None:
    assert read(text, parser) == ()


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They counted 500 all told.", None),
        ("They met the TOP 100 firms.", "firm"),
        ("They took 300 cup finals.", "cup final"),
    ],
)
def test_a_word_in_small_letters_is_no_code(
    text: str, unit: str | None, parser: SpacyParser
) -> None:
    assert only(text, parser).unit == unit
