"""Read: any source becomes an `Account`, whose text is never changed afterwards.

Enters: paths, `Settings`, a `LanguageIdentifier`. Leaves: `Account`s with their regions, and a
`Problem` for everything that could not be read.
"""

from variorum.read.ingestion import Read, read_source
from variorum.read.inputs import Source, find_sources

__all__ = ["Read", "Source", "find_sources", "read_source"]
