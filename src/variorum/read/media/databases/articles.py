"""Articles: what any press database tells of an article, and the draft that it becomes.

Enters: `Article`s in the order of an export. Leaves: `Draft`s, and problems as (where, reason).

Labels are no words of an article. Its byline stands below the headline, as in print.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from variorum.read.media.drafts import Complaint, Draft, Found, below_headline


class Article(Struct):
    """What is gathered of one article. `date` is as printed; `text` is empty where the export has none."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    date: str | None = None
    language: str | None = None
    text: str = ""


def drafts_of_articles(articles: Iterable[Article], source: str) -> Found:
    """Return a draft for each article with a text; any other is a complaint."""
    found = list(articles)
    drafts: list[Draft] = []
    complaints: list[Complaint] = []
    for number, article in enumerate(found, start=1):
        where = f"{source}, document {number}"
        if article.text.strip():
            drafts.append(
                _draft(article, f"{source}#{number}" if len(found) > 1 else source, where)
            )
        else:
            complaints.append((where, "the document holds no text below its labels; leave it out"))
    return drafts, complaints


def _draft(article: Article, source: str, where: str) -> Draft:
    byline = " ".join((article.byline or "").split())
    words = f"{byline}\n\n{article.text}" if byline else article.text
    text, headings, titled = below_headline(article.title, words)
    return Draft(
        text=text,
        source=source,
        where=where,
        title=article.title,
        outlet=article.outlet,
        date=article.date,
        language=article.language,
        headings=headings,
        titled=titled,
    )
