"""Assessing: all that a draft states, held against its sources.

Enters: the draft's dossier, those of its sources (linked together), the names of all, an encoder. Leaves:
`Assessment`s in the order of the draft, each sentence after its parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from variorum.align.differences import words
from variorum.languages.registry import language_of, name_parts
from variorum.records import Dossier, Entity, Span
from variorum.seams import Encoder
from variorum.segment.tree import Tree, tree
from variorum.trace.checking.matching import matched, sought
from variorum.trace.checking.voices import People
from variorum.trace.drafts.assessments import BY_GRAVITY, STANDING, Assessment, assessed
from variorum.trace.drafts.by_place import ByPlace, by_place, places, sentence_at
from variorum.trace.drafts.claims import at_odds, told_verbs
from variorum.trace.drafts.dates import assess_dates, times_of
from variorum.trace.drafts.evidence import (
    IndexedSources,
    NearSentences,
    SourceSentence,
    evidence,
    indexed,
    sentences_of,
)
from variorum.trace.drafts.figures import assess_figures, figures_of
from variorum.trace.drafts.names import assess_names, names_of
from variorum.trace.drafts.quotations import SearchedSources, assess_quotations, heard, quoted_in

WORDS_COVERED = 0.75
"""Weight of a sentence's words that the sources must have for it to stand."""
UNCOVERED, UNLIKE = 0.4, 0.5
"""Weight and cosine below which, both, no source says anything near to a sentence."""
SHORTEST = 4
"""Words a sentence must have to be looked for word by word."""
PAIRS_HELD = 0.5
"""Share of its pairs of neighbouring words that a source must have to be searched for a sentence."""


class Beside(Struct, frozen=True):
    """A draft with its sources, indexed: what every sentence is held against."""

    draft: Dossier
    sentences: Sequence[SourceSentence]
    sources: IndexedSources
    said: SearchedSources
    trees: Mapping[str, Tree]
    evidence: Sequence[NearSentences]


def assess(
    draft: Dossier, sources: Sequence[Dossier], entities: Sequence[Entity], encoder: Encoder
) -> tuple[Assessment, ...]:
    """Return what each statement of a draft comes to; no sources, and nothing can be told."""
    found, sentences = indexed(sources, encoder), sentences_of(draft)
    beside = Beside(
        draft,
        sentences,
        found,
        heard(found.dossiers),
        {one.account.id: tree(one.annotation) for one in (draft, *found.dossiers)},
        evidence(sentences, found, encoder),
    )
    parts = _parts(beside, entities)
    told = [*parts, *_sentences(beside, parts)]
    return tuple(
        sorted(told, key=lambda one: (one.place.start, one.kind == "sentence", one.place.end))
    )


def _parts(beside: Beside, entities: Sequence[Entity]) -> list[Assessment]:
    """Return what quotations, figures, names and dates come to; what stands in quoted words is theirs."""
    draft, sources = beside.draft, beside.sources.dossiers
    people = People.of(entities, name_parts(one.account.language for one in (draft, *sources)))
    told = quoted_in(draft)
    quoted = places(part for one in told for part in one.saying.parts)
    figures, moments = draft.statements.figures, draft.statements.moments
    near_figures = _evidence_of({one.id: one.place for one in figures}, beside, quoted)
    near_moments = _evidence_of({one.id: one.place for one in moments}, beside, quoted)
    return [
        *assess_quotations(draft, told, beside.said, people),
        *assess_figures(draft, figures_of(draft, sources, entities), near_figures),
        *assess_dates(draft, times_of(sources), near_moments),
        *assess_names(draft, names_of(sources, entities, people), beside.evidence, quoted),
    ]


def _evidence_of(
    told: Mapping[str, Span], beside: Beside, quoted: ByPlace[Span]
) -> dict[str, NearSentences]:
    """Return the evidence of the sentence that each place stands in, those in quoted words left out."""
    sentences = beside.draft.annotation.sentences
    homes = {
        key: sentence_at(sentences, place.start)
        for key, place in told.items()
        if not quoted.meets(place)
    }
    return {key: beside.evidence[home] for key, home in homes.items() if home is not None}


# --- sentences -----------------------------------------------------------------------------------


def _sentences(beside: Beside, parts: Sequence[Assessment]) -> Iterator[Assessment]:
    placed = by_place(parts, lambda part: part.place)
    for sentence, near in zip(beside.sentences, beside.evidence, strict=True):
        inside = placed.meeting(sentence.place)
        if _says_something(beside, sentence) or any(part.is_flagged for part in inside):
            yield _sentence(beside, sentence, near, inside)


def _says_something(beside: Beside, sentence: SourceSentence) -> bool:
    """Tell whether a sentence has a verb: what has none, a title or a byline, says nothing by itself."""
    tokens = beside.draft.annotation.tokens[sentence.sentence.first : sentence.sentence.last]
    return any(token.word_class in ("verb", "auxiliary") for token in tokens)


def _sentence(
    beside: Beside, sentence: SourceSentence, near: NearSentences, parts: Sequence[Assessment]
) -> Assessment:
    gravest = min(parts, key=lambda one: BY_GRAVITY.index(one.verdict), default=None)
    if gravest is not None and gravest.is_flagged:
        rule = "a_part_differs" if gravest.verdict == "differs" else "a_part_absent"
        return assessed("sentence", sentence.place, rule, gravest.source)
    same = _word_for_word(beside, sentence)
    if same is not None:
        return same
    return _claimed(beside, sentence, near) or _covered(beside, sentence, near, parts)


def _word_for_word(beside: Beside, sentence: SourceSentence) -> Assessment | None:
    """Return that a source has the sentence, where it has it as it stands."""
    account = beside.draft.account
    language = language_of(account.language)
    own = words(account.text, sentence.place.start, sentence.place.end, language)
    keys = [own[index].key for index in sought(own)]
    if len(keys) < SHORTEST:
        return None
    for source in beside.said.with_pairs(keys, PAIRS_HELD):
        held = matched(source.whole, [own])
        if held.kind in STANDING and held.before is None and held.after is None:
            start, end = min(s for s, _ in held.spans), max(e for _, e in held.spans)
            rule = "same_words" if held.kind == "verbatim" else "permitted_edits"
            return assessed(
                "sentence", sentence.place, rule, source.dossier.account.span(start, end)
            )
    return None


def _claimed(beside: Beside, sentence: SourceSentence, near: NearSentences) -> Assessment | None:
    """Return where a verb of the sentence is at odds with the same verb of all near sentences."""
    mine = told_verbs(beside.trees[beside.draft.account.id], sentence)
    theirs = [
        v for one in near.found for v in told_verbs(beside.trees[one.dossier.account.id], one)
    ]
    for rule, other in at_odds(mine, theirs):
        home = next(one for one in near.found if one.place.overlaps(other.place))
        return assessed("sentence", sentence.place, rule, home.place)
    return None


def _unsupported(beside: Beside, sentence: SourceSentence, near: NearSentences) -> bool:
    """Tell whether a verb or adjective of the sentence stands in no near one: words alone do not show that it holds."""
    parse = beside.trees[beside.draft.account.id]
    light, held = (
        parse.language.sense.light_verbs,
        frozenset().union(*(one.around for one in near.found)),
    )
    inside = range(sentence.sentence.first, sentence.sentence.last)
    telling = {
        parse.lemma(i) for i in inside if parse.tokens[i].word_class in ("verb", "adjective")
    }
    return not telling - light <= held


def _covered(
    beside: Beside, sentence: SourceSentence, near: NearSentences, parts: Sequence[Assessment]
) -> Assessment:
    best = near.best.place if near.best else None
    if near.covered < UNCOVERED and near.cosine < UNLIKE:
        return assessed("sentence", sentence.place, "nothing_near")
    stands = near.covered >= WORDS_COVERED and all(part.verdict in STANDING for part in parts)
    stands = stands and not _unsupported(beside, sentence, near)
    return assessed("sentence", sentence.place, "all_words" if stands else "too_little", best)
