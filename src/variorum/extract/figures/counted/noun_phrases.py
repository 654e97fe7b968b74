"""The tree of a sentence with figures in it, and the phrases of its nouns.

Enters: an annotation's tokens, a sentence, the noun chunks. Leaves: a `Syntax`, and token ranges.
"""

from collections.abc import Callable, Sequence
from typing import Final

from msgspec import Struct

from variorum.annotations import Sentence, Token
from variorum.languages.counts import Counts
from variorum.languages.language import Language
from variorum.languages.numbers import Numbers
from variorum.languages.units import FRACTION, Units
from variorum.syntax import NOUNS, Form, Relation

SUBJECTS: Final = frozenset[Relation](("subject", "passive subject", "clausal subject"))
DETERMINING: Final = frozenset[Form](
    (
        "determiner",
        "predeterminer",
        "possessive",
        "interrogative determiner",
        "interrogative possessive",
    )
)
STEPS: Final = 8
"""How far up the tree anything is looked for."""
LONGEST_AGE: Final = 6
"""Tokens in which the ages after "aged" may stand ("aged between 25 and 54")."""
LONGEST_LIST: Final = 6
MOST_PHRASE_TOKENS: Final = 14
"""Tokens after which a noun's attachments are no longer taken into its phrase."""


class Syntax(Struct, frozen=True):
    """One sentence of an annotation, its tokens' children and noun chunks at hand.

    `chunk_of` gives the noun chunk a head ends; `label_of` the name label of a token.
    """

    tokens: Sequence[Token]
    sentence: Sentence
    children: Sequence[list[int]]
    chunk_of: dict[int, tuple[int, int]]
    label_of: Callable[[int], str]
    language: Language

    @property
    def numbers(self) -> Numbers:
        """The language's words of numbers."""
        return self.language.numbers

    @property
    def units(self) -> Units:
        """The language's units."""
        return self.language.units

    @property
    def counts(self) -> Counts:
        """The language's words of what is counted."""
        return self.language.counts

    def below(self, index: int) -> list[int]:
        """Return the children of a token, from left to right; none outside the sentence."""
        inside = self.sentence.first <= index < self.sentence.last
        return self.children[index - self.sentence.first] if inside else []

    def child(self, index: int, *relations: Relation) -> int | None:
        """Return the first child of a token in one of `relations`."""
        found = (at for at in self.below(index) if self.tokens[at].relation in relations)
        return next(found, None)


def syntax(
    tokens: Sequence[Token],
    sentence: Sentence,
    chunk_of: dict[int, tuple[int, int]],
    label_of: Callable[[int], str],
    language: Language,
) -> Syntax:
    """Make a sentence's `Syntax`; heads outside the sentence are taken as roots."""
    children: list[list[int]] = [[] for _ in range(sentence.last - sentence.first)]
    for index in range(sentence.first, sentence.last):
        head = tokens[index].head
        if head != index and sentence.first <= head < sentence.last:
            children[head - sentence.first].append(index)
    return Syntax(tokens, sentence, children, chunk_of, label_of, language)


def is_unit(tree: Syntax, token: Token) -> bool:
    """Tell whether a token is a unit's name or sign."""
    return (
        token.lemma.lower() in tree.units.units or token.lemma.lower() in tree.units.currency_after
    )


def is_share(tree: Syntax, token: Token) -> bool:
    """Tell whether a token is "percent" or the like, which no plain number counts."""
    unit = tree.units.units.get(token.lemma.lower())
    return unit is not None and unit.kind == FRACTION.kind


def object_of(tree: Syntax, index: int, *prepositions: str) -> int | None:
    """Return the noun after the first of `prepositions` below a token ("dozens *of people*")."""
    for at in tree.below(index):
        if (
            tree.tokens[at].relation == "preposition"
            and tree.tokens[at].lemma.lower() in prepositions
        ):
            return tree.child(at, "prepositional object")
    return None


def is_under(tree: Syntax, index: int, top: int) -> bool:
    """Tell whether `top` stands above a token, within a few steps."""
    for _ in range(STEPS):
        if index == top:
            return True
        head = tree.tokens[index].head
        if head == index:
            return False
        index = head
    return False


def phrase(
    tree: Syntax, noun: int, number: tuple[int, int] = (0, 0), *, wide: bool = False
) -> tuple[int, int]:
    """Return the tokens of a noun's phrase: its chunk after any number, and what narrows it.

    Tokens of the `number` itself stay out. `wide` takes in where and for what as well
    ("schooling for girls in the north").
    """
    left, last = tree.chunk_of.get(noun) or (_modifiers(tree, noun), noun + 1)
    first = _name_start(tree, _start(tree, noun, left, number[1]))
    end = _coordinated(tree, noun, _name_end(tree, noun, max(last, noun + 1)))
    end = _narrowed(tree, noun, end, wide=wide)
    return first, min(end, _before(tree, number[0])) if noun < number[0] < end else end


def _start(tree: Syntax, noun: int, left: int, after: int) -> int:
    """Return where a chunk begins past its numbers and what no phrase begins with.

    `after` is where the figure's own tokens end; units behind another number are passed too.
    """
    first = after if left < after <= noun else left
    first = max([first, *(at + 1 for at in range(first, noun) if _is_number(tree, at))])
    of_another = first not in (left, after)
    while first < noun and _is_skipped(tree, tree.tokens[first], of_another=of_another):
        first += 1
    return first


def _modifiers(tree: Syntax, noun: int) -> int:
    """Return where a noun that ends no chunk begins: "loan-to-value" before "mortgages"."""
    first = noun
    for at in reversed(tree.below(noun)):
        if at < first and tree.tokens[at].relation in (
            "compound",
            "adjectival modifier",
            "nominal modifier",
        ):
            if not all(is_under(tree, between, at) for between in range(at + 1, first)):
                break
            first = at
    return first


def _name_start(tree: Syntax, first: int) -> int:
    """Return where a name begins that a number or a stroke cuts in two: "Galaxy 20 Mini"."""
    tokens, opens = tree.tokens, tree.sentence.first
    at = first if tokens[first].text.isdigit() else first - 1
    joint = at >= opens and (tokens[at].text.isdigit() or tokens[at].text == "/")
    if not joint or (tokens[first].form != "proper singular" and at != first):
        return first
    while at - 1 >= opens and tokens[at - 1].form == "proper singular":
        at -= 1
    return at if tokens[at].form == "proper singular" else first


def _name_end(tree: Syntax, noun: int, last: int) -> int:
    """Take in "20 Mini" after "Galaxy", "/ASX 200" after "S&P": the parser saw two names."""
    if tree.tokens[noun].form != "proper singular":
        return last
    after = tree.tokens[last : min(last + 3, tree.sentence.last)]
    tags = [token.form for token in after]
    if tags[:2] == ["cardinal", "proper singular"] and after[0].text.isdigit():
        return last + 2
    if len(after) > 1 and after[0].text == "/" and tags[1] == "proper singular":
        return last + 2 + (tags[2:] == ["cardinal"])
    return last


def _coordinated(tree: Syntax, noun: int, last: int) -> int:
    """Take in "and agencies" of "30 ministries and agencies": nouns with no article or number."""
    for _ in range(LONGEST_LIST):
        other = tree.child(noun, "conjunct")
        if other is None or tree.tokens[other].word_class not in NOUNS:
            break
        first, end = tree.chunk_of.get(other, (other, other + 1))
        bare = not any(
            token.form in ("determiner", "cardinal", "possessive", "$")
            for token in tree.tokens[first:end]
        )
        joint = tree.tokens[last:first]
        if (
            not bare
            or not joint
            or any(token.relation not in ("coordinator", "punctuation") for token in joint)
        ):
            break
        noun, last = other, end
    return last


def _before(tree: Syntax, number: int) -> int:
    """Return where a phrase ends that runs into a number: before "of", "aged between" over it."""
    at = number
    while at > tree.sentence.first and tree.tokens[at - 1].word_class in (
        "adposition",
        "determiner",
        "adverb",
        "symbol",
    ):
        at -= 1
    return (
        at - 1
        if at > tree.sentence.first and tree.tokens[at - 1].text.lower() in tree.units.aged
        else at
    )


def _is_number(tree: Syntax, at: int) -> bool:
    """Tell a number from one inside a name ("the Galaxy 20 Mini")."""
    token, before = tree.tokens[at], tree.tokens[max(at - 1, tree.sentence.first)]
    named = before.form == "proper singular" and token.text.isdigit() and at > tree.sentence.first
    return (token.form == "cardinal" and not named) or (
        token.word_class == "symbol" and token.text != "&"
    )


def _is_skipped(tree: Syntax, token: Token, *, of_another: bool) -> bool:
    """Tell what no phrase begins with; units too, after a number that is not the figure's."""
    if token.form in DETERMINING or token.word_class in (
        "punctuation",
        "adposition",
        "coordinator",
    ):
        return True
    return of_another and (
        is_unit(tree, token) or token.lemma.lower() in tree.counts.parts_of_units
    )


def _narrowed(tree: Syntax, noun: int, last: int, *, wide: bool) -> int:
    """Take in "of …", "registered with …" and a number in a name that follow at once."""
    end = last
    for at in tree.below(noun):
        token = tree.tokens[at]
        if at != end or end - noun > MOST_PHRASE_TOKENS:
            continue
        if token.relation == "numeric modifier" and tree.tokens[noun].word_class == "proper noun":
            end = at + 1
        elif token.relation == "preposition" and (
            token.lemma.lower() in tree.counts.partitive or (wide and _attaches(tree, token))
        ):
            end = _prepositional_end(tree, at, end, wide=wide)
        elif (
            token.form == "past participle"
            and token.relation == "adnominal clause"
            and token.lemma.lower() in tree.counts.populations
        ):
            end = _participle_end(tree, at, end)
    return end


def _attaches(tree: Syntax, token: Token) -> bool:
    return token.lemma.lower() in tree.counts.attached


def _prepositional_end(tree: Syntax, at: int, last: int, *, wide: bool) -> int:
    """Return where "of …" ends; a number after "of" is a figure itself, not what it counts."""
    inner = tree.child(at, "prepositional object")
    if (
        inner is None
        or tree.tokens[inner].word_class not in NOUNS
        or is_unit(tree, tree.tokens[inner])
    ):
        return last
    first, end = tree.chunk_of.get(inner, (inner, inner + 1))
    if tree.label_of(inner) in ("date", "time"):
        return last
    if any(_is_number(tree, index) for index in range(min(first, inner), inner)):
        return last
    end = _coordinated(tree, inner, end)
    return _narrowed(tree, inner, end, wide=wide) if end - at < MOST_PHRASE_TOKENS else end


def _participle_end(tree: Syntax, at: int, last: int) -> int:
    """Return where "registered with …" or "aged 11 to 14" ends; "aged" with no number adds nothing."""
    preposition = tree.child(at, "preposition", "agent")
    inner = None if preposition is None else tree.child(preposition, "prepositional object")
    aged = tree.tokens[at].text.lower() in tree.units.aged
    if inner is not None and preposition == at + 1 and not aged:
        return tree.chunk_of.get(inner, (inner, inner + 1))[1]
    end = at + 1
    while aged and end - at < LONGEST_AGE and end < tree.sentence.last:
        if not _is_of_an_age(tree, tree.tokens[end]):
            break
        end += 1
    if not aged:
        return end
    return end if tree.tokens[end - 1].form == "cardinal" else last


def _is_of_an_age(tree: Syntax, token: Token) -> bool:
    return token.form == "cardinal" or token.text.lower() in tree.counts.age_words
