"""Quoting to assistants: places of accounts as data, with the sentence around them, bounded in size.

Enters: a `StoryInHand`, places. Leaves: `WordsOfAccount`.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

from variorum.find.matter.material import without_folders
from variorum.folding import cut
from variorum.read.naming import published_day
from variorum.records import Change, Span
from variorum.serve.assistants.answers import ChangedWord, WordsOfAccount
from variorum.serve.assistants.story import StoryInHand
from variorum.trace.drafts.by_place import sentence_at

LONGEST_GIVEN = 800
"""Characters of an account's words, and of a sentence, that one answer holds."""
LONGEST_CALLED = 120
"""Characters of a name of an account or a person."""


def source_words(story: StoryInHand, place: Span) -> WordsOfAccount:
    """Return a place's words with their sentence, and whom the account gives them to."""
    account = story.known.accounts[place.account]
    sentence = whole_sentence(story, place).text
    return WordsOfAccount(
        account=label(story, account.id),
        kind=account.kind,
        file=without_folders(account.source),
        published=published_day(account),
        start=place.start,
        end=place.end,
        words=cut(place.text, LONGEST_GIVEN),
        sentence=cut(sentence, LONGEST_GIVEN),
        is_cut=max(len(place.text), len(sentence)) > LONGEST_GIVEN,
        said_by=_said_by(story, place),
    )


def label(story: StoryInHand, account: str) -> str:
    """Return what an account is called."""
    return cut(story.known.label(account), LONGEST_CALLED)


def _said_by(story: StoryInHand, place: Span) -> str | None:
    """Return who says all of a place, of several the innermost."""
    around = [
        (quotation.contents[-1].end - quotation.contents[0].start, quotation)
        for quotation in story.known.quotations_at(place)
        if quotation.contents[0].start <= place.start and place.end <= quotation.contents[-1].end
    ]
    inmost = min(around, key=itemgetter(0), default=(0, None))[1]
    who = story.known.whose(inmost)
    return cut(who, LONGEST_CALLED) if who else None


def whole_sentence(story: StoryInHand, place: Span) -> Span:
    """Return the sentence or sentences that a place stands in; the place where it stands in none."""
    dossier = story.dossiers[place.account]
    sentences = dossier.annotation.sentences
    first, last = (
        sentence_at(sentences, at) for at in (place.start, max(place.start, place.end - 1))
    )
    start = place.start if first is None else min(place.start, sentences[first].start)
    end = place.end if last is None else max(place.end, sentences[last].end)
    return dossier.account.span(start, end)


def changed_words(changes: Iterable[Change]) -> list[ChangedWord]:
    """Return the edits of a quotation as data."""
    return [
        ChangedWord(
            kind=one.kind, source=cut(one.from_, LONGEST_GIVEN), given=cut(one.to, LONGEST_GIVEN)
        )
        for one in changes
    ]
