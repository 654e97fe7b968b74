"""Differences: where readings differ, and what that rests on, one finding a place.

Enters: `Material`. Leaves: `Finding`s, each made by a small function in `KINDS`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.records import Alignment, Check, Finding, Span, Verdict
from variorum.report.material import Material
from variorum.report.telling import (
    Basis,
    around,
    finding,
    known,
    one_an_account,
    said,
    short,
    translated,
)

UPDATES = frozenset({"later count", "later_figure"})
EDITS = frozenset({"case", "punctuation", "ellipsis", "brackets"})
FEW_WORDS = 8
"""Words of the record and the quotation together that may change before it is a free rendering."""
PARAPHRASE = 0.62
"""How telling a check is that lists many changes at once, beside one that lists few."""
OPENINGS = {
    "figure differs": "Different figures",
    "scope differs": "Not the same count",
    "update": "An update",
}
DIFFERENCES = frozenset({"contradicted", "figure differs", "sense differs", "attribution differs"})
RULE_STRENGTH = {
    "obligation": 1.0,
    "one_denies": 1.0,
    "opposite_words": 0.9,
    "degree": 0.92,
    "rank": 0.96,
    "other_actor": 0.85,
    "quantity": 0.8,
    "hedge": 0.8,
    "possibility": 0.75,
    "own_voice": 0.6,
}
"""How telling a difference found by a rule is, beside others of its kind."""
MOST_SHOWN = 4
"""Readings or omissions named in one sentence; the rest are counted."""


def differences(material: Material) -> Iterator[Finding]:
    """Tell of places where readings differ in sense or speaker, or in a figure told nowhere else."""
    counted = _counted_places(material)
    for alignment in material.alignments.values():
        if alignment.verdict not in DIFFERENCES or material.is_count(alignment):
            continue
        verdicts = _verdicts(material, alignment)
        if any(counted.isdisjoint(v.marks) or not v.marks for v in verdicts):
            yield _difference(material, alignment, verdicts)


def counts(material: Material) -> Iterator[Finding]:
    """Tell of figures for one count, or for counts that may be taken for one: all in one line."""
    for alignment in material.alignments.values():
        if material.is_count(alignment) and alignment.verdict in OPENINGS:
            verdicts = _verdicts(material, alignment)
            later = all(verdict.rule in UPDATES for verdict in verdicts)
            kind = "update" if later else alignment.verdict
            places = one_an_account([mark for verdict in verdicts for mark in verdict.marks])
            figures = "; ".join(around(material, place) for place in places[:MOST_SHOWN])
            because = f"{OPENINGS[kind]}, {alignment.about}. {verdicts[0].because}"
            alike = kind == "scope differs"  # other askers are what tells such counts apart
            strength = 1.0 if alike else max(_strength(material, v) for v in verdicts)
            yield finding(kind, figures, because, Basis(known(places), (alignment.id,), strength))


def headline_quotations(material: Material) -> Iterator[Finding]:
    """Tell of words that a headline quotes and no text of its own account has."""
    for check in material.checks.values():
        own = check.record == check.place.account
        if own and check.kind in {"not found", "differs"}:
            basis = Basis(known([check.place, check.match]), (check.id,))
            yield finding("headline", said(material, check.place), check.because, basis)


def checks(material: Material) -> Iterator[Finding]:
    """Tell of quotations that differ from the record of the same speech."""
    for check in material.checks.values():
        if check.record == check.place.account:
            continue
        if check.kind in {"differs", "translation variant"}:
            kind = "check differs" if check.kind == "differs" else "translation variant"
            record = material.label(check.record)
            quoted = said(material, check.place)
            if check.match:
                quoted += f". {record} has “{short(check.match.text)}”"
            strength = 1.0 if _telling(check) else PARAPHRASE
            basis = Basis(known([check.place, check.match]), (check.id,), strength)
            yield finding(kind, quoted, check.because, basis)


def other_events(material: Material) -> Iterator[Finding]:
    """Tell which accounts speak of another event than most do."""
    events = sorted(material.events.values(), key=lambda e: (-len(e.accounts), e.id))
    for event in events[1:]:
        if len(events[0].accounts) > 1:
            names = ", ".join(material.label(account) for account in event.accounts)
            text = f"{names}: another event (“{short(event.label)}”), compared apart."
            yield finding("other event", "", text, Basis(event.places, (event.id,)))


def origins(material: Material) -> Iterator[Finding]:
    """Tell where several accounts rest on one origin."""
    for alignment in material.alignments.values():
        spoken = [reading for reading in alignment.readings if reading.places]
        if len(spoken) > 2 and alignment.origins == 1:
            places = [reading.places[0] for reading in spoken]
            text = f"“{alignment.about}”: {alignment.because.rstrip('.')}."
            strength = min(1.0, 0.7 + 0.1 * len(spoken))
            basis = Basis(known(places), (alignment.id,), strength)
            yield finding("one origin", "", text, basis)


def _difference(material: Material, alignment: Alignment, verdicts: Sequence[Verdict]) -> Finding:
    verdict = max(verdicts, key=lambda v: (_strength(material, v), v.id))
    places = known([verdict.left, verdict.right])
    both = " / ".join(said(material, place) for place in places)
    more = len(verdicts) - 1
    others = f" ({more} more such pair{'s' if more > 1 else ''} of accounts.)" if more else ""
    because = f"{verdict.because}{translated(material, places)}{others}"
    about = (alignment.id, *(v.id for v in verdicts))
    return finding(verdict.kind, both, because, Basis(places, about, _strength(material, verdict)))


def _strength(material: Material, verdict: Verdict) -> float:
    """Return how telling a difference is: more inside quotation marks of one speaker."""
    strength = RULE_STRENGTH.get(verdict.rule, 0.9)
    speakers = {_speaker(material, place) for place in (verdict.left, verdict.right) if place}
    one_speaker = len(speakers) == 1 and None not in speakers
    return strength * (1.0 if one_speaker else 0.85)


def _speaker(material: Material, place: Span) -> str | None:
    found = material.quotations_at(place)
    return next((q.speaker.entity or q.speaker.name for q in found), None)


def _telling(check: Check) -> bool:
    """Tell whether few words changed, or a figure: a free rendering says less than one word."""
    changes = [change for change in check.changes if change.kind not in EDITS]
    words = sum(len(change.from_.split()) + len(change.to.split()) for change in changes)
    return any(change.kind == "figure" for change in changes) or 0 < words <= FEW_WORDS


def _verdicts(material: Material, alignment: Alignment) -> list[Verdict]:
    """Return the verdicts that gave the alignment its own."""
    found = material.verdicts_of.get(alignment.id, ())
    return [verdict for verdict in found if verdict.kind == alignment.verdict]


def _counted_places(material: Material) -> set[Span]:
    return {
        mark
        for alignment in material.alignments.values()
        if material.is_count(alignment)
        for verdict in material.verdicts_of.get(alignment.id, ())
        for mark in verdict.marks
    }
