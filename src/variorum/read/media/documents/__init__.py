"""Documents: what word processors and publishers of books make.

Enters: the bytes of a file. Leaves: drafts.
"""
