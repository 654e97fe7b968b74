"""Locating: where in a speech the words of a quotation are to be found.

Enters: the words of a speech, indexed once (`Speech`), and the words of a quotation. Leaves: the
best `Hit`, or two where a quotation joins words from far apart.

Seed, chain, extend: words and pairs of words that are not too common give seeds, the best chain
of seeds with a small price for gaps gives the stretch, and its ends are settled by edit distance.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import Struct
from rapidfuzz.distance import Levenshtein

from variorum.align.differences import Word
from variorum.languages.language import Language
from variorum.languages.sense import Sense

COMMON_WORD = 8
"""A word heard more often is no seed by itself."""
COMMON_PAIR = 60
"""A pair of words heard more often is no seed."""
SLACK = 60
"""Words of the speech a quotation may leave out between its first and its last."""
GAP_PRICE = 0.05
"""What one skipped word costs a chain, in matched words."""
WIDE_GAP = 10
"""Skipped words beyond which the far side must be telling by itself."""
WIDE_PRICE = 3.0
"""What a wide gap costs besides: the far side must bring more words than these."""
LONGEST_SOUGHT = 600
"""Words of a quotation that are looked for; what is longer is looked for by its beginning."""
ENDS = 4
"""Words by which either end may still move."""
LOOK_BACK = 48
"""Earlier seeds that a seed may follow: keeps chaining linear."""


class Speech(Struct, frozen=True):
    """Words and marks in order; `heard` indexes the words, `turns` numbers the turn of each.

    `seats` and `pairs` say where each word, and each pair of neighbours, is heard; `language` is the
    one that the words are of.
    """

    language: Language
    words: tuple[Word, ...]
    heard: tuple[int, ...]
    keys: tuple[str, ...]
    turns: tuple[int, ...]
    seats: dict[str, list[int]]
    pairs: dict[tuple[str, str], list[int]]

    @property
    def sense(self) -> Sense:
        """Return the words that turn, limit or weaken what is said."""
        return self.language.sense


class Hit(Struct, frozen=True):
    """Heard words `first` to `last` (excluded); `share` of the quotation's weight found there.

    `covered` are the quotation's words that have their like there, by index.
    """

    first: int
    last: int
    share: float
    covered: tuple[int, ...]


def speech(language: Language, *turns: Sequence[Word]) -> Speech:
    """Index the words of one speaker's turns."""
    words = tuple(word for turn in turns for word in turn)
    numbers = [number for number, turn in enumerate(turns) for _ in turn]
    heard = tuple(index for index, word in enumerate(words) if word.key)
    keys = tuple(words[index].key for index in heard)
    seats: dict[str, list[int]] = {}
    pairs: dict[tuple[str, str], list[int]] = {}
    for position, key in enumerate(keys):
        seats.setdefault(key, []).append(position)
        if position + 1 < len(keys):
            pairs.setdefault((key, keys[position + 1]), []).append(position)
    homes = tuple(numbers[index] for index in heard)
    return Speech(language, words, heard, keys, homes, seats, pairs)


def find(said: Speech, keys: Sequence[str]) -> Hit | None:
    """Return the place of the speech most like the words `keys`; ``None`` if nothing is shared.

    What stands there word for word is found there, however common its words are.
    """
    exact = occurrences(said, keys)
    if exact:
        return Hit(exact[0], exact[0] + len(keys), 1.0, tuple(range(len(keys))))
    wanted = list(keys[:LONGEST_SOUGHT])
    window = _window(_seeds(said, wanted), len(wanted))
    if not window:
        return None
    chain = _chain(window, said.turns)
    first, last = _ends(said, wanted, chain)
    return _hit(said, wanted, first, last)


def occurrences(said: Speech, keys: Sequence[str]) -> list[int]:
    """Return where exactly these words are heard, in order."""
    if not keys:
        return []
    starts = said.seats.get(keys[0], [])
    wanted = tuple(keys)
    return [at for at in starts if said.keys[at : at + len(wanted)] == wanted]


def stretch(said: Speech, first: int, last: int) -> tuple[Word, ...]:
    """Return the words and marks from heard word `first` to `last` (excluded)."""
    if first >= last:
        return ()
    return said.words[said.heard[first] : said.heard[last - 1] + 1]


def weight(said: Speech, key: str) -> float:
    """Return how much finding a word shows: rare words more than common ones."""
    return math.log(1 + (len(said.keys) + 100) / (1 + len(said.seats.get(key, ()))))


# --- seeds and chains ----------------------------------------------------------------------------


def _seeds(said: Speech, wanted: Sequence[str]) -> list[tuple[int, int]]:
    """Return (position in the speech, index in the quotation) of shared rare words and pairs."""
    found: set[tuple[int, int]] = set()
    for index, key in enumerate(wanted):
        seats = said.seats.get(key, [])
        if len(seats) <= COMMON_WORD or len(wanted) == 1:
            found.update((seat, index) for seat in seats[:COMMON_PAIR])
        if index + 1 < len(wanted):
            pairs = said.pairs.get((key, wanted[index + 1]), [])
            if len(pairs) <= COMMON_PAIR:
                found.update((seat, index) for seat in pairs)
                found.update((seat + 1, index + 1) for seat in pairs)
    return sorted(found)


def _window(seeds: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Return the seeds of the stretch of speech that covers most words of the quotation."""
    positions = [position for position, _ in seeds]
    best: tuple[int, int, int] = (0, 0, 0)
    counts = [0] * length
    distinct = start = 0
    for end, (position, index) in enumerate(seeds):
        distinct += counts[index] == 0
        counts[index] += 1
        while positions[start] < position - length - SLACK:
            counts[seeds[start][1]] -= 1
            distinct -= counts[seeds[start][1]] == 0
            start += 1
        if distinct > best[0]:
            best = (distinct, start, end + 1)
    if not best[0]:
        return []
    low = bisect_left(positions, positions[best[2] - 1] - length - SLACK)
    high = bisect_right(positions, positions[best[1]] + length + SLACK)
    return seeds[low:high]


def _chain(seeds: list[tuple[int, int]], turns: Sequence[int]) -> list[tuple[int, int]]:
    """Return the best rising chain of seeds: one a word, less a price for what is skipped.

    Going on in another turn costs as much as a wide gap.
    """
    scores: list[float] = []
    before: list[int] = []
    for here, (position, index) in enumerate(seeds):
        score, link = 1.0, -1
        for there in range(max(0, here - LOOK_BACK), here):
            earlier, other = seeds[there]
            if earlier < position and other < index:
                gap = (position - earlier - 1) + (index - other - 1)
                wide = gap > WIDE_GAP or turns[earlier] != turns[position]
                value = scores[there] + 1.0 - GAP_PRICE * gap - WIDE_PRICE * wide
                if value > score:
                    score, link = value, there
        scores.append(score)
        before.append(link)
    at = max(range(len(seeds)), key=lambda here: (scores[here], -here))
    chain: list[tuple[int, int]] = []
    while at >= 0:
        chain.append(seeds[at])
        at = before[at]
    return chain[::-1]


def _ends(said: Speech, wanted: list[str], chain: list[tuple[int, int]]) -> tuple[int, int]:
    """Settle where the stretch begins and ends: the fewest edits, nearest to the straight line."""
    (position, index), (after, other) = chain[0], chain[-1]
    starts = [position - index + move for move in range(-ENDS, ENDS + 1)]
    start = _best(said, starts, position, wanted[:index], ahead=True) if index else position
    rest = wanted[other + 1 :]
    stops = [after + 1 + len(rest) + move for move in range(-ENDS, ENDS + 1)]
    stop = _best(said, stops, after + 1, rest, ahead=False) if rest else after + 1
    return start, stop


def _best(said: Speech, ends: list[int], fixed: int, wanted: list[str], *, ahead: bool) -> int:
    straight = ends[len(ends) // 2]
    outer = wanted[0] if ahead else wanted[-1]
    choices = []
    for end in ends:
        low, high = (end, fixed) if ahead else (fixed, end)
        if not 0 <= low <= high <= len(said.keys) or _crosses(said, low, high, fixed, ahead=ahead):
            continue
        heard = said.keys[low:high]
        cost = Levenshtein.distance(heard, wanted)
        unlike = not heard or heard[0 if ahead else -1] != outer
        choices.append((cost, unlike, abs(end - straight), end))
    return min(choices)[3] if choices else fixed


def _crosses(said: Speech, low: int, high: int, fixed: int, *, ahead: bool) -> bool:
    """Tell whether an end would reach into another turn than the seed it starts from."""
    if low == high:
        return False
    seed = fixed if ahead else fixed - 1
    return said.turns[low] != said.turns[seed] or said.turns[high - 1] != said.turns[seed]


def _hit(said: Speech, wanted: list[str], first: int, last: int) -> Hit:
    covered: list[int] = []
    for code in Levenshtein.opcodes(said.keys[first:last], wanted):
        if code.tag == "equal":
            covered.extend(range(code.dest_start, code.dest_end))
    whole = sum(weight(said, key) for key in wanted)
    found = sum(weight(said, wanted[index]) for index in covered)
    return Hit(first, last, found / whole if whole else 0.0, tuple(covered))
