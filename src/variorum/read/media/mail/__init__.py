"""Mail: letters as programs keep them, alone or in a box.

Enters: the bytes of a file. Leaves: a draft for each letter.
"""
