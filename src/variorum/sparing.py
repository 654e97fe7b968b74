"""Sparing: a step that fails on one part of its work loses that part and keeps the rest.

Enters: a step as a function of some parts, in order. Leaves: what it makes of the others, and what
was set aside, each with its reason.

Nothing reaches over what is set aside: the parts before it and those after it are run apart. A
pronoun, or "two days later", would otherwise lean on whatever stands before the gap.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from variorum.annotations import Annotation, Sentence
from variorum.folding import cut
from variorum.records import Account, Problem

P = TypeVar("P")
T = TypeVar("T")

FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a rule raises when it meets words that nobody foresaw. What is amiss with the machine (no
memory, no model, no module, a full disk) is not among them, nor what Variorum raises on purpose."""
MOST_SET_ASIDE = 8
"""So many parts are set aside; a step that fails on more of them is lost from there on."""
LONGEST_ERROR = 80


class Fault(Struct, Generic[P], frozen=True):
    """Parts that were set aside, and why: one part, or all that were left."""

    parts: tuple[P, ...]
    reason: str


class _Tried(Struct, Generic[T], frozen=True):
    """What a step made of some parts; or why it failed on them."""

    made: tuple[T, ...] = ()
    reason: str = ""


def spared(
    step: Callable[[Sequence[P]], Sequence[T]], parts: Sequence[P]
) -> tuple[tuple[T, ...], tuple[Fault[P], ...]]:
    """Run a step on parts; what it fails on is found by halving, and set aside."""
    made: tuple[T, ...] = ()
    faults: tuple[Fault[P], ...] = ()
    rest = tuple(parts)
    while (tried := _try(step, rest)).reason:
        if len(faults) + 1 == MOST_SET_ASIDE or _try(step, ()).reason:
            return made, (*faults, Fault(rest, tried.reason))
        good, before, reason = _first_fault(step, rest, tried.reason)
        made += before
        faults += (Fault(rest[good : good + 1], reason),)
        rest = rest[good + 1 :]
    return made + tried.made, faults


def _first_fault(
    step: Callable[[Sequence[P]], Sequence[T]], parts: tuple[P, ...], reason: str
) -> tuple[int, tuple[T, ...], str]:
    """Return how many parts the step manages before one it fails on, what it makes of them, why."""
    good, bad = 0, len(parts)
    made: tuple[T, ...] = ()
    while bad - good > 1:
        middle = (good + bad) // 2
        tried = _try(step, parts[:middle])
        if tried.reason:
            bad, reason = middle, tried.reason
        else:
            good, made = middle, tried.made
    return good, made, reason


def _try(step: Callable[[Sequence[P]], Sequence[T]], parts: tuple[P, ...]) -> _Tried[T]:
    try:
        return _Tried(tuple(step(parts)))
    except FAULTS as error:
        first, *_ = str(error).strip().splitlines() or ["no message"]
        return _Tried(reason=f"{type(error).__name__}: {first}")


# --- the sentences of an account --------------------------------------------------------------------


class Sentences:
    """Runs readings of one account sentence by sentence where they fail; `problems` says on what."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self.problems: tuple[Problem, ...] = ()

    def __call__(
        self, what: str, step: Callable[[Annotation], Sequence[T]], annotation: Annotation
    ) -> tuple[T, ...]:
        """Return what a step reads in an annotation, less the sentences that it fails on."""
        made, faults = spared(lambda some: step(_only(annotation, some)), annotation.sentences)
        self.problems += tuple(self._problem(what, fault) for fault in faults)
        return made

    def _problem(self, what: str, fault: Fault[Sentence]) -> Problem:
        if not fault.parts:
            return self._said(f"its {what} could not be read ({fault.reason})")
        start, end = fault.parts[0].start, fault.parts[-1].end
        words = " ".join(self._account.text[start:end].split())
        stretch = "a sentence" if len(fault.parts) == 1 else f"{len(fault.parts)} sentences"
        return self._said(
            f"the {what} of {stretch} could not be read and are left out ({fault.reason}): "
            f"characters {start} to {end}, “{cut(words, LONGEST_ERROR)}”"
        )

    def _said(self, reason: str) -> Problem:
        return Problem(where=self._account.source, step="study", reason=reason)


def _only(annotation: Annotation, sentences: Sequence[Sentence]) -> Annotation:
    """Return an annotation with some of its sentences, and the names in them; tokens all stay."""
    if len(sentences) == len(annotation.sentences):
        return annotation
    inside = {token for one in sentences for token in range(one.first, one.last)}
    return replace(
        annotation,
        sentences=tuple(sentences),
        named=tuple(span for span in annotation.named if span.first in inside),
        noun_chunks=tuple(chunk for chunk in annotation.noun_chunks if chunk[0] in inside),
    )
