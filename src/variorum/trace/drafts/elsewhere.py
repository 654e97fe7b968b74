"""Elsewhere: what stands in a source, but not in the one that its sentence cites.

Enters: a draft beside its sources, what its sentences cite, what its parts come to. Leaves: the parts anew, and the
sentences of which the cited source says nothing.

A part that stands is held against the cited sources alone; it is *in another source* where it is surely not in them.
Where the other source names the outlet that is cited, it may be handing on what that one had: nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from msgspec import Struct

from variorum.languages.registry import language_of
from variorum.read.page.agencies import plain_name
from variorum.records import Span
from variorum.seams import Encoder
from variorum.trace.drafts.assessments import STANDING, Assessment, assessed
from variorum.trace.drafts.by_place import by_place
from variorum.trace.drafts.citations import Accounts, Citations
from variorum.trace.drafts.evidence import NearSentences
from variorum.trace.drafts.parts import Beside, assess_parts, some_of

FARTHER = 0.3
"""How much farther than the nearest sentence of all those that are cited must be: 0 is the same, 1 all there is."""
ABSENT: Mapping[str, str] = {
    "absent_words": "words_elsewhere",
    "other_words": "words_elsewhere",
    "absent_number": "figure_elsewhere",
    "other_figure": "figure_elsewhere",
    "absent_name": "name_in_another",
    "absent_time": "time_in_another",
}
"""By the rule that a part meets with in the cited sources: the one that it is told by."""


class AgainstCited(Struct, frozen=True):
    """Parts of a draft as they come to be beside what their sentences cite; the evidence there, by sentence."""

    beside: Beside
    parts: tuple[Assessment, ...]
    cited: Mapping[int, Accounts]
    evidence: Mapping[int, NearSentences]

    def lacks(self, number: int, found: Assessment) -> bool:
        """Tell whether a sentence has its evidence in a source that it does not cite, and those it cites are far from it."""
        near, best = self.evidence.get(number), self.beside.evidence.get(number)
        if near is None or best is None or not best.found:
            return False
        elsewhere = _is_elsewhere(self.beside, found.source, self.cited[number])
        return elsewhere and best.scores[0] - max(near.scores, default=0.0) >= FARTHER


def against_cited(
    whole: Beside, told: Sequence[Assessment], citations: Citations, encoder: Encoder
) -> AgainstCited:
    """Hold what stands in any source against the sources that its sentence cites."""
    groups: dict[Accounts, set[int]] = {}
    for number, accounts in citations.cited.items():
        groups.setdefault(accounts, set()).add(number)
    moved: dict[tuple[str, Span], Assessment] = {}
    near: dict[int, NearSentences] = {}
    for accounts, numbers in sorted(groups.items(), key=lambda one: sorted(one[1])):
        some = some_of(whole, accounts, numbers, encoder)
        near.update(some.evidence)
        loosely = [one.place for one in some.draft.sentences if one.number in citations.loosely]
        for one in _moved(some, whole, told, accounts):
            if one.kind != "name" or not any(one.place.overlaps(place) for place in loosely):
                moved[one.kind, one.place] = one
    anew = tuple(moved.get((one.kind, one.place), one) for one in told)
    return AgainstCited(whole, anew, citations.cited, near)


def _moved(
    some: Beside, whole: Beside, told: Sequence[Assessment], accounts: Accounts
) -> Iterator[Assessment]:
    """Yield the parts that stand in another source and in none of those cited."""
    there = by_place(told, attrgetter("place"))
    for one in assess_parts(some):
        rule = ABSENT.get(one.rule)
        for standing in there.meeting(one.place) if rule else ():
            same = (standing.kind, standing.place) == (one.kind, one.place)
            stands = same and standing.verdict in STANDING
            if stands and _is_elsewhere(whole, standing.source, accounts):
                yield assessed(
                    one.kind, one.place, rule or "", standing.source, mine=one.place.text
                )


def _is_elsewhere(whole: Beside, source: Span | None, accounts: Accounts) -> bool:
    """Tell whether a place is in a source that is not cited, and that does not hand on what one of those had."""
    if source is None or source.account in accounts:
        return False
    return not _hands_on(whole, source, accounts)


def _hands_on(whole: Beside, source: Span, accounts: Accounts) -> bool:
    """Tell whether the account of a place names an outlet of those cited: its words may be theirs."""
    known = {one.account.id: one.account for one in whole.sources.dossiers}
    text, language = (
        known[source.account].text.casefold(),
        language_of(known[source.account].language),
    )
    outlets = [known[key].outlet for key in accounts if key in known]
    return any(outlet and plain_name(outlet, language) in text for outlet in outlets)
