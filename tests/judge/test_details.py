"""Names and numbers that the other account has nowhere."""

import pytest

from tests.dossiers import dossier
from variorum.align.alignments import align
from variorum.judge.by_rules import Rules
from variorum.judge.verdicts import judge
from variorum.models.encoder import MiniLmEncoder
from variorum.models.parser import SpacyParser
from variorum.records import Verdict

pytestmark = pytest.mark.model

TOLD = (
    "The brewer Harlan Amsel sold the red barge to Corvin for 900 crowns in the third week of May."
)


def judged(other: str, parser: SpacyParser, encoder: MiniLmEncoder) -> list[Verdict]:
    told = [dossier(text, parser, account=name) for name, text in (("a-1", TOLD), ("a-2", other))]
    return list(judge(align("e", told, encoder), {d.account.id: d for d in told}, Rules().judge)[1])


def own(verdicts: list[Verdict]) -> list[str]:
    return [v.left.text for v in verdicts if v.rule == "own_detail"]


def test_a_name_that_no_other_account_has_stands_alone(
    parser: SpacyParser, encoder: MiniLmEncoder
) -> None:
    found = judged(TOLD.replace("of May", "of May in Bergholm"), parser, encoder)
    assert own(found) == ["Bergholm"]


def test_a_number_in_words_is_the_number_in_digits(
    parser: SpacyParser, encoder: MiniLmEncoder
) -> None:
    assert own(judged(TOLD.replace("third", "3rd"), parser, encoder)) == []


def test_a_country_is_named_by_its_people(parser: SpacyParser, encoder: MiniLmEncoder) -> None:
    told = [
        dossier("The Dutch barge sank.", parser, account="a-1"),
        dossier("The barge from the Netherlands sank.", parser, account="a-2"),
    ]
    found = judge(align("e", told, encoder), {d.account.id: d for d in told}, Rules().judge)[1]
    assert own(list(found)) == []
