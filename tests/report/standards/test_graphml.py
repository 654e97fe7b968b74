"""The stemma as a graph, read back by networkx."""

from __future__ import annotations

import json
from pathlib import Path

import networkx
import pytest

from tests.report.ledgers import EVIL, hostile, many
from tests.report.standards.stories import ELEVEN, LOST, NINE, ferry
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, Borrowing
from variorum.report.standards import graphml


def read(ledger: MemoryLedger, folder: Path) -> networkx.MultiDiGraph:
    (path,) = graphml.write(ledger, folder)
    return networkx.read_graphml(path, force_multigraph=True)


def test_every_account_and_every_source_not_in_hand_is_a_node(tmp_path: Path) -> None:
    nodes = read(ferry(), tmp_path).nodes(data=True)
    told = sorted((data["label"], data["node"]) for _, data in nodes)
    assert told == [
        ("03-radio", "account"),
        ("Northern Wire", "account"),
        ("Tarn Herald", "account"),
        (LOST, "source not in hand"),
    ]


def test_an_edge_leads_from_the_source_to_what_depends_on_it(tmp_path: Path) -> None:
    edges = read(ferry(), tmp_path).edges("a-wire", keys=True)
    assert sorted(edges) == [("a-wire", "a-herald", "b-copies"), ("a-wire", "a-herald", "b-speech")]


def test_an_edge_carries_its_borrowing_whole(tmp_path: Path) -> None:
    data = read(ferry(), tmp_path).edges["a-wire", "a-herald", "b-copies"]
    places = [(p["account"], p["start"], p["end"], p["text"]) for p in json.loads(data["evidence"])]
    assert (data["kind"], data["share"], data["because"]) == (
        "copies",
        0.25,
        "Both have “people drowned”.",
    )
    assert places == [
        ("a-wire", NINE.start, NINE.end, NINE.text),
        ("a-herald", ELEVEN.start, ELEVEN.end, ELEVEN.text),
    ]


def test_an_unknown_share_is_left_out(tmp_path: Path) -> None:
    graph = read(ferry(), tmp_path)
    assert "share" not in graph.edges["a-wire", "a-herald", "b-speech"]


def test_hostile_text_comes_back_as_it_was(tmp_path: Path) -> None:
    graph = read(hostile(), tmp_path)
    assert graph.nodes["a-1"]["title"] == EVIL
    assert "url" not in graph.nodes["a-1"]


def test_characters_that_xml_cannot_hold_are_shown_as_replaced(tmp_path: Path) -> None:
    ledger = MemoryLedger()
    ledger.add([Account(id="a 1/\x00", source="x", text="", title="A\x00B\x1b\ufffe")])
    ledger.add([Borrowing(id="b", from_="\x01", to="a 1/\x00", kind="cites", because="\x02")])
    graph = read(ledger, tmp_path)
    assert graph.nodes["a_20_1_2f__0_"]["title"] == "A\ufffdB\ufffd\ufffd"
    assert graph.number_of_edges() == 1


def test_the_same_ledger_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = (graphml.write(many(9), tmp_path / name)[0] for name in "ab")
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("accounts", [1, 40])
def test_many_accounts_are_all_there(accounts: int, tmp_path: Path) -> None:
    graph = read(many(accounts), tmp_path)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (accounts, accounts - 1)
