"""Kinds: whether a name is a person's, a body's or a place's, voted over the account.

Enters: an `Account`, its tokens and the spans that the parser named. Leaves: a kind for the words
of each span, ``None`` where they name a thing (a ship, a model).

The parser's own label is one vote a mention. Every clue of the words around adds the weight that
its row of the table gives: a parser that does not know a name guesses, the words around do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from variorum.annotations import Annotation, NamedSpan
from variorum.extract.names.clues import Kind, firms, kind_evidence
from variorum.extract.names.keys import name_words
from variorum.extract.names.tokens import Tokens, tokens_of
from variorum.languages.names import Names
from variorum.records import Account

_LONGEST = 9
"""Words of a firm's name, and one."""


def voted_kinds(
    account: Account, annotation: Annotation, spans: Sequence[NamedSpan]
) -> dict[str, Kind]:
    """Return the kind of each spelling by its words; ties go to the label seen first."""
    tokens = tokens_of(annotation)
    tallies: dict[str, dict[Kind, float]] = {}
    for name, span in _spelled(account, tokens, spans):
        tally = tallies.setdefault(name, {})
        for kind, weight in kind_evidence(tokens, span):
            tally[kind] = tally.get(kind, 0.0) + weight
    plain = _plain_words(account, annotation, spans)
    kinds = {
        name: None if name in plain else max(tally, key=lambda kind: tally[kind])
        for name, tally in tallies.items()
    }
    return kinds | dict.fromkeys(_short_forms(tokens.names, kinds), "organisation")


def _short_forms(names: Names, kinds: dict[str, Kind]) -> Iterator[str]:
    """Yield names that a firm's name begins with, where the rest says only what it is."""
    for name, kind in kinds.items():
        said = name.split()
        while kind == "organisation" and 2 < len(said) < _LONGEST and said[-1] in firms(names):
            said = said[:-1]
            if " ".join(said) in kinds:
                yield " ".join(said)


def _spelled(
    account: Account, tokens: Tokens, spans: Iterable[NamedSpan]
) -> Iterator[tuple[str, NamedSpan]]:
    for span in spans:
        start, end = tokens[span.first].start, tokens[span.last - 1].end
        yield " ".join(name_words(account.text[start:end])), span


def _plain_words(
    account: Account, annotation: Annotation, spans: Sequence[NamedSpan]
) -> frozenset[str]:
    """Return lone words whose capital a sentence's beginning explains, and nothing vouches for.

    A person needs a clue or a place inside a sentence; anything else only where the account
    prints the same word without a capital.
    """
    tokens = tokens_of(annotation)
    common = {token.text for token in tokens if token.text[:1].islower()}
    opening = {sentence.first for sentence in annotation.sentences}
    titles = [(r.start, r.end) for r in account.regions if r.kind == "title"]
    vouched, seen = set[str](), dict[str, None]()
    for name, span in _spelled(account, tokens, spans):
        at = tokens[span.first].start
        opens = span.first in opening or any(start <= at < end for start, end in titles)
        doubted = name in common if span.kind != "person" else span.first in opening
        plain = span.last - span.first == 1 and opens and doubted
        if not plain or len(list(kind_evidence(tokens, span))) > 1:
            vouched.add(name)
        seen[name] = None
    return frozenset(name for name in seen if name not in vouched)
