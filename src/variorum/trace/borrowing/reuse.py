"""Reuse: the passages that accounts have in common, word for word or nearly.

Enters: dossiers. Leaves: `AccountWords`s (an account's words with who is quoted in each), and for each
pair of accounts their `Shared` passages, in the order of the first account.

Shingles of words in an inverted index find what is shared (as passim and its like do); passages
grow from them along one diagonal, bridging a few changed words. A shingle that many accounts have
ties each of them to the first only, so that cost grows with the words and not with the pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from variorum.align.differences import Word, words
from variorum.languages.language import Language
from variorum.languages.name_parts import NameParts
from variorum.languages.registry import language_of
from variorum.records import Dossier, Quotation, Span
from variorum.segment.paragraphs import TEXT_REGIONS
from variorum.trace.checking.voices import by_name, entity_of, is_proper, name_tokens

SHINGLE = 5
"""Words of a shingle."""
MOST_EVIDENCE = 12
"""Most places of either side, the longest first, that are given as evidence of a borrowing."""
CROWDED_SHINGLE = 12
"""Accounts with one shingle beyond which each is compared with the first only."""
BRIDGE = 4
"""Changed or added words that a passage may run over."""
REPEATS = 3
"""Places of one shingle in one account that are looked at."""
FEWEST_TELLING_WORDS = 4
"""Words other than the commonest that a passage must have."""
TELLING_QUOTED = 2
"""The same for a passage that both accounts give to a speaker."""
LONGEST_FIRST_PERSON = 40
"""Words up to which a shared passage with "I" or "we" is somebody's, though no mark says so."""
SHORTEST_PIECE = 4
"""Words of a piece of one voice."""
MOST_OPEN_RUNS = 8
"""Latest runs that a shingle may go on from."""


class AccountWords(Struct, frozen=True):
    """The words of an account that are read, marks left out.

    `voice` names for each word the speaker it is given to ("" where no name is known, ``None``
    for the narrator's own words); `keys` are the words as they are compared.
    """

    dossier: Dossier
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    voice: tuple[str | None, ...]

    @property
    def id(self) -> str:
        """Return the account's id."""
        return self.dossier.account.id

    @property
    def language(self) -> Language:
        """Return the language that the account is read in."""
        return language_of(self.dossier.account.language)

    def place(self, first: int, last: int) -> Span:
        """Return the place of words `first` to `last` (excluded)."""
        return self.dossier.account.span(self.words[first].start, self.words[last - 1].end)


class Shared(Struct, frozen=True, order=True, gc=False):
    """Words `left` (first, last) of one account that are words `right` of another.

    `alike` counts the words that shingles cover; `speech` is the speaker they are given to ("" where
    nobody names one, or the accounts name two), or ``None`` where at least one account has them in
    the narrator's voice; `both` tells that both name that speaker. The words of a turn of a record
    are a speaker's whoever else has them, and so is a short passage with "I" in it.
    """

    left: tuple[int, int]
    right: tuple[int, int]
    alike: int
    speech: str | None = None
    both: bool = True


def account_words(
    parts: NameParts,
    dossier: Dossier,
    owner: Mapping[str, str],
    bearers: Mapping[str, str] | None = None,
) -> AccountWords:
    """Return the words of an account with who is quoted in each.

    `parts` are the words within names of the accounts that it is held against; `owner` has the entity of each name's id, `bearers` that of each last name one entity alone has.
    """
    account = dossier.account
    found = tuple(
        word
        for region in account.regions
        if region.kind in TEXT_REGIONS
        for word in words(
            account.text,
            region.start if region.label_end is None else region.label_end,
            region.end,
            language_of(account.language),
        )
        if word.key
    )
    contents = _contents(parts, dossier, owner, bearers or {})
    keys = tuple(word.key for word in found)
    return AccountWords(dossier, found, keys, _voices(found, contents))


def shared(tellings: Sequence[AccountWords]) -> dict[tuple[int, int], tuple[Shared, ...]]:
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


def _contents(
    parts: NameParts, dossier: Dossier, owner: Mapping[str, str], bearers: Mapping[str, str]
) -> list[tuple[int, int, str]]:
    """Return stretches that are somebody's words; a turn is, even where nobody is known by name."""
    quoted = [
        (content.start, content.end, _speaker(parts, quotation, owner))
        for quotation in by_name(dossier.statements.quotations)
        for content in quotation.contents
    ]
    turns = [
        (region.start, region.end, " ".join(name_tokens(parts, region.speaker)[-1:]))
        for region in dossier.account.regions
        if region.kind == "turn" and region.speaker
    ]
    found = [(start, end, bearers.get(voice, voice)) for start, end, voice in (*turns, *quoted)]
    return sorted(found, key=lambda one: (one[0], -one[1], one[2]))


def _voices(
    found: Sequence[Word], contents: Sequence[tuple[int, int, str]]
) -> tuple[str | None, ...]:
    """Return for each word the innermost stretch it stands in; the stretches are sorted."""
    voice: list[str | None] = []
    inside: list[tuple[int, str]] = []
    at = 0
    for word in found:
        while at < len(contents) and contents[at][0] <= word.start:
            inside.append((contents[at][1], contents[at][2]))
            at += 1
        while inside and inside[-1][0] <= word.start:
            inside.pop()
        voice.append(inside[-1][1] if inside else None)
    return tuple(voice)


def _speaker(parts: NameParts, quotation: Quotation, owner: Mapping[str, str]) -> str:
    """Return who is quoted: an entity, the last word of a name, or else a description as printed.

    Who is only "he" or "no one" is nobody: "".
    """
    known = entity_of(quotation.speaker, owner)
    name = quotation.speaker.name or ""
    tokens = [token for token in name_tokens(parts, name) if token not in parts.common]
    return known or " ".join(tokens[-1:] if is_proper(parts, name) else tokens)


def speaker_names(
    parts: NameParts, dossiers: Iterable[Dossier], owner: Mapping[str, str]
) -> dict[str, str]:
    """Return for each speaker a voice may have the name as it is first printed."""
    found: dict[str, str] = {}
    for dossier in dossiers:
        for quotation in dossier.statements.quotations:
            found.setdefault(
                _speaker(parts, quotation, owner), " ".join((quotation.speaker.name or "").split())
            )
    return found


def _index(tellings: Sequence[AccountWords]) -> dict[tuple[str, ...], list[tuple[int, int]]]:
    index: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for number, one in enumerate(tellings):
        for at in range(len(one.keys) - SHINGLE + 1):
            index.setdefault(one.keys[at : at + SHINGLE], []).append((number, at))
    return index


def _paired(
    seats: Sequence[tuple[int, int]],
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    by_account: dict[int, list[int]] = {}
    for number, at in seats:
        by_account.setdefault(number, []).append(at)
    accounts = sorted(by_account)
    firsts = accounts[:1] if len(accounts) > CROWDED_SHINGLE else accounts
    return [
        ((left, right), (here, there))
        for left in firsts
        for right in accounts
        if left < right
        for here in by_account[left][:REPEATS]
        for there in by_account[right][:REPEATS]
    ]


def _passages(
    left: AccountWords, right: AccountWords, hits: Sequence[tuple[int, int]]
) -> tuple[Shared, ...]:
    runs: list[list[tuple[int, int]]] = []
    for hit in hits:
        run = next(
            (run for run in reversed(runs[-MOST_OPEN_RUNS:]) if _follows(run[-1], hit)), None
        )
        if run is None:
            runs.append([hit])
        else:
            run.append(hit)
    pieces = [piece for run in runs for piece in _pieces(left, right, run)]
    return tuple(sorted(piece for piece in pieces if _is_telling(left, piece)))


def _follows(last: tuple[int, int], hit: tuple[int, int]) -> bool:
    ahead, after = hit[0] - last[0], hit[1] - last[1]
    return 0 < ahead <= SHINGLE + BRIDGE and 0 < after <= SHINGLE + BRIDGE


def _pieces(
    left: AccountWords, right: AccountWords, run: Sequence[tuple[int, int]]
) -> list[Shared]:
    """Cut a run of shingles where either account changes voice, and say whose words each piece is."""
    seats: dict[int, int] = {}
    for here, there in run:
        for step in range(SHINGLE):
            seats[here + step] = there + step
    pieces: list[list[tuple[int, int]]] = []
    voice: tuple[str | None, str | None] | None = None
    for here, there in sorted(seats.items()):
        heard = (left.voice[here], right.voice[there])
        if heard != voice or not pieces:
            pieces.append([])
            voice = heard
        pieces[-1].append((here, there))
    return [_piece(left, right, piece) for piece in pieces if len(piece) >= SHORTEST_PIECE]


def _piece(left: AccountWords, right: AccountWords, piece: Sequence[tuple[int, int]]) -> Shared:
    (first, start), (last, end) = piece[0], piece[-1]
    mine, theirs = left.voice[first], right.voice[start]
    recorded = {one.dossier.account.kind for one in (left, right)} == {"transcript"} or any(
        one.dossier.account.kind == "transcript" and heard is not None
        for one, heard in ((left, mine), (right, theirs))
    )
    keys = {left.keys[here] for here, _ in piece}
    aside = len(piece) <= LONGEST_FIRST_PERSON and not keys.isdisjoint(
        left.language.sense.first_person
    )
    speech: str | None = None
    if (mine is not None and theirs is not None) or recorded or aside:
        speech = "" if mine and theirs and mine != theirs else mine or theirs or ""
    right_ends = min(start, end), max(start, end) + 1
    return Shared((first, last + 1), right_ends, len(piece), speech, mine == theirs)


def _is_telling(left: AccountWords, passage: Shared) -> bool:
    keys = set(left.keys[slice(*passage.left)])
    enough = FEWEST_TELLING_WORDS if passage.speech is None else TELLING_QUOTED
    return len(keys - left.language.sense.common) >= enough
