"""Occasion: whether an account says that the words it quotes are from where the record was made.

Enters: `Held` checks. Leaves: the checks; "not found" stays only where the account says so much.

An account of a speech also quotes its speaker from other days. It counts as quoting this one where
other words that it gives to the same speaker are in the record, and nothing in the quotation's
sentence puts it at another time or in writing. Else it cannot be told whether the record should
have the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from variorum.judge.figures.occasions import occasion
from variorum.languages.registry import language_of
from variorum.records import Dossier, Quotation
from variorum.trace.checking.matching import FOUND
from variorum.trace.checking.retranslation import Held

UNPLACED = "The account may quote another occasion: it has no other words of {speaker} that are in the record."
ELSEWHERE = "The account puts these words at another time, or in writing."


def is_elsewhere(dossier: Dossier, quotation: Quotation) -> bool:
    """Tell whether an account puts a quotation at another time than its own news, or in writing."""
    written = language_of(dossier.account.language).sense.written
    if quotation.cue is not None and quotation.cue.text.lower() in written:
        return True
    if not dossier.statements.moments:
        return False
    sentences = enumerate(dossier.annotation.sentences)
    start = quotation.place.start
    here = next((index for index, one in sentences if one.start <= start < one.end), None)
    return here is not None and any(day.far for day in occasion(dossier, here))


def placed(held: Sequence[Held]) -> list[Held]:
    """Return the checks; words that are not found, and need not be the record's, cannot be told."""
    return [_placed(one, held) if one.check.kind == "not found" else one for one in held]


def _placed(one: Held, among: Iterable[Held]) -> Held:
    if one.elsewhere:
        return _untold(one, ELSEWHERE)
    if not any(_is_beside(one, other) for other in among):
        return _untold(one, UNPLACED.format(speaker=one.voice))
    return one


def _is_beside(one: Held, other: Held) -> bool:
    return other.check.kind in FOUND and _whose(one) == _whose(other)


def _whose(one: Held) -> tuple[str, str, str]:
    return one.check.record, one.check.place.account, one.voice


def _untold(one: Held, why: str) -> Held:
    check = replace(one.check, kind="cannot tell", because=f"{one.check.because} {why}")
    return replace(one, check=check)
