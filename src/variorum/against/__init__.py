"""Against: a text in hand held against what a person names; nothing is kept.

Enters: paths of texts, and of the records, accounts or ledgers to hold them against; an engine. Leaves: what
was found of them. `gathering` reads and studies both sides, `quotations` holds quotations against a record.
"""

from variorum.against.quotations import Asked, held_against

__all__ = ["Asked", "held_against"]
