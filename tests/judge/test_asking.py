"""Asking a judge: in batches, no pair twice, and nothing is taken over that does not fit the text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec import Struct
from msgspec.structs import replace

from tests.factory import account
from variorum.annotations import Annotation, Sentence
from variorum.errors import ModelError
from variorum.records import Dossier, Passage, Quotation, Region, Span, Speaker, Statements
from variorum.seams import Judgement, PassageInContext, PassagePair
from variorum.stages.judging import MOST_FAULTS, MOST_TOLD, PAIR_BATCH, Asking, pair_key

TEXT = "One was lost. Two were saved. Three are ill. Menu. Four left."
PLAIN = Judgement(relation="agree", rule="plain", because="They agree.")


def dossier(name: str = "a-1") -> Dossier:
    """Return an account of five sentences, of which the fourth is furniture."""
    ends = [at + 1 for at, mark in enumerate(TEXT) if mark == "."]
    starts = [0, *(end + 1 for end in ends[:-1])]
    made = account(
        TEXT, id=name, source=f"{name}.txt", regions=(Region(kind="body", start=0, end=1),)
    )
    sentences = tuple(
        Sentence(start, end, 0, 0, 0, int(number == 3))
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    )
    return Dossier(
        account=made,
        annotation=Annotation(account=name, sentences=sentences),
        statements=Statements(account=name),
    )


def side(name: str, sentence: int, *, part: int = 0) -> PassageInContext:
    found = dossier(name)
    here = found.annotation.sentences[sentence]
    place = found.account.span(here.start, here.end - 1)
    made = Passage(
        id=f"s-{name}-{sentence}-{part}", place=place, first=0, last=0, sentence=sentence
    )
    return PassageInContext(found, made)


def pair(number: int = 0) -> PassagePair:
    return PassagePair(side("a-1", 0, part=number), side("a-2", 1), 0.7)


PAIRS = [pair(number) for number in range(2 * PAIR_BATCH)]


class Judge(Struct):
    """A judge that says one thing of every pair but those it fails on, and notes what it is asked."""

    said: object = PLAIN
    fails: frozenset[str] = frozenset()
    raises: type[Exception] = OSError
    costly: bool = False
    fingerprint: str = "test-1"
    asked: list[int] = []

    def judge(self, pairs: Sequence[PassagePair]) -> list[Judgement | None]:
        self.asked.append(len(pairs))
        if any(one.left.passage.id in self.fails for one in pairs):
            raise self.raises("no answer")
        return [self.said for _ in pairs]  # type: ignore[misc]


def test_a_judge_is_asked_a_batch_at_a_time_and_no_pair_twice() -> None:
    judge = Judge()
    asking = Asking(judge, {})
    assert asking(PAIRS) == [PLAIN] * len(PAIRS)
    assert asking(PAIRS[:3]) == [PLAIN] * 3
    assert judge.asked == [PAIR_BATCH, PAIR_BATCH]


def test_only_a_costly_judges_judgements_are_handed_on_to_be_kept() -> None:
    cheap, costly = Asking(Judge(), {}), Asking(Judge(costly=True), {})
    cheap([pair()])
    costly([pair()])
    assert cheap.new == {}
    assert list(costly.new) == [pair_key(pair())]
    again = Judge(costly=True)
    assert Asking(again, costly.new)([pair()]) == [PLAIN]
    assert again.asked == []


def test_an_abstention_of_a_costly_judge_is_kept_as_one() -> None:
    first = Asking(Judge(costly=True, said=None), {})
    assert first([pair()]) == [None]
    again = Judge(costly=True)
    assert Asking(again, first.new)([pair()]) == [None]


def test_the_pair_that_a_judge_fails_on_is_found_and_the_others_are_judged() -> None:
    judge = Judge(fails=frozenset({PAIRS[5].left.passage.id}))
    asking = Asking(judge, {})
    said = asking(PAIRS)
    assert [number for number, one in enumerate(said) if one is None] == [5]
    (problem,) = asking.problems
    assert (problem.where, problem.step) == ("a-1.txt", "judge")
    assert problem.reason == (
        "whether “One was lost” and “Two were saved” say the same is left open: "
        "the judge failed on them (OSError: no answer)"
    )


def test_a_judge_that_fails_on_everything_is_soon_asked_no_more() -> None:
    judge = Judge(fails=frozenset(one.left.passage.id for one in PAIRS))
    asking = Asking(judge, {})
    assert asking(PAIRS) == [None] * len(PAIRS)
    assert len(asking.problems) == MOST_FAULTS
    assert asking.problems[-1].reason.endswith("it was not asked about the rest of this event")
    assert sum(judge.asked) < 3 * PAIR_BATCH


def test_missing_weights_of_a_judge_end_the_run() -> None:
    judge = Judge(fails=frozenset({PAIRS[0].left.passage.id}), raises=ModelError)
    with pytest.raises(ModelError):
        Asking(judge, {})(PAIRS)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("agree", "the judge failed on them (ValidationError: Expected `object | null`, got `str`"),
        (replace(PLAIN, relation="so so"), "(ValidationError: Invalid enum value 'so so'"),
        (replace(PLAIN, probability=1.5), "(ValidationError: Expected `float` <= 1"),
        (replace(PLAIN, relation="only here"), "since two readings are never “only here”"),
        (replace(PLAIN, marks=(Span("a-1", 0, 3, "Two"),)), "are not at the place it gives: “Two”"),
        (replace(PLAIN, marks=(Span("a-3", 0, 3, "One"),)), "are not at the place it gives: “One”"),
        (replace(PLAIN, marks=(Span("a-1", 0, 0, ""),)), "are not at the place it gives: “”"),
    ],
)
def test_a_judgement_that_is_none_is_dropped_and_said_to_be(said: object, told: str) -> None:
    asking = Asking(Judge(said=said), {})
    assert asking([pair()]) == [None]
    (problem,) = asking.problems
    assert told in problem.reason


def test_words_outside_of_what_the_judge_was_shown_are_not_its_to_name() -> None:
    start = TEXT.index("Three")
    outside = replace(PLAIN, marks=(Span("a-1", start, start + 5, "Three"),))
    inside = replace(PLAIN, marks=(Span("a-2", start, start + 5, "Three"),))
    assert Asking(Judge(said=outside), {})([pair()]) == [None]
    assert Asking(Judge(said=inside), {})([pair()]) == [inside]


def test_very_many_dropped_judgements_are_counted() -> None:
    asking = Asking(Judge(said=replace(PLAIN, relation="only here")), {})
    asking(PAIRS)
    assert len(asking.problems) == MOST_TOLD + 1
    more = len(PAIRS) - MOST_TOLD
    assert (
        asking.problems[-1].reason
        == f"{more} more judgements of this event were dropped in this way"
    )


def test_the_context_is_the_sentence_and_its_neighbours_in_one_region() -> None:
    assert side("a-1", 0).context.text == "One was lost. Two were saved."
    assert side("a-1", 2).context.text == "Two were saved. Three are ill."
    assert side("a-1", 3).context.text == "Menu."


def test_a_pair_is_known_again_whomever_linking_takes_its_speaker_for() -> None:
    plain = side("a-1", 0)
    speaker = Speaker(name="Ada Voss", entity="e-1")
    said = Quotation(
        id="q-1", place=plain.place, manner="direct", contents=(plain.place,), speaker=speaker
    )
    keys = set()
    for known in (speaker, replace(speaker, entity="e-2"), replace(speaker, name="Jan Orrin")):
        statements = Statements(account="a-1", quotations=(replace(said, speaker=known),))
        told = PassageInContext(
            replace(plain.dossier, statements=statements), replace(plain.passage, quotation="q-1")
        )
        keys.add(pair_key(PassagePair(told, side("a-2", 1), 0.7)))
    assert len(keys) == 2
