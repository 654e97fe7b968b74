"""One source: of which several accounts have a number of the killed, injured or missing, or one date.

Enters: `Material`. Leaves: a `Finding` for each source and what it gives.

The numbers may differ, as they do from day to day; that they come from one source is what is told.
Each account prints its name in the sentence that has the number or the date.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from variorum.find.kinds.same_words import says
from variorum.find.matter.material import Material
from variorum.find.matter.own_words import sentence
from variorum.find.matter.prose import Basis, FindingText, finding, one_an_account
from variorum.find.matter.telling import answer, given
from variorum.judge.figures.ranges import kind
from variorum.judge.figures.sides import Context, Counted, fate, group, is_definite
from variorum.languages.counts import TOLLS
from variorum.languages.written_days import spelled_day
from variorum.records import Figure, Finding, Moment, Quotation, Span
from variorum.trace.checking.voices import prints

FEWEST_ACCOUNTS_OF_A_SOURCE = 2
"""Accounts that must have it of one source."""

_DAY = r"(?:\d{4}|XXXX)-\d\d-\d\d"

_Given = tuple[str, str]
"""The entity that is the source, and what it gives, in words."""


def one_source(material: Material) -> Iterator[Finding]:
    """Tell of sources to which several accounts of an event give a toll, each its own, or one date."""
    stated: list[Figure | Moment] = [*material.figures.values(), *material.moments.values()]
    for event in material.events.values():
        sourced: dict[_Given, list[Figure | Moment]] = defaultdict(list)
        for record in stated:
            what = _what(material, record) if record.place.account in event.accounts else ""
            source = _source(material, record.place) if what else None
            if source:
                sourced[source, what].append(record)
        for (source, what), records in sourced.items():
            told = one_an_account([record.place for record in records])
            if len(told) >= FEWEST_ACCOUNTS_OF_A_SOURCE:
                about = tuple(record.id for record in records if record.place in told)
                yield _finding(material, (source, what), told, about)


def _finding(
    material: Material, stated: _Given, told: Sequence[Span], about: tuple[str, ...]
) -> Finding:
    source, what = stated
    places = tuple(sentence(material, place) for place in told)
    strength = min(1.0, 0.7 + 0.1 * len(places))
    named = answer(material.speaker(source) or source, given(told))
    asked = FindingText(f"Who is named as the source of {what}?", (named,))
    return finding(material, "one origin", asked, Basis(places, about, strength))


def _what(material: Material, record: Figure | Moment) -> str:
    """Return what a figure or moment is, if it is a toll or a day of the calendar."""
    if isinstance(record, Moment):
        day = record.kind == "date" and re.fullmatch(_DAY, record.value or "")
        return f"the date {spelled_day(record.value or '', year=False)}" if day else ""
    language = material.language(record.place.account)
    befell = fate(language.counts, record)
    if befell not in TOLLS or kind(record) is not None or group(language.counts, record) is None:
        return ""
    stands = Context(sentence=sentence(material, record.place).text, language=language)
    known = is_definite(
        Counted(record, stands)
    )  # "the two wounded men": the number was given before
    return "" if known else f"figures on those {befell}"


def _source(material: Material, place: Span) -> str | None:
    """Return who says what stands at a place, by a name that the account prints there.

    Of sources one within the other ("the mayor said police had told her") it is the innermost.
    """
    found = material.quotations_at(place)
    if not found or material.accounts[place.account].kind == "transcript":
        return None
    said = min(
        found,
        key=lambda one: (sum(_holds(one, other) for other in found), -one.contents[0].start),
    )
    source = material.entities.get(said.speaker.entity or "")
    printed = said.speaker.place.text if said.speaker.place else ""
    named = source and prints(material.parts, printed, source.name) and says(material, said)
    return source.id if source and named else None


def _holds(one: Quotation, other: Quotation) -> bool:
    """Tell whether the speaker of another quotation stands within what is said in this one."""
    speaker = other.speaker.place
    return speaker is not None and any(map(speaker.overlaps, one.contents))
