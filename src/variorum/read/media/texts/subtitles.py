"""Subtitles: the words of WebVTT, SubRip and SBV files, a paragraph for each turn.

Enters: the text of such a file. Leaves: a `Draft`, or a SourceError where it holds no words.

Cues are cut where they fit a screen, in the middle of sentences: their words are put together again. A
voice (`<v Jana Volk>`) or a name before a colon opens a turn, "NAME: words", until another speaks;
elsewhere a paragraph ends where a sentence does and nobody speaks for a while. Numbers, times,
settings, notes and styles are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from msgspec import Struct

from variorum.errors import SourceError
from variorum.read.media.drafts import Draft

PAUSE = 2.0
"""Seconds between two cues after which a finished sentence ends a paragraph."""
LONGEST_PARAGRAPH = 500
"""Characters after which a finished sentence ends one however soon the next cue follows."""
ROLLING = 0.1
"""Seconds of a cue, or between two, within which captions that roll up show a line again."""

_CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{2,3}"
_TIMES = re.compile(rf"^[ \t]*({_CLOCK})[ \t]*(?:-->|,(?=\d))[ \t]*({_CLOCK})(?:[ \t].*)?$")
_CUE = re.compile(_TIMES.pattern, re.M)
_VOICE = re.compile(r"<v(?:\.[^\s>]{1,40})*[ \t]+([^>]{1,100})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|<[\d:.]{1,20}>|</?[a-zA-Z]?>|\{\\[^{}]{1,60}\}")
_LABEL = re.compile(
    r"((?:[^\W\da-z_][\w.'’-]{0,30}[ \t]){0,4}[^\W\da-z_][\w.'’-]{0,30}):[ \t]+(?=\S)"
)
_CHANGE = re.compile(r"^(?:>>+|-)[ \t]*(?=\S)")
_ENDS = (".", "!", "?", "…", ".”", "!”", "?”", '."', '!"', '?"', ")", "]")


class Caption(Struct, frozen=True):
    """Lines that are shown from `start` to `end`, in seconds."""

    start: float
    end: float
    lines: tuple[str, ...]


class _Said(Struct, frozen=True):
    """A line of a cue without its marks: who speaks, if that is told, and whether somebody else begins."""

    words: str
    speaker: str | None
    change: bool


def is_subtitles(text: str) -> bool:
    """Tell a file of subtitles: it says that it is WebVTT, or has the times of two cues."""
    body = text.lstrip("\ufeff \t\r\n")
    return body.startswith("WEBVTT") or len(list(islice(_CUE.finditer(body), 2))) == 2


def read_subtitles(text: str, source: str) -> Draft:
    """Return the words of the cues as a draft."""
    words = "\n\n".join(paragraphs(_unrolled(_cues(text))))
    if not words.strip():
        raise SourceError("the subtitles hold no words; save what was said as plain text")
    return Draft(text=words, source=source, where=source)


def _cues(text: str) -> Iterator[Caption]:
    times: tuple[float, float] | None = None
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        found = _TIMES.match(line)
        if found is not None or not line.strip():
            if times is not None and (found is None or lines):
                kept = lines[:-1] if found is not None and lines[-1].strip().isdigit() else lines
                yield Caption(*times, tuple(kept))
            times = (_seconds(found[1]), _seconds(found[2])) if found is not None else None
            lines = []
        elif times is not None:
            lines.append(line)


def _seconds(clock: str) -> float:
    parts = [float(part) for part in clock.replace(",", ".").split(":")]
    return sum(part * 60.0**power for power, part in enumerate(reversed(parts)))


def _unrolled(cues: Iterator[Caption]) -> Iterator[Caption]:
    """Leave out the lines that captions which roll up show a second time."""
    before: Caption | None = None
    for cue in cues:
        lines = cue.lines
        near = before is not None and cue.start - before.end <= ROLLING
        rolls = len(lines) > 1 or cue.end - cue.start <= ROLLING
        if before is not None and near and rolls and lines[:1] == before.lines[-1:]:
            lines = lines[1:]
        shown = tuple(line for line in lines if line.strip())
        if shown:
            yield Caption(cue.start, cue.end, shown)
        before = cue if cue.lines else before


def paragraphs(cues: Iterator[Caption]) -> Iterator[str]:
    """Yield the words of cues in paragraphs, a turn of a speaker in one or more."""
    paragraph, speaker, end = "", None, 0.0
    for cue in cues:
        for said in map(_said, cue.lines):
            other = said.change or (said.speaker is not None and said.speaker != speaker)
            if paragraph and (other or _rests(paragraph, cue.start - end)):
                yield paragraph
                paragraph = ""
            speaker = said.speaker if other else speaker
            label = f"{speaker}: " if other and speaker else ""
            paragraph = f"{paragraph} {label}{said.words}".strip()
            end = cue.end
    yield paragraph


def _rests(paragraph: str, silence: float) -> bool:
    finished = paragraph.endswith(_ENDS)
    return finished and (silence >= PAUSE or len(paragraph) >= LONGEST_PARAGRAPH)


def _said(line: str) -> _Said:
    voice = _VOICE.search(line)
    plain = " ".join(unescape(_TAG.sub("", line)).split())
    change = _CHANGE.match(plain)
    words = plain[change.end() :] if change is not None else plain
    if voice is not None:
        return _Said(words, " ".join(unescape(voice[1]).split()), change=False)
    label = _LABEL.match(words)
    if label is not None:
        return _Said(words[label.end() :], label[1], change=False)
    return _Said(words, None, change=change is not None)
