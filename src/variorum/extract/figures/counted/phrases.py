"""What a figure counts: the phrase, its place, the verb over it, and whom it is said of.

Enters: a sentence's `Syntax` and the tokens of a number in it. Leaves: a `CountedPhrase`.

Every look around a token is bounded, so that a long sentence full of numbers stays cheap.
"""

from typing import Final

from msgspec import Struct

from variorum.extract.figures.counted.holders import antecedent, bearer, holder_of, owner
from variorum.extract.figures.counted.measured import measured, recipient
from variorum.extract.figures.counted.noun_phrases import Syntax, object_of, phrase
from variorum.extract.figures.counted.nouns import governor, modified, partitive, whole
from variorum.extract.figures.counted.places import distant, home, host, place, place_before
from variorum.extract.figures.counted.predicates import predicate, verb_over
from variorum.extract.figures.counted.scales import scale_of, whose
from variorum.languages.units import FRACTION, YEAR_OF_AGE
from variorum.syntax import FINITE, NOMINAL_SUBJECTS, NOUNS, PLURAL

MOST_HEADLINE_TOKENS: Final = 12


LENGTH: Final = "length"
TIME: Final = "time"
MAGNITUDE: Final = "magnitude"
OWNED: Final = (None, FRACTION.kind)
"""Kinds that are somebody's own: "the country's 300 schools", "Marsh's 40 percent"."""
REPORTED: Final = (None, FRACTION.kind, "currency")
"""Kinds of which a body tells of itself: "the firm said it lost 5%"."""


class CountedPhrase(Struct, frozen=True):
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


def counted(tree: Syntax, first: int, last: int, measures: str | None) -> CountedPhrase:
    """Tell what the number in tokens `first` to `last` (excluded) counts or measures.

    `measures` is the kind of its unit ("length", "currency"), ``None`` for a plain count. What a
    measure measures is looked for around the unit; a subject that it is said of may stand for it
    ("sales rose 60%").
    """
    anchor = anchor_of(tree, first, last)
    scale = scale_of(tree, anchor, measures)
    fresh = measures is None and _begins_a_clause(tree, anchor, last)
    noun = None if fresh else _noun(tree, anchor, (first, last), measures, scale)
    over = None if _tells_of_a_part(tree, anchor) else noun
    above = last if fresh else _outside(tree, anchor, (first, last))
    verb = verb_over(tree, above if over is None else over)
    holder = None
    if not fresh:
        noun, holder = _told_of(tree, (anchor, noun, verb), measures, scaled=scale is not None)
    lived = home(tree, noun, anchor) if measures is None else None
    holder = holder if lived is None else lived
    return CountedPhrase(
        anchor=anchor,
        noun=noun,
        phrase=None if noun is None else phrase(tree, noun, (first, last), wide=bool(measures)),
        place=_place(tree, (anchor, noun, holder), verb, (last, measures)),
        holder=None if holder is None else phrase(tree, holder, wide=True),
        predicate=predicate(tree, first, noun, verb) if lived is None else tree.counts.live,
        verb=verb,
    )


def _told_of(
    tree: Syntax, found: tuple[int, int | None, int | None], measures: str | None, *, scaled: bool
) -> tuple[int | None, int | None]:
    """Return what is counted, which may be the subject, and else the subject beside it.

    `found` are the number, what was found around it to be counted, and the verb over both.
    """
    anchor, noun, verb = found
    holder = owner(tree, noun, anchor) if measures in OWNED else None
    if holder is not None and noun is None:
        return holder, None
    holder = holder_of(tree, anchor if noun is None else noun, verb) if holder is None else holder
    if scaled:
        return noun, None
    if measures == TIME and _lasts(tree, anchor, verb):
        return None if verb is None else bearer(tree, verb), None
    if measures == TIME and _is_adjunct(tree, anchor):
        return None, holder if _tells_how_long(tree, anchor, verb) else None
    if noun is None and (
        _tells_of(tree, anchor, verb, measures) or _tells_level(tree, anchor, verb, measures)
    ):
        holder = holder_of(tree, anchor, verb, own=measures not in REPORTED)
        return _leveled(tree, holder), None
    return noun, None if measures == MAGNITUDE else holder


def _place(
    tree: Syntax,
    told: tuple[int, int | None, int | None],
    verb: int | None,
    figure: tuple[int, str | None],
) -> tuple[int, int] | None:
    anchor, noun, holder = told
    last, measures = figure
    if measures is None and home(tree, noun, anchor) is not None and holder is not None:
        return phrase(tree, holder)
    away = distant(tree, anchor) if measures == LENGTH else None
    return away or place(tree, noun, verb, last) or host(tree, holder, verb)


def _noun(
    tree: Syntax, anchor: int, figure: tuple[int, int], measures: str | None, scale: int | None
) -> int | None:
    if measures is None:
        noun = _counted_noun(tree, anchor, *figure)
    elif measures == MAGNITUDE and scale is None:
        noun = modified(tree, anchor, figure[1])
        noun = governor(tree, anchor) if noun is None else noun
    else:
        noun = measured(tree, anchor, figure, measures) if scale is None else whose(tree, scale)
    if measures == LENGTH and distant(tree, anchor) is not None:
        before = place_before(tree, figure[0])
        noun = noun if before is None else before
    return _taken_up(tree, noun)


def _outside(tree: Syntax, anchor: int, figure: tuple[int, int]) -> int:
    """Go past a unit that the parser took for a verb: "fell 200m"."""
    above = tree.tokens[anchor].head
    mistaken = tree.tokens[anchor].word_class in ("verb", "auxiliary") and anchor > figure[0]
    return anchor if not mistaken or figure[0] <= above < figure[1] else above


def anchor_of(tree: Syntax, first: int, last: int) -> int:
    """Return the token of the number that hangs on something outside it; the last of several."""
    outside = [
        index
        for index in range(first, last)
        if not first <= tree.tokens[index].head < last
        and tree.tokens[index].relation != "punctuation"
    ]
    firm = [
        index
        for index in outside
        if tree.tokens[index].word_class in ("numeral", "noun", "proper noun", "symbol")
    ]
    return (firm or outside or [last - 1])[-1]


def _tells_of(tree: Syntax, anchor: int, verb: int | None, measures: str | None) -> bool:
    """Tell whether a measure is the subject's own: "she is six feet tall", not "she paid $6"."""
    if measures is None:
        return False
    if measures == MAGNITUDE:
        return verb is not None and tree.child(verb, "object") in (None, anchor)
    if measures != YEAR_OF_AGE.kind:
        return tree.tokens[anchor].relation != "object"
    died = verb is not None and tree.tokens[verb].lemma.lower() in tree.units.dying
    return died or _at_an_age(tree, anchor)


def _at_an_age(tree: Syntax, anchor: int) -> bool:
    """Tell "he was 45", "she left at 20" from "he was hurt by a nine-year-old"."""
    token = tree.tokens[anchor]
    above = tree.tokens[token.head]
    if token.relation == "prepositional object":
        return above.lemma.lower() in tree.units.age_at
    said = token.relation in ("predicate noun", "predicate adjective")
    return token.relation == "noun adverbial" or (said and above.word_class == "auxiliary")


def _leveled(tree: Syntax, holder: int | None) -> int | None:
    """Read "the number of guests doubled to 40": what is counted is what the number is of."""
    named = holder is not None and tree.tokens[holder].lemma.lower() in tree.counts.numbers
    return whole(tree, holder) if named and holder is not None else holder


def _tells_level(tree: Syntax, anchor: int, verb: int | None, measures: str | None) -> bool:
    """Tell whether a bare number says how much its subject is: "the toll rose to 45"."""
    if verb is None or measures == YEAR_OF_AGE.kind:
        return False
    lemma = tree.tokens[verb].lemma.lower()
    if lemma in tree.numbers.gets and tree.tokens[anchor].relation == "object":
        return False
    return lemma in tree.counts.level_verbs or lemma in tree.numbers.moving


# --- the counted noun ----------------------------------------------------------------------------


def _counted_noun(tree: Syntax, anchor: int, first: int, last: int) -> int | None:
    noun = partitive(tree, anchor, last)
    noun = modified(tree, anchor, last) if noun is None else noun
    noun = _rises(tree, first) if noun is None else noun
    noun = governor(tree, anchor) if noun is None else noun
    noun = _risen(tree, first) if noun is None else noun
    noun = _substantive(tree, last) if noun is None else noun
    noun = _following(tree, last) if noun is None else noun
    noun = _as_what(tree, anchor) if noun is None else noun
    noun = _brought(tree, anchor) if noun is None else noun
    return _headline(tree, first) if noun is None else noun


def _begins_a_clause(tree: Syntax, anchor: int, last: int) -> bool:
    """Tell the 40 of "rose to 128 and 40 are missing", where the parser joined the two numbers."""
    token = tree.tokens[anchor]
    joined = token.relation == "conjunct" and tree.tokens[token.head].word_class == "numeral"
    return joined and last < tree.sentence.last and tree.tokens[last].form in FINITE


def _tells_of_a_part(tree: Syntax, anchor: int) -> bool:
    """Tell the three of "40 people, three of whom were killed": the verb is theirs, not the 40's."""
    clause = tree.tokens[tree.tokens[anchor].head].relation == "relative clause"
    return clause and tree.tokens[anchor].relation in NOMINAL_SUBJECTS


def _taken_up(tree: Syntax, noun: int | None) -> int | None:
    """Go from "which" in "600 people, half of which" to the people; nobody is "of" a toll."""
    if noun is None or tree.tokens[noun].form not in ("interrogative determiner", "interrogative"):
        return noun
    found = antecedent(tree, noun)
    told = None if found is None else tree.tokens[found].lemma.lower()
    return None if told in tree.counts.not_counted else found


def _brought(tree: Syntax, anchor: int) -> int | None:
    """Read "bringing the toll to 52"."""
    token = tree.tokens[anchor]
    reached = (
        token.relation == "prepositional object"
        and tree.tokens[token.head].lemma.lower() in tree.counts.levels_at
    )
    return recipient(tree, anchor) if reached else None


def _risen(tree: Syntax, first: int) -> int | None:
    """Read "the toll has risen to 112 a group said", where the parser gave the number to the group."""
    verb = first - 2
    if verb < tree.sentence.first or tree.tokens[verb].word_class != "verb":
        return None
    lemma = tree.tokens[verb].lemma.lower()
    moved = lemma in tree.numbers.moving and tree.tokens[first - 1].text.lower() == tree.numbers.to
    noun = bearer(tree, verb) if moved else None
    return None if noun is None else _leveled(tree, noun)


def _rises(tree: Syntax, first: int) -> int | None:
    """Read "Death toll from flood rises to 126", where the parser took the verb for a noun."""
    verb = first - 2
    if verb < tree.sentence.first or tree.tokens[verb].form != "plural":
        return None
    moves = tree.tokens[verb].lemma.lower() in tree.numbers.moving
    return (
        _headline(tree, first)
        if moves and tree.tokens[first - 1].text.lower() == tree.numbers.to
        else None
    )


def _headline(tree: Syntax, first: int) -> int | None:
    """Read "Death toll from blast at least 112": no verb, but the number's name stands before."""
    near = range(first - 1, max(tree.sentence.first, first - MOST_HEADLINE_TOKENS) - 1, -1)
    for at in near:
        if tree.tokens[at].word_class in ("verb", "auxiliary"):
            return None
        if tree.tokens[at].lemma.lower() in tree.counts.not_counted:
            return at
    return None


def _substantive(tree: Syntax, last: int) -> int | None:
    """Read "12 dead", "20 still missing": a state that stands for those who are in it."""
    at = last
    while at < min(last + 2, tree.sentence.last) and tree.tokens[at].word_class == "adverb":
        at += 1
    if at >= tree.sentence.last or tree.tokens[at].text.lower() not in tree.counts.states:
        return None
    after = tree.tokens[at + 1] if at + 1 < tree.sentence.last else None
    return at if after is None or after.word_class not in NOUNS else None


def _following(tree: Syntax, last: int) -> int | None:
    """Where the parse failed, take a noun that stands right after the number."""
    if last >= tree.sentence.last or tree.tokens[last].word_class not in (
        "noun",
        "adjective",
        "proper noun",
    ):
        return None
    for index in range(last, min(last + 4, tree.sentence.last)):
        token = tree.tokens[index]
        if token.form in PLURAL:
            return index
        if token.word_class not in ("adjective", "noun", "proper noun", "coordinator"):
            return None
    return None


def _as_what(tree: Syntax, anchor: int) -> int | None:
    """Read "forced 5,000 to leave the country as refugees": what they are is said after "as"."""
    verb = tree.tokens[anchor].head
    if tree.tokens[anchor].relation not in ("object", "subject", "passive subject"):
        return None
    for at in (verb, tree.child(verb, "open complement"), tree.child(verb, "clausal complement")):
        found = None if at is None else object_of(tree, at, *tree.counts.known_as)
        if found is not None and tree.tokens[found].form == "plural":
            return found
    return None


def _lasts(tree: Syntax, anchor: int, verb: int | None) -> bool:
    """Tell the length that a verb is about: "the blackout lasted (for) two hours"."""
    token = tree.tokens[anchor]
    under = verb in (token.head, tree.tokens[token.head].head)
    return verb is not None and under and tree.tokens[verb].lemma.lower() in tree.counts.lasting


def _tells_how_long(tree: Syntax, anchor: int, verb: int | None) -> bool:
    """Tell "the airport was closed for three days" from "it reopened after three days"."""
    above = tree.tokens[tree.tokens[anchor].head]
    return above.head == verb and above.lemma.lower() in tree.counts.duration


def _is_adjunct(tree: Syntax, anchor: int) -> bool:
    """Tell "for three months", "five years later" from a length that is itself the news."""
    token = tree.tokens[anchor]
    if token.relation == "noun adverbial":
        return True
    above = tree.tokens[token.head]
    return (
        token.relation == "prepositional object"
        and above.lemma.lower() in tree.counts.adjuncts_of_time
    )
