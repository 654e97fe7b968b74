"""How often a quotation is right, by its construction: measured on one part, checked on another.

Enters: PolNeAR's train part (to measure) and dev part (to check). Leaves: two tables.

    python -m quality.quotations_reliability

A quotation is right when its content shares at least half of the words of both with one that was
marked (Jaccard), and the sources share a word or neither has one. Its construction is its manner,
the frame of its cue, and whether its speaker is a name, a phrase or nobody. A construction seen
fewer than `ENOUGH` times falls back on its frame, then on its manner.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice

from quality.quotations import paired
from quality.quotations_gold import Attributed, annotated, articles, words
from quality.score import shared
from variorum.annotations import Annotation
from variorum.backends.parser import SpacyParser
from variorum.extract import names, quotations
from variorum.extract.attribution import attributions
from variorum.extract.attribution_reading import reading
from variorum.records import Account, Quotation
from variorum.segment import annotate

ENOUGH = 20
HALF = 0.5
TRAINED_ON = 420
"""Articles of the train part that are read, in the order of their names."""
Key = tuple[str, ...]
Judged = tuple[Key, bool]


def judged(part: str, most: int | None = None) -> Iterator[Judged]:
    """Yield the construction of each quotation of a part, and whether it is right."""
    folder = shared(f"data/polnear/{part}")
    if folder is None:
        return
    parser = SpacyParser()
    for account, annotators in islice(articles(folder), most):
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
        yield _key(one, frames), right


def _right(wanted: Attributed, content: frozenset[int], source: frozenset[int]) -> bool:
    shared_words = len(wanted.content & content)
    alike = shared_words >= HALF * len(wanted.content | content)
    return alike and bool(wanted.source & source or not (wanted.source or source))


def _frames(account: Account, annotation: Annotation) -> dict[int, str]:
    """Return the frame of each cue by where it begins."""
    view = reading(account, annotation)
    return {
        annotation.tokens[one.cue.first].start: f"{one.cue.kind} {one.cue.frame.name}"
        for one in attributions(view)
        if one.cue is not None
    }


def _key(one: Quotation, frames: Mapping[int, str]) -> Key:
    resolved = "path" if one.speaker.path else "name" if one.speaker.within else "phrase"
    speaker = resolved if one.speaker.name else "nobody"
    return one.manner, frames.get(one.cue.start if one.cue else -1, "?"), speaker


def table(rows: list[Judged]) -> dict[Key, tuple[int, int]]:
    """Return how many are right, and how many there are, of each construction and its heads."""
    right: Counter[Key] = Counter()
    of: Counter[Key] = Counter()
    for key, good in rows:
        for head in (key, key[:2], key[:1], ()):
            of[head] += 1
            right[head] += good
    return {key: (right[key], count) for key, count in of.items()}


def expected(known: Mapping[Key, tuple[int, int]], key: Key) -> float:
    """Return the share of right ones of the narrowest construction seen often enough, 0 to 1."""
    for head in (key, key[:2], key[:1], ()):
        right, of = known.get(head, (0, 0))
        if of >= ENOUGH:
            return right / of
    return 0.0


def main() -> None:
    """Print the share by construction, and the reliability of that share on the dev part."""
    known = table(list(judged("train", TRAINED_ON)))
    for key, (right, of) in sorted(known.items(), key=lambda item: (-item[1][1], item[0])):
        if len(key) == 3 and of >= 2 * ENOUGH:
            print(f"{' | '.join(key):52}{right:6}{of:6}{100 * right / of:7.0f} %")
    bins: dict[int, list[tuple[float, bool]]] = {}
    for key, good in judged("dev"):
        share = expected(known, key)
        bins.setdefault(min(int(share * 10), 9), []).append((share, good))
    for tenth, seen in sorted(bins.items()):
        said = 100 * sum(share for share, _ in seen) / len(seen)
        was = 100 * sum(good for _, good in seen) / len(seen)
        print(f"{tenth / 10:.1f} to {tenth / 10 + 0.1:.1f}: {said:5.1f} expected {was:5.1f} found")
        print(f"    of {len(seen)}")


if __name__ == "__main__":
    main()
