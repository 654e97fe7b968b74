"""Review: what people decided about what was found, beside it and never over it.

Enters: records, and the `Decision`s of people. Leaves: standings, a queue, agreement, orphans.
"""
