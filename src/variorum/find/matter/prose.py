"""Prose: how a finding names accounts and speakers and quotes their words.

Enters: `Material`, places. Leaves: neutral sentences and `Finding`s.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from variorum.find.matter.material import Material
from variorum.find.matter.own_words import quoted_place
from variorum.find.matter.weighing import FINDING_WEIGHTS
from variorum.languages.registry import DEFAULT, language_of
from variorum.records import Account, Finding, Span, new_id

TOLD_IN = language_of(DEFAULT)
"""The language that findings are worded in, whatever their accounts are."""

LONGEST_QUOTE = 150
_SENTENCE_END = re.compile(r"\w{3}[.!?][\"”’)]* |\n")
MOST_WORDED = 6
"""Accounts whose words stand in the line of a finding; its places have them all."""
FIGURE_CONTEXT = 60
"""Characters shown on either side of a figure."""


class Basis(Struct, frozen=True):
    """What a finding rests on: its places, the records it tells of, and how telling it is.

    `strength` (0 to 1) is beside others of its kind.
    """

    places: tuple[Span, ...]
    about: tuple[str, ...]
    strength: float = 1.0


def finding(kind: str, quoted: str, because: str, basis: Basis) -> Finding:
    """Return a finding: its line is its sentence and then what is `quoted`, if anything."""
    stop = "" if quoted.endswith((".”", "!”", "?”", ".", "…”")) else "."
    text = f"{because} {quoted}{stop}" if quoted else because
    return Finding(
        id=new_id("fi", kind, text, *((p.account, p.start) for p in basis.places)),
        kind=kind,
        text=text,
        because=because,
        weight=round(FINDING_WEIGHTS[kind] * basis.strength, 2),
        places=basis.places,
        about=basis.about,
    )


def worded(material: Material, place: Span) -> str:
    """Return an account's label and its own words.

    Who is speaking is left to the words themselves: a name beside them may be another's.
    """
    return f"{material.label(place.account)}: {quoted_place(material, place)}"


def surroundings(material: Material, place: Span) -> Span:
    """Return a place with up to `FIGURE_CONTEXT` characters on either side: whole words of its sentence.

    A full stop after fewer than three letters may stand for a cut word and ends nothing.
    """
    account = material.accounts[place.account]
    before = account.text[max(0, place.start - FIGURE_CONTEXT) : place.start]
    after = account.text[place.end : place.end + FIGURE_CONTEXT]
    ends = [found.end() for found in _SENTENCE_END.finditer(before)]
    left = ends[-1] if ends else before.find(" ") + 1 if place.start > FIGURE_CONTEXT else 0
    stop = _SENTENCE_END.search(after)
    right = stop.end() - 1 if stop else len(after)
    if right == FIGURE_CONTEXT:
        right = max(after.rfind(" "), 0)
    return account.span(place.start - len(before) + left, place.end + right)


def short(text: str) -> str:
    """Return words on one line, cut at a space after `LONGEST_QUOTE` characters."""
    plain = " ".join(text.split())
    if len(plain) <= LONGEST_QUOTE:
        return plain
    return plain[: plain.rfind(" ", 0, LONGEST_QUOTE)].rstrip(" ,;:") + " …"


def translation_note(material: Material, places: Sequence[Span]) -> str:
    """Say which of the places stand in a text that is marked as a translation."""
    for place in places:
        account = material.accounts[place.account]
        notes = [r.note for r in account.regions if r.start <= place.start < r.end and r.note]
        ground = notes[0] if notes else account.translated if not _turns(account) else None
        if ground:
            label = material.label(place.account)
            return f" The words in {label} are themselves marked as a translation (“{ground}”)."
    return ""


def _turns(account: Account) -> bool:
    return any(region.kind == "turn" for region in account.regions)


def spelled_day(day: str) -> str:
    """Return an ISO day as it is written: "9 March 2020"."""
    year, month, number = day.split("-")
    return f"{int(number)} {TOLD_IN.calendar.month_names[int(month) - 1]} {year}"


def one_an_account(places: Sequence[Span]) -> list[Span]:
    """Return the first place of each account, in the order given."""
    first: dict[str, Span] = {}
    for place in places:
        first.setdefault(place.account, place)
    return list(first.values())


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence has them: "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def known(places: Sequence[Span | None]) -> tuple[Span, ...]:
    """Return the places that there are."""
    return tuple(place for place in places if place is not None)
