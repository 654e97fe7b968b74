"""How often a quotation is right, by its construction: measured on articles left out.

Enters: the second half of PolNeAR's train part (to measure) and its dev part (to check). Leaves:
`RELIABILITY` in `src/variorum/languages/en/reliability.py`, from which quotations get their confidence, the
counts behind them in `quality/reliability.json`, and, printed, the reliability on dev.

    python -m quality.quotations_reliability          check what ships, on dev
    python -m quality.quotations_reliability --write  measure anew and write

The rules of quotations were tuned on the articles before those that are measured here.

A quotation is right when its content shares at least half of the words of both with one that was
marked (Jaccard), and the sources share a word or neither has one. A construction seen fewer than
`FEWEST` times is left to its manner and frame; a frame seen less often, and what is right less often
than `LEAST`, has no confidence. The table holds shares of Variorum's own answers that were right; nothing of the
set's text is in it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from quality.quotations import paired
from quality.quotations_gold import Attributed, annotated, articles, words
from quality.reliability import Claim, Measured, keep, measured, printed, table
from quality.score import shared
from variorum.annotations import Annotation
from variorum.extract.names.extraction import names
from variorum.extract.quotations.attribution import attributions
from variorum.extract.quotations.confidence import Construction, construction
from variorum.extract.quotations.extraction import quotations
from variorum.extract.quotations.view import Attribution, quotation_view
from variorum.models.parser import SpacyParser
from variorum.records import Account
from variorum.segment import annotate

WRITTEN = Path(__file__).parents[1] / "src" / "variorum" / "extract" / "quotations" / "precision.py"
LEAST = 0.6
"""A quotation that is right less often has no confidence: real stories bore it out for 5 of 27."""
HALF = 0.5
TUNED_ON = 420
"""Articles of the train part that rules were tuned on, in the order of their names."""
Judged = tuple[Construction, float | None, bool, str]
"""The construction of a quotation, the confidence it carries, whether it is right, and its article."""


def judged(part: str, most: int | None = None, first: int = 0) -> Iterator[Judged]:
    """Yield each quotation of a part's articles, from the `first` to `most`, with what was found."""
    folder = shared(f"data/polnear/{part}")
    if folder is None:
        return
    parser = SpacyParser()
    for account, annotators in islice(articles(folder), first, most):
        gold = list(annotated(account.text, annotators[0]))
        yield from _in_article(account, annotate(account, parser), gold)


def _in_article(
    account: Account, annotation: Annotation, gold: list[Attributed]
) -> Iterator[Judged]:
    frames = _frames(account, annotation)
    found = [
        one
        for one in quotations(account, annotation, names(account, annotation))
        if one.cue is not None and not one.via
    ]
    contents = [words(account.text, [(c.start, c.end) for c in one.contents]) for one in found]
    pairs = paired([g.content for g in gold], contents, numbers=True)
    of = {number: index for index, number in pairs}
    for number, one in enumerate(found):
        wanted = gold[of[number]] if number in of else None
        place = one.speaker.place
        source = words(account.text, [(place.start, place.end)]) if place else frozenset()
        right = wanted is not None and _right(wanted, contents[number], source)
        known = frames.get(one.cue.start) if one.cue else None
        if known is not None:
            yield construction(one.manner, known, one.speaker), one.confidence, right, account.id


def _right(wanted: Attributed, content: frozenset[int], source: frozenset[int]) -> bool:
    shared_words = len(wanted.content & content)
    alike = shared_words >= HALF * len(wanted.content | content)
    return alike and bool(wanted.source & source or not (wanted.source or source))


def _frames(account: Account, annotation: Annotation) -> dict[int, Attribution]:
    """Return the attributions by where their cue begins."""
    return {
        annotation.tokens[one.cue.first].start: one
        for one in attributions(quotation_view(account, annotation))
        if one.cue is not None
    }


def module(shares: Mapping[Construction, float | None]) -> str:
    """Return the source of `languages.en.reliability`."""
    rows = "".join(f"    {_written(key)}: {rate},\n" for key, rate in shares.items())
    return (
        '"""Quotation rates: how often quotations of one construction are right, 0 to 1.\n\n'
        "Enters: nothing. Leaves: `RELIABILITY`. Written by `python -m quality.quotations_reliability --write`,\n"
        f"measured on the articles of PolNeAR's train part after the first {TUNED_ON}.\n"
        '"""\n\nfrom __future__ import annotations\n\n'
        "RELIABILITY: dict[tuple[str, ...], float | None] = {\n" + rows + "}\n"
    )


def _written(key: Construction) -> str:
    return "(" + ", ".join(f'"{part}"' for part in key) + ("," if len(key) == 1 else "") + ")"


def claims(rows: Iterable[Judged]) -> Iterator[tuple[Claim, float]]:
    """Yield each quotation as a claim of its construction, with the confidence that it carries."""
    for key, share, good, article in rows:
        if share is not None:
            yield Claim(name(key), good, article), share


def name(construction: Construction) -> str:
    """Return a construction's name in `quality/reliability.json`."""
    return " / ".join(construction)


def counted(rows: Iterable[Judged]) -> dict[str, Measured]:
    """Return how often each construction, or manner and frame, was right: those seen often enough."""
    heads = [
        Claim(name(key[:length]), good, article)
        for key, _, good, article in rows
        for length in range(2, len(key) + 1)
    ]
    source = f"PolNeAR train, the articles after the first {TUNED_ON}"
    found = measured(heads, source)
    return {kind: one for kind, one in found.items() if one.is_enough}


def rates(found: Mapping[str, Measured]) -> dict[Construction, float | None]:
    """Return the share that each construction is right; ``None`` for one that is seldom right."""
    shares = {tuple(kind.split(" / ")): one.confidence for kind, one in found.items()}
    return {key: s if s is not None and s >= LEAST else None for key, s in shares.items()}


def main(arguments: list[str]) -> None:
    """Write the rates where asked to, and print how reliable they are on dev."""
    if "--write" in arguments:
        found = counted(judged("train", None, TUNED_ON))
        keep("quotations", found)
        WRITTEN.write_text(module(rates(found)), encoding="utf-8")
        print(f"{WRITTEN} is written; run again to check it.")
        return
    for line in printed(table(claims(judged("dev")))):
        print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
