"""Relatives: what "who" and "which" stand for.

Enters: a `Tree` and the token of a pronoun. Leaves: the noun that its clause stands beside.
"""

from __future__ import annotations

from variorum.segment.tree import Tree
from variorum.syntax import PROPER


def antecedent(tree: Tree, head: int) -> int | None:
    """Return the noun that a relative pronoun's clause stands beside; ``None`` for other words.

    A person's name that "who" touches is meant where the parse hung the clause on a thing before it:
    "the anger of Ann Wu who said".
    """
    if tree.word(head) not in tree.language.names.relatives:
        return None
    verb = tree.tokens[head].head
    for _ in range(4):
        if tree.tokens[verb].relation == "relative clause":
            outer = tree.tokens[verb].head
            if outer == head:
                return None
            return _touched(tree, head, outer) or _living(tree, head, outer)
        verb = tree.tokens[verb].head
    return None


def _touched(tree: Tree, head: int, outer: int) -> int | None:
    """Return the proper name right before "who", where the clause hangs on a common noun before it."""
    before = head - 1
    hung = outer < before and tree.tokens[outer].form == "singular"
    thing = not is_human(tree, outer)
    person = tree.word(head) in tree.reporting.relative_persons
    return before if hung and thing and person and tree.tokens[before].form in PROPER else None


def is_human(tree: Tree, index: int) -> bool:
    """Tell a noun for a person by what he or she is, does, or is to somebody."""
    names, lemma = tree.language.names, tree.lemma(index)
    return any(
        lemma in words for words in (names.role_of, names.titles, names.kin, names.people_nouns)
    )


def _living(tree: Tree, head: int, outer: int) -> int:
    """Return the persons of whom "who" tells where the parse hung it on where they are.

    "The residents of the street who" are the residents.
    """
    link = tree.tokens[outer].head
    holder = tree.tokens[link].head
    place = (
        tree.tokens[outer].form == "singular"
        and tree.lemma(outer) not in tree.language.names.role_of
    )
    anybody = tree.tokens[holder].form == "plural" or tree.tokens[holder].word_class == "pronoun"
    people = tree.tokens[link].relation == "preposition" and anybody
    return (
        holder if tree.word(head) in tree.reporting.relative_persons and place and people else outer
    )
