"""Coreference: whom "he", "the Russian leader" or "the company" means, within one account.

Enters: `Referents`, the head of the words that name a speaker. Leaves: a `Resolved`.

Only what is safe is resolved: "he" and "she" as `persons` has it, "it" and "they" to who last spoke, a
description as `descriptions` has it. Where two may be meant nobody is.
"""

from __future__ import annotations

from variorum.extract.referents.aged import by_age
from variorum.extract.referents.candidates import TOKENS_BACK, Referents, Speaking
from variorum.extract.referents.descriptions import by_description, issuer
from variorum.extract.referents.persons import by_pronoun
from variorum.extract.referents.relatives import antecedent, is_human
from variorum.extract.referents.resolved import (
    UNRESOLVED,
    Resolved,
    bodily,
    named,
    printed,
    unnamed,
)
from variorum.syntax import NOMINAL_SUBJECTS, PLURAL, Form, Relation

_SPEAKING_BACK = 3
_BARE = frozenset[Relation](("determiner", "punctuation"))
_SINGULAR = frozenset[Form](("singular", "proper singular"))


def resolve(view: Referents, head: int) -> Resolved:
    """Return whom the phrase with this head token means."""
    token = view.tree.tokens[head]
    plain = token.text.lower()
    if _listed(view, head):
        return UNRESOLVED
    name = printed(view, head)
    if name is not None:
        several = token.form == "plural" and view.printed(head) != name
        return UNRESOLVED if several or name in view.shared else Resolved(name)
    if plain in view.language.names.relatives:
        return _relative(view, head)
    if plain in view.language.names.pronouns:
        return by_pronoun(view, head, view.language.names.pronouns[plain])
    if plain in view.language.names.body_pronouns:
        return _by_body_pronoun(view, head)
    if plain in view.language.names.plural_pronouns:
        return _by_plural(view, head)
    if token.form in _SINGULAR:
        issued = (
            _issued(view, head) if token.lemma.lower() in view.tree.reporting.documents else None
        )
        return issued or named(view, head, by_description(view, head))
    return named(view, head, by_age(view, head))


def _listed(view: Referents, head: int) -> bool:
    """Tell the first of several from a name that holds "and": "Wu and Orr", "Wu, Orr and Holm"."""
    joined, last = False, head
    while (other := _next_listed(view, last)) is not None:
        joined = joined or view.tree.child(last, "coordinator") is not None
        last = other
    name = view.printed(head)
    return joined and (name is None or view.printed(last) != name)


def _next_listed(view: Referents, index: int) -> int | None:
    """Return what a list goes on with, be it a name that the parse took for an apposition of a name."""
    conjunct, name = view.tree.child(index, "conjunct"), view.printed(index)
    beside = view.tree.child(index, "apposition") if conjunct is None and name is not None else None
    other = view.printed(beside) if beside is not None else None
    return beside if other not in (None, name) else conjunct


def _issued(view: Referents, head: int) -> Resolved | None:
    """Return who issued a document that is the speaker: "issued a report. The report says"."""
    giver = issuer(view, head)
    if giver is None:
        return _by_body_before(view, head)
    found = resolve(view, giver).name
    if found is not None:
        return named(view, head, found)
    several = view.tree.tokens[giver].word_class == "pronoun" or _listed(view, giver)
    return None if several else unnamed(view, head, view.phrase(giver))


def _by_body_before(view: Referents, head: int) -> Resolved | None:
    """Return the body that spoke in the sentence before: "The bureau said so. A statement said"."""
    tree = view.tree
    told_of = any(tree.tokens[c].relation not in _BARE for c in tree.children[head])
    last = _last_speaking(view, head)
    if told_of or tree.tokens[head].relation != "subject":
        return None
    if last is None or tree.sentence_of[last.head] < tree.sentence_of[head] - 1:
        return _by_outlet_before(view, head)
    found = resolve(view, last.head).name
    near = tree.sentence_of[head] - tree.sentence_of[last.head] == 1
    body = found is not None and view.names[found].kind == "organisation"
    return named(view, head, found) if near and body and last.speech else None


def _by_outlet_before(view: Referents, head: int) -> Resolved | None:
    """Return the outlet that the sentence before tells of: "State television ran footage. The report said"."""
    tree, number = view.tree, view.tree.sentence_of[head] - 1
    opens = tree.first_of(head)
    first = max(tree.sentence_first[max(0, number)], opens - TOKENS_BACK)
    for index in range(first, opens):
        token = tree.tokens[index]
        main = token.relation == "subject" and tree.tokens[token.head].head == token.head
        if main and number >= 0:
            outlet = tree.lemma(index) in tree.reporting.reported - tree.reporting.documents
            return unnamed(view, head, view.phrase(index)) if outlet else None
    return None


# --- "who" ---------------------------------------------------------------------------------------------


def _relative(view: Referents, head: int) -> Resolved:
    """Resolve "who" to what its clause stands beside."""
    outer = antecedent(view.tree, head)
    if outer is None:
        return UNRESOLVED
    found = resolve(view, outer)
    if found.name is not None and _is_person(view, found) and _of_thing(view, head):
        return UNRESOLVED
    if found.name is not None:
        return named(view, head, found.name)
    return unnamed(view, head, found.words or view.phrase(outer))


def _of_thing(view: Referents, head: int) -> bool:
    return view.tree.word(head) in view.language.names.thing_relatives


def _is_person(view: Referents, found: Resolved) -> bool:
    """Tell a person printed there from what somebody issued: "Wu's statement, which said"."""
    return found.name is not None and not found.path and view.names[found.name].kind == "person"


# --- "it" and "they" ---------------------------------------------------------------------------------


def _by_body_pronoun(view: Referents, head: int) -> Resolved:
    """Resolve "it" to the body or the document that spoke last."""
    last = _last_speaking(view, head)
    if last is None or not last.speech:
        return UNRESOLVED
    token = view.tree.tokens[last.head]
    found = resolve(view, last.head).name
    person = found is not None and view.names[found].kind == "person"
    if token.form not in _SINGULAR or person:
        return UNRESOLVED
    if found is not None:
        return named(view, head, found)
    said = view.tree.lemma(token.head) in view.tree.reporting.saying
    thing = said and not is_human(view.tree, last.head)
    body = token.form == "proper singular" or bodily(view, token.lemma.lower()) or thing
    return unnamed(view, head, view.words(last.first, last.end)) if body else UNRESOLVED


def _by_plural(view: Referents, head: int) -> Resolved:
    """Resolve "they" to those who last spoke, if no others were a subject since."""
    last = _last_speaking(view, head)
    if last is None or view.tree.tokens[last.head].form not in PLURAL:
        return UNRESOLVED
    for index in range(max(last.end, head - TOKENS_BACK), head):
        token = view.tree.tokens[index]
        if (
            token.relation in NOMINAL_SUBJECTS
            and token.form in PLURAL
            and not view.quoted.get(index, False)
            and not _told(view, index, last)
        ):
            return UNRESOLVED
    return unnamed(view, head, view.words(last.first, last.end))


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
