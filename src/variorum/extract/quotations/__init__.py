"""Quotations: words and thoughts that an account gives to somebody.

Enters: an account with its grammar and names. Leaves: `Quotation`s (`extraction`).
"""
