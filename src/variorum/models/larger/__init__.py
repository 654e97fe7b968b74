"""Larger: who answers questions of pairs that are left open: a model at an endpoint, or a file.

Enters: questions. Leaves: answers. Nothing here runs unless a `LargerJudge` is among the settings.
"""
