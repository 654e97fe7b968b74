"""Resolved: what is found out about whom words mean, and the words themselves.

Enters: `Referents`, the head of the words that name a speaker. Leaves: a `Resolved`.
"""

from __future__ import annotations

from msgspec import Struct

from variorum.extract.referents.candidates import Referents
from variorum.extract.referents.relatives import is_human


class Resolved(Struct, frozen=True):
    """The `Name` meant, or the words of somebody who is not named; both ``None`` where not known.

    `path` is ("he", "Bashar al-Assad") where the printed words are not the name itself.
    """

    name: int | None = None
    words: str | None = None
    path: tuple[str, ...] = ()


UNRESOLVED = Resolved()


def named(view: Referents, head: int, found: int | None) -> Resolved:
    """Return a name as what is meant; nobody where several persons share it."""
    if found is None or found in view.shared:
        return UNRESOLVED
    return Resolved(found, None, (_said_as(view, head), view.names[found].name))


def unnamed(view: Referents, head: int, words: str) -> Resolved:
    """Return the words of somebody who is not named as what is meant."""
    return Resolved(None, words, (_said_as(view, head), words))


def _said_as(view: Referents, head: int) -> str:
    token = view.tree.tokens[head]
    return token.text if token.word_class == "pronoun" else view.phrase(head)


def printed(view: Referents, head: int) -> int | None:
    """Return the name whose mention holds the head token or stands in apposition to it."""
    for index in (head, *view.tree.all(head, "apposition")):
        found = view.printed(index)
        if found is not None and (
            index == head
            or (view.names[found].kind == "person" and not _of_another(view, head, index))
        ):
            return found
    called = _called(view, head)
    return _at_the_end(view, head) if called is None else called


def _called(view: Referents, head: int) -> int | None:
    """Return the person of "a man named Jan Volk"."""
    tree = view.tree
    for clause in tree.all(head, "adnominal clause"):
        if tree.lemma(clause) in tree.reporting.naming and is_human(tree, head):
            last = tree.right[clause]
            if _is_person(view, last):
                return view.printed(last)
    return None


def _at_the_end(view: Referents, head: int) -> int | None:
    """Return the person of "the head of the roads office, Ada Kern", where the parse took her for the office.

    Of "the widow of the mayor, Jan Volk" either may be meant.
    """
    tree, last = view.tree, view.tree.right[head]
    last -= last > head and tree.tokens[last].text == ","
    name = view.printed(last)
    if not _is_person(view, last) or not is_human(tree, head):
        return None
    first = last
    while first > head and view.printed(first) == name:
        first -= 1
    one = tree.tokens[head].form == "singular" and tree.tokens[first].text == ","
    return name if one and not _of_another(view, head, first) else None


def _of_another(view: Referents, head: int, end: int) -> bool:
    """Tell whether a person stands between a noun and the name behind it, whose the name may be as well."""
    tree = view.tree
    return any(
        tree.tokens[at].relation == "prepositional object" and _may_be_a_person(view, at)
        for at in range(head + 1, end)
    )


def _may_be_a_person(view: Referents, index: int) -> bool:
    """Tell "the mayor" and a name, unless it is known to be a body's or a place's."""
    tree, name = view.tree, view.printed(index)
    if name is not None:
        return view.names[name].kind == "person"
    own = tree.child(index, "determiner", "possessor")
    named = tree.tokens[index].word_class == "proper noun" and own is None
    one = tree.tokens[index].form in ("singular", "proper singular") and own is not None
    return named or (one and is_human(tree, index))


def _is_person(view: Referents, index: int) -> bool:
    name = view.printed(index)
    return name is not None and view.names[name].kind == "person"


def bodily(view: Referents, lemma: str) -> bool:
    """Tell a noun for a body or a document: "council", "report"."""
    names = view.language.names
    reported = view.language.reporting.reported
    return lemma in names.body_of or lemma in names.body_endings or lemma in reported
