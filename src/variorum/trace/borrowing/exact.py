"""Exact: the runs of words that two accounts both have, and the sentences fit to be shown of them.

Enters: two accounts and the places of passages that they share. Leaves: places.

A shared passage may run over changed words, a headline or a change of voice; a run has the very same
words in both, is as long as it can be, and lies in one part of the text. Of a run are shown its
sentences, whole where there are any: what stands before the first is the end of another.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from variorum.align.differences import STRETCHES, Word, words
from variorum.folding import fold
from variorum.languages.language import Language
from variorum.languages.registry import language_of
from variorum.languages.sense import Sense
from variorum.languages.tables import Words
from variorum.records import Account, Region, Span
from variorum.segment.paragraphs import HEADINGS
from variorum.trace.borrowing.reuse import SHINGLE

SHORTEST_EXACT = 8
"""Words of a run that can be shown."""
FEWEST_TELLING = 3
"""Words of it that are neither common nor part of a name: names and attributions show nothing."""
LONGEST_EXAMPLE = 40
"""Words of an example; of a longer one the first are shown."""

TEXTS_AT_HAND = 200
"""Accounts whose words are kept at hand."""
VOCABULARY = 50_000
"""Words whose compared forms are kept at hand."""
PAIRS_AT_HAND = 500
"""Pairs of accounts whose common words are kept at hand: a borrowing is found, and then told of."""
_Places = tuple[Span, Span]
_STOP = re.compile(r"[.!?][\"”’)\]]*\s*[\"“‘(\[]?$")


@lru_cache(maxsize=PAIRS_AT_HAND)
def common(one: Account, other: Account, places: tuple[Span, ...]) -> tuple[_Places, ...]:
    """Return the places that have the same words, each once, of pairs of places nearly the same.

    `places` are those of `one` and of `other` in turn.
    """
    found: list[_Places] = []
    for mine, theirs in zip(places[::2], places[1::2], strict=False):
        left, right = _worded(one, mine), _worded(other, theirs)
        matcher = SequenceMatcher(None, _forms(left), _forms(right), autojunk=False)
        for block in matcher.get_matching_blocks():
            alike = left[block.a : block.a + block.size], right[block.b : block.b + block.size]
            for first, last in _parted(one, other, *alike):
                pair = tuple(
                    account.span(words[first].start, words[last - 1].end)
                    for account, words in zip((one, other), alike, strict=True)
                )
                if not any(_crosses(pair, known) for known in found):
                    found.append((pair[0], pair[1]))
    return tuple(sorted(found))


def nearly(one: Account, other: Account, places: Sequence[Span]) -> _Places | None:
    """Return the longest two places that tell something and lie in one part of each text."""
    fit = []
    for mine, theirs in zip(places[::2], places[1::2], strict=False):
        left, right = _worded(one, mine), _worded(other, theirs)
        if _is_telling(_sense(one), left) and not _breaks(one, left) and not _breaks(other, right):
            fit.append((mine, theirs))
    return max(fit, key=lambda pair: (len(pair[0].text), pair[0].start)) if fit else None


def examples(account: Account, places: Sequence[Span]) -> tuple[Span, ...]:
    """Return the two sentences, or the one, that show most of what stands in several places.

    Whole sentences come before parts of one; of each at most `LONGEST_EXAMPLE` words are shown. There are
    none where nothing but names or few words are in common.
    """
    sense = _sense(account)
    told = [one for place in places for one in _sentences(account, place)]
    found = [one for one in told if _is_telling(sense, one[0])]
    found.sort(key=lambda one: (not one[1], -min(len(one[0]), LONGEST_EXAMPLE), one[0][0].start))
    shown = [account.span(*_trimmed(sense, kept[:LONGEST_EXAMPLE], whole)) for kept, whole in found]
    other = next(
        (one for one in shown[1:] if bare_words(one.text) not in bare_words(shown[0].text)), None
    )
    return (*shown[:1], *([other] if other else []))


def such_as(shown: Sequence[Span]) -> str:
    """Return examples between quotation marks."""
    return " and ".join(f"“{' '.join(one.text.split())}”" for one in shown)


@lru_cache(maxsize=STRETCHES)
def bare_words(text: str) -> str:
    """Return the words of a text between blanks, as they are compared."""
    return f" {' '.join(_forms([word for word in words(text) if word.key]))} "


def _sense(account: Account) -> Sense:
    return language_of(account.language).sense


def _forms(found: Sequence[Word]) -> list[str]:
    return [_form(word.text) for word in found]


@lru_cache(maxsize=VOCABULARY)
def _form(word: str) -> str:
    return fold(word).casefold()


def _worded(account: Account, place: Span) -> list[Word]:
    found, starts = _all_words(account.text, language_of(account.language))
    return found[bisect_left(starts, place.start) : bisect_left(starts, place.end)]


@lru_cache(maxsize=TEXTS_AT_HAND)
def _all_words(text: str, language: Language) -> tuple[list[Word], list[int]]:
    """Return the words of a whole text and where they start: places of it are asked for many times."""
    found = [word for word in words(text, language=language) if word.key]
    return found, [word.start for word in found]


def _breaks(account: Account, found: Sequence[Word]) -> set[int]:
    """Return the words that another part of the text begins with: a region, or a line of its own."""
    homes = [_home(account.regions, word) for word in found]
    return {
        at
        for at, (before, after) in enumerate(pairwise(found), start=1)
        if homes[at - 1] != homes[at] or _line(account.text, before.end, after.end)
    }


def _line(text: str, start: int, stop: int) -> bool:
    """Tell whether a new line begins between two words, other than by the width of the page."""
    between = text[start:stop]
    gap = between[: len(between) - len(between.split()[-1])] if between.split() else between
    return "\n" in gap and (gap.count("\n") > 1 or not between.split()[-1][:1].islower())


def _home(regions: Sequence[Region], word: Word) -> int:
    return next((n for n, r in enumerate(regions) if r.start <= word.start < r.end), -1)


def _parted(
    one: Account, other: Account, left: Sequence[Word], right: Sequence[Word]
) -> Iterator[tuple[int, int]]:
    """Yield the parts of a run that lie in one part of both texts."""
    cuts = sorted(_breaks(one, left) | _breaks(other, right))
    for first, last in pairwise([0, *cuts, len(left)]):
        if last - first >= SHINGLE:
            yield first, last


def _crosses(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(a.overlaps(b) for a, b in zip(one, other, strict=True))


def _sentences(account: Account, place: Span) -> Iterator[tuple[list[Word], bool]]:
    """Yield the sentences of a place, or what of them is in it, and whether each is whole."""
    text = account.text
    kinds = {r.kind for r in account.regions if r.start < place.end and place.start < r.end}
    ends_none = _sense(account).speech_ends
    found = _worded(account, place)
    if not found or not kinds.isdisjoint(HEADINGS):
        return
    ends = [at for at, pair in enumerate(pairwise(found), start=1) if _ends(ends_none, text, *pair)]
    for first, last in pairwise([0, *ends, len(found)]):
        begun = first > 0 or _begins(text, place.start)
        closed = last < len(found) or bool(re.match(r"[.!?]", text[found[-1].end :]))
        yield found[first:last], begun and closed


def _trimmed(sense: Sense, found: Sequence[Word], whole: bool) -> tuple[int, int]:
    """Return where words start and end, those of no weight left off the ends of a part."""
    own = [at for at, word in enumerate(found) if whole or word.key not in sense.common]
    begun = found[0].text[:1].isupper()
    return found[0 if begun else own[0]].start, found[own[-1]].end


def _ends(ends_none: Words, text: str, before: Word, after: Word) -> bool:
    """Tell whether a sentence ends between two words."""
    if before.key in ends_none or len(before.text) == 1 or after.text[:1].islower():
        return False
    return bool(_STOP.search(text[before.end : after.start]))


def _begins(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"“‘'([")
    return not before or before[-1] in ".!?\n”"


def _is_telling(sense: Sense, found: Sequence[Word]) -> bool:
    own = [word for word in found if word.key not in sense.common and word.text[:1].islower()]
    return len(found) >= SHORTEST_EXACT and len({word.key for word in own}) >= FEWEST_TELLING
