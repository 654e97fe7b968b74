"""Align: the readings of all accounts of an event, set side by side.

Enters: dossiers of one event, an encoder. Leaves: `Aligned`s, that is alignments whose verdicts are open.
"""

from variorum.align.alignments import Aligned, align
from variorum.align.cutting import passages
from variorum.align.splitting import MOST_COMPARED

__all__ = ["MOST_COMPARED", "Aligned", "align", "passages"]
