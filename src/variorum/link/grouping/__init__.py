"""Grouping: things that belong together, from what speaks for and against each pair.

Enters: pairs. Leaves: groups.
"""
