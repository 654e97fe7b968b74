"""Whatever a parser says of whatever text, extraction yields well-formed statements."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from tests.factory import account as make_account
from tests.strategies import annotated, nonsense
from variorum.annotations import Annotation, NamedSpan
from variorum.extract.extraction import statements
from variorum.records import Account, Record, Span, Statements
from variorum.syntax import NamedKind


def spans(value: object) -> Iterator[Span]:
    """Yield every place inside a record, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, Record):
        for field in value.__struct_fields__:
            yield from spans(getattr(value, field))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)


def records(statements: Statements) -> list[Record]:
    return [
        *statements.quotations,
        *statements.figures,
        *statements.moments,
        *statements.assertions,
        *statements.names,
    ]


@pytest.mark.parametrize("label", ["facility", "person", "organisation", "polity", "group"])
def test_an_ending_that_the_parser_calls_a_name_is_none(label: NamedKind) -> None:
    account = make_account("IT’S VERY SCARY")
    parsed = nonsense(account, Random(0))  # noqa: S311  its words are IT ’ S VERY SCARY
    annotation = replace(parsed, named=(NamedSpan(1, 3, label),))
    assert statements(account, annotation).names == ()


@given(annotated())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_parse_of_any_text_gives_statements_in_the_accounts_own_words(
    given: tuple[Account, Annotation],
) -> None:
    account, annotation = given
    said = statements(account, annotation)
    for span in spans(said):
        assert span == account.span(span.start, span.end)
    ids = [record.id for record in records(said)]  # type: ignore[attr-defined]
    assert len(set(ids)) == len(ids)
    assert statements(account, annotation) == said
    assert msgspec.json.decode(msgspec.json.encode(said), type=Statements) == said


def test_heads_that_run_in_a_circle_end() -> None:
    account = make_account('They said and asked: "We have won it all."')
    parsed = nonsense(account, Random(1))  # noqa: S311
    last = len(parsed.tokens) - 1
    tokens = tuple(
        replace(t, head=i - 1 if i else last, relation="conjunct", word_class="verb", lemma="say")
        for i, t in enumerate(parsed.tokens)
    )
    said = statements(account, replace(parsed, tokens=tokens))
    assert said.account == account.id
