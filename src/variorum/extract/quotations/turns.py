"""Turns: in a transcript, all the words under a speaker's label are that speaker's.

Enters: an `Account` with turn regions, its `Annotation`, its `Name`s. Leaves: `Quotation`s.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.annotations import Annotation
from variorum.extract.names.titles import names_several
from variorum.languages.registry import language_of
from variorum.records import Account, Name, Quotation, Region, Span, Speaker, new_id


def turns(account: Account, annotation: Annotation, names: Sequence[Name]) -> Iterator[Quotation]:
    """Yield one quotation for each turn; its contents are the turn's paragraphs."""
    paragraphs = _paragraphs(account, annotation)
    for index, region in enumerate(account.regions):
        contents = paragraphs.get(index, [])
        if region.kind != "turn" or not contents:
            continue
        place = account.span(region.start, contents[-1].end)
        yield Quotation(
            id=new_id("q", account.id, place.start, place.end, contents[0].start, "turn"),
            place=place,
            manner="turn",
            contents=tuple(contents),
            speaker=_speaker(account, region, names),
        )


def _paragraphs(account: Account, annotation: Annotation) -> dict[int, list[Span]]:
    """Return the places of each region's paragraphs, sentence ends as their ends."""
    bounds: dict[tuple[int, int], tuple[int, int]] = {}
    for sentence in annotation.sentences:
        key = (sentence.region, sentence.paragraph)
        start, _ = bounds.get(key, (sentence.start, sentence.end))
        bounds[key] = (start, sentence.end)
    found: dict[int, list[Span]] = {}
    for (region, _), (start, end) in bounds.items():
        found.setdefault(region, []).append(account.span(start, end))
    return found


def _speaker(account: Account, region: Region, names: Sequence[Name]) -> Speaker:
    if not region.speaker:
        return Speaker()
    words = language_of(account.language).names
    at = account.text.find(region.speaker, region.start, region.label_end or region.end)
    place = account.span(at, at + len(region.speaker)) if at >= 0 else None
    if names_several(words, region.speaker):
        return Speaker(name=region.speaker, place=place)
    named = next((name for name in names if place is not None and _is_named(name, place)), None)
    if named is not None and named.name.lower() not in words.role_of:
        path = () if named.name == region.speaker else (region.speaker, named.name)
        return Speaker(name=named.name, place=place, within=named.id, path=path)
    return Speaker(name=region.speaker, place=place)


def _is_named(name: Name, place: Span) -> bool:
    """Tell whether a person's name is mentioned inside a place."""
    return name.kind == "person" and any(
        place.start <= mention.start and mention.end <= place.end for mention in name.mentions
    )
