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


_FIRM = 2
"""Steps where the date is the verb's own."""

_BARE = ("subject", "noun adverbial")
"""What parsers call a date that is set itself ("set Friday as the deadline"), if not an object."""


class Tense:
    """Answers for the tokens of one account."""

    def __init__(self, tokens: Sequence[Token], calendar: Calendar) -> None:
        """Index the auxiliaries, particles and objects by the verb they belong to."""
        self._tokens, self._calendar = tokens, calendar
        self._helpers: dict[int, list[int]] = {}
        self._objects: dict[int, str] = {}
        for index, token in enumerate(tokens):
            if token.relation in ("auxiliary", "passive auxiliary") and token.head != index:
                self._helpers.setdefault(token.head, []).append(index)
            elif token.relation == "object":
                self._objects[token.head] = token.lemma.lower()

    def direction(self, said: range, *, firm: bool = False) -> int:
        """Return where the verb that governs the tokens `said` looks: 1 or 2 steps, or 0.

        Two where the date is the verb's own ("left on Monday"), one where it belongs to a noun on
        the way ("left after Monday's vote"), limits what was done ("extended to May 3") or may be
        that of a plan or of what was planned ("backed the plan to leave on Monday"). A `firm` answer asks more than an infinitive: "to
        get round Friday's ruling".
        """
        at, own, way = said[-1], True, list[Token]()
        for _ in range(_CLIMB):
            token = self._tokens[at]
            if at in said:
                way.append(token)
            elif token.word_class in ("verb", "auxiliary"):
                looks = self._verb(at, way, firm=firm, own=own)
                if looks is not None:
                    return looks if own or self._is_set_for(at, way) else _weakly(looks)
                own = False
            elif token.word_class == "adjective" and token.lemma.lower() in self._calendar.due:
                return _FIRM * FUTURE
            else:
                way.append(token)
                noun = token.word_class in ("noun", "proper noun")
                own = own and not noun and token.lemma.lower() not in self._calendar.limits
            if token.head == at:
                break
            at = token.head
        return 0

    def _verb(self, at: int, way: Sequence[Token], *, firm: bool, own: bool) -> int | None:
        """Return where a verb looks; `None` sends the question to the verb above it.

        `way` are the words from the date up to the verb.
        """
        token = self._tokens[at]
        helpers = [self._tokens[index] for index in self._helpers.get(at, ())]
        words = {helper.text.lower() for helper in helpers}
        perfect = any(helper.lemma in self._calendar.perfect for helper in helpers)
        if not self._calendar.ahead.isdisjoint(words):
            surely = not words.isdisjoint(self._calendar.surely_ahead)
            return _FIRM * (PAST if perfect and not surely else FUTURE)
        if perfect or token.form == "past" or any(helper.form == "past" for helper in helpers):
            return _FIRM * (FUTURE if self._sets(at, way) else PAST)
        if token.form in ("base", "past participle") and not words.isdisjoint(self._calendar.to_do):
            return None if firm else self._infinitive(at)
        if token.form == "past participle":
            return self._participle(token, helpers, own=own)
        if token.form == "base" and token.head == at:
            return _FIRM * FUTURE  # a call: "come to the vigil, Saturday at six"
        present = any(helper.form in ("present singular", "present") for helper in helpers)
        if token.form == "present participle":
            return FUTURE * own if present else None  # or of its object: "probing a fire on Monday"
        plans = self._planned(token) and (not self._only_sets(token) or self._sets(at, way))
        ahead = plans or (own and self._by_timetable(at))
        return _FIRM * FUTURE if token.form in ("present singular", "present") and ahead else 0

    def _sets(self, at: int, way: Sequence[Token]) -> bool:
        """Tell whether a verb sets what its date is of: "set a vote for Monday", not "set fire"."""
        token = self._tokens[at]
        if not self._only_sets(token):
            return token.lemma.lower() in self._calendar.set_for
        relations = {word.relation for word in way[-1:]}
        bare = at not in self._objects and not relations.isdisjoint(_BARE)
        return bare or "object" in relations or self._is_set_for(at, way)

    def _only_sets(self, token: Token) -> bool:
        return token.lemma.lower() in self._calendar.set_with

    def _is_set_for(self, at: int, way: Sequence[Token]) -> bool:
        """Tell whether a date is the one *for* which something is set or planned."""
        linked = (self._calendar.words.get(word.lemma.lower(), ("",)) for word in way)
        lemma = self._tokens[at].lemma.lower()
        return lemma in self._calendar.set_for and any(kind[0] == "FORWORD" for kind in linked)

    def _by_timetable(self, at: int) -> bool:
        """Tell whether a present verb tells of what a timetable has: "the vote is on Monday"."""
        lemma, done = self._tokens[at].lemma.lower(), self._objects.get(at)
        if done is not None:
            return (lemma, done) in self._calendar.taking
        return lemma in self._calendar.timetable

    def _participle(self, token: Token, helpers: Sequence[Token], *, own: bool) -> int:
        """Return where "held" looks: back, unless it is planned, or is (being) held."""
        if self._planned(token):
            return _FIRM * FUTURE
        if any(helper.form == "present participle" for helper in helpers):
            return _FIRM * FUTURE * own
        present = any(helper.form in ("present singular", "present") for helper in helpers)
        return 0 if present else _FIRM * PAST

    def _planned(self, token: Token) -> bool:
        return token.lemma.lower() in self._calendar.planned

    def _infinitive(self, at: int) -> int | None:
        """What one plans lies ahead; what one did in order to lies with what one did."""
        head = self._tokens[at].head
        above = self._tokens[head]
        if above.word_class in ("noun", "proper noun"):  # "backed the plan to leave on Monday"
            over = self._verb_over(head)
            return FUTURE if over is not None and self._is_past(over) else _FIRM * FUTURE
        past = above.form in ("past", "past participle")
        with_it = past or above.lemma.lower() in self._calendar.done
        verbal = above.word_class in ("verb", "auxiliary")
        return None if verbal and with_it and not self._planned(above) else _FIRM * FUTURE

    def _verb_over(self, at: int) -> int | None:
        """Return the verb that governs a noun, or `None`."""
        for _ in range(_CLIMB):
            if self._tokens[at].word_class in ("verb", "auxiliary"):
                return at
            if self._tokens[at].head == at:
                return None
            at = self._tokens[at].head
        return None

    def _is_past(self, at: int) -> bool:
        helpers = [self._tokens[index] for index in self._helpers.get(at, ())]
        return any(token.form == "past" for token in (self._tokens[at], *helpers))


def _weakly(looks: int) -> int:
    return (looks > 0) - (looks < 0)
