"""Headlines: what a title puts in quotation marks, held against the account's own body.

Enters: a `Dossier`. Leaves: `Check`s whose record is the account itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from variorum.align.differences import words
from variorum.folding import fold
from variorum.records import Account, Check, Dossier, Region, Span, new_id
from variorum.trace.holding import FOUND, hold
from variorum.trace.places import Speech, speech
from variorum.trace.recording import changes, match
from variorum.trace.wording import headline_because

FEWEST = 2
"""Words of a quoted stretch that is held; a single word is a name or a distance kept."""
_DOUBLE = re.compile(r'"([^"]{3,300})"')
_SINGLE = re.compile(r"(?<!\w)'([^\"]{3,300})'(?!\w)")


def headline_checks(dossier: Dossier) -> tuple[Check, ...]:
    """Hold each quoted stretch of the title against the body: its quotations, then all its words.

    "not found" means that no body contains the words; words that stand in the body outside
    quotation marks are found, and the sentence says that the body does not mark them as quoted.
    """
    held = [
        (identity, place)
        for identity, place in _titled(dossier)
        if sum(bool(word.key) for word in words(place.text)) >= FEWEST
    ]
    if not held:
        return ()
    quoted, body = _quoted(dossier), _body(dossier.account)
    return tuple(_check(dossier, identity, place, quoted, body) for identity, place in held)


def _titled(dossier: Dossier) -> list[tuple[str, Span]]:
    """Return quotations that stand in a title, or else stretches between its quotation marks."""
    titles = [region for region in dossier.account.regions if region.kind == "title"]
    known = [
        (quotation.id, content)
        for quotation in dossier.statements.quotations
        for content in quotation.contents
        if quotation.manner != "indirect" and _inside(content, titles)
    ]
    unknown = [
        (new_id("q", dossier.account.id, place.start, place.end), place)
        for place in _marked(dossier.account, titles)
        if not any(place.start < other.end and other.start < place.end for _, other in known)
    ]
    return sorted([*known, *unknown], key=lambda pair: (pair[1], pair[0]))


def _inside(place: Span, titles: list[Region]) -> bool:
    return any(title.start <= place.start and place.end <= title.end for title in titles)


def _marked(account: Account, titles: list[Region]) -> Iterator[Span]:
    for title in titles:
        plain = fold(account.text[title.start : title.end])
        for pattern in (_DOUBLE, _SINGLE):
            for found in pattern.finditer(plain):
                yield account.span(title.start + found.start(1), title.start + found.end(1))


def _quoted(dossier: Dossier) -> Speech:
    titles = [region for region in dossier.account.regions if region.kind == "title"]
    text = dossier.account.text
    return speech(
        *(
            words(text, content.start, content.end)
            for quotation in dossier.statements.quotations
            for content in quotation.contents
            if quotation.manner not in {"indirect"} and not _inside(content, titles)
        )
    )


def _body(account: Account) -> Speech:
    kinds = {"body", "turn", "dateline"}
    return speech(
        *(words(account.text, r.start, r.end) for r in account.regions if r.kind in kinds)
    )


def _check(dossier: Dossier, identity: str, place: Span, quoted: Speech, body: Speech) -> Check:
    parts = [words(dossier.account.text, place.start, place.end)]
    held, marked = hold(quoted, parts), True
    if held.kind not in FOUND:
        held, marked = hold(body, parts), False
    kept = held if held.kind in FOUND else replace(held, edits=(), spans=())
    return Check(
        id=new_id("c", identity, dossier.account.id),
        quotation=identity,
        place=place,
        record=dossier.account.id,
        kind=held.kind,
        because=headline_because(kept, place.text, marked=marked),
        match=match(dossier.account, kept.spans),
        changes=changes(kept.edits),
    )
