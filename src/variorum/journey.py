"""The journey: read → segment → extract → link → align → judge → trace, on one screen.

Enters: paths, a ledger, an engine, settings. Leaves: the ledger, with all that was found.
This is the only place where steps, ledger and engine meet.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
import pyarrow as pa

from variorum import records, stages
from variorum.backends.ledger_memory import MemoryLedger
from variorum.errors import UsageError
from variorum.link.candidates import QUERY, Join
from variorum.link.story import Story, link
from variorum.packing import pack
from variorum.read import find_sources
from variorum.records import Account, Event, Finding, Problem, Record
from variorum.report.findings import findings
from variorum.report.material import material
from variorum.seams import Engine, Ledger, Outcome, Stage
from variorum.settings import Settings

Progress = Callable[[str, int, int], None]
"""Called with a step's name, how much of it is done, and how much there is."""

BATCH = 400
"""Accounts whose dossiers travel to the engine together: enough to keep workers busy."""

KEPT = (
    *(Account, records.Quotation, records.Figure, records.Moment, records.Assertion),
    *(records.Entity, records.Event, records.Alignment, records.Verdict, records.Check),
    *(records.Borrowing, Problem),
)
"""What a run finds; the next run replaces it as a whole. Only `Decision`s stay."""


def collate(
    paths: Sequence[Path],
    ledger: Ledger,
    engine: Engine,
    *,
    settings: Settings,
    progress: Progress = lambda step, done, total: None,
) -> None:
    """Read the accounts at `paths` into `ledger` and compare them with all that it holds.

    What was read before is not read again, so a run that was killed goes on where it stopped.
    UsageError if neither the paths nor the ledger hold an account that can be read.
    """
    accounts, problems = _read(paths, ledger, engine, settings, progress)
    studied, unread = _study(accounts, ledger, engine, progress)
    if not studied:
        raise UsageError(_nothing(paths, problems))
    progress("link", 0, 1)
    story = link([stages.linkable(studied[key]) for key in sorted(studied)], join=_join(engine))
    progress("link", 1, 1)
    compared = _compare(story, studied, engine, progress)
    left_out = [problem for dossier in story.dossiers for problem in dossier.problems]
    found = [*story.records(), *compared, *problems, *unread, *left_out]
    del story, studied  # the largest things there are; findings need records only
    ledger.replace((*KEPT, Finding), [*found, *_findings(found)])


def _read(
    paths: Sequence[Path],
    ledger: Ledger,
    engine: Engine,
    settings: Settings,
    progress: Progress,
) -> tuple[dict[str, Account], list[Problem]]:
    """Keep every account at `paths`; return all that are kept, and what could not be read."""
    sources = find_sources(paths, settings)
    encoded = msgspec.json.encode(settings)
    rows = [stages.source_row(source, encoded) for source in sources]
    names = {source.name for source in sources}
    problems = [p for p in ledger.read(Problem) if p.step == "read" and p.where not in names]
    accounts: dict[str, Account] = {}
    kept = {key: msgspec.json.decode(a, type=Account) for key, a in ledger.work("read").items()}
    for outcome in _map(engine, stages.READ, rows, progress):
        for kind, body in _records(outcome):
            if kind == "Problem":
                problems.append(msgspec.json.decode(body, type=Problem))
            else:
                account = msgspec.json.decode(body, type=Account)
                problems += _twins(accounts.setdefault(account.id, account), account)
        problems += _quarantined(outcome, "read")
    edited = {key for key, old in kept.items() if key not in accounts and _is_of(old, names)}
    ledger.drop_work("read", sorted(edited))
    ledger.keep_work("read", {a.id: msgspec.json.encode(a) for a in accounts.values()})
    others = {key: old for key, old in kept.items() if key not in edited}
    return {**others, **accounts}, problems


def _is_of(account: Account, names: Container[str]) -> bool:
    """Tell whether an account came from one of the sources of this run."""
    return account.source.rsplit("#", 1)[0] in names


def _study(
    accounts: Mapping[str, Account], ledger: Ledger, engine: Engine, progress: Progress
) -> tuple[dict[str, bytes], list[Problem]]:
    """Study each account once; return all dossiers, packed, and what could not be studied.

    An account that cannot be studied at all is kept, without statements, and tried again next time.
    """
    done = ledger.work(stages.fingerprint())
    rows: list[stages.Row] = [
        {"id": key, "body": msgspec.json.encode(accounts[key])}
        for key in sorted(accounts)
        if key not in done
    ]
    problems: list[Problem] = []
    for outcome in _map(engine, stages.STUDY, rows, progress):
        made = {row["id"]: row["body"] for row in outcome.table.to_pylist()}
        ledger.keep_work(stages.fingerprint(), made)
        done.update(made)
        for key, reason in outcome.quarantine:
            done[key] = pack(stages.unstudied(accounts[key]))
            problems.append(stages.unstudied_because(accounts[key], reason))
    engine.release()  # comparing needs none of the models
    for key in sorted(accounts):
        problems += stages.unread(accounts[key])
    return {key: done[key] for key in sorted(accounts) if key in done}, problems


def _join(engine: Engine) -> Join:
    return lambda keys: engine.sql(QUERY, {"keys": keys})


def _compare(
    story: Story, studied: Mapping[str, bytes], engine: Engine, progress: Progress
) -> list[Record]:
    """Compare the accounts of each event with one another, some events at a time."""
    by_id = {dossier.account.id: dossier for dossier in story.dossiers}
    named = story.named()
    kinds = {kind.__name__: kind for kind in KEPT}
    found: list[Record] = []
    done = 0
    for events in _batches(story.events):
        rows = [
            stages.compare_row(event.id, by_id[account], studied[account], named[account])
            for event in events
            for account in event.accounts
        ]
        for outcome in engine.group(stages.COMPARE, pa.Table.from_pylist(rows), "event"):
            for kind, body in _records(outcome):
                found.append(msgspec.json.decode(body, type=kinds[kind]))
            found += _quarantined(outcome, "compare")
            done += len(outcome.inputs)
            progress("compare", done, len(story.events))
    return found


def _batches(events: Sequence[Event]) -> Iterator[list[Event]]:
    """Yield events, at most `BATCH` accounts together unless one event has more."""
    batch: list[Event] = []
    for event in events:
        if batch and sum(len(e.accounts) for e in (*batch, event)) > BATCH:
            yield batch
            batch = []
        batch.append(event)
    if batch:
        yield batch


def _findings(found: Sequence[Record]) -> Sequence[Finding]:
    whole = MemoryLedger()
    whole.add(found)
    return findings(material(whole))


def _map(
    engine: Engine, stage: Stage, rows: list[stages.Row], progress: Progress
) -> Iterator[Outcome]:
    if rows:
        done = 0
        progress(stage.name, done, len(rows))
        for outcome in engine.map(stage, pa.Table.from_pylist(rows)):
            yield outcome
            done += len(outcome.inputs)
            progress(stage.name, done, len(rows))


def _records(outcome: Outcome) -> Iterator[tuple[str, bytes]]:
    for row in outcome.table.to_pylist():
        yield row["kind"], row["body"]


def _quarantined(outcome: Outcome, step: str) -> Iterable[Problem]:
    return (Problem(where=key, step=step, reason=reason) for key, reason in outcome.quarantine)


def _twins(first: Account, second: Account) -> list[Problem]:
    if first.source == second.source:
        return []
    reason = f"has the same text as {first.source}; the two are kept as one account"
    return [Problem(where=second.source, step="read", reason=reason)]


def _nothing(paths: Sequence[Path], problems: Sequence[Problem]) -> str:
    where = ", ".join(" ".join(str(path).split()) for path in paths)
    reasons = "".join(f"\n  {' '.join(p.where.split())}: {p.reason}" for p in problems[:5])
    return (
        f"No account could be read in {where or 'nothing at all'}.{reasons}\n"
        "Name a folder with text, Markdown, HTML, JSON or JSON Lines files."
    )
