"""Parting: what turns out to be an export of a press database becomes its articles.

Enters: the `Draft` of a document, or the text of a file. Leaves: the drafts of its articles; a document that is
no export as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from variorum.read.media.databases.articles import Article, drafts_of_articles
from variorum.read.media.databases.factiva import factiva, is_factiva
from variorum.read.media.databases.nexis_uni import is_nexis_uni, nexis_uni
from variorum.read.media.databases.proquest import is_proquest, proquest
from variorum.read.media.drafts import Draft, Found
from variorum.read.media.pages import fragment
from variorum.settings import Settings

_DATABASES: tuple[tuple[Callable[[str], bool], Callable[[str], Iterator[Article]]], ...] = (
    (is_nexis_uni, nexis_uni),
    (is_factiva, factiva),
    (is_proquest, proquest),
)
"""How each database is told, and what reads it."""


def is_database(text: str) -> bool:
    """Tell an export of one of the databases that are read."""
    return any(tells(text) for tells, _ in _DATABASES)


def read_database(text: str, source: str, settings: Settings) -> Found:
    """Return the articles of an export, each a draft; no setting concerns them."""
    read = next(articles for tells, articles in _DATABASES if tells(text))
    return drafts_of_articles(read(text), source)


def read_database_page(text: str, source: str, settings: Settings) -> Found:
    """Return the articles of an export that is a page."""
    words, _ = fragment.plain_text(text, settings)
    return parted(Draft(text=words, source=source, where=source))


def parted(draft: Draft) -> Found:
    """Return the articles of a document that is an export, each a draft; any other document as it is."""
    for tells, articles in _DATABASES:
        if tells(draft.text):
            return drafts_of_articles(articles(draft.text), draft.source)
    return [draft], []
