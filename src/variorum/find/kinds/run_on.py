"""Run on: parts of one quotation that follow one another, between which the record has more words.

Enters: `Material`. Leaves: a `Finding` for each two such parts.

Where a sentence breaks off at a comma for "he said" and goes on, a reader takes what follows for the
next words. A mark of omission, a sentence that ends before, or words of the narrator promise nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from variorum.align.differences import words
from variorum.find.matter.material import Material
from variorum.find.matter.own_words import shown
from variorum.find.matter.telling import Basis, finding, short
from variorum.folding import fold
from variorum.records import Check, Finding, Span
from variorum.trace.checking.quoted import WIDEST

FEWEST = 3
"""Words left out; one or two may be a stumble."""
STRENGTH = 0.4
"""How telling it is beside a word put for another."""
_OTHERWISE = re.compile(r"\n|…|\.\s?\.|[.!?]\s+\w")
"""Between two parts: another paragraph, a mark of omission, a sentence of the narrator's."""


def run_on(material: Material) -> Iterator[Finding]:
    """Tell of words of a record that a quotation leaves out where it seems to run on."""
    held = [c for c in material.checks.values() if c.match and c.record != c.place.account]
    held.sort(key=lambda check: (check.record, check.quotation, check.place))
    for one, other in pairwise(held):
        if (one.record, one.quotation) == (other.record, other.quotation):
            left_out = _left_out(material, one, other)
            if left_out and _runs_on(material, one, other):
                yield _found(material, (one, other), left_out)


def _runs_on(material: Material, one: Check, other: Check) -> bool:
    """Tell whether nothing but a short attribution stands between a comma and the next part."""
    text = material.accounts[one.place.account].text
    between = text[one.place.end : other.place.start]
    broken = fold(one.place.text).rstrip(" \"'").endswith(",")
    return broken and not _OTHERWISE.search(between) and 0 < len(between) <= WIDEST


def _left_out(material: Material, one: Check, other: Check) -> Span | None:
    """Return what the record has between two parts, in one turn."""
    if one.match is None or other.match is None or one.match.end > other.match.start:
        return None
    account = material.accounts[one.record]
    turns = {
        region.start
        for region in account.regions
        for match in (one.match, other.match)
        if region.kind == "turn" and region.start <= match.start < region.end
    }
    found = [w for w in words(account.text, one.match.end, other.match.start) if w.key]
    if len(turns) != 1 or len(found) < FEWEST:
        return None
    return account.span(found[0].start, found[-1].end)


def _found(material: Material, parts: tuple[Check, Check], left_out: Span) -> Finding:
    one, other = parts
    places = tuple(p for p in (one.place, other.place, one.match, left_out, other.match) if p)
    because = (
        "The quotation runs on where the record has more words: "
        f"“{short(left_out.text)}” ({material.label(one.record)})."
    )
    whole = material.accounts[one.place.account].span(one.place.start, other.place.end)
    quoted = f"{material.label(one.place.account)}: {shown(material, whole)}"
    basis = Basis(places, (one.id, other.id), STRENGTH)
    return finding("check differs", quoted, because, basis)
