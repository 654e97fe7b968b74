"""What a figure counts: the phrase, its place, the verb over it, and whom it is said of.

Enters: a sentence's `Syntax` and the tokens of a number in it. Leaves: a `Counted`.

Every look around a token is bounded, so that a long sentence full of numbers stays cheap.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from variorum.extract.english_counted import (
    CONTROL,
    HOSTING,
    LIGHT,
    NOT_COUNTED,
    PLACE_ADVERBS,
    PLACE_LABELS,
    PLACE_NOUNS,
    PLACE_PREPOSITIONS,
    POPULATIONS,
    STOP_DETERMINERS,
)
from variorum.extract.english_figure_units import CURRENCY_AFTER, UNITS
from variorum.records import Sentence, Token

NOUNS: Final = frozenset({"NOUN", "PROPN"})
MODIFIES: Final = frozenset(
    {"nummod", "compound", "quantmod", "nmod", "amod", "advmod", "npadvmod"}
)
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj"})
FURTHEST: Final = 40
"""Tokens on either side of a number that may belong to it."""
STEPS: Final = 8
"""How far up the tree a governing verb is looked for."""


class Counted(Struct, frozen=True):
    """Token ranges (end excluded) of the counted phrase, its place and its holder; lemmas.

    `noun` is the head's index; a range or lemma that the text does not give is ``None``.
    """

    noun: int | None = None
    phrase: tuple[int, int] | None = None
    place: tuple[int, int] | None = None
    holder: tuple[int, int] | None = None
    predicate: str | None = None
    verb: int | None = None


class Syntax(Struct, frozen=True):
    """One sentence of an annotation, its tokens' children and noun chunks at hand.

    `chunk_of` gives the noun chunk a head ends; `label_of` the name label of a token.
    """

    tokens: Sequence[Token]
    sentence: Sentence
    children: Sequence[list[int]]
    chunk_of: dict[int, tuple[int, int]]
    label_of: Callable[[int], str]

    def below(self, index: int) -> list[int]:
        """Return the children of a token, from left to right."""
        return self.children[index - self.sentence.first]

    def child(self, index: int, *dependencies: str) -> int | None:
        """Return the first child of a token in one of `dependencies`."""
        found = (at for at in self.below(index) if self.tokens[at].dep in dependencies)
        return next(found, None)


def syntax(
    tokens: Sequence[Token],
    sentence: Sentence,
    chunk_of: dict[int, tuple[int, int]],
    label_of: Callable[[int], str],
) -> Syntax:
    """Make a sentence's `Syntax`; heads outside the sentence are taken as roots."""
    children: list[list[int]] = [[] for _ in range(sentence.last - sentence.first)]
    for index in range(sentence.first, sentence.last):
        head = tokens[index].head
        if head != index and sentence.first <= head < sentence.last:
            children[head - sentence.first].append(index)
    return Syntax(tokens, sentence, children, chunk_of, label_of)


def counted(tree: Syntax, first: int, last: int, *, measured: bool) -> Counted:
    """Tell what the number in tokens `first` to `last` (excluded) counts or measures.

    `measured` tells that it carries a unit: then it is looked for around the unit, and a subject
    that it is said of may stand for what is measured ("sales rose 60%").
    """
    anchor = _anchor(tree, first, last)
    noun = _noun(tree, anchor, last, measured=measured)
    verb = _verb(tree, anchor if noun is None else noun)
    holder = _holder(tree, anchor if noun is None else noun, verb)
    if measured and noun is None and holder is not None:
        noun, holder = holder, None
    noun = _as_what(tree, anchor, verb) if noun is None and not measured else noun
    return Counted(
        noun=noun,
        phrase=phrase(tree, noun, after=last) if noun is not None else None,
        place=_place(tree, noun, verb, last) or _host(tree, holder, verb),
        holder=phrase(tree, holder) if holder is not None else None,
        predicate=_predicate(tree, verb),
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


# --- the counted noun ----------------------------------------------------------------------------


def _noun(tree: Syntax, anchor: int, last: int, *, measured: bool) -> int | None:
    token = tree.tokens[anchor]
    part = _partitive(tree, anchor, last)
    if part is not None:
        return part
    if token.dep in MODIFIES and token.head >= last and tree.tokens[token.head].pos in NOUNS:
        return _whole(tree, token.head)
    if measured or token.dep == "pobj":
        governor = _governor(tree, anchor)
        if governor is not None:
            return _whole(tree, governor)
    if measured:
        return _recipient(tree, anchor)
    return _following(tree, last)


def _whole(tree: Syntax, noun: int) -> int:
    """Go from "number" or "toll" to what it is of."""
    if tree.tokens[noun].lemma.lower() in NOT_COUNTED:
        inner = _object_of(tree, noun, "of")
        return noun if inner is None else inner
    return noun


def _partitive(tree: Syntax, anchor: int, last: int) -> int | None:
    """ "Dozens of people", "65 tonnes of aid", "half of those screened"."""
    inner = _object_of(tree, anchor, "of", "off")
    return inner if inner is not None and inner >= last else None


def _object_of(tree: Syntax, index: int, *prepositions: str) -> int | None:
    for at in tree.below(index):
        if tree.tokens[at].dep == "prep" and tree.tokens[at].lemma.lower() in prepositions:
            return tree.child(at, "pobj")
    return None


def _governor(tree: Syntax, anchor: int) -> int | None:
    """Return the noun of "a cost of $5", "a rise to 5%": it says what is measured."""
    token = tree.tokens[anchor]
    while token.dep == "conj" and tree.tokens[token.head].dep == "pobj":
        token = tree.tokens[token.head]
    if token.dep != "pobj":
        return None
    preposition = tree.tokens[token.head]
    noun = preposition.head
    fits = tree.tokens[noun].pos in NOUNS and noun < anchor and not _is_unit(tree.tokens[noun])
    return noun if fits else None


def _recipient(tree: Syntax, anchor: int) -> int | None:
    """ "Sold the house for $5", "fined the firm $5": the object is what the sum is for."""
    token = tree.tokens[anchor]
    at = tree.tokens[token.head].head if token.dep == "pobj" else token.head
    objects = ("dative", "dobj") if token.dep != "dobj" else ("dative",)
    found = tree.child(at, *objects) if tree.sentence.first <= at < tree.sentence.last else None
    if found is None or found == anchor or tree.tokens[found].pos not in NOUNS:
        return None
    return None if _is_unit(tree.tokens[found]) or _is_under(tree, anchor, found) else found


def _is_unit(token: Token) -> bool:
    return token.lemma.lower() in UNITS or token.lemma.lower() in CURRENCY_AFTER


def _following(tree: Syntax, last: int) -> int | None:
    """Where the parse failed, take a noun that stands right after the number."""
    if last >= tree.sentence.last or tree.tokens[last].pos not in ("NOUN", "ADJ", "PROPN"):
        return None
    for index in range(last, min(last + 4, tree.sentence.last)):
        token = tree.tokens[index]
        if token.tag in ("NNS", "NNPS"):
            return index
        if token.pos not in ("ADJ", "NOUN", "PROPN"):
            return None
    return None


def _as_what(tree: Syntax, anchor: int, verb: int | None) -> int | None:
    """ "Forced 5,000 to leave the country as refugees": what they are is said after "as"."""
    if verb is None or tree.tokens[anchor].dep not in ("dobj", "nsubj", "nsubjpass"):
        return None
    for at in (verb, tree.child(verb, "xcomp")):
        found = None if at is None else _object_of(tree, at, "as")
        if found is not None and tree.tokens[found].tag == "NNS":
            return found
    return None


def phrase(tree: Syntax, noun: int, *, after: int = 0) -> tuple[int, int]:
    """Return the tokens of a noun's phrase: its chunk after the number, and what narrows it."""
    first, last = tree.chunk_of.get(noun, (noun, noun + 1))
    first = max(first, after) if first < after <= noun else first
    while first < noun and _is_skipped(tree.tokens[first]):
        first += 1
    return first, _narrowed(tree, noun, max(last, noun + 1))


def _is_skipped(token: Token) -> bool:
    return token.tag in STOP_DETERMINERS or token.pos in ("PUNCT", "SYM", "ADP", "CCONJ")


def _narrowed(tree: Syntax, noun: int, last: int) -> int:
    """Take in "of …" and "registered with …" that follow at once."""
    for at in tree.below(noun):
        token = tree.tokens[at]
        if at != last:
            continue
        if token.dep == "prep" and token.lemma.lower() == "of":
            last = _of_end(tree, at, last)
        elif token.dep == "acl" and token.lemma.lower() in POPULATIONS:
            last = _participle_end(tree, at)
    return last


def _of_end(tree: Syntax, at: int, last: int) -> int:
    """Return where "of …" ends; a number after "of" is the figure itself, not what it counts."""
    inner = tree.child(at, "pobj")
    if inner is None or tree.tokens[inner].pos not in NOUNS or tree.child(inner, "nummod"):
        return last
    return tree.chunk_of.get(inner, (inner, inner + 1))[1]


def _participle_end(tree: Syntax, at: int) -> int:
    preposition = tree.child(at, "prep", "agent")
    inner = None if preposition is None else tree.child(preposition, "pobj")
    if inner is None or preposition != at + 1:
        return at + 1
    return tree.chunk_of.get(inner, (inner, inner + 1))[1]


# --- verb and subject ----------------------------------------------------------------------------


def _verb(tree: Syntax, index: int) -> int | None:
    participle = _participle(tree, index)
    if participle is not None:
        return participle
    for _ in range(STEPS):
        head = tree.tokens[index].head
        if head == index or not tree.sentence.first <= head < tree.sentence.last:
            break
        index = head
        if tree.tokens[index].pos in ("VERB", "AUX"):
            return index
    return index if tree.tokens[index].pos in ("VERB", "AUX") else None


def _participle(tree: Syntax, noun: int) -> int | None:
    """ "12 people killed in the blast": the participle says more than the main verb."""
    found = tree.child(noun, "acl")
    return found if found is not None and tree.tokens[found].tag == "VBN" else None


def _predicate(tree: Syntax, verb: int | None) -> str | None:
    if verb is None:
        return None
    lemma = tree.tokens[verb].lemma.lower()
    if lemma in CONTROL:
        inner = tree.child(verb, "xcomp", "ccomp")
        return tree.tokens[inner].lemma.lower() if inner is not None else lemma
    if lemma in LIGHT:
        inner = tree.child(verb, "acomp", "oprd", "ccomp")
        fitting = inner is not None and tree.tokens[inner].pos in ("ADJ", "VERB")
        return tree.tokens[inner].lemma.lower() if inner is not None and fitting else lemma
    return lemma


def _holder(tree: Syntax, index: int, verb: int | None) -> int | None:
    """Return the subject of the verb over a number, where the number is not itself the subject."""
    at: int | None = verb
    if verb is None or tree.tokens[verb].dep == "acl":
        return None
    for _ in range(STEPS):
        if at is None:
            return None
        subject = tree.child(at, *SUBJECTS)
        if subject is not None:
            return _named_subject(tree, subject, index)
        token = tree.tokens[at]
        at = token.head if token.dep in ("conj", "xcomp", "advcl", "pcomp") else None
    return None


def _named_subject(tree: Syntax, subject: int, index: int) -> int | None:
    if tree.tokens[subject].tag == "WDT":
        return _antecedent(tree, subject)
    if subject == index or tree.tokens[subject].pos not in NOUNS:
        return None
    return None if _is_under(tree, index, subject) else subject


def _antecedent(tree: Syntax, pronoun: int) -> int:
    """ "Lebanon, which hosts 10,000": the holder is the noun that "which" takes up."""
    verb = tree.tokens[pronoun].head
    return tree.tokens[verb].head if tree.tokens[verb].dep == "relcl" else pronoun


def _is_under(tree: Syntax, index: int, top: int) -> bool:
    for _ in range(STEPS):
        if index == top:
            return True
        head = tree.tokens[index].head
        if head == index:
            return False
        index = head
    return False


# --- place ---------------------------------------------------------------------------------------


def _place(tree: Syntax, noun: int | None, verb: int | None, last: int) -> tuple[int, int] | None:
    """Return the place phrase that ties the count down best; the nearest of equals."""
    found: list[tuple[int, int, tuple[int, int]]] = []
    for top in (noun, verb):
        if top is None:
            continue
        for at in _descendants(tree, top):
            span = _place_at(tree, at)
            if span is not None:
                rank = PLACE_PREPOSITIONS.get(tree.tokens[at].lemma.lower(), 0)
                found.append((rank, abs(at - last), span))
    return min(found)[2] if found else None


def _host(tree: Syntax, holder: int | None, verb: int | None) -> tuple[int, int] | None:
    """ "Lebanon hosts 10,000 refugees": the subject is where they are."""
    if holder is None or verb is None or tree.label_of(holder) not in PLACE_LABELS:
        return None
    home = tree.child(verb, "attr")
    hosting = tree.tokens[verb].lemma.lower() in HOSTING or (
        home is not None and tree.tokens[home].lemma.lower() in HOSTING
    )
    return phrase(tree, holder) if hosting else None


def _descendants(tree: Syntax, top: int) -> Iterator[int]:
    """Yield tokens below `top` in its own clause, within `FURTHEST` tokens of it."""
    pending = deque(tree.below(top))
    seen = 0
    while pending and seen < FURTHEST:
        at = pending.popleft()
        seen += 1
        token = tree.tokens[at]
        yield at
        clause = token.pos in ("VERB", "AUX") and token.dep not in ("xcomp", "acl")
        if abs(at - top) <= FURTHEST and not clause and token.dep not in SUBJECTS:
            pending += tree.below(at)


def _place_at(tree: Syntax, at: int) -> tuple[int, int] | None:
    token = tree.tokens[at]
    lemma = token.lemma.lower()
    if lemma in PLACE_ADVERBS and token.pos == "ADV":
        before = at - 1
        joined = before >= tree.sentence.first and tree.tokens[before].lemma.lower() == "from"
        return (before if joined else at, at + 1)
    if token.dep != "prep" or lemma not in PLACE_PREPOSITIONS:
        return None
    inner = tree.child(at, "pobj")
    if inner is None or inner < at or not _is_place(tree, inner, lemma):
        return None
    return at, max(inner + 1, tree.chunk_of.get(inner, (inner, inner + 1))[1])


def _is_place(tree: Syntax, noun: int, preposition: str) -> bool:
    if tree.label_of(noun) in PLACE_LABELS:
        return True
    return preposition != "of" and tree.tokens[noun].lemma.lower() in PLACE_NOUNS
