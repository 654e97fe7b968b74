"""Quoting: words of accounts with the way to where they stand on the page.

Enters: `Material` and places. Leaves: `Quote`s, and the places that the accounts' texts must mark.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from variorum.records import Span
from variorum.report.material import Material
from variorum.report.page_text import Run, within


class Quote(Struct, frozen=True):
    """Words of an account with the way to them: a link, and runs with what differs marked."""

    href: str
    label: str
    speaker: str | None
    runs: tuple[Run, ...]


class Quoting:
    """Makes quotes and remembers what they lead to, since a text is cut where links arrive.

    `shown` are the accounts whose texts stand on the page; links to others lead to their names.
    """

    def __init__(self, known: Material, shown: Iterable[str]) -> None:
        self.known = known
        self.shown = frozenset(shown)
        self.numbers = {account: n for n, account in enumerate(known.accounts, start=1)}
        self.targets: dict[str, set[int]] = defaultdict(set)
        self._passages: dict[str, list[Span]] = defaultdict(list)
        for alignment in known.alignments.values():
            for reading in alignment.readings:
                for place in reading.places:
                    self._passages[place.account].append(place)

    def href(self, place: Span) -> str:
        """Return a link to a place; the account's text will carry its anchor."""
        number = self.numbers[place.account]
        length = len(self.known.accounts[place.account].text)
        if place.account not in self.shown or place.start >= length:
            return f"#account-{number}"
        self.targets[place.account].add(place.start)
        return f"#w-{number}-{place.start}"

    def quote(self, place: Span, inner: Iterable[Span] = ()) -> Quote:
        """Return a place's words, those of the `inner` places marked."""
        speaker = next((q.speaker.name for q in self.known.quotations_at(place)), None)
        label = self.known.label(place.account)
        return Quote(self.href(place), label, speaker, tuple(within(place, inner)))

    def widened(self, place: Span) -> Span:
        """Return the shortest compared passage around a place, so that its sense can be read."""
        around = [
            passage
            for passage in self._passages.get(place.account, ())
            if passage.start <= place.start and place.end <= passage.end
        ]
        return min(around, key=lambda p: (p.end - p.start, p.start), default=place)
