"""The headline, the first paragraph and the last: the marks by which a page is measured.

Enters: a `Desk`. Leaves: indices of lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from variorum.read.page import furniture
from variorum.read.page.datelines import dateline
from variorum.read.page.desk import Desk, framing
from variorum.read.page.lines import Line
from variorum.read.page.mastheads import is_barred, is_dated

BRIEF = 70
"""Words of the longest post that stands without its fields; networks cut at some fifty."""

_TAGGED = re.compile(r"(?<!\w)[@#][A-Za-z]\w")
_ADDRESSED = re.compile(r"(?<!\w)@\w")
HEADLINE_WITHIN = 30
"""Lines within which a headline must stand."""


def is_post(desk: Desk) -> bool:
    """Whether the lines are a short post with handles or hashtags: then no line is a headline.

    A headline of the medium or two paragraphs make an article of it.
    """
    if desk.hints.titled or desk.hints.headings or desk.hints.title is not None:
        return False
    told = [line for i, line in enumerate(desk.lines) if desk.free(i)]
    addressed = any(_TAGGED.search(line.text) for line in told)
    brief = sum(line.words for line in told) <= BRIEF and sum(line.prose for line in told) < 2
    return addressed and brief and not any(dateline(line.text, line.language) for line in told)


def find_headline(desk: Desk) -> int | None:
    """Return the line of the headline: told, marked, or the first that looks like one."""
    if desk.hints.titled and desk.hints.headings:
        return min(desk.hints.headings)
    if sum(part is None for part in desk.parts) < 2:
        return None
    limit = _limit(desk)
    free = [i for i in range(limit) if desk.free(i)]
    told = [i for i in free if _same_title(desk, i)] or [
        i for i in free if i in desk.hints.headings
    ]
    if told:
        return told[0]
    above = [i for i in free if _headline_like(desk.lines[i]) and not desk.wrapped(i)]
    undated = [i for i in above if not is_dated(desk.lines[i])]
    above = undated or [i for i in above if not is_barred(desk.lines[i])]
    long = [i for i in above if desk.lines[i].words >= 4]
    prose = _first_prose(desk, limit)
    first = next(iter(long or above), None)
    if first is not None and (prose is None or first < prose):
        return first
    return prose if prose is not None and _headline_with_stop(desk, prose) else None


def _limit(desk: Desk) -> int:
    spoken = desk.hints.openings
    return min(len(desk.lines), HEADLINE_WITHIN, spoken[0].index if spoken else HEADLINE_WITHIN)


def _same_title(desk: Desk, index: int) -> bool:
    title = desk.hints.title
    return title is not None and _bare(desk.lines[index].plain) == _bare(title.lower())


def _bare(text: str) -> str:
    return "".join(mark for mark in text if mark.isalnum())


def _headline_like(line: Line) -> bool:
    """Not a sentence, date, byline or menu: what is left above a first paragraph."""
    if not 2 <= line.words <= 40 or (line.ends and line.text.endswith(".") and line.words > 3):
        return False
    if (
        line.text.endswith((":", ",", ";"))
        or _ADDRESSED.search(line.text)
        or not any(mark.isalpha() for mark in line.text)
    ):
        return False
    return not (
        furniture.is_date(line)
        or furniture.is_byline(line)
        or furniture.is_navigation(line)
        or furniture.is_bar(line)
    )


def _first_prose(desk: Desk, limit: int) -> int | None:
    return next((i for i in range(limit) if desk.free(i) and desk.prose(i)), None)


def _headline_with_stop(desk: Desk, index: int) -> bool:
    """A headline that ends in a full stop: it must be repeated, or set, or worded like one."""
    line, lines = desk.lines[index], desk.lines
    rest = [i for i in range(index + 1, len(lines)) if desk.free(i)]
    if not rest or line.words > 25 or not lines[rest[0]].gap:
        return False
    repeated = any(lines[i].plain == line.plain for i in rest[:12])
    framed = any(framing(lines[i]) or dateline(lines[i].text, lines[i].language) for i in rest[:1])
    if repeated or framed or _title_case(line):
        return True
    words = [word.strip(".,'\"") for word in line.plain.split()]
    known = line.language.pages
    terse = known.finite.isdisjoint(words) and known.articles.isdisjoint(words)
    return terse and _echoed(line, [lines[i] for i in rest[:2]])


def _title_case(line: Line) -> bool:
    """Whether at least four words carry meaning and nearly all of them have a capital."""
    words = [word.strip("\"'()[].,:;!?") for word in line.text.split()]
    small = line.language.pages.function
    content = [word for word in words if word[:1].isalpha() and word.lower() not in small]
    return len(content) >= 4 and sum(word[0].isupper() for word in content) >= 0.8 * len(content)


def _echoed(line: Line, following: Sequence[Line]) -> bool:
    """Whether the first paragraphs take up the line's words, as a lead takes up its headline."""
    small = line.language.pages.function
    content = {w[:5] for w in line.plain.split() if w not in small and len(w) > 3}
    lead = {w[:5] for after in following for w in after.plain.split()}
    return len(content) > 2 and len(content & lead) * 2 >= len(content)


def find_lead(desk: Desk, headline: int | None) -> int:
    """Return the first line of the account proper, standfirst passed over."""
    spoken = desk.hints.openings
    if spoken:
        return spoken[0].index
    start = 0 if headline is None else headline + 1
    for index in range(start, len(desk.lines)):
        line = desk.lines[index]
        filed = dateline(line.text, line.language) is not None
        if desk.free(index) and (
            filed or (desk.prose(index) and not is_standfirst(desk, headline, index))
        ):
            return index
    return min(start, len(desk.lines) - 1)


def is_standfirst(desk: Desk, headline: int | None, index: int) -> bool:
    """A summary right below the headline: unstopped, or cut off from the text by a byline."""
    line = desk.lines[index]
    if headline is None or index != headline + 1 or line.words > 60:
        return False
    following = desk.lines[index + 1 : index + 2]
    if not following:
        return False
    dated = furniture.is_date(following[0]) and not _chronicle(desk)
    apart = dated or furniture.is_byline(following[0])
    return apart if line.ends else line.words <= 40


def _chronicle(desk: Desk) -> bool:
    """Whether dates head paragraph after paragraph: then they are headings, not stamps."""
    pairs = pairwise(desk.lines)
    return sum(furniture.is_date(line) and after.prose for line, after in pairs) >= 2


def find_last(desk: Desk, lead: int) -> int:
    """Return the last line that is running text, or says something in a turn."""
    spoken = bool(desk.hints.openings)
    labelled = {opening.index for opening in desk.hints.openings}
    for index in range(len(desk.lines) - 1, lead - 1, -1):
        line = desk.lines[index]
        said = spoken and ((line.ends and not line.text.endswith("!")) or index in labelled)
        if desk.free(index) and (desk.prose(index) or said):
            return index
    return lead
