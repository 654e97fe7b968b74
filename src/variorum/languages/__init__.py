"""Languages: a folder a language, with its words as tables.

Enters: nothing. Leaves: tables.
"""
