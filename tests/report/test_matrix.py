"""The matrix: who has words, who is silent, who differs from most and who from some."""

from __future__ import annotations

from tests.factory import account as make_account
from tests.report.ledgers import many
from variorum.find.matter.material import material
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, Alignment, Event, Reading, Verdict
from variorum.report.page.filters import Tagging
from variorum.report.page.matrix import Matrix, matrices
from variorum.report.quoting import Quoting
from variorum.seams import Ledger
from variorum.vocabulary import VerdictKind

Pair = tuple[str, str, VerdictKind]


def drawn(ledger: Ledger) -> list[Matrix]:
    known = material(ledger)
    quoting = Quoting(known, known.accounts)
    return matrices(quoting, Tagging(known, quoting.numbers))


def compared(accounts: str, silent: str, *pairs: Pair) -> Matrix:
    """Return the matrix of one place that `accounts` have and `silent` have not."""
    made: dict[str, Account] = {
        name: make_account("Ten boats sank.", id=name, outlet=name.upper())
        for name in accounts + silent
    }
    places = {name: (made[name].span(0, 14),) for name in accounts}
    readings = [Reading(account=name, places=places.get(name, ())) for name in made]
    ledger = MemoryLedger()
    ledger.add([*made.values(), Event(id="ev-1", label="Boats", accounts=tuple(made))])
    ledger.add(
        [
            Alignment(
                id="al-1", event="ev-1", about="boats", readings=tuple(readings), verdict="agree"
            )
        ]
    )
    ledger.add(
        [
            Verdict(
                id=f"v-{n}",
                alignment="al-1",
                left=places[left][0],
                right=places[right][0],
                kind=kind,
                rule="",
                because="",
            )
            for n, (left, right, kind) in enumerate(pairs)
        ]
    )
    return drawn(ledger)[0]


def states(matrix: Matrix) -> list[str]:
    return [spot.state for spot in matrix.lines[0].spots]


def test_an_account_without_words_is_silent_and_leads_nowhere() -> None:
    made = compared("ab", "c", ("a", "b", "agree"))
    assert states(made) == ["agrees", "agrees", "silent"]
    assert [spot.href for spot in made.lines[0].spots] == ["#a.0-14", "#b.0-14", None]


def test_the_odd_one_differs_from_most_and_the_others_from_some() -> None:
    made = compared(
        "abc", "", ("a", "b", "agree"), ("a", "c", "figure differs"), ("b", "c", "figure differs")
    )
    assert states(made) == ["some", "some", "most"]
    assert made.lines[0].spots[2].said == "figure differs, from most"


def test_two_that_differ_both_differ() -> None:
    assert states(compared("ab", "", ("a", "b", "contradicted"))) == ["most", "most"]


def test_other_words_for_the_same_are_no_difference() -> None:
    assert states(compared("ab", "", ("a", "b", "wording differs"))) == ["words", "words"]


def test_words_that_were_compared_with_none_are_unclear() -> None:
    assert states(compared("abc", "", ("a", "b", "agree"))) == ["agrees", "agrees", "unclear"]


def test_columns_count_the_places_that_an_account_has() -> None:
    made = compared("ab", "c", ("a", "b", "agree"))
    assert [(column.label, column.held) for column in made.columns] == [
        ("A", 1),
        ("B", 1),
        ("C", 0),
    ]


def test_names_stand_upright_over_few_columns_only() -> None:
    assert [matrix.narrow for matrix in (*drawn(many(7)), *drawn(many(8)))] == [True, False]


def test_an_event_of_one_account_has_no_matrix() -> None:
    assert drawn(many(1)) == []
