"""Alignments: passages of several accounts gathered into places of the story."""

import pytest

from tests.dossiers import dossier
from variorum.align.alignments import align
from variorum.models.encoder import MiniLmEncoder
from variorum.models.parser import SpacyParser

pytestmark = pytest.mark.model

WIRE = "The dam at Orrin gave way on Monday night. Two hundred families left their homes."
PAPER = "More than two hundred families have left home. On Monday the Orrin dam broke at night."
OTHER = "Shares of the brewery rose after a calm quarter."


def test_passages_meet_across_order_and_wording(
    parser: SpacyParser, encoder: MiniLmEncoder
) -> None:
    found = align(
        "e",
        [
            dossier(WIRE, parser, account="a-1"),
            dossier(PAPER, parser, account="a-2"),
        ],
        encoder,
    )
    met = [
        tuple(reading.places[0].text for reading in place.alignment.readings)
        for place in found
        if len(place.passages) == 2
    ]
    assert sorted(met) == [
        (
            "The dam at Orrin gave way on Monday night",
            "On Monday the Orrin dam broke at night",
        ),
        (
            "Two hundred families left their homes",
            "More than two hundred families have left home",
        ),
    ]


def test_what_is_about_something_else_stays_alone(
    parser: SpacyParser, encoder: MiniLmEncoder
) -> None:
    found = align(
        "e",
        [
            dossier(WIRE, parser, account="a-1"),
            dossier(OTHER, parser, account="a-2"),
        ],
        encoder,
    )
    assert all(len(place.passages) == 1 for place in found)
    assert all(
        {reading.account for reading in place.alignment.readings} == {"a-1", "a-2"}
        for place in found
    )


def test_the_order_of_accounts_changes_nothing(parser: SpacyParser, encoder: MiniLmEncoder) -> None:
    given = [dossier(text, parser, account=f"a-{i}") for i, text in enumerate((WIRE, PAPER, OTHER))]
    assert [p.alignment for p in align("e", given, encoder)] == [
        p.alignment for p in align("e", given[::-1], encoder)
    ]


def test_an_event_without_passages_has_no_places(encoder: MiniLmEncoder) -> None:
    assert align("e", [], encoder) == ()


def test_a_place_is_not_labelled_by_a_name_alone(
    parser: SpacyParser, encoder: MiniLmEncoder
) -> None:
    first = "Edda Tarrant, 20, was convicted on Friday"
    found = align(
        "e",
        [
            dossier(first + ".", parser, account="a-1"),
            dossier("The jury convicted Edda Tarrant after two hours.", parser, account="a-2"),
        ],
        encoder,
    )
    assert [place.alignment.about for place in found if len(place.passages) == 2] == [first]
