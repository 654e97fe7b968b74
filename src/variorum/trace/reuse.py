"""Reuse: the passages that accounts have in common, word for word or nearly.

Enters: dossiers. Leaves: `Telling`s (an account's words with who is quoted in each), and for each
pair of accounts their `Shared` passages, in the order of the first account.

Shingles of words in an inverted index find what is shared (as passim and its like do); passages
grow from them along one diagonal, bridging a few changed words. A shingle that many accounts have
ties each of them to the first only, so that cost grows with the words and not with the pairs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from variorum.align.differences import Word, words
from variorum.records import Dossier, Quotation, Span
from variorum.trace.english_sense import COMMON
from variorum.trace.voices import entity_of, name_tokens

SHINGLE = 5
"""Words of a shingle."""
MANY = 12
"""Accounts with one shingle beyond which each is compared with the first only."""
BRIDGE = 4
"""Changed or added words that a passage may run over."""
REPEATS = 3
"""Places of one shingle in one account that are looked at."""
TELLING = 4
"""Words other than the commonest that a passage must have."""
READ = frozenset({"title", "dateline", "body", "turn"})


class Telling(Struct, frozen=True):
    """The words of an account that are read, marks left out.

    `voice` names for each word the speaker it is given to ("" where no name is known, ``None``
    for the narrator's own words).
    """

    dossier: Dossier
    words: tuple[Word, ...]
    voice: tuple[str | None, ...]

    @property
    def id(self) -> str:
        """Return the account's id."""
        return self.dossier.account.id

    def place(self, first: int, last: int) -> Span:
        """Return the place of words `first` to `last` (excluded)."""
        return self.dossier.account.span(self.words[first].start, self.words[last - 1].end)


class Shared(Struct, frozen=True, order=True):
    """Words `left` (first, last) of one account that are words `right` of another.

    `alike` counts the words that shingles cover; `speech` is the speaker both give them to, or
    ``None`` where at least one of the accounts has them in the narrator's voice.
    """

    left: tuple[int, int]
    right: tuple[int, int]
    alike: int
    speech: str | None = None


def telling(dossier: Dossier, owner: Mapping[str, str]) -> Telling:
    """Return the words of an account with who is quoted in each."""
    account = dossier.account
    found = tuple(
        word
        for region in account.regions
        if region.kind in READ
        for word in words(
            account.text,
            region.start if region.label_end is None else region.label_end,
            region.end,
        )
        if word.key
    )
    return Telling(dossier, found, _voices(found, dossier.statements.quotations, owner))


def shared(tellings: Sequence[Telling]) -> dict[tuple[int, int], tuple[Shared, ...]]:
    """Return the passages that pairs of accounts share, by their indexes, smaller one first."""
    hits: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for seats in _index(tellings).values():
        for pair, places in _paired(seats):
            hits.setdefault(pair, []).append(places)
    return {
        pair: passages
        for pair in sorted(hits)
        if (passages := _passages(tellings[pair[0]], tellings[pair[1]], sorted(hits[pair])))
    }


def covered(spans: Sequence[tuple[int, int]]) -> int:
    """Return how many words lie in at least one of the ranges."""
    total, reached = 0, 0
    for first, last in sorted(spans):
        total += max(0, last - max(first, reached))
        reached = max(reached, last)
    return total


def _voices(
    found: Sequence[Word], quotations: Sequence[Quotation], owner: Mapping[str, str]
) -> tuple[str | None, ...]:
    contents = sorted(
        (content.start, content.end, _speaker(quotation, owner))
        for quotation in quotations
        for content in quotation.contents
    )
    voice: list[str | None] = []
    at = 0
    open_until, speaker = 0, ""
    for word in found:
        while at < len(contents) and contents[at][0] <= word.start:
            if contents[at][1] > word.start:
                open_until, speaker = contents[at][1], contents[at][2]
            at += 1
        voice.append(speaker if word.start < open_until else None)
    return tuple(voice)


def _speaker(quotation: Quotation, owner: Mapping[str, str]) -> str:
    known = entity_of(quotation.speaker, owner)
    return known or " ".join(name_tokens(quotation.speaker.name or "")[-1:])


def _index(tellings: Sequence[Telling]) -> dict[tuple[str, ...], list[tuple[int, int]]]:
    index: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for number, one in enumerate(tellings):
        keys = [word.key for word in one.words]
        for at in range(len(keys) - SHINGLE + 1):
            index.setdefault(tuple(keys[at : at + SHINGLE]), []).append((number, at))
    return index


def _paired(
    seats: Sequence[tuple[int, int]],
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    by_account: dict[int, list[int]] = {}
    for number, at in seats:
        by_account.setdefault(number, []).append(at)
    accounts = sorted(by_account)
    firsts = accounts[:1] if len(accounts) > MANY else accounts
    return [
        ((left, right), (here, there))
        for left in firsts
        for right in accounts
        if left < right
        for here in by_account[left][:REPEATS]
        for there in by_account[right][:REPEATS]
    ]


def _passages(left: Telling, right: Telling, hits: Sequence[tuple[int, int]]) -> tuple[Shared, ...]:
    grown: list[list[int]] = []
    for here, there in hits:
        run = next(
            (run for run in reversed(grown[-REPEATS * 2 :]) if _follows(run, here, there)), None
        )
        if run is None:
            grown.append([here, here + SHINGLE, there, there + SHINGLE, SHINGLE])
        else:
            run[4] += min(SHINGLE, here + SHINGLE - run[1])
            run[1], run[3] = here + SHINGLE, there + SHINGLE
    return tuple(
        piece
        for first, last, start, end, alike in grown
        for piece in _spoken(left, right, Shared((first, last), (start, end), alike))
        if _telling(left, piece)
    )


def _follows(run: Sequence[int], here: int, there: int) -> bool:
    ahead, after = here + SHINGLE - run[1], there + SHINGLE - run[3]
    return 0 < ahead <= SHINGLE + BRIDGE and 0 < after <= SHINGLE + BRIDGE


def _spoken(left: Telling, right: Telling, passage: Shared) -> list[Shared]:
    """Say of a passage whether both accounts give most of it to one speaker."""
    mine = _voice(left, passage.left)
    theirs = _voice(right, passage.right)
    if mine is None or theirs is None or (mine and theirs and mine != theirs):
        return [passage]
    return [Shared(passage.left, passage.right, passage.alike, mine or theirs)]


def _voice(one: Telling, span: tuple[int, int]) -> str | None:
    """Return the speaker of most of the words, ``None`` where the narrator has most."""
    heard = [one.voice[index] for index in range(*span)]
    quoted = [voice for voice in heard if voice is not None]
    if 2 * len(quoted) < len(heard):
        return None
    return max(sorted(set(quoted)), key=quoted.count)


def _telling(left: Telling, passage: Shared) -> bool:
    keys = {left.words[index].key for index in range(*passage.left)}
    return len(keys - COMMON) >= TELLING
