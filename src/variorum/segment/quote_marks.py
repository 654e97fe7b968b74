"""Quotation marks: the stretches of text that stand between them, however damaged they are.

Enters: an `Account`. Leaves: `Stretch`es in the order of the text, none inside another.

Marks are read paragraph by paragraph in one pass. Which way a mark faces is decided by what
stands around it first and by its shape second, since translation and typesetting turn marks
round (a closing mark after a space, an opening one at the end).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from variorum.folding import trimmed, unmarked
from variorum.languages.language import Language
from variorum.languages.registry import language_of
from variorum.records import Account
from variorum.segment import Block, blocks, fold

_MARK = re.compile(r"''|\"{1,2}|``|(?<!\w)'|'(?!\w)")
_OPENERS = frozenset("“„‟«‘‹`")
_CLOSERS = frozenset("”»’›")
_BEFORE_OPENING = frozenset(" ([{–-:;,/\"'…>")
_SENTENCE_END = frozenset(".!?…,")


class Stretch(Struct, frozen=True):
    """Characters `start` to `end` (excluded) with their marks; the words are `inner`.

    `paragraph` counts blocks as `Annotation` does. `closed` is false where no closing mark
    stands in the paragraph; `first` is true where nothing comes before it in the paragraph.
    """

    start: int
    end: int
    inner: tuple[int, int]
    paragraph: int
    closed: bool
    first: bool
    single: bool


class _Mark(Struct, frozen=True):
    start: int
    end: int
    single: bool
    opens: bool
    closes: bool


def stretches(account: Account) -> tuple[Stretch, ...]:
    """Return the quoted stretches of all regions that are read, in linear time."""
    text, gloss = unmarked(account.text), _gloss(language_of(account.language))
    found: list[Stretch] = []
    for paragraph, block in enumerate(blocks(account)):
        last = found[-1] if found else None
        open_still = last is not None and not last.closed and last.paragraph == paragraph - 1
        found += _in_block(text, block, paragraph, gloss, goes_on=open_still)
    return tuple(found)


@cache
def _gloss(language: Language) -> re.Pattern[str]:
    """Return what the narrator may explain after a comma inside somebody's marks."""
    return re.compile(rf"[,;] (?:{language.reporting.gloss})\b")


def _in_block(
    text: str, block: Block, paragraph: int, narrated: re.Pattern[str], *, goes_on: bool
) -> Iterator[Stretch]:
    plain = fold(text[block.start : block.end])
    marks = _marks(plain, text, block.start)
    found = False
    for start, inner_start, inner_end, end, closed in (
        *(_ending(marks) if goes_on else _unlike(marks, plain)),
        *_pairs(marks, plain),
    ):
        inner = trimmed(plain, inner_start, inner_end, " \"'")
        if inner[0] < inner[1]:
            gloss = narrated.search(plain, inner[0] + 1, inner[1])
            last = block.start + (gloss.start() if gloss else inner[1])
            yield Stretch(
                start=block.start + start,
                end=block.start + end,
                inner=(block.start + inner[0], last),
                paragraph=paragraph,
                closed=closed,
                first=not found and not plain[:start].strip(),
                single=inner_start - start == 1 and plain[start] == "'",
            )
            found = True


def _marks(plain: str, text: str, base: int) -> list[_Mark]:
    found = []
    for match in _MARK.finditer(plain):
        start, end = match.span()
        before = plain[start - 1] if start else " "
        after = plain[end : end + 1]
        shape = text[base + start]
        fits_open = before in _BEFORE_OPENING and bool(after.strip())
        fits_close = not before.isspace() and not after.isalnum()
        if not fits_open and not fits_close:
            fits_open, fits_close = shape not in _CLOSERS and after != "", True
        elif fits_open and fits_close:
            fits_open, fits_close = shape not in _CLOSERS, shape not in _OPENERS
        single = match.group() == "'"
        found.append(_Mark(start, end, single, fits_open, fits_close))
    return found


def _ending(marks: Sequence[_Mark]) -> Iterator[tuple[int, int, int, int, bool]]:
    """Yield the words up to a paragraph's first mark, if it closes what the paragraph before opened."""
    first = next((mark for mark in marks if not mark.single), None)
    if first is not None and first.closes and not first.opens:
        yield 0, 0, first.start, first.end, True


def _unlike(marks: Sequence[_Mark], plain: str) -> Iterator[tuple[int, int, int, int, bool]]:
    """Yield a paragraph's first words where a single mark opens them and a double one closes them."""
    if not marks or not marks[0].single or not marks[0].opens or plain[: marks[0].start].strip():
        return
    last = next((mark for mark in marks[1:] if mark.closes), None)
    if last is not None and not last.single and not last.opens:
        yield marks[0].start, marks[0].end, last.start, last.end, True


def _pairs(marks: Sequence[_Mark], plain: str) -> Iterator[tuple[int, int, int, int, bool]]:
    """Yield start, inner start, inner end, end and whether a closing mark was found."""
    closers = _single_closers(marks, plain)
    opened: _Mark | None = None
    closed: _Mark | None = None
    depth = skip_to = 0
    for mark in marks:
        if mark.start < skip_to:
            continue
        if opened is None and mark.opens and mark.single:
            closer = closers.get(mark.start)
            if closer is not None:
                yield mark.start, mark.end, closer.start, closer.end, True
                skip_to = closer.end
        elif mark.single:
            continue
        elif opened is None and mark.opens:
            opened, closed, depth = mark, None, 1
        elif opened is not None and mark.closes:
            depth, closed = depth - 1, mark
            if depth == 0:
                yield opened.start, opened.end, mark.start, mark.end, True
                opened = None
        elif opened is not None and _ends_sentence(plain, opened.end, mark.start):
            yield opened.start, opened.end, mark.start, mark.start, False
            opened, closed, depth = mark, None, 1
        elif opened is not None:
            depth += 1
    if opened is not None and closed is not None:
        yield opened.start, opened.end, closed.start, closed.end, True
    elif opened is not None:
        yield opened.start, opened.end, len(plain), len(plain), False


def _ends_sentence(plain: str, start: int, end: int) -> bool:
    """Tell whether the words before a second opening mark end: the closing mark was lost."""
    while end > start and plain[end - 1].isspace():
        end -= 1
    return end > start and plain[end - 1] in _SENTENCE_END


def _single_closers(marks: Sequence[_Mark], plain: str) -> dict[int, _Mark]:
    """Return the closing mark of each single opening mark that has one.

    An apostrophe after a final s may be a genitive: it closes only if nothing better follows
    before the next opening mark.
    """
    closer_of: dict[int, _Mark] = {}
    sure: _Mark | None = None
    maybe: _Mark | None = None
    for mark in reversed(marks):
        if not mark.single:
            sure = maybe = None
        elif mark.opens:
            closer = sure or maybe
            if closer is not None:
                closer_of[mark.start] = closer
            sure = maybe = None
        elif mark.closes and plain[mark.start - 1] in "sS":
            maybe = mark
        elif mark.closes:
            sure, maybe = mark, None
    return closer_of
