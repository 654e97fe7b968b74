"""Recording: edits and places as a `Check` carries them.

Enters: an account, spans, differences. Leaves: a `Span` and `Change`s.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.align.differences import Difference
from variorum.records import Account, Change, Span

WIDEST_MATCH = 1_000
"""Characters that the place of a match may span; parts farther apart show the longest."""
MOST_CHANGES_LISTED = 40
"""Most changes listed in one check."""


def match(account: Account, spans: Sequence[tuple[int, int]]) -> Span | None:
    """Return the record's place: from the first part to the last, or the longest part alone."""
    if not spans:
        return None
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    if end - start > WIDEST_MATCH:
        start, end = max(spans, key=lambda span: (span[1] - span[0], -span[0]))
    return account.span(start, end)


def changes(edits: Sequence[Difference]) -> tuple[Change, ...]:
    """Return the first edits as changes from the record's words to the quotation's."""
    return tuple(
        Change(from_=edit.left_text, to=edit.right_text, kind=edit.kind)
        for edit in edits[:MOST_CHANGES_LISTED]
    )
