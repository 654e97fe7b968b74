"""The languages that accounts are read in; the only module that knows where they stand.

Enters: a code, or the name of a `Language` as "package.module:attribute". Leaves: the `Language`,
and what several have together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Final

from variorum.languages.language import Language
from variorum.languages.name_parts import NameParts
from variorum.languages.tables import joined
from variorum.languages.units import FRACTION, SCORE, VOTE

DEFAULT: Final = "en"
"""What an account is read in whose language nobody could tell: too little of it is there."""
SHIPPED: Final = {"en": "variorum.languages.en.language:ENGLISH"}
_NAMES: Final = dict(SHIPPED)


def register(name: str) -> Language:
    """Read accounts in one more language from now on, in this process; return it.

    A language that has a code of one before it takes its place. Worker processes learn of it from
    `Settings.languages`.
    """
    language = _opened(name)
    _NAMES[language.code] = name
    return language


def shipped() -> list[Language]:
    """Return the languages that come with Variorum."""
    return [_opened(name) for name in SHIPPED.values()]


def languages(names: Iterable[str]) -> list[Language]:
    """Return the languages that come with Variorum and those of some names, in this order."""
    return [_opened(name) for name in (*SHIPPED.values(), *names)]


def language_of(code: str | None) -> Language:
    """Return the language of a code; for one that is not known, a language without words."""
    name = _NAMES.get(DEFAULT if code is None else code)
    return _wordless(str(code)) if name is None else _opened(name)


def unit_kinds() -> Mapping[str, str]:
    """Return what each unit measures by the name that records have it by, in all languages."""
    return _unit_kinds(tuple(_NAMES.values()))


@cache
def _unit_kinds(names: tuple[str, ...]) -> Mapping[str, str]:
    return {
        unit.name: unit.kind
        for language in map(_opened, names)
        for table in (
            language.units.units,
            language.units.currency_after,
            language.units.currency_before,
            {one.name: one for one in (FRACTION, VOTE, SCORE)},
        )
        for unit in table.values()
    }


def name_parts(codes: Iterable[str | None]) -> NameParts:
    """Return the words within names of some languages together: names of accounts that meet.

    Codes may come more than once, in any order; of none it is a record without words.
    """
    languages = {language.code: language for language in map(language_of, set(codes))}
    return _name_parts(tuple(languages[code] for code in sorted(languages)))


@cache
def _name_parts(languages: tuple[Language, ...]) -> NameParts:
    return joined([language.name_parts for language in languages] or [NameParts()])


@cache
def _opened(name: str) -> Language:
    module, _, attribute = name.partition(":")
    language = getattr(import_module(module), attribute)
    if not isinstance(language, Language):
        raise TypeError(f"“{name}” is no Language: see variorum.languages.language.")
    return language


@cache
def _wordless(code: str) -> Language:
    return Language(code=code, name=code)
