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
SHORT = 0.5
"""Share of the usual length of its event's accounts below which an account may leave out anything."""
NEAR = 200
"""Characters around a quotation in which its speaker is mostly named."""
A_SPEAKER, A_MATTER = 0.45, 0.05
"""How telling it is, 0 to 1, that a speaker is left out, and that a matter is."""
MOST_COUNTED = 8
"""Matters that are counted: a long list of small ones is no whole topic."""
A_TOPIC = 1500
"""Words of the speakers left out that are as telling as anything can be."""
MOST_SHOWN = 4
"""Readings or omissions named in one sentence; the rest are counted."""


class Speech(Struct, frozen=True):
    """What accounts quote of one speaker: who quotes it, how many words, and where."""

    entity: str
    accounts: frozenset[str]
    words: int
    places: tuple[Span, ...]


def left_out(material: Material) -> Iterator[Finding]:
    """Tell what each account of an event has nothing of, where most others do."""
    for event in material.events.values():
        usual = median(len(material.accounts[account].text) for account in event.accounts)
        most = max(2, (len(event.accounts) - 1) // 2)
        speeches = _speeches(material, event.accounts, most)
        silences = _silences(material, event.id, most)
        for account in event.accounts:
            size = len(material.accounts[account].text) / max(1, usual)
            if size < SHORT:
                continue  # the silence of a post or a brief means nothing
            speakers = [
                speech
                for speech in speeches
                if account not in speech.accounts
                and not _may_quote(material, account, speech)
                and not _came_first(material, account, speech)
            ]
            matters = silences.get(account, [])
            if speakers or matters:
                basis = _basis(speakers, matters, min(1.0, size))
                yield finding("left out", "", _told(material, account, speakers, matters), basis)


def _may_quote(material: Material, account: str, speech: Speech) -> bool:
    """Tell whether words of nobody known stand near the speaker's name: they may be the speaker's."""
    name = (material.speaker(speech.entity) or "").split()[-1:]
    text = material.accounts[account].text
    return any(
        name[0] in text[max(0, q.place.start - NEAR) : q.place.end + NEAR]
        for q in material.quoted.get(account, ())
        if name and q.speaker.entity is None
    )


def _came_first(material: Material, account: str, speech: Speech) -> bool:
    """Tell whether an account was published before the speaker was heard in any other."""
    mine = material.accounts[account].published.latest
    others = [material.accounts[other].published.earliest for other in sorted(speech.accounts)]
    days = [day[:10] for day in others if day]
    return mine is not None and bool(days) and mine[:10] < min(days)


def _told(
    material: Material, account: str, speakers: list[Speech], matters: list[Alignment]
) -> str:
    parts = []
    if speakers:
        names = listed([str(material.speaker(s.entity)) for s in speakers[:MOST_SHOWN]])
        parts.append(f"has no words of {names}, whom {_many_others(speakers)} quote")
    if matters:
        shown = "; ".join(f"“{alignment.about}”" for alignment in matters[:MOST_SHOWN])
        more = len(matters) - MOST_SHOWN
        parts.append(f"has nothing on {shown}" + (f" and {more} more matters" if more > 0 else ""))
    return f"{material.label(account)} {', and '.join(parts)}."


def _basis(speakers: Sequence[Speech], matters: Sequence[Alignment], size: float) -> Basis:
    """Return what an omission rests on: telling where a speaker is left out whom others quote.

    `size` is the account's length as a share of what is usual: who writes little leaves out much.
    """
    words = sum(speech.words for speech in speakers)
    strength = A_MATTER * min(MOST_COUNTED, len(matters)) + words / A_TOPIC
    if speakers:
        strength += A_SPEAKER
    places = [p for speech in speakers for p in speech.places]
    places += [r.places[0] for a in matters[:MOST_SHOWN] for r in a.readings if r.places]
    about = (*(s.entity for s in speakers), *(alignment.id for alignment in matters))
    return Basis(known(places), about, size * min(1.0, strength))


def _many_others(speakers: Sequence[Speech]) -> str:
    count = len({account for speech in speakers for account in speech.accounts})
    return f"{count} other accounts"


def _speeches(material: Material, accounts: Sequence[str], most: int) -> list[Speech]:
    """Return the speakers whom `most` accounts quote at some length, most words first."""
    quoted: dict[str, list[Quotation]] = defaultdict(list)
    for account in accounts:
        for quotation in material.quoted.get(account, ()):
            if quotation.speaker.entity:
                quoted[quotation.speaker.entity].append(quotation)
    made = [_speech(entity, quotations) for entity, quotations in sorted(quoted.items())]
    passages = {entity: sum(len(q.contents) for q in found) for entity, found in quoted.items()}
    many = [s for s in made if len(s.accounts) >= most and passages[s.entity] >= MANY_PASSAGES]
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


def _silences(material: Material, event: str, most: int) -> dict[str, list[Alignment]]:
    """Return, by account, the places of the story that `most` others have and it has not."""
    silent: dict[str, list[Alignment]] = defaultdict(list)
    spoken: dict[str, int] = {}
    for alignment in material.alignments_of.get(event, ()):
        spoken[alignment.id] = sum(bool(r.places) for r in alignment.readings)
        if spoken[alignment.id] >= most and not material.is_count(alignment):
            for account in dict.fromkeys(r.account for r in alignment.readings if not r.places):
                silent[account].append(alignment)
    for missing in silent.values():
        missing.sort(key=lambda a: (-spoken[a.id], a.id))
    return silent
