"""Exact: the runs of words that two accounts both have, and the sentences fit to be shown of them.

Enters: a `Meeting` of two accounts, or a place of one. Leaves: pairs of ranges, and places.

A shared passage may run over changed words, a headline or a change of voice; a run has the very same
words in both, is as long as it can be, and lies in one part of the text. Of a run are shown its
sentences, whole where there are any: what stands before the first is the end of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from variorum.align.differences import Word, words
from variorum.folding import fold
from variorum.records import Account, Region, Span
from variorum.trace.direction import Meeting
from variorum.trace.english_sense import COMMON, SPEECH_ENDS
from variorum.trace.reuse import SHINGLE, Telling

FEWEST = 8
"""Words of a run that can be shown."""
OWN = 3
"""Words of it that are neither common nor part of a name: names and attributions show nothing."""
SHOWN = 12
"""Most runs given as evidence, the longest."""
LONGEST = 40
"""Words of an example; of a longer one the first are shown."""

HEADS = frozenset({"title", "dateline"})
"""Parts of a text that are never an example: they are the page's and not the story's."""

_Pair = tuple[tuple[int, int], tuple[int, int]]
_STOP = re.compile(r"[.!?][\"”’)\]]*\s*[\"“‘(\[]?$")


def runs(meeting: Meeting) -> tuple[_Pair, ...]:
    """Return the ranges of words that both accounts have, each once, in the order of the left."""
    mine, theirs = _forms(meeting.left.words), _forms(meeting.right.words)
    breaks = _breaks(meeting.left), _breaks(meeting.right)
    found: list[_Pair] = []
    for passage in sorted(meeting.passages):
        for left, right, size in _blocks(mine, theirs, passage.left, passage.right):
            for first, last in _parted(left, right, size, breaks):
                pair = (left + first, left + last), (right + first, right + last)
                if not any(_crosses(pair, other) for other in found):
                    found.append(pair)
    return tuple(sorted(found))


def in_both(meeting: Meeting) -> tuple[Span, ...]:
    """Return the places of the longest runs, the left account's before the right's."""
    longest = sorted(runs(meeting), key=lambda one: (one[0][0] - one[0][1], one))[:SHOWN]
    return tuple(
        place
        for left, right in sorted(longest)
        for place in (meeting.left.place(*left), meeting.right.place(*right))
    )


def examples(account: Account, places: Sequence[Span]) -> tuple[Span, ...]:
    """Return the two sentences, or the one, that show most of what stands in several places.

    Whole sentences come before parts of one; of each at most `LONGEST` words are shown. There are
    none where nothing but names or few words are in common.
    """
    found = [one for place in places for one in _sentences(account, place) if _telling(one[0])]
    found.sort(key=lambda one: (not one[1], -min(len(one[0]), LONGEST), one[0][0].start))
    shown = [account.span(*_trimmed(kept[:LONGEST], whole)) for kept, whole in found]
    other = next((one for one in shown[1:] if said(one.text) not in said(shown[0].text)), None)
    return (*shown[:1], *([other] if other else []))


def nearly(meeting: Meeting) -> tuple[Span, Span] | None:
    """Return the longest passage of both that tells something and lies in one part of each text."""
    breaks = _breaks(meeting.left), _breaks(meeting.right)
    fit = [
        one
        for one in meeting.passages
        if _telling(meeting.left.words[slice(*one.left)])
        and breaks[0].isdisjoint(range(one.left[0] + 1, one.left[1]))
        and breaks[1].isdisjoint(range(one.right[0] + 1, one.right[1]))
    ]
    if not fit:
        return None
    longest = max(fit, key=lambda one: (one.alike, one.left))
    return meeting.left.place(*longest.left), meeting.right.place(*longest.right)


def such_as(shown: Sequence[Span]) -> str:
    """Return examples between quotation marks."""
    return " and ".join(f"“{' '.join(one.text.split())}”" for one in shown)


def same(one: Span, other: Span) -> bool:
    """Tell whether two places have the same words."""
    return said(one.text) == said(other.text)


def said(text: str) -> str:
    """Return the words of a text between blanks, as they are compared."""
    return f" {' '.join(_forms([word for word in words(text) if word.key]))} "


def _forms(found: Sequence[Word]) -> list[str]:
    return [fold(word.text).casefold() for word in found]


def _breaks(one: Telling) -> frozenset[int]:
    """Return the words that another part of the text begins with: a region, or a line of its own."""
    text, regions = one.dossier.account.text, one.dossier.account.regions
    homes = [_home(regions, word) for word in one.words]
    return frozenset(
        at
        for at, (before, after) in enumerate(pairwise(one.words), start=1)
        if homes[at - 1] != homes[at] or _line(text, before.end, after.end)
    )


def _line(text: str, start: int, stop: int) -> bool:
    """Tell whether a new line begins between two words, other than by the width of the page."""
    between = text[start:stop]
    gap = between[: len(between) - len(between.split()[-1])] if between.split() else between
    return "\n" in gap and (gap.count("\n") > 1 or not between.split()[-1][:1].islower())


def _home(regions: Sequence[Region], word: Word) -> int:
    return next((n for n, r in enumerate(regions) if r.start <= word.start < r.end), -1)


def _blocks(
    mine: Sequence[str], theirs: Sequence[str], left: tuple[int, int], right: tuple[int, int]
) -> Iterator[tuple[int, int, int]]:
    """Yield where runs of a passage start on either side, and their words, grown beyond its ends."""
    matcher = SequenceMatcher(None, mine[slice(*left)], theirs[slice(*right)], autojunk=False)
    for block in matcher.get_matching_blocks():
        here, there, size = left[0] + block.a, right[0] + block.b, block.size
        if size < SHINGLE:
            continue
        while here and there and mine[here - 1] == theirs[there - 1]:
            here, there, size = here - 1, there - 1, size + 1
        while mine[here + size : here + size + 1] == theirs[there + size : there + size + 1] != []:
            size += 1
        yield here, there, size


def _parted(
    left: int, right: int, size: int, breaks: tuple[frozenset[int], frozenset[int]]
) -> Iterator[tuple[int, int]]:
    """Yield the parts of a run that lie in one part of both texts."""
    cuts = [at for at in range(1, size) if left + at in breaks[0] or right + at in breaks[1]]
    for first, last in pairwise([0, *cuts, size]):
        if last - first >= SHINGLE:
            yield first, last


def _crosses(one: _Pair, other: _Pair) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] for a, b in zip(one, other, strict=True))


def _sentences(account: Account, place: Span) -> Iterator[tuple[list[Word], bool]]:
    """Yield the sentences of a place, or what of them is in it, and whether each is whole."""
    text = account.text
    kinds = {r.kind for r in account.regions if r.start < place.end and place.start < r.end}
    found = [word for word in words(text, place.start, place.end) if word.key]
    if not found or not kinds.isdisjoint(HEADS):
        return
    ends = [at for at, pair in enumerate(pairwise(found), start=1) if _ends(text, *pair)]
    for first, last in pairwise([0, *ends, len(found)]):
        begun = first > 0 or _begins(text, place.start)
        closed = last < len(found) or bool(re.match(r"[.!?]", text[found[-1].end :]))
        yield found[first:last], begun and closed


def _trimmed(found: Sequence[Word], whole: bool) -> tuple[int, int]:
    """Return where words start and end, those of no weight left off the ends of a part."""
    own = [at for at, word in enumerate(found) if whole or word.key not in COMMON]
    begun = found[0].text[:1].isupper()
    return found[0 if begun else own[0]].start, found[own[-1]].end


def _ends(text: str, before: Word, after: Word) -> bool:
    """Tell whether a sentence ends between two words."""
    if before.key in SPEECH_ENDS or len(before.text) == 1 or after.text[:1].islower():
        return False
    return bool(_STOP.search(text[before.end : after.start]))


def _begins(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"“‘'([")
    return not before or before[-1] in ".!?\n”"


def _telling(found: Sequence[Word]) -> bool:
    own = [word for word in found if word.key not in COMMON and word.text[:1].islower()]
    return len(found) >= FEWEST and len({word.key for word in own}) >= OWN
