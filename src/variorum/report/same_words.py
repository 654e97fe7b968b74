"""Same words: what several accounts give to one speaker, whom each of them names there.

Enters: `Material`. Leaves: `Words`, and a finding for each speaker and the accounts that quote him.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from variorum.records import Finding, Span
from variorum.report.material import Material
from variorum.report.matters import together
from variorum.report.own_words import sentence
from variorum.report.telling import Basis, finding, listed, one_an_account, worded
from variorum.trace.voices import prints

MOST_WORDED = 6
"""Accounts whose words stand in one line; the places have them all."""
_Said = tuple[Span, Span, str]


class Words(Struct, frozen=True):
    """A speaker's name, a sentence of each account, and the ids of the borrowings that found it."""

    name: str
    places: tuple[Span, ...]
    about: tuple[str, ...]

    def told(self, material: Material) -> str:
        """Return each account's own sentence beside its name."""
        return "; ".join(worded(material, place) for place in self.places[:MOST_WORDED])


def speakers(material: Material) -> Iterator[Finding]:
    """Tell of words that accounts give to one speaker, those of the same accounts once."""
    found: dict[tuple[str, tuple[str, ...]], list[Words]] = {}
    for one in same_words(material):
        accounts = tuple(sorted(place.account for place in one.places))
        found.setdefault((one.name, accounts), []).append(one)
    for (name, accounts), several in found.items():
        names = listed([material.label(place.account) for place in several[0].places])
        because = f"{names} give {name} the same words, or nearly."
        about = tuple(dict.fromkeys(key for one in several for key in one.about))
        places = tuple(place for one in several for place in one.places)
        strength = min(1.0, 0.7 + 0.1 * len(accounts))
        basis = Basis(places, about, strength)
        yield finding("one origin", several[0].told(material), because, basis)


def same_words(material: Material) -> list[Words]:
    """Return what accounts give to one speaker in the same words, the longest first."""
    by_name: dict[str, list[_Said]] = {}
    for one in material.borrowings.values():
        name = one.from_.removeprefix("speech of ")
        if one.kind == "same speech" and name != one.from_:
            for mine, other in zip(one.evidence[::2], one.evidence[1::2], strict=False):
                if _names(material, mine, name) and _names(material, other, name):
                    by_name.setdefault(name, []).append((mine, other, one.id))
    made = [
        _words(material, name, group)
        for name, said in sorted(by_name.items())
        for group in together(sorted(set(said)), lambda one: one[:2])
    ]
    return sorted(made, key=lambda one: (-sum(len(p.text) for p in one.places), one.places))


def _words(material: Material, name: str, group: list[_Said]) -> Words:
    spans = {place for mine, other, _ in group for place in (mine, other)}
    longest = sorted(spans, key=lambda place: (-len(place.text), place))
    places = one_an_account([sentence(material, place) for place in longest])
    return Words(name, tuple(places), tuple(dict.fromkeys(key for _, _, key in group)))


def _names(material: Material, place: Span, name: str) -> bool:
    """Tell whether an account prints the name of the speaker to whom it gives a place."""
    return any(
        prints(q.speaker.place.text if q.speaker.place else "", name)
        for q in material.quotations_at(place)
    )
