"""Attribution: who is given which words, and by which cue.

Enters: an `Account`, its `Annotation`. Leaves: `Attribution`s in the order of the text.

Rules, in order: cues that the parse joins to their content; quoted stretches beside a cue;
quoted stretches that go on from an attribution before them. An attribution inside another's
content is kept with the number of the one that holds it.
"""

from __future__ import annotations

from bisect import bisect_left

from msgspec import Struct
from msgspec.structs import replace

from variorum.extract.attribution_frames import FINITE
from variorum.extract.attribution_labels import Label, labels
from variorum.extract.attribution_spans import Range, contents, needs_source, source, source_range
from variorum.extract.attribution_tree import Tree, tree
from variorum.extract.cues import Cue, cues, speech_cue
from variorum.extract.quote_marks import Stretch, stretches
from variorum.records import Account, Annotation

_REACH = 30
_STOPS = frozenset(".?!;")


class Attribution(Struct, frozen=True):
    """`contents` are characters, `source` tokens; `quoted` are numbers of stretches in it."""

    contents: tuple[Range, ...]
    cue: Cue | None = None
    source: Range | None = None
    source_head: int | None = None
    quoted: tuple[int, ...] = ()
    holder: int | None = None


class Reading(Struct, frozen=True):
    """What the rules look at: the text, the tree, the stretches and who owns which token."""

    text: str
    tree: Tree
    stretches: tuple[Stretch, ...]
    owner: tuple[int, ...]
    speech: tuple[bool, ...]
    starts: tuple[int, ...]
    labels: tuple[Label, ...] = ()


def reading(account: Account, annotation: Annotation) -> Reading:
    """Gather what the rules look at."""
    found = stretches(account)
    starts = tuple(token.start for token in annotation.tokens)
    owner = [-1] * len(starts)
    speech = []
    for number, stretch in enumerate(found):
        first, last = bisect_left(starts, stretch.start), bisect_left(starts, stretch.end)
        owner[first:last] = [number] * (last - first)
        speech.append(_is_speech(account.text, stretch, annotation, first, last))
    made = tree(annotation)
    return Reading(
        text=account.text,
        tree=made,
        stretches=found,
        owner=tuple(owner),
        speech=tuple(speech),
        starts=starts,
        labels=tuple(labels(account, annotation, made)),
    )


def _is_speech(text: str, stretch: Stretch, annotation: Annotation, first: int, last: int) -> bool:
    """Tell a quoted clause from a quoted term, title or nickname."""
    words = [token for token in annotation.tokens[first:last] if token.pos != "PUNCT"]
    verbal = any(token.tag in FINITE for token in words)
    ends = (
        text[stretch.inner[1] - 1] in ".,!?…"
        or text[stretch.inner[1] : stretch.inner[1] + 1] in ",."
    )
    return (len(words) >= 4 and verbal) or (ends and text[stretch.inner[0]].isupper())


def attributions(view: Reading) -> tuple[Attribution, ...]:
    """Return every attribution of an account; `holder` counts positions in the result."""
    found = _by_label(view) + _by_parse(view)
    whole = _by_place(view, _parted(view, found))
    return _held(view, whole)


def _parted(view: Reading, found: list[Attribution]) -> list[Attribution]:
    """End a reported clause where its speaker's next report begins: ", adding that", "and asked".

    The parse often hangs the second report inside the first; without quotation marks it is the
    same speaker who goes on.
    """
    cuts = sorted(_cut(view, one) for one in found if _goes_on_saying(view, one))
    return [_cut_at(view, one, cuts) for one in found]


def _goes_on_saying(view: Reading, one: Attribution) -> bool:
    if one.cue is None or one.cue.kind != "verb" or not one.cue.speech:
        return False
    tokens, cue = view.tree.tokens, one.cue
    if cue.first == 0 or spoken(view, cue.head) or view.tree.child(cue.head, "nsubj") is not None:
        return False
    before, head = tokens[cue.first - 1].text.lower(), tokens[cue.head]
    participle = head.tag == "VBG" and before == ","
    return participle or (head.tag == "VBD" and before in ("and", "but") and head.dep == "conj")


def _cut(view: Reading, one: Attribution) -> int:
    assert one.cue is not None  # noqa: S101
    return view.tree.tokens[one.cue.first - 1].start


def _cut_at(view: Reading, one: Attribution, cuts: list[int]) -> Attribution:
    """Shorten a content that runs over a cut which lies after its own cue and outside marks."""
    if one.cue is None or one.cue.frame.name not in ("clause", "that"):
        return one
    start, end = one.contents[-1]
    at = bisect_left(cuts, max(start, view.tree.tokens[one.cue.last].end) + 1)
    if at == len(cuts) or cuts[at] >= end or one.cue.head < 0:
        return one
    last = cuts[at]
    while last > start + 1 and view.text[last - 1] in " ,;":
        last -= 1
    return replace(one, contents=(*one.contents[:-1], (start, last)))


def _by_label(view: Reading) -> list[Attribution]:
    made = []
    for label in view.labels:
        spans, quoted = _spans(view, [label.content], -1)
        made.append(Attribution(tuple(spans), label.cue, label.source, label.head, tuple(quoted)))
    return made


def _by_parse(view: Reading) -> list[Attribution]:
    made = (_attribution(view, cue) for cue in cues(view.tree))
    return [one for one in made if one is not None]


def spoken(view: Reading, index: int) -> bool:
    """Tell whether a token stands inside quotation marks that hold somebody's speech."""
    return view.owner[index] >= 0 and view.speech[view.owner[index]]


def _attribution(view: Reading, cue: Cue) -> Attribution | None:
    head = source(view.tree, cue)
    if head is None and needs_source(view.tree, cue):
        return None
    origin = source_range(view.tree, head, cue) if head is not None else None
    ranges = contents(view.tree, cue, origin)
    spans, quoted = _spans(view, ranges, view.owner[cue.head])
    if not spans or _empty_question(view, ranges) or (head is None and _order(view, cue)):
        return None
    return Attribution(tuple(spans), cue, origin, head, tuple(quoted))


def _order(view: Reading, cue: Cue) -> bool:
    """Tell an order to the reader: "Share this article"."""
    token = view.tree.tokens[cue.head]
    return cue.kind == "verb" and token.tag in ("VB", "VBP") and token.head == cue.head


def _empty_question(view: Reading, ranges: list[Range]) -> bool:
    """Tell "what did he say?": it asks for words and gives none."""
    first, last = ranges[0]
    if len(ranges) > 1 or last - first > 1 or view.tree.tokens[first].tag not in ("WP", "WRB"):
        return False
    following = view.tree.tokens[last : last + 1]
    return bool(following) and following[0].pos == "AUX"


def _spans(view: Reading, ranges: list[Range], own: int) -> tuple[list[Range], list[int]]:
    """Turn token ranges into characters, stretched over quotation marks they cut into.

    `own` is the stretch that the cue itself stands in (-1 for none): that one stays as it is.
    """
    tokens = view.tree.tokens
    spans: list[Range] = []
    quoted: list[int] = []
    for first, last in ranges:
        start, end = tokens[first].start, tokens[last - 1].end
        for number in (view.owner[first], view.owner[last - 1]):
            if number not in (-1, own) and view.speech[number]:
                stretch = view.stretches[number]
                start, end = min(start, stretch.inner[0]), max(end, stretch.inner[1])
        for number in sorted(set(view.owner[first:last])):
            if number not in (-1, own):
                quoted.append(number)
        spans.append((start, _before_gloss(view, start, end, last)))
    return _merged(spans), sorted(set(quoted))


def _before_gloss(view: Reading, start: int, end: int, last: int) -> int:
    """Return where a content ends, the narrator's gloss inside its last marks left out."""
    number = view.owner[last - 1]
    if number < 0:
        return end
    stretch = view.stretches[number]
    return stretch.inner[1] if start < stretch.inner[1] < end else end


def _merged(spans: list[Range]) -> list[Range]:
    merged: list[Range] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _by_place(view: Reading, found: list[Attribution]) -> list[Attribution]:
    """Give quoted stretches that no cue has yet to the cue beside them, or to what they go on."""
    owned = {number: index for index, one in enumerate(found) for number in one.quoted}
    by_head = {one.cue.head: index for index, one in enumerate(found) if one.cue is not None}
    for number, stretch in enumerate(view.stretches):
        if number in owned:
            continue
        if not view.speech[number]:
            continue
        cue = _beside(view, stretch)
        if cue is None:
            index = _goes_on(view, number, owned, found)
            if index is None:
                continue
            found[index] = _with(found[index], stretch, number)
        elif cue.head in by_head:
            index = by_head[cue.head]
            found[index] = _with(found[index], stretch, number)
        else:
            head = source(view.tree, cue)
            origin = source_range(view.tree, head, cue) if head is not None else None
            index = len(found)
            found.append(Attribution((stretch.inner,), cue, origin, head, (number,)))
            by_head[cue.head] = index
        owned[number] = index
    return found


def _with(one: Attribution, stretch: Stretch, number: int) -> Attribution:
    return replace(
        one,
        contents=tuple(_merged([*one.contents, stretch.inner])),
        quoted=tuple(sorted({*one.quoted, number})),
    )


def _beside(view: Reading, stretch: Stretch) -> Cue | None:
    before = view.text[: stretch.start].rstrip()[-1:] if stretch.start else ""
    if before == ":":
        return _before(view, stretch) or _after(view, stretch)
    return _after(view, stretch) or _before(view, stretch)


def _after(view: Reading, stretch: Stretch) -> Cue | None:
    inner_end = view.text[stretch.inner[1] - 1]
    follows = view.text[stretch.end : stretch.end + 2].strip()
    if inner_end == "." and not follows.startswith(","):
        return None
    index = bisect_left(view.starts, stretch.end)
    for place in range(index, min(index + _REACH, len(view.starts))):
        token = view.tree.tokens[place]
        if view.owner[place] >= 0 and view.speech[view.owner[place]]:
            return None
        if token.text in _STOPS or "\n" in view.text[stretch.end : token.start]:
            return None
        if token.dep == "cc" and view.tree.tokens[min(place + 1, len(view.starts) - 1)].pos == "VERB":
            return None
        cue = speech_cue(view.tree, place)
        if cue is not None:
            return cue
    return None


def _before(view: Reading, stretch: Stretch) -> Cue | None:
    index = bisect_left(view.starts, stretch.start) - 1
    for place in range(index, max(index - _REACH, -1), -1):
        token = view.tree.tokens[place]
        if view.owner[place] >= 0 and view.speech[view.owner[place]]:
            return None
        if token.text in _STOPS:
            return None
        cue = speech_cue(view.tree, place)
        if cue is not None:
            if index > cue.last >= index - 1 and view.tree.tokens[index].text == ":":
                return replace(cue, last=index) if cue.last == index - 1 else cue
            return cue
    return None


def _goes_on(
    view: Reading, number: int, owned: dict[int, int], found: list[Attribution]
) -> int | None:
    """Return the attribution that a stretch without a cue continues."""
    stretch = view.stretches[number]
    if number == 0 or (number - 1) not in owned:
        return None
    previous = view.stretches[number - 1]
    if stretch.paragraph == previous.paragraph:
        return owned[number - 1]
    if stretch.paragraph == previous.paragraph + 1 and stretch.first:
        return owned[number - 1]
    return None


def _held(view: Reading, found: list[Attribution]) -> tuple[Attribution, ...]:
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
    return tuple(
        replace(one, holder=_holder(index, holders, found)) for index, one in enumerate(found)
    )


def outermost(view: Reading, one: Attribution) -> bool:
    """Tell whether the narrator makes an attribution: no one else's words hold its cue."""
    return one.holder is None and (one.cue is None or not spoken(view, one.cue.head))


def _may_hold(view: Reading, found: list[Attribution], owner: int, index: int) -> bool:
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
