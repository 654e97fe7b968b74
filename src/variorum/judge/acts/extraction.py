"""Acts: verbs whose time is told, with who or what took part.

Enters: a `Dossier`. Leaves: `Act`s in the order of the text: done, affirmed, each with its `Window`.

The moment must belong to the verb: only prepositions and words of time stand between them in the
tree, and no other finite verb between them on the line. "Police were called at nine" says nothing of
when the fire began.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from msgspec import Struct

from variorum.align.cutting import content_tokens
from variorum.annotations import Token
from variorum.judge.acts.windows import Window, bound_from, day_of, window
from variorum.judge.passages.predicates import predicate
from variorum.languages.language import Language
from variorum.languages.tables import Words
from variorum.languages.units import YEAR
from variorum.records import Dossier, Moment, Span
from variorum.segment.tree import Tree, tree
from variorum.syntax import FINITE, Form, Relation, WordClass

_SUBJECTS: Final[tuple[Relation, ...]] = ("subject", "passive subject")
_LINKS = frozenset[WordClass]({"adposition", "adverb", "subordinator", "particle"})
_DONE = frozenset[Form]({"past", "past participle"})
_NAMING = frozenset[Relation](
    {"compound", "nominal modifier", "numeric modifier", "adjectival modifier", "apposition"}
)


class Core(Struct, frozen=True):
    """Of whom or what an act is told: what was done something to, else who did it.

    `head` is the lemma, `words` the lemmas of the noun and what stands before it, `ages` the years
    of a person; `earlier` holds the nouns that a pronoun may stand for. `one` tells that it is a
    single one, not another, `is_person` that people are meant: by a noun that many bear, or a name.
    """

    head: str
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()
    one: bool = True
    is_person: bool = False


class Heard(Struct, frozen=True):
    """What an account speaks of anywhere: the lemmas of its plural nouns, the words of its names."""

    plurals: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


class Act(Struct, frozen=True):
    """A verb in the past, by its lemma and particle, its core, and when it was.

    `suffered` tells that the core is what it was done to; `when` are the words of its time with
    what bounds them, `asked` is the question when it was, `language` that of its account,
    `others` are the lemmas of what else takes part, `names` the words of names among them;
    `published` is the day of its account, empty where that is not known.
    """

    account: str
    verb: str
    suffered: bool
    core: Core
    moment: Moment
    window: Window
    when: Span
    told: Span
    asked: str
    language: Language
    others: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    strikes: bool = False
    heard: Heard = Heard()
    published: str = ""


def acts(dossier: Dossier) -> tuple[Act, ...]:
    """Return the acts of an account whose time is told."""
    parse = tree(dossier.annotation)
    heard = Heard(
        plurals=frozenset(t.lemma.lower() for t in parse.tokens if t.form == "plural"),
        names=_names(parse.language, parse.tokens),
    )
    found = (_act(dossier, parse, moment, heard) for moment in dossier.statements.moments)
    return tuple(act for act in found if act is not None)


def _act(dossier: Dossier, parse: Tree, moment: Moment, heard: Heard) -> Act | None:
    ends = (moment.place.start, moment.place.end)
    inside = range(*(bisect_left(parse.tokens, end, key=lambda t: t.start) for end in ends))
    verb = _timed(parse, inside)
    if moment.kind not in ("time", "date", "relative") or verb is None:
        return None
    if not _is_done(parse, verb):
        return None
    core = _core(parse, verb)
    first = parse.tokens[parse.first_of(verb)].start
    text, place = dossier.account.text, moment.place
    before = text[first : place.start]
    calendar = parse.language.calendar
    when = window(calendar, moment, before, dossier.account.published)
    if core is None or when is None:
        return None
    start, end = min(parse.tokens[verb].start, place.start), max(parse.tokens[verb].end, place.end)
    return Act(
        account=dossier.account.id,
        verb=_phrasal_verb(parse, verb),
        suffered=_suffers(parse, verb),
        core=core,
        moment=moment,
        window=when,
        when=dossier.account.span(first + bound_from(calendar, before), place.end),
        told=dossier.account.span(start, end),
        asked=_asked(parse, verb),
        language=parse.language,
        others=_others(parse, verb, inside, core),
        names=_names(parse.language, _beside(parse, verb, inside)) - core.names,
        strikes=_strikes(parse, verb),
        heard=heard,
        published=day_of(dossier.account.published),
    )


def _timed(parse: Tree, inside: Sequence[int]) -> int | None:
    """Return the verb to which a moment belongs."""
    top = next((i for i in inside if parse.tokens[i].head not in inside), None)
    at = top
    while at is not None and parse.tokens[at].word_class != "verb":
        above = parse.tokens[at].head
        passes = at in inside or parse.tokens[at].word_class in _LINKS or _is_unit(parse, at)
        passes = passes or parse.tokens[at].word_class in ("proper noun", "numeral")
        at = above if passes and above != at else None
    if at is None or not inside:
        return None
    between = range(min(at, inside[-1]) + 1, max(at, inside[0]))
    other = (i for i in between if not _is_of(parse, i, at))
    return None if any(parse.tokens[i].form in FINITE for i in other) else at


def _is_of(parse: Tree, word: int, verb: int) -> bool:
    """Tell whether a word is an auxiliary of a verb: "On Monday he *was* arrested"."""
    token = parse.tokens[word]
    return token.head == verb and token.relation in ("auxiliary", "passive auxiliary")


def _is_unit(parse: Tree, at: int) -> bool:
    """Tell what a tagger cuts off a time: "pm"."""
    kind, _ = parse.language.calendar.words.get(parse.word(at).replace(".", ""), ("", ""))
    below = parse.tokens[at].relation in ("prepositional object", "noun adverbial")
    return below and kind == "MERIDIEM"


def _is_done(parse: Tree, verb: int) -> bool:
    """Tell whether an act is told as past and affirmed: not planned, denied, possible or a condition."""
    token = parse.tokens[verb]
    if (
        token.form not in _DONE
        or token.relation == "open complement"
        or parse.child(verb, "open complement") is not None
    ):
        return False
    first, last = parse.first_of(verb), parse.last_of(verb)
    told = predicate(parse.language.sense, parse.tokens[first:last], first, verb - first)
    mark = parse.child(verb, "marker")
    bound = mark is not None and parse.word(mark) in parse.language.sense.condition
    return told is not None and not (told.negated or told.modal or bound)


def _suffers(parse: Tree, verb: int) -> bool:
    """Tell whether the core of an act is what it was done to, not who did it."""
    if (
        _object(parse, verb) is not None
        or parse.child(verb, "passive subject", "passive auxiliary") is not None
    ):
        return True
    return (
        parse.tokens[verb].relation == "adnominal clause"
        and parse.tokens[verb].form == "past participle"
    )


def _phrasal_verb(parse: Tree, verb: int) -> str:
    """Return a verb's lemma with its particle, or with "place" after "take"."""
    taken, particle = parse.child(verb, "object"), parse.child(verb, "verb particle")
    more = taken if _is_taking(parse, verb, taken) else particle
    return parse.lemma(verb) if more is None else f"{parse.lemma(verb)} {parse.lemma(more)}"


def _is_taking(parse: Tree, verb: int, taken: int | None) -> bool:
    """Tell whether an object is nothing by itself: "take place"."""
    phrases = parse.language.calendar.taking
    return taken is not None and (parse.lemma(verb), parse.lemma(taken)) in phrases


# --- the question --------------------------------------------------------------------------------


def _asked(parse: Tree, verb: int) -> str:
    """Return the question in words: "When did the fire break out"; empty where a noun is missing."""
    told, taken = _subject(parse, verb), _object(parse, verb)
    if told is None or parse.tokens[told].word_class == "pronoun" or _is_aside(parse, told):
        return ""
    subject, token = _definite(parse, told), parse.tokens[verb]
    if taken is None and _suffers(parse, verb):
        return f"When was {subject} {token.text.lower()}"
    return " ".join(["When did", subject, _phrasal_verb(parse, verb), *_after(parse, taken)])


def _after(parse: Tree, taken: int | None) -> list[str]:
    return [] if taken is None else [_definite(parse, taken)]


def _definite(parse: Tree, noun: int) -> str:
    """Return a noun with what stands before it, as one that is known: "the fire"."""
    words = [parse.tokens[i] for i in sorted({*_phrase(parse, noun), noun})]
    names = parse.language.names
    article = words[0].lemma.lower() in names.article | names.indefinite
    text = " ".join(_spaced(words[1:] if article else words).split())
    return f"the {text}" if article else text


def _spaced(words: Sequence[Token]) -> str:
    """Return words as they stood, those that touch together."""
    pairs = zip(words, [*words[1:], words[-1]], strict=True)
    return "".join(w.text + (" " if after.start > w.end else "") for w, after in pairs)


# --- who takes part ------------------------------------------------------------------------------


def _core(parse: Tree, verb: int) -> Core | None:
    noun = _object(parse, verb)
    noun = _subject(parse, verb) if noun is None else noun
    return None if noun is None else _described(parse, noun)


def _object(parse: Tree, verb: int) -> int | None:
    taken = parse.child(verb, "object")
    return None if _is_taking(parse, verb, taken) or _strikes(parse, verb) else taken


def _strikes(parse: Tree, verb: int) -> bool:
    """Tell whether an act is a force that struck: of the place that it struck others tell in other words."""
    calendar = parse.language.calendar
    if parse.lemma(verb) not in calendar.striking or parse.child(verb, "subject") is None:
        return False
    force = _subject(parse, verb)
    if force is None or parse.tokens[force].word_class != "pronoun":
        return force is not None and parse.lemma(force) in calendar.forces
    alone = parse.child(verb, "object") is None
    return alone and bool(_earlier(parse, force) & calendar.forces)


def _subject(parse: Tree, verb: int) -> int | None:
    """Return the noun an act is said of: a relative pronoun leads to it, a second verb shares it."""
    found, token = parse.child(verb, *_SUBJECTS), parse.tokens[verb]
    if found is not None:
        relative = parse.word(found) in parse.language.names.relatives
        return token.head if relative and token.relation == "relative clause" else found
    if token.relation == "adnominal clause":
        return token.head
    joined = token.relation == "conjunct" and parse.tokens[token.head].word_class == "verb"
    return _subject(parse, token.head) if joined else None


def _described(parse: Tree, noun: int) -> Core | None:
    token = parse.tokens[noun]
    if token.word_class not in ("noun", "proper noun", "pronoun"):
        return None
    phrase = [*_phrase(parse, noun), noun]
    before = [parse.tokens[i] for i in phrase]
    language, lemmas = parse.language, frozenset(t.lemma.lower() for t in before)
    odd = lemmas & (
        language.counts.relative | language.calendar.repeated | language.sense.ordinals.keys()
    )
    joined = parse.child(noun, "conjunct") is not None
    aside = _is_aside(parse, noun)
    pronoun = token.word_class == "pronoun" or aside
    names = frozenset[str]() if aside else _names(language, before)
    return Core(
        head=parse.lemma(noun),
        words=frozenset() if pronoun else lemmas,
        names=names,
        ages=_ages(language, before),
        earlier=_earlier(parse, noun) if pronoun else frozenset(),
        one=token.form in ("singular", "proper singular", "personal", "interrogative determiner")
        and not odd
        and not joined,
        is_person=bool(names) or parse.lemma(noun) in _people(language),
    )


def _is_aside(parse: Tree, noun: int) -> bool:
    """Tell whether the parser takes a place for what is told of: "the fire in Leeds, which broke out"."""
    token = parse.tokens[noun]
    apart = token.relation in ("noun adverbial", "prepositional object")
    return token.word_class == "proper noun" and apart


@cache
def _people(language: Language) -> Words:
    """Return the lemmas by which people are meant: nouns that many bear, pronouns of persons."""
    names = language.names
    return names.who.union(language.counts.groups, names.pronouns, names.plural_pronouns)


@cache
def _years(language: Language) -> Words:
    """Return the words for years."""
    units = language.units.units
    return frozenset(word for word, unit in units.items() if unit.name == YEAR)


def _ages(language: Language, before: Sequence[Token]) -> frozenset[str]:
    """Return the number of "36-year-old", however it was cut into words."""
    words = [word for t in before for word in t.text.lower().split("-") if word]
    pairs = pairwise(words)
    return frozenset(one for one, after in pairs if one.isdigit() and after in _years(language))


def _phrase(parse: Tree, noun: int) -> Iterator[int]:
    """Yield what stands before a noun and names or describes it; of a name beside it too."""
    for child in parse.children[noun]:
        if parse.tokens[child].relation in (*_NAMING, "determiner", "possessor") and child < noun:
            yield from range(parse.left[child], parse.right[child] + 1)


def _earlier(parse: Tree, pronoun: int) -> frozenset[str]:
    """Return the nouns before a pronoun, in its sentence and the one before."""
    number = max(0, parse.sentence_of[pronoun] - 1)
    before = parse.tokens[parse.sentence_first[number] : pronoun]
    return frozenset(t.lemma.lower() for t in before if t.form == "singular")


def _others(parse: Tree, verb: int, inside: Sequence[int], core: Core) -> frozenset[str]:
    """Return the content lemmas of an act's clause beside its verb, its core and its time."""
    told = {t.lemma.lower() for t in content_tokens(_beside(parse, verb, inside))}
    return frozenset(told) - core.words - core.names - {parse.tokens[verb].lemma.lower()}


def _beside(parse: Tree, verb: int, inside: Sequence[int]) -> list[Token]:
    """Return the words of a verb's clause but those of its time."""
    below = range(parse.left[verb], parse.right[verb] + 1)
    return [parse.tokens[i] for i in below if i not in inside]


def _names(language: Language, tokens: Sequence[Token]) -> frozenset[str]:
    told = (t.text for t in tokens if t.word_class == "proper noun" and t.text[:1].isalpha())
    words = frozenset(text.lower().rstrip(".") for text in told)
    return words - language.names.titles
