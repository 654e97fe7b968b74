"""Judge: a verdict for every pair of readings that meets, by a judge: a readable table of rules.

Enters: aligned passages with their dossiers. Leaves: `Verdict`s, each with its rule and sentence.
"""

from variorum.judge.counting import counts
from variorum.judge.grading import degrees
from variorum.judge.timing import times
from variorum.judge.verdicts import judge

__all__ = ["counts", "degrees", "judge", "times"]
