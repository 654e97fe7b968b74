"""Extract: what one account says, as statements that point at its words.

Enters: an `Account` and its `Annotation`. Leaves: `Statements`.
"""
