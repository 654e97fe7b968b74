"""Comparing: the stage that sets the accounts of one event side by side.

Enters: rows made by `compare_row`, all of one event together. Leaves: rows of the records found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, cast

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from variorum import align, judge, trace
from variorum.packing import unpack
from variorum.records import (
    Account,
    Alignment,
    Dossier,
    Entity,
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
from variorum.stages.rows import RECORD_COLUMNS, Row, record_row

JUDGEMENT: Final = "Judgement"
"""The kind of a row that holds a new judgement of a costly judge, to be kept by its id."""
Gathering = Callable[
    [str, Mapping[str, Dossier]], tuple[tuple[Alignment, ...], tuple[Verdict, ...]]
]


class JudgedPlaces(Struct, frozen=True):
    """Places of an event, the verdicts on them, and what could not be judged."""

    alignments: tuple[Alignment, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    problems: tuple[Problem, ...] = ()


def linkable(body: bytes, account: Account) -> Dossier:
    """Return an account's dossier without what linking does not look at, most of its size.

    The dossier may have been made when the account's source had another name.
    """
    dossier = unpack(body)
    problems = tuple(replace(problem, where=account.source) for problem in dossier.problems)
    return replace(dossier, account=account, passages=(), problems=problems)


def compare_row(
    event: str, linked: Dossier, body: bytes, entities: list[Entity], judging: Row
) -> Row:
    """Return what comparing needs of one account: its packed dossier and what linking found."""
    return {
        **judging,
        "event": event,
        "id": linked.account.id,
        "body": body,
        "account": msgspec.json.encode(linked.account),
        "statements": msgspec.json.encode(linked.statements),
        "entities": msgspec.json.encode(entities),
    }


def judging_row(settings: bytes, kept: Mapping[str, bytes]) -> Row:
    """Return what `compare_row` takes to ask the judge: what is kept of one account's pairs, by key."""
    return {"settings": settings, "judged": msgspec.msgpack.encode(kept)}


def compare_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """Compare all accounts of one event: rows made by `compare_row` to records, new judgements."""
    given = list(rows)
    event = str(given[0]["event"])
    settings = msgspec.json.decode(cast(bytes, given[0]["settings"]), type=Settings)
    asking = Asking(opening.judge(settings), _kept(given))
    entities = {
        entity.id: entity
        for row in given
        for entity in msgspec.json.decode(cast(bytes, row["entities"]), type=list[Entity])
    }
    linked = [_linked(row) for row in given]
    told = [entities[key] for key in sorted(entities)]
    found = compare(event, linked, told, asking, opening.encoder(settings))
    yield from (record_row(event, record) for record in found)
    for key, body in asking.new.items():
        yield {"id": key, "kind": JUDGEMENT, "body": body}


def _kept(rows: Iterable[Row]) -> dict[str, bytes]:
    """Return the kept judgements of all rows."""
    decode = msgspec.msgpack.Decoder(dict[str, bytes]).decode
    return {key: body for row in rows for key, body in decode(cast(bytes, row["judged"])).items()}


def _linked(row: Row) -> Dossier:
    return replace(
        unpack(cast(bytes, row["body"])),
        account=msgspec.json.decode(cast(bytes, row["account"]), type=Account),
        statements=msgspec.json.decode(cast(bytes, row["statements"]), type=Statements),
    )


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
    figures = _gathered(event, by_id, lambda e, known: judge.counts(e, known, entities), "figures")
    degrees = _gathered(event, by_id, judge.degrees, "words of degree")
    times = _gathered(event, by_id, judge.times, "times")
    found = (passages, figures, degrees, times)
    checks = trace.checks(ordered, encoder, entities)
    headlines = [check for dossier in ordered for check in trace.headline_checks(dossier)]
    borrowed = trace.borrowings(ordered, encoder, entities=entities, checks=checks)
    places = [alignment for one in found for alignment in one.alignments]
    crowded = (*passages.alignments, *figures.alignments, *times.alignments)
    return [
        *trace.origins(places, ordered, borrowings=borrowed, entities=entities),
        *(verdict for one in found for verdict in one.verdicts),
        *(*checks, *headlines, *borrowed),
        *(problem for one in found for problem in one.problems),
        *_left_out(crowded, by_id),
    ]


def _judged(
    event: str, dossiers: Mapping[str, Dossier], asking: Asking, encoder: Encoder
) -> JudgedPlaces:
    """Return the places where passages meet, and what the judge says of them."""
    ordered = list(dossiers.values())
    aligned = align.align(event, ordered, encoder) if len(ordered) > 1 else ()
    made, faults = spared(lambda some: [judge.judge(some, dossiers, asking)], aligned)
    unjudged = [_unjudged(place, dossiers, f.reason) for f in faults for place in f.parts]
    return JudgedPlaces(
        alignments=tuple(alignment for places, _ in made for alignment in places),
        verdicts=tuple(verdict for _, verdicts in made for verdict in verdicts),
        problems=(*unjudged, *asking.problems),
    )


def _left_out(places: Sequence[Alignment], dossiers: Mapping[str, Dossier]) -> Iterator[Problem]:
    """Say how many pairs were not compared in places that very many accounts share."""
    speaking = [sum(bool(reading.places) for reading in place.readings) for place in places]
    crowded = [count for count in speaking if count > align.MOST_COMPARED]
    if crowded:
        pairs = sum((count - 1) * (count - 2) // 2 for count in crowded)
        reason = (
            f"more than {align.MOST_COMPARED} accounts meet at {len(crowded)} places of their event; "
            f"each was compared with the first only there, and {pairs} pairs were not"
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
    told = f"the {what} of these accounts could not be set against each other"
    problems = (Problem(where=where, step="compare", reason=f"{told} ({f.reason})") for f in faults)
    alignments, verdicts = found[0] if found else ((), ())
    return JudgedPlaces(alignments, verdicts, tuple(problems))


def _unjudged(place: align.Aligned, dossiers: Mapping[str, Dossier], reason: str) -> Problem:
    first = next(span for reading in place.alignment.readings for span in reading.places)
    words = f"characters {first.start} to {first.end}, “{first.text}”"
    told = f"what accounts say here could not be compared and is left out ({reason}): {words}"
    return Problem(where=dossiers[first.account].account.source, step="compare", reason=told)


COMPARE: Final = Stage("compare", compare_rows, RECORD_COLUMNS)
