"""Key figures: counts by day and figures that differ, in a word each, for the top of the page.

Enters: `Material`, findings in rank. Leaves: `KeyFigure`s, each with the finding it leads to.

Only a finding that is a question of one count, with few short answers, is one: nothing stands here
that the finding does not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from variorum.find.matter.material import Material
from variorum.find.matter.prose import listed
from variorum.records import Figure, Finding, FindingAnswer

MOST_KEYS = 4
MOST_ALTERNATIVES = 3
"""Answers up to which figures that differ can be read at a glance."""
MOST_DAYS_TOLD = 5
"""Days of a count that are told at a glance."""
LONGEST_KEY = 32
"""Characters of the answers together."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")

Figures = Mapping[str, Sequence[Figure]]
"""Figures by account."""


class KeyFigure(Struct, frozen=True):
    """The answers in a word, what is counted, how many accounts give one, the finding's anchor."""

    value: str
    what: str
    accounts: int
    anchor: str


def key_figures(known: Material, found: Sequence[Finding]) -> list[KeyFigure]:
    """Return the weightiest figures of the event that the page is named after, at most `MOST_KEYS`."""
    events = sorted(known.events.values(), key=lambda event: -len(event.accounts))
    inside = frozenset(events[0].accounts) if events else frozenset()
    figures: dict[str, list[Figure]] = {}
    for figure in known.figures.values():
        figures.setdefault(figure.place.account, []).append(figure)
    told = (one for one in found if inside.issuperset(p.account for p in one.places))
    made = [_key(one, figures) for one in told]
    kept: dict[str, KeyFigure] = {}
    for key in made:
        if key and len(key.value) <= LONGEST_KEY:
            kept.setdefault(key.what, key)
    return list(kept.values())[:MOST_KEYS]


def _key(finding: Finding, figures: Figures) -> KeyFigure | None:
    answers = [one for one in finding.answers if _NUMBER.search(one.says)]
    if len(answers) < max(2, len(finding.answers)):
        return None
    if finding.kind == "update" and all(one.day for one in answers):
        value, what = _by_day(answers), finding.question
    elif finding.kind == "figure differs":
        exact = [one for one in answers if _is_exact(one, figures)]
        value = _alternatives(exact) if 1 < len(exact) <= MOST_ALTERNATIVES else ""
        what = finding.question.rpartition(": ")[0] or finding.question
    else:
        return None
    accounts = {one.place.account for answer in answers for one in answer.given}
    return KeyFigure(value, what, len(accounts), finding.id) if value else None


def _is_exact(answer: FindingAnswer, figures: Figures) -> bool:
    """Tell whether somebody gives the number without an open end: “at least 9” excludes no 20."""
    number = _NUMBER.findall(answer.says)[0].replace(",", "")
    return any(
        figure.value == number and figure.low is not None and figure.high is not None
        for one in answer.given
        for figure in figures.get(one.place.account, ())
        if figure.place.overlaps(one.place)
    )


def _by_day(answers: Sequence[FindingAnswer]) -> str:
    """Return the counts of each day in order: "40 → 31 or 58 → 12"; nothing where days are many."""
    days: dict[str, list[FindingAnswer]] = {}
    for one in sorted(answers, key=lambda one: one.day or ""):
        days.setdefault(one.day or "", []).append(one)
    return " → ".join(map(_alternatives, days.values())) if 1 < len(days) <= MOST_DAYS_TOLD else ""


def _alternatives(answers: Iterable[FindingAnswer]) -> str:
    """Return answers as alternatives, of those with one number the shortest alone."""
    shortest: dict[str, str] = {}
    for one in answers:
        number = _NUMBER.search(one.says)
        key = number[0] if number else one.says
        shortest[key] = min(shortest.get(key, one.says), one.says, key=len)
    return listed(list(shortest.values()), "or")
