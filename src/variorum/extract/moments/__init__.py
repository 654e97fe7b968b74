"""Moments: what an account says of time, as dates where they can be known.

Enters: an account with its grammar. Leaves: `Moment`s (`extraction`).
"""
