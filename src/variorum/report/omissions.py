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
    accounts: frozenset[str]
    words: int
    places: tuple[Span, ...]


def left_out(material: Material) -> Iterator[Finding]:
    """Tell what each account of an event has nothing of, where others do."""
    for event in material.events.values():
        usual = median(len(material.accounts[account].text) for account in event.accounts)
        speeches = _speeches(material, event.accounts)
        silences = _silences(material, event.id)
        for account in event.accounts:
            if len(material.accounts[account].text) < usual * SHORT:
                continue  # the silence of a post or a brief means nothing
            speakers = [speech for speech in speeches if account not in speech.accounts]
            matters = silences.get(account, [])
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


def _speeches(material: Material, accounts: Sequence[str]) -> list[Speech]:
    """Return the speakers whom two accounts quote at some length, most words first."""
    quoted: dict[str, list[Quotation]] = defaultdict(list)
    for account in accounts:
        for quotation in material.quoted.get(account, ()):
            if quotation.speaker.entity:
                quoted[quotation.speaker.entity].append(quotation)
    made = [_speech(entity, quotations) for entity, quotations in sorted(quoted.items())]
    passages = {entity: sum(len(q.contents) for q in found) for entity, found in quoted.items()}
    many = [s for s in made if len(s.accounts) > 1 and passages[s.entity] >= MANY_PASSAGES]
    return sorted(many, key=lambda speech: (-speech.words, speech.entity))


def _speech(entity: str, quotations: Sequence[Quotation]) -> Speech:
    contents = [content for quotation in quotations for content in quotation.contents]
    contents.sort(key=lambda c: (-len(c.text), c.account, c.start))
    return Speech(
        entity=entity,
        accounts=frozenset(quotation.place.account for quotation in quotations),
        words=sum(len(content.text.split()) for content in contents),
        places=tuple(contents[:MOST_SHOWN]),
    )


def _silences(material: Material, event: str) -> dict[str, list[Alignment]]:
    """Return, by account, the places of the story that two others have and it has not."""
    silent: dict[str, list[Alignment]] = defaultdict(list)
    spoken: dict[str, int] = {}
    for alignment in material.alignments_of.get(event, ()):
        spoken[alignment.id] = sum(bool(r.places) for r in alignment.readings)
        if spoken[alignment.id] > 1 and not material.is_count(alignment):
            for account in dict.fromkeys(r.account for r in alignment.readings if not r.places):
                silent[account].append(alignment)
    for missing in silent.values():
        missing.sort(key=lambda a: (-spoken[a.id], a.id))
    return silent
