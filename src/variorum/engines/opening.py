"""Opening the engine that settings name.

Enters: settings, and the folders that accounts lie in. Leaves: an engine in a `with` block.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from variorum.seams import Engine
from variorum.settings import Settings


@contextmanager
def engine_of(settings: Settings, accounts: Sequence[Path]) -> Iterator[Engine]:
    """Give the engine of `settings`: Spark where they name a cluster, else this machine's own.

    Workers of this machine import nothing from where the accounts lie. UsageError if Spark cannot be used.
    """
    if settings.master:
        from variorum.engines.spark import SparkEngine

        with SparkEngine(settings.master) as cluster:
            yield cluster
        return
    from variorum.engines.local import LocalEngine

    with LocalEngine(settings.worker_count(), accounts=accounts) as local:
        yield local
