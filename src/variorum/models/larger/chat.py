"""Chat: a reader that asks a model behind an OpenAI-compatible endpoint.

Enters: questions. Leaves: answers as they come; problems, one for each cause.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from variorum.errors import UsageError
from variorum.models.larger.endpoint import Endpoint, Failure
from variorum.models.larger.form import PROMPT_VERSION, call, said
from variorum.records import Problem
from variorum.seams import PairAnswer, PairQuestion
from variorum.settings import LargerJudge

LETTERS_A_TOKEN: Final = 4
"""Characters that make a token of English, by and large."""
TOKENS_AN_ANSWER: Final = 70
MOST_UNREACHED: Final = 2
"""Calls in a row without any reply, after which the endpoint is taken to be gone."""
MOST_MALFORMED: Final = 8
"""Replies in a row that are no answers, after which the model is taken not to know the form."""


class ChatReader:
    """Asks one model, a few pairs a call, one call at a time."""

    costly = True

    def __init__(self, options: LargerJudge) -> None:
        """Open nothing yet; UsageError where the address or the key cannot be used."""
        if not options.model.strip():
            raise UsageError("Which model? Name it as the endpoint knows it, with --model NAME.")
        self._options = options
        self._endpoint = Endpoint(options.base_url, seconds=options.seconds)
        self._unanswered: dict[tuple[str, str], int] = {}
        self._strange = 0
        self._in_a_row = 0
        self._ended: Failure | None = None
        self._plain = False

    @property
    def fingerprint(self) -> str:
        """Return the model and the version of what it is told."""
        return f"{self._options.model}-prompt-{PROMPT_VERSION}"

    @property
    def problems(self) -> list[Problem]:
        """Return what was not answered, one problem for each cause, with what to do."""
        found = [
            f"{count} pairs have no answer: {reason}. {advice} The ordinary judge decides these; the "
            "same command asks about them again"
            for (reason, advice), count in self._unanswered.items()
        ]
        if self._strange:
            found.append(
                f"{self._strange} answers were about pairs that nobody asked about, and were dropped"
            )
        where = f"{self._options.model} at {self._endpoint.host}"
        return [Problem(where=where, step="judge", reason=reason) for reason in found]

    def expected(self, questions: Sequence[PairQuestion]) -> str:
        """Return calls, tokens, and the price where there are prices: an estimate."""
        model, batches = self._options.model, list(self._batches(questions))
        sent = sum(len(call(batch, model).body) for batch in batches) // LETTERS_A_TOKEN
        back = len(questions) * TOKENS_AN_ANSWER
        told = (
            f"Asking {model} at {self._endpoint.host} about {len(questions):,} pairs in "
            f"{len(batches):,} calls: about {sent:,} tokens in, {back:,} out{self._price(sent, back)}."
        )
        return f"{told} Ctrl-C stops it; what was answered is kept."

    def answers(
        self, questions: Sequence[PairQuestion]
    ) -> Iterator[Mapping[str, PairAnswer | None]]:
        """Yield the answers of each call; after too many failures no more calls are made."""
        for batch in self._batches(questions):
            yield from self._answered(batch)

    def _batches(self, questions: Sequence[PairQuestion]) -> Iterator[Sequence[PairQuestion]]:
        size = max(1, self._options.pairs_a_call)
        return (questions[start : start + size] for start in range(0, len(questions), size))

    def _price(self, sent: int, back: int) -> str:
        prices = (self._options.price_in, self._options.price_out)
        if None in prices:
            return ""
        price = (sent * (prices[0] or 0) + back * (prices[1] or 0)) / 1_000_000
        return f", {price:,.2f} by the prices given"

    def _answered(self, batch: Sequence[PairQuestion]) -> Iterator[Mapping[str, PairAnswer | None]]:
        """Ask about some pairs; where the reply is no answer, about each half of them."""
        if self._ended:
            self._note(self._ended, len(batch))
            return
        found = self._asked(batch)
        if not isinstance(found, Failure):
            self._in_a_row = 0
            yield found
            missed = len(batch) - len(found)
            if missed:
                self._note(
                    _failed("its reply leaves them out, or not in the form asked for"), missed
                )
            return
        self._in_a_row += 1
        most = MOST_UNREACHED if found.again else MOST_MALFORMED
        self._ended = found if found.ends or self._in_a_row >= most else None
        if self._ended or found.again or len(batch) == 1:
            self._note(found, len(batch))
            return
        middle = len(batch) // 2
        yield from self._answered(batch[:middle])
        yield from self._answered(batch[middle:])

    def _asked(self, batch: Sequence[PairQuestion]) -> dict[str, PairAnswer] | Failure:
        asked = call(batch, self._options.model, plain=self._plain)
        reply = self._endpoint.post(asked.body)
        if isinstance(reply, Failure) and reply.refused and not self._plain:
            asked = call(batch, self._options.model, plain=True)
            reply = self._endpoint.post(asked.body)
            self._plain = isinstance(reply, bytes)
        if isinstance(reply, Failure):
            return reply
        found = said(reply, asked.pairs)
        if isinstance(found, str):
            return _failed(found)
        self._strange += found.strange
        return {pair: one for pair, one in found.answers.items() if not self._leaks(one)}

    def _leaks(self, answer: PairAnswer) -> bool:
        return any(map(self._endpoint.holds_key, (*answer.left_words, *answer.right_words)))

    def _note(self, failure: Failure, pairs: int) -> None:
        cause = (failure.reason, failure.advice)
        self._unanswered[cause] = self._unanswered.get(cause, 0) + pairs


def _failed(reason: str) -> Failure:
    return Failure(reason=reason, advice="Another model may keep to it.")
