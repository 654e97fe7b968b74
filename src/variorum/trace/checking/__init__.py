"""Checking: quotations held against the record of what was said.

Enters: the dossiers of an event. Leaves: `Check`s (`checks`, `headlines`).
"""
