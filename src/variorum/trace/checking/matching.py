"""Matching: a quotation held against one speaker's words: what stands where, and what was changed.

Enters: a `Speech` and the words of a quotation, its parts in order. Leaves: a `Match`.

A mark of omission in the quotation, and the gap between two quoted parts, allow words of the
record to be left out, unless they limit the claim: an ellipsis that stands for "not" is no
permitted edit.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from rapidfuzz import fuzz

from variorum.align.differences import Difference, Word, differences
from variorum.languages.sense import Sense
from variorum.trace.checking.edits import PERMITTED, without_permitted
from variorum.trace.checking.ends import begun, ended
from variorum.trace.checking.locating import Hit, Speech, find, occurrences, speech, stretch, weight
from variorum.trace.checking.sense import changed_slots, lacking_slots, limiting, negations
from variorum.vocabulary import CheckKind

FOUND = frozenset({"verbatim", "edited", "translation variant", "differs"})
ELLIPSES = frozenset({"…", "..."})
NEARBY_WORDS = 120
"""Words within which the parts of one quotation are looked for before the whole speech is."""
SURE_SHARE = 0.85
"""Share of a part's weight that must be found for the part to stand at a place of its own."""
PART = 4
"""Fewest words that count as a part taken from elsewhere."""
SHORT_QUOTATION = 7
"""A quotation of so few words must have all its telling words found."""
SPELT = 75.0
"""Likeness of two spellings (0 to 100) at which one is a form of the other ("apologized")."""
FOUND_WHOLE_UP_TO = 3
"""A quotation of so few words must be found whole."""
OFTEN = 3
"""Two words heard more often than this could come from anywhere."""


class Match(Struct, frozen=True):
    """What was found: `spans` of the record's characters in the quotation's order.

    `swallowed` are words behind an ellipsis or brackets without which the rest claims more;
    `share` is the part of the quotation's weight that was found, 0 to 1; `times` how often a very
    short quotation is heard; `slots` the sense slots that a rendering fills otherwise; `before` a negation of the
    record that stands before the quotation's first word, `after` a condition right after its last.
    """

    kind: CheckKind
    spans: tuple[tuple[int, int], ...] = ()
    edits: tuple[Difference, ...] = ()
    swallowed: tuple[Word, ...] = ()
    share: float = 0.0
    times: int = 1
    slots: tuple[str, ...] = ()
    before: str | None = None
    after: str | None = None


class _Seat(Struct, frozen=True):
    """A part of the quotation at its place."""

    words: tuple[Word, ...]
    place: Hit


def matched(said: Speech, parts: Sequence[Sequence[Word]], *, loosely: bool = False) -> Match:
    """Compare the parts of a quotation with what is said; "not found" where too little is alike.

    `loosely` lets short quotations have telling words of their own: a translation puts even a few
    words otherwise.
    """
    pieces = _pieces(parts)
    if not pieces:
        return Match("cannot tell")
    seats = _seats(said, pieces)
    if not seats:
        return Match("not found", share=0.0)
    seats = _ended(said, _stitched(said, seats))
    share = _share(seats)
    count = sum(len(_keys(piece)) for piece in pieces)
    strange = count <= SHORT_QUOTATION and not loosely and _strange(said, seats)
    if share < enough(count, loosely=loosely) or strange:
        return Match("not found", _spans(said, seats), share=share)
    times = _times(said, pieces)
    edits, swallowed = _held(said, seats, marked=len(pieces) == len(seats))
    after = _after(said, seats[-1].place.last)
    if after is not None and _is_elided(parts[-1]):
        swallowed = (*swallowed, after)
    return Match(
        kind=_kind(edits, swallowed) if times <= OFTEN else "cannot tell",
        spans=_spans(said, seats),
        edits=edits,
        swallowed=swallowed,
        share=share,
        times=times,
        slots=_slots(said, seats),
        before=_before(said, seats[0].place.first),
        after=None if after is None else after.text,
    )


def enough(count: int, *, loosely: bool = False) -> float:
    """Return the share of weight that must be found of a quotation of `count` words."""
    if count <= FOUND_WHOLE_UP_TO:
        return 0.999
    if loosely:
        return 0.5
    return 0.8 if count <= 5 else 0.6


# --- parts and their places ------------------------------------------------------------------


def _pieces(parts: Sequence[Sequence[Word]]) -> list[tuple[Word, ...]]:
    """Split parts at marks of omission; a piece has at least one word."""
    pieces: list[list[Word]] = []
    for part in parts:
        pieces.append([])
        for word in part:
            if _is_ellipsis(word):
                pieces.append([])
            else:
                pieces[-1].append(word)
    return [tuple(piece) for piece in map(_trimmed, pieces) if _keys(piece)]


def _trimmed(piece: list[Word]) -> list[Word]:
    """Drop brackets left by a bracketed ellipsis at either end."""
    while piece and piece[-1].text in "([":
        piece = piece[:-1]
    while piece and piece[0].text in ")]":
        piece = piece[1:]
    return piece


def sought(piece: Sequence[Word]) -> list[int]:
    """Return the indexes of words that the record should have: those outside brackets."""
    found: list[int] = []
    depth = 0
    for index, word in enumerate(piece):
        if word.key and not depth:
            found.append(index)
        depth = max(0, depth + (word.text == "[") - (word.text == "]"))
    return found


def _keys(piece: Sequence[Word]) -> tuple[str, ...]:
    return tuple(piece[index].key for index in sought(piece))


def _seats(said: Speech, pieces: Sequence[tuple[Word, ...]]) -> list[_Seat]:
    """Seat the longest piece anywhere, then its neighbours, near to it if they are there."""
    anchor = max(range(len(pieces)), key=lambda index: (_weight_of(said, pieces[index]), -index))
    place = find(said, _keys(pieces[anchor]))
    if place is None:
        return []
    seats = {anchor: _Seat(pieces[anchor], place)}
    for index in range(anchor + 1, len(pieces)):
        low = seats[index - 1].place.last
        seats[index] = _Seat(
            pieces[index], _near(said, _keys(pieces[index]), low, low + NEARBY_WORDS)
        )
    for index in range(anchor - 1, -1, -1):
        high = seats[index + 1].place.first
        seats[index] = _Seat(
            pieces[index], _near(said, _keys(pieces[index]), high - NEARBY_WORDS, high)
        )
    return [seats[index] for index in range(len(pieces))]


def _weight_of(said: Speech, piece: Sequence[Word]) -> float:
    return sum(weight(said, key) for key in set(_keys(piece)))


def _near(said: Speech, keys: tuple[str, ...], low: int, high: int) -> Hit:
    low, high = max(0, low), min(len(said.keys), high)
    around = speech(said.language, stretch(said, low, high))
    place = find(around, keys)
    if place is not None and place.share >= SURE_SHARE:
        return Hit(place.first + low, place.last + low, place.share, place.covered)
    return find(said, keys) or Hit(low, low, 0.0, ())


def _share(seats: Sequence[_Seat]) -> float:
    counts = [len(_keys(seat.words)) for seat in seats]
    found = sum(seat.place.share * count for seat, count in zip(seats, counts, strict=True))
    return found / sum(counts)


def _stitched(said: Speech, seats: list[_Seat]) -> list[_Seat]:
    """Give the unmatched beginning or end of a piece a place of its own if it has one."""
    return [part for seat in seats for part in _split(said, seat)]


def _split(said: Speech, seat: _Seat) -> list[_Seat]:
    count = len(_keys(seat.words))
    covered = frozenset(seat.place.covered)
    if not covered or len(covered) == count:
        return [seat]
    cut = _turning(count, covered)
    return _cut(said, seat, cut) if PART <= cut <= count - PART else [seat]


def _turning(count: int, covered: frozenset[int]) -> int:
    """Return the index that best parts matched words from unmatched ones."""
    balance = [0]
    for index in range(count):
        balance.append(balance[-1] + (1 if index in covered else -1))
    return max(range(count + 1), key=lambda at: (abs(2 * balance[at] - balance[-1]), -at))


def _cut(said: Speech, seat: _Seat, cut: int) -> list[_Seat]:
    at = sought(seat.words)[cut]
    halves = (seat.words[:at], seat.words[at:])
    places = [find(said, _keys(half)) for half in halves]
    found = [place for place in places if place is not None and place.share >= SURE_SHARE]
    if len(found) < len(halves):
        return [seat]
    return [_Seat(half, place) for half, place in zip(halves, found, strict=True)]


def _ended(said: Speech, seats: list[_Seat]) -> list[_Seat]:
    """Settle where the first part begins and where the last one ends."""
    first = seats[0]
    seats = [_Seat(first.words, begun(said, first.place, first.words)), *seats[1:]]
    last = seats[-1]
    return [*seats[:-1], _Seat(last.words, ended(said, last.place, last.words))]


def _strange(said: Speech, seats: Sequence[_Seat]) -> bool:
    """Tell whether a telling word of the quotation has neither its like there nor a figure."""
    for seat in seats:
        keys = _keys(seat.words)
        heard = said.keys[seat.place.first : seat.place.last]
        for index in range(len(keys)):
            key, covered = keys[index], index in seat.place.covered
            if not covered and not _excused(said.sense, key, heard):
                return True
    return False


def _excused(sense: Sense, key: str, heard: Sequence[str]) -> bool:
    little = key in sense.common or key in sense.turning or key[0].isdigit()
    return little or any(fuzz.ratio(key, other) >= SPELT for other in heard)


def _times(said: Speech, pieces: Sequence[tuple[Word, ...]]) -> int:
    """Return how often a very short quotation is heard; 1 for all others."""
    keys = _keys(pieces[0])
    if len(pieces) > 1 or len(keys) > 2:
        return 1
    return max(1, len(occurrences(said, keys)))


def _spans(said: Speech, seats: Sequence[_Seat]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    for seat in seats:
        words = stretch(said, seat.place.first, seat.place.last)
        if words:
            spans.append((words[0].start, words[-1].end))
    return tuple(spans)


def _slots(said: Speech, seats: Sequence[_Seat]) -> tuple[str, ...]:
    theirs = [w for s in seats for w in stretch(said, s.place.first, s.place.last)]
    return lacking_slots(said.sense, theirs, [word for seat in seats for word in seat.words])


def _before(said: Speech, first: int) -> str | None:
    """Return the last negation before the quotation, with no mark between the two."""
    start = 0 if not first else said.heard[first]
    for word in reversed(said.words[:start]):
        if not word.key:
            return None
        if negations(said.sense, [word]):
            return word.text
    return None


def _after(said: Speech, last: int) -> Word | None:
    """Return a condition that goes on right after the quotation: "if", "unless"."""
    rest = said.words[said.heard[last - 1] + 1 :] if last else ()
    for word in rest:
        if word.key:
            return word if word.key in said.sense.condition else None
        if word.text in said.sense.sentence_end:
            return None
    return None


def _is_elided(part: Sequence[Word]) -> bool:
    """Tell whether a mark of omission stands after the last word of a part."""
    last = max((index for index, word in enumerate(part) if word.key), default=-1)
    return any(_is_ellipsis(word) for word in part[last + 1 :])


def _is_ellipsis(word: Word) -> bool:
    return word.text.replace(" ", "") in ELLIPSES or word.text.startswith("...")


# --- edits ---------------------------------------------------------------------------------------


def _held(
    said: Speech, seats: Sequence[_Seat], *, marked: bool
) -> tuple[tuple[Difference, ...], tuple[Word, ...]]:
    edits: list[Difference] = []
    swallowed: list[Word] = []
    for index, seat in enumerate(seats):
        words = stretch(said, seat.place.first, seat.place.last)
        plain = differences(words, seat.words)
        found = without_permitted(said.sense, words, seat.words, plain)
        edits.extend(found)
        swallowed.extend(_bracketed(said.sense, words, seat.words, found))
        if index:
            edit, lost = _gap(said, seats[index - 1], seat, marked=marked)
            edits.extend(edit)
            swallowed.extend(lost)
    return tuple(edits), tuple(swallowed)


def _bracketed(
    sense: Sense, left: Sequence[Word], right: Sequence[Word], found: Sequence[Difference]
) -> list[Word]:
    """Return words in or under brackets that change a figure, a negation or a modality."""
    lost: list[Word] = []
    for edit in found:
        if edit.kind in {"brackets", "ellipsis"}:
            mine = [word for word in left if edit.left[0] <= word.start < edit.left[1]]
            theirs = [word for word in right if edit.right[0] <= word.start < edit.right[1]]
            if changed_slots(sense, mine, theirs):
                limits = [*limiting(sense, mine), *limiting(sense, theirs)]
                lost.extend(limits or [*mine, *theirs])
    return lost


def _gap(
    said: Speech, before: _Seat, after: _Seat, *, marked: bool
) -> tuple[list[Difference], list[Word]]:
    """Return the edit between two neighbouring parts, and limiting words it leaves out."""
    first, last = before.place.last, after.place.first
    right = (before.words[-1].end, after.words[0].start)
    if last == first:
        return [], []
    if last < first:
        return [_joined_edit(said, before, after, right)], []
    omitted = stretch(said, first, last)
    left = (omitted[0].start, omitted[-1].end)
    if not marked:
        return [_joined_edit(said, before, after, right)], []
    text = " ".join(word.text for word in omitted if word.key)
    return [Difference("ellipsis", left, right, text, "…")], _lost(said, first, last)


def _joined_edit(said: Speech, before: _Seat, after: _Seat, right: tuple[int, int]) -> Difference:
    words = stretch(said, after.place.first, after.place.last)
    span = (words[0].start, words[-1].end) if words else right
    return Difference(
        "order",
        span,
        (after.words[0].start, after.words[-1].end),
        " ".join(word.text for word in words if word.key),
        " ".join(word.text for word in after.words if word.key),
    )


def _lost(said: Speech, first: int, last: int) -> list[Word]:
    """Return limiting words between two parts, in the sentences that the parts belong to.

    Sentences left out whole take nothing from what is quoted.
    """
    sense = said.sense
    between = list(said.words[said.heard[first - 1] + 1 : said.heard[last]])
    ends = [index for index in range(len(between)) if _closes(sense, between, index)]
    if not ends:
        return list(limiting(sense, between))
    before, after = between[: ends[0]], between[ends[-1] :]
    return [*limiting(sense, before, kept_after=False), *limiting(sense, after)]


def _closes(sense: Sense, between: Sequence[Word], index: int) -> bool:
    word = between[index]
    if word.text not in sense.sentence_end:
        return False
    before = between[index - 1].key if index else ""
    return before not in sense.speech_ends


def _kind(edits: Sequence[Difference], swallowed: Sequence[Word]) -> CheckKind:
    if swallowed or any(edit.kind not in PERMITTED for edit in edits):
        return "differs"
    return "edited" if edits else "verbatim"
