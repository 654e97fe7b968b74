"""Names: the persons, bodies and places of one account, each with all its mentions.

Enters: an `Account`, its `Annotation`. Leaves: `Name`s in the order of their first mention.

Two persons with one surname and different given names stay two. A surname alone goes to the one
person named before it who bears it and whom its title allows; where two may be meant it stays a
name of its own. `bodies` groups bodies and places.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from variorum.annotations import Annotation
from variorum.extract.names.bearers import bearers_of, gender_of
from variorum.extract.names.bodies import bodies
from variorum.extract.names.keys import same_given, same_middle, skeleton, spelled_alike, surname
from variorum.extract.names.mentions import mentions
from variorum.extract.names.spans import Mention
from variorum.folding import one_line
from variorum.languages.names import Names
from variorum.languages.registry import language_of
from variorum.records import Account, Name, new_id

_ACRONYM = 5
"""Characters from which a name in capitals is rather shouted than an acronym."""


def names(account: Account, annotation: Annotation) -> tuple[Name, ...]:
    """Return the names of an account; ids depend on kind, name and first place only."""
    found, words = mentions(account, annotation), language_of(account.language).names
    groups = _persons(words, account.text, [m for m in found if m.kind == "person"])
    groups += bodies(words, account.text, [m for m in found if m.kind != "person"])
    groups.sort(key=lambda group: (group[0].start, group[0].end))
    return tuple(_name(account, group) for group in groups)


def _name(account: Account, group: Sequence[Mention]) -> Name:
    best = max(group, key=lambda mention: _fullness(account, mention))
    kind = group[0].kind
    roles = dict.fromkeys(role for mention in group for role in mention.roles)
    text = account.text[best.start : best.end]
    return Name(
        id=new_id("n", account.id, kind, text, group[0].start),
        account=account.id,
        name=one_line(text),
        kind=kind,
        mentions=tuple(account.span(mention.start, mention.end) for mention in group),
        roles=tuple(roles),
    )


def _fullness(account: Account, mention: Mention) -> tuple[bool, int, bool, bool, int, int]:
    text = account.text[mention.start : mention.end]
    plain = not mention.title, len(text) < _ACRONYM or not text.isupper()
    return not mention.adjective, len(mention.words), *plain, len(text), -mention.start


class _People:
    """Groups of mentions under way, with indexes by surname and given name.

    The indexes hold consonants only, so that spellings of one foreign name are compared.
    """

    def __init__(self) -> None:
        self.groups: list[list[Mention]] = []
        self._surnames: dict[str, list[int]] = {}
        self._given: dict[str, list[int]] = {}
        self._full: dict[int, list[int]] = {}

    def start(self, mention: Mention) -> None:
        """Open a group for a mention that fits none."""
        index = len(self.groups)
        self.groups.append([mention])
        self._surnames.setdefault(skeleton(surname(mention.words)), []).append(index)
        if len(mention.words) > 1:
            self._given.setdefault(skeleton(mention.words[0]), []).append(index)

    def last_before(self, index: int, place: int) -> int:
        """Return where a group was named last before a place, -1 where it was not.

        Full names are added first and lone ones after them, each kind in the text's order.
        """
        group = self.groups[index]
        latest = group[-1]
        lone = latest.start if len(latest.words) == 1 and latest.start <= place else -1
        if index not in self._full:
            self._full[index] = [mention.start for mention in group if len(mention.words) > 1]
        full = self._full[index]
        at = bisect_right(full, place)
        return max(lone, full[at - 1] if at else -1)

    def bearers(self, mention: Mention) -> list[int]:
        """Return the groups whose surname a mention's last word is."""
        own = surname(mention.words)
        near = self._surnames.get(skeleton(own), ())
        return [i for i in near if spelled_alike(own, surname(self.groups[i][0].words))]

    def by_given(self, word: str) -> list[int]:
        """Return the one group with this given name; none where several have it."""
        near = self._given.get(skeleton(word), ())
        found = [i for i in near if spelled_alike(word, self.groups[i][0].words[0])]
        return found if len(found) == 1 else []


def _persons(words: Names, text: str, found: Sequence[Mention]) -> list[list[Mention]]:
    people = _People()
    for mention in found:
        if len(mention.words) > 1:
            _add_full(mention, people)
    for mention in found:
        if len(mention.words) == 1:
            _add_single(words, text, mention, people)
    for group in people.groups:
        group.sort(key=lambda mention: mention.start)
    return people.groups


def _add_full(mention: Mention, people: _People) -> None:
    for index in people.bearers(mention):
        group = people.groups[index]
        if all(_one_person(mention.words, other.words) for other in group[:8]):
            group.append(mention)
            return
    people.start(mention)


def _one_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether given names agree, or one name ends the other: "Le Pen", "Builder Ann Wu"."""
    short, long = sorted((one, other), key=len)
    given = same_given(one, other) and same_middle(one, other)
    return given or long[-len(short) :] == short


def _add_single(words: Names, text: str, mention: Mention, people: _People) -> None:
    """Give a lone surname to its only bearer so far, a lone given name to its only bearer."""
    bearers = people.bearers(mention) or people.by_given(mention.words[0])
    allowed = bearers_of(words, text, mention, [people.groups[index] for index in bearers])
    fits = [bearers[at] for at in allowed]
    full = [index for index in fits if len(people.groups[index][0].words) > 1]
    named = [i for i in full if people.last_before(i, mention.start) >= 0] or full
    if not full:
        named = sorted(fits, key=lambda i: -people.last_before(i, mention.start))[:1]
    elif len(named) > 1:
        gender = gender_of(words, text, [mention])
        lone = [i for i in fits if i not in full]
        named = [i for i in lone if gender_of(words, text, people.groups[i]) == gender][:1]
    if named:
        people.groups[named[0]].append(mention)
    else:
        people.start(mention)
