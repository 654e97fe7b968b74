"""Larger: a larger judge beside the judge, in a stage: its answers are there, or its questions noted.

Enters: a judge with what it said before, answers by pair, pairs. Leaves: judgements; the questions
that have no answer yet. Nobody is asked here: a stage runs anywhere, and opens no network.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from variorum.folding import cut
from variorum.judge.larger import is_open, missing_words, question, question_key, weighed
from variorum.records import Problem
from variorum.seams import Judge, Judgement, PairAnswer, PairQuestion, PassagePair
from variorum.settings import LargerJudge
from variorum.stages.judging import Asking

LONGEST_MISSING: Final = 80


class AskingBoth(Asking):
    """Puts pairs to a judge, and lays the answers of a larger one beside what it says."""

    def __init__(
        self,
        judge: Judge,
        kept: Mapping[str, bytes],
        larger: LargerJudge,
        answers: Mapping[str, bytes],
    ) -> None:
        super().__init__(judge, kept)
        self._larger = larger
        decode = msgspec.json.Decoder(PairAnswer | None).decode
        self._answers = {key: decode(body) for key, body in answers.items()}
        self._misquoted: dict[str, tuple[str, str]] = {}
        self.questions: dict[str, PairQuestion] = {}

    def __call__(self, pairs: Sequence[PassagePair]) -> list[Judgement | None]:
        """Return a judgement a pair; where the larger judge has no answer, that of the judge."""
        return [
            self._beside(pair, said)
            for pair, said in zip(pairs, super().__call__(pairs), strict=True)
        ]

    @property
    def problems(self) -> list[Problem]:
        """What the judge failed on; and how many answers were dropped, once for the event."""
        found = super().problems
        if self._misquoted:
            (where, words), *_ = self._misquoted.values()
            reason = (
                f"{len(self._misquoted)} answers of {self._larger.model}, a model, were dropped, because "
                f"words that they name are not at the place given (first “{words}”); the "
                "ordinary judge decides these"
            )
            found.append(Problem(where=where, step="judge", reason=reason))
        return found

    @property
    def failed(self) -> bool:
        """Whether another run may find more: the judge failed, or there are questions unanswered."""
        return super().failed or bool(self.questions)

    def _beside(self, pair: PassagePair, said: Judgement | None) -> Judgement | None:
        if not (self._larger.everything or is_open(said)):
            return said
        key = question_key(pair)
        if key not in self._answers:
            self.questions[key] = question(pair)
            return said
        answer = self._answers[key]
        if answer is None:
            return said
        missing = missing_words(answer, pair)
        if missing is not None:
            self._misquoted[key] = (pair.left.account.source, cut(missing, LONGEST_MISSING))
            return said
        return weighed(said, answer, pair, self._larger.model)
