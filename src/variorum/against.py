"""Against: quotations held against a record that a person names, without a ledger on disk.

Enters: paths of accounts or lists of quotations, paths of records, an engine. Leaves: a ledger in
memory with the accounts, their quotations, the names and the `Check`s.

The accounts need not tell of one event, and the record need not look like a transcript: the
person says that it is one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pyarrow as pa
from msgspec.structs import replace

from variorum.errors import SourceError, UsageError
from variorum.ledgers.memory import MemoryLedger
from variorum.ledgers.opening import refuse_addresses
from variorum.link.story import Story, link
from variorum.packing import unpack
from variorum.read import quote_lines
from variorum.read.inputs import find_sources
from variorum.read.media.decoding import decode
from variorum.records import Account, Dossier, Problem, Quotation, Region, Statements
from variorum.seams import Encoder, Engine
from variorum.settings import Settings
from variorum.stages.opening import encoder, require_models
from variorum.stages.reading import READ, source_row
from variorum.stages.studying import STUDY, study_row, unstudied, unstudied_because
from variorum.trace.checking.checks import checks

if TYPE_CHECKING:
    from variorum.journey import Progress

STDIN = "-"
UNNAMED = "the record"
"""Who speaks in a record without turns of which nobody says whose words it has."""
LIST_ENDINGS = frozenset({"", ".txt", ".text"})
"""Endings of files that may hold a list of quotations."""

Listed = dict[str, tuple[Account, tuple[Quotation, ...]]]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What a person asks: quotations, the records to hold them against, and how to take them.

    `quotes` are paths, or "-" for a list on stdin. `said_by` is whose words a record without
    turns holds, and who says the lines that name nobody; `lines` takes every text file of the
    quotes for a list.
    """

    quotes: tuple[str, ...]
    records: tuple[Path, ...]
    said_by: str | None = None
    lines: bool = False


def held_against(
    asked: Asked, engine: Engine, *, settings: Settings, progress: Progress
) -> MemoryLedger:
    """Hold quotations against records; UsageError where neither can be made out."""
    refuse_addresses([*asked.quotes, *asked.records])
    require_models(settings)
    told, problems = _read(asked.records, engine, settings)
    if not told:
        raise UsageError(_nothing("record", asked.records, problems))
    records = {account.id: _as_record(account, asked) for account in told}
    lists, paths = _lists(asked, settings, _only_voice(records))
    articles, more = _read(paths, engine, settings)
    quoting = {a.id: a for a in articles if a.id not in records}
    if not quoting and not any(said for _, said in lists.values()):
        raise UsageError(_nothing("quotation", asked.quotes, more))
    if quoting:
        _require_speakers(records)
    known = {**quoting, **records}
    told_by = [*known.values(), *(account for account, _ in lists.values())]
    studied = _studied(told_by, engine, settings, progress)
    progress("check", 0, 1)
    story = link([studied[key] for key in sorted(known)], together=True)
    listed = [_of_list(studied[account.id], said) for account, said in lists.values()]
    ledger = _checked(story, listed, encoder(settings))
    ledger.add([*problems, *more, *(p for d in studied.values() for p in d.problems)])
    progress("check", 1, 1)
    return ledger


def _checked(story: Story, lists: Sequence[Dossier], encoder: Encoder) -> MemoryLedger:
    dossiers = (*story.dossiers, *lists)
    ledger = MemoryLedger()
    ledger.add([*story.entities, *(d.account for d in dossiers)])
    ledger.add(quotation for d in dossiers for quotation in d.statements.quotations)
    ledger.add(checks(dossiers, encoder, story.entities, of_the_record=True))
    return ledger


# --- reading ----------------------------------------------------------------------------------------


def _read(
    paths: Sequence[Path], engine: Engine, settings: Settings
) -> tuple[list[Account], list[Problem]]:
    encoded = msgspec.json.encode(settings)
    rows = [source_row(source, encoded) for source in find_sources(paths, settings)]
    accounts: list[Account] = []
    problems: list[Problem] = []
    for outcome in engine.map(READ, pa.Table.from_pylist(rows)) if rows else ():
        for row in outcome.table.to_pylist():
            if row["kind"] == "Problem":
                problems.append(msgspec.json.decode(row["body"], type=Problem))
            else:
                accounts.append(msgspec.json.decode(row["body"], type=Account))
        problems += [Problem(where=k, step="read", reason=why) for k, why in outcome.quarantine]
    return accounts, problems


def _lists(asked: Asked, settings: Settings, voice: str | None) -> tuple[Listed, list[Path]]:
    """Part the quotes into lists, read, and paths of articles."""
    lists: Listed = {}
    others: list[Path] = []
    speaker = asked.said_by or voice
    for name, path in _sources(asked, settings):
        text = _plain_text(name, path, settings)
        if text is not None and (asked.lines or name == STDIN or quote_lines.is_list(text)):
            lists[name] = quote_lines.list_account(
                text, "stdin" if path is None else name, speaker=speaker
            )
        elif path is not None:
            others.append(path)
    return lists, others


def _sources(asked: Asked, settings: Settings) -> Iterator[tuple[str, Path | None]]:
    if STDIN in asked.quotes:
        yield STDIN, None
    given = [Path(name) for name in asked.quotes if name != STDIN]
    yield from ((source.name, source.path) for source in find_sources(given, settings))


def _plain_text(name: str, path: Path | None, settings: Settings) -> str | None:
    """Return the text of stdin or of a plain file; ``None`` where it must be read as an article."""
    if path is None:
        data = sys.stdin.buffer.read(settings.max_source_bytes)
    elif path.suffix.lower() not in LIST_ENDINGS or not path.is_file():
        return None
    else:
        with path.open("rb") as file:
            data = file.read(settings.max_source_bytes)
    try:
        return decode(data).text
    except SourceError:
        return None


def _as_record(account: Account, asked: Asked) -> Account:
    """Take an account for a record; without turns the whole of it is one person's words."""
    if any(region.kind == "turn" and region.speaker for region in account.regions):
        return replace(account, kind="transcript")
    speaker = asked.said_by or UNNAMED
    regions = tuple(_turn(region, speaker) for region in account.regions)
    return replace(account, kind="transcript", regions=regions)


def _turn(region: Region, speaker: str) -> Region:
    return replace(region, kind="turn", speaker=speaker) if region.kind == "body" else region


def _only_voice(records: Mapping[str, Account]) -> str | None:
    """Return the one speaker of the records, ``None`` where there are several."""
    speakers = {r.speaker for a in records.values() for r in a.regions if r.kind == "turn"}
    return speakers.pop() if len(speakers) == 1 else None


def _require_speakers(records: Mapping[str, Account]) -> None:
    """Raise UsageError for a record that does not say who speaks: accounts name their speakers."""
    for account in records.values():
        if any(region.speaker == UNNAMED for region in account.regions):
            raise UsageError(
                f"{account.source} has no turns with speakers: say whose words it holds, "
                "with --said-by NAME."
            )


def _nothing(what: str, where: Sequence[object], problems: Sequence[Problem]) -> str:
    reasons = "".join(f"\n  {problem.where}: {problem.reason}" for problem in problems[:5])
    return f"No {what} could be read in {', '.join(map(str, where))}.{reasons}"


# --- studying ---------------------------------------------------------------------------------------


def _studied(
    accounts: Sequence[Account], engine: Engine, settings: Settings, progress: Progress
) -> dict[str, Dossier]:
    encoded = msgspec.json.encode(settings)
    rows = [study_row(account.id, account, encoded) for account in accounts]
    by_id = {account.id: account for account in accounts}
    found: dict[str, Dossier] = {}
    progress("study", 0, len(rows))
    for outcome in engine.map(STUDY, pa.Table.from_pylist(rows)):
        found.update(
            (row["id"], unpack(row["body"], by_id[row["id"]])) for row in outcome.table.to_pylist()
        )
        for key, reason in outcome.quarantine:
            bare, told = unstudied(by_id[key]), unstudied_because(by_id[key], reason)
            found[key] = replace(bare, problems=(told,))
        progress("study", len(found), len(rows))
    return found


def _of_list(dossier: Dossier, quotations: tuple[Quotation, ...]) -> Dossier:
    """Put the lines of a list in the place of what was read in them."""
    said = Statements(account=dossier.account.id, quotations=quotations)
    return replace(dossier, statements=said)
