"""Sources and contents: whose the words are, and which words they are.

Enters: a `Tree` and a `Cue`. Leaves: token ranges (end excluded).

A source keeps its titles, appositions and the modifiers that identify it; a relative pronoun is
left standing as the source of its clause. Both follow the guidelines of PolNeAR.
"""

from __future__ import annotations

from variorum.extract.attribution_tree import Tree
from variorum.extract.cues import Cue
from variorum.extract.english_cues import CONTRASTS

Range = tuple[int, int]
_SUBJECTS = ("nsubj", "csubj", "expl")
_EXPLETIVES = frozenset(("it", "there"))
_SHARED = frozenset(("conj", "xcomp", "advcl", "pcomp", "acl", "dep", "ccomp"))


def source(tree: Tree, cue: Cue) -> int | None:
    """Return the head token of the source, or ``None`` where it is left unsaid."""
    if cue.kind == "according":
        return cue.frame.heads[0]
    if cue.kind == "noun":
        return _noun_source(tree, cue.head)
    if cue.frame.name.startswith("passive"):
        return _agent(tree, cue)
    return _subject(tree, cue.head)


def source_range(tree: Tree, head: int, cue: Cue) -> Range:
    """Return the words of a source: its whole phrase, without an incidental relative clause."""
    first, last = tree.left[head], tree.right[head]
    for child in tree.children[head]:
        token = tree.tokens[child]
        after_comma = tree.tokens[tree.left[child] - 1].text == ","
        if child > head and token.dep == "acl" and after_comma:
            last = min(last, tree.left[child] - 1)
    if first <= cue.first <= last:
        last = cue.first - 1 if head < cue.first else last
        first = cue.last + 1 if head > cue.last else first
    while last > head and tree.tokens[last].pos == "PUNCT" and tree.tokens[last].text != ")":
        last -= 1
    return max(first, 0), max(last, head) + 1


def contents(tree: Tree, cue: Cue, origin: Range | None) -> list[Range]:
    """Return the words attributed, cut around the cue and the source."""
    found: list[Range] = []
    for head in cue.frame.heads:
        found.append((tree.left[head], _end(tree, head)))
    if cue.kind == "according" or (cue.frame.name == "aside" and not found):
        found = [_host(tree, cue)]
    taken = [(cue.first, cue.last + 1)]
    if origin is not None:
        taken.append(origin)
    pieces = found
    for hole in sorted(taken):
        pieces = [piece for whole in pieces for piece in _without(whole, hole)]
    return [piece for piece in (_trimmed(tree, *whole) for whole in pieces) if piece]


def _end(tree: Tree, head: int) -> int:
    """Return where a content ends: before a clause that the narrator may have added.

    "They announced plans, which will cost millions" leaves open who says what it will cost;
    the guidelines of PolNeAR leave such a clause out.
    """
    last = tree.right[head]
    for index in range(head + 1, last + 1):
        if tree.right[index] >= last - 1 and _added(tree, index):
            return max(tree.left[index] - 1, head + 1)
    return last + 1


def _added(tree: Tree, index: int) -> bool:
    token, before = tree.tokens[index], tree.left[index] - 1
    if before < 0 or tree.tokens[before].text not in (",", "—", "–"):
        return False
    if token.dep == "advcl":
        marks = {tree.tokens[mark].text.lower() for mark in tree.all(index, "mark")}
        return token.tag == "VBG" or bool(marks & CONTRASTS)
    return token.dep == "relcl" or (token.dep == "prep" and token.text.lower() in CONTRASTS)


def _host(tree: Tree, cue: Cue) -> Range:
    """Return the clause that an "according to" stands in, without the phrase itself."""
    top = tree.tokens[cue.head].head
    while tree.tokens[top].dep not in ("ROOT", "conj", "ccomp", "advcl", "relcl"):
        top = tree.tokens[top].head
    return tree.left[top], tree.right[top] + 1


def _subject(tree: Tree, verb: int) -> int | None:
    """Climb from a verb to the subject it has or shares with the verb it hangs on."""
    for _ in range(6):
        own = tree.child(verb, *_SUBJECTS)
        if own is not None:
            return None if tree.tokens[own].text.lower() in _EXPLETIVES_OF(tree, own) else own
        token = tree.tokens[verb]
        if token.dep == "acl" and token.tag != "VBN":
            return token.head
        if token.head == verb or token.dep == "relcl":
            return None
        verb = token.head
    return None


def _EXPLETIVES_OF(tree: Tree, subject: int) -> frozenset[str]:
    return _EXPLETIVES if tree.tokens[subject].dep == "expl" else frozenset(("there",))


def _agent(tree: Tree, cue: Cue) -> int | None:
    by = tree.child(cue.head, "agent")
    if by is None:
        by = next(
            (c for c in tree.all(cue.head, "prep") if tree.tokens[c].text.lower() == "by"), None
        )
    if by is not None:
        return tree.child(by, "pobj")
    if cue.frame.name == "passive+clause":
        return tree.child(cue.head, "nsubjpass")
    return None


def _noun_source(tree: Tree, noun: int) -> int | None:
    owner = tree.child(noun, "poss")
    if owner is not None:
        return owner
    for link in tree.all(noun, "prep"):
        if tree.tokens[link].text.lower() in ("by", "from", "of", "among"):
            return tree.child(link, "pobj")
    return None


def _without(whole: Range, hole: Range) -> list[Range]:
    if hole[1] <= whole[0] or whole[1] <= hole[0]:
        return [whole]
    parts = [(whole[0], hole[0]), (hole[1], whole[1])]
    return [part for part in parts if part[0] < part[1]]


def _trimmed(tree: Tree, first: int, end: int) -> Range | None:
    while first < end and tree.tokens[first].pos in ("PUNCT", "SPACE"):
        first += 1
    while end > first and tree.tokens[end - 1].pos in ("PUNCT", "SPACE"):
        end -= 1
    return (first, end) if first < end else None
