"""Rich text: the text of an RTF file with its headings, rows and notes.

Enters: the bytes of a file (RTF 1.9), `Settings`. Leaves: a `Draft`; SourceError where it is no such file.

striprtf takes the marks off and knows neither headings nor notes: both are marked in the source before. It
also looks for links, in time that grows with the square of their number, so these are hidden from it.
"""

from __future__ import annotations

import re

from variorum.errors import SourceError
from variorum.read.media.databases.parting import parted
from variorum.read.media.documents.paragraphs import Paragraph, draft_of, row_of
from variorum.read.media.drafts import Found
from variorum.read.media.extras import missing
from variorum.settings import Settings

_FAILURES = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What striprtf has been seen to raise on damaged files."""
_DAMAGED = (
    "the file cannot be read as RTF; open it in a word processor and save it as a Word document "
    "(.docx) or as plain text"
)
_HEAD = "\ue000"
"""A character of nobody's, set into a paragraph that is a heading."""
_PICTURE = re.compile(r"[0-9a-fA-F\r\n]{300,}")
_LINK = re.compile(r"\\fldinst\b")
_STYLE = re.compile(r"\{\\s(\d{1,5})\b[^{}]{0,1000}? (?:heading \d|title);\}", re.I)
_LEVEL = re.compile(r"\\(?:outlinelevel[0-8]|s(\d{1,5}))(?!\d) ?")
_NOTE = re.compile(r"\{\\(?:\*\\)?footnote(?![a-z])")
_BRACE = re.compile(r"\\[\\{}]|[{}]")
_FONTS = re.compile(r"\{[^{}]*\\fonttbl")
_FONT = re.compile(r"\\f\d")
MOST_FONTS = 2_000
"""More are no document's: striprtf seeks the codes of fonts in time that grows with the square of their number."""
_OPENING = b"{\\rtf"


def is_rich_text(data: bytes) -> bool:
    """Tell RTF by its first bytes."""
    return data[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_OPENING)


def read_rich_text(data: bytes, source: str, settings: Settings) -> Found:
    """Return a file of rich text as a draft; no setting concerns it."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise missing("striprtf") from error
    if not is_rich_text(data):
        raise SourceError(_DAMAGED)
    marked = _marked(data.decode("cp1252", "replace").lstrip("\ufeff \t\r\n"))
    try:
        text = rtf_to_text(marked, errors="replace")
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    except _FAILURES as error:
        raise SourceError(_DAMAGED) from error
    return parted(draft_of(map(_paragraph, text.split("\n")), source))


def _paragraph(line: str) -> Paragraph:
    """Return a line without marks of its own; the cells of a row each end in a bar."""
    words = line.replace(_HEAD, "").replace("\xad", "").replace("\u2011", "-").strip()
    if words.endswith("|"):
        words = row_of(words.removesuffix("|").split("|"))
    return words, _HEAD in line


def _marked(text: str) -> str:
    """Mark headings and set notes at the end; pictures and the targets of links are left out."""
    text = _LINK.sub(r"\\ud", _PICTURE.sub("", text.replace(_HEAD, "")))
    fonts = _FONTS.search(text)
    if fonts and len(_FONT.findall(text, fonts.start(), _closes(text, fonts.start()))) > MOST_FONTS:
        raise SourceError(f"the document has more than {MOST_FONTS} fonts; save it as plain text")
    styles = set(_STYLE.findall(text))

    def heading(found: re.Match[str]) -> str:
        return found[0] + _HEAD if found[1] is None or found[1] in styles else found[0]

    return _noted(_LEVEL.sub(heading, text))


def _noted(text: str) -> str:
    """Set a number where a note is called, and the notes behind the text."""
    kept, notes, at = list[str](), list[str](), 0
    while (found := _NOTE.search(text, at)) is not None:
        end = _closes(text, found.start())
        notes.append(f"\\par\\pard [{len(notes) + 1}] {{{text[found.end() : end]}}}")
        kept += [text[at : found.start()], f"[{len(notes)}]"]
        at = end + 1
    kept.append(text[at:])
    body = "".join(kept)
    last = body.rfind("}")
    return body[:last] + "".join(notes) + body[last:] if notes and last >= 0 else body


def _closes(text: str, start: int) -> int:
    """Return where a group that opens at an offset is closed; the end of the text where it is not."""
    deep = 0
    for brace in _BRACE.finditer(text, start):
        deep += {"{": 1, "}": -1}.get(brace[0], 0)
        if deep == 0:
            return brace.start()
    return len(text)
