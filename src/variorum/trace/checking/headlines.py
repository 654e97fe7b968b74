"""Headlines: what a title puts in quotation marks, held against the account's own body.

Enters: a `Dossier`. Leaves: `Check`s whose record is the account itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from variorum.align.differences import Word, words
from variorum.folding import fold
from variorum.languages.registry import language_of
from variorum.link.events.terms import stem
from variorum.records import Account, Check, Dossier, Region, Span, new_id
from variorum.trace.checking.locating import Speech, speech
from variorum.trace.checking.matching import FOUND, Match, matched
from variorum.trace.checking.phrasing import headline_because
from variorum.trace.checking.recording import changes, match

FEWEST_QUOTED_WORDS = 3
"""Words of a quoted stretch that is held; fewer are a nickname or a distance kept."""
SHORTEST_HEADING = 2
"""The same of a heading further down that is a quotation and nothing else."""
LONGEST_HEADLINE = 30
"""Words that a headline has at most."""
_DOUBLE = re.compile(r'(?:^|(?<=[\s(\[:–-]))"([^\s"][^"]*[^\s"])"(?=$|[\s)\].,;:!?–-])')
_SINGLE = re.compile(r"(?<![^\s(\[:–-])'(?=[^\s'])|(?<=[^\s'])'(?![^\s)\].,;:!?–-])")
_WITHIN_WORD = re.compile(r"(?<=\w)'(?=\w)")
_NO_TITLE = re.compile(r"[.,;]['\"]*\s*$|\w{3}\.['\"]*\s+\S|\n")


def headline_checks(dossier: Dossier) -> tuple[Check, ...]:
    """Hold each quoted stretch of the headline against the body: its quotations, then all its words.

    A heading further down counts where it is a quotation and nothing else, and its words stand in one.

    "not found" means that no body contains the words, also in another form; words that stand in the
    body outside quotation marks are found, and the sentence says that the body does not mark them as
    quoted. Where the first line may be no headline, or its marks may pair otherwise, there is none.
    """
    places = [
        place
        for place in _marked(dossier.account)
        if sum(bool(word.key) for word in _words(dossier.account, place)) >= FEWEST_QUOTED_WORDS
    ]
    below = list(_crossheads(dossier.account))
    if not places and not below:
        return ()
    quoted, body = _quoted(dossier), _body(dossier.account)
    held = [_check(dossier, place, quoted, body) for place in places]
    held += [_crosshead(dossier, place, quoted) for place in below]
    return tuple(check for check in held if check)


def _words(account: Account, place: Span | Region) -> tuple[Word, ...]:
    return words(account.text, place.start, place.end, language_of(account.language))


def _headline(account: Account) -> Region | None:
    """Return the title that stands above all text, if it surely is one: a line, no whole sentence."""
    titles = [region for region in account.regions if region.kind == "title"]
    bodies = [region.start for region in account.regions if region.kind in {"body", "turn"}]
    first = min(titles, key=lambda region: region.start, default=None)
    if first is None or not bodies or min(bodies) < first.start:
        return None
    plain = fold(account.text[first.start : first.end])
    long = len(plain.split()) > LONGEST_HEADLINE
    return None if long or _NO_TITLE.search(plain.strip()) else first


def _marked(account: Account) -> Iterator[Span]:
    """Yield what the headline has between marks that can pair in one way only."""
    title = _headline(account)
    if title is None:
        return
    plain = fold(account.text[title.start : title.end])
    for start, end in sorted([*_doubles(plain), *_singles(plain)]):
        yield account.span(title.start + start, title.start + end)


def _crossheads(account: Account) -> Iterator[Span]:
    """Yield what stands between the marks of a heading that is all one quotation."""
    titles = sorted((r for r in account.regions if r.kind == "title"), key=lambda r: r.start)
    for title in titles[1:]:
        plain = fold(account.text[title.start : title.end])
        for start, end in (*_doubles(plain), *_singles(plain)):
            place = account.span(title.start + start, title.start + end)
            whole = not re.search(r"\w", plain[:start] + plain[end:])
            if whole and sum(bool(word.key) for word in _words(account, place)) >= SHORTEST_HEADING:
                yield place


def _doubles(plain: str) -> list[tuple[int, int]]:
    found = [match.span(1) for match in _DOUBLE.finditer(plain)]
    return found if 2 * len(found) == plain.count('"') else []


def _singles(plain: str) -> list[tuple[int, int]]:
    """Return stretches between single marks: each opens after a space and closes before one."""
    marks = [found.start() for found in _SINGLE.finditer(plain)]
    inside = len(_WITHIN_WORD.findall(plain))
    if len(marks) % 2 or len(marks) + inside != plain.count("'"):
        return []
    pairs = list(zip(marks[::2], marks[1::2], strict=True))
    paired = all(_opens(plain, first) and not _opens(plain, last) for first, last in pairs)
    return [(first + 1, last) for first, last in pairs] if paired else []


def _opens(plain: str, at: int) -> bool:
    return at == 0 or not (plain[at - 1].isalnum() or plain[at - 1] in ".,!?")


def _identity(dossier: Dossier, place: Span) -> str:
    """Return the id of the quotation that has these words, or one of their own."""
    for quotation in dossier.statements.quotations:
        for content in quotation.contents if quotation.manner != "indirect" else ():
            if content.overlaps(place):
                return quotation.id
    return new_id("q", dossier.account.id, place.start, place.end)


def _in_title(place: Span, titles: list[Region]) -> bool:
    return any(title.start <= place.start and place.end <= title.end for title in titles)


def _quoted(dossier: Dossier) -> Speech:
    titles = [region for region in dossier.account.regions if region.kind == "title"]
    return speech(
        language_of(dossier.account.language),
        *(
            _words(dossier.account, content)
            for quotation in dossier.statements.quotations
            for content in quotation.contents
            if quotation.manner not in {"indirect"} and not _in_title(content, titles)
        ),
    )


def _body(account: Account) -> Speech:
    kinds = {"body", "turn", "dateline"}
    return speech(
        language_of(account.language),
        *(_words(account, r) for r in account.regions if r.kind in kinds),
    )


def _check(dossier: Dossier, place: Span, quoted: Speech, body: Speech) -> Check | None:
    parts = [_words(dossier.account, place)]
    held, marked = matched(quoted, parts), True
    if held.kind not in FOUND:
        held, marked = matched(body, parts), False
    if held.kind == "not found" and _in_other_forms(parts[0], body):
        return None
    because = headline_because(body.language, _kept(held), place.text, marked=marked)
    return _held(dossier, place, held, because)


def _crosshead(dossier: Dossier, place: Span, quoted: Speech) -> Check | None:
    """Hold a heading against the quotations of its account, if one of them has its words."""
    held = matched(quoted, [_words(dossier.account, place)])
    if held.kind not in FOUND:
        return None
    because = headline_because(quoted.language, held, place.text, marked=True, head="heading")
    return _held(dossier, place, held, because)


def _kept(held: Match) -> Match:
    return held if held.kind in FOUND else replace(held, edits=(), spans=())


def _held(dossier: Dossier, place: Span, held: Match, because: str) -> Check:
    kept = _kept(held)
    identity = _identity(dossier, place)
    return Check(
        id=new_id("c", identity, dossier.account.id),
        quotation=identity,
        place=place,
        record=dossier.account.id,
        kind=held.kind,
        because=because,
        match=match(dossier.account, kept.spans),
        changes=changes(kept.edits),
    )


def _in_other_forms(quoted: Sequence[Word], body: Speech) -> bool:
    """Tell whether the body has all telling words, inflected otherwise or in other places."""
    common, stems = body.language.sense.common, body.language.stems
    wanted = {stem(stems, word.key) for word in quoted if word.key and word.key not in common}
    return wanted <= {stem(stems, key) for key in body.keys}
