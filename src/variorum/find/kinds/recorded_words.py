"""Recorded words: what a record has and what accounts quote of it, as a question with its answers.

Enters: `Material`, checks of one place of a record. Leaves: what is told of them: the changed words alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.find.matter.material import Material
from variorum.find.matter.prose import FindingText
from variorum.find.matter.snippets import differing_words, shortened_words
from variorum.find.matter.telling import answer
from variorum.records import AnswerGiven, Check, FindingAnswer, Span
from variorum.trace.checking.voices import same_person


def quoted_and_recorded(material: Material, checks: Sequence[Check]) -> FindingText:
    """Ask what was said, or, where the words are the same, who said them."""
    lead = checks[0]
    because = " ".join(dict.fromkeys(check.because for check in checks))
    recorded, quoted = _recorded_speaker(material, lead), _speaker(material, lead)
    same_words = _shown(material, lead) == ("", "")
    if same_words and recorded and quoted:
        return FindingText(
            f"Who said “{shortened_words(lead.place.text)}”?",
            (
                answer(recorded, [AnswerGiven(place=lead.match or lead.place)]),
                answer(quoted, [AnswerGiven(place=lead.place)]),
            ),
            because,
        )
    speaker = recorded if recorded and same_person(material.parts, quoted, recorded) else quoted
    asked = f"What did {speaker} say?" if speaker else "What was said?"
    return FindingText(asked, tuple(_answers(material, checks)), because)


def _answers(material: Material, checks: Sequence[Check]) -> list[FindingAnswer]:
    """Return the words of the record that were changed, each with what is quoted of it; the same once."""
    found: dict[tuple[bool, str], list[Span]] = {}
    for check in checks:
        record, words = _shown(material, check)
        if check.match is not None:
            recorded = (True, record or shortened_words(check.match.text))
            found.setdefault(recorded, []).append(check.match)
        quoted = (False, words or shortened_words(check.place.text))
        found.setdefault(quoted, []).append(check.place)
    return [
        answer(f"“{words}”", [AnswerGiven(place=place) for place in places])
        for (_, words), places in found.items()
    ]


def _shown(material: Material, check: Check) -> tuple[str, str]:
    """Return the words that differ; between parts of a split quotation stand an account's own words."""
    quotation = material.quotations.get(check.quotation)
    parts = [c.text for c in quotation.contents if c.overlaps(check.place)] if quotation else []
    quoted = " ".join(parts) if len(parts) > 1 else check.place.text
    return differing_words(check.match.text if check.match else "", quoted)


def _speaker(material: Material, check: Check) -> str:
    quotation = material.quotations.get(check.quotation)
    return (quotation.speaker.name or "") if quotation else ""


def _recorded_speaker(material: Material, check: Check) -> str:
    """Return whose turn of the record the words stand in, "" where it has no turns."""
    start = check.match.start if check.match else -1
    turns = (r for r in material.accounts[check.record].regions if r.kind == "turn")
    return next((r.speaker or "" for r in turns if r.start <= start < r.end), "")
