"""How often a quotation is right, by its construction: measured on one part, checked on another.

Enters: PolNeAR's train part (to measure) and dev part (to check). Leaves: `RATES` in
`src/variorum/extract/quotation_rates.py`, from which quotations get their confidence, and, printed,
the reliability of that confidence on dev.

    python -m quality.quotations_reliability          check what ships, on dev
    python -m quality.quotations_reliability --write  measure anew and write
    python -m quality.quotations_reliability --keep   measure what ships on the articles left out, and
                                                      keep that in `quality/reliability.json`

A quotation is right when its content shares at least half of the words of both with one that was
marked (Jaccard), and the sources share a word or neither has one. A construction seen fewer than
`ENOUGH` times is left to its frame, and that to its manner. The table holds shares of Variorum's own
answers that were right; nothing of the set's text is in it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from quality.quotations import paired
from quality.quotations_gold import Attributed, annotated, articles, words
from quality.reliability import Claim, Measured, keep, printed, table
from quality.reliability import measured as measured_claims
from quality.score import shared
from variorum.annotations import Annotation
from variorum.backends.parser import SpacyParser
from variorum.extract import names, quotations
from variorum.extract.attribution import attributions
from variorum.extract.attribution_reading import Attribution, reading
from variorum.extract.quotation_confidence import Construction, construction
from variorum.extract.quotation_rates import RATES
from variorum.records import Account
from variorum.segment import annotate

WRITTEN = Path(__file__).parents[1] / "src" / "variorum" / "extract" / "quotation_rates.py"
ENOUGH = 20
HALF = 0.5
TRAINED_ON = 420
"""Articles of the train part that are read, in the order of their names."""
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
        for one in attributions(reading(account, annotation))
        if one.cue is not None
    }


def measured(rows: Iterable[Judged]) -> dict[Construction, float]:
    """Return the share of right ones of each construction, frame and manner seen often enough."""
    right: Counter[Construction] = Counter()
    of: Counter[Construction] = Counter()
    for key, _, good, _ in rows:
        for length in range(1, len(key) + 1):
            of[key[:length]] += 1
            right[key[:length]] += good
    return {key: round(right[key] / of[key], 2) for key in sorted(of) if of[key] >= ENOUGH}


def module(rates: Mapping[Construction, float]) -> str:
    """Return the source of `quotation_rates`."""
    rows = "".join(f"    {_written(key)}: {rate},\n" for key, rate in rates.items())
    return (
        '"""Quotation rates: how often quotations of one construction are right, 0 to 1.\n\n'
        "Enters: nothing. Leaves: `RATES`. Written by `python -m quality.quotations_reliability --write`,\n"
        f"measured on {TRAINED_ON} articles of PolNeAR's train part.\n"
        '"""\n\nfrom __future__ import annotations\n\n'
        "RATES: dict[tuple[str, ...], float] = {\n" + rows + "}\n"
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


def left_out() -> dict[str, Measured]:
    """Return how often each construction that ships was right in the articles after `TRAINED_ON`."""
    rows = list(judged("train", None, TRAINED_ON))
    heads = [
        Claim(name(key[:length]), good, article)
        for key, _, good, article in rows
        for length in range(1, len(key) + 1)
        if key[:length] in RATES
    ]
    return measured_claims(heads, f"PolNeAR train, the articles after the first {TRAINED_ON}")


def main(arguments: list[str]) -> None:
    """Write the rates where asked to, and print how reliable they are on dev."""
    if "--write" in arguments:
        WRITTEN.write_text(module(measured(judged("train", TRAINED_ON))), encoding="utf-8")
        print(f"{WRITTEN} is written; run again to check it.")
        return
    if "--keep" in arguments:
        keep("quotations", left_out())
        return
    for line in printed(table(claims(judged("dev")))):
        print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
