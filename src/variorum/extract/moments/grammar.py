"""The grammar's own language: patterns over classes of words, and what a match means.

Enters: a pattern such as ``"m=MONTH d=DAYNUMBER (COMMA? y=YEAR)?"``. Leaves: a `Rule` that
finds it in a `LexemeLine` and makes an `Expression`.

In a pattern a word in capitals is a class of lexemes (or one of `MACROS`), ``x=`` names it for the
rule's maker, and the rest is the notation of regular expressions. Patterns run over one letter a
word and have no nested repeats, so a line costs time in proportion to its length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from variorum.extract.moments.calendar import Period
from variorum.extract.moments.lexemes import CODES, LexemeLine, TimeLexeme
from variorum.languages.calendar import MANY, Calendar, Value
from variorum.vocabulary import MomentKind

PAST, FUTURE = -1, 1

MACROS = {
    "DAYNUMBER": "(?:DAY|ORDINAL)",
    "NUMERAL": "(?:(?:DAY|YEAR|INT|WORDNUM (?:DASH? WORDNUM)?) (?:FRACTION|HUNDRED)?|A HUNDRED)",
    "COUNT": "(?:A? FEW OF?|NUMERAL (?:(?:TO|OR|DASH) NUMERAL|DASH? AND DASH? A DASH? HALF)?"
    "|A|HALF A|HALF DASH)",
    "ROUGHLY": "(?:MORE THAN|ATWORD LEAST|ABOUT|UP TO)",
    "ANYUNIT": "(?:UNIT|UNITS|QUARTER|QUARTERS)",
    "ONEUNIT": "(?:UNIT|QUARTER|WEEKEND)",
    "SHADE": "(?:THE? EDGE OF|EARLY DASH?|EARLIER|LATER|SOMETIME)",
    "ORDER": "(?:ORDWORD|ORDINAL)",
}


class Expression(Struct, frozen=True):
    """What some words say of time, before it is known when they were written.

    `at` takes the period it leans on (the day of publication, or the last period told of) and a
    direction (below 0 for the past, above 0 for the future; 2 is firmer than 1) and gives the period meant. `needs` says which it leans on:
    "itself", "publication", "narrative", "nothing" (never dated), or "partner" (means nothing
    unless a date stands beside it). `value` is the TIMEX3 value while nothing is known. A period
    told of with one of the grains it `prefers` is leaned on before anything else; what is not
    `told` (a comparison with a year ago) is not leaned on by what follows. `joined` ones are made
    of two and are joined no further.
    """

    kind: MomentKind
    needs: str
    at: Callable[[Period, int], Period | None] | None = None
    value: str | None = None
    grain: str = ""
    prefers: tuple[str, ...] = ()
    told: bool = True
    joined: bool = False


class RuleMatch:
    """A rule's match: the lexemes it names."""

    def __init__(self, line: LexemeLine, match: re.Match[str]) -> None:
        """Keep the line and the match over its classes."""
        self._line, self._match = line, match

    @property
    def calendar(self) -> Calendar:
        """The language's words of time."""
        return self._line.calendar

    def __contains__(self, name: str) -> bool:
        """Tell whether the named part took part in the match."""
        return name in self._match.re.groupindex and self._match.start(name) >= 0

    def words(self, name: str) -> tuple[TimeLexeme, ...]:
        """Return the lexemes of a named part, none where it took no part."""
        return self._line.lexemes[slice(*self._match.span(name))] if name in self else ()

    def value(self, name: str) -> Value:
        """Return what the table says of a named part's first lexeme."""
        return self._line.lexemes[self._match.start(name)].value

    def number(self, name: str) -> int:
        """Return a named part as a whole number; ordinals too ("9th")."""
        value = self.value(name)
        return int(value) if not isinstance(value, str) else int(re.sub(r"\D", "", value) or 0)

    @property
    def span(self) -> tuple[int, int]:
        """Return the indices of the first lexeme and of the one after the last."""
        return self._match.span()

    @property
    def preceding(self) -> TimeLexeme | None:
        """Return the lexeme before the match."""
        start = self._match.start()
        return self._line.lexemes[start - 1] if start else None

    @property
    def before(self) -> str:
        """Return the word before the match, in lower case."""
        return self.preceding.word.lower() if self.preceding else ""

    @property
    def after(self) -> TimeLexeme | None:
        """Return the lexeme after the match."""
        end = self._match.end()
        return self._line.lexemes[end] if end < len(self._line.lexemes) else None

    @property
    def ends_clause(self) -> bool:
        """Tell whether no word follows: "the day before." but not "the day before the vote"."""
        after = self.after
        return after is None or not after.word[:1].isalnum()

    @property
    def following(self) -> str:
        """Return the classes of the two lexemes after the match."""
        return self._line.classes[self._match.end() : self._match.end() + 2]

    @property
    def first(self) -> TimeLexeme:
        """Return the first lexeme."""
        return self._line.lexemes[self._match.start()]


class FoundExpression(Struct, frozen=True):
    """An expression and the lexemes `first` to `last` (excluded) of its line that say it.

    `until` is the end of the words whose verb tells which way it looks, where that is another:
    both ends of a range look the same way.
    """

    first: int
    last: int
    means: Expression
    until: int | None = None


class Rule(Struct, frozen=True):
    """A compiled pattern and the function that says what its match means (`None`: nothing)."""

    pattern: re.Pattern[str]
    make: Callable[[RuleMatch], Expression | None]

    def find(self, line: LexemeLine) -> Iterator[FoundExpression]:
        """Yield what the rule finds; where a match means nothing, look on behind its start."""
        position = 0
        while (match := self.pattern.search(line.classes, position)) is not None:
            means = self.make(RuleMatch(line, match))
            if means is not None:
                yield FoundExpression(match.start(), match.end(), means)
            position = match.end() if means is not None else match.start() + 1


def rule(pattern: str, make: Callable[[RuleMatch], Expression | None]) -> Rule:
    """Compile a pattern; KeyError names a class that does not exist."""
    return Rule(re.compile(_letters(pattern)), make)


def _letters(pattern: str) -> str:
    def letter(match: re.Match[str]) -> str:
        name, kind = match[1], match[2]
        body = _letters(MACROS[kind]) if kind in MACROS else CODES[kind]
        return f"(?P<{name}>{body})" if name else body

    named = re.sub(r"([a-z])=\(\?:", r"(?P<\1>", pattern)
    return re.sub(r"(?<!\(\?)(?:([a-z])=)?([A-Z]+)(?!<)", letter, named).replace(" ", "")


def shade(found: RuleMatch) -> str:
    """Return "early", "late", "mid", "start" or "end" where part `s` of a match says so."""
    said = [str(lexeme.value) for lexeme in found.words("s") if lexeme.kind in _SHADES]
    return said[0] if said else ""


_SHADES = (CODES["EARLY"], CODES["EDGE"])


def stated_number(words: tuple[TimeLexeme, ...]) -> float | None:
    """Return the number that a COUNT states, or `None` where it states no single one.

    "several" and "two to three" state none; "twenty-five" is 25 but "five-six" is none.
    """
    if words and words[0].kind == CODES["HALF"]:
        return 0.5
    total, previous = 0.0, 0.0
    for lexeme in words:
        step = _step(lexeme, total, previous)
        if step is None:
            return None
        total, previous = total + step, step or previous
    return total or None


def _step(lexeme: TimeLexeme, total: float, previous: float) -> float | None:
    """Return what a word adds to a number, or `None` where there is no single number."""
    value = lexeme.value
    if value == MANY or lexeme.kind in (CODES["TO"], CODES["OR"]):
        return None
    if lexeme.kind == CODES["FRACTION"]:
        over, under = str(value).split("/")
        return int(over) / int(under)
    if lexeme.kind == CODES["HALF"]:
        return -0.5
    if isinstance(value, str):
        return 0
    if lexeme.kind == CODES["HUNDRED"]:
        return (total or 1) * value - total
    tens_and_ones = previous >= 20 and previous % 10 == 0 and value < 10
    return value if not previous or tens_and_ones or lexeme.kind == CODES["A"] else None
