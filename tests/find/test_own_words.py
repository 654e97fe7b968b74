"""Own words: whole sentences, whole words, and what a figure counts."""

from itertools import count

import pytest

from tests.effort import times_as_much
from tests.factory import account as make_account
from variorum.find.matter.material import Material, material
from variorum.find.matter.own_words import LONGEST_SENTENCE, quoted_place, sentence
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, Region


def known(*accounts: Account) -> Material:
    ledger = MemoryLedger()
    ledger.add(accounts)
    return material(ledger)


def around(text: str, words: str) -> str:
    account = make_account(text)
    start = text.index(words)
    return sentence(known(account), account.span(start, start + len(words))).text


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("It rained. Six goats drowned. We left.", "Six", "Six goats drowned."),
        ("He said: “It rained.” Six goats drowned.", "Six", "Six goats drowned."),
        ("It rained in Tenn. Six goats drowned.", "Six", "It rained in Tenn. Six goats drowned."),
        ("A title\n\nSix goats drowned", "goats", "Six goats drowned"),
        ("At 2 a.m. Saturday six goats drowned.", "six", "At 2 a.m. Saturday six goats drowned."),
        ("It rained. GOATS DROWN The pen broke.", "pen", "The pen broke."),
        ('"It rained. Six goats drowned," she said.', "rained", "It rained."),
        ('They said: "It rained. Six goats drowned."', "goats", "Six goats drowned."),
        ('"It rained," she said.', "rained", '"It rained," she said.'),
        ("Six goats drowned. We left.", "drowned. We", "Six goats drowned. We left."),
    ],
)
def test_a_sentence_is_whole(text: str, words: str, whole: str) -> None:
    assert around(text, words) == whole


@pytest.mark.parametrize("kind", ["title", "dateline"])
def test_a_sentence_does_not_run_over_the_head_of_a_page(kind: str) -> None:
    text = "HESSEL, Monday - Six goats drowned."
    head = Region(kind=kind, start=0, end=17)  # type: ignore[arg-type]
    account = make_account(text, regions=(head, Region(kind="body", start=17, end=len(text))))
    made = known(account)
    place = sentence(made, account.span(21, 26))
    assert quoted_place(made, place) == "“Six goats drowned.”"


def test_a_long_sentence_is_cut_at_words() -> None:
    found = around("over " * 80 + "40 houses" + " under" * 80, "40")
    assert set(found.split()) == {"over", "40", "houses", "under"}
    assert len(found) <= LONGEST_SENTENCE


def test_what_is_cut_off_is_marked() -> None:
    account = make_account("It rained. Six goats drowned in the pen.")
    made = known(account)
    assert quoted_place(made, account.span(11, 28)) == "“Six goats drowned …”"
    assert quoted_place(made, account.span(15, 40)) == "“… goats drowned in the pen.”"
    assert quoted_place(made, account.span(11, 40)) == "“Six goats drowned in the pen.”"


def test_a_word_without_end_costs_no_more_than_words() -> None:
    fresh = count()

    def sought(words: str) -> None:
        around(f"{next(fresh)} goats. {words * 20_000}", "goats")

    assert times_as_much(lambda: sought("xxxx"), lambda: sought("xxx ")) < 8
