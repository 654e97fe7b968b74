"""What a measure measures: the noun that its sum, length or share is of.

Enters: a sentence's `Syntax` and the tokens of a number with its unit. Leaves: a noun's token.
"""

from typing import Final

from variorum.extract.figures.counted.nouns import governor, modified, partitive
from variorum.extract.figures.counted.syntax import (
    NOUNS,
    STEPS,
    SUBJECTS,
    Syntax,
    is_share,
    is_under,
    is_unit,
    object_of,
)
from variorum.languages.en.counts import PLACE_NOUNS
from variorum.languages.en.numbers import UP_OR_DOWN

SHORT_CLIMB: Final = 3


def measured(tree: Syntax, anchor: int, figure: tuple[int, int], kind: str) -> int | None:
    """Return the noun that a measure is of; `figure` are its tokens, `kind` is its unit's."""
    first, last = figure
    for look in (partitive, modified, _named_after):
        noun = look(tree, anchor, last)
        if noun is not None:
            return noun
    for look_up in (_described, _shared, _apposed, governor, _moved, recipient, _narrowed_noun):
        noun = look_up(tree, anchor)
        if noun is not None and not first <= noun < last:
            return noun
    return _in_part(tree, anchor, last, kind)


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


def _named_after(tree: Syntax, anchor: int, last: int) -> int | None:
    """Read "a nozzle (3 mm inner diameter)": a noun after the unit that the parser hung on it."""
    found = tree.child(anchor, "npadvmod", "dobj", "dep")
    fits = found is not None and found >= last and tree.tokens[found].tag == "NN"
    near = fits and found is not None and tree.chunk_of.get(found, (last, 0))[0] <= last
    return found if near and found is not None and not is_unit(tree.tokens[found]) else None


def _in_part(tree: Syntax, anchor: int, last: int, measures: str) -> int | None:
    """Read "$5 million in aid": of money a bare common noun after "in", no place and no time."""
    noun = object_of(tree, anchor, "in") if measures == "currency" else None
    if noun is None or noun < last or tree.tokens[noun].pos != "NOUN" or tree.label_of(noun):
        return None
    bare = not any(tree.tokens[at].tag in ("DT", "CD", "PRP$") for at in tree.below(noun))
    return noun if bare and tree.tokens[noun].lemma.lower() not in PLACE_NOUNS else None


def _moved(tree: Syntax, anchor: int) -> int | None:
    """Read "shares up 5% to $61", "shares, down 5%": the noun right before "up" or "down"."""
    at = anchor
    for _ in range(SHORT_CLIMB):
        at = tree.tokens[at].head
        before = at - 2 if tree.tokens[at - 1].text == "," else at - 1
        if tree.tokens[at].text.lower() in UP_OR_DOWN and before >= tree.sentence.first:
            noun = tree.tokens[before].pos in NOUNS and tree.tokens[at].dep != "prt"
            return before if noun and at < anchor else None
    return None


def _apposed(tree: Syntax, anchor: int) -> int | None:
    """Read "a spare tank, 40 litres"."""
    token = tree.tokens[anchor]
    fits = token.dep == "appos" and tree.tokens[token.head].pos in NOUNS
    return token.head if fits and not is_unit(tree.tokens[token.head]) else None


def recipient(tree: Syntax, anchor: int) -> int | None:
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
