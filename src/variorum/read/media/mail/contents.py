"""Contents: what a letter holds, from whatever program it came, as a draft.

Enters: a `Letter`, `Settings`. Leaves: its `Draft`, and complaints for what stays unread.

The words of a letter are its part in plain text, or else its page; quoted replies and signatures stay in
them. Programs put a line of advice where they give a page only: such a part is passed over.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from variorum.errors import SourceError
from variorum.read.media.drafts import Complaint, Draft, Found, below_headline
from variorum.read.media.pages import fragment
from variorum.read.media.pages.webpage import read_page
from variorum.settings import Settings

STUB = 20
"""A part in plain text of fewer words is passed over where the page has more."""
LISTED = 10
"""Attachments that are named."""


class Letter(Struct, frozen=True, kw_only=True):
    """A letter, whatever wrote it. `date` is as found or in ISO 8601."""

    source: str
    where: str
    plain: str = ""
    page: str = ""
    subject: str | None = None
    sender: str | None = None
    date: str | None = None
    language: str | None = None
    url: str | None = None
    attached: tuple[str, ...] = ()
    complaints: tuple[Complaint, ...] = ()


def letter_read(letter: Letter, settings: Settings) -> Found:
    """Return a letter as a draft; one without words is a complaint."""
    complaints = [*letter.complaints, *_unread(letter.where, letter.attached)]
    try:
        words, headings = _words(letter, settings)
    except SourceError as error:
        return [], [(letter.where, str(error)), *complaints]
    if not words.strip():
        told = "no text could be read in the e-mail; save its text, or the attachment that it was sent for, as a file of its own"
        return [], [(letter.where, told), *complaints]
    text, headings, titled = below_headline(letter.subject, words, headings)
    draft = Draft(
        text=text,
        source=letter.source,
        where=letter.where,
        title=" ".join((letter.subject or "").split()) or None,
        outlet=letter.sender,
        url=letter.url,
        date=letter.date,
        language=letter.language,
        headings=headings,
        titled=titled,
    )
    return [draft], complaints


def _words(letter: Letter, settings: Settings) -> tuple[str, tuple[int, ...]]:
    plain = letter.plain.strip()
    if not letter.page.strip() or len(plain.split()) >= STUB:
        return plain, ()
    try:
        words, headings = _of_page(letter, settings)
    except SourceError:
        if plain:
            return plain, ()
        raise
    return (words, headings) if len(words) > len(plain) else (plain, ())


def _of_page(letter: Letter, settings: Settings) -> tuple[str, tuple[int, ...]]:
    """Return the article on a page; all of its words where it is too short or too plain to have one."""
    words, headings = fragment.plain_text(letter.page, settings)
    try:
        draft = read_page(letter.page, letter.source, settings)
    except SourceError:
        return words, headings
    return (draft.text, draft.headings) if 2 * len(draft.text) > len(words) else (words, headings)


def _unread(where: str, attached: Sequence[str]) -> list[Complaint]:
    if not attached:
        return []
    named = ", ".join(attached[:LISTED]) + (" and more" if len(attached) > LISTED else "")
    told = (
        f"{len(attached)} attachment{'' if len(attached) == 1 else 's'} not read ({named}); "
        "save what is wanted as a file of its own"
    )
    return [(where, told)]
