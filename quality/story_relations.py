"""What the stories' gold says across accounts, held against a collated story.

Enters: `Collated`. Leaves: `Tally`s for entities, events, alignments, checks, borrowings, findings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from quality.golden import Held, Known, Lent, Telltale, Together
from quality.story_ledgers import Collated, Tally, overlaps, tally
from variorum.records import Alignment, Finding, Span, Verdict

SAY_NOTHING = ("unclear", "only here")
"""Verdicts by which a reader learns nothing of how two readings compare."""

Mark = tuple[str, bool]


def entities(collated: Collated) -> Iterator[Tally]:
    """Measure entities: the spellings of one meet, and two never share one."""
    homes = [(known, _homes(collated, known)) for known in collated.gold.entities]
    yield tally("entities.joined", (mark for known, ids in homes for mark in _joined(known, ids)))
    yield tally("entities.apart", _apart(homes))


def _homes(collated: Collated, known: Known) -> list[str | None]:
    places = [collated.at(place) for place in known.spellings]
    candidates = [e for e in collated.found.entities.values() if e.kind == known.kind]
    return [
        next((e.id for e in candidates if any(overlaps(place, m) for m in e.mentions)), None)
        for place in places
    ]


def _joined(known: Known, ids: list[str | None]) -> Iterator[Mark]:
    counts = Counter(key for key in ids if key)
    most = max(sorted(counts), key=lambda key: counts[key], default=None)
    for place, key in zip(known.spellings, ids, strict=True):
        yield f"{known.name}: {place[0]}: {place[1]} ({key})", key is not None and key == most


def _apart(homes: list[tuple[Known, list[str | None]]]) -> Iterator[Mark]:
    for (one, ids), (other, others) in combinations(homes, 2):
        shared = {key for key in ids if key} & {key for key in others if key}
        yield f"{one.name} / {other.name} share {sorted(shared)}", not shared


def events(collated: Collated) -> Iterator[Tally]:
    """Measure events: pairs of accounts that tell of one, and pairs that do not."""
    wanted = [set(event.accounts) for event in collated.gold.events]
    keys = {account.id: key for key, account in collated.accounts.items()}
    made = [{keys[a] for a in e.accounts if a in keys} for e in collated.found.events.values()]
    for pairs, name in ((_together, "events.together"), (_separate, "events.apart")):
        yield tally(name, pairs(sorted(collated.gold.accounts), wanted, made))


def _together(keys: list[str], wanted: list[set[str]], made: list[set[str]]) -> Iterator[Mark]:
    for one, other in combinations(keys, 2):
        if any({one, other} <= event for event in wanted):
            yield f"{one} / {other} are apart", any({one, other} <= event for event in made)


def _separate(keys: list[str], wanted: list[set[str]], made: list[set[str]]) -> Iterator[Mark]:
    for one, other in combinations(keys, 2):
        if not any({one, other} <= event for event in wanted):
            yield f"{one} / {other} are together", not any({one, other} <= event for event in made)


def alignments(collated: Collated) -> Iterator[Tally]:
    """Measure alignments: readings that meet, who is silent, the verdict, the origins."""
    pairs = [(one, _best(collated, one)) for one in collated.gold.alignments]
    yield tally("alignments.met", (m for one, best in pairs for m in _met(collated, one, best)))
    found = [(one, best) for one, best in pairs if best is not None]
    yield tally(
        "alignments.verdict",
        ((f"{one.about}: {best.verdict}", best.verdict in one.verdicts) for one, best in found),
    )
    yield tally(
        "alignments.silence", (m for one, best in found for m in _silent(collated, one, best))
    )
    counted = [(one, best) for one, best in found if one.origins is not None]
    yield tally(
        "alignments.origins",
        ((f"{one.about}: {best.origins} of {one.origins}", best.origins == one.origins)
         for one, best in counted),
    )  # fmt: skip
    yield tally(
        "alignments.origins.not_too_many",
        ((f"{one.about}: {best.origins} of {one.origins}", best.origins <= (one.origins or 0))
         for one, best in counted),
    )  # fmt: skip

    yield tally(
        "alignments.origins.dependent_pairs",
        (m for one, best in counted if one.origins == 1 for m in _dependent(collated, one, best)),
    )


def _dependent(collated: Collated, together: Together, best: Alignment) -> Iterator[Mark]:
    """Mark pairs of readings that the gold gives one origin: are they counted as one?"""
    told = {collated.accounts[key].id for key, _ in together.readings if key in collated.accounts}
    heard = [r.account for r in best.readings if r.places and r.account in told]
    for one, other in combinations(heard, 2):
        yield f"{together.about}: {best.because}", best.origin_of[one] == best.origin_of[other]


def _holds(alignment: Alignment, place: Span | None) -> bool:
    return any(overlaps(place, p) for reading in alignment.readings for p in reading.places)


def _best(collated: Collated, together: Together) -> Alignment | None:
    """Return the alignment that holds most of the readings, if it holds two.

    A matter may be a place of the texts and a count of figures too; of two that hold as many, a
    reader sees the one that says something, then the one with fewer words. Ids decide nothing.
    """
    places = [collated.at(place) for place in together.readings]

    def held(alignment: Alignment) -> int:
        return sum(_holds(alignment, place) for place in places)

    def seen_first(alignment: Alignment) -> tuple[int, bool, int]:
        words = sum(len(p.text) for reading in alignment.readings for p in reading.places)
        return held(alignment), alignment.verdict not in SAY_NOTHING, -words

    best = max(collated.found.alignments.values(), key=seen_first, default=None)
    return best if best and held(best) > 1 else None


def _met(collated: Collated, together: Together, best: Alignment | None) -> Iterator[Mark]:
    for place in together.readings:
        good = best is not None and _holds(best, collated.at(place))
        yield f"{together.about}: {place[0]}: {place[1]}", good


def _silent(collated: Collated, together: Together, best: Alignment) -> Iterator[Mark]:
    for key in together.silent:
        account = collated.accounts.get(key)
        own = [r for r in best.readings if account is not None and r.account == account.id]
        yield f"{together.about}: {key} is not silent", bool(own) and not own[0].places


def checks(collated: Collated) -> Iterator[Tally]:
    """Measure checks: a quotation held against its record comes out as the gold says."""
    marks = [_checked(collated, held) for held in collated.gold.checks]
    yield tally("checks.made", ((what, kind is not None) for what, kind, _ in marks))
    yield tally("checks.kind", ((what, good) for what, kind, good in marks if kind))


def _checked(collated: Collated, held: Held) -> tuple[str, str | None, bool]:
    place, record = collated.at(held.quotation), collated.accounts.get(held.record)
    kinds = [
        check.kind
        for check in collated.found.checks.values()
        if record is not None and check.record == record.id and overlaps(place, check.place)
    ]
    what = f"{held.quotation[0]}: {held.quotation[1]} — {held.kinds}, found {kinds}"
    return what, next(iter(kinds), None), any(kind in held.kinds for kind in kinds)


def borrowings(collated: Collated) -> Iterator[Tally]:
    """Measure borrowings: the gold's are found, and nobody copies or cites where gold has none."""
    made = [_borrowed(collated, lent) for lent in collated.gold.borrowings]
    yield tally("borrowings.found", made)


def _borrowed(collated: Collated, lent: Lent) -> Mark:
    giver, taker = collated.accounts.get(lent.from_), collated.accounts.get(lent.to)
    ends = {giver.id if giver else lent.from_, taker.id if taker else lent.to}
    both_ways = {"same speech", "common origin"}
    kinds = [
        b.kind
        for b in collated.found.borrowings.values()
        if {b.from_, b.to} == ends and (b.kind in both_ways or (taker and b.to == taker.id))
    ]
    good = any(kind in lent.kinds for kind in kinds)
    return f"{lent.from_} to {lent.to}: {lent.kinds}, found {kinds}", good


def findings(collated: Collated) -> Iterator[Tally]:
    """Measure findings: those that must stand stand early, and those that must not do not."""
    gold = collated.gold
    yield tally("findings.stand", ((f"{t.about}: {rank(collated, t)}", stands(collated, t))
                                   for t in gold.findings))  # fmt: skip
    yield tally("findings.kept_apart", ((f"{t.about}: {offence(collated, t)}",
                                         offence(collated, t) is None) for t in gold.never))  # fmt: skip


def stands(collated: Collated, telltale: Telltale) -> bool:
    """Say whether the finding stands among the first that the gold allows."""
    place = rank(collated, telltale)
    return place is not None and place <= (telltale.first or len(collated.findings))


def rank(collated: Collated, telltale: Telltale) -> int | None:
    """Return the number of the finding, from 1, or ``None`` where it is not found."""
    left = collated.at(telltale.left)
    right = collated.at(telltale.right) if telltale.right else None
    for number, finding in enumerate(collated.findings, start=1):
        here = _rests_on(finding, left) and (telltale.right is None or _rests_on(finding, right))
        if here and finding.kind in telltale.kinds:
            return number
    return None


def _rests_on(finding: Finding, place: Span | None) -> bool:
    return any(overlaps(place, other) for other in finding.places)


def offence(collated: Collated, telltale: Telltale) -> str | None:
    """Return what a verdict says of two places that must not meet so, or ``None``."""
    left = collated.at(telltale.left)
    right = collated.at(telltale.right) if telltale.right else None
    for verdict in collated.found.verdicts.values():
        if verdict.kind in telltale.kinds and _is_between(verdict, left, right):
            return f"{verdict.kind} ({verdict.rule}): {verdict.because}"
    return None


def _is_between(verdict: Verdict, left: Span | None, right: Span | None) -> bool:
    ends = (verdict.left, verdict.right)
    met = (overlaps(ends[0], left) and overlaps(ends[1], right)) or (
        overlaps(ends[0], right) and overlaps(ends[1], left)
    )
    return met and (not verdict.marks or _marked(verdict, left, right))


def _marked(verdict: Verdict, left: Span | None, right: Span | None) -> bool:
    """A verdict on whole sentences is about these two places only if its marks are."""
    places = [place for place in (left, right) if place is not None]
    return all(any(overlaps(mark, place) for mark in verdict.marks) for place in places)
