"""Filters: a part's tags name its accounts, speakers, verdict and topics."""

from __future__ import annotations

import pytest

from tests.factory import account as make_account
from variorum.find.matter.material import material
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Entity, Event, Published, Quotation, Speaker
from variorum.report.page.filters import NARRATOR, Facet, Tagging
from variorum.report.quoting import Quoting

TEXT = "Ada Voss said “The ferry sank”. Nobody in Orl was hurt."
ACCOUNT = make_account(
    TEXT,
    id="a-1",
    outlet="Post",
    published=Published(earliest="2031-05-06", latest="2031-05-06", basis="dateline"),
)
DATED = make_account(
    "Later.",
    id="a-2",
    outlet="Mail",
    published=Published(earliest="2031-05-04", latest="2031-05-04", basis="page"),
)
GUESSED = make_account(
    "Sunday.",
    id="a-3",
    published=Published(earliest="2031-05-05", latest="2031-05-05", basis="narrative"),
)
WORDS = ACCOUNT.span(TEXT.index("The"), TEXT.index("”"))
WHOLE = ACCOUNT.span(0, len(TEXT))
REST = ACCOUNT.span(TEXT.index("Nobody"), len(TEXT))


def tagging() -> Tagging:
    orl = ACCOUNT.span(TEXT.index("Orl"), TEXT.index("Orl") + 3)
    ledger = MemoryLedger()
    ada = ACCOUNT.span(0, 8)
    ledger.add([ACCOUNT, DATED, GUESSED])
    ledger.add([Entity(id="e-1", name="Ada Voss", kind="person", mentions=(ada,))])
    ledger.add([Entity(id="e-2", name="Orl", kind="place", mentions=(orl,))])
    speaker = Speaker(name="she", entity="e-1")
    ledger.add(
        [Quotation(id="q-1", place=WORDS, manner="direct", contents=(WORDS,), speaker=speaker)]
    )
    return Tagging(material(ledger), {"a-1": 1, "a-2": 2, "a-3": 3})


def names(facets: tuple[Facet, ...], name: str) -> list[str]:
    groups = next((facet.groups for facet in facets if facet.name == name), ())
    return [choice.name for _, choices in groups for choice in choices]


def test_equal_choices_have_equal_tokens() -> None:
    made = tagging()
    first = made.tags([WORDS], ["agree"], topics=())
    assert made.tags([WORDS], ["agree"], topics=()) == first


def test_nothing_is_tagged_or_quoted_after_what_was_made_of_tags_and_quotes() -> None:
    made = tagging()
    quoting = Quoting(made.known, ["a-1"])
    made.facets()
    quoting.links()
    with pytest.raises(ValueError, match="after the page's filters were made"):
        made.tags([WORDS], ["agree"], topics=())
    with pytest.raises(ValueError, match="a-1 is quoted after the page's texts were cut"):
        quoting.href(WORDS)


def test_the_speaker_is_the_entity_and_else_the_account_itself() -> None:
    made = tagging()
    made.tags([WORDS, REST], ["agree"], topics=())
    assert sorted(names(made.facets(), "Speaker")) == ["Ada Voss", NARRATOR]


def test_what_is_counted_and_who_is_named_in_the_words_are_topics() -> None:
    made = tagging()
    made.tags([WHOLE], ["agree"], topics=[("count", "boats")])
    assert names(made.facets(), "Topic") == ["boats", "Ada Voss"]


def test_a_place_named_in_the_words_is_a_choice_beside_another() -> None:
    made = tagging()
    made.tags([WHOLE], ["agree"], topics=[("place", "Kell")])
    assert names(made.facets(), "Place") == ["Kell", "Orl"]


def test_days_of_accounts_that_tell_theirs_are_choices_in_order() -> None:
    made = tagging()
    assert made.of_account("a-1") == "a1 d.0"
    made.tags([DATED.span(0, 4)], ["agree"], topics=())
    assert names(made.facets(), "Published") == ["2031-05-04", "2031-05-06"]


def test_a_day_that_other_accounts_imply_is_no_choice() -> None:
    assert tagging().of_account("a-3") == "a3"


def test_an_account_has_the_token_of_its_event() -> None:
    made = tagging()
    made.known.events["ev-1"] = Event(id="ev-1", label="The ferry", accounts=("a-3",))
    assert made.of_account("a-3") == "a3 e.0"


def test_one_event_is_no_choice() -> None:
    made = tagging()
    made.tags([WORDS], ["agree"], topics=[("event", "The ferry")])
    assert names(made.facets(), "Event") == []


def test_choices_that_most_parts_have_stand_first() -> None:
    made = tagging()
    for verdict in ("agree", "unclear", "unclear"):
        made.tags([WORDS], [verdict], topics=())
    assert names(made.facets(), "Kind") == ["unclear", "agree"]
