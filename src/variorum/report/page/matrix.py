"""Matrix: which account has words at which place of the story, and whether they differ.

Enters: a `Quoting` and a `Tagging`. Leaves: one `Matrix` an event: silence at a glance.

An account differs where it was compared with others and differs from most of them, or from some;
of two accounts that differ, both do. Whose reading is the better one, nothing here says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from variorum.records import Alignment, Event, Span, Verdict
from variorum.report.page.filters import Tagging
from variorum.report.quoting import Quoting

MOST_MATRIX_LINES = 40
"""Places shown of one event."""
MOST_SPOTS = 1_500
"""Spots of one event: among many accounts, fewer places are shown."""
SAME_VERDICTS = ("agree", "wording differs")
UNDECIDED = ("unclear", "only here")
UPRIGHT_NAMES = 7
"""Accounts whose names stand upright over their columns."""
GRAVITY = (
    *("contradicted", "figure differs", "time differs", "sense differs", "update"),
    *("scope differs", "attribution differs", "wording differs", "agree", "unclear", "only here"),
)
"""Verdicts, those that say most of a difference first."""


class Spot(Struct, frozen=True):
    """One account at one place: a link to its words (``None`` is silence), its state in a word.

    `state` is "silent", "agrees", "words" (the same in other words), "some" or "most" (differs
    from), or "unclear"; `said` is what a screen reader says.
    """

    href: str | None
    state: str
    said: str


class MatrixRow(Struct, frozen=True):
    """One place of the story; `held` counts the accounts that have words, `tags` are for filters."""

    anchor: str
    about: str
    verdict: str
    spots: tuple[Spot, ...]
    held: int
    tags: str


class AccountColumn(Struct, frozen=True):
    """One account: its tags for filters, its id and label, at how many places it has words."""

    tags: str
    account: str
    label: str
    kind: str
    held: int


class Matrix(Struct, frozen=True):
    """Accounts across, places of one event down, gravest first; `more` are not shown.

    `narrow` tells that the names of the columns have room to stand upright.
    """

    event: Event
    columns: tuple[AccountColumn, ...]
    lines: tuple[MatrixRow, ...]
    more: int
    narrow: bool


def matrices(quoting: Quoting, tagging: Tagging) -> list[Matrix]:
    """Return one matrix for each event that two accounts tell of, that of most accounts first."""
    events = sorted(quoting.known.events.values(), key=lambda e: -len(e.accounts))
    made = [_matrix(quoting, tagging, event) for event in events if len(event.accounts) > 1]
    return [matrix for matrix in made if matrix.lines]


def _matrix(quoting: Quoting, tagging: Tagging, event: Event) -> Matrix:
    known = quoting.known
    places = [a for a in known.alignments_of.get(event.id, ()) if _count_held(a) > 1]
    places.sort(key=lambda a: (GRAVITY.index(a.verdict), -_count_held(a)))
    most = min(MOST_MATRIX_LINES, max(1, MOST_SPOTS // len(event.accounts)))
    lines = tuple(_line(quoting, tagging, event, place) for place in places[:most])
    columns = tuple(
        AccountColumn(
            tags=tagging.of_account(account),
            account=account,
            label=known.label(account),
            kind=known.accounts[account].kind,
            held=sum(line.spots[at].href is not None for line in lines),
        )
        for at, account in enumerate(event.accounts)
    )
    return Matrix(event, columns, lines, len(places) - len(lines), len(columns) <= UPRIGHT_NAMES)


def _count_held(alignment: Alignment) -> int:
    return sum(bool(reading.places) for reading in alignment.readings)


def _line(quoting: Quoting, tagging: Tagging, event: Event, place: Alignment) -> MatrixRow:
    known = quoting.known
    gravest = _gravest(known.verdicts_of.get(place.id, ()))
    first = {r.account: r.places[0] for r in place.readings if r.places}
    spots = []
    for account in event.accounts:
        words, met = first.get(account), gravest.get(account, {})
        state, said = _state([kind for kind, _ in met.values()]) if words else ("silent", "silent")
        shown = min(met.values(), key=_gravity, default=("", words))[1]
        spots.append(Spot(quoting.href(shown) if shown else None, state, said))
    topics = topics_of(quoting, place)
    spans = [p for reading in place.readings for p in reading.places]
    tags = tagging.tags(spans, (place.verdict,), topics=topics)
    return MatrixRow(place.id, place.about, place.verdict, tuple(spots), len(first), tags)


def topics_of(quoting: Quoting, place: Alignment) -> list[tuple[str, str]]:
    """Return the topics of an alignment by which a reader may choose it: its event, its count."""
    event = quoting.known.events.get(place.event)
    found = [("event", event.label)] if event else []
    return found + ([("count", place.about)] if quoting.known.is_count(place) else [])


def _gravest(verdicts: Sequence[Verdict]) -> dict[str, dict[str, tuple[str, Span]]]:
    """Return for each account, by the other, the gravest kind of their verdicts and its own words.

    Two accounts may have several passages at one place: they count once.
    """
    found: dict[str, dict[str, tuple[str, Span]]] = defaultdict(dict)
    for verdict in verdicts:
        if verdict.right is None:
            continue
        ends = (verdict.left, verdict.right)
        for own, other in (ends, ends[::-1]):
            told = (verdict.kind, own)
            before = found[own.account].get(other.account, told)
            found[own.account][other.account] = min(before, told, key=_gravity)
    return found


def _gravity(told: tuple[str, object]) -> int:
    return GRAVITY.index(told[0])


def _state(kinds: Sequence[str]) -> tuple[str, str]:
    """Return an account's state at a place, and how it is said."""
    compared = [kind for kind in kinds if kind not in UNDECIDED]
    differing = [kind for kind in compared if kind not in SAME_VERDICTS]
    if not compared:
        return "unclear", "has words; unclear"
    if not differing:
        kind = min(compared, key=GRAVITY.index)
        return ("words" if kind == "wording differs" else "agrees"), kind
    gravest = min(differing, key=GRAVITY.index)
    most = 2 * len(differing) > len(compared)
    return ("most", f"{gravest}, from most") if most else ("some", f"{gravest}, from some")
