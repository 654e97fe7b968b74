"""Clues: what the words of a name, and those around it, say of its kind.

Enters: an account's tokens and a span that the parser named. Leaves: kinds with weights, from the
table `CLUES`. The weights were set by hand; `docs/steps/names.md` has what they gained.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from variorum.annotations import NamedSpan, Token
from variorum.extract.names.titles import bodily, plain_token
from variorum.languages.en.given import GIVEN_FIRST
from variorum.languages.en.kinds import (
    BODY_FOLLOWERS,
    BODY_NOUNS,
    CLUB_STARTS,
    MOTION,
    MOVING,
    NOT_WHERE,
    OF_PERSONS,
    PAPER_LASTS,
    PEOPLE_NOUNS,
    PLACE_FOLLOWERS,
    PLACE_LASTS,
    PLACE_NOUNS,
    PLACE_OWNERS,
    PLACE_PREPOSITIONS,
    PLACE_STARTS,
    ROAD_LASTS,
    SPOKEN,
    THING_NOUNS,
)
from variorum.languages.en.names import (
    COMPANY_FORMS,
    FEMALE_TITLES,
    FIRM_ENDINGS,
    MALE_TITLES,
    PERSONAL_TITLES,
    ROLE_OF,
)
from variorum.syntax import NamedKind
from variorum.vocabulary import NameKind

Kind = NameKind | None
Clue = Callable[[Sequence[Token], NamedSpan], Kind | bool]
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
FIRMS = FIRM_ENDINGS | COMPANY_FORMS
DASHES = frozenset(("-", "–", "—", "--"))
_APPOSED = 6
MARK_TOKENS = frozenset((*"\"'“”‘’„«»", "``", "''"))
_PERSONAL = PERSONAL_TITLES | PEOPLE_NOUNS | FEMALE_TITLES | MALE_TITLES | frozenset(ROLE_OF)


# --- the words of the name itself ------------------------------------------------------------


def road(tokens: Sequence[Token], span: NamedSpan) -> Kind | bool:
    """A name of several words that ends as roads do is a place."""
    return "place" if span.last - span.first > 1 and _last(tokens, span) in ROAD_LASTS else False


def landscape(tokens: Sequence[Token], span: NamedSpan) -> Kind | bool:
    """A name of several words that ends as places do, or begins so, is a place."""
    if span.last - span.first == 1 or bodily(_said(tokens, span)) or _paper(tokens, span):
        return False
    starts = _said(tokens, span)[0] in PLACE_STARTS and span.last - span.first == 2
    return "place" if starts or _last(tokens, span) in PLACE_LASTS else False


def institution(tokens: Sequence[Token], span: NamedSpan) -> Kind | bool:
    """A name of several words that ends as bodies do, or begins as clubs do, is a body."""
    said = _said(tokens, span)
    if len(said) > 1 and (said[-1] in FIRMS or said[0] in CLUB_STARTS):
        return "organisation"
    return "organisation" if span.kind != "polity" and bodily(said) else False


def paper(tokens: Sequence[Token], span: NamedSpan) -> Kind | bool:
    """A name of several words that ends as newspapers do is a body."""
    return "organisation" if _paper(tokens, span) else False


def given(tokens: Sequence[Token], span: NamedSpan) -> Kind | bool:
    """A common given name and a word or two are a person."""
    said = _said(tokens, span)
    shaped = 1 < len(said) < 4 and not bodily(said) and said[-1] not in ROAD_LASTS
    return "person" if shaped and said[0] in GIVEN_FIRST else False


# --- the words before ------------------------------------------------------------------------


def inside(tokens: Sequence[Token], span: NamedSpan) -> Kind | bool:
    """What is "in", "near" or "outside" a name, if not one's faith or stake, is at a place."""
    at = _before(tokens, span)
    if (
        at is None
        or _owner(tokens, span)
        or tokens[at].relation not in ("preposition", "agent", "prepositional complement")
    ):
        return False
    link, head = plain_token(tokens[at]), tokens[tokens[at].head].lemma.lower()
    where = link in PLACE_PREPOSITIONS and head not in NOT_WHERE
    moved = link in MOVING and head in MOTION
    if not (where or moved) or bodily(_said(tokens, span)):
        return False
    single = span.last - span.first == 1
    return "place" if span.kind != "organisation" or single else False


def called(tokens: Sequence[Token], span: NamedSpan) -> Kind | bool:
    """The noun before a name says what it is: "the town of X", "the paper X", "the tanker X"."""
    at = span.first - 1
    if at < 0 or tokens[span.first].start > tokens[at].end + 1:
        return False
    if plain_token(tokens[at]) == "of" and at:
        owner = tokens[at - 1].lemma.lower()
        return "place" if owner in PLACE_NOUNS or owner in PLACE_OWNERS else False
    noun = tokens[at].lemma.lower()
    if tokens[at].word_class not in ("noun", "proper noun") or tokens[at].text[:1].isupper():
        return (
            "person"
            if tokens[at].word_class == "proper noun" and plain_token(tokens[at]) in ROLE_OF
            else False
        )
    return _by_noun(noun)


def _by_noun(noun: str) -> Kind | bool:
    if noun in PLACE_NOUNS:
        return "place"
    if noun in BODY_NOUNS:
        return "organisation"
    if noun in THING_NOUNS:
        return None
    return "person" if noun in _PERSONAL else False


def heading(tokens: Sequence[Token], span: NamedSpan) -> Kind | bool:
    """What opens a paragraph before a dash, or in capitals, is where the account was written."""
    at, after = span.first, tokens[span.last : span.last + 2]
    if len(after) < 2 or (at and tokens[at].start <= tokens[at - 1].end + 1):
        return False
    dashed = tokens[span.last - 1].end < after[0].start and after[1].start > after[0].end
    capitals = all(len(token.text) > 2 and token.text.isupper() for token in tokens[at : span.last])
    lined = capitals and after[0].text in (",", "(")
    return "place" if lined or (dashed and after[0].text in DASHES) else False


# --- the words behind ----------------------------------------------------------------------------


def followed(tokens: Sequence[Token], span: NamedSpan) -> Kind | bool:
    """The noun that a name is set before says what it is: "X residents", "X shareholders"."""
    if span.last >= len(tokens):
        return False
    after = tokens[span.last]
    if after.text == "-" and span.last + 1 < len(tokens):
        return "place" if plain_token(tokens[span.last + 1]) == "based" else False
    noun = after.lemma.lower()
    if after.word_class != "noun" or after.text[:1].isupper():
        return False
    if noun in PLACE_FOLLOWERS:
        return "place"
    return "organisation" if noun in BODY_FOLLOWERS and span.kind != "polity" else False


def modifying(tokens: Sequence[Token], span: NamedSpan) -> Kind | bool:
    """A lone word between "the" and a thing is no person: "the X kettle"."""
    if span.kind != "person" or span.last - span.first > 1 or not span.first:
        return False
    before, after = tokens[span.first - 1], tokens[span.last : span.last + 1]
    if before.text.lower() in ("a", "an"):
        return None
    noun = after[0].lemma.lower() if after else ""
    if not after or after[0].word_class != "noun" or tokens[span.first].head < span.last:
        return False
    human = noun in OF_PERSONS or noun in _PERSONAL or noun in BODY_FOLLOWERS
    return (
        None
        if noun in THING_NOUNS or (before.word_class in ("determiner", "pronoun") and not human)
        else False
    )


def marked(tokens: Sequence[Token], span: NamedSpan) -> Kind | bool:
    """What stands in marks by itself is a model or a work, no person."""
    around = (*tokens[max(0, span.first - 1) : span.first], *tokens[span.last : span.last + 1])
    in_marks = len(around) == 2 and all(token.text in MARK_TOKENS for token in around)
    return None if in_marks and span.kind == "person" else False


def plural(tokens: Sequence[Token], span: NamedSpan) -> Kind | bool:
    """A plural of several words, or behind "the", is a team or a band."""
    if span.kind != "person" or tokens[span.last - 1].form != "proper plural":
        return False
    after_the = span.first > 0 and plain_token(tokens[span.first - 1]) == "the"
    return "organisation" if after_the or span.last - span.first > 1 else False


def dwelling(tokens: Sequence[Token], span: NamedSpan) -> Kind | bool:
    """What stands behind ", of" and before a comma is where somebody lives."""
    before, after = tokens[max(0, span.first - 2) : span.first], tokens[span.last : span.last + 1]
    said = [token.text for token in (*before, *after)]
    return "place" if said == [",", "of", ","] else False


def who(tokens: Sequence[Token], span: NamedSpan) -> Kind | bool:
    """A clause with "who" is about a person."""
    following = [plain_token(token) for token in tokens[span.last : span.last + 2]]
    if following[:1] == ["who"] or following in ([",", "who"], [",", "whose"]):
        return "person"
    return False


def apposed(tokens: Sequence[Token], span: NamedSpan) -> Kind | bool:
    """What stands beside a name, or what the name is, says its kind: "X, a town", "X is a town"."""
    named = range(span.first, span.last)
    for at in range(span.last, min(len(tokens), span.last + _APPOSED)):
        token = tokens[at]
        beside = token.relation == "apposition" and token.head in named
        being = token.relation == "predicate noun" and tokens[span.last - 1].head == token.head
        if (beside or being) and token.word_class == "noun":
            return _by_noun(token.lemma.lower())
    return False


def governing(tokens: Sequence[Token], span: NamedSpan) -> bool:
    """Tell whether a place is said to speak: its government is meant."""
    token, after = tokens[span.last - 1], tokens[span.last : span.last + 2]
    aside = after[:1] and after[0].text == "," and plain_token(after[-1]) != "which"
    return not aside and token.relation == "subject" and tokens[token.head].lemma.lower() in SPOKEN


def told(tokens: Sequence[Token], span: NamedSpan) -> Kind | bool:
    """Who is told something, if no person, is a body: "she told X"."""
    token = tokens[span.last - 1]
    heard = (
        token.relation in ("object", "indirect object")
        and tokens[token.head].lemma.lower() == "tell"
    )
    return "organisation" if heard and LABELS[span.kind] == "place" else False


def speaking(tokens: Sequence[Token], span: NamedSpan) -> Kind | bool:
    """Who says something is as likely a person as a body, and no plain word."""
    return LABELS[span.kind] if governing(tokens, span) else False


def article(tokens: Sequence[Token], span: NamedSpan) -> Kind | bool:
    """A person has no "the": who acts under it is a body, and "of the X" is of a river."""
    at = span.first - 1
    if at < 1 or span.kind != "person" or plain_token(tokens[at]) != "the":
        return False
    if tokens[span.last - 1].relation in ("subject", "passive subject", "agent"):
        return "organisation"
    if tokens[span.last - 1].head >= span.last:
        return False
    return (
        "place"
        if tokens[at - 1].word_class == "adposition" and plain_token(tokens[at - 1]) != "by"
        else False
    )


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
    (told, 1.5),
    (speaking, 0.2),
    (article, 2.5),
)
"""Clues and their weights; the parser's label weighs 1."""


def kind_evidence(tokens: Sequence[Token], span: NamedSpan) -> Iterator[tuple[Kind, float]]:
    """Yield the kinds that a mention speaks for, with weights: the parser's label first."""
    yield LABELS[span.kind], 1.0
    yield from _clued(tokens, span)


def _clued(tokens: Sequence[Token], span: NamedSpan) -> Iterator[tuple[Kind, float]]:
    for clue, weight in CLUES:
        kind = clue(tokens, span)
        if kind is not False and kind is not True:
            yield kind, weight


def by_clues(tokens: Sequence[Token], span: NamedSpan) -> Kind:
    """Return the kind that clues alone make of a span, ``None`` where they say too little."""
    tally: dict[Kind, float] = {}
    for kind, weight in _clued(tokens, span):
        tally[kind] = tally.get(kind, 0.0) + weight
    best = max(tally, key=lambda kind: tally[kind], default=None)
    return best if best is not None and tally[best] >= ENOUGH_WITHOUT_LABEL else None


def _said(tokens: Sequence[Token], span: NamedSpan) -> list[str]:
    return [plain_token(token) for token in tokens[span.first : span.last]]


def _last(tokens: Sequence[Token], span: NamedSpan) -> str:
    return plain_token(tokens[span.last - 1])


def _paper(tokens: Sequence[Token], span: NamedSpan) -> bool:
    return span.last - span.first > 1 and _last(tokens, span) in PAPER_LASTS


def _before(tokens: Sequence[Token], span: NamedSpan) -> int | None:
    """Return the word before a name, "the" passed over where the name has several words."""
    at = span.first - 1
    if at > 0 and plain_token(tokens[at]) == "the" and span.last - span.first > 1:
        at -= 1
    return at if at >= 0 else None


def _owner(tokens: Sequence[Token], span: NamedSpan) -> bool:
    return span.last < len(tokens) and tokens[span.last].form == "possessive marker"
