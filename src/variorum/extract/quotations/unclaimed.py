"""Unclaimed words: quoted sentences beside which nobody is named, and who goes on speaking in them.

Enters: a `QuotationView` and its attributions. Leaves: `Unclaimed` stretches, each with the token
that names its speaker, where the sentence right before tells who speaks.

A report and then the words it sums up are one person's: "The dam held, Wu said. "We were lucky."" So
it goes with a paragraph of quoted words after a sentence that tells what one person said, and with
the quoted sentences that follow those.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from variorum.extract.quotations.adjacency import merged_ranges
from variorum.extract.quotations.nesting import outermost
from variorum.extract.quotations.view import Attribution, QuotationView
from variorum.extract.quotations.vouched import Range
from variorum.extract.referents.relatives import is_human
from variorum.segment.quote_marks import Stretch
from variorum.syntax import Form

_LONE_WORDS = 5
_ONE = frozenset[Form](("singular", "proper singular", "personal"))


class Unclaimed(Struct, frozen=True):
    """A quoted stretch that no cue claims; `source_head` names who spoke right before it."""

    stretch: Stretch
    source_head: int | None = None


def unclaimed(view: QuotationView, found: Sequence[Attribution]) -> Iterator[Unclaimed]:
    """Yield quoted sentences that no one is named for; terms and titles are left out."""
    outer = [one for one in found if outermost(view, one)]
    claimed = {number for one in outer for number in one.quoted}
    held = merged_ranges([span for one in outer for span in one.contents])
    telling = _by_sentence(view, found)
    before: Unclaimed | None = None
    for number, stretch in enumerate(view.stretches):
        if number in claimed or not view.speech[number] or _within(held, stretch):
            continue
        if len(view.text[slice(*stretch.inner)].split()) < _LONE_WORDS:
            continue
        goes_on = before is not None and _adjoins(view, before.stretch.end, stretch.start)
        if not goes_on or before is None:
            before = Unclaimed(stretch, _just_reported(view, telling, stretch))
        before = Unclaimed(stretch, before.source_head)
        yield before


def _within(spans: Sequence[Range], stretch: Stretch) -> bool:
    """Tell whether one of the spans, sorted and apart, holds a stretch's words."""
    at = bisect_right(spans, stretch.inner[0], key=lambda span: span[0]) - 1
    return at >= 0 and stretch.inner[1] <= spans[at][1]


def _adjoins(view: QuotationView, end: int, start: int) -> bool:
    """Tell whether nothing but spaces, a paragraph's end at most, stands between two places."""
    return not view.text[end:start].strip()


def _by_sentence(view: QuotationView, found: Sequence[Attribution]) -> dict[int, list[Attribution]]:
    """Return what the narrator tells of who spoke, by the sentence of its cue.

    Words that a sentence is "according to" somebody are passed over for those that it reports.
    """
    made: dict[int, list[Attribution]] = {}
    for one in found:
        if one.cue is None or one.cue.kind == "according":
            continue
        holder = found[one.holder].cue if one.holder is not None else None
        if outermost(view, one) or (holder is not None and holder.kind == "according"):
            made.setdefault(view.tree.sentence_of[one.cue.head], []).append(one)
    return made


def _just_reported(
    view: QuotationView, telling: Mapping[int, Sequence[Attribution]], stretch: Stretch
) -> int | None:
    """Return who alone is given words in the sentence right before a stretch."""
    opens = bisect_left(view.starts, stretch.start)
    if opens == 0 or opens >= len(view.starts):
        return None
    sentence = view.tree.sentence_of[opens - 1]
    if (
        sentence == view.tree.sentence_of[opens]
        or not _adjoins(view, view.tree.tokens[opens - 1].end, stretch.start)
        or _goes_on_after(view, stretch)
    ):
        return None
    said = telling.get(sentence, ())
    heads = {one.source_head for one in said}
    head = heads.pop() if len(heads) == 1 and any(_uttered(one) for one in said) else None
    return head if head is not None and _one_speaker(view, head) else None


def _goes_on_after(view: QuotationView, stretch: Stretch) -> bool:
    """Tell words that end in a comma: who speaks them is told after their marks."""
    return view.text[slice(*stretch.inner)].rstrip().endswith(",") or view.text.startswith(
        ",", stretch.end
    )


def _uttered(one: Attribution) -> bool:
    return one.cue is not None and one.cue.kind == "verb" and one.cue.speech


def _one_speaker(view: QuotationView, head: int) -> bool:
    """Tell a person's noun, a name or a pronoun of one speaker from a list, several, a poll and "it"."""
    tree, token = view.tree, view.tree.tokens[head]
    listed = token.relation == "conjunct" or tree.child(head, "conjunct") is not None
    empty = token.text.lower() in tree.reporting.expletives
    said = {tree.word(index) for index in range(tree.left[head], head + 1)}
    own = not tree.reporting.first_person.isdisjoint(said)
    voiced = is_human(tree, head) or tree.lemma(head) in tree.reporting.documents
    thing = token.word_class == "noun" and not voiced
    return token.form in _ONE and not (listed or empty or own or thing)
