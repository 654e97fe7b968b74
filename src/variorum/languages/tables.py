"""Tables written as running text, so that a long list of words stays readable.

Enters: words separated by spaces, or phrases separated by bars. Leaves: frozen sets of them,
records of such tables, and one record of several.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from types import ModuleType
from typing import Final, TypeVar

from msgspec import Struct
from msgspec.structs import fields

T = TypeVar("T", bound=Struct)

Words = frozenset[str]
"""Words or lemmas in lower case."""
Pattern = re.Pattern[str]

NOTHING: Final = "(?!)"
"""A regular expression that fits nowhere."""
NEVER: Final = re.compile(NOTHING)


def word_set(listed: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(listed.split())


def phrase_set(listed: str) -> frozenset[str]:
    """Return the phrases of a text that stand between bars; line breaks count as spaces."""
    return frozenset(" ".join(phrase.split()) for phrase in listed.split("|"))


def either(*patterns: str) -> Pattern:
    """Return what fits where one of the patterns does."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def filled(kind: type[T], *modules: ModuleType) -> T:
    """Return a record of tables, each from the constant of its name in one of the modules.

    AttributeError where none has it: a language that is read in earnest leaves no table out.
    """
    return kind(**{one.name: _table(one.name.upper(), modules) for one in fields(kind)})


def joined(records: Sequence[T]) -> T:
    """Return one record of the tables of several: what is in any of them.

    Of a mapping only what no two of them have otherwise: a word that means one thing here and
    another there tells nothing where both are read. Patterns are joined as alternatives.
    """
    if len(records) == 1:
        return records[0]
    kind = type(records[0])
    names = [one.name for one in fields(kind)]
    return kind(**{name: _joined([getattr(one, name) for one in records]) for name in names})


def _joined(tables: Sequence[object]) -> object:
    first = tables[0]
    if isinstance(first, frozenset):
        return frozenset(chain.from_iterable(tables))  # type: ignore[arg-type]
    if isinstance(first, tuple):
        return tuple(dict.fromkeys(chain.from_iterable(tables)))  # type: ignore[arg-type]
    if isinstance(first, str):
        told = dict.fromkeys(str(table) for table in tables if table != NOTHING)
        return "|".join(told) or NOTHING
    if isinstance(first, re.Pattern):
        return either(*(_scoped(table) for table in tables if isinstance(table, re.Pattern)))
    pairs = {pair for table in tables if isinstance(table, Mapping) for pair in table.items()}
    often = Counter(word for word, _ in pairs)
    return {word: meaning for word, meaning in sorted(pairs, key=_word) if often[word] == 1}


def _scoped(pattern: Pattern) -> str:
    """Return a pattern with the one flag that tables set, so that others beside it need not have it."""
    return f"(?i:{pattern.pattern})" if pattern.flags & re.I else pattern.pattern


def _word(pair: tuple[str, object]) -> str:
    return pair[0]


def _table(name: str, modules: tuple[ModuleType, ...]) -> object:
    found = [module for module in modules if hasattr(module, name)]
    if len(found) != 1:
        places = ", ".join(module.__name__ for module in found or modules)
        raise AttributeError(f"{name} must stand once in {places}")
    return getattr(found[0], name)
