"""Prose: how a finding names accounts and speakers and quotes their words.

Enters: `Material`, places. Leaves: neutral sentences and `Finding`s.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from variorum.find.matter.material import Material
from variorum.find.matter.telling import told_whole
from variorum.find.matter.weighing import FINDING_WEIGHTS
from variorum.records import Account, Finding, FindingAnswer, Span, new_id

LONGEST_QUOTE = 150
_SENTENCE_END = re.compile(r"\w{3}[.!?][\"”’)]* |\n")
FIGURE_CONTEXT = 60
"""Characters shown on either side of a figure."""


class Basis(Struct, frozen=True):
    """What a finding rests on: its places, the records it tells of, and how telling it is.

    `strength` (0 to 1) is beside others of its kind.
    """

    places: tuple[Span, ...]
    about: tuple[str, ...]
    strength: float = 1.0


class FindingText(Struct, frozen=True):
    """What a finding says: its question or title, who answers what, and the ground in a sentence, if any."""

    question: str
    answers: tuple[FindingAnswer, ...]
    because: str = ""


def finding(material: Material, kind: str, told: FindingText, basis: Basis) -> Finding:
    """Return a finding; its id rests on what it says and where, not on what accounts are called."""
    says = [one.says for one in told.answers]
    spots = [(place.account, place.start) for place in basis.places]
    made = Finding(
        id=new_id("fi", kind, told.question, *says, *spots),
        kind=kind,
        text="",
        because=told.because,
        weight=round(FINDING_WEIGHTS[kind] * basis.strength, 2),
        places=basis.places,
        about=basis.about,
        question=told.question,
        answers=tuple(_traced(material, one, basis.about) for one in told.answers),
    )
    return replace(made, text=told_whole(material.label, made))


def _traced(material: Material, told: FindingAnswer, about: Sequence[str]) -> FindingAnswer:
    """Add from how many origins an answer comes, where that was traced for all who give it."""
    origin_of: dict[str, str] = {}
    for key in about:
        if key in material.alignments:
            origin_of = {**material.alignments[key].origin_of, **origin_of}
    accounts = {one.place.account for one in told.given}
    if not origin_of.keys() >= accounts:
        return told
    return replace(told, origins=len({origin_of[account] for account in accounts}))


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
    """Say that one of the places stands in a text that is marked as a translation."""
    for place in places:
        account = material.accounts[place.account]
        notes = [r.note for r in account.regions if r.start <= place.start < r.end and r.note]
        ground = notes[0] if notes else account.translated if not _turns(account) else None
        if ground:
            return f" The words of one account are themselves marked as a translation (“{ground}”)."
    return ""


def _turns(account: Account) -> bool:
    return any(region.kind == "turn" for region in account.regions)


def one_an_account(places: Sequence[Span]) -> list[Span]:
    """Return the first place of each account, in the order given."""
    first: dict[str, Span] = {}
    for place in places:
        first.setdefault(place.account, place)
    return list(first.values())


def listed(names: Sequence[str], last: str = "and") -> str:
    """Return names as a sentence has them: "A, B and C"."""
    return f" {last} ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def known(places: Sequence[Span | None]) -> tuple[Span, ...]:
    """Return the places that there are."""
    return tuple(place for place in places if place is not None)
