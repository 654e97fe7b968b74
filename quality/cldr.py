"""What CLDR has of English, written into the package: the calendar, money and units of measure.

Enters: the CLDR data that comes with babel; units that only `pint` knows. Leaves: the modules of
`variorum.languages.en.cldr`.

    python -m quality.cldr            print what would be written
    python -m quality.cldr --write    write it

CLDR (the Unicode Consortium's Common Locale Data Repository) is where names of time, money and units
are kept for all languages; what newspapers print beside them ("sept", "bucks") stands in `languages.en`.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from babel import Locale, localedata
from babel.core import get_global

from quality.cldr_units import tables

FOLDER = Path(__file__).parents[1] / "src" / "variorum" / "languages" / "en" / "cldr"
HEAD = '''"""{subject}

Enters: nothing. Leaves: {leaves}. Written by `python -m quality.cldr --write`.
"""

from __future__ import annotations

from typing import Final

'''
UNSEEN = re.compile("[\u200b\u200e\u200f]")
YEARS = re.compile(r" \(.*\)$")
"""What CLDR adds to the name of money that was replaced: "(1922-2005)"."""


def calendar(code: str = "en") -> str:
    """Return the source of the names of months and weekdays."""
    locale = Locale(code)
    tables = {
        "MONTHS": [locale.months["format"]["wide"][number] for number in range(1, 13)],
        "MONTHS_SHORT": [locale.months["format"]["abbreviated"][number] for number in range(1, 13)],
        "WEEKDAYS": [locale.days["format"]["wide"][number] for number in range(7)],
        "WEEKDAYS_SHORT": [locale.days["format"]["abbreviated"][number] for number in range(7)],
    }
    head = HEAD.format(
        subject="Months and weekdays as CLDR has them, in lower case, from January and from Monday.",
        leaves="names and abbreviations",
    )
    return head + "".join(
        f"{name}: Final = (\n"
        + "".join(f'    "{word.lower().rstrip(".")}",\n' for word in words)
        + ")\n"
        for name, words in tables.items()
    )


# --- money ---------------------------------------------------------------------------------------


def money(code: str = "en") -> str:
    """Return the source of the names, the signs and the shared nouns of all money that is tender."""
    names = _money_names(code)
    current = {key: names[key] for key in sorted(_tender()) if key in names}
    head = HEAD.format(
        subject="Money as CLDR has it: every code of ISO 4217 that is legal tender somewhere today.",
        leaves="names by code, codes by sign, nouns that are the money of several countries",
    )
    return (
        head
        + "NAMES: Final = {\n"
        + "".join(f'    "{key}": ("{one}", "{many}"),\n' for key, (one, many) in current.items())
        + '}\n"""The singular and the plural of a code, in lower case."""\n\n'
        + "SIGNS: Final = {\n"
        + "".join(f'    "{sign}": "{" ".join(keys)}",\n' for sign, keys in _signs(current).items())
        + '}\n"""Codes by sign, in English and where the money is tender; many are the sign of several."""\n\n'
        + "SHARED: Final = {\n"
        + "".join(f'    "{noun}": "{one}",\n' for noun, one in _shared(names, current).items())
        + '}\n"""Nouns that do not tell whose money it is, today or in the past, with their singular."""\n'
    )


def _tender() -> set[str]:
    """Return the codes of money that is legal tender somewhere and has not ended."""
    held = get_global("territory_currencies").values()
    return {key for rows in held for key, _, end, tender in rows if end is None and tender}


def _money_names(code: str) -> dict[str, tuple[str, str]]:
    forms = Locale(code)._data["currency_names_plural"]
    return {
        key: (form["one"].lower(), form["other"].lower())
        for key, form in sorted(forms.items())
        if "one" in form and "other" in form
    }


def _signs(current: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the signs in Latin letters or none, in English or a language of the money's own country."""
    held: dict[str, set[str]] = {}
    for key in current:
        for locale in _locales(key):
            sign = localedata.load(locale).get("currency_symbols", {}).get(key, key)
            plain = " ".join(UNSEEN.sub("", sign).split())
            if plain not in ("", key) and _is_latin(plain):
                held.setdefault(plain, set()).add(key)
    return {sign: tuple(sorted(keys)) for sign, keys in sorted(held.items())}


def _locales(key: str) -> list[str]:
    held = get_global("territory_currencies").items()
    homes = {
        home
        for home, rows in held
        if any(one == key and end is None and tender for one, _, end, tender in rows)
    }
    return [
        name
        for name in localedata.locale_identifiers()
        if name.split("_")[0] == "en" or _home(name) in homes
    ]


def _home(name: str) -> str | None:
    """Return the territory of a locale, the likeliest where it names none."""
    likely = get_global("likely_subtags").get(name, name).split("_")
    return next((part for part in reversed(likely) if part.isupper() and len(part) == 2), None)


def _is_latin(sign: str) -> bool:
    return all(not mark.isalpha() or "LATIN" in unicodedata.name(mark) for mark in sign)


def _shared(
    names: dict[str, tuple[str, str]], current: dict[str, tuple[str, str]]
) -> dict[str, str]:
    owners: dict[str, set[str]] = {}
    for one, _ in names.values():
        whose, _, noun = YEARS.sub("", one).rpartition(" ")
        owners.setdefault(noun, set()).add(whose)
    nouns = (tuple(form.rpartition(" ")[2] for form in forms) for forms in current.values())
    held = {noun: one for one, many in nouns if len(owners[one]) > 1 for noun in (one, many)}
    return dict(sorted(held.items()))


# --- units ---------------------------------------------------------------------------------------


def units() -> str:
    """Return the source of what units measure, what they are called and their short forms."""
    kinds, names, short = tables()
    head = HEAD.format(
        subject="Units as CLDR has them in American and British English, and with the prefixes of the SI.",
        leaves="units by name",
    )
    return (
        head
        + "UNITS: Final = {\n"
        + "".join(
            f'    "{name}": "{kinds[name]}: {"|".join(names[name])}: {"|".join(short.get(name, []))}",\n'
            for name in sorted(names)
        )
        + '}\n"""What a unit measures, what it is called in lower case, its short forms as written."""\n'
    )


MODULES = {"calendar": calendar, "money": money, "units": units}


def main() -> None:
    """Print the modules, or write them."""
    for name, module in MODULES.items():
        if "--write" in sys.argv[1:]:
            (FOLDER / f"{name}.py").write_text(module(), encoding="utf-8")
        else:
            print(module())


if __name__ == "__main__":
    main()
