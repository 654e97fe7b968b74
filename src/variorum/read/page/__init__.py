"""Page: which part every line of a text plays, and what the parts say of it.

Enters: text. Leaves: regions, outlet, dates, kind.
"""
