"""Page findings: each finding as a card.

Enters: a `Quoting`, findings, what people decided. Leaves: `FindingCard`s: readings side by side, who has
the place, from how many origins and why, what people said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from variorum.records import Alignment, Finding, Span
from variorum.report.page.decisions import DecisionViews, decision_views
from variorum.report.page.filters import Tagging
from variorum.report.page.matrix import topics_of
from variorum.report.quoting import Quote, Quoting, Use, varied
from variorum.report.spelled import carrying
from variorum.review import Standings

MOST_QUOTES = 12
"""Passages under one answer; the ledger has the rest."""
MOST_BARE = 6
"""Passages of a finding that has no answers."""
LONGEST_WHY = 900
"""Characters of the sentence that tells why accounts have one origin."""

Decide = Callable[[str], str | None]


class Origins(Struct, frozen=True):
    """Who has a place, by origin: labels of accounts, those of one origin together; and why."""

    groups: tuple[tuple[str, ...], ...]
    accounts: int
    because: str

    @property
    def line(self) -> str:
        """How many origins there are at most, in words: what is not shown to be two is counted as one."""
        if len(self.groups) == 1:
            return f"{self.accounts} accounts that may all go back to one origin"
        if len(self.groups) == self.accounts:
            return f"{self.accounts} accounts; no common origin was found"
        return f"{self.accounts} accounts from no more than {len(self.groups)} origins"


class AnswerRow(Struct, frozen=True):
    """An answer and who gives it: the first passage, those of `others`, how many `more` there are.

    `answer` is empty where a finding only sets passages side by side; `accounts` counts those of
    `others` and `more` that are not the first's.
    """

    answer: str
    first: Quote
    others: tuple[Quote, ...]
    accounts: int
    more: int


class FindingCard(Struct, frozen=True):
    """A finding: a heading, a note, answers in rows; `more` counts passages that are not shown.

    `decide` is where it is decided on, `place` the anchor of its place among the readings, `event` the
    id of the event it is of.
    """

    number: int
    anchor: str
    kind: str
    heading: str
    note: str
    rows: tuple[AnswerRow, ...]
    more: int
    tags: str
    place: str | None
    event: str | None
    origins: Origins | None
    decide: str | None
    views: DecisionViews | None

    @property
    def answered(self) -> bool:
        """Whether its rows are answers, not passages side by side."""
        return any(row.answer for row in self.rows)


class CardMaker(Struct, frozen=True):
    """What makes cards: `decide` gives the address at which a record is decided on."""

    quoting: Quoting
    tagging: Tagging
    said: Standings
    decide: Decide


def cards(maker: CardMaker, found: Sequence[Finding]) -> list[FindingCard]:
    """Return one card a finding, numbered from 1."""
    return [_card(maker, number, finding) for number, finding in enumerate(found, start=1)]


def decision_address(decide: Decide, records: Iterable[str]) -> str | None:
    """Return where the first of `records` that can be decided on is decided on."""
    return next((found for found in map(decide, records) if found), None)


def _card(maker: CardMaker, number: int, finding: Finding) -> FindingCard:
    quoting = maker.quoting
    places = list(dict.fromkeys(quoting.widened(place) for place in finding.places))
    rows = _rows(quoting, number, finding, places)
    place = _alignment_of(quoting, finding)
    # a finding's own id, then its verdicts and checks, then the alignment, which stands first
    records = (finding.id, *reversed(finding.about))
    return FindingCard(
        number=number,
        anchor=finding.id,
        kind=finding.kind,
        heading=finding.because,
        note="",
        rows=rows,
        more=len(places) - sum(1 + len(row.others) + row.more for row in rows),
        tags=maker.tagging.tags(
            places, (finding.kind,), topics=topics_of(quoting, place) if place else ()
        ),
        place=place.id if place else None,
        event=place.event if place else _event_of(quoting, finding),
        origins=_origins(quoting, place) if place else None,
        decide=decision_address(maker.decide, records),
        views=decision_views(maker.said, records),
    )


def _event_of(quoting: Quoting, finding: Finding) -> str | None:
    """Return the one event that tells of all accounts of a finding."""
    accounts = {place.account for place in finding.places}
    found = [e.id for e in quoting.known.events.values() if accounts <= set(e.accounts)]
    return found[0] if len(found) == 1 and accounts else None


def _rows(
    quoting: Quoting, number: int, finding: Finding, places: Sequence[Span]
) -> tuple[AnswerRow, ...]:
    inner = list(carrying(quoting.known, finding))
    use = Use(finding.id, f"finding {number}: {finding.kind}", str(number))

    def quote(place: Span) -> Quote:
        return quoting.quote(place, inner, use)

    return tuple(_row("", [place], quote) for place in varied(places)[:MOST_BARE])


def _row(answer: str, places: Sequence[Span], quote: Callable[[Span], Quote]) -> AnswerRow:
    """Return the row of an answer; of its passages those with new words stand first."""
    first, *others = varied(places)
    shown = others[: MOST_QUOTES - 1]
    return AnswerRow(
        answer=answer,
        first=quote(first),
        others=tuple(map(quote, shown)),
        accounts=len({place.account for place in others} - {first.account}),
        more=len(others) - len(shown),
    )


def _alignment_of(quoting: Quoting, finding: Finding) -> Alignment | None:
    """Return the alignment that a finding tells of."""
    known = quoting.known
    for key in finding.about:
        verdict = known.verdicts.get(key)
        found = known.alignments.get(verdict.alignment if verdict else key)
        if found:
            return found
    return None


def _origins(quoting: Quoting, place: Alignment) -> Origins | None:
    """Return who has a place by origin; ``None`` where nobody traced it or one account has it."""
    known = quoting.known
    held = [reading.account for reading in place.readings if reading.places]
    if not place.origins or len(held) < 2:
        return None
    groups: dict[str, list[str]] = {}
    for account in held:
        origin = place.origin_of.get(account, account)
        groups.setdefault(origin, []).append(known.label(account))
    cut = place.because[:LONGEST_WHY]
    return Origins(
        groups=tuple(tuple(group) for group in groups.values()),
        accounts=len(held),
        because=cut if cut == place.because else f"{cut.rpartition(' ')[0]} …",
    )
