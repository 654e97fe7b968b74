"""Citations: the outlets, agencies and documents that an account says it leans on.

Enters: an account's text and regions, and the language it is read by. Leaves: `Cited` sources in the order of the text.

People are not sources here ("according to Smith" is an attribution); a name counts only when it is
a known outlet, ends like one ("… Times"), is described as one ("the newspaper …"), or is what
carried somebody's words ("a statement broadcast by …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from variorum.folding import fold
from variorum.languages.language import Language
from variorum.languages.press import Press
from variorum.languages.tables import Pattern
from variorum.read.page.agencies import article_of, is_outlet, plain_name
from variorum.records import Region


class Cited(Struct, frozen=True):
    """A source as named, where, and whether it is an outlet or agency that prints news."""

    name: str
    start: int
    end: int
    outlet: bool = False


_READ = frozenset({"title", "body", "turn"})
_LINE = re.compile(r"[^\n\r]{1,4000}")


def cited_sources(
    text: str, regions: Sequence[Region], language: Language, *, stated: Cited | None
) -> tuple[Cited, ...]:
    """Return every source named, with its place; `stated` is the dateline's agency.

    Turns are left out: what a speaker cites is the speaker's affair.
    """
    found = [stated] if stated else []
    for region in regions:
        if region.kind in ("title", "body"):
            found.extend(_in(text, region, language))
            found.extend(_documents(text, region, language.press))
        elif region.kind == "furniture":
            found.extend(_credits(text, region, language))
    return _apart(found)


def _in(text: str, region: Region, language: Language) -> Iterator[Cited]:
    words = language.press
    patterns = [(one, True) for one in words.carried] + [(one, False) for one in words.leans]
    for line in _LINE.finditer(text, region.start, region.end):
        folded = fold(line.group())
        for pattern, anyone in patterns:
            for match in pattern.finditer(folded):
                found = _outlet_name(match, language, anyone=anyone)
                if found is not None:
                    start, end, outlet = found
                    yield _cited(text, line.start() + start, line.start() + end, outlet=outlet)


def _cited(text: str, start: int, end: int, *, outlet: bool) -> Cited:
    return Cited(text[start:end], start, end, outlet)


def _outlet_name(
    match: re.Match[str], language: Language, *, anyone: bool
) -> tuple[int, int, bool] | None:
    """Return where the name stands in the line, and whether it is an outlet's."""
    start, whole = match.start("name"), match["name"]
    before = match.string[:start].lower()
    article = next((f"{a} " for a in language.press.article if before.endswith(f"{a} ")), "")
    described = match["described"] is not None
    for name in _shorter(whole, language.press):
        if plain_name(name, language) in language.press.platforms:
            return None
        outlet = is_outlet(article + name, language, described=described)
        if anyone or outlet:
            skip = len(article_of(name, language))
            return start + skip, start + len(name), outlet
    return None


def _shorter(name: str, known: Press) -> Iterator[str]:
    """Yield a run of capitalised words, and its beginning where a possessive or a day ends it.

    No other beginning will do: "the National Weather Service" is not "the National".
    """
    trailing = _trailing(known.possessives)
    words = trailing.sub("", name).split(" ")
    of = max((at for at in range(1, len(words) - 1) if words[at] in known.of), default=0)
    if not (of and " ".join(words[of + 1 :]).lower() in known.outlets):
        yield " ".join(words)
    for count in range(len(words) - 1, 0, -1):
        cut = words[count - 1].endswith(known.possessives) or words[count].lower() in known.days
        if cut:
            yield trailing.sub("", " ".join(words[:count]))


@cache
def _trailing(possessives: tuple[str, ...]) -> Pattern:
    """Return what is cut off the end of a name: marks, and the ending of whose something is."""
    endings = "".join(f"{re.escape(ending)}|" for ending in possessives)
    return re.compile(rf"(?:{endings}[.,'/-])+$")


def _documents(text: str, region: Region, known: Press) -> Iterator[Cited]:
    for line in _LINE.finditer(text, region.start, region.end):
        folded = fold(line.group())
        for match in (found for pattern in known.documents for found in pattern.finditer(folded)):
            start, end = line.start() + match.start("name"), line.start() + match.end("name")
            yield _cited(text, start, start + len(text[start:end].rstrip(".,")), outlet=False)


def _credits(text: str, region: Region, language: Language) -> Iterator[Cited]:
    known = language.press
    for line in _LINE.finditer(text, region.start, region.end):
        folded = fold(line.group())
        for match in (found for one in known.credits if (found := one.search(folded))):
            name = _trailing(known.possessives).sub("", match["name"])
            skip = len(article_of(name, language))
            if is_outlet(name, language):
                start = line.start() + match.start("name")
                yield _cited(text, start + skip, start + len(name), outlet=True)


def _apart(found: Sequence[Cited]) -> tuple[Cited, ...]:
    """Sort by place and keep the longest of citations that overlap."""
    kept: list[Cited] = []
    for cited in sorted(found, key=lambda item: (item.start, -item.end)):
        if not kept or cited.start >= kept[-1].end:
            kept.append(cited)
    return tuple(kept)
