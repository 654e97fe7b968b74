"""The journey: read → segment → extract → link → align → judge → trace → find, on one screen.

Enters: paths, a ledger, an engine, settings. Leaves: the ledger, with all that was found.
This is the only place where steps, ledger and engine meet.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path

import msgspec
import pyarrow as pa
from msgspec import Struct
from msgspec.structs import replace

from variorum.errors import TRACEBACK, StageError, UsageError
from variorum.keeping import (
    STUDIED,
    drop_judged,
    judgements_of,
    keep,
    keep_versions,
    sources_of,
    state,
    unchanged,
)
from variorum.ledgers.record_kinds import RECORD_KINDS
from variorum.lineage import Kept, gathered, gone, renewed, versions
from variorum.link.events.blocking import QUERY, Join
from variorum.link.story import Story, link
from variorum.packing import linkable, pack
from variorum.parts import account_parts, event_part, linked_parts, whole_run
from variorum.read.inputs import Source, find_sources
from variorum.records import Account, Problem, Record
from variorum.seams import Engine, Ledger, Outcome, Stage
from variorum.settings import Settings
from variorum.sparing import FAULTS
from variorum.stages.comparing import COMPARE, JUDGEMENT, UNSURE, judging_row, rows_of
from variorum.stages.fingerprints import (
    compare_fingerprint,
    journey_fingerprint,
    judging_step,
    read_fingerprint,
    study_fingerprint,
    study_name,
)
from variorum.stages.opening import require_models
from variorum.stages.reading import READ, content_key, read_of, source_row
from variorum.stages.rows import Row
from variorum.stages.studying import (
    STUDY,
    study_row,
    unread,
    unstudied,
    unstudied_because,
)

Progress = Callable[[str, int, int], None]
"""Called with a step's name, how much of it is done, and how much there is."""

DOSSIER_BATCH = 400
"""Accounts whose dossiers travel to the engine together: enough to keep workers busy."""
JOINED_HERE = 2_000
"""Up to so many accounts are joined by their keys in this process: a database takes longer to load."""
TRY_AGAIN = " again"
"""How the name of a part ends that the next run makes again: something failed that may not fail then."""


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
    require_models(settings)
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
    return dropped


def _settle(run: Run, problems: Sequence[Problem]) -> None:
    """Compare all that the ledger's sources hold; again, if another run changes them meanwhile."""
    while True:
        now, sources = state(run.ledger), sources_of(run.ledger)
        accounts, unread = gathered(sources)
        told = [*problems, *unread]
        whole = whole_run([now, journey_fingerprint(run.settings).encode()], told)
        held = run.ledger.parts()
        if whole in held:
            return  # a run over just these accounts has come to its end
        studied, unstudied = _study(run, accounts)
        if not studied:
            raise UsageError(_nothing([], [*told, *unstudied]))
        with _or_told("link"):
            story = _link(run, accounts, studied)
        with _or_told("compare"):
            found = _compare(run, story, studied, held)
        again = bool(unstudied) or any(name.endswith(TRY_AGAIN) for name in found)
        left_out = [problem for dossier in story.dossiers for problem in dossier.problems]
        found[f"{whole}{TRY_AGAIN if again else ''}"] = [*told, *unstudied, *left_out]
        keep_versions(run.ledger, versions(sources, accounts))
        if run.ledger.renew(found, provided=partial(unchanged, run.ledger, now)):
            drop_judged(run.ledger, judging_step(run.settings), accounts)
            return
        run.progress("again", 0, 1)


def _link(run: Run, accounts: Mapping[str, Account], studied: Mapping[str, bytes]) -> Story:
    run.progress("link", 0, 1)
    dossiers = [linkable(studied[key], accounts[key]) for key in sorted(studied)]
    join = _join(run.engine) if len(dossiers) > JOINED_HERE else None
    story = link(dossiers, join=join)
    run.progress("link", 1, 1)
    return story


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
    read = _read_sources(run, found, before)
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


def _read_sources(run: Run, found: Sequence[Source], before: Mapping[str, Kept]) -> dict[str, Kept]:
    """Return sources by their path, each read by itself; what has not changed is not read again."""
    read: dict[str, Kept] = {}
    changed: dict[str, Kept] = {}
    readers, most = read_fingerprint(run.settings), run.settings.max_source_bytes
    for source in found:
        path, content = _path_of(source.path), content_key(source, readers, most)
        kept = before.get(path)
        if kept and content and kept.content == content:
            read[path] = replace(kept, gone=False)
        else:
            changed[source.name] = Kept(name=source.name, path=path, content=content)
    encoded = msgspec.json.encode(run.settings)
    rows = [source_row(source, encoded) for source in found if source.name in changed]
    accounts: dict[str, list[Account]] = {}
    problems: dict[str, list[Problem]] = {}
    for outcome in _map(run, READ, rows):
        for name, record in read_of(outcome):
            if isinstance(record, Problem):
                problems.setdefault(name, []).append(record)
            else:
                accounts.setdefault(name, []).append(record)
    for name, new in changed.items():
        met = tuple(problems.get(name, ()))
        content = "" if met else new.content  # a machine with more time may read it whole
        held = tuple(accounts.get(name, ()))
        read[new.path] = replace(new, content=content, accounts=held, problems=met)
    return read


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
    encoded, done = msgspec.json.encode(run.settings), run.ledger.work(STUDIED)
    fingerprint = study_fingerprint(run.settings)
    of = {study_name(account, fingerprint): key for key, account in accounts.items()}
    run.ledger.drop_work(STUDIED, done.keys() - of.keys())  # of edited accounts, or by older code
    new = [name for name in sorted(of) if name not in done]
    rows = [study_row(name, accounts[of[name]], encoded) for name in new]
    problems: list[Problem] = []
    for outcome in _map(run, STUDY, rows):
        made = {row["id"]: row["body"] for row in outcome.table.to_pylist()}
        run.ledger.keep_work(STUDIED, made)
        done.update(made)
        for lost, reason in outcome.quarantine:
            account = accounts[of[lost]]
            done[lost] = pack(unstudied(account))
            problems.append(unstudied_because(account, reason))
    run.engine.release()  # linking and comparing need no parser
    for key in sorted(accounts):
        problems += unread(accounts[key], run.settings)
    return {of[name]: done[name] for name in sorted(of) if name in done}, problems


def _join(engine: Engine) -> Join:
    return lambda keys: engine.sql(QUERY, {"keys": keys})


def _compare(
    run: Run, story: Story, studied: Mapping[str, bytes], held: Collection[str]
) -> dict[str, list[Record] | None]:
    """Return the parts of a story; those that the ledger has `held` are not made again."""
    made = {**account_parts(story), **linked_parts(story)}
    parts = {name: None if name in held else one for name, one in made.items()}
    rows = _event_rows(run, story, studied)
    parts |= {name: None for name in rows if name in held}
    new = {name: some for name, some in rows.items() if name not in held}
    judged = judgements_of(run.ledger, judging_step(run.settings)) if new else {}
    done = 0
    for batch in _batches(new):
        parts |= _compare_some(run, batch, studied, judged)
        done += len(batch)
        run.progress("compare", done, len(new))
    return parts


def _event_rows(
    run: Run, story: Story, studied: Mapping[str, bytes]
) -> dict[str, list[dict[str, object]]]:
    """Return the rows of each event, without dossiers, by the name of its part."""
    of = {dossier.account.id: dossier for dossier in story.dossiers}
    named, fingerprint = story.named(), compare_fingerprint(run.settings)
    rows = [
        rows_of(event, [of[account] for account in event.accounts], named) for event in story.events
    ]
    return {event_part(some, studied, fingerprint): some for some in rows}


def _compare_some(
    run: Run,
    new: Mapping[str, Sequence[dict[str, object]]],
    studied: Mapping[str, bytes],
    judged: Mapping[str, Mapping[str, bytes]],
) -> dict[str, list[Record]]:
    """Compare the accounts of some events, each by itself, and return their parts."""
    settings = msgspec.json.encode(run.settings)
    part_of = {str(rows[0]["event"]): name for name, rows in new.items()}
    table = [
        {**row, **judging_row(settings, judged.get(key, {})), "body": studied[key]}
        for rows in new.values()
        for row in rows
        for key in [str(row["id"])]
    ]
    parts: dict[str, list[Record]] = {name: [] for name in new}
    failed: dict[str, list[Problem]] = {}
    judgements: dict[str, bytes] = {}
    for outcome in run.engine.group(COMPARE, pa.Table.from_pylist(table), "event"):
        for row in outcome.table.to_pylist():
            key, kind, body = row["id"], row["kind"], row["body"]
            if kind == JUDGEMENT:
                judgements[key] = body
            elif kind == UNSURE:
                failed[key] = []
            else:
                record = msgspec.json.decode(body, type=RECORD_KINDS[kind.lower()])
                parts[part_of[key]].append(record)
        failed |= {lost.where: [lost] for lost in _quarantined(outcome, "compare")}
    run.ledger.keep_work(judging_step(run.settings), judgements)
    for event, problems in failed.items():
        parts[f"{part_of[event]}{TRY_AGAIN}"] = [*parts.pop(part_of[event]), *problems]
    return parts


def _batches(
    new: Mapping[str, list[dict[str, object]]],
) -> Iterator[Mapping[str, list[dict[str, object]]]]:
    """Yield events, at most `DOSSIER_BATCH` accounts together unless one event has more."""
    batch: dict[str, list[dict[str, object]]] = {}
    for name, rows in new.items():
        if batch and sum(map(len, batch.values())) + len(rows) > DOSSIER_BATCH:
            yield batch
            batch = {}
        batch[name] = rows
    if batch:
        yield batch


def _map(run: Run, stage: Stage, rows: list[Row]) -> Iterator[Outcome]:
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
