"""Referents: whom a pronoun or a description means, within one account.

Enters: an account's grammar and names. Leaves: names.
"""
