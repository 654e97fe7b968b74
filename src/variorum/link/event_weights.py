"""Event weights: log-odds of one event for each feature of `event_features`.

Enters: nothing. Leaves: the table. Written by `quality/train_events.py`, trained on
gva_accounts dev and ECB+ topics 1 to 35; weights are numbers, no text of either is here.
"""

from __future__ import annotations

WEIGHTS = {
    "bias": 1.819,
    "lead": 0.208,
    "proper words": 3.7,
    "numbers": 3.448,
    "words, in this story": 6.357,
    "lead's proper words, in this story": 2.27,
    "days between": -0.748,
    "date unknown": -1.173,
    "accounts in the story": -0.533,
    "a day of the lead shared": 1.765,
    "days between the leads": -0.276,
    "no day in a lead": -1.715,
    "other company": -1.625,
    "other persons": -0.878,
    "a person of the lead shared": 1.34,
    "other places": -0.929,
}
