"""Align: the readings of all accounts of an event, set side by side.

Enters: dossiers of one event, entities. Leaves: `Alignment`s without verdicts.
"""
