"""Direction: which of two accounts that share words the other may have them from.

Enters: two accounts' `Telling`s and what they share. Leaves: the source and the ground, or nothing.

A tree is never forced: grounds stand in the order of what they can bear (a citation, the record,
the body that issued an account, dates, a wire, containment), and without one nobody came first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from variorum.align.differences import words
from variorum.link.english_names import GENERIC_BODY, LEGAL_FORMS
from variorum.records import Account
from variorum.trace.reuse import Shared, Telling, covered

CONTAINED = 0.5
"""Share of the shorter account's words that must be shared for containment to say anything."""
FULLER = 2.0
"""How many times fuller the longer account must be."""
CARRIERS = frozenset({"report", "rewrite", "post", "translation"})


class Ground(Struct, frozen=True):
    """The account that came first ("left" or "right") and why it is thought so."""

    source: str
    why: str


class Meeting(Struct, frozen=True):
    """Two accounts and the passages they share, the left one's ranges first."""

    left: Telling
    right: Telling
    passages: tuple[Shared, ...]


def direction(meeting: Meeting) -> Ground | None:
    """Return which account came first, by the first ground that speaks for one side only."""
    for ground in GROUNDS:
        forth = ground(meeting)
        back = ground(_turned(meeting))
        if forth and not back:
            return Ground("left", forth)
        if back and not forth:
            return Ground("right", back)
    return None


def named(account: Account) -> str:
    """Return the name an account goes by in a sentence: its outlet, title or id."""
    return account.outlet or account.title or account.id


def is_named(source: Account, name: str) -> bool:
    """Tell whether `name` is a name of `source`: its outlet, or the host of its address."""
    wanted = outlet_keys(name)
    if not wanted:
        return False
    if source.outlet and outlet_keys(source.outlet) == wanted:
        return True
    host = (source.url or "").split("//")[-1].split("/")[0].lower()
    return "".join(wanted) in host.replace("-", "").split(".")


def outlet_keys(name: str) -> tuple[str, ...]:
    """Return the words of an outlet's name, its article and legal form left out."""
    keys = [word.key for word in words(name) if word.key]
    keys = [key for key in keys if key not in LEGAL_FORMS]
    return tuple(keys[1:] if keys[:1] == ["the"] else keys)


def _turned(meeting: Meeting) -> Meeting:
    passages = tuple(Shared(one.right, one.left, one.alike, one.speech) for one in meeting.passages)
    return Meeting(meeting.right, meeting.left, passages)


# --- grounds: does the left account come first? -------------------------------------------------


def _cited(meeting: Meeting) -> str | None:
    source, other = meeting.left.dossier.account, meeting.right.dossier.account
    for cited in other.cites:
        if is_named(source, cited.name):
            return f"{named(other)} names “{cited.name}” as a source"
    return None


def _record(meeting: Meeting) -> str | None:
    left, right = meeting.left.dossier.account, meeting.right.dossier.account
    if left.kind == "transcript" and right.kind != "transcript":
        return f"{named(left)} is the record"
    return None


def _issuer(meeting: Meeting) -> str | None:
    """The other account tells of the body that issued this one."""
    source = meeting.left.dossier.account
    keys = outlet_keys(source.outlet or "")[:2]
    if not keys or all(key in GENERIC_BODY for key in keys):
        return None
    heard = [word.key for word in meeting.right.words]
    firsts = [at for at, key in enumerate(heard) if key == keys[0]]
    if any(tuple(heard[at : at + len(keys)]) == keys for at in firsts):
        return f"{named(meeting.right.dossier.account)} tells of {source.outlet}, which issued it"
    return None


def _earlier(meeting: Meeting) -> str | None:
    left, right = meeting.left.dossier.account, meeting.right.dossier.account
    before, after = left.published.latest, right.published.earliest
    if before and after and before[:10] < after[:10]:
        return f"{named(left)} was published first"
    return None


def _wire(meeting: Meeting) -> str | None:
    left, right = meeting.left.dossier.account, meeting.right.dossier.account
    if left.kind == "wire" and right.kind in CARRIERS:
        return f"{named(left)} is a wire report"
    return None


def _contained(meeting: Meeting) -> str | None:
    """The other account is little more than a part of this one."""
    mine, theirs = len(meeting.left.words), len(meeting.right.words)
    part = covered([one.right for one in meeting.passages]) / max(1, theirs)
    if part >= CONTAINED and mine >= FULLER * theirs:
        return f"{named(meeting.right.dossier.account)} is for the most part contained in it"
    return None


GROUNDS: Sequence[Callable[[Meeting], str | None]] = (
    _cited,
    _record,
    _issuer,
    _earlier,
    _wire,
    _contained,
)
