"""Anchoring: where the words that a decision rests on stand now.

Enters: places in texts that sources held earlier, and the accounts they hold now. Leaves: places in
those, or none. Position and quotation together say where words are, as in the selectors of the W3C's
Web Annotation Data Model (2017). Words count, white space does not. Words that were changed, that
stand where others stood, or that could be either of two stretches are nowhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from variorum.errors import LedgerError
from variorum.records import Account, Decision, Span
from variorum.seams import Ledger

VERSIONS = "earlier versions"
"""The step under which a ledger keeps what its sources held earlier."""
ANCHOR_CONTEXT = 64
"""Characters before and after that must stand there still, where more than one stretch was edited."""
_SPACES = re.compile(r"\s+")


class Version(Struct, frozen=True):
    """A text that a source held earlier; `now` are the ids of the accounts it holds today."""

    text: str
    now: tuple[str, ...]


class Anchors:
    """The accounts of a ledger by id, and what their sources held earlier, by the ids of that time."""

    def __init__(
        self, accounts: Mapping[str, Account], versions: Mapping[str, Version] | None = None
    ) -> None:
        self._accounts = accounts
        self._versions = versions or {}
        self._plain: dict[str, Plain] = {}

    def moved(self, decision: Decision) -> Decision | None:
        """Return a decision on the places where its words stand now, ``None`` if any is nowhere.

        Accounts that it sets others apart from may be gone: it holds for those that are left.
        """
        if all(place.account in self._accounts for place in (*decision.basis, *decision.beside)):
            return decision
        places = [self.place(place) for place in decision.basis]
        if None in places:
            return None
        beside = (self.place(place) for place in decision.beside)
        return replace(
            decision,
            basis=tuple(place for place in places if place),
            beside=tuple(place for place in beside if place),
        )

    def place(self, old: Span) -> Span | None:
        """Return where the words of a place stand now, ``None`` if that is not certain."""
        if old.account in self._accounts:
            return old
        version = self._versions.get(old.account)
        if version is None or version.text[old.start : old.end] != old.text:
            return None
        before = self._text(old.account, version.text)
        held = [self._accounts[key] for key in version.now if key in self._accounts]
        found = [
            account.span(*place)
            for account in held
            if (place := reanchored(before, self._text(account.id, account.text), old))
        ]
        return found[0] if len(found) == 1 else None

    def _text(self, key: str, text: str) -> Plain:
        if key not in self._plain:
            self._plain[key] = Plain(text)
        return self._plain[key]


class Plain:
    """A text with every run of white space made one space, none at its ends, and the way back."""

    def __init__(self, text: str) -> None:
        self._given = text

    @cached_property
    def words(self) -> str:
        """The text itself."""
        return _SPACES.sub(" ", self._given).strip()

    @cached_property
    def at(self) -> list[int]:
        """Where each character of `words` stands in the text."""
        kept: list[int] = []
        spaced = True
        for offset, character in enumerate(self._given):
            if not character.isspace() or not spaced:
                kept.append(offset)
            spaced = character.isspace()
        return kept[: len(self.words)]

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """Return the bounds in `words` of a place in the text, without white space at its ends."""
        first, last = bisect_left(self.at, start), bisect_left(self.at, end)
        words = self.words[first:last]
        return first + len(words) - len(words.lstrip()), last - len(words) + len(words.rstrip())

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return the bounds in the text of a place in `words`."""
        return self.at[start], self.at[end - 1] + 1


def reanchored(before: Plain, now: Plain, old: Span) -> tuple[int, int] | None:
    """Return the bounds in the new text of the words at a place of the old one, or ``None``.

    A place without words stands for the whole account, and so for a text of the same words.
    """
    if not old.text.strip():
        return (0, 0) if before.words == now.words else None
    start, end = before.bounds(old.start, old.end)
    shift = _shift(before.words, now.words, (start, end))
    return None if shift is None else now.back(start + shift, end + shift)


def _shift(old: str, new: str, place: tuple[int, int]) -> int | None:
    """Return how far the words at a place have moved.

    Where one stretch of the text was edited, words before it stand where they stood, and words
    after it as far from the end; so long as no others like them came or went. Otherwise they
    must stand between the same characters, once in each text.
    """
    start, end = place
    words = old[start:end]
    if old.count(words) == new.count(words):
        alike = _alike(old, new)
        room = min(len(old), len(new)) - alike
        behind = min(room, _alike(old[::-1], new[::-1]))
        if end <= alike:
            return 0
        if start >= len(old) - behind:
            return len(new) - len(old)
    whole, other = f"\x02{old}\x03", f"\x02{new}\x03"
    first = max(0, start + 1 - ANCHOR_CONTEXT)
    quoted = whole[first : end + 1 + ANCHOR_CONTEXT]
    if whole.count(quoted) == 1 and other.count(quoted) == 1:
        return other.index(quoted) - first
    return None


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    for number, (mine, theirs) in enumerate(zip(one, other, strict=False)):
        if mine != theirs:
            return number
    return min(len(one), len(other))


def anchors(ledger: Ledger, accounts: Mapping[str, Account]) -> Anchors:
    """Return the anchors of a ledger that holds `accounts`."""
    rows = ledger.work(VERSIONS).items()
    try:
        earlier = {key: msgspec.json.decode(row, type=Version) for key, row in rows}
    except (msgspec.DecodeError, RecursionError) as error:
        raise LedgerError(
            f"The earlier texts of this ledger cannot be read: {error}. It is damaged, or another version "
            "of Variorum wrote it; collate the accounts again into a new ledger."
        ) from error
    return Anchors(accounts, earlier)
