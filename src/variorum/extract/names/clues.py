"""Clues: what the words of a name, and those around it, say of its kind.

Enters: an account's tokens and a span that the parser named. Leaves: kinds with weights, from the
table `CLUES`. The weights were set by hand; `docs/steps/names.md` has what they gained.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from variorum.annotations import NamedSpan
from variorum.extract.names.titles import bodily, plain_token
from variorum.extract.names.tokens import Tokens
from variorum.languages.names import Names
from variorum.syntax import NamedKind
from variorum.vocabulary import NameKind

Kind = NameKind | None
Clue = Callable[[Tokens, NamedSpan], Kind | bool]
"""Returns the kind that the words around a span speak for, ``None`` for a thing, else False."""

LABELS: dict[NamedKind, NameKind] = {
    "person": "person",
    "organisation": "organisation",
    "polity": "place",
    "location": "place",
    "facility": "place",
}
LABEL_OF: dict[NameKind, NamedKind] = {
    "person": "person",
    "organisation": "organisation",
    "place": "polity",
}
ENOUGH_WITHOUT_LABEL = 1.5
"""What clues must weigh where the parser gives no label."""
DASHES = frozenset(("-", "–", "—", "--"))
_APPOSED = 6
MARK_TOKENS = frozenset((*"\"'“”‘’„«»", "``", "''"))


# --- the words of the name itself ------------------------------------------------------------


def road(tokens: Tokens, span: NamedSpan) -> Kind | bool:
    """A name of several words that ends as roads do is a place."""
    return (
        "place"
        if span.last - span.first > 1 and _last(tokens, span) in tokens.names.road_lasts
        else False
    )


def landscape(tokens: Tokens, span: NamedSpan) -> Kind | bool:
    """A name of several words that ends as places do, or begins so, is a place."""
    if (
        span.last - span.first == 1
        or bodily(tokens.names, _said(tokens, span))
        or _paper(tokens, span)
    ):
        return False
    starts = _said(tokens, span)[0] in tokens.names.place_starts and span.last - span.first == 2
    return "place" if starts or _last(tokens, span) in tokens.names.place_lasts else False


def institution(tokens: Tokens, span: NamedSpan) -> Kind | bool:
    """A name of several words that ends as bodies do, or begins as clubs do, is a body."""
    said = _said(tokens, span)
    if len(said) > 1 and (said[-1] in firms(tokens.names) or said[0] in tokens.names.club_starts):
        return "organisation"
    return "organisation" if span.kind != "polity" and bodily(tokens.names, said) else False


def paper(tokens: Tokens, span: NamedSpan) -> Kind | bool:
    """A name of several words that ends as newspapers do is a body."""
    return "organisation" if _paper(tokens, span) else False


def given(tokens: Tokens, span: NamedSpan) -> Kind | bool:
    """A common given name and a word or two are a person."""
    said = _said(tokens, span)
    shaped = (
        1 < len(said) < 4
        and not bodily(tokens.names, said)
        and said[-1] not in tokens.names.road_lasts
    )
    return "person" if shaped and said[0] in tokens.names.given_first else False


# --- the words before ------------------------------------------------------------------------


def inside(tokens: Tokens, span: NamedSpan) -> Kind | bool:
    """What is "in", "near" or "outside" a name, if not one's faith or stake, is at a place.

    "A man from X" is none of a person's.
    """
    at = _before(tokens, span)
    if (
        at is None
        or _owner(tokens, span)
        or tokens[at].relation not in ("preposition", "agent", "prepositional complement")
    ):
        return False
    link, head = plain_token(tokens[at]), tokens[tokens[at].head].lemma.lower()
    where = link in tokens.names.place_prepositions and head not in tokens.names.not_where
    moved = link in tokens.names.moving and head in tokens.names.motion
    native = link in tokens.names.home and head in tokens.names.people_nouns
    moved = moved or (native and span.kind == "person")
    if not (where or moved) or bodily(tokens.names, _said(tokens, span)):
        return False
    single = span.last - span.first == 1
    return "place" if span.kind != "organisation" or single else False


def called(tokens: Tokens, span: NamedSpan) -> Kind | bool:
    """The noun before a name says what it is: "the town of X", "the paper X", "the tanker X"."""
    at = span.first - 1
    if at < 0 or tokens[span.first].start > tokens[at].end + 1:
        return False
    if plain_token(tokens[at]) in tokens.names.of and at:
        owner = tokens[at - 1].lemma.lower()
        return (
            "place"
            if owner in tokens.names.place_nouns or owner in tokens.names.place_owners
            else False
        )
    noun = tokens[at].lemma.lower()
    if tokens[at].word_class not in ("noun", "proper noun") or tokens[at].text[:1].isupper():
        return (
            "person"
            if tokens[at].word_class == "proper noun"
            and plain_token(tokens[at]) in tokens.names.role_of
            else False
        )
    return _by_noun(tokens, noun)


def _by_noun(tokens: Tokens, noun: str) -> Kind | bool:
    if noun in tokens.names.place_nouns:
        return "place"
    if noun in tokens.names.body_nouns:
        return "organisation"
    if noun in tokens.names.thing_nouns:
        return None
    return "person" if noun in _personal(tokens.names) else False


def heading(tokens: Tokens, span: NamedSpan) -> Kind | bool:
    """What opens a paragraph before a dash, or in capitals, is where the account was written."""
    at, after = span.first, tokens[span.last : span.last + 2]
    if len(after) < 2 or (at and tokens[at].start <= tokens[at - 1].end + 1):
        return False
    dashed = tokens[span.last - 1].end < after[0].start and after[1].start > after[0].end
    capitals = all(len(token.text) > 2 and token.text.isupper() for token in tokens[at : span.last])
    lined = capitals and after[0].text in (",", "(")
    return "place" if lined or (dashed and after[0].text in DASHES) else False


# --- the words behind ----------------------------------------------------------------------------


def followed(tokens: Tokens, span: NamedSpan) -> Kind | bool:
    """The noun that a name is set before says what it is: "X residents", "X shareholders".

    "The X mayor" is of a place; whom voters "elected mayor" is a person of two names.
    """
    if span.last >= len(tokens):
        return False
    after = tokens[span.last]
    if after.text == "-" and span.last + 1 < len(tokens):
        return "place" if plain_token(tokens[span.last + 1]) in tokens.names.based else False
    noun = after.lemma.lower()
    if after.word_class != "noun" or after.text[:1].isupper():
        return False
    if noun in tokens.names.place_followers:
        elected = span.kind == "person" and span.last - span.first > 1
        return False if elected and noun in tokens.names.role_of else "place"
    return (
        "organisation" if noun in tokens.names.body_followers and span.kind != "polity" else False
    )


def modifying(tokens: Tokens, span: NamedSpan) -> Kind | bool:
    """A lone word between "the" and a thing is no person: "the X kettle"."""
    if span.kind != "person" or span.last - span.first > 1 or not span.first:
        return False
    before, after = tokens[span.first - 1], tokens[span.last : span.last + 1]
    if before.text.lower() in tokens.names.indefinite:
        return None
    noun = after[0].lemma.lower() if after else ""
    if not after or after[0].word_class != "noun" or tokens[span.first].head < span.last:
        return False
    human = (
        noun in tokens.names.of_persons
        or noun in _personal(tokens.names)
        or noun in tokens.names.body_followers
    )
    return (
        None
        if noun in tokens.names.thing_nouns
        or (before.word_class in ("determiner", "pronoun") and not human)
        else False
    )


def marked(tokens: Tokens, span: NamedSpan) -> Kind | bool:
    """What stands in marks by itself is a model or a work, no person."""
    around = (*tokens[max(0, span.first - 1) : span.first], *tokens[span.last : span.last + 1])
    in_marks = len(around) == 2 and all(token.text in MARK_TOKENS for token in around)
    return None if in_marks and span.kind == "person" else False


def plural(tokens: Tokens, span: NamedSpan) -> Kind | bool:
    """A plural of several words, or behind "the", is a team or a band."""
    if span.kind != "person" or tokens[span.last - 1].form != "proper plural":
        return False
    after_the = span.first > 0 and plain_token(tokens[span.first - 1]) in tokens.names.article
    return "organisation" if after_the or span.last - span.first > 1 else False


def dwelling(tokens: Tokens, span: NamedSpan) -> Kind | bool:
    """What stands behind ", of" and before a comma is where somebody lives."""
    before, after = tokens[max(0, span.first - 2) : span.first], tokens[span.last : span.last + 1]
    said = [token.text for token in (*before, *after)]
    dwells = len(said) == 3 and said[::2] == [",", ","] and said[1] in tokens.names.of
    return "place" if dwells else False


def who(tokens: Tokens, span: NamedSpan) -> Kind | bool:
    """A clause with "who" is about a person."""
    names, following = tokens.names, [plain_token(t) for t in tokens[span.last : span.last + 2]]
    apart = len(following) == 2 and following[0] == "," and following[1] in names.of_whom
    return "person" if apart or names.who.intersection(following[:1]) else False


def apposed(tokens: Tokens, span: NamedSpan) -> Kind | bool:
    """What stands beside a name, or what the name is, says its kind: "X, a town", "X is a town"."""
    named = range(span.first, span.last)
    for at in range(span.last, min(len(tokens), span.last + _APPOSED)):
        token = tokens[at]
        beside = token.relation == "apposition" and token.head in named
        being = token.relation == "predicate noun" and tokens[span.last - 1].head == token.head
        if (beside or being) and token.word_class == "noun":
            return _by_noun(tokens, token.lemma.lower())
    above = tokens[tokens[span.last - 1].head]
    behind = (
        tokens[span.last - 1].relation == "apposition" and above.start < tokens[span.first].start
    )
    return _by_noun(tokens, above.lemma.lower()) if behind and above.word_class == "noun" else False


def of_a_body(tokens: Tokens, span: NamedSpan) -> Kind | bool:
    """What a body's noun follows, with another between, is no person: "the X news agency"."""
    head = tokens[span.last - 1].head
    called = span.kind in ("person", "organisation")
    apart = called and tokens[span.last - 1].relation == "compound"
    between = tokens[span.last : head] if apart and 0 < head - span.last < _APPOSED else ()
    if not between or any(token.word_class not in ("noun", "adjective") for token in between):
        return False
    return "organisation" if tokens[head].lemma.lower() in tokens.names.body_nouns else False


def happening(tokens: Tokens, span: NamedSpan) -> Kind | bool:
    """A name of several words that ends as meetings, contests and laws do is a thing."""
    several = span.last - span.first > 1
    return None if several and _last(tokens, span) in tokens.names.event_lasts else False


def governing(tokens: Tokens, span: NamedSpan) -> bool:
    """Tell whether a place is said to speak: its government is meant."""
    token, after = tokens[span.last - 1], tokens[span.last : span.last + 2]
    aside = (
        after[:1]
        and after[0].text == ","
        and plain_token(after[-1]) not in tokens.names.thing_relatives
    )
    return (
        not aside
        and token.relation == "subject"
        and tokens[token.head].lemma.lower() in tokens.names.spoken
    )


def told(tokens: Tokens, span: NamedSpan) -> Kind | bool:
    """Who is told something, if no person, is a body: "she told X"."""
    token = tokens[span.last - 1]
    heard = (
        token.relation in ("object", "indirect object")
        and tokens[token.head].lemma.lower() in tokens.names.telling
    )
    return "organisation" if heard and LABELS[span.kind] == "place" else False


def speaking(tokens: Tokens, span: NamedSpan) -> Kind | bool:
    """Who says something is as likely a person as a body, and no plain word."""
    return LABELS[span.kind] if governing(tokens, span) else False


def article(tokens: Tokens, span: NamedSpan) -> Kind | bool:
    """A person has no "the": who acts under it is a body, and "of the X" is of a river."""
    at = span.first - 1
    if at < 1 or span.kind != "person" or plain_token(tokens[at]) not in tokens.names.article:
        return False
    if tokens[span.last - 1].relation in ("subject", "passive subject", "agent"):
        return "organisation"
    if tokens[span.last - 1].head >= span.last:
        return False
    return (
        "place"
        if tokens[at - 1].word_class == "adposition"
        and plain_token(tokens[at - 1]) not in tokens.names.agents
        else False
    )


@cache
def firms(names: Names) -> frozenset[str]:
    """Return the last words of the names of firms."""
    return names.firm_endings | names.company_forms


@cache
def _personal(names: Names) -> frozenset[str]:
    """Return the nouns of persons."""
    titles = names.personal_titles | names.female_titles | names.male_titles
    return titles | names.people_nouns | frozenset(names.role_of)


CLUES: tuple[tuple[Clue, float], ...] = (
    (road, 4.0),
    (landscape, 1.5),
    (institution, 4.0),
    (paper, 1.5),
    (given, 1.5),
    (called, 3.0),
    (inside, 1.5),
    (heading, 2.0),
    (followed, 2.0),
    (modifying, 1.5),
    (marked, 1.5),
    (plural, 2.0),
    (dwelling, 2.0),
    (who, 3.0),
    (apposed, 3.0),
    (of_a_body, 4.0),
    (happening, 4.0),
    (told, 1.5),
    (speaking, 0.2),
    (article, 2.5),
)
"""Clues and their weights; the parser's label weighs 1."""


def kind_evidence(tokens: Tokens, span: NamedSpan) -> Iterator[tuple[Kind, float]]:
    """Yield the kinds that a mention speaks for, with weights: the parser's label first."""
    yield LABELS[span.kind], 1.0
    yield from _clued(tokens, span)


def _clued(tokens: Tokens, span: NamedSpan) -> Iterator[tuple[Kind, float]]:
    for clue, weight in CLUES:
        kind = clue(tokens, span)
        if kind is not False and kind is not True:
            yield kind, weight


def by_clues(tokens: Tokens, span: NamedSpan) -> Kind:
    """Return the kind that clues alone make of a span, ``None`` where they say too little."""
    tally: dict[Kind, float] = {}
    for kind, weight in _clued(tokens, span):
        tally[kind] = tally.get(kind, 0.0) + weight
    best = max(tally, key=lambda kind: tally[kind], default=None)
    return best if best is not None and tally[best] >= ENOUGH_WITHOUT_LABEL else None


def _said(tokens: Tokens, span: NamedSpan) -> list[str]:
    return [plain_token(token) for token in tokens[span.first : span.last]]


def _last(tokens: Tokens, span: NamedSpan) -> str:
    return plain_token(tokens[span.last - 1])


def _paper(tokens: Tokens, span: NamedSpan) -> bool:
    return span.last - span.first > 1 and _last(tokens, span) in tokens.names.paper_lasts


def _before(tokens: Tokens, span: NamedSpan) -> int | None:
    """Return the word before a name, "the" passed over where the name has several words."""
    at = span.first - 1
    if at > 0 and plain_token(tokens[at]) in tokens.names.article and span.last - span.first > 1:
        at -= 1
    return at if at >= 0 else None


def _owner(tokens: Tokens, span: NamedSpan) -> bool:
    return span.last < len(tokens) and tokens[span.last].form == "possessive marker"
