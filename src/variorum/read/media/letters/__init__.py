"""Letters: which characters the bytes of a text stand for.

Enters: bytes. Leaves: text, with a note wherever the encoding had to be guessed.
"""
