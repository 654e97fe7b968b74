"""Filters: by whom, where, how and about what the parts of the page can be chosen.

Enters: `Material`, places and verdicts of a part. Leaves: a part's tags (short tokens in one
attribute, which the page's script compares), and the choices that a reader is given.

A topic is a thing that is counted, or a person or body named in the words; a place is one named there.
The first letter of a token tells its sort: "a" an account, "d" a day, "e" an event.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from variorum.find.matter.material import Material
from variorum.read.naming import published_day
from variorum.records import Span

MOST_TOPICS = 60
"""Names offered as topics, those that most parts hold first; as many speakers, places, days."""
NARRATOR = "the account itself"


class FilterOption(Struct, frozen=True):
    """Something to choose: its token, its name, and how many parts have it."""

    token: str
    name: str
    parts: int


class Facet(Struct, frozen=True):
    """Choices of one sort; `groups` have a heading, empty where there is one group only."""

    name: str
    groups: tuple[tuple[str, tuple[FilterOption, ...]], ...]


class Tagging:
    """Gives tags to the parts of a page and remembers which there are.

    Once `facets` were asked for, no part can be tagged: its tags might be none that can be chosen.

    `numbers` are those of the accounts on the page, by id.
    """

    def __init__(self, known: Material, numbers: dict[str, int]) -> None:
        self.known = known
        self._numbers = numbers
        self._tokens: dict[tuple[str, str], str] = {}
        self._parts: Counter[str] = Counter()
        self._mentions = _mentions(known)
        self._closed = False

    def tags(
        self, places: Iterable[Span], verdicts: Iterable[str], *, topics: Sequence[tuple[str, str]]
    ) -> str:
        """Return the tokens of a part, separated by spaces.

        `topics` are pairs of a sort ("event", "count") and a name.
        """
        held = list(dict.fromkeys(places))
        if self._closed:
            raise ValueError("A part is tagged after the page's filters were made: tag it before.")
        keys = [("kind", verdict) for verdict in verdicts]
        keys += [("speaker", name) for place in held for name in self._speakers(place)]
        keys += [*topics, *(key for place in held for key in self._named(place))]
        keys += [key for place in held for key in self._days(place.account)]
        tokens = [f"a{self._numbers[place.account]}" for place in held]
        tokens += [self._token(key) for key in keys]
        found = list(dict.fromkeys(tokens))
        self._parts.update(found)
        return " ".join(found)

    def of_account(self, account: str) -> str:
        """Return the tokens of an account itself: its number, its events, the day it is printed on."""
        events = self.known.events.values()
        keys = [("event", event.label) for event in events if account in event.accounts]
        tokens = map(self._token, [*keys, *self._days(account)])
        return " ".join(dict.fromkeys([f"a{self._numbers[account]}", *tokens]))

    def facets(self) -> tuple[Facet, ...]:
        """Return what can be chosen; a sort with one choice is none."""
        self._closed = True
        made = (
            Facet("Speaker", (("", self._choices("speaker")),)),
            Facet("Account", (("", self._accounts()),)),
            Facet("Kind", (("", self._choices("kind")),)),
            Facet("Event", (("", self._choices("event")),)),
            Facet("Topic", self._topics()),
            Facet("Place", (("", self._choices("place")),)),
            Facet("Published", (("", self._in_order("day")),)),
        )
        return tuple(f for f in made if sum(len(choices) for _, choices in f.groups) > 1)

    def _topics(self) -> tuple[tuple[str, tuple[FilterOption, ...]], ...]:
        groups = (
            ("What is counted", self._choices("count")),
            ("Who is named", self._choices("named")),
        )
        return tuple(group for group in groups if group[1])

    def _in_order(self, sort: str) -> tuple[FilterOption, ...]:
        return tuple(sorted(self._choices(sort), key=lambda choice: choice.name))

    def _choices(self, sort: str) -> tuple[FilterOption, ...]:
        found = [
            FilterOption(token, name, self._parts[token])
            for (given, name), token in self._tokens.items()
            if given == sort
        ]
        found.sort(key=lambda choice: (-choice.parts, choice.name))
        return tuple(found[:MOST_TOPICS])

    def _accounts(self) -> tuple[FilterOption, ...]:
        return tuple(
            FilterOption(f"a{number}", self.known.label(account), self._parts[f"a{number}"])
            for account, number in self._numbers.items()
        )

    def _token(self, key: tuple[str, str]) -> str:
        return self._tokens.setdefault(key, f"{key[0][0]}.{len(self._tokens)}")

    def _speakers(self, place: Span) -> list[str]:
        said = self.known.quotations_at(place)
        names = [self.known.speaker(q.speaker.entity) or q.speaker.name for q in said]
        return [name for name in names if name] if said else [NARRATOR]

    def _days(self, account: str) -> list[tuple[str, str]]:
        """Return the day an account is printed on, where the account itself tells."""
        day = published_day(self.known.accounts[account])
        return [("day", day)] if day else []

    def _named(self, place: Span) -> list[tuple[str, str]]:
        """Return the entities that are mentioned in a place: "place" or "named", and the name."""
        found = self._mentions.get(place.account, [])
        first = bisect_left(found, (place.start, -1, "", ""))
        names = []
        for start, end, sort, name in found[first:]:
            if start >= place.end:
                break
            names += [(sort, name)] if end <= place.end else []
        return names


def _mentions(known: Material) -> dict[str, list[tuple[int, int, str, str]]]:
    """Return mentions of entities by account, in the order of the text."""
    found: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
    for entity in known.entities.values():
        sort = "place" if entity.kind == "place" else "named"
        for place in entity.mentions:
            found[place.account].append((place.start, place.end, sort, entity.name))
    return {account: sorted(places) for account, places in found.items()}
