"""Told once: what a source is reported to say in one account of an event alone.

Enters: `Material`. Leaves: a `Finding` an account, with its own sentences.

Such words met nothing in any other account when statements were set side by side, and some that say
what they are about stand in no other account of the event, in any form. That is what is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from variorum.find.kinds.heard_once import FEWEST_ACCOUNTS, heard_once
from variorum.find.kinds.same_words import says
from variorum.find.matter.material import Material
from variorum.find.matter.own_words import sentence
from variorum.find.matter.prose import Basis, finding, listed, worded
from variorum.find.matter.searched import Searched, TellingWord, telling_words
from variorum.find.matter.weighing import central
from variorum.records import Event, Finding, Span, Verdict

MET_NOTHING = "only_here"
"""The rule of a verdict on a passage that nothing in the other accounts was matched with."""
FEWEST_OWN, LEAST_OWN = 2, 9.0
"""Telling words of a sentence that no other account has, and how rare they must be in all."""
MOST_OWN, LEAST = 24.0, 0.6
"""How rare such words are in all from which on a sentence is as telling as any, and what the least tells."""
MOST_OWN_SENTENCES = 3
"""Sentences of one account."""
MOST_WORDS = 3
"""Words of a sentence that are told to be in no other account."""


class OwnSentence(Struct, frozen=True):
    """A sentence that stands alone, its words that no other account has, and how telling it is."""

    place: Span
    words: tuple[TellingWord, ...]
    strength: float
    verdict: str


def told_once(material: Material) -> Iterator[Finding]:
    """Tell of what sources say in one account of an event alone, an account at a time."""
    told = [place for found in heard_once(material) for place in found.places]
    for event in material.events.values():
        if len(event.accounts) >= FEWEST_ACCOUNTS:
            searched = Searched.of(material, event.accounts)
            found = [
                own
                for verdict in _alone(material, event)
                if (own := _own_sentence(material, verdict, searched))
                and not any(map(own.place.overlaps, told))
            ]
            for key in event.accounts:
                mine = _most_telling([own for own in found if own.place.account == key])
                if mine:
                    yield _finding(material, mine)


def _alone(material: Material, event: Event) -> Iterator[Verdict]:
    """Yield the verdicts on passages that met nothing; a record of a whole speech has too many."""
    for alignment in material.alignments_of.get(event.id, ()):
        for verdict in material.verdicts_of.get(alignment.id, ()):
            record = material.accounts[verdict.left.account].kind == "transcript"
            if verdict.rule == MET_NOTHING and not record:
                yield verdict


def _own_sentence(material: Material, verdict: Verdict, searched: Searched) -> OwnSentence | None:
    """Return a sentence that is told, if enough of its words stand in this account alone."""
    place = sentence(material, verdict.left)
    alone = frozenset({place.account})
    said = _reported(material, verdict.left)
    words = (
        [w for w in telling_words(material, said) if searched.having(w) == alone] if said else []
    )
    rare = sum(word.rarity for word in words)
    if len(words) < FEWEST_OWN or rare < LEAST_OWN:
        return None
    rarest = sorted(enumerate(words), key=lambda one: (-one[1].rarity, -one[0]))[:MOST_WORDS]
    shown = tuple(word for _, word in sorted(rarest, key=lambda one: one[0]))
    strength = LEAST + (1.0 - LEAST) * min(1.0, rare / MOST_OWN)
    return OwnSentence(place, shown, strength * central(material, [place]), verdict.id)


def _reported(material: Material, place: Span) -> Span | None:
    """Return what an account reports there, in its own words, of a source that it names or describes.

    What stands between quotation marks is how it was put, more often than what was said.
    """
    found = material.quotations_at(place)
    contents = [said for one in found for said in one.contents if place.overlaps(said)]
    reported = all(
        one.manner == "indirect" and one.speaker.place is not None and says(material, one)
        for one in found
    )
    if not contents or not reported:
        return None
    start, end = (min(said.start for said in contents), max(said.end for said in contents))
    account = material.accounts[place.account]
    return account.span(max(place.start, start), min(place.end, end))


def _most_telling(found: Sequence[OwnSentence]) -> list[OwnSentence]:
    """Return the most telling sentences of an account, each once, as they stand."""
    most: list[OwnSentence] = []
    for own in sorted(found, key=lambda own: (-own.strength, own.place)):
        if len(most) < MOST_OWN_SENTENCES and not any(
            own.place.overlaps(one.place) for one in most
        ):
            most.append(own)
    return sorted(most, key=lambda own: own.place)


def _finding(material: Material, found: Sequence[OwnSentence]) -> Finding:
    places = tuple(own.place for own in found)
    words = listed([f"“{word.text}”" for own in found for word in own.words])
    because = (
        f"What a source says of {words} was found in {material.label(places[0].account)} alone; "
        f"no other account of the event has these words."
    )
    told = "; ".join(worded(material, place) for place in places)
    strength = max(own.strength for own in found)
    return finding(
        "only here", told, because, Basis(places, tuple(own.verdict for own in found), strength)
    )
