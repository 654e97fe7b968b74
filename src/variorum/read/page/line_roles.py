"""Line roles: the part that every line plays, from what it says and from where it stands.

Enters: a text's `Line`s, the turns' openings, and what the medium told. Leaves: a `Page`: one part
for each line, with the headline, the lead and the lines that state dates and places.

The order of the work: lines that give themselves away (`furniture`); the headline; the head (above
the first paragraph); the foot (below the last); the middle. What remains is body: when in doubt a
line is kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from variorum.read.page import furniture
from variorum.read.page.desk import Desk, Hints, Part, framing
from variorum.read.page.headline import (
    HEADLINE_WITHIN,
    find_headline,
    find_last,
    find_lead,
    is_post,
    is_standfirst,
)
from variorum.read.page.lines import Line
from variorum.read.page.mastheads import mastheads


class Page(Struct, frozen=True):
    """`parts[i]` is the part of line i; the rest are indices of lines, ``None`` where absent.

    `lead` is the first line of the account proper; `places` are lines that name a place only;
    `named` are the lines that name the outlet or issuer, with the name.
    """

    parts: tuple[Part, ...]
    headline: int | None
    lead: int
    places: tuple[int, ...] = ()
    named: dict[int, str] = {}


def sure_furniture(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indices of lines that are furniture wherever they stand."""
    known: dict[str, bool] = {}
    for line in lines:
        if line.text not in known:
            known[line.text] = furniture.is_furniture(line)
    return frozenset(i for i, line in enumerate(lines) if known[line.text])


def parts_of_page(lines: Sequence[Line], sure: frozenset[int], hints: Hints) -> Page:
    """Give every line its part."""
    desk = Desk(lines, hints, [None] * len(lines), [])
    named = mastheads(lines)
    _mark_sure(desk, sure | (named.keys() - hints.headings))
    post = is_post(desk)
    headline = None if post else find_headline(desk)
    lead = find_lead(desk, headline)
    last = find_last(desk, lead)
    _read_head(desk, headline, lead)
    if not post:
        _read_foot(desk, last)
    _read_sections(desk, lead, last)
    _read_middle(desk, headline, lead, last)
    parts = tuple(part or "body" for part in desk.parts)
    return Page(parts, headline, lead, tuple(desk.places), named)


def _mark_sure(desk: Desk, sure: frozenset[int]) -> None:
    spoken = desk.hints.openings
    for index in desk.hints.times:
        desk.mark(index, "body")
    for index, line in enumerate(desk.lines):
        if furniture.is_elision(line):
            desk.mark(index, "elision")
        elif spoken and index > spoken[0].index and furniture.is_stage_direction(line):
            desk.mark(index, "stage")
        elif desk.listed_link(index) or _framed(desk, index, sure):
            desk.mark(index, "furniture")


def _framed(desk: Desk, index: int, sure: frozenset[int]) -> bool:
    """Whether the line stands in a header, or gives itself away and is no heading."""
    return index < desk.hints.framed or (index in sure and index not in desk.hints.headings)


# --- above the first paragraph --------------------------------------------------------------------


def _read_head(desk: Desk, headline: int | None, lead: int) -> None:
    for index in range(lead):
        if not desk.free(index):
            continue
        if index == headline:
            desk.mark(index, "title")
        elif headline is not None and index < headline:
            _above_headline(desk, index)
        else:
            _below_headline(desk, headline, index)


def _above_headline(desk: Desk, index: int) -> None:
    line = desk.lines[index]
    small = line.words <= 3 and not line.ends
    if small or framing(line) or _bar(desk, index):
        desk.mark(index, "furniture")


def _below_headline(desk: Desk, headline: int | None, index: int) -> None:
    line = desk.lines[index]
    if framing(line):
        desk.mark(index, "furniture")
    elif _placed(desk, index):
        desk.places.append(index)
        desk.mark(index, "furniture")
    elif _lone_name(desk, headline, index) or _caption(desk, headline, index):
        desk.mark(index, "furniture")
    elif headline is not None and _continues_title(desk, headline, index):
        desk.mark(index, "title")


def _placed(desk: Desk, index: int) -> bool:
    """A place between the headline and the text: in capitals, or beside a date or clock time."""
    line = desk.lines[index]
    if line.text.isupper() and line.words <= 3 and furniture.has_place_shape(line):
        return not _nobody(line, line.plain)
    around = [desk.lines[i] for i in (index - 1, index + 1) if 0 <= i < len(desk.lines)]
    return furniture.has_place_shape(line) and any(furniture.is_date(line) for line in around)


def _nobody(line: Line, label: str) -> bool:
    """Whether words before a colon, or alone, name a part of a page and nobody who speaks."""
    return line.language.turns.not_speakers.fullmatch(label) is not None


def _lone_name(desk: Desk, headline: int | None, index: int) -> bool:
    line = desk.lines[index]
    if (
        headline is None
        or line.ends
        or line.words > 3
        or not furniture.has_name_shape(line.text, line.language)
    ):
        return False
    title = desk.lines[headline].plain.split()
    return not any(word in title for word in line.plain.split())


def _caption(desk: Desk, headline: int | None, index: int) -> bool:
    """The headline again, in part or whole, or words that follow a photo counter and echo it."""
    if headline is None:
        return False
    small = desk.lines[index].language.pages.function
    title = {word for word in desk.lines[headline].plain.split() if word not in small}
    words = {word.strip("(),.") for word in desk.lines[index].plain.split()} - small
    shared = len(title & words)
    if desk.lines[index].plain == desk.lines[headline].plain:
        return True
    counted = index > 0 and any(mark.isdigit() for mark in desk.lines[index - 1].text[:3])
    return counted and not desk.free(index - 1) and shared * 2 >= max(1, len(title))


def _continues_title(desk: Desk, headline: int, index: int) -> bool:
    """A standfirst: directly below the headline or below another line of it."""
    between = range(headline + 1, index)
    if len(between) > 4 or any(_parts_title(desk, i) for i in between):
        return False
    line = desk.lines[index]
    listed = ":" in line.text and _nobody(line, line.plain.partition(":")[0])
    if listed or line.words < 4 or line.text[:1].islower() or desk.wrapped(index):
        return False
    return not line.ends or is_standfirst(desk, headline, index)


def _parts_title(desk: Desk, index: int) -> bool:
    """Whether a line ends the headline's block: a date or byline does, a share button does not."""
    return desk.parts[index] not in ("title", "furniture") or framing(desk.lines[index])


# --- below the last paragraph ------------------------------------------------------------------------


def _read_foot(desk: Desk, last: int) -> None:
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
            or furniture.is_field_name(line)
            or furniture.is_navigation(line)
            or furniture.is_date(line)
            or furniture.is_byline(line)
            or _bar(desk, index)
        )
        begun = begun or telling
        if begun or _scrap(desk, index):
            desk.mark(index, "furniture")


def _bar(desk: Desk, index: int) -> bool:
    """A bar of links; where the next line or the one before has bars too, it is a table."""
    around = [desk.lines[i].text for i in (index - 1, index + 1) if 0 <= i < len(desk.lines)]
    return furniture.is_bar(desk.lines[index]) and not any(text.count("|") > 1 for text in around)


def _scrap(desk: Desk, index: int) -> bool:
    """A few unstopped words after the last paragraph: no name, no figure, no item of a list."""
    line, before = desk.lines[index], desk.lines[index - 1 : index]
    listed = bool(before) and before[0].text.endswith(":")
    if line.ends or line.words > 4 or listed or furniture.has_name_shape(line.text, line.language):
        return False
    return (
        line.text.isascii()
        and line.text[:1].isalpha()
        and not any(mark.isdigit() or mark == ":" for mark in line.text)
    )


def _read_sections(desk: Desk, lead: int, last: int) -> None:
    """In the lower half, comments end the account; a list of links ends at the next paragraph."""
    if desk.hints.openings or last <= lead:
        return
    lines = desk.lines
    middle = (lines[lead].start + lines[last].end) // 2
    linking = False
    for index in range(lead + 1, len(lines)):
        if lines[index].start > middle and _ends_account(desk, index, last):
            for after in range(index, len(lines)):
                desk.mark(after, "furniture")
            return
        linking = furniture.is_section(lines[index]) or (linking and not lines[index].prose)
        if linking:
            desk.mark(index, "furniture")


def _ends_account(desk: Desk, index: int, last: int) -> bool:
    """Whether readers speak from here on: under a bare "Comments" names, dates or buttons stand.

    Newspapers head a part of their own articles so, and then only paragraphs follow.
    """
    heading = desk.lines[index]
    if not furniture.is_comments(heading):
        return False
    if heading.plain not in heading.language.pages.bare_comments:
        return True
    below = range(index + 1, last + 1)
    return not any(desk.prose(i) for i in below) or any(
        desk.parts[i] == "furniture"
        or framing(line)
        or furniture.has_name_shape(line.text, line.language)
        for i, line in ((i, desk.lines[i]) for i in below)
    )


# --- between -------------------------------------------------------------------------------------------


def _read_middle(desk: Desk, headline: int | None, lead: int, last: int) -> None:
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


def _signed(desk: Desk, headline: int | None, index: int) -> bool:
    """A byline, or a name alone on its line right under other furniture near the top."""
    if furniture.is_byline(desk.lines[index]) and not desk.lines[index].ends:
        return True
    below = index < HEADLINE_WITHIN and desk.parts[index - 1] == "furniture"
    return below and _lone_name(desk, headline, index)


def _heading(desk: Desk, index: int) -> bool:
    """A short unstopped line alone between two paragraphs."""
    line = desk.lines[index]
    if line.text.startswith("- ") and line.text.endswith(" -") and line.words <= 14:
        return True
    if line.ends and not line.text.endswith("?"):
        return False
    first = line.text.lstrip("\"'")[:1]
    if line.words > 12 or not (first.isupper() or first.isdigit()):
        return False
    if line.text.endswith((":", ",", ";", "-", "–")) or ":" in line.text:
        return False
    after = desk.lines[index + 1 : index + 2]
    if not after or not desk.free(index + 1) or not after[0].prose or after[0].text[:1].islower():
        return False
    return _closed(desk, index - 1)


def _closed(desk: Desk, index: int) -> bool:
    line = desk.lines[index]
    return line.prose or desk.parts[index] is not None or line.ends
