"""Coreference: whom "he", "the Russian leader" or "the company" means, within one account.

Enters: `Referents`, the head of the words that name a speaker. Leaves: a `Resolved`.

Only what is safe is resolved: a pronoun to the one person who was last the subject of a sentence
or last spoke, named or not, "they" to those who last spoke, a description as `descriptions` has it.
Where two may be meant nobody is; nor is anybody against the gender that the text gives.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from variorum.extract.referents.aged import by_age
from variorum.extract.referents.candidates import NamePosition, Referents, Speaking
from variorum.extract.referents.descriptions import by_description, issuer, points_back
from variorum.extract.referents.relatives import antecedent, is_human
from variorum.syntax import PLURAL, Form, Relation

_SENTENCES_BACK = 6
_SPEAKING_BACK = 3
_TOKENS_BACK = 150
_BARE = frozenset[Relation](("determiner", "punctuation"))
_SINGULAR = frozenset[Form](("singular", "proper singular"))
_SUBJECT = frozenset[Relation](("subject", "passive subject"))
_OBJECT = frozenset[Relation](("object", "indirect object", "prepositional object"))


class Resolved(Struct, frozen=True):
    """The `Name` meant, or the words of somebody who is not named; both ``None`` where not known.

    `path` is ("he", "Bashar al-Assad") where the printed words are not the name itself.
    """

    name: int | None = None
    words: str | None = None
    path: tuple[str, ...] = ()


_NOBODY = Resolved()


def resolve(view: Referents, head: int) -> Resolved:
    """Return whom the phrase with this head token means."""
    token = view.tree.tokens[head]
    plain = token.text.lower()
    if (
        view.tree.child(head, "conjunct") is not None
        and view.tree.child(head, "coordinator") is not None
    ):
        return _NOBODY
    printed = _printed(view, head)
    if printed is not None:
        return _NOBODY if printed in view.shared else Resolved(printed)
    if plain in view.language.names.relatives:
        return _relative(view, head)
    if plain in view.language.names.pronouns:
        return _by_pronoun(view, head, view.language.names.pronouns[plain])
    if plain in view.language.names.body_pronouns:
        return _by_body_pronoun(view, head)
    if plain in view.language.names.plural_pronouns:
        return _by_plural(view, head)
    if token.form in _SINGULAR:
        issued = (
            _issued(view, head) if token.lemma.lower() in view.tree.reporting.documents else None
        )
        return issued or _named(view, head, by_description(view, head))
    return _named(view, head, by_age(view, head))


def _named(view: Referents, head: int, found: int | None) -> Resolved:
    if found is None or found in view.shared:
        return _NOBODY
    return Resolved(found, None, (_said(view, head), view.names[found].name))


def _unnamed(view: Referents, head: int, words: str) -> Resolved:
    return Resolved(None, words, (_said(view, head), words))


def _said(view: Referents, head: int) -> str:
    token = view.tree.tokens[head]
    return token.text if token.word_class == "pronoun" else view.phrase(head)


def _printed(view: Referents, head: int) -> int | None:
    """Return the name whose mention holds the head token or stands in apposition to it."""
    for index in (head, *view.tree.all(head, "apposition")):
        found = view.printed(index)
        if found is not None and (index == head or view.names[found].kind == "person"):
            return found
    return None


def _issued(view: Referents, head: int) -> Resolved | None:
    """Return who issued a document that is the speaker: "issued a report. The report says"."""
    giver = issuer(view, head)
    if giver is None:
        return _by_body_before(view, head)
    found = resolve(view, giver).name
    if found is not None:
        return _named(view, head, found)
    return (
        None
        if view.tree.tokens[giver].word_class == "pronoun"
        else _unnamed(view, head, view.phrase(giver))
    )


def _by_body_before(view: Referents, head: int) -> Resolved | None:
    """Return the body that spoke in the sentence before: "The bureau said so. A statement said"."""
    tree = view.tree
    told_of = any(tree.tokens[c].relation not in _BARE for c in tree.children[head])
    last = _last_speaking(view, head)
    if told_of or last is None or tree.tokens[head].relation != "subject":
        return None
    found = resolve(view, last.head).name
    near = tree.sentence_of[head] - tree.sentence_of[last.head] == 1
    body = found is not None and view.names[found].kind == "organisation"
    return _named(view, head, found) if near and body and last.speech else None


# --- "who" ---------------------------------------------------------------------------------------------


def _relative(view: Referents, head: int) -> Resolved:
    """Resolve "who" to what its clause stands beside."""
    outer = antecedent(view.tree, head)
    if outer is None:
        return _NOBODY
    found = resolve(view, outer)
    if found.name is not None:
        return _named(view, head, found.name)
    return _unnamed(view, head, found.words or view.phrase(outer))


# --- "he" and "she" ----------------------------------------------------------------------------------


def _by_pronoun(view: Referents, head: int, gender: str, depth: int = 0) -> Resolved:
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
            return _same_as(view, head, _by_pronoun(view, goes_on, gender, depth + 1))
        described = _described(view, number, head, gender)
        if described is not None:
            found = by_description(view, described)
            if found is None and _speaks(view, described) and not points_back(tree, described):
                return _unnamed(view, head, view.phrase(described))
            if found is None:
                return _NOBODY
            fits = view.genders[found] in (None, gender)
            return _named(view, head, found) if fits else _NOBODY
        if subjects:
            other = number == sentence and _another(view, number, head, gender)
            return _NOBODY if other else _named(view, head, _one_of(view, subjects))
        if number != sentence and said and not _goes_on(view, number, said, gender):
            return _named(view, head, _one_of(view, said))
        if any(view.tree.tokens[place.token].relation == "possessor" for place in said):
            return _NOBODY
    return _NOBODY


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
        return _named(view, head, found.name)
    return _unnamed(view, head, found.words) if found.words else _NOBODY


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
        if _printed(view, index) is not None:
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
    return token.form == "singular" and _speaks_in_marks(view, index) and not _bodily(view, lemma)


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


def _bodily(view: Referents, lemma: str) -> bool:
    names = view.language.names
    reported = view.language.reporting.reported
    return lemma in names.body_of or lemma in names.body_endings or lemma in reported


# --- "it" and "they" ---------------------------------------------------------------------------------


def _by_body_pronoun(view: Referents, head: int) -> Resolved:
    """Resolve "it" to the body or the document that spoke last."""
    last = _last_speaking(view, head)
    if last is None or not last.speech:
        return _NOBODY
    token = view.tree.tokens[last.head]
    found = resolve(view, last.head).name
    person = found is not None and view.names[found].kind == "person"
    if token.form not in _SINGULAR or person:
        return _NOBODY
    if found is not None:
        return _named(view, head, found)
    said = view.tree.lemma(token.head) in view.tree.reporting.saying
    thing = said and not is_human(view.tree, last.head)
    body = token.form == "proper singular" or _bodily(view, token.lemma.lower()) or thing
    return _unnamed(view, head, view.words(last.first, last.end)) if body else _NOBODY


def _by_plural(view: Referents, head: int) -> Resolved:
    """Resolve "they" to those who last spoke, if no others were a subject since."""
    last = _last_speaking(view, head)
    if last is None or view.tree.tokens[last.head].form not in PLURAL:
        return _NOBODY
    for index in range(max(last.end, head - _TOKENS_BACK), head):
        token = view.tree.tokens[index]
        if (
            token.relation in _SUBJECT
            and token.form in PLURAL
            and not view.quoted.get(index, False)
            and not _told(view, index, last)
        ):
            return _NOBODY
    return _unnamed(view, head, view.words(last.first, last.end))


def _told(view: Referents, index: int, last: Speaking) -> bool:
    """Tell a subject of what the last speaker says: "residents complained that the pumps were old"."""
    tokens = view.tree.tokens
    said = tokens[last.head].head
    clause = tokens[index].head
    return tokens[clause].relation == "clausal complement" and tokens[clause].head == said


def _last_speaking(view: Referents, head: int) -> Speaking | None:
    """Return who was last given words in the sentences right before, pronouns passed over."""
    sentence = view.tree.sentence_of[head]
    for one in reversed(view.speaking[: view.speaking_before(head)]):
        if sentence - view.tree.sentence_of[one.head] > _SPEAKING_BACK:
            return None
        if view.tree.tokens[one.head].word_class != "pronoun":
            return one
    return None
