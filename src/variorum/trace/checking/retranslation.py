"""Retranslation: quotations that word a whole record otherwise, as another translation would.

Enters: `Held` checks. Leaves: the checks, those of speakers who may have been translated limited.

Nobody need mark a record or a report as translated. But who hears one speech in one language quotes
most of it word for word; where most longer quotations of one speaker are other words throughout,
one of the two may be a translation, and whose word it is cannot be known. Quotations in which few
words differ are left as they are: that is no rendering of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from variorum.records import Check

LONG_QUOTATION = 8
"""Words of a quotation from which it shows whether it was worded anew."""
ANEW = 0.3
"""Share of a quotation's words that are not the record's, from which it was."""
FEWEST_REWORDED = 3
"""Quotations worded anew that a speaker must have for a translation to be likely."""
TIMES_AS_MANY = 2
"""How many times as many as those in the record's own words they must be."""
_PERMITTED = frozenset({"case", "punctuation", "ellipsis", "brackets", "order"})
_OWN_WORDS = frozenset({"verbatim", "edited"})


class Held(Struct, frozen=True):
    """A check, the voice of the record that it is held against, whether a slot of sense differs, and
    whether the account puts the words on another occasion.
    """

    check: Check
    voice: str
    limits: bool = False
    elsewhere: bool = False


def limited(held: Sequence[Held]) -> tuple[Check, ...]:
    """Return the checks; those worded anew, of a speaker of whom most are, are limited."""
    doubtful = _doubtful(held)
    return tuple(_limited(one) if _voice(one) in doubtful else one.check for one in held)


def _limited(one: Held) -> Check:
    check = one.check
    if check.kind != "differs" or not _is_anew(check):
        return check
    because = (
        f"{check.because} Most longer quotations of {one.voice} are worded otherwise than the "
        "record throughout: one of the two may be a translation."
    )
    return replace(
        check, kind="cannot tell" if one.limits else "translation variant", because=because
    )


def _doubtful(held: Iterable[Held]) -> frozenset[tuple[str, str]]:
    """Return the voices most of whose longer quotations are worded anew."""
    long = [one for one in held if len(one.check.place.text.split()) >= LONG_QUOTATION]
    own = Counter(_voice(one) for one in long if one.check.kind in _OWN_WORDS)
    anew = Counter(_voice(one) for one in long if _is_anew(one.check))
    return frozenset(
        voice
        for voice, count in anew.items()
        if count >= max(FEWEST_REWORDED, TIMES_AS_MANY * own[voice])
    )


def _voice(one: Held) -> tuple[str, str]:
    return one.check.record, one.voice


def _is_anew(check: Check) -> bool:
    words = len(check.place.text.split())
    changed = sum(len(c.to.split()) for c in check.changes if c.kind not in _PERMITTED)
    return check.kind == "differs" and changed >= ANEW * words
