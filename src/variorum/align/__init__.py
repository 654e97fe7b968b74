"""Align: the readings of all accounts of an event, set side by side.

Enters: dossiers of one event, an encoder. Leaves: `Aligned`s, that is alignments whose verdicts are open.
"""
