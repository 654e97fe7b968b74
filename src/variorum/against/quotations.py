"""Quotations held against a record that a person names; nothing is kept.

Enters: paths of accounts or lists of quotations, paths of records or ledgers that hold them, an
engine. Leaves: a ledger in memory with the accounts, their quotations, the names and the `Check`s.

The accounts need not tell of one event, and the record need not look like a transcript: the
person says that it is one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from variorum.against.gathering import (
    GatheredSources,
    KeptAccounts,
    gathered_sources,
    none_read,
    read_accounts,
    studied_accounts,
)
from variorum.annotations import Annotation, Sentence
from variorum.errors import SourceError, UsageError
from variorum.ledgers.memory import MemoryLedger
from variorum.ledgers.opening import refuse_addresses
from variorum.link.story import Story, link
from variorum.read import quote_lines
from variorum.read.inputs import find_sources
from variorum.read.media.letters.decoding import decode
from variorum.records import Account, Dossier, Quotation, Region, Statements
from variorum.seams import Encoder, Engine, Ledger
from variorum.settings import Settings
from variorum.stages.opening import encoder, require_models
from variorum.trace.checking.checks import checks

if TYPE_CHECKING:
    from variorum.consulting import Progress

STDIN = "-"
UNNAMED = "the record"
"""Who speaks in a record without turns of which nobody says whose words it has."""
LIST_ENDINGS = frozenset({"", ".txt", ".text"})
"""Endings of files that may hold a list of quotations."""

Listed = dict[str, tuple[Account, tuple[Quotation, ...]]]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What a person asks: quotations, the records to hold them against, and how to take them.

    `quotes` are paths, or "-" for a list on stdin. `ledgers`, by the names that messages call them,
    hold records too: their accounts with turns of speakers, or all where none has any. `said_by` is
    whose words a record without turns holds, and who says the lines that name nobody; `lines` takes
    every text file of the quotes for a list.
    """

    quotes: tuple[str, ...]
    records: tuple[Path, ...] = ()
    ledgers: dict[str, Ledger] = {}
    said_by: str | None = None
    lines: bool = False


def gather(asked: Asked, engine: Engine, *, settings: Settings) -> GatheredSources:
    """Read what texts are to be held against; UsageError where nothing can be read."""
    refuse_addresses([*asked.quotes, *asked.records])
    require_models(settings)
    return gathered_sources(asked.records, asked.ledgers, engine, settings)


def held_against(
    asked: Asked, engine: Engine, *, settings: Settings, progress: Progress
) -> MemoryLedger:
    """Hold quotations against records; UsageError where neither can be made out."""
    found = gather(asked, engine, settings=settings)
    return against_records(asked, found, engine, settings=settings, progress=progress)


def against_records(
    asked: Asked, found: GatheredSources, engine: Engine, *, settings: Settings, progress: Progress
) -> MemoryLedger:
    """Hold quotations against records that were read; UsageError where there are no quotations."""
    held, problems = found.held, found.problems
    kept = {account.id for account in held.accounts.values()}
    told = [*_records_of(held), *(one for key, one in found.accounts.items() if key not in kept)]
    records = {account.id: _as_record(account, asked) for account in told}
    lists, paths = _lists(asked, settings, _only_voice(records))
    articles, more = read_accounts(paths, engine, settings)
    quoting = {a.id: a for a in articles if a.id not in records}
    if not quoting and not any(said for _, said in lists.values()):
        raise UsageError(none_read("quotation", asked.quotes, more))
    if quoting:
        _require_speakers(records)
    known = {**quoting, **records}
    studied = studied_accounts(list(known.values()), held, engine, settings, progress)
    progress("check", 0, 1)
    story = link([studied[key] for key in sorted(known)], together=True)
    listed = [dossier_of_list(account, said) for account, said in lists.values()]
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


def _records_of(held: KeptAccounts) -> list[Account]:
    """Return what ledgers hold as records: the accounts with turns, or all where none has any."""
    accounts = list(held.accounts.values())
    return [account for account in accounts if _has_turns(account)] or accounts


def drafts_among(asked: Asked, settings: Settings) -> list[Path]:
    """Return the texts that are no list of quotations."""
    return _lists(asked, settings, None)[1] if STDIN not in asked.quotes else []


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
    if _has_turns(account):
        return replace(account, kind="transcript")
    speaker = asked.said_by or UNNAMED
    regions = tuple(_turn(region, speaker) for region in account.regions)
    return replace(account, kind="transcript", regions=regions)


def _has_turns(account: Account) -> bool:
    return any(region.kind == "turn" and region.speaker for region in account.regions)


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
                f"{account.source} does not say who speaks. Name the speaker with --said-by NAME."
            )


def dossier_of_list(account: Account, quotations: tuple[Quotation, ...]) -> Dossier:
    """Return the dossier of a list: each line is a sentence, and nobody need parse it."""
    sentences = tuple(
        Sentence(region.start, region.end, 0, 0, paragraph=index, region=index)
        for index, region in enumerate(account.regions)
    )
    annotation = Annotation(account=account.id, language=account.language, sentences=sentences)
    said = Statements(account=account.id, quotations=quotations)
    return Dossier(account=account, annotation=annotation, statements=said)
