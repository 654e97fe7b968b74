"""Paged: documents whose words stand at fixed places of numbered pages.

Enters: bytes. Leaves: a draft that knows where each page begins.
"""
