"""Assessing: all that a draft states, held against its sources.

Enters: the draft's dossier, those of its sources (linked together), the names of all, an encoder. Leaves:
`Assessment`s in the order of the draft, each sentence after its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from variorum.align.cutting import content_tokens
from variorum.align.differences import words
from variorum.folding import fold
from variorum.languages.registry import language_of
from variorum.records import Dossier, Entity, Span
from variorum.seams import Encoder
from variorum.segment.tree import Tree, tree
from variorum.trace.checking.matching import matched, sought
from variorum.trace.checking.phrasing import shortened
from variorum.trace.drafts.assessments import (
    BY_GRAVITY,
    STANDING,
    Assessment,
    assessed,
    quoted_list,
)
from variorum.trace.drafts.by_place import by_place, sentence_at
from variorum.trace.drafts.citations import Citations
from variorum.trace.drafts.clauses import aligned, clauses
from variorum.trace.drafts.contrasts import contrasts
from variorum.trace.drafts.elsewhere import AgainstCited, against_cited
from variorum.trace.drafts.evidence import (
    NearSentences,
    SourceSentence,
)
from variorum.trace.drafts.exchanged import NamedInTexts, exchanged
from variorum.trace.drafts.parts import Beside, assess_parts, beside, draft_side
from variorum.vocabulary import DraftVerdict

WORDS_COVERED = 0.75
"""Weight of a sentence's words that the sources must have for it to stand."""
UNCOVERED, UNLIKE = 0.4, 0.5
"""Weight and cosine below which, both, no source says anything near to a sentence."""
SHORTEST, SHORTEST_FAR = 4, 5
"""Words a sentence must have to be looked for word by word, and words of content for nothing to be near to it."""
OF_A_PART: Mapping[DraftVerdict, str] = {
    "differs": "a_part_differs",
    "not found": "a_part_absent",
    "in another source": "a_part_elsewhere",
}
"""What a sentence comes to by its gravest part."""
PAIRS_HELD = 0.5
"""Share of its pairs of neighbouring words that a source must have to be searched for a sentence."""


class Together(Struct, frozen=True):
    """A draft beside its sources, the trees of all, and what its parts come to beside what their sentences cite."""

    beside: Beside
    trees: Mapping[str, Tree]
    told: AgainstCited
    named: NamedInTexts


def assess(
    draft: Dossier,
    sources: Sequence[Dossier],
    entities: Sequence[Entity],
    encoder: Encoder,
    cited: Citations | None = None,
) -> tuple[Assessment, ...]:
    """Return what each statement of a draft comes to; no sources, and nothing can be told.

    `cited` is what its sentences cite (`citations`); without it none is held to cite anything.
    """
    cited = cited or Citations()
    both = beside(draft_side(draft, cited.apart), sources, entities, encoder)
    together = Together(
        both,
        {one.account.id: tree(one.annotation) for one in (draft, *sources)},
        against_cited(both, assess_parts(both), cited, encoder),
        NamedInTexts.of((draft, *sources), both.people),
    )
    held = {one.account.id: one for one in sources}
    told = [_in_sentence(one, held) for one in (*together.told.parts, *_sentences(together))]
    return tuple(
        sorted(told, key=lambda one: (one.place.start, one.kind == "sentence", one.place.end))
    )


def _in_sentence(one: Assessment, sources: Mapping[str, Dossier]) -> Assessment:
    """Add the whole sentences of the source in which its words stand."""
    place = one.source
    if place is None:
        return one
    account, sentences = sources[place.account].account, sources[place.account].annotation.sentences
    first, last = (sentence_at(sentences, at) for at in (place.start, max(place.end - 1, 0)))
    start = place.start if first is None else sentences[first].start
    end = place.end if last is None else sentences[last].end
    return replace(one, around=account.span(min(start, place.start), max(end, place.end)))


# --- sentences -----------------------------------------------------------------------------------


def _sentences(together: Together) -> Iterator[Assessment]:
    placed = by_place(together.told.parts, lambda part: part.place)
    for sentence in together.beside.draft.sentences:
        inside = placed.meeting(sentence.place)
        if _says_something(sentence) or any(part.is_flagged for part in inside):
            found = _sentence(together, sentence, inside)
            if found.rule != "nothing_near" or not _is_of_no_matter(together, sentence):
                yield found


def _is_of_no_matter(together: Together, sentence: SourceSentence) -> bool:
    """Tell whether a sentence stands over a part of the draft, or tells of an outlet among the sources.

    What an account says of itself, or another of it, need not stand in any.
    """
    regions, text = sentence.dossier.account.regions, fold(sentence.place.text).casefold()
    outlets = {one.account.outlet for one in together.beside.sources.dossiers if one.account.outlet}
    named = any(fold(outlet).casefold() in text for outlet in outlets)
    return named or regions[sentence.sentence.region].kind == "title"


def _says_something(sentence: SourceSentence) -> bool:
    """Tell whether a sentence has a verb: what has none, a title or a byline, says nothing by itself."""
    tokens = sentence.dossier.annotation.tokens[sentence.sentence.first : sentence.sentence.last]
    return any(token.word_class in ("verb", "auxiliary") for token in tokens)


def _sentence(
    together: Together, sentence: SourceSentence, parts: Sequence[Assessment]
) -> Assessment:
    gravest = min(parts, key=lambda one: BY_GRAVITY.index(one.verdict), default=None)
    if gravest is not None and gravest.is_flagged:
        return assessed("sentence", sentence.place, OF_A_PART[gravest.verdict], gravest.source)
    near = together.beside.evidence[sentence.number]
    found = (
        _word_for_word(together.beside, sentence)
        or _contrasted(together, sentence, near)
        or _covered(together.trees, sentence, near, parts)
    )
    if together.told.lacks(sentence.number, found):
        return assessed("sentence", sentence.place, "said_elsewhere", found.source)
    return found


def _word_for_word(beside: Beside, sentence: SourceSentence) -> Assessment | None:
    """Return that a source has the sentence, where it has it as it stands."""
    account = sentence.dossier.account
    language = language_of(account.language)
    own = [
        word
        for word in words(account.text, sentence.place.start, sentence.place.end, language)
        if not beside.draft.apart.meets(account.span(word.start, word.end))
    ]
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


def _contrasted(
    together: Together, sentence: SourceSentence, near: NearSentences
) -> Assessment | None:
    """Return what a sentence tells otherwise than a near one that has most of its words."""
    trees = together.trees
    own = clauses(trees[sentence.dossier.account.id], sentence)
    held = [aligned(own, clauses(trees[one.dossier.account.id], one)) for one in near.found]
    for found in contrasts(held):
        if together.beside.draft.untold.meets(own.place(found.mine)):
            continue  # quoted words are held against the source's as words
        there = found.of.theirs
        cut = shortened(there.phrase(found.theirs).text)
        place = there.place(found.theirs)
        return assessed("sentence", sentence.place, found.rule, place, theirs=cut)
    sources = together.beside.sources.sentences
    for of in held:
        for here, other in exchanged(of, together.named, sources):
            mine, place = of.mine.place(here), of.theirs.place(other)
            return assessed("sentence", sentence.place, "exchanged", place, mine=mine.text)
    return None


def _unsupported(trees: Mapping[str, Tree], sentence: SourceSentence, near: NearSentences) -> bool:
    """Tell whether a verb or adjective of the sentence stands in no near one: words alone do not show that it holds."""
    parse = trees[sentence.dossier.account.id]
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
    trees: Mapping[str, Tree],
    sentence: SourceSentence,
    near: NearSentences,
    parts: Sequence[Assessment],
) -> Assessment:
    best = near.best.place if near.best else None
    far = near.covered < UNCOVERED and near.cosine < UNLIKE
    if far and len(sentence.keys) >= SHORTEST_FAR:
        return assessed("sentence", sentence.place, "nothing_near")
    stands = near.covered >= WORDS_COVERED and all(part.verdict in STANDING for part in parts)
    stands = stands and not _unsupported(trees, sentence, near)
    if stands:
        return assessed("sentence", sentence.place, "all_words", best)
    return _left_open(trees, sentence, near, parts)


def _left_open(
    trees: Mapping[str, Tree],
    sentence: SourceSentence,
    near: NearSentences,
    parts: Sequence[Assessment],
) -> Assessment:
    """Return why a sentence is left open: words that no near sentence has, or else parts that are open."""
    best = near.best.place if near.best else None
    unsettled = [part.place for part in parts if part.verdict not in STANDING]
    lacking = _lacking(trees[sentence.dossier.account.id], sentence, near, unsettled)
    if lacking:
        missing = quoted_list(lacking)
        return assessed("sentence", sentence.place, "words_missing", best, missing=missing)
    if unsettled:
        told = quoted_list([place.text for place in unsettled])
        return assessed("sentence", sentence.place, "a_part_open", best, parts=told)
    return assessed("sentence", sentence.place, "too_little", best)


def _lacking(
    parse: Tree, sentence: SourceSentence, near: NearSentences, unsettled: Sequence[Span]
) -> list[str]:
    """Return the words of a sentence, as it has them, that stand in no near one or beside it, in any form.

    Those of its parts that are open are left out: why they are is said of them.
    """
    light = parse.language.sense.light_verbs
    held = frozenset().union(*(one.around for one in near.found)) | light
    inside = parse.tokens[sentence.sentence.first : sentence.sentence.last]
    told = [t for t in content_tokens(inside) if t.lemma.lower() in sentence.keys - held]
    places = [sentence.dossier.account.span(token.start, token.end) for token in told]
    own = (one.text for one in places if not any(map(one.overlaps, unsettled)))
    printed = fold(" ".join(one.beside.text for one in near.found)).casefold()
    there = set(re.findall(r"\w+", printed))
    return list(dict.fromkeys(word for word in own if fold(word).casefold() not in there))
