"""The brief: accounts' words and findings' sentences, and no mark of their own in them."""

from __future__ import annotations

import re

import pytest

from factory import account as make_account
from report.ledgers import hostile
from variorum.backends.ledger_memory import MemoryLedger
from variorum.records import Alignment, Event, Figure, Reading, Record, Verdict
from variorum.report import brief
from variorum.report.brief import escaped

WORDS = "The ferry to the outer islands sank on its way home."


def told_by(*identifiers: str, times: int = 1, origins: int = 2, kind: str = "agree") -> str:
    """Return the brief of accounts that all say the same, at as many places of the story."""
    accounts = [
        make_account(WORDS, id=name, source=f"/far/away/{name}.txt") for name in identifiers
    ]
    records: list[Record] = [*accounts, Event(id="ev-1", label="A ferry", accounts=identifiers)]
    places = [account.span(0, len(WORDS)) for account in accounts]
    readings = tuple(
        Reading(account=place.account, statements=("s-1",), places=(place,)) for place in places
    )
    for n in range(times):
        records.append(
            Alignment(
                id=f"al-{n}",
                event="ev-1",
                about="the ferry",
                readings=readings,
                origins=origins,
                because="2 accounts, 1 origin: Coast Wire. B copies A.",
            )
        )
        records.append(
            Verdict(
                id=f"v-{n}",
                alignment=f"al-{n}",
                left=places[0],
                right=places[-1],
                kind=kind,  # type: ignore[arg-type]
                rule="same_words",
                because="The words are the same.",
            )
        )
    ledger = MemoryLedger()
    ledger.add(records)
    return brief(ledger)


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


def test_what_independent_accounts_say_alike_is_told_once() -> None:
    assert told_by("a-1", "a-2", times=3).count("The ferry to the outer islands") == 1


def test_likeness_that_was_not_judged_is_no_agreement() -> None:
    assert "Nothing that could be shown." in told_by("a-1", "a-2", kind="unclear")


def test_what_rests_on_one_origin_names_it() -> None:
    made = told_by("a-1", "a-2", origins=1)
    assert "*a-1, a-2 (2 accounts, 1 origin: Coast Wire)*" in made


def test_no_folder_of_the_machine_is_in_it() -> None:
    made = told_by("a-1", "a-2")
    assert "a-1.txt" in made
    assert "far" not in made


def test_an_empty_ledger_has_a_brief() -> None:
    assert brief(MemoryLedger()).startswith("# No events\n")


def test_a_figure_that_accounts_share_is_told_without_what_only_one_says_around_it() -> None:
    texts = ("Six goats drowned in the flood.", "In the flood, Mira lost six goats and her barn.")
    accounts = [make_account(text, id=f"a-{n}", source=f"{n}.txt") for n, text in enumerate(texts)]
    figures = [accounts[0].span(0, 3), accounts[1].span(24, 27)]
    records: list[Record] = [
        *accounts,
        Event(id="ev-1", label="A flood", accounts=("a-0", "a-1")),
        *(Figure(id=f"f-{n}", place=place) for n, place in enumerate(figures)),
        Alignment(
            id="al-1",
            event="ev-1",
            about="number of goats",
            readings=tuple(
                Reading(account=a.id, statements=(f"f-{n}",), places=(a.span(0, len(a.text)),))
                for n, a in enumerate(accounts)
            ),
            origins=2,
        ),
        Verdict(
            id="v-1",
            alignment="al-1",
            left=figures[0],
            right=figures[1],
            kind="agree",
            rule="same number",
            because="They give the same number.",
            marks=tuple(figures),
        ),
    ]
    ledger = MemoryLedger()
    ledger.add(records)
    made = brief(ledger)
    assert "Number of goats: “Six”, “six”" in made
    assert "her barn" not in made
