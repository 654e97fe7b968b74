"""Ends: where in a record a quotation begins and ends, when its outer words are unlike the record's.

Enters: a `Speech`, a `Hit` and the quotation's words. Leaves: the place, its ends moved where that
leaves fewer words that differ and the quotation's outer word has its like ("workforce and" for
"work force").
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from variorum.align.differences import Difference, Word, differences
from variorum.trace.checking.edits import PERMITTED, without_permitted
from variorum.trace.checking.locating import Hit, Speech, stretch

MOVES = (0, -1, 1, -2, 2)
"""Words by which an end is moved, nearest first."""


def begun(said: Speech, place: Hit, quoted: Sequence[Word]) -> Hit:
    """Return the place with its beginning settled."""
    spoken = [word for word in quoted if word.key]
    if not _is_open(said, place) or not spoken or said.keys[place.first] == spoken[0].key:
        return place
    choices = [replace(place, first=place.first + move) for move in MOVES]
    return _best(said, [one for one in choices if _fits(said, one, place)], quoted, spoken[0])


def ended(said: Speech, place: Hit, quoted: Sequence[Word]) -> Hit:
    """Return the place with its end settled."""
    spoken = [word for word in quoted if word.key]
    if not _is_open(said, place) or not spoken or said.keys[place.last - 1] == spoken[-1].key:
        return place
    choices = [replace(place, last=place.last + move) for move in MOVES]
    return _best(said, [one for one in choices if _fits(said, one, place)], quoted, spoken[-1])


def _is_open(said: Speech, place: Hit) -> bool:
    return 0 <= place.first < place.last <= len(said.keys)


def _fits(said: Speech, moved: Hit, place: Hit) -> bool:
    """Tell whether a moved place has words, and its ends stand in the turns they stood in."""
    return _is_open(said, moved) and (
        said.turns[moved.first] == said.turns[place.first]
        and said.turns[moved.last - 1] == said.turns[place.last - 1]
    )


def _best(said: Speech, choices: Sequence[Hit], quoted: Sequence[Word], outer: Word) -> Hit:
    held = [(one, _unlike(said, one, quoted)) for one in choices]
    same = [(_size(edits), one) for one, edits in held if not _has(edits, outer)]
    least = min(same, key=lambda pair: pair[0], default=None)
    return least[1] if least and least[0] < _size(held[0][1]) else choices[0]


def _unlike(said: Speech, place: Hit, quoted: Sequence[Word]) -> list[Difference]:
    heard = stretch(said, place.first, place.last)
    found = without_permitted(said.sense, heard, quoted, differences(heard, quoted))
    return [edit for edit in found if edit.kind not in PERMITTED]


def _size(edits: Sequence[Difference]) -> int:
    return sum(max(len(e.left_text.split()), len(e.right_text.split())) for e in edits)


def _has(edits: Sequence[Difference], word: Word) -> bool:
    return any(edit.right[0] <= word.start < edit.right[1] for edit in edits)
