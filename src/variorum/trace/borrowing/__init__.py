"""Borrowing: which account depends on which, or on a source that nobody has.

Enters: the dossiers of an event. Leaves: `Borrowing`s (`borrowings`).
"""
