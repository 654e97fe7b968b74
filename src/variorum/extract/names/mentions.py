"""Mentions: where a text names a person, a body or a place, and with which role.

Enters: an `Account`, its `Annotation`. Leaves: `Mention`s in the order of the text.

The parser's named spans are trimmed (titles, articles, genitives) and put right by a vote of the
whole account: a surname that is a person's somewhere is a person's everywhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from variorum.annotations import Annotation, NamedSpan
from variorum.extract.names.clues import Kind, governing
from variorum.extract.names.keys import name_words, skeleton, split_label, surname
from variorum.extract.names.kinds import voted_kinds
from variorum.extract.names.roles import role_around
from variorum.extract.names.spans import Mention, named_spans, printed
from variorum.extract.names.titles import (
    acting_alone,
    bodily,
    listed_surnames,
    names_several,
    titled,
)
from variorum.extract.names.tokens import tokens_of
from variorum.extract.names.unseen import (
    acronyms,
    after_portfolios,
    after_roles,
    after_titles,
    again,
    demonyms,
    spelled_out,
    unlabelled,
)
from variorum.languages.names import Names
from variorum.languages.registry import language_of
from variorum.records import Account


class _Known(Struct, frozen=True):
    """Surnames, and consonants of given names, of persons whom the account names in full.

    `acting` are surnames that stand alone before what only living beings do; `firms` are words that
    bodies' names begin with ("Ford Motor Company").
    """

    surnames: frozenset[str]
    given: frozenset[str]
    acting: frozenset[str]
    firms: frozenset[str]


def mentions(account: Account, annotation: Annotation) -> tuple[Mention, ...]:
    """Return the mentions of an account, none overlapping another."""
    tokens = tokens_of(annotation)
    spans = tuple(
        span
        for span in named_spans(account, annotation)
        if name_words(printed(account.text, tokens, span))  # an ending alone is none: "’S"
    )
    votes = voted_kinds(account, annotation, spans)
    labelled = _from_labels(account)
    known = _surnames(account, annotation, spans, votes, labelled)
    found = list(_from_spans(account, annotation, spans, votes, known))
    found += labelled
    found = _without_roles(tokens.names, account.text, found)
    found += after_roles(annotation, found)
    behind = after_portfolios(account.text, annotation, found)
    found = [*(m for m in found if not any(_overlapping(m, other) for other in behind)), *behind]
    found += after_titles(account.text, annotation, found)
    found += spelled_out(account, found)
    taken = sorted((mention.start, mention.end) for mention in found)
    found += unlabelled(account.text, annotation, known.surnames - known.firms, taken)
    taken = sorted((mention.start, mention.end) for mention in found)
    found += again(account.text, tokens, found, taken)
    found += acronyms(tokens, found)
    found += demonyms(annotation, found)
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


def _surnames(
    account: Account,
    annotation: Annotation,
    spans: Iterable[NamedSpan],
    votes: dict[str, Kind],
    labelled: Sequence[Mention],
) -> _Known:
    """Return the surnames and given names of persons named in full outside headlines, labels of turns included."""
    titles, tokens = _title_spans(account), tokens_of(annotation)
    full = [
        name_words(text)
        for span in spans
        for text in (printed(account.text, tokens, span),)
        if votes[" ".join(name_words(text))] == "person"
        and (len(name_words(text)[0]) == 1 or not _inside(titles, tokens[span.first].start))
    ]
    full += [mention.words for mention in labelled]
    lone = _lone_surnames(annotation, spans, labelled)
    acting = _acting(annotation, spans)
    full_surnames = [surname(name) for name in full if len(name) > 1]
    return _Known(
        frozenset(name for name in (*full_surnames, *lone, *acting) if len(name) > 2),
        frozenset(skeleton(name[0]) for name in full if len(name) > 1 and len(name[0]) > 3),
        acting,
        frozenset(
            n.split()[0] for n, kind in votes.items() if _is_firm(tokens.names, n.split(), kind)
        ),
    )


def _is_firm(names: Names, name: Sequence[str], kind: Kind) -> bool:
    return kind == "organisation" and len(name) > 1 and bodily(names, name)


def _acting(annotation: Annotation, spans: Iterable[NamedSpan]) -> frozenset[str]:
    """Return the lone subjects of what only living beings do that end a longer name."""
    tokens = tokens_of(annotation)
    ends = {surname(name_words(tokens[s.last - 1].text)) for s in spans if s.last - s.first > 1}
    return frozenset(surname(name_words(token.text)) for token in acting_alone(tokens)) & ends


def _lone_surnames(
    annotation: Annotation, spans: Iterable[NamedSpan], labelled: Iterable[Mention]
) -> Iterator[str]:
    """Yield surnames that a title or a list of titled persons gives away: "Councillor Ashby"."""
    tokens = tokens_of(annotation)
    for sentence in annotation.sentences:
        lone = listed_surnames(tokens, sentence.first, sentence.last)
        yield from (surname(name_words(token.text)) for token in lone)
    for span in spans:
        if span.last - span.first == 1 and titled(tokens, span):
            yield surname(name_words(tokens[span.first].text))
    yield from (surname(mention.words) for mention in labelled if mention.roles)


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
    titles, tokens = _title_spans(account), tokens_of(annotation)
    floor = 0
    for named in spans:
        span, text = named, printed(account.text, tokens, named)
        name = name_words(text)
        kind = votes[" ".join(name)]
        if len(name) == 1:
            kind = _lone_kind(tokens.names, name, kind, known)
        elif surname(name) in known.acting and not bodily(tokens.names, name):
            kind = "person"
        if kind is None:
            continue
        if kind == "organisation" and _is_ranked(tokens.names, name, known):
            span, name, kind = NamedSpan(span.first + 1, span.last, "person"), name[1:], "person"
        if kind == "place" and governing(tokens, span):
            kind = "organisation"
        start = tokens[span.first].start
        in_title = _inside(titles, start)
        if in_title and kind == "person" and surname(name) not in known.surnames:
            continue
        if _is_office(tokens.names, name, kind) or (kind == "organisation" and _is_numbered(name)):
            continue
        roles: tuple[str, ...] = ()
        if kind == "person":
            roles = role_around(account.text, annotation, span, floor)
            floor = span.last
        yield Mention(start, tokens[span.last - 1].end, kind, name, roles, in_title)


def _overlapping(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _is_ranked(names: Names, name: tuple[str, ...], known: _Known) -> bool:
    """Tell a rank and a surname of the account from a body: "Major Holm", not "General Motors"."""
    person = name[-1] in known.surnames - known.firms
    return len(name) == 2 and name[0] in names.titles and person


def _lone_kind(names: Names, name: tuple[str, ...], kind: Kind, known: _Known) -> Kind:
    """Return the kind of a single word: a platform, the surname of a known person, or as voted."""
    if name[0] in names.platforms:
        return "organisation"
    if kind == "organisation" and name[0] in known.firms:
        return kind
    if surname(name) in known.surnames:
        return "person"
    given = kind != "place" and skeleton(name[0]) in known.given
    return "person" if given else kind


def _is_office(names: Names, name: tuple[str, ...], kind: Kind) -> bool:
    """Tell an office that the parser takes for a name: "attorney general", not "general motors"."""
    name = tuple(word.replace(".", "") for word in name)  # "C.E.O."
    led = len(name) > 1 and name[-1] in names.role_of and names.of.isdisjoint(name)
    if kind == "person":
        return led and any(word in names.place_lasts for word in name)
    held = name[0] in names.role_of and bool(names.of.intersection(name[1:2]))
    return held or led or all(word in names.role_of or word in names.titles for word in name)


def _is_numbered(name: tuple[str, ...]) -> bool:
    """Tell a numbered paper or a model that the parser takes for a body."""
    return name[-1].isdigit() or any(map(_model, name))


def _model(word: str) -> bool:
    """Tell "mk-17s" or "3gs" from "g20" and "channel4"."""
    digits = sum(character.isdigit() for character in word)
    return 0 < digits < len(word) and ("-" in word or word[0].isdigit())


def _without_roles(names: Names, text: str, found: list[Mention]) -> list[Mention]:
    """Drop bodies that are only the portfolio of a role: "Minister of *Social Affairs* X"."""
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
        or not _portfolio(names, text, mention)
        or not (at := bisect_left(starts, mention.start + 1))
        or spans[at - 1][1] < mention.end
    ]


def _portfolio(names: Names, text: str, mention: Mention) -> bool:
    """Tell "Social Affairs", and "Maritime" before "Affairs"."""
    following = text[mention.end : mention.end + 20].split()[:1]
    last = {mention.words[-1], *(word.lower() for word in following)}
    return bool(last & names.portfolios) or all(word in names.titles for word in mention.words)


def _from_labels(account: Account) -> list[Mention]:
    """Read the labels of turns: "President of Russia Vladimir Putin"."""
    found = []
    for region in account.regions:
        if region.kind != "turn" or not region.speaker:
            continue
        at = account.text.find(region.speaker, region.start, region.label_end or region.end)
        if at < 0:
            continue
        if names_several(language_of(account.language).names, region.speaker):
            continue
        role, name = split_label(language_of(account.language).names, region.speaker)
        if name.islower() or name.lower() in language_of(account.language).names.plain_nouns:
            continue  # "The SPEAKER pro tempore": an office, and nobody's name
        start = at + region.speaker.rindex(name)
        roles = (role,) if role else ()
        found.append(Mention(start, start + len(name), "person", name_words(name), roles))
    return found
