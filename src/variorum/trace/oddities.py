"""Oddities: a rare figure or phrase that two accounts share and no third has.

Enters: `Telling`s, and the pairs already tied. Leaves: `Borrowing`s of kind "common origin".

Shared errors show shared descent (Lachmann): what nobody else says, said twice in the narrators'
own voice with no source named, was hardly found twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from variorum.records import Borrowing, Figure, Span, new_id
from variorum.trace.direction import named
from variorum.trace.english_sense import COMMON
from variorum.trace.reuse import Telling
from variorum.trace.wording import shown

FEWEST_ACCOUNTS = 3
"""Below it "no third account has it" says nothing."""
SIGNIFICANT = 3
"""Digits, end zeros left out, from which a figure is too exact to be found twice by chance."""
PHRASE = 4
"""Words of an odd phrase."""
TELLING = 2
"""Words of it that are not among the commonest and stand in no third account."""
CAPITALS = 0.5
"""Share of capital letters at word starts from which a phrase is a name, which anybody may use."""


def oddities(tellings: Sequence[Telling], tied: set[frozenset[str]]) -> Iterator[Borrowing]:
    """Yield one borrowing for each pair of accounts, not yet tied, that share an oddity."""
    if len(tellings) < FEWEST_ACCOUNTS:
        return
    found: dict[tuple[int, int], list[tuple[Span, Span]]] = {}
    for pair, places in (*_figures(tellings), *_phrases(tellings)):
        found.setdefault(pair, []).append(places)
    for (left, right), pairs in sorted(found.items()):
        mine, theirs = tellings[left], tellings[right]
        if frozenset((mine.id, theirs.id)) not in tied:
            yield _origin(mine, theirs, pairs)


def _origin(mine: Telling, theirs: Telling, places: Sequence[tuple[Span, Span]]) -> Borrowing:
    both = f"{named(mine.dossier.account)} and {named(theirs.dossier.account)}"
    return Borrowing(
        id=new_id("b", mine.id, theirs.id, "common origin"),
        from_=mine.id,
        to=theirs.id,
        kind="common origin",
        because=f"{both} both have “{shown(places[0][0].text)}”, which no third account has, "
        "and neither names a source for it.",
        evidence=tuple(place for pair in places for place in pair),
    )


# --- figures -----------------------------------------------------------------------------------


def _figures(tellings: Sequence[Telling]) -> Iterator[tuple[tuple[int, int], tuple[Span, Span]]]:
    holders: dict[str, dict[int, Figure]] = {}
    for number, one in enumerate(tellings):
        for figure in one.dossier.statements.figures:
            if figure.value and _exact(figure.value):
                holders.setdefault(figure.value, {}).setdefault(number, figure)
    for _, holding in sorted(holders.items()):
        if len(holding) == 2:
            (left, mine), (right, theirs) = sorted(holding.items())
            if _unsourced(mine) and _unsourced(theirs) and _alike(mine, theirs):
                yield (left, right), (mine.place, theirs.place)


def _exact(value: str) -> bool:
    digits = value.replace(".", "").lstrip("0-").rstrip("0")
    return len(digits) >= SIGNIFICANT and digits.isdigit()


def _unsourced(figure: Figure) -> bool:
    return figure.quotation is None and figure.asserted_by is None


def _alike(mine: Figure, theirs: Figure) -> bool:
    heads = {mine.counted_head, theirs.counted_head} - {None}
    return len(heads) <= 1 and mine.unit == theirs.unit


# --- phrases -----------------------------------------------------------------------------------


def _phrases(tellings: Sequence[Telling]) -> Iterator[tuple[tuple[int, int], tuple[Span, Span]]]:
    spread = _spread(tellings)
    seats: dict[tuple[str, ...], dict[int, int]] = {}
    for number, one in enumerate(tellings):
        keys = [word.key for word in one.words]
        for at in range(len(keys) - PHRASE + 1):
            if one.voice[at] is None:
                seats.setdefault(tuple(keys[at : at + PHRASE]), {}).setdefault(number, at)
    reached: dict[tuple[int, int], int] = {}
    for phrase, holding in seats.items():
        if len(holding) == 2 and _odd(phrase, spread):
            (left, here), (right, there) = sorted(holding.items())
            apart = here >= reached.get((left, right), 0)
            if apart and not _is_name(tellings[left], here):
                reached[(left, right)] = here + PHRASE
                places = (
                    tellings[left].place(here, here + PHRASE),
                    tellings[right].place(there, there + PHRASE),
                )
                yield (left, right), places


def _spread(tellings: Sequence[Telling]) -> dict[str, int]:
    """Return in how many accounts each word stands."""
    spread: dict[str, int] = {}
    for one in tellings:
        for key in sorted({word.key for word in one.words}):
            spread[key] = spread.get(key, 0) + 1
    return spread


def _odd(phrase: Sequence[str], spread: Mapping[str, int]) -> bool:
    rare = [key for key in phrase if key not in COMMON and spread.get(key, 0) == 2]
    return len(rare) >= TELLING and not any(key[0].isdigit() for key in phrase)


def _is_name(one: Telling, at: int) -> bool:
    telling = [word for word in one.words[at : at + PHRASE] if word.key not in COMMON]
    capitals = sum(word.text[:1].isupper() for word in telling)
    return capitals >= CAPITALS * len(telling)
