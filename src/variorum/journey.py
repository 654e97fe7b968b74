"""The journey: read → segment → extract → link → align → judge → trace → find, on one screen.

Enters: paths, a ledger, an engine, settings. Leaves: the ledger, with all that was found.
This is the only place where steps, ledger and engine meet.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path

import msgspec
import pyarrow as pa
from msgspec import Struct

from variorum import records, stages
from variorum.errors import TRACEBACK, StageError, UsageError
from variorum.find.findings import findings
from variorum.find.matter.material import material
from variorum.keeping import (
    drop_judged,
    drop_studied,
    judgements_of,
    keep,
    keep_versions,
    sources_of,
    state,
    unchanged,
)
from variorum.ledgers.memory import MemoryLedger
from variorum.lineage import Kept, gathered, gone, renewed, versions
from variorum.link.events.blocking import QUERY, Join
from variorum.link.story import Story, link
from variorum.packing import pack
from variorum.read import Source, find_sources
from variorum.records import Account, Event, Finding, Problem, Record
from variorum.seams import Engine, Ledger, Outcome, Stage
from variorum.settings import Settings
from variorum.sparing import FAULTS

Progress = Callable[[str, int, int], None]
"""Called with a step's name, how much of it is done, and how much there is."""

DOSSIER_BATCH = 400
"""Accounts whose dossiers travel to the engine together: enough to keep workers busy."""

KEPT = (
    *(Account, records.Quotation, records.Figure, records.Moment, records.Assertion),
    *(records.Entity, records.Event, records.Alignment, records.Verdict, records.Check),
    *(records.Borrowing, Problem),
)
"""What a run finds; the next run replaces it as a whole. Only `Decision`s stay."""


class Run(Struct, frozen=True):
    """What every part of a journey needs beside its accounts."""

    ledger: Ledger
    engine: Engine
    settings: Settings
    progress: Progress


def collate(
    paths: Sequence[Path],
    ledger: Ledger,
    engine: Engine,
    *,
    settings: Settings,
    progress: Progress = lambda step, done, total: None,
) -> None:
    """Read the accounts at `paths` into `ledger` and compare them with all that it holds.

    What was studied before is not studied again, so a run that was killed goes on where it stopped.
    Where another run adds accounts to the same ledger meanwhile, both find what one run over all of
    them finds. UsageError if neither the paths nor the ledger hold an account that can be read, or
    if settings name a model that is not there.
    """
    stages.require_models(settings)
    run = Run(ledger, engine, settings, progress)
    _settle(run, _read(run, paths))


def forget(
    ledger: Ledger,
    engine: Engine,
    *,
    settings: Settings,
    progress: Progress = lambda step, done, total: None,
) -> list[str]:
    """Drop what was not found any more where it was read from, and compare the rest anew.

    Return the names of the files. UsageError if nothing would be left.
    """
    before = sources_of(ledger)
    dropped = gone(before)
    if not dropped:
        return []
    after = {path: kept for path, kept in before.items() if not kept.gone}
    accounts, _ = gathered(after)
    if not accounts:
        raise UsageError(
            "Everything in this ledger is gone from where it was read: nothing was dropped. "
            "Collate the accounts where they are now, or delete the ledger."
        )
    keep(ledger, before, after)
    _settle(Run(ledger, engine, settings, progress), [])
    left = gathered(sources_of(ledger))[0].values()
    drop_studied(ledger, stages.fingerprint(settings), map(stages.study_key, left))
    drop_judged(ledger, stages.judging_step(settings), (account.id for account in left))
    return dropped


def _settle(run: Run, problems: Sequence[Problem]) -> None:
    """Compare all that the ledger's sources hold; again, if another run changes them meanwhile."""
    while True:
        now, sources = state(run.ledger), sources_of(run.ledger)
        accounts, unread = gathered(sources)
        studied, unstudied = _study(run, accounts)
        if not studied:
            raise UsageError(_nothing([], [*problems, *unread, *unstudied]))
        found = _compared(run, accounts, studied)
        found += [*problems, *unread, *unstudied]
        del studied  # the largest thing there is; findings need records only
        with _or_told("findings"):
            found += _findings(found)
        keep_versions(run.ledger, versions(sources, accounts))
        still = partial(unchanged, run.ledger, now)
        if run.ledger.replace((*KEPT, Finding), found, provided=still):
            return
        run.progress("again", 0, 1)


def _compared(
    run: Run, accounts: Mapping[str, Account], studied: Mapping[str, bytes]
) -> list[Record]:
    """Link what was studied, compare it, and return all records but findings."""
    run.progress("link", 0, 1)
    with _or_told("link"):
        linkable = [stages.linkable(studied[key], accounts[key]) for key in sorted(studied)]
        story = link(linkable, join=_join(run.engine))
    run.progress("link", 1, 1)
    with _or_told("compare"):
        compared = _compare(run, story, studied)
    left_out = [problem for dossier in story.dossiers for problem in dossier.problems]
    return [*story.records(), *compared, *left_out]


@contextmanager
def _or_told(step: str) -> Iterator[None]:
    """Tell in words that a step failed which needs all accounts at once, and can spare none."""
    try:
        yield
    except FAULTS as error:
        first, *_ = str(error).strip().splitlines() or ["no message"]
        raise StageError(
            f"The step “{step}” failed ({type(error).__name__}: {first}): a defect of Variorum "
            f"{version('variorum')}, not of your texts.\n"
            "All that was read is kept in the ledger, and so is what an earlier run found; a run with "
            "a version that mends this goes on from there.\n"
            f"Please report it with what {TRACEBACK}=1 before the command prints."
        ) from error


def _read(run: Run, paths: Sequence[Path]) -> list[Problem]:
    """Keep what is at `paths`; return what could not be read and is nowhere to be looked for."""
    found = find_sources(paths, run.settings)
    before = sources_of(run.ledger)
    read = _read_sources(run, found)
    missing = {_path_of(source.path) for source in found if not os.path.lexists(source.path)}
    looked = [_path_of(path) for path in paths]
    present = {path: kept for path, kept in read.items() if path not in missing}
    after = renewed(before, present, looked, os.path.lexists)
    problems = [p for path in missing - after.keys() for p in read[path].problems]
    if not any(kept.accounts for kept in after.values()):
        unread = [p for kept in after.values() for p in kept.problems]
        raise UsageError(_nothing(paths, [*problems, *unread]))
    keep(run.ledger, before, after)
    return problems


def _read_sources(run: Run, found: Sequence[Source]) -> dict[str, Kept]:
    """Read sources, each by itself, and return them by their path."""
    encoded = msgspec.json.encode(run.settings)
    rows = [stages.source_row(source, encoded) for source in found]
    accounts: dict[str, list[Account]] = {}
    problems: dict[str, list[Problem]] = {}
    for outcome in _map(run, stages.READ, rows):
        for row in outcome.table.to_pylist():
            name, body = row["id"], row["body"]
            if row["kind"] == "Problem":
                problems.setdefault(name, []).append(msgspec.json.decode(body, type=Problem))
            else:
                accounts.setdefault(name, []).append(msgspec.json.decode(body, type=Account))
        for lost in _quarantined(outcome, "read"):
            problems.setdefault(lost.where, []).append(lost)
    return {
        _path_of(source.path): Kept(
            name=source.name,
            path=_path_of(source.path),
            accounts=tuple(accounts.get(source.name, ())),
            problems=tuple(problems.get(source.name, ())),
        )
        for source in found
    }


def _path_of(path: Path) -> str:
    """Return the path by which a source is known again, however it was named.

    A link is a source of its own: only the folders that lead to it are resolved.
    """
    whole = path.resolve() if path.is_dir() else path.parent.resolve() / path.name
    return str(whole).encode("utf-8", "backslashreplace").decode()


def _study(run: Run, accounts: Mapping[str, Account]) -> tuple[dict[str, bytes], list[Problem]]:
    """Study each account once; return all dossiers, packed, and what could not be studied.

    An account that cannot be studied at all is kept, without statements, and tried again next time.
    """
    step, encoded = stages.fingerprint(run.settings), msgspec.json.encode(run.settings)
    done = run.ledger.work(step)
    of = {stages.study_key(account): key for key, account in accounts.items()}
    new = [key for key in sorted(of) if key not in done]
    rows = [stages.study_row(key, accounts[of[key]], encoded) for key in new]
    problems: list[Problem] = []
    for outcome in _map(run, stages.STUDY, rows):
        made = {row["id"]: row["body"] for row in outcome.table.to_pylist()}
        run.ledger.keep_work(step, made)
        done.update(made)
        for lost, reason in outcome.quarantine:
            account = accounts[of[lost]]
            done[lost] = pack(stages.unstudied(account))
            problems.append(stages.unstudied_because(account, reason))
    run.engine.release()  # linking and comparing need no parser
    for key in sorted(accounts):
        problems += stages.unread(accounts[key])
    return {of[key]: done[key] for key in sorted(of) if key in done}, problems


def _join(engine: Engine) -> Join:
    return lambda keys: engine.sql(QUERY, {"keys": keys})


def _compare(run: Run, story: Story, studied: Mapping[str, bytes]) -> list[Record]:
    """Compare the accounts of each event with one another, some events at a time."""
    encoded, step = msgspec.json.encode(run.settings), stages.judging_step(run.settings)
    judged = judgements_of(run.ledger, step)
    by_id = {dossier.account.id: dossier for dossier in story.dossiers}
    named = story.named()
    kinds = {kind.__name__: kind for kind in KEPT}
    found: list[Record] = []
    done = 0
    for events in _batches(story.events):
        rows = [
            stages.compare_row(
                event.id,
                by_id[account],
                studied[account],
                named[account],
                stages.judging_row(encoded, judged.get(account, {})),
            )
            for event in events
            for account in event.accounts
        ]
        for outcome in run.engine.group(stages.COMPARE, pa.Table.from_pylist(rows), "event"):
            made: dict[str, bytes] = {}
            for row in outcome.table.to_pylist():
                if row["kind"] == stages.JUDGEMENT:
                    made[row["id"]] = row["body"]
                else:
                    found.append(msgspec.json.decode(row["body"], type=kinds[row["kind"]]))
            run.ledger.keep_work(step, made)
            found += _quarantined(outcome, "compare")
            done += len(outcome.inputs)
            run.progress("compare", done, len(story.events))
    return found


def _batches(events: Sequence[Event]) -> Iterator[list[Event]]:
    """Yield events, at most `DOSSIER_BATCH` accounts together unless one event has more."""
    batch: list[Event] = []
    for event in events:
        if batch and sum(len(e.accounts) for e in (*batch, event)) > DOSSIER_BATCH:
            yield batch
            batch = []
        batch.append(event)
    if batch:
        yield batch


def _findings(found: Sequence[Record]) -> Sequence[Finding]:
    whole = MemoryLedger()
    whole.add(found)
    return findings(material(whole))


def _map(run: Run, stage: Stage, rows: list[stages.Row]) -> Iterator[Outcome]:
    if rows:
        done = 0
        run.progress(stage.name, done, len(rows))
        for outcome in run.engine.map(stage, pa.Table.from_pylist(rows)):
            yield outcome
            done += len(outcome.inputs)
            run.progress(stage.name, done, len(rows))


def _quarantined(outcome: Outcome, step: str) -> Iterable[Problem]:
    return (Problem(where=key, step=step, reason=reason) for key, reason in outcome.quarantine)


def _nothing(paths: Sequence[Path], problems: Sequence[Problem]) -> str:
    where = ", ".join(" ".join(str(path).split()) for path in paths)
    reasons = "".join(f"\n  {' '.join(p.where.split())}: {p.reason}" for p in problems[:5])
    return (
        f"No account could be read in {where or 'nothing at all'}.{reasons}\n"
        "Name a folder with text, Markdown, HTML, JSON or JSON Lines files."
    )
