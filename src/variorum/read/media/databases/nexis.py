"""Exports of a press database: the articles of a Nexis text file, each an account of its own.

Enters: the text of such a file. Leaves: `Draft`s, and problems as (where, reason).

A line "1 of 20 DOCUMENTS" opens each article. Below it stand, set in the middle of the page, the outlet
and the day; then the headline; then labels, each in a paragraph of its own; then the text; then labels
again, and the owner of the rights in the middle of the page. Labels are no words of the article.
"""

from __future__ import annotations

import re

from variorum.read.media.databases.articles import Article, drafts_of_articles
from variorum.read.media.drafts import Found
from variorum.settings import Settings

_OPENS = re.compile(r"^[ \t]*\d{1,6} of \d{1,6} DOCUMENTS?[ \t]*\r?$", re.M)
_BLOCK = re.compile(r"^[^\r\n]*\S[^\r\n]*(?:\r?\n[^\r\n]*\S[^\r\n]*)*", re.M)
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


def is_nexis(text: str) -> bool:
    """Tell an export by a line that counts a document."""
    return _OPENS.search(text) is not None


def read_export(text: str, source: str, settings: Settings) -> Found:
    """Return the articles of an export, in the order of the file; no setting concerns them."""
    opened = list(_OPENS.finditer(text))
    ends = [*(found.start() for found in opened[1:]), len(text)]
    documents = (text[one.end() : end] for one, end in zip(opened, ends, strict=True))
    return drafts_of_articles(map(_article, documents), source)


def _article(text: str) -> Article:
    """Sort the blocks between blank lines: what is in the middle, the headline, labels, the text."""
    article = Article()
    middle: list[str] = []
    words: list[str] = []
    for block in _BLOCK.findall(text):
        found = _LABELLED.match(block)
        label, rest = (found[1], block[found.end() :]) if found is not None else ("", block)
        if label in _BELOW and words:
            break
        if label == "HEADLINE":
            article.title = " ".join(rest.split())
        elif label == "BYLINE":
            article.byline = rest
        elif label == "BODY" and rest:
            words.append(rest)
        elif label in _ABOVE | _BELOW or _RIGHTS.match(block):
            continue
        elif _CENTRED.match(block) and not words:
            middle.append(" ".join(block.split()))
        elif article.title is None:
            article.title = " ".join(block.split())
        else:
            words.append(block)
    article.date = next((line for line in middle if _DIGITS.search(line)), None)
    article.outlet = next((line for line in middle if line != article.date), None)
    article.text = "\n\n".join(words)
    return article
