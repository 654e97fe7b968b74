"""Persons: the person of whom a measure is told, across the accounts of one event.

Enters: an event's dossiers and its persons. Leaves: the person for a figure, where one is known.

One account says that Jan Orrin, 36, fell 60 metres, another that a 36-year-old climber did, a third
that he did. A description is the one person of that age whom accounts of the event name; where two
are, or where gender or fate are at odds, it is nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from variorum.annotations import Sentence, Token
from variorum.extract.names.bearers import given_gender
from variorum.judge.figures.ranges import kind
from variorum.judge.figures.sides import fate
from variorum.languages.counts import TOLLS, Counts
from variorum.languages.language import Language
from variorum.languages.registry import language_of
from variorum.link.names.ages import AGE, stands_beside
from variorum.records import Dossier, Entity, Figure, Span
from variorum.syntax import NOMINAL_SUBJECTS, Relation, WordClass

MOST_CLIMBED: Final = 6
"""Words that are climbed from a number to who did it."""
NOUN_TO_AGE: Final = 3
"""Characters between a noun and the age after it: "a climber, 36,"."""
VERB_TAGS: Final = frozenset[WordClass]({"verb", "auxiliary"})
UPWARDS: Final = frozenset[Relation](
    {"conjunct", "open complement", "adverbial clause", "prepositional complement"}
)
"""Clauses whose doer is that of the clause above: "died after he slipped and fell"."""
GENDERS: Final = {"men": "m", "women": "f"}


class Person(Struct, frozen=True):
    """A person named in an event; `fates` tells what became of him or her where the age is given."""

    name: str
    gender: str | None
    fates: frozenset[str]


Named = Sequence[tuple[Span, Entity]]


class Bearers(Struct, frozen=True):
    """The persons of an event: names by account, persons by entity, entities by age."""

    named: Mapping[str, Named]
    persons: Mapping[str, Person]
    aged: Mapping[str, frozenset[str]]

    def of(self, dossier: Dossier, figure: Figure) -> Person | None:
        """Return the person of whom a measure is told, ``None`` where that is not known.

        The sentence must tell what became of somebody: other measures of a person may be of any day.
        """
        sentence = _sentence(dossier, figure)
        if sentence is None or kind(figure) is None or figure.unit == AGE:
            return None
        language = language_of(dossier.account.language)
        words = dossier.annotation.tokens[sentence.first : sentence.last]
        if not any(language.counts.fates.get(word.lemma.lower()) in TOLLS for word in words):
            return None
        doer = _doer(language, dossier.annotation.tokens, sentence, figure)
        if doer is None:
            return None
        heads = (doer, *_apposed(dossier.annotation.tokens, sentence, doer))
        start, end = _phrase(dossier.annotation.tokens, sentence, heads)
        if (figure.counted or "") not in dossier.account.text[start:end]:
            return None
        return self._named(dossier, heads) or self._described(dossier, start, end)

    def _named(self, dossier: Dossier, heads: Sequence[int]) -> Person | None:
        tokens = [dossier.annotation.tokens[head] for head in heads]
        found = {
            entity.id
            for place, entity in self.named.get(dossier.account.id, ())
            if any(place.start <= token.start and token.end <= place.end for token in tokens)
        }
        return self.persons[found.pop()] if len(found) == 1 else None

    def _described(self, dossier: Dossier, start: int, end: int) -> Person | None:
        ages = [
            figure
            for figure in dossier.statements.figures
            if figure.unit == AGE and start <= figure.place.start <= end + NOUN_TO_AGE
        ]
        found = (
            [self.persons[one] for one in self.aged.get(ages[0].value or "", ())] if ages else []
        )
        counts = language_of(dossier.account.language).counts
        if len(ages) != 1 or len(found) != 1 or _at_odds(counts, found[0], ages[0]):
            return None
        return found[0]


def bearers(dossiers: Mapping[str, Dossier], entities: Sequence[Entity]) -> Bearers:
    """Return the persons whom the accounts of an event name, with their ages."""
    named: dict[str, list[tuple[Span, Entity]]] = defaultdict(list)
    for entity in entities:
        for place in entity.mentions if entity.kind == "person" else ():
            named[place.account].append((place, entity))
    aged: dict[str, set[str]] = defaultdict(set)
    fates: dict[str, set[str]] = defaultdict(set)
    for key in sorted(dossiers):
        counts = language_of(dossiers[key].account.language).counts
        for figure, entity in _ages(dossiers[key], named.get(key, ())):
            aged[figure.value or ""].add(entity.id)
            fates[entity.id] |= {fate(counts, figure) or ""} - {""}
    languages = {key: language_of(dossiers[key].account.language) for key in sorted(dossiers)}
    told = {entity.id: entity for places in named.values() for _, entity in places}
    persons = {
        key: Person(entity.name, _gender(languages, entity), frozenset(fates[key]))
        for key, entity in told.items()
    }
    return Bearers(named, persons, {age: frozenset(found) for age, found in aged.items()})


def _gender(languages: Mapping[str, Language], person: Entity) -> str | None:
    """Return the gender that a person's roles give away in the languages of the accounts."""
    told = {
        languages[p.account].code: languages[p.account]
        for p in person.mentions
        if p.account in languages
    }
    found = {given_gender(one.names, "", person.roles, ()) for one in told.values()} - {None}
    return found.pop() if len(found) == 1 else None


def _ages(dossier: Dossier, named: Named) -> Iterator[tuple[Figure, Entity]]:
    """Yield the ages that an account gives persons, by the name in what the age is told of."""
    for figure in dossier.statements.figures:
        sentence = _sentence(dossier, figure) if figure.unit == AGE else None
        for place, entity in named if sentence is not None else ():
            here = sentence is not None and sentence.start <= place.start < sentence.end
            if here and stands_beside(dossier, figure.place, place):
                yield figure, entity


def _at_odds(counts: Counts, person: Person, age: Figure) -> bool:
    """Tell whether a description cannot be a person, by what became of either or by gender."""
    told = fate(counts, age)
    gender = GENDERS.get(counts.groups.get(age.counted_head or "", ""))
    other_fate = told is not None and bool(person.fates) and told not in person.fates
    return other_fate or (None not in (gender, person.gender) and gender != person.gender)


# --- who did it ----------------------------------------------------------------------------------


def _sentence(dossier: Dossier, figure: Figure) -> Sentence | None:
    start = figure.place.start
    return next((s for s in dossier.annotation.sentences if s.start <= start < s.end), None)


def _doer(
    language: Language, tokens: Sequence[Token], sentence: Sentence, figure: Figure
) -> int | None:
    """Return the subject of the verb over a figure; "he" is taken back to the clause above."""
    groups, pronoun = language.counts.groups, None
    for verb in _clauses(tokens, sentence, figure):
        before = range(sentence.first, verb)
        under = [
            i for i in before if tokens[i].head == verb and tokens[i].relation in NOMINAL_SUBJECTS
        ]
        if not under:
            continue
        gender = language.names.pronouns.get(tokens[under[-1]].text.lower())
        if gender is None:
            own = GENDERS.get(groups.get(tokens[under[-1]].lemma.lower(), ""))
            return under[-1] if None in (own, pronoun) or own == pronoun else None
        pronoun = gender
    return None


def _clauses(tokens: Sequence[Token], sentence: Sentence, figure: Figure) -> Iterator[int]:
    """Yield the verb over a figure, then the verbs of which its clause is a further part."""
    inside = range(sentence.first, sentence.last)
    own = [i for i in inside if figure.place.start <= tokens[i].start < figure.place.end]
    at = own[-1] if own else sentence.first
    for _ in range(MOST_CLIMBED):
        verb = at not in own and tokens[at].word_class in VERB_TAGS
        above = tokens[at].head
        if above == at or above not in inside or (verb and tokens[at].relation not in UPWARDS):
            return
        at = above
        if at not in own and tokens[at].word_class in VERB_TAGS:
            yield at


def _apposed(tokens: Sequence[Token], sentence: Sentence, noun: int) -> list[int]:
    after = range(noun + 1, sentence.last)
    return [i for i in after if tokens[i].head == noun and tokens[i].relation == "apposition"]


def _phrase(tokens: Sequence[Token], sentence: Sentence, heads: Sequence[int]) -> tuple[int, int]:
    """Return the characters of a noun with what stands before it and the nouns put beside it."""
    first = heads[0]
    while first > sentence.first and _is_under(tokens, first - 1, heads[0]):
        first -= 1
    return tokens[first].start, tokens[max(heads)].end


def _is_under(tokens: Sequence[Token], index: int, head: int) -> bool:
    for _ in range(MOST_CLIMBED):
        if tokens[index].head in (index, head):
            return tokens[index].head == head
        index = tokens[index].head
    return False
