"""Extras: libraries that not every installation has.

Enters: the name of a library. Leaves: what to say of a file that only this library can read.
"""

from __future__ import annotations

from variorum.errors import SourceError

INSTALL = "pip install 'variorum[formats]'"


def missing(library: str) -> SourceError:
    """Return the error for a file whose reader is not installed."""
    return SourceError(f"the file needs {library}, which is not installed; run {INSTALL}")
