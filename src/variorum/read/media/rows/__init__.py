"""Rows: files in which an account is an object or a row with named fields.

Enters: such a file. Leaves: a draft for each row with a text.
"""
