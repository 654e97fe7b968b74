"""Nesting: which attribution stands inside another's content, and where a report ends.

Enters: a `QuotationView` and the attributions found in it. Leaves: the same, contents cut where the
speaker's next report begins, each with the outermost attribution that holds it.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from msgspec.structs import replace

from variorum.extract.quotations.view import Attribution, QuotationView, spoken
from variorum.syntax import Form

_FINITE = frozenset[Form](("past", "present singular", "present", "present participle"))
_TOUCHING = 1
"""Characters between a content's end and the mark before the report that goes on from it."""


def ended_reports(view: QuotationView, found: list[Attribution]) -> list[Attribution]:
    """End a reported clause where its speaker's next report begins: ", adding that", "and asked".

    The parse often hangs the second report inside the first; without quotation marks it is the
    same speaker who goes on. Where it has a subject and marks of its own ("and he replied, "…"")
    somebody else may speak.
    """
    cuts = sorted(
        (place, index) for index, one in enumerate(found) if (place := _cut(view, one)) is not None
    )
    places = [place for place, _ in cuts]
    result = list(found)
    for index, one in enumerate(found):
        at = _cut_in(view, one, places)
        if at is not None:
            result[index] = _cut_at(view, one, places[at])
            further = cuts[at][1]
            if _goes_on_saying(view, found[further]):
                result[further] = replace(
                    result[further], source=one.source, source_head=one.source_head
                )
    return result


def worded(view: QuotationView, found: list[Attribution]) -> list[Attribution]:
    """Make one of a thing handed out and the participle that words it: "issued a statement saying"."""
    things = {
        one.cue.frame.heads[0]: index
        for index, one in enumerate(found)
        if one.cue is not None and one.cue.frame.name == "object"
    }
    outer, result = set(), list(found)
    for index, one in enumerate(found):
        token = view.tree.tokens[one.cue.head] if one.cue is not None else None
        if (
            one.cue is None
            or token is None
            or token.relation != "adnominal clause"
            or token.form != "present participle"
        ):
            continue
        giver = things.get(token.head)
        if giver is not None and one.cue.speech and one.cue.frame.name in ("clause", "quote"):
            outer.add(giver)
            result[index] = _one_cue(found[giver], one)
    return [one for index, one in enumerate(result) if index not in outer]


def _one_cue(giver: Attribution, one: Attribution) -> Attribution:
    """Return the words of a participle under the verb, and with the source, of what hands them out."""
    assert giver.cue is not None  # noqa: S101
    assert one.cue is not None  # noqa: S101
    cue = replace(one.cue, first=giver.cue.first, head=giver.cue.head)
    return replace(one, cue=cue, source=giver.source, source_head=giver.source_head)


def inherited(view: QuotationView, found: list[Attribution]) -> list[Attribution]:
    """Give a sentence that is only a participle ("Noting that …") the speaker before it.

    Its source stays without a place: no word of the sentence names it.
    """
    order = sorted(
        (index for index, one in enumerate(found) if one.cue is not None),
        key=lambda index: _first(found[index]),
    )
    result = list(found)
    for before, index in pairwise(order):
        one, previous = found[index], result[before]
        if one.cue is None or one.source is not None or previous.source_head is None:
            continue
        at = view.tree.first_of(one.cue.head)
        near = view.tree.sentence_of[_first(previous)] == view.tree.sentence_of[at] - 1
        if (
            near
            and one.cue.first == at
            and view.tree.tokens[one.cue.head].form == "present participle"
        ):
            result[index] = replace(one, source_head=previous.source_head)
    return result


def _first(one: Attribution) -> int:
    return one.cue.first if one.cue is not None else 0


def _goes_on_saying(view: QuotationView, one: Attribution) -> bool:
    if one.cue is None or one.cue.kind != "verb" or not one.cue.speech:
        return False
    tokens, cue = view.tree.tokens, one.cue
    if cue.first == 0 or spoken(view, cue.head) or view.tree.child(cue.head, "subject") is not None:
        return False
    before, head = _mark_before(view, cue.first), tokens[cue.head]
    participle = head.form == "present participle" and before == ","
    return participle or (
        head.form in _FINITE
        and before in view.tree.reporting.joints
        and head.relation == "conjunct"
    )


def _mark_before(view: QuotationView, index: int) -> str:
    """Return the word or mark before a token; the comma inside closing quotation marks too."""
    number = view.owner[index - 1]
    if number >= 0 and view.stretches[number].end <= view.tree.tokens[index].start:
        return view.text[view.stretches[number].inner[1] - 1]
    return view.tree.word(index - 1)


def _cut(view: QuotationView, one: Attribution) -> int | None:
    """Return where the words before the next report end: at the mark or "and" before it."""
    if one.cue is None:
        return None
    if _goes_on_saying(view, one):
        return view.tree.tokens[one.cue.first - 1].start
    subject = view.tree.child(one.cue.head, "subject")
    if subject is None or one.cue.frame.name != "quote" or spoken(view, one.cue.head):
        return None
    joint = view.tree.left[subject] - 1
    joined = joint > 0 and view.tree.word(joint) in view.tree.reporting.joints
    return view.tree.tokens[joint].start if joined and subject < one.cue.first else None


def _cut_in(view: QuotationView, one: Attribution, places: list[int]) -> int | None:
    """Return which cut lies inside a reported clause, after its own cue."""
    if one.cue is None or one.cue.frame.name not in ("clause", "opened"):
        return None
    tokens = view.tree.tokens
    start, end = one.contents[-1]
    if one.cue.frame.heads:
        end = max(end, tokens[view.tree.right[one.cue.frame.heads[0]]].end)
    at = bisect_left(places, max(start, view.tree.tokens[one.cue.last].end) + 1)
    return at if at < len(places) and places[at] <= end + _TOUCHING else None


def _cut_at(view: QuotationView, one: Attribution, place: int) -> Attribution:
    start, end = one.contents[-1]
    last = min(place, end)
    while last > start + 1 and view.text[last - 1] in " ,;":
        last -= 1
    quoted = tuple(number for number in one.quoted if view.stretches[number].start < last)
    return replace(one, contents=(*one.contents[:-1], (start, last)), quoted=quoted)


def outermost_attributions(
    view: QuotationView, found: list[Attribution]
) -> tuple[Attribution, ...]:
    """Note for each attribution the outermost other one in whose content its cue stands.

    One sweep over contents and cues sorted by place. Where two hold each other ("he said, by
    their account, that"), the one that is not an "according to" is the outer one.
    """
    tokens = view.tree.tokens
    spans = sorted((s, -e, i) for i, one in enumerate(found) for s, e in one.contents)
    at = sorted(
        (tokens[one.cue.head].start if one.cue else one.contents[0][0], i)
        for i, one in enumerate(found)
    )
    holders: dict[int, int] = {}
    active: list[tuple[int, int]] = []
    next_span = 0
    for place, index in at:
        while next_span < len(spans) and spans[next_span][0] <= place:
            _, end, owner = spans[next_span]
            active.append((-end, owner))
            next_span += 1
        active = [(end, owner) for end, owner in active if end > place]
        outer = next((owner for _, owner in active if _may_hold(view, found, owner, index)), None)
        if outer is not None:
            holders[index] = outer
    holders |= _carried_along(view, found)
    return tuple(
        replace(one, holder=_holder(index, holders, found)) for index, one in enumerate(found)
    )


def _carried_along(view: QuotationView, found: list[Attribution]) -> dict[int, int]:
    """Return the holders of reports cut by their carrier: "he said, according to the court, that"."""
    after = {one.cue.last: i for i, one in enumerate(found) if one.cue and one.cue.kind == "verb"}
    holders = {}
    for index, one in enumerate(found):
        if one.cue is None or one.cue.kind != "according":
            continue
        before = one.cue.first - (2 if view.tree.tokens[one.cue.first - 1].text == "," else 1)
        if before in after and found[after[before]].contents[0][0] > _start(view, one):
            holders[after[before]] = index
    return holders


def _start(view: QuotationView, one: Attribution) -> int:
    return view.tree.tokens[one.cue.first].start if one.cue is not None else 0


def outermost(view: QuotationView, one: Attribution) -> bool:
    """Tell whether the narrator makes an attribution: no one else's words hold its cue."""
    return one.holder is None and (one.cue is None or not spoken(view, one.cue.head))


def _may_hold(view: QuotationView, found: list[Attribution], owner: int, index: int) -> bool:
    """A cue inside quotation marks holds nothing outside them."""
    if owner == index:
        return False
    outer, inner = found[owner].cue, found[index].cue
    if outer is None or inner is None or not spoken(view, outer.head):
        return True
    return view.owner[outer.head] == view.owner[inner.head]


def _holder(index: int, holders: dict[int, int], found: list[Attribution]) -> int | None:
    holder = holders.get(index)
    if holder is None or holders.get(holder) != index:
        return holder
    one, other = found[index].cue, found[holder].cue
    if one is not None and other is not None and one.kind != other.kind:
        return holder if one.kind == "according" else None
    return holder if index > holder else None
