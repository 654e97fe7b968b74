"""What is generated from a source is what the source has; hands say only what it has not."""

from __future__ import annotations

import pytest
from babel import Locale

from quality.cldr import FOLDER, MODULES
from variorum.languages.en import money, names, units
from variorum.languages.en.cldr import money as given


@pytest.mark.parametrize("name", MODULES)
def test_a_table_is_the_one_that_its_source_gives(name: str) -> None:
    assert (FOLDER / f"{name}.py").read_text(encoding="utf-8") == MODULES[name]()


def test_every_generated_module_has_what_writes_it() -> None:
    assert {path.stem for path in FOLDER.glob("[!_]*.py")} == set(MODULES)


def test_hands_repeat_no_sign_that_is_read_as_cldr_has_it() -> None:
    owned = {
        sign.lower(): money.NAMES[key]
        for sign, key in given.SIGNS.items()
        if " " not in key and money.is_plain_sign(sign)
    }
    said = money.PRINTED_BEFORE
    assert {sign for sign, name in owned.items() if said.get(sign) == name} == set()


def test_hands_repeat_no_name_of_money() -> None:
    whole = {form: money.NAMES[key] for key, forms in given.NAMES.items() for form in forms}
    said = money.PRINTED_AFTER
    assert {form for form, name in whole.items() if said.get(form) == name} == set()


def test_what_hands_say_of_codes_and_nouns_is_about_some_that_there_are() -> None:
    nouns = {form.rpartition(" ")[2] for forms in given.NAMES.values() for form in forms}
    assert given.NAMES.keys() >= money.OTHER_WORDS | money.FAMILIAR | money.UNREAD
    assert nouns >= money.UNREAD_NOUNS
    assert given.SIGNS.keys() >= money.LETTER_SIGNS


def test_hands_repeat_no_unit_that_is_read_as_cldr_has_it() -> None:
    said = units.printed()
    assert {form for form, unit in units.GIVEN.items() if said.get(form) == unit} == set()


def test_what_hands_say_of_units_is_about_some_that_there_are() -> None:
    short = {form for forms in units.SHORT.values() for form in forms}
    assert units.CALLED.keys() >= units.UNREAD | units.OWN_NAMES.keys()
    assert {form.lower() for form in short} >= units.FAMILIAR
    assert short >= units.LETTERS


def test_a_unit_is_read_by_the_name_that_records_have_it_by() -> None:
    named = {unit.name for unit in (units.GIVEN | units.printed()).values()}
    assert {name for name in named if units.UNITS[name].name != name} == set()


def test_no_short_form_of_three_letters_is_read_unless_it_is_familiar_or_mixed() -> None:
    short = {form for forms in units.SHORT.values() for form in forms}
    words = {form for form in short if form.isascii() and form.isalpha() and len(form) < 4}
    read = words & (units.GIVEN.keys() | units.SYMBOLS.keys())
    celsius = "C"  # which is a coulomb in CLDR
    others = read - units.FAMILIAR - units.LETTERS - {celsius}
    assert {form for form in others if not units.is_mixed(form)} == set()


def test_the_countries_of_demonyms_are_called_as_in_cldr() -> None:
    known = {name.lower() for name in Locale("en").territories.values()}
    parts = {"england", "scotland", "wales", "korea", "palestine"}
    otherwise = {"turkey"}  # papers have not followed "Türkiye"
    assert set(names.DEMONYMS.values()) - known == parts | otherwise
