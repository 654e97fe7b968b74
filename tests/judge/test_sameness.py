"""How likely two passages say the same: what raises the number, and what lowers it."""

import pytest

from tests.dossiers import dossier
from variorum.backends.encoder import MiniLmEncoder
from variorum.backends.parser import SpacyParser
from variorum.judge.pairs import Pair, side
from variorum.judge.sameness import SAME

pytestmark = pytest.mark.model

TOLD = "The council sold the old mill to a brewer from Bergholm on Friday"


def sameness(other: str, parser: SpacyParser, encoder: MiniLmEncoder) -> float:
    told = [dossier(text + ".", parser, encoder) for text in (TOLD, other)]
    left, right = (side(one, one.passages[0], {}) for one in told)
    return Pair(left, right, 0.7).sameness


def test_a_rewording_says_the_same(parser: SpacyParser, encoder: MiniLmEncoder) -> None:
    other = "On Friday the council sold the old mill to a Bergholm brewer"
    assert sameness(other, parser, encoder) >= SAME


def test_another_matter_of_the_same_mill_does_not(
    parser: SpacyParser, encoder: MiniLmEncoder
) -> None:
    other = "The roof of the old mill, a brewer says, will cost the council 90,000 euros"
    assert sameness(other, parser, encoder) < SAME


def test_a_number_that_only_one_has_lowers_it(parser: SpacyParser, encoder: MiniLmEncoder) -> None:
    plain, numbered = (
        sameness(f"The council sold the {word} mill to a brewer", parser, encoder)
        for word in ("old", "1974")
    )
    assert numbered < plain
