"""Telling: how a finding names accounts and speakers and quotes their words.

Enters: `Material`, places. Leaves: neutral sentences and `Finding`s.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from variorum.records import Account, Finding, Span, new_id
from variorum.report.material import Material

LONGEST_QUOTE = 150
_SENTENCE_END = re.compile(r"\w{3}[.!?][\"”’)]* |\n")
CONTEXT = 60
"""Characters shown on either side of a figure."""
WEIGHTS = {
    "figure differs": 100,
    "contradicted": 92,
    "headline": 90,
    "sense differs": 86,
    "check differs": 84,
    "scope differs": 80,
    "translation variant": 78,
    "left out": 76,
    "attribution differs": 70,
    "other event": 66,
    "update": 58,
    "copies": 64,
    "translates": 60,
    "common origin": 58,
    "cites": 40,
    "one origin": 56,
    "single origin": 40,
}
"""Weights at full strength, 0 to 100."""


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
        id=new_id("f", kind, text, *((p.account, p.start) for p in basis.places)),
        kind=kind,
        text=text,
        because=because,
        weight=round(WEIGHTS[kind] * basis.strength, 2),
        places=basis.places,
        about=basis.about,
    )


def said(material: Material, place: Span) -> str:
    """Return an account's label, the speaker where there is one, and the words."""
    speaker = next((q.speaker.name for q in material.quotations_at(place)), None)
    by = f" ({speaker})" if speaker else ""
    return f"{material.label(place.account)}{by}: “{short(place.text)}”"


def around(material: Material, place: Span) -> str:
    """Return an account's label, the speaker, and a figure's words with some on either side."""
    text = material.accounts[place.account].text
    passage = surroundings(material, place)
    before = "" if _SENTENCE_END.search(text[max(0, passage.start - 9) : passage.start]) else "… "
    after = "" if _SENTENCE_END.search(text[passage.end - 9 : passage.end + 2]) else " …"
    speaker = next((q.speaker.name for q in material.quotations_at(place)), None)
    by = f" ({speaker})" if speaker else ""
    shown = " ".join(passage.text.split())
    return f"{material.label(place.account)}{by}: “{before}{shown}{after}”"


def surroundings(material: Material, place: Span) -> Span:
    """Return a place with up to `CONTEXT` characters on either side: whole words of its sentence.

    A full stop after fewer than three letters may stand for a cut word and ends nothing.
    """
    account = material.accounts[place.account]
    before = account.text[max(0, place.start - CONTEXT) : place.start]
    after = account.text[place.end : place.end + CONTEXT]
    ends = [found.end() for found in _SENTENCE_END.finditer(before)]
    left = ends[-1] if ends else before.find(" ") + 1 if place.start > CONTEXT else 0
    stop = _SENTENCE_END.search(after)
    right = stop.end() - 1 if stop else len(after)
    if right == CONTEXT:
        right = max(after.rfind(" "), 0)
    return account.span(place.start - len(before) + left, place.end + right)


def short(text: str) -> str:
    """Return words on one line, cut at a space after `LONGEST_QUOTE` characters."""
    plain = " ".join(text.split())
    if len(plain) <= LONGEST_QUOTE:
        return plain
    return plain[: plain.rfind(" ", 0, LONGEST_QUOTE)].rstrip(" ,;:") + " …"


def translated(material: Material, places: Sequence[Span]) -> str:
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
