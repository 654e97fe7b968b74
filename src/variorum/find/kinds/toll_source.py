"""Toll source: one source of which several accounts have a number of the killed, injured or missing.

Enters: `Material`. Leaves: a `Finding` for each source and what befell those counted.

The numbers may differ, as they do from day to day; that they come from one source is what is told.
Each account prints its name in the sentence that has the number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from variorum.find.kinds.same_words import says
from variorum.find.matter.material import Material
from variorum.find.matter.own_words import sentence
from variorum.find.matter.prose import MOST_WORDED, Basis, finding, one_an_account, worded
from variorum.judge.figures.ranges import kind
from variorum.judge.figures.sides import fate, group
from variorum.languages.counts import TOLLS
from variorum.records import Figure, Finding
from variorum.trace.checking.voices import prints

FEWEST_ACCOUNTS_OF_A_SOURCE = 2
"""Accounts that must have a number of one source."""


def toll_sources(material: Material) -> Iterator[Finding]:
    """Tell of sources to which several accounts of an event give their number of those whom it befell."""
    for event in material.events.values():
        given: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for figure in material.figures.values():
            if figure.place.account in event.accounts and (key := _source(material, figure)):
                given[key].append(figure)
        for (source, befell), figures in given.items():
            told = one_an_account([figure.place for figure in figures])
            if len(told) >= FEWEST_ACCOUNTS_OF_A_SOURCE:
                places = tuple(sentence(material, place) for place in told)
                about = tuple(figure.id for figure in figures if figure.place in told)
                because = (
                    f"{material.speaker(source)} is the source, in each of these accounts, of a "
                    f"number of those {befell}."
                )
                quoted = "; ".join(worded(material, place) for place in places[:MOST_WORDED])
                strength = min(1.0, 0.7 + 0.1 * len(places))
                yield finding("one origin", quoted, because, Basis(places, about, strength))


def _source(material: Material, figure: Figure) -> tuple[str, str] | None:
    """Return who gives a toll, by a name that the account prints there, and what befell those counted."""
    account = material.accounts[figure.place.account]
    counts = material.language(account.id).counts
    befell = fate(counts, figure)
    said = material.quotations.get(figure.quotation or "")
    source = material.entities.get(figure.asserted_by or "")
    if befell not in TOLLS or kind(figure) is not None or group(counts, figure) is None:
        return None
    if said is None or source is None or account.kind == "transcript":
        return None
    printed = said.speaker.place.text if said.speaker.place else ""
    named = prints(material.parts, printed, source.name) and says(material, said)
    return (source.id, befell) if named else None
