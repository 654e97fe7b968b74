"""Oddities: a rare figure or phrase that two accounts share and hardly another has.

Enters: `Telling`s, and the pairs already tied. Leaves: `Borrowing`s of kind "common origin".

Shared errors show shared descent (Lachmann): what nobody else says, said twice in the narrators'
own voice with no source named, was hardly found twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from variorum.link.english_rates import rarity
from variorum.link.terms import stem
from variorum.records import Borrowing, Figure, Span, new_id
from variorum.trace.english_sense import COMMON
from variorum.trace.naming import called
from variorum.trace.reuse import Telling
from variorum.trace.wording import shown

FEWEST_ACCOUNTS = 3
"""Below it "no third account has it" says nothing."""
SIGNIFICANT = 3
"""Digits, end zeros left out, from which a figure is too exact to be found twice by chance."""
PHRASE = 5
"""Words of an odd phrase."""
HOLDERS = 3
"""Most accounts that may have it, and never more than half of them."""
ODD = 13.0
"""Rarity of its telling words together (natural logarithms; see `link.english_rates`)."""
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
    both = called(mine.dossier.account, theirs.dossier.account)
    return Borrowing(
        id=new_id("b", mine.id, theirs.id, "common origin"),
        from_=mine.id,
        to=theirs.id,
        kind="common origin",
        because=f"{both} both have “{shown(places[0][0].text)}”, which hardly another account has, "
        "and at least one of them names no source for it.",
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
    seats: dict[tuple[str, ...], dict[int, int]] = {}
    for number, one in enumerate(tellings):
        keys = [word.key for word in one.words]
        for at in range(len(keys) - PHRASE + 1):
            seats.setdefault(tuple(keys[at : at + PHRASE]), {}).setdefault(number, at)
    reached: dict[tuple[int, int], int] = {}
    few = min(HOLDERS, len(tellings) // 2)
    for phrase, holding in seats.items():
        if 2 <= len(holding) <= max(2, few) and _odd(phrase):
            for pair in combinations(sorted(holding), 2):
                places = _place(tellings, pair, holding, reached)
                if places is not None:
                    yield pair, places


def _place(
    tellings: Sequence[Telling],
    pair: tuple[int, int],
    holding: Mapping[int, int],
    reached: dict[tuple[int, int], int],
) -> tuple[Span, Span] | None:
    """Return where two accounts have a phrase that at least one of them has in its own voice.

    `reached` keeps the end of the pair's last phrase: one that overlaps it adds nothing.
    """
    left, right = (tellings[number] for number in pair)
    here, there = (holding[number] for number in pair)
    narrated = None in (left.voice[here], right.voice[there])
    if here < reached.get(pair, 0) or not narrated or _is_name(left, here):
        return None
    reached[pair] = here + PHRASE
    return left.place(here, here + PHRASE), right.place(there, there + PHRASE)


def _odd(phrase: Sequence[str]) -> bool:
    """Tell whether a phrase is one that two people hardly hit on: rare words, and no numbers."""
    if any(key[0].isdigit() for key in phrase):
        return False
    return sum(rarity(stem(key)) for key in phrase if key not in COMMON) >= ODD


def _is_name(one: Telling, at: int) -> bool:
    telling = [word for word in one.words[at : at + PHRASE] if word.key not in COMMON]
    capitals = sum(word.text[:1].isupper() for word in telling)
    return capitals >= CAPITALS * len(telling)
