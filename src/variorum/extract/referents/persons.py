"""Persons: whom "he" and "she" mean, within one account.

Enters: `Referents`, the token of a pronoun, the gender that it shows. Leaves: a `Resolved`.

A pronoun means the one person who was last the subject of a sentence or last spoke, named or not. Where
two may be meant nobody is; nor is anybody against the gender that the text gives.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.extract.referents.candidates import NamePosition, Referents, Speaking
from variorum.extract.referents.descriptions import by_description, points_back
from variorum.extract.referents.resolved import NOBODY, Resolved, bodily, named, printed, unnamed
from variorum.syntax import Relation

_SENTENCES_BACK = 6
_TOKENS_BACK = 150
_SUBJECT = frozenset[Relation](("subject", "passive subject"))
_OBJECT = frozenset[Relation](("object", "indirect object", "prepositional object"))


def by_pronoun(view: Referents, head: int, gender: str, depth: int = 0) -> Resolved:
    """Return the person meant: the last subject of a sentence, else the only one named in it.

    Nobody is returned where several persons of the sentence may be meant, or where a person who
    is not named stands nearer; one who has just spoken is meant by his or her description.
    """
    tree = view.tree
    sentence = tree.sentence_of[head]
    for number in range(sentence, max(-1, sentence - _SENTENCES_BACK - 1), -1):
        said = [p for p in view.in_sentence(number, head) if _may_be(view, p, gender)]
        subjects = [place for place in said if place.subject]
        goes_on = _main_pronoun(view, number, sentence, gender)
        if goes_on is not None and depth < _SENTENCES_BACK:
            return _same_as(view, head, by_pronoun(view, goes_on, gender, depth + 1))
        described = _described(view, number, head, gender)
        if described is not None:
            found = by_description(view, described)
            if found is None and _speaks(view, described) and not points_back(tree, described):
                return unnamed(view, head, view.phrase(described))
            if found is None:
                return NOBODY
            fits = view.genders[found] in (None, gender)
            return named(view, head, found) if fits else NOBODY
        if subjects:
            other = number == sentence and _another(view, number, head, gender)
            return NOBODY if other else named(view, head, _one_of(view, subjects))
        if number != sentence and said and not _goes_on(view, number, said, gender):
            return named(view, head, _one_of(view, said))
        if any(view.tree.tokens[place.token].relation == "possessor" for place in said):
            return NOBODY
    return NOBODY


def _main_pronoun(view: Referents, number: int, sentence: int, gender: str) -> int | None:
    """Return the pronoun that is the subject of an earlier sentence: "She told of the child. She said"."""
    if number == sentence:
        return None
    tokens = view.tree.tokens
    first = view.tree.sentence_first[number]
    for index in range(first, min(first + _TOKENS_BACK, view.tree.last_of(first))):
        token = tokens[index]
        if (
            token.relation in _SUBJECT
            and tokens[token.head].head == token.head
            and view.language.names.pronouns.get(token.text.lower()) == gender
            and not view.quoted.get(index, False)
        ):
            return index
    return None


def _same_as(view: Referents, head: int, found: Resolved) -> Resolved:
    if found.name is not None:
        return named(view, head, found.name)
    return unnamed(view, head, found.words) if found.words else NOBODY


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
        token.relation in _SUBJECT
        and view.language.names.pronouns.get(token.text.lower()) == gender
        for index in range(first, said[0].token)
        if not view.quoted.get(index, False)
        for token in (view.tree.tokens[index],)
    )


def _another(view: Referents, number: int, head: int, gender: str) -> bool:
    """Tell whether a sentence tells of another person of this gender: "Wu told him that"."""
    first = view.tree.sentence_first[number]
    return any(
        token.relation in _OBJECT
        and view.language.names.pronouns.get(token.text.lower()) == gender
        and token.form == "personal"
        for index in range(first, min(head, view.tree.last_of(first)))
        if not view.quoted.get(index, False)
        for token in (view.tree.tokens[index],)
    )


def _described(view: Referents, number: int, head: int, gender: str) -> int | None:
    """Return the last subject that is a person by description or an unknown name: "the judge".

    ``None`` where a name is the last subject, or where the description has the other gender.
    """
    tree = view.tree
    first = tree.sentence_first[number]
    last = min(head, tree.last_of(first))
    for index in range(last - 1, max(first, last - _TOKENS_BACK) - 1, -1):
        token = tree.tokens[index]
        acts = token.relation == "subject" or _speaks(view, index)
        if not acts or view.quoted.get(index, False) or token.form == "personal":
            continue
        if printed(view, index) is not None:
            return None
        if _person(view, index):
            lemma = token.lemma.lower()
            other = (
                view.language.names.female_titles
                if gender == "m"
                else view.language.names.male_titles
            )
            return None if lemma in other else index
    return None


def _person(view: Referents, index: int) -> bool:
    """Tell a noun for a person, a name that nothing knows, or a speaker of words in marks."""
    token = view.tree.tokens[index]
    lemma = token.lemma.lower()
    if token.form == "proper singular" or (
        token.form == "singular" and lemma in view.language.names.role_of
    ):
        return True
    return token.form == "singular" and _speaks_in_marks(view, index) and not bodily(view, lemma)


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
