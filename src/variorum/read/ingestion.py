"""Ingestion: one source to the accounts it holds, and a problem for everything it could not give.

Enters: a `Source`, `Settings`, a `LanguageIdentifier`. Leaves: accounts and `Problem`s; nothing is
raised for what a file holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from variorum.errors import SourceError
from variorum.read.accounts import account
from variorum.read.inputs import Source
from variorum.read.media.decoding import OFFICE, decode
from variorum.read.media.drafts import Draft
from variorum.read.media.exports import read_export
from variorum.read.media.formats import (
    ARCHIVE,
    FEED,
    MAIL,
    MAILBOX,
    SHORTCUT,
    SUBTITLES,
    XML,
    unreadable,
)
from variorum.read.media.json_feeds import is_json, read_json, read_lines
from variorum.read.media.office import read_word
from variorum.read.media.plain import read_markdown, read_plain
from variorum.read.media.subtitles import is_subtitles, read_subtitles
from variorum.read.media.webpage import read_page
from variorum.records import Account, Problem
from variorum.seams import LanguageIdentifier
from variorum.settings import Settings

Medium = Literal["plain", "markdown", "html", "json", "lines", "subtitles"]

SUFFIXES: dict[str, Medium] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".txt": "plain",
    ".text": "plain",
    ".srt": "subtitles",
    ".vtt": "subtitles",
    ".sbv": "subtitles",
}
WORD = ".docx"
_TABLE = "is a table; save one account per line as JSON Lines"
UNREAD = {
    ".csv": _TABLE,
    ".tsv": _TABLE,
    ".xlsx": _TABLE,
    ".odt": OFFICE,
    ".mht": ARCHIVE,
    ".mhtml": ARCHIVE,
    ".warc": ARCHIVE,
    ".eml": MAIL,
    ".emlx": MAIL,
    ".msg": MAIL,
    ".mbox": MAILBOX,
    ".rss": FEED,
    ".atom": FEED,
    ".ass": SUBTITLES,
    ".ssa": SUBTITLES,
    ".url": SHORTCUT,
    ".webloc": SHORTCUT,
    ".desktop": SHORTCUT,
}
_PAGE = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?"
    r"<(?:!doctype\s+html|html|head|body|main|article|section|div|p|h1)\b(?=[\s>])",
    re.I | re.S,
)

Read = tuple[tuple[Account, ...], tuple[Problem, ...]]


def read_source(source: Source, settings: Settings, identifier: LanguageIdentifier) -> Read:
    """Return the accounts in a source and the problems met on the way, in the source's order.

    A file that was guessed at gives its account and a problem that says what was guessed.
    """
    try:
        data = _bytes(source, settings)
        if source.path.suffix.lower() == WORD:
            return _accounts([read_word(data, source.name, settings)], [], settings, identifier)
        decoded = decode(data, page=source.path.suffix.lower() in (".html", ".htm", ".xhtml"))
    except SourceError as error:
        return (), (_problem(source, error),)
    return read_text(decoded.text, source, settings, identifier, note=decoded.note)


def read_text(
    text: str,
    source: Source,
    settings: Settings,
    identifier: LanguageIdentifier,
    *,
    note: str | None = None,
) -> Read:
    """Return the accounts in a text as `read_source` does, which decodes one and may have a `note` on that.

    Of the source only the name counts; nothing is opened.
    """
    try:
        if not text.strip("\ufeff \t\r\n\v\f"):
            raise SourceError("the file is empty; put the account's text in it, or leave it out")
        drafts, complaints = _drafts(text, source, settings)
    except SourceError as error:
        return (), (_problem(source, error),)
    notes = [(source.name, note)] if note else []
    return _accounts(drafts, [*notes, *complaints], settings, identifier)


def _problem(source: Source, error: SourceError) -> Problem:
    return Problem(where=source.name, step="read", reason=str(error))


def _bytes(source: Source, settings: Settings) -> bytes:
    """Read the file, never more of it than is allowed."""
    if source.refused is not None:
        raise SourceError(source.refused)
    limit = settings.max_source_bytes
    try:
        if not source.path.is_file():
            raise SourceError("there is no such file; check its name")
        with source.path.open("rb") as file:
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
    reason = UNREAD.get(source.path.suffix.lower())
    if reason is not None:
        raise SourceError(f"the file {reason}")
    return data


def _drafts(
    text: str, source: Source, settings: Settings
) -> tuple[list[Draft], list[tuple[str, str]]]:
    medium = _medium(text, source)
    if medium == "plain" and (articles := read_export(text, source.name)) is not None:
        return articles
    if medium not in ("json", "lines") and (reason := _unread(text, source)) is not None:
        raise SourceError(f"the file {reason}")
    if medium == "html":
        return [read_page(text, source.name, settings)], []
    if medium == "json":
        return read_json(text, source.name, settings)
    if medium == "lines":
        return read_lines(text, source.name, settings)
    if medium == "subtitles":
        return [read_subtitles(text, source.name)], []
    return [(read_markdown if medium == "markdown" else read_plain)(text, source.name)], []


def _unread(text: str, source: Source) -> str | None:
    """Return what a text is that is no account; what opens as a page is taken for a page."""
    if _PAGE.match(text[:2_000]):
        return None
    told = unreadable(text)
    return XML if told is None and source.path.suffix.lower() == ".xml" else told


def _medium(text: str, source: Source) -> Medium:
    """By suffix; but what opens as a page, or is JSON, is that under any name of a text."""
    known = SUFFIXES.get(source.path.suffix.lower(), "plain")
    if known in ("json", "lines"):
        return known
    if _PAGE.match(text[:2_000]):
        return "html"
    if known != "plain":
        return known
    return "json" if is_json(text) else "subtitles" if is_subtitles(text) else known


def _accounts(
    drafts: Sequence[Draft],
    complaints: Sequence[tuple[str, str]],
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
