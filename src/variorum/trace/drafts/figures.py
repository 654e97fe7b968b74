"""Figures of a draft: does a source give this number, of the same thing?

Enters: the draft and its sources with the evidence for each sentence. Leaves: an `Assessment` for each figure that
the draft gives in words of its own.

Whether two figures count one thing is for `judge.figures` to say. A number that the draft gives in somebody's name is
held first against what the sources give in that name. A number that no source has in any form, converted or rounded, is
*not found*; one that stands in a source, of what is not clear, is left open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from variorum.align.differences import Word, differences, numbers_among, words
from variorum.judge.counting import ShownFigure, shown_figures
from variorum.judge.figures.comparability import comparable
from variorum.judge.figures.contrast import compare
from variorum.languages.registry import language_of
from variorum.records import Dossier, Entity, Figure, Span
from variorum.trace.checking.voices import People, may_be_one
from variorum.trace.drafts.assessments import Assessment, assessed
from variorum.trace.drafts.by_place import ByPlace, by_place, sentence_at
from variorum.trace.drafts.evidence import NearSentences

NEARLY_ALL = 0.6
"""Share of a sentence's words that another must have for a number of it to stand in the place of one of this."""

Numeric = tuple[str | None, ...]
Countable = tuple[str | None, str | None]


class SourceFigures(Struct, frozen=True):
    """All figures of the sources, those of them that say what they count, and every number in their words.

    `placed` has the figures by place, `counting` by what they count, `alike` one for each number, however often it
    stands; `people` are those of draft and sources.
    """

    placed: ByPlace[Figure]
    counting: Mapping[Countable, tuple[Figure, ...]]
    alike: tuple[Figure, ...]
    shown: Mapping[str, ShownFigure]
    numbers: frozenset[str]
    people: People


def shown_of(
    draft: Dossier, sources: Sequence[Dossier], entities: Sequence[Entity]
) -> dict[str, ShownFigure]:
    """Return all figures that say what they count, by id, the draft's own too."""
    dossiers = {one.account.id: one for one in (draft, *sources)}
    return {one.figure.id: one for one in shown_figures(dossiers, entities)}


def figures_of(
    sources: Sequence[Dossier], shown: Mapping[str, ShownFigure], people: People
) -> SourceFigures:
    """Gather the figures of some sources; `shown` are those of the draft and of all sources."""
    figures = [figure for one in sources for figure in one.statements.figures]
    alike = {_numeric(figure): figure for figure in reversed(figures)}
    counting: dict[Countable, list[Figure]] = {}
    for figure in figures:
        counting.setdefault(_thing(figure), []).append(figure)
    return SourceFigures(
        placed=by_place(figures, lambda one: one.place),
        counting={thing: tuple(of_it) for thing, of_it in counting.items()},
        alike=tuple(reversed(alike.values())),
        shown=shown,
        numbers=frozenset(n for one in sources for n in _numbers(one)),
        people=people,
    )


def _numeric(figure: Figure) -> Numeric:
    """Return all of a figure that the comparing of numbers looks at."""
    return (
        figure.value, figure.low, figure.high, figure.unit, figure.approximator, figure.change,
    )  # fmt: skip


def _thing(figure: Figure) -> Countable:
    """Return the name of what a figure counts, or else the unit it measures in."""
    return figure.counted_head, None if figure.counted_head else figure.unit


def _numbers(source: Dossier) -> tuple[str, ...]:
    account = source.account
    return numbers_among(words(account.text, language=language_of(account.language)))


def assess_figures(
    draft: Dossier, found: SourceFigures, evidence: Mapping[str, NearSentences]
) -> Iterator[Assessment]:
    """Yield what each figure of a draft comes to; `evidence` is that of its sentence, by the figure's id."""
    for figure in draft.statements.figures:
        if (figure.value or (figure.low and figure.high)) and figure.id in evidence:
            yield _assessment(draft, figure, found, evidence[figure.id])


def _assessment(
    draft: Dossier, figure: Figure, found: SourceFigures, evidence: NearSentences
) -> Assessment:
    near = [other for one in evidence.found for other in found.placed.meeting(one.beside)]
    counted = _counting_one(figure, found)
    theirs = [o for o in counted if _is_in_one_name(figure, o, found)]
    alike = (*theirs, *near, *counted)
    if any(_may_compare(figure, other, found) for other in theirs):
        alike = tuple(o for o in alike if o in theirs or _speaker_of(o, found) is None)
    same = _same(figure, alike)
    if same is not None:
        return assessed("figure", figure.place, "same_figure", same.place)
    rival = _rival(figure, theirs, found, evidence)
    place = _in_its_place(draft, figure, found, evidence) if rival is None else rival.place
    if place is not None:
        return assessed("figure", figure.place, "other_figure", place)
    if not any(map(str.isdigit, figure.place.text)) and figure.unit is not None:
        return assessed("figure", figure.place, "number_elsewhere")  # "a third" may be worked out
    same = _same(figure, found.alike)
    if same is not None or _stands(draft, figure, found):
        return assessed("figure", figure.place, "number_elsewhere", same.place if same else None)
    return assessed("figure", figure.place, "absent_number")


def _rival(
    figure: Figure, theirs: Sequence[Figure], found: SourceFigures, evidence: NearSentences
) -> Figure | None:
    """Return the other number that the sources give of the same thing, if they give one.

    `theirs` are the numbers of whoever the draft names, and come first; then those of the nearest sentences, told of
    the same day before others.
    """
    near = [o for one in evidence.found for o in found.placed.meeting(one.place)]
    rivals = [
        other
        for other in dict.fromkeys((*near, *theirs))
        if _counts_one(figure, other) and not _is_same(figure, other)
        if _may_compare(figure, other, found)
    ]
    return min(
        rivals,
        key=lambda other: (other not in theirs, not _is_of_one_day(figure, other, found)),
        default=None,
    )


def _is_in_one_name(figure: Figure, other: Figure, found: SourceFigures) -> bool:
    """Tell whether both numbers are given in the name of one person or body."""
    return may_be_one(found.people, _speaker_of(figure, found), _speaker_of(other, found))


def _speaker_of(figure: Figure, found: SourceFigures) -> str | None:
    """Return in whose name a number is given; ``None`` for the narrator, and for one that says not what it counts."""
    shown = found.shown.get(figure.id)
    return shown.counted.context.speaker if shown else None


def _is_of_one_day(figure: Figure, other: Figure, found: SourceFigures) -> bool:
    """Tell whether the sentences of both numbers name one day."""
    mine, theirs = (found.shown[one.id].counted.context.days for one in (figure, other))
    days = {day.earliest or day.value for day in mine} - {None}
    return not days.isdisjoint(day.earliest or day.value for day in theirs)


def _in_its_place(
    draft: Dossier, figure: Figure, found: SourceFigures, evidence: NearSentences
) -> Span | None:
    """Return the number that a near sentence has where the draft has this one, all around it being the same."""
    language = language_of(draft.account.language)
    number = sentence_at(draft.annotation.sentences, figure.place.start)
    if number is None:
        return None
    home = draft.annotation.sentences[number]
    mine = words(draft.account.text, home.start, home.end, language)
    for one in evidence.found:
        account = one.dossier.account
        theirs = words(account.text, one.place.start, one.place.end, language)
        if _alike(mine, theirs):
            for edit in differences(theirs, mine):
                first, last = edit.right
                if edit.kind == "figure" and first < figure.place.end and figure.place.start < last:
                    place = account.span(*edit.left)
                    numbers = [other.place for other in found.placed.meeting(place)]
                    return numbers[0] if len(numbers) == 1 else place
    return None


def _alike(mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    own = [word.key for word in mine if word.key]
    return sum((Counter(own) & Counter(word.key for word in theirs)).values()) >= NEARLY_ALL * len(
        own
    )


def _may_compare(figure: Figure, other: Figure, found: SourceFigures) -> bool:
    mine, theirs = found.shown.get(figure.id), found.shown.get(other.id)
    if mine is None or theirs is None:
        return False
    left, right = mine.counted, theirs.counted
    return comparable(left.figure, right.figure, left.context, right.context).outcome == "yes"


def _same(figure: Figure, others: Iterable[Figure]) -> Figure | None:
    return next((other for other in others if _is_same(figure, other)), None)


def _is_same(figure: Figure, other: Figure) -> bool:
    """Tell whether two numbers may be one: equal, rounded, converted, or a bound that the other keeps."""
    try:
        return not compare(figure, other).differs
    except ValueError:
        return figure.value == other.value


def _counts_one(figure: Figure, other: Figure) -> bool:
    """Tell whether both say that they count things of one name, or measure in one unit."""
    return _thing(figure) == _thing(other) != (None, None)


def _counting_one(figure: Figure, found: SourceFigures) -> tuple[Figure, ...]:
    thing = _thing(figure)
    return found.counting.get(thing, ()) if thing != (None, None) else ()


def _stands(draft: Dossier, figure: Figure, found: SourceFigures) -> bool:
    """Tell whether the number stands in the words of a source, read as a figure there or not."""
    place, language = figure.place, language_of(draft.account.language)
    own = numbers_among(words(draft.account.text, place.start, place.end, language))
    return bool(own) and found.numbers.issuperset(own)
