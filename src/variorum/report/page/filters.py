"""Filters: by whom, where, how and about what the parts of the page can be chosen.

Enters: `Material`, places and verdicts of a part. Leaves: a part's tags (short tokens in one
attribute, which the page's script compares), and the choices that a reader is given.

A topic is an event (where there are several), a thing that is counted, or somebody or something
named in the words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from variorum.find.matter.material import Material
from variorum.records import Span

MOST_TOPICS = 60
"""Names offered as topics, those that most parts hold first; as many speakers."""
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
        named = [("named", name) for place in held for name in self._named(place)]
        keys = [("verdict", verdict) for verdict in verdicts]
        keys += [("speaker", name) for place in held for name in self._speakers(place)]
        keys += [*topics, *named]
        tokens = [f"a{self._numbers[place.account]}" for place in held]
        tokens += [self._token(key) for key in keys]
        found = list(dict.fromkeys(tokens))
        self._parts.update(found)
        return " ".join(found)

    def facets(self) -> tuple[Facet, ...]:
        """Return what can be chosen; a sort with one choice is none."""
        self._closed = True
        made = (
            Facet("Speaker", (("", self._choices("speaker")),)),
            Facet("Account", (("", self._accounts()),)),
            Facet("Verdict", (("", self._choices("verdict")),)),
            Facet("Topic", self._topics()),
        )
        return tuple(f for f in made if sum(len(choices) for _, choices in f.groups) > 1)

    def _topics(self) -> tuple[tuple[str, tuple[FilterOption, ...]], ...]:
        events = self._choices("event")
        groups = (
            ("Events", events if len(events) > 1 else ()),
            ("What is counted", self._choices("count")),
            ("Who and what is named", self._choices("named")),
        )
        return tuple(group for group in groups if group[1])

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

    def _named(self, place: Span) -> list[str]:
        """Return the names of entities that are mentioned in a place."""
        found = self._mentions.get(place.account, [])
        first = bisect_left(found, (place.start, -1, ""))
        names = []
        for start, end, name in found[first:]:
            if start >= place.end:
                break
            names += [name] if end <= place.end else []
        return names


def _mentions(known: Material) -> dict[str, list[tuple[int, int, str]]]:
    """Return mentions of entities by account, in the order of the text."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for entity in known.entities.values():
        for place in entity.mentions:
            found[place.account].append((place.start, place.end, entity.name))
    return {account: sorted(places) for account, places in found.items()}
