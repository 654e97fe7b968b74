"""References: the marks, links and lists by which a draft says where its words are from.

Enters: the account of a draft. Leaves: `References`: what each mark leads to, and what of the text is no statement.

Marks are "[1]", "[^1]" (Markdown) and raised figures. They lead to notes ("[^1]: …"), to lines that open with "[1]", or
to the lines under a heading such as "Sources", numbered in their order where they bear no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from variorum.languages.registry import language_of
from variorum.records import Account, Span
from variorum.trace.drafts.by_place import places

MOST_NUMBERS = 20
"""Numbers of one mark that are read: "[3–7, 12]"."""

_NOTE = re.compile(r"^[ \t]*\[\^([^\]\s]{1,40})\]:[ \t]*(\S[^\n]*(?:\n[ \t]+\S[^\n]*)*)", re.M)
_LABELLED = re.compile(r"^[ \t]*\[(\d{1,3})\][ \t]+(\S[^\n]*)$", re.M)
_HEADING = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+)?[*_]{0,2}([^\W\d_][\w ]{2,30}?)[*_]{0,2}:?[ \t]*$", re.M)  # fmt: skip
_ENTRY = re.compile(r"^[ \t]*(?:[-*+][ \t]+)?(?:\[?(\d{1,3})(?:[.)][ \t]+|\][ \t]*))?(\S[^\n]*)$", re.M)  # fmt: skip
_LINE_AHEAD = re.compile(r"\n[ \t]*#{1,6}[ \t]")
_MARK = re.compile(r"\[\^([^\]\s]{1,40})\](?!:)|\[(\d{1,3}(?:[ \t]*[,;–-][ \t]*\d{1,3}){0,20})\]")
_RAISED = re.compile(r"(?<=[^\W\d_][.!?,\"”’])(\d{1,2})(?=\s|$)|([¹²³⁰⁴-⁹]{1,3})")
_RANGE = re.compile(r"(\d{1,3})[ \t]*[–-][ \t]*(\d{1,3})")
_ADDRESS = re.compile(r"https?://[^\s<>\[\]()\"”]{1,2000}")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class CitationMark(Struct, frozen=True):
    """A mark or a link in the text: its place, and the labels or the address that it gives."""

    place: Span
    labels: tuple[str, ...] = ()
    address: str | None = None


class References(Struct, frozen=True):
    """Marks and links in the order of the text, notes by their labels, and all places that state nothing."""

    marks: tuple[CitationMark, ...] = ()
    notes: Mapping[str, Span] = {}
    apart: tuple[Span, ...] = ()


def references(draft: Account) -> References:
    """Return by what a draft cites, and what it cites; its notes and lists state nothing of its matter."""
    notes, apart = _notes(draft)
    listed, region = _list(draft)
    held = {**listed, **notes}
    apart += region
    around = places(apart)
    marks = [one for one in _marks(draft, held) if not around.meets(one.place)]
    if listed and not notes and not any(label in listed for one in marks for label in one.labels):
        return References(tuple(one for one in marks if one.address or _is_note(one)))
    return References(tuple(marks), held, (*apart, *(one.place for one in marks)))


def _is_note(mark: CitationMark) -> bool:
    return mark.place.text.startswith("[^")


def _notes(draft: Account) -> tuple[dict[str, Span], list[Span]]:
    """Return the notes that lines of the text are, by label, and their places."""
    found: dict[str, Span] = {}
    apart = []
    for pattern, sign in ((_NOTE, "^"), (_LABELLED, "")):
        for one in pattern.finditer(draft.text):
            found.setdefault(sign + one[1], draft.span(*one.span(2)))
            apart.append(draft.span(*one.span()))
    return found, apart


def _list(draft: Account) -> tuple[dict[str, Span], list[Span]]:
    """Return the lines under the last heading of a list of sources, by number, and the place of all."""
    headings = language_of(draft.language).pages.references
    known = [one for one in _HEADING.finditer(draft.text) if one[1].casefold() in headings]
    if not known:
        return {}, []
    start = known[-1].end()
    ahead = _LINE_AHEAD.search(draft.text, start)
    end = ahead.start() if ahead else len(draft.text)
    entries = [one for one in _ENTRY.finditer(draft.text, start, end) if not _NOTE.match(one[0])]
    found = {one[1] or str(at): draft.span(*one.span(2)) for at, one in enumerate(entries, 1)}
    return found, [draft.span(known[-1].start(), end)]


def _marks(draft: Account, notes: Mapping[str, Span]) -> Iterator[CitationMark]:
    for one in _MARK.finditer(draft.text):
        labels = (f"^{one[1]}",) if one[1] else tuple(_numbers(one[2]))
        yield CitationMark(draft.span(*one.span()), labels)
    for one in _RAISED.finditer(draft.text):
        label = (one[1] or one[2]).translate(_LOWERED)
        if label in notes:
            yield CitationMark(draft.span(*one.span()), (label,))
    for one in _ADDRESS.finditer(draft.text):
        yield CitationMark(draft.span(*one.span()), address=one[0].rstrip(".,;:!?"))


def _numbers(told: str) -> Iterator[str]:
    """Yield the numbers of a mark, those that a range leaves out too."""
    for first, last in _RANGE.findall(told):
        yield from map(str, range(int(first), min(int(last), int(first) + MOST_NUMBERS) + 1))
    yield from re.findall(r"\d{1,3}", _RANGE.sub(" ", told))
