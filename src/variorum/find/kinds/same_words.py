"""Same words: what several accounts give to one speaker, whom each of them names there.

Enters: `Material`. Leaves: `SharedQuotation`, and a finding for each speaker and the accounts that quote him.

An account that has "he" there names the speaker too, if that is whom the pronoun was resolved to:
the other's name and the same words bear each other out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct
from rapidfuzz.distance import Indel

from variorum.align.differences import words
from variorum.find.matter.material import Material
from variorum.find.matter.matters import together
from variorum.find.matter.own_words import sentence
from variorum.find.matter.prose import Basis, FindingText, finding, known, one_an_account
from variorum.find.matter.snippets import common_words, shortened_words
from variorum.find.matter.telling import answer, given
from variorum.judge.figures.narrowing import tells_totals
from variorum.languages.name_parts import NameParts
from variorum.records import Finding, Quotation, Span
from variorum.trace.checking.voices import is_proper, name_tokens, prints

RESOLVED = "A pronoun was taken to mean this speaker."
_Said = tuple[Span, Span, str]


class SharedQuotation(Struct, frozen=True):
    """A speaker as every account prints the name, a sentence of each account, and the ids of the
    borrowings that found them; whether some have a pronoun that was `resolved` to the speaker.
    """

    name: str
    places: tuple[Span, ...]
    about: tuple[str, ...]
    resolved: bool = False


def speakers(material: Material) -> Iterator[Finding]:
    """Tell of words that accounts give to one speaker, each speaker once."""
    for one in same_words(material):
        strength = min(1.0, 0.7 + 0.1 * len(one.places))
        common = common_words([_quoted_in(material, place) for place in one.places])
        words = f"“{shortened_words(common)}”" if common else "in nearly the same words"
        told = FindingText(
            "Attributed to one speaker in several accounts",
            (answer(f"{one.name}, {words}", given(one.places)),),
            RESOLVED if one.resolved else "",
        )
        yield finding(material, "one origin", told, Basis(one.places, one.about, strength))


def _quoted_in(material: Material, place: Span) -> str:
    """Return what is quoted in a sentence, without who says so; all of it where nothing is found."""
    contents = [c for q in material.quotations_at(place) for c in q.contents if place.overlaps(c)]
    return max((c.text for c in contents), key=len, default=place.text)


def same_words(material: Material) -> list[SharedQuotation]:
    """Return what accounts give to one speaker in the same words, that of most accounts first.

    What a speaker says of several things is not put together: of each is told what most have.
    """
    by_name: dict[str, list[_Said]] = {}
    for one in material.borrowings.values():
        name = one.from_.removeprefix("speech of ")
        if one.kind == "same speech" and name != one.from_:
            for mine, other in zip(one.evidence[::2], one.evidence[1::2], strict=False):
                if counts_otherwise(material, mine, other):
                    continue
                if _is_given(material, mine, other, name) and _is_given(
                    material, other, mine, name
                ):
                    by_name.setdefault(name, []).append((mine, other, one.id))
    made = [
        words
        for name, said in sorted(by_name.items())
        for group in together(sorted(set(said)), lambda one: one[:2])
        if (words := _shared_quotation(material, name, group)) is not None
    ]
    made.sort(key=lambda one: (-len(one.places), -sum(len(p.text) for p in one.places), one.places))
    first: dict[str, SharedQuotation] = {}
    for words in made:
        first.setdefault(name_tokens(material.parts, words.name)[-1], words)
    return list(first.values())


def _shared_quotation(material: Material, name: str, group: list[_Said]) -> SharedQuotation | None:
    longest = [
        place
        for place in _in_common(material, group)
        if _name_in_print(material, place, name) or _pronoun(material, place, name)
    ]
    printed = {place: _name_in_print(material, place, name) for place in longest}
    forms = [form for form in printed.values() if form]
    label = _as_printed(material.parts, name, forms) if forms else None
    if label is None or len(longest) < len(("one", "other")):
        return None
    resolved = not all(printed.values())
    about = tuple(dict.fromkeys(key for _, _, key in group))
    return SharedQuotation(label, tuple(longest), about, resolved)


def _in_common(material: Material, group: Sequence[_Said]) -> list[Span]:
    """Return a sentence of each account: that which has the words most of them share.

    One thing said leads on to the next: what the first and the last of a chain have need not meet.
    """
    pairs = [pair for mine, other, _ in group for pair in ((mine, other), (other, mine))]

    def sharing(spot: Span) -> list[tuple[Span, Span]]:
        middle = (spot.start + spot.end) // 2
        return [p for p in pairs if p[0].account == spot.account and _has(p[0], middle)]

    spots = sorted({mine for mine, _ in pairs}, key=lambda spot: (-len(spot.text), spot))
    most = max(map(sharing, spots), key=lambda met: len({other.account for _, other in met}))
    start, end = max(near.start for near, _ in most), min(near.end for near, _ in most)
    longest = sorted(most, key=lambda pair: (-len(pair[1].text), pair[1]))
    places = [_at(material, near, near, (start + end) / 2) for near, _ in most[:1]]
    places += [_at(material, near, other, (start + end) / 2) for near, other in longest]
    return [sentence(material, place) for place in one_an_account(known(places))]


def _has(place: Span, point: int) -> bool:
    return place.start <= point < place.end


def _at(material: Material, near: Span, other: Span, point: float) -> Span | None:
    """Return the word in the `other` of two places that stands at a point of one; None where it has none."""
    left, right = (
        [word for word in words(place.text, language=material.language(place.account)) if word.key]
        for place in (near, other)
    )
    here = max(0, bisect_right(left, point - near.start, key=lambda word: word.start) - 1)
    keys = ([word.key for word in side] for side in (left, right))
    held = (code for code in Indel.opcodes(*keys) if code.tag == "equal")
    same = next((code for code in held if code.src_start <= here < code.src_end), None)
    if same is None:
        return None
    at = here - same.src_start + same.dest_start
    start = other.start + right[at].start
    return Span(other.account, start, start + len(right[at].text), right[at].text)


def _as_printed(parts: NameParts, name: str, printed: Sequence[str]) -> str | None:
    """Return the name, or its last word, that stands in all printed forms as it is."""
    whole = name.removeprefix("the ").removeprefix("The ")
    last = whole.split()[-1]
    for form in (whole, last) if is_proper(parts, whole) else ():
        everywhere = all(f" {form} " in f" {' '.join(one.split())} " for one in printed)
        if everywhere and (form == whole or form.casefold() not in parts.vague_body):
            return form
    return None


def _name_in_print(material: Material, place: Span, name: str) -> str:
    """Return how an account prints the name of the speaker whom it says to have said a place."""
    for one in material.quotations_at(place):
        printed = one.speaker.place.text if one.speaker.place else ""
        if prints(material.parts, printed, name) and says(material, one):
            return printed
    return ""


def _is_given(material: Material, mine: Span, other: Span, name: str) -> bool:
    """Tell whether an account names the speaker of a place, or has "he" where the other names him."""
    if _name_in_print(material, mine, name):
        return True
    return bool(_name_in_print(material, other, name) and _pronoun(material, mine, name))


def _pronoun(material: Material, place: Span, name: str) -> str:
    """Return the pronoun by which an account says who said a place, resolved to this speaker."""
    pronouns = material.language(place.account).names.pronouns
    for one in material.quotations_at(place):
        word = one.speaker.place.text if one.speaker.place else ""
        resolved = one.speaker.path[:1] == (word,) and word.casefold() in pronouns
        speaker = material.speaker(one.speaker.entity) or ""
        if resolved and prints(material.parts, speaker, name) and says(material, one):
            return word
    return ""


def counts_otherwise(material: Material, one: Span, other: Span) -> bool:
    """Tell whether, of words with numbers, one has those of an occasion and the other those "so far"."""
    numbers = any(mark.isdigit() for mark in one.text)
    totals = {
        tells_totals(
            material.language(place.account).counts, sentence(material, place).text.lower()
        )
        for place in (one, other)
    }
    return numbers and len(totals) > 1


def says(material: Material, quotation: Quotation) -> bool:
    """Tell whether words are somebody's report: quoted, or said and no order, refusal or denial."""
    if quotation.manner != "indirect":
        return True
    cue = quotation.cue.text.casefold().split() if quotation.cue else []
    first = quotation.contents[0].text.split()[:1] if quotation.contents else []
    sense = material.language(quotation.place.account).sense
    return not sense.says.isdisjoint(cue) and sense.infinitive.isdisjoint(first)
