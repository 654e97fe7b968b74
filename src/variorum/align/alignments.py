"""Alignments: passages of an event gathered into places of the story, silence included.

Enters: the dossiers of one event, an encoder. Leaves: `Aligned`s: alignments with readings, verdicts still open.

Method: greedy agglomeration over pairs, likeliest first, as in average-linkage clustering: two groups
join only if their members of different accounts are on average likely enough to answer one question.
Ties are broken by place, so the order of accounts changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

import numpy as np
from msgspec import Struct

from variorum.align.questions import likely_questions
from variorum.align.similarity import EXACT, Candidate, Meetings, candidates, similar_pairs
from variorum.align.splitting import (
    Neighbours,
    elsewhere,
    likeliest,
    likeness,
    near,
    scores,
    shares,
)
from variorum.folding import fold
from variorum.records import Alignment, Dossier, Passage, Reading, Span, new_id
from variorum.seams import Encoder

LEAST_ALIKE = 0.2
"""Least likeness, 0 to 1, at which two passages are asked about at all."""
MEET = 0.45
"""Least likelihood of one question at which two passages may stand at one place."""
ASKED = 0.25
"""Least likelihood of one question at which two passages are judged, wherever they stand."""
MOST_BEYOND = 4
"""Passages of other places that a passage is held against, the likeliest."""
STAY = 0.3
"""Least average likelihood of one question among a group's members across accounts."""
UNASKED = 0.05
"""Likelihood assumed for pairs that are not asked about: they share next to nothing."""
MOST_SILENT = 40
"""Accounts of an event above which silent readings are not written out: they would be most of the
ledger, and are the event's accounts less those that have a reading."""
MOST_A_READING = 6
"""Passages one account may have at one place: title, lead and body say it, and quote who said it."""
MOST_LABELLED = 3
"""Other accounts' passages, shortest first, that are looked at for the words of a label."""

SMALL_WORD = 3
"""Letters of the longest word that does not count as telling in a label."""
_EDGES = "“”\"'‘’(),.;:–—- "


class PassageGroup:
    """Passages (by index) gathered so far; `members` maps an account to its passages.

    A group goes by the number of its first passage. `excess` has for every passage that was asked about
    with members by how much the likelihoods of all those pairs exceed `UNASKED`, in steps of 1 / `EXACT`:
    an average then costs no walk over the pairs.
    """

    def __init__(self, number: int, account: str, excess: dict[int, int]) -> None:
        self.number = number
        self.members: dict[str, list[int]] = {account: [number]}
        self.size = 1
        self.excess = excess

    @property
    def passages(self) -> list[int]:
        """All passages, by account."""
        return [index for indexes in self.members.values() for index in indexes]

    def admits(self, other: PassageGroup) -> bool:
        """Tell whether all members stay likely on average, and no account has more than a reading holds."""
        meeting = self._meeting(other)
        if any(a + b > MOST_A_READING for a, b in meeting):
            return False
        pairs = self.size * other.size - sum(a * b for a, b in meeting)
        few, many = sorted((self, other), key=lambda group: group.size)
        excess = sum(many.excess.get(index, 0) for index in few.passages) / EXACT
        return (UNASKED + excess / pairs if pairs else 0.0) >= STAY

    def _meeting(self, other: PassageGroup) -> list[tuple[int, int]]:
        """Return how many passages each account has that stands in both groups."""
        few, many = sorted((self.members, other.members), key=len)
        return [(len(few[account]), len(many[account])) for account in few if account in many]

    def take(self, other: PassageGroup) -> None:
        """Take over all members of `other`."""
        for account, indexes in other.members.items():
            self.members[account] = sorted([*self.members.get(account, ()), *indexes])
        self.size += other.size
        for index, steps in other.excess.items():
            self.excess[index] = self.excess.get(index, 0) + steps


class Aligned(Struct, frozen=True):
    """An alignment with its passages by account, and what is known of two of them (by id).

    `likeness` is how alike two passages are, `questions` how likely both answer one question.
    `beyond` are pairs of a passage here and one of another place that may answer its question.
    `covered` maps (passage id, other account) to the share of the passage's content words that
    the other account has in two of its passages, for the pairs that are compared. `elsewhere` are
    the passages, at other places, in which another account has what the only reading here says.
    """

    alignment: Alignment
    passages: dict[str, tuple[Passage, ...]]
    likeness: dict[tuple[str, str], float]
    questions: dict[tuple[str, str], float] = {}
    beyond: tuple[tuple[Passage, Passage], ...] = ()
    covered: dict[tuple[str, str], float] = {}
    elsewhere: tuple[Passage, ...] = ()

    def alike(self, left: Passage, right: Passage) -> float:
        """Return the likeness of two passages, 0 to 1."""
        return self.likeness.get(_key(left, right), 0.0)

    def likely(self, left: Passage, right: Passage) -> float:
        """Return how likely two passages answer one question, 0 to 1."""
        return self.questions.get(_key(left, right), 0.0)

    def had(self, passage: Passage, other: Passage) -> float:
        """Return the share, 0 to 1, of a passage's words that the account of `other` has."""
        return self.covered.get((passage.id, other.place.account), 0.0)


def _key(left: Passage, right: Passage) -> tuple[str, str]:
    return (left.id, right.id) if left.id < right.id else (right.id, left.id)


def align(event: str, dossiers: Sequence[Dossier], encoder: Encoder) -> tuple[Aligned, ...]:
    """Return the places of an event's story, one reading for each of its accounts."""
    found = candidates(dossiers)
    scored = similar_pairs(found, encoder, least=LEAST_ALIKE)
    likely = likely_questions(dossiers, scored, encoder)
    nearby, asked = near(found, scored), near(found, likely)
    statements = {d.account.id: _statement_places(d) for d in dossiers}
    groups = _gather(found, likely.least(MEET), asked)
    beyond = _beyond(found, likely.least(ASKED), groups)
    made = [
        _aligned(_alignment(event, found, group, statements), found, group, (nearby, asked), beyond)
        for group in groups
    ]
    return tuple(sorted(made, key=lambda aligned: aligned.alignment.id))


def _aligned(
    alignment: Alignment,
    found: Sequence[Candidate],
    group: PassageGroup,
    alike: tuple[Neighbours, Neighbours],
    beyond: Mapping[int, Sequence[int]],
) -> Aligned:
    members = group.members
    nearby, asked = alike
    further = [(i, o) for own in members.values() for i in own for o in beyond.get(i, ())]
    had: tuple[int, ...] = ()
    if group.size == 1:
        had = elsewhere(found, nearby, group.number)
        members = {found[i].account: [i] for i in (group.number, *had[:1])}
    return Aligned(
        alignment,
        _passages(found, group),
        {**likeness(found, nearby, members), **scores(found, nearby, further)},
        likeness(found, asked, members),
        tuple((found[i].passage, found[other].passage) for i, other in further),
        shares(found, nearby, members),
        tuple(found[i].passage for i in had),
    )


def _passages(found: Sequence[Candidate], group: PassageGroup) -> dict[str, tuple[Passage, ...]]:
    return {
        account: tuple(found[i].passage for i in indexes)
        for account, indexes in sorted(group.members.items())
    }


def _gather(found: Sequence[Candidate], likely: Meetings, asked: Neighbours) -> list[PassageGroup]:
    """Join passages, likeliest first, while all of a group's members are likely on average."""
    groups = [PassageGroup(i, c.account, asked.excess(i, UNASKED)) for i, c in enumerate(found)]
    refused: set[tuple[int, int, int, int]] = set()
    for one, other in zip(likely.left.tolist(), likely.right.tolist(), strict=True):
        left, right = groups[one], groups[other]
        met = (left.number, left.size, right.number, right.size)
        if left is right or met in refused:
            continue
        if not left.admits(right):
            refused.add(met)
            continue
        larger, smaller = (left, right) if left.size >= right.size else (right, left)
        larger.take(smaller)
        for index in smaller.passages:
            groups[index] = larger
    return list(dict.fromkeys(groups))


def _beyond(
    found: Sequence[Candidate], asked: Meetings, groups: Sequence[PassageGroup]
) -> dict[int, list[int]]:
    """Return for each passage those of later accounts, at other places, that may answer its question.

    Each must be the other's likeliest in its account: what has a likelier one answers another question.
    """
    place = np.zeros(len(found), dtype=np.int64)
    for group in groups:
        place[group.passages] = group.number
    apart = likeliest(found, asked) & (place[asked.left] != place[asked.right])
    beyond: dict[int, list[int]] = {}
    for left, right in zip(asked.left[apart].tolist(), asked.right[apart].tolist(), strict=True):
        if len(beyond.get(left, ())) < MOST_BEYOND:
            beyond.setdefault(left, []).append(right)
    return beyond


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
    group: PassageGroup,
    statements: dict[str, list[tuple[int, int, str]]],
) -> Alignment:
    passages = _passages(found, group)
    chosen = [found[i] for indexes in group.members.values() for i in indexes]
    heard = sorted(statements) if len(statements) <= MOST_SILENT else sorted(passages)
    return Alignment(
        id=new_id("l", event, *sorted(c.passage.id for c in chosen)),
        event=event,
        about=shared_label(chosen),
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


def shared_label(chosen: Sequence[Candidate], *, words: int = 8) -> str:
    """Return a label in the accounts' own words: the longest run that two accounts share.

    Where they share no run of two telling words, or a name alone, it is how the shortest passage
    begins.
    """
    ordered = sorted(chosen, key=lambda c: (len(c.passage.place.text), c.passage.id))
    first = ordered[0]
    others = [c for c in ordered if c.account != first.account]
    runs = [_shared_run(first, other) for other in others[:MOST_LABELLED]]
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
    said = [i for i in telling if keys[i] in one.telling]
    named = [i for i in telling if i not in said and mine[i][:1].isupper()]
    if not said or len(said) + len(named) < 2:
        return ()
    return tuple(mine[telling[0] : telling[-1] + 1])
