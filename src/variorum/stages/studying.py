"""Studying: the stage that reads what each account says by itself.

Enters: rows made by `study_row`. Leaves: packed dossiers, under the keys that they are kept by.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, cast

import msgspec

from variorum.align.cutting import passages
from variorum.annotations import Annotation
from variorum.extract.extraction import statements
from variorum.packing import pack
from variorum.records import Account, Dossier, Problem, Statements
from variorum.seams import Stage
from variorum.segment import annotate
from variorum.settings import Settings
from variorum.sparing import Sentences
from variorum.stages import opening
from variorum.stages.rows import Row


def study_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """Read what accounts say: rows of `id`, `body` (an account), `settings` to packed dossiers."""
    for row in rows:
        account = msgspec.json.decode(cast(bytes, row["body"]), type=Account)
        settings = msgspec.json.decode(cast(bytes, row["settings"]), type=Settings)
        yield {"id": row["id"], "body": pack(study(account, settings))}


def study_row(key: str, account: Account, settings: bytes) -> Row:
    """Return an account as a row for `study_rows`; `key` is what its dossier is kept under."""
    return {"id": key, "body": msgspec.json.encode(account), "settings": settings}


def study(account: Account, settings: Settings) -> Dossier:
    """Return an account's dossier: annotation, statements and passages."""
    if unread(account, settings):
        return unstudied(account)
    annotation = annotate(account, opening.parser(settings, account.language))
    sparing = Sentences(account)
    said = statements(account, annotation, sparing)
    cut = sparing("passages", lambda a: passages(account, a, said.quotations), annotation)
    return Dossier(
        account=account,
        annotation=annotation,
        statements=said,
        passages=cut,
        problems=sparing.problems,
    )


def unstudied(account: Account) -> Dossier:
    """Return a dossier of which nothing is known but its account: it is kept, and not compared."""
    empty, said = Annotation(account=account.id), Statements(account=account.id)
    return Dossier(account=account, annotation=empty, statements=said)


def unstudied_because(account: Account, reason: str) -> Problem:
    """Return the problem of an account in which nothing could be read."""
    told = f"none of its statements could be read ({reason}); it is kept but not compared"
    return Problem(where=account.source, step="study", reason=told)


def unread(account: Account, settings: Settings) -> list[Problem]:
    """Return why an account's statements are not read, if its language has no pipeline yet."""
    read = {language.code for language in opening.languages(settings)}
    if account.language is None or account.language in read:
        return []
    reason = (
        f"its language ({account.language}) is not supported yet, so it is kept but not compared"
    )
    return [Problem(where=account.source, step="segment", reason=reason)]


STUDY: Final = Stage("study", study_rows, (("id", "string"), ("body", "binary")))
