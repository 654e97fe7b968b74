"""Peers that read the civilians killed in an account, each as a function from its text to a `Figure`.

Enters: nothing but what is installed. Leaves: readers by name; what is missing is left out with a
message. None is a part of Variorum.

*Plain expression*: a number right before or after a word of casualties, civilians' before any.
The other peers read quantities, not tolls. They are asked for the simplest thing that is fair: the
first quantity of people, or of nothing named, in the first sentence that tells of civilians and of
death; without such a sentence, in the first that tells of death. Years are left out for all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from typing import Final

from quality import figures_peers
from quality.figures_answers import Answer
from variorum.records import Figure, Span

Reader = Callable[[str], Figure | None]

DEATH: Final = re.compile(r"\b(?:kill\w*|dead|died|deaths?|massacred?|casualt\w+)\b", re.IGNORECASE)
CIVILIAN: Final = re.compile(r"\bcivilians?\b", re.IGNORECASE)
_PEOPLE: Final = "people person civilian child woman man kid victim resident member life body"
PEOPLE: Final = frozenset(["-", *_PEOPLE.split()])
"""Names of units under which peers count people."""
YEARS: Final = range(1900, 2100)
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|\n")
_SMALL: Final = "one two three four five six seven eight nine ten eleven twelve"
_WORDS: Final = _SMALL.split()
_NUMBER: Final = rf"(?P<number>\d[\d,]*|{'|'.join(_WORDS)})"
_CASUALTIES: Final = r"(?:killed|dead|died|deaths|people|persons|casualties|fatalities|victims)"
_PLAIN: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_NUMBER} (?:\w+ )?civilians\b",
        rf"\b{_NUMBER} (?:\w+ )?{_CASUALTIES}\b",
        rf"\bkill(?:s|ed|ing) (?:\w+ ){{0,3}}?{_NUMBER}\b",
    )
)


def peers() -> dict[str, Reader]:
    """Return the readers of the peers that are there, by name."""
    adapted = {name: partial(_first, read) for name, read in figures_peers.peers().items()}
    return {"plain expression": plain, **adapted}


def plain(text: str) -> Figure | None:
    """Return the first number next to a word of casualties, that of civilians before any other."""
    for pattern in _PLAIN:
        match = pattern.search(text)
        if match is not None:
            stated = match["number"].lower().replace(",", "")
            return _figure(str(_WORDS.index(stated) + 1) if stated in _WORDS else stated)
    return None


def _first(read: figures_peers.Reader, text: str) -> Figure | None:
    for sentence in _telling(text):
        for answer in read(sentence):
            if _of_people(answer):
                return _figure(f"{answer.low:f}")
    return None


def _telling(text: str) -> Iterator[str]:
    """Yield the sentences that tell of death, those that tell of civilians too before the others."""
    dead = [sentence for sentence in _SENTENCE.split(text) if DEATH.search(sentence)]
    yield from (sentence for sentence in dead if CIVILIAN.search(sentence))
    yield from (sentence for sentence in dead if not CIVILIAN.search(sentence))


def _of_people(answer: Answer) -> bool:
    low = answer.low
    whole = low is not None and low == low.to_integral_value() and low >= 1
    return whole and bool(answer.units & PEOPLE) and low not in YEARS


def _figure(number: str) -> Figure:
    value = f"{Decimal(number).to_integral_value():f}"
    return Figure(id=value, place=Span("a", 0, 0, ""), value=value, low=value, high=value)
