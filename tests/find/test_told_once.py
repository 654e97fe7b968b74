"""What a source is reported to say in one account of an event alone."""

from __future__ import annotations

from tests.factory import account as make_account
from tests.find.test_matters import known
from variorum.find.findings import findings
from variorum.find.kinds.told_once import told_once
from variorum.find.matter.searched import Searched, telling_words
from variorum.records import (
    Account,
    Alignment,
    Event,
    Finding,
    Quotation,
    Record,
    Speaker,
    Verdict,
)

SAID = "the ferry had struck a submerged pontoon near the lighthouse"
WORDS = f"The pilot said {SAID}. Nobody was hurt."
OTHERS = ("The ferry sank.", "The ferry sank at noon.")


def records(
    *others: str, manner: str = "indirect", rule: str = "only_here", words: str = WORDS
) -> list[Record]:
    """Return a report of what a pilot said, which met nothing, and other reports of the event."""
    told = make_account(words, id="o-0", source="gazette.txt")
    content = told.span(words.index(SAID), words.index(SAID) + len(SAID))
    said = Quotation(
        id="q-1",
        place=told.span(0, content.end),
        manner=manner,  # type: ignore[arg-type]
        contents=(content,),
        speaker=Speaker(name="The pilot", place=told.span(0, len("The pilot"))),
        cue=told.span(words.index("said"), words.index("said") + len("said")),
    )
    texts = [make_account(t, id=f"o-{n}", source=f"{n}.txt") for n, t in enumerate(others, 1)]
    event = Event(id="ev-1", label="A ferry", accounts=("o-0", *(one.id for one in texts)))
    aligned = Alignment(id="al-1", event="ev-1", about="a ferry", readings=())
    alone = Verdict(
        id="v-1",
        alignment="al-1",
        left=content,
        right=None,
        kind="only here",
        rule=rule,
        because="Nothing in the other accounts was matched with it.",
    )
    return [told, said, event, aligned, alone, *texts]


def story(*others: str, manner: str = "indirect", rule: str = "only_here") -> list[Finding]:
    return list(told_once(known(*records(*others, manner=manner, rule=rule))))


def test_what_a_source_says_in_one_account_alone_is_told_with_words_that_no_other_has() -> None:
    (found,) = story(*OTHERS)
    assert found.kind == "only here"
    assert found.text == (
        "What a source says of “submerged”, “pontoon” and “lighthouse” was found in gazette alone; "
        "no other account of the event has these words. "
        f"gazette: “The pilot said {SAID}.”"
    )
    assert found.about == ("v-1",)


def test_words_that_another_account_has_in_any_form_are_not_told() -> None:
    assert story("Pontoons lay submerged by the lighthouse-keeper's home.", OTHERS[0]) == []
    assert story("A ferry struck a pontoon.", "It lies submerged under two lighthouses.") == []


def test_quoted_words_and_those_that_met_others_are_not_told() -> None:
    assert story(*OTHERS, manner="direct") == []
    assert story(*OTHERS, rule="own_detail") == []


def test_of_two_accounts_nothing_is_told() -> None:
    assert story(OTHERS[0]) == []


def test_an_account_of_another_event_changes_nothing() -> None:
    far = make_account("A pontoon lay submerged by a lighthouse.", id="a-far", source="far.txt")
    beside = findings(known(*records(*OTHERS), far))
    assert [one.text for one in beside] == [one.text for one in findings(known(*records(*OTHERS)))]


def test_a_search_goes_through_a_whole_text_and_finds_a_word_within_another() -> None:
    accounts: list[Account] = [
        make_account("It evacuated nobody.", id="s-0", source="0.txt"),
        make_account("A lull.\n\nNon-evacuation followed.", id="s-1", source="1.txt"),
    ]
    material = known(*accounts)
    (word,) = telling_words(material, accounts[0].span(3, 12))
    assert Searched.of(material, ["s-0", "s-1"]).having(word) == {"s-0", "s-1"}
