"""Parts: the quotations, figures, names and dates of a draft, held against all of its sources or some.

Enters: the draft's dossier, those of its sources (linked together), the names of all, an encoder. Leaves: a `Beside`,
which has both sides indexed, and an `Assessment` for each part.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from variorum.judge.acts.extraction import Act, acts
from variorum.judge.counting import ShownFigure
from variorum.languages.registry import name_parts
from variorum.records import Dossier, Entity, Span
from variorum.seams import Encoder
from variorum.trace.checking.voices import People
from variorum.trace.drafts.assessments import Assessment
from variorum.trace.drafts.by_place import ByPlace, by_place, places, sentence_at
from variorum.trace.drafts.dates import assess_dates, times_of
from variorum.trace.drafts.evidence import (
    IndexedSources,
    NearSentences,
    SourceSentence,
    evidence,
    indexed,
    sentences_of,
    within,
)
from variorum.trace.drafts.figures import assess_figures, figures_of, shown_of
from variorum.trace.drafts.names import assess_names, names_of
from variorum.trace.drafts.quotations import (
    DraftAround,
    Quoted,
    SearchedSources,
    assess_quotations,
    heard,
    quoted_in,
)


class DraftSide(Struct, frozen=True):
    """What of a draft does not depend on which sources it is held against.

    `sentences` are those that state something; `apart` are notes, marks and addresses, and `untold` these and the
    words between quotation marks: no figure, name or date of them is the draft's own.
    """

    dossier: Dossier
    sentences: tuple[SourceSentence, ...]
    quoted: tuple[Quoted, ...]
    apart: ByPlace[Span]
    untold: ByPlace[Span]
    acts: tuple[Act, ...]


class Beside(Struct, frozen=True):
    """A draft with its sources, indexed: what every sentence is held against, `evidence` by its number."""

    draft: DraftSide
    sources: IndexedSources
    said: SearchedSources
    entities: Sequence[Entity]
    people: People
    shown: Mapping[str, ShownFigure]
    evidence: Mapping[int, NearSentences]


def draft_side(draft: Dossier, apart: Sequence[Span]) -> DraftSide:
    """Return a draft as it is held against sources; what stands `apart` states nothing."""
    around = places(apart)
    sentences = tuple(one for one in sentences_of(draft, around) if not _is_within(one, around))
    quoted = tuple(one for one in quoted_in(draft) if not any(map(around.meets, one.saying.parts)))
    untold = places([*(part for one in quoted for part in one.saying.parts), *apart])
    return DraftSide(draft, sentences, quoted, around, untold, acts(draft))


def _is_within(sentence: SourceSentence, apart: ByPlace[Span]) -> bool:
    place = sentence.place
    return any(o.start <= place.start and place.end <= o.end for o in apart.meeting(place))


def beside(
    draft: DraftSide, sources: Sequence[Dossier], entities: Sequence[Entity], encoder: Encoder
) -> Beside:
    """Index all sources of a draft."""
    found = indexed(sources, encoder)
    languages = name_parts(one.account.language for one in (draft.dossier, *sources))
    return Beside(
        draft,
        found,
        heard(found.dossiers),
        entities,
        People.of(entities, languages),
        shown_of(draft.dossier, found.dossiers, entities),
        evidence(draft.sentences, found, encoder),
    )


def some_of(
    whole: Beside, accounts: Container[str], sentences: Container[int], encoder: Encoder
) -> Beside:
    """Return some sentences of a draft beside some of its sources alone."""
    side = whole.draft
    own = tuple(one for one in side.sentences if one.number in sentences)
    quoted = tuple(one for one in side.quoted if _home(side.dossier, one) in sentences)
    sources = within(whole.sources, accounts)
    return replace(
        whole,
        draft=replace(side, sentences=own, quoted=quoted),
        sources=sources,
        said=whole.said.of(accounts),
        evidence=evidence(own, sources, encoder),
    )


def _home(draft: Dossier, quoted: Quoted) -> int | None:
    return sentence_at(draft.annotation.sentences, quoted.saying.parts[0].start)


def assess_parts(of: Beside) -> list[Assessment]:
    """Return what quotations, figures, names and dates come to; what stands in quoted words is theirs."""
    draft, sources = of.draft.dossier, of.sources.dossiers
    said = draft.statements
    near_figures = _evidence_of({one.id: one.place for one in said.figures}, of)
    near_moments = _evidence_of({one.id: one.place for one in said.moments}, of)
    names = names_of(sources, of.entities, of.people)
    times = times_of(sources, (act for one in of.said.sources for act in one.acts))
    timed = by_place(of.draft.acts, attrgetter("told"))
    return [
        *assess_quotations(of.draft.quoted, of.said, of.people, DraftAround(draft, timed)),
        *assess_figures(draft, figures_of(sources, of.shown, of.people), near_figures),
        *assess_dates(draft, of.draft.acts, times, near_moments),
        *assess_names(draft, names, of.evidence, of.draft.untold),
    ]


def _evidence_of(told: Mapping[str, Span], of: Beside) -> dict[str, NearSentences]:
    """Return the evidence of the sentence that each place stands in, those of no own words left out."""
    sentences = of.draft.dossier.annotation.sentences
    homes = {
        key: sentence_at(sentences, place.start)
        for key, place in told.items()
        if not of.draft.untold.meets(place)
    }
    return {
        key: of.evidence[home]
        for key, home in homes.items()
        if home is not None and home in of.evidence
    }
