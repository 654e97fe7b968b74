"""Exports of a press database: the articles of a Nexis text file, each an account of its own.

Enters: the text of such a file. Leaves: `Draft`s, and problems as (where, reason).

A line "1 of 20 DOCUMENTS" opens each article. Below it stand, set in the middle of the page, the outlet
and the day; then the headline; then labels, each in a paragraph of its own; then the text; then labels
again, and the owner of the rights in the middle of the page. Labels are no words of the article.
"""

from __future__ import annotations

import re

from msgspec import Struct

from variorum.read.media.drafts import Draft, Found, with_headline
from variorum.settings import Settings

_OPENS = re.compile(r"^[ \t]*\d{1,6} of \d{1,6} DOCUMENTS?[ \t]*\r?$", re.M)
_BLOCK = re.compile(r"[^\r\n]*\S[^\r\n]*(?:\r?\n[^\r\n]*\S[^\r\n]*)*")
_CENTRED = re.compile(r"[ \t]{3,}\S")
_LABELLED = re.compile(r"([A-Z][A-Z-]{2,20}):(?:\s+|$)")
_ABOVE = frozenset(
    ["HEADLINE", "BYLINE", "SECTION", "LENGTH", "DATELINE", "HIGHLIGHT", "SOURCE", "SERIES", "BODY"]
)
"""Labels that stand above the text."""
_BELOW = frozenset(
    ["LOAD-DATE", "LANGUAGE", "GRAPHIC", "PUBLICATION-TYPE", "PUB-TYPE", "DOCUMENT-TYPE", "TYPE",
     "JOURNAL-CODE", "SUBJECT", "ORGANIZATION", "COMPANY", "TICKER", "INDUSTRY", "CITY", "STATE",
     "COUNTRY", "GEOGRAPHIC", "URL", "ACC-NO", "NOTES", "CORRECTION-DATE"]
)  # fmt: skip
"""Labels that stand below it. What no table has is a word of the text: "UPDATE: the quay is shut"."""
_RIGHTS = re.compile(r"\s*(?:copyright\b|©|all rights reserved)", re.I)
_DIGITS = re.compile(r"\b\d{4}\b")


class _Article(Struct):
    """What is gathered of one article, from the top."""

    middle: list[str] = []
    title: str | None = None
    text: list[str] = []


def is_nexis(text: str) -> bool:
    """Tell an export by a line that counts a document."""
    return _OPENS.search(text) is not None


def read_export(text: str, source: str, settings: Settings) -> Found:
    """Return the articles of an export, in the order of the file; no setting concerns them."""
    opened = list(_OPENS.finditer(text))
    ends = [*(found.start() for found in opened[1:]), len(text)]
    drafts, complaints = [], []
    for number, (found, end) in enumerate(zip(opened, ends, strict=True), start=1):
        article = _article(text[found.end() : end])
        if article.text:
            drafts.append(_draft(article, source, number, many=len(opened) > 1))
        else:
            where = f"{source}, document {number}"
            complaints.append((where, "the document holds no text below its labels; leave it out"))
    return drafts, complaints


def _article(text: str) -> _Article:
    """Sort the blocks between blank lines: what is in the middle, the headline, labels, the text."""
    article = _Article()
    for block in _BLOCK.findall(text):
        found = _LABELLED.match(block)
        label, rest = (found[1], block[found.end() :]) if found is not None else ("", block)
        if label in _BELOW and article.text:
            break
        if label == "HEADLINE":
            article.title = " ".join(rest.split())
        elif label == "BODY" and rest:
            article.text.append(rest)
        elif label in _ABOVE | _BELOW:
            continue
        elif _CENTRED.match(block) and not article.text:
            article.middle.append(" ".join(block.split()))
        elif _RIGHTS.match(block):
            continue
        elif article.title is None:
            article.title = " ".join(block.split())
        else:
            article.text.append(block)
    return article


def _draft(article: _Article, source: str, number: int, *, many: bool) -> Draft:
    middle = [line for line in article.middle if not _RIGHTS.match(line)]
    dated = next((line for line in middle if _DIGITS.search(line)), None)
    text, titled = with_headline(article.title, "\n\n".join(article.text))
    return Draft(
        text=text,
        source=f"{source}#{number}" if many else source,
        where=f"{source}, document {number}",
        title=article.title,
        outlet=next((line for line in middle if line != dated), None),
        date=dated,
        headings=(0,) if titled else (),
        titled=titled,
    )
