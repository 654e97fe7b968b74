"""Find: what a reader should see first, made from records and ranked.

Enters: a ledger. Leaves: `Finding`s (`findings`).
"""
