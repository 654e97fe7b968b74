"""Places: quoted stretches given to the cue beside them, or to what they go on from.

Enters: a `Reading` and the attributions that the parse gave. Leaves: the attributions, with every
quoted stretch that has a cue beside it in the content of that cue.

What touches counts more than the parse: a stretch that ends in a comma belongs to the cue after
it, one after a colon to the cue before it. Only then do looser neighbours and continuations come.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from variorum.extract.attribution_frames import Frame
from variorum.extract.attribution_reading import Attribution, Reading
from variorum.extract.attribution_spans import Range, source, source_range
from variorum.extract.cues import Cue, manner_cue, speech_cue
from variorum.extract.english_verbs import RECIPIENT
from variorum.extract.quote_marks import Stretch

_REACH = 30
_NEAR = 8
_BETWEEN = 200
_STOPS = frozenset(".?!;")


def by_place(view: Reading, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with quoted stretches given to the cues beside them."""
    firm = dict(_firm(view))
    made = _with_firm(view, found, firm)
    owned = {number: index for index, one in enumerate(made) for number in one.quoted}
    heads = {one.cue.head: index for index, one in enumerate(made) if one.cue is not None}
    for number, stretch in enumerate(view.stretches):
        if number in owned or not view.speech[number]:
            continue
        cue = _after(view, stretch) or _before(view, stretch, _REACH)
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


def _firm(view: Reading) -> Iterator[tuple[int, Cue]]:
    """Yield the stretches that touch their cue: "…," he said; he said: "…"."""
    for number, stretch in enumerate(view.stretches):
        if not view.speech[number]:
            continue
        last = view.text[stretch.inner[1] - 1]
        open_end = last in ",!?" or view.text[stretch.end : stretch.end + 1] == ","
        cue = _after(view, stretch) if open_end else None
        cue = cue or _headline_cue(view, stretch)
        if cue is None and _text_before(view, stretch)[-1:] in (":", ","):
            cue = _before(view, stretch, _NEAR) or _clause_cue(view, stretch)
        if cue is not None:
            yield number, cue


def _headline_cue(view: Reading, stretch: Stretch) -> Cue | None:
    """Read a headline that opens with marks: "'We were robbed': Alvarez blasts referee"."""
    colon = bisect_left(view.starts, stretch.end)
    tokens = view.tree.tokens
    if not stretch.first or colon + 1 >= len(tokens) or tokens[colon].text != ":":
        return None
    if "\n" in view.text[stretch.end : tokens[colon + 1].start]:
        return None
    return Cue(colon, colon, colon, "label", Frame("quote"), speech=True)


def _text_before(view: Reading, stretch: Stretch) -> str:
    return view.text[max(0, stretch.start - 3) : stretch.start].rstrip()


def _with_firm(
    view: Reading, found: Sequence[Attribution], firm: dict[int, Cue]
) -> list[Attribution]:
    """Give firm stretches to their cues alone; what the parse said of those cues gives way."""
    by_head: dict[int, list[int]] = {}
    for number, cue in firm.items():
        by_head.setdefault(cue.head, []).append(number)
    made = []
    for one in found:
        numbers = by_head.pop(one.cue.head, None) if one.cue is not None else None
        if numbers is None or one.cue is None:
            made.append(_without(view, one, firm))
            continue
        fresh = _new(view, firm[numbers[0]], numbers)
        own = (
            fresh
            if one.source is None
            else replace(fresh, source=one.source, source_head=one.source_head)
        )
        made.append(_keeping(view, one, own, numbers))
    made += [_new(view, firm[numbers[0]], numbers) for numbers in by_head.values()]
    return made


def _keeping(
    view: Reading, one: Attribution, own: Attribution, numbers: Sequence[int]
) -> Attribution:
    """Keep a clause that runs into its quoted end ("said that it was "over""), else the marks."""
    first = view.stretches[numbers[0]]
    start = one.contents[0][0]
    if view.text[first.inner[0]].islower() and start < first.start < one.contents[0][1]:
        spans = merged([(start, first.inner[1]), *own.contents])
        return replace(own, contents=tuple(spans))
    if one.cue is not None and view.tree.tokens[one.cue.head].start < start < first.start:
        return replace(one, quoted=tuple(sorted({*one.quoted, *numbers})))
    return own


def _without(view: Reading, one: Attribution, firm: dict[int, Cue]) -> Attribution:
    return replace(one, quoted=tuple(number for number in one.quoted if number not in firm))


def _new(view: Reading, cue: Cue, numbers: Sequence[int]) -> Attribution:
    inner = tuple(merged([view.stretches[number].inner for number in numbers]))
    origin, head = _source(view, cue)
    return Attribution(inner, cue, origin, head, tuple(numbers))


def _source(view: Reading, cue: Cue) -> tuple[Range | None, int | None]:
    """Return who speaks: the verb's own subject, the phrase that touches it, or its clause's."""
    if cue.kind == "label":
        return _headline_source(view, cue)
    own = view.tree.child(cue.head, "nsubj")
    head = source(view.tree, cue)
    if head is not None and head != own:
        beside = _beside(view, cue)
        if beside is not None:
            return beside, beside[1] - 1
    if head is None or view.owner[head] >= 0:
        beside = _beside(view, cue)
        return beside, beside and beside[1] - 1
    return source_range(view.tree, head, cue), head


def _headline_source(view: Reading, cue: Cue) -> tuple[Range | None, int | None]:
    """Return the first name after a headline's colon, if the line begins with it."""
    last = cue.last + 1
    tokens = view.tree.tokens
    while last < len(tokens) and tokens[last].pos == "PROPN":
        last += 1
    return ((cue.last + 1, last), last - 1) if last > cue.last + 1 else (None, None)


def _beside(view: Reading, cue: Cue) -> Range | None:
    """Return the noun phrase that touches a cue whose subject the parse missed.

    A participle ("…, adding") has the last subject before it; what follows a verb of telling is
    the hearer.
    """
    tokens = view.tree.tokens
    if tokens[cue.head].tag == "VBG":
        return _subject_before(view, cue)
    first = _phrase_start(view, cue.first)
    if first is not None:
        return first, cue.first
    if tokens[cue.head].lemma.lower() in RECIPIENT:
        return None
    after = view.chunk_starting.get(cue.last + 1)
    if after is not None and view.owner[cue.last + 1] < 0 and not _adverbial(view, after - 1):
        return cue.last + 1, after
    return None


def _phrase_start(view: Reading, end: int) -> int | None:
    """Return where the noun phrase that ends before token `end` begins."""
    tokens = view.tree.tokens
    last = end - 1
    if last < 0 or view.owner[last] >= 0 or tokens[last].pos not in ("PROPN", "NOUN", "PRON"):
        return None
    if _adverbial(view, last):
        return None
    if end in view.chunk_ending:
        return view.chunk_ending[end]
    first = last
    while first and tokens[first - 1].pos in ("PROPN", "ADJ", "NOUN", "DET"):
        first -= 1
    return first if view.owner[first] < 0 else last


def _adverbial(view: Reading, index: int) -> bool:
    return view.tree.tokens[index].dep in ("pobj", "npadvmod", "dobj", "poss")


def _subject_before(view: Reading, cue: Cue) -> Range | None:
    tokens = view.tree.tokens
    for index in range(cue.first - 1, view.tree.first_of(cue.head) - 1, -1):
        if tokens[index].dep == "nsubj" and view.owner[index] < 0:
            return source_range(view.tree, index, cue)
    return None


def _joined(one: Attribution, stretch: Stretch, number: int) -> Attribution:
    return replace(
        one,
        contents=tuple(merged([*one.contents, stretch.inner])),
        quoted=tuple(sorted({*one.quoted, number})),
    )


def _after(view: Reading, stretch: Stretch) -> Cue | None:
    """Return the first cue between a stretch and the end of its sentence."""
    follows = view.text[stretch.end : stretch.end + 2].strip()
    if view.text[stretch.inner[1] - 1] == "." and not follows.startswith(","):
        return None
    tokens = view.tree.tokens
    first = bisect_left(view.starts, stretch.end)
    for place in range(first, min(first + _REACH, len(tokens))):
        if _ends(view, place, stretch.end) or _joins_verbs(view, place):
            return None
        cue = speech_cue(view.tree, place)
        if cue is None and place - first <= 2:
            cue = manner_cue(view.tree, place, view.chunk_starting, view.chunk_ending)
        if cue is not None:
            return cue
    return None


def _ends(view: Reading, place: int, since: int) -> bool:
    token = view.tree.tokens[place]
    inside = view.owner[place] >= 0 and view.speech[view.owner[place]]
    return inside or token.text in _STOPS or "\n" in view.text[since : token.start]


def _joins_verbs(view: Reading, place: int) -> bool:
    """Tell an "and" that begins another predicate: what stands before it is no quotation of it."""
    tokens = view.tree.tokens
    following = tokens[place + 1 : place + 2]
    return tokens[place].dep == "cc" and bool(following) and following[0].pos == "VERB"


def _before(view: Reading, stretch: Stretch, reach: int) -> Cue | None:
    """Return the nearest cue before a stretch in its sentence, the colon between them included."""
    tokens = view.tree.tokens
    last = bisect_left(view.starts, stretch.start) - 1
    for place in range(last, max(last - reach, -1), -1):
        if tokens[place].text in _STOPS or _inside(view, place):
            return None
        cue = speech_cue(view.tree, place)
        if cue is not None:
            colon = tokens[last].text == ":" and cue.last == last - 1
            return replace(cue, last=last) if colon else cue
    return None


def _clause_cue(view: Reading, stretch: Stretch) -> Cue | None:
    """Read a sentence that ends in a colon before marks: "The paper had this to say: "…""."""
    last = bisect_left(view.starts, stretch.start) - 1
    if last < 1 or view.tree.tokens[last].text != ":":
        return None
    for index in range(view.tree.first_of(last), last):
        token = view.tree.tokens[index]
        if token.head == index and token.pos in ("VERB", "AUX") and not _inside(view, index):
            if view.tree.child(index, "nsubj") is None or last - index > _REACH:
                return None
            return Cue(index, last, index, "verb", Frame("quote"), speech=True)
    return None


def _inside(view: Reading, place: int) -> bool:
    return view.owner[place] >= 0 and view.speech[view.owner[place]]


def _goes_on(view: Reading, number: int, owned: dict[int, int]) -> int | None:
    """Return the attribution that a stretch without a cue continues.

    It goes on in the same paragraph, or opens the next one; a subheading in single marks
    between paragraphs quoted in double ones does not.
    """
    if number - 1 not in owned:
        return None
    stretch, previous = view.stretches[number], view.stretches[number - 1]
    if stretch.single != previous.single:
        return None
    apart = stretch.paragraph - previous.paragraph
    return owned[number - 1] if apart == 0 or (apart == 1 and stretch.first) else None


def _someone_else(view: Reading, number: int, one: Attribution) -> bool:
    """Tell whether a whole sentence between two stretches has another subject than the speaker.

    "…," said Holm. Orr wept. "…": the second may be Orr's, and is given to nobody.
    """
    tree = view.tree
    since, until = view.stretches[number - 1].end, view.stretches[number].start
    first, last = bisect_left(view.starts, since), bisect_left(view.starts, until)
    said = tree.sentence_of[one.cue.head] if one.cue is not None else -1
    opening = tree.sentence_of[last] if last < len(tree.tokens) else -1
    for index in range(max(first, last - _BETWEEN), last):
        between = (
            tree.sentence_of[index] not in (said, opening) and tree.tokens[index].dep == "nsubj"
        )
        if between and tree.tokens[index].tag in ("NN", "NNP"):
            return True
    return False


def merged(spans: Sequence[Range]) -> list[Range]:
    """Return character ranges in order, those that touch made one."""
    result: list[Range] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
