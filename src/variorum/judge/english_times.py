"""English words that say when an act was: bounds, hedges, and verbs of taking place.

Enters: nothing. Leaves: tables; the logic knows the classes only.
"""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NOT_ITS_TIME: Final = _words("until till through since from to for and or than between as")
"""Before a time, words that make it a beginning, an end or one of several."""
NOT_AFTER: Final = _words("by before")
NOT_BEFORE: Final = _words("after past")
SOON: Final = _words("shortly just soon immediately right")
"""Before "before" and "after", words that keep the act near."""
ABOUT: Final = _words("about around approximately roughly nearly almost circa some")
SMALL_BEFORE: Final = _words("at on in the of early late , - (")
"""Words between a time and what bounds or hedges it."""

ONSET: Final = _words("begin start commence erupt")
OCCURRENCE: Final = _words("happen occur")
"""Verbs of which the subject is an event, so that two of them ask one question."""
TAKE_PLACE: Final = ("take", "place")
BREAK_OUT: Final = "break out"
REPEATED: Final = _words("again later earlier separate new fresh next previous")
"""Words that set an act apart from another of its kind."""
