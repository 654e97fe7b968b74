"""The journey: read → segment → extract → link → align → judge → trace → find, on one screen.

Enters: paths, a ledger, an engine, settings. Leaves: the ledger, with all that was found.
This is the only place where steps, ledger and engine meet.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path

import msgspec
import pyarrow as pa
from msgspec.structs import replace

from variorum.consulting import SILENT, RunDisplay
from variorum.errors import TRACEBACK, StageError, UsageError
from variorum.events import (
    TRY_AGAIN,
    Run,
    compared,
    consulted_on,
    event_rows,
    questions_on,
)
from variorum.keeping import (
    STUDIED,
    decided_of,
    drop_judged,
    keep,
    keep_versions,
    sources_of,
    state,
    unchanged,
)
from variorum.lineage import Kept, gathered, gone, renewed, under, versions
from variorum.link.events.blocking import QUERY, Join
from variorum.link.events.decided import NOTHING_DECIDED, Decided
from variorum.link.story import Story, link
from variorum.packing import linkable, pack
from variorum.parts import account_parts, linked_parts, whole_run
from variorum.read.inputs import Source, find_sources
from variorum.records import Account, Problem, Record
from variorum.seams import Engine, Ledger, Outcome, PairQuestion, Stage
from variorum.settings import Settings
from variorum.sparing import FAULTS
from variorum.stages.fingerprints import (
    answers_step,
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

JOINED_HERE = 2_000
"""Up to so many accounts are joined by their keys in this process: a database takes longer to load."""


def collate(
    paths: Sequence[Path | Source],
    ledger: Ledger,
    engine: Engine,
    *,
    settings: Settings,
    screen: RunDisplay = SILENT,
) -> None:
    """Read the accounts at `paths` into `ledger` and compare them with all that it holds.

    A `Source` among them is an address that was asked already, by `read.web.retrieval`.

    What was studied before is not studied again, so a run that was killed goes on where it stopped.
    Where another run adds accounts to the same ledger meanwhile, both find what one run over all of
    them finds. UsageError if neither the paths nor the ledger hold an account that can be read, or
    if settings name a model that is not there.
    """
    require_models(settings)
    collate_ready(Run(ledger, engine, settings, screen), paths, None)


def collate_ready(run: Run, paths: Sequence[Path | Source], ready: Collection[Path] | None) -> None:
    """Collate as `collate` does, but read only the files at `paths` that are `ready`; ``None`` reads all.

    The others stay as the ledger has them.
    """
    _settle(run, _read(run, paths, ready))


def forget(
    ledger: Ledger,
    engine: Engine,
    *,
    settings: Settings,
    screen: RunDisplay = SILENT,
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
            "No file of this ledger is where it was read from, so nothing was dropped. "
            "Collate the accounts where they are now, or delete the ledger."
        )
    keep(ledger, before, after)
    _settle(Run(ledger, engine, settings, screen), [])
    return dropped


def compare_again(
    ledger: Ledger,
    engine: Engine,
    *,
    settings: Settings,
    screen: RunDisplay = SILENT,
) -> None:
    """Compare the accounts that a ledger holds, by what people have decided on events since."""
    require_models(settings)
    _settle(Run(ledger, engine, settings, screen), [])


def questions(
    ledger: Ledger,
    engine: Engine,
    *,
    settings: Settings,
    screen: RunDisplay = SILENT,
) -> list[PairQuestion]:
    """Return what a larger judge would be asked of the accounts in a ledger, ordered by pair.

    `settings.larger` says whether that is everything. UsageError if there is no account.
    """
    run = Run(ledger, engine, settings, screen)
    sources = sources_of(ledger)
    accounts, problems = gathered(sources)
    studied, unstudied = _study(run, accounts)
    if not studied:
        raise UsageError(_nothing([], [*problems, *unstudied]))
    story = _link(run, accounts, studied, decided_of(ledger, sources, accounts))
    plain = replace(run, settings=replace(settings, larger=None))
    return questions_on(run, event_rows(plain, story, studied), studied)


def _settle(run: Run, problems: Sequence[Problem]) -> None:
    """Compare all that the ledger's sources hold; again, if another run changes them meanwhile."""
    while True:
        now, sources = state(run.ledger), sources_of(run.ledger)
        accounts, unread = gathered(sources)
        told = [*problems, *unread]
        decided = decided_of(run.ledger, sources, accounts)
        rests_on = [now, journey_fingerprint(run.settings).encode()]
        if decided != NOTHING_DECIDED:
            rests_on.append(msgspec.json.encode(decided))
        whole = whole_run(rests_on, told)
        held = run.ledger.parts()
        if whole in held:
            return  # a run over just these accounts has come to its end
        studied, unstudied = _study(run, accounts)
        if not studied:
            raise UsageError(_nothing([], [*told, *unstudied]))
        with _or_told("link"):
            story = _link(run, accounts, studied, decided)
        with _or_told("compare"):
            rows = event_rows(run, story, studied)
            new = {name: some for name, some in rows.items() if name not in held}
            consulted = consulted_on(run, new, studied)
            found = _parts(story, held) | dict.fromkeys(rows.keys() - new.keys())
            found |= compared(run, new, studied, consulted)
        again = bool(unstudied) or any(name.endswith(TRY_AGAIN) for name in found)
        left_out = [problem for dossier in story.dossiers for problem in dossier.problems]
        unmet = [*unstudied, *left_out, *consulted.problems]
        found[f"{whole}{TRY_AGAIN if again else ''}"] = [*told, *unmet]
        keep_versions(run.ledger, versions(sources, accounts))
        if run.ledger.renew(found, provided=partial(unchanged, run.ledger, now)):
            for step in (judging_step(run.settings), answers_step(run.settings)):
                drop_judged(run.ledger, step, accounts)
            return
        run.screen.progress("again", 0, 1)


def _link(
    run: Run, accounts: Mapping[str, Account], studied: Mapping[str, bytes], decided: Decided
) -> Story:
    run.screen.progress("link", 0, 1)
    dossiers = [linkable(studied[key], accounts[key]) for key in sorted(studied)]
    join = _join(run.engine) if len(dossiers) > JOINED_HERE else None
    story = link(dossiers, join=join, decided=decided)
    run.screen.progress("link", 1, 1)
    return story


@contextmanager
def _or_told(step: str) -> Iterator[None]:
    """Tell in words that a step failed which needs all accounts at once, and can spare none."""
    try:
        yield
    except FAULTS as error:
        first, *_ = str(error).strip().splitlines() or ["no message"]
        raise StageError(
            f"The step “{step}” failed ({type(error).__name__}: {first}). This is a bug in Variorum "
            f"{version('variorum')}, not a fault in your texts.\n"
            "The ledger keeps everything that was read and everything an earlier run found; a version "
            "that fixes this will continue from there.\n"
            f"Please report it: run the command with {TRACEBACK}=1 in front and include what it prints."
        ) from error


def _read(
    run: Run, paths: Sequence[Path | Source], ready: Collection[Path] | None
) -> list[Problem]:
    """Keep what is at `paths`; return what could not be read and is nowhere to be looked for."""
    there = find_sources(paths, run.settings)
    found = [source for source in there if ready is None or source.path in ready]
    before = sources_of(run.ledger)
    resting = {_known_by(source) for source in there}
    closed = [_path_of(s.path) for s in there if s.refused and s.path.is_dir()]
    read = {
        path: replace(kept, gone=False)
        for path, kept in before.items()
        if path in resting or under(path, closed)
    }
    read |= _read_sources(run, found, before)
    missing = {_known_by(source) for source in found if _is_missing(source)}
    looked = [_path_of(path) for path in paths if isinstance(path, Path)]
    present = {path: kept for path, kept in read.items() if path not in missing}
    for source in found:
        if source.is_address and source.name in missing & before.keys():
            told = read[source.name].problems
            present[source.name] = replace(before[source.name], content="", problems=told)
    after = renewed(before, present, looked, os.path.lexists)
    problems = [p for path in sorted(missing - after.keys()) for p in read[path].problems]
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
        path, content = _known_by(source), content_key(source, readers, most)
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


def _known_by(source: Source) -> str:
    """Return by what a source is known again: an address by itself, a file by its path."""
    return source.name if source.is_address else _path_of(source.path)


def _is_missing(source: Source) -> bool:
    """Tell a file that is not there, and an address that gave nothing."""
    return source.part is None if source.is_address else not os.path.lexists(source.path)


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


def _parts(story: Story, held: Collection[str]) -> dict[str, list[Record] | None]:
    """Return the parts of a story that need no comparing; those that the ledger has `held` stay."""
    made = {**account_parts(story), **linked_parts(story)}
    return {name: None if name in held else one for name, one in made.items()}


def _map(run: Run, stage: Stage, rows: list[Row]) -> Iterator[Outcome]:
    if rows:
        done = 0
        run.screen.progress(stage.name, done, len(rows))
        for outcome in run.engine.map(stage, pa.Table.from_pylist(rows)):
            yield outcome
            done += len(outcome.inputs)
            run.screen.progress(stage.name, done, len(rows))


def _nothing(paths: Sequence[Path | Source], problems: Sequence[Problem]) -> str:
    named = [one.name if isinstance(one, Source) else str(one) for one in paths]
    where = ", ".join(" ".join(name.split()) for name in named)
    reasons = "".join(f"\n  {' '.join(p.where.split())}: {p.reason}" for p in problems[:5])
    return (
        f"No account could be read in {where or 'nothing at all'}.{reasons}\n"
        "Name files, or a folder of files, with text, Markdown, HTML, JSON, JSON Lines or subtitles."
    )
