"""Merging and splitting: people's views beside the machine's records."""

from __future__ import annotations

import pytest

from tests.serve.web.screens import Person, decisions, served


def test_entities_are_searched_by_any_of_their_names(ada: Person) -> None:
    page = ada.see("/entities?q=ORD")
    assert "Mayor Ord" in page
    assert "The mayor</strong>" not in page


def test_a_search_that_finds_nothing_says_so(ada: Person) -> None:
    assert "Nothing has that name." in ada.see("/entities?q=nobody")


def test_two_entities_are_merged(ada: Person, location: str) -> None:
    page = ada.send("/merge", id=["e-1", "e-2"], note="One mayor.").text
    kept = decisions(location)[0]
    assert (kept.view, kept.target, kept.to, kept.note) == ("merge", "e-1", ("e-2",), "One mayor.")
    assert "“The mayor” and “Mayor Ord” are one" in page
    assert "Entities after these decisions: 1." in page


def test_one_entity_alone_is_not_merged(ada: Person, location: str) -> None:
    assert ada.send("/merge", id=["e-1", "e-1"]).status_code == 409
    assert decisions(location) == []


def test_records_of_two_kinds_are_not_merged(ada: Person) -> None:
    assert ada.send("/merge", id=["e-1", "ev-1"]).status_code == 409


def test_a_merge_is_taken_back_where_it_is_listed(ada: Person, location: str) -> None:
    ada.send("/merge", id=["e-1", "e-2"])
    page = ada.send("/undo", decision=decisions(location)[0].id, back="entity").text
    assert "“The mayor” and “Mayor Ord”" not in page
    assert "Taken back" in page


def test_mentions_are_set_apart(ada: Person, location: str) -> None:
    assert 'value="1"' in ada.see("/part?id=e-1")
    page = ada.send("/split", id="e-1", place=["1"]).text
    assert [(p.account, p.text) for p in decisions(location)[0].basis] == [("a-2", "mayor")]
    assert "“mayor” set apart from “The mayor”" in page


def test_an_account_is_set_apart_from_an_event(ada: Person) -> None:
    assert "Outlet a-2 set apart from “The fire”" in ada.send("/split", id="ev-1", place="1").text


@pytest.mark.parametrize("places", [[], ["0", "1"], ["7"], ["-1"], ["x"], ["9" * 5000]])
def test_places_that_part_nothing_are_refused(ada: Person, location: str, places: list) -> None:
    assert ada.send("/split", id="e-1", place=places).status_code == 409
    assert decisions(location) == []


@pytest.mark.parametrize("key", ["v-0", "e-99", ""])
def test_only_what_can_be_parted_is_opened(ada: Person, key: str) -> None:
    assert ada.client.get(f"/part?id={key}").status_code == 409


def test_who_has_no_name_joins_nothing(location: str) -> None:
    Person(served(location)).send("/merge", id=["e-1", "e-2"])
    assert decisions(location) == []
