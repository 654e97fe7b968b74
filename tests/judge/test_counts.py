"""Figures of one thing, gathered from wherever they stand."""

import pytest
from msgspec.structs import replace

from tests.dossiers import dossier
from variorum.extract.extraction import statements
from variorum.judge.counting import counts
from variorum.models.parser import SpacyParser
from variorum.records import Dossier

pytestmark = pytest.mark.model


def counted(text: str, parser: SpacyParser, name: str) -> Dossier:
    made = dossier(text, parser, account=name)
    return replace(made, statements=statements(made.account, made.annotation))


def values(found: tuple[Dossier, ...]) -> list[list[str]]:
    """Return the words of the figures of each count, in order."""
    alignments, verdicts = counts("e", {one.account.id: one for one in found})
    return [
        sorted({m.text for v in verdicts if v.alignment == a.id for m in v.marks})
        for a in alignments
    ]


def test_a_toll_told_twice_by_one_account_is_one_count(parser: SpacyParser) -> None:
    first = "The fire killed 31 people on Friday. The mayor said the fire killed 31 people."
    second = "The fire killed 43 people on Friday. At noon the fire had killed 43 people."
    pair = (
        counted(first, parser, "a-1"),
        counted(second, parser, "a-2"),
    )
    assert values(pair) == [["31", "43"]]


def test_children_in_two_scenes_are_not_one_count(parser: SpacyParser) -> None:
    first = "Ruth Amsel was the mother of 12 children."
    second = "Three mothers and two children hid behind the wall of the bakery."
    pair = (
        counted(first, parser, "a-1"),
        counted(second, parser, "a-2"),
    )
    assert values(pair) == []


def test_the_dead_meet_the_killed_though_the_words_for_them_differ(parser: SpacyParser) -> None:
    pair = (
        counted("A fire at the Orrin mill left at least 30 dead on Friday.", parser, "a-1"),
        counted(
            "The fire at the Orrin mill killed at least 43 people on Friday.",
            parser,
            "a-2",
        ),
    )
    assert values(pair) == [["at least 30", "at least 43"]]


def test_what_is_set_to_happen_is_not_held_against_what_did(parser: SpacyParser) -> None:
    planned = "The deal is set to see 900 people evacuated from Orrin."
    done = "On Friday a convoy came to Orrin, evacuating 200 people."
    pair = (counted(planned, parser, "a-1"), counted(done, parser, "a-2"))
    assert values(pair) == []
    said = planned.replace("is set to see", "saw")
    pair = (counted(said, parser, "a-1"), counted(done, parser, "a-2"))
    assert values(pair) == [["200", "900"]]


def test_a_number_with_no_noun_counts_people_where_the_verb_tells_what_befell_them(
    parser: SpacyParser,
) -> None:
    bare = "A bomb hit the Orrin market on Friday, killing at least 90 and wounding dozens."
    full = "A bomb killed 40 people at the Orrin market on Friday."
    pair = (counted(bare, parser, "a-1"), counted(full, parser, "a-2"))
    assert values(pair) == [["40", "at least 90"]]


def test_what_is_only_supposed_is_not_held_against_what_happened(parser: SpacyParser) -> None:
    happened = "Traffic stopped on Friday after three bridges were damaged at Orrin."
    supposed = "Traffic would go on if one bridge were damaged at Orrin."
    pair = (counted(happened, parser, "a-1"), counted(supposed, parser, "a-2"))
    assert values(pair) == []
    said = "Traffic stopped on Friday as one bridge was damaged at Orrin."
    pair = (counted(happened, parser, "a-1"), counted(said, parser, "a-2"))
    assert values(pair) == [["one", "three"]]
