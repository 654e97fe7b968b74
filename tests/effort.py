"""How much work something is, told without seconds: beside something else in the same run.

Enters: two jobs. Leaves: how many times as long the first keeps the processor busy. Time of other
processes is not counted, so a busy machine changes little.
"""

from collections.abc import Callable
from time import process_time

LEAST = 0.001
"""Seconds below which the clock says nothing."""


def times_as_much(job: Callable[[], object], ordinary: Callable[[], object]) -> float:
    """Return how many times as long `job` takes as `ordinary`: each at its best of three runs."""
    ordinary()  # what is loaded once is loaded now
    return _cost(job) / _cost(ordinary)


def _cost(job: Callable[[], object]) -> float:
    return max(LEAST, min(_once(job) for _ in range(3)))


def _once(job: Callable[[], object]) -> float:
    begun = process_time()
    job()
    return process_time() - begun
