"""Ties: readings that may rest on one source though nobody says so.

Enters: the readings of an alignment with their sources. Leaves: `Tie`s, each with its ground.

Names that may be one person's, words that are the same, a figure too exact to be found twice:
each is a doubt about independence, and a doubt is enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct

from variorum.align.differences import numbers_among, words
from variorum.records import Reading
from variorum.trace.borrowing.direction import outlet_keys
from variorum.trace.borrowing.sources import ReadingSource, Sources, account_source
from variorum.trace.checking.voices import same_person

SAME_WORDING = 0.75
"""Dice of the telling words of two places at which they are one wording."""
CONTAINED_SHARE = 0.8
"""Share of the shorter quotation's telling words that stand in the longer one."""
FEWEST, FEW = 5, 3
"""Telling words of a place that is likened to another; of a quotation."""
MOST_GROUNDS = 2
"""Grounds that are shown: what more there is changes nothing."""
EXACT_DIGITS = 3
"""Digits, end zeros left out, from which one figure given without a source ties two readings."""


class Tie(Struct, frozen=True):
    """Two sources that are counted as one, and why; the ground is empty where it is plain."""

    one: ReadingSource
    other: ReadingSource
    why: str = ""


class Voices(Struct, frozen=True):
    """The readings that are not silent, and the sources each of them names."""

    readings: tuple[Reading, ...]
    sources: tuple[tuple[ReadingSource, ...], ...]


class _Words(Struct, frozen=True):
    """The telling words and exact figures of one place of a reading, and who says them."""

    source: ReadingSource
    telling: frozenset[str]
    exact: frozenset[str]
    narrated: bool


def one_speaker(heard: Voices, known: Sources) -> Iterator[Tie]:
    """Tie speakers whose names can be one person's, and bodies to the accounts they issued."""
    found = sorted({source for sources in heard.sources for source in sources})
    for one, other in combinations(found, 2):
        if not one.is_speech:
            return  # speeches stand first
        mine, theirs = known.name(one), known.name(other)
        if other.is_speech and same_person(known.parts, mine, theirs):
            yield Tie(one, other, f"{mine} and {theirs} may be one speaker")
        elif known.issued(other, mine):
            yield Tie(one, other, f"{theirs} may have been issued by {mine}")


def one_house(heard: Voices, known: Sources) -> Iterator[Tie]:
    """Tie an outlet's narrator to what its other accounts say here: it does not confirm itself."""
    homes: dict[tuple[str, ...], list[tuple[ReadingSource, bool]]] = {}
    for reading, sources in zip(heard.readings, heard.sources, strict=True):
        keys = outlet_keys(known.parts, known.outlets.get(reading.account, ""))
        narrated = account_source(reading.account) in sources
        for other, too in homes.get(keys, []) if keys else ():
            if narrated or too:
                yield Tie(
                    other, sources[0], f"Both are accounts of {known.outlets[reading.account]}"
                )
        homes.setdefault(keys, []).append((sources[0], narrated))


def same_words(heard: Voices, known: Sources) -> Iterator[Tie]:
    """Tie readings in the same words, and an exact figure that a narrator gives without a source.

    Words given to two speakers were said by one of them, or by a third. Sources that earlier ties
    hold together already are tied again only while there are grounds to be shown.
    """
    if len({sources[0] for sources in heard.sources}) == 1:
        return
    told = [(r.account, one) for r in heard.readings for one in _reading_words(r, known)]
    number = {source: at for at, source in enumerate({one.source for _, one in told})}
    numbered = [(number[one.source], account, one) for account, one in told]
    home = list(range(len(number)))
    grounds: set[str] = set()
    for (left, account, mine), (right, other, theirs) in combinations(numbered, 2):
        if left == right or account == other:
            continue
        if home[left] == home[right] and len(grounds) >= MOST_GROUNDS:
            continue
        why = _same(mine, theirs, known)
        if why:
            grounds.add(why)
            kept, gone = home[left], home[right]
            home = [kept if root == gone else root for root in home]
            yield Tie(mine.source, theirs.source, why)
            if len(grounds) >= MOST_GROUNDS and len(set(home)) == 1:
                return


def _same(mine: _Words, theirs: _Words, known: Sources) -> str:
    """Return what two readings share that they may have from one source, or nothing."""
    if _one_wording(mine, theirs):
        both = f"{known.label(mine.source)} and {known.label(theirs.source)}"
        return f"The words are much the same: {both}"
    shared = mine.exact & theirs.exact
    if shared and (mine.narrated or theirs.narrated):
        return f"Both give the figure {min(shared)}, and at least one names no source"
    return ""


def _reading_words(reading: Reading, known: Sources) -> Iterator[_Words]:
    """Yield the words of each place by itself: a reading may quote one person and tell another's."""
    language = known.languages[reading.account]
    narrator = account_source(reading.account)
    for place in reading.places:
        found = [word for word in words(place.text, language=language) if word.key]
        sources = known.of_reading(Reading(account=reading.account, places=(place,)))
        yield _Words(
            sources[0],
            frozenset(word.key for word in found) - language.sense.common,
            frozenset(number for number in numbers_among(found) if _exact(number)),
            narrator in sources,
        )


def _one_wording(mine: _Words, theirs: _Words) -> bool:
    shared, fewer = len(mine.telling & theirs.telling), _fewer(mine, theirs)
    if mine.telling == theirs.telling and fewer >= FEW:
        return True
    if mine.source.is_speech and theirs.source.is_speech:
        return fewer >= FEW and shared >= CONTAINED_SHARE * fewer
    whole = len(mine.telling) + len(theirs.telling)
    return fewer >= FEWEST and 2 * shared >= SAME_WORDING * whole


def _fewer(mine: _Words, theirs: _Words) -> int:
    return min(len(mine.telling), len(theirs.telling))


def _exact(number: str) -> bool:
    """Tell whether a number is too exact for chance; four plain digits may be a year."""
    digits = number.replace(".", "").strip("0")
    year = number.isdigit() and len(number) == 4 and number[:2] in {"19", "20"}
    return digits.isdigit() and len(digits) >= EXACT_DIGITS and not year
