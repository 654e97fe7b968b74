"""Adjacency: quoted stretches given to the cue beside them, or to what they go on from.

Enters: a `QuotationView` and the attributions that the parse gave. Leaves: the attributions, with every
quoted stretch that has a cue beside it in the content of that cue.

What touches counts more than the parse: a stretch that ends in a comma belongs to the cue after
it, one after a colon to the cue before it. Only then do looser neighbours and continuations come.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from variorum.extract.quotations.adjacent_cues import near_cue, touching_cues
from variorum.extract.quotations.cues import Cue
from variorum.extract.quotations.sources import placed_source
from variorum.extract.quotations.view import Attribution, QuotationView
from variorum.extract.quotations.vouched import Range
from variorum.segment.quote_marks import Stretch
from variorum.syntax import INTERROGATIVE

_BETWEEN = 200


def by_place(view: QuotationView, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with quoted stretches given to the cues beside them."""
    firm = dict(touching_cues(view))
    made = _with_firm(view, found, firm)
    owned = {number: index for index, one in enumerate(made) for number in one.quoted}
    heads = {one.cue.head: index for index, one in enumerate(made) if one.cue is not None}
    for number, stretch in enumerate(view.stretches):
        if number in owned or not view.speech[number]:
            continue
        cue = near_cue(view, stretch)
        index = _goes_on(view, number, owned) if cue is None else heads.get(cue.head)
        if index is not None and cue is None and _someone_else(view, number, made[index]):
            index = None
        if index is not None:
            made[index] = _joined(made[index], stretch, number)
        elif cue is not None:
            index = heads[cue.head] = len(made)
            made.append(_new(view, cue, [number]))
        else:
            continue
        owned[number] = index
    return made


def _with_firm(
    view: QuotationView, found: Sequence[Attribution], firm: dict[int, Cue]
) -> list[Attribution]:
    """Give firm stretches to their cues alone; what the parse said of those cues gives way."""
    by_head: dict[int, list[int]] = {}
    for number, cue in firm.items():
        by_head.setdefault(cue.head, []).append(number)
    made: list[Attribution] = []
    for one in found:
        numbers = by_head.pop(one.cue.head, None) if one.cue is not None else None
        if numbers is None or one.cue is None:
            made += _without(view, one, firm)
            continue
        own = _new(view, firm[numbers[0]], numbers)
        if own.source is None:
            own = replace(own, source=one.source, source_head=one.source_head)
        made.append(_keeping(view, one, own, numbers))
    made += [_new(view, firm[numbers[0]], numbers) for numbers in by_head.values()]
    return made


def _keeping(
    view: QuotationView, one: Attribution, own: Attribution, numbers: Sequence[int]
) -> Attribution:
    """Keep a clause that runs into its quoted end ("said that it was "over""), else the marks."""
    first = view.stretches[numbers[0]]
    start = one.contents[0][0]
    if view.text[first.inner[0]].islower() and start < first.start < one.contents[0][1]:
        spans = merged_ranges([(start, first.inner[1]), *own.contents])
        return replace(own, contents=tuple(spans))
    said_before = one.cue is not None and view.tree.tokens[one.cue.head].start < start
    if said_before and start < first.start < one.contents[-1][1]:
        return replace(one, quoted=tuple(sorted({*one.quoted, *numbers})))
    return own


def _without(view: QuotationView, one: Attribution, firm: dict[int, Cue]) -> Iterator[Attribution]:
    """Yield an attribution without the stretches that touch another cue, if anything is left."""
    kept = list(one.contents)
    verb = one.cue.head if one.cue is not None and one.cue.kind == "verb" else None
    for number in one.quoted:
        if number in firm and verb is not None and view.owner[verb] != number:
            start, end = view.stretches[number].start, view.stretches[number].end
            kept = [content for content in kept if content[0] < start or end < content[1]]
    if kept:
        quoted = tuple(number for number in one.quoted if number not in firm)
        yield replace(one, contents=tuple(kept), quoted=quoted)


def _new(view: QuotationView, cue: Cue, numbers: Sequence[int]) -> Attribution:
    inner = tuple(merged_ranges([view.stretches[number].inner for number in numbers]))
    origin, head = placed_source(view, cue, view.stretches[numbers[0]])
    return Attribution(inner, cue, origin, head, tuple(numbers))


def _joined(one: Attribution, stretch: Stretch, number: int) -> Attribution:
    return replace(
        one,
        contents=tuple(merged_ranges([*one.contents, stretch.inner])),
        quoted=tuple(sorted({*one.quoted, number})),
    )


def _goes_on(view: QuotationView, number: int, owned: dict[int, int]) -> int | None:
    """Return the attribution that a stretch without a cue continues.

    It goes on in the same paragraph, or opens the next one; a subheading in single marks
    between paragraphs quoted in double ones does not.
    """
    before = number - 1
    while before >= 0 and not view.speech[before] and _together(view, before, number):
        before -= 1
    if before not in owned:
        return None
    stretch, previous = view.stretches[number], view.stretches[before]
    if stretch.single != previous.single:
        return None
    apart = stretch.paragraph - previous.paragraph
    return owned[before] if apart == 0 or (apart == 1 and stretch.first) else None


def _together(view: QuotationView, one: int, other: int) -> bool:
    return view.stretches[one].paragraph == view.stretches[other].paragraph


def _someone_else(view: QuotationView, number: int, one: Attribution) -> bool:
    """Tell whether somebody else may speak by now: then the stretch is given to nobody.

    A signature ends its words; a sentence between two stretches with another subject ("…," said
    Holm. Orr wept. "…"), or a second clause after the cue ("…," said Holm, and Orr wept. "…").
    """
    if one.cue is None or one.cue.frame.name == "signature":
        return one.cue is not None
    tree, said = view.tree, view.tree.sentence_of[one.cue.head]
    since, until = view.stretches[number - 1].end, view.stretches[number].start
    first, last = bisect_left(view.starts, since), bisect_left(view.starts, until)
    opening = tree.sentence_of[last] if last < len(tree.tokens) else -1
    for index in range(max(first, last - _BETWEEN), last):
        token, number_of = tree.tokens[index], tree.sentence_of[index]
        if token.relation != "subject" or token.form in ("personal", *INTERROGATIVE):
            continue
        if number_of not in (said, opening) or _second_clause(view, token.head, one.cue):
            return True
    return False


def _second_clause(view: QuotationView, verb: int, cue: Cue) -> bool:
    """Tell whether a verb after the cue is joined to it: "said Holm, and Orr wept"."""
    token = view.tree.tokens[verb]
    return verb > cue.last and token.relation == "conjunct" and token.head == cue.head


def merged_ranges(spans: Sequence[Range]) -> list[Range]:
    """Return character ranges in order, those that touch made one."""
    result: list[Range] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
