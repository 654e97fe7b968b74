"""Turtle: statements in RDF written as text (RDF 1.1 Turtle, W3C Recommendation 2014).

Enters: URIs, texts and lists of predicates with their objects. Leaves: Turtle, every literal escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from variorum.folding import TURNING_MARKS

Facts = list[tuple[str, str | None]]
"""Predicates with objects that are Turtle already; ``None`` says nothing and is left out."""

_ESCAPED = re.compile(f'["\\\\\x00-\x1f\x7f-\x9f{TURNING_MARKS}]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def literal(value: object | None, kind: str | None = None) -> str | None:
    """Return a text as a quoted literal (grammar rule 22), with a datatype if `kind` is given.

    Control characters and those that turn the direction of text are written by number, so that
    the file can be read by eye.
    """
    if value is None:
        return None
    text = _ESCAPED.sub(_numbered, str(value))
    return f'"{text}"^^{kind}' if kind else f'"{text}"'


def iri(address: str | None) -> str | None:
    """Return an address that `identifiers` made as an IRI reference (grammar rule 18)."""
    return None if address is None else f"<{address}>"


def blank_node(facts: Facts) -> str:
    """Return a node without a name of its own (grammar rule 14)."""
    return f"[ {' ; '.join(_predicate_lines(facts))} ]"


def subject(address: str, facts: Facts) -> str:
    """Return all that is said of one thing, one predicate a line."""
    return f"<{address}>\n    " + " ;\n    ".join(_predicate_lines(facts)) + " .\n"


def document(prefixes: dict[str, str], subjects: Iterable[str]) -> Iterator[str]:
    """Yield a document: the prefixes, then each subject after an empty line."""
    for prefix, address in prefixes.items():
        yield f"@prefix {prefix}: <{address}> .\n"
    for one in subjects:
        yield f"\n{one}"


def _predicate_lines(facts: Facts) -> Iterator[str]:
    for predicate, thing in facts:
        if thing is not None:
            yield f"{predicate} {thing}"


def _numbered(found: re.Match[str]) -> str:
    return _SHORT.get(found[0], f"\\u{ord(found[0]):04X}")
