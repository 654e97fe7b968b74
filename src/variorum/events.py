"""Events: the accounts of each are set side by side, a larger judge being consulted first.

Enters: a `Run`, a `Story`, packed dossiers. Leaves: the parts of events, as `Ledger.renew` takes them.
This is the second half of the journey: steps, ledger and engine meet here too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec
import pyarrow as pa
from msgspec import Struct

from variorum.consulting import Answered, RunDisplay, answered
from variorum.keeping import judgements_of
from variorum.ledgers.record_kinds import RECORD_KINDS
from variorum.link.story import Story
from variorum.parts import event_part
from variorum.records import Problem, Record
from variorum.seams import Engine, Ledger, Outcome, PairQuestion
from variorum.settings import Settings
from variorum.stages.comparing import ASK, COMPARE, JUDGEMENT, UNSURE, judging_row, rows_of
from variorum.stages.fingerprints import answers_step, compare_fingerprint, judging_step
from variorum.stages.opening import reader
from variorum.stages.rows import Row

DOSSIER_BATCH = 400
"""Accounts whose dossiers travel to the engine together: enough to keep workers busy."""
TRY_AGAIN = " again"
"""How the name of a part ends that the next run makes again: something failed that may not fail then."""


EventRows = Mapping[str, list[dict[str, object]]]
"""The rows of each event, without dossiers, by the name of its part."""


class EventInputs(Struct, frozen=True):
    """What travels with the rows of events: dossiers, and what judges said, by account."""

    settings: bytes
    studied: Mapping[str, bytes]
    judged: Mapping[str, Mapping[str, bytes]]
    answers: Mapping[str, Mapping[str, bytes]]

    def row(self, account: str) -> Row:
        """Return what an account's row needs to ask the judges."""
        judged, answers = self.judged.get(account, {}), self.answers.get(account, {})
        return judging_row(self.settings, judged, answers)


class Run(Struct, frozen=True):
    """What every part of a journey needs beside its accounts."""

    ledger: Ledger
    engine: Engine
    settings: Settings
    screen: RunDisplay


# --- comparing ---------------------------------------------------------------------------------------


def event_rows(
    run: Run, story: Story, studied: Mapping[str, bytes]
) -> dict[str, list[dict[str, object]]]:
    """Return the rows of each event, without dossiers, by the name of its part."""
    of = {dossier.account.id: dossier for dossier in story.dossiers}
    named, fingerprint = story.named(), compare_fingerprint(run.settings)
    rows = [
        rows_of(event, [of[account] for account in event.accounts], named) for event in story.events
    ]
    return {event_part(some, studied, fingerprint): some for some in rows}


def compared(
    run: Run, new: EventRows, studied: Mapping[str, bytes], consulted: Answered
) -> dict[str, list[Record]]:
    """Return the parts of events, each compared by itself."""
    parts: dict[str, list[Record]] = {}
    judged = judgements_of(run.ledger, judging_step(run.settings)) if new else {}
    given = EventInputs(msgspec.json.encode(run.settings), studied, judged, consulted.by_account())
    done = 0
    for batch in _batches(new):
        parts |= _compare_some(run, batch, given)
        done += len(batch)
        run.screen.progress("compare", done, len(new))
    return parts


def consulted_on(run: Run, new: EventRows, studied: Mapping[str, bytes]) -> Answered:
    """Return what a larger judge answers on some events, nothing where none is asked."""
    judge = reader(run.settings)
    if judge is None:
        return Answered()
    found, step = questions_on(run, new, studied), answers_step(run.settings)
    return answered(found, judge, run.ledger, step, run.screen)


def questions_on(run: Run, new: EventRows, studied: Mapping[str, bytes]) -> list[PairQuestion]:
    """Return what a larger judge is to be asked of some events, ordered by pair."""
    judged = judgements_of(run.ledger, judging_step(run.settings))
    given = EventInputs(msgspec.json.encode(run.settings), studied, judged, {})
    found: dict[str, PairQuestion] = {}
    judgements: dict[str, bytes] = {}
    for batch in _batches(new):
        for outcome in run.engine.group(ASK, _table(batch, given), "event"):
            for row in outcome.table.to_pylist():
                if row["kind"] == JUDGEMENT:
                    judgements[row["id"]] = row["body"]
                else:
                    found[row["id"]] = msgspec.json.decode(row["body"], type=PairQuestion)
    run.ledger.keep_work(judging_step(run.settings), judgements)
    return [found[key] for key in sorted(found)]


def _table(new: EventRows, given: EventInputs) -> pa.Table:
    """Return the rows of some events with what was given of their accounts."""
    return pa.Table.from_pylist(
        [
            {**row, **given.row(str(row["id"])), "body": given.studied[str(row["id"])]}
            for rows in new.values()
            for row in rows
        ]
    )


def _compare_some(run: Run, new: EventRows, given: EventInputs) -> dict[str, list[Record]]:
    """Compare the accounts of some events, each by itself, and return their parts."""
    part_of = {str(rows[0]["event"]): name for name, rows in new.items()}
    parts: dict[str, list[Record]] = {name: [] for name in new}
    failed: dict[str, list[Problem]] = {}
    judgements: dict[str, bytes] = {}
    for outcome in run.engine.group(COMPARE, _table(new, given), "event"):
        for row in outcome.table.to_pylist():
            key, kind, body = row["id"], row["kind"], row["body"]
            if kind == JUDGEMENT:
                judgements[key] = body
            elif kind == UNSURE:
                failed[key] = []
            else:
                record = msgspec.json.decode(body, type=RECORD_KINDS[kind.lower()])
                parts[part_of[key]].append(record)
        failed |= {lost.where: [lost] for lost in set_aside(outcome, "compare")}
    run.ledger.keep_work(judging_step(run.settings), judgements)
    for event, problems in failed.items():
        parts[f"{part_of[event]}{TRY_AGAIN}"] = [*parts.pop(part_of[event]), *problems]
    return parts


def _batches(new: EventRows) -> Iterator[EventRows]:
    """Yield events, at most `DOSSIER_BATCH` accounts together unless one event has more."""
    batch: dict[str, list[dict[str, object]]] = {}
    for name, rows in new.items():
        if batch and sum(map(len, batch.values())) + len(rows) > DOSSIER_BATCH:
            yield batch
            batch = {}
        batch[name] = rows
    if batch:
        yield batch


def set_aside(outcome: Outcome, step: str) -> Iterable[Problem]:
    """Return a problem for each row that a stage could not take."""
    return (Problem(where=key, step=step, reason=reason) for key, reason in outcome.quarantine)
