"""Event weights: log-odds of one event for each feature of `event_features`.

Enters: nothing. Leaves: the table. Written by `quality/train_events.py`, trained on ECB+
topics 1 to 35 (Cybulska and Vossen, CC BY 3.0) but for two weights of days set by hand.
"""

from __future__ import annotations

WEIGHTS = {
    "bias": 4.506,
    "lead": 0.734,
    "proper words": 4.144,
    "numbers": 3.552,
    "words, in this story": 6.649,
    "lead's proper words, in this story": 2.275,
    "days between": -0.8,
    "date unknown": 0.0,
    "accounts in the story": -0.5,
    "a day of the lead shared": 0.656,
    "days between the leads": -1.026,
    "no day in a lead": -6.0,
    "other company": -1.671,
    "other persons": -1.979,
    "a person of the lead shared": 1.163,
    "other places": -0.718,
}
