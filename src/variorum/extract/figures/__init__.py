"""Figures: quantities as ranges, with what they count.

Enters: an account with its grammar. Leaves: `Figure`s (`extraction`).
"""
