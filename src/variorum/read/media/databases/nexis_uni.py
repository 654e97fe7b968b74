"""Nexis Uni: the articles of a document as that service and its successors export it.

Enters: the text of such a document. Leaves: its `Article`s.

Above the text of an article stand its headline, outlet and day, the owner of the rights, and labels; a line
"Body" opens it, labels or "Load-Date:" close it, and "End of Document" stands below. A cover lists what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from variorum.read.media.databases.articles import Article

_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.M)
_BODY = re.compile(r"^[ \t]*Body[ \t]*$", re.M)
_BELOW = re.compile(
    r"^[ \t]*(?:Load-Date:|Graphic$|Notes$|Classification$|Correction(?:-Date:|$)|Language: |Publication-Type: |Subject: )",
    re.M,
)
_LABEL = re.compile(
    r"(Section|Length|Byline|Dateline|Highlight|Series|Language|Distribution|Guest|Anchor|Host):\s*(.*)"
)
_RIGHTS = re.compile(r"(?:copyright\b|©|\(c\) )", re.I)
_ADDRESS = re.compile(r"\s*<https?://[^<>\s]*>")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PAGE = re.compile(r"Page \d+ of \d+")
LONGEST_DAY = 10
"""Words of the line that gives the day of publication."""


def is_nexis_uni(text: str) -> bool:
    """Tell an export by a line that opens a text and one that says that the document ends."""
    return _END.search(text) is not None and _BODY.search(text) is not None


def nexis_uni(text: str) -> Iterator[Article]:
    """Yield the articles of an export, in its order."""
    start = 0
    for end in _END.finditer(text):
        document = text[start : end.start()]
        start = end.end()
        opened = _BODY.search(document)
        if opened is not None:
            yield _article(document[: opened.start()], document[opened.end() :])
        elif document.strip():
            yield Article()


def _article(above: str, below: str) -> Article:
    lines = [line for raw in above.splitlines() if (line := _ADDRESS.sub("", raw).strip())]
    lines = [line for line in lines if not _PAGE.fullmatch(line)]
    labelled = [found for line in lines if (found := _LABEL.fullmatch(line)) is not None]
    labels = {found[1]: found[2] for found in labelled}
    ends = (n for n, line in enumerate(lines) if _RIGHTS.match(line) or _LABEL.fullmatch(line))
    title, outlet, date = _head(lines[: _first_of_last(list(ends), len(lines))])
    closed = _BELOW.search(below)
    kept = below[: closed.start()] if closed is not None else below
    return Article(
        title=title,
        byline=labels.get("Byline"),
        outlet=outlet,
        date=date,
        text=kept.strip(),
    )


def _first_of_last(ends: Sequence[int], length: int) -> int:
    """Return where the last run of labels begins: a cover above may have some of its own."""
    first = length
    for at in reversed(ends):
        if first - at > 3 and first != length:
            break
        first = at
    return first


def _head(lines: Sequence[str]) -> tuple[str | None, str | None, str | None]:
    """Return headline, outlet and day: the day stands last but for an edition, the outlet above it."""
    for at in range(len(lines) - 1, max(-1, len(lines) - 4), -1):
        if _YEAR.search(lines[at]) and len(lines[at].split()) <= LONGEST_DAY:
            return _at(lines, at - 2), _at(lines, at - 1), lines[at]
    return _at(lines, len(lines) - 2), _at(lines, len(lines) - 1), None


def _at(lines: Sequence[str], at: int) -> str | None:
    return lines[at] if 0 <= at < len(lines) else None
