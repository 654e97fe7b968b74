"""Quotations of a draft: are these words in a source, in the same sense, and in the same mouth?

Enters: the draft, its sources, the names of all. Leaves: an `Assessment` for each quoted saying.

Words are looked for in what each source quotes first, where a saying that an attribution cuts in two is one, and then
in all that it says: a body's own statement is quoted without ever standing between marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from variorum.align.differences import Word, words
from variorum.languages.registry import language_of
from variorum.records import Change, Dossier, Quotation, Span
from variorum.segment.quote_marks import Stretch, stretches
from variorum.trace.checking.locating import Speech, speech
from variorum.trace.checking.matching import Match, matched
from variorum.trace.checking.quoted import Saying, saying, sayings
from variorum.trace.checking.recording import changes, match
from variorum.trace.checking.sense import negations
from variorum.trace.checking.voices import People, entity_of, is_nameless, same_person
from variorum.trace.drafts.assessments import Assessment, assessed

QUOTED = frozenset({"direct", "mixed", "fragment"})
TELLING = 3
"""Words a saying must have to be missed: fewer may be a title, a nickname, or words held off."""
BEST_FIRST = ("verbatim", "edited", "differs", "cannot tell", "not found")
MOST_CHANGES_SAID = 3


class Sayings(Struct, frozen=True):
    """What a source says: its quotations, each a turn of `quoted`, and all its words."""

    dossier: Dossier
    quotations: tuple[Quotation, ...]
    quoted: Speech
    whole: Speech


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
        found = self.source.quotations if place else ()
        return [q for q in found if any(place and c.overlaps(place) for c in q.contents)]


def sayings_of(source: Dossier) -> Sayings:
    """Index what a source says."""
    account, language = source.account, language_of(source.account.language)
    said = tuple(q for q in source.statements.quotations if q.contents)
    turns = [
        [w for c in q.contents for w in words(account.text, c.start, c.end, language)] for q in said
    ]
    read = [r for r in account.regions if r.kind in ("title", "body", "turn")]
    whole = [words(account.text, r.start, r.end, language) for r in read]
    return Sayings(source, said, speech(language, *turns), speech(language, *whole))


def assess_quotations(
    draft: Dossier, told: Sequence[Quoted], sources: Sequence[Sayings], people: People
) -> Iterator[Assessment]:
    """Yield what each quoted saying of a draft (`quoted_in`) comes to, in order."""
    for quoted in told:
        yield _assessment(draft, quoted, sources, people)


def quoted_in(draft: Dossier) -> list[Quoted]:
    """Return the sayings between marks, those that the draft gives to nobody too."""
    marked = stretches(draft.account)
    told = [q for q in draft.statements.quotations if q.manner in QUOTED and q.contents]
    found = [Quoted(one, q) for q in told for one in sayings(draft.account, q, marked)]
    held = [part for one in found for part in one.saying.parts]
    found += [Quoted(one, None) for one in _loose(draft, marked, held)]
    return sorted(found, key=lambda one: one.saying.parts[0].start)


def _loose(draft: Dossier, marked: Sequence[Stretch], held: Sequence[Span]) -> Iterator[Saying]:
    for stretch in marked:
        place = draft.account.span(*stretch.inner)
        if stretch.closed and not any(place.overlaps(part) for part in held):
            yield saying(draft.account, [place])


def _assessment(
    draft: Dossier, quoted: Quoted, sources: Sequence[Sayings], people: People
) -> Assessment:
    parts = quoted.saying.parts
    place = draft.account.span(parts[0].start, parts[-1].end)
    found = _found(quoted.saying, sources)
    if not found:
        rule = "absent_words" if quoted.saying.count >= TELLING else "too_few_words"
        return assessed("quotation", place, rule)
    best = found[0]
    if best.held.kind == "differs":
        told = changes(best.held.edits)
        one = assessed(
            "quotation", place, "other_words", best.place, changes=_said(told, best.held)
        )
        return replace(one, changes=told)
    if best.held.kind == "cannot tell":
        return assessed("quotation", place, "too_few_words", best.place)
    return _in_the_same_sense(draft, quoted, place, found, people)


def _found(saying: Saying, sources: Sequence[Sayings]) -> list[FoundWords]:
    """Return where sources have a saying best: in quotations before other words, all as good as the first."""
    held = [
        FoundWords(source, matched(said, saying.words))
        for source in sources
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
    draft: Dossier, quoted: Quoted, place: Span, found: Sequence[FoundWords], people: People
) -> Assessment:
    """Say of words that a source has whether it has them in that mouth, and without what turns them."""
    best = found[0]
    around = matched(best.source.whole, quoted.saying.words)
    same = around.kind == best.held.kind
    cuts = (("negation_cut", around.before), ("condition_cut", around.after))
    for rule, cut in cuts if same else ():
        if cut and not _keeps(draft, quoted, cut):
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
    rule = "same_words" if best.held.kind == "verbatim" else "permitted_edits"
    one = assessed("quotation", place, rule, best.place)
    return replace(one, changes=changes(best.held.edits))


def _keeps(draft: Dossier, quoted: Quoted, cut: str) -> bool:
    """Tell whether the draft's sentence has, outside the marks, what stands beside the words in the source."""
    first, last = quoted.saying.parts[0].start, quoted.saying.parts[-1].end
    language = language_of(draft.account.language)
    around: list[Word] = []
    for sentence in draft.annotation.sentences:
        if sentence.start < last and first < sentence.end:
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
