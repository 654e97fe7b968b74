"""What is told where a larger judge answers: never more than the more cautious of two judges allows."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.factory import account
from variorum.annotations import Annotation, Sentence
from variorum.judge.larger import is_open, missing_words, question, question_key, weighed
from variorum.records import Dossier, Figure, Passage, Quotation, Span, Speaker, Statements
from variorum.seams import Judgement, PairAnswer, PassageInContext, PassagePair

LEFT = "It rained. The “old” dam did not hold. Nobody slept."
RIGHT = "It snowed. The old dam held. Somebody slept."


def side(name: str, text: str) -> PassageInContext:
    ends = [at + 1 for at, mark in enumerate(text) if mark == "."]
    starts = [0, *(end + 1 for end in ends[:-1])]
    sentences = tuple(Sentence(s, e, 0, 0, 0, 0) for s, e in zip(starts, ends, strict=True))
    made = account(text, id=name, source=f"{name}.txt")
    dossier = Dossier(
        account=made,
        annotation=Annotation(account=name, sentences=sentences),
        statements=Statements(account=name),
    )
    place = made.span(starts[1], ends[1] - 1)
    return PassageInContext(
        dossier, Passage(id=f"s-{name}", place=place, first=0, last=0, sentence=1)
    )


def spoken(side: PassageInContext, entity: str | None) -> PassageInContext:
    """Return a side as words that its account gives to somebody."""
    said = Quotation(
        id="q",
        place=side.place,
        manner="direct",
        contents=(side.place,),
        speaker=Speaker(entity=entity),
    )
    dossier = replace(side.dossier, statements=Statements(account="", quotations=(said,)))
    return PassageInContext(dossier, replace(side.passage, quotation="q"))


PAIR = PassagePair(side("a-1", LEFT), side("a-2", RIGHT), 0.7)
NOT, HELD = PAIR.left.account.span(25, 32), PAIR.right.account.span(23, 27)
OPEN = Judgement(relation="unclear", rule="cannot_compare", because="Not shown.")
SAID = Judgement(relation="contradicted", rule="denial", because="One denies.", marks=(NOT, HELD))
AGREED = Judgement(relation="agree", rule="same_words", because="Same words.")
WORDED = Judgement(relation="wording differs", rule="all_and_more", because="And more.")

NO = PairAnswer(same_question="no", relation="unclear")
SAME = PairAnswer(same_question="yes", relation="agree")
UNSURE = PairAnswer(same_question="yes", relation="unclear")
DIFFERS = PairAnswer(
    same_question="yes",
    relation="contradicted",
    left_words=("did not hold",),
    right_words=("held",),
)


def told(said: Judgement | None, answer: PairAnswer) -> tuple[str, str] | None:
    found = weighed(said, answer, PAIR, "toy")
    return (found.relation, found.rule) if found else None


def test_the_words_of_the_marks_are_those_of_the_test() -> None:
    assert (NOT.text, HELD.text) == ("did not", "held")


@pytest.mark.parametrize("said", [None, OPEN, SAID, AGREED, WORDED])
def test_of_two_questions_nothing_is_told_whatever_the_judge_says(said: Judgement | None) -> None:
    found = weighed(said, NO, PAIR, "toy")
    assert found is not None
    assert (found.question, found.relation, found.rule) == ("no", "unclear", "model toy")
    assert found.because == "toy, a model, says that these answer different questions."


@pytest.mark.parametrize("said", [None, OPEN, SAID, AGREED, WORDED])
def test_a_model_that_is_not_sure_changes_nothing(said: Judgement | None) -> None:
    assert weighed(said, UNSURE, PAIR, "toy") is said


def test_a_difference_that_a_rule_tells_stays_as_the_rule_names_it() -> None:
    assert weighed(SAID, replace(DIFFERS, relation="sense differs"), PAIR, "toy") is SAID
    assert weighed(WORDED, DIFFERS, PAIR, "toy") is WORDED
    assert weighed(WORDED, SAME, PAIR, "toy") is WORDED


def test_where_the_two_judges_say_the_opposite_the_pair_is_open_and_both_are_told() -> None:
    found = weighed(SAID, SAME, PAIR, "toy")
    assert found is not None
    assert found.relation == "unclear"
    assert found.because == (
        "Left open: toy, a model, says that these agree; a rule says: One denies."
    )
    assert told(AGREED, DIFFERS) == ("unclear", "model toy")


@pytest.mark.parametrize("relation", ["contradicted", "figure differs", "time differs", "sense differs"])  # fmt: skip
def test_a_difference_that_no_rule_names_is_told_most_cautiously_and_by_the_models_name(
    relation: str,
) -> None:
    answer = replace(DIFFERS, relation=relation)
    for said in (None, OPEN):
        found = weighed(said, answer, PAIR, "toy")
        assert found is not None
        assert (found.relation, found.rule) == ("sense differs", "model toy")
        assert found.because == (
            f"toy, a model, says that these differ ({relation}); no rule says so: "
            "“did not hold” / “held”."
        )
        assert [mark.text for mark in found.marks] == ["did not hold", "held"]
        assert found.probability is None


def test_words_that_differ_and_no_more_are_told_as_no_more() -> None:
    assert told(OPEN, replace(DIFFERS, relation="wording differs")) == (
        "wording differs",
        "model toy",
    )


def test_an_agreement_that_no_rule_sees_is_told_by_the_models_name() -> None:
    found = weighed(OPEN, SAME, PAIR, "toy")
    assert found is not None
    assert (found.relation, found.rule) == ("agree", "model toy")
    assert found.because == "toy, a model, says that these agree; no rule says so."


@pytest.mark.parametrize(("other", "kind"), [("n-1", "agree"), ("n-2", "unclear"), (None, "agree")])
def test_an_agreement_of_two_named_speakers_is_left_open(other: str | None, kind: str) -> None:
    left, right = spoken(PAIR.left, "n-1"), spoken(PAIR.right, other)
    found = weighed(OPEN, SAME, replace(PAIR, left=left, right=right), "toy")
    assert found is not None
    assert found.relation == kind


def test_of_half_a_question_a_model_tells_that_answers_differ_and_not_that_they_agree() -> None:
    assert weighed(OPEN, replace(SAME, same_question="part"), PAIR, "toy") is OPEN
    found = weighed(OPEN, replace(DIFFERS, same_question="part"), PAIR, "toy")
    assert found is not None
    assert (found.relation, found.question) == ("sense differs", "part")
    assert "differ in a part of what they answer" in found.because


def test_a_difference_without_words_on_both_sides_is_none() -> None:
    assert weighed(OPEN, replace(DIFFERS, left_words=()), PAIR, "toy") is OPEN
    assert weighed(None, replace(DIFFERS, right_words=()), PAIR, "toy") is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("did not hold", True),
        ("The \"old\" dam", True),
        ("“old”\n dam", True),
        ("Nobody slept", True),
        ("Somebody slept", False),
        ("di", False),
        ("", False),
        (" ", False),
        ("did  not  hold", True),
        ("held", False),
        ("x" * 400, False),
    ],
)  # fmt: skip
def test_words_stand_whole_in_the_context_of_their_own_side(words: str, found: bool) -> None:
    assert (missing_words(replace(DIFFERS, left_words=(words,)), PAIR) is None) == found


def test_words_that_stand_twice_are_marked_in_the_passage() -> None:
    twice = PassagePair(side("a-1", "It held. The dam held. It held."), PAIR.right, 0.7)
    found = weighed(OPEN, replace(DIFFERS, left_words=("held",)), twice, "toy")
    assert found is not None
    assert found.marks[0] == Span("a-1", 17, 21, "held")


def test_only_what_is_open_or_said_to_differ_is_asked() -> None:
    assert [is_open(one) for one in (None, OPEN, SAID, WORDED)] == [True] * 4
    assert not is_open(AGREED)
    assert not is_open(replace(SAID, question="no"))


def test_a_question_has_words_places_and_what_was_read() -> None:
    asked = question(PAIR)
    assert asked.pair == question_key(PAIR)
    assert asked.left.place.text == "The “old” dam did not hold"
    assert asked.left.context == PAIR.left.account.span(0, len(LEFT))
    assert asked.right.source == "a-2.txt"


def test_a_better_reading_of_figures_costs_no_answer() -> None:
    figure = Figure(id="q-1", place=PAIR.left.place, counted="dams")
    statements = Statements(account="a-1", figures=(figure,))
    read = PassageInContext(replace(PAIR.left.dossier, statements=statements), PAIR.left.passage)
    better = PassagePair(read, PAIR.right, 0.9)
    assert question(better).left.figures == ("The “old” dam did not hold (dams)",)
    assert question_key(better) == question_key(PAIR)
