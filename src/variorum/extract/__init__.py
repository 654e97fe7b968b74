"""Extract: what one account says, as statements that point at its words.

Enters: an `Account` and its `Annotation`. Leaves: `Statements`.
"""

from variorum.extract.extraction import Runner, statements

__all__ = ["Runner", "statements"]
