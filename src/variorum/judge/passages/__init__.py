"""Passages: the table of rules by which two of them compare.

Enters: pairs of passages. Leaves: what the rule says that fires first.
"""
