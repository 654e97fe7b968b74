"""Findings: what a reader should see first, made from records and ranked.

Enters: `Material`. Leaves: `Finding`s, most telling first, near-duplicates folded.

Each kind of finding is a small function in the table `KINDS`. Its weight says how much such a
thing would matter to a reader; a kind that has been shown already weighs less, so that the first
lines tell of different things. No sentence says whom to believe.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from variorum.records import Alignment, Check, Finding, Quotation, Span, Verdict, new_id
from variorum.report.material import Material

AGAIN = 0.94
"""What the weight of a kind is multiplied with each time it has been shown."""
LONGEST_QUOTE = 150
MANY_PASSAGES = 4
"""Passages of a speaker that make it worth saying that another account has none of them."""
MOST_SHOWN = 4
"""Readings or omissions named in one sentence; the rest are counted."""

WEIGHTS = {
    "figure differs": 100,
    "contradicted": 92,
    "headline": 90,
    "sense differs": 86,
    "check differs": 84,
    "scope differs": 80,
    "translation variant": 78,
    "left out": 76,
    "attribution differs": 70,
    "other event": 66,
    "update": 58,
    "one origin": 56,
    "single origin": 40,
}
"""Weights at full strength, 0 to 100."""

DIFFERENCES = frozenset({"contradicted", "figure differs", "sense differs", "attribution differs"})

RULE_STRENGTH = {
    "obligation": 1.0,
    "one_denies": 1.0,
    "opposite_words": 0.9,
    "degree": 0.92,
    "rank": 0.96,
    "other_actor": 0.85,
    "quantity": 0.8,
    "hedge": 0.8,
    "possibility": 0.75,
    "own_voice": 0.6,
}
"""How telling a difference found by a rule is, beside others of its kind."""

Kind = Callable[[Material], Iterator[Finding]]


def findings(material: Material) -> tuple[Finding, ...]:
    """Return all findings, most telling first."""
    made = [finding for kind in KINDS for finding in kind(material)]
    return _varied(_folded(sorted(made, key=lambda f: (-f.weight, f.id))))


def differences(material: Material) -> Iterator[Finding]:
    """Tell of places where readings differ in figure, sense or speaker: one for each place."""
    for alignment in material.alignments.values():
        if alignment.verdict in DIFFERENCES:
            yield _difference(material, alignment, _verdicts(material, alignment))


def different_counts(material: Material) -> Iterator[Finding]:
    """Tell of figures that look alike but count different things, all readings in one line."""
    for alignment in material.alignments.values():
        if alignment.verdict != "scope differs":
            continue
        places = [p for reading in alignment.readings for p in reading.places[:1]]
        verdicts = _verdicts(material, alignment)
        said = "; ".join(_said(material, place) for place in places[:MOST_SHOWN])
        text = f"Not the same count ({alignment.about}): {said}. {verdicts[0].because}"
        yield _finding("scope differs", text, _of(places), about=(alignment.id,))


def headline_quotations(material: Material) -> Iterator[Finding]:
    """Tell of words that a headline quotes and no text of its own account has."""
    for check in material.checks.values():
        own = check.record == check.place.account
        if own and check.kind in {"not found", "differs"}:
            text = f"{_said(material, check.place)}: {check.because}"
            yield _finding("headline", text, _of([check.place, check.match]), about=(check.id,))


def checks(material: Material) -> Iterator[Finding]:
    """Tell of quotations that differ from the record of the same speech."""
    for check in material.checks.values():
        if check.record == check.place.account:
            continue
        if check.kind == "differs" or (check.kind == "translation variant" and _telling(check)):
            kind = "check differs" if check.kind == "differs" else "translation variant"
            record = material.label(check.record)
            said = _said(material, check.place)
            against = f" {record} has “{_short(check.match.text)}”." if check.match else ""
            text = f"{said}.{against} {check.because}"
            strength = 1.0 if _telling(check) else 0.8
            places = _of([check.place, check.match])
            yield _finding(kind, text, places, about=(check.id,), strength=strength)


def left_out(material: Material) -> Iterator[Finding]:
    """Tell what each account of an event has nothing of, where others do."""
    for event in material.events.values():
        for account in event.accounts:
            yield from _silent_on_speakers(material, account, event.accounts)
            yield from _silent_on_places(material, account, event.id)


def other_events(material: Material) -> Iterator[Finding]:
    """Tell which accounts speak of another event than most do."""
    events = sorted(material.events.values(), key=lambda e: (-len(e.accounts), e.id))
    for event in events[1:]:
        if len(events[0].accounts) > 1:
            names = ", ".join(material.label(account) for account in event.accounts)
            text = f"{names}: another event (“{_short(event.label)}”), compared apart."
            yield _finding("other event", text, event.places, about=(event.id,))


def origins(material: Material) -> Iterator[Finding]:
    """Tell where several accounts rest on one origin."""
    for alignment in material.alignments.values():
        spoken = [reading for reading in alignment.readings if reading.places]
        if len(spoken) > 2 and alignment.origins == 1:
            places = [reading.places[0] for reading in spoken]
            text = f"{_capital(alignment.about)}: {alignment.because or 'one origin'}."
            strength = min(1.0, 0.7 + 0.1 * len(spoken))
            yield _finding(
                "one origin", text, _of(places), about=(alignment.id,), strength=strength
            )


KINDS: tuple[Kind, ...] = (
    differences,
    different_counts,
    headline_quotations,
    checks,
    left_out,
    other_events,
    origins,
)


def _difference(material: Material, alignment: Alignment, verdicts: Sequence[Verdict]) -> Finding:
    verdict = max(verdicts, key=lambda v: (_strength(material, v), v.id))
    places = _of([verdict.left, verdict.right])
    said = " / ".join(_said(material, place) for place in places)
    more = len(verdicts) - 1
    others = f" ({more} more such pair{'s' if more > 1 else ''} of accounts.)" if more else ""
    return _finding(
        verdict.kind,
        f"{said}. {verdict.because}{others}",
        places,
        about=(alignment.id, *(v.id for v in verdicts)),
        strength=_strength(material, verdict),
    )


def _strength(material: Material, verdict: Verdict) -> float:
    """Return how telling a difference is: more inside quotation marks of one speaker."""
    strength = RULE_STRENGTH.get(verdict.rule, 0.9)
    speakers = {_speaker(material, place) for place in (verdict.left, verdict.right) if place}
    one_speaker = len(speakers) == 1 and None not in speakers
    return strength * (1.0 if one_speaker else 0.85)


def _speaker(material: Material, place: Span) -> str | None:
    found = material.quotations_at(place)
    return next((q.speaker.entity or q.speaker.name for q in found), None)


def _silent_on_speakers(
    material: Material, account: str, accounts: Sequence[str]
) -> Iterator[Finding]:
    """Tell of speakers whom two others quote, or one at length, and this account never."""
    words: dict[str, dict[str, list[Quotation]]] = defaultdict(lambda: defaultdict(list))
    for quotation in material.quotations.values():
        if quotation.speaker.entity and quotation.place.account in accounts:
            words[quotation.speaker.entity][quotation.place.account].append(quotation)
    for entity, by_account in sorted(words.items()):
        if account in by_account or len(by_account) < 2:
            continue
        quoted = [q for quotations in by_account.values() for q in quotations]
        contents = sum(len(q.contents[0].text.split()) for q in quoted)
        if len(quoted) >= MANY_PASSAGES:
            others = ", ".join(material.label(other) for other in sorted(by_account))
            text = (
                f"{material.label(account)} leaves out all words of {material.speaker(entity)}; "
                f"{others} have them."
            )
            strength = min(1.0, 0.8 + contents / 1000)
            places = [q.contents[0] for q in quoted[:MOST_SHOWN]]
            yield _finding("left out", text, _of(places), about=(entity,), strength=strength)


def _silent_on_places(material: Material, account: str, event: str) -> Iterator[Finding]:
    """Tell of matters that at least two other accounts have and this one has not."""
    missing = [
        alignment
        for alignment in material.alignments_of.get(event, ())
        if sum(bool(r.places) for r in alignment.readings) > 1
        and any(r.account == account and not r.places for r in alignment.readings)
    ]
    if not missing:
        return
    missing.sort(key=lambda a: (-sum(bool(r.places) for r in a.readings), a.id))
    shown = "; ".join(alignment.about for alignment in missing[:MOST_SHOWN])
    more = len(missing) - MOST_SHOWN
    places = [r.places[0] for a in missing[:MOST_SHOWN] for r in a.readings if r.places]
    text = f"{material.label(account)} has nothing on: {shown}"
    text += f"; and {more} more matters that two or more others have." if more > 0 else "."
    strength = min(1.0, 0.5 + 0.04 * len(missing))
    about = tuple(alignment.id for alignment in missing)
    yield _finding("left out", text, _of(places), about=about, strength=strength)


def _telling(check: Check) -> bool:
    return any(change.kind in {"figure", "omission", "word"} for change in check.changes)


def _verdicts(material: Material, alignment: Alignment) -> list[Verdict]:
    """Return the verdicts that gave the alignment its own."""
    found = material.verdicts_of.get(alignment.id, ())
    return [verdict for verdict in found if verdict.kind == alignment.verdict]


def _said(material: Material, place: Span) -> str:
    """Return an account's label, the speaker where there is one, and the words."""
    speaker = next((q.speaker.name for q in material.quotations_at(place)), None)
    by = f" ({speaker})" if speaker else ""
    return f"{material.label(place.account)}{by}: “{_short(place.text)}”"


def _short(text: str) -> str:
    plain = " ".join(text.split())
    if len(plain) <= LONGEST_QUOTE:
        return plain
    return plain[: plain.rfind(" ", 0, LONGEST_QUOTE)].rstrip(" ,;:") + " …"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _of(places: Sequence[Span | None]) -> tuple[Span, ...]:
    return tuple(place for place in places if place is not None)


def _finding(
    kind: str,
    text: str,
    places: tuple[Span, ...],
    *,
    about: tuple[str, ...],
    strength: float = 1.0,
) -> Finding:
    weight = round(WEIGHTS[kind] * strength, 2)
    key = new_id("f", kind, text, *((p.account, p.start) for p in places))
    return Finding(id=key, kind=kind, text=text, weight=weight, places=places, about=about)


def _folded(made: Sequence[Finding]) -> list[Finding]:
    """Drop findings of one kind that rest on the same words of the same accounts."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for finding in made:
        key = (finding.kind, *sorted((p.account, p.text.lower()[:60]) for p in finding.places[:2]))
        if key not in seen:
            seen.add(key)
            kept.append(finding)
    return kept


def _varied(made: Sequence[Finding]) -> tuple[Finding, ...]:
    """Order by weight, each kind weighing less every time it has been shown."""
    waiting: dict[str, deque[Finding]] = defaultdict(deque)
    for finding in made:
        waiting[finding.kind].append(finding)
    shown = dict.fromkeys(waiting, 0)
    ordered: list[Finding] = []
    while waiting:
        weights = {kind: queue[0].weight * AGAIN ** shown[kind] for kind, queue in waiting.items()}
        kind = max(weights, key=lambda kind: (weights[kind], kind))
        ordered.append(replace(waiting[kind].popleft(), weight=round(weights[kind], 2)))
        shown[kind] += 1
        if not waiting[kind]:
            del waiting[kind]
    return tuple(ordered)
