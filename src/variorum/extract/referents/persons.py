"""Persons: whom "he" and "she" mean, within one account.

Enters: `Referents`, the token of a pronoun, the gender that it shows. Leaves: a `Resolved`.

A pronoun means the one person who was last the subject of a sentence or last spoke, named or not. Where
two may be meant nobody is; nor is anybody against the gender that the text gives.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.extract.referents.candidates import TOKENS_BACK, Referents, Speaking
from variorum.extract.referents.descriptions import by_description, points_back
from variorum.extract.referents.places import NamePosition
from variorum.extract.referents.resolved import (
    UNRESOLVED,
    Resolved,
    bodily,
    named,
    printed,
    unnamed,
)
from variorum.syntax import NOMINAL_SUBJECTS, Relation

_SENTENCES_BACK = 6
_SPEAKERS_BACK = 20
_OBJECT = frozenset[Relation](("object", "indirect object", "prepositional object"))


def by_pronoun(view: Referents, head: int, gender: str, depth: int = 0) -> Resolved:
    """Return the person meant: the last subject of a sentence, else the only one named in it.

    Nobody is returned where several persons of the sentence may be meant, or where a person who
    is not named stands nearer; one who has just spoken is meant by his or her description.
    """
    sentence = view.tree.sentence_of[head]
    found = _last_offered(view, head, gender, sentence, depth)
    if found.name is None or not _in_own_words(view, head, found.name):
        return found
    before = _last_offered(view, head, gender, sentence - 1, depth)
    return found if before in (found, UNRESOLVED) else UNRESOLVED


def _last_offered(view: Referents, head: int, gender: str, last: int, depth: int) -> Resolved:
    """Return whom the nearest sentence up to `last` offers that offers anybody."""
    sentence = view.tree.sentence_of[head]
    for number in range(last, max(-1, sentence - _SENTENCES_BACK - 1), -1):
        found = _in_sentence(view, number, head, gender, depth)
        if found is not None:
            return found
    return UNRESOLVED


def _in_own_words(view: Referents, head: int, name: int) -> bool:
    """Tell a person of whom the words before "he said" tell: "Wu never called, he said".

    Who spoke before in that sentence goes on: "The pump failed, said Wu; it was old, he said".
    """
    tree = view.tree
    first = tree.first_of(head)
    told = [
        tree.child(clause, *NOMINAL_SUBJECTS)
        for clause in tree.all(tree.tokens[head].head, "clausal complement")
        if clause < head
    ]
    if not any(index is not None and view.printed(index) == name for index in told):
        return False
    return not any(view.printed(i) == name and _speaks(view, i) for i in range(first, head))


def _in_sentence(
    view: Referents, number: int, head: int, gender: str, depth: int
) -> Resolved | None:
    """Return whom a sentence offers before the pronoun; ``None`` where it offers nobody at all."""
    earlier = number != view.tree.sentence_of[head]
    said = [p for p in view.in_sentence(number, head) if _may_be(view, p, gender)]
    subjects = [place for place in said if place.subject]
    goes_on = _main_pronoun(view, number) if earlier else None
    if goes_on is not None and _gender_of(view, goes_on) == gender and depth < _SENTENCES_BACK:
        return _same_as(view, head, by_pronoun(view, goes_on, gender, depth + 1))
    described = _described(view, number, head, gender)
    if described is not None:
        return _by_described(view, head, described, gender)
    if _somebody_speaks(view, number, head):
        return UNRESOLVED
    if subjects:
        other = not earlier and _another(view, number, head, gender)
        found = None if other or _asks_another(view, subjects) else _one_of(view, subjects)
        return named(view, head, found)
    if earlier and said and not _goes_on(view, number, said, gender):
        return named(view, head, _one_of(view, said))
    owner = any(view.tree.tokens[place.token].relation == "possessor" for place in said)
    return UNRESOLVED if owner else None


def _somebody_speaks(view: Referents, number: int, head: int) -> bool:
    """Tell whether one of whom no more is known speaks in a sentence: "Another said so. He said"."""
    tree = view.tree
    first = tree.sentence_first[number]
    last = view.speaking_before(head)
    said = view.speaking[max(view.speaking_before(first), last - _SPEAKERS_BACK) : last]
    return any(
        tree.word(one.head) in tree.reporting.others and tree.sentence_of[one.head] == number
        for one in said
    )


def _asks_another(view: Referents, subjects: Sequence[NamePosition]) -> bool:
    """Tell whether the last subject asks a person who is named: "Wu asked Orr why. He said"."""
    tree = view.tree
    verb = tree.tokens[subjects[-1].head].head
    if tree.lemma(verb) not in tree.reporting.asking:
        return False
    asked = tree.child(verb, "object", "indirect object")
    whom = view.printed(asked) if asked is not None else None
    return whom is not None and view.names[whom].kind == "person"


def _by_described(view: Referents, head: int, described: int, gender: str) -> Resolved:
    """Return whom a description means, or its words where it has just spoken."""
    found = by_description(view, described)
    if found is not None:
        fits = view.genders[found] in (None, gender)
        return named(view, head, found) if fits else UNRESOLVED
    if _speaks(view, described) and not points_back(view.tree, described):
        return unnamed(view, head, view.phrase(described))
    return UNRESOLVED


def _gender_of(view: Referents, index: int) -> str | None:
    """Return the gender that a pronoun shows, ``None`` for other words."""
    return view.language.names.pronouns.get(view.tree.word(index))


def _main_pronoun(view: Referents, number: int) -> int | None:
    """Return the "he" or "she" that is the subject of a sentence: "She told of the child. She said"."""
    tokens = view.tree.tokens
    first = view.tree.sentence_first[number]
    for index in range(first, min(first + TOKENS_BACK, view.tree.last_of(first))):
        token = tokens[index]
        if (
            token.relation in NOMINAL_SUBJECTS
            and tokens[token.head].head == token.head
            and _gender_of(view, index) is not None
            and not view.quoted.get(index, False)
        ):
            return index
    return None


def _same_as(view: Referents, head: int, found: Resolved) -> Resolved:
    if found.name is not None:
        return named(view, head, found.name)
    return unnamed(view, head, found.words) if found.words else UNRESOLVED


def _may_be(view: Referents, place: NamePosition, gender: str) -> bool:
    known = view.genders[place.name]
    person = view.names[place.name].kind == "person"
    spoken_of = not place.quoted and not _addressed(view, place)
    return person and spoken_of and known in (None, gender)


def _addressed(view: Referents, place: NamePosition) -> bool:
    """Tell a name that is spoken to, and so is no "he": "I'm glad you asked, Justice Wu"."""
    tokens = view.tree.tokens
    start = place.token
    while start > 0 and tokens[start - 1].word_class == "proper noun":
        start -= 1
    first, end = view.tree.first_of(place.token), view.tree.last_of(place.token)
    if place.subject or not _is_set_off(view, max(first, start), place.token + 1, end):
        return False
    return any(token.text.lower() in view.language.names.addressed for token in tokens[first:end])


def _is_set_off(view: Referents, start: int, stop: int, end: int) -> bool:
    """Tell whether marks stand on both sides of tokens, or its sentence's ends."""
    tokens = view.tree.tokens
    opens = start == view.tree.first_of(start) or tokens[start - 1].text == ","
    return opens and (stop == end or tokens[stop].word_class == "punctuation")


def _one_of(view: Referents, fits: Sequence[NamePosition]) -> int | None:
    """Return the only person, or the only one of several who speaks there."""
    named = {place.name for place in fits}
    speaking = {place.name for place in fits if _speaks(view, place.head)}
    found = named if len(named) == 1 else speaking
    return found.pop() if len(found) == 1 else None


def _goes_on(view: Referents, number: int, said: Sequence[NamePosition], gender: str) -> bool:
    """Tell whether such a pronoun is the subject before the names: "He backs Wu's plan. He said"."""
    first = view.tree.sentence_first[number]
    return any(
        token.relation in NOMINAL_SUBJECTS and _gender_of(view, index) == gender
        for index in range(first, said[0].token)
        if not view.quoted.get(index, False)
        for token in (view.tree.tokens[index],)
    )


def _another(view: Referents, number: int, head: int, gender: str) -> bool:
    """Tell whether a sentence tells of another person of this gender: "Wu told him that"."""
    first = view.tree.sentence_first[number]
    return any(
        token.relation in _OBJECT and _gender_of(view, index) == gender and token.form == "personal"
        for index in range(first, min(head, view.tree.last_of(first)))
        if not view.quoted.get(index, False)
        for token in (view.tree.tokens[index],)
    )


def _described(view: Referents, number: int, head: int, gender: str) -> int | None:
    """Return the last subject that is a person by description or an unknown name: "the judge".

    Of a name in what such a person says, the one who says it. ``None`` where a name is the last
    subject, where the description has the other gender, or is only told of by who goes on speaking.
    """
    subject = _last_subject(view, number, head)
    if subject is None:
        return None
    teller = _teller(view, subject)
    if printed(view, subject) is not None:
        return teller if teller is not None and _person(view, teller) else None
    named = teller is not None and printed(view, teller) is not None
    told = named and _goes_on_telling(view, subject, head)
    return None if told or _other_gender(view, subject, gender) else subject


def _last_subject(view: Referents, number: int, head: int) -> int | None:
    """Return the last subject or speaker of a sentence that is a name or a person."""
    first = view.tree.sentence_first[number]
    last = min(head, view.tree.last_of(first))
    for index in range(last - 1, max(first, last - TOKENS_BACK) - 1, -1):
        token = view.tree.tokens[index]
        acts = token.relation == "subject" or _speaks(view, index)
        if not acts or view.quoted.get(index, False) or token.form == "personal":
            continue
        if printed(view, index) is not None or _person(view, index):
            return index
    return None


def _other_gender(view: Referents, index: int, gender: str) -> bool:
    """Tell "the spokeswoman" from "he"."""
    names = view.language.names
    other = names.female_titles if gender == "m" else names.male_titles
    return view.tree.lemma(index) in other


def _teller(view: Referents, index: int) -> int | None:
    """Return who tells of a subject, by the parse: the chief, in "the chief said that Wu fled"."""
    tree = view.tree
    verb = tree.tokens[index].head
    while tree.tokens[verb].head != verb:
        verb = tree.tokens[verb].head
        subject = tree.child(verb, "subject")
        if subject is not None and subject != index and _speaks(view, subject):
            return subject
    return None


def _goes_on_telling(view: Referents, index: int, head: int) -> bool:
    """Tell the subject of a later sentence that reports: "The chief said … He said"."""
    tree = view.tree
    verb = tree.tokens[head].head
    later = tree.sentence_of[index] != tree.sentence_of[head]
    return later and tree.tokens[verb].head == verb and tree.lemma(verb) in tree.reporting.saying


def _person(view: Referents, index: int) -> bool:
    """Tell a noun for a person, a name that nothing knows, or a speaker of words in marks.

    A noun is a person's by the tables, or because the account tells of it as of a person.
    """
    token, names = view.tree.tokens[index], view.language.names
    lemma = token.lemma.lower()
    if token.form == "proper singular":
        return printed(view, index) is None
    if token.form != "singular":
        return False
    if lemma in names.role_of:
        return True
    told = any(lemma in words for words in (names.people_nouns, names.kin, view.human))
    if told and not _has_its_own(view, index):
        return True
    return _speaks_in_marks(view, index) and not bodily(view, lemma)


def _has_its_own(view: Referents, index: int) -> bool:
    """Tell a body by what it owns: "the owner says that *its* insurance pays"."""
    tree = view.tree
    return any(
        tree.tokens[later].relation == "possessor"
        and tree.word(later) in view.language.names.body_pronouns
        and not view.quoted.get(later, False)
        for later in range(index + 1, tree.last_of(index))
    )


def _speaks(view: Referents, index: int) -> bool:
    return bool(_given_words(view, index))


def _speaks_in_marks(view: Referents, index: int) -> bool:
    return any(one.marked for one in _given_words(view, index))


def _given_words(view: Referents, index: int) -> Sequence[Speaking]:
    """Return the words that one source is given: "a clerk who asked for silence said"."""
    at = end = view.speaking_before(index)
    while end < len(view.speaking) and view.speaking[end].head == index:
        end += 1
    return view.speaking[at:end]
