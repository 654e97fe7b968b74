"""Counted: what a figure counts, of whom, where, and what became of them.

Enters: a sentence's grammar and the place of a number. Leaves: stretches of words.
"""
