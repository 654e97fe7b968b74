"""Phrasing: the sentence that says how a quotation and the record compare, naming both readings.

Enters: a `Match` and its circumstances. Leaves: one neutral paragraph of one to three sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from variorum.align.differences import Difference, words
from variorum.languages.language import Language
from variorum.trace.checking.edits import PERMITTED, is_weighty, opens
from variorum.trace.checking.matching import Match
from variorum.vocabulary import CheckKind

LONGEST_READING = 14
"""Words of a reading shown whole; longer ones show their first and last words."""
OPENING_WORDS = 30
"""Words of a passage that open it."""
MOST_CHANGES_NAMED = 3
"""Changes named in the sentence; the rest is counted."""
TRIVIAL = frozenset({"case", "punctuation"})
"""Changes that are not named beside others."""
_FIRST = ("figure", "omission", "addition", "order", "word", "brackets", "ellipsis")


class Circumstances(Struct, frozen=True):
    """What a verdict depends on beside the words.

    `language` is the one of both sides; `speaker` is the label of the speaker held against; `other` the one to whom the record gives
    the words; `rendered` which side is marked as a translation; `nearest` a sentence of the record that means the same in other words.
    """

    language: Language
    speaker: str
    other: str | None = None
    cut: bool = False
    translated: bool = False
    rendered: str = "record"
    named: bool = True
    nearest: str | None = None


def because(kind: CheckKind, held: Match, where: Circumstances, words: str) -> str:
    """Say in neutral words what was found; `words` are the quotation's, as printed."""
    if where.other is not None:
        near = "these words" if held.kind in {"verbatim", "edited"} else "words close to these"
        return (
            f"The account gives “{shortened(words)}” to {where.speaker}; "
            f"the record gives {near} to {where.other}."
        )
    sentences = [_what_was_found(kind, held, where, words)]
    if where.translated and kind != "verbatim":
        sentences.append(_rendering(where))
    if not where.named:
        sentences.append(f"The account names no speaker; the record has {where.speaker}.")
    if held.before and kind in {"verbatim", "edited"}:
        sentences.append(
            f"The record has “{held.before}” before these words, in the same sentence."
        )
    if held.after and kind in {"verbatim", "edited"}:
        sentences.append(f"After these words the record goes on: “{held.after}”.")
    return " ".join(sentences)


def headline_because(
    language: Language, held: Match, words: str, *, marked: bool, head: str = "title"
) -> str:
    """Say how the quoted words of a title, or of another `head`, stand in the account's own body."""
    if held.kind == "not found":
        return f"The {head} quotes “{shortened(words)}”; no part of the body contains these words."
    where = "a quotation of the body" if marked else "the body, outside quotation marks"
    if held.kind == "verbatim":
        return f"The {head} quotes “{shortened(words)}”; {where} has the same words."
    if held.kind == "cannot tell":
        return f"The {head} quotes “{shortened(words)}”, which is too short to be checked against the body."
    edits = (
        _edits(language, held.edits, words)
        .replace("the record", "the body")
        .replace("the quotation", f"the {head}")
    )
    return f"The {head} quotes “{shortened(words)}”; in {where}, {edits}."


def shortened(text: str) -> str:
    """Return a reading on one line, its middle left out where it is long."""
    parts = text.split()
    if len(parts) > LONGEST_READING:
        parts = [*parts[: LONGEST_READING // 2], "…", *parts[-LONGEST_READING // 2 :]]
    return " ".join(parts)


def opening(text: str) -> str:
    """Return the first words of a reading on one line: nobody reads two ends as one sentence."""
    parts = text.split()
    return (
        " ".join(parts) if len(parts) <= OPENING_WORDS else " ".join([*parts[:OPENING_WORDS], "…"])
    )


def _rendering(where: Circumstances) -> str:
    if where.rendered == "account":
        return "The quoting account is marked as a translation."
    return f"The record of {where.speaker} is itself marked as a translation."


def _what_was_found(kind: CheckKind, held: Match, where: Circumstances, words: str) -> str:
    if kind == "verbatim":
        return f"The record has the same words: “{shortened(words)}”."
    if kind == "not found":
        return (
            f"The turns of {where.speaker} do not have “{shortened(words)}”, or words close to it."
        )
    if kind == "cannot tell":
        return _untold(held, where, words)
    if kind == "edited":
        return f"The words are the record's; edited: {_edits(where.language, held.edits, words)}."
    return _compared(held, where, words)


def _untold(held: Match, where: Circumstances, words: str) -> str:
    if held.times > 1:
        return f"“{shortened(words)}” occurs {held.times} times; the quotation may be any of them."
    if held.slots or held.swallowed:
        what = " and ".join(held.slots) or "what limits the claim"
        return f"The readings differ in {what}: {_edits(where.language, held.edits, words)}."
    missing = f"The turns of {where.speaker} do not have “{shortened(words)}”"
    if where.cut:
        return f"{missing}, but the record is cut and may have lost it."
    if where.translated:
        return f"{missing}; this may be another translation of what was said."
    return f"“{shortened(words)}” holds no words to compare."


def _compared(held: Match, where: Circumstances, words: str) -> str:
    if where.nearest:
        return f"The record has “{shortened(where.nearest)}” where the quotation has “{shortened(words)}”."
    changes = _edits(where.language, held.edits, words)
    if held.swallowed:
        lost = ", ".join(f"“{word.text}”" for word in held.swallowed[:MOST_CHANGES_NAMED])
        told = f"The quotation's marks of omission or brackets stand for {lost}"
        return f"{told}: {changes}." if changes else f"{told}."
    return f"The record and the quotation differ: {changes}."


def _edits(language: Language, edits: Sequence[Difference], printed: str) -> str:
    """Name the changes, those of telling words first; permitted ones only where there are no others."""
    real = (
        [edit for edit in edits if edit.kind not in PERMITTED]
        or [edit for edit in edits if edit.kind not in TRIVIAL]
        or list(edits)
    )
    told = [edit for edit in real if not opens(language, edit.left_text, edit.right_text)] or real
    ranked = sorted(told, key=lambda edit: (*_rank(language, edit), edit.right))
    named = "; ".join(_edit(language, edit, printed) for edit in ranked[:MOST_CHANGES_NAMED])
    more = len(told) - MOST_CHANGES_NAMED
    return f"{named}; and {more} more" if more > 0 else named


def _rank(language: Language, edit: Difference) -> tuple[bool, int]:
    place = _FIRST.index(edit.kind) if edit.kind in _FIRST else len(_FIRST)
    return edit.kind != "figure" and not is_weighty(
        language, edit.left_text, edit.right_text
    ), place


def _edit(language: Language, edit: Difference, printed: str) -> str:
    left, right = shortened(edit.left_text), shortened(edit.right_text)
    if edit.kind == "order":
        return f"“{right}” is elsewhere in the record"
    if edit.kind == "ellipsis":
        return f"“{left}” is left out at a mark of omission"
    if not right:
        where = "at one place " if _stands(language, edit.left_text, printed) else ""
        return f"{where}the record has “{left}”, the quotation does not"
    if not left:
        return f"the quotation has “{right}”, the record does not"
    return f"the record has “{left}”, the quotation “{right}”"


def _stands(language: Language, some: str, printed: str) -> bool:
    """Tell whether words stand among the quotation's elsewhere, so that it cannot lack them."""
    mine, theirs = (
        [word.key for word in words(text, language=language) if word.key]
        for text in (some, printed)
    )
    return any(theirs[at : at + len(mine)] == mine for at in range(len(theirs)))
