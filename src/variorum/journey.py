"""The journey: read → segment → extract → link → align → judge → trace, on one screen.

Enters: paths, a ledger, an engine, settings. Leaves: the ledger, with all that was found.
This is the only place where steps, ledger and engine meet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
import pyarrow as pa

from variorum import records, stages
from variorum.backends.ledger_memory import MemoryLedger
from variorum.errors import UsageError
from variorum.link.story import Story, link
from variorum.packing import pack, unpack
from variorum.read import find_sources
from variorum.records import Account, Dossier, Finding, Problem, Record
from variorum.report.findings import findings
from variorum.report.material import material
from variorum.seams import Engine, Ledger, Outcome, Stage
from variorum.settings import Settings

Progress = Callable[[str, int, int], None]
"""Called with a step's name, how much of it is done, and how much there is."""

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
    problems = _read(paths, ledger, engine, settings, progress)
    dossiers, unread = _study(ledger, engine, progress)
    if not dossiers:
        raise UsageError(_nothing(paths, problems))
    story = link(dossiers)
    compared = _compare(story, engine, progress)
    found = [*story.records(), *compared, *problems, *unread]
    ledger.replace((*KEPT, Finding), [*found, *_findings(found)])


def _read(
    paths: Sequence[Path],
    ledger: Ledger,
    engine: Engine,
    settings: Settings,
    progress: Progress,
) -> list[Problem]:
    """Keep every account at `paths`; return what could not be read, old problems included."""
    sources = find_sources(paths, settings)
    encoded = msgspec.json.encode(settings)
    rows: list[dict[str, object]] = [
        {"id": s.name, "path": str(s.path), "refused": s.refused, "settings": encoded}
        for s in sources
    ]
    names = {source.name for source in sources}
    problems = [p for p in ledger.read(Problem) if p.step == "read" and p.where not in names]
    accounts: dict[str, Account] = {}
    for outcome in _map(engine, stages.READ, rows, progress):
        for kind, body in _records(outcome):
            if kind == "Problem":
                problems.append(msgspec.json.decode(body, type=Problem))
            else:
                account = msgspec.json.decode(body, type=Account)
                problems += _twins(accounts.setdefault(account.id, account), account)
        problems += _quarantined(outcome, "read")
    ledger.keep_work("read", {a.id: msgspec.json.encode(a) for a in accounts.values()})
    return problems


def _study(
    ledger: Ledger, engine: Engine, progress: Progress
) -> tuple[list[Dossier], list[Problem]]:
    """Study each account once; return all dossiers by id, and what could not be studied."""
    accounts = ledger.work("read")
    done = ledger.work(stages.fingerprint())
    rows: list[dict[str, object]] = [
        {"id": key, "body": accounts[key]} for key in sorted(accounts) if key not in done
    ]
    problems: list[Problem] = []
    for outcome in _map(engine, stages.STUDY, rows, progress):
        made = {row["id"]: row["body"] for row in outcome.table.to_pylist()}
        ledger.keep_work(stages.fingerprint(), made)
        done.update(made)
        problems += _quarantined(outcome, "study")
    dossiers = [unpack(done[key]) for key in sorted(accounts) if key in done]
    return dossiers, problems + [p for d in dossiers for p in stages.unread(d.account)]


def _compare(story: Story, engine: Engine, progress: Progress) -> list[Record]:
    """Compare the accounts of each event with one another."""
    by_id = {dossier.account.id: dossier for dossier in story.dossiers}
    rows = [
        {
            "event": event.id,
            "id": account,
            "body": pack(by_id[account]),
            "entities": msgspec.json.encode(story.named_in(account)),
        }
        for event in story.events
        for account in event.accounts
    ]
    table = pa.Table.from_pylist(rows)
    found: list[Record] = []
    for done, outcome in enumerate(engine.group(stages.COMPARE, table, "event"), start=1):
        kinds = {kind.__name__: kind for kind in KEPT}
        found += [msgspec.json.decode(body, type=kinds[kind]) for kind, body in _records(outcome)]
        found += _quarantined(outcome, "compare")
        progress("compare", min(done, len(story.events)), len(story.events))
    return found


def _findings(found: Sequence[Record]) -> Sequence[Finding]:
    whole = MemoryLedger()
    whole.add(found)
    return findings(material(whole))


def _map(
    engine: Engine, stage: Stage, rows: list[dict[str, object]], progress: Progress
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
    where = ", ".join(str(path) for path in paths)
    reasons = "".join(f"\n  {p.where}: {p.reason}" for p in problems[:5])
    return (
        f"No account could be read in {where or 'nothing at all'}.{reasons}\n"
        "Name a folder with text, Markdown, HTML, JSON or JSON Lines files."
    )
