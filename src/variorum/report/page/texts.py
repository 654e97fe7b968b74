"""Full texts: each account's own text, with ways from its words to what uses them.

Enters: a `Quoting` that has made all links. Leaves: `AccountText`s.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from variorum.find.matter.material import Material, retrieved, without_folders
from variorum.records import Account, Figure, Finding, Moment
from variorum.report.page.filters import Tagging
from variorum.report.quoting import Quoting, Use, anchor, language
from variorum.report.runs import Mark, marks, runs
from variorum.report.timeline import short_days

MOST_CHARACTERS = 1_500_000
"""Text that stands on the page, that of accounts first which findings tell of."""
MOST_USES = 4
"""Ways back from one place; the readings have the rest."""

Stated = TypeVar("Stated", Figure, Moment)


class LinkedRun(Struct, frozen=True):
    """A run of text: its classes, the anchors that begin with it, and what uses words ending here."""

    text: str
    classes: tuple[str, ...]
    anchors: tuple[str, ...]
    uses: tuple[Use, ...]


class AccountText(Struct, frozen=True):
    """An account in full; `origin` is its file or address, `uses` counts the ways back.

    `tags` are for filters.
    """

    account: Account
    label: str
    number: int
    origin: str
    published: str
    language: str | None
    pieces: tuple[LinkedRun, ...]
    uses: int
    tags: str


def shown_accounts(known: Material, found: Sequence[Finding]) -> list[str]:
    """Return the accounts whose texts stand on the page: first those that findings tell of."""
    told = [place.account for finding in found for place in finding.places]
    chosen: list[str] = []
    length = 0
    for account in dict.fromkeys([*told, *known.accounts]):
        length += len(known.accounts[account].text)
        chosen += [account] if length <= MOST_CHARACTERS or not chosen else []
    return chosen


def sheets(quoting: Quoting, tagging: Tagging) -> Iterator[AccountText]:
    """Yield the accounts whose texts stand on the page, in the order of their numbers."""
    known, links = quoting.known, quoting.links()
    figures, moments = _by_account(known.figures.values()), _by_account(known.moments.values())
    for account in known.accounts.values():
        if account.id in quoting.shown:
            quoted = known.quoted.get(account.id, ())
            given = marks(account, quoted, figures[account.id], moments[account.id])
            stated = account.published
            yield AccountText(
                account=account,
                label=known.label(account.id),
                number=quoting.numbers[account.id],
                origin=f"{without_folders(account.source)}{retrieved(account)}",
                published=short_days(stated.earliest, stated.latest) if stated.earliest else "",
                language=language(account),
                pieces=tuple(_pieces(account, given, links[account.id])),
                uses=sum(map(bool, links[account.id].values())),
                tags=tagging.of_account(account.id),
            )


def _by_account(records: Iterable[Stated]) -> dict[str, list[Stated]]:
    found: dict[str, list[Stated]] = defaultdict(list)
    for record in records:
        found[record.place.account].append(record)
    return found


def _pieces(
    account: Account, given: Sequence[Mark], links: Mapping[tuple[int, int], Sequence[Use]]
) -> Iterator[LinkedRun]:
    starting: dict[int, list[str]] = defaultdict(list)
    ending: dict[int, list[Use]] = defaultdict(list)
    for start, end in sorted(links):
        starting[start].append(anchor(account.id, start, end))
        ending[end] += links[start, end]
    used = [Mark(start, end, "used") for (start, end), uses in links.items() if uses]
    for run in runs(account.text, [*given, *used], starting):
        uses = tuple(dict.fromkeys(ending.get(run.start + len(run.text), ())))
        classes = tuple(name for name in run.classes if name != "used")  # it only cuts the runs
        yield LinkedRun(run.text, classes, tuple(starting.get(run.start, ())), uses[:MOST_USES])
