"""Contents: whose the words are, and which words they are.

Enters: a `Tree` and a `Cue`. Leaves: token ranges (end excluded).

A source keeps its titles, appositions and the modifiers that identify it; a relative pronoun is
left standing as the source of its clause. Both follow the guidelines of PolNeAR.
"""

from __future__ import annotations

from typing import Final

from variorum.extract.quotations.carriers import alleged, quoted_as, saying_of
from variorum.extract.quotations.cues import Cue
from variorum.extract.quotations.frames import set_between
from variorum.extract.quotations.vouched import Range, host, opening, vouched
from variorum.folding import fold
from variorum.segment.tree import Tree
from variorum.syntax import FINITE, PROPER, Relation, WordClass

_SUBJECTS: Final[tuple[Relation, ...]] = (
    "subject",
    "passive subject",
    "clausal subject",
    "expletive",
)
_BROKEN = 80
_YEAR = 4
_DASHES = frozenset(("-", "–", "—", "--"))
_BREAKS = frozenset[WordClass](("punctuation", "coordinator", "space"))
_JOINING = frozenset[WordClass](("coordinator", "subordinator", "adposition"))


def source(tree: Tree, cue: Cue) -> int | None:
    """Return the head token of the source, or ``None`` where it is left unsaid or only alleged."""
    if alleged(tree, cue.head):
        return None
    if cue.kind == "according":
        return _according_source(tree, cue)
    if cue.kind == "noun":
        return _noun_source(tree, cue.head)
    if cue.frame.name.startswith("passive"):
        quoted = (
            tree.child(cue.head, "passive subject")
            if saying_of(tree, cue.head) is not None
            else None
        )
        return _agent(tree, cue) if quoted is None else quoted
    between = set_between(tree, cue.head)
    return _subject(tree, cue.head) if between is None else between


def _according_source(tree: Tree, cue: Cue) -> int:
    """Return the head of the source; before a comma where the parse ran on over it."""
    head = cue.frame.heads[0]
    if cue.first - tree.first_of(cue.head) <= 1:
        for index in range(cue.last + 1, head):
            if tree.tokens[index].text == ",":
                return index - 1
    return head


def needs_source(tree: Tree, cue: Cue) -> bool:
    """Tell whether a cue says too little without a source: "support for", "by asking"."""
    if cue.kind in ("noun", "adjective"):
        return True
    dep = tree.tokens[cue.head].relation
    return (
        cue.kind == "verb"
        and dep in ("prepositional complement", "open complement")
        and "passive" not in cue.frame.name
    )


def source_range(tree: Tree, head: int, cue: Cue) -> Range:
    """Return the words of a source: its whole phrase, without an incidental relative clause."""
    first, last = tree.left[head], tree.right[head]
    first = max([first, *(index + 1 for index in range(first + 1, head) if _closed(tree, index))])
    for child in tree.children[head]:
        token = tree.tokens[child]
        after_comma = tree.tokens[tree.left[child] - 1].text == ","
        if child > head and (
            (token.relation == "adnominal clause" and after_comma) or _charge(tree, child, cue)
        ):
            last = min(last, tree.left[child] - 1)
    if first <= cue.first <= last:
        last = cue.first - 1 if head < cue.first else last
        first = cue.last + 1 if head > cue.last else first
    if cue.kind == "according" and cue.first - tree.first_of(cue.head) <= 1:
        last = next((i - 1 for i in range(head, last) if tree.tokens[i].text == ","), last)
        last = _described(tree, head, last)
    while (
        last > head
        and tree.tokens[last].word_class == "punctuation"
        and tree.tokens[last].text != ")"
    ):
        last -= 1
    while 0 <= first < head and tree.word(first) in tree.reporting.focus:
        first += 1
    return _joined(tree, max(first, 0), max(last, head) + 1)


def _described(tree: Tree, head: int, last: int) -> int:
    """Return where a source ends that commas set a description of it off: "Ann Wu, head of the firm,"."""
    beside = tree.child(head, "apposition")
    if beside is None or tree.left[beside] != last + 2:
        return last
    bare = tree.child(beside, "determiner") is None
    closes = tree.right[beside] + 1
    return (
        closes - 1
        if bare and closes < len(tree.tokens) and tree.tokens[closes].text == ","
        else last
    )


def _charge(tree: Tree, link: int, cue: Cue) -> bool:
    """Tell the charge in "accused by the state *of theft*", which the parse hangs on the accuser."""
    word = tree.word(link)
    if word not in tree.reporting.charges or not cue.frame.name.startswith("passive"):
        return False
    return tree.lemma(cue.head) in tree.reporting.verbs.get(f"object+{word}", frozenset())


def _joined(tree: Tree, first: int, end: int) -> Range:
    """Widen a range to whole words where the parse cut one at a hyphen: "Al", "-", "Assad"."""
    tokens = tree.tokens
    while first and tokens[first - 1].end == tokens[first].start and _hyphen(tree, first):
        first -= 1
    while end < len(tokens) and tokens[end - 1].end == tokens[end].start and _hyphen(tree, end):
        end += 1
    return first, end


def _hyphen(tree: Tree, index: int) -> bool:
    """Tell whether a hyphen stands on either side of the boundary before a token."""
    return fold(tree.tokens[index - 1].text) == "-" or fold(tree.tokens[index].text) == "-"


def contents(tree: Tree, cue: Cue, origin: Range | None) -> list[Range]:
    """Return the words attributed, cut around the cue and the source."""
    found = [(tree.left[head], _end(tree, head)) for head in cue.frame.heads]
    if cue.frame.name == "clause":
        found = [(first, _to_stop(tree, end)) for first, end in found]
    elif cue.frame.name == "object":
        found = [(first, _with_phrase(tree, cue.head, end)) for first, end in found]
    if cue.kind == "according" and origin is not None:
        found = [vouched(tree, cue, origin)]
    elif cue.frame.name == "inverted":
        found = [(tree.first_of(cue.head), cue.first)]
    elif cue.frame.name == "opened":
        found = [(cue.last + 1, tree.last_of(cue.head))]
    elif cue.frame.name == "aside" and not found:
        found = [host(tree, cue)]
    found = [(opening(tree, cue, first, end), end) for first, end in found if first < end]
    taken = [(cue.first, cue.last + 1)]
    if origin is not None:
        taken.append(origin)
    pieces = found
    for hole in sorted(taken):
        pieces = [piece for whole in pieces for piece in _without(whole, hole)]
    kept = [piece for piece in (_trimmed(tree, *whole) for whole in pieces) if piece]
    return [piece for piece in kept if len(kept) == 1 or not _only_joins(tree, *piece)]


def _only_joins(tree: Tree, first: int, end: int) -> bool:
    """Tell the "And" or "As" that is left over before a source: "As she noted, …"."""
    return all(token.word_class in _JOINING for token in tree.tokens[first:end])


def _to_stop(tree: Tree, end: int) -> int:
    """Return where a clause ends that the parse broke off in the middle: at the next stop."""
    last = tree.last_of(end - 1)
    whole = end < 2 or tree.word(end - 1) not in tree.reporting.answers
    if whole and end < last and tree.tokens[end].word_class not in _BREAKS:
        last = min(last, end + _BROKEN)
        while end < last and tree.tokens[end].word_class != "punctuation":
            end += 1
    return end


def _with_phrase(tree: Tree, verb: int, end: int) -> int:
    """Return where an object ends whose own phrase the parse hung on the verb: "ties to the firm"."""
    for link in tree.all(verb, "preposition", "indirect object"):
        if link == end and tree.word(link) in tree.reporting.object_links:
            return end if _is_time(tree, link) else tree.right[link] + 1
    return end


def _is_time(tree: Tree, link: int) -> bool:
    """Tell "on Monday", "in 2016", "in the past"."""
    inner = [tree.tokens[index] for index in tree.inner(link)]
    return any(
        token.word_class == "numeral" or token.lemma.lower() in tree.reporting.times
        for token in inner
    )


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
    if token.relation == "adverbial clause":
        marks = {tree.word(mark) for mark in tree.all(index, "marker")}
        return token.form == "present participle" or bool(marks & tree.reporting.contrasts)
    return token.relation == "relative clause" or (
        token.relation == "preposition" and token.text.lower() in tree.reporting.contrasts
    )


def _subject(tree: Tree, verb: int) -> int | None:
    """Climb from a verb to the subject it has or shares with the verb it hangs on."""
    first = verb
    for _ in range(6):
        own = _own_subject(tree, verb)
        if own is not None and tree.tokens[own].form != "past participle":
            empty = _expletive(tree, own) or tree.tokens[own].relation == "clausal subject"
            return None if empty else _told_of(tree, own, verb, climbed=verb != first)
        if quoted_as(tree, verb):
            quoting = tree.tokens[tree.tokens[verb].head].head
            return tree.child(quoting, "passive subject", "object")
        token = tree.tokens[verb]
        if token.relation == "conjunct" and token.form in FINITE:
            beside = _taken_for_object(tree, verb)
            if beside is not None:
                return beside
        if token.relation == "adnominal clause" and token.form != "past participle":
            return token.head
        if token.relation == "relative clause":
            return None
        if token.head == verb:
            return _subject_before(tree, verb) if token.form == "present participle" else None
        verb = token.head
    return None


def _own_subject(tree: Tree, verb: int) -> int | None:
    """Return a verb's subject; of two, the name next to it that lost its comma: "aides the Trust said"."""
    own = tree.child(verb, *_SUBJECTS)
    others = [one for one in tree.all(verb, "subject") if one < verb]
    named = len(others) > 1 and own in others and tree.tokens[others[-1]].form in PROPER
    return others[-1] if named else own


def _told_of(tree: Tree, own: int, verb: int, *, climbed: bool) -> int:
    """Return the subject of a verb, or of one that shares it (`climbed`).

    "A man who police say fled and wanted": police say, who wanted.
    """
    opening = tree.left[verb]
    others = [index for index in tree.all(verb, "subject") if index != opening]
    relative = (
        tree.tokens[verb].relation == "relative clause"
        and tree.word(opening) in tree.reporting.relative_persons
    )
    if (
        relative
        and others
        and tree.child(verb, "open complement", "clausal complement") is not None
    ):
        return opening if climbed else others[-1]
    return _past_dateline(tree, own, verb)


def _taken_for_object(tree: Tree, verb: int) -> int | None:
    """Return the subject that the parse joined to the clause before: "needs rest and Holm said"."""
    head = verb - 1
    while head > 0 and tree.tokens[head].word_class in ("adverb", "auxiliary"):
        head -= 1
    token = tree.tokens[head]
    opening = tree.tokens[tree.left[head] - 1] if tree.left[head] else token
    joined = token.relation == "conjunct" and token.head != tree.tokens[verb].head
    return (
        head
        if joined
        and token.word_class in ("noun", "proper noun")
        and opening.relation == "coordinator"
        else None
    )


def _past_dateline(tree: Tree, subject: int, verb: int) -> int:
    """Return the subject proper where the parse took in a dateline: "PARIS (AP) - The mayor"."""
    for index in range(verb - 1, tree.left[subject], -1):
        if _closed(tree, index):
            for place in range(index + 1, verb):
                following = tree.tokens[place + 1]
                if tree.tokens[place].word_class in (
                    "proper noun",
                    "noun",
                ) and following.word_class not in (
                    "proper noun",
                    "noun",
                ):
                    return place
    return subject


def _closed(tree: Tree, index: int) -> bool:
    """Tell the dash that closes a dateline: "PARIS (AP) - ", "PARIS, May 3, 2025 /Wire/ -- "."""
    before = tree.tokens[index - 1].text
    day = before.isdigit() and len(before) == _YEAR
    return tree.tokens[index].text in _DASHES and (before[-1:] in (")", "/") or day)


def _subject_before(tree: Tree, verb: int) -> int | None:
    """Return the last subject before a participle that the parse left without one."""
    for index in range(verb - 1, tree.first_of(verb) - 1, -1):
        if tree.tokens[index].relation == "subject":
            return index
    return None


def _expletive(tree: Tree, subject: int) -> bool:
    """Tell the empty subject of "there is", "it is clear that"."""
    token = tree.tokens[subject]
    plain = token.text.lower()
    if plain in tree.reporting.existential or token.relation == "expletive":
        return plain in tree.reporting.expletives
    verb = token.head
    empty = (
        token.relation == "passive subject" or tree.child(verb, "predicate adjective") is not None
    )
    return plain in tree.reporting.impersonal and empty


def _agent(tree: Tree, cue: Cue) -> int | None:
    by = tree.child(cue.head, "agent")
    if by is None:
        by = next(
            (c for c in tree.all(cue.head, "preposition") if tree.word(c) in tree.reporting.agents),
            None,
        )
    if by is not None:
        return tree.child(by, "prepositional object")
    if cue.frame.name == "passive+clause":
        told = tree.child(cue.head, "passive subject")
        return None if told is None or _expletive(tree, told) else told
    return None


def _noun_source(tree: Tree, noun: int) -> int | None:
    owner = tree.child(noun, "possessor")
    if owner is not None:
        return owner
    for link in tree.all(noun, "preposition"):
        if tree.word(link) in tree.reporting.owners:
            return tree.child(link, "prepositional object")
    return None


def _without(whole: Range, hole: Range) -> list[Range]:
    if hole[1] <= whole[0] or whole[1] <= hole[0]:
        return [whole]
    parts = [(whole[0], hole[0]), (hole[1], whole[1])]
    return [part for part in parts if part[0] < part[1]]


def _trimmed(tree: Tree, first: int, end: int) -> Range | None:
    while first < end and tree.tokens[first].word_class in ("punctuation", "space"):
        first += 1
    while end > first and tree.tokens[end - 1].word_class in (
        "punctuation",
        "space",
        "subordinator",
    ):
        end -= 1
    return (first, end) if first < end else None
