"""Findings: near-duplicates folded, kinds varied, sentences neutral."""

from __future__ import annotations

import re

from tests.factory import account as make_account
from tests.report.ledgers import hostile
from variorum.find.findings import _folded, _varied, findings
from variorum.find.matter.material import material, without_folders
from variorum.find.matter.prose import surroundings
from variorum.ledgers.memory import MemoryLedger
from variorum.read.naming import account_labels
from variorum.records import Account, Check, Finding, Quotation, Region
from variorum.report.marking import changed, of_check

A = make_account("one two three four five six seven eight nine ten", id="a-1")
B = make_account("one two three four five six seven eight nine ten", id="a-2")


def found(kind: str, start: int, weight: float, end: int | None = None) -> Finding:
    stop = start + 5 if end is None else end
    return Finding(
        id=f"f-{kind}-{start}-{weight}",
        kind=kind,
        text=kind,
        because=kind,
        weight=weight,
        places=(A.span(start, stop), B.span(start, stop)),
    )


def known(*records: Account | Quotation | Check) -> MemoryLedger:
    ledger = MemoryLedger()
    ledger.add(records)
    return ledger


def test_the_same_words_of_the_same_accounts_are_told_once() -> None:
    first, again = found("sense differs", 0, 90), found("check differs", 3, 80)
    assert _folded([first, again]) == [first]


def test_other_words_of_the_same_accounts_are_told() -> None:
    first, other = found("sense differs", 0, 90), found("check differs", 20, 80)
    assert _folded([first, other]) == [first, other]


def test_a_kind_weighs_less_each_time_it_is_told() -> None:
    quoted = [found("headline", n, 90) for n in (0, 1, 2)]
    figure = found("figure differs", 5, 80)
    kinds = [one.kind for one in _varied([*quoted, figure])]
    assert kinds == ["headline", "figure differs", "headline", "headline"]


def test_weights_fall_in_the_order_told() -> None:
    made = _varied([found("copies", 0, 90), found("copies", 1, 90), found("headline", 2, 89)])
    weights = [one.weight for one in made]
    assert weights == sorted(weights, reverse=True)


def test_no_two_findings_weigh_the_same() -> None:
    made = _varied([found("copies", 0, 90), found("headline", 2, 90), found("cites", 4, 90)])
    assert len({one.weight for one in made}) == 3


def test_findings_are_the_same_twice() -> None:
    assert findings(material(hostile())) == findings(material(hostile()))


def test_no_sentence_says_who_is_right() -> None:
    own = re.compile(r"\b(?:wrong|false|falsely|misquot\w*|fabricat\w*|correct|incorrect)\b", re.I)
    assert [f.text for f in findings(material(hostile())) if own.search(f.text)] == []


def test_surroundings_end_with_the_sentence() -> None:
    account = make_account("Rain fell. On Monday 40 houses burned. Nobody slept.")
    kept = material(known(account))
    place = account.span(21, 23)
    assert surroundings(kept, place).text == "On Monday 40 houses burned."


def test_surroundings_stay_in_their_line_and_break_no_word() -> None:
    account = make_account("A heading\n" + "over " * 20 + "40 houses" + " under" * 20)
    place = account.span(account.text.index("40"), account.text.index("40") + 2)
    words = surroundings(material(known(account)), place).text
    assert set(words.split()) == {"over", "40", "houses", "under"}
    assert len(words) <= 2 + 2 * 60


def test_words_that_differ_are_marked_on_both_sides() -> None:
    left = make_account("The dam held until noon.", id="a-1")
    right = make_account("The dam held until four.", id="a-2")
    made = changed(material(known(left, right)), left.span(0, 24), right.span(0, 24))
    assert [(place.account, place.text) for place in made] == [("a-1", "noon"), ("a-2", "four")]


def test_a_free_rendering_has_no_marks() -> None:
    left = make_account("The dam held until noon.", id="a-1")
    right = make_account("Water broke through at four.", id="a-2")
    made = changed(material(known(left, right)), left.span(0, 24), right.span(0, 28))
    assert made == ()


def test_words_between_the_parts_of_a_quotation_are_not_marked() -> None:
    record = make_account("We are not leaving today, we are waiting for the boat.", id="a-1")
    text = "“We are leaving today,” she said, “we are waiting for the boat.”"
    account = make_account(text, id="a-2")
    middle = text.index("” she"), text.index("we are waiting")
    quotation = Quotation(
        id="q-1",
        place=account.span(0, len(text)),
        manner="direct",
        contents=(account.span(1, middle[0]), account.span(middle[1], len(text) - 1)),
    )
    check = Check(
        id="c-1",
        quotation="q-1",
        place=quotation.place,
        record="a-1",
        kind="differs",
        because="",
        match=record.span(0, len(record.text)),
    )
    made = of_check(material(known(record, account, quotation, check)), check)
    assert [place.text for place in made] == ["not"]


def test_labels_are_never_alike() -> None:
    accounts = [
        make_account("x", id="a-1", source="f/one.txt", outlet="The Post"),
        make_account("x", id="a-2", source="f/two.txt", title="The Post"),
        make_account("x", id="a-3", source="g/two.txt", outlet="THE POST"),
        make_account("x", id="a-4", source="feed.json", outlet="Radio", title="Rain"),
        make_account("x", id="a-5", source="feed.json", outlet="Radio", title="Sun"),
        make_account("x", id="a-6", source="feed.json", outlet="Radio", title="Sun"),
    ]
    made = account_labels(accounts)
    assert len({label.casefold().replace("“", "").replace("”", "") for label in made.values()}) == 6
    assert made["a-4"] == "Radio (1)"


def test_a_turn_has_no_place_in_a_label() -> None:
    account = make_account(
        "x", source="f/words.txt", regions=(Region(kind="body", start=0, end=1),)
    )
    assert account_labels([account]) == {"a-test": "words"}


def test_a_source_is_shown_without_its_folders() -> None:
    assert without_folders("/a/b/c.txt") == "c.txt"
    assert without_folders("https://example.org/a/b") == "https://example.org/a/b"
