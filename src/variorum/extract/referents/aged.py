"""Aged: whom "the 29-year-old" means, within one account.

Enters: `Referents`, the head of a description. Leaves: the position of a `Name`, or ``None``.

It is the one person beside whose name that age is printed ("Jan Volk, 29,"), else the one person whom
the nearest sentence before it names, if no other age is printed beside that name.
"""

from __future__ import annotations

from bisect import bisect_left

from variorum.extract.referents.candidates import Referents
from variorum.extract.referents.places import NamePosition

_BESIDE = 4
_MENTIONS_BACK = 500
_SENTENCES_BACK = 3


def by_age(view: Referents, head: int) -> int | None:
    """Resolve "the 29-year-old"; ``None`` for other words."""
    age = _age(view, head)
    if age is None:
        return None
    ages: dict[int, set[str]] = {}
    before = bisect_left(view.starts, view.tree.tokens[head].start)
    for place in view.places[max(0, before - _MENTIONS_BACK) : before]:
        if view.names[place.name].kind == "person":
            ages.setdefault(place.name, set()).update(_printed_ages(view, place))
    bearers = [name for name, printed in ages.items() if age in printed]
    if bearers:
        return bearers[0] if len(bearers) == 1 else None
    return _just_named(view, head, {name for name, printed in ages.items() if printed})


def _age(view: Referents, head: int) -> str | None:
    tree = view.tree
    if tree.lemma(head) not in view.language.names.old:
        return None
    said = range(tree.left[head], head)
    definite = any(tree.word(index) in view.language.names.definite for index in said)
    numbers = [tree.tokens[index].text for index in said if tree.tokens[index].text.isdigit()]
    return numbers[0] if definite and len(numbers) == 1 else None


def _printed_ages(view: Referents, place: NamePosition) -> set[str]:
    """Return the numbers right after a name and its comma: "Jan Volk, 29,", "Jan Volk, aged 29"."""
    tokens = view.tree.tokens
    found = set()
    for index in range(place.token + 1, min(place.token + _BESIDE, len(tokens))):
        if tokens[index].text.isdigit():
            found.add(tokens[index].text)
        elif (
            tokens[index].text != "," and view.tree.word(index) not in view.language.names.age_links
        ):
            break
    return found


def _just_named(view: Referents, head: int, aged: set[int]) -> int | None:
    """Return the one person whom the nearest sentence before names."""
    sentence = view.tree.sentence_of[head]
    for number in range(sentence - 1, max(-1, sentence - _SENTENCES_BACK - 1), -1):
        near = [p for p in view.in_sentence(number, head) if view.names[p.name].kind == "person"]
        if near:
            named = {place.name for place in near}
            sole = len(named) == 1 and not named & (aged | view.shared)
            return near[0].name if sole else None
    return None
