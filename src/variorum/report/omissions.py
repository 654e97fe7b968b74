"""Omissions: what an account has nothing of, where others of its event do.

Enters: `Material`. Leaves: one `Finding` an account.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median

from msgspec import Struct

from variorum.records import Alignment, Finding, Quotation, Span
from variorum.report.material import Material
from variorum.report.telling import Basis, finding, known, listed

MANY_PASSAGES = 4
"""Passages of a speaker that make it worth saying that another account has none of them."""
SHORT = 0.3
"""Share of the usual length of its event's accounts below which an account may leave out anything."""
MOST_SHOWN = 4
"""Readings or omissions named in one sentence; the rest are counted."""


class Speech(Struct, frozen=True):
    """What accounts quote of one speaker: who quotes it, how many words, and where."""

    entity: str
    accounts: tuple[str, ...]
    words: int
    places: tuple[Span, ...]


def left_out(material: Material) -> Iterator[Finding]:
    """Tell what each account of an event has nothing of, where others do."""
    for event in material.events.values():
        usual = median(len(material.accounts[account].text) for account in event.accounts)
        for account in event.accounts:
            if len(material.accounts[account].text) < usual * SHORT:
                continue  # the silence of a post or a brief means nothing
            speakers = _silent_on_speakers(material, account, event.accounts)
            matters = _silent_on_matters(material, account, event.id)
            if speakers or matters:
                yield _omission(material, account, speakers, matters)


def _omission(
    material: Material, account: str, speakers: list[Speech], matters: list[Alignment]
) -> Finding:
    parts = []
    if speakers:
        names = listed([str(material.speaker(s.entity)) for s in speakers[:MOST_SHOWN]])
        parts.append(f"has no words of {names}, whom {_many_others(speakers)} quote")
    if matters:
        shown = "; ".join(f"“{alignment.about}”" for alignment in matters[:MOST_SHOWN])
        more = len(matters) - MOST_SHOWN
        parts.append(f"has nothing on {shown}" + (f" and {more} more matters" if more > 0 else ""))
    text = f"{material.label(account)} {', and '.join(parts)}."
    words = sum(speech.words for speech in speakers)
    strength = min(1.0, 0.4 + 0.02 * len(matters) + (0.4 if speakers else 0) + words / 3000)
    places = [p for speech in speakers for p in speech.places]
    places += [r.places[0] for a in matters[:MOST_SHOWN] for r in a.readings if r.places]
    about = (*(s.entity for s in speakers), *(alignment.id for alignment in matters))
    return finding("left out", "", text, Basis(known(places), about, strength))


def _many_others(speakers: Sequence[Speech]) -> str:
    count = len({account for speech in speakers for account in speech.accounts})
    return f"{count} other accounts"


def _silent_on_speakers(material: Material, account: str, accounts: Sequence[str]) -> list[Speech]:
    """Return the speakers whom two other accounts quote at some length, and this one never."""
    words: dict[str, list[Quotation]] = defaultdict(list)
    for other in accounts:
        for quotation in material.quoted.get(other, ()):
            if quotation.speaker.entity:
                words[quotation.speaker.entity].append(quotation)
    found = []
    for entity, quotations in sorted(words.items()):
        others = tuple(sorted({q.place.account for q in quotations}))
        passages = sum(len(q.contents) for q in quotations)
        if account not in others and len(others) > 1 and passages >= MANY_PASSAGES:
            contents = [content for q in quotations for content in q.contents]
            contents.sort(key=lambda c: (-len(c.text), c.account, c.start))
            places = tuple(contents[:MOST_SHOWN])
            length = sum(len(c.text.split()) for q in quotations for c in q.contents)
            found.append(Speech(entity, others, length, places))
    return sorted(found, key=lambda speech: (-speech.words, speech.entity))


def _silent_on_matters(material: Material, account: str, event: str) -> list[Alignment]:
    """Return the places of the story that two other accounts have and this one has not."""
    missing = [
        alignment
        for alignment in material.alignments_of.get(event, ())
        if sum(bool(r.places) for r in alignment.readings) > 1
        and not material.is_count(alignment)
        and any(r.account == account and not r.places for r in alignment.readings)
    ]
    return sorted(missing, key=lambda a: (-sum(bool(r.places) for r in a.readings), a.id))
