"""Shapes: files of JSON that one program or standard defines, beside those of no fixed form.

Enters: the text of a JSON file. Leaves: `Draft`s, and problems as (where, reason).
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from variorum.errors import SourceError
from variorum.read.media.drafts import Found
from variorum.read.media.rows.json_feeds import NOT_JSON, read_json, read_value
from variorum.read.media.rows.ninjs import is_ninjs, read_ninjs
from variorum.read.media.rows.posts import (
    is_outbox,
    is_telegram,
    read_outbox,
    read_telegram,
    read_tweets,
)
from variorum.read.media.rows.spoken import is_spoken, read_spoken
from variorum.settings import Settings

_ASSIGNED = re.compile(r"\ufeff?\s*window\.YTD\.\w{1,40}\.part\d{1,6}\s*=\s*")
"""How the archive of an account at X opens each of its files."""

_SHAPES: tuple[tuple[Callable[[object], bool], Callable[[object, str, Settings], Found]], ...] = (
    (is_spoken, read_spoken),
    (is_telegram, read_telegram),
    (is_outbox, read_outbox),
    (is_ninjs, read_ninjs),
)


def read_json_file(text: str, source: str, settings: Settings) -> Found:
    """Return the accounts in a file of JSON, by the shape that it has."""
    try:
        value = msgspec.json.decode(text.lstrip("\ufeff"))
    except (msgspec.MsgspecError, RecursionError, UnicodeEncodeError):
        return read_json(text, source, settings)
    for fits, read in _SHAPES:
        if fits(value):
            return read(value, source, settings)
    return read_value(value, source, settings)


def is_x_archive(text: str) -> bool:
    """Tell a file from the archive of an account at X."""
    return _ASSIGNED.match(text[:200]) is not None


def read_x_archive(text: str, source: str, settings: Settings) -> Found:
    """Return the posts of such a file as drafts."""
    try:
        value = msgspec.json.decode(_ASSIGNED.sub("", text, count=1))
    except (msgspec.MsgspecError, RecursionError, UnicodeEncodeError) as error:
        raise SourceError(
            f"the file {NOT_JSON.format(error=str(error).split(' - at')[0])}"
        ) from error
    return read_tweets(value, source, settings)
