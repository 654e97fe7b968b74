"""Whom or what figures are said of, and how far the phrase of what they count goes."""

import pytest

from tests.factory import account
from variorum.extract.figures.extraction import figures
from variorum.models.parser import SpacyParser
from variorum.records import Figure
from variorum.segment import annotate

pytestmark = pytest.mark.model


def figure(text: str, parser: SpacyParser, *, of: str) -> Figure:
    told = account(text)
    found = figures(told, annotate(told, parser), ())
    (one,) = (one for one in found if of in one.place.text)
    return one


@pytest.mark.parametrize(
    ("text", "of", "subject"),
    [
        ("A brewery employing 600 people closed on Monday.", "600", "brewery"),
        ("While we sold 40 lamps, the museum stayed open.", "40", None),
        ("Growth slowed to 3.1 per cent before edging back to 3.3 per cent.", "3.3", None),
        ("In the last three months the museum sold 40 lamps.", "three", None),
        ("Dozens of people were killed in attacks at two markets.", "two", None),
        ("The senator raised $3.2 million in May.", "$3.2", "senator"),
        ("The court heard that he stole $18,500.", "$18", None),
        ("The mayor said that he had paid $18,500.", "$18", "mayor"),
        ("The grant was $9 million, which includes $2 million for roads.", "$2", "grant"),
    ],
)
def test_a_figure_is_said_of_the_subject_over_it(
    text: str, of: str, subject: str | None, parser: SpacyParser
) -> None:
    assert figure(text, parser, of=of).subject == subject


@pytest.mark.parametrize(
    ("text", "of", "counted"),
    [
        ("The rod was 2 metres and the rope across it was 5 metres.", "5", "rope"),
        ("The fund sent $5 million in relief to the valley.", "$5", "relief"),
        ("The Galaxy 20 Mini weighs 140 grams.", "140", "Galaxy 20 Mini"),
        ("Places for pupils aged 11 to 14 rose 2%.", "2%", "Places for pupils aged 11 to 14"),
        ("They fitted a brass nozzle (3 mm inner diameter).", "3 mm", "inner diameter"),
        ("The board imposed a 12% duty on more than 50 kinds of tea.", "12%", "duty"),
        (
            "Exports to Kenya, Uganda and Rwanda rose 60%.",
            "60%",
            "Exports to Kenya, Uganda and Rwanda",
        ),
        ("Grain merchants such as Hollin, up 9% to $61, led the market.", "9%", "Hollin"),
        ("There was a 30 basis point improvement in yields to 7%.", "7%", "yields"),
        ("The Solar Crest 20 Ultra weighs 140 grams.", "140", "Solar Crest 20 Ultra"),
        ("Petrov won 54 percent against 41 percent for his rival.", "41", "rival"),
        ("The bridge, 1.2 km long and 15 m wide, is shut.", "15 m", "bridge"),
        ("The fund holds assets worth 40 million kroner.", "40", "assets"),
        ("The number of guests has doubled to 880 since May.", "880", "guests"),
        ("Nine people, four of them children, drowned.", "four", "children"),
        ("The toll could exceed 300, the mayor warned.", "300", "toll"),
        ("The B&T/LSX 300 index gained 0.7 percent.", "0.7", "B&T/LSX 300 index"),
        ("The sides agreed a 90-day truce on Tuesday.", "90", "truce"),
        ("Doctors saw children aged between 6 and 12 years.", "6", "children"),
        ("A two-lane bridge was shut.", "two", "lane"),
        ("Sales of lamps tripled to 140,000.", "140", "Sales of lamps"),
        ("The bank offers 85% loan-to-value mortgages.", "85%", "loan-to-value mortgages"),
        ("The plant hired 600 welders, half of whom are women.", "half", "welders"),
    ],
)
def test_the_phrase_goes_as_far_as_what_narrows_it(
    text: str, of: str, counted: str, parser: SpacyParser
) -> None:
    assert figure(text, parser, of=of).counted == counted


def test_a_share_in_brackets_is_no_conversion_of_the_length_before(parser: SpacyParser) -> None:
    told = "The gap was 2 mm (80% of the pipe width) after the test."
    assert figure(told, parser, of="80%").counted == "pipe width"


@pytest.mark.parametrize(
    ("text", "of", "predicate"),
    [
        (
            "The blast tore the roof off, leaving 31 guests - six boys among them - dead.",
            "31",
            "dead",
        ),
        ("They told of a raid and killing between 1200 and 1700 people.", "1200", "kill"),
        ("A total of 150 people have fallen victim to the flood.", "150", "die"),
    ],
)
def test_a_verb_or_state_tells_what_became_of_them(
    text: str, of: str, predicate: str, parser: SpacyParser
) -> None:
    assert figure(text, parser, of=of).predicate == predicate


@pytest.mark.parametrize(
    ("text", "of", "head"),
    [
        ("More than 30 Harbour Rangers Killed in Dock Fire", "30", "ranger"),
        ("At least 55 navy and militia fighters died.", "55", "fighter"),
        ("The quake killed 14 people, with 20 still missing.", "20", "people"),
        ("A medic put the death toll at 312 with 80 percent killed by smoke.", "312", "toll"),
    ],
)
def test_the_head_is_what_is_counted_one_by_one(
    text: str, of: str, head: str, parser: SpacyParser
) -> None:
    assert figure(text, parser, of=of).counted_head == head


@pytest.mark.parametrize(
    ("text", "of", "change"),
    [
        ("Shares closed down 4.1 percent at $38.", "4.1", "down"),
        ("Ticket prices will go up by 50 cents.", "50", "up"),
        ("The price of a home dropped $12,000 to $389,500.", "389", None),
        ("Guards shot down 5 drones.", "5", None),
        ("The senator raised $3.2 million in May.", "3.2", None),
    ],
)
def test_a_change_is_told_from_a_level(
    text: str, of: str, change: str | None, parser: SpacyParser
) -> None:
    assert figure(text, parser, of=of).change == change


@pytest.mark.parametrize(
    ("text", "of", "bound"),
    [
        ("He stole it over 14 months.", "14", None),
        ("He worked there for over 10 years.", "10", "over"),
        ("Allotment rents go up to £36 a year.", "36", None),
        ("The blast killed up to 36 people.", "36", "at most"),
    ],
)
def test_a_preposition_or_particle_is_no_bound(
    text: str, of: str, bound: str | None, parser: SpacyParser
) -> None:
    assert figure(text, parser, of=of).approximator == bound
