"""What the stories' gold says of single accounts, held against a collated story.

Enters: `Collated`. Leaves: `Tally`s for reading, quotations, figures, moments.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from quality.golden import Counted, Dated, Telling, Told, find
from quality.story_ledgers import Collated, Tally, covered, overlaps, same_name, tally
from variorum.folding import fold
from variorum.records import Account, Figure, Quotation, Span

FOUND = 0.7
"""The part of the gold's words that a quotation's content must cover to have found them."""
QUOTED = ("direct", "mixed", "fragment")
MARKS = " .,;:!?\"'“”‘’„«»-–—\u00a0…"

Mark = tuple[str, bool]

READ = frozenset({"title", "dateline", "body", "turn"})
"""Regions of an account that are the account's own words."""


def read(collated: Collated) -> Iterator[Tally]:
    """Measure what was read of each page: its facts, its furniture, its turns."""
    pairs = [
        (key, told, collated.accounts.get(key)) for key, told in collated.gold.accounts.items()
    ]
    yield tally("read.accounts", ((key, account is not None) for key, _, account in pairs))
    known = [(key, told, account) for key, told, account in pairs if account is not None]
    yield tally("read.kind", ((f"{k}: {a.kind}", a.kind in t.kind) for k, t, a in known))
    yield tally("read.outlet", (_outlet(k, t, a) for k, t, a in known if t.outlet))
    yield tally("read.published", (_published(k, t, a) for k, t, a in known if t.published))
    yield tally("read.title", (_title(k, t, a) for k, t, a in known if t.title))
    yield tally("read.furniture", (m for k, t, a in known for m in _furniture(k, t, a)))
    yield tally("read.turns", (m for k, t, a in known for m in _turns(k, t, a)))


def _outlet(key: str, told: Telling, account: Account) -> Mark:
    plain = {fold(name).lower() for name in told.outlet}
    return f"{key}: {account.outlet}", fold(account.outlet or "").lower() in plain


def _published(key: str, told: Telling, account: Account) -> Mark:
    earliest, latest = account.published.earliest or "", account.published.latest or ""
    return f"{key}: {earliest}/{latest}", (earliest[:10], latest[:10]) == told.published


def _title(key: str, told: Telling, account: Account) -> Mark:
    return f"{key}: {account.title}", _bare(account.title or "") == _bare(told.title or "")


def _furniture(key: str, told: Telling, account: Account) -> Iterator[Mark]:
    """Furniture is good when it is left out of the text, or read by no step."""
    for words in told.furniture:
        at = find(account.text, words)
        taken = at and any(
            region.kind in READ and region.start < at[1] and at[0] < region.end
            for region in account.regions
        )
        yield f"{key}: read as text: {words}", not taken


def _turns(key: str, told: Telling, account: Account) -> Iterator[Mark]:
    turns = [region for region in account.regions if region.kind == "turn"]
    for turn in told.turns:
        at = find(account.text, turn.starts)
        found = [
            region
            for region in turns
            if at and abs((region.label_end or region.start) - at[0]) <= 2
        ]
        good = any(
            region.speaker is not None
            and same_name(turn.speaker, region.speaker)
            and (turn.note is None or turn.note in (region.note or ""))
            for region in found
        )
        yield f"{key}: {turn.speaker}: {turn.starts}", good


def quotations(collated: Collated) -> Iterator[Tally]:
    """Measure quotations: found, exact, right speaker, right cue, and nothing beside them."""
    wanted = [(key, t) for key, told in collated.gold.accounts.items() for t in told.quotations]
    pairs = [(key, told, _match(collated, key, told)) for key, told in wanted]
    due = [(key, told, found) for key, told, found in pairs if not told.optional]
    for manners, name in ((QUOTED, "quoted"), (("indirect",), "indirect")):
        these = [(k, t, f) for k, t, f in due if t.manner in manners]
        yield tally(f"quotations.{name}.found", ((_said(k, t), f is not None) for k, t, f in these))
    direct = [(k, t, f) for k, t, f in due if t.manner == "direct"]
    yield tally("quotations.direct.exact", ((_said(k, t), _exact(t, f)) for k, t, f in direct))
    matched = [(k, t, f) for k, t, f in due if f is not None]
    yield tally("quotations.speaker", (_spoken(collated, k, t, f) for k, t, f in matched if t.by))
    known = [(k, t, f) for k, t, f in matched if t.by and f.speaker.entity]
    yield tally("quotations.speaker.precision", (_spoken(collated, *three) for three in known))
    yield tally("quotations.cue", (_cued(k, t, f) for k, t, f in matched if t.cue))
    yield tally("quotations.via", (_carried(k, t, f) for k, t, f in matched if t.via))
    yield tally("quotations.precision", _beside(collated))


def _match(collated: Collated, key: str, told: Told) -> Quotation | None:
    """Return the quotation that covers the gold's words; of several, the closest in length."""
    place = collated.place(key, told.said)
    if place is None:
        return None
    good = [
        (abs(len(content.text) - len(place.text)), quotation.id, quotation)
        for quotation in collated.found.quoted.get(place.account, ())
        for content in quotation.contents
        if covered(place, [content]) >= FOUND
    ]
    return min(good)[2] if good else None


def _said(key: str, told: Told) -> str:
    return f"{key}: {told.said[:90]}"


def _exact(told: Told, found: Quotation | None) -> bool:
    return found is not None and any(_bare(c.text) == _bare(told.said) for c in found.contents)


def _bare(text: str) -> str:
    return fold(text).strip(MARKS).lower()


def _spoken(collated: Collated, key: str, told: Told, found: Quotation) -> Mark:
    speaker = found.speaker
    entity = collated.found.speaker(speaker.entity)
    good = same_name(told.by or "", speaker.name, entity)
    return f"{_said(key, told)} — {told.by}, found {speaker.name} ({entity})", good


def _cued(key: str, told: Told, found: Quotation) -> Mark:
    cue = found.cue.text if found.cue else ""
    common = set(fold(cue).lower().split()) & set(fold(told.cue or "").lower().split())
    return f"{_said(key, told)} — {told.cue}, found {cue!r}", bool(common)


def _carried(key: str, told: Told, found: Quotation) -> Mark:
    names = [carrier.name for carrier in found.via]
    return f"{_said(key, told)} — via {told.via}, found {names}", any(
        same_name(via, *names) for via in told.via
    )


def _beside(collated: Collated) -> Iterator[Mark]:
    """Where the gold is complete, whatever covers none of its words is one too many."""
    for key, told, account in _complete(collated, "quotations"):
        places = [place for t in told.quotations if (place := collated.place(key, t.said))]
        for quotation in collated.found.quoted.get(account.id, ()):
            good = any(overlaps(place, c) for place in places for c in quotation.contents)
            yield f"{key}: {quotation.contents[0].text[:90]}", good


def _complete(collated: Collated, what: str) -> Iterator[tuple[str, Telling, Account]]:
    for key, told in collated.gold.accounts.items():
        if what in told.complete and key in collated.accounts:
            yield key, told, collated.accounts[key]


def figures(collated: Collated) -> Iterator[Tally]:
    """Measure figures: value, unit, bound, what is counted, who says so, and none beside them."""
    wanted = [(k, c) for k, told in collated.gold.accounts.items() for c in told.figures]
    pairs = [(k, c, _figure(collated, k, c)) for k, c in wanted if not c.optional]
    yield tally("figures.value", ((f"{k}: {c.text}", f is not None) for k, c, f in pairs))
    found = [(k, c, f) for k, c, f in pairs if f is not None]
    yield tally("figures.unit", (_measured(k, c, f) for k, c, f in found if c.unit))
    yield tally("figures.bound", (_bounded(k, c, f) for k, c, f in found))
    yield tally("figures.counted", (_counting(k, c, f) for k, c, f in found if c.counts))
    yield tally("figures.speaker", (_asserted(collated, k, c, f) for k, c, f in found if c.by))
    yield tally("figures.precision", _figures_beside(collated))


def _figure(collated: Collated, key: str, counted: Counted) -> Figure | None:
    place = collated.place(key, counted.text)
    near = (f for f in collated.found.figures.values() if overlaps(place, f.place))
    return next((f for f in near if _equal(f.value, counted.value)), None)


def _equal(value: str | None, wanted: str) -> bool:
    try:
        return abs(Decimal(value or "NaN") - Decimal(wanted)) <= abs(Decimal(wanted)) / 500
    except InvalidOperation:
        return False


def _measured(key: str, counted: Counted, figure: Figure) -> Mark:
    """A bare count is measured by what it counts, which is scored apart."""
    return f"{key}: {counted.text}: {figure.unit}", figure.unit == counted.unit


def _bounded(key: str, counted: Counted, figure: Figure) -> Mark:
    return f"{key}: {counted.text}: {figure.approximator}", figure.approximator == counted.bound


def _counting(key: str, counted: Counted, figure: Figure) -> Mark:
    words = fold(f"{figure.counted or ''} {figure.counted_head or ''}").lower()
    good = any(word.lower() in words for word in counted.counts)
    return f"{key}: {counted.text}: {figure.counted!r}", good


def _asserted(collated: Collated, key: str, counted: Counted, figure: Figure) -> Mark:
    """A body without a name of its own has no entity: then the quotation's speaker counts."""
    quotation = collated.found.quotations.get(figure.quotation or "")
    said = quotation.speaker.name if quotation else None
    name = collated.found.speaker(figure.asserted_by)
    what = f"{key}: {counted.text} — {counted.by}, found {name or said}"
    return what, same_name(counted.by or "", name, said)


def _figures_beside(collated: Collated) -> Iterator[Mark]:
    for key, told, account in _complete(collated, "figures"):
        places = [place for c in told.figures if (place := collated.place(key, c.text))]
        for figure in collated.found.figures.values():
            if figure.place.account == account.id:
                good = any(overlaps(place, figure.place) for place in places)
                yield f"{key}: {figure.place.text} ({figure.value})", good


def moments(collated: Collated) -> Iterator[Tally]:
    """Measure moments: the days that a date or time means."""
    wanted = [(k, d) for k, told in collated.gold.accounts.items() for d in told.moments]
    yield tally("moments.value", (_dated(collated, k, d) for k, d in wanted))


def _dated(collated: Collated, key: str, dated: Dated) -> Mark:
    place = _within(collated, key, dated)
    near = [m for m in collated.found.moments.values() if overlaps(place, m.place)]
    days = [((m.earliest or "")[:10], (m.latest or "")[:10]) for m in near]
    return f"{key}: {dated.text}: {days}", (dated.earliest, dated.latest) in days


def _within(collated: Collated, key: str, dated: Dated) -> Span | None:
    whole = collated.place(key, dated.text)
    at = find(whole.text, dated.part) if whole and dated.part else None
    if whole is None or at is None:
        return whole
    return collated.accounts[key].span(whole.start + at[0], whole.start + at[1])
