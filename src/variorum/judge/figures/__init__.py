"""Figures: whether two count the same thing, and how they compare.

Enters: figures with what stands around them. Leaves: how they compare.
"""
