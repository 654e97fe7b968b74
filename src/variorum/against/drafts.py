"""A draft held against the accounts that it rests on; nothing is kept.

Enters: what a person asks, the sources as read, an engine. Leaves: an `AssessedDraft` for each draft.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.against.gathering import (
    GatheredSources,
    KeptAccounts,
    gathered_sources,
    none_read,
    read_accounts,
    studied_accounts,
)
from variorum.engines.local import LocalEngine
from variorum.errors import UsageError
from variorum.link.story import link
from variorum.read.ingestion import read_text
from variorum.read.inputs import Source
from variorum.records import Account, Dossier, Problem, Span
from variorum.seams import Encoder, Engine, Ledger
from variorum.settings import Settings
from variorum.stages.opening import encoder, identifier, require_models
from variorum.trace.checking.phrasing import shortened
from variorum.trace.drafts import AssessedDraft, assess
from variorum.trace.drafts.citations import citations

if TYPE_CHECKING:
    from variorum.consulting import Progress

IN_HAND = Source(name="the text", path=Path("text.md"))
"""What a text that stands in no file is called, and how it is read."""


def assessed_text(
    text: str, sources: Mapping[str, Dossier], encoder: Encoder, settings: Settings
) -> AssessedDraft:
    """Check a draft that stands in no file against dossiers of accounts; marks of Markdown are understood.

    An encoder that is used again has the sentences of the sources already. UsageError where the text cannot be read.
    """
    require_models(settings)
    own, problems = read_text(text, IN_HAND, settings, identifier(settings))
    if not own:
        raise UsageError(none_read("draft", [IN_HAND.name], problems))
    draft, *_ = own
    with LocalEngine() as engine:
        none = KeptAccounts({}, {})
        studied = studied_accounts([draft], none, engine, settings, lambda *_: None)
    beside = {**sources, **studied}
    return _assessed(draft.id, [beside[key] for key in sorted(beside)], problems, encoder)


def assessed_draft(
    path: Path, sources: Sequence[Path], ledgers: Mapping[str, Ledger], settings: Settings
) -> AssessedDraft:
    """Check one draft against sources, by an engine of its own; UsageError where a side cannot be read."""
    require_models(settings)
    with LocalEngine(settings.worker_count(), accounts=sources) as engine:
        found = gathered_sources(sources, ledgers, engine, settings)
        (assessed,) = assessed_drafts(
            [path], found, engine, settings=settings, progress=lambda *_: None
        )
    return assessed


def assessed_drafts(
    paths: Sequence[Path],
    found: GatheredSources,
    engine: Engine,
    *,
    settings: Settings,
    progress: Progress,
) -> tuple[AssessedDraft, ...]:
    """Hold each draft against all sources but itself; UsageError where no draft can be read."""
    own, more = read_accounts(paths, engine, settings)
    if not own:
        raise UsageError(none_read("draft", paths, more))
    known = {**found.accounts, **{one.id: one for one in own}}
    studied = studied_accounts(list(known.values()), found.held, engine, settings, progress)
    made, vectors = [], encoder(settings)  # each sentence of the sources is encoded once
    for number, draft in enumerate(own):
        progress("check", number, len(own))
        beside = [studied[key] for key in sorted({*found.accounts, draft.id})]
        made.append(_assessed(draft.id, beside, (*found.problems, *more), vectors))
    progress("check", len(own), len(own))
    return tuple(made)


def _assessed(
    draft: str, dossiers: Sequence[Dossier], problems: Iterable[Problem], encoder: Encoder
) -> AssessedDraft:
    story = link(dossiers, together=True)
    mine = next(one for one in story.dossiers if one.account.id == draft)
    theirs = [one for one in story.dossiers if one is not mine]
    cited = citations(mine, [one.account for one in theirs])
    return AssessedDraft(
        draft=mine.account,
        sources={one.account.id: one.account for one in theirs},
        assessments=assess(mine, theirs, story.entities, encoder, cited),
        problems=(
            *problems,
            *(problem for one in story.dossiers for problem in one.problems),
            *(_unresolved(mine.account, place) for place in cited.unresolved),
        ),
    )


def _unresolved(draft: Account, place: Span) -> Problem:
    """Say once of a citation that no source fits it."""
    reason = (
        f"cites “{shortened(place.text)}”, which is none of the sources given, or more than one: what cites it "
        "is held against all sources alike; name the file, the title or the address to tie it to one"
    )
    return Problem(where=draft.source, step="check", reason=reason)
