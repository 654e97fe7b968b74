"""Which passages answer one question: the likelihoods, and what a place makes of them."""

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from tests.dossiers import dossier
from tests.factory import account as make_account
from variorum.align.alignments import ASKED, LEAST_ALIKE, Aligned, align
from variorum.align.features import QUESTION_FEATURES
from variorum.align.questions import BIAS, likelihoods, likely_questions, question_features
from variorum.align.similarity import candidates, similar_pairs
from variorum.align.weights import QUESTION_WEIGHTS
from variorum.annotations import Annotation
from variorum.judge.verdicts import pairs
from variorum.models.encoder import MiniLmEncoder
from variorum.models.parser import SpacyParser
from variorum.records import Alignment, Dossier, Passage, Span, Statements

FOLDS = Path(__file__).parents[2] / "quality" / "question_folds.json"
WIRE = (
    "The dam at Orrin gave way on Monday night. Two hundred families left their homes. "
    "The dam was built in 1931 by the county."
)
PAPER = (
    "More than two hundred families have left home. On Monday the Orrin dam broke at night. "
    "Families were told on Monday to leave the valley."
)


FERRY = (
    "The ferry Alcyone, which was built in Bergholm in 1974 for the island route, sank off the "
    "cape on Sunday while it carried timber and two lorries."
)
COOK = "The cook of the ferry had lost his spectacles."


def likely(dossiers: list[Dossier], encoder: MiniLmEncoder) -> dict[frozenset[str], float]:
    """Return how likely each two passages, by their words, answer one question."""
    found = candidates(dossiers)
    met = likely_questions(dossiers, similar_pairs(found, encoder, least=LEAST_ALIKE), encoder)
    words = [candidate.passage.place.text for candidate in found]
    columns = zip(met.left.tolist(), met.right.tolist(), met.steps.tolist(), strict=True)
    return {frozenset((words[one], words[other])): steps for one, other, steps in columns}


@pytest.mark.model
def test_neither_ids_nor_order_of_accounts_change_a_likelihood(
    parser: SpacyParser, encoder: MiniLmEncoder
) -> None:
    wire, paper = (dossier(t, parser, account=a) for t, a in ((WIRE, "a-1"), (PAPER, "a-2")))
    swapped = [dossier(t, parser, account=a) for t, a in ((WIRE, "a-2"), (PAPER, "a-1"))]
    found = likely([wire, paper], encoder)
    assert len(found) > 2
    assert likely([paper, wire], encoder) == found
    assert likely(swapped, encoder) == found


@pytest.mark.model
def test_what_meets_nothing_has_no_row(parser: SpacyParser, encoder: MiniLmEncoder) -> None:
    told = [dossier(WIRE, parser, account="a-1"), dossier("It rained.", parser, account="a-2")]
    met = similar_pairs(candidates(told), encoder, least=LEAST_ALIKE)
    assert question_features(told, met, encoder).shape == (0, len(QUESTION_FEATURES))
    assert not len(likely_questions(told, met, encoder).steps)


@pytest.mark.model
def test_accounts_meet_only_where_a_question_is_likely(
    parser: SpacyParser, encoder: MiniLmEncoder
) -> None:
    told = [dossier(WIRE, parser, account="a-1"), dossier(PAPER, parser, account="a-2")]
    by_id = {one.account.id: one for one in told}
    for place in (one for one in align("e", told, encoder) if len(one.passages) == 2):
        for pair in pairs(place, by_id):
            assert place.likely(pair.left.passage, pair.right.passage) >= ASKED


def bare_dossier(account: str) -> Dossier:
    return Dossier(
        account=make_account("", id=account),
        annotation=Annotation(account=account),
        statements=Statements(account=account),
    )


def passage(account: str, number: int) -> Passage:
    place = Span(account=account, start=10 * number, end=10 * number + 5, text="words")
    return Passage(id=f"p-{account}-{number}", place=place, sentence=0, first=0, last=1)


def compared(likelihood: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Return which passages of two accounts are compared, by number, at a place of likelihoods."""
    left = {one: passage("a-1", one) for one, _ in likelihood}
    right = {other: passage("a-2", other) for _, other in likelihood}
    place = Aligned(
        Alignment(id="l-1", event="e", about="", readings=()),
        {"a-1": tuple(left.values()), "a-2": tuple(right.values())},
        {},
        {(left[one].id, right[other].id): found for (one, other), found in likelihood.items()},
    )
    bare = {account: bare_dossier(account) for account in ("a-1", "a-2")}
    number = {one.id: key for side in (left, right) for key, one in side.items()}
    return [
        (number[pair.left.passage.id], number[pair.right.passage.id]) for pair in pairs(place, bare)
    ]


def test_a_passage_is_judged_against_the_likeliest_of_several() -> None:
    assert compared({(0, 0): 0.6, (0, 1): 0.9, (0, 2): 0.2}) == [(0, 0), (0, 1)]
    assert compared({(0, 0): 0.9, (0, 1): 0.6, (1, 0): 0.7, (1, 1): 0.8}) == [(0, 0), (1, 1)]


def test_two_accounts_of_one_place_may_not_be_compared_at_all() -> None:
    assert compared({(0, 0): ASKED}) == [(0, 0)]
    assert compared({(0, 0): ASKED - 0.01}) == []


def test_what_may_answer_at_another_place_is_compared_too() -> None:
    here, there = passage("a-1", 0), passage("a-2", 7)
    alone = Aligned(
        Alignment(id="l-1", event="e", about="", readings=()),
        {"a-1": (here,)},
        {},
        beyond=((here, there),),
    )
    bare = {account: bare_dossier(account) for account in ("a-1", "a-2")}
    assert [(p.left.passage, p.right.passage) for p in pairs(alone, bare)] == [(here, there)]


@pytest.mark.model
def test_a_passage_is_held_against_other_places_once_and_by_its_likeliest(
    parser: SpacyParser, encoder: MiniLmEncoder
) -> None:
    told = [dossier(FERRY, parser, account="a-1"), dossier(COOK, parser, account="a-2")]
    places = align("e", told, encoder)
    beyond = [(place, pair) for place in places for pair in place.beyond]
    assert beyond
    for place, (here, there) in beyond:
        own = [one for passages in place.passages.values() for one in passages]
        assert here in own
        assert there not in own
    assert len({pair for _, pair in beyond}) == len(beyond)
    met = [(pair[side].id, pair[1 - side].place.account) for _, pair in beyond for side in (0, 1)]
    assert len(set(met)) == len(met)


def test_weights_name_just_the_features() -> None:
    folds = json.loads(FOLDS.read_text("utf-8"))
    for weights in (QUESTION_WEIGHTS, *folds.values()):
        assert set(weights) == {BIAS, *QUESTION_FEATURES}


def test_a_likelihood_lies_between_none_and_one_and_rises_with_its_feature() -> None:
    rows = np.zeros((3, len(QUESTION_FEATURES)))
    rows[:, 0] = (-1, 0, 1)
    weights = dict.fromkeys((BIAS, *QUESTION_FEATURES), 0.0) | {QUESTION_FEATURES[0]: 2.0}
    found = likelihoods(rows, weights).tolist()
    assert all(0 < low < high < 1 for low, high in pairwise(found))
