"""English for tallies: what shows that two numbers side by side are votes or a result.

Enters: nothing. Leaves: tables of folded lower-case words.
"""

from typing import Final

from variorum.extract.english_figure_units import Unit


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOTE: Final = Unit("vote tally", "tally")
SCORE: Final = Unit("match score", "tally")
COUNTED: Final = {VOTE.name: ("votes", "vote"), SCORE.name: ("score", "score")}
"""Unit → what a tally counts, and the lemma of its head."""

VOTE_CUES: Final = _words(
    "vote votes voted voting ballot motion ruled ruling abstention abstentions approved rejected "
    "backed passed split"
)
SCORE_CUES: Final = _words(
    "win won wins winning beat beats beaten lose lost loses losing defeat defeated defeats victory "
    "draw drew drawn score thrash thrashed triumph triumphed edged routed aggregate"
)
OWN_NOUNS: Final = _words("vote votes goal goals point points set sets run runs game games frames")
"""Between the two numbers: "seven votes to five"."""
BEFORE_SPELLED: Final = _words("by voted vote was of won lost beat split ruled")
"""Right before a tally told by "to"; without one of these it may be a stretch."""
AFTER_SPELLED: Final = _words("vote majority decision ruling")
NO_TALLY: Final = _words("odds ratio record favourite favorite outsider formation scale")
"""Nearby, these show that the pair is something else ("odds of 8-1", "a 10-4 record")."""
