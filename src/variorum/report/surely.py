"""Surely: figures that answer one question beyond doubt, for lines that nobody will check.

Enters: `Material`, the places of figures that were found to differ. Leaves: those of them of which
the same is counted, in the same words, and nothing in their sentences speaks of another day or place.

What is left out here is not told to be another count: it is only not known to be the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from variorum.find.matter.material import Material
from variorum.find.matter.own_words import sentence
from variorum.records import Figure, Span

Counted = tuple[str, str]


def sure(material: Material, marks: Iterable[Span]) -> list[Figure]:
    """Return the figures of the largest group that surely counts one thing, one an account."""
    placed = {(f.place.account, f.place.start): f for f in material.figures.values()}
    figures = [
        placed[m.account, m.start] for m in sorted(set(marks)) if (m.account, m.start) in placed
    ]
    groups: dict[Counted, list[Figure]] = defaultdict(list)
    for figure in figures:
        counted = _counted_lemmas(figure)
        if counted and not figure.change:
            groups[counted].append(figure)
    found = [_here(material, group) for _, group in sorted(groups.items())]
    found = [group for group in found if _differ(group)]
    return max(found, key=len, default=[])


def _counted_lemmas(figure: Figure) -> Counted | None:
    """Return what is counted and what is said of it, both by their dictionary form."""
    if not figure.counted_head or not figure.predicate or figure.subject:
        return None
    return figure.counted_head, figure.predicate


def _here(material: Material, group: Sequence[Figure]) -> list[Figure]:
    """Return the figures whose sentences name no day and no place that none of the others names."""
    places = {figure: set(_places_named(material, figure)) for figure in group}
    often = Counter(name for names in places.values() for name in names)
    known = _at_home(material, group)
    kept: dict[str, Figure] = {}
    for figure in group:
        alone = {name for name in places[figure] if often[name] == 1} - known
        if not alone and not _other_day(material, figure):
            kept.setdefault(figure.place.account, figure)
    return list(kept.values())


def _differ(group: Sequence[Figure]) -> bool:
    accounts = {figure.place.account for figure in group}
    return len(accounts) > 1 and len({(f.low, f.high) for f in group}) > 1


def _places_named(material: Material, figure: Figure) -> Iterator[str]:
    whole = sentence(material, figure.place)
    for entity in material.entities.values():
        if entity.kind == "place":
            for place in entity.mentions:
                if place.account == whole.account and whole.start <= place.start < whole.end:
                    yield entity.id


def _at_home(material: Material, group: Sequence[Figure]) -> set[str]:
    """Return the places that all of the accounts name somewhere."""
    accounts = {figure.place.account for figure in group}
    return {
        entity.id
        for entity in material.entities.values()
        if accounts <= {place.account for place in entity.mentions}
    }


def _other_day(material: Material, figure: Figure) -> bool:
    """Tell whether the sentence names a day outside the days of its event, or nobody knows its day."""
    whole = sentence(material, figure.place)
    event = next((e for e in material.events.values() if whole.account in e.accounts), None)
    published = material.accounts[whole.account].published
    known = published.earliest and published.basis != "narrative"
    if event is None or not event.earliest or not event.latest or not known:
        return True
    return any(
        moment.latest is not None
        and moment.earliest is not None
        and (moment.latest[:10] < event.earliest[:10] or moment.earliest[:10] > event.latest[:10])
        for moment in material.moments.values()
        if moment.place.account == whole.account
        and whole.start <= moment.place.start < whole.end
        and moment.kind != "duration"
    )
