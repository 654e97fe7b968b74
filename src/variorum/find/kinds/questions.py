"""Questions: figures that differ as a question with its answers, or as a toll day by day.

Enters: `Material`, the verdicts of one matter. Leaves: `Question`s.

Each answer stands once, and under it the words of each account that gives it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from variorum.find.kinds.answers import Answer, DatedAnswer, GivenNumber, agreed, questions, toll
from variorum.find.matter.material import Material
from variorum.find.matter.matters import UPDATE_RULES
from variorum.find.matter.own_words import sentence
from variorum.find.matter.prose import MOST_WORDED, one_an_account, spelled_day, worded
from variorum.judge.figures.ranges import kind
from variorum.judge.figures.sides import fate, group
from variorum.languages.counts import BEFELL, CROWD, SHIFTING
from variorum.link.names.ages import AGE
from variorum.records import Figure, Span, Verdict

BOUNDS = frozenset({"two bounds", "far from the bound"})
"""Rules by which figures of a count that grows do not exclude one another: "at least 22", "at least 43"."""


class Question(Struct, frozen=True):
    """A question or a toll, the accounts' words on it, and where its figures and sentences stand."""

    question: str
    quoted: str
    places: tuple[Span, ...]
    marks: frozenset[Span]
    grown: bool = False


def asking(material: Material, verdicts: Sequence[Verdict]) -> Iterator[Question]:
    """Yield what is to be asked of figures that were found to differ."""
    placed = {(f.place.account, f.place.start): f for f in material.figures.values()}
    grown = toll(verdicts, placed, material.accounts)
    if grown:
        yield _toll(material, grown)
    asked = [
        one
        for one in verdicts
        if one.rule not in UPDATE_RULES and not (grown and one.rule in BOUNDS)
    ]
    met = agreed(material.verdicts.values(), placed)
    for answers in questions(asked, placed, met):
        question = _question(material, asked, answers)
        if not (_is_told(material, answers, grown) and _rising(material, question.places)):
            yield question  # a rising count is told by its days, and once


def _is_told(material: Material, answers: Sequence[Answer], grown: Sequence[DatedAnswer]) -> bool:
    """Tell whether the days of a count that only grows give all answers: the missing get fewer."""
    told = {one.said.number for one in grown}
    said = [one for answer in answers for one in answer.said]
    return all(
        one.number in told and not (one.figure and _fate(material, one.figure) in SHIFTING)
        for one in said
    )


def _fate(material: Material, figure: Figure) -> str | None:
    return fate(material.language(figure.place.account).counts, figure)


def _is_crowd(material: Material, figure: Figure) -> bool:
    return group(material.language(figure.place.account).counts, figure) == CROWD


def _question(
    material: Material, verdicts: Sequence[Verdict], answers: Sequence[Answer]
) -> Question:
    said = [one for answer in answers for one in answer.said]
    each = max(1, MOST_WORDED // len(answers))
    quoted = "; ".join(_given(material, answer, each) for answer in answers)
    numbers = " or ".join(answer.words for answer in answers)
    places = tuple(dict.fromkeys(sentence(material, one.mark) for one in said))
    about = next((material.alignments[one.alignment].about for one in verdicts), "")
    person = next((e.name for e in material.entities.values() if e.name == about), "")
    question = f"{_what(material, said, person) or _capital(about)}: {numbers}?"
    question += _rising(material, places)
    question += _identity(material, said, person)
    return Question(question, _capital(quoted), places, frozenset(one.mark for one in said))


def _given(material: Material, answer: Answer, most: int) -> str:
    places = one_an_account([sentence(material, one.mark) for one in answer.said])
    return f"{answer.words} – " + "; ".join(worded(material, place) for place in places[:most])


def _toll(material: Material, grown: Sequence[DatedAnswer]) -> Question:
    said = [one.said for one in grown]
    days = [
        f"{one.said.words} ({material.label(one.said.mark.account)}, {spelled_day(one.day)})"
        for one in grown
    ]
    places = tuple(dict.fromkeys(sentence(material, one.mark) for one in said))
    quoted = "; ".join(worded(material, place) for place in places[:MOST_WORDED])
    told = f"{_what(material, said, '')}, by day of publication: {', '.join(days)}."
    return Question(told, quoted, places, frozenset(one.mark for one in said), grown=True)


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
                    return f" An unnamed {age.value}-year-old is taken to be {person}, {age.value}."
    return ""


def _share(whole: Span, part: Span) -> bool:
    return whole.account == part.account and whole.start <= part.start < whole.end


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _rising(material: Material, places: Sequence[Span]) -> str:
    """Say so where an account tells that the count was rising: then no two need be at odds."""
    told = ((material.language(place.account).counts.rising, place.text) for place in places)
    if any(re.search(rising, text, re.IGNORECASE) for rising, text in told):
        return " By the words of at least one account the count was rising."
    return ""
