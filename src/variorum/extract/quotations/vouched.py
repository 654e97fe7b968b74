"""Vouched: which words "according to X" gives to its source, and where a content opens.

Enters: a `Tree`, the cue, the source's tokens. Leaves: a token range (end excluded), or its first token.
"""

from __future__ import annotations

from variorum.extract.quotations.carriers import citing
from variorum.extract.quotations.cues import Cue
from variorum.segment.tree import Tree
from variorum.syntax import Relation

Range = tuple[int, int]
_CONNECTIVE = 4
_REPORTED_BEFORE = frozenset(("aside", "inverted", "according"))
"""Frames whose content is a sentence of the account, told before or around its cue."""
_CLAUSES = frozenset[Relation](
    ("root", "conjunct", "clausal complement", "adverbial clause", "relative clause")
)


def vouched(tree: Tree, cue: Cue, origin: Range) -> Range:
    """Return the clause that an "according to X" vouches for.

    At the head of a sentence that is the rest of it, at its end all before it; right after a
    relative clause ("home to a million, according to officials,") it is that clause, and after "That
    is" the sentence before.
    """
    first = tree.first_of(cue.head)
    if cue.first - first <= 1:
        top = cue.head
        while tree.tokens[top].head != top:
            top = tree.tokens[top].head
        return origin[1], tree.right[top] + 1
    before = cue.first - 1
    if _takes_up(tree, first, before):
        return tree.first_of(first - 1), first
    if tree.tokens[before].text == ",":
        if _closes(tree, origin):
            return first, before
        for index in range(first, before):
            if tree.tokens[index].relation == "relative clause" and tree.right[index] == before - 1:
                return tree.left[index], before
    return host(tree, cue)


def _takes_up(tree: Tree, first: int, before: int) -> bool:
    """Tell "That is according to officials.": the sentence before is theirs."""
    return (
        first > 0
        and before == first + 1
        and tree.word(first) in tree.language.names.definite
        and tree.tokens[before].word_class == "auxiliary"
    )


def _closes(tree: Tree, origin: Range) -> bool:
    """Tell whether a sentence ends with a source: "…, according to officials."."""
    last = tree.last_of(origin[0])
    return all(token.word_class == "punctuation" for token in tree.tokens[origin[1] : last])


def host(tree: Tree, cue: Cue) -> Range:
    """Return the clause that an "according to" stands in, without the phrase itself."""
    top = tree.tokens[cue.head].head
    while tree.tokens[top].relation not in _CLAUSES and tree.tokens[top].head != top:
        top = tree.tokens[top].head
    return tree.left[top], tree.right[top] + 1


def opening(tree: Tree, cue: Cue, first: int, end: int) -> int:
    """Return where a content begins: after a carrier or a connective that the parse put into it."""
    first = _past_carrier(tree, first, end)
    return _past_connective(tree, first, end) if cue.frame.name in _REPORTED_BEFORE else first


def _past_carrier(tree: Tree, first: int, end: int) -> int:
    """Return where a content begins after an "according to X," or "citing X," that the parse put into it."""
    carrier = tree.word(first) in tree.reporting.according or citing(tree, first)
    return tree.right[first] + 1 if carrier and tree.right[first] + 1 < end else first


def _past_connective(tree: Tree, first: int, end: int) -> int:
    """Return where a sentence begins after "However," or "In fact,": those are the narrator's."""
    for comma in range(first + 1, min(first + _CONNECTIVE + 1, end - 1)):
        if tree.tokens[comma].text == ",":
            said = " ".join(tree.word(index) for index in range(first, comma))
            return comma + 1 if said in tree.reporting.connectives else first
    return first
