"""Word-level differences between two stretches of words, with exact offsets both ways.

Enters: two sequences of words (of pipeline tokens, or of a text), each keyed by its language's
`Forms`. Leaves: `Difference`s in the order of the left stretch, each with its characters on
either side and its kind.

Words are aligned alone and marks compared afterwards: where both take part in one alignment,
a comma can win over a word. Marks before the first and after the last word are no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct
from rapidfuzz.distance import Indel, Opcode

from variorum.annotations import Token
from variorum.folding import fold, squeezed, unmarked
from variorum.languages.forms import Forms
from variorum.languages.language import Language
from variorum.languages.registry import language_of
from variorum.vocabulary import ChangeKind

CELLS = 9_000_000
"""Most pairs of words compared; beyond it the stretches differ as one block (about 3,000 each)."""
VOCABULARY, STRETCHES = 50_000, 2_000
"""Forms of words, and stretches split into words, that are kept at hand: of shared ones we ask again."""
LONGEST_NUMBER = 18
"""Digits above which a number is none that words would say."""
READ_ALOUD = frozenset("%$€£&")
"""Signs that stand for words."""
HUNDRED = 100
"""A scale word that multiplies what stands before it and adds to what comes after."""

_ATOM = re.compile(
    r"\[\w{1,3}\]\w+|\w+\[\w{1,5}\]"  # a word with its first letters or its ending in brackets
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"
    r"|[%$€£&]"
    r"|\.{2,}|…|-{2,}|\w+|[^\w\s]"
)
_ELLIPSIS = re.compile(r"…|\.{2,}|\.(?:\s\.)+")
_SAME_MARKS = str.maketrans({"-": None, '"': "'", "…": "..."})


Written = Literal["plain", "number", "sign", "contraction"]


class Word(Struct, frozen=True, gc=False):
    """A word or mark of a text, with the form it is compared by (empty for a mark).

    `written` tells what its language has it for: a number, what a sign may stand for, or a
    contraction; `scale` is what a scale word multiplies by, 0 for every other word.
    """

    start: int
    end: int
    text: str
    key: str
    written: Written = "plain"
    scale: int = 0


class Difference(Struct, frozen=True):
    """One edit: characters of the left stretch and of the right that stand for each other.

    An empty range is the point at which the other side's words are missing.
    """

    kind: ChangeKind
    left: tuple[int, int]
    right: tuple[int, int]
    left_text: str
    right_text: str


class _Line(Struct, frozen=True):
    """The words of one stretch, the marks before each of them, and which stand in brackets."""

    words: tuple[Word, ...]
    keys: tuple[str, ...]
    marks: tuple[tuple[Word, ...], ...]
    bracketed: tuple[bool, ...]


def words(
    text: str, start: int = 0, end: int | None = None, language: Language | None = None
) -> tuple[Word, ...]:
    """Split characters `start` to `end` of `text` into words and marks, offsets into `text`.

    Hyphenated words are split and clitics stand alone ("do", "n't"), as in pipeline tokens.
    """
    return _split(text, start, end, (language or language_of(None)).forms)


@lru_cache(maxsize=STRETCHES)
def _split(text: str, start: int, end: int | None, forms: Forms) -> tuple[Word, ...]:
    stop = len(text) if end is None else end
    shown, places = squeezed(text[start:stop])
    folded = fold(unmarked(text[start:stop]))
    plain = folded if len(shown) == len(folded) else "".join(folded[at] for at in places)
    atoms = [
        (start + places[first], start + places[last - 1] + 1, shown[first:last])
        for atom in _ATOM.finditer(plain)
        for first, last in _clitics(forms, plain, atom.start(), atom.end())
    ]
    return _keyed(forms, atoms)


def of_tokens(language: Language, tokens: Sequence[Token]) -> tuple[Word, ...]:
    """Return pipeline tokens as words with the forms they are compared by."""
    return _keyed(language.forms, [(token.start, token.end, token.text) for token in tokens])


def differences(left: Sequence[Word], right: Sequence[Word]) -> tuple[Difference, ...]:
    """Return the edits that turn `left` into `right`: a shortest edit script over words.

    Case and typography are folded, and numbers compared by value, before words are aligned
    (Levenshtein distance); a run moved as a whole is one difference of kind "order".
    """
    first, second = _line(left), _line(right)
    found: list[Difference] = []
    for code in _opcodes(first.keys, second.keys):
        if code.tag == "equal":
            found.extend(_spellings(first, second, code))
            found.extend(_punctuation(first, second, code))
        else:
            found.append(_edit(first, second, code))
    return tuple(sorted(_moved(found), key=lambda d: (d.left, d.right, d.kind)))


# --- words -----------------------------------------------------------------------------------


def _clitics(forms: Forms, plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    lowered = plain[start:end].lower()
    ends = forms.clitics if "'" in lowered else ()
    clitic = next((c for c in ends if lowered.endswith(c)), "")
    if clitic and clitic != lowered:
        yield start, end - len(clitic)
        yield end - len(clitic), end
    else:
        yield start, end


def _keyed(forms: Forms, atoms: Sequence[tuple[int, int, str]]) -> tuple[Word, ...]:
    plain = [_bare(text) for _, _, text in atoms]
    made: list[Word] = []
    for (start, end, text), own, after in zip(atoms, plain, [*plain[1:], ""], strict=False):
        key = _key(forms, own, made[-1].key if made else "", after)
        scale, written = forms.scale_of.get(key, 0), _written(forms, own, key)
        if key[:1].isdigit() and text.lower() not in forms.pronouns:
            written = "number"
        made.append(Word(start, end, text, key, written, scale))
    return tuple(made)


def _key(forms: Forms, plain: str, before: str, after: str) -> str:
    if plain in forms.scales and before[:1].isdigit():
        return forms.scales[plain]
    stems = forms.stems.get(after)
    if stems is not None and plain in stems:
        return stems[plain]
    return _alone(forms, plain)


def _written(forms: Forms, plain: str, key: str) -> Written:
    if key in _read_aloud(forms):
        return "sign"
    return "contraction" if plain in forms.contractions else "plain"


@cache
def _read_aloud(forms: Forms) -> frozenset[str]:
    """Return the words that signs stand for."""
    return frozenset(forms.signs.values())


@lru_cache(maxsize=VOCABULARY)
def _bare(text: str) -> str:
    return fold(text).casefold().replace("[", "").replace("]", "")


@lru_cache(maxsize=VOCABULARY)
def _alone(forms: Forms, plain: str) -> str:
    """Return the form of a word whose neighbours say nothing about it."""
    if not any(char.isalnum() for char in plain) and plain not in READ_ALOUD:
        return ""
    if plain[0].isdigit():
        return _plain_number(plain)
    tables = (forms.signs, forms.contractions, forms.numbers)
    known = next((table[plain] for table in tables if plain in table), None)
    return known or _spelt(forms, plain)


def _spelt(forms: Forms, plain: str) -> str:
    """Return a word in one of its spellings: "colour" as "color"."""
    if len(plain) < forms.shortest_spelt:
        return plain
    for ending, other in forms.spellings:
        plain = re.sub(ending, other, plain)
    return plain


def _plain_number(plain: str) -> str:
    """Drop separators of thousands, so that "850,000" is "850000" and "6.50" stays itself."""
    return re.sub(r"[,.](?=\d{3}(?!\d))", "", plain) if _grouped(plain) else plain.rstrip(".,")


def _grouped(plain: str) -> bool:
    return re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3}){2,}", plain) is not None


def _line(stretch: Sequence[Word]) -> _Line:
    kept: list[Word] = []
    keys: list[str] = []
    marks: list[tuple[Word, ...]] = []
    bracketed: list[bool] = []
    waiting: list[Word] = []
    square = depth = 0
    for word in stretch:
        if word.key:
            kept.append(word)
            # An editor's word in square brackets is never the speaker's own.
            keys.append("[" + word.key if square else word.key)
            marks.append(tuple(waiting))
            bracketed.append(depth > 0 or "[" in word.text)
            waiting = []
        else:
            square = max(0, square + (word.text == "[") - (word.text == "]"))
            depth = max(0, depth + (word.text in "[(") - (word.text in "])"))
            waiting.append(word)
    return _Line(tuple(kept), tuple(keys), tuple(marks), tuple(bracketed))


# --- aligning -----------------------------------------------------------------------------------


def _opcodes(left: Sequence[str], right: Sequence[str]) -> list[Opcode]:
    if len(left) * len(right) > CELLS:
        return [Opcode("replace", 0, len(left), 0, len(right))]
    codes = Indel.opcodes(left, right)
    joined: list[Opcode] = []
    for code in codes:
        if joined and code.tag != "equal" and joined[-1].tag != "equal":
            last = joined.pop()
            code = Opcode(  # noqa: PLW2901 - runs of edits are read as one
                "replace", last.src_start, code.src_end, last.dest_start, code.dest_end
            )
        joined.append(code)
    return joined


def _edit(left: _Line, right: _Line, code: Opcode) -> Difference:
    first, second = (code.src_start, code.src_end), (code.dest_start, code.dest_end)
    kind = _kind(left, right, first, second)
    return Difference(
        kind=kind,
        left=_offsets(left.words, first),
        right=_offsets(right.words, second),
        left_text=_text(left.words, first),
        right_text=_text(right.words, second),
    )


def _kind(left: _Line, right: _Line, first: tuple[int, int], second: tuple[int, int]) -> ChangeKind:
    mine, theirs = left.words[slice(*first)], right.words[slice(*second)]
    if theirs and all(right.bracketed[slice(*second)]):
        return "brackets"
    if not theirs and all(left.bracketed[slice(*first)]):
        return "brackets"
    if not theirs:
        return "ellipsis" if _elided(right, second[0]) else "omission"
    if not mine:
        return "addition"
    if numbers_among(mine) == numbers_among(theirs):
        return "word"
    amounts = (_amount(mine), _amount(theirs))
    return "case" if amounts[0] == amounts[1] is not None else "figure"


def _amount(stretch: Sequence[Word]) -> int | None:
    """Return the whole number that words say: "forty thousand" and "40,000"; else ``None``."""
    whole = part = 0
    for word in stretch:
        if word.key.isdecimal() and len(word.key) <= LONGEST_NUMBER:
            part += int(word.key)
        elif word.scale == HUNDRED:
            part = max(part, 1) * word.scale
        elif word.scale:
            whole, part = whole + max(part, 1) * word.scale, 0
        else:
            return None
    return whole + part


def _elided(line: _Line, index: int) -> bool:
    marks = "".join(mark.text for mark in line.marks[index]) if index < len(line.marks) else ""
    return _ELLIPSIS.search(marks) is not None


def numbers_among(stretch: Sequence[Word]) -> tuple[str, ...]:
    """Return the numbers among words, in order, as they are compared ("1", "million")."""
    return tuple(word.key for word in stretch if word.written == "number" or word.scale)


def _spellings(left: _Line, right: _Line, code: Opcode) -> Iterator[Difference]:
    for offset in range(code.src_end - code.src_start):
        mine, theirs = left.words[code.src_start + offset], right.words[code.dest_start + offset]
        kind = _spelling(mine, theirs)
        if kind:
            yield Difference(
                kind, (mine.start, mine.end), (theirs.start, theirs.end), mine.text, theirs.text
            )


def _spelling(left: Word, right: Word) -> ChangeKind | None:
    mine, theirs = fold(left.text), fold(right.text)
    if mine == theirs or left.key[0].isdigit() or left.scale:
        return None
    if "[" in theirs or "[" in mine:
        return "brackets"
    if mine.casefold() == theirs.casefold():
        return "case"
    if left.written == "sign":
        return None
    return "word" if "contraction" in (left.written, right.written) else "case"


def _punctuation(left: _Line, right: _Line, code: Opcode) -> Iterator[Difference]:
    """Compare the marks between neighbours that are neighbours on both sides."""
    for offset in range(1, code.src_end - code.src_start):
        first, second = code.src_start + offset, code.dest_start + offset
        if _plain_marks(left.marks[first]) != _plain_marks(right.marks[second]):
            yield _marks(left, right, first, second)


def _plain_marks(marks: Sequence[Word]) -> str:
    joined = "".join(fold(mark.text) for mark in marks)
    return joined.replace("--", "–").translate(_SAME_MARKS)


def _marks(left: _Line, right: _Line, first: int, second: int) -> Difference:
    mine, theirs = left.marks[first], right.marks[second]
    joined = "".join(mark.text for mark in theirs)
    kind: ChangeKind = "ellipsis" if _ELLIPSIS.search(joined) else "punctuation"
    return Difference(
        kind,
        _offsets(mine, (0, len(mine))) if mine else (left.words[first].start,) * 2,
        _offsets(theirs, (0, len(theirs))) if theirs else (right.words[second].start,) * 2,
        "".join(mark.text for mark in mine),
        joined,
    )


def _offsets(line: Sequence[Word], span: tuple[int, int]) -> tuple[int, int]:
    first, last = span
    if first < last:
        return line[first].start, line[last - 1].end
    if first < len(line):
        return (line[first].start,) * 2
    return (line[-1].end,) * 2 if line else (0, 0)


def _text(line: Sequence[Word], span: tuple[int, int]) -> str:
    pieces: list[str] = []
    end = None
    for word in line[slice(*span)]:
        pieces.append(" " if end is not None and word.start > end else "")
        pieces.append(word.text)
        end = word.end
    return "".join(pieces)


def _moved(found: list[Difference]) -> list[Difference]:
    """Join an omission and an addition of the same words into one difference of order."""
    gone = {d.left_text.casefold(): d for d in found if d.kind == "omission"}
    back = {d.right_text.casefold(): d for d in found if d.kind == "addition"}
    result = [
        d
        for d in found
        if not (
            (d.kind == "omission" and d.left_text.casefold() in back)
            or (d.kind == "addition" and d.right_text.casefold() in gone)
        )
    ]
    for text, omission in gone.items():
        if text in back:
            addition = back[text]
            result.append(
                Difference(
                    "order", omission.left, addition.right, omission.left_text, addition.right_text
                )
            )
    return result
