"""Quality: scores per step on labelled data, each with a floor that is never lowered."""
