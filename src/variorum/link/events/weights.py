"""Event weights: log-odds of one event for each feature of `features`.

Enters: nothing. Leaves: the table. Written by `quality/train_events.py`, trained on ECB+
topics 1 to 35 (Cybulska and Vossen, CC BY 3.0) but for those set by hand (`BY_HAND` there).
"""

from __future__ import annotations

WEIGHTS = {
    "bias": -2.642,
    "lead": 6.999,
    "proper words": 8.773,
    "proper words times lead": -12.338,
    "numbers": 3.618,
    "lead's proper words": -0.329,
    "lead found, by the one that has less": 1.395,
    "lead found, by the one that has more": 1.677,
    "lead's proper words lacking in both": -0.871,
    "shared proper words": -0.488,
    "days between": -0.53,
    "date unknown": 0.0,
    "no day in a lead": -1.464,
    "a day of the lead shared, times its proper words found": 6.244,
    "other company": -3.7,
    "other persons": -1.22,
    "a person of the lead shared": 0.852,
    "a person of the lead shared, times lead": 2.365,
    "other places": -0.629,
    "other places of one place": 0.542,
    "news of other days": -12.0,
    "one name of one day": -3.0,
    "words quoted at length": 4.769,
    "a private person of one week": 3.0,
}
