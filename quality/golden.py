"""Gold ledgers: what a person found in the invented stories, before any step was tuned on them.

Enters: `tests/stories/<story>/gold.toml` and the story's files. Leaves: `Gold`, whose every place
is words that stand in an account (`missing` lists those that do not).

A place is named by account and words, never by an offset, so that a person can read and review it.
Words are compared through `variorum.folding.fold`: the gold may be typed in plain typography.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import msgspec
from msgspec import Struct

from variorum import stories
from variorum.folding import fold

STORIES = Path(__file__).parents[1] / "tests" / "stories"
TEXT_KEYS = ("text", "articleBody")

Place = tuple[str, str]
"""An account's key and words that stand in it: the first time they do, if more than once."""


class Told(Struct, frozen=True, forbid_unknown_fields=True):
    """A stretch of quoted or reported words; `by` None leaves the speaker unscored.

    `said` leaves out the marks and, in mixed speech, may be the quoted stretch alone. What is
    `optional` costs nothing when it is missed, and nothing when it is found.
    """

    said: str
    manner: str
    by: str | None = None
    cue: str | None = None
    via: tuple[str, ...] = ()
    optional: bool = False


class Counted(Struct, frozen=True, forbid_unknown_fields=True):
    """A figure: words around it, the number, its unit, bound, what it counts, who says so."""

    text: str
    value: str
    unit: str | None = None
    bound: str | None = None
    counts: tuple[str, ...] = ()
    by: str | None = None
    optional: bool = False


class Dated(Struct, frozen=True, forbid_unknown_fields=True):
    """A date or time: words that hold it (`part` of them, if not all) and the days it means."""

    text: str
    earliest: str
    latest: str
    part: str | None = None


class Turn(Struct, frozen=True, forbid_unknown_fields=True):
    """A turn of a transcript: the label's speaker, its first words, and the record's note."""

    speaker: str
    starts: str
    note: str | None = None


class Telling(Struct, frozen=True, forbid_unknown_fields=True):
    """One account: its file (and which record of it, from 1), and what a person found in it.

    `complete` names the lists that hold all there is to find, so that precision can be measured.
    """

    file: str
    kind: tuple[str, ...]
    outlet: tuple[str, ...] = ()
    published: tuple[str, str] | None = None
    title: str | None = None
    language: str = "en"
    record: int = 1
    place: str | None = None
    complete: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    elisions: tuple[str, ...] = ()
    turns: tuple[Turn, ...] = ()
    quotations: tuple[Told, ...] = ()
    figures: tuple[Counted, ...] = ()
    moments: tuple[Dated, ...] = ()


class Known(Struct, frozen=True, forbid_unknown_fields=True):
    """One person, body or place, and places where it is named."""

    name: str
    kind: str
    spellings: tuple[Place, ...]


class Happening(Struct, frozen=True, forbid_unknown_fields=True):
    """An event and the accounts that tell of it."""

    label: str
    accounts: tuple[str, ...]
    earliest: str | None = None
    latest: str | None = None


class Together(Struct, frozen=True, forbid_unknown_fields=True):
    """Readings that belong side by side: verdicts that fit, and their independent origins."""

    about: str
    readings: tuple[Place, ...]
    verdicts: tuple[str, ...]
    origins: int | None = None
    silent: tuple[str, ...] = ()


class Held(Struct, frozen=True, forbid_unknown_fields=True):
    """A quotation held against a record: the kinds of check that fit."""

    quotation: Place
    record: str
    kinds: tuple[str, ...]


class Lent(Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """A borrowing: `from_` is an account's key or the name of a source not in hand."""

    from_: str
    to: str
    kinds: tuple[str, ...]


class Telltale(Struct, frozen=True, forbid_unknown_fields=True):
    """A pair of places (or one) and kinds of finding that must, or must never, stand on it.

    `first` is the number of findings within which it must stand; `open` says why it does not yet.
    """

    about: str
    left: Place
    kinds: tuple[str, ...]
    right: Place | None = None
    first: int | None = None
    open: str | None = None


class Gold(Struct, frozen=True, forbid_unknown_fields=True):
    """All that is known of one story."""

    accounts: dict[str, Telling]
    entities: tuple[Known, ...] = ()
    events: tuple[Happening, ...] = ()
    alignments: tuple[Together, ...] = ()
    checks: tuple[Held, ...] = ()
    borrowings: tuple[Lent, ...] = ()
    findings: tuple[Telltale, ...] = ()
    never: tuple[Telltale, ...] = ()


def load(story: str) -> Gold:
    """Return the gold of `story`; msgspec.ValidationError names a field that does not fit."""
    return msgspec.toml.decode((STORIES / story / "gold.toml").read_bytes(), type=Gold)


def find(text: str, words: str) -> tuple[int, int] | None:
    """Return where `words` first stand in `text`, or ``None``."""
    start = fold(text).find(fold(words))
    return None if start < 0 else (start, start + len(words))


def words_of(story: str, telling: Telling) -> str:
    """Return the words of an account as a person sees them, markup of a page taken away."""
    path = stories.folder(story) / telling.file
    text = _decoded(path.read_bytes())
    if path.suffix in {".json", ".jsonl"}:
        return _record(text, path.suffix, telling.record)
    return unescape(re.sub(r"<[^<>]*>", "", text)) if path.suffix == ".html" else text


def _decoded(data: bytes) -> str:
    for encoding in ("utf-16",) if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise AssertionError("a story's file is UTF-8, UTF-16 with its mark, or Windows-1252")


def _record(text: str, suffix: str, number: int) -> str:
    rows = [json.loads(line) for line in text.splitlines()] if suffix == ".jsonl" else None
    rows = rows if rows is not None else json.loads(text)
    row = rows[number - 1] if isinstance(rows, list) else rows
    return str(next(row[key] for key in TEXT_KEYS if key in row))


def missing(story: str, gold: Gold) -> list[str]:
    """Return every place of the gold whose words do not stand in its account."""
    texts = {key: words_of(story, telling) for key, telling in gold.accounts.items()}
    return [
        f"{key}: {words!r}"
        for key, words in _places(gold)
        if key not in texts or find(texts[key], words) is None
    ]


def _places(gold: Gold) -> Iterator[Place]:
    for key, telling in gold.accounts.items():
        yield from ((key, words) for words in _words(telling))
    yield from (place for known in gold.entities for place in known.spellings)
    yield from (place for together in gold.alignments for place in together.readings)
    yield from (held.quotation for held in gold.checks)
    for pair in (*gold.findings, *gold.never):
        yield pair.left
        yield from (pair.right,) if pair.right else ()


def _words(telling: Telling) -> Iterator[str]:
    yield from (*telling.furniture, *telling.elisions)
    yield from (told.said for told in telling.quotations)
    yield from (told.cue for told in telling.quotations if told.cue)
    yield from (counted.text for counted in telling.figures)
    yield from (dated.text for dated in telling.moments)
    for turn in telling.turns:
        yield turn.speaker
        yield turn.starts


def unknown(gold: Gold) -> list[str]:
    """Return every account key that the gold uses and does not define."""
    used = [key for event in gold.events for key in event.accounts]
    used += [key for together in gold.alignments for key in together.silent]
    used += [held.record for held in gold.checks] + [lent.to for lent in gold.borrowings]
    return [key for key in used if key not in gold.accounts]
