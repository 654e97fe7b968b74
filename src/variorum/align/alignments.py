"""Alignments: passages of an event gathered into places of the story, silence included.

Enters: the dossiers of one event. Leaves: `Aligned`s: alignments with readings, verdicts still open.

Method: greedy agglomeration over scored pairs, best first, as in average-linkage clustering: two
groups join only if their members of different accounts are alike on average. Ties are broken by
place, so the order of accounts changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations, takewhile

from msgspec import Struct

from variorum.align.similarity import Candidate, Meeting, candidates, meetings
from variorum.align.splitting import Near, elsewhere, near, shares
from variorum.folding import fold
from variorum.records import Alignment, Dossier, Passage, Reading, Span, new_id

MEET = 0.5
"""Least score at which two passages, each the other's best, are about the same thing."""
MEET_ANYWAY = 0.62
"""Least score at which two passages meet though one has a better partner."""
STAY = 0.48
"""Least average score of a group's members across accounts."""
UNRELATED = 0.25
"""Score assumed for pairs that share no word."""
EXACT = 10_000
"""Steps of a score: `Meeting` rounds to four digits."""
MOST_SILENT = 40
"""Accounts of an event above which silent readings are not written out: they would be most of the
ledger, and are the event's accounts less those that have a reading."""
MOST_A_READING = 3
"""Passages one account may have at one place: title, lead and body often say it thrice."""

Scores = Mapping[tuple[int, int], float]
"""Two passages (by index, left below right) to their score."""

SMALL_WORD = 3
"""Letters of the longest word that does not count as telling in a label."""
_EDGES = "“”\"'‘’(),.;:–—- "


class Group:
    """Passages (by index) gathered so far; `members` maps an account to its passages.

    `links` holds for every other group that shares words by how much the scores of all pairs
    between the two exceed `UNRELATED`, in units of 1 / `EXACT`: whole numbers, so that their sum
    does not depend on the order of merging. An average then costs no walk over the pairs.
    """

    def __init__(self, index: int, account: str) -> None:
        self.members: dict[str, list[int]] = {account: [index]}
        self.size = 1
        self.links: dict[Group, int] = {}

    def link(self, other: Group, excess: int) -> None:
        """Add to what two groups have in common."""
        self.links[other] = self.links.get(other, 0) + excess
        other.links[self] = self.links[other]

    def average(self, other: Group) -> float:
        """Return the mean score of the pairs of different accounts between two groups."""
        pairs = self.size * other.size - sum(
            len(mine) * len(other.members.get(account, ()))
            for account, mine in self.members.items()
        )
        return UNRELATED + self.links.get(other, 0) / EXACT / pairs if pairs else 0.0

    def fits(self, other: Group) -> bool:
        """Tell whether no account would have more passages here than one reading holds."""
        return all(
            len(mine) + len(other.members.get(account, ())) <= MOST_A_READING
            for account, mine in self.members.items()
        )

    def take(self, other: Group) -> None:
        """Take over all members and links of `other`."""
        for account, indexes in other.members.items():
            self.members[account] = sorted([*self.members.get(account, ()), *indexes])
        self.size += other.size
        for third, excess in other.links.items():
            del third.links[other]
            if third is not self:
                self.link(third, excess)


class Aligned(Struct, frozen=True):
    """An alignment with its passages by account, and how alike two passages (by id) are.

    `covered` maps (passage id, other account) to the share of the passage's content words that
    the other account has in two of its passages, for the pairs that are compared. `elsewhere` are
    the passages, at other places, in which another account has what the only reading here says.
    """

    alignment: Alignment
    passages: dict[str, tuple[Passage, ...]]
    likeness: dict[tuple[str, str], float]
    covered: dict[tuple[str, str], float] = {}
    elsewhere: tuple[Passage, ...] = ()

    def alike(self, left: Passage, right: Passage) -> float:
        """Return the likeness of two passages, 0 to 1."""
        key = (left.id, right.id) if left.id < right.id else (right.id, left.id)
        return self.likeness.get(key, 0.0)

    def had(self, passage: Passage, other: Passage) -> float:
        """Return the share, 0 to 1, of a passage's words that the account of `other` has."""
        return self.covered.get((passage.id, other.place.account), 0.0)


def align(event: str, dossiers: Sequence[Dossier]) -> tuple[Aligned, ...]:
    """Return the places of an event's story, one reading for each of its accounts."""
    found = candidates(dossiers)
    scored = meetings(found, least=UNRELATED)
    nearby = near(found, scored)
    score = {(m.left, m.right): m.score for m in scored}
    statements = {d.account.id: _statement_places(d) for d in dossiers}
    made = [
        _aligned(_alignment(event, found, group, statements), found, group, (nearby, score))
        for group in _gather(found, scored)
    ]
    return tuple(sorted(made, key=lambda aligned: aligned.alignment.id))


def _aligned(
    alignment: Alignment,
    found: Sequence[Candidate],
    group: Group,
    known: tuple[Near, Scores],
) -> Aligned:
    nearby, score = known
    passages = _passages(found, group)
    indexes = [i for rows in group.members.values() for i in rows]
    if len(passages) > 1:
        covered = shares(found, nearby, group.members)
        return Aligned(alignment, passages, _likeness(found, indexes, score), covered)
    (alone,) = indexes
    had = elsewhere(found, nearby, alone)
    others = tuple(found[i].passage for i in had)
    members = {found[i].account: [i] for i in (alone, *had[:1])}
    covered = shares(found, nearby, members)
    return Aligned(alignment, passages, _likeness(found, [alone, *had], score), covered, others)


def _passages(found: Sequence[Candidate], group: Group) -> dict[str, tuple[Passage, ...]]:
    return {
        account: tuple(found[i].passage for i in indexes)
        for account, indexes in sorted(group.members.items())
    }


def _likeness(
    found: Sequence[Candidate], indexes: Sequence[int], score: Scores
) -> dict[tuple[str, str], float]:
    """Return the likeness of passages of different accounts, by their ids."""
    told: dict[tuple[str, str], float] = {}
    for left, right in combinations(sorted(indexes), 2):
        if (left, right) in score:
            pair = (found[left].passage.id, found[right].passage.id)
            told[min(pair), max(pair)] = score[left, right]
    return told


def _gather(found: Sequence[Candidate], scored: Sequence[Meeting]) -> list[Group]:
    """Join passages, likeliest first, while all of a group's members are alike on average."""
    groups = [Group(i, candidate.account) for i, candidate in enumerate(found)]
    for meeting in scored:
        excess = round((meeting.score - UNRELATED) * EXACT)
        groups[meeting.left].link(groups[meeting.right], excess)
    mutual = _mutual_best(found, scored)
    for meeting in scored:
        likely = MEET if (meeting.left, meeting.right) in mutual else MEET_ANYWAY
        left, right = groups[meeting.left], groups[meeting.right]
        if meeting.score < likely or left is right or not left.fits(right):
            continue
        if left.average(right) >= STAY:
            larger, smaller = (left, right) if left.size >= right.size else (right, left)
            larger.take(smaller)
            for indexes in smaller.members.values():
                for index in indexes:
                    groups[index] = larger
    return list(dict.fromkeys(groups))


def _mutual_best(found: Sequence[Candidate], scored: Sequence[Meeting]) -> set[tuple[int, int]]:
    """Return the pairs in which each is the other's best in the other's account."""
    best: dict[tuple[int, str], int] = {}
    for meeting in scored:  # best first, so the first seen is the best
        best.setdefault((meeting.left, found[meeting.right].account), meeting.right)
        best.setdefault((meeting.right, found[meeting.left].account), meeting.left)
    return {
        (m.left, m.right)
        for m in scored
        if best[m.left, found[m.right].account] == m.right
        and best[m.right, found[m.left].account] == m.left
    }


def _statement_places(dossier: Dossier) -> list[tuple[int, int, str]]:
    said = dossier.statements
    quoted = [(c.start, c.end, q.id) for q in said.quotations for c in q.contents]
    others = [
        (statement.place.start, statement.place.end, statement.id)
        for kind in (said.figures, said.moments, said.assertions)
        for statement in kind
    ]
    return sorted(quoted + others)


def _alignment(
    event: str,
    found: Sequence[Candidate],
    group: Group,
    statements: dict[str, list[tuple[int, int, str]]],
) -> Alignment:
    passages = _passages(found, group)
    chosen = [found[i] for indexes in group.members.values() for i in indexes]
    heard = sorted(statements) if len(statements) <= MOST_SILENT else sorted(passages)
    return Alignment(
        id=new_id("l", event, *sorted(c.passage.id for c in chosen)),
        event=event,
        about=about(chosen),
        readings=tuple(
            reading(account, [p.place for p in passages.get(account, ())], statements[account])
            for account in heard
        ),
    )


def reading(
    account: str, places: Sequence[Span], statements: Iterable[tuple[int, int, str]]
) -> Reading:
    """Return an account's reading: its places and the statements that overlap them.

    `statements` are (start, end, id) in the order of their starts.
    """
    if not places:
        return Reading(account=account)
    reached = max(place.end for place in places)
    inside = {
        found: None
        for start, end, found in takewhile(lambda one: one[0] < reached, statements)
        if any(start < place.end and place.start < end for place in places)
    }
    return Reading(account=account, statements=tuple(inside), places=tuple(places))


def about(chosen: Sequence[Candidate], *, words: int = 8) -> str:
    """Return a label in the accounts' own words: the longest run that two accounts share.

    Where they share no run of two telling words, it is how the shortest passage begins.
    """
    ordered = sorted(chosen, key=lambda c: (len(c.passage.place.text), c.passage.id))
    first = ordered[0]
    others = [c for c in ordered if c.account != first.account]
    runs = [_shared_run(first, other) for other in others[:MOST_A_READING]]
    best = max(runs, key=len, default=())
    plain = first.passage.place.text.split()
    label = " ".join((best or plain)[:words]).strip(_EDGES)
    return label if best or len(plain) <= words else f"{label} …"


def _shared_run(one: Candidate, other: Candidate) -> tuple[str, ...]:
    """Return the longest run of words that two passages share, edges without small words."""
    mine, theirs = one.passage.place.text.split(), other.passage.place.text.split()
    keys, others = ([fold(w).lower().strip(_EDGES) for w in words] for words in (mine, theirs))
    match = SequenceMatcher(None, keys, others, autojunk=False).find_longest_match()
    run = list(range(match.a, match.a + match.size))
    telling = [i for i in run if len(keys[i]) > SMALL_WORD]
    if len(telling) < 2:
        return ()
    return tuple(mine[telling[0] : telling[-1] + 1])
