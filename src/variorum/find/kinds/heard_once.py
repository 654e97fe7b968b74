"""Heard once: persons who are a source of one account of an event, and whom no other names.

Enters: `Material`. Leaves: a `Finding` an account, with the persons that it alone has words of.

Only what a reader can see is claimed: words that the account gives to a full name, and that no
other account of the event has a word of that name in any spelling that could be meant. A
record of a whole speech has no sources in this sense, and two accounts alone leave out much.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from variorum.find.kinds.same_words import says
from variorum.find.matter.material import Material
from variorum.find.matter.own_words import sentence
from variorum.find.matter.prose import Basis, FindingText, finding
from variorum.find.matter.telling import answer, given
from variorum.find.matter.weighing import central
from variorum.folding import fold
from variorum.languages.name_parts import NameParts
from variorum.link.names.same_name import word_likeness
from variorum.records import Account, Entity, Finding, Quotation
from variorum.trace.checking.voices import is_proper, name_tokens

FEWEST_ACCOUNTS = 3
"""Accounts of an event from which on it tells something that only one quotes a person."""
MOST_PERSONS = 3
"""Persons of an account who are named in its line, those quoted most."""
FEWEST_WORDS = 6
"""Words that a person must be given in all."""
ALONE = "No other account of the event has that name in any spelling."
_MARKED = frozenset({"direct", "mixed"})
"""Manners of quotations that have a speaker's own words."""
_CAPITAL = re.compile(r"\b[^\W\d_a-z][\w’'-]*")


class Printed(Struct, frozen=True):
    """The accounts of an event that have each word which may be a name, what words are near, and all
    that each account says, folded; `parts` are the words within names of their languages.
    """

    parts: NameParts
    homes: Mapping[str, frozenset[str]]
    near: dict[str, tuple[str, ...]]
    texts: Mapping[str, str]

    @classmethod
    def of(cls, accounts: Iterable[Account], parts: NameParts) -> Printed:
        """Gather the words of an event's accounts that may be names, each account once."""
        homes: dict[str, set[str]] = defaultdict(set)
        texts: dict[str, str] = {}
        for account in accounts:
            texts[account.id] = fold(account.text).casefold()
            for word in set(_CAPITAL.findall(account.text)):
                homes[fold(word).casefold().removesuffix("'s")].add(account.id)
        found = {word: frozenset(accounts) for word, accounts in homes.items()}
        return cls(parts, found, {}, texts)

    def elsewhere(self, name: str, key: str) -> bool:
        """Tell whether another account has any word of a name, in any spelling.

        Any, not the last: in "Kim Min-jun" the family's name comes first.
        """
        words = [word for word in name_tokens(self.parts, name) if len(word) > 1]
        if any(word in text for one, text in self.texts.items() if one != key for word in words):
            return True
        return any(self.homes[other] != {key} for word in words for other in self._near(word))

    def _near(self, word: str) -> tuple[str, ...]:
        if word not in self.near:
            found = (
                one for one in self.homes if word_likeness(self.parts, word, one, "person")[0] > 0
            )
            self.near[word] = tuple(found)
        return self.near[word]


def heard_once(material: Material) -> Iterator[Finding]:
    """Tell of persons whom one account of an event alone has words of, an account at a time."""
    for event in material.events.values():
        if len(event.accounts) >= FEWEST_ACCOUNTS:
            accounts = [material.accounts[key] for key in event.accounts]
            printed = Printed.of(accounts, material.parts)
            for key in event.accounts:
                yield from _of_account(material, key, printed)


def _of_account(material: Material, key: str, printed: Printed) -> Iterator[Finding]:
    quoted = quoted_persons(material, key)
    alone = {name: said for name, said in quoted.items() if not printed.elsewhere(name, key)}
    if not alone:
        return
    most = sorted(alone, key=lambda name: (-_count(alone[name]), name))[:MOST_PERSONS]
    shown = [max(alone[name], key=lambda one: _telling_order(material.parts, one)) for name in most]
    places = tuple(dict.fromkeys(sentence(material, one.place) for one in shown))
    about = tuple(one.id for name in most for one in alone[name])
    told = FindingText(
        "Quoted in only one account" if _marked(shown) else "Named as a source in only one account",
        tuple(
            answer(name, given([one.speaker.place or one.place]))
            for name, one in zip(most, shown, strict=True)
        ),
        ALONE,
    )
    spoken = (sentence(material, content) for n in most for q in alone[n] for content in q.contents)
    everywhere = tuple(dict.fromkeys([*places, *spoken]))
    basis = Basis(everywhere, about, central(material, places))
    yield finding(material, "only here", told, basis)


def _marked(shown: Sequence[Quotation]) -> bool:
    """Tell whether all are quoted in their own words."""
    return all(one.manner in _MARKED for one in shown)


def _telling_order(parts: NameParts, one: Quotation) -> tuple[bool, bool, int, int]:
    """Order quotations: those beside the name, then a speaker's own words, more words, the first."""
    printed = one.speaker.place is not None and len(name_tokens(parts, one.speaker.place.text)) > 1
    return printed, one.manner in _MARKED, _count([one]), -one.place.start


def quoted_persons(material: Material, key: str) -> dict[str, list[Quotation]]:
    """Return the persons whom an account gives words to, each by full name."""
    found: dict[str, list[Quotation]] = {}
    if material.accounts[key].kind == "transcript":
        return found
    for one in material.quoted.get(key, ()):
        person = material.entities.get(one.speaker.entity or "")
        if person is not None and says(material, one) and home_alone(material.parts, person) == key:
            found.setdefault(person.name, []).append(one)
    return {name: said for name, said in found.items() if _count(said) >= FEWEST_WORDS}


def home_alone(parts: NameParts, person: Entity) -> str | None:
    """Return the one account that tells of a person, by full name; ``None`` where several do, or none so."""
    homes = {mention.account for mention in person.mentions}
    if person.kind != "person" or len(homes) != 1:
        return None
    full = len(name_tokens(parts, person.name)) > 1 and is_proper(parts, person.name)
    return homes.pop() if full else None


def _count(said: Sequence[Quotation]) -> int:
    return sum(len(content.text.split()) for one in said for content in one.contents)
