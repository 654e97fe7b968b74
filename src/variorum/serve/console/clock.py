"""The clock: when a decision is taken.

Enters: nothing. Leaves: the time, as decisions keep it.
"""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """Return the time, ISO 8601 in UTC to the microsecond, so that decisions keep their order."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
