"""Judging: a judge is asked a batch at a time, no pair twice, and what it says is held against the text.

Enters: a judge, what it said before, pairs. Leaves: judgements, those that are new as bytes, and a
`Problem` for each pair on which the judge failed or named words that do not stand there.

A judge may be anybody's code, or a model at the other end of a line: whatever it raises costs the
pair that it raised on, and no other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Final

import msgspec
from msgspec.structs import replace

from variorum.engines.worker import Attempt, reason
from variorum.records import Problem, Span
from variorum.seams import Judge, Judgement, PassageInContext, PassagePair

PAIR_BATCH: Final = 64
"""Pairs that a judge is asked about at once."""
MOST_FAULTS: Final = 8
"""A judge that fails on so many pairs of an event is not asked about the rest."""
MOST_TOLD: Final = 8
"""Dropped judgements of an event that are told one by one; the rest are counted."""


class Asking:
    """Puts pairs to a judge for one event; `kept` is what a costly judge said before, by `pair_key`."""

    def __init__(self, judge: Judge, kept: Mapping[str, bytes]) -> None:
        self._judge = judge
        self._key = pair_key if judge.costly else _ids
        decode = msgspec.json.Decoder(Judgement | None).decode
        self._said = {key: decode(body) for key, body in kept.items()}
        self._failed: dict[str, Problem] = {}
        self._dropped: dict[str, Problem] = {}
        self.new: dict[str, bytes] = {}

    def __call__(self, pairs: Sequence[PassagePair]) -> list[Judgement | None]:
        """Return a judgement a pair; ``None`` where the judge abstains, fails, or misquotes."""
        keyed = {self._key(pair): pair for pair in pairs}
        unknown = [key for key in keyed if key not in self._said and key not in self._failed]
        for start in range(0, len(unknown), PAIR_BATCH):
            self._ask({key: keyed[key] for key in unknown[start : start + PAIR_BATCH]})
        return [self._held(key, self._said.get(key), keyed[key]) for key in map(self._key, pairs)]

    @property
    def problems(self) -> list[Problem]:
        """What the judge failed on, and words that it named and that are not there."""
        dropped = list(self._dropped.values())
        told = dropped[:MOST_TOLD]
        if len(dropped) > MOST_TOLD:
            more = (
                f"{len(dropped) - MOST_TOLD} more judgements of this event were dropped in this way"
            )
            told.append(replace(dropped[MOST_TOLD], reason=more))
        return [*self._failed.values(), *told]

    @property
    def failed(self) -> bool:
        """Whether the judge failed on any pair: it may answer another time."""
        return bool(self._failed)

    def _ask(self, pairs: Mapping[str, PassagePair]) -> None:
        """Ask about pairs, all at once; where the judge fails, halve until the one at fault stands alone."""
        if len(self._failed) >= MOST_FAULTS:
            return
        with Attempt() as attempt:
            said = _well_formed(self._judge.judge(list(pairs.values())), len(pairs))
            self._said |= dict(zip(pairs, said, strict=True))
            if self._judge.costly:
                self.new |= {key: msgspec.json.encode(self._said[key]) for key in pairs}
            return
        keys = list(pairs)
        if len(keys) > 1:
            for half in (keys[: len(keys) // 2], keys[len(keys) // 2 :]):
                self._ask({key: pairs[key] for key in half})
        else:
            why = f"the judge failed on them ({reason(attempt.error)})"
            if len(self._failed) == MOST_FAULTS - 1:
                why += "; it was not asked about the rest of this event"
            self._failed[keys[0]] = _open(pairs[keys[0]], why)

    def _held(self, key: str, said: Judgement | None, pair: PassagePair) -> Judgement | None:
        """Return a judgement if it can be held against the text; else note why it is dropped."""
        wrong = _amiss(said, pair) if said else None
        if wrong is None:
            return said
        self._dropped[key] = _open(pair, f"a judgement was dropped, since {wrong}")
        return None


def pair_key(pair: PassagePair) -> str:
    """Return what a judgement is kept by: both accounts, and a hash of all that the judge is shown.

    What linking found is left out: it changes with every account that comes to the story.
    """
    told = [*_told(pair.left), *_told(pair.right), pair.likeness]
    digest = blake2b(msgspec.json.encode(told), digest_size=8).hexdigest()
    return f"{pair.left.account.id} {pair.right.account.id} {digest}"


def _told(side: PassageInContext) -> list[object]:
    slots = side.slots
    said = slots.quotation
    return [
        (side.place, side.sentence, side.context),
        said and replace(said, speaker=replace(said.speaker, entity=None)),
        [replace(figure, asserted_by=None) for figure in slots.figures],
        (slots.moments, slots.names),
    ]


def _ids(pair: PassagePair) -> str:
    return f"{pair.left.passage.id} {pair.right.passage.id}"


def _well_formed(said: Sequence[object], wanted: int) -> list[Judgement | None]:
    """Return judgements if there are as many as wanted, each of them whole; else raise ValueError."""
    if len(said) != wanted:
        raise ValueError(f"{len(said)} judgements of {wanted} pairs")
    plain = msgspec.to_builtins(list(said))
    return msgspec.convert(plain, list[Judgement | None])


def _amiss(said: Judgement, pair: PassagePair) -> str | None:
    if said.relation == "only here":
        return "two readings are never “only here”"
    wrong = next((mark for mark in said.marks if not _stands(mark, pair)), None)
    return None if wrong is None else f"its words are not at the place it gives: “{wrong.text}”"


def _stands(mark: Span, pair: PassagePair) -> bool:
    return any(
        mark.account == side.account.id
        and side.context.start <= mark.start < mark.end <= side.context.end
        and side.account.text[mark.start : mark.end] == mark.text
        for side in (pair.left, pair.right)
    )


def _open(pair: PassagePair, why: str) -> Problem:
    one, other = pair.left.place, pair.right.place
    told = f"whether “{one.text}” and “{other.text}” say the same is left open: {why}"
    return Problem(where=pair.left.account.source, step="judge", reason=told)
