"""Carriers: through whom words reached an account, and what is only alleged to have been said.

Enters: a `Tree` and a `Cue` or its verb. Leaves: token numbers, or ``None``.

"The paper quoted Wu as saying", "Wu was quoted by the paper as saying", "Wu told the paper" and "in an
interview with the paper" give Wu's words by way of the paper.
"""

from __future__ import annotations

from variorum.extract.quotations.cues import Cue
from variorum.segment.tree import Tree


def quoted_as(tree: Tree, verb: int) -> bool:
    """Tell "is quoted as saying": its speaker is the one who is quoted."""
    link = tree.tokens[verb].head
    return (
        tree.tokens[verb].relation == "prepositional complement"
        and tree.word(link) in tree.reporting.likening
    )


def saying_of(tree: Tree, verb: int) -> int | None:
    """Return the "saying" of "is quoted as saying"."""
    for link in tree.all(verb, "preposition"):
        inner = tree.child(link, "prepositional complement")
        if tree.word(link) in tree.reporting.likening and inner is not None:
            return inner if tree.tokens[inner].form == "present participle" else None
    return None


def quoting_agent(tree: Tree, cue: Cue) -> int | None:
    """Return who quotes in "X is quoted by the paper as saying", "the paper quoted X as saying"."""
    verb, saying = cue.head, saying_of(tree, cue.head)
    if quoted_as(tree, cue.head):
        verb, saying = tree.tokens[tree.tokens[cue.head].head].head, cue.head
    if saying is None:
        return None
    for by in (*tree.all(verb, "agent", "preposition"), *tree.all(saying, "agent", "preposition")):
        if tree.word(by) in tree.reporting.agents:
            return tree.child(by, "prepositional object")
    return tree.child(verb, "subject") if tree.child(verb, "passive auxiliary") is None else None


def interviewer(tree: Tree, cue: Cue) -> int | None:
    """Return whom somebody talks to "in an interview with Vale FM"."""
    verbs = [cue.head]
    if quoted_as(tree, cue.head):
        verbs.append(tree.tokens[tree.tokens[cue.head].head].head)
    for verb in verbs:
        for link in tree.all(verb, "preposition"):
            talk = tree.child(link, "prepositional object")
            if talk is not None and tree.lemma(talk) in tree.reporting.interviews:
                with_whom = next(iter(tree.all(talk, "preposition")), None)
                return (
                    tree.child(with_whom, "prepositional object") if with_whom is not None else None
                )
    return None


def told_body(tree: Tree, cue: Cue) -> int | None:
    """Return the paper or agency that is told: the words reached the account through it."""
    if tree.lemma(cue.head) not in tree.reporting.recipient:
        return None
    hearer = tree.child(cue.head, "object", "indirect object")
    handed_on = hearer is not None and tree.lemma(hearer) in tree.reporting.reported
    return hearer if handed_on else None


def alleged(tree: Tree, verb: int) -> bool:
    """Tell "allegedly told", "accused of telling": a charge against somebody, not his words."""
    if any(tree.word(c) in tree.reporting.alleged for c in tree.all(verb, "adverbial modifier")):
        return True
    link = tree.tokens[verb].head
    charge = tree.tokens[link].head
    while tree.tokens[verb].relation == "conjunct" and link != verb:
        verb, link, charge = link, charge, tree.tokens[charge].head
    return (
        tree.tokens[verb].relation == "prepositional complement"
        and tree.lemma(charge) in tree.reporting.alleging
    )
