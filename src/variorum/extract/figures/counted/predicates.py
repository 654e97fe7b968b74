"""What becomes of those counted: the verb over a figure, or the noun or state that says it.

Enters: a sentence's `Syntax` and the counted noun. Leaves: a token, and the lemma of a predicate.
"""

from collections.abc import Sequence
from typing import Final

from variorum.annotations import Token
from variorum.extract.figures.counted.noun_phrases import STEPS, Syntax, is_unit, object_of
from variorum.syntax import NOMINAL_SUBJECTS

LONGEST_ASIDE: Final = 10
"""Tokens after those counted within which "leaving" finds their state."""


def verb_over(tree: Syntax, index: int) -> int | None:
    """Return the verb or participle that governs a token, within a few steps.

    Of "15 are missing" that is the second word, whatever the 15 hang on.
    """
    verb = _nearest(tree, index)
    if verb is None or tree.tokens[verb].relation not in ("auxiliary", "passive auxiliary"):
        return verb
    said = tree.tokens[verb].head
    return said if tree.tokens[said].text.lower() in tree.counts.states else verb


def _nearest(tree: Syntax, index: int) -> int | None:
    participle = index if tree.tokens[index].form == "past participle" else _participle(tree, index)
    if participle is not None:
        return participle
    if tree.tokens[index].word_class == "verb":
        return index
    for _ in range(STEPS):
        head = tree.tokens[index].head
        if head == index or not tree.sentence.first <= head < tree.sentence.last:
            break
        index = head
        if (
            tree.tokens[index].word_class in ("verb", "auxiliary")
            and tree.tokens[index].relation != "preposition"
        ):
            return index
    return index if tree.tokens[index].word_class in ("verb", "auxiliary") else None


def _participle(tree: Syntax, noun: int) -> int | None:
    """Read "12 people killed in the blast": the participle says more than the main verb."""
    found = tree.child(noun, "adnominal clause")
    if found is None or _is_of_a_part(tree, found):
        return None
    return found if tree.tokens[found].form == "past participle" else None


def _nominal(tree: Syntax, noun: int | None) -> str | None:
    """Read "the death of 500 citizens", "the return of 40 families"."""
    if noun is None:
        return None
    below = (at for at in tree.below(noun) if not _is_of_a_part(tree, at))
    state = _state(tree, (noun, *below))
    if state is not None:
        return state
    if tree.tokens[noun].relation != "prepositional object":
        return None
    preposition = tree.tokens[tree.tokens[noun].head]
    lemma = tree.tokens[preposition.head].lemma.lower()
    if preposition.lemma.lower() not in tree.counts.partitive:
        return None
    if lemma in tree.counts.inhabited:
        return tree.counts.live
    return lemma if lemma in tree.counts.event_nouns else None


def _state(tree: Syntax, among: Sequence[int]) -> str | None:
    """Read "23 were left dead", "the 12 wounded": a state says what became of those counted."""
    found = (at for at in among if tree.tokens[at].text.lower() in tree.counts.states)
    at = next(found, None)
    return None if at is None else tree.tokens[at].lemma.lower()


def predicate(tree: Syntax, first: int, noun: int | None, verb: int | None) -> str | None:
    """Return the lemma that tells what becomes of those counted ("kill", "return", "die").

    `first` is the figure's first token.
    """
    before = tree.tokens[max(first - 1, tree.sentence.first)].text.lower()
    told = _nominal(tree, noun) or tree.counts.gerunds.get(before)
    if told is not None or verb is None:
        return told
    if _is_whole(tree, first, noun, verb) or tree.child(verb, "negation") is not None:
        return None
    return _left(tree, noun, verb) or _verbal(tree, verb)


def _is_whole(tree: Syntax, first: int, noun: int | None, verb: int) -> bool:
    """Tell the 40 of "two of the 40 passengers were hurt": the verb is of the two.

    A participle of their own is of all: "one of the 40 people hurt".
    """
    if noun is None or tree.tokens[noun].relation != "prepositional object":
        return False
    of = tree.tokens[noun].head
    above = tree.tokens[tree.tokens[of].head]
    of_a_part = of < first and tree.tokens[of].lemma.lower() in tree.counts.partitive
    return of_a_part and tree.tokens[verb].head != noun and _is_a_part(tree, above)


def _is_of_a_part(tree: Syntax, clause: int) -> bool:
    """Tell what became of a part: "40 people, three of whom were killed", "most of them wounded"."""
    subject = tree.child(clause, *NOMINAL_SUBJECTS)
    of_a_noun = tree.tokens[clause].relation in ("relative clause", "adnominal clause")
    return of_a_noun and subject is not None and _is_a_part(tree, tree.tokens[subject])


def _is_a_part(tree: Syntax, token: Token) -> bool:
    """Tell the "two", "half", "most" and "none" that are of a whole."""
    word, numbers = token.text.lower(), tree.numbers
    part = word in numbers.denominators or word in numbers.vague or word in tree.counts.nobody
    return part or word in tree.language.sense.quantifiers or token.word_class == "numeral"


def _left(tree: Syntax, noun: int | None, verb: int) -> str | None:
    """Read "leaving 31 guests, six children among them, dead"."""
    if noun is None or tree.tokens[verb].lemma.lower() not in tree.counts.leave or noun < verb:
        return None
    near = range(noun + 1, min(noun + LONGEST_ASIDE, tree.sentence.last))
    return _state(tree, near)


def _to_death(tree: Syntax, verb: int) -> bool:
    """Read "shot to death one person", "two were shot dead": what was done to somebody killed.

    Who "fell to his death" did nothing to anybody: the verb says how.
    """
    object_ = tree.child(verb, "object", "passive subject")
    done = tree.tokens[verb].relation == "adnominal clause" or (
        object_ is not None and not is_unit(tree, tree.tokens[object_])
    )
    if not done:
        return False
    end = object_of(tree, verb, *tree.counts.brought_to)
    left = tree.child(verb, "object predicate", "predicate adjective", "adverbial modifier")
    return any(
        at is not None and tree.tokens[at].lemma.lower() in tree.counts.deadly for at in (end, left)
    )


def _verbal(tree: Syntax, verb: int) -> str | None:
    lemma = tree.tokens[verb].lemma.lower()
    if _to_death(tree, verb):
        return "kill"
    taken = tree.child(verb, "object")
    if taken is None and tree.tokens[verb].relation == "adjectival modifier":
        taken = tree.tokens[verb].head
    told = (
        None if taken is None else tree.counts.idioms.get((lemma, tree.tokens[taken].lemma.lower()))
    )
    if told is not None:
        return told
    if lemma in tree.counts.control:
        inner = tree.child(verb, "open complement", "clausal complement")
        return tree.tokens[inner].lemma.lower() if inner is not None else lemma
    if lemma in tree.counts.light:
        among = object_of(tree, verb, *tree.counts.among)
        fate = None if among is None else _participle(tree, among)
        if fate is not None:
            return tree.tokens[fate].lemma.lower()
        state = _state(tree, tree.below(verb))
        if state is not None:
            return state
        inner = tree.child(verb, "predicate adjective", "object predicate", "clausal complement")
        fitting = inner is not None and tree.tokens[inner].word_class in ("adjective", "verb")
        return tree.tokens[inner].lemma.lower() if inner is not None and fitting else lemma
    return lemma
