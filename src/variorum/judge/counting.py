"""Counts: figures of one thing, gathered from wherever they stand.

Enters: an event's dossiers. Leaves: further alignments, one for each count (or for counts that may
be taken for one another), with the verdicts of their figures.

A toll in a headline and the same toll deep in another account's text share few words. Figures meet
by what they count, so only those of one head or unit are compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from variorum.align.alignments import MOST_SILENT, reading
from variorum.align.splitting import account_pairs
from variorum.judge.figures.apart import may_differ
from variorum.judge.figures.contexts import contexts
from variorum.judge.figures.pairing import FigureMeeting, meetings
from variorum.judge.figures.persons import Bearers, Person, bearers
from variorum.judge.figures.ranges import kind
from variorum.judge.figures.sides import Counted, group
from variorum.judge.figures.whereabouts import Whereabouts, whereabouts
from variorum.judge.precision import confidence
from variorum.judge.verdicts import gravest
from variorum.languages.registry import language_of
from variorum.link.names.ages import AGE
from variorum.records import (
    Alignment,
    Dossier,
    Entity,
    Figure,
    Passage,
    Quotation,
    Span,
    Verdict,
    new_id,
)
from variorum.vocabulary import VerdictKind

MOST_IN_A_BLOCK = 400
"""Figures of one head compared with each other; the first in the order of accounts are kept."""
TALLIES = frozenset({"score", "votes"})
"""What a tally counts by convention: it is no number of anything."""
SEPARATE_MEETINGS = (
    frozenset({"agree", "figure differs"}),
    frozenset({"update"}),
    frozenset({"scope differs"}),
)
"""Meetings that make alignments of their own: a toll of Tuesday is not at odds with Friday's."""
VERDICT_OF_MEETING: dict[str, VerdictKind] = {
    "agree": "agree",
    "update": "update",
    "figure differs": "figure differs",
    "scope differs": "unclear",
}
PERHAPS_ANOTHER = "Perhaps not the same count: "
"""What stands before the sentence that two counts are of other groups, places or days: it was never
shown on enough rows."""


class ShownFigure(Struct, frozen=True):
    """A figure with its context, and the words around it that are shown."""

    counted: Counted
    shown: Span

    @property
    def figure(self) -> Figure:
        """Return the figure itself."""
        return self.counted.figure

    @property
    def told(self) -> Span:
        """Return the number with what it counts, where that follows; else the number alone."""
        number, shown, phrase = self.figure.place, self.shown, self.figure.counted or ""
        after = shown.text[number.end - shown.start :]
        end = number.end + len(after) - len(after.lstrip()) + len(phrase)
        if not phrase or not after.lstrip().startswith(phrase):
            return number
        return Span(
            number.account,
            number.start,
            end,
            shown.text[number.start - shown.start : end - shown.start],
        )


class FigurePair(Struct, frozen=True):
    """Two figures of different accounts that met."""

    left: ShownFigure
    right: ShownFigure
    meeting: FigureMeeting


def counts(
    event: str, dossiers: Mapping[str, Dossier], entities: Sequence[Entity] = ()
) -> tuple[tuple[Alignment, ...], tuple[Verdict, ...]]:
    """Return one alignment for each count that two accounts give, with its verdicts.

    Counts that may be taken for one another, of other places or groups, form alignments of their
    own, so that no toll is mixed with another.
    """
    items = shown_figures(dossiers, entities)
    found: dict[str, FigurePair] = {}
    for block in _blocks(items):
        for met in _block_meetings(block):
            found[new_id("v", met.left.figure.id, met.right.figure.id)] = met
    made = [
        _count(event, group, found, sorted(dossiers))
        for kinds in SEPARATE_MEETINGS
        for group in _components({k: m for k, m in found.items() if m.meeting.kind in kinds})
    ]
    alignments = tuple(sorted((alignment for alignment, _ in made), key=lambda a: a.id))
    return alignments, tuple(verdict for _, verdicts in made for verdict in verdicts)


def shown_figures(
    dossiers: Mapping[str, Dossier], entities: Sequence[Entity] = ()
) -> list[ShownFigure]:
    """Return the figures of an event that may be compared, in the order of accounts."""
    persons, places = bearers(dossiers, entities), whereabouts(dossiers, entities)
    return [item for key in sorted(dossiers) for item in _items(dossiers[key], persons, places)]


def _items(dossier: Dossier, persons: Bearers, places: Whereabouts) -> Iterator[ShownFigure]:
    speakers = {q.id: _speaker(q) for q in dossier.statements.quotations}
    words = language_of(dossier.account.language).counts
    for said in dossier.statements.figures:
        bearer = persons.of(dossier, said)
        figure = said if bearer is None else _borne(said, bearer)
        if not (figure.counted_head or group(words, figure)):
            continue
        passage = _holding(dossier.passages, figure)
        sentence = passage.sentence if passage else _sentence(dossier, figure)
        if sentence is None:
            continue
        found = dossier.annotation.sentences[sentence]
        whole = dossier.account.span(found.start, found.end)
        (near,) = contexts(dossier, sentence, [figure], speakers.get(figure.quotation or ""))
        name = None if bearer is None else bearer.name
        near = replace(near, bearer=name, elsewhere=places.elsewhere(whole))
        yield ShownFigure(Counted(figure, near), passage.place if passage else whole)


def _borne(figure: Figure, bearer: Person) -> Figure:
    """Return a measure as one of the person it is told of, by the name that accounts share."""
    return replace(figure, counted=bearer.name, counted_head=bearer.name.split()[-1].lower())


def _speaker(quotation: Quotation) -> str | None:
    """Return who speaks: an entity, a name, or the account's own word for somebody unresolved."""
    said = quotation.speaker
    return said.entity or said.name or (said.place.text if said.place else None)


def _holding(passages: Sequence[Passage], figure: Figure) -> Passage | None:
    place = figure.place
    return next(
        (p for p in passages if p.place.start <= place.start and place.end <= p.place.end), None
    )


def _sentence(dossier: Dossier, figure: Figure) -> int | None:
    sentences = dossier.annotation.sentences
    return next((i for i, s in enumerate(sentences) if s.start <= figure.place.start < s.end), None)


def _blocks(items: Sequence[ShownFigure]) -> Iterator[list[ShownFigure]]:
    """Yield figures that may count one thing: those whose counted phrases share a word."""
    blocks: dict[tuple[str, str], list[ShownFigure]] = defaultdict(list)
    for item in items:
        unit = kind(item.figure) or ""
        told = {item.figure.counted_head or ""}
        if item.counted.group == "people":
            told.add(item.counted.fate or "")  # the killed are the dead
        for word in sorted(item.counted.words | told):
            blocks[unit, word].append(item)
    for key in sorted(blocks):
        yield blocks[key][:MOST_IN_A_BLOCK]


def _block_meetings(block: Sequence[ShownFigure]) -> Iterator[FigurePair]:
    by_account: dict[str, list[ShownFigure]] = defaultdict(list)
    for item in block:
        by_account[item.figure.place.account].append(item)
    for one, other in account_pairs(sorted(by_account)):
        items = {item.figure.id: item for item in (*by_account[one], *by_account[other])}
        left = [item.counted for item in by_account[one]]
        right = [item.counted for item in by_account[other]]
        for meeting in meetings(left, right):
            met = FigurePair(items[meeting.left.id], items[meeting.right.id], meeting)
            if meeting.kind == "agree" or may_differ(met.left.counted, met.right.counted):
                yield met


def _components(found: Mapping[str, FigurePair]) -> list[list[str]]:
    """Gather meetings that share a figure, directly or through others.

    A figure that one account gives twice of one thing is one figure.
    """
    root: dict[str, str] = {}

    def find(key: str) -> str:
        while root.setdefault(key, key) != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    for _, met in sorted(found.items()):
        one, other = sorted((find(met.left.figure.id), find(met.right.figure.id)))
        root[other] = one
    twins: dict[tuple[str | None, ...], str] = {}
    for figure in _figures(found):
        one, other = sorted(
            (find(figure.id), find(twins.setdefault(_count_key(figure), figure.id)))
        )
        root[other] = one
    groups: dict[str, list[str]] = defaultdict(list)
    for key, met in sorted(found.items()):
        groups[find(met.left.figure.id)].append(key)
    return [groups[key] for key in sorted(groups)]


def _figures(found: Mapping[str, FigurePair]) -> list[Figure]:
    return [i.figure for _, met in sorted(found.items()) for i in (met.left, met.right)]


def _count_key(figure: Figure) -> tuple[str | None, ...]:
    """Return what makes two figures of an account the same one, told twice."""
    what = (figure.unit, figure.counted_head, figure.counted_place, figure.predicate)
    return figure.place.account, figure.low, figure.high, *what


def _count(
    event: str,
    group: Sequence[str],
    found: Mapping[str, FigurePair],
    accounts: Sequence[str],
) -> tuple[Alignment, list[Verdict]]:
    items = {i.figure.id: i for key in group for i in (found[key].left, found[key].right)}
    ordered = sorted(items.values(), key=lambda i: (i.figure.place.account, i.figure.place.start))
    identity = new_id("l", event, "count", *sorted(items))
    verdicts = [_verdict(identity, key, found[key]) for key in group]
    speaking = sorted({i.figure.place.account for i in ordered})
    heard = accounts if len(accounts) <= MOST_SILENT else speaking
    readings = tuple(
        reading(
            account,
            _distinct(i.shown for i in ordered if i.figure.place.account == account),
            [
                (i.figure.place.start, i.figure.place.end, i.figure.id)
                for i in ordered
                if i.figure.place.account == account
            ],
        )
        for account in heard
    )
    alignment = Alignment(
        id=identity,
        event=event,
        about=_about(ordered),
        readings=readings,
        verdict=gravest(verdicts),
    )
    return alignment, verdicts


def _distinct(places: Iterator[Span]) -> list[Span]:
    return list(dict.fromkeys(places))


def _verdict(alignment: str, identity: str, met: FigurePair) -> Verdict:
    kind = VERDICT_OF_MEETING[met.meeting.kind]
    return Verdict(
        id=new_id("v", alignment, identity),
        alignment=alignment,
        left=met.left.told,
        right=met.right.told,
        kind=kind,
        rule=met.meeting.rule,
        because=_perhaps(met.meeting.because) if kind == "unclear" else met.meeting.because,
        confidence=confidence(met.meeting.rule),
        marks=(met.left.figure.place, met.right.figure.place),
    )


def _perhaps(because: str) -> str:
    return f"{PERHAPS_ANOTHER}{because[:1].lower()}{because[1:]}"


def _about(items: Sequence[ShownFigure]) -> str:
    """Return the most frequent phrase that says what is counted, the longest of equals."""
    phrases = Counter(item.figure.counted or item.figure.counted_head or "" for item in items)
    phrase = max(phrases, key=lambda phrase: (phrases[phrase], len(phrase), phrase))
    unit = items[0].figure.unit
    if phrase in TALLIES or (kind(items[0].figure) is not None and unit != AGE):
        return phrase
    return f"age of {phrase}" if unit == AGE else f"number of {phrase}"
