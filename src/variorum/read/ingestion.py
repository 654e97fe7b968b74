"""Ingestion: one source to the accounts it holds, and a problem for everything it could not give.

Enters: a `Source`, `Settings`, a `LanguageIdentifier`. Leaves: accounts and `Problem`s; nothing is
raised for what a file holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.errors import SourceError
from variorum.read.accounts import account
from variorum.read.inputs import Source
from variorum.read.media.drafts import Complaint, Draft
from variorum.read.readers import RETRIEVED, format_of
from variorum.records import Account, Problem
from variorum.seams import LanguageIdentifier
from variorum.settings import Settings

Read = tuple[tuple[Account, ...], tuple[Problem, ...]]


def read_source(source: Source, settings: Settings, identifier: LanguageIdentifier) -> Read:
    """Return the accounts in a source and the problems met on the way, in the source's order.

    A file that was guessed at gives its account and a problem that says what was guessed.
    """
    try:
        data = _bytes(source, settings)
        accounts, problems = _read(data, source, settings, identifier)
        noted = [Problem(where=source.name, step="read", reason=source.note)] if source.note else []
        return accounts, (*noted, *problems)
    except SourceError as error:
        return (), (Problem(where=source.name, step="read", reason=str(error)),)


def read_text(
    text: str, source: Source, settings: Settings, identifier: LanguageIdentifier
) -> Read:
    """Return the accounts in a text as `read_source` does; of the source only the name counts, nothing is opened."""
    try:
        return _read(text.encode("utf-8", "replace"), source, settings, identifier)
    except SourceError as error:
        return (), (Problem(where=source.name, step="read", reason=str(error)),)


def _read(data: bytes, source: Source, settings: Settings, identifier: LanguageIdentifier) -> Read:
    if not data.strip(b"\xef\xbb\xbf \t\r\n\v\f"):
        raise SourceError("the file is empty; put the account's text in it, or leave it out")
    format = format_of(data, source.path.suffix) if source.part is None else RETRIEVED
    found = format.read(data, source.name, settings)
    return _accounts(*found, settings, identifier)


def _bytes(source: Source, settings: Settings) -> bytes:
    """Read the file, never more of it than is allowed."""
    if source.refused is not None:
        raise SourceError(source.refused)
    limit, part = settings.max_source_bytes, source.part
    try:
        if not source.path.is_file():
            raise SourceError("there is no such file; check its name")
        with source.path.open("rb") as file:
            if part is not None:
                file.seek(part.start)
                return file.read(part.length)
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise SourceError(
            f"the file cannot be opened ({error.__class__.__name__}); "
            "allow reading it, or name a copy of it"
        ) from error
    if len(data) > limit:
        raise SourceError(
            f"the file is larger than {limit} bytes; split it, or raise max_source_bytes"
        )
    return data


def _accounts(
    drafts: Sequence[Draft],
    complaints: Sequence[Complaint],
    settings: Settings,
    identifier: LanguageIdentifier,
) -> Read:
    problems = [Problem(where=where, step="read", reason=reason) for where, reason in complaints]
    accounts: list[Account] = []
    for draft in drafts:
        reason = _unfit(draft, settings)
        if reason is None:
            accounts.append(account(draft, identifier, settings.languages))
        else:
            problems.append(Problem(where=draft.where, step="read", reason=reason))
    return tuple(accounts), tuple(problems)


def _unfit(draft: Draft, settings: Settings) -> str | None:
    """Return why a draft cannot become an account."""
    if not draft.text.strip("\ufeff").strip():
        return "the account is empty"
    if len(draft.text) > settings.max_characters:
        return (
            f"the account has {len(draft.text)} characters, more than {settings.max_characters}; "
            "split it, or raise max_characters"
        )
    if "\x00" in draft.text:
        return "the text holds NUL characters: binary or damaged; clean it first"
    if any("\ud800" <= mark <= "\udfff" for mark in draft.text):
        return "the text holds halves of surrogate pairs; export it again as UTF-8"
    return None
