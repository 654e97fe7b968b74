"""Direction: which of two accounts that share words the other may have them from.

Enters: two accounts' `AccountWords`s and what they share. Leaves: the source and the ground, or nothing.

A tree is never forced: grounds stand in the order of what they can bear (a citation, the record,
a body's own release, a wire, a name); without one nobody came first. That one account is older, or
holds all of the other, is no ground: both may have the words from an agency that is not in hand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from variorum.align.differences import words
from variorum.folding import fold
from variorum.languages.name_parts import NameParts
from variorum.languages.registry import language_of, name_parts
from variorum.read.naming import account_name
from variorum.records import Account
from variorum.trace.borrowing.reuse import AccountWords, Shared

EDGE = 400
"""Characters at the head and foot of an account in which it says what it is."""
NAMES_KEPT = 10_000
"""Names whose words are kept at hand: a few outlets are asked for at every quotation."""
CARRIERS = frozenset({"report", "rewrite", "post", "translation"})


class Ground(Struct, frozen=True):
    """The account that came first ("left" or "right") and why it is thought so."""

    source: str
    why: str


class Meeting(Struct, frozen=True):
    """Two accounts and the passages they share, the left one's ranges first."""

    left: AccountWords
    right: AccountWords
    passages: tuple[Shared, ...]

    @property
    def parts(self) -> NameParts:
        """Return the words within names of the languages of both."""
        return name_parts(one.dossier.account.language for one in (self.left, self.right))


def direction(meeting: Meeting, *, speech: bool = False) -> Ground | None:
    """Return which account came first, by the first ground that speaks for one side only.

    For common `speech` only grounds count that make an account the source of quoted words.
    """
    turned = _turned(meeting)
    for ground in SPEAKING if speech else GROUNDS:
        forth = ground(meeting)
        back = ground(turned)
        if forth and not back:
            return Ground("left", forth)
        if back and not forth:
            return Ground("right", back)
    return None


def is_short_for(parts: NameParts, source: Account, name: str, text: str) -> bool:
    """Tell whether `name` is the end of the outlet's name that `text` also gives in full."""
    wanted, full = outlet_keys(parts, name), outlet_keys(parts, source.outlet or "")
    if not wanted or len(wanted) >= len(full) or full[-len(wanted) :] != wanted:
        return False
    heard = [word.key for word in words(text) if word.key]
    size = len(full)
    return any(tuple(heard[at : at + size]) == full for at in range(len(heard) - size + 1))


def is_named(parts: NameParts, source: Account, name: str) -> bool:
    """Tell whether `name` is a name of `source`: its outlet, or the host of its address."""
    wanted = outlet_keys(parts, name)
    if not wanted:
        return False
    if source.outlet and outlet_keys(parts, source.outlet) == wanted:
        return True
    host = (source.url or "").split("//")[-1].split("/")[0].lower()
    return "".join(wanted) in host.replace("-", "").split(".")


@lru_cache(maxsize=NAMES_KEPT)
def outlet_keys(parts: NameParts, name: str) -> tuple[str, ...]:
    """Return the words of an outlet's name, its article and legal form left out."""
    keys = [word.key for word in words(name) if word.key]
    keys = [key for key in keys if key not in parts.legal_forms]
    return tuple(keys[1:] if keys and keys[0] in parts.articles else keys)


def _turned(meeting: Meeting) -> Meeting:
    passages = tuple(replace(one, left=one.right, right=one.left) for one in meeting.passages)
    return Meeting(meeting.right, meeting.left, passages)


# --- grounds: does the left account come first? -------------------------------------------------


def _cited(meeting: Meeting) -> str | None:
    source, other = meeting.left.dossier.account, meeting.right.dossier.account
    for cited in other.cites:
        if is_named(meeting.parts, source, cited.name):
            return f"{account_name(other)} names “{cited.name}” as a source"
    return None


def _record(meeting: Meeting) -> str | None:
    left, right = meeting.left.dossier.account, meeting.right.dossier.account
    if left.kind == "transcript" and right.kind != "transcript":
        return f"{account_name(left)} is the record"
    return None


def _issued(meeting: Meeting) -> str | None:
    """A body issued the left account about itself, and the right one is no such account."""
    if is_issued(meeting.left.dossier.account) and not is_issued(meeting.right.dossier.account):
        return f"{account_name(meeting.left.dossier.account)} was issued by those it is about"
    return None


def is_issued(account: Account) -> bool:
    """Tell whether the head or foot of an account calls it a release or a notice."""
    edges = fold(account.text[:EDGE] + " " + account.text[-EDGE:]).casefold()
    return any(phrase in edges for phrase in language_of(account.language).sense.issued)


def _outlet(meeting: Meeting) -> str | None:
    """The right account names the outlet of the left one."""
    source = meeting.left.dossier.account
    keys = outlet_keys(meeting.parts, source.outlet or "")[:2]
    if not keys or all(key in meeting.parts.generic_body for key in keys):
        return None
    heard = meeting.right.keys
    firsts = [at for at, key in enumerate(heard) if key == keys[0]] if keys[0] in heard else []
    if any(heard[at : at + len(keys)] == keys for at in firsts):
        return f"{account_name(meeting.right.dossier.account)} names {source.outlet}"
    return None


def _wire(meeting: Meeting) -> str | None:
    left, right = meeting.left.dossier.account, meeting.right.dossier.account
    if left.kind == "wire" and right.kind in CARRIERS:
        return f"{account_name(left)} is a wire report"
    return None


GROUNDS: Sequence[Callable[[Meeting], str | None]] = (
    _cited,
    _record,
    _issued,
    _wire,
    _outlet,
)
SPEAKING = (_cited, _record, _issued, _outlet)
"""Grounds that hold for quoted words as well: dates and lengths say nothing of who heard first."""
