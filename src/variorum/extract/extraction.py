"""Extraction: what one account says, as statements that point at its words.

Enters: an `Account` and its `Annotation`. Leaves: `Statements`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from variorum.annotations import Annotation
from variorum.extract.figures.extraction import figures
from variorum.extract.moments.extraction import moments
from variorum.extract.names.extraction import names
from variorum.extract.narration import assertions
from variorum.extract.quotations.extraction import quotations
from variorum.records import Account, Statements

T = TypeVar("T")


class Runner(Protocol):
    """How each kind of statement is read: `what` it is, the reading, and what it is read in."""

    def __call__(
        self, what: str, step: Callable[[Annotation], Sequence[T]], annotation: Annotation, /
    ) -> tuple[T, ...]:
        """Return what the step reads."""
        ...


def _whole(
    _: str, step: Callable[[Annotation], Sequence[T]], annotation: Annotation
) -> tuple[T, ...]:
    return tuple(step(annotation))


def statements(account: Account, annotation: Annotation, run: Runner = _whole) -> Statements:
    """Return all statements of an account, each kind in the order of the text.

    `run` may spare what a reading fails on (`variorum.sparing`); without it, the error is raised.
    """
    named = run("names", lambda a: names(account, a), annotation)
    quoted = run("quotations", lambda a: quotations(account, a, named), annotation)
    return Statements(
        account=account.id,
        quotations=quoted,
        figures=run("figures", lambda a: figures(account, a, quoted), annotation),
        moments=run("moments", lambda a: moments(account, a), annotation),
        assertions=run("assertions", lambda a: assertions(account, a, quoted), annotation),
        names=named,
    )
