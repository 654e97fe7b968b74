"""Consulting: a larger judge is asked here, in the process that was started, and its answers are kept.

Enters: a `Ledger`, a `Reader`, questions. Leaves: answers by pair, encoded, each kept as soon as it
came: who stops a run loses none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from variorum.records import Problem
from variorum.seams import Ledger, PairQuestion, Reader

Progress = Callable[[str, int, int], None]
"""Called with a step's name, how much of it is done, and how much there is."""


class RunDisplay(Struct, frozen=True):
    """How a run tells what it does: how far a step is; and what a larger judge will cost, as a line."""

    progress: Progress = lambda step, done, total: None
    tell: Callable[[str], None] = lambda line: None


SILENT: Final = RunDisplay()


class Answered(Struct, frozen=True):
    """Answers by pair, ``null`` for an abstention; and what could not be answered."""

    answers: Mapping[str, bytes] = {}
    problems: tuple[Problem, ...] = ()

    def by_account(self) -> dict[str, dict[str, bytes]]:
        """Return the answers by the first account of their pair."""
        found: dict[str, dict[str, bytes]] = {}
        for key, body in self.answers.items():
            found.setdefault(key.partition(" ")[0], {})[key] = body
        return found


def answered(
    questions: Sequence[PairQuestion], reader: Reader, ledger: Ledger, step: str, screen: RunDisplay
) -> Answered:
    """Answer questions: from what is kept under `step`, and for the rest by asking the reader."""
    wanted = {question.pair: question for question in questions}
    kept = ledger.work(step) if reader.costly else {}
    answers = {key: kept[key] for key in wanted if key in kept}
    new = [question for key, question in sorted(wanted.items()) if key not in kept]
    if new:
        screen.tell(reader.expected(new))
        screen.progress("ask", 0, len(new))
        for some in reader.answers(new):
            made = {key: msgspec.json.encode(answer) for key, answer in some.items()}
            if reader.costly:
                ledger.keep_work(step, made)
            answers |= made
            done = len(answers) - len(wanted) + len(new)
            screen.progress("ask", done, len(new))
        screen.progress("ask", len(new), len(new))
    return Answered(answers, tuple(reader.problems))
