"""Plain text and Markdown: the text as it stands, with Markdown's own headings and header.

Enters: decoded text. Leaves: a `Draft` whose text is unchanged.
"""

from __future__ import annotations

import re

from variorum.read.media.drafts import Draft
from variorum.read.page.wording import language_code

_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.M)
_UNDERLINED = re.compile(r"^(?=\S)[^\n]{1,200}\n(?:={3,200}|-{3,200})[ \t]*$", re.M)
_HEADER = re.compile(r"\ufeff?---[ \t]*\r?\n((?:[^\n]*\n){1,60}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"^(\w+):[ \t]*(.{1,500}?)[ \t]*\r?$", re.M)


def read_plain(text: str, source: str) -> Draft:
    """Return plain text as a draft."""
    return Draft(text=text, source=source, where=source)


def read_markdown(text: str, source: str) -> Draft:
    """Return Markdown as a draft: its marks stay in the text, its headings are known as such."""
    header = _HEADER.match(text)
    fields = dict(_FIELD.findall(header.group(1))) if header else {}
    told = {name.lower(): value.strip("\"' ") for name, value in fields.items()}
    headings = [m.start() for m in _HEADING.finditer(text)]
    headings += [m.start() for m in _UNDERLINED.finditer(text, header.end() if header else 0)]
    return Draft(
        text=text,
        source=source,
        where=source,
        title=told.get("title"),
        outlet=told.get("publisher") or told.get("outlet") or told.get("source"),
        url=told.get("url") or told.get("link"),
        date=told.get("date") or told.get("published"),
        language=language_code(told.get("lang") or told.get("language")),
        headings=tuple(sorted(set(headings))),
        framed=header.end() if header else 0,
    )
