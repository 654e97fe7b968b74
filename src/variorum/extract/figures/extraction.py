"""Figures: quantities as ranges, with what they count.

Enters: an `Account`, its `Annotation`, its `Quotation`s. Leaves: `Figure`s in text order.

A figure's place is the number with its bound and unit ("more than 6.5 mln", "65 tonnes"); what
it counts stands in `counted`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Context, Decimal, localcontext
from itertools import groupby
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from variorum.annotations import Annotation, Sentence, Token
from variorum.extract.figures.ages import is_age
from variorum.extract.figures.bounds import unbounded
from variorum.extract.figures.carried import (
    Found,
    completed,
    converted,
    gap,
    gapped,
    hangs_under,
    is_compared,
    is_conversion,
    is_count,
    is_elliptic,
    is_of_a_place,
    of_them,
    once_more,
    shared_too,
)
from variorum.extract.figures.changes import change, is_motion
from variorum.extract.figures.counted.noun_phrases import Syntax, phrase, syntax
from variorum.extract.figures.counted.ones import head_of, lemma_of, one_of
from variorum.extract.figures.counted.phrases import anchor_of, counted
from variorum.extract.figures.counted.places import place as place_of
from variorum.extract.figures.counted.places import place_behind
from variorum.extract.figures.counted.scales import scale_unit
from variorum.extract.figures.excluded import barred, results
from variorum.extract.figures.lexemes import LexedParagraph, lexemes
from variorum.extract.figures.quoted import inside
from variorum.extract.figures.ranges import Quantity, quantities
from variorum.extract.figures.tallies import merged, tallies
from variorum.extract.figures.zeros import Nothing, may_tell_of_none, whereabouts, zeros
from variorum.folding import fold, unmarked, visible
from variorum.languages.counts import CROWD
from variorum.languages.language import Language
from variorum.languages.registry import language_of
from variorum.languages.units import YEAR_OF_AGE
from variorum.records import Account, Figure, Quotation, new_id
from variorum.vocabulary import Direction

FRACTION_DIGITS: Final = 10
"""Fractions such as a third are kept to this many digits after the point and its zeros."""
FULL_PRECISION: Final = Context(prec=40)
"""Sums and products are kept to this many digits, whatever the program around has set."""
LENGTH: Final = "length"
LARGEST_PRONOUN: Final = 10
"""A number word up to this that counts nothing in the text ("the two") is a pronoun."""


class _Page(Struct, frozen=True):
    """An account's annotation with what is looked up by token: chunk ends and name labels.

    `text` is the account's without the marks of Markdown.
    """

    account: Account
    text: str
    tokens: Sequence[Token]
    chunk_of: dict[int, tuple[int, int]]
    labels: dict[int, str]
    language: Language

    def label(self, index: int) -> str:
        return self.labels.get(index, "")

    def syntax(self, sentence: Sentence) -> Syntax:
        return syntax(self.tokens, sentence, self.chunk_of, self.label, self.language)


def figures(
    account: Account, annotation: Annotation, quotations: Sequence[Quotation]
) -> tuple[Figure, ...]:
    """Return an account's figures in text order; `asserted_by` is left for a later step.

    Dates, times, names, labels, results of matches and "one" as a pronoun are no figures.
    """
    page = _page(account, annotation)
    with localcontext(FULL_PRECISION):
        made = [
            figure
            for _, sentences in groupby(annotation.sentences, key=lambda one: one.paragraph)
            for figure in _in_paragraph(page, list(sentences))
        ]
        made += [figure for sentence in annotation.sentences for figure in _zeros(page, sentence)]
    return tuple(inside(made, quotations))


def _page(account: Account, annotation: Annotation) -> _Page:
    labels: dict[int, str] = {
        index: name.kind for name in annotation.named for index in range(name.first, name.last)
    }
    tokens = annotation.tokens
    chunk_of = {}
    for first, last in annotation.noun_chunks:
        heads = (i for i in range(last - 1, first - 1, -1) if not first <= tokens[i].head < last)
        chunk_of[next(heads, last - 1)] = (first, last)
    return _Page(
        account, unmarked(account.text), tokens, chunk_of, labels, language_of(account.language)
    )


def _in_paragraph(page: _Page, sentences: Sequence[Sentence]) -> Iterator[Figure]:
    start, end = sentences[0].start, sentences[-1].end
    plain = fold(page.text[start:end]).lower()
    if not page.language.numbers.may_be_a_number.search(plain) or len(plain) != end - start:
        return
    paragraph = _paragraph(page, sentences, plain)
    changing = _changing(page, sentences)
    before: Figure | None = None
    carrier: Found | None = None
    last: Figure | None = None
    tree: Syntax | None = None
    for bare in _quantities(paragraph, changing):
        quantity = unbounded(paragraph, bare)
        quantity = replace(bare, unit=YEAR_OF_AGE) if is_age(paragraph, bare) else quantity
        sentence = _sentence_at(sentences, paragraph.words[quantity.core].start)
        if tree is None or tree.sentence is not sentence:
            tree, before, carrier = page.syntax(sentence), None, None
        found = _found(paragraph, quantity, tree)
        figure = _figure(page.account, found, before)
        if figure is not None:
            last = figure if last is None else _carried(page.account, found, figure, last)
            yield last
            counts = is_count(found.quantity) and last.counted
            if counts and not (carrier and hangs_under(found, carrier)):
                before, carrier = last, found


def _carried(account: Account, found: Found, figure: Figure, before: Figure) -> Figure:
    if is_conversion(found.paragraph, before, found.quantity):
        return converted(figure, before)
    if is_compared(found, before):
        return once_more(figure, before)
    whose = gap(found, before)
    if whose is not None:
        said = _words(account, found.tree, whose) or ""
        measured = found.quantity.unit is not None
        at_a_place = is_of_a_place(found, whose)
        return gapped(figure, before, said, measured=measured, at_a_place=at_a_place)
    place = _words(account, found.tree, place_behind(found.tree, found.last))
    return shared_too(found, of_them(found, figure, before), before, place)


def _quantities(paragraph: LexedParagraph, changing: frozenset[int]) -> Iterator[Quantity]:
    closed = barred(paragraph)
    sides = tallies(paragraph, closed)
    inside = {at for tally in sides for at in range(tally.first, tally.last)}
    yield from merged(
        sides, quantities(paragraph.words, closed | inside | set(results(paragraph)), changing)
    )


def _paragraph(page: _Page, sentences: Sequence[Sentence], plain: str) -> LexedParagraph:
    words = lexemes(page.text, sentences[0].start, sentences[-1].end, page.language)
    token_of = []
    at = sentences[0].first
    for word in words:
        while at + 1 < sentences[-1].last and page.tokens[at].end <= word.start:
            at += 1
        token_of.append(at)
    return LexedParagraph(words, page.tokens, token_of, page.label, plain, sentences[0].start)


def _changing(page: _Page, sentences: Sequence[Sentence]) -> frozenset[int]:
    inside = page.tokens[sentences[0].first : sentences[-1].last]
    moving = page.language.numbers.moving
    return frozenset(token.start for token in inside if token.lemma.lower() in moving)


def _sentence_at(sentences: Sequence[Sentence], position: int) -> Sentence:
    return next((s for s in sentences if position < s.end), sentences[-1])


def _found(paragraph: LexedParagraph, quantity: Quantity, tree: Syntax) -> Found:
    quantity = _with_strong(paragraph, quantity)
    inside = paragraph.token_of[quantity.first : quantity.last]
    last = min(inside[-1] + 1, tree.sentence.last)
    first = max(tree.sentence.first, inside[0])
    quantity = _on_a_scale(tree, first, last, quantity)
    kind = quantity.unit.kind if quantity.unit else None
    return Found(paragraph, quantity, tree, counted(tree, first, last, kind), last)


def _with_strong(paragraph: LexedParagraph, quantity: Quantity) -> Quantity:
    """Take in the "-strong" of "a 24,000-strong crowd", which is no part of what is counted."""
    joint, word = (paragraph.word(quantity.last + at) for at in (0, 1))
    strong = joint == "-" and word in paragraph.words.language.counts.strong
    return replace(quantity, last=quantity.last + 2) if strong and is_count(quantity) else quantity


def _on_a_scale(tree: Syntax, first: int, last: int, quantity: Quantity) -> Quantity:
    if quantity.value is None or not is_count(quantity):
        return quantity
    return replace(quantity, unit=scale_unit(tree, anchor_of(tree, first, last), quantity.value))


# --- one figure ----------------------------------------------------------------------------------


def _figure(account: Account, found: Found, before: Figure | None) -> Figure | None:
    """Return the record, or ``None`` where the number turns out to count nothing."""
    what, quantity = found.counted, found.quantity
    elliptic = before if is_elliptic(found, before) else None
    if what.noun is None and elliptic is None and _is_idle(found):
        return None
    words = found.paragraph.words
    place = account.span(words[quantity.first].start, words[quantity.last - 1].end)
    figure = Figure(
        id=new_id("f", account.id, place.start, place.end),
        place=place,
        value=_text(quantity.value),
        low=_text(quantity.low),
        high=_text(quantity.high),
        unit=quantity.unit.name if quantity.unit else one_of(found.tree, what),
        counted=_words(account, found.tree, what.phrase),
        counted_head=head_of(found.tree, what),
        counted_place=_words(account, found.tree, what.place),
        predicate=what.predicate,
        approximator=quantity.approximator,
        as_of=_as_of(account, found.tree),
        subject=_words(account, found.tree, what.holder),
        change=_change(found),
    )
    return _tallied(found, completed(figure, elliptic))


def _is_idle(found: Found) -> bool:
    """A number with no unit that counts nothing: "the two", or digits outside any clause."""
    quantity = found.quantity
    if quantity.unit is not None:
        return False
    if not quantity.digits and 0 <= (quantity.high or 0) <= LARGEST_PRONOUN:
        return True
    return found.counted.verb is None and quantity.approximator is None


def _tallied(found: Found, figure: Figure) -> Figure:
    """Give a tally what it counts: votes, or the score of a match."""
    tallies_of = found.tree.units.counted
    if figure.unit is None or figure.unit not in tallies_of:
        return figure
    phrase, head = tallies_of[figure.unit]
    return replace(figure, counted=phrase, counted_head=head, change=None)


def _words(account: Account, tree: Syntax, span: tuple[int, int] | None) -> str | None:
    if span is None or span[0] >= span[1]:
        return None
    words = account.text[tree.tokens[span[0]].start : tree.tokens[span[1] - 1].end]
    seen = visible(words)
    return words[len(seen) - len(seen.lstrip()) : len(seen.rstrip())] or None


def _text(number: Decimal | None) -> str | None:
    if number is None:
        return None
    if number == number.to_integral_value():
        return format(number.to_integral_value(), "f")
    before = number.adjusted() + 1
    room = Context(prec=max(before, 0) + FRACTION_DIGITS)
    rounded = number.quantize(Decimal(1).scaleb(min(0, before) - FRACTION_DIGITS), context=room)
    return format(rounded.normalize(room), "f")


def _as_of(account: Account, tree: Syntax) -> str | None:
    text = account.text[tree.sentence.start : tree.sentence.end]
    match = tree.numbers.as_of.search(fold(text).lower())
    return text[match.start(1) : match.end(1)].strip() if match else None


def _change(found: Found) -> Direction | None:
    """Tell whether the number is by how much something rose or fell."""
    quantity, tree = found.quantity, found.tree
    if quantity.towards is not None:
        moved = found.counted.predicate
        return quantity.towards if moved in tree.numbers.moving else None
    before = [found.paragraph.word(quantity.first - back) for back in (2, 1)]
    kind = quantity.unit.kind if quantity.unit else None
    if kind == LENGTH and is_motion(tree, found.counted.anchor):
        return None
    return change(tree, found.counted.anchor, before, kind=kind)


# --- none of them --------------------------------------------------------------------------------


def _zeros(page: _Page, sentence: Sentence) -> Iterator[Figure]:
    """Yield the figures of "no one was killed" and "without injuries"."""
    if may_tell_of_none(page.tokens[sentence.first : sentence.last], page.language):
        tree = page.syntax(sentence)
        yield from (_zero(page.account, tree, one) for one in zeros(tree))


def _zero(account: Account, tree: Syntax, none: Nothing) -> Figure:
    tokens = tree.tokens
    place = account.span(tokens[none.first].start, tokens[none.last - 1].end)
    noun = none.head if none.noun is None else none.noun
    crowd = lemma_of(tokens[noun]) if none.noun is not None else CROWD
    counted_ = None if none.noun is None else phrase(tree, none.noun, (none.first, none.first + 1))
    where = whereabouts(tree, none) or place_of(tree, noun, none.verb, none.last)
    return Figure(
        id=new_id("f", account.id, place.start, place.end),
        place=place,
        value="0",
        low="0",
        high="0",
        unit=crowd,
        counted=_words(account, tree, counted_),
        counted_head=crowd,
        counted_place=_words(account, tree, where),
        predicate=none.predicate,
        as_of=_as_of(account, tree),
    )
