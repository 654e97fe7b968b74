"""Titles before names, and names in lists: who is a person by the words that stand around.

Enters: an account's tokens, a named span, a speaker's label. Leaves: spans cut at the commas of a
list, spans of persons whom a title gives away, and whether a label names several speakers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from variorum.annotations import NamedSpan, Token
from variorum.extract.names.tokens import Tokens
from variorum.languages.names import Names

_LONGEST = 4
_LISTED = 120
_LINK = re.compile(r"\s*(,|;|/|&|\band\b)\s*")


def plain_token(token: Token) -> str:
    """Return a token as the tables have it: in lower case, without a full stop at its end."""
    return token.text.lower().rstrip(".")


def parts(tokens: Tokens, named: NamedSpan) -> Iterator[NamedSpan]:
    """Cut a span that holds a list of names: "Gadsby, Haskell" is nobody's name.

    A body's name may hold a comma; it is cut only where each part is one capitalised word. A body
    "in" a place is two names, and so are two with a verb between them.
    """
    within = [
        at
        for at in range(named.first + 1, named.last - 1)
        if tokens[at].text in tokens.names.within
    ]
    if within and named.kind in ("organisation", "facility"):
        yield NamedSpan(named.first, within[0], named.kind)
        yield NamedSpan(within[0] + 1, named.last, "polity")
        return
    verbs = [at for at in range(named.first + 1, named.last - 1) if _finite(tokens[at])]
    if verbs:
        yield NamedSpan(named.first, verbs[0], named.kind)
        yield NamedSpan(verbs[-1] + 1, named.last, named.kind)
        return
    cuts = [at for at in range(named.first + 1, named.last - 1) if _divides(tokens, at)]
    if not cuts or (named.kind != "person" and not _single_words(tokens, named, cuts)):
        yield named
        return
    for first, last in zip([named.first, *(c + 1 for c in cuts)], [*cuts, named.last], strict=True):
        if first < last:
            yield NamedSpan(first, last, named.kind)


def _finite(token: Token) -> bool:
    return (
        token.word_class == "verb"
        and token.form in ("past", "present singular")
        and token.text.islower()
    )


def _divides(tokens: Tokens, at: int) -> bool:
    link = tokens[at].text.lower()
    return (link == "," or link in tokens.names.label_links) and plain_token(
        tokens[at + 1]
    ) not in tokens.names.name_suffixes


def _single_words(tokens: Tokens, named: NamedSpan, cuts: Sequence[int]) -> bool:
    commas = all(tokens[at].text == "," for at in cuts)
    return commas and named.last - named.first == 2 * len(cuts) + 1


def bodily(names: Names, words: Sequence[str]) -> bool:
    """Tell whether a name ends as bodies' names do: "Pennant Row Estates", "Justice Department"."""
    last = words[-1]
    return len(words) > 1 and (
        last in names.body_endings or last in names.company_forms or last in names.body_of
    )


def titled(tokens: Tokens, span: NamedSpan) -> bool:
    """Tell whether a personal title opens a span or touches it from the left."""
    words = [plain_token(token) for token in tokens[span.first : span.last]]
    if bodily(tokens.names, words):
        return False
    if words[0] in tokens.names.personal_titles:
        return len(words) > 1
    if words[0] in tokens.names.plural_titles:
        return len(words) == 2
    at = span.first - 1
    while at > 0 and tokens[at].text == ".":
        at -= 1
    return (
        at >= 0
        and plain_token(tokens[at]) in tokens.names.personal_titles
        and tokens[at].text[:1].isupper()
    )


def widened(tokens: Tokens, span: NamedSpan) -> NamedSpan:
    """Return a span with the capitals before it that a personal title opens: "Cllr *Ada* Holm"."""
    first = span.first
    while first > 1 and span.first - first < _LONGEST - 1 and _capital(tokens[first - 1]):
        if opens_name(tokens, first - 1):
            break
        first -= 1
    if first == span.first or not opens_name(tokens, first - 1):
        return span
    return NamedSpan(first, span.last, span.kind)


def not_overlapping(spans: Sequence[NamedSpan]) -> list[NamedSpan]:
    """Return spans in order, those left out that begin inside the one before."""
    kept: list[NamedSpan] = []
    for span in sorted(spans, key=lambda span: (span.first, -span.last)):
        if not kept or span.first >= kept[-1].last:
            kept.append(span)
    return kept


def without_honours(tokens: Tokens, span: NamedSpan) -> NamedSpan:
    """Return a person's span without "KC" or "MP" at its end; "Jr" tells a son and stays."""
    last = span.last
    while last - span.first > 1 and plain_token(tokens[last - 1]) in tokens.names.post_nominals:
        last -= 1
        while last - span.first > 1 and tokens[last - 1].text == ",":
            last -= 1
    return NamedSpan(span.first, last, span.kind)


def aged(tokens: Tokens, span: NamedSpan) -> bool:
    """Tell whether an age follows a name: "Ada Holm, 43, was fined"."""
    following = tokens[span.last : span.last + 3]
    if [token.text for token in following[::2]] != [",", ","]:
        return False
    years = following[1].text
    return years.isdecimal() and len(years) < 4 and 4 < int(years) < 110


def acting_alone(tokens: Tokens) -> Iterator[Token]:
    """Yield lone capitalised subjects of what only living beings do: "Holm wept"."""
    for index, token in enumerate(tokens):
        if (
            token.relation == "subject"
            and tokens[token.head].lemma.lower() in tokens.names.human_verbs
        ):
            alone = index == 0 or not _capital(tokens[index - 1])
            if alone and _capital(token) and token.head == index + 1:
                yield token


def title_before(tokens: Tokens, first: int) -> int | None:
    """Return where the personal titles that touch a name begin: "*Det. Insp.* Carla Minter"."""
    at, reached = first - 1, None
    while at >= 0 and (opens_name(tokens, at) or tokens[at].text == "."):
        if opens_name(tokens, at):
            reached = at
        elif at and not opens_name(tokens, at - 1):
            break
        at -= 1
    return reached


def persons_by_title(tokens: Tokens) -> Iterator[tuple[int, NamedSpan]]:
    """Yield where a title begins and the name after it: "Sergeant *Maya Thorold*"."""
    index = 0
    while index < len(tokens):
        if not opens_name(tokens, index):
            index += 1
            continue
        first = index + 1
        while first < len(tokens) and (opens_name(tokens, first) or tokens[first].text == "."):
            first += 1
        last = first
        while last < min(len(tokens), first + _LONGEST) and _capital(tokens[last]):
            last += 1
        if last > first and not bodily(
            tokens.names, [plain_token(token) for token in tokens[index:last]]
        ):
            yield index, NamedSpan(first, last, "person")
        index = max(last, index + 1)


def opens_name(tokens: Tokens, at: int) -> bool:
    """Tell a personal title in capitals: "Cllr", "Sgt."."""
    return plain_token(tokens[at]) in tokens.names.personal_titles and tokens[at].text[:1].isupper()


def _capital(token: Token) -> bool:
    return token.word_class == "proper noun" and token.text[:1].isupper()


def listed_surnames(tokens: Tokens, first: int, end: int) -> Iterator[Token]:
    """Yield the lone surnames of a sentence's list that a plural title opens: "Councillors Coe, Fenn"."""
    index = first
    while index < end:
        if plain_token(tokens[index]) not in tokens.names.plural_titles:
            index += 1
            continue
        last = index + 1
        while last < min(end, index + _LISTED) and _in_list(tokens, tokens[last]):
            last += 1
        yield from (tokens[at] for at in range(index + 1, last) if _alone(tokens, at, end))
        index = last


def _in_list(tokens: Tokens, token: Token) -> bool:
    return _capital(token) or token.text == "," or token.text in tokens.names.joining


def _alone(tokens: Tokens, at: int, end: int) -> bool:
    following = tokens[at + 1 : min(at + 2, end)]
    return _capital(tokens[at]) and not _capital(tokens[at - 1]) | any(map(_capital, following))


def names_several(names: Names, label: str) -> bool:
    """Tell whether a speaker's label names more than one: nobody is meant alone.

    "Gadsby, Haskell" and "Ada Holm and Jon Vik" do; "Ann Wu, Mayor" does not.
    """
    links = _LINK.findall(label)
    several = [_untitled(names, part.split()) for part in _LINK.split(label)[::2]]
    if not links or not all(0 < len(name) <= 3 and _capitals(name) for name in several):
        return False
    if set(links) == {","}:
        return len(several) > 2 or all(len(name) == 1 for name in several)
    return True


def _untitled(names: Names, words: Sequence[str]) -> list[str]:
    kept = [
        word for word in words if word.lower().rstrip(".") not in names.titles | names.plural_titles
    ]
    return [word for word in kept if word.lower().rstrip(".") not in names.name_suffixes]


def _capitals(words: Sequence[str]) -> bool:
    return all(word[:1].isupper() for word in words)
