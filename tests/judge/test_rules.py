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
        "The minister did not approve the sale of the port",
        "The minister approved the sale of the port",
        ("contradicted", "one_denies"),
    ),
    (
        "The court rejected the appeal of the builder",
        "The court accepted the appeal of the builder",
        ("contradicted", "opposite_words"),
    ),
    (
        "The old bridge is stable after the repair, say the engineers",
        "The old bridge is unstable after the repair, say the engineers",
        ("contradicted", "opposite_words"),
    ),
    (
        "All pupils of the school passed the test",
        "Most pupils of the school passed the test",
        ("sense differs", "quantity"),
    ),
    (
        "The bridge may collapse in a storm this winter",
        "The bridge collapsed in a storm this winter",
        ("sense differs", "possibility"),
    ),
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
    kind, rule, _ = compare(Pair(first, second, 0.7))
    assert (kind, rule.__name__) == case[2]


def test_the_sentence_quotes_the_words_that_differ(parser: SpacyParser) -> None:
    left = one_side("The court rejected the appeal", parser, "a-1")
    right = one_side("The court accepted the appeal", parser, "a-2")
    _, rule, marks = compare(Pair(left, right, 0.7))
    assert "rejected" in rule_sentence(rule, marks)
    assert "accepted" in rule_sentence(rule, marks)


def test_the_same_words_of_two_speakers_differ_in_attribution(parser: SpacyParser) -> None:
    words = "The harbour will reopen before the winter storms"
    sides = []
    for name, speaker in (("a-1", "mayor"), ("a-2", "pilot")):
        text = f'"{words}," the {speaker} said.'
        made = account(text, id=name)
        said = quotation(made, words, speaker)
        found = dossier(text, parser, account=name, quotations=(said,))
        sides.append(side(found, found.passages[0]))
    kind, rule, _ = compare(Pair(sides[0], sides[1], 0.95))
    assert (kind, rule.__name__) == ("attribution differs", "other_speaker")


def test_a_denial_inside_a_condition_contradicts_nothing(parser: SpacyParser) -> None:
    left = one_side("The pier stays closed until the surveyor tells us otherwise", parser, "a-1")
    right = one_side(
        "The pier stays closed as long as the surveyor does not tell us otherwise",
        parser,
        "a-2",
    )
    kind, _, _ = compare(Pair(left, right, 0.68))
    assert kind != "contradicted"


def test_a_thing_denied_beside_an_act_does_not_deny_the_act(parser: SpacyParser) -> None:
    left = one_side("The storm sank three barges in a night with no warning", parser, "a-1")
    right = one_side("The storm sank three barges in a night", parser, "a-2")
    kind, _, _ = compare(Pair(left, right, 0.8))
    assert kind != "contradicted"


def test_where_both_deny_something_neither_is_said_to_deny_what_the_other_affirms(
    parser: SpacyParser,
) -> None:
    left = one_side("He did not hear the bell but heard a dull noise", parser, "a-1")
    right = one_side("He did not hear the bell but felt a dull blow", parser, "a-2")
    kind, _, _ = compare(Pair(left, right, 0.8))
    assert kind != "contradicted"


def test_no_doubt_denies_nothing(parser: SpacyParser) -> None:
    left = one_side("No doubt the ferry will sail to the island on Friday", parser, "a-1")
    right = one_side("The ferry will sail to the island on Friday", parser, "a-2")
    kind, _, _ = compare(Pair(left, right, 0.8))
    assert kind != "contradicted"


def test_a_condition_put_with_unless_denies_nothing(parser: SpacyParser) -> None:
    left = one_side("The line closes if the tax is not repealed by May", parser, "a-1")
    right = one_side("The line closes unless the tax is repealed by May", parser, "a-2")
    kind, _, _ = compare(Pair(left, right, 0.8))
    assert kind != "contradicted"


def test_sharing_a_light_verb_is_no_contradiction(parser: SpacyParser) -> None:
    left = one_side("The pilot was not on the bridge of the ferry", parser, "a-1")
    right = one_side("The ferry was near the old bridge", parser, "a-2")
    kind, _, _ = compare(Pair(left, right, 0.62))
    assert kind != "contradicted"


def test_passages_that_are_little_alike_are_left_unclear(parser: SpacyParser) -> None:
    left = one_side("The council met in the old town hall", parser, "a-1")
    right = one_side("The old town hall needs a new roof", parser, "a-2")
    kind, _, _ = compare(Pair(left, right, 0.4))
    assert kind == "unclear"
