"""Exchanged: a name or a day of a draft where a source has another of its kind.

Enters: a sentence of a draft beside a near one, as an `PairedWords`; what the texts name, and when. Leaves: the word of the
draft and the word of the source.

Two words are in one place where they hang alike on words that are paired. Nothing is said where any source has the
draft's word beside the same things: accounts differ, and the draft may follow another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter, itemgetter

from msgspec import Struct

from variorum.annotations import Token
from variorum.records import Dossier, Moment, Name, Span
from variorum.trace.checking.voices import People
from variorum.trace.drafts.by_place import ByPlace, by_place
from variorum.trace.drafts.clauses import Clauses, PairedWords
from variorum.trace.drafts.contrasts import MOST
from variorum.trace.drafts.dates import TIMED, is_same_time
from variorum.trace.drafts.evidence import SourceSentence

ON_ONE_DAY = 0.65
"""Share of the draft's words that a sentence must have for its day to stand against the draft's: things of one kind befall
on several days."""
LIKE_THIS = 0.6
"""Share of the words that a source's sentence has, beside that of the one it is held against, from which it speaks of the
same."""


class NamedInTexts(Struct, frozen=True):
    """What texts name, and when, by place; and which names are one."""

    names: ByPlace[tuple[Name, Span]]
    moments: ByPlace[Moment]
    people: People

    @classmethod
    def of(cls, dossiers: Iterable[Dossier], people: People) -> NamedInTexts:
        """Gather the names and moments of a draft and its sources."""
        said = [one.statements for one in dossiers]
        mentions = [(name, place) for one in said for name in one.names for place in name.mentions]
        moments = [moment for one in said for moment in one.moments if moment.kind in TIMED]
        return cls(
            by_place(mentions, itemgetter(1)), by_place(moments, attrgetter("place")), people
        )


def exchanged(
    of: PairedWords, named: NamedInTexts, sources: Iterable[SourceSentence]
) -> Iterator[tuple[int, int]]:
    """Yield each word of the draft with the word of the source that stands in its place."""
    if of.share < MOST:
        return
    for mine, theirs in _in_one_place(of):
        if _are_of_one_kind(of, mine, theirs, named) and not _stands(of, mine, sources):
            yield mine, theirs


def _in_one_place(of: PairedWords) -> Iterator[tuple[int, int]]:
    """Yield two words that hang alike on paired words, neither of which stands in the other sentence."""
    free, own, other = of.unpaired, of.mine.seats, of.theirs.seats
    for mine, seat in own.items():
        head = of.pairs.get(seat.head) if seat.head is not None else None
        if head is None or mine in of.pairs:
            continue
        for theirs in free:
            there = other[theirs]
            if (there.head, there.role, there.by) == (head, seat.role, seat.by):
                yield mine, theirs


def _are_of_one_kind(of: PairedWords, mine: int, theirs: int, named: NamedInTexts) -> bool:
    """Tell whether two words are names of one kind and of two bearers, two times, or two numbers of a name."""
    one, other = of.mine.parse.tokens[mine], of.theirs.parse.tokens[theirs]
    left, right = of.mine.place(mine), of.theirs.place(theirs)
    when, then = named.moments.meeting(left), named.moments.meeting(right)
    if when or then:
        both = bool(when and then) and of.share >= ON_ONE_DAY
        return both and not any(is_same_time(a, b) for a in when for b in then)
    who, whom = named.names.meeting(left), named.names.meeting(right)
    if who and whom:
        heads = _heads(of.mine, one, who[0][1]) and _heads(of.theirs, other, whom[0][1])
        owner = named.people.owner
        return (
            heads
            and who[0][0].kind == whom[0][0].kind
            and owner.get(who[0][0].id) != owner.get(whom[0][0].id)
        )
    above = of.mine.seats[mine].head
    labels = above is not None and of.mine.parse.tokens[above].word_class == "proper noun"
    return one.word_class == other.word_class == "numeral" and labels


def _heads(side: Clauses, token: Token, mention: Span) -> bool:
    """Tell whether a word is the one that its name hangs by."""
    above = side.parse.tokens[token.head]
    return above is token or not mention.start <= above.start < mention.end


def _stands(of: PairedWords, mine: int, sources: Iterable[SourceSentence]) -> bool:
    """Tell whether another sentence of any source has the word beside what it hangs on, and much else of what is said here."""
    above = of.mine.seats[mine].head
    both = {of.mine.parse.lemma(mine), of.mine.parse.lemma(mine if above is None else above)}
    own = frozenset(of.mine.parse.lemma(one) for one in of.mine.seats)
    least = LIKE_THIS * of.share * len(own)
    others = (one for one in sources if one.place != of.theirs.sentence.place)
    return any(both <= one.keys and len(own & one.keys) >= least for one in others)
