"""Selectors: places as the Web Annotation Data Model selects text (4.2.4 and 4.2.5).

Enters: an account and its places. Leaves: for each, a TextQuoteSelector with as much of the words before
and after as makes it the only such place, and a TextPositionSelector.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from variorum.records import Account

Offsets = tuple[int, int]
REACHES = (32, 64, 128, 256)
"""Characters of context on each side, tried in turn; the last is kept even if it is not enough."""
PAD = "\x00"


def selectors(
    account: Account, places: Iterable[Offsets]
) -> dict[Offsets, list[dict[str, object]]]:
    """Return both selectors of each place; offsets are code points into the account's text.

    Takes time linear in the length of the text: one pass for each reach that is needed.
    """
    text, waiting = account.text, sorted(set(places))
    made: dict[Offsets, list[dict[str, object]]] = {}
    for reach in REACHES:
        found = _found_once(text, waiting, reach)
        last = reach == REACHES[-1]
        for place in waiting:
            if last or place in found:
                made[place] = _both(text, place, reach)
        waiting = [place for place in waiting if place not in made]
        if not waiting:
            break
    return made


def _both(text: str, place: Offsets, reach: int) -> list[dict[str, object]]:
    start, end = place
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - reach) : start],
            "suffix": text[end : end + reach],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


def _found_once(text: str, places: list[Offsets], reach: int) -> set[Offsets]:
    """Return the places that no other place looks like, with their context.

    All places share one length of window, so that one pass over the text counts them all.
    """
    length = 2 * reach + 1
    padded = PAD * reach + text + PAD * (length - reach)
    windows = {padded[start : start + length] for start, _ in places}
    counts: Counter[str] = Counter()
    for at in range(len(padded) - length + 1):
        window = padded[at : at + length]
        if window in windows:
            counts[window] += 1
    return {
        place
        for place in places
        if counts[padded[place[0] : place[0] + length]] == 1 and _clear(text, place, reach)
    }


def _clear(text: str, place: Offsets, reach: int) -> bool:
    """Tell whether a place at an edge of the text, whose context is cut there, is the only one."""
    start, end = place
    before, after = max(0, start - reach), end + reach
    if start >= reach and after <= len(text) and end > start:
        return True
    whole = text[before:after]
    return bool(whole) and text.find(whole) == before and text.find(whole, before + 1) < 0
