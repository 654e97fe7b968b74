"""Cards: a finding's answers in rows, every word of an account once."""

from __future__ import annotations

import pytest

from tests.factory import account as make_account
from variorum.find.matter.material import material
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, AnswerGiven, Finding, FindingAnswer, Published
from variorum.report.page.cards import CardMaker, FindingCard, Origins, cards
from variorum.report.page.filters import Tagging
from variorum.report.quoting import Quote, Quoting
from variorum.review import Standings

POST = make_account("Nine boats sank.\nA tenth was saved.", id="a-1", outlet="Post")
MAIL = make_account("Nine boats sank.", id="a-2", outlet="Mail")
HERALD = make_account("Then, she said, 12 boats sank off Orl.", id="a-3", outlet="Herald")
SANK = "boats sank"


def card(*answers: FindingAnswer, question: str = "How many?") -> FindingCard:
    """Return the card of a finding that rests on the places of its answers."""
    ledger = MemoryLedger()
    ledger.add([POST, MAIL, HERALD])
    known = material(ledger)
    places = [one.place for answer in answers for one in answer.given]
    rest = POST.span(POST.text.index("A tenth"), len(POST.text))
    found = Finding(
        id="f-1",
        kind="figure differs",
        text="",
        because="",
        weight=1.0,
        places=(*places, rest),
        question=question,
        answers=answers,
    )
    quoting = Quoting(known, known.accounts)
    maker = CardMaker(
        quoting, Tagging(known, quoting.numbers), Standings({}, (), ()), lambda _: None
    )
    return cards(maker, [found])[0]


def answer(says: str, *given: Account, words: str = SANK, by: str | None = None) -> FindingAnswer:
    places = [one.span(one.text.index(words), one.text.index(words) + len(words)) for one in given]
    return FindingAnswer(
        says=says, given=tuple(AnswerGiven(place=place, speaker=by) for place in places)
    )


def words(quote: Quote) -> str:
    return "".join(run.text for run in quote.runs)


def test_an_answer_is_a_row_with_the_account_that_gives_it() -> None:
    made = card(answer("9", POST), answer("12", HERALD))
    assert [(row.answer, row.first.words.label) for row in made.rows] == [
        ("9", "Post"),
        ("12", "Herald"),
    ]


def test_words_that_two_accounts_have_alike_stand_once_with_both() -> None:
    made = card(answer("9", POST, MAIL), answer("12", HERALD))
    assert [one.label for one in made.rows[0].first.by] == ["Post", "Mail"]
    assert (made.rows[0].others, made.rows[0].accounts) == ((), 0)


def test_a_passage_of_few_words_is_shown_in_its_sentence_and_marked() -> None:
    made = card(answer("9", POST), answer("12", HERALD))
    quote = made.rows[1].first.words
    assert words(quote) == "Then, she said, 12 boats sank off Orl."
    assert [run.text for run in quote.runs if run.classes] == [SANK]


def test_who_is_named_as_the_source_stands_beside_the_account() -> None:
    made = card(answer("9", POST), answer("12", HERALD, by="the harbour master"))
    assert made.rows[1].first.words.speaker == "the harbour master"


def test_an_answer_that_is_the_words_themselves_is_not_said_twice() -> None:
    made = card(answer("“boats sank”", POST), answer("“12 boats”", HERALD))
    assert [row.answer for row in made.rows] == ["", ""]
    assert not made.answered


def test_beside_one_answer_the_other_passages_are_folded() -> None:
    made = card(answer("Nine", MAIL, POST), question="Told by two accounts")
    assert [row.answer for row in made.rows] == ["Nine"]
    assert [words(row.first.words) for row in made.folded] == ["A tenth was saved."]


def test_the_day_that_an_account_gives_stands_with_its_words() -> None:
    dated = make_account(
        "Nine boats sank.",
        id="a-4",
        published=Published(earliest="2031-05-04", latest="2031-05-04", basis="dateline"),
    )
    ledger = MemoryLedger()
    ledger.add([dated])
    assert Quoting(material(ledger), ["a-4"]).quote(dated.span(0, 4)).day == "2031-05-04"


@pytest.mark.parametrize(
    ("groups", "line"),
    [
        ((("A", "B"),), "2 accounts that may both go back to one origin"),
        ((("A",), ("B",)), "2 accounts; no common origin was found"),
        ((("A", "B"), ("C",)), "3 accounts from no more than 2 origins"),
    ],
)
def test_origins_are_told_as_what_is_not_known_to_be_more(
    groups: tuple[tuple[str, ...], ...], line: str
) -> None:
    assert Origins(groups, sum(map(len, groups)), "").line == line
