"""Comparing: the stage that sets the accounts of one event side by side.

Enters: rows made by `rows_of`, all of one event together. Leaves: rows of the records found,
findings among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, cast

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from variorum.align.alignments import Aligned, align
from variorum.align.splitting import MOST_COMPARED
from variorum.find.findings import findings
from variorum.find.matter.material import material_of
from variorum.judge.counting import counts
from variorum.judge.grading import degrees
from variorum.judge.timing import times
from variorum.judge.verdicts import judge
from variorum.link.story import dossier_records
from variorum.packing import unpack
from variorum.records import (
    Account,
    Alignment,
    Dossier,
    Entity,
    Event,
    Problem,
    Record,
    Statements,
    Verdict,
)
from variorum.seams import Encoder, Stage
from variorum.settings import Settings
from variorum.sparing import spared
from variorum.stages import opening
from variorum.stages.judging import Asking
from variorum.stages.larger import AskingBoth
from variorum.stages.rows import RECORD_COLUMNS, Row, record_row
from variorum.trace.borrowing.borrowings import borrowings
from variorum.trace.checking.checks import checks
from variorum.trace.checking.headlines import headline_checks
from variorum.trace.independence.origins import origins

JUDGEMENT: Final = "Judgement"
"""The kind of a row that holds a new judgement of a costly judge, to be kept by its id."""
UNSURE: Final = "Unsure"
"""The kind of a row that tells that another run may find more: a judge failed on some pairs."""
Gathering = Callable[
    [str, Mapping[str, Dossier]], tuple[tuple[Alignment, ...], tuple[Verdict, ...]]
]


class JudgedPlaces(Struct, frozen=True):
    """Places of an event, the verdicts on them, and what could not be judged."""

    alignments: tuple[Alignment, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    problems: tuple[Problem, ...] = ()


def rows_of(
    event: Event, dossiers: Sequence[Dossier], named: Mapping[str, Sequence[Entity]]
) -> list[dict[str, object]]:
    """Return what comparing needs of each account of an event but its packed dossier, `body`.

    `named` are the entities that each account names. A row has the mentions and names of its own
    account only: an entity of a thousand accounts would else travel a thousand times with a thousand
    mentions. The first row tells the event, without the reason why no other account is of it: that
    rests on accounts of other events.
    """
    rows: list[dict[str, object]] = []
    for dossier in sorted(dossiers, key=lambda dossier: dossier.account.id):
        rows.append(
            {
                "event": event.id,
                "id": dossier.account.id,
                "account": msgspec.json.encode(dossier.account),
                "statements": msgspec.json.encode(dossier.statements),
                "entities": msgspec.json.encode(_own(named[dossier.account.id], dossier)),
                "told": b"" if rows else msgspec.json.encode(replace(event, because="")),
            }
        )
    return rows


def _own(entities: Sequence[Entity], dossier: Dossier) -> list[Entity]:
    """Return entities with what one account has of them only."""
    of = {name.id: name for name in dossier.statements.names}
    return [
        replace(
            entity,
            mentions=tuple(m for m in entity.mentions if m.account == dossier.account.id),
            names=tuple(names),
            roles=tuple(dict.fromkeys(role for name in names for role in of[name].roles)),
            because="",
        )
        for entity in entities
        for names in [[name for name in entity.names if name in of]]
    ]


def judging_row(
    settings: bytes, kept: Mapping[str, bytes], answers: Mapping[str, bytes] | None = None
) -> Row:
    """Return what comparing needs to ask the judge: what is kept of one account's pairs, by key.

    `answers` are those of a larger judge.
    """
    encode = msgspec.msgpack.encode
    return {"settings": settings, "judged": encode(kept), "answers": encode(answers or {})}


def compare_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """Compare all accounts of one event: rows of `rows_of` to records and new judgements.

    Each row has its packed dossier too, as `body`, and what `judging_row` gives.
    """
    given = list(rows)
    event = _event(given)
    settings, asking = _asking(given)
    entities = _together(
        msgspec.json.decode(cast(bytes, row["entities"]), type=list[Entity]) for row in given
    )
    linked = [_linked(row) for row in given]
    found = compare(event.id, linked, entities, asking, opening.encoder(settings))
    found += _findings(event, linked, entities, found)
    yield from (record_row(event.id, record) for record in found)
    yield from _judgements(asking)
    if asking.failed:
        yield {"id": event.id, "kind": UNSURE, "body": b""}


def ask_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """Find what a larger judge is to be asked of one event: rows as `compare_rows` has them to questions."""
    given = list(rows)
    settings, asking = _asking(given)
    dossiers = {dossier.account.id: dossier for dossier in map(_linked, given)}
    _judged(_event(given).id, dossiers, asking, opening.encoder(settings))
    yield from _judgements(asking)
    if isinstance(asking, AskingBoth):
        for key, question in asking.questions.items():
            yield {"id": key, "kind": "PairQuestion", "body": msgspec.json.encode(question)}


def _judgements(asking: Asking) -> Iterator[Row]:
    return ({"id": key, "kind": JUDGEMENT, "body": body} for key, body in asking.new.items())


def _event(rows: Sequence[Row]) -> Event:
    return msgspec.json.decode(cast(bytes, rows[0]["told"]), type=Event)


def _asking(rows: Sequence[Row]) -> tuple[Settings, Asking]:
    """Open the judge, with what it said before and what a larger one answered."""
    settings = msgspec.json.decode(cast(bytes, rows[0]["settings"]), type=Settings)
    opening.languages(settings)
    judge, kept = opening.judge(settings), _kept(rows, "judged")
    if settings.larger is None:
        return settings, Asking(judge, kept)
    return settings, AskingBoth(judge, kept, settings.larger, _kept(rows, "answers"))


def _kept(rows: Iterable[Row], column: str) -> dict[str, bytes]:
    """Return the kept judgements or answers of all rows."""
    decode = msgspec.msgpack.Decoder(dict[str, bytes]).decode
    return {key: body for row in rows for key, body in decode(cast(bytes, row[column])).items()}


def _together(parts: Iterable[list[Entity]]) -> list[Entity]:
    """Join what the accounts of an event have of one entity."""
    of: dict[str, list[Entity]] = {}
    for entities in parts:
        for entity in entities:
            of.setdefault(entity.id, []).append(entity)
    return [
        replace(
            same[0],
            mentions=tuple(sorted(m for entity in same for m in entity.mentions)),
            names=tuple(sorted(name for entity in same for name in entity.names)),
            roles=tuple(dict.fromkeys(role for entity in same for role in entity.roles)),
        )
        for _, same in sorted(of.items())
    ]


def _findings(
    event: Event, dossiers: Sequence[Dossier], entities: Sequence[Entity], found: Sequence[Record]
) -> Sequence[Record]:
    """Return the findings of an event; where they cannot be told, the problem that says so."""
    said = [record for dossier in dossiers for record in dossier_records(dossier)]
    whole = [event, *entities, *found, *said]
    made, faults = spared(lambda _: findings(material_of(whole)), [event])
    where = ", ".join(dossier.account.source for dossier in dossiers)
    reason = "no findings could be made from these accounts"
    return [
        *made,
        *(Problem(where=where, step="find", reason=f"{reason} ({f.reason})") for f in faults),
    ]


def _linked(row: Row) -> Dossier:
    account = msgspec.json.decode(cast(bytes, row["account"]), type=Account)
    statements = msgspec.json.decode(cast(bytes, row["statements"]), type=Statements)
    return replace(unpack(cast(bytes, row["body"]), account), statements=statements)


def compare(
    event: str,
    dossiers: list[Dossier],
    entities: list[Entity],
    asking: Asking,
    encoder: Encoder,
) -> list[Record]:
    """Return alignments, verdicts, checks and borrowings of one event's accounts.

    A place that cannot be judged, or figures that cannot be set against each other, are left out
    and said to be. What origins are counted by is not spared so: without it, accounts would look
    independent that are not.
    """
    ordered = sorted(dossiers, key=lambda dossier: dossier.account.id)
    by_id = {dossier.account.id: dossier for dossier in ordered}
    passages = _judged(event, by_id, asking, encoder)
    figures = _gathered(event, by_id, lambda e, known: counts(e, known, entities), "figures")
    graded = _gathered(event, by_id, degrees, "words of degree")
    timed = _gathered(event, by_id, times, "times")
    found = (passages, figures, graded, timed)
    checked = checks(ordered, encoder, entities)
    headlines = [check for dossier in ordered for check in headline_checks(dossier)]
    borrowed = borrowings(ordered, encoder, entities=entities, checks=checked)
    places = [alignment for one in found for alignment in one.alignments]
    crowded = (*passages.alignments, *figures.alignments, *timed.alignments)
    return [
        *origins(places, ordered, borrowings=borrowed, entities=entities),
        *(verdict for one in found for verdict in one.verdicts),
        *(*checked, *headlines, *borrowed),
        *(problem for one in found for problem in one.problems),
        *_left_out(crowded, by_id),
    ]


def _judged(
    event: str, dossiers: Mapping[str, Dossier], asking: Asking, encoder: Encoder
) -> JudgedPlaces:
    """Return the places where passages meet, and what the judge says of them."""
    ordered = list(dossiers.values())
    aligned = align(event, ordered, encoder) if len(ordered) > 1 else ()
    made, faults = spared(lambda some: [judge(some, dossiers, asking)], aligned)
    unjudged = [_unjudged(place, dossiers, f.reason) for f in faults for place in f.parts]
    return JudgedPlaces(
        alignments=tuple(alignment for places, _ in made for alignment in places),
        verdicts=tuple(verdict for _, verdicts in made for verdict in verdicts),
        problems=(*unjudged, *asking.problems),
    )


def _left_out(places: Sequence[Alignment], dossiers: Mapping[str, Dossier]) -> Iterator[Problem]:
    """Say how many pairs were not compared in places that very many accounts share."""
    speaking = [sum(bool(reading.places) for reading in place.readings) for place in places]
    crowded = [count for count in speaking if count > MOST_COMPARED]
    if crowded:
        pairs = sum((count - 1) * (count - 2) // 2 for count in crowded)
        reason = (
            f"more than {MOST_COMPARED} accounts meet at {len(crowded)} places of their event; "
            f"only pairs with the first were considered there, and {pairs} pairs of accounts were not"
        )
        first = dossiers[min(dossiers)].account.source
        yield Problem(where=first, step="compare", reason=reason)


def _gathered(
    event: str, dossiers: Mapping[str, Dossier], gather: Gathering, what: str
) -> JudgedPlaces:
    """Return what is gathered from all over an event with its verdicts; none, and why, where it fails."""
    if len(dossiers) < 2:
        return JudgedPlaces()
    found, faults = spared(lambda _: [gather(event, dossiers)], [event])
    where = ", ".join(dossier.account.source for dossier in dossiers.values())
    told = f"the {what} of these accounts could not be compared"
    problems = (Problem(where=where, step="compare", reason=f"{told} ({f.reason})") for f in faults)
    alignments, verdicts = found[0] if found else ((), ())
    return JudgedPlaces(alignments, verdicts, tuple(problems))


def _unjudged(place: Aligned, dossiers: Mapping[str, Dossier], reason: str) -> Problem:
    first = next(span for reading in place.alignment.readings for span in reading.places)
    words = f"characters {first.start} to {first.end}, “{first.text}”"
    told = (
        f"the statements at these places could not be compared and are left out ({reason}): {words}"
    )
    return Problem(where=dossiers[first.account].account.source, step="compare", reason=told)


COMPARE: Final = Stage("compare", compare_rows, RECORD_COLUMNS)
ASK: Final = Stage("ask", ask_rows, RECORD_COLUMNS)
