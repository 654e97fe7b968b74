"""Variants: where readings differ, and what that rests on: one finding a matter.

Enters: `Material`. Leaves: `Finding`s, each made by a small function in `findings.KINDS`.

An answer names no account that is not shown to have its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.find.kinds.questions import Question, asking
from variorum.find.kinds.recorded_words import quoted_and_recorded
from variorum.find.matter import matters
from variorum.find.matter.distinguishing import distinguishing
from variorum.find.matter.material import Material
from variorum.find.matter.matters import Matter
from variorum.find.matter.own_words import sentence
from variorum.find.matter.prose import (
    Basis,
    FindingText,
    finding,
    known,
    one_an_account,
    translation_note,
)
from variorum.find.matter.snippets import differing_words, shortened_words
from variorum.find.matter.telling import answer, given
from variorum.find.matter.weighing import central, wide
from variorum.languages.language import Language
from variorum.records import Check, Finding, FindingAnswer, Span, Verdict
from variorum.trace.checking.edits import PERMITTED, changes_claim, is_weighty, opens, relates
from variorum.trace.checking.voices import same_person

TOLD = frozenset({"differs", "translation variant"})
FREE_RENDERING = 8
"""Words of the record and the quotation together that may change before it is a free rendering."""
PARAPHRASE, SMALL, SLIGHT = 0.62, 0.7, 0.3
"""How telling a check is that lists many changes at once, one of small words alone, and one of small
words that turn nothing."""
LONG_TITLE = 6
"""Words that a title quotes from which on it is as telling as any."""
JUDGED_STRENGTH, MODEL_STRENGTH = 0.9, 0.5
"""How telling a difference in sense is that a judge tells, and one that is a larger judge's claim."""


def differing_counts(material: Material) -> Iterator[Finding]:
    """Tell of figures for one count: a question with its answers, or a toll day by day."""
    found = [
        (matter, asked)
        for matter in matters.figures(material)
        for asked in asking(material, matter.verdicts)
    ]
    apart = distinguishing(material, [(asked.what, asked.places) for _, asked in found])
    for (matter, asked), words in zip(found, apart, strict=True):
        several = one_an_account(asked.places)
        strength = central(material, several) * wide(several)
        basis = Basis(asked.places, _about(matter, asked), strength)
        yield finding(material, "update" if asked.grown else matter.kind, asked.told(words), basis)


def _about(matter: Matter, asked: Question) -> tuple[str, ...]:
    """Return the records of a matter that one of its questions rests on."""
    told = [one for one in matter.verdicts if asked.marks.issuperset(one.marks)]
    kept = {one.alignment for one in told}
    alignments = tuple(one for one in matter.alignments if one.id in kept)
    return Matter(matter.kind, tuple(told), alignments).about


def differing_readings(material: Material) -> Iterator[Finding]:
    """Tell of places where readings differ in sense, circumstance or speaker."""
    for matter in matters.senses(material):
        lead = max(matter.verdicts, key=lambda v: (_strength(v), v.left.text, v.left.account))
        places = [sentence(material, place) for place in known([lead.left, lead.right])]
        rest = [sentence(material, place) for place in _readings(matter)]
        others = [p for p in one_an_account([*places, *rest]) if p not in places]
        ordered = [lead, *(one for one in matter.verdicts if one is not lead)]
        versions = _versions(ordered)
        asked = " or ".join(one.says for one in versions[:2])
        told = FindingText(
            f"{asked}?", versions, f"{lead.because}{translation_note(material, places)}"
        )
        strength = _strength(lead) * central(material, places)
        basis = Basis(tuple(dict.fromkeys([*places, *others])), matter.about, strength)
        yield finding(material, matter.kind, told, basis)


def _versions(verdicts: Sequence[Verdict]) -> tuple[FindingAnswer, ...]:
    """Return the words of either side that differ, each version with the accounts that have it."""
    having: dict[str, list[Span]] = {}
    for verdict in verdicts:
        if verdict.right is not None:
            shown = differing_words(verdict.left.text, verdict.right.text)
            for place, words in zip((verdict.left, verdict.right), shown, strict=True):
                having.setdefault(words or shortened_words(place.text), []).append(place)
    return tuple(answer(f"“{words}”", given(places)) for words, places in having.items())


def headline_quotations(material: Material) -> Iterator[Finding]:
    """Tell of words that a headline quotes and the text of its own account has not, or otherwise."""
    for check in material.checks.values():
        own = check.record == check.place.account
        weighty = check.kind == "not found" or _is_told(material, check)
        if own and (weighty or _is_slight(material, check)):
            places = known([check.place, check.match])
            strength = min(1.0, len(check.place.text.split()) / LONG_TITLE)
            basis = Basis(places, (check.id,), strength if weighty else SLIGHT * strength)
            yield finding(material, "headline", _headed(check), basis)


def _headed(check: Check) -> FindingText:
    heading = f"“{shortened_words(check.place.text)}”"
    if check.match is None:
        said = answer(heading, given([check.place]))
        return FindingText("Quoted in a heading and nowhere in its text", (said,))
    body = f"“{shortened_words(check.match.text)}”"
    answers = (
        answer(f"in the heading {heading}", given([check.place])),
        answer(f"in the text {body}", given([check.match])),
    )
    return FindingText("The heading and the text quote differently", answers, check.because)


def differing_checks(material: Material) -> Iterator[Finding]:
    """Tell of quotations that differ from the record of the same speech, those of one place once."""
    for together in matters.checked(material, lambda check: _is_of_record(material, check)):
        lead = max(together, key=lambda c: (_change(material, c), -len(c.changes), c.place))
        kind = "check differs" if lead.kind == "differs" else "translation variant"
        several = {check.place.account: check for check in (*reversed(together), lead)}
        several = {lead.place.account: lead} | several
        about = tuple(check.id for check in together)
        places = known([p for check in together for p in (check.place, check.match)])
        basis = Basis(tuple(dict.fromkeys(places)), about, _change(material, lead))
        yield finding(material, kind, quoted_and_recorded(material, list(several.values())), basis)


def _is_of_record(material: Material, check: Check) -> bool:
    if check.record == check.place.account:
        return False
    return _is_told(material, check) or _is_slight(material, check)


def _is_told(material: Material, check: Check) -> bool:
    """Tell whether a check differs from the record in more than little words of grammar."""
    if check.kind not in TOLD:
        return False
    changes = [change for change in check.changes if change.kind not in PERMITTED]
    if not changes or any(change.kind == "figure" for change in changes):
        return True
    language = material.language(check.record)
    weighty = any(
        is_weighty(language, c.from_, c.to) or relates(language, c.from_, c.to) for c in changes
    )
    return weighty or _limits(language, check) or _is_of_another(material, check)


def _is_slight(material: Material, check: Check) -> bool:
    """Tell whether words of the record were changed, be they little ones; an "And" left out is none."""
    changes = [change for change in check.changes if change.kind not in PERMITTED]
    language = material.language(check.record)
    return check.kind == "differs" and not all(opens(language, c.from_, c.to) for c in changes)


def _limits(language: Language, check: Check) -> bool:
    """Tell whether marks of omission or brackets of the quotation stand for what limits the claim."""
    marked = [change for change in check.changes if change.kind in {"ellipsis", "brackets"}]
    return any(changes_claim(language, change.from_, change.to) for change in marked)


def _is_of_another(material: Material, check: Check) -> bool:
    """Tell whether the words that are like stand in a turn that may be another speaker's."""
    quotation = material.quotations.get(check.quotation)
    if quotation is None or check.match is None or not quotation.speaker.name:
        return False
    start = check.match.start
    return any(
        not same_person(material.parts, quotation.speaker.name, region.speaker)
        for region in material.accounts[check.record].regions
        if region.kind == "turn" and region.speaker and region.start <= start < region.end
    )


def _readings(matter: Matter) -> list[Span]:
    return [p for verdict in matter.verdicts for p in known([verdict.left, verdict.right])]


def _strength(verdict: Verdict) -> float:
    return MODEL_STRENGTH if matters.is_claimed(verdict) else JUDGED_STRENGTH


def _change(material: Material, check: Check) -> float:
    """Return how telling a check is: most where a word of weight changed, or one that limits.

    A free rendering says less than one word, and little words of grammar say least.
    """
    if not _is_told(material, check):
        return SLIGHT
    changes = [change for change in check.changes if change.kind not in PERMITTED]
    tokens = [token for c in changes for token in (*c.from_.split(), *c.to.split())]
    if any(change.kind == "figure" for change in changes):
        return 1.0
    if not 0 < len(tokens) <= FREE_RENDERING:
        return PARAPHRASE
    language = material.language(check.record)
    return 1.0 if any(is_weighty(language, c.from_, c.to) for c in changes) else SMALL
