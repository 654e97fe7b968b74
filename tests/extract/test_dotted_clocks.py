"""Clock times with a dot before a zone: moments, and no figures."""

import pytest

from tests.factory import account
from variorum.extract.extraction import statements
from variorum.models.parser import SpacyParser
from variorum.segment import annotate

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("14.30 BST", "14.30 BST"),
        ("The divers came at 9.05 CET to see the dam.", "9.05 CET"),
        ("Police shut the road at 18.05 GMT.", "18.05 GMT"),
    ],
)
def test_a_dotted_time_before_a_zone_is_a_moment_and_no_figure(
    text: str, time: str, parser: SpacyParser
) -> None:
    told = account(text)
    said = statements(told, annotate(told, parser))
    assert [moment.place.text for moment in said.moments] == [time]
    assert said.figures == ()


def test_a_time_before_a_bracket_with_a_zone_is_no_figure(parser: SpacyParser) -> None:
    told = account("The quake struck at 1247 (0917 GMT).")
    assert statements(told, annotate(told, parser)).figures == ()


def test_a_dotted_number_before_another_word_stays_a_figure(parser: SpacyParser) -> None:
    told = account("The crack is 14.30 metres long.")
    said = statements(told, annotate(told, parser))
    assert [figure.value for figure in said.figures] == ["14.3"]
