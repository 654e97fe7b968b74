"""Requoted: one quotation that accounts print in other words, each between quotation marks.

Enters: `Material`. Leaves: a `Finding` a quotation, with every version and the accounts that have it.

A long run of the same words shows that one utterance is quoted; which words were spoken is not
asked. Where both are held against a record, the checks tell it. What an editor may do (case, marks,
spelling, brackets, contractions, a mark of omission) changes no quotation; a number is a count's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from msgspec import Struct
from rapidfuzz.distance import Indel

from variorum.align.differences import Difference, Word, differences
from variorum.find.matter.material import Material
from variorum.find.matter.matters import together
from variorum.find.matter.prose import Basis, FindingText, finding, one_an_account
from variorum.find.matter.telling import answer, given
from variorum.languages.language import Language
from variorum.languages.name_parts import NameParts
from variorum.records import Account, Finding, FindingAnswer, Quotation, Span
from variorum.segment.quote_marks import stretches
from variorum.trace.borrowing.speeches import HEARD, SHORTEST_SPEECH
from variorum.trace.checking.checks import CHECKED
from variorum.trace.checking.edits import PERMITTED, without_permitted
from variorum.trace.checking.quoted import Saying, sayings
from variorum.trace.checking.voices import name_tokens

CHANGES = frozenset({"word", "omission", "addition"})
MOST_CHANGES = 3
"""Changes of one sentence; with more of them it is another rendering."""
LEAST_IN_COMMON = 0.75
"""Share of the words of either sentence, between their outer common words, that must be common."""
SHORTEST_RUN = 4
"""Words running in common by which two sentences meet."""
BESIDE = 2
"""Words shown on either side of a change."""


class QuotedSentence(Struct, frozen=True):
    """A sentence between quotation marks, its place, its language, and all that is quoted around it."""

    quotation: Quotation
    words: tuple[Word, ...]
    whole: tuple[str, ...]
    place: Span
    language: Language


class WordChange(Struct, frozen=True):
    """One change between two sentences: in each, the place that is shown, with words beside it."""

    lines: tuple[QuotedSentence, QuotedSentence]
    places: tuple[Span, Span]


def requoted(material: Material) -> Iterator[Finding]:
    """Tell of quotations that accounts print in other words, each once."""
    for event in material.events.values():
        changes = list(_changes(material, event.accounts))
        for group in together(changes, lambda one: [line.place for line in one.lines]):
            lines = sorted({(line.place, line.quotation.id) for c in group for line in c.lines})
            places = tuple(one_an_account([place for place, _ in lines]))
            told = _told(material, group)
            basis = Basis(places, tuple(dict.fromkeys(key for _, key in lines)))
            yield finding(material, "quotation changed", told, basis)


def _told(material: Material, group: Sequence[WordChange]) -> FindingText:
    """Ask what was said, of somebody where all accounts name the same speaker."""
    said = [line.quotation.speaker for change in group for line in change.lines]
    speakers = {material.speaker(one.entity) or one.name for one in said}
    name = speakers.pop() if len(speakers) == 1 else None
    versions = tuple(one for same in _at_one_place(group) for one in _versions(material, same))
    return FindingText(
        f"What did {name} say?" if name else "How are the quoted words printed?", versions
    )


def _at_one_place(group: Sequence[WordChange]) -> list[list[WordChange]]:
    return sorted(together(group, lambda one: one.places), key=lambda some: some[0].places)


def _versions(material: Material, changes: Sequence[WordChange]) -> tuple[FindingAnswer, ...]:
    """Return each version of some words with the accounts that print it."""
    having: dict[str, list[Span]] = {}
    for place in one_an_account(sorted(p for change in changes for p in change.places)):
        having.setdefault(" ".join(place.text.split()).casefold(), []).append(place)
    return tuple(
        answer(
            f"“{' '.join(some[0].text.split())}”",
            given(sorted(some, key=lambda place: material.label(place.account))),
        )
        for some in having.values()
    )


def _changes(material: Material, accounts: Sequence[str]) -> Iterator[WordChange]:
    checks = [check for check in material.checks.values() if check.match]
    held = {check.quotation for check in checks if check.record != check.place.account}
    first: dict[tuple[str, tuple[str, ...]], QuotedSentence] = {}
    for key in accounts:
        for line in _lines(material, material.accounts[key]):
            first.setdefault((key, (*keys_of(line.words), *line.whole)), line)
    lines = list(first.values())
    for one, other in _meeting(lines):
        if not {one.quotation.id, other.quotation.id} <= held:
            yield from _compared(material, one, other)


def _meeting(lines: Sequence[QuotedSentence]) -> list[tuple[QuotedSentence, QuotedSentence]]:
    """Return the pairs of sentences of two accounts in one language with a few words running in common.

    Sentences that are printed alike, word for word and mark for mark, have nothing to tell.
    """
    index: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, line in enumerate(lines):
        keys = keys_of(line.words)
        for at in range(len(keys) - SHORTEST_RUN + 1):
            index[keys[at : at + SHORTEST_RUN]].add(number)
    home = [line.place.account for line in lines]
    printed = [tuple(word.text for word in line.words) for line in lines]
    last = {texts: at for at, texts in enumerate(printed)}
    wording = [last[texts] for texts in printed]
    met = {
        (one, other)
        for numbers in index.values()
        for one, other in combinations(sorted(numbers), 2)
        if wording[one] != wording[other]
        and home[one] != home[other]
        and lines[one].language is lines[other].language
    }
    return [(lines[one], lines[other]) for one, other in sorted(met)]


def _lines(material: Material, account: Account) -> Iterator[QuotedSentence]:
    """Yield the quoted sentences of an account; a record is what others are checked against."""
    if account.kind == "transcript":
        return
    marked, language = stretches(account), material.language(account.id)
    for quotation in material.quoted.get(account.id, ()):
        for saying in sayings(account, quotation, marked) if quotation.manner in CHECKED else ():
            whole = keys_of([word for part in saying.words for word in part])
            for sentence in _sentences(language, saying):
                place = account.span(sentence[0].start, sentence[-1].end)
                yield QuotedSentence(quotation, sentence, whole, place, language)


def _sentences(language: Language, saying: Saying) -> Iterator[tuple[Word, ...]]:
    """Yield the sentences of what is quoted; one that an attribution cuts in two is one."""
    current: list[Word] = []
    for word in (word for part in saying.words for word in part):
        if word.key and _ended(language, current) and not word.text[:1].islower():
            yield tuple(current)
            current = []
        current.append(word)
    if keys_of(current):
        yield tuple(current)


def _ended(language: Language, words: Sequence[Word]) -> bool:
    last = next((word for word in reversed(words) if word.key), None)
    if last is None or last.key in language.sense.speech_ends or len(last.text) == 1:
        return False
    return any(word.text in language.sense.sentence_end for word in words if word.start >= last.end)


def keys_of(words: Sequence[Word]) -> tuple[str, ...]:
    """Return the words of a stretch, without its marks, as they are compared."""
    return tuple(word.key for word in words if word.key)


def _compared(
    material: Material, one: QuotedSentence, other: QuotedSentence
) -> Iterator[WordChange]:
    """Yield the changes between two sentences that are surely one utterance."""
    left, right = _between(one, other)
    if [word.text for word in left] == [word.text for word in right]:
        return
    run = SHORTEST_SPEECH if _may_be_one(material.parts, one.quotation, other.quotation) else HEARD
    if _longest(one.whole, other.whole) < run:
        return
    sense = material.language(one.quotation.place.account).sense
    found = without_permitted(sense, left, right, differences(left, right))
    told = [edit for edit in found if edit.kind not in PERMITTED and not _same(left, right, edit)]
    if len(told) <= MOST_CHANGES and all(edit.kind in CHANGES for edit in told):
        for edit in told:
            places = _shown(material, one, edit.left), _shown(material, other, edit.right)
            yield WordChange((one, other), places)


def _may_be_one(parts: NameParts, one: Quotation, other: Quotation) -> bool:
    """Tell whether two quotations may be one speaker's: one name in common, or none given."""
    names = [
        set(name_tokens(parts, said.speaker.name or "")) - parts.common for said in (one, other)
    ]
    known = one.speaker.entity is not None and one.speaker.entity == other.speaker.entity
    return known or not all(names) or not names[0].isdisjoint(names[1])


def _longest(one: Sequence[str], other: Sequence[str]) -> int:
    return SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size


def _between(one: QuotedSentence, other: QuotedSentence) -> tuple[Sequence[Word], Sequence[Word]]:
    """Return what stands between the outer words that two sentences have in common.

    Nothing where less than `LEAST_IN_COMMON` of it is common. A small word in common is no end, unless both
    sentences begin or end with it.
    """
    left, right, common = one.words, other.words, one.language.sense.common
    mine, theirs = ([word for word in side if word.key] for side in (left, right))
    ends = len(mine), len(theirs)
    alike = [
        block
        for block in Indel.opcodes(keys_of(mine), keys_of(theirs))
        if block.tag == "equal"
        and (
            not common.issuperset(keys_of(mine[block.src_start : block.src_end]))
            or (block.src_start, block.dest_start) == (0, 0)
            or (block.src_end, block.dest_end) == ends
        )
    ]
    if not alike:
        return (), ()
    first, last = alike[0], alike[-1]
    length = max(last.src_end - first.src_start, last.dest_end - first.dest_start)
    if sum(block.src_end - block.src_start for block in alike) < LEAST_IN_COMMON * length:
        return (), ()
    return (
        _words_within(left, (mine[first.src_start].start, mine[last.src_end - 1].end)),
        _words_within(right, (theirs[first.dest_start].start, theirs[last.dest_end - 1].end)),
    )


def _words_within(words: Sequence[Word], span: tuple[int, int]) -> Sequence[Word]:
    return tuple(word for word in words if span[0] <= word.start < span[1])


def _same(left: Sequence[Word], right: Sequence[Word], edit: Difference) -> bool:
    """Tell whether a change is one of form alone, as a contraction is, or a lost apostrophe."""
    one, other = _words_within(left, edit.left), _words_within(right, edit.right)
    return keys_of(one) == keys_of(other) or _letters(one) == _letters(other)


def _letters(words: Sequence[Word]) -> str:
    return "".join(mark for word in words for mark in word.text.casefold() if mark.isalnum())


def _shown(material: Material, line: QuotedSentence, span: tuple[int, int]) -> Span:
    """Return the place of a change with the words beside it, so that a reader sees which differ."""
    spoken = [word for word in line.words if word.key]
    first = sum(word.end <= span[0] for word in spoken)
    last = sum(word.start < span[1] for word in spoken)
    beside = spoken[max(0, first - BESIDE) : last + BESIDE]
    return material.accounts[line.place.account].span(beside[0].start, beside[-1].end)
