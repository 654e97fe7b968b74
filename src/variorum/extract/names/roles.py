"""Roles: the titles and descriptions printed beside a person's name.

Enters: an `Annotation` and the span of a person's name. Leaves: roles as printed.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from variorum.annotations import Annotation, NamedSpan, Token
from variorum.extract.names.titles import opens_name, title_before
from variorum.extract.names.tokens import Tokens, tokens_of

_LONGEST = 14
_LONGEST_HELD = 60


def role_around(
    text: str, annotation: Annotation, span: NamedSpan, floor: int = 0
) -> tuple[str, ...]:
    """Return the title before a name and the apposition beside it, where there is one.

    `floor` is the token behind the last person named before: nobody's role holds another person.
    """
    tokens = tokens_of(annotation)
    found = []
    floor = max(floor, _block_start(annotation, span.first))
    before = _before(tokens, span, floor)
    before = title_before(tokens, span.first) if before is None else before
    if before is not None:
        found.append(text[tokens[before].start : tokens[span.first - 1].end])
    held = _held(tokens, span, floor)
    if held is not None:
        found.append(text[tokens[held[0]].start : tokens[held[1] - 1].end])
    after = _after(tokens, span)
    if after is not None:
        found.append(text[tokens[after[0]].start : tokens[after[1] - 1].end])
    return tuple(found)


def _block_start(annotation: Annotation, index: int) -> int:
    """Return the first token of the sentence that holds a token."""
    at = bisect_right(annotation.sentences, index, key=lambda sentence: sentence.first) - 1
    return annotation.sentences[at].first if at >= 0 else 0


def _is_role(tokens: Tokens, token: Token) -> bool:
    plain = token.text.lower().rstrip(".")
    return plain in tokens.names.titles or not tokens.names.role_of.keys().isdisjoint(
        (plain, token.lemma.lower())
    )


def _before(tokens: Tokens, span: NamedSpan, floor: int) -> int | None:
    """Walk left over a title, through "of" and its words, or over "…, " of an apposition."""
    at = span.first
    if tokens[at - 1].text.lower() in tokens.names.role_links:
        return None
    reached: int | None = None
    while at > floor and span.first - at < _LONGEST and _belongs(tokens, at - 1):
        at -= 1
        if _is_role(tokens, tokens[at]) or (
            tokens[at].word_class == "noun" and at == span.first - 1
        ):
            reached = at
    if reached is None:
        return None
    while (
        reached > at
        and tokens[reached - 1].word_class in ("adjective", "proper noun", "noun")
        and reached - 1 >= at
    ):
        reached -= 1
    return reached


def _belongs(tokens: Tokens, index: int) -> bool:
    token = tokens[index]
    if token.text.lower() in tokens.names.role_links:
        return index > 0 and tokens[index - 1].word_class in ("proper noun", "noun")
    return (
        token.word_class in ("proper noun", "noun", "adjective")
        or (token.text == "-")
        or token.text.lower() in tokens.names.standing
    )


def _held(tokens: Tokens, span: NamedSpan, floor: int) -> tuple[int, int] | None:
    """Read "The President of the Republic, X,": the name is the apposition of its role."""
    at = span.first - 1
    named = tokens[span.last - 1]
    if (
        at <= floor
        or tokens[at].text != ","
        or at - floor > _LONGEST_HELD
        or named.relation != "apposition"
        or named.head >= at
    ):
        return None
    first = named.head
    if first < floor:
        first = floor + (tokens[floor].text == "," or tokens[floor].text in tokens.names.joining)
        return (first, at) if any(_is_role(tokens, token) for token in tokens[first:at]) else None
    if not _is_role(tokens, tokens[first]):
        return None
    while first > floor and tokens[first - 1].word_class in (
        "proper noun",
        "noun",
        "adjective",
        "coordinator",
    ):
        first -= 1
    return first, at


def _after(tokens: Tokens, span: NamedSpan) -> tuple[int, int] | None:
    """Read ", the UN's coordinator for Syria,": up to the next comma, if a role is in it."""
    at = span.last
    if at >= len(tokens) or tokens[at].text != ",":
        return None
    first = at + 1
    last = first
    while (
        last < len(tokens) and last - first < _LONGEST and tokens[last].word_class != "punctuation"
    ):
        if tokens[last].word_class in ("verb", "auxiliary"):
            break
        last += 1
    if (
        last == first
        or tokens[first].text.lower() in tokens.names.no
        or opens_name(tokens, first)
        or tokens[first].word_class not in ("determiner", "noun", "proper noun", "adjective")
    ):
        return None
    if last < len(tokens) and tokens[last].word_class in ("verb", "auxiliary"):
        return None
    if _is_list(tokens, first, last):
        return None
    return (first, last) if any(_is_role(tokens, token) for token in tokens[first:last]) else None


def _is_list(tokens: Tokens, first: int, last: int) -> bool:
    """Tell other persons from one person's roles: "Volk, the owner and a guest"."""
    names = tokens.names
    said = [tokens[index].text.lower() for index in range(first, last)]
    others = (one in names.joining and two in names.indefinite for one, two in pairwise(said))
    return said[0] in names.definite and any(others)
