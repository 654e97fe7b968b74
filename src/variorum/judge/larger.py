"""Larger: what is shown of a pair to a larger judge, and what is told of its answer.

Enters: pairs, what the judge beside it said, `PairAnswer`s. Leaves: `PairQuestion`s; judgements. It is told
what a model claims, by its name, and no more than the more cautious of the two judges allows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Final

from msgspec.structs import replace

from variorum.folding import cut, fold
from variorum.judge.passages.pairs import two_speakers
from variorum.records import Figure, Moment, Span
from variorum.seams import (
    Judgement,
    PairAnswer,
    PairQuestion,
    PassageInContext,
    PassagePair,
    ShownPassage,
)
from variorum.vocabulary import VerdictKind

CLAIMED_BY: Final = "model "
"""How the rule of a verdict begins that is the claim of a model; the model's name follows."""
LONGEST_NAMED_WORDS: Final = 300
"""Characters of words that carry a relation; who names more has named nothing."""
LONGEST_MARK_SHOWN: Final = 60
ANY_SPACE: Final = r"\s+"
NAMED: Final = frozenset({"update", "wording differs"})
"""Kinds that are told as a model names them; of the others, the most cautious there is."""
NO_DIFFERENCE: Final = frozenset({"agree", "unclear"})


# --- what is asked ----------------------------------------------------------------------------------


def is_open(said: Judgement | None) -> bool:
    """Tell whether a larger judge should be asked: the pair is left open, or said to differ."""
    return said is None or (said.relation != "agree" and said.question != "no")


def question(pair: PassagePair) -> PairQuestion:
    """Return a pair in words, with the key of its answer."""
    return PairQuestion(question_key(pair), pair.likeness, _shown(pair.left), _shown(pair.right))


def question_key(pair: PassagePair) -> str:
    """Return what an answer is kept by: both accounts, and a hash of the places that are shown.

    Likeness and what was read in the sentences are left out, since whoever reads the words answers to
    these: a better reading of figures costs no answer.
    """
    sides = (pair.left, pair.right)
    places = [(p.start, p.end) for side in sides for p in (side.place, side.context)]
    digest = blake2b(repr(places).encode(), digest_size=8).hexdigest()
    return f"{pair.left.account.id} {pair.right.account.id} {digest}"


def _shown(side: PassageInContext) -> ShownPassage:
    slots = side.slots
    said = slots.quotation
    return ShownPassage(
        source=side.account.source,
        published=side.account.published.earliest,
        place=side.place,
        sentence=side.sentence,
        context=side.context,
        speaker=said.speaker.name if said else None,
        manner=said.manner if said else None,
        figures=tuple(map(_figure, slots.figures)),
        moments=tuple(map(_moment, slots.moments)),
        names=tuple(f"{name.name} ({name.kind})" for name in slots.names),
    )


def _figure(figure: Figure) -> str:
    return f"{figure.place.text} ({figure.counted})" if figure.counted else figure.place.text


def _moment(moment: Moment) -> str:
    days = "/".join(dict.fromkeys(day for day in (moment.earliest, moment.latest) if day))
    return f"{moment.place.text} ({days})" if days else moment.place.text


# --- what is told -----------------------------------------------------------------------------------


def missing_words(answer: PairAnswer, pair: PassagePair) -> str | None:
    """Return words of an answer that do not stand in their context; ``None`` where all do."""
    named = ((answer.left_words, pair.left), (answer.right_words, pair.right))
    return next((w for words, side in named for w in words if _found(w, side) is None), None)


def weighed(
    said: Judgement | None, answer: PairAnswer, pair: PassagePair, model: str
) -> Judgement | None:
    """Return what is told where a judge said one thing, if anything, and a larger one another."""
    marks = (*_places(answer.left_words, pair.left), *_places(answer.right_words, pair.right))
    if answer.same_question == "no":
        told = f"{model}, a model, says that these answer different questions."
        return replace(_claim(model, told), question="no")
    if answer.relation == "unclear":
        return said
    differs = answer.relation != "agree"
    if said is not None and said.relation != "unclear":
        return said if _one_mind(said, differs=differs) else _two_minds(said, answer, model)
    if differs:
        both = answer.left_words and answer.right_words
        return _difference(answer, marks, model) if both else said
    speaking = (side.slots.quotation for side in (pair.left, pair.right))
    one_question = answer.same_question == "yes" and not two_speakers(*speaking)
    return _agreement(model) if one_question else said


def _one_mind(said: Judgement, *, differs: bool) -> bool:
    """Tell whether a model has nothing against what was said: words that differ may agree in sense."""
    if said.relation == "wording differs":
        return True
    return differs == (said.relation not in NO_DIFFERENCE)


def _two_minds(said: Judgement, answer: PairAnswer, model: str) -> Judgement:
    """Leave open what two judges see in two ways."""
    otherwise = "agree" if answer.relation == "agree" else "differ"
    told = f"Left open: {model}, a model, says that these {otherwise}; a rule says: {said.because}"
    return replace(_claim(model, told), question=answer.same_question)


def _agreement(model: str) -> Judgement:
    told = f"{model}, a model, says that these agree; no rule says so."
    return replace(_claim(model, told), relation="agree", question="yes")


def _difference(answer: PairAnswer, marks: Sequence[Span], model: str) -> Judgement:
    kind: VerdictKind = answer.relation if answer.relation in NAMED else "sense differs"
    shown = " / ".join(
        f"“{cut(' '.join(mark.text.split()), LONGEST_MARK_SHOWN)}”" for mark in marks
    )
    partly = " in a part of what they answer" if answer.same_question == "part" else ""
    told = f"{model}, a model, says that these differ{partly} ({answer.relation}); no rule says so: {shown}."
    question, marks = answer.same_question, tuple(dict.fromkeys(marks))
    return replace(_claim(model, told), relation=kind, question=question, marks=marks)


def _claim(model: str, because: str) -> Judgement:
    return Judgement(relation="unclear", rule=f"{CLAIMED_BY}{model}", because=because)


# --- the words that carry it ------------------------------------------------------------------------


def _places(words: Sequence[str], side: PassageInContext) -> Iterator[Span]:
    for some in words:
        found = _found(some, side)
        if found is not None:
            yield found


def _found(words: str, side: PassageInContext) -> Span | None:
    """Return where words stand, whole: in the passage, else in its sentence, else beside it.

    Quotation marks, dashes and white space may be of another kind; the place has the account's own.
    """
    parts = [re.escape(part) for part in fold(words).split()]
    if not parts or len(words) > LONGEST_NAMED_WORDS:
        return None
    wanted = re.compile(rf"(?<!\w){ANY_SPACE.join(parts)}(?!\w)")
    for area in (side.place, side.sentence, side.context):
        found = wanted.search(fold(area.text))
        if found:
            return side.account.span(area.start + found.start(), area.start + found.end())
    return None
