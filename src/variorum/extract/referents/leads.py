"""Leads: whom a headline or an account's first words call "her lawyer", to name him further down.

Enters: `Referents`, the head of a description. Leaves: the position of a `Name`, or ``None``.

News gives the role first and the name later: "The harbour is closed, the Tarn mayor says … Mayor Ann Wu
said". The description means the one person with such a role in the account, if he or she is first named
soon after it. "A spokesman" is whoever is named so only where nobody spoke before.
"""

from __future__ import annotations

from typing import Final

from variorum.extract.names.borne import holds, origins, plain_words
from variorum.extract.referents.candidates import Referents

_LEAD: Final = 1200
_SOON: Final = 2500
"""Characters: of the body within which a description may wait for its name, and how long."""


def named_later(view: Referents, head: int) -> int | None:
    """Return the only person with the role of a description who is named for the first time after it."""
    start = view.tree.tokens[head].start
    if start > view.title_end + _LEAD or not _may_wait(view, head):
        return None
    bearers = [
        number
        for number, name in enumerate(view.names)
        if name.kind == "person" and any(_bears(view, head, role) for role in name.roles)
    ]
    one = bearers[0] if len(bearers) == 1 and bearers[0] not in view.shared else None
    return one if one is not None and _soon(view, one, start) else None


def _bears(view: Referents, head: int, role: str) -> bool:
    """Tell whether a role is a description's: a fire chief is not "the police chief"."""
    tree, names = view.tree, view.language.names
    lemma = tree.lemma(head)
    before = tree.all(head, "compound", "adjectival modifier", "nominal modifier")
    if not holds(names, lemma, role, origins(names, map(tree.word, before))):
        return False
    nouns = {tree.word(index) for index in before if tree.tokens[index].form == "singular"}
    others = set(plain_words(role)) - names.role_of.get(lemma, frozenset((lemma,)))
    return not nouns or not others or bool(nouns & others)


def _soon(view: Referents, number: int, start: int) -> bool:
    return start < view.names[number].mentions[0].start < start + _SOON


def _may_wait(view: Referents, head: int) -> bool:
    """Tell "the mayor", "her lawyer", and "a judge" or a headline's "Judge" where nobody spoke before."""
    tree, names = view.tree, view.language.names
    said = {tree.word(child) for child in tree.all(head, "determiner")}
    if said & names.definite or tree.child(head, "possessor") is not None:
        return True
    if tree.tokens[head].start < view.title_end:
        return not said
    before = view.speaking[: view.speaking_before(head)]
    body = [one for one in before if tree.tokens[one.head].start >= view.title_end]
    return bool(said & names.indefinite) and not body
