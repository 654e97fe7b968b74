"""Labels: a name and a colon before somebody's words, in headlines and printed interviews.

Enters: an `Account`, a `Tree`, the account's sentences. Leaves: for each label its `Cue` (the
colon), its source and its content.

"Mayor: dam is safe" and "SMITH: I was there" name a speaker; "The result: a draw" does not. In
running text only a person or a label in capitals is read so; headlines may name a role or a paper.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from variorum.annotations import Annotation
from variorum.extract.quotations.cues import Cue
from variorum.extract.quotations.frames import Frame
from variorum.extract.quotations.vouched import Range
from variorum.folding import fold
from variorum.records import Account
from variorum.segment.tree import Tree
from variorum.syntax import WordClass

_LONGEST_LABEL = 7
_AGAIN = 2
"""A label in capitals that is no person's is a speaker's if it opens so many paragraphs."""
_LABEL_POS = frozenset[WordClass](
    (
        "proper noun",
        "noun",
        "adjective",
        "particle",
        "punctuation",
        "adposition",
        "determiner",
        "numeral",
    )
)


class Label(Struct, frozen=True):
    """A colon's `cue`, the label's token range and head, and the content's tokens."""

    cue: Cue
    source: Range
    head: int
    content: Range


def labels(account: Account, annotation: Annotation, tree: Tree) -> Iterator[Label]:
    """Yield the labels that open a paragraph of a title or body."""
    bounds: dict[int, tuple[int, int, int]] = {}
    for sentence in annotation.sentences:
        first = bounds.get(sentence.paragraph, (sentence.first, 0, 0))[0]
        bounds[sentence.paragraph] = (first, sentence.last, sentence.region)
    persons = {
        index
        for named in annotation.named
        if named.kind == "person"
        for index in range(named.first, named.last)
    }
    surnames = {tree.tokens[index].text for index in persons}
    saying = _saying(tree)
    colons = {first: _colon(tree, first, last) for first, last, _ in bounds.values()}
    often = Counter(_label(tree, first, colon) for first, colon in colons.items() if colon)
    for first, last, region in bounds.values():
        kind = account.regions[region].kind
        colon = colons[first]
        if colon is None or colon + 1 >= last or kind == "turn" or _address(tree, colon, last):
            continue
        told = kind == "title" and tree.tokens[colon - 1].text in saying
        if (
            not told
            and _shouted(tree, first, colon, persons)
            and often[_label(tree, first, colon)] < _AGAIN
        ):
            continue
        marked = _marked(tree, colon) and tree.tokens[colon - 1].text in surnames
        if marked or told or _names_speaker(tree, first, colon, persons, kind == "title"):
            cue = Cue(colon, colon, colon, "label", Frame("label"), speech=True)
            yield Label(cue, (first, colon), colon - 1, (colon + 1, last))


def _colon(tree: Tree, first: int, last: int) -> int | None:
    for index in range(first + 1, min(first + _LONGEST_LABEL + 1, last)):
        if tree.tokens[index].text == ":":
            return index
    return None


def _address(tree: Tree, colon: int, last: int) -> bool:
    """Tell "Ann Wu: awu@vale.example", where somebody can be reached."""
    return any("@" in token.text[1:] for token in tree.tokens[colon + 1 : last])


def _saying(tree: Tree) -> frozenset[str]:
    """Return the names by which the account says who spoke: "TBI said" makes "TBI: …" a speaker's."""
    said = (
        tree.tokens[subject]
        for index, token in enumerate(tree.tokens)
        if token.lemma.lower() in tree.reporting.saying
        for subject in tree.all(index, "subject")
    )
    return frozenset(token.text for token in said if token.word_class == "proper noun")


def _label(tree: Tree, first: int, colon: int) -> str:
    return " ".join(token.text for token in tree.tokens[first:colon])


def _shouted(tree: Tree, first: int, colon: int, persons: set[int]) -> bool:
    """Tell a label in capitals that names no person and opens no marks: "ALERT: …", "EARLY: …"."""
    capitals = all(token.text.isupper() for token in tree.tokens[first:colon])
    return capitals and colon - 1 not in persons and not _marked(tree, colon)


def _names_speaker(tree: Tree, first: int, colon: int, persons: set[int], headline: bool) -> bool:
    said = tree.tokens[first:colon]
    if (
        any(token.word_class not in _LABEL_POS for token in said)
        or said[-1].text.lower() in tree.reporting.page_labels
    ):
        return False
    if (
        all(token.text.isupper() for token in said if token.word_class != "punctuation")
        and not headline
    ):
        return sum(token.text.isalpha() and len(token.text) > 2 for token in said) > 0
    if headline:
        return said[-1].lemma.lower() in tree.reporting.headline_labels
    return colon - 1 in persons or (_marked(tree, colon) and said[-1].word_class == "proper noun")


def _marked(tree: Tree, colon: int) -> bool:
    """Tell whether quotation marks open right after a colon."""
    return fold(tree.tokens[colon + 1].text) in ('"', "'", "''", "``")
