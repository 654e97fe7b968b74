"""Mastheads: the lines by which a page says whose it is and of what day.

Enters: the `Line`s at the head of a page. Leaves: names of outlets and issuers, by line; whether a
line is dated.

A capitalised line alone is no evidence: it may be a headline or the name of a section. A masthead
needs a name that ends like an outlet's beside a date, a body's name above the name of a paper
("Press release", "Minutes of …"), or a description ("official site").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from variorum.languages.calendar import Calendar
from variorum.languages.language import Language
from variorum.languages.tables import Pattern
from variorum.read.page import furniture
from variorum.read.page.agencies import article_of, plain_name
from variorum.read.page.lines import Line
from variorum.read.page.publication import only_date, printed

TOP = 6
"""Lines within which a masthead stands."""

_SEPARATOR = re.compile(r" ?[|·•–] ?| - |[,:.;] ")
_BARS = re.compile(r" ?[|·•–] ?| - ")
_MARKS = " \t*_#>\"'()[]"
_ENDS = ("|", "·", "•", "–", " -", ",", ".", ":")


@cache
def _date(calendar: Calendar) -> Pattern:
    how = printed(calendar)
    return re.compile(
        rf"(?<![\w./-])(?:(?:{how.weekday})\.?,? )?"
        rf"(?:{how.month} \d{{1,2}}{how.ordinal},? \d{{4}}|\d{{1,2}}{how.ordinal} {how.month},? \d{{4}}"
        r"|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2})(?![\w/-])",
        re.I,
    )


def is_barred(line: Line) -> bool:
    """Whether a bar, dot or dash parts the line, as in no headline with a date at its end."""
    return _BARS.search(line.text) is not None


def is_dated(line: Line) -> bool:
    """Whether the line is a date with a few words set beside it: "News in brief | 4 May 2021".

    A separator must part them, a colon only after a label of publication, and no sentence is made.
    """
    if line.ends or line.words > 14:
        return False
    match = _date(line.language.calendar).search(line.text)
    if match is None:
        return False
    before = line.text[: match.start()].rstrip(_MARKS)
    after = line.text[match.end() :].strip(_MARKS)
    apart = not after or after[0] in "|·•–,-:" or only_date(after.lower(), line.language)
    if not (apart and _parted(before, line.language)):
        return False
    words = f"{before} {after}".lower().split()
    finite = line.language.pages.finite
    return len(words) <= 9 and not any(word.strip(".,") in finite for word in words)


def _parted(before: str, language: Language) -> bool:
    if not before:
        return True
    if before.endswith(":"):
        return language.pages.stated.match(before.lower().lstrip(_MARKS)) is not None
    return before.endswith(_ENDS)


def mastheads(lines: Sequence[Line]) -> dict[int, str]:
    """Return the lines at the head of a page that name its outlet or issuer, with the name."""
    found: dict[int, str] = {}
    for index, line in enumerate(lines[:TOP]):
        if line.prose and not is_dated(line):
            break
        name = _dated_outlet(line) or _described(line)
        if name is None and all(at in found or _of_paper(lines[at]) for at in range(index)):
            name = _name_line(lines, index)
        if name is not None:
            found[index] = name
    return found


def _of_paper(line: Line) -> bool:
    """Whether the line says what sort of paper the page is: "Press release"."""
    return line.language.pages.papers.match(line.plain) is not None


def _dated_outlet(line: Line) -> str | None:
    """Read "The Marsh Courier, Friday 4 May 2021", also with the name of a section between."""
    if not is_dated(line):
        return None
    name = _SEPARATOR.split(line.text.lstrip(_MARKS))[0].strip(_MARKS)
    return name if is_headed(name, line.language) else None


def _described(line: Line) -> str | None:
    """Read "Harbour Voices | the blog of the old town", "MARSH UNITED – official site"."""
    if line.ends or line.words > 16:
        return None
    name, *rest = _BARS.split(line.text, maxsplit=1)
    name = name.strip(_MARKS)
    told = bool(rest) and line.language.pages.sites.search(rest[0].lower()) is not None
    return name if told and _capital(name, line.language, most=5) else None


def _name_line(lines: Sequence[Line], index: int) -> str | None:
    """A name alone on its line: an outlet's above a date, a body's above the name of a paper."""
    line, below = lines[index], lines[index + 1 : index + 3]
    name = line.text.strip(_MARKS)
    if line.ends or not _capital(name, line.language, most=9):
        return None
    dated = any(only_date(after.plain, after.language) or is_dated(after) for after in below[:1])
    if is_headed(name, line.language) and dated and _headed_below(lines, index):
        return name
    paper = any(after.words <= 20 and _of_paper(after) for after in below)
    return name if paper and _body(name, line.language) else None


def _headed_below(lines: Sequence[Line], index: int) -> bool:
    """Whether a line that could be a headline follows, so that the name is none."""
    for line in lines[index + 1 : index + 1 + TOP]:
        if line.prose and not is_dated(line):
            return False
        framed = only_date(line.plain, line.language) or is_dated(line) or furniture.is_byline(line)
        if line.words > 2 and not framed and not furniture.is_furniture(line):
            return True
    return False


def is_headed(name: str, language: Language) -> bool:
    """Whether a name ends as outlets' names do, or begins so in another language."""
    words, known = plain_name(name, language).split(), language.press
    if not 1 < len(words) <= 4 or not _capital(name, language, most=5):
        return False
    if words[-1] in known.heads_not_alone or words[-1] in known.articled_heads:
        return len(words) == 2 or article_of(name, language) != ""
    return words[-1] in known.outlet_heads or bool({words[0], words[-1]} & known.press_nouns)


def _body(name: str, language: Language) -> bool:
    bodies, links = language.pages.institutions, language.pages.institution_links
    words = name.lower().replace(",", "").strip(".").split()
    opened = not bodies.isdisjoint(words[:2]) and not links.isdisjoint(words[1:3])
    return len(words) > 1 and (words[-1] in bodies or opened)


def _capital(name: str, language: Language, *, most: int) -> bool:
    """Whether a text is one to `most` words that could be a name."""
    words = name.split()
    small = (word for word in words if word[0].islower())
    return 0 < len(words) <= most and all(
        word.rstrip(".") in language.pages.joining for word in small
    )
