"""Texts: files of nothing but words, with few marks between them.

Enters: decoded text. Leaves: drafts.
"""
