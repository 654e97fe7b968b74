"""Speeches: accounts that give one speaker the same words, where no record of them is in hand.

Enters: `Meeting`s of accounts. Leaves: `Borrowing`s of kind "same speech".
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from variorum.read.naming import pair_names
from variorum.records import Borrowing, Span, new_id
from variorum.trace.borrowing.direction import Ground, Meeting, direction
from variorum.trace.borrowing.reuse import MOST_EVIDENCE, AccountWords, Shared, covered
from variorum.trace.checking.phrasing import opening

SHORTEST_SPEECH = 7
"""Words of one passage that two accounts must both give to a speaker."""
HEARD = 12
"""The same where the speaker is no entity of the story."""


def speeches(
    meetings: Sequence[Meeting], names: Mapping[str, str], entities: Container[str]
) -> Iterator[Borrowing]:
    """Yield what both accounts of each meeting have from a speaker, whose name is in `names`.

    The source is the other account where a ground makes it one (it was issued by the body it tells
    of, say), or else "speech of NAME", to both accounts.
    """
    for meeting in meetings:
        spoken = [one for one in meeting.passages if one.speech and one.alike >= SHORTEST_SPEECH]
        ground = direction(meeting, speech=True)
        for speaker in sorted({one.speech or "" for one in spoken}):
            own = tuple(one for one in spoken if one.speech == speaker)
            named = tuple(one for one in own if one.both)
            if speaker not in entities and max(one.alike for one in own) < HEARD:
                continue
            if ground is not None:
                yield _heard(meeting, own, ground)
            elif named:
                yield from _speech_borrowings(meeting, named, names.get(speaker) or speaker)


def _heard(meeting: Meeting, own: tuple[Shared, ...], ground: Ground) -> Borrowing:
    """Return what an account has from another in hand, whoever is named for it in either."""
    source, taker = meeting.left, meeting.right
    if ground.source == "right":
        source, taker = taker, source
    both = pair_names(meeting.left.dossier.account, meeting.right.dossier.account)
    words = opening(meeting.left.place(*own[0].left).text)
    because = f"{both} have the same quoted words: “{words}”. {ground.why}."
    return _speech(source.id, taker, Meeting(meeting.left, meeting.right, own), because)


def _speech_borrowings(
    meeting: Meeting, own: tuple[Shared, ...], speaker: str
) -> Iterator[Borrowing]:
    """Yield a speech not in hand as the source of words that both accounts give to its speaker."""
    both = pair_names(meeting.left.dossier.account, meeting.right.dossier.account)
    words = opening(meeting.left.place(*own[0].left).text)
    because = f"{both} give the same words to {speaker}: “{words}”."
    for taker in (meeting.left, meeting.right):
        held = Meeting(meeting.left, meeting.right, own)
        yield _speech(f"speech of {speaker}", taker, held, because)


def _speech(source: str, taker: AccountWords, meeting: Meeting, because: str) -> Borrowing:
    spans = [one.left if taker is meeting.left else one.right for one in meeting.passages]
    return Borrowing(
        id=new_id("b", source, taker.id, "same speech"),
        from_=source,
        to=taker.id,
        kind="same speech",
        because=because,
        share=round(covered(spans) / max(1, len(taker.words)), 3),
        evidence=speech_evidence(meeting),
    )


def speech_evidence(meeting: Meeting) -> tuple[Span, ...]:
    """Return the places of the longest passages, the left account's before the right's."""
    longest = sorted(meeting.passages, key=lambda one: (-one.alike, one.left))[:MOST_EVIDENCE]
    return tuple(
        place
        for one in sorted(longest)
        for place in (meeting.left.place(*one.left), meeting.right.place(*one.right))
    )
