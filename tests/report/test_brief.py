"""The brief: accounts' words and findings' sentences, and no mark of their own in them."""

from __future__ import annotations

import re

import pytest

from tests.factory import account as make_account
from tests.report.ledgers import hostile
from variorum.ledgers.memory import MemoryLedger
from variorum.records import (
    Account,
    Alignment,
    Borrowing,
    Event,
    Figure,
    Finding,
    Published,
    Quotation,
    Record,
    Speaker,
    Verdict,
)
from variorum.report import brief
from variorum.report.briefing import escaped


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("<b>bold</b>", r"\<b\>bold\</b\>"),
        ("[a](javascript:b)", r"\[a\](javascript:b)"),
        ("*a* _b_ `c` # d | e", r"\*a\* \_b\_ \`c\` \# d \| e"),
        ("a\n\n# heading\n- list", r"a \# heading - list"),
        ("a\u202eb", "a\ufffdb"),
        ("&#8238;a & b@c.example", r"\&\#8238;a \& b\@c.example"),
        ("see http://a.example or WWW.b.example", r"see http\://a.example or WWW\.b.example"),
    ],
)
def test_marks_of_a_text_are_not_markup(text: str, made: str) -> None:
    assert escaped(text) == made


def test_no_hostile_text_makes_html_or_a_link() -> None:
    made = brief(hostile())
    assert re.findall(r"(?<!\\)<", made) == []
    assert re.findall(r"(?<!\\)\]\(", made) == []


def test_no_folder_of_the_machine_is_in_it() -> None:
    ledger = MemoryLedger()
    ledger.add([make_account("It rained.", id="a-1", source="/far/away/a-1.txt")])
    made = brief(ledger)
    assert "a-1.txt" in made
    assert "far" not in made


def test_an_empty_ledger_has_a_brief() -> None:
    assert brief(MemoryLedger()).startswith("# No events\n")


DAY = Published(earliest="2031-05-04", latest="2031-05-04", basis="page")


def burned(*texts: str, **fields: object) -> str:
    """Return the brief of accounts of a fire; each gives as its first words how many houses burned."""
    fields = {"published": DAY} | fields
    accounts = [
        make_account(text, id=f"a-{n}", source=f"paper-{n}.txt", **fields)
        for n, text in enumerate(texts)
    ]
    figures = [_figure(account) for account in accounts]
    event = Event(
        id="ev-1",
        label="A fire",
        accounts=tuple(account.id for account in accounts),
        earliest="2031-05-04",
        latest="2031-05-05",
    )
    verdict = Verdict(
        id="v-1",
        alignment="al-1",
        left=figures[0].place,
        right=figures[-1].place,
        kind="figure differs",
        rule="disjoint",
        because="They cannot be the same number.",
        marks=tuple(figure.place for figure in figures),
    )
    found = Finding(
        id="f-1",
        kind="figure differs",
        text="Different figures.",
        because="Different figures.",
        weight=90.0,
        places=verdict.marks,
        about=("v-1",),
    )
    alignment = Alignment(id="al-1", event="ev-1", about="number of houses", readings=())
    ledger = MemoryLedger()
    ledger.add([*accounts, *figures, event, verdict, alignment, found])
    return brief(ledger)


def _figure(account: Account) -> Figure:
    number = account.text.split()[0]
    value = {"Forty": "40", "Fifty": "50"}[number]
    return Figure(
        id=f"n-{account.id}",
        place=account.span(0, len(number)),
        low=value,
        high=value,
        counted="houses",
        counted_head="house",
        predicate="burn",
    )


def test_figures_are_told_as_a_question_with_each_accounts_own_words() -> None:
    made = burned("Forty houses burned by the river.", "Fifty houses burned, she said. It rained.")
    assert (
        "- Houses: forty or fifty? Forty – paper-0: “Forty houses burned by the river.”; "
        "fifty – paper-1: “Fifty houses burned, she said.”"
    ) in made


def test_an_account_without_a_known_day_may_count_another_fire() -> None:
    made = burned("Forty houses burned.", "Fifty houses burned.", published=Published())
    assert "Fifty" not in made


def test_a_date_that_others_imply_is_not_told() -> None:
    implied = Published(earliest="2031-05-04", latest="2031-05-06", basis="narrative")
    assert "paper-0: undated, paper-0.txt" in burned("Forty houses burned.", published=implied)


def test_nothing_is_said_to_be_left_out_or_agreed_upon() -> None:
    made = burned("Forty houses burned.", "Forty houses burned.").casefold()
    assert [
        word for word in ("left out", "agree", "nothing on", "independent") if word in made
    ] == []


def quoting(name: str, printed: str) -> list[Record]:
    """Return an account that gives the same words to a speaker as it prints the name."""
    text = f"“We shall mend the bank before the next storm,” {printed} said."
    account = make_account(text, id=name, source=f"{name}.txt")
    start = text.index(printed)
    entity = Speaker(name="Lena Foss", place=account.span(start, start + len(printed)))
    quotation = Quotation(
        id=f"q-{name}",
        place=account.span(0, 47),
        manner="direct",
        contents=(account.span(1, 45),),
        speaker=entity,
    )
    return [account, quotation]


def spoken(*printed: str) -> str:
    records = [record for n, name in enumerate(printed) for record in quoting(f"a-{n}", name)]
    places = [record.contents[0] for record in records if isinstance(record, Quotation)]
    said = Borrowing(
        id="b-1",
        from_="speech of Lena Foss",
        to="a-0",
        kind="same speech",
        because="Both quote her.",
        evidence=tuple(places),
    )
    ledger = MemoryLedger()
    ledger.add([*records, said])
    return brief(ledger)


def test_one_speaker_in_two_accounts_is_told_with_the_words_of_each() -> None:
    made = spoken("Lena Foss", "Mayor Foss")
    assert (
        "- Words given to Foss, by each of these accounts: a-0: ““We shall mend the bank before the next storm,” Lena Foss said.”; "
        in made
    )


def test_a_speaker_whom_one_account_does_not_name_is_not_told() -> None:
    assert "mend the bank" not in spoken("Lena Foss", "the mayor")


def test_accounts_that_were_not_compared_with_the_others_are_named() -> None:
    papers = [make_account(f"Text {n}.", id=f"a-{n}", source=f"paper-{n}.txt") for n in range(3)]
    events = [
        Event(id="ev-1", label="Fire", accounts=("a-0", "a-1"), because="Alike."),
        Event(id="ev-2", label="Flood", accounts=("a-2",), because="Alone."),
    ]
    ledger = MemoryLedger()
    ledger.add([*papers, *events])
    assert (
        "3 accounts. paper-2 was set apart and not compared with the others; "
        "whether it tells of the same event is left open."
    ) in brief(ledger)


def test_a_common_noun_is_no_source() -> None:
    paper = make_account("It rained, a statement said.", id="a-0", source="paper-0.txt")
    place = paper.span(13, 22)
    ledger = MemoryLedger()
    ledger.add([paper])
    ledger.add(
        [
            Borrowing(
                id="b-1",
                from_="statement",
                to=paper.id,
                kind="cites",
                because="It is named.",
                evidence=(place,),
            )
        ]
    )
    assert "Sources that accounts name" not in brief(ledger)


def test_a_pronoun_names_no_source() -> None:
    paper = make_account("He said that it rained.", id="a-0", source="paper-0.txt")
    ledger = MemoryLedger()
    ledger.add(
        [
            paper,
            Borrowing(
                id="b-1",
                from_="Ada Brook",
                to=paper.id,
                kind="cites",
                because="It is named.",
                evidence=(paper.span(0, 2),),
            ),
        ]
    )
    assert "Sources that accounts name" not in brief(ledger)


def test_a_source_is_called_as_the_accounts_print_it() -> None:
    texts = ("It rained, AP reported.", "Rain fell, the Associated Press said.")
    papers = [
        make_account(text, id=f"a-{n}", source=f"paper-{n}.txt") for n, text in enumerate(texts)
    ]
    names = [papers[0].span(11, 13), papers[1].span(11, 31)]
    ledger = MemoryLedger()
    ledger.add(papers)
    ledger.add(
        Borrowing(
            id=f"b-{place.account}",
            from_="Associated Press",
            to=place.account,
            kind="cites",
            because="It is named.",
            evidence=(place,),
        )
        for place in names
    )
    assert (
        "- AP and Associated Press: paper-0: “It rained, AP reported.”; "
        "paper-1: “Rain fell, the Associated Press said.”"
    ) in brief(ledger)


def test_times_of_one_act_that_lie_apart_are_told() -> None:
    paper = make_account("The wall fell at nine.", id="a-0", source="paper-0.txt")
    told = Finding(
        id="f-1",
        kind="time differs",
        text="When did the wall fall: at nine or at noon?",
        because="When did the wall fall?",
        weight=90.0,
        places=(paper.span(0, len(paper.text)),),
        about=(),
    )
    ledger = MemoryLedger()
    ledger.add([paper, told])
    assert "## Times that differ\n\n- When did the wall fall: at nine or at noon?" in brief(ledger)


@pytest.mark.parametrize(("rule", "told"), [("later count", True), ("model NAME", False)])
def test_a_count_that_moved_is_told_day_by_day(rule: str, told: bool) -> None:
    papers = [
        make_account(f"{number} people died.", id=f"a-{number}", source=f"paper-{number}.txt")
        for number in ("Four", "Nine")
    ]
    places = tuple(paper.span(0, 4) for paper in papers)
    verdict = Verdict(
        id="v-1",
        alignment="al-1",
        left=places[0],
        right=places[1],
        kind="update",
        rule=rule,
        because="The later one is larger.",
    )
    moved = Finding(
        id="f-1",
        kind="update",
        text="People killed, by day: four, nine. “Four people died.”",
        because="People killed, by day: four, nine.",
        weight=90.0,
        places=places,
        about=("v-1",),
    )
    ledger = MemoryLedger()
    ledger.add([*papers, verdict, moved, Alignment(id="al-1", event="e", about="", readings=())])
    assert ("## Counts by day\n\n- People killed, by day: four, nine.\n" in brief(ledger)) is told
