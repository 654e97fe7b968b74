"""The stemma: sources above, words on edges that have room, nothing said twice."""

from __future__ import annotations

import pytest

from tests.report.ledgers import many
from variorum.find.matter.material import material
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, Borrowing
from variorum.report.page.houses import Houses, houses
from variorum.report.page.picture import Stemma, stemma
from variorum.vocabulary import BorrowingKind

Leads = tuple[str, str, BorrowingKind]


def drawn(accounts: str, *borrowings: Leads, most: int = 20) -> Stemma:
    ledger = MemoryLedger()
    ledger.add([Account(id=name, source=f"{name}.txt", text=name) for name in accounts])
    ledger.add(
        [
            Borrowing(id=f"b-{n}", from_=source, to=to, kind=kind, because="Same words.")
            for n, (source, to, kind) in enumerate(borrowings)
        ]
    )
    known = material(ledger)
    return stemma(known, houses(known), most=most)


def heights(made: Stemma) -> dict[str, int]:
    rows = sorted({node.y for node in made.nodes})
    return {node.key: rows.index(node.y) for node in made.nodes}


def test_a_source_stands_above_what_depends_on_it() -> None:
    made = drawn("abc", ("a", "b", "copies"), ("b", "c", "cites"))
    assert heights(made) == {"a": 0, "b": 1, "c": 2}


def test_accounts_of_a_common_origin_stand_side_by_side() -> None:
    assert heights(drawn("ab", ("a", "b", "common origin"))) == {"a": 0, "b": 0}


@pytest.mark.parametrize("circle", ["ab", "abc", "abcd"])
def test_a_circle_is_drawn(circle: str) -> None:
    pairs: list[Leads] = [
        (one, other, "copies") for one, other in zip(circle, circle[1:] + circle[0], strict=True)
    ]
    made = drawn(circle, *pairs)
    assert {node.key for node in made.nodes} == set(circle)
    assert len(made.edges) == len(circle)


def test_a_source_not_in_hand_is_absent() -> None:
    made = drawn("a", ("The Wire", "a", "cites"))
    assert {node.key: node.absent for node in made.nodes} == {"a": False, "The Wire": True}


def test_what_leads_from_one_to_another_is_one_edge() -> None:
    made = drawn("ab", ("a", "b", "copies"), ("a", "b", "cites"))
    assert [(edge.kinds, edge.words) for edge in made.edges] == [("cites, copies", "cites +1")]


def test_an_edge_says_its_kind_where_few_enter() -> None:
    few = drawn("abc", ("a", "c", "copies"), ("b", "c", "cites"))
    assert sorted(edge.words for edge in few.edges) == ["cites", "copies"]


def test_edges_stay_silent_where_many_enter() -> None:
    pairs: list[Leads] = [(name, "f", "copies") for name in "abcde"]
    assert {edge.words for edge in drawn("abcdef", *pairs).edges} == {""}


def test_words_on_edges_into_one_account_stand_apart() -> None:
    made = drawn("abcd", *((name, "d", "common origin") for name in "abc"))
    places = sorted((edge.y, edge.x) for edge in made.edges)
    assert len(set(places)) == 3


def test_accounts_of_which_nothing_was_found_are_named_beside_the_picture() -> None:
    made = drawn("abc", ("a", "b", "copies"))
    assert made.alone == ("c",)
    assert {node.key for node in made.nodes} == {"a", "b"}


def test_a_long_label_takes_two_lines() -> None:
    made = drawn(
        "a", ("The correspondents of the morning paper of the northern coast", "a", "cites")
    )
    lines = next(node.lines for node in made.nodes if node.absent)
    assert lines == ("The correspondents of the", "morning paper of the …")


def test_the_picture_holds_those_with_most_borrowings_and_counts_the_others() -> None:
    made = stemma(material(many(50)), Houses({}, {}), most=10)
    assert len(made.nodes) == 10
    assert "a-00000" in {node.key for node in made.nodes}
    assert made.unshown == 40


def test_all_nodes_lie_on_the_picture() -> None:
    made = stemma(material(many(50)), Houses({}, {}), most=20)
    assert all(node.x + 208 <= made.width and node.y + 48 <= made.height for node in made.nodes)


def test_up_to_a_dozen_accounts_stand_apart_though_they_share_an_outlet() -> None:
    assert not houses(material(many(12))).bundled


def test_more_accounts_of_one_outlet_are_one_box_and_a_line_counts_pairs() -> None:
    known = material(many(15))  # seven outlets; all copy the first account
    made = stemma(known, houses(known), most=20)
    assert sorted(node.label for node in made.nodes)[:2] == [
        "Outlet 0 (3 accounts)",
        "Outlet 1 (2 accounts)",
    ]
    assert {edge.ends[0]: edge.number for edge in made.edges} == {"house Outlet 0": 2}
    assert len(made.edges) == 6


def test_an_outlet_with_one_account_keeps_the_name_of_the_account() -> None:
    known = material(many(13))
    made = stemma(known, houses(known), most=20)
    assert "Outlet 6" in {node.label for node in made.nodes}


def test_a_thicket_is_drawn_with_fewer_nodes() -> None:
    names = "abcdefghijklmnop"
    pairs: list[Leads] = [(a, b, "copies") for a in names for b in names if a < b]
    made = drawn(names, *pairs)
    assert (len(made.nodes), len(made.edges), made.unshown) == (9, 36, 7)
