"""Spoken: what Whisper and programs like it heard, with times and sometimes speakers.

Enters: the value of a JSON file (Whisper, WhisperX, whisper.cpp). Leaves: a `Draft`, made as one of subtitles is.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from variorum.errors import SourceError
from variorum.read.media.drafts import Draft, Found
from variorum.read.media.texts.subtitles import Caption, paragraphs
from variorum.read.page.wording import language_code
from variorum.settings import Settings

LATEST_TIME = 1e10
"""No time of a recording is later, in whatever it is counted."""


def is_spoken(value: object) -> bool:
    """Tell a file by its first segment, which has words and a time."""
    return next(_segments(value), None) is not None


def read_spoken(value: object, source: str, settings: Settings) -> Found:
    """Return what was heard as a draft, a paragraph for each turn; no setting concerns it."""
    words = "\n\n".join(paragraphs(_segments(value)))
    if not words.strip():
        raise SourceError("the file holds no words; save what was said as plain text")
    fields = value if isinstance(value, dict) else {}
    result = fields.get("result")
    told = fields.get("language") or (result.get("language") if isinstance(result, dict) else None)
    language = language_code(told if isinstance(told, str) else None)
    return [Draft(text=words, source=source, where=source, language=language)], []


def _segments(value: object) -> Iterator[Caption]:
    if not isinstance(value, dict):
        return
    listed = value.get("segments") or value.get("transcription")
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, dict) and isinstance(words := one.get("text"), str):
            start, end = _times(one)
            if start is not None and end is not None:
                yield Caption(start, end, (_line(words, one.get("speaker")),))


def _times(segment: dict[str, object]) -> tuple[float | None, float | None]:
    """Return when a segment begins and ends, in seconds; whisper.cpp counts milliseconds."""
    offsets = segment.get("offsets")
    if isinstance(offsets, dict):
        return _seconds(offsets.get("from"), 1_000), _seconds(offsets.get("to"), 1_000)
    return _seconds(segment.get("start"), 1), _seconds(segment.get("end"), 1)


def _seconds(told: object, parts: int) -> float | None:
    return told / parts if isinstance(told, int | float) and 0 <= told < LATEST_TIME else None


def _line(words: str, speaker: object) -> str:
    voice = " ".join(speaker.split())[:90] if isinstance(speaker, str) else ""
    told = escape(" ".join(words.split()), quote=False)
    return f"<v {escape(voice)}>{told}" if voice else told
