"""Sentences told of a place where no other account of the event is."""

from __future__ import annotations

import re

from tests.dossiers import dossier
from variorum.judge.figures.whereabouts import whereabouts
from variorum.models.parser import SpacyParser
from variorum.records import Dossier, Entity, Span

HOME = "A quake killed ten people on Orrin island."
AWAY = "On Saturday a quake killed a dozen people in eastern Marrow."


def told(parser: SpacyParser, *texts: str) -> dict[str, Dossier]:
    names = [f"a-{number}" for number, _ in enumerate(texts)]
    return {
        name: dossier(text, parser, account=name) for name, text in zip(names, texts, strict=True)
    }


def place(name: str, dossiers: dict[str, Dossier]) -> Entity:
    found = [
        Span(key, match.start(), match.end(), name)
        for key, one in dossiers.items()
        for match in re.finditer(name, one.account.text)
    ]
    return Entity(id=f"e-{name}", kind="place", name=name, mentions=tuple(found))


def whole(dossier: Dossier, text: str) -> Span:
    start = dossier.account.text.index(text)
    return dossier.account.span(start, start + len(text))


def test_a_place_that_one_account_alone_names_is_elsewhere(parser: SpacyParser) -> None:
    dossiers = told(parser, f"{HOME} {AWAY}", HOME, HOME)
    found = whereabouts(dossiers, [place("Orrin", dossiers), place("Marrow", dossiers)])
    assert found.elsewhere(whole(dossiers["a-0"], AWAY))
    assert not found.elsewhere(whole(dossiers["a-0"], HOME))


def test_a_village_beside_a_place_that_others_name_is_not(parser: SpacyParser) -> None:
    near = "Two people of Marrow were hurt, the Orrin council said."
    dossiers = told(parser, f"{HOME} {near}", HOME, HOME)
    found = whereabouts(dossiers, [place("Orrin", dossiers), place("Marrow", dossiers)])
    assert not found.elsewhere(whole(dossiers["a-0"], near))


def test_two_accounts_alone_show_nothing(parser: SpacyParser) -> None:
    dossiers = told(parser, f"{HOME} {AWAY}", HOME)
    found = whereabouts(dossiers, [place("Orrin", dossiers), place("Marrow", dossiers)])
    assert not found.elsewhere(whole(dossiers["a-0"], AWAY))
