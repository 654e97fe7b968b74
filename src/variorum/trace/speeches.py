"""Speeches: accounts that give one speaker the same words, where no record of them is in hand.

Enters: `Meeting`s of accounts. Leaves: `Borrowing`s of kind "same speech".
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from variorum.records import Borrowing, Span, new_id
from variorum.trace.direction import Meeting, direction
from variorum.trace.naming import called
from variorum.trace.reuse import Shared, Telling, covered
from variorum.trace.wording import opening

SHOWN = 12
"""Most passages given as evidence, the longest."""
SAID = 7
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
        spoken = [one for one in meeting.passages if one.speech and one.alike >= SAID]
        for speaker in sorted({one.speech or "" for one in spoken}):
            own = tuple(one for one in spoken if one.speech == speaker)
            if speaker in entities or max(one.alike for one in own) >= HEARD:
                yield from _spoken(meeting, own, names.get(speaker) or speaker)


def _spoken(meeting: Meeting, own: tuple[Shared, ...], speaker: str) -> Iterator[Borrowing]:
    ground = direction(meeting, speech=True)
    both = called(meeting.left.dossier.account, meeting.right.dossier.account)
    words = opening(meeting.left.place(*own[0].left).text)
    because = f"{both} give the same words to {speaker}: “{words}”."
    ends = [(f"speech of {speaker}", meeting.left), (f"speech of {speaker}", meeting.right)]
    if ground is not None:
        source, taker = meeting.left, meeting.right
        if ground.source == "right":
            source, taker = taker, source
        ends = [(source.id, taker)]
        because += f" {ground.why}."
    for source_id, taker in ends:
        yield _speech(source_id, taker, Meeting(meeting.left, meeting.right, own), because)


def _speech(source: str, taker: Telling, meeting: Meeting, because: str) -> Borrowing:
    spans = [one.left if taker is meeting.left else one.right for one in meeting.passages]
    return Borrowing(
        id=new_id("b", source, taker.id, "same speech"),
        from_=source,
        to=taker.id,
        kind="same speech",
        because=because,
        share=round(covered(spans) / max(1, len(taker.words)), 3),
        evidence=evidence(meeting),
    )


def evidence(meeting: Meeting) -> tuple[Span, ...]:
    """Return the places of the longest passages, the left account's before the right's."""
    longest = sorted(meeting.passages, key=lambda one: (-one.alike, one.left))[:SHOWN]
    return tuple(
        place
        for one in sorted(longest)
        for place in (meeting.left.place(*one.left), meeting.right.place(*one.right))
    )
