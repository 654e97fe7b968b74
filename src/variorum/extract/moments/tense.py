"""Direction: whether the words around a date look back or ahead.

Enters: the annotation's tokens. Leaves: a number below 0 for the past, above 0
for the future, 0 where they do not tell.

"They met on Monday" looks back, "they will meet on Monday" and "a vote is set for Monday" ahead.
The verb that governs the date is found by climbing the parse.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.annotations import Token
from variorum.extract.moments.grammar import FUTURE, PAST
from variorum.languages.calendar import Calendar

_CLIMB = 8
"""Steps up the parse; a longer way means the parse has lost the date."""


class Tense:
    """Answers for the tokens of one account."""

    def __init__(self, tokens: Sequence[Token], calendar: Calendar) -> None:
        """Index the auxiliaries and particles by the verb they belong to."""
        self._tokens, self._calendar = tokens, calendar
        self._helpers: dict[int, list[int]] = {}
        for index, token in enumerate(tokens):
            if token.relation in ("auxiliary", "passive auxiliary") and token.head != index:
                self._helpers.setdefault(token.head, []).append(index)

    def direction(self, said: range, *, firm: bool = False) -> int:
        """Return where the verb that governs the tokens `said` looks: 1 or 2 steps, or 0.

        Two where the date is the verb's own ("left on Monday"), one where it belongs to a noun on
        the way ("left after Monday's vote") or limits what was done ("extended to May 3"). A `firm` answer asks more than an infinitive: "to
        get round Friday's ruling".
        """
        at, weight = said[-1], 2
        for _ in range(_CLIMB):
            token = self._tokens[at]
            if at not in said:
                if token.word_class in ("verb", "auxiliary"):
                    looks = self._verb(at, firm=firm)
                    if looks is not None:
                        return looks * weight
                    weight = 1
                elif token.word_class == "adjective" and token.lemma.lower() in self._calendar.due:
                    return FUTURE
                elif (
                    token.word_class in ("noun", "proper noun")
                    or token.lemma.lower() in self._calendar.limits
                ):
                    weight = 1
            if token.head == at:
                break
            at = token.head
        return 0

    def _verb(self, at: int, *, firm: bool) -> int | None:
        """Return where a verb looks; `None` sends the question to the verb above it."""
        token = self._tokens[at]
        helpers = [self._tokens[index] for index in self._helpers.get(at, ())]
        words = {helper.text.lower() for helper in helpers}
        perfect = any(helper.lemma in self._calendar.perfect for helper in helpers)
        if not self._calendar.ahead.isdisjoint(words):
            return PAST if perfect and words.isdisjoint(self._calendar.surely_ahead) else FUTURE
        if perfect or any(helper.form == "past" for helper in helpers):
            return FUTURE if token.lemma.lower() in self._calendar.set_for else PAST
        if token.form == "past":
            return FUTURE if token.lemma.lower() in self._calendar.set_for else PAST
        if token.form in ("base", "past participle") and not words.isdisjoint(self._calendar.to_do):
            return None if firm else self._infinitive(at)
        if token.form == "past participle":
            return self._participle(token, helpers)
        if token.form == "base" and token.head == at:
            return FUTURE  # a call: "come to the vigil, Saturday at six"
        if token.form == "present participle":
            return (
                FUTURE
                if any(helper.form in ("present singular", "present") for helper in helpers)
                else None
            )
        return (
            FUTURE if token.form in ("present singular", "present") and self._planned(token) else 0
        )

    def _participle(self, token: Token, helpers: Sequence[Token]) -> int:
        """Return where "held" looks: back, unless it is planned, or is (being) held."""
        if self._planned(token) or any(helper.form == "present participle" for helper in helpers):
            return FUTURE
        return (
            0 if any(helper.form in ("present singular", "present") for helper in helpers) else PAST
        )

    def _planned(self, token: Token) -> bool:
        return token.lemma.lower() in self._calendar.planned

    def _infinitive(self, at: int) -> int | None:
        """What one plans lies ahead; what one did in order to lies with what one did."""
        above = self._tokens[self._tokens[at].head]
        if above.lemma.lower() in self._calendar.planned or above.word_class not in (
            "verb",
            "auxiliary",
        ):
            return FUTURE
        return (
            None
            if above.form in ("past", "past participle")
            or above.lemma.lower() in self._calendar.done
            else FUTURE
        )
