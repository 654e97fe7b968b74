"""Zeros: counts of none, told without a number: "no one was killed", "without injuries".

Enters: a sentence's `Syntax`. Leaves: `Nothing`s, the negated noun phrases that say as a fact that something
befell nobody, or that nobody died.

What is not known is no zero: "no immediate reports of casualties", "if no one is hurt", "denied that no one
was killed", "no deaths have been confirmed".
"""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from variorum.annotations import Token
from variorum.extract.figures.counted.noun_phrases import STEPS, Syntax, object_of, phrase
from variorum.extract.figures.counted.predicates import predicate, verb_over
from variorum.languages.counts import BEFELL
from variorum.languages.language import Language
from variorum.syntax import NOUNS, TENSED, Relation

HUNG: Final = frozenset[Relation](("subject", "passive subject", "object"))
QUESTION: Final = "?"
CLAUSES: Final = frozenset[Relation](("clausal complement", "open complement"))


class Nothing(Struct, frozen=True):
    """A negated phrase, tokens `first` to `last` (excluded), headed by `head`.

    `noun` is what there is none of, ``None`` where the text gives no noun ("nobody"); `verb` the verb over it,
    and `predicate` what befell none of them.
    """

    first: int
    last: int
    head: int
    noun: int | None
    verb: int | None = None
    predicate: str | None = None


def may_tell_of_none(tokens: Sequence[Token], language: Language) -> bool:
    """Tell whether any word of a sentence denies: a quick look, so that few sentences are searched."""
    counts = language.counts
    deniers = counts.nobody | counts.no | counts.without | language.sense.negations
    return any(token.text.lower() in deniers for token in tokens)


def zeros(tree: Syntax) -> Iterator[Nothing]:
    """Yield the counts of none of a sentence, from left to right."""
    if tree.tokens[tree.sentence.last - 1].text == QUESTION:
        return
    for at in range(tree.sentence.first, tree.sentence.last):
        found = _negated(tree, at)
        told = None if found is None or _is_narrowed(tree, found) else _told(tree, found)
        if told is not None:
            yield told
            yield from _joined(tree, told)


# --- the negated phrase ----------------------------------------------------------------------------


def _negated(tree: Syntax, at: int) -> Nothing | None:
    token = tree.tokens[at]
    word = token.text.lower()
    if word in tree.counts.nobody:
        return Nothing(at, at + 1, at, object_of(tree, at, *tree.counts.partitive))
    if word == tree.counts.single and object_of(tree, at, *tree.counts.partitive) is not None:
        return _not_one(tree, at)
    if token.word_class not in NOUNS and word != tree.counts.single:
        return None
    first = _denier(tree, at)
    if first is None:
        return None
    if word == tree.counts.single:
        return Nothing(first, at + 1, at, None)
    lost = object_of(tree, at, *tree.counts.partitive)
    life = lost is not None and (token.lemma.lower(), tree.tokens[lost].lemma.lower())
    return (
        Nothing(first, lost + 1, at, lost)
        if lost is not None and life in tree.counts.losses
        else Nothing(first, at + 1, at, at)
    )


def _not_one(tree: Syntax, at: int) -> Nothing | None:
    """Read "not one of the crew", "no one of them"."""
    before = at - 1
    denied = before >= tree.sentence.first and (
        tree.tokens[before].text.lower() in tree.language.sense.negations
    )
    noun = object_of(tree, at, *tree.counts.partitive)
    return Nothing(before, at + 1, at, noun) if denied else None


def _denier(tree: Syntax, noun: int) -> int | None:
    """Return where "no", "without" or "not a single" begins that denies a noun."""
    for at in tree.below(noun):
        token = tree.tokens[at]
        if at < noun and token.text.lower() in tree.counts.no and token.relation == "determiner":
            return at
        if at < noun and token.relation == "negation" and _is_single(tree, noun):
            return at
    above = tree.tokens[tree.tokens[noun].head]
    lacking = above.text.lower() in tree.counts.without
    under = tree.tokens[noun].relation == "prepositional object"
    return tree.tokens[noun].head if lacking and under else None


def _is_single(tree: Syntax, noun: int) -> bool:
    return any(tree.tokens[at].text.lower() in tree.counts.singles for at in tree.below(noun))


def _is_narrowed(tree: Syntax, found: Nothing) -> bool:
    """Tell "no other", "no one else", "no known deaths", "no fewer than 20 guests"."""
    beside = [tree.tokens[at] for at in tree.below(found.head)]
    words = {token.text.lower() for token in beside}
    numbered = any(token.relation == "numeric modifier" for token in beside)
    return numbered or not words.isdisjoint(tree.counts.relative | tree.counts.unsure)


def whereabouts(tree: Syntax, found: Nothing) -> tuple[int, int] | None:
    """Return the "on the ground" of "no one on the ground was hurt": elsewhere there may be some."""
    at = tree.child(found.head, "preposition") if found.noun is None else None
    inner = None if at is None else tree.child(at, "prepositional object")
    return None if at is None or inner is None else (at, phrase(tree, inner)[1])


# --- what befell none of them ----------------------------------------------------------------------


def _told(tree: Syntax, found: Nothing) -> Nothing | None:
    """Return the phrase with its verb where it says as a fact that there was none."""
    verb = verb_over(tree, found.head)
    if not _is_fact(tree, found.head if verb is None else verb, found.head):
        return None
    noun = None if found.noun is None else tree.tokens[found.noun]
    lost = found.last > found.head + 1
    if noun is not None and (lost or noun.lemma.lower() in tree.counts.casualties):
        return _occurred(tree, found, verb)
    return _befallen(tree, found, verb)


def _occurred(tree: Syntax, found: Nothing, verb: int | None) -> Nothing | None:
    """Read "no deaths were reported", "escaped without injuries", a headline's "no deaths"."""
    apart = tree.tokens[found.first].word_class == "adposition"
    if verb is None or apart:
        return found
    happens = tree.tokens[verb].lemma.lower() in tree.counts.occurring
    quick = any(tree.tokens[at].text.lower() in tree.counts.unsure for at in tree.below(verb))
    return replace(found, verb=verb) if happens and not quick else None


def _befallen(tree: Syntax, found: Nothing, verb: int | None) -> Nothing | None:
    """Read "no one was killed", "nobody is missing", "killed no one", not "nobody saw him"."""
    token = tree.tokens[found.head]
    own = verb is not None and tree.tokens[verb].head == found.head
    hung = own or (token.relation in HUNG and verb_over(tree, token.head) == verb)
    if verb is None or not hung or _is_qualified(tree, verb):
        return None
    told = _fate(tree, found, verb)
    befell = tree.counts.fates.get(told or "") in BEFELL
    befell = befell or (found.noun is not None and (told or "") in tree.counts.harm)
    return replace(found, verb=verb, predicate=told) if befell else None


def _fate(tree: Syntax, found: Nothing, verb: int) -> str | None:
    """Return what befell none of them, ``None`` where they might have done it."""
    lemma = tree.tokens[verb].lemma.lower()
    lost = tree.counts.idioms.get((lemma, tree.tokens[found.head].lemma.lower()))
    if lost is not None:
        return lost
    if lemma in tree.counts.states or tree.tokens[verb].text.lower() in tree.counts.states:
        return lemma
    inner = tree.child(verb, "open complement", "object predicate")
    if lemma in tree.language.reporting.saying and inner is not None:
        return tree.tokens[inner].lemma.lower()
    told = predicate(tree, found.first, found.head, verb)
    did = tree.tokens[found.head].relation == "subject" and tree.child(verb, "object") is not None
    return None if did and told == lemma else told


def _is_qualified(tree: Syntax, verb: int) -> bool:
    """Tell "seriously hurt", "reportedly killed": of less there may be some."""
    words = [tree.tokens[at].text.lower() for at in tree.below(verb)]
    sense = tree.language.sense
    return any(word in sense.degrees or word in sense.modality for word in words)


def _joined(tree: Syntax, told: Nothing) -> Iterator[Nothing]:
    """Yield the injuries of "no deaths or injuries"."""
    at = tree.child(told.head, "conjunct")
    if at is not None and tree.tokens[at].lemma.lower() in tree.counts.casualties:
        yield Nothing(at, at + 1, at, at, verb=told.verb)


# --- whether it is said as a fact --------------------------------------------------------------------


def _is_fact(tree: Syntax, verb: int, head: int) -> bool:
    """Tell what happened from what may, should, is hoped, denied or only supposed."""
    at = verb
    if _is_open(tree, at, head) or _is_of_any_time(tree, at):
        return False
    for _ in range(STEPS):
        above = tree.tokens[at].head
        if above == at or not tree.sentence.first <= above < tree.sentence.last:
            return True
        if tree.tokens[at].relation in CLAUSES and not _says(tree, above):
            return False
        if tree.tokens[above].word_class in ("verb", "auxiliary") and _is_open(tree, above, head):
            return False
        at = above
    return False


def _is_open(tree: Syntax, verb: int, head: int) -> bool:
    """Tell a verb with a modal, an "if", a "to" or a negation of its own."""
    sense = tree.language.sense
    for at in tree.below(verb):
        token = tree.tokens[at]
        word = token.text.lower()
        if token.form in ("modal", "infinitive marker") or token.lemma.lower() in sense.modals:
            return True
        if token.relation in ("marker", "adverbial modifier") and (
            word in sense.supposing or word in tree.language.reporting.conditions
        ):
            return True
        if token.relation == "negation" and at != head:
            return True
    return False


def _is_of_any_time(tree: Syntax, verb: int) -> bool:
    """Tell "no one dies of it" from "no one died", "nobody is missing"."""
    token = tree.tokens[verb]
    helped = tree.child(verb, "auxiliary", "passive auxiliary") is not None
    plain = token.form in TENSED and token.form != "past" and not helped
    return plain and token.lemma.lower() not in tree.counts.occurring


def _says(tree: Syntax, verb: int) -> bool:
    lemma = tree.tokens[verb].lemma.lower()
    return lemma in tree.language.reporting.saying and (
        lemma not in tree.language.sense.reported_denials
    )
