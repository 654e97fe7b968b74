"""Page: the part that every line plays, from what it says and from where it stands.

Enters: a text's `Line`s, the turns' openings, and what the medium told. Leaves: a `Page`: one part
for each line, with the headline, the lead and the lines that state dates and places.

The order of the work: lines that give themselves away (`furniture`); the headline; the head (above
the first paragraph); the foot (below the last); the middle. What remains is body: when in doubt a
line is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from variorum.read import furniture
from variorum.read.datelines import dateline
from variorum.read.english import FINITE, FUNCTION
from variorum.read.lines import Line
from variorum.read.turns import Opening

Part = Literal["title", "body", "furniture", "elision", "stage"]

HEAD = 30
"""Lines within which a headline must stand."""


class Page(Struct, frozen=True):
    """`parts[i]` is the part of line i; the rest are indices of lines, ``None`` where absent.

    `lead` is the first line of the account proper; `places` are lines that name a place only.
    """

    parts: tuple[Part, ...]
    headline: int | None
    lead: int
    places: tuple[int, ...] = ()


class Hints(Struct, frozen=True):
    """What the medium told: its `headings` (line indices), whether the first is the headline,
    the `title` of the metadata, the openings of turns, and how many lines are a header.
    """

    headings: frozenset[int] = frozenset()
    titled: bool = False
    title: str | None = None
    openings: tuple[Opening, ...] = ()
    framed: int = 0


class _Desk(Struct):
    """The page while it is being read: parts fill in from the surest to the least sure."""

    lines: Sequence[Line]
    hints: Hints
    parts: list[Part | None]
    places: list[int]

    def free(self, index: int) -> bool:
        return self.parts[index] is None

    def mark(self, index: int, part: Part) -> None:
        if self.parts[index] is None:
            self.parts[index] = part


def sure_furniture(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indices of lines that are furniture wherever they stand."""
    return frozenset(i for i, line in enumerate(lines) if furniture.is_furniture(line))


def page(lines: Sequence[Line], sure: frozenset[int], hints: Hints) -> Page:
    """Give every line its part."""
    desk = _Desk(lines, hints, [None] * len(lines), [])
    _mark_sure(desk, sure)
    headline = _headline(desk)
    lead = _lead(desk, headline)
    last = _last(desk, lead)
    _read_head(desk, headline, lead)
    _read_foot(desk, last)
    _read_sections(desk, lead, last)
    _read_middle(desk, headline, lead, last)
    parts = tuple(part or "body" for part in desk.parts)
    return Page(parts, headline, lead, tuple(desk.places))


def _mark_sure(desk: _Desk, sure: frozenset[int]) -> None:
    spoken = desk.hints.openings
    for index, line in enumerate(desk.lines):
        if furniture.is_elision(line):
            desk.mark(index, "elision")
        elif spoken and index > spoken[0].index and furniture.is_stage_direction(line):
            desk.mark(index, "stage")
        elif index < desk.hints.framed or (index in sure and index not in desk.hints.headings):
            desk.mark(index, "furniture")


# --- the headline and the first paragraph ------------------------------------------------------


def _headline(desk: _Desk) -> int | None:
    if desk.hints.titled and desk.hints.headings:
        return min(desk.hints.headings)
    limit = _limit(desk)
    by_title = [i for i in range(limit) if desk.free(i) and _same_title(desk, i)]
    if by_title:
        return by_title[0]
    marked = [i for i in sorted(desk.hints.headings) if i < limit and desk.free(i)]
    if marked:
        return marked[0]
    above = [
        i
        for i in range(limit)
        if desk.free(i) and _headline_like(desk.lines[i]) and not _wrapped(desk, i)
    ]
    long = [i for i in above if desk.lines[i].words >= 4]
    prose = _first_prose(desk, limit)
    first = next(iter(long or above), None)
    if first is not None and (prose is None or first < prose):
        return first
    return prose if prose is not None and _headline_with_stop(desk, prose) else None


def _limit(desk: _Desk) -> int:
    spoken = desk.hints.openings
    return min(len(desk.lines), HEAD, spoken[0].index if spoken else HEAD)


def _same_title(desk: _Desk, index: int) -> bool:
    title = desk.hints.title
    return title is not None and _bare(desk.lines[index].plain) == _bare(title.lower())


def _bare(text: str) -> str:
    return "".join(mark for mark in text if mark.isalnum())


def _headline_like(line: Line) -> bool:
    """Not a sentence, date, byline or menu: what is left above a first paragraph."""
    if not 2 <= line.words <= 40 or (line.ends and line.text.endswith(".") and line.words > 3):
        return False
    if line.text.endswith((":", ",", ";")) or not any(mark.isalpha() for mark in line.text):
        return False
    return not (
        furniture.is_date(line) or furniture.is_byline(line) or furniture.is_navigation(line)
    )


def _first_prose(desk: _Desk, limit: int) -> int | None:
    return next((i for i in range(limit) if desk.free(i) and desk.lines[i].prose), None)


def _headline_with_stop(desk: _Desk, index: int) -> bool:
    """A headline that ends in a full stop: two of four signs must speak for it."""
    line, lines = desk.lines[index], desk.lines
    rest = [i for i in range(index + 1, len(lines)) if desk.free(i)]
    if not rest or line.words > 25 or not lines[rest[0]].gap:
        return False
    words = line.plain.split()
    content = {word[:5] for word in words if word not in FUNCTION and len(word) > 3}
    lead = " ".join(lines[i].plain for i in rest[:2])
    echoed = {word[:5] for word in lead.split()} & content
    signs = (
        any(lines[i].plain == line.plain for i in rest[:12]),
        any(furniture.is_byline(lines[i]) or furniture.is_date(lines[i]) for i in rest[:2]),
        len(echoed) * 2 >= len(content) > 2,
        not any(word.strip(".,'\"") in FINITE for word in words),
    )
    return sum(signs) >= 2


def _lead(desk: _Desk, headline: int | None) -> int:
    """Return the first line of the account proper, standfirst passed over."""
    spoken = desk.hints.openings
    if spoken:
        return spoken[0].index
    start = 0 if headline is None else headline + 1
    for index in range(start, len(desk.lines)):
        line = desk.lines[index]
        filed = dateline(line.text) is not None
        if desk.free(index) and (filed or (line.prose and not _standfirst(desk, headline, index))):
            return index
    return start


def _standfirst(desk: _Desk, headline: int | None, index: int) -> bool:
    """A summary right below the headline: unstopped, or cut off from the text by a byline."""
    line = desk.lines[index]
    if headline is None or index != headline + 1 or line.words > 60:
        return False
    following = desk.lines[index + 1 : index + 2]
    if not following:
        return False
    apart = furniture.is_date(following[0]) or furniture.is_byline(following[0])
    return apart if line.ends else line.words <= 40


def _last(desk: _Desk, lead: int) -> int:
    """Return the last line that is running text, or says something in a turn."""
    spoken = bool(desk.hints.openings)
    labelled = {opening.index for opening in desk.hints.openings}
    for index in range(len(desk.lines) - 1, lead - 1, -1):
        line = desk.lines[index]
        said = spoken and ((line.ends and not line.text.endswith("!")) or index in labelled)
        if desk.free(index) and (line.prose or said):
            return index
    return lead


# --- above the first paragraph --------------------------------------------------------------------


def _read_head(desk: _Desk, headline: int | None, lead: int) -> None:
    for index in range(lead):
        if not desk.free(index):
            continue
        if index == headline:
            desk.mark(index, "title")
        elif headline is not None and index < headline:
            _above_headline(desk, index)
        else:
            _below_headline(desk, headline, index)


def _above_headline(desk: _Desk, index: int) -> None:
    line = desk.lines[index]
    small = line.words <= 3 and not line.ends
    if (
        small
        or furniture.is_date(line)
        or furniture.is_byline(line)
        or furniture.is_navigation(line)
    ):
        desk.mark(index, "furniture")


def _below_headline(desk: _Desk, headline: int | None, index: int) -> None:
    line = desk.lines[index]
    if _framing(line):
        desk.mark(index, "furniture")
    elif _placed(desk, index):
        desk.places.append(index)
        desk.mark(index, "furniture")
    elif _lone_name(desk, headline, index) or _caption(desk, headline, index):
        desk.mark(index, "furniture")
    elif headline is not None and _continues_title(desk, headline, index):
        desk.mark(index, "title")


def _framing(line: Line) -> bool:
    return (
        furniture.is_date(line)
        or furniture.is_byline(line)
        or furniture.is_navigation(line)
        or furniture.is_stamped(line)
    )


def _placed(desk: _Desk, index: int) -> bool:
    """A place between the headline and the text, beside a date or clock time."""
    around = [desk.lines[i] for i in (index - 1, index + 1) if 0 <= i < len(desk.lines)]
    return furniture.is_place(desk.lines[index]) and any(furniture.is_date(line) for line in around)


def _lone_name(desk: _Desk, headline: int | None, index: int) -> bool:
    line = desk.lines[index]
    if headline is None or line.ends or line.words > 3 or not furniture.is_name(line.text):
        return False
    title = desk.lines[headline].plain.split()
    return not any(word in title for word in line.plain.split())


def _caption(desk: _Desk, headline: int | None, index: int) -> bool:
    """The headline again, in part or whole, or words that follow a photo counter and echo it."""
    if headline is None:
        return False
    title = {word for word in desk.lines[headline].plain.split() if word not in FUNCTION}
    words = {word.strip("(),.") for word in desk.lines[index].plain.split()} - FUNCTION
    shared = len(title & words)
    if desk.lines[index].plain == desk.lines[headline].plain:
        return True
    counted = index > 0 and any(mark.isdigit() for mark in desk.lines[index - 1].text[:3])
    return counted and not desk.free(index - 1) and shared * 2 >= max(1, len(title))


def _continues_title(desk: _Desk, headline: int, index: int) -> bool:
    """A standfirst: directly below the headline or below another line of it."""
    between = range(headline + 1, index)
    if any(desk.parts[i] != "title" for i in between) or len(between) > 2:
        return False
    line = desk.lines[index]
    if line.words < 4 or line.text[:1].islower() or _wrapped(desk, index):
        return False
    return not line.ends or _standfirst(desk, headline, index)


def _wrapped(desk: _Desk, index: int) -> bool:
    """Whether the line runs on in the next: a paragraph with hard line breaks."""
    line = desk.lines[index]
    after = desk.lines[index + 1 : index + 2]
    return bool(after) and not line.ends and not after[0].gap and after[0].text[:1].islower()


# --- below the last paragraph ------------------------------------------------------------------------


def _read_foot(desk: _Desk, last: int) -> None:
    """Once furniture begins below the last paragraph, short lines after it are furniture too."""
    begun = False
    for index in range(last + 1, len(desk.lines)):
        line = desk.lines[index]
        if not desk.free(index):
            begun = begun or desk.parts[index] == "furniture"
            continue
        telling = (
            furniture.is_section(line)
            or furniture.is_comments(line)
            or furniture.is_stamped(line)
            or furniture.is_label(line)
            or furniture.is_navigation(line)
            or furniture.is_date(line)
            or furniture.is_byline(line)
        )
        begun = begun or telling
        if begun:
            desk.mark(index, "furniture")


def _read_sections(desk: _Desk, lead: int, last: int) -> None:
    """In the lower half, comments end the account; a list of links ends at the next paragraph."""
    if desk.hints.openings or last <= lead:
        return
    lines = desk.lines
    middle = (lines[lead].start + lines[last].end) // 2
    linking = False
    for index in range(lead + 1, len(lines)):
        if lines[index].start > middle and furniture.is_comments(lines[index]):
            for after in range(index, len(lines)):
                desk.mark(after, "furniture")
            return
        linking = furniture.is_section(lines[index]) or (linking and not lines[index].prose)
        if linking:
            desk.mark(index, "furniture")


# --- between -------------------------------------------------------------------------------------------


def _read_middle(desk: _Desk, headline: int | None, lead: int, last: int) -> None:
    if headline is not None:
        desk.mark(headline, "title")
    for index in sorted(desk.hints.headings):
        if desk.lines[index].words <= 40:
            desk.mark(index, "title")
    for index in range(lead, last + 1):
        if not desk.free(index):
            continue
        if headline is not None and desk.lines[index].plain == desk.lines[headline].plain:
            desk.mark(index, "furniture")
        elif index == lead or desk.hints.openings:
            continue
        elif _signed(desk, headline, index):
            desk.mark(index, "furniture")
        elif _heading(desk, index):
            desk.mark(index, "title")


def _signed(desk: _Desk, headline: int | None, index: int) -> bool:
    """A byline, or a name alone on its line right under other furniture near the top."""
    if furniture.is_byline(desk.lines[index]) and not desk.lines[index].ends:
        return True
    below = index < HEAD and desk.parts[index - 1] == "furniture"
    return below and _lone_name(desk, headline, index)


def _heading(desk: _Desk, index: int) -> bool:
    """A short unstopped line alone between two paragraphs."""
    line = desk.lines[index]
    if line.ends and not line.text.endswith("?"):
        return False
    if line.words > 12 or not (line.text[:1].isupper() or line.text[:1].isdigit()):
        return False
    if line.text.endswith((":", ",", ";", "-", "–")) or ":" in line.text:
        return False
    after = desk.lines[index + 1 : index + 2]
    if not after or not desk.free(index + 1) or not after[0].prose or after[0].text[:1].islower():
        return False
    return _closed(desk, index - 1)


def _closed(desk: _Desk, index: int) -> bool:
    line = desk.lines[index]
    return line.prose or desk.parts[index] is not None or line.ends
