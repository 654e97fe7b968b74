"""Assessments: what a statement of a draft comes to when it is held against sources.

Enters: nothing. Leaves: `Assessment`, the rules that may stand behind one with the sentence of each, and the
order of the verdicts by gravity.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from msgspec import Struct

from variorum.records import Account, Change, Problem, Span
from variorum.trace.drafts.by_place import ByPlace, by_place
from variorum.vocabulary import DraftStatement, DraftVerdict

BY_GRAVITY: Final[tuple[DraftVerdict, ...]] = (
    "differs", "not found", "in another source", "cannot tell", "says the same", "edited", "verbatim",
)  # fmt: skip
"""Verdicts, those that somebody must look at first."""
FLAGGED: Final = frozenset[DraftVerdict](("differs", "not found", "in another source"))
STANDING: Final = frozenset[DraftVerdict](("verbatim", "edited", "says the same"))

MOST_MISSING: Final = 5
"""Words that are named where a sentence is left open for them."""

SENTENCES: Final[dict[str, tuple[DraftVerdict, str]]] = {
    "same_words": ("verbatim", "A source has the same words."),
    "permitted_edits": (
        "edited",
        "A source has these words; only case, spelling, marks or what brackets and ellipses show differ.",
    ),
    "other_words": ("differs", "A source has nearly these words: {changes}."),
    "other_speaker": ("differs", "A source gives these words to {theirs}; the draft gives them to {mine}."),
    "negation_cut": ("differs", "The source has “{theirs}” before these words, in the same sentence."),
    "condition_cut": ("differs", "The source goes on with “{theirs}”, which the draft leaves out."),
    "joined": ("differs", "The source has these words in two places, with “{theirs}” between them, and no ellipsis stands for it."),
    "other_occasion": ("differs", "The source dates these words “{theirs}”, the draft “{mine}”."),
    "absent_words": ("not found", "No source has these words, or words near to them."),
    "too_few_words": ("cannot tell", "The quoted words are too few or too common to tell where they are from."),
    "same_figure": ("says the same", "A source gives this number, or one that rounds or converts to it."),
    "other_figure": ("differs", "The source has “{theirs}”, the draft “{mine}”."),
    "number_elsewhere": ("cannot tell", "A source has this number, but it is not clear that it counts the same thing."),
    "absent_number": ("not found", "No source gives this number, or one that it could be rounded or converted from."),
    "named": ("says the same", "A source names {mine}."),
    "absent_carrier": ("cannot tell", "No source names {mine}, and no source is an outlet of that name."),
    "absent_name": ("not found", "No source names {mine}."),
    "other_given_name": ("differs", "The source has {theirs}, the draft {mine}."),
    "name_elsewhere": ("cannot tell", "The sources name {mine}, but in no sentence near to this one."),
    "other_office": ("differs", "The sources have {theirs} as “{office}”, not {mine}."),
    "other_name": ("differs", "Where the draft has {mine}, the source has {theirs}."),
    "same_time": ("says the same", "A source gives the same time."),
    "time_elsewhere": ("cannot tell", "A source names this time, but it is not clear that it means the same event."),
    "absent_time": ("not found", "No source names this day or time."),
    "other_time": ("differs", "The source has “{theirs}”, the draft “{mine}”."),
    "open_time": ("cannot tell", "Which day is meant depends on when the draft is read. Give the date to have it checked."),
    "denied": ("differs", "One of the two denies what the other says."),
    "conditional": ("differs", "The source says so only under a condition."),
    "limit_cut": ("differs", "The source denies it only with “{theirs}”, which the draft leaves out."),
    "told_as_done": ("differs", "In the source this is asked for, planned or still to come; in the draft it is done."),
    "exchanged": ("differs", "Where the draft has “{mine}”, the source has “{theirs}”."),
    "a_part_differs": ("differs", "A part of the sentence differs from the sources."),
    "a_part_absent": ("not found", "A part of the sentence is in no source."),
    "a_part_elsewhere": ("in another source", "A part of the sentence is in another source than the one it cites."),
    "words_elsewhere": ("in another source", "The source that is cited does not have these words; another has them."),
    "figure_elsewhere": ("in another source", "The source that is cited does not give this number; another gives it."),
    "name_in_another": ("in another source", "The source that is cited does not name {mine} at all; another does."),
    "time_in_another": ("in another source", "The source that is cited does not name this day or time; another does."),
    "said_elsewhere": ("in another source", "The source that is cited says nothing near to this; another has it."),
    "all_words": ("says the same", "The nearest sentences of the sources have most of this sentence's words, and every verb and adjective."),
    "nothing_near": ("not found", "No source says anything near to this."),
    "words_missing": ("cannot tell", "The sources deal with the subject; their sentences nearest to this one do not have {missing}."),
    "a_part_open": ("cannot tell", "The sources have the words of this sentence, but {parts} could not be settled."),
    "too_little": ("cannot tell", "The sources deal with the subject, but it was not shown that they say this."),
}  # fmt: skip
"""What each rule says; words in braces are the draft's and the source's own."""


class Assessment(Struct, frozen=True, kw_only=True):
    """A statement of a draft, its verdict, the rule behind it, and the words of the source.

    `source` is ``None`` where no source has anything to show, `around` the whole sentences it stands in. `marks` are the
    words, on either side, that carry a difference; `changes` those of a quotation, from the source's words to the draft's.
    """

    kind: DraftStatement
    place: Span
    verdict: DraftVerdict
    rule: str
    because: str
    source: Span | None = None
    around: Span | None = None
    marks: tuple[Span, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def is_flagged(self) -> bool:
        """Whether somebody must look at it before the draft is published."""
        return self.verdict in FLAGGED


class AssessedDraft(Struct, frozen=True, dict=True):
    """A draft, its sources by id, what each of its statements comes to, and what could not be done."""

    draft: Account
    sources: Mapping[str, Account]
    assessments: tuple[Assessment, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def sentences(self) -> tuple[Assessment, ...]:
        """Return what the sentences come to, in order."""
        return tuple(one for one in self.assessments if one.kind == "sentence")

    def parts(self, sentence: Assessment) -> tuple[Assessment, ...]:
        """Return what the quotations, figures, names and dates of a sentence come to."""
        return tuple(self._parts.meeting(sentence.place))

    @cached_property
    def _parts(self) -> ByPlace[Assessment]:
        others = (one for one in self.assessments if one.kind != "sentence")
        return by_place(others, lambda one: one.place)


def quoted_list(words: Sequence[str]) -> str:
    """Return words of a draft in quotation marks, `MOST_MISSING` at most, the others counted."""
    shown = [f"“{' '.join(one.split())}”" for one in words[:MOST_MISSING]]
    more = len(words) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")


def assessed(
    kind: DraftStatement, place: Span, rule: str, source: Span | None = None, **words: str
) -> Assessment:
    """Return the assessment that a rule makes; `words` ("mine", "theirs", "missing") fill the braces of its sentence."""
    verdict, sentence = SENTENCES[rule]
    because = sentence.format(
        **{"mine": place.text, "theirs": source.text if source else "", **words}
    )
    return Assessment(
        kind=kind,
        place=place,
        verdict=verdict,
        rule=rule,
        because=" ".join(because.split()),
        source=source,
    )
