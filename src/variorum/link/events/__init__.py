"""Events: which accounts tell of one happening.

Enters: the dossiers of a story. Leaves: `Event`s (`partition`).
"""
