"""Citations: the outlets, agencies and documents that an account says it leans on.

Enters: an account's text and regions. Leaves: `Cited` sources in the order of the text.

People are not sources here ("according to Smith" is an attribution); a name counts only when it is
a known outlet, ends like one ("… Times"), is described as one ("the newspaper …"), or is what
carried somebody's words ("a statement broadcast by …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from variorum.folding import fold
from variorum.languages.en.sources import (
    CARRIED,
    CREDITS,
    DAYS,
    DOCUMENTS,
    LEANS,
    OUTLETS,
    PLATFORMS,
)
from variorum.read.page.agencies import is_outlet
from variorum.records import Region


class Cited(Struct, frozen=True):
    """A source as named, where, and whether it is an outlet or agency that prints news."""

    name: str
    start: int
    end: int
    outlet: bool = False


_READ = frozenset({"title", "body", "turn"})
_LINE = re.compile(r"[^\n\r]{1,4000}")
_TRAILING = re.compile(r"(?:'s|[.,'/-])+$")


def cited_sources(
    text: str, regions: Sequence[Region], *, stated: Cited | None
) -> tuple[Cited, ...]:
    """Return every source named, with its place; `stated` is the dateline's agency.

    Turns are left out: what a speaker cites is the speaker's affair.
    """
    found = [stated] if stated else []
    for region in regions:
        if region.kind in ("title", "body"):
            found.extend(_in(text, region, (CARRIED, *LEANS)))
            found.extend(_documents(text, region))
        elif region.kind == "furniture":
            found.extend(_credits(text, region))
    return _apart(found)


def _in(text: str, region: Region, patterns: Sequence[re.Pattern[str]]) -> Iterator[Cited]:
    for line in _LINE.finditer(text, region.start, region.end):
        folded = fold(line.group())
        for pattern in patterns:
            for match in pattern.finditer(folded):
                cited = _outlet_name(match, anyone=pattern is CARRIED)
                if cited is not None:
                    yield _cited(
                        text, line.start() + cited[0], line.start() + cited[1], outlet=cited[2]
                    )


def _cited(text: str, start: int, end: int, *, outlet: bool) -> Cited:
    return Cited(text[start:end], start, end, outlet)


def _outlet_name(match: re.Match[str], *, anyone: bool) -> tuple[int, int, bool] | None:
    """Return where the name stands in the line, and whether it is an outlet's."""
    start, whole = match.start("name"), match["name"]
    determined = match.string[max(0, start - 4) : start].lower() == "the "
    described = match["described"] is not None
    for name in _shorter(whole):
        shown = f"the {name}" if determined else name
        if name.lower().removeprefix("the ") in PLATFORMS:
            return None
        outlet = is_outlet(shown, described=described)
        if anyone or outlet:
            skip = 4 if name.lower().startswith("the ") else 0
            return start + skip, start + len(name), outlet
    return None


def _shorter(name: str) -> Iterator[str]:
    """Yield a run of capitalised words, and its beginning where a possessive or a day ends it.

    No other beginning will do: "the National Weather Service" is not "the National".
    """
    words = _TRAILING.sub("", name).split(" ")
    _, of, body = " ".join(words).rpartition(" of ")
    if not (of and body.lower() in OUTLETS):
        yield " ".join(words)
    for count in range(len(words) - 1, 0, -1):
        cut = words[count - 1].endswith("'s") or words[count].lower() in DAYS
        if cut:
            yield _TRAILING.sub("", " ".join(words[:count]))


def _documents(text: str, region: Region) -> Iterator[Cited]:
    for line in _LINE.finditer(text, region.start, region.end):
        for match in DOCUMENTS.finditer(fold(line.group())):
            start, end = line.start() + match.start("name"), line.start() + match.end("name")
            yield _cited(text, start, start + len(text[start:end].rstrip(".,")), outlet=False)


def _credits(text: str, region: Region) -> Iterator[Cited]:
    for line in _LINE.finditer(text, region.start, region.end):
        folded = fold(line.group())
        for match in (found for pattern in CREDITS if (found := pattern.search(folded))):
            name = _TRAILING.sub("", match["name"])
            skip = 4 if name.lower().startswith("the ") else 0
            if is_outlet(name):
                start = line.start() + match.start("name")
                yield _cited(text, start + skip, start + len(name), outlet=True)


def _apart(found: Sequence[Cited]) -> tuple[Cited, ...]:
    """Sort by place and keep the longest of citations that overlap."""
    kept: list[Cited] = []
    for cited in sorted(found, key=lambda item: (item.start, -item.end)):
        if not kept or cited.start >= kept[-1].end:
            kept.append(cited)
    return tuple(kept)
