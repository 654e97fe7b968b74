"""Quoting: words of accounts with the way to where they stand on the page, and back again.

Enters: `Material` and places. Leaves: `Quote`s, the places that the accounts' texts must anchor, and
what on the page uses each of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from variorum.find.matter.material import Material
from variorum.folding import fold
from variorum.read.naming import page_of, published_day
from variorum.records import Account, Span
from variorum.report.runs import MarkedRun, within

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
"""A language tag (BCP 47) as far as accounts have them."""


class Use(Struct, frozen=True, order=True):
    """A part of the page that rests on words: its anchor, its name, and how it is written short."""

    anchor: str
    name: str
    short: str


class Quote(Struct, frozen=True):
    """Words of an account with the way to them: a link, and runs with what differs marked.

    `kind` is the account's, `day` the one it gives as its own, `language` a tag for the words, `via` names
    who carries them, `page` is the one of a paged document that the words stand on.
    """

    href: str
    label: str
    speaker: str | None
    runs: tuple[MarkedRun, ...]
    kind: str = "report"
    language: str | None = None
    via: tuple[str, ...] = ()
    day: str = ""
    page: int | None = None


class Quoting:
    """Makes quotes and remembers what they lead to, since a text is cut where links arrive.

    Once `links` were asked for, nothing more can be quoted: the page would lead to no anchor.

    `shown` are the accounts whose texts stand on the page; links to others lead to their names.
    An anchor is an account's id with the first character and the end, so that a link to words stays
    the same when accounts are added.
    """

    def __init__(self, known: Material, shown: Iterable[str]) -> None:
        self.known = known
        self.shown = frozenset(shown)
        self.numbers = {account: n for n, account in enumerate(known.accounts, start=1)}
        self._links: dict[str, dict[tuple[int, int], list[Use]]] = defaultdict(dict)
        self._closed = False
        self._passages: dict[str, list[Span]] = defaultdict(list)
        for alignment in known.alignments.values():
            for reading in alignment.readings:
                for place in reading.places:
                    self._passages[place.account].append(place)

    def href(self, place: Span, use: Use | None = None) -> str:
        """Return a link to a place; the account's text will carry its anchor, and lead to `use`."""
        length = len(self.known.accounts[place.account].text)
        if place.account not in self.shown or place.start >= length:
            return f"#{place.account}"
        if self._closed:
            raise ValueError(
                f"{place.account} is quoted after the page's texts were cut: quote it before."
            )
        ends = place.start, place.end
        uses = self._links[place.account].setdefault(ends, [])
        uses += [use] if use and use not in uses else []
        return f"#{anchor(place.account, *ends)}"

    def links(self) -> dict[str, dict[tuple[int, int], list[Use]]]:
        """Return for each account the places that something leads to, with what uses each."""
        self._closed = True
        return self._links

    def quote(self, place: Span, inner: Iterable[Span] = (), use: Use | None = None) -> Quote:
        """Return a place's words, those of the `inner` places marked; `use` is what shows them."""
        said = next(iter(self.known.quotations_at(place)), None)
        account = self.known.accounts[place.account]
        return Quote(
            href=self.href(place, use),
            label=self.known.label(place.account),
            speaker=self.known.whose(said),
            runs=tuple(within(place, inner)),
            kind=account.kind,
            language=language(account),
            via=tuple(dict.fromkeys(carrier.name for carrier in said.via)) if said else (),
            day=published_day(account) or "",
            page=page_of(account, place.start),
        )

    def widened(self, place: Span) -> Span:
        """Return the shortest compared passage around a place, so that its sense can be read."""
        around = [
            passage
            for passage in self._passages.get(place.account, ())
            if passage.start <= place.start and place.end <= passage.end
        ]
        return min(around, key=lambda p: (p.end - p.start, p.start), default=place)


def anchor(account: str, start: int, end: int) -> str:
    """Return the id under which a place of an account's text stands on the page."""
    return f"{account}.{start}-{end}"


def varied(places: Sequence[Span]) -> list[Span]:
    """Return places with those first whose words no place before them has."""
    seen: set[str] = set()
    first: list[Span] = []
    again: list[Span] = []
    for place in places:
        (again if fold(place.text) in seen else first).append(place)
        seen.add(fold(place.text))
    return first + again


def language(account: Account) -> str | None:
    """Return a language tag for an account's words, ``None`` where there is none that is one."""
    found = account.language or ""
    return found if _LANGUAGE.fullmatch(found) else None
