"""The table of rules, one pair of readings a test."""

import pytest

from tests.dossiers import dossier, quotation
from tests.factory import account
from variorum.judge.by_rules import compare, rule_sentence
from variorum.judge.passages.pairs import Pair, Side, side
from variorum.models.parser import SpacyParser

pytestmark = pytest.mark.model

CASES = [
    (
        "The harbour reopened on Tuesday morning",
        "the harbour reopened on Tuesday morning",
        ("agree", "same_words"),
    ),
    (
        "The harbour was reopened by a pilot on Tuesday",
        "A harbour was reopened by the pilot on Tuesday",
        ("agree", "same_content"),
    ),
    (
        "Halden beat Corvin in the final at Orlo",
        "Corvin beat Halden in the final at Orlo",
        ("unclear", "cannot_compare"),
    ),
    (
        "The harbour reopened on Tuesday morning",
        "The harbour reopened on Tuesday evening",
        ("unclear", "cannot_compare"),
    ),
    (
        "The harbour reopened on Tuesday morning",
        "The harbour reopened on Tuesday morning after a storm",
        ("wording differs", "all_and_more"),
    ),
    (
        "The harbour reopened on Tuesday morning",
        "The harbour reopened on Tuesday morning if the pilots agreed",
        ("unclear", "cannot_compare"),
    ),
]


def one_side(text: str, parser: SpacyParser, name: str) -> Side:
    made = dossier(text + ".", parser, account=name)
    return side(made, made.passages[0])


@pytest.mark.parametrize("accounts", [("a-1", "a-2"), ("a-2", "a-1")])
@pytest.mark.parametrize("case", CASES)
def test_the_table_names_the_difference_whichever_account_comes_first(
    case: tuple[str, str, tuple[str, str]],
    accounts: tuple[str, str],
    parser: SpacyParser,
) -> None:
    sides = [
        one_side(text, parser, account) for text, account in zip(case[:2], accounts, strict=True)
    ]
    first, second = sorted(sides, key=lambda one: one.place.account)
    kind, rule, _ = compare(Pair(first, second))
    assert (kind, rule.__name__) == case[2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The minister did not approve the sale", "The minister approved the sale"),
        ("The court rejected the appeal", "The court accepted the appeal"),
        ("All pupils of the school passed the test", "Most pupils of the school passed the test"),
        ("The bridge may collapse in a storm", "The bridge collapsed in a storm"),
        ("The council met in the old town hall", "The old town hall needs a new roof"),
    ],
)
def test_what_words_alone_cannot_tell_is_left_open(
    one: str, other: str, parser: SpacyParser
) -> None:
    kind, rule, _ = compare(Pair(one_side(one, parser, "a-1"), one_side(other, parser, "a-2")))
    assert (kind, rule.__name__) == ("unclear", "cannot_compare")


def test_the_sentence_quotes_the_words_that_one_account_has_more(parser: SpacyParser) -> None:
    left = one_side("The court rejected the appeal of Voss on Friday", parser, "a-1")
    right = one_side("The court rejected the appeal of Voss", parser, "a-2")
    _, rule, marks = compare(Pair(left, right))
    assert rule_sentence(rule, marks).endswith("word for word, and more: “on Friday”.")


WORDS = "The harbour will reopen before the winter storms"


@pytest.mark.parametrize("theirs", [WORDS, WORDS.replace("the winter", "a winter"), f"{WORDS} and the ice"])  # fmt: skip
@pytest.mark.parametrize(("speaker", "open_"), [("mayor", False), ("pilot", True)])
def test_the_same_words_of_two_named_speakers_are_not_called_the_same(
    speaker: str, open_: bool, theirs: str, parser: SpacyParser
) -> None:
    kind, _, _ = compare(Pair(said("a-1", "mayor", WORDS, parser), said("a-2", speaker, theirs, parser)))  # fmt: skip
    assert (kind == "unclear") == open_


def said(name: str, speaker: str, words: str, parser: SpacyParser) -> Side:
    made = account(f'"{words}," the {speaker} said.', id=name)
    told = quotation(made, words, speaker)
    found = dossier(made.text, parser, account=name, quotations=(told,))
    return side(found, found.passages[0])
