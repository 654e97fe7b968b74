"""Carriers: through whom words reached an account, and what is only alleged to have been said.

Enters: a `Tree` and a `Cue` or its verb. Leaves: token numbers, or ``None``.

"The paper quoted Wu as saying", "Wu was quoted by the paper as saying", "Wu told the paper" and "in an
interview with the paper" give Wu's words by way of the paper.
"""

from __future__ import annotations

from variorum.extract.quotations.cues import Cue
from variorum.extract.referents.relatives import is_human
from variorum.segment.tree import Tree

_BESIDE = 80
"""Words before and after a cue among which somebody may be cited."""


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


def quoted_one(tree: Tree, verb: int) -> int | None:
    """Return who is quoted in "the paper quoted Wu as saying"."""
    active = tree.child(verb, "passive auxiliary") is None
    return tree.child(verb, "object") if active and saying_of(tree, verb) is not None else None


def quoting_agent(tree: Tree, cue: Cue) -> int | None:
    """Return who quotes: "X is quoted by the paper", "the paper quoted X as saying"."""
    verb, saying = cue.head, saying_of(tree, cue.head)
    if quoted_as(tree, cue.head):
        verb, saying = tree.tokens[tree.tokens[cue.head].head].head, cue.head
    passive = tree.child(verb, "passive auxiliary") is not None
    if saying is None and not (passive and tree.lemma(verb) in tree.reporting.citing):
        return None
    said = [verb] if saying is None else [verb, saying]
    for by in (link for one in said for link in tree.all(one, "agent", "preposition")):
        agent = tree.child(by, "prepositional object")
        if agent is not None and (
            tree.word(by) in tree.reporting.agents or _in_print(tree, by, agent)
        ):
            return agent
    return None if passive else tree.child(verb, "subject")


def _in_print(tree: Tree, link: int, noun: int) -> bool:
    """Tell "in the Vale Herald", "in the local press"."""
    return (
        tree.word(link) in tree.language.names.within
        and tree.lemma(noun) in tree.reporting.reported
    )


def cited(tree: Tree, cue: Cue) -> int | None:
    """Return who is cited beside a report: "said, citing police, that", "the paper, quoting Wu, said".

    By place: the parse may hang the participle on the words reported.
    """
    if citing(tree, cue.head):
        return tree.child(cue.head, "object")
    first = max(tree.first_of(cue.head), cue.first - _BESIDE)
    for index in range(first, min(tree.last_of(cue.head), cue.last + _BESIDE)):
        if not citing(tree, index):
            continue
        token, beside = tree.tokens[index], index - 1 == cue.last + 1
        if beside or token.head == cue.head or tree.tokens[token.head].head == cue.head:
            return tree.child(index, "object")
    return None


def citing(tree: Tree, index: int) -> bool:
    """Tell a participle that names who speaks: "citing police"; "citing the weather" gives a reason.

    It stands behind a comma or opens its sentence: "Citing police, the paper said".
    """
    token = tree.tokens[index]
    if token.form != "present participle" or tree.lemma(index) not in tree.reporting.citing:
        return False
    whom = tree.child(index, "object")
    opens = index == tree.first_of(index) or tree.tokens[index - 1].text == ","
    if whom is None or not opens:
        return False
    documents = tree.reporting.documents | tree.reporting.reported
    known = tree.reporting.headline_labels - documents
    speaks = is_human(tree, whom) or bool({tree.lemma(whom), tree.word(whom)} & known)
    return speaks or tree.tokens[whom].word_class == "proper noun"


def quoted_beside(tree: Tree, head: int) -> int | None:
    """Return who quotes a speaker in passing: "Kerr, quoted by the paper, said"."""
    for verb in tree.all(head, "adnominal clause"):
        if (
            tree.tokens[verb].form == "past participle"
            and tree.lemma(verb) in tree.reporting.handing_on
        ):
            by = tree.child(verb, "agent")
            return tree.child(by, "prepositional object") if by is not None else None
    return None


def carried_by(tree: Tree, cue: Cue) -> int | None:
    """Return who carries what is said: "said in remarks carried by the agency"."""
    for link in tree.all(cue.head, "preposition"):
        words = tree.child(link, "prepositional object")
        if words is not None and tree.tokens[words].word_class == "noun":
            by = quoted_beside(tree, words)
            if by is not None:
                return by
    return None


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
    return _spoken_to(tree, cue.head)


def _spoken_to(tree: Tree, verb: int) -> int | None:
    """Return whom somebody speaks to: "Speaking to Vale FM, she said"."""
    for talk in tree.all(verb, "adverbial clause"):
        link = next(iter(tree.all(talk, "preposition")), None)
        spoken = tree.tokens[talk].form == "present participle" and link is not None
        if spoken and tree.lemma(talk) in tree.reporting.conversing:
            return tree.child(link, "prepositional object") if link is not None else None
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
