"""Edits: which differences anyone who quotes may make, and which bear on what is said.

Enters: the record's words, the quotation's, and their `Difference`s. Leaves: the differences, the
permitted ones as differences of case or punctuation, the others without what is permitted in them.

A speaker stumbles, and nobody prints that: a word said twice over, a filler. Nor are a contraction
written out and a word written in two parts other words. An "And" that opens a sentence is a word of the
record, but nobody need be told that a quotation has it not.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from variorum.align.differences import Difference, Word, numbers_among, words
from variorum.languages.language import Language
from variorum.languages.sense import Sense
from variorum.vocabulary import ChangeKind

PERMITTED: frozenset[ChangeKind] = frozenset({"case", "punctuation", "ellipsis", "brackets"})
_OF_WORDS = frozenset({"word", "omission"})


def without_permitted(
    sense: Sense, left: Sequence[Word], right: Sequence[Word], found: Sequence[Difference]
) -> tuple[Difference, ...]:
    """Return the differences, each permitted one as one of case (other spelling) or punctuation."""
    return tuple(
        _settled(sense, left, right, one) if one.kind in _OF_WORDS else one for one in found
    )


def is_weighty(language: Language, left: str, right: str) -> bool:
    """Tell whether words that stand for each other are more than little words of grammar.

    "Case" for "class" is, and so is a "not" left out; "these" for "their" is not.
    """
    little = language.sense.common | language.sense.openers
    return bool(_keys(language, left, right) - little) or changes_claim(language, left, right)


def relates(language: Language, left: str, right: str) -> bool:
    """Tell whether a small word stands for another that puts things or persons otherwise.

    "Before" for "after" does; "these" for "their" does not, nor does an "and" left out.
    """
    mine, theirs = (_keys(language, text) & language.sense.relating for text in (left, right))
    return bool(left and right) and mine != theirs


def opens(language: Language, left: str, right: str) -> bool:
    """Tell whether nothing but the "And" of a sentence is left out."""
    return left.istitle() and left.casefold() in language.sense.openers and not right


def changes_claim(language: Language, left: str, right: str) -> bool:
    """Tell whether words of either reading turn or limit a claim, as "not", "must" and "all" do."""
    return bool(_keys(language, left, right) & _claim_changing(language.sense))


@cache
def _claim_changing(sense: Sense) -> frozenset[str]:
    """Return the small words that change a claim."""
    return sense.negations | sense.modality | sense.condition | sense.quantifiers


def _keys(language: Language, *texts: str) -> frozenset[str]:
    found = (word for text in texts for word in words(text, language=language))
    return frozenset(word.key for word in found if word.key)


def _settled(
    sense: Sense, left: Sequence[Word], right: Sequence[Word], edit: Difference
) -> Difference:
    theirs = [word for word in right if word.key and _lies_in(word, edit.right)]
    spoken = [word for word in left if word.key]
    at = [index for index, word in enumerate(spoken) if _lies_in(word, edit.left)]
    mine = [spoken[index] for index in at]
    if _same(sense, mine, theirs):
        return replace(edit, kind="case")
    kept = _without_fillers(sense, spoken, at[0], at[-1] + 1) if at else []
    if len(kept) == len(mine):
        return edit
    if not kept and not theirs:
        return replace(edit, kind="punctuation")
    return _narrowed(edit, kept, theirs)


def _lies_in(word: Word, span: tuple[int, int]) -> bool:
    return span[0] <= word.start < span[1]


def _same(sense: Sense, mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Tell whether words are the same, written together or apart, contracted or in full."""
    ours, other = [word.key for word in mine], [word.key for word in theirs]
    if ours and "".join(ours) == "".join(other):
        return True
    pair = (*ours, *other)
    return len(ours) == len(other) == 1 and not sense.full_forms.isdisjoint((pair, pair[::-1]))


def _without_fillers(sense: Sense, spoken: Sequence[Word], low: int, high: int) -> list[Word]:
    """Return the words `low` to `high` without what was said twice over and fillers.

    Each word taken out is gone for the next look: of "a, a" one "a" is left.
    """
    rest = list(spoken)
    while low < high:
        keys = [word.key for word in rest]
        if first := int(keys[low] in sense.fillers) or _again(keys, low, high):
            del rest[low : low + first]
            high -= first
        elif last := _again(keys[::-1], len(keys) - high, len(keys) - low):
            del rest[high - last : high]
            high -= last
        else:
            break
    return rest[low:high]


def _again(keys: Sequence[str], low: int, high: int) -> int:
    """Return how many words from `low` on are said again: those right before them, or after."""
    sizes = range(high - low, 0, -1)
    back = (n for n in sizes if n <= low and keys[low - n : low] == keys[low : low + n])
    ahead = (
        n
        for n in sizes
        if low + 2 * n <= high and keys[low : low + n] == keys[low + n : low + 2 * n]
    )
    return next(back, 0) or next(ahead, 0)


def _narrowed(edit: Difference, kept: Sequence[Word], theirs: Sequence[Word]) -> Difference:
    if not kept:
        return replace(edit, kind="addition", left=(edit.left[0],) * 2, left_text="")
    start, end = kept[0].start, kept[-1].end
    kind: ChangeKind = (
        edit.kind if numbers_among(kept) == numbers_among(theirs) or not theirs else "figure"
    )
    return replace(
        edit, kind=kind, left=(start, end), left_text=" ".join(word.text for word in kept)
    )
