"""Drafts: what a reader of one medium found, before the text is looked at.

Enters: nothing. Leaves: `Draft`, which `accounts.account` turns into an `Account`, and what a `Reader` is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from variorum.settings import Settings

Complaint = tuple[str, str]
"""Where something could not be read as it stands, and why: "feed.jsonl, line 3", "is not valid JSON …"."""


class Draft(Struct, frozen=True, kw_only=True):
    """An account's text with the facts that came beside it, not inside it.

    `where` names the account in a problem ("feed.jsonl, line 3"). `date` is as found.
    `headings` are offsets of lines that the medium itself marks as headings; `titled` says that
    the first of them is the headline; `times` are those of lines that give the time of a post, `linked` of those that are links as a whole. `platform` names the network that a post comes from; up to
    offset `framed` the text is a header of fields. `language` is the code of the one it says that it is in.
    `pages` are the offsets where its pages begin, `captured` is when it was fetched, in ISO 8601.
    """

    text: str
    source: str
    where: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    date: str | None = None
    language: str | None = None
    platform: str | None = None
    headings: tuple[int, ...] = ()
    titled: bool = False
    times: tuple[int, ...] = ()
    linked: tuple[int, ...] = ()
    framed: int = 0
    pages: tuple[int, ...] = ()
    captured: str | None = None


Found = tuple[list[Draft], list[Complaint]]
"""What a reader found, in the order of the file."""
Reader = Callable[[bytes, str, Settings], Found]
"""Reads the bytes of a file, called by the name of its source; SourceError where nothing can be read of it."""


def below_headline(
    title: str | None, content: str, headings: Sequence[int] = ()
) -> tuple[str, tuple[int, ...], bool]:
    """Put a text below its headline: the text, the offsets of all headings in it, whether the first is the headline."""
    text, titled = with_headline(title, content)
    shift = len(text) - len(content)
    first = (len(text) - len(text.lstrip()),) if titled else ()
    return (
        text,
        (*first, *(shift + at for at in headings if not (titled and shift + at in first))),
        titled,
    )


def with_headline(title: str | None, text: str) -> tuple[str, bool]:
    """Put a headline that stands beside the text before it, unless the text opens with it."""
    headline = " ".join((title or "").split())
    if not headline:
        return text, False
    opening = text.lstrip()[: len(headline) * 2 + 20]
    if _same(headline, opening.split("\n", 1)[0]):
        return text, True
    return f"{headline}\n\n{text}", True


def _same(headline: str, line: str) -> bool:
    """Whether a line is the headline, give or take marks and a site's name at its end."""
    told, printed = (letters_and_digits(part) for part in (headline, line))
    shorter = min(len(told), len(printed))
    return shorter > 0 and (
        told == printed or (shorter >= 20 and told[:shorter] == printed[:shorter])
    )


def letters_and_digits(part: str) -> str:
    """Return the letters and digits of a text, in one case."""
    return "".join(mark for mark in part.casefold() if mark.isalnum())
