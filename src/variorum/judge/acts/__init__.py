"""Acts: verbs whose time is told, when that was, and which of two accounts are one.

Enters: a dossier. Leaves: acts with their windows of time (`extraction`).
"""
