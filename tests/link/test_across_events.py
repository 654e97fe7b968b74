"""Who is named in several events of like things."""

from __future__ import annotations

from tests.link.names import dossier
from tests.link.test_events import BRIDGE, MARKET, bare
from tests.link.test_other_accounts import unlike
from variorum.languages.registry import name_parts
from variorum.link.names.across_events import across_events
from variorum.link.names.entities import entities
from variorum.link.story import link
from variorum.records import Dossier, Entity
from variorum.vocabulary import NameKind

Named = tuple[str, NameKind]


def event(account: str, *names: Named) -> tuple[Entity, ...]:
    return entities([dossier(account, *names)])


def sizes(*found: tuple[Entity, ...], kin: set[tuple[int, int]]) -> dict[str, list[int]]:
    """Return how many accounts' names each entity holds, by name."""
    merged: dict[str, list[int]] = {}
    for entity in across_events(found, [name_parts([None])] * len(found), kin):
        merged.setdefault(entity.name, []).append(len(entity.names))
    return merged


HARANT: Named = ("Teodora Harant", "person")


def test_a_full_name_in_two_events_of_like_things_is_one_persons() -> None:
    assert sizes(event("a-1", HARANT), event("a-2", HARANT), kin={(0, 1)}) == {HARANT[0]: [2]}


def test_events_that_are_not_kin_share_nobody() -> None:
    assert sizes(event("a-1", HARANT), event("a-2", HARANT), kin=set()) == {HARANT[0]: [1, 1]}


def test_a_surname_alone_is_nobodys_in_another_event() -> None:
    found = sizes(event("a-1", HARANT), event("a-2", ("Harant", "person")), kin={(0, 1)})
    assert found == {"Teodora Harant": [1], "Harant": [1]}


def test_a_place_of_one_word_is_the_same_place() -> None:
    orlo: Named = ("Orlo", "place")
    assert sizes(event("a-1", orlo), event("a-2", orlo), kin={(0, 1)}) == {"Orlo": [2]}


def test_a_place_and_a_body_of_one_name_are_two() -> None:
    names: tuple[Named, Named] = (("Port Orlo", "place"), ("Port Orlo", "organisation"))
    found = sizes(event("a-1", names[0]), event("a-2", names[1]), kin={(0, 1)})
    assert found == {"Port Orlo": [1, 1]}


def test_it_is_said_that_events_share_a_name() -> None:
    found = across_events(
        (event("a-1", HARANT), event("a-2", HARANT)), [name_parts([None])] * 2, {(0, 1)}
    )
    assert [one.because for one in found] == ["Accounts of similar events use the same full name."]


def _of(account: str, text: str, name: Named) -> Dossier:
    named = dossier(account, name)
    return Dossier(
        account=bare(account, text).account,
        annotation=named.annotation,
        statements=named.statements,
    )


def test_an_account_of_something_else_changes_no_entity() -> None:
    ours = [_of("a-1", BRIDGE, ("Paul Quill", "person"))]
    other = _of("b-1", MARKET, ("Paul Quill", "person"))
    assert set(link(ours).entities) < set(link([*ours, other, unlike(1)]).entities)
