"""Own voice: words that one account gives to a named source and another tells in its own voice.

Enters: `Material`. Leaves: a `Finding` for each such run of words, with the accounts on either side.

Only what a reader can see is claimed. The source is printed in the sentence that has the words;
on the other side no quotation and no verb of saying stands in the sentence, beside it or in its
paragraph, and no quotation of that account is much like it: a lead is often borne out below.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct
from rapidfuzz.distance import Indel

from variorum.align.differences import Word, numbers_among, words
from variorum.find.kinds.same_words import counts_otherwise, says
from variorum.find.matter.material import Material
from variorum.find.matter.matters import together
from variorum.find.matter.own_words import sentence
from variorum.find.matter.prose import Basis, FindingText, finding, one_an_account
from variorum.find.matter.telling import answer, given, printed_source
from variorum.find.matter.weighing import central, wide
from variorum.languages.language import Language
from variorum.languages.tables import Words
from variorum.link.events.terms import stem
from variorum.records import AnswerGiven, Assertion, Finding, Quotation, Span
from variorum.trace.checking.voices import names_somebody

FEWEST_IN_COMMON = 7
"""Words in common, in one order."""
FEWEST_TELLING_IN_COMMON = 4
"""Of these, distinct words that are neither common nor part of a name: a claim, not who and where."""
GIVEN, TOLD = 0.5, 0.4
"""Share of what the source says, and of the other's sentence, that must be in common."""
SHOWN, LONG = 3, 10
"""Telling words of the run that is printed, and words of one that is a claim by itself."""
COLON_REACH = 6
"""Paragraphs back in which a colon may open a list that a sentence is of."""
DOUBLE_MARKS = frozenset('“”"«»')
_END = re.compile(r"\n|[.!?][\"”’]*\s+[A-Z]")


class Given(Struct, frozen=True):
    """Words given to a source: their quotation, place and words, and which of them are a claim's.

    `common` are the words of their language that are so common that sharing them shows nothing.
    """

    quotation: Quotation
    content: Span
    spoken: Sequence[Word]
    own: frozenset[str]
    common: Words


class VoicePair(Struct, frozen=True):
    """Words given to a source, with it; a sentence without one; and the run that both have.

    `given` holds the words and the source's name.
    """

    given: Span
    told: Span
    keys: tuple[str, ...]
    quotation: str
    assertion: str


def own_voice(material: Material) -> Iterator[Finding]:
    """Tell of words that one account gives to a source and another has in its own voice."""
    for event in material.events.values():
        pairs = list(_pairs(material, event.accounts))
        for group in together(pairs, lambda one: (one.given, one.told)):
            yield _finding(material, group)


def _finding(material: Material, group: Sequence[VoicePair]) -> Finding:
    lead = max(group, key=lambda one: (len(one.keys), one.given, one.told))
    same = [one for one in group if one.keys == lead.keys]
    spoken = one_an_account(sorted(one.given for one in same))
    told = one_an_account(sorted(one.told for one in same))
    places = tuple(sentence(material, place) for place in (*spoken, *told))
    speakers = {one.quotation: one.given for one in same}
    asked = FindingText(
        f"Whose statement is “{_run_as_printed(material, lead)}”?",
        (
            answer("a source’s", [_speaking(material, key, at) for key, at in speakers.items()]),
            answer("the account’s own", given(told)),
        ),
    )
    about = tuple(dict.fromkeys(key for one in same for key in (one.quotation, one.assertion)))
    strength = central(material, places) * wide(places)
    return finding(material, "attribution differs", asked, Basis(places, about, strength))


def _speaking(material: Material, quotation: str, place: Span) -> AnswerGiven:
    """Return words given to a source with the source as it is printed."""
    source = material.quotations[quotation].speaker.place
    return AnswerGiven(place=place, speaker=printed_source(material, source) if source else None)


def _pairs(material: Material, accounts: Sequence[str]) -> Iterator[VoicePair]:
    spoken = [one for key in accounts for one in _given_words(material, key)]
    having: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(spoken):
        for key in one.own:
            having[key].append(number)
    inside = frozenset(accounts)
    for assertion in material.assertions.values():
        if assertion.place.account in inside:
            yield from _pairs_of(material, assertion, spoken, having)


def _pairs_of(
    material: Material,
    assertion: Assertion,
    given: Sequence[Given],
    having: Mapping[str, Sequence[int]],
) -> Iterator[VoicePair]:
    """Yield the pairs of a sentence with what sources say of it; most share too few telling words."""
    place = assertion.place
    spoken, language = _spoken_words(material, place), material.language(place.account)
    shared = Counter(n for key in {word.key for word in spoken} for n in having.get(key, ()))
    near = [given[number] for number, count in shared.items() if count >= FEWEST_TELLING_IN_COMMON]
    met = [
        (one, keys)
        for one in near
        if one.content.account != place.account
        and material.language(one.content.account) is language
        and (keys := _common(one, spoken))
    ]
    if met and _is_narrators(material, place):
        for one, keys in met:
            if not counts_otherwise(material, one.content, place):
                source = _with_source(material, one.quotation, one.content)
                yield VoicePair(source, place, keys, one.quotation.id, assertion.id)


def _given_words(material: Material, account: str) -> Iterator[Given]:
    """Yield what an account gives to a source whose name stands in the same sentence."""
    common = material.language(account).sense.common
    for quotation in material.quoted.get(account, ()):
        source = quotation.speaker.place
        if (
            quotation.manner == "turn"
            or source is None
            or not names_somebody(material.parts, source.text)
        ):
            continue
        for content in quotation.contents if says(material, quotation) else ():
            first, last = sorted((content, source))
            if not _END.search(material.accounts[account].text[first.end : last.start]):
                spoken = _spoken_words(material, content)
                own = {word.key for word in spoken if word.text[:1].islower()} - common
                yield Given(quotation, content, spoken, frozenset(own), common)


def _with_source(material: Material, quotation: Quotation, content: Span) -> Span:
    source = quotation.speaker.place or content
    ends = min(content.start, source.start), max(content.end, source.end)
    return material.accounts[content.account].span(*ends)


def _common(given: Given, told: Sequence[Word]) -> tuple[str, ...]:
    """Return the most telling run of words in common, where what is said is nearly the same.

    Nothing where a number that the source gives is not told, unless a long run stands word for word.
    """
    mine, theirs = ([word.key for word in side] for side in (given.spoken, told))
    codes = [code for code in Indel.opcodes(mine, theirs) if code.tag == "equal"]
    runs = [mine[code.src_start : code.src_end] for code in codes]
    own = given.own
    alike = [key for run in runs for key in run]
    enough = max(FEWEST_IN_COMMON, GIVEN * len(mine), TOLD * len(theirs))
    if len(alike) < enough or len(own.intersection(alike)) < FEWEST_TELLING_IN_COMMON:
        return ()
    trimmed = (_trimmed(run, given.common) for run in runs)
    best = max(trimmed, key=lambda keys: (len(own.intersection(keys)), len(keys)))
    claims = set(numbers_among(given.spoken)) <= set(numbers_among(told)) or len(best) >= LONG
    return best if claims and len(own.intersection(best)) >= SHOWN else ()


def _spoken_words(material: Material, place: Span) -> list[Word]:
    found = words(place.text, language=material.language(place.account))
    return [word for word in found if word.key]


def _trimmed(keys: Sequence[str], common: Words) -> tuple[str, ...]:
    """Leave common words off both ends."""
    own = [at for at, key in enumerate(keys) if key not in common]
    return tuple(keys[own[0] : own[-1] + 1]) if own else ()


def _run_as_printed(material: Material, pair: VoicePair) -> str:
    """Return the run as the account that has no source prints it."""
    spoken = _spoken_words(material, pair.told)
    size = len(pair.keys)
    at = next(
        n for n in range(len(spoken)) if tuple(w.key for w in spoken[n : n + size]) == pair.keys
    )
    text = pair.told.text[spoken[at].start : spoken[at + size - 1].end]
    return " ".join(text.split())


def _is_narrators(material: Material, place: Span) -> bool:
    """Tell whether nobody but the narrator answers for a sentence, as far as its account shows."""
    account = material.accounts[place.account]
    if any(r.kind == "title" and r.start <= place.start < r.end for r in account.regions):
        return False
    if _is_listed(account.text, place.start):
        return False
    around = _around(material, place)
    spoken = {word.key for word in _spoken_words(material, around)}
    says_so = material.language(place.account).sense.says
    if not DOUBLE_MARKS.isdisjoint(around.text) or not says_so.isdisjoint(spoken):
        return False
    if material.quotations_at(place) or any(
        _reports(material, one) for one in material.quotations_at(around)
    ):
        return False
    said = [c for q in material.quoted.get(place.account, ()) for c in q.contents]
    return not any(_alike(material, content, place) for content in said)


def _reports(material: Material, quotation: Quotation) -> bool:
    """Tell whether words are reported, and not only what somebody noticed, thought or decided."""
    cue = quotation.cue.text.casefold().split() if quotation.cue else []
    language = material.language(quotation.place.account)
    reporting = _reporting(language)
    return quotation.manner != "indirect" or any(
        stem(language.stems, word) in reporting for word in cue
    )


@cache
def _reporting(language: Language) -> frozenset[str]:
    """Return the stems of verbs by which words are reported."""
    words = language.reporting.speech | language.reporting.saying
    return frozenset(stem(language.stems, word) for word in words)


def _is_listed(text: str, start: int) -> bool:
    """Tell whether one of the paragraphs before ends in a colon: what follows may be another's list."""
    before = [line for line in text[:start].split("\n")[:-1] if line.strip()]
    return any(line.rstrip().endswith(":") for line in before[-COLON_REACH:])


def _around(material: Material, place: Span) -> Span:
    """Return a sentence with its paragraph, and with the sentences before and after it."""
    text = material.accounts[place.account].text
    start, stop = text.rfind("\n", 0, place.start) + 1, text.find("\n", place.end)
    stop = len(text) if stop < 0 else stop
    before, after = text[: place.start].rstrip(), len(text) - len(text[place.end :].lstrip())
    account = material.accounts[place.account]
    if before:
        start = min(start, sentence(material, account.span(len(before) - 1, len(before))).start)
    if after < len(text):
        stop = max(stop, sentence(material, account.span(after, after + 1)).end)
    return account.span(start, stop)


def _alike(material: Material, one: Span, other: Span) -> bool:
    """Tell whether a quotation says much of what a sentence of its account says.

    They share telling words, and half of those of either.
    """
    common = material.language(one.account).sense.common
    mine, theirs = (
        {word.key for word in _spoken_words(material, place)} - common for place in (one, other)
    )
    return len(mine & theirs) >= max(FEWEST_TELLING_IN_COMMON, min(len(mine), len(theirs)) / 2)
