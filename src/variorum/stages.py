"""Stages: the steps in table form, so that an engine can run them anywhere.

Enters: rows (mappings) of an Arrow table. Leaves: rows. Each stage unpacks records, calls pure
steps, and packs what they return. Models are opened once in each worker.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import cast

import msgspec
import numpy as np
from msgspec.structs import replace

from variorum import align, extract, judge, trace
from variorum.annotations import Annotation
from variorum.engines.timed import Timed, may_be_timed
from variorum.models.encoder import MiniLmEncoder
from variorum.models.language import LangidIdentifier
from variorum.models.parser import SpacyParser
from variorum.packing import pack, rounded, unpack
from variorum.read import Read, Source, read_source
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
from variorum.seams import Stage
from variorum.segment import annotate
from variorum.settings import Settings
from variorum.sparing import Sentences, spared

Row = Mapping[str, object]
Gathering = Callable[
    [str, Mapping[str, Dossier]], tuple[tuple[Alignment, ...], tuple[Verdict, ...]]
]
LANGUAGES = frozenset({"en"})
"""Languages that the pipeline reads; accounts in others are kept and said to be unread."""
SMALL = 64_000
"""A source of at most so many bytes is read at once: no page so small takes long."""
_TOO_LONG = "save the article alone, or its text as plain text, or raise max_seconds"
RECORD_COLUMNS = (("id", "string"), ("kind", "string"), ("body", "binary"))


def read_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """Read sources: rows of `id` (a name), `path`, `refused`, `settings` to accounts, problems."""
    for row in rows:
        settings = msgspec.json.decode(cast(bytes, row["settings"]), type=Settings)
        refused = row["refused"]
        source = Source(
            name=str(row["id"]),
            path=Path(os.fsdecode(cast(bytes, row["path"]))),
            refused=None if refused is None else str(refused),
        )
        accounts, problems = _read_in_time(source, settings)
        if not accounts and not problems:
            problems = (Problem(where=source.name, step="read", reason="holds no account"),)
        yield from (record_row(source.name, record) for record in (*accounts, *problems))


def source_row(source: Source, settings: bytes) -> Row:
    """Return a source as a row for `read_rows`; a path may hold bytes that are no text."""
    path = os.fsencode(source.path)
    return {"id": source.name, "path": path, "refused": source.refused, "settings": settings}


def _read_in_time(source: Source, settings: Settings) -> Read:
    """Read a source; one that takes too long, or kills the process that reads it, is a problem."""
    if not _may_take_long(source, settings):
        return _read_here(source, settings)
    try:
        return _reader().within(settings.max_seconds, source, settings)
    except TimeoutError:
        told = f"took more than {settings.max_seconds:g} s to read; {_TOO_LONG}"
    except ChildProcessError:
        told = "ended the process that read it; save its text as plain text"
    return (), (Problem(where=source.name, step="read", reason=told),)


def _may_take_long(source: Source, settings: Settings) -> bool:
    if source.refused is not None or settings.max_seconds <= 0 or not may_be_timed():
        return False
    try:
        return SMALL < source.path.stat().st_size <= settings.max_source_bytes
    except (OSError, ValueError):
        return False


def _read_here(source: Source, settings: Settings) -> Read:
    return read_source(source, settings, _identifier())


def study_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """Read what accounts say: rows of `id`, `body` (an account) to packed dossiers."""
    for row in rows:
        account = msgspec.json.decode(cast(bytes, row["body"]), type=Account)
        yield {"id": row["id"], "body": pack(study(account))}


def study_key(account: Account) -> str:
    """Return what a dossier is kept under: all of its account but the name of the source."""
    body = msgspec.json.encode(replace(account, source=""))
    return f"{account.id}-{blake2b(body, digest_size=8).hexdigest()}"


def study(account: Account) -> Dossier:
    """Return an account's dossier: annotation, statements, passages and vectors."""
    if unread(account):
        return unstudied(account)
    annotation = annotate(account, _parser())
    sparing = Sentences(account)
    statements = extract.statements(account, annotation, sparing)
    passages = sparing(
        "passages", lambda a: align.passages(account, a, statements.quotations), annotation
    )
    spans = [(s.start, s.end) for s in annotation.sentences]
    spans += [(p.place.start, p.place.end) for p in passages]
    places = [_core(account.text, *span) for span in spans]
    distinct = sorted(set(places))
    vectors = rounded(_encoder().encode([account.text[start:end] for start, end in distinct]))
    row_of = {place: row for row, place in enumerate(distinct)}
    rows = [row_of[place] for place in places]
    return Dossier(
        account=account,
        annotation=annotation,
        statements=statements,
        vectors=vectors[rows[: len(annotation.sentences)]],
        passages=passages,
        passage_vectors=vectors[rows[len(annotation.sentences) :]],
        problems=sparing.problems,
    )


def unstudied(account: Account) -> Dossier:
    """Return a dossier of which nothing is known but its account: it is kept, and not compared."""
    nothing = np.zeros((0, 0), dtype=np.float32)
    empty, said = Annotation(account=account.id), Statements(account=account.id)
    return Dossier(account=account, annotation=empty, statements=said, vectors=nothing)


def unstudied_because(account: Account, reason: str) -> Problem:
    """Return the problem of an account in which nothing could be read."""
    told = f"nothing that it says could be read ({reason}); it is kept, but not compared"
    return Problem(where=account.source, step="study", reason=told)


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out marks at both ends: most sentences then are passages, and are encoded once."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def unread(account: Account) -> list[Problem]:
    """Return why an account's statements are not read, if its language has no pipeline yet."""
    if account.language is None or account.language in LANGUAGES:
        return []
    reason = f"its language ({account.language}) is not supported yet; kept, but not compared"
    return [Problem(where=account.source, step="segment", reason=reason)]


def linkable(body: bytes, account: Account) -> Dossier:
    """Return an account's dossier without what linking does not look at, most of its size.

    The dossier may have been made when the account's source had another name.
    """
    nothing = np.zeros((0, 0), dtype=np.float32)
    dossier = unpack(body)
    problems = tuple(replace(problem, where=account.source) for problem in dossier.problems)
    return replace(
        dossier,
        account=account,
        vectors=nothing,
        passage_vectors=None,
        passages=(),
        problems=problems,
    )


def compare_row(event: str, linked: Dossier, body: bytes, entities: list[Entity]) -> Row:
    """Return what comparing needs of one account: its packed dossier and what linking found."""
    return {
        "event": event,
        "id": linked.account.id,
        "body": body,
        "account": msgspec.json.encode(linked.account),
        "statements": msgspec.json.encode(linked.statements),
        "entities": msgspec.json.encode(entities),
    }


def compare_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """Compare all accounts of one event: rows made by `compare_row` to records."""
    given = list(rows)
    event = str(given[0]["event"])
    entities = {
        entity.id: entity
        for row in given
        for entity in msgspec.json.decode(cast(bytes, row["entities"]), type=list[Entity])
    }
    found = compare(event, [_linked(row) for row in given], [entities[e] for e in sorted(entities)])
    yield from (record_row(event, record) for record in found)


def _linked(row: Row) -> Dossier:
    return replace(
        unpack(cast(bytes, row["body"])),
        account=msgspec.json.decode(cast(bytes, row["account"]), type=Account),
        statements=msgspec.json.decode(cast(bytes, row["statements"]), type=Statements),
    )


def compare(event: str, dossiers: list[Dossier], entities: list[Entity]) -> list[Record]:
    """Return alignments, verdicts, checks and borrowings of one event's accounts.

    A place that cannot be judged, or figures that cannot be set against each other, are left out
    and said to be. What origins are counted by is not spared so: without it, accounts would look
    independent that are not.
    """
    ordered = sorted(dossiers, key=lambda dossier: dossier.account.id)
    by_id = {dossier.account.id: dossier for dossier in ordered}
    aligned = align.align(event, ordered) if len(ordered) > 1 else ()
    judged, faults = spared(lambda some: [judge.judge(some, by_id)], aligned)
    problems = [_unjudged(place, by_id, f.reason) for f in faults for place in f.parts]
    alignments = [alignment for places, _ in judged for alignment in places]
    verdicts = [verdict for _, found in judged for verdict in found]
    counts, more_verdicts, uncounted = _gathered(
        event, by_id, lambda name, known: judge.counts(name, known, entities), "figures"
    )
    acts, open_verdicts, unheld = _gathered(event, by_id, judge.degrees, "words of degree")
    timed, time_verdicts, untimed = _gathered(event, by_id, judge.times, "times")
    checks = trace.checks(ordered, entities)
    headlines = [check for dossier in ordered for check in trace.headline_checks(dossier)]
    borrowed = trace.borrowings(ordered, entities=entities, checks=checks)
    counted = trace.origins(
        (*alignments, *counts, *acts, *timed), ordered, borrowings=borrowed, entities=entities
    )
    return [
        *counted,
        *verdicts,
        *more_verdicts,
        *open_verdicts,
        *time_verdicts,
        *checks,
        *headlines,
        *borrowed,
        *problems,
        *uncounted,
        *unheld,
        *untimed,
        *_left_out((*alignments, *counts, *timed), by_id),
    ]


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
) -> tuple[Sequence[Alignment], Sequence[Verdict], list[Problem]]:
    """Return what is gathered from all over an event with its verdicts; none, and why, where it fails."""
    if len(dossiers) < 2:
        return (), (), []
    found, faults = spared(lambda _: [gather(event, dossiers)], [event])
    where = ", ".join(dossier.account.source for dossier in dossiers.values())
    told = f"the {what} of these accounts could not be set against each other"
    problems = [Problem(where=where, step="compare", reason=f"{told} ({f.reason})") for f in faults]
    alignments, verdicts = found[0] if found else ((), ())
    return alignments, verdicts, problems


def _unjudged(place: align.Aligned, dossiers: Mapping[str, Dossier], reason: str) -> Problem:
    first = next(span for reading in place.alignment.readings for span in reading.places)
    words = f"characters {first.start} to {first.end}, “{first.text}”"
    told = f"what accounts say here could not be compared and is left out ({reason}): {words}"
    return Problem(where=dossiers[first.account].account.source, step="compare", reason=told)


def record_row(identity: str, record: Record) -> Row:
    """Return a record as a row: the id of the row it came from, its class's name, its JSON."""
    return {"id": identity, "kind": type(record).__name__, "body": msgspec.json.encode(record)}


READ = Stage("read", read_rows, RECORD_COLUMNS)
STUDY = Stage("study", study_rows, (("id", "string"), ("body", "binary")))
COMPARE = Stage("compare", compare_rows, RECORD_COLUMNS)


@cache
def fingerprint() -> str:
    """Return what a kept dossier depends on beside its account: the models and our own code."""
    digest = blake2b(digest_size=8)
    root = Path(__file__).parent
    for path in sorted(root.rglob("*.py")):
        digest.update(path.read_bytes())
    models = [SpacyParser.fingerprint, MiniLmEncoder.fingerprint]
    return "-".join(["study", *models, digest.hexdigest()])


@cache
def _parser() -> SpacyParser:
    return SpacyParser()


@cache
def _encoder() -> MiniLmEncoder:
    return MiniLmEncoder()


@cache
def _reader() -> Timed[[Source, Settings], Read]:
    return Timed(_read_here)


@cache
def _identifier() -> LangidIdentifier:
    return LangidIdentifier()
