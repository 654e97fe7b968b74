"""Attribution: who is given which words, and by which cue.

Enters: a `QuotationView` of an account. Leaves: `Attribution`s.

Rules, in order: labels before a colon; cues that the parse joins to their content; quoted
stretches beside a cue, or going on from one before. An attribution inside another's content is
kept, with the number of the one that holds it.
"""

from __future__ import annotations

from variorum.extract.quotations.adjacency import by_place, merged_ranges
from variorum.extract.quotations.carriers import alleged, citing
from variorum.extract.quotations.contents import contents, needs_source, source, source_range
from variorum.extract.quotations.cues import Cue, cues
from variorum.extract.quotations.nesting import (
    ended_reports,
    inherited,
    outermost_attributions,
    worded,
)
from variorum.extract.quotations.sources import set_off_source
from variorum.extract.quotations.view import Attribution, QuotationView
from variorum.extract.quotations.vouched import Range


def attributions(view: QuotationView) -> tuple[Attribution, ...]:
    """Return every attribution of an account; `holder` counts positions in the result."""
    found = _by_label(view) + _by_parse(view)
    return outermost_attributions(
        view, inherited(view, ended_reports(view, worded(view, by_place(view, found))))
    )


def _by_label(view: QuotationView) -> list[Attribution]:
    made = []
    for label in view.labels:
        spans, quoted = _spans(view, [label.content], -1)
        made.append(Attribution(tuple(spans), label.cue, label.source, label.head, tuple(quoted)))
    return made


def _by_parse(view: QuotationView) -> list[Attribution]:
    made = (
        _attribution(view, cue)
        for cue in cues(view.tree)
        if cue.frame.name != "object" or not citing(view.tree, cue.head)
    )
    return [one for one in made if one is not None]


def _attribution(view: QuotationView, cue: Cue) -> Attribution | None:
    head = source(view.tree, cue)
    if head is None and needs_source(view.tree, cue):
        return None
    origin = source_range(view.tree, head, cue) if head is not None else None
    if head is None and cue.kind == "verb" and not alleged(view.tree, cue.head):
        origin, head = set_off_source(view, cue)
    ranges = contents(view.tree, cue, origin)
    spans, quoted = _spans(view, ranges, view.owner[cue.head])
    if not spans or _empty_question(view, ranges) or (head is None and _order(view, cue)):
        return None
    return Attribution(tuple(spans), cue, origin, head, tuple(quoted))


def _order(view: QuotationView, cue: Cue) -> bool:
    """Tell an order to the reader: "Share this article"."""
    token = view.tree.tokens[cue.head]
    return cue.kind == "verb" and token.form in ("base", "present") and token.head == cue.head


def _empty_question(view: QuotationView, ranges: list[Range]) -> bool:
    """Tell "what did he say?": it asks for words and gives none."""
    first, last = ranges[0]
    if (
        len(ranges) > 1
        or last - first > 1
        or view.tree.tokens[first].form not in ("interrogative", "interrogative adverb")
    ):
        return False
    following = view.tree.tokens[last : last + 1]
    return bool(following) and following[0].word_class == "auxiliary"


def _spans(view: QuotationView, ranges: list[Range], own: int) -> tuple[list[Range], list[int]]:
    """Turn token ranges into characters, stretched over quotation marks they cut into.

    `own` is the stretch that the cue itself stands in (-1 for none): that one stays as it is.
    """
    tokens = view.tree.tokens
    spans: list[Range] = []
    quoted: list[int] = []
    for first, last in ranges:
        start, end = tokens[first].start, tokens[last - 1].end
        for number in (view.owner[first], view.owner[last - 1]):
            if number not in (-1, own):
                inner = _marked_words(view, number)
                start, end = min(start, inner[0]), max(end, inner[1])
        quoted += [number for number in view.owner[first:last] if number not in (-1, own)]
        spans.append((start, _before_gloss(view, start, end, last)))
    return merged_ranges(spans), sorted(set(quoted))


def _marked_words(view: QuotationView, number: int) -> Range:
    """Return where the words of a stretch stand; after a mere term a comma is the sentence's."""
    first, last = view.stretches[number].inner
    while not view.speech[number] and last > first + 1 and view.text[last - 1] in ",;.":
        last -= 1
    return first, last


def _before_gloss(view: QuotationView, start: int, end: int, last: int) -> int:
    """Return where a content ends, the narrator's gloss inside its last marks left out."""
    number = view.owner[last - 1]
    if number < 0:
        return end
    stretch = view.stretches[number]
    return stretch.inner[1] if start < stretch.inner[1] < end else end
