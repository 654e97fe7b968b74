"""Spans: where the parser names somebody, with the edges put right; and what a mention is.

Enters: an `Account`, its `Annotation`. Leaves: named spans in the order of the text.

A parser that does not know a name cuts it at the wrong place: the dateline's place, and longer
forms of the name elsewhere in the account, say how far it goes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence

from msgspec import Struct

from variorum.annotations import Annotation, NamedSpan, Token
from variorum.extract.names.clues import DASHES, LABEL_OF, LABELS, by_clues
from variorum.extract.names.titles import (
    aged,
    not_overlapping,
    parts,
    titled,
    widened,
    without_honours,
)
from variorum.extract.names.tokens import Tokens, tokens_of
from variorum.records import Account
from variorum.syntax import NamedKind
from variorum.vocabulary import NameKind

_LONGEST = 8
"""Tokens of a name that others are widened to."""


_GUESSED = frozenset[NamedKind](("product", "group", "work", "event"))
"""Labels of the parser that a name it does not know may have."""


class Mention(Struct, frozen=True):
    """Characters `start` to `end` that name somebody, and the roles printed beside them.

    A name is shown as it stands outside of headlines (`title`), and never as an `adjective`.
    """

    start: int
    end: int
    kind: NameKind
    words: tuple[str, ...]
    roles: tuple[str, ...] = ()
    title: bool = False
    adjective: bool = False


def named_spans(account: Account, annotation: Annotation) -> list[NamedSpan]:
    """Return the parser's named spans, lists cut and edges trimmed, none overlapping another."""
    tokens = tokens_of(annotation)
    cut = (_as_person(tokens, part) for named in annotation.named for part in parts(tokens, named))
    trimmed = not_overlapping(
        [span for named in cut if (span := _trimmed(tokens, named)) is not None]
    )
    whole = completed(tokens, not_overlapping([*trimmed, *_vouched(account, annotation)]))
    lines = list(_dateline_places(account, tokens))
    return not_overlapping([*lines, *(span for span in whole if not _within(span, lines))])


def _vouched(account: Account, annotation: Annotation) -> Iterator[NamedSpan]:
    """Yield capitals without a label whose kind the words around tell: "the town of *Orlo*"."""
    tokens = tokens_of(annotation)
    labelled = {
        index
        for named in annotation.named
        if named.kind not in _GUESSED
        for index in range(named.first, named.last)
    }
    titles = [(region.start, region.end) for region in account.regions if region.kind == "title"]
    for span in _capitals(tokens, labelled):
        at = tokens[span.first].start
        kind = by_clues(tokens, span)
        if kind is not None and not any(start <= at < end for start, end in titles):
            yield NamedSpan(span.first, span.last, LABEL_OF[kind])


def _capitals(tokens: Tokens, labelled: Container[int]) -> Iterator[NamedSpan]:
    """Yield runs of capitalised proper nouns that the parser gave no label at all."""
    first = 0
    while first < len(tokens):
        last = first
        while last < len(tokens) and _capital(tokens, tokens[last]) and last not in labelled:
            last += 1
        if 0 < last - first < _LONGEST and _bounded(tokens, first, last):
            yield NamedSpan(first, last, "organisation")
        first = max(last, first + 1)


def _bounded(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether capitals end here: no capital or genitive follows, nothing is shouted."""
    after = [token.text for token in tokens[last : last + 2] if token.text not in ("'s", "’s")]
    goes_on = any(text[:1].isupper() for text in after[:1])
    shouted = all(token.text.isupper() and len(token.text) > 4 for token in tokens[first:last])
    return not goes_on and (not shouted or any(a in DASHES or a in (",", "(") for a in after[:1]))


def _capital(tokens: Tokens, token: Token) -> bool:
    if token.form != "proper singular" or not token.text[:1].isupper():
        return False
    plain, names = token.text.lower().rstrip("."), tokens.names
    return plain not in names.not_names and not (
        plain in names.plain_nouns or plain in names.titles
    )


def _within(span: NamedSpan, others: Iterable[NamedSpan]) -> bool:
    return any(span.first < other.last and other.first < span.last for other in others)


def _dateline_places(account: Account, tokens: Tokens) -> Iterable[NamedSpan]:
    """Yield the dateline's place: "LOWER KELLMAR, March 14"."""
    lines = [region for region in account.regions if region.kind == "dateline"]
    for line in lines if account.place else ():
        at = account.text.find(account.place or "", line.start, line.end)
        first = bisect_left(tokens, at, key=lambda token: token.start)
        last = bisect_left(tokens, at + len(account.place or ""), key=lambda token: token.start)
        if at >= 0 and first < last:
            yield NamedSpan(first, last, "polity")


def completed(tokens: Tokens, spans: Sequence[NamedSpan]) -> list[NamedSpan]:
    """Widen spans to the longer name that the account prints elsewhere: "*Halden* Row".

    A person's span that begins with a person named elsewhere is cut there: a headline's verb
    stands in capitals too ("*Ada Holm* Resigns").
    """
    known = {
        _printed(tokens, span): span for span in spans if 1 < span.last - span.first < _LONGEST
    }
    persons = {name for name, span in known.items() if span.kind == "person"}
    cut = [_cut(tokens, span, persons) for span in spans]
    whole = {name for name in known if not any(name[:last] in persons for last in _inner(name))}
    begun = {name[:length] for name in whole for length in range(2, len(name) + 1)}
    return not_overlapping([_complete(tokens, span, whole, begun) for span in cut])


def _inner(name: Sequence[object]) -> range:
    return range(2, min(len(name), _LONGEST))


def _complete(
    tokens: Tokens,
    span: NamedSpan,
    known: set[tuple[str, ...]],
    begun: set[tuple[str, ...]],
) -> NamedSpan:
    first, last = span.first, span.last
    said = _printed(tokens, span)
    while last < len(tokens) and (*said, tokens[last].text) in begun:
        said, last = (*said, tokens[last].text), last + 1
    if first and (tokens[first - 1].text, *said) in known:
        first -= 1
    return NamedSpan(first, last, span.kind)


def _cut(tokens: Tokens, span: NamedSpan, persons: set[tuple[str, ...]]) -> NamedSpan:
    for length in _inner(tokens[span.first : span.last]) if span.kind == "person" else ():
        shorter = NamedSpan(span.first, span.first + length, span.kind)
        if _printed(tokens, shorter) in persons and tokens[shorter.last].form != "proper singular":
            return shorter
    return span


def _printed(tokens: Tokens, span: NamedSpan) -> tuple[str, ...]:
    return tuple(token.text for token in tokens[span.first : span.last])


def _as_person(tokens: Tokens, named: NamedSpan) -> NamedSpan:
    """Call a body a person where a title stands before the name or an age after it."""
    if named.kind not in LABELS:
        return named
    named = widened(tokens, named)
    if titled(tokens, named) or aged(tokens, named):
        return NamedSpan(named.first, named.last, "person")
    return named


def _trimmed(tokens: Tokens, named: NamedSpan) -> NamedSpan | None:
    """Take articles, genitives, marks and (from persons) titles off the ends of a span."""
    if named.kind not in LABELS:
        return None
    first, last = named.first, named.last
    while first < last and _is_edge(tokens, tokens[first], named.kind):
        first += 1
    for index in range(first + 1, last - 1):
        if (
            tokens[index].text.lower().rstrip(".") in tokens.names.company_forms
            and named.kind == "organisation"
        ):
            last = index + 1
            break
    while first < last and (tokens[last - 1].word_class in ("punctuation", "space", "particle")):
        last -= 1
    if first == last or not any(token.text[:1].isupper() for token in tokens[first:last]):
        return None
    alone = tokens[first].text.lower()
    if last - first == 1 and (alone in tokens.names.not_names or alone in tokens.names.plain_nouns):
        return None
    span = NamedSpan(first, last, named.kind)
    if named.kind != "person":
        return span
    return without_honours(tokens, NamedSpan(_hyphenated(tokens, first), last, named.kind))


def _hyphenated(tokens: Tokens, first: int) -> int:
    """Return where a name begins that two syllables with a hyphen stand before: "*Min-jun* Kim"."""
    if first < 3:
        return first
    one, dash, two = tokens[first - 3 : first]
    whole = dash.text in DASHES and one.end == dash.start and dash.end == two.start
    named = one.word_class == two.word_class == "proper noun" and one.text[:1].isupper()
    return first - 3 if whole and named and two.end < tokens[first].start else first


def _is_edge(tokens: Tokens, token: Token, label: str) -> bool:
    plain = token.text.lower().rstrip(".")
    if (
        token.word_class in ("punctuation", "determiner", "particle", "space")
        or plain in tokens.names.article
    ):
        return True
    return label == "person" and (
        plain in tokens.names.titles or plain in tokens.names.plural_titles
    )


def printed(text: str, tokens: Tokens, span: NamedSpan) -> str:
    """Return a span's characters."""
    return text[tokens[span.first].start : tokens[span.last - 1].end]
