"""What a figure counts: the phrase, its place, the verb over it, and whom it is said of.

Enters: a sentence's `Syntax` and the tokens of a number in it. Leaves: a `Counted`.

Every look around a token is bounded, so that a long sentence full of numbers stays cheap.
"""

from typing import Final

from msgspec import Struct

from variorum.extract.english_counted import (
    ADJUNCTS_OF_TIME,
    LEVEL_VERBS,
    NOT_COUNTED,
    NUMBERS,
    PLACE_NOUNS,
    STATES,
)
from variorum.extract.english_figures import FALL, GETS, RISE, UP_OR_DOWN
from variorum.extract.figure_holders import antecedent, holder_of
from variorum.extract.figure_places import host, place
from variorum.extract.figure_predicates import predicate, verb_over
from variorum.extract.figure_syntax import (
    NOUNS,
    STEPS,
    SUBJECTS,
    Syntax,
    is_share,
    is_under,
    is_unit,
    object_of,
    phrase,
)

MODIFIES: Final = frozenset(
    {"nummod", "compound", "quantmod", "nmod", "amod", "advmod", "npadvmod", "predet"}
)


SHORT_CLIMB: Final = 3
CLOSE_PAIR: Final = 4
"""Tokens from the first word of a pair to the noun that both belong to."""
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
        noun = _measured(tree, anchor, first, last)
        noun = _in_part(tree, anchor, last, measures) if noun is None else noun
    noun = _taken_up(tree, noun)
    verb = verb_over(tree, anchor if noun is None else noun)
    holder = holder_of(tree, anchor if noun is None else noun, verb)
    if measures == "time" and _is_adjunct(tree, anchor):
        noun = holder = None
    elif noun is None and (_tells_level(tree, anchor, verb) or _tells_of(tree, anchor, measures)):
        noun, holder = _leveled(tree, holder), None
    return Counted(
        anchor=anchor,
        noun=noun,
        phrase=None if noun is None else phrase(tree, noun, (first, last), wide=bool(measures)),
        place=place(tree, noun, verb, last) or host(tree, holder, verb),
        holder=None if holder is None else phrase(tree, holder, wide=True),
        predicate=predicate(tree, first, noun, verb),
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


def _leveled(tree: Syntax, holder: int | None) -> int | None:
    """Read "the number of guests doubled to 40": what is counted is what the number is of."""
    named = holder is not None and tree.tokens[holder].lemma.lower() in NUMBERS
    return _whole(tree, holder) if named and holder is not None else holder


def _tells_level(tree: Syntax, anchor: int, verb: int | None) -> bool:
    """Tell whether a bare number says how much its subject is: "the toll rose to 45"."""
    if verb is None:
        return False
    lemma = tree.tokens[verb].lemma.lower()
    if lemma in GETS and tree.tokens[anchor].dep == "dobj":
        return False
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


def _measured(tree: Syntax, anchor: int, first: int, last: int) -> int | None:
    for look in (_partitive, _modified, _named_after):
        noun = look(tree, anchor, last)
        if noun is not None:
            return noun
    for look_up in (_described, _shared, _apposed, _governor, _moved, _recipient, _narrowed_noun):
        noun = look_up(tree, anchor)
        if noun is not None and not first <= noun < last:
            return noun
    return None


def _described(tree: Syntax, anchor: int) -> int | None:
    """Read "the bridge, 1.2 km long and 15 m wide", "assets worth $4": what the adjective is of."""
    at = tree.tokens[anchor].head
    if tree.tokens[anchor].dep not in ("npadvmod", "pobj") or tree.tokens[at].pos != "ADJ":
        return None
    own = tree.child(at, "nsubj")
    if own is not None and tree.tokens[own].pos in NOUNS:
        return own
    for _ in range(STEPS):
        above = tree.tokens[at].head
        if tree.tokens[at].dep not in ("conj", "amod", "appos", "acl") or above == at:
            return None
        at = above
        if tree.tokens[at].pos in NOUNS:
            return at
    return None


def _shared(tree: Syntax, anchor: int) -> int | None:
    """Read "41 per cent for his rival", "2% among men": whose share it is."""
    noun = object_of(tree, anchor, "for", "among") if is_share(tree.tokens[anchor]) else None
    return noun if noun is not None and tree.tokens[noun].pos in NOUNS else None


def _taken_up(tree: Syntax, noun: int | None) -> int | None:
    """Go from "which" in "600 people, half of which" to the people."""
    if noun is None or tree.tokens[noun].tag not in ("WDT", "WP"):
        return noun
    return antecedent(tree, noun)


def _named_after(tree: Syntax, anchor: int, last: int) -> int | None:
    """Read "a tip (2 mm inner diameter)": a noun after the unit that the parser hung on it."""
    found = tree.child(anchor, "npadvmod", "dobj", "dep")
    fits = found is not None and found >= last and tree.tokens[found].tag == "NN"
    near = fits and found is not None and tree.chunk_of.get(found, (last, 0))[0] <= last
    return found if near and found is not None and not is_unit(tree.tokens[found]) else None


def _modified(tree: Syntax, anchor: int, last: int) -> int | None:
    """Read "twelve people", "a 51 per cent stake"; past a number, "the number of people"."""
    at = anchor
    for _ in range(STEPS):
        token = tree.tokens[at]
        if token.dep not in MODIFIES or token.head < last:
            return None
        at = token.head
        if is_share(tree.tokens[at]):
            return None
        if at == last + 1 and tree.tokens[last].text == "-" and tree.tokens[at].dep == "compound":
            return at
        if tree.tokens[at].pos in NOUNS and tree.tokens[at].dep not in MODIFIES:
            return _whole(tree, _of_a_pair(tree, at))
    return None


def _of_a_pair(tree: Syntax, noun: int) -> int:
    """Read "70 army and rebel fighters": the plural that both words before it belong to."""
    other = tree.child(noun, "conj")
    if other is None or tree.child(noun, "cc") != noun + 1 or tree.tokens[noun].tag != "NN":
        return noun
    own = any(tree.tokens[at].tag in ("CD", "DT", "PRP$") for at in tree.below(other))
    fits = tree.tokens[other].tag == "NNS" and other - noun <= CLOSE_PAIR and not own
    return other if fits else noun


def _whole(tree: Syntax, noun: int) -> int:
    """Go from "number" or "toll" to what it is of."""
    if tree.tokens[noun].lemma.lower() in NOT_COUNTED:
        inner = object_of(tree, noun, "of")
        if inner is None:
            return noun
        of_whom = tree.tokens[inner]
        return inner if of_whom.pos in NOUNS or of_whom.text.lower() in STATES else noun
    return noun


def _partitive(tree: Syntax, anchor: int, last: int) -> int | None:
    """Read "dozens of people", "65 tonnes of aid", "half of those screened"."""
    inner = object_of(tree, anchor, "of", "off")
    return inner if inner is not None and inner >= last else None


def _in_part(tree: Syntax, anchor: int, last: int, measures: str) -> int | None:
    """Read "$5 million in aid": of money a bare common noun after "in", no place and no time."""
    noun = object_of(tree, anchor, "in") if measures == "currency" else None
    if noun is None or noun < last or tree.tokens[noun].pos != "NOUN" or tree.label_of(noun):
        return None
    bare = not any(tree.tokens[at].tag in ("DT", "CD", "PRP$") for at in tree.below(noun))
    return noun if bare and tree.tokens[noun].lemma.lower() not in PLACE_NOUNS else None


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
    level = _level(tree, noun) if _is_verbal(tree, noun) else None
    return _whole(tree, noun) if level is None else level


def _level(tree: Syntax, change: int) -> int | None:
    """Read "a sales rise of 5%", "an improvement in margins to 64%": what moved."""
    beside = tree.child(change, "compound", "nmod", "nsubj")
    if beside is not None and not is_unit(tree.tokens[beside]):
        return beside
    return object_of(tree, change, "in")


def _moved(tree: Syntax, anchor: int) -> int | None:
    """Read "shares up 5% to $84", "shares, down 5%": the noun right before "up" or "down"."""
    at = anchor
    for _ in range(SHORT_CLIMB):
        at = tree.tokens[at].head
        before = at - 2 if tree.tokens[at - 1].text == "," else at - 1
        if tree.tokens[at].text.lower() in UP_OR_DOWN and before >= tree.sentence.first:
            noun = tree.tokens[before].pos in NOUNS and tree.tokens[at].dep != "prt"
            return before if noun and at < anchor else None
    return None


def _is_verbal(tree: Syntax, noun: int) -> bool:
    """Tell a noun of change, or a verb that the parser took for a noun: "robots measure 5 cm"."""
    lemma = tree.tokens[noun].lemma.lower()
    return lemma in RISE | FALL or (lemma in LEVEL_VERBS and tree.tokens[noun].dep == "ROOT")


def _apposed(tree: Syntax, anchor: int) -> int | None:
    """Read "a larger battery, 4500 mAh"."""
    token = tree.tokens[anchor]
    fits = token.dep == "appos" and tree.tokens[token.head].pos in NOUNS
    return token.head if fits and not is_unit(tree.tokens[token.head]) else None


def _recipient(tree: Syntax, anchor: int) -> int | None:
    """Read "sold it for $5", "fined the firm $5", "paid $5 for flights": what the sum is for."""
    token = tree.tokens[anchor]
    if token.dep in SUBJECTS:
        return None
    bought = _bought(tree, anchor)
    if bought is not None:
        return bought
    at = tree.tokens[token.head].head if token.dep == "pobj" else token.head
    objects = ("dative", "dobj") if token.dep != "dobj" else ("dative",)
    found = tree.child(at, *objects) if tree.sentence.first <= at < tree.sentence.last else None
    if found is None or found == anchor or tree.tokens[found].pos not in NOUNS:
        return None
    return None if is_unit(tree.tokens[found]) or is_under(tree, anchor, found) else found


def _bought(tree: Syntax, anchor: int) -> int | None:
    """Read "paid $5 for flights", "15 more miles for the car", whatever "for" hangs on."""
    if tree.tokens[anchor].dep != "dobj":
        return None
    for top in (anchor, tree.tokens[anchor].head):
        found = object_of(tree, top, "for")
        fits = found is not None and found > anchor and tree.tokens[found].pos in NOUNS
        if fits and found is not None and not is_unit(tree.tokens[found]):
            return found
    return None


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
    """Read "12 dead", "20 still missing": a state that stands for those who are in it."""
    at = last
    while at < min(last + 2, tree.sentence.last) and tree.tokens[at].pos == "ADV":
        at += 1
    if at >= tree.sentence.last or tree.tokens[at].text.lower() not in STATES:
        return None
    after = tree.tokens[at + 1] if at + 1 < tree.sentence.last else None
    return at if after is None or after.pos not in NOUNS else None


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
        found = None if at is None else object_of(tree, at, "as")
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
