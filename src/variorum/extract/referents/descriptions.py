"""Descriptions: whom "the Russian leader", "the company" or "the statement" means in one account.

Enters: `Referents`, the head of a description. Leaves: the position of a `Name`, or ``None``.

A person needs a printed role that bears the description out; a body words of its name, or a firm
to be the only body that was just named. Where two fit, nobody is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from variorum.extract.names.borne import holds, origins
from variorum.extract.referents.candidates import Referents
from variorum.extract.referents.leads import named_later
from variorum.segment.tree import Tree
from variorum.syntax import Relation

_SENTENCES_BACK = 6
_DOCUMENT_BACK = 2
_CALLED_BACK = 2000
_CALLED_BEFORE = 6
_LOOKED_AT = 50
_STEM = 6
_MODIFIERS: Final[tuple[Relation, ...]] = ("adjectival modifier", "compound", "nominal modifier")
_MAY_FOLLOW: Final[tuple[Relation, ...]] = ("determiner", "punctuation", "relative clause")
_SOURCES: Final[tuple[Relation, ...]] = ("subject", "prepositional object")
"""How a document stands as a source itself: "A letter from Wu says", "according to a letter from Wu"."""
_BARE: Final[tuple[Relation, ...]] = ("determiner", "punctuation")


def by_description(view: Referents, head: int) -> int | None:
    """Resolve "the Russian leader" by printed roles, "the company" by the words of names."""
    tree = view.tree
    lemma = tree.lemma(head)
    if lemma in view.language.names.kin and tree.child(head, "possessor") is not None:
        return _by_kin(view, head, lemma)
    definite = any(
        tree.word(c) in tree.language.names.definite for c in tree.all(head, "determiner")
    )
    later = None if _is_name(tree, head) else named_later(view, head)
    if later is not None:
        return later
    headline = tree.tokens[head].start < view.title_end and lemma in view.language.names.offices
    if (not definite and not headline) or _is_name(tree, head):
        return None
    if lemma in view.language.names.role_of:
        return _by_role(view, head, lemma)
    if lemma in view.language.names.body_of:
        return _by_body(view, head, lemma)
    if not definite:
        return None
    called = _by_calling(view, head, lemma)
    return called if called is not None else _by_word(view, head)


def points_back(tree: Tree, head: int) -> bool:
    """Tell "the girl", "the statement": who is meant was told before, and like "she" it names nobody.

    A man is told by more than being one, and a document has no voice but its issuer's.
    """
    back = tree.language.names.people_nouns | tree.reporting.documents
    definite = any(
        tree.word(c) in tree.language.names.definite for c in tree.all(head, "determiner")
    )
    alone = all(tree.tokens[c].relation in (*_BARE, *_MODIFIERS) for c in tree.children[head])
    return definite and alone and tree.lemma(head) in back


def _is_name(tree: Tree, head: int) -> bool:
    """Tell "the Vale Union Leader", in capitals throughout, from "the Russian President"."""
    before = [tree.tokens[child] for child in tree.all(head, "compound", "nominal modifier")]
    capitals = [
        t
        for t in before
        if t.form == "proper singular" and t.text.lower() not in tree.language.names.demonyms
    ]
    return tree.tokens[head].form == "proper singular" and bool(capitals)


# --- persons -----------------------------------------------------------------------------------------


def _by_role(view: Referents, head: int, lemma: str) -> int | None:
    start = view.tree.tokens[head].start
    said = [view.tree.word(child) for child in view.tree.all(head, *_MODIFIERS)]
    countries = origins(view.language.names, said)
    bearers = []
    for number, name in enumerate(view.names):
        unmet = name.mentions[0].start > start >= view.title_end
        if name.kind != "person" or unmet or number in view.shared:
            continue
        if any(holds(view.language.names, lemma, role, countries) for role in name.roles):
            bearers.append(number)
    fits = _closest(view, head, bearers)
    return fits[0] if len(fits) == 1 else _just_named(view, head, fits)


def _only_bearer(view: Referents, lemma: str) -> int | None:
    """Return the only person whom the text calls so beside the name: "Ada Scott, a pilot … the pilot"."""
    bearers = [number for number in view.called.get(lemma, ()) if number not in view.shared]
    return bearers[0] if len(bearers) == 1 else None


def _by_kin(view: Referents, head: int, lemma: str) -> int | None:
    """Resolve "his wife" to "Volk's wife, Ada Volk", where Volk himself is the one just named."""
    found = _only_bearer(view, lemma)
    if found is None:
        return None
    owners = {
        view.printed(owner)
        for mention in view.names[found].mentions[:_LOOKED_AT]
        for place in view.places_at(mention.start)
        for index in range(max(0, place.token - _CALLED_BEFORE), place.token)
        if view.tree.lemma(index) == lemma
        for owner in view.tree.all(index, "possessor")
    }
    sentence = view.tree.sentence_of[head]
    near = [p for n in range(max(0, sentence - 1), sentence + 1) for p in view.in_sentence(n, head)]
    persons = {p.name for p in near if view.names[p.name].kind == "person"} - {found}
    return found if len(owners) == 1 and persons and persons <= owners else None


def _by_calling(view: Referents, head: int, lemma: str) -> int | None:
    """Resolve "the pilot", alone, to the one person met before who is called a pilot.

    Where the text has told of "a pilot" besides, nobody is meant.
    """
    tree = view.tree
    if any(tree.tokens[c].relation not in _BARE for c in tree.children[head]):
        return None
    found = _only_bearer(view, lemma)
    if found is None or view.names[found].mentions[0].start > tree.tokens[head].start:
        return None
    others = (
        tree.lemma(index) == lemma
        and any(
            tree.word(c) in tree.language.names.indefinite for c in tree.all(index, "determiner")
        )
        for index in range(max(0, head - _CALLED_BACK), head)
    )
    return None if any(others) else found


def _closest(view: Referents, head: int, fits: Sequence[int]) -> Sequence[int]:
    """Return those whose role has a description's modifiers too: of three justices the chief one."""
    tree = view.tree
    said = {tree.word(child) for child in tree.all(head, *_MODIFIERS)}
    close = [
        number
        for number in fits
        if any(said <= set(role.lower().split()) for role in view.names[number].roles)
    ]
    return close if said and close else fits


def _just_named(view: Referents, head: int, fits: Sequence[int]) -> int | None:
    """Return the one of several who is named in the sentence before, or in this one."""
    sentence = view.tree.sentence_of[head]
    numbers = range(max(0, sentence - 1), sentence + 1)
    near = {place.name for number in numbers for place in view.in_sentence(number, head)}
    kept = [number for number in fits if number in near]
    return kept[0] if len(kept) == 1 else None


# --- bodies ------------------------------------------------------------------------------------------


def _by_body(view: Referents, head: int, lemma: str) -> int | None:
    """Return the one body that bears the word in its name or before it, or was alone named last."""
    start = view.tree.tokens[head].start
    bodies = [
        number
        for number, name in enumerate(view.names)
        if name.kind == "organisation" and name.mentions[0].start < start
    ]
    named = view.language.names.body_of[lemma]
    fits = [number for number in bodies if named & _words(view, number)]
    called = [] if fits else [number for number in bodies if _called(view, number, lemma)]
    found = fits or called
    if not found:
        return _alone_named(view, head, lemma)
    firm = bool(called) and lemma in view.language.names.firms
    other = _other_name(view, head, found[0]) or (firm and found[0] not in _named_last(view, head))
    return found[0] if len(found) == 1 and not other else None


def _other_name(view: Referents, head: int, number: int) -> bool:
    """Tell "the Vale Herald newspaper" from a paper of another name."""
    tree = view.tree
    words = _words(view, number) | tree.language.names.demonyms.keys()
    beside = [tree.tokens[c] for c in tree.all(head, *_MODIFIERS, "apposition")]
    return any(t.form == "proper singular" and t.text.lower() not in words for t in beside)


def _named_last(view: Referents, head: int, back: int = 0) -> set[int]:
    """Return the bodies of the nearest sentence that names any outside marks, `back` or more before."""
    sentence = view.tree.sentence_of[head]
    for number in range(sentence - back, max(-1, sentence - _SENTENCES_BACK - 1), -1):
        near = {place.name for place in view.in_sentence(number, head) if not place.quoted}
        bodies = {name for name in near if view.names[name].kind == "organisation"}
        if bodies:
            return bodies
    return set()


def _by_word(view: Referents, head: int) -> int | None:
    """Resolve "the observatory", alone, to the one body met before whose name holds the word."""
    tree = view.tree
    token = tree.tokens[head]
    word = token.text.lower()
    spared = view.language.reporting.documents | view.language.reporting.reported
    told_of = any(tree.tokens[c].relation not in _MAY_FOLLOW for c in tree.children[head])
    if told_of or {word, token.lemma.lower()} & spared:
        return None
    fits = [
        number
        for number in view.worded.get(word, ())
        if view.names[number].mentions[0].start < token.start
    ]
    return fits[0] if len(fits) == 1 else None


def _words(view: Referents, number: int) -> set[str]:
    return {word.strip(".,").lower() for word in view.names[number].name.split()}


def _called(view: Referents, number: int, lemma: str) -> bool:
    """Tell whether the text calls a body what the description says: "the news agency, Holm"."""
    return any(
        lemma in {token.lemma.lower() for token in view.tree.tokens[max(0, first - 2) : first]}
        for place in view.places
        if place.name == number and (first := _first(view, place.token, place.start))
        if first and view.tree.word(first - 1) in (",", lemma)
    )


def _first(view: Referents, token: int, start: int) -> int:
    while token > 0 and view.tree.tokens[token].start > start:
        token -= 1
    return token


def _alone_named(view: Referents, head: int, lemma: str) -> int | None:
    """Return the only body of the nearest earlier sentence that names any outside marks.

    Only for a firm, whose name need not say what it is, and that nothing describes more closely.
    """
    closer = [
        c
        for c in view.tree.children[head]
        if view.tree.tokens[c].relation not in ("determiner", "punctuation")
    ]
    if lemma not in view.language.names.firms:
        return None
    bodies = _named_last(view, head, back=1)
    only = bodies.pop() if len(bodies) == 1 else None
    fits = only is not None and _may_be_firm(view, only)
    return only if fits and (not closer or _borne_out(view, head, only)) else None


def _borne_out(view: Referents, head: int, number: int | None) -> bool:
    """Tell whether a body's name shares a stem or a country with each word that describes it.

    "The telecommunications company", "the French firm": France Telecom.
    """
    if number is None:
        return False
    tree, words = view.tree, _words(view, number)
    said = [c for c in tree.children[head] if tree.tokens[c].relation not in _BARE]
    return all(
        tree.tokens[c].relation in _MODIFIERS
        and (
            view.language.names.demonyms.get(tree.word(c)) in words
            or any(tree.word(c)[:_STEM] == word[:_STEM] for word in words if len(word) >= _STEM)
        )
        for c in said
    )


def _may_be_firm(view: Referents, number: int) -> bool:
    """Tell whether no word of a body's name says that it is something else than a firm."""
    names, reported = view.language.names, view.language.reporting.reported
    others = (words for noun, words in names.body_of.items() if noun not in names.firms)
    return not _words(view, number) & reported.union(*others)


# --- documents ----------------------------------------------------------------------------------------


def issuer(view: Referents, head: int) -> int | None:
    """Return the subject that issued a document: "The bureau said in a report … The report says"."""
    tree = view.tree
    for index in _same_document(view, head):
        whose = _whose(tree, index)
        if whose is not None and (index != head or tree.tokens[head].relation in _SOURCES):
            return whose
        link = tree.tokens[index].head
        within = tree.word(link) in tree.language.names.within
        verb = _verb_above(tree, link)
        giving = tree.reporting.issuing | (tree.reporting.saying if within else frozenset())
        if tree.lemma(verb) in giving and (within or verb == link):
            return tree.child(verb, "subject")
    return None


def _whose(tree: Tree, document: int) -> int | None:
    """Return whose document it is: "the ministry's report", "a statement by the court"."""
    owner = tree.child(document, "possessor")
    for link in tree.all(document, "preposition"):
        if owner is None and tree.word(link) in tree.language.names.issued_by:
            owner = tree.child(link, "prepositional object")
    named = owner is not None and tree.tokens[owner].word_class in ("noun", "proper noun")
    return owner if named else None


def _same_document(view: Referents, head: int) -> list[int]:
    """Return the token itself where it is no subject or says whose it is, else the same noun before."""
    tree = view.tree
    if tree.tokens[head].relation != "subject" or _whose(tree, head) is not None:
        return [head]
    if not any(tree.word(c) in tree.language.names.definite for c in tree.all(head, "determiner")):
        return []
    sentence = tree.sentence_of[head]
    first = tree.sentence_first[max(0, sentence - _DOCUMENT_BACK)]
    lemma = tree.tokens[head].lemma
    return [i for i in range(head - 1, first - 1, -1) if tree.tokens[i].lemma == lemma][:1]


def _verb_above(tree: Tree, index: int) -> int:
    while tree.tokens[index].word_class != "verb" and tree.tokens[index].head != index:
        index = tree.tokens[index].head
    return index
