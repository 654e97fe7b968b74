"""Whether two figures count the same, and how those that do compare."""

from __future__ import annotations

from decimal import localcontext

import pytest
from msgspec.structs import replace

from variorum.judge.figures.comparability import comparable
from variorum.judge.figures.contrast import compare, updates
from variorum.judge.figures.pairing import meeting
from variorum.judge.figures.sides import Context, Counted
from variorum.languages.counts import Counts
from variorum.languages.language import Language
from variorum.records import Figure, Published, Span


def figure(words: str, number: str, **fields: object) -> Figure:
    """Return a figure of people who returned, an exact number unless bounds are given."""
    fields = {
        "low": number,
        "high": number,
        "value": number,
        "counted": "people",
        "counted_head": "people",
        "predicate": "return",
        **fields,
    }
    return Figure(id=f"f-{words}", place=Span("a", 0, len(words), words), **fields)  # type: ignore[arg-type]


def over(words: str, number: str, **fields: object) -> Figure:
    return figure(words, number, high=None, approximator="over", **fields)


def measure(words: str, number: str, unit: str, **fields: object) -> Figure:
    return figure(words, number, unit=unit, counted="cost", counted_head="cost", **fields)


# --- do they count the same? ---------------------------------------------------------------------


def test_the_same_people_with_the_same_fate_are_one_count() -> None:
    found = comparable(figure("40", "40"), figure("52", "52", counted_head="resident"))
    assert found.outcome == "yes"


def test_words_of_two_languages_are_not_held_against_each_other() -> None:
    near = Context(), Context(language=Language(code="qtt", name="Toy"))
    found = comparable(figure("40", "40"), figure("52", "52"), *near)
    assert (found.outcome, found.rule) == ("unclear", "other language")


def test_each_side_is_looked_up_in_its_own_language() -> None:
    toy = Language(
        code="qtt",
        name="Toy",
        counts=Counts(groups={"homo": "people"}, fates={"mortu": "killed"}),
    )
    told = figure("du", "2", counted="homi", counted_head="homo", predicate="mortu")
    side = Counted(told, Context(language=toy))
    assert (side.group, side.fate) == ("people", "killed")
    assert (Counted(told, Context()).group, Counted(told, Context()).fate) == (None, None)


@pytest.mark.parametrize(
    ("other", "rule"),
    [
        ({"counted": "kettles", "counted_head": "kettle"}, "other counted thing"),
        ({"counted": "children", "counted_head": "child"}, "other population"),
        ({"counted": "registered people"}, "other population"),
        ({"predicate": "kill"}, "other event phase"),
        ({"counted_place": "outside Drevia"}, "other place"),
        ({"counted_place": "in Morland"}, "other place"),
        ({"unit": "percentage"}, "other unit"),
        ({"change": "up"}, "change and level"),
        ({"subject": "Halden Row"}, "other holder"),
    ],
)
def test_a_word_that_narrows_one_count_makes_it_another(
    other: dict[str, object], rule: str
) -> None:
    left = figure("40", "40", counted_place="in Drevia", subject="Merrow Mills")
    right = figure("52", "52", **{"counted_place": "in Drevia", **other})
    assert (comparable(left, right).outcome, comparable(left, right).rule) == ("no", rule)


def test_who_came_from_abroad_is_not_who_came_home_inside_the_country() -> None:
    left = figure("850", "850", counted_place="from abroad")
    right = figure("1,300", "1300", counted_place="inside the country")
    assert comparable(left, right).rule == "other place"


def test_other_years_in_the_sentences_are_other_times() -> None:
    left, right = Context(sentence="In 2016 they left."), Context(sentence="In 2019 they left.")
    assert comparable(figure("40", "40"), figure("52", "52"), left, right).rule == "other time"


def test_a_count_without_a_day_is_of_the_time_at_which_its_account_was_published() -> None:
    near = [
        Context(published=Published(earliest=day, latest=day, basis="page"))
        for day in ("2019-05-02", "2019-06-20")
    ]
    assert comparable(figure("40", "40"), figure("52", "52"), *near).rule == "other time"


def test_two_names_of_a_place_may_lie_inside_one_another_where_people_died() -> None:
    left = figure("9", "9", predicate="kill", counted_place="in Kellmar")
    right = figure("17", "17", predicate="die", counted_place="in northern Drevia")
    assert comparable(left, right).outcome == "yes"


def test_without_a_counted_thing_nothing_is_compared() -> None:
    left = figure("40", "40", counted=None, counted_head=None, predicate="be")
    assert comparable(left, figure("52", "52")).outcome == "unclear"


def test_other_currencies_do_not_turn_into_one_another() -> None:
    found = comparable(measure("€45", "45", "euro"), measure("$49", "49", "dollar"))
    assert found.rule == "other unit"


def test_the_reason_quotes_the_words_of_both() -> None:
    found = comparable(figure("40", "40"), figure("52", "52", predicate="kill"))
    assert "“40” (people)" in found.because
    assert "“52” (people)" in found.because


def test_it_makes_no_difference_which_figure_comes_first() -> None:
    left, right = figure("40", "40"), figure("52", "52", predicate="kill")
    assert comparable(left, right).rule == comparable(right, left).rule


# --- how do they compare? ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "how"),
    [
        (figure("12", "12"), figure("twelve", "12"), "equal"),
        (figure("about 5.6m", "5600000", approximator="about"), figure("5.6m", "5600000"), "equal"),
        (over("over 12", "12"), over("more than 12", "12"), "equal"),
        (over("over 12", "12"), figure("12", "12"), "one bound"),
        (over("over 12", "12"), figure("14", "14"), "one bound"),
        (over("over 12", "12"), figure("90", "90"), "two readings"),
        (over("over 1m", "1000000"), over("over 1.3m", "1300000"), "two readings"),
        (over("over 12", "12"), figure("9", "9"), "disjoint"),
        (figure("12", "12"), figure("13", "13"), "disjoint"),
        (figure("5.5m", "5500000"), figure("5,487,000", "5487000"), "compatible"),
        (figure("5.5m", "5500000"), figure("5.6m", "5600000"), "disjoint"),
        (figure("dozens", "0", value=None, low="12", high="120"), figure("36", "36"), "compatible"),
        (figure("20-30", "0", value=None, low="20", high="30"), figure("25", "25"), "compatible"),
        (figure("20-30", "0", value=None, low="20", high="30"), figure("31", "31"), "disjoint"),
    ],
)
def test_ranges_tell_how_figures_compare(left: Figure, right: Figure, how: str) -> None:
    assert compare(left, right).how == how
    assert compare(right, left).how == how


def test_lengths_are_compared_in_one_unit() -> None:
    left, right = measure("5 km", "5", "kilometre"), measure("3.1 miles", "3.1", "mile")
    assert compare(left, right).how == "compatible"


def test_a_share_compares_with_a_percentage() -> None:
    left, right = measure("half", "0.5", "fraction"), measure("50%", "50", "percentage")
    assert compare(left, right).how == "equal"


def test_temperatures_are_turned_with_their_zero_point() -> None:
    left, right = measure("20C", "20", "celsius"), measure("68F", "68", "fahrenheit")
    assert compare(left, right).how == "compatible"


def test_units_that_do_not_turn_into_one_another_are_not_compared() -> None:
    with pytest.raises(ValueError, match="do not turn into"):
        compare(measure("5 km", "5", "kilometre"), measure("5 kg", "5", "kilogram"))


def test_two_bounds_differ_though_they_do_not_exclude_one_another() -> None:
    found = compare(over("over 1m", "1000000"), over("over 1.3m", "1300000"))
    assert found.differs
    assert "could both hold" in found.because


# --- updates -------------------------------------------------------------------------------------


def on(day: str) -> Context:
    return Context(published=Published(earliest=day, latest=day, basis="page"))


def test_a_later_and_larger_toll_is_an_update() -> None:
    left, right = figure("9", "9", predicate="kill"), figure("17", "17", predicate="die")
    found = updates(left, right, on("2023-03-14"), on("2023-03-15"))
    assert found is not None
    assert found.rule == "later count"


def test_an_update_is_seen_from_either_side() -> None:
    left, right = figure("9", "9", predicate="kill"), figure("17", "17", predicate="die")
    assert updates(right, left, on("2023-03-15"), on("2023-03-14")) is not None


@pytest.mark.parametrize(
    ("later", "day"), [("17", "2023-03-14"), ("5", "2023-03-15")], ids=["same day", "smaller"]
)
def test_without_a_later_day_and_a_larger_number_there_is_no_update(later: str, day: str) -> None:
    left, right = figure("9", "9", predicate="kill"), figure(later, later, predicate="die")
    assert updates(left, right, on("2023-03-14"), on(day)) is None


def test_fewer_missing_on_a_later_day_are_an_update() -> None:
    left, right = figure("31", "31", predicate="miss"), figure("8", "8", predicate="miss")
    found = updates(left, right, on("2023-03-14"), on("2023-03-15"))
    assert found is not None
    assert "rises and falls" in found.because


def test_missing_counts_of_one_day_differ() -> None:
    left, right = figure("31", "31", predicate="miss"), figure("8", "8", predicate="miss")
    one, other = Counted(left, on("2023-03-14")), Counted(right, on("2023-03-14"))
    met = meeting(one, other)
    assert met is not None
    assert met.kind == "figure differs"


def test_a_bound_and_a_number_that_keeps_it_neither_agree_nor_differ() -> None:
    left = figure("at least 26", "26", high=None, approximator="at least", predicate="die")
    met = meeting(
        Counted(left, on("2023-03-14")),
        Counted(figure("27", "27", predicate="die"), on("2023-03-14")),
    )
    assert met is None


# --- parts and inhabitants -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Two of the hurt passengers went home.", "no"),
        ("Two passengers were hurt.", "yes"),
        ("Nine boarded, two of them passengers.", "yes"),
    ],
)
def test_a_part_is_not_held_against_the_whole(said: str, outcome: str) -> None:
    count = {"counted": "passengers", "counted_head": "passenger", "predicate": "injure"}
    part, whole = figure("two", "2", **count), figure("eleven", "11", **count)
    near = Context(sentence=said), Context(sentence="Eleven passengers were hurt.")
    assert comparable(part, whole, *near).outcome == outcome


def test_inhabitants_are_not_the_dead() -> None:
    left, right = figure("900", "900", predicate="live"), figure("19", "19", predicate="die")
    assert comparable(left, right).rule == "other event phase"


# --- votes and results ---------------------------------------------------------------------------


def tally(words: str, low: str, high: str, unit: str = "vote tally") -> Figure:
    fields = {"value": None, "low": low, "high": high, "unit": unit, "predicate": "win"}
    return figure(words, "0", counted="votes", counted_head="vote", **fields)


def test_equal_tallies_agree_whichever_side_is_told_first() -> None:
    left = tally("3-0", "0", "3", "match score")
    right = tally("0-3", "0", "3", "match score")
    near = Context(sentence="Harriers beat Borough 3-0."), Context(sentence="Borough lost 0-3.")
    assert comparable(left, right, *near).outcome == "yes"
    assert compare(left, right).how == "equal"


def test_other_tallies_differ_though_they_overlap_as_ranges() -> None:
    found = compare(tally("7–5", "5", "7"), tally("7-4", "4", "7"))
    assert (found.how, found.rule) == ("disjoint", "other tally")


def test_results_of_matches_with_other_names_are_not_compared() -> None:
    left = tally("3-1", "1", "3", "match score")
    right = tally("3-2", "2", "3", "match score")
    near = Context(sentence="Harriers won 3-1."), Context(sentence="Pilots won 3-2.")
    assert comparable(left, right, *near).outcome == "unclear"


def test_a_vote_is_not_a_result() -> None:
    left, right = tally("7-4", "4", "7"), tally("3-1", "1", "3", "match score")
    assert comparable(left, right).rule == "other unit"


def test_a_count_over_several_districts_is_another_than_one_that_names_none() -> None:
    left = figure("34", "34", counted_place="in the four districts")
    right = figure("23", "23")
    assert comparable(left, right).rule == "other place"


# --- people and their children --------------------------------------------------------------------


def test_a_mother_of_twelve_counts_no_mothers() -> None:
    left = figure("12", "12", counted="mother", counted_head="mother", predicate=None)
    right = figure("three", "3", counted="mothers", counted_head="mother", predicate=None)
    near = Context(sentence="Ruth Amsel, a mother of 12, fell."), Context(sentence="The three hid.")
    assert comparable(left, right, *near).outcome == "no"


def test_a_mother_of_twelve_has_children_to_be_counted() -> None:
    left = figure("12", "12", counted="mother", counted_head="mother", predicate=None)
    right = figure("12", "12", counted="children", counted_head="child", predicate=None)
    near = Context(sentence="Amsel was a mother of 12."), Context(sentence="She had 12 children.")
    assert comparable(left, right, *near).rule != "other counted thing"


def test_ages_of_two_persons_of_one_surname_are_not_compared() -> None:
    fields = {"predicate": None}
    left = measure("17", "17", "year of age", **fields)
    right = measure("24", "24", "year of age", **fields)
    left = replace(left, counted="Kaspar Hald")
    right = replace(right, counted="Jonas Hald")
    assert comparable(left, right).rule == "other holder"


def test_what_a_program_around_it_has_set_for_decimals_changes_nothing() -> None:
    sides = [Counted(figure(n, n), Context()) for n in ("1234567", "1234568")]
    usual = meeting(*sides)
    with localcontext(prec=2):
        assert meeting(*sides) == usual
