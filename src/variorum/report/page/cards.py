"""Page findings: each finding as a card.

Enters: a `Quoting`, findings, what people decided. Leaves: `FindingCard`s: readings side by side, who has
the place, from how many origins and why, what people said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from variorum.find.matter.own_words import sentence
from variorum.find.matter.telling import asked
from variorum.folding import fold
from variorum.records import Alignment, AnswerGiven, Event, Finding, FindingAnswer, Span
from variorum.report.page.decisions import DecisionViews, decision_views
from variorum.report.page.filters import Tagging
from variorum.report.page.matrix import topics_of
from variorum.report.quoting import Quote, Quoting, Use, varied
from variorum.report.spelled import carrying
from variorum.review import Standings

MOST_QUOTES = 8
"""Passages under one answer; the ledger has the rest."""
MOST_BARE = 6
"""Passages of a finding that has no answers."""
SHORT_PASSAGE = 6
"""Words up to which a passage is shown in its sentence."""
MOST_ROWS_UNFOLDED = 5
"""Answers that stand unfolded."""
LONGEST_WHY = 900
"""Characters of the sentence that tells why accounts have one origin."""

_AT_MOST = re.compile(r"^(\d+ accounts), at most (\d+ origins?)")

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
            every = "both" if self.accounts == 2 else "all"
            return f"{self.accounts} accounts that may {every} go back to one origin"
        if len(self.groups) == self.accounts:
            return f"{self.accounts} accounts; no common origin was found"
        return f"{self.accounts} accounts from no more than {len(self.groups)} origins"


class Wording(Struct, frozen=True):
    """Words, and who has them: one quote an account, the first of which they are taken from."""

    words: Quote
    by: tuple[Quote, ...]


class AnswerRow(Struct, frozen=True):
    """An answer and who gives it: the first passage, those of `others`, how many `more` there are.

    `answer` is empty where the passage says it all, `day` the one it was given on, of a count that
    grew; `accounts` counts those of others and more that are not the first's.
    """

    answer: str
    day: str
    first: Wording
    others: tuple[Wording, ...]
    accounts: int
    more: int


class FindingCard(Struct, frozen=True):
    """A finding: a heading, a note, answers in rows, those `folded` last; `more` counts passages left out.

    `decide` is where it is decided on, `place` the anchor of its place among the readings, `event` the
    one it is of.
    """

    number: int
    anchor: str
    kind: str
    heading: str
    note: str
    rows: tuple[AnswerRow, ...]
    folded: tuple[AnswerRow, ...]
    more: int
    tags: str
    place: str | None
    event: Event | None
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
        heading=asked(finding),
        note=finding.because if finding.question else "",
        rows=rows[: 1 if len(finding.answers) == 1 else MOST_ROWS_UNFOLDED],
        folded=rows[1 if len(finding.answers) == 1 else MOST_ROWS_UNFOLDED :],
        more=_count_more(finding, places, rows),
        tags=maker.tagging.tags(
            places, (finding.kind,), topics=topics_of(quoting, place) if place else ()
        ),
        place=place.id if place else None,
        event=_event_of(quoting, finding),
        origins=_origins(quoting, finding, place) if place else None,
        decide=decision_address(maker.decide, records),
        views=decision_views(maker.said, records),
    )


def _count_more(finding: Finding, places: Sequence[Span], rows: Sequence[AnswerRow]) -> int:
    """Return how many passages of a finding without answers are not shown."""
    return 0 if finding.answers else max(0, len(places) - len(rows))


def _event_of(quoting: Quoting, finding: Finding) -> Event | None:
    """Return the one event that all accounts of a finding tell of."""
    accounts = {place.account for place in finding.places}
    found = [e for e in quoting.known.events.values() if accounts.issubset(e.accounts)]
    return found[0] if len(found) == 1 and accounts else None


def _rows(
    quoting: Quoting, number: int, finding: Finding, places: Sequence[Span]
) -> tuple[AnswerRow, ...]:
    """Return a row an answer, then one a passage that no answer has, of a finding with one answer at most."""
    use = Use(finding.id, f"finding {number}: {finding.kind}", str(number))
    inner = [one.place for one in finding.answers[0].given] if len(finding.answers) == 1 else []
    quoter = Quoter(quoting, (*carrying(quoting.known, finding), *inner), use)
    answers = [one for one in finding.answers if one.given]
    if len(answers) == 1:
        answers = [_fuller(answers[0], finding.places)]
    told = [quoting.widened(one.place) for answer in answers for one in answer.given]
    rest = [] if len(answers) > 1 else [p for p in varied(places) if not any(map(p.overlaps, told))]
    rows = [_row(quoter, _short_answer(one), one.day or "", one.given) for one in answers]
    rows += [_row(quoter, "", "", [AnswerGiven(place=place)]) for place in rest[:MOST_BARE]]
    return tuple(_distinct(rows))


def _distinct(rows: Iterable[AnswerRow]) -> Iterator[AnswerRow]:
    """Leave out rows that only show again what an account was quoted with before."""
    seen: set[tuple[str, str]] = set()
    for row in rows:
        shown = {(one.label, _plain(one)) for one in row.first.by}
        if row.answer or not shown <= seen:
            yield row
        seen |= shown


def _plain(quote: Quote) -> str:
    return fold("".join(run.text for run in quote.runs))


def _fuller(answer: FindingAnswer, places: Sequence[Span]) -> FindingAnswer:
    """Return an answer with the longest of `places` around each of its own: a name in its sentence."""
    given = [
        replace(one, place=max((p for p in places if p.overlaps(one.place)), key=_length))
        if any(map(one.place.overlaps, places))
        else one
        for one in answer.given
    ]
    return replace(answer, given=tuple(given))


def _length(place: Span) -> int:
    return place.end - place.start


def _told_once(given: Sequence[AnswerGiven]) -> list[AnswerGiven]:
    """Return those with new words first."""
    first = {one.place: one for one in reversed(given)}
    return [first[place] for place in varied([one.place for one in given])]


def _short_answer(told: FindingAnswer) -> str:
    """Return an answer; empty where it is the words themselves, which stand beside it."""
    return "" if told.says.startswith("“") else told.says


class Quoter(Struct, frozen=True):
    """Quotes passages of one finding, `inner` words marked."""

    quoting: Quoting
    inner: tuple[Span, ...]
    use: Use

    def quoted(self, one: AnswerGiven) -> Quote:
        """Return the passage around an answer, under whom the account names there."""
        passage = self.quoting.widened(one.place)
        around = self._in_sentence(passage)
        carried = around == one.place or any(map(around.overlaps, self.inner))
        inner = self.inner if carried else (one.place,)
        made = self.quoting.quote(around, inner, self.use)
        return replace(made, speaker=one.speaker) if one.speaker else made

    def _in_sentence(self, passage: Span) -> Span:
        """Return the sentence around a passage of few words."""
        few = len(passage.text.split()) <= SHORT_PASSAGE
        return sentence(self.quoting.known, passage) if few else passage


def _row(quoter: Quoter, answer: str, day: str, given: Sequence[AnswerGiven]) -> AnswerRow:
    """Return the row of an answer; of its passages those with new words stand first."""
    passages: dict[str, list[Quote]] = {}
    for one in _told_once(given)[:MOST_QUOTES]:
        quote = quoter.quoted(one)
        held = passages.setdefault(_plain(quote), [])
        held += [quote] if quote.href not in {other.href for other in held} else []
    first, *others = [Wording(quotes[0], tuple(quotes)) for quotes in passages.values()]
    told = {one.label for one in first.by}
    label = quoter.quoting.known.label
    return AnswerRow(
        answer=answer,
        day=day,
        first=first,
        others=tuple(others),
        accounts=len({label(one.place.account) for one in given} - told),
        more=max(0, len(given) - MOST_QUOTES),
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


def _origins(quoting: Quoting, finding: Finding, place: Alignment) -> Origins | None:
    """Return who has a place by origin; ``None`` where not all of the finding's accounts were traced."""
    known = quoting.known
    held = [reading.account for reading in place.readings if reading.places]
    told = {one.account for one in finding.places}
    if not place.origins or len(held) < 2 or not told.issubset(held):
        return None
    groups: dict[str, list[str]] = {}
    for account in held:
        origin = place.origin_of.get(account, account)
        groups.setdefault(origin, []).append(known.label(account))
    return Origins(
        groups=tuple(tuple(group) for group in groups.values()),
        accounts=len(held),
        because=origins_told(place.because, LONGEST_WHY),
    )


def origins_told(because: str, longest: int) -> str:
    """Return why accounts have one origin or several, cut after `longest` characters."""
    told = _AT_MOST.sub(r"\1, no more than \2", because)
    return told if len(told) <= longest else f"{told[:longest].rpartition(' ')[0]} …"
