"""Gathering: accounts that a person names, read and studied there and then, or taken from ledgers.

Enters: paths, ledgers, an engine. Leaves: accounts with their dossiers; nothing is kept. What a ledger
keeps of an account is used as it is, if this version of the steps would make the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from variorum.errors import UsageError
from variorum.keeping import STUDIED, sources_of
from variorum.lineage import gathered
from variorum.packing import linkable
from variorum.read.inputs import find_sources
from variorum.records import Account, Dossier, Problem
from variorum.seams import Engine, Ledger
from variorum.segment.paragraphs import blocks
from variorum.settings import Settings
from variorum.sparing import Sentences
from variorum.stages.fingerprints import study_fingerprint, study_name

if TYPE_CHECKING:
    from variorum.consulting import Progress


class KeptAccounts(msgspec.Struct, frozen=True):
    """Accounts that ledgers hold, and their packed dossiers, where they are kept, by account."""

    accounts: dict[str, Account]
    dossiers: dict[str, bytes]


class GatheredSources(msgspec.Struct, frozen=True):
    """What something is held against: accounts by id, those that ledgers keep, and what could not be read."""

    accounts: dict[str, Account]
    held: KeptAccounts
    problems: tuple[Problem, ...] = ()


def gathered_sources(
    paths: Sequence[Path], ledgers: Mapping[str, Ledger], engine: Engine, settings: Settings
) -> GatheredSources:
    """Return the accounts at `paths` and in `ledgers`; UsageError where there is none."""
    held = held_in(ledgers, settings)
    read, problems = read_accounts(paths, engine, settings)
    found = {one.id: one for one in (*held.accounts.values(), *read)}
    if not found:
        raise UsageError(none_read("source", (*ledgers, *paths), problems))
    return GatheredSources(found, held, tuple(problems))


def held_in(ledgers: Mapping[str, Ledger], settings: Settings) -> KeptAccounts:
    """Return the accounts of ledgers, and the dossiers that this version of the steps would make."""
    fingerprint = study_fingerprint(settings) if ledgers else ""
    accounts: dict[str, Account] = {}
    dossiers: dict[str, bytes] = {}
    for ledger in ledgers.values():
        kept, _ = gathered(sources_of(ledger))
        done = ledger.work(STUDIED)
        made = {key: done.get(study_name(one, fingerprint)) for key, one in kept.items()}
        accounts.update(kept)
        dossiers.update((key, body) for key, body in made.items() if body is not None)
    return KeptAccounts(accounts, dossiers)


def read_accounts(
    paths: Sequence[Path], engine: Engine, settings: Settings
) -> tuple[list[Account], list[Problem]]:
    """Return the accounts at `paths`, and what could not be read."""
    sources = find_sources(paths, settings)
    if not sources:
        return [], []
    import pyarrow as pa

    from variorum.stages.reading import READ, read_of, source_row

    encoded = msgspec.json.encode(settings)
    accounts: list[Account] = []
    problems: list[Problem] = []
    rows = pa.Table.from_pylist([source_row(source, encoded) for source in sources])
    for outcome in engine.map(READ, rows):
        for _, record in read_of(outcome):
            if isinstance(record, Problem):
                problems.append(record)
            else:
                accounts.append(record)
    return accounts, problems


def is_for_drafts(sources: Iterable[Account]) -> bool:
    """Tell whether texts are held against sources as drafts: one of these is no transcript."""
    return any(not any(r.kind == "turn" and r.speaker for r in one.regions) for one in sources)


def none_read(what: str, where: Sequence[object], problems: Sequence[Problem]) -> str:
    """Return the message that nothing of a kind could be read, with the first reasons."""
    reasons = "".join(f"\n  {problem.where}: {problem.reason}" for problem in problems[:5])
    return f"No {what} could be read in {', '.join(map(str, where))}.{reasons}"


def studied_accounts(
    accounts: Sequence[Account],
    held: KeptAccounts,
    engine: Engine,
    settings: Settings,
    progress: Progress,
) -> dict[str, Dossier]:
    """Return the dossiers of accounts: those that ledgers keep, and those of the others, made now."""
    found = {one.id: _kept(one, held) for one in accounts if _is_kept(one, held)}
    new = {one.id: one for one in accounts if one.id not in found}
    if new:
        progress("study", 0, len(new))
        for some in _studied_now(new, engine, settings):
            found.update(some)
            progress("study", len(found) - len(accounts) + len(new), len(new))
    return found


def _studied_now(
    accounts: Mapping[str, Account], engine: Engine, settings: Settings
) -> Iterator[dict[str, Dossier]]:
    import pyarrow as pa

    from variorum.stages.studying import STUDY, study_row, unstudied, unstudied_because

    encoded = msgspec.json.encode(settings)
    rows = [study_row(key, account, encoded) for key, account in accounts.items()]
    for outcome in engine.map(STUDY, pa.Table.from_pylist(rows)):
        found = {
            row["id"]: linkable(row["body"], accounts[row["id"]])
            for row in outcome.table.to_pylist()
        }
        for key, reason in outcome.quarantine:
            told = unstudied_because(accounts[key], reason)
            found[key] = replace(unstudied(accounts[key]), problems=(told,))
        yield found


def _is_kept(account: Account, held: KeptAccounts) -> bool:
    """Tell whether a ledger keeps what was parsed in this very account, cut at these very places."""
    kept = held.accounts.get(account.id)
    if kept is None or account.id not in held.dossiers:
        return False
    same = replace(account, source=kept.source, kind=kept.kind, regions=kept.regions) == kept
    return same and blocks(account) == blocks(kept)


def _kept(account: Account, held: KeptAccounts) -> Dossier:
    """Return the dossier that a ledger keeps; what a speech says is read anew, as one person's words.

    Nothing is parsed again: turns are parsed as the body of a text is.
    """
    kept = held.accounts[account.id]
    dossier = replace(linkable(held.dossiers[account.id], kept), account=account)
    if account.regions == kept.regions:
        return dossier
    from variorum.extract.extraction import statements

    sparing = Sentences(account)
    said = statements(account, dossier.annotation, sparing)
    return replace(dossier, statements=said, problems=sparing.problems)
