"""Recorded: a reader whose answers stand in a file, given by whoever reads well.

Enters: questions; a file of JSON Lines, an answer a line, with the key of its pair as `variorum pairs`
writes it. Leaves: answers.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

import msgspec

from variorum.errors import UsageError
from variorum.models.larger.form import NO_JSON
from variorum.records import Problem
from variorum.seams import PairAnswer, PairQuestion
from variorum.settings import LargerJudge


class _Line(PairAnswer, frozen=True, kw_only=True):
    pair: str


class RecordedReader:
    """Answers from a file; what is not in it, it abstains from."""

    costly = False
    problems: tuple[Problem, ...] = ()

    def __init__(self, options: LargerJudge) -> None:
        """Read the file; UsageError where it cannot be read, or a line is no answer."""
        path = Path(options.answers)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise UsageError(
                f"The answers in {path} cannot be read ({error.strerror}): name the file with "
                "--answers FILE."
            ) from error
        self._path = path
        self._answers = _answers(path, data)
        self.fingerprint = f"recorded-{blake2b(data, digest_size=8).hexdigest()}"

    def expected(self, questions: Sequence[PairQuestion]) -> str:
        """Say how many of the questions are answered, and how many answers meet no question."""
        asked = {question.pair for question in questions}
        met = len(asked & self._answers.keys())
        told = f"{self._path.name} answers {met:,} of {len(asked):,} pairs"
        beside = len(self._answers) - met
        return f"{told}; {beside:,} of its answers are about other pairs." if beside else f"{told}."

    def answers(
        self, questions: Sequence[PairQuestion]
    ) -> Iterator[Mapping[str, PairAnswer | None]]:
        """Yield all answers at once."""
        yield {question.pair: self._answers.get(question.pair) for question in questions}


def _answers(path: Path, data: bytes) -> dict[str, PairAnswer]:
    found: dict[str, PairAnswer] = {}
    for number, line in enumerate(data.removeprefix(BOM_UTF8).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            one = msgspec.json.decode(line, type=_Line)
        except NO_JSON as error:
            raise UsageError(
                f"{path}, line {number}, is no answer ({str(error).splitlines()[0]}): it needs pair, "
                "same_question, relation, left_words, right_words."
            ) from error
        if found.setdefault(one.pair, one) != one:
            raise UsageError(
                f"{path}, line {number}, answers a pair otherwise than a line before it."
            )
    return found
