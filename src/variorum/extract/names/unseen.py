"""Unseen names: what the parser did not label, and the text gives away otherwise.

Enters: an account's text, its `Annotation`, the mentions found. Leaves: further `Mention`s: persons
behind a role or a title, bodies before their initials, names that the account labels elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from variorum.annotations import Annotation, Token
from variorum.extract.names.keys import body_key, initials, name_words, spelled_start, surname
from variorum.extract.names.spans import Mention
from variorum.extract.names.titles import persons_by_title
from variorum.extract.names.tokens import Tokens, tokens_of
from variorum.folding import fold
from variorum.languages.names import Names
from variorum.languages.registry import language_of
from variorum.records import Account
from variorum.vocabulary import NameKind

_LONGEST = 8
"""Tokens of a name that is looked for elsewhere."""
_INITIALS = re.compile(r"\s?\(([A-Z]{3,8})\)")


def after_roles(annotation: Annotation, found: list[Mention]) -> list[Mention]:
    """Find persons whom the parser left unnamed: "club boss Pep Alvarez said"."""
    tokens = tokens_of(annotation)
    taken = {mention.end for mention in found}
    made = []
    for index, token in enumerate(tokens):
        if token.relation != "subject" or token.word_class != "proper noun" or token.end in taken:
            continue
        first = index
        while (
            first
            and tokens[first - 1].word_class == "proper noun"
            and tokens[first - 1].text[:1].isupper()
        ):
            first -= 1
        role = tokens[first - 1] if first else token
        if tokens[first].text.lower() in tokens.names.titles and index - first > 1:
            role, first = tokens[first], first + 1
        if not 2 <= index - first + 1 <= 4 or not _person_noun(tokens, role):
            continue
        text = " ".join(part.text for part in tokens[first : index + 1])
        made.append(
            Mention(tokens[first].start, token.end, "person", name_words(text), (role.text,))
        )
    return made


def after_portfolios(text: str, annotation: Annotation, found: list[Mention]) -> list[Mention]:
    """Find persons behind what they are minister of: "Minister for Women and Work *Nina Morland*"."""
    tokens, made = tokens_of(annotation), list[Mention]()
    for index, token in enumerate(tokens[:-1]):
        linked = tokens[index + 1].text.lower() in tokens.names.office_links
        first = _given_after(tokens, index + 2) if linked and _is_office(tokens, token) else None
        if first is None:
            continue
        last = _capitals_end(tokens, first)
        start, end = tokens[first].start, tokens[last - 1].end
        taken = any(
            mention.start < end and start < mention.end and mention.kind == "person"
            for mention in found
        )
        if 1 < last - first < 4 and not taken:
            role = text[token.start : tokens[first - 1].end]
            made.append(Mention(start, end, "person", name_words(text[start:end]), (role,)))
    return made


def _is_office(tokens: Tokens, token: Token) -> bool:
    return token.text[:1].isupper() and token.text.lower() in tokens.names.role_of


def _given_after(tokens: Tokens, first: int) -> int | None:
    """Return where a common given name stands behind at least one capital of a portfolio."""
    for at in range(first, min(first + _LONGEST, len(tokens))):
        text = tokens[at].text
        if at > first and text.lower() in tokens.names.given_first and text[:1].isupper():
            return at if tokens[at - 1].text[:1].isupper() else None
        if not (text[:1].isupper() or text.lower() in tokens.names.small_words):
            return None
    return None


def _capitals_end(tokens: Tokens, first: int) -> int:
    last = first
    while last < len(tokens) and tokens[last].word_class == "proper noun":
        last += 1
    return last


def after_titles(text: str, annotation: Annotation, found: list[Mention]) -> list[Mention]:
    """Find persons whom only their title gives away: "Sergeant Maya Thorold"."""
    tokens = tokens_of(annotation)
    taken = sorted((mention.start, mention.end) for mention in found)
    made = []
    for opening, span in persons_by_title(tokens):
        start, end = tokens[span.first].start, tokens[span.last - 1].end
        after = bisect_left(taken, (end, end))
        if after and taken[after - 1][1] > tokens[opening].start:
            continue
        role = text[tokens[opening].start : tokens[span.first - 1].end]
        if text[start:end].lower() in tokens.names.titles:
            continue
        made.append(Mention(start, end, "person", name_words(text[start:end]), (role,)))
    return made


def _person_noun(tokens: Tokens, token: Token) -> bool:
    plain = token.text.lower()
    return token.word_class in ("noun", "proper noun") and (
        plain in tokens.names.titles or plain in tokens.names.role_of
    )


def spelled_out(account: Account, found: list[Mention]) -> list[Mention]:
    """Find a body that its bracketed initials give away: "the Public Works Board (PWB)"."""
    names = language_of(account.language).names
    taken = sorted((mention.start, mention.end) for mention in found)
    ends = [end for _, end in taken]
    made = []
    for match in _INITIALS.finditer(account.text):
        letters = match.group(1).lower()
        before = account.text[max(0, match.start() - 120) : match.start()]
        start = spelled_start(names, before, letters)
        if start is None:
            continue
        start += match.start() - len(before)
        end = match.start()
        after = bisect_right(ends, start)
        if after == len(taken) or taken[after][0] >= end:
            name = name_words(account.text[start:end])
            made.append(Mention(start, end, "organisation", name))
    return made


def unlabelled(
    text: str, annotation: Annotation, surnames: frozenset[str], taken: list[tuple[int, int]]
) -> Iterator[Mention]:
    """Find surnames of known persons that the parser gave no label."""
    starts = [start for start, _ in taken]
    tokens = tokens_of(annotation)
    for index, token in enumerate(tokens):
        label = token.text[:1].isupper() and tokens[index + 1 : index + 2]
        named = token.word_class == "proper noun" or (label and label[0].text == ":")
        if not named or surname((token.text,)) not in surnames:
            continue
        after = bisect_left(starts, token.end)
        if after and taken[after - 1][1] > token.start:
            continue
        start = token.start
        if (
            index > 1
            and tokens[index - 1].text == "-"
            and tokens[index - 2].end == tokens[index - 1].start
        ):
            start = tokens[index - 2].start
        if fold(text[token.end : token.end + 1]) == "-" or text[start : start + 1].islower():
            continue
        yield Mention(start, token.end, "person", name_words(text[start : token.end]))


def again(
    text: str, tokens: Tokens, found: Sequence[Mention], taken: list[tuple[int, int]]
) -> Iterator[Mention]:
    """Find names that the parser labelled elsewhere in the account, but not here."""
    known = _by_first(tokens, found)
    starts = [start for start, _ in taken]
    free = 0
    for index, token in enumerate(tokens):
        if index < free or token.word_class != "proper noun" or token.text not in known:
            continue
        for name, kind in known[token.text]:
            last = index + len(name)
            if not _alone_here(tokens, index, last, name):
                continue
            end = tokens[last - 1].end
            after = bisect_left(starts, end)
            if not after or taken[after - 1][1] <= token.start:
                yield Mention(token.start, end, kind, name_words(text[token.start : end]))
            free = last
            break


def _alone_here(tokens: Tokens, first: int, last: int, name: tuple[str, ...]) -> bool:
    """Tell whether a name stands here and no capitals beside it make it a longer one."""
    if tuple(token.text for token in tokens[first:last]) != name:
        return False
    beside = (*tokens[max(0, first - 1) : first], *tokens[last : last + 1])
    return not any(
        token.word_class == "proper noun" and token.text[:1].isupper() for token in beside
    )


def _by_first(
    tokens: Tokens, found: Sequence[Mention]
) -> dict[str, list[tuple[tuple[str, ...], NameKind]]]:
    """Return printed names with their kinds by their first word, longest first."""
    known: dict[str, dict[tuple[str, ...], NameKind]] = {}
    for mention in found:
        first = bisect_left(tokens, mention.start, key=lambda token: token.start)
        last = bisect_left(tokens, mention.end, key=lambda token: token.start)
        name = tuple(token.text for token in tokens[first : min(last, first + _LONGEST)])
        if name and last - first <= _LONGEST and (mention.kind != "person" or len(name) > 1):
            known.setdefault(name[0], {})[name] = mention.kind
    return {
        first: sorted(names.items(), key=lambda item: (-len(item[0]), item[0]))
        for first, names in known.items()
    }


def acronyms(tokens: Tokens, found: Sequence[Mention]) -> Iterator[Mention]:
    """Find the initials of bodies that the account names in full: "HM" for Halvorsen Motors."""
    bodies = [m for m in found if m.kind == "organisation" and 1 < len(m.words) < _LONGEST]
    letters = {
        initials(tokens.names, body_key(tokens.names, mention.words)).upper() for mention in bodies
    }
    taken = sorted((mention.start, mention.end) for mention in found)
    starts = [start for start, _ in taken]
    for token in tokens:
        plain = token.text.replace(".", "")
        if (
            plain not in letters
            or token.form != "proper singular"
            or plain.lower() in tokens.names.place_aliases
        ):
            continue
        after = bisect_left(starts, token.end)
        if not after or taken[after - 1][1] <= token.start:
            yield Mention(token.start, token.end, "organisation", (plain.lower(),))


def demonyms(annotation: Annotation, found: Sequence[Mention]) -> Iterator[Mention]:
    """Find adjectives of places that the account names: "Syrian" beside "Syria"."""
    tokens = tokens_of(annotation)
    places = {body_key(tokens.names, mention.words) for mention in found if mention.kind == "place"}
    taken = sorted((mention.start, mention.end) for mention in found)
    starts = [start for start, _ in taken]
    for token in tokens:
        if token.word_class != "adjective" or not token.text[:1].isupper():
            continue
        place = _of_place(tokens.names, token.text.lower(), places)
        after = bisect_left(starts, token.end)
        if place is not None and (not after or taken[after - 1][1] <= token.start):
            yield Mention(token.start, token.end, "place", place, adjective=True)


def _of_place(
    names: Names, adjective: str, places: Collection[tuple[str, ...]]
) -> tuple[str, ...] | None:
    """Return the place that an adjective is made from, by the table or by its ending."""
    told = names.demonyms.get(adjective)
    if told is not None:
        return next((key for key in (body_key(names, tuple(told.split())),) if key in places), None)
    for ending, restored in names.demonym_endings:
        stem = adjective.removesuffix(ending)
        made = [(stem + letters,) for letters in restored]
        if stem != adjective and (place := next((key for key in made if key in places), None)):
            return place
    return None
