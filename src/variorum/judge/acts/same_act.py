"""Do two timed acts answer one question: when did this happen?

Enters: two `Act`s of different accounts. Leaves: yes, no or unclear, by which rule.

A rule's docstring is the sentence a reader sees; the first rule that fires decides, as with figures
(`judge.figures.comparability`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from variorum.judge.acts.extraction import Act, Core
from variorum.judge.acts.windows import one_time
from variorum.judge.figures.comparability import Outcome

DEATH: Final = "killed"
"""What becomes of a person once, as `Counts.fates` has it."""
ActRule = Callable[[Act, Act], bool]


def other_language(left: Act, right: Act) -> bool:
    """The acts are told in two languages; their verbs and nouns were not compared."""
    return left.language is not right.language


def other_verb(left: Act, right: Act) -> bool:
    """The verbs do not describe the same act."""
    one, other = _phase(left), _phase(right)
    if one != other:
        return not ({one, other} == {"onset", "occurrence"} and _before_it_began(left, right))
    return left.verb in left.language.sense.light_verbs


def other_role(left: Act, right: Act) -> bool:
    """One account says who did it, the other to whom it was done."""
    return left.suffered != right.suffered


def several(left: Act, right: Act) -> bool:
    """There was more than one such act, or another is mentioned next to it."""
    if not (left.core.one and right.core.one):
        return True
    return not _known_person(left.core, right.core) and any(
        _canonical(act, act.core.head) in {_canonical(act, word) for word in act.heard.plurals}
        for act in (left, right)
    )


def other_name(left: Act, right: Act) -> bool:
    """The acts involve different people, bodies or things."""
    one, other = left.core, right.core
    if one.names and other.names and not nested(one.names, other.names):
        return True
    return bool(one.ages and other.ages) and not one.ages & other.ages


def other_number(left: Act, right: Act) -> bool:
    """The things involved have different numbers: a quake of magnitude 5.1, another of 6.2."""
    one, other = (
        {word for word in act.core.words if any(map(str.isdigit, word))} for act in (left, right)
    )
    return bool(one and other) and not one & other


def other_place(left: Act, right: Act) -> bool:
    """Each account of the act has names that the other account does not mention."""
    return bool(left.names - right.heard.names and right.names - left.heard.names)


def told_before(left: Act, right: Act) -> bool:
    """One account reported such an act before the day that the other gives: there may be two."""
    return any(
        act.published and act.published < (other.window.first or "")
        for act, other in ((left, right), (right, left))
    )


def said_again(left: Act, right: Act) -> bool:
    """People say things more than once."""
    return left.core.is_person and left.verb in left.language.reporting.speech and not left.suffered


def nobody_known(left: Act, right: Act) -> bool:
    """It was not shown that the acts involve the same person."""
    if not (left.core.is_person or right.core.is_person):
        return False
    if not _known_person(left.core, right.core):
        return True
    return not (left.others & right.others or _is_fully_named(left, right))


def other_thing(left: Act, right: Act) -> bool:
    """The acts involve different things."""
    one, other = left.core, right.core
    if one.is_person or other.is_person:
        return False
    return not (_alike(left, right) or _stands_for(left, right) or _stands_for(right, left))


def same_act(left: Act, right: Act) -> bool:
    """The acts are the same, as far as the words show."""
    return True


RULES: Final[tuple[tuple[Outcome, ActRule], ...]] = (
    ("unclear", other_language),
    ("no", other_verb),
    ("no", other_role),
    ("unclear", several),
    ("no", other_name),
    ("unclear", other_number),
    ("unclear", other_place),
    ("unclear", told_before),
    ("unclear", said_again),
    ("unclear", nobody_known),
    ("no", other_thing),
    ("yes", same_act),
)
"""First row that fires decides."""


def comparable(left: Act, right: Act) -> Outcome:
    """Tell whether two acts are one; symmetric."""
    return next(outcome for outcome, rule in RULES if rule(left, right))


def _known_person(one: Core, other: Core) -> bool:
    """Tell whether a name or an age shows two persons to be one."""
    return nested(one.names, other.names) or bool(one.ages & other.ages)


def _is_fully_named(left: Act, right: Act) -> bool:
    """Tell whether a person has one full name, in both accounts, for what a person goes through once.

    It may be gone through once at all, as death is, or at that one time.
    """
    full = left.core.names | right.core.names
    known = full <= left.heard.names and full <= right.heard.names and len(full) > 1
    once = left.language.counts.fates.get(left.verb) == DEATH
    return known and (once or one_time(left.window, right.window))


def nested(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether one name has all words of the other: "Smith" and "John Smith", but no two Smiths."""
    return bool(one and other) and (one <= other or other <= one)


def _phase(act: Act) -> str:
    """Return what kind of question a verb answers of its event: its beginning, or when it was."""
    if act.verb in act.language.calendar.onset:
        return "onset"
    return "occurrence" if act.verb in act.language.calendar.occurrence or act.strikes else act.verb


def _before_it_began(left: Act, right: Act) -> bool:
    """Tell whether one puts an event before the time at which the other has it begin."""
    began, was = sorted((left, right), key=lambda act: _phase(act) != "onset")
    return None not in (was.window.high, began.window.low) and (was.window.high or 0) < (
        began.window.low or 0
    )


def _canonical(act: Act, word: str) -> str:
    return act.language.counts.alike.get(word, word)


def _alike(left: Act, right: Act) -> bool:
    """Tell whether two nouns name one thing, each by its own or the other's words."""
    one, other = left.core, right.core
    if _canonical(left, one.head) == _canonical(right, other.head):
        return bool(one.words and other.words)
    return one.head in other.words or other.head in one.words


def _stands_for(pronoun: Act, other: Act) -> bool:
    """Tell whether the noun of one is among those that the pronoun of the other may mean."""
    earlier = {_canonical(pronoun, word) for word in pronoun.core.earlier}
    if other.core.earlier:
        return bool(earlier & {_canonical(other, word) for word in other.core.earlier})
    return _canonical(other, other.core.head) in earlier
