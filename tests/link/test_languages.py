"""Accounts of two languages: words are read in their own, names by the words of both."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from tests.factory import account
from tests.link.names import dossier
from tests.trace.dossiers import checks, told, transcript
from variorum.languages import registry
from variorum.languages.language import Language
from variorum.languages.name_parts import NameParts
from variorum.languages.registry import language_of, name_parts
from variorum.languages.stems import Stems
from variorum.languages.tables import word_set
from variorum.link.events.terms import terms
from variorum.link.names.entities import entities
from variorum.link.names.name_parts import name_form

VALISH = Language(
    code="qov",
    name="Valish",
    name_parts=NameParts(
        titles=word_set("sjoro"),
        nicknames=frozenset({("ado", "adalo")}),
        numbers={"unu": "1", "one": "11"},
    ),
    stems=Stems(endings=(("oj", "o"),), rates={"akvaro": 0.5}),
)


@pytest.fixture(autouse=True)
def _valish(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(registry, "_NAMES", {**registry._NAMES, "qov": f"{__name__}:VALISH"})
    yield


def test_one_language_has_its_own_words() -> None:
    assert name_parts([None, "en"]) is language_of("en").name_parts
    assert name_parts([]).titles == frozenset()


def test_several_languages_have_their_words_together_and_are_made_once() -> None:
    both = name_parts(["qov", "en", "qov"])
    assert both is name_parts(["en", "qov"])
    assert {"sjoro", "minister"} <= both.titles
    assert ("ado", "adalo") in both.nicknames
    assert ("bob", "robert") in both.nicknames


def test_a_word_that_means_two_things_means_nothing_where_both_are_read() -> None:
    both = name_parts(["qov", "en"]).numbers
    assert (both.get("unu"), both.get("two"), both.get("one")) == ("1", "2", None)


def test_a_name_is_taken_apart_by_the_words_of_both() -> None:
    both = name_parts(["qov", "en"])
    assert name_form(both, "Sjoro Ado Volk", "person").words == ("ado", "volk")
    assert name_form(both, "Mr Ado Volk", "person").words == ("ado", "volk")


def test_a_person_of_two_languages_is_one() -> None:
    english = dossier("a-1", ("Mr Adalo Volk", "person"))
    valish = dossier("a-2", ("Sjoro Ado Volk", "person"))
    of_it = replace(valish, account=replace(valish.account, language="qov"))
    (found,) = entities([english, of_it])
    assert (found.name, len(found.names)) == ("Sjoro Ado Volk", 2)
    assert len(entities([english, valish])) == 2


def test_terms_are_stems_of_the_accounts_own_language() -> None:
    found = terms(account("akvaroj akvaroj bridges", language="qov"))
    assert found.words == {"akvaro": 2, "bridges": 1}
    assert (found.stems.rarity("akvaro"), found.stems.rarity("bridges")) == (0.5, 6.0)


def test_a_quotation_is_held_against_no_record_in_another_language() -> None:
    record = "Mayor Ada Brook: We will not close the pier. The town owes a debt.\n" * 2
    press = told(
        "Brook said: “We will not close the pier.”",
        said=[("Ada Brook", "We will not close the pier.")],
    )
    assert len(checks([transcript(record), press])) == 1
    assert checks([transcript(record, language="qov"), press]) == ()
