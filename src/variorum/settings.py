"""What a user may set, with defaults that need no thought.

Enters: nothing from the environment; callers pass values. Leaves: `Settings`.
"""

from __future__ import annotations

import os

from msgspec import Struct


class Settings(Struct, frozen=True, kw_only=True):
    """Limits and workers of one run. Sizes are bytes, counts are counts."""

    workers: int = 0
    """Worker processes; 0 means one for each core, and none at all for a handful of accounts."""

    max_source_bytes: int = 20_000_000
    """A larger source becomes a `Problem`."""

    max_characters: int = 1_000_000
    """An account whose main text is longer becomes a `Problem`."""

    max_sources: int = 200_000
    """More sources than this in one call is a usage error."""

    def worker_count(self) -> int:
        """Return how many processes to use: `workers`, or one for each core."""
        return self.workers or os.cpu_count() or 1
