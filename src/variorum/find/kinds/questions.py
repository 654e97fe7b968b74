"""Questions: figures that differ as a question with its answers, or as a toll day by day.

Enters: `Material`, the verdicts of one matter. Leaves: `Question`s.

Each answer stands once, with every account that gives it and the source it names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from variorum.find.kinds.answers import (
    Answer,
    DatedAnswer,
    GivenNumber,
    agreed,
    in_full,
    is_limited,
    questions,
    toll,
    with_alike,
)
from variorum.find.matter.material import Material
from variorum.find.matter.matters import UPDATE_RULES
from variorum.find.matter.own_words import sentence
from variorum.find.matter.prose import FindingText, listed
from variorum.find.matter.telling import answer, sourced
from variorum.judge.figures.ranges import kind, range_of
from variorum.judge.figures.sides import fate, group
from variorum.languages.counts import BEFELL, CROWD, SHIFTING
from variorum.link.names.ages import AGE
from variorum.records import Figure, FindingAnswer, Span, Verdict

BOUNDS = frozenset({"two bounds", "far from the bound"})
"""Rules by which figures of a count that grows do not exclude one another: "at least 22", "at least 43"."""


_SHOUTED = re.compile(r"\b[A-Z]{4,}\b")


class Question(Struct, frozen=True):
    """A question or a toll with its answers, and where its figures and sentences stand.

    `what` is counted, `rest` goes on with the question: "People missing", ": 31 or 58?".
    """

    what: str
    rest: str
    answers: tuple[FindingAnswer, ...]
    because: str
    places: tuple[Span, ...]
    marks: frozenset[Span]
    grown: bool = False

    def told(self, apart: Sequence[str] = ()) -> FindingText:
        """Return the text of the finding, with words that tell it apart from others of its name."""
        named = f" (told with {', '.join(f'“{words}”' for words in apart)})" if apart else ""
        return FindingText(f"{self.what}{named}{self.rest}", self.answers, self.because)


def asking(material: Material, verdicts: Sequence[Verdict]) -> Iterator[Question]:
    """Yield what is to be asked of figures that were found to differ."""
    placed = {(f.place.account, f.place.start): f for f in material.figures.values()}
    grown = toll(verdicts, placed, material.accounts)
    if grown:
        yield _toll(material, with_alike(grown, _beside(material, grown), material.accounts))
    asked = [
        one
        for one in verdicts
        if one.rule not in UPDATE_RULES and not (grown and one.rule in BOUNDS)
    ]
    met = agreed(material.verdicts.values(), placed)
    for answers in questions(asked, placed, met):
        question = _question(material, asked, answers)
        if not (_is_told(material, answers, grown) and _is_rising(material, question.places)):
            yield question  # a rising count is told by its days, and once


def _beside(material: Material, grown: Sequence[DatedAnswer]) -> dict[tuple[str, int], Figure]:
    """Return the figures of all accounts of the events that the accounts of a toll tell of."""
    told = {one.said.mark.account for one in grown}
    events = [one.accounts for one in material.events.values() if not told.isdisjoint(one.accounts)]
    accounts = {account for some in events for account in some}
    figures = (one for one in material.figures.values() if one.place.account in accounts)
    return {(one.place.account, one.place.start): one for one in figures}


def _is_told(material: Material, answers: Sequence[Answer], grown: Sequence[DatedAnswer]) -> bool:
    """Tell whether the days of a count that only grows give all answers."""
    told = {one.said.number for one in grown}
    return _only_rises(material, answers) and all(
        one.number in told for answer in answers for one in answer.said
    )


def _only_rises(material: Material, answers: Sequence[Answer]) -> bool:
    """Tell whether a count cannot shrink, as that of the missing can."""
    figures = [one.figure for answer in answers for one in answer.said if one.figure is not None]
    return all(_fate(material, figure) not in SHIFTING for figure in figures)


def _fate(material: Material, figure: Figure) -> str | None:
    return fate(material.language(figure.place.account).counts, figure)


def _is_crowd(material: Material, figure: Figure) -> bool:
    return group(material.language(figure.place.account).counts, figure) == CROWD


def _question(
    material: Material, verdicts: Sequence[Verdict], answers: Sequence[Answer]
) -> Question:
    said = [one for some in answers for one in some.said]
    numbers = listed([_spelled(some.said) for some in answers], "or")
    places = tuple(dict.fromkeys(sentence(material, one.mark) for one in said))
    about = next((material.alignments[one.alignment].about for one in verdicts), "")
    person = next((e.name for e in material.entities.values() if e.name == about), "")
    rising = _rising(material, places) if _only_rises(material, answers) else ""
    grounds = (rising, _identity(material, said, person))
    return Question(
        what=_what(material, said, person) or _capital(about),
        rest=f": {numbers}?",
        answers=tuple(one for some in answers for one in _told_apart(material, some.said)),
        because=" ".join(filter(None, grounds)),
        places=places,
        marks=frozenset(one.mark for one in said),
    )


def _told_apart(
    material: Material, said: Sequence[GivenNumber], day: str | None = None
) -> list[FindingAnswer]:
    """Return what answers a question as one, told apart where it is not the same: "9", "at least 9"."""
    ranges: dict[tuple[object, ...], list[GivenNumber]] = {}
    mine: dict[str, list[GivenNumber]] = {}
    for one in sorted(said, key=_plainness):
        mine.setdefault(one.mark.account, []).append(one)
    for account, some in mine.items():
        one = in_full(some, material.accounts[account])
        ranges.setdefault(_range_key(one), []).append(one)
    found = sorted(ranges.values(), key=lambda some: (-len(some), some[0].mark))
    if day:  # beside each other, of one day, in the order of what they say
        found.sort(key=lambda some: range_of(some[0].figure).number or 0 if some[0].figure else 0)
    return [
        answer(_spelled(some), [sourced(material, one.mark) for one in some], day=day)
        for some in found
    ]


def _plainness(one: GivenNumber) -> tuple[bool, Span]:
    """Order what an account gives: the number itself, then the number as a bound or about."""
    return is_limited(one), one.mark


def _range_key(one: GivenNumber) -> tuple[object, ...]:
    """Return what two numbers have in common that say the same: range, unit, and how near it is."""
    if one.figure is None:
        return (one.number,)
    told = range_of(one.figure)
    return told.low, told.high, kind(one.figure) and one.figure.unit, one.figure.approximator


def _spelled(said: Sequence[GivenNumber]) -> str:
    """Return a number as most write it, in figures where one word stands for it: "at least 9"."""
    written = Answer(tuple(said)).words
    figure = next((one.figure for one in said if one.words == written), None)
    words = _SHOUTED.sub(lambda found: found.group().lower(), written)
    near = (figure.approximator or "") if figure else ""
    *before, last = words.split()
    number = range_of(figure).number if figure and not kind(figure) else None
    whole = number is not None and number == int(number)
    if whole and _is_word(last) and " ".join(before) in {"", near}:
        words = " ".join([*before, f"{number:f}"])
    return f"{near} {words}" if near and len(words.split()) == 1 else words


def _is_word(text: str) -> bool:
    return text.replace("-", "").isalpha()


def _toll(material: Material, grown: Sequence[DatedAnswer]) -> Question:
    said = [one.said for one in grown]
    places = tuple(dict.fromkeys(sentence(material, one.mark) for one in said))
    answers = [
        one
        for day in dict.fromkeys(one.day for one in grown)
        for one in _told_apart(material, [one.said for one in grown if one.day == day], day)
    ]
    return Question(
        what=_what(material, said, ""),
        rest=", by day of publication",
        answers=tuple(answers),
        because="",
        places=places,
        marks=frozenset(one.mark for one in said),
        grown=True,
    )


def _what(material: Material, said: Sequence[GivenNumber], person: str) -> str:
    """Return what is counted and what befell it, as a heading: "People killed"."""
    figures = [one.figure for one in said if one.figure is not None]
    plain = [figure for figure in figures if kind(figure) is None]
    befell = next((what for figure in plain if (what := _fate(material, figure)) in BEFELL), None)
    if befell and any(_is_crowd(material, figure) for figure in plain):
        return _capital(f"{CROWD} {befell}")
    phrase = _phrase(figures, person)
    if not phrase:
        return ""
    age = "age of " if figures[0].unit == AGE else ""
    tail = f" {befell}" if befell and befell not in phrase else ""
    verbs = {f.predicate for f in figures if kind(f) is not None and not age}
    if not tail and phrase[:1].isupper() and len(verbs) == 1 and None not in verbs:
        tail = f" ({verbs.pop()})"  # a length of a person is nothing; that of a fall is
    return _capital(f"{age}{phrase}{tail}")


def _phrase(figures: Sequence[Figure], person: str) -> str:
    """Return what most call what is counted; of a person whom some only describe, the name."""
    if any(_is_borne(figure, person) for figure in figures):
        return person
    phrases = Counter(" ".join((f.counted or f.counted_head or "").split()) for f in figures)
    return min(phrases, key=lambda words: (-phrases[words], len(words), words), default="")


def _is_borne(figure: Figure, person: str) -> bool:
    """Tell whether a measure of a person is told with other words for him than the name."""
    measured = kind(figure) is not None and figure.unit != AGE
    return measured and bool(person) and _surname(person) not in (figure.counted or "")


def _surname(person: str) -> str:
    return person.rsplit(maxsplit=1)[-1]


def _identity(material: Material, said: Sequence[GivenNumber], person: str) -> str:
    """Say on what it rests that somebody is meant whom a sentence gives an age and no name."""
    for one in said:
        whole = sentence(material, one.mark)
        if one.figure and _is_borne(one.figure, person) and _surname(person) not in whole.text:
            for age in material.figures.values():
                if age.unit == AGE and age.value and _share(whole, age.place):
                    return f"An unnamed {age.value}-year-old is taken to be {person}, {age.value}."
    return ""


def _share(whole: Span, part: Span) -> bool:
    return whole.account == part.account and whole.start <= part.start < whole.end


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _rising(material: Material, places: Sequence[Span]) -> str:
    """Say so where an account tells that the count was rising: then no two need be at odds."""
    rising = _is_rising(material, places)
    return "At least one account says that the count was rising." if rising else ""


def _is_rising(material: Material, places: Sequence[Span]) -> bool:
    told = ((material.language(place.account).counts.rising, place.text) for place in places)
    return any(re.search(rising, text, re.IGNORECASE) for rising, text in told)
