"""What a figure counts: the phrase, its place, the verb over it, and whom it is said of.

Enters: a sentence's `Syntax` and the tokens of a number in it. Leaves: a `Counted`.

Every look around a token is bounded, so that a long sentence full of numbers stays cheap.
"""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from variorum.extract.english_counted import (
    ADJUNCTS_OF_TIME,
    CONTROL,
    EVENT_NOUNS,
    IDIOMS,
    INHABITED,
    LEVEL_VERBS,
    LIGHT,
    LIVE,
    NOT_COUNTED,
    STATES,
)
from variorum.extract.english_figures import FALL, RISE
from variorum.extract.figure_places import host, place
from variorum.extract.figure_syntax import NOUNS, STEPS, SUBJECTS, Syntax, is_under, is_unit, phrase

MODIFIES: Final = frozenset(
    {"nummod", "compound", "quantmod", "nmod", "amod", "advmod", "npadvmod", "predet"}
)


LONGEST_HEADLINE: Final = 12


class Counted(Struct, frozen=True):
    """Token ranges (end excluded) of the counted phrase, its place and its holder; lemmas.

    `anchor` is the number's own token, `noun` the counted phrase's head, `verb` the verb over
    both; what the text does not give is ``None``.
    """

    anchor: int
    noun: int | None = None
    phrase: tuple[int, int] | None = None
    place: tuple[int, int] | None = None
    holder: tuple[int, int] | None = None
    predicate: str | None = None
    verb: int | None = None


def counted(tree: Syntax, first: int, last: int, measures: str | None) -> Counted:
    """Tell what the number in tokens `first` to `last` (excluded) counts or measures.

    `measures` is the kind of its unit ("length", "currency"), ``None`` for a plain count. What a
    measure measures is looked for around the unit; a subject that it is said of may stand for it
    ("sales rose 60%").
    """
    anchor = _anchor(tree, first, last)
    if measures is None:
        noun = _counted_noun(tree, anchor, first, last)
    else:
        noun = _measured(tree, anchor, last)
    verb = _verb(tree, anchor if noun is None else noun)
    holder = _holder(tree, anchor if noun is None else noun, verb)
    if measures == "time" and _is_adjunct(tree, anchor):
        noun = None
    elif noun is None and (_tells_level(tree, holder, verb) or _tells_of(tree, anchor, measures)):
        noun, holder = holder, None
    return Counted(
        anchor=anchor,
        noun=noun,
        phrase=None if noun is None else phrase(tree, noun, (first, last), wide=bool(measures)),
        place=place(tree, noun, verb, last) or host(tree, holder, verb),
        holder=None if holder is None else phrase(tree, holder, wide=True),
        predicate=_nominal(tree, noun) or _predicate(tree, verb),
        verb=verb,
    )


def _anchor(tree: Syntax, first: int, last: int) -> int:
    """Return the token of the number that hangs on something outside it; the last of several."""
    outside = [
        index
        for index in range(first, last)
        if not first <= tree.tokens[index].head < last and tree.tokens[index].dep != "punct"
    ]
    firm = [index for index in outside if tree.tokens[index].pos in ("NUM", "NOUN", "PROPN", "SYM")]
    return (firm or outside or [last - 1])[-1]


def _tells_of(tree: Syntax, anchor: int, measures: str | None) -> bool:
    """Tell whether a measure is the subject's own: "she is six feet tall", not "she paid $6"."""
    return measures is not None and tree.tokens[anchor].dep != "dobj"


def _tells_level(tree: Syntax, holder: int | None, verb: int | None) -> bool:
    """Tell whether a bare number says how much its subject is: "the toll rose to 45"."""
    if holder is None or verb is None:
        return False
    lemma = tree.tokens[verb].lemma.lower()
    return lemma in LEVEL_VERBS or lemma in RISE or lemma in FALL


# --- the counted noun ----------------------------------------------------------------------------


def _counted_noun(tree: Syntax, anchor: int, first: int, last: int) -> int | None:
    noun = _partitive(tree, anchor, last)
    noun = _modified(tree, anchor, last) if noun is None else noun
    noun = _governor(tree, anchor) if noun is None else noun
    noun = _substantive(tree, last) if noun is None else noun
    noun = _following(tree, last) if noun is None else noun
    noun = _as_what(tree, anchor) if noun is None else noun
    noun = _brought(tree, anchor) if noun is None else noun
    return _headline(tree, first) if noun is None else noun


def _measured(tree: Syntax, anchor: int, last: int) -> int | None:
    for look in (_partitive, _modified):
        noun = look(tree, anchor, last)
        if noun is not None:
            return noun
    for look_up in (_apposed, _governor, _recipient, _narrowed_noun):
        noun = look_up(tree, anchor)
        if noun is not None:
            return noun
    return None


def _modified(tree: Syntax, anchor: int, last: int) -> int | None:
    """Read "twelve people", "a 51 per cent stake"; past a number, "the number of people"."""
    at = anchor
    for _ in range(STEPS):
        token = tree.tokens[at]
        if token.dep not in MODIFIES or token.head < last:
            return None
        at = token.head
        if tree.tokens[at].pos in NOUNS and tree.tokens[at].dep not in MODIFIES:
            return _whole(tree, at)
    return None


def _whole(tree: Syntax, noun: int) -> int:
    """Go from "number" or "toll" to what it is of."""
    if tree.tokens[noun].lemma.lower() in NOT_COUNTED:
        inner = _object_of(tree, noun, "of")
        if inner is None:
            return noun
        of_whom = tree.tokens[inner]
        return inner if of_whom.pos in NOUNS or of_whom.text.lower() in STATES else noun
    return noun


def _partitive(tree: Syntax, anchor: int, last: int) -> int | None:
    """Read "dozens of people", "65 tonnes of aid", "half of those screened"."""
    inner = _object_of(tree, anchor, "of", "off")
    return inner if inner is not None and inner >= last else None


def _object_of(tree: Syntax, index: int, *prepositions: str) -> int | None:
    for at in tree.below(index):
        if tree.tokens[at].dep == "prep" and tree.tokens[at].lemma.lower() in prepositions:
            return tree.child(at, "pobj")
    return None


def _governor(tree: Syntax, anchor: int) -> int | None:
    """Return the noun of "a cost of $5", "investments over $5": it says what is measured."""
    token = tree.tokens[anchor]
    while token.dep == "conj" and tree.tokens[token.head].dep == "pobj":
        token = tree.tokens[token.head]
    if token.pos == "ADP" and token.dep == "prep":
        noun = token.head
    elif token.dep == "pobj":
        noun = tree.tokens[token.head].head
    else:
        return None
    if tree.tokens[noun].pos not in NOUNS or noun > anchor or is_unit(tree.tokens[noun]):
        return None
    lemma = tree.tokens[noun].lemma.lower()
    level = tree.child(noun, "compound", "nmod", "nsubj") if lemma in RISE | FALL else None
    return _whole(tree, noun) if level is None else level


def _apposed(tree: Syntax, anchor: int) -> int | None:
    """Read "a larger battery, 4500 mAh"."""
    token = tree.tokens[anchor]
    fits = token.dep == "appos" and tree.tokens[token.head].pos in NOUNS
    return token.head if fits and not is_unit(tree.tokens[token.head]) else None


def _recipient(tree: Syntax, anchor: int) -> int | None:
    """Read "sold it for $5", "fined the firm $5", "paid $5 for flights": what the sum is for."""
    token = tree.tokens[anchor]
    bought = _object_of(tree, token.head, "for") if token.dep == "dobj" else None
    if bought is not None and tree.tokens[bought].pos in NOUNS and bought > anchor:
        return bought
    at = tree.tokens[token.head].head if token.dep == "pobj" else token.head
    objects = ("dative", "dobj") if token.dep != "dobj" else ("dative",)
    found = tree.child(at, *objects) if tree.sentence.first <= at < tree.sentence.last else None
    if found is None or found == anchor or tree.tokens[found].pos not in NOUNS:
        return None
    return None if is_unit(tree.tokens[found]) or is_under(tree, anchor, found) else found


def _narrowed_noun(tree: Syntax, anchor: int) -> int | None:
    """Read "products priced at $5": the noun that the participle belongs to."""
    index = anchor
    for _ in range(STEPS):
        token = tree.tokens[index]
        if token.dep in ("acl", "relcl") and token.tag in ("VBN", "VBG"):
            return token.head
        if token.head == index or token.pos in ("VERB", "AUX"):
            return None
        index = token.head
    return None


def _brought(tree: Syntax, anchor: int) -> int | None:
    """Read "bringing the toll to 52"."""
    token = tree.tokens[anchor]
    reached = token.dep == "pobj" and tree.tokens[token.head].lemma.lower() in ("to", "at")
    return _recipient(tree, anchor) if reached else None


def _headline(tree: Syntax, first: int) -> int | None:
    """Read "Death toll from blast at least 112": no verb, but the number's name stands before."""
    near = range(first - 1, max(tree.sentence.first, first - LONGEST_HEADLINE) - 1, -1)
    for at in near:
        if tree.tokens[at].pos in ("VERB", "AUX"):
            return None
        if tree.tokens[at].lemma.lower() in NOT_COUNTED:
            return at
    return None


def _substantive(tree: Syntax, last: int) -> int | None:
    """Read "12 dead", "30 wounded": a state that stands for those who are in it."""
    if last >= tree.sentence.last or tree.tokens[last].text.lower() not in STATES:
        return None
    after = tree.tokens[last + 1] if last + 1 < tree.sentence.last else None
    return last if after is None or after.pos not in NOUNS else None


def _following(tree: Syntax, last: int) -> int | None:
    """Where the parse failed, take a noun that stands right after the number."""
    if last >= tree.sentence.last or tree.tokens[last].pos not in ("NOUN", "ADJ", "PROPN"):
        return None
    for index in range(last, min(last + 4, tree.sentence.last)):
        token = tree.tokens[index]
        if token.tag in ("NNS", "NNPS"):
            return index
        if token.pos not in ("ADJ", "NOUN", "PROPN", "CCONJ"):
            return None
    return None


def _as_what(tree: Syntax, anchor: int) -> int | None:
    """Read "forced 5,000 to leave the country as refugees": what they are is said after "as"."""
    verb = tree.tokens[anchor].head
    if tree.tokens[anchor].dep not in ("dobj", "nsubj", "nsubjpass"):
        return None
    for at in (verb, tree.child(verb, "xcomp"), tree.child(verb, "ccomp")):
        found = None if at is None else _object_of(tree, at, "as")
        if found is not None and tree.tokens[found].tag == "NNS":
            return found
    return None


def _is_adjunct(tree: Syntax, anchor: int) -> bool:
    """Tell "for three months", "five years later" from a length that is itself the news."""
    token = tree.tokens[anchor]
    if token.dep == "npadvmod":
        return True
    above = tree.tokens[token.head]
    return token.dep == "pobj" and above.lemma.lower() in ADJUNCTS_OF_TIME


# --- verb and subject ----------------------------------------------------------------------------


def _verb(tree: Syntax, index: int) -> int | None:
    participle = index if tree.tokens[index].tag == "VBN" else _participle(tree, index)
    if participle is not None:
        return participle
    for _ in range(STEPS):
        head = tree.tokens[index].head
        if head == index or not tree.sentence.first <= head < tree.sentence.last:
            break
        index = head
        if tree.tokens[index].pos in ("VERB", "AUX") and tree.tokens[index].dep != "prep":
            return index
    return index if tree.tokens[index].pos in ("VERB", "AUX") else None


def _participle(tree: Syntax, noun: int) -> int | None:
    """Read "12 people killed in the blast": the participle says more than the main verb."""
    found = tree.child(noun, "acl")
    return found if found is not None and tree.tokens[found].tag == "VBN" else None


def _nominal(tree: Syntax, noun: int | None) -> str | None:
    """Read "the death of 500 citizens", "the return of 40 families"."""
    if noun is None:
        return None
    state = _state(tree, (noun, *tree.below(noun)))
    if state is not None:
        return state
    if tree.tokens[noun].dep != "pobj":
        return None
    preposition = tree.tokens[tree.tokens[noun].head]
    lemma = tree.tokens[preposition.head].lemma.lower()
    if preposition.lemma.lower() != "of":
        return None
    if lemma in INHABITED:
        return LIVE
    return lemma if lemma in EVENT_NOUNS else None


def _state(tree: Syntax, among: Sequence[int]) -> str | None:
    """Read "23 were left dead", "the 12 wounded": a state says what became of those counted."""
    found = (at for at in among if tree.tokens[at].text.lower() in STATES)
    at = next(found, None)
    return None if at is None else tree.tokens[at].lemma.lower()


def _predicate(tree: Syntax, verb: int | None) -> str | None:
    if verb is None:
        return None
    lemma = tree.tokens[verb].lemma.lower()
    taken = tree.child(verb, "dobj")
    told = None if taken is None else IDIOMS.get((lemma, tree.tokens[taken].lemma.lower()))
    if told is not None:
        return told
    if lemma in CONTROL:
        inner = tree.child(verb, "xcomp", "ccomp")
        return tree.tokens[inner].lemma.lower() if inner is not None else lemma
    if lemma in LIGHT:
        among = _object_of(tree, verb, "among")
        fate = None if among is None else _participle(tree, among)
        if fate is not None:
            return tree.tokens[fate].lemma.lower()
        state = _state(tree, tree.below(verb))
        if state is not None:
            return state
        inner = tree.child(verb, "acomp", "oprd", "ccomp")
        fitting = inner is not None and tree.tokens[inner].pos in ("ADJ", "VERB")
        return tree.tokens[inner].lemma.lower() if inner is not None and fitting else lemma
    return lemma


def _holder(tree: Syntax, index: int, verb: int | None) -> int | None:
    """Return the subject of the verb over a number, where the number is not itself the subject.

    A pronoun is taken back to the subject of the clause above: "the firm said it has 40 shops".
    """
    at = verb
    upwards = {"conj", "xcomp", "advcl", "pcomp"}
    for _ in range(STEPS):
        if at is None or tree.tokens[at].dep == "acl":
            return None
        subject = _subject(tree, at)
        if subject is not None and tree.tokens[subject].tag != "PRP":
            return _named_subject(tree, subject, index)
        upwards = upwards | {"ccomp"} if subject is not None else upwards
        at = tree.tokens[at].head if tree.tokens[at].dep in upwards else None
    return None


def _subject(tree: Syntax, verb: int) -> int | None:
    """Return the subject nearest before a verb; a dateline may stand as another before it."""
    found = [at for at in tree.below(verb) if tree.tokens[at].dep in SUBJECTS]
    before = [at for at in found if at < verb]
    if before:
        return before[-1]
    return found[0] if found else None


def _named_subject(tree: Syntax, subject: int, index: int) -> int | None:
    if tree.tokens[subject].tag in ("WDT", "WP"):
        return _antecedent(tree, subject)
    if subject == index or tree.tokens[subject].pos not in NOUNS:
        return None
    return None if is_under(tree, index, subject) else subject


def _antecedent(tree: Syntax, pronoun: int) -> int:
    """Read "Lebanon, which hosts 10,000": the holder is the noun that "which" takes up."""
    verb = tree.tokens[pronoun].head
    return tree.tokens[verb].head if tree.tokens[verb].dep == "relcl" else pronoun
