"""Judge: a verdict for every pair of readings that meets, by a readable table of rules.

Enters: aligned passages with their dossiers. Leaves: `Verdict`s, each with its rule and sentence.
"""

from variorum.judge.counts import counts
from variorum.judge.degrees import degrees
from variorum.judge.times import times
from variorum.judge.verdicts import judge

__all__ = ["counts", "degrees", "judge", "times"]
