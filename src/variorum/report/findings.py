"""Findings: what a reader should see first, made from records and ranked.

Enters: `Material`. Leaves: `Finding`s, most telling first, near-duplicates folded.

Each kind of finding is a small function in the table `KINDS`. Its weight says how much such a
thing would matter to a reader; a kind that has been shown already weighs less, so that the first
lines tell of different things. No sentence says whom to believe.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from variorum.records import Account, Alignment, Check, Finding, Quotation, Span, Verdict, new_id
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

FOLDED = frozenset(
    {"figure differs", "sense differs", "check differs", "translation variant", "one origin"}
    | {"contradicted", "attribution differs", "headline"}
)
"""Kinds that are not told again of the same words of the same accounts."""
UPDATES = frozenset({"later count", "later_figure"})
EDITS = frozenset({"case", "punctuation", "ellipsis", "brackets"})
FEW_CHANGES = 3
PARAPHRASE = 0.62
"""How telling a check is that lists many changes at once, beside one that lists few."""
CONTEXT = 60
"""Characters shown on either side of a figure."""
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


class Speech(Struct, frozen=True):
    """What accounts quote of one speaker: who quotes it, how many words, and where."""

    entity: str
    accounts: tuple[str, ...]
    words: int
    places: tuple[Span, ...]


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
        if alignment.verdict == "scope differs":
            verdicts = _verdicts(material, alignment)
            kind = "update" if all(v.rule in UPDATES for v in verdicts) else "scope differs"
            places = _one_an_account([mark for verdict in verdicts for mark in verdict.marks])
            said = "; ".join(_around(material, place) for place in places[:MOST_SHOWN])
            opening = "An update" if kind == "update" else "Not the same count"
            text = f"{opening}, {alignment.about}: {said}. {verdicts[0].because}"
            yield _finding(kind, text, _of(places), about=(alignment.id,))


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
        if check.kind in {"differs", "translation variant"}:
            kind = "check differs" if check.kind == "differs" else "translation variant"
            record = material.label(check.record)
            said = _said(material, check.place)
            against = f" {record} has “{_short(check.match.text)}”." if check.match else ""
            text = f"{said}.{against} {check.because}"
            strength = 1.0 if _telling(check) else PARAPHRASE
            places = _of([check.place, check.match])
            yield _finding(kind, text, places, about=(check.id,), strength=strength)


def left_out(material: Material) -> Iterator[Finding]:
    """Tell what each account of an event has nothing of, where others do."""
    for event in material.events.values():
        for account in event.accounts:
            speakers = _silent_on_speakers(material, account, event.accounts)
            matters = _silent_on_matters(material, account, event.id)
            if speakers or matters:
                yield _omission(material, account, speakers, matters)


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
        f"{said}. {verdict.because}{_translated(material, places)}{others}",
        places,
        about=(alignment.id, *(v.id for v in verdicts)),
        strength=_strength(material, verdict),
    )


def _translated(material: Material, places: Sequence[Span]) -> str:
    """Say which of the places stand in a text that is marked as a translation."""
    for place in places:
        account = material.accounts[place.account]
        notes = [r.note for r in account.regions if r.start <= place.start < r.end and r.note]
        ground = notes[0] if notes else account.translated if not _turns(account) else None
        if ground:
            label = material.label(place.account)
            return f" The words in {label} are themselves marked as a translation (“{ground}”)."
    return ""


def _turns(account: Account) -> bool:
    return any(region.kind == "turn" for region in account.regions)


def _strength(material: Material, verdict: Verdict) -> float:
    """Return how telling a difference is: more inside quotation marks of one speaker."""
    strength = RULE_STRENGTH.get(verdict.rule, 0.9)
    speakers = {_speaker(material, place) for place in (verdict.left, verdict.right) if place}
    one_speaker = len(speakers) == 1 and None not in speakers
    return strength * (1.0 if one_speaker else 0.85)


def _speaker(material: Material, place: Span) -> str | None:
    found = material.quotations_at(place)
    return next((q.speaker.entity or q.speaker.name for q in found), None)


def _omission(
    material: Material, account: str, speakers: list[Speech], matters: list[Alignment]
) -> Finding:
    parts = []
    if speakers:
        names = " and ".join(str(material.speaker(s.entity)) for s in speakers[:MOST_SHOWN])
        parts.append(f"has no words of {names}, whom {_many_others(speakers)} quote")
    if matters:
        shown = "; ".join(f"“{alignment.about}”" for alignment in matters[:MOST_SHOWN])
        more = len(matters) - MOST_SHOWN
        parts.append(f"has nothing on {shown}" + (f" and {more} more matters" if more > 0 else ""))
    text = f"{material.label(account)} {', and '.join(parts)}."
    words = sum(speech.words for speech in speakers)
    strength = min(1.0, 0.5 + 0.03 * len(matters) + (0.3 if speakers else 0) + words / 3000)
    places = [p for speech in speakers for p in speech.places]
    places += [r.places[0] for a in matters[:MOST_SHOWN] for r in a.readings if r.places]
    about = (*(s.entity for s in speakers), *(alignment.id for alignment in matters))
    return _finding("left out", text, _of(places), about=about, strength=strength)


def _many_others(speakers: Sequence[Speech]) -> str:
    count = len({account for speech in speakers for account in speech.accounts})
    return f"{count} other accounts"


def _silent_on_speakers(material: Material, account: str, accounts: Sequence[str]) -> list[Speech]:
    """Return the speakers whom two other accounts quote at some length, and this one never."""
    words: dict[str, list[Quotation]] = defaultdict(list)
    for other in accounts:
        for quotation in material.quoted.get(other, ()):
            if quotation.speaker.entity:
                words[quotation.speaker.entity].append(quotation)
    found = []
    for entity, quotations in sorted(words.items()):
        others = tuple(sorted({q.place.account for q in quotations}))
        passages = sum(len(q.contents) for q in quotations)
        if account not in others and len(others) > 1 and passages >= MANY_PASSAGES:
            places = tuple(q.contents[0] for q in quotations[:MOST_SHOWN])
            length = sum(len(c.text.split()) for q in quotations for c in q.contents)
            found.append(Speech(entity, others, length, places))
    return sorted(found, key=lambda speech: (-speech.words, speech.entity))


def _silent_on_matters(material: Material, account: str, event: str) -> list[Alignment]:
    """Return the places of the story that two other accounts have and this one has not."""
    missing = [
        alignment
        for alignment in material.alignments_of.get(event, ())
        if sum(bool(r.places) for r in alignment.readings) > 1
        and any(r.account == account and not r.places for r in alignment.readings)
    ]
    return sorted(missing, key=lambda a: (-sum(bool(r.places) for r in a.readings), a.id))


def _telling(check: Check) -> bool:
    """Tell whether few words changed, or a figure: a free rendering says less than one word."""
    kinds = [change.kind for change in check.changes]
    return "figure" in kinds or 0 < sum(k not in EDITS for k in kinds) <= FEW_CHANGES


def _verdicts(material: Material, alignment: Alignment) -> list[Verdict]:
    """Return the verdicts that gave the alignment its own."""
    found = material.verdicts_of.get(alignment.id, ())
    return [verdict for verdict in found if verdict.kind == alignment.verdict]


def _said(material: Material, place: Span) -> str:
    """Return an account's label, the speaker where there is one, and the words."""
    speaker = next((q.speaker.name for q in material.quotations_at(place)), None)
    by = f" ({speaker})" if speaker else ""
    return f"{material.label(place.account)}{by}: “{_short(place.text)}”"


def _one_an_account(places: Sequence[Span]) -> list[Span]:
    first: dict[str, Span] = {}
    for place in places:
        first.setdefault(place.account, place)
    return list(first.values())


def _around(material: Material, place: Span) -> str:
    """Return an account's label, the speaker, and a figure's words with some on either side."""
    text = material.accounts[place.account].text
    before, after = max(0, place.start - CONTEXT), min(len(text), place.end + CONTEXT)
    window = text[before:after]
    left = window.find(" ") + 1 if before and " " in window[: place.start - before] else 0
    right = window.rfind(" ") if after < len(text) else len(window)
    shown = " ".join(window[left : max(right, place.end - before)].split())
    speaker = next((q.speaker.name for q in material.quotations_at(place)), None)
    by = f" ({speaker})" if speaker else ""
    return f"{material.label(place.account)}{by}: “… {shown} …”"


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
    """Drop findings that tell of words of the same two accounts that a weightier one told of."""
    told: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
    kept = []
    for finding in made:
        accounts = tuple(sorted({place.account for place in finding.places}))
        if finding.kind in FOLDED and any(_overlap(finding, other) for other in told[accounts]):
            continue
        told[accounts].append(finding)
        kept.append(finding)
    return kept


def _overlap(one: Finding, other: Finding) -> bool:
    """Tell whether every place of one finding shares characters with a place of the other."""
    return all(
        any(
            mine.account == theirs.account and mine.start < theirs.end and theirs.start < mine.end
            for theirs in other.places
        )
        for mine in one.places
    )


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
