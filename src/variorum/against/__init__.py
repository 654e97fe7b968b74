"""Against: a text in hand held against what a person names; nothing is kept.

Enters: paths of texts, and of the records, accounts or ledgers to hold them against; an engine. Leaves: what
was found of them. `gathering` reads and studies both sides, `quotations` holds quotations against a record of
what was said, `drafts` a draft against the accounts that it rests on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.against.gathering import is_for_drafts
from variorum.against.quotations import (
    Asked,
    against_records,
    drafts_among,
    gather,
    held_against,
)
from variorum.find.matter.material import Material, material
from variorum.seams import Engine
from variorum.settings import Settings

if TYPE_CHECKING:
    from variorum.consulting import Progress
    from variorum.trace.drafts import AssessedDraft

__all__ = ["Asked", "held_against", "held_now"]


def held_now(
    asked: Asked, engine: Engine, *, settings: Settings, progress: Progress
) -> Material | tuple[AssessedDraft, ...]:
    """Hold what a person asks about against what he names: a draft against sources, quotations against a record.

    It is a draft where one of the sources is no transcript, nobody says whose words they are, and the text is
    no list of quotations. UsageError where either side cannot be read.
    """
    found = gather(asked, engine, settings=settings)
    if asked.said_by is None and not asked.lines and is_for_drafts(found.accounts.values()):
        paths = drafts_among(asked, settings)
        if paths:
            from variorum.against.drafts import assessed_drafts

            return assessed_drafts(paths, found, engine, settings=settings, progress=progress)
    return material(against_records(asked, found, engine, settings=settings, progress=progress))
