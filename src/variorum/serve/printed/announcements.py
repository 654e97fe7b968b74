"""Announcements on a screen or in a pipe, each on a line.

Enters: `Batch`es. Leaves: lines on stdout.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime

import typer

from variorum.serve.console.harmless import harmless
from variorum.watching import Batch


def show(batch: Batch, *, summed: bool) -> None:
    """Print a batch; a digest has a line above that sums it up."""
    if summed:
        typer.echo(summary(batch))
    for one in batch.told:
        typer.echo(harmless(one.text))


def summary(batch: Batch) -> str:
    """Return how much has changed since when, by this machine's clock."""
    counts = Counter(one.which for one in batch.told)
    since = datetime.fromtimestamp(batch.since).astimezone()
    told = ", ".join(f"{count} {which}" for which, count in counts.items())
    return f"Since {since.day} {since:%B %Y, %H:%M}: {told}"
