"""The view that the rules of attribution look at, and what they make of it.

Enters: an `Account`, its `Annotation`. Leaves: a `QuotationView`; `Attribution` is the rules' result.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from variorum.annotations import Annotation, Token
from variorum.extract.quotations.cues import Cue
from variorum.extract.quotations.labels import Label, labels
from variorum.extract.quotations.posts import posts
from variorum.extract.quotations.vouched import Range
from variorum.records import Account
from variorum.segment.quote_marks import Stretch, stretches
from variorum.segment.tree import Tree, tree
from variorum.syntax import FINITE

_BRACKETED = 10
_AFTER = (",", ".", ":")
_SENTENCE_END = (".", "!", "?")


class Attribution(Struct, frozen=True):
    """`contents` are characters, `source` tokens; `quoted` are numbers of stretches in it."""

    contents: tuple[Range, ...]
    cue: Cue | None = None
    source: Range | None = None
    source_head: int | None = None
    quoted: tuple[int, ...] = ()
    holder: int | None = None


class QuotationView(Struct, frozen=True):
    """What the rules look at: the text, the tree, the stretches and who owns which token.

    `owner` is the stretch of each token (-1 for none), `speech` tells of each stretch whether it
    is somebody's speech; noun chunks are kept by first token and by end.
    """

    text: str
    tree: Tree
    stretches: tuple[Stretch, ...]
    owner: tuple[int, ...]
    speech: tuple[bool, ...]
    starts: tuple[int, ...]
    labels: tuple[Label, ...]
    chunk_starting: dict[int, int]
    chunk_ending: dict[int, int]


def quotation_view(account: Account, annotation: Annotation) -> QuotationView:
    """Gather what the rules look at."""
    found = stretches(account)
    starts = tuple(token.start for token in annotation.tokens)
    owner = [-1] * len(starts)
    speech = []
    for number, stretch in enumerate(found):
        first, last = bisect_left(starts, stretch.start), bisect_left(starts, stretch.end)
        owner[first:last] = [number] * (last - first)
        speech.append(_is_speech(account.text, stretch, annotation.tokens[first:last]))
    made = tree(annotation)
    return QuotationView(
        text=account.text,
        tree=made,
        stretches=found,
        owner=tuple(owner),
        speech=tuple(speech),
        starts=starts,
        labels=(*labels(account, annotation, made), *posts(account, annotation, starts)),
        chunk_starting=dict(annotation.noun_chunks),
        chunk_ending={end: start for start, end in annotation.noun_chunks},
    )


def _is_speech(text: str, stretch: Stretch, tokens: Sequence[Token]) -> bool:
    """Tell a quoted clause from a quoted term, title or nickname."""
    words = [token for token in tokens if token.word_class != "punctuation"]
    if any(token.form in FINITE for token in words) and len(words) >= 4:
        return True
    start, end = stretch.inner
    broken = any(token.text in _SENTENCE_END for token in tokens[1:-3])
    introduced = text[max(0, stretch.start - 3) : stretch.start].rstrip()[-1:] in (":", ",")
    if not text[start].isupper():
        return introduced and text[end - 1] in _SENTENCE_END
    if len(words) > 1 and not broken and _is_title(words):
        return False
    return introduced or text[end - 1] in ".,!?…" or text[stretch.end : stretch.end + 1] in _AFTER


def _is_title(words: Sequence[Token]) -> bool:
    """Tell a title by its capitals: words of four letters or more have one, or all of two or three."""
    long = [word for word in words if len(word.text) > 3]
    verbless = all(word.form not in FINITE for word in words)
    few = 1 < len(words) <= 3 and all(word.text[0].isupper() for word in words)
    return verbless and (few or (len(long) > 1 and all(word.text[0].isupper() for word in long)))


def spoken(view: QuotationView, index: int) -> bool:
    """Tell whether a token stands inside quotation marks that hold somebody's speech."""
    return view.owner[index] >= 0 and view.speech[view.owner[index]]


def phrase_ending(view: QuotationView, end: int) -> int | None:
    """Return where the noun phrase or run of proper names before token `end` begins."""
    if end in view.chunk_ending:
        return view.chunk_ending[end]
    first = end
    while first and view.tree.tokens[first - 1].word_class == "proper noun":
        first -= 1
    return first if first < end else None


def before_brackets(view: QuotationView, end: int) -> int:
    """Return `end`, or where a bracket opens that closes right before it: "Ann Wu (Ind.):".

    The tokenizer may make one of bracket and colon.
    """
    tokens = view.tree.tokens
    if end < 1 or not (tokens[end - 1].text == ")" or tokens[end].text.startswith(")")):
        return end
    for index in range(end - 2, max(end - _BRACKETED, 0), -1):
        if tokens[index].text == "(":
            return index
    return end
