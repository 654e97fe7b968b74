"""Quotations of a draft: are these words in a source, in the same sense, and in the same mouth?

Enters: the draft, its sources, the names of all. Leaves: an `Assessment` for each quoted saying.

Words are looked for in what each source quotes first, where a saying that an attribution cuts in two is one, and then
in all that it says: a body's own statement is quoted without ever standing between marks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter, itemgetter

from msgspec import Struct
from msgspec.structs import replace

from variorum.align.differences import Word, words
from variorum.judge.acts.extraction import Act, acts
from variorum.languages.registry import language_of
from variorum.records import Change, Dossier, Quotation, Span
from variorum.segment.quote_marks import Stretch, stretches
from variorum.trace.checking.locating import Speech, speech
from variorum.trace.checking.matching import Match, enough, matched, sought
from variorum.trace.checking.phrasing import shortened
from variorum.trace.checking.quoted import Saying, saying, sayings
from variorum.trace.checking.recording import changes, match
from variorum.trace.checking.sense import negations
from variorum.trace.checking.voices import People, entity_of, is_nameless, same_person
from variorum.trace.drafts.assessments import Assessment, assessed
from variorum.trace.drafts.by_place import ByPlace, by_place, places, sentence_at
from variorum.trace.drafts.joining import joined_over, other_occasion, said_when

QUOTED = frozenset({"direct", "mixed", "fragment"})
TELLING = 3
"""Words a saying must have to be missed: fewer may be a title, a nickname, or words held off."""
BEST_FIRST = ("verbatim", "edited", "differs", "cannot tell", "not found")
MOST_CHANGES_SAID = 3
NOWHERE: frozenset[int] = frozenset()


class Sayings(Struct, frozen=True):
    """What a source says: its quotations, each a turn of `quoted`, by place in `told`, and all its words."""

    dossier: Dossier
    told: ByPlace[tuple[Quotation, Span]]
    quoted: Speech
    whole: Speech
    acts: tuple[Act, ...] = ()

    @property
    def timed(self) -> ByPlace[Act]:
        """Return its timed verbs by place."""
        return by_place(self.acts, attrgetter("told"))


class DraftAround(Struct, frozen=True):
    """What stands around the quotations of a draft: its dossier, and its timed verbs by place."""

    dossier: Dossier
    timed: ByPlace[Act]


class SearchedSources(Struct, frozen=True):
    """What all sources say, and which of them, by number, have a word and a pair of neighbouring words."""

    sources: tuple[Sayings, ...]
    words: Mapping[str, frozenset[int]]
    pairs: Mapping[tuple[str, str], frozenset[int]]

    def of(self, accounts: Container[str]) -> SearchedSources:
        """Return some of the sources alone."""
        kept = [one for one in self.sources if one.dossier.account.id in accounts]
        return _searched(kept)

    def with_words(self, keys: Sequence[str], share: float) -> list[Sayings]:
        """Return the sources that have a share of some words, 0 to 1, in any order."""
        return self._having([self.words.get(key, NOWHERE) for key in keys], share)

    def with_pairs(self, keys: Sequence[str], share: float) -> list[Sayings]:
        """Return the sources that have a share of the pairs of neighbours among some words, 0 to 1."""
        return self._having([self.pairs.get(pair, NOWHERE) for pair in pairwise(keys)], share)

    def _having(self, homes: Sequence[frozenset[int]], share: float) -> list[Sayings]:
        often = Counter(number for home in homes for number in home)
        return [self.sources[n] for n in sorted(often) if often[n] >= share * len(homes)]


class Quoted(Struct, frozen=True):
    """A saying of the draft and the quotation it is of, if the draft gives it to anybody."""

    saying: Saying
    quotation: Quotation | None


class FoundWords(Struct, frozen=True):
    """Where a source has a saying's words, and how they compare."""

    source: Sayings
    held: Match

    @property
    def place(self) -> Span | None:
        """Return the place in the source."""
        return match(self.source.dossier.account, self.held.spans)

    @property
    def speakers(self) -> list[Quotation]:
        """Return the quotations of the source that have words of the place."""
        place = self.place
        found = self.source.told.meeting(place) if place else []
        return list({quotation.id: quotation for quotation, _ in found}.values())


def sayings_of(source: Dossier) -> Sayings:
    """Index what a source says."""
    account, language = source.account, language_of(source.account.language)
    said = tuple(q for q in source.statements.quotations if q.contents)
    turns = [
        [w for c in q.contents for w in words(account.text, c.start, c.end, language)] for q in said
    ]
    read = [r for r in account.regions if r.kind in ("title", "body", "turn")]
    whole = [words(account.text, r.start, r.end, language) for r in read]
    told = by_place([(q, c) for q in said for c in q.contents], itemgetter(1))
    return Sayings(source, told, speech(language, *turns), speech(language, *whole), acts(source))


def heard(sources: Sequence[Dossier]) -> SearchedSources:
    """Index what all sources say."""
    return _searched([sayings_of(source) for source in sources])


def _searched(said: Sequence[Sayings]) -> SearchedSources:
    words_of: dict[str, set[int]] = {}
    pairs_of: dict[tuple[str, str], set[int]] = {}
    for number, source in enumerate(said):
        for one in (source.quoted, source.whole):
            for key in one.seats:
                words_of.setdefault(key, set()).add(number)
            for pair in one.pairs:
                pairs_of.setdefault(pair, set()).add(number)
    return SearchedSources(
        tuple(said),
        {key: frozenset(numbers) for key, numbers in words_of.items()},
        {pair: frozenset(numbers) for pair, numbers in pairs_of.items()},
    )


def assess_quotations(
    told: Sequence[Quoted], sources: SearchedSources, people: People, draft: DraftAround
) -> Iterator[Assessment]:
    """Yield what each quoted saying of a draft (`quoted_in`) comes to, in order."""
    for quoted in told:
        yield _assessment(draft, quoted, sources, people)


def quoted_in(draft: Dossier) -> list[Quoted]:
    """Return the sayings between marks, those that the draft gives to nobody too."""
    account, marked = draft.account, stretches(draft.account)
    placed = by_place(marked, lambda one: account.span(*one.inner))
    told = [q for q in draft.statements.quotations if q.manner in QUOTED and q.contents]
    found = [
        Quoted(one, q)
        for q in told
        for one in sayings(account, q, [s for c in q.contents for s in placed.meeting(c)])
    ]
    held = places(part for one in found for part in one.saying.parts)
    found += [Quoted(one, None) for one in _loose(draft, marked, held)]
    return sorted(found, key=lambda one: one.saying.parts[0].start)


def _loose(draft: Dossier, marked: Sequence[Stretch], held: ByPlace[Span]) -> Iterator[Saying]:
    for stretch in marked:
        place = draft.account.span(*stretch.inner)
        if stretch.closed and not held.meets(place):
            yield saying(draft.account, [place])


def _assessment(
    draft: DraftAround, quoted: Quoted, sources: SearchedSources, people: People
) -> Assessment:
    parts = quoted.saying.parts
    place = draft.dossier.account.span(parts[0].start, parts[-1].end)
    found = _found(quoted.saying, sources)
    if not found:
        rule = "absent_words" if quoted.saying.count >= TELLING else "too_few_words"
        return assessed("quotation", place, rule)
    best = found[0]
    if best.held.kind == "differs":
        return _in_other_words(place, best)
    if best.held.kind == "cannot tell":
        return assessed("quotation", place, "too_few_words", best.place)
    return _in_the_same_sense(draft, quoted, place, found, people)


def _in_other_words(place: Span, best: FoundWords) -> Assessment:
    told = changes(best.held.edits)
    between = joined_over(best.source.dossier, best.held)
    if between is None:
        one = assessed(
            "quotation", place, "other_words", best.place, changes=_said(told, best.held)
        )
    else:
        one = assessed("quotation", place, "joined", best.place, theirs=shortened(between))
    return replace(one, changes=told)


def _found(saying: Saying, sources: SearchedSources) -> list[FoundWords]:
    """Return where sources have a saying best: in quotations before other words, all as good as the first."""
    keys = [part[index].key for part in saying.words for index in sought(part)]
    held = [
        FoundWords(source, matched(said, saying.words))
        for source in sources.with_words(keys, enough(len(keys)))
        for said in (source.quoted, source.whole)
    ]
    there = [one for one in held if one.held.kind != "not found"]
    if not there:
        return []
    first = min(there, key=_rank)
    return [one for one in sorted(there, key=_rank) if _rank(one)[0] == _rank(first)[0]]


def _rank(found: FoundWords) -> tuple[int, float]:
    return BEST_FIRST.index(found.held.kind), -found.held.share


def _in_the_same_sense(
    draft: DraftAround, quoted: Quoted, place: Span, found: Sequence[FoundWords], people: People
) -> Assessment:
    """Say of words that a source has whether it has them in that mouth, and without what turns them."""
    best = found[0]
    around = matched(best.source.whole, quoted.saying.words)
    same = around.kind == best.held.kind
    cuts = (("negation_cut", around.before), ("condition_cut", around.after))
    for rule, cut in cuts if same else ():
        if cut and not _keeps(draft.dossier, quoted, cut):
            return assessed("quotation", place, rule, best.place, theirs=cut)
    other = _other_speaker(quoted, found, people)
    if other is not None:
        who = quoted.quotation.speaker.name if quoted.quotation else ""
        return assessed(
            "quotation",
            place,
            "other_speaker",
            best.place,
            theirs=other,
            mine=who or "somebody else",
        )
    when = _other_occasion(draft, quoted, found)
    if when is not None:
        mine, theirs = (act.when.text for act in when)
        return assessed("quotation", place, "other_occasion", best.place, mine=mine, theirs=theirs)
    rule = "same_words" if best.held.kind == "verbatim" else "permitted_edits"
    one = assessed("quotation", place, rule, best.place)
    return replace(one, changes=changes(best.held.edits))


def _other_occasion(
    draft: DraftAround, quoted: Quoted, found: Sequence[FoundWords]
) -> tuple[Act, Act] | None:
    """Return when the draft has the words said and when a source has, if no source has them of that time."""
    held = [
        other_occasion(quoted.quotation, q, draft.timed, one.source.timed)
        for one in found
        for q in one.speakers
        if quoted.quotation is not None and said_when(q, one.source.timed)
    ]
    return held[0] if held and None not in held else None


def _keeps(draft: Dossier, quoted: Quoted, cut: str) -> bool:
    """Tell whether the draft's sentence has, outside the marks, what stands beside the words in the source."""
    first, last = quoted.saying.parts[0].start, quoted.saying.parts[-1].end
    language = language_of(draft.account.language)
    around: list[Word] = []
    sentences = draft.annotation.sentences
    homes = {sentence_at(sentences, first), sentence_at(sentences, last - 1)}
    for sentence in (sentences[number] for number in homes if number is not None):
        around += words(draft.account.text, min(sentence.start, first), first, language)
        around += words(draft.account.text, last, max(sentence.end, last), language)
    conditions = [word for word in around if word.key in language.sense.condition]
    return bool(negations(language.sense, around) or conditions) or cut.lower() in {
        w.key for w in around
    }


def _other_speaker(quoted: Quoted, found: Sequence[FoundWords], people: People) -> str | None:
    """Return who has the words in the sources, where that is known and is not whom the draft names."""
    speaker = quoted.quotation.speaker if quoted.quotation else None
    if quoted.quotation is None or speaker is None or speaker.within is None or speaker.path:
        return None  # a pronoun or a description may be anybody's
    mine = _name(quoted.quotation, people)
    theirs = [_name(q, people) for one in found for q in one.speakers]
    known = [name for name in theirs if name]
    if not mine or not known or len(known) < len(theirs):
        return None
    return None if any(_is_one(mine, name, people) for name in known) else known[0]


def _name(quotation: Quotation, people: People) -> str | None:
    if is_nameless(quotation.speaker, people):
        return None
    known = entity_of(quotation.speaker, people.owner)
    return (people.names.get(known) if known else None) or quotation.speaker.name


def _is_one(mine: str, theirs: str, people: People) -> bool:
    return mine == theirs or same_person(people.parts, mine, theirs)


def _said(told: Sequence[Change], held: Match) -> str:
    """Return the first changes in words, or what was left out where an ellipsis or bracket stands."""
    if not told:
        return ", ".join(
            f"“{word.text}” is left out" for word in held.swallowed[:MOST_CHANGES_SAID]
        )
    shown = [f"“{one.from_ or '–'}” there, “{one.to or '–'}” here" for one in told]
    return "; ".join(shown[:MOST_CHANGES_SAID])
