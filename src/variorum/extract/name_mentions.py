"""Mentions: where a text names a person, a body or a place, and with which role.

Enters: an `Account`, its `Annotation`. Leaves: `Mention`s in the order of the text.

The parser's named spans are trimmed (titles, articles, genitives) and put right by a vote of the
whole account: a surname that is a person's somewhere is a person's everywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from msgspec import Struct

from variorum.annotations import Annotation, NamedSpan, Token
from variorum.extract.english_names import (
    COMPANY_FORMS,
    NOT_NAMES,
    PLATFORMS,
    PLURAL_TITLES,
    ROLE_OF,
    TITLES,
)
from variorum.extract.name_keys import skeleton, spelled_start, split_label, surname, words
from variorum.extract.name_kinds import LABELS, Kind, voted
from variorum.extract.name_roles import role_around
from variorum.extract.name_titles import (
    acting_alone,
    aged,
    apart,
    bodily,
    listed,
    parts,
    persons_by_title,
    several,
    titled,
    widened,
    without_honours,
)
from variorum.folding import fold
from variorum.records import Account
from variorum.vocabulary import NameKind

_INITIALS = re.compile(r"\s?\(([A-Z]{3,8})\)")


class Mention(Struct, frozen=True):
    """Characters `start` to `end` that name somebody, and the roles printed beside them."""

    start: int
    end: int
    kind: NameKind
    words: tuple[str, ...]
    roles: tuple[str, ...] = ()
    title: bool = False


class _Known(Struct, frozen=True):
    """Surnames, and consonants of given names, of persons whom the account names in full.

    `acting` are surnames that stand alone before what only living beings do.
    """

    surnames: frozenset[str]
    given: frozenset[str]
    acting: frozenset[str]


def mentions(account: Account, annotation: Annotation) -> tuple[Mention, ...]:
    """Return the mentions of an account, none overlapping another."""
    spans = _spans(annotation)
    votes = voted(account.text, annotation.tokens, spans)
    known = _surnames(account, annotation, spans, votes)
    found = list(_from_spans(account, annotation, spans, votes, known))
    found += _from_labels(account)
    found = _without_roles(found)
    found += _after_roles(annotation, found)
    found += _after_titles(account.text, annotation, found)
    found += _spelled_out(account, found)
    taken = sorted((mention.start, mention.end) for mention in found)
    found += _unlabelled(account.text, annotation, known, taken)
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


def _spans(annotation: Annotation) -> list[NamedSpan]:
    """Return the parser's named spans, lists cut and edges trimmed, none overlapping another."""
    tokens = annotation.tokens
    cut = (_as_person(tokens, part) for named in annotation.named for part in parts(tokens, named))
    return apart([span for named in cut if (span := _trimmed(tokens, named)) is not None])


def _as_person(tokens: tuple[Token, ...], named: NamedSpan) -> NamedSpan:
    """Call a body a person where a title stands before the name or an age after it."""
    if named.label not in LABELS:
        return named
    named = widened(tokens, named)
    if titled(tokens, named) or aged(tokens, named):
        return NamedSpan(named.first, named.last, "PERSON")
    return named


def _trimmed(tokens: tuple[Token, ...], named: NamedSpan) -> NamedSpan | None:
    """Take articles, genitives, marks and (from persons) titles off the ends of a span."""
    if named.label not in LABELS:
        return None
    first, last = named.first, named.last
    while first < last and _is_edge(tokens[first], named.label):
        first += 1
    for index in range(first + 1, last - 1):
        if tokens[index].text.lower().rstrip(".") in COMPANY_FORMS and named.label == "ORG":
            last = index + 1
            break
    while first < last and (tokens[last - 1].pos in ("PUNCT", "SPACE", "PART")):
        last -= 1
    if first == last or not any(token.text[:1].isupper() for token in tokens[first:last]):
        return None
    if tokens[first].text.lower() in NOT_NAMES and last - first == 1:
        return None
    span = NamedSpan(first, last, named.label)
    return without_honours(tokens, span) if named.label == "PERSON" else span


def _is_edge(token: Token, label: str) -> bool:
    plain = token.text.lower().rstrip(".")
    if token.pos in ("PUNCT", "DET", "PART", "SPACE") or plain == "the":
        return True
    return label == "PERSON" and (plain in TITLES or plain in PLURAL_TITLES)


def _text(text: str, tokens: tuple[Token, ...], span: NamedSpan) -> str:
    return text[tokens[span.first].start : tokens[span.last - 1].end]


def _surnames(
    account: Account, annotation: Annotation, spans: Iterable[NamedSpan], votes: dict[str, Kind]
) -> _Known:
    """Return the surnames and given names of persons named in full outside headlines, labels of turns included."""
    titles = _title_spans(account)
    full = [
        words(text)
        for span in spans
        for text in (_text(account.text, annotation.tokens, span),)
        if votes[" ".join(words(text))] == "person"
        and not _inside(titles, annotation.tokens[span.first].start)
    ]
    full += [mention.words for mention in _from_labels(account)]
    lone = _lone_surnames(account, annotation, spans)
    acting = _acting(annotation, spans)
    full_surnames = [surname(name) for name in full if len(name) > 1]
    return _Known(
        frozenset(name for name in (*full_surnames, *lone, *acting) if len(name) > 2),
        frozenset(skeleton(name[0]) for name in full if len(name) > 1 and len(name[0]) > 3),
        acting,
    )


def _acting(annotation: Annotation, spans: Iterable[NamedSpan]) -> frozenset[str]:
    """Return the lone subjects of what only living beings do that end a longer name."""
    tokens = annotation.tokens
    ends = {surname(words(tokens[s.last - 1].text)) for s in spans if s.last - s.first > 1}
    return frozenset(surname(words(token.text)) for token in acting_alone(tokens)) & ends


def _lone_surnames(
    account: Account, annotation: Annotation, spans: Iterable[NamedSpan]
) -> Iterator[str]:
    """Yield surnames that a title or a list of titled persons gives away: "Councillor Ashby"."""
    tokens = annotation.tokens
    for sentence in annotation.sentences:
        lone = listed(tokens[sentence.first : sentence.last])
        yield from (surname(words(token.text)) for token in lone)
    for span in spans:
        if span.last - span.first == 1 and titled(tokens, span):
            yield surname(words(tokens[span.first].text))
    yield from (surname(mention.words) for mention in _from_labels(account) if mention.roles)


def _title_spans(account: Account) -> list[tuple[int, int]]:
    return [(r.start, r.end) for r in account.regions if r.kind == "title"]


def _inside(spans: Iterable[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def _from_spans(
    account: Account,
    annotation: Annotation,
    spans: Iterable[NamedSpan],
    votes: dict[str, Kind],
    known: _Known,
) -> Iterator[Mention]:
    titles = _title_spans(account)
    for span in spans:
        text = _text(account.text, annotation.tokens, span)
        name = words(text)
        kind = votes[" ".join(name)]
        if len(name) == 1:
            kind = _lone_kind(name, kind, known)
        elif surname(name) in known.acting and not bodily(name):
            kind = "person"
        if kind is None:
            continue
        start = annotation.tokens[span.first].start
        in_title = _inside(titles, start)
        if in_title and kind == "person" and surname(name) not in known.surnames:
            continue
        if kind == "organisation" and _is_office(name):
            continue
        roles = role_around(account.text, annotation, span) if kind == "person" else ()
        yield Mention(start, annotation.tokens[span.last - 1].end, kind, name, roles, in_title)


def _lone_kind(name: tuple[str, ...], kind: Kind, known: _Known) -> Kind:
    """Return the kind of a single word: a platform, the surname of a known person, or as voted."""
    if name[0] in PLATFORMS:
        return "organisation"
    if surname(name) in known.surnames:
        return "person"
    given = kind != "place" and skeleton(name[0]) in known.given
    return "person" if given else kind


def _is_office(name: tuple[str, ...]) -> bool:
    """Tell an office or a numbered paper that the parser takes for a body."""
    office = name[0] in ROLE_OF or (name[-1] in ROLE_OF and "of" not in name)
    return office or name[-1].isdigit()


def _after_roles(annotation: Annotation, found: list[Mention]) -> list[Mention]:
    """Find persons whom the parser left unnamed: "club boss Pep Alvarez said"."""
    tokens = annotation.tokens
    taken = {mention.end for mention in found}
    made = []
    for index, token in enumerate(tokens):
        if token.dep != "nsubj" or token.pos != "PROPN" or token.end in taken:
            continue
        first = index
        while first and tokens[first - 1].pos == "PROPN" and tokens[first - 1].text[:1].isupper():
            first -= 1
        role = tokens[first - 1] if first else token
        if tokens[first].text.lower() in TITLES and index - first > 1:
            role, first = tokens[first], first + 1
        if not 2 <= index - first + 1 <= 4 or not _person_noun(role):
            continue
        text = " ".join(part.text for part in tokens[first : index + 1])
        made.append(Mention(tokens[first].start, token.end, "person", words(text), (role.text,)))
    return made


def _after_titles(text: str, annotation: Annotation, found: list[Mention]) -> list[Mention]:
    """Find persons whom only their title gives away: "Sergeant Maya Thorold"."""
    tokens = annotation.tokens
    taken = sorted((mention.start, mention.end) for mention in found)
    made = []
    for opening, span in persons_by_title(tokens):
        start, end = tokens[span.first].start, tokens[span.last - 1].end
        after = bisect_left(taken, (end, end))
        if after and taken[after - 1][1] > tokens[opening].start:
            continue
        role = text[tokens[opening].start : tokens[span.first - 1].end]
        made.append(Mention(start, end, "person", words(text[start:end]), (role,)))
    return made


def _person_noun(token: Token) -> bool:
    plain = token.text.lower()
    return token.pos in ("NOUN", "PROPN") and (plain in TITLES or plain in ROLE_OF)


def _spelled_out(account: Account, found: list[Mention]) -> list[Mention]:
    """Find a body that its bracketed initials give away: "the Public Works Board (PWB)"."""
    taken = sorted((mention.start, mention.end) for mention in found)
    ends = [end for _, end in taken]
    made = []
    for match in _INITIALS.finditer(account.text):
        letters = match.group(1).lower()
        before = account.text[max(0, match.start() - 120) : match.start()]
        start = spelled_start(before, letters)
        if start is None:
            continue
        start += match.start() - len(before)
        end = match.start()
        after = bisect_right(ends, start)
        if after == len(taken) or taken[after][0] >= end:
            name = words(account.text[start:end])
            made.append(Mention(start, end, "organisation", name))
    return made


def _without_roles(found: list[Mention]) -> list[Mention]:
    """Drop bodies that are only part of a role: "Minister of *Social Affairs* X"."""
    roles = {
        (mention.start - len(role) - 1, mention.start)
        for mention in found
        for role in mention.roles
    }
    spans = sorted(roles)
    starts = [start for start, _ in spans]
    return [
        mention
        for mention in found
        if mention.kind != "organisation"
        or not (at := bisect_left(starts, mention.start + 1))
        or spans[at - 1][1] < mention.end
    ]


def _from_labels(account: Account) -> list[Mention]:
    """Read the labels of turns: "President of Russia Vladimir Putin"."""
    found = []
    for region in account.regions:
        if region.kind != "turn" or not region.speaker:
            continue
        at = account.text.find(region.speaker, region.start, region.label_end or region.end)
        if at < 0:
            continue
        if several(region.speaker):
            continue
        role, name = split_label(region.speaker)
        start = at + region.speaker.rindex(name)
        roles = (role,) if role else ()
        found.append(Mention(start, start + len(name), "person", words(name), roles))
    return found


def _unlabelled(
    text: str, annotation: Annotation, known: _Known, taken: list[tuple[int, int]]
) -> Iterator[Mention]:
    """Find surnames of known persons that the parser gave no label."""
    starts = [start for start, _ in taken]
    tokens = annotation.tokens
    for index, token in enumerate(tokens):
        label = token.text[:1].isupper() and tokens[index + 1 : index + 2]
        named = token.pos == "PROPN" or (label and label[0].text == ":")
        if not named or surname((token.text,)) not in known.surnames:
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
        yield Mention(start, token.end, "person", words(text[start : token.end]))
