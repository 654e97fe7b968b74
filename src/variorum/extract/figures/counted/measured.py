"""What a measure measures: the noun that its sum, length or share is of.

Enters: a sentence's `Syntax` and the tokens of a number with its unit. Leaves: a noun's token.
"""

from typing import Final

from variorum.extract.figures.counted.noun_phrases import (
    STEPS,
    SUBJECTS,
    Syntax,
    is_share,
    is_under,
    is_unit,
    object_of,
)
from variorum.extract.figures.counted.nouns import governor, modified, partitive
from variorum.syntax import NOUNS, PLURAL

SHORT_CLIMB: Final = 3


def measured(tree: Syntax, anchor: int, figure: tuple[int, int], kind: str) -> int | None:
    """Return the noun that a measure is of; `figure` are its tokens, `kind` is its unit's."""
    first, last = figure
    for look in (partitive, modified, _named_after):
        noun = look(tree, anchor, last)
        if noun is not None:
            return noun
    noun = _worth(tree, first, last)
    if noun is not None:
        return noun
    noun = partitive(tree, last - 1, last) if last - 1 != anchor else None
    if noun is not None and tree.child(noun, "numeric modifier") is None:
        return noun
    for look_up in (
        _described,
        _shared,
        _fronted,
        _or_so_many,
        _apposed,
        governor,
        _moved,
        recipient,
        _narrowed_noun,
    ):
        noun = look_up(tree, anchor)
        if noun is not None and not first <= noun < last:
            return noun
    return _in_part(tree, anchor, last, kind)


def _described(tree: Syntax, anchor: int) -> int | None:
    """Read "the bridge, 1.2 km long and 15 m wide", "assets worth $4": what the adjective is of."""
    at = tree.tokens[anchor].head
    if (
        tree.tokens[anchor].relation not in ("noun adverbial", "prepositional object")
        or tree.tokens[at].word_class != "adjective"
    ):
        return None
    own = tree.child(at, "subject")
    if own is not None and tree.tokens[own].word_class in NOUNS:
        return own
    for _ in range(STEPS):
        above = tree.tokens[at].head
        if (
            tree.tokens[at].relation
            not in ("conjunct", "adjectival modifier", "apposition", "adnominal clause")
            or above == at
        ):
            return None
        at = above
        if tree.tokens[at].word_class in NOUNS:
            return at
    return None


def _worth(tree: Syntax, first: int, last: int) -> int | None:
    """Read "jewels worth an estimated $5", "$5 worth of jewels", whatever hangs on what."""
    before = first - 1
    opens = before > tree.sentence.first and tree.tokens[before].text.lower() in tree.counts.worth
    if opens and tree.tokens[before - 1].word_class in NOUNS:
        return before - 1
    of = last + 1
    if of >= tree.sentence.last or tree.tokens[last].text.lower() not in tree.counts.worth:
        return None
    partitive_ = tree.tokens[of].lemma.lower() in tree.counts.partitive
    return tree.child(of, "prepositional object") if partitive_ else None


def _shared(tree: Syntax, anchor: int) -> int | None:
    """Read "41 per cent for his rival", "2% among men": whose share it is."""
    noun = (
        object_of(tree, anchor, *tree.counts.shared_by)
        if is_share(tree, tree.tokens[anchor])
        else None
    )
    return noun if noun is not None and tree.tokens[noun].word_class in NOUNS else None


def _named_after(tree: Syntax, anchor: int, last: int) -> int | None:
    """Read "a nozzle (3 mm inner diameter)": a noun after the unit that the parser hung on it."""
    found = tree.child(anchor, "noun adverbial", "object", "unclassified")
    fits = found is not None and found >= last and tree.tokens[found].form == "singular"
    near = fits and found is not None and tree.chunk_of.get(found, (last, 0))[0] <= last
    return found if near and found is not None and not is_unit(tree, tree.tokens[found]) else None


def _in_part(tree: Syntax, anchor: int, last: int, measures: str) -> int | None:
    """Read "$5 million in aid": of money a bare common noun after "in", no place and no time."""
    noun = object_of(tree, anchor, *tree.counts.spent_on)
    if noun is None and tree.tokens[last - 1].lemma.lower() != tree.tokens[anchor].lemma.lower():
        noun = object_of(tree, last - 1, *tree.counts.spent_on)
    noun = noun if measures == "currency" else None
    if noun is None or noun < last or tree.tokens[noun].word_class != "noun" or tree.label_of(noun):
        return None
    bare = not any(
        tree.tokens[at].form in ("determiner", "cardinal", "possessive") for at in tree.below(noun)
    )
    return noun if bare and tree.tokens[noun].lemma.lower() not in tree.counts.place_nouns else None


def _moved(tree: Syntax, anchor: int) -> int | None:
    """Read "shares up 5% to $61", "shares, down 5%": the noun right before "up" or "down"."""
    at = anchor
    for _ in range(SHORT_CLIMB):
        at = tree.tokens[at].head
        before = at - 2 if tree.tokens[at - 1].text == "," else at - 1
        if (
            tree.tokens[at].text.lower() in tree.numbers.up_or_down
            and before >= tree.sentence.first
        ):
            noun = (
                tree.tokens[before].word_class in NOUNS
                and tree.tokens[at].relation != "verb particle"
            )
            return before if noun and at < anchor else None
    return None


def _fronted(tree: Syntax, anchor: int) -> int | None:
    """Read "of the adults, 40 per cent were worried", "among women, 40 per cent were": of whom it is a share."""
    token = tree.tokens[anchor]
    if not is_share(tree, token) or token.relation not in SUBJECTS:
        return None
    for at in tree.below(token.head):
        whole = tree.tokens[at].lemma.lower() in tree.counts.partitive | tree.counts.among
        if at < anchor and whole and tree.tokens[at].relation == "preposition":
            return tree.child(at, "prepositional object")
    return None


def _or_so_many(tree: Syntax, anchor: int) -> int | None:
    """Read "most voters, or 60 per cent, stayed at home"."""
    token = tree.tokens[anchor]
    above = tree.tokens[token.head]
    fits = token.relation == "conjunct" and is_share(tree, token) and above.form in PLURAL
    return token.head if fits and not is_unit(tree, above) else None


def _apposed(tree: Syntax, anchor: int) -> int | None:
    """Read "a spare tank, 40 litres"."""
    token = tree.tokens[anchor]
    fits = token.relation == "apposition" and tree.tokens[token.head].word_class in NOUNS
    return token.head if fits and not is_unit(tree, tree.tokens[token.head]) else None


def recipient(tree: Syntax, anchor: int) -> int | None:
    """Read "sold it for $5", "fined the firm $5", "paid $5 for flights": what the sum is for."""
    token = tree.tokens[anchor]
    if token.relation in SUBJECTS:
        return None
    bought = _bought(tree, anchor)
    if bought is not None:
        return bought
    at = tree.tokens[token.head].head if token.relation == "prepositional object" else token.head
    objects = ("indirect object", "object") if token.relation != "object" else ("indirect object",)
    found = tree.child(at, *objects) if tree.sentence.first <= at < tree.sentence.last else None
    if found is None or found == anchor or tree.tokens[found].word_class not in NOUNS:
        return None
    return None if is_unit(tree, tree.tokens[found]) or is_under(tree, anchor, found) else found


def _bought(tree: Syntax, anchor: int) -> int | None:
    """Read "paid $5 for flights", "15 more miles for the car", whatever "for" hangs on."""
    if tree.tokens[anchor].relation != "object":
        return None
    for top in (anchor, tree.tokens[anchor].head):
        found = object_of(tree, top, *tree.counts.paid_for)
        fits = found is not None and found > anchor and tree.tokens[found].word_class in NOUNS
        if fits and found is not None and not is_unit(tree, tree.tokens[found]):
            return found
    return None


def _narrowed_noun(tree: Syntax, anchor: int) -> int | None:
    """Read "products priced at $5": the noun that the participle belongs to."""
    index = anchor
    for _ in range(STEPS):
        token = tree.tokens[index]
        if token.relation in ("adnominal clause", "relative clause") and token.form in (
            "past participle",
            "present participle",
        ):
            return token.head
        if token.head == index or token.word_class in ("verb", "auxiliary"):
            return None
        index = token.head
    return None
