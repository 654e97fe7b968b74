"""Whatever a parser says of whatever text, extraction yields well-formed statements."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from hypothesis import HealthCheck, given, settings

from tests.strategies import annotated
from variorum import extract
from variorum.annotations import Annotation
from variorum.records import Account, Record, Span, Statements


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


@given(annotated())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_parse_of_any_text_gives_statements_in_the_accounts_own_words(
    given: tuple[Account, Annotation],
) -> None:
    account, annotation = given
    said = extract.statements(account, annotation)
    for span in spans(said):
        assert span == account.span(span.start, span.end)
    ids = [record.id for record in records(said)]  # type: ignore[attr-defined]
    assert len(set(ids)) == len(ids)
    assert extract.statements(account, annotation) == said
    assert msgspec.json.decode(msgspec.json.encode(said), type=Statements) == said
