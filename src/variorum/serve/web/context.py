"""Context: words of an account in the paragraph around them.

Enters: `FoundRecords`, a place, the words that carry what differs. Leaves: an `Excerpt` of runs that markup can
wrap: who speaks, the words that say so, what is said, figures, the place itself, its marked words.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from msgspec import Struct

from variorum.folding import cut
from variorum.records import Account, Span
from variorum.report.runs import Mark, MarkedRun, marks, runs
from variorum.serve.web.seen import FoundRecords

FULL_CONTEXT = 420
"""Characters of the paragraph that are shown on either side of a place."""
SHORT_CONTEXT = 110
"""The same, where many places are listed."""
LONGEST_PLACE = 1800
"""Characters of a place that are shown; its account has the rest."""


LONGEST_LABEL = 160
"""Characters that are shown of a name, a title or a label."""


class Excerpt(Struct, frozen=True):
    """One reading in its context; `cut` tells whether text before, inside or after was left away."""

    label: str
    facts: str
    speaker: str | None
    href: str
    runs: tuple[MarkedRun, ...]
    cut: tuple[bool, bool, bool] = (False, False, False)
    place: int = 0


def card(
    found: FoundRecords, place: Span, inner: Iterable[Span] = (), *, reach: int = FULL_CONTEXT
) -> Excerpt:
    """Return a place in its paragraph; `inner` are the words to mark."""
    account = found.known.accounts[place.account]
    end = min(place.end, place.start + LONGEST_PLACE)
    first, last = excerpt_bounds(account.text, place.start, end, reach)
    given = [*_marks(found, account), Mark(place.start, end, "here")]
    given += [Mark(s.start, s.end, "differs") for s in inner if s.account == account.id]
    shown = [
        Mark(max(m.start, first) - first, min(m.end, last) - first, m.name)
        for m in given
        if m.start < last and first < m.end
    ]
    speaker = found.known.whose(next(iter(found.known.quotations_at(place)), None))
    return Excerpt(
        label=cut(found.known.label(account.id), LONGEST_LABEL),
        facts=facts(account),
        speaker=cut(speaker or "", LONGEST_LABEL) or None,
        href=account_address(account.id, place),
        runs=tuple(runs(account.text[first:last], shown)),
        cut=(_cut_before(account.text, first), end < place.end, _cut_after(account.text, last)),
    )


def whole_account(
    found: FoundRecords, account: Account, place: tuple[int, int] | None
) -> tuple[MarkedRun, ...]:
    """Return all of an account's text, a place in it marked."""
    given = _marks(found, account)
    given += [Mark(*place, "here")] if place else []
    return tuple(runs(account.text, given, place[:1] if place else ()))


def excerpt_bounds(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """Return the bounds of a place's paragraph, at most `reach` characters beyond it, at a space."""
    first = max(text.rfind("\n", 0, start) + 1, start - reach)
    found = text.find("\n", end)
    last = min(len(text) if found < 0 else found, end + reach)
    if first and text[first - 1] != "\n":
        space = text.find(" ", first, start)
        first = space + 1 if space >= 0 else first
    if last < len(text) and text[last] != "\n":
        space = text.rfind(" ", end, last)
        last = space if space >= 0 else last
    return first, last


def facts(account: Account) -> str:
    """Return an account's kind and date in a few words."""
    published = account.published
    dates = dict.fromkeys(day for day in (published.earliest, published.latest) if day)
    return " · ".join([account.kind, cut(" to ".join(dates), LONGEST_LABEL) or "no date"])


def account_address(account: str, place: Span | None = None) -> str:
    """Return the address of an account's text, at a place."""
    query = {"id": account}
    if place is not None and place.start < place.end:
        query |= {"from": str(place.start), "to": str(place.end)}
        return f"/account?{urlencode(query)}#here"
    return f"/account?{urlencode(query)}"


def _marks(found: FoundRecords, account: Account) -> list[Mark]:
    quoted = found.known.quoted.get(account.id, ())
    return marks(account, quoted, found.figures.get(account.id, ()))


def _cut_before(text: str, first: int) -> bool:
    return first > 0 and text[first - 1] != "\n"


def _cut_after(text: str, last: int) -> bool:
    return last < len(text) and text[last] != "\n"
