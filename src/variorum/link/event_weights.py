"""Event weights: log-odds of one event for each feature of `event_features`.

Enters: nothing. Leaves: the table. Written by `quality/train_events.py`, trained on ECB+
topics 1 to 35 (Cybulska and Vossen, CC BY 3.0) but for those set by hand (`BY_HAND` there).
"""

from __future__ import annotations

WEIGHTS = {
    "bias": -2.647,
    "lead": 6.871,
    "proper words": 8.747,
    "proper words times lead": -12.223,
    "numbers": 3.628,
    "lead's proper words": -0.344,
    "lead found, by the one that has less": 1.496,
    "lead found, by the one that has more": 1.718,
    "lead's proper words lacking in both": -0.875,
    "shared proper words": -0.487,
    "days between": -0.53,
    "date unknown": 0.0,
    "no day in a lead": -1.458,
    "a day of the lead shared, times its proper words found": 6.239,
    "other company": -3.7,
    "other persons": -1.219,
    "a person of the lead shared": 0.847,
    "a person of the lead shared, times lead": 2.358,
    "other places": -0.633,
    "other places of one place": 0.525,
    "news of other days": -12.0,
    "one name of one day": -3.0,
}
