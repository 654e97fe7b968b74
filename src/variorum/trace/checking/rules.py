"""Check rules: the table that says what kind of check a comparison with the record is.

Enters: how a quotation's words were held against a speaker's, and the circumstances. Leaves: the kind.
The first rule that holds decides; the docstring of a rule is its line on the page of checks.
"""

from __future__ import annotations

from collections.abc import Callable

from variorum.trace.checking.matching import Match
from variorum.trace.checking.phrasing import Circumstances
from variorum.vocabulary import CheckKind

CheckRule = Callable[[Match, Circumstances], bool]


def other_speaker(held: Match, where: Circumstances) -> bool:
    """The record gives these words to another speaker."""
    return where.other is not None


def absent_from_a_limited_record(held: Match, where: Circumstances) -> bool:
    """The words are not in the speaker's turns, but the record is cut or one side is a translation."""
    return held.kind == "not found" and (where.cut or where.translated)


def absent(held: Match, where: Circumstances) -> bool:
    """Nothing in the speaker's turns is close to these words, and the record is complete."""
    return held.kind == "not found"


def translated_with_a_limit(held: Match, where: Circumstances) -> bool:
    """One side is a translation, and a word that limits the claim is on one side only."""
    return held.kind == "differs" and where.translated and bool(held.slots or held.swallowed)


def translated(held: Match, where: Circumstances) -> bool:
    """One side is a translation, and the words differ only as two translations may."""
    return held.kind == "differs" and where.translated


def other_words(held: Match, where: Circumstances) -> bool:
    """A word, a number or the order differs, or what was left out limits the claim, as a "not" does."""
    return held.kind == "differs"


def too_common(held: Match, where: Circumstances) -> bool:
    """There are no words to compare, or they are so common that the record has them in many places."""
    return held.kind == "cannot tell"


def permitted_edits(held: Match, where: Circumstances) -> bool:
    """Only case, spelling, punctuation, brackets or a speaker's stumble differ: changes an editor may make."""
    return held.kind == "edited"


def same_words(held: Match, where: Circumstances) -> bool:
    """The record has the same words in the same order."""
    return held.kind == "verbatim"


RULES: tuple[tuple[CheckKind, CheckRule], ...] = (
    ("differs", other_speaker),
    ("cannot tell", absent_from_a_limited_record),
    ("not found", absent),
    ("cannot tell", translated_with_a_limit),
    ("translation variant", translated),
    ("differs", other_words),
    ("cannot tell", too_common),
    ("edited", permitted_edits),
    ("verbatim", same_words),
)


def check_kind(held: Match, where: Circumstances) -> CheckKind:
    """Return the kind of the first rule that holds."""
    return next(kind for kind, rule in RULES if rule(held, where))
