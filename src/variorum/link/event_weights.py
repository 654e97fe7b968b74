"""Event weights: log-odds of one event for each feature of `event_features`.

Enters: nothing. Leaves: the table. Written by `quality/train_events.py`, trained on ECB+
topics 1 to 35 (Cybulska and Vossen, CC BY 3.0) but for the weight of days set by hand.
"""

from __future__ import annotations

WEIGHTS = {
    "bias": -2.65,
    "lead": 5.972,
    "proper words": 7.608,
    "proper words times lead": -9.558,
    "numbers": 3.687,
    "lead's proper words": -0.332,
    "lead found, by the one that has less": 0.619,
    "lead found, by the one that has more": 1.491,
    "lead's proper words lacking in both": -1.06,
    "shared proper words": -0.266,
    "days between": -0.53,
    "date unknown": 0.0,
    "no day in a lead": -1.332,
    "a day of the lead shared, times its proper words found": 1.439,
    "other company": -2.121,
    "other persons": -1.279,
    "a person of the lead shared": 0.494,
    "a person of the lead shared, times lead": 3.117,
    "other places": -0.562,
    "other places of one place": 0.313,
}
